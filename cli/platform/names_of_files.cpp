#include "cli/platform/names_of_files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

#include "cli/platform/signals.h"

namespace ims {
namespace {

int rename_one(const std::string& from, const std::string& to) {
    return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

int rename_to_free_name(const std::string& from, const std::string& to) {
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    struct stat there {};
    if (::lstat(to.c_str(), &there) == 0) return EEXIST;
    return rename_one(from, to);
}

#ifdef RENAME_EXCHANGE
int exchange_names(const std::string& one, const std::string& other) {
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return 0;
    return errno == EINVAL ? ENOSYS : errno;
}
#else
int exchange_names(const std::string&, const std::string&) { return ENOSYS; }
#endif

int exchange_names_by_steps(const std::string& one, const std::string& other) {
    const SignalsHeld held;
    const std::string old = one + ".old";
    if (const int trouble = rename_one(other, old); trouble != 0) return trouble;
    const int trouble = rename_one(one, other);
    rename_one(old, trouble == 0 ? one : other);
    return trouble;
}

}  // namespace ims
