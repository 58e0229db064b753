#include "source/program.h"

#include <array>
#include <cerrno>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace ims {
namespace {

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_NOSIGNAL;
#else
constexpr int kSendFlags = 0;
#endif

void close_one(int& descriptor) {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

// Its input is a socket: to write into one that nobody reads any more can be told not to end us. `in` and `out` are
// ours alone: another program, that another thread may start meanwhile, must not hold them open.
#ifdef SOCK_CLOEXEC
struct OneStart {};  // they are closed for others from the beginning
bool open_input(std::array<int, 2>& in) { return ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in.data()) == 0; }
bool open_output(std::array<int, 2>& out) { return ::pipe2(out.data(), O_CLOEXEC) == 0; }
#else
// They are closed for others only once they are open, so that nothing else may start until then.
struct OneStart {
    static std::mutex& mutex() {
        static std::mutex one;
        return one;
    }
    std::scoped_lock<std::mutex> lock{mutex()};
};
void keep(const std::array<int, 2>& descriptors) {
    for (const int each : descriptors) ::fcntl(each, F_SETFD, FD_CLOEXEC);
}
bool open_input(std::array<int, 2>& in) {
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, in.data()) != 0) return false;
    keep(in);
    return true;
}
bool open_output(std::array<int, 2>& out) {
    if (::pipe(out.data()) != 0) return false;
    keep(out);
    return true;
}
#endif

std::vector<char*> environment(std::span<const std::string_view> without, std::vector<std::string>& with) {
    std::vector<char*> kept;
    for (char** each = environ; each != nullptr && *each != nullptr; ++each) {
        const std::string_view entry = *each;
        const std::string_view name = entry.substr(0, entry.find('='));
        bool wanted = true;
        for (const std::string_view other : without) wanted = wanted && name != other;
        if (wanted) kept.push_back(*each);
    }
    for (std::string& each : with) kept.push_back(each.data());
    kept.push_back(nullptr);
    return kept;
}

}  // namespace

std::optional<Program> Program::start(const std::vector<std::string>& arguments,
                                      std::span<const std::string_view> without, Complaints complaints,
                                      std::vector<std::string> with) {
    [[maybe_unused]] const OneStart one_at_a_time{};
    std::array<int, 2> in = {-1, -1};
    std::array<int, 2> out = {-1, -1};
    if (!open_input(in)) return std::nullopt;
    if (!open_output(out)) {
        for (int& each : in) close_one(each);
        return std::nullopt;
    }
#ifdef SO_NOSIGPIPE
    const int yes = 1;
    ::setsockopt(in[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    if (complaints == Complaints::printed) ::posix_spawn_file_actions_adddup2(&actions, out[1], STDERR_FILENO);
    else ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<std::string> texts = arguments;
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    const std::vector<char*> variables = environment(without, with);
    pid_t process = -1;
    const int trouble = ::posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&actions);
    close_one(in[1]);
    close_one(out[1]);
    if (trouble != 0) {
        close_one(in[0]);
        close_one(out[0]);
        return std::nullopt;
    }
    return Program(process, in[0], out[0]);
}

Program::Program(Program&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      in_(std::exchange(other.in_, -1)),
      out_(std::exchange(other.out_, -1)),
      printed_(std::move(other.printed_)),
      taken_(other.taken_) {}

Program::~Program() { wait(); }

bool Program::wait() {
    close_one(in_);
    close_one(out_);
    if (process_ < 0) return false;
    int status = 0;
    pid_t ended = -1;
    do ended = ::waitpid(process_, &status, 0);
    while (ended < 0 && errno == EINTR);
    process_ = -1;
    return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool Program::send(std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::send(in_, text.data(), text.size(), kSendFlags);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Program::fill() {
    std::array<char, 65536> buffer;
    ssize_t got = -1;
    do got = ::read(out_, buffer.data(), buffer.size());
    while (got < 0 && errno == EINTR);
    if (got <= 0) return false;
    if (taken_ > 0) {
        printed_.erase(0, taken_);
        taken_ = 0;
    }
    printed_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

std::optional<std::string> Program::read_line() {
    std::size_t looked = 0;
    for (;;) {
        const std::size_t end = printed_.find('\n', taken_ + looked);
        if (end != std::string::npos) {
            std::string line = printed_.substr(taken_, end - taken_);
            taken_ = end + 1;
            return line;
        }
        looked = printed_.size() - taken_;
        if (!fill()) return std::nullopt;
    }
}

std::optional<std::string> Program::read(std::size_t size) {
    while (printed_.size() - taken_ < size) {
        if (!fill()) return std::nullopt;
    }
    std::string text = printed_.substr(taken_, size);
    taken_ += size;
    return text;
}

std::optional<std::string> Program::finish(std::string_view input) {
    ::fcntl(in_, F_SETFL, O_NONBLOCK);
    // To and fro: neither side may wait for the other to read first.
    while (!input.empty()) {
        std::array<pollfd, 2> ends = {{{in_, POLLOUT, 0}, {out_, POLLIN, 0}}};
        if (::poll(ends.data(), ends.size(), -1) < 0) {
            if (errno == EINTR) continue;
            break;
        }
        if (ends[1].revents != 0 && !fill()) break;
        if (ends[0].revents == 0) continue;
        const ssize_t sent = ::send(in_, input.data(), input.size(), kSendFlags);
        if (sent < 0 && errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) break;
        if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
    }
    std::string all = read_all();
    if (!wait() || !input.empty()) return std::nullopt;
    return all;
}

std::string Program::read_all() {
    close_one(in_);
    while (fill()) {
    }
    std::string all = printed_.substr(taken_);
    printed_.clear();
    taken_ = 0;
    return all;
}

}  // namespace ims
