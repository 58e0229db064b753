#include "cli/writer.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ims {

Writer::Writer(Writer&& other) noexcept
    : name_(std::move(other.name_)),
      text_(std::exchange(other.text_, nullptr)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(other.owned_),
      buffer_(std::move(other.buffer_)),
      trouble_(other.trouble_),
      nobody_reads_(other.nobody_reads_) {}

Writer::~Writer() {
    flush();
    if (descriptor_ >= 0 && owned_ == Owned::yes) ::close(descriptor_);
}

void Writer::write(std::string_view text) {
    if (text_ != nullptr) {
        text_->append(text);
        return;
    }
    constexpr std::size_t kBuffer = 1u << 16;
    buffer_ += text;
    if (buffer_.size() >= kBuffer) flush();
}

void Writer::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty() && descriptor_ >= 0 && trouble_ == 0 && !nobody_reads_) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) rest.remove_prefix(static_cast<std::size_t>(written));
        else if (errno == EPIPE) nobody_reads_ = true;
        else if (errno != EINTR) trouble_ = errno;
    }
    buffer_.clear();
}

Outcome Writer::finish() {
    flush();
    if (descriptor_ >= 0 && owned_ == Owned::yes) {
        // Some file systems tell only now that the disk is full.
        if (::close(std::exchange(descriptor_, -1)) != 0 && trouble_ == 0) trouble_ = errno;
    }
    if (trouble_ != 0) return Error{name_ + ": " + std::strerror(trouble_)};
    return Nothing{};
}

}  // namespace ims
