// How much the library works, counted and not timed: how often each piece of its code between two jumps runs, and how
// much memory is asked for there. The same on each run of a program. Only where IMS_COUNT_WORK is on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace ims {

// A piece of code, by an address in it: how often it ran, and how often 8 bytes were asked for until the next piece
// began, in a program that tells of those by `count_memory`.
struct PieceOfWork {
    std::uintptr_t address = 0;
    std::uint64_t work = 0;
};

// What `work` comes to in this thread; other threads are not counted. By address. Requires: `work` throws nothing and
// does not count itself.
std::vector<PieceOfWork> count_work(const std::function<void()>& work);

// From `operator new`.
void count_memory(std::size_t bytes);

}  // namespace ims
