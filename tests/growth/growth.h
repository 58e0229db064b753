// Whether work grows as it should: where what there is doubles, it may double, and a little more.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "growth/work.h"
#include "source/file_system.h"

namespace ims {

struct FolderWork {
    std::vector<PieceOfWork> pieces;  // by address
    std::uint64_t output = 0;         // bytes that `check --format jsonl` writes
    [[nodiscard]] std::uint64_t total() const;
};
// Of reading, analysing and checking a folder `folder/`, with one job.
FolderWork work_of(const MemoryFileSystem& files);

inline constexpr double kMostGrowth = 3;

// A piece of code that grows more than it may, or everything together where it has no address.
struct Growing {
    std::uintptr_t address = 0;
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    [[nodiscard]] double ratio() const;
};
// What grew more than `most` times where a folder doubled. A piece that does no more than 32 for each of the `n`
// records of the larger one does not count: what has limits begins late. The most work first, all together before all
// pieces.
std::vector<Growing> growing(const std::vector<PieceOfWork>& before, const std::vector<PieceOfWork>& after,
                             std::size_t n, double most = kMostGrowth);
std::vector<Growing> growing(const FolderWork& before, const FolderWork& after, std::size_t n,
                             double most = kMostGrowth);

// "works 3.9 times as much (120 -> 468) in link(...) lib/link/link.cpp:12": as precisely as the program tells.
std::string told(const Growing& growing);

}  // namespace ims
