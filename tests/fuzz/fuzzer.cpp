// One target for libFuzzer: IMS_TARGET, which the build names.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/assert.h"
#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string flaw = IMS_TARGET({reinterpret_cast<const char*>(bytes), size});
    if (flaw.empty()) return 0;
    std::fprintf(stderr, "what must hold does not: %s\n", flaw.c_str());
    std::abort();
}

// As lib/base/assert.cpp, but so that libFuzzer sees it and keeps the input.
void ims::fail_internally(const char* condition, const char* explanation, const char* file, int line) {
    std::fprintf(stderr, "%s (%s does not hold at %s:%d)\n", explanation, condition, file, line);
    std::abort();
}
