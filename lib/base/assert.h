// Our own faults: checked in release builds too, since a report that is silently wrong is worse than none.
#pragma once

namespace ims {

// Prints what was expected, where, and where to report it; ends the process with exit code 70.
[[noreturn]] void fail_internally(const char* condition, const char* explanation, const char* file, int line);

}  // namespace ims

#define IMS_ASSERT(condition, explanation) \
    ((condition) ? static_cast<void>(0) : ::ims::fail_internally(#condition, explanation, __FILE__, __LINE__))
