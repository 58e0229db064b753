#include "cli/writer.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "cli/platform/names_of_files.h"

namespace ims {

Writer::Writer(Writer&& other) noexcept
    : name_(std::move(other.name_)),
      text_(std::exchange(other.text_, nullptr)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(other.owned_),
      temporary_(std::exchange(other.temporary_, {})),
      target_(std::move(other.target_)),
      care_(other.care_),
      filter_(std::move(other.filter_)),
      line_(std::exchange(other.line_, {})),
      buffer_(std::move(other.buffer_)),
      trouble_(other.trouble_),
      nobody_reads_(other.nobody_reads_) {}

Writer::~Writer() {
    end_line();
    flush();
    if (descriptor_ >= 0 && owned_ == Owned::yes) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Writer Writer::to_standard_output() { return {STDOUT_FILENO, "standard output", Owned::no}; }
Writer Writer::to_standard_error() { return {STDERR_FILENO, "standard error", Owned::no}; }

Writer Writer::replacing(int descriptor, std::string name, std::string temporary, std::string target, Care care) {
    Writer writer(descriptor, std::move(name), Owned::yes);
    writer.temporary_ = std::move(temporary);
    writer.target_ = std::move(target);
    writer.care_ = care;
    return writer;
}

void Writer::filter(std::function<std::string(std::string_view)> filter) { filter_ = std::move(filter); }

void Writer::write(std::string_view text) {
    if (!filter_) return put(text);
    const std::size_t end = text.rfind('\n');
    if (end != std::string_view::npos) {
        line_ += text.substr(0, end + 1);
        end_line();
        text.remove_prefix(end + 1);
    }
    line_ += text;
}

void Writer::end_line() {
    if (!line_.empty()) put(filter_(std::exchange(line_, {})));
}

void Writer::put(std::string_view text) {
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

Error Writer::trouble_with_name(int number) const {
    // A stream that somebody else opened has a name, but no path.
    if (owned_ == Owned::no) return Error(name_ + ": " + std::strerror(number));
    return {name_, std::strerror(number)};
}

Outcome Writer::settle() {
    end_line();
    flush();
    if (descriptor_ >= 0 && care_ != Care::usual && trouble_ == 0 && ::fsync(descriptor_) != 0) trouble_ = errno;
    if (descriptor_ >= 0 && owned_ == Owned::yes) {
        // Some file systems tell only now that the disk is full.
        if (::close(std::exchange(descriptor_, -1)) != 0 && trouble_ == 0) trouble_ = errno;
    }
    if (trouble_ != 0) return trouble_with_name(trouble_);
    return Nothing{};
}

Outcome Writer::finish() {
    IMS_TRY(settle());
    if (temporary_.empty()) return Nothing{};
    int trouble = 0;
    if (care_ == Care::synced_and_new) trouble = rename_to_free_name(temporary_, target_);
    else if (std::rename(temporary_.c_str(), target_.c_str()) != 0) trouble = errno;
    if (trouble != 0) return trouble_with_name(trouble);
    temporary_.clear();
    return Nothing{};
}

}  // namespace ims
