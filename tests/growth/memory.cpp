// All memory that the program asks for is told to whoever counts: what is copied without a loop of ours shows there.
#include <cstddef>
#include <cstdlib>
#include <new>

#include "growth/work.h"

void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    ims::count_memory(bytes);
    return std::malloc(bytes == 0 ? 1 : bytes);
}
void* operator new(std::size_t bytes) {
    if (void* const place = operator new(bytes, std::nothrow)) return place;
    throw std::bad_alloc();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
