#include "growth/growth.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "check/rule_set.h"
#include "engine/analyze_folder.h"
#include "output/check_result.h"
#include "output/format.h"

// Of the sanitizers' library, where the program has one.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" [[gnu::weak]] void __sanitizer_symbolize_pc(void* address, const char* format, char* out, std::size_t size);

namespace ims {
namespace {

std::uint64_t sum_of(const std::vector<PieceOfWork>& pieces) {
    std::uint64_t sum = 0;
    for (const PieceOfWork& piece : pieces) sum += piece.work;
    return sum;
}

std::string place_of(std::uintptr_t address) {
    void* const place = reinterpret_cast<void*>(address);  // NOLINT(performance-no-int-to-ptr)
    if (__sanitizer_symbolize_pc != nullptr) {
        std::array<char, 600> text{};
        __sanitizer_symbolize_pc(place, "%f %s:%l", text.data(), text.size());
        return text.data();
    }
    Dl_info info;
    if (dladdr(place, &info) == 0) return fmt::format("{:#x}", address);
    return fmt::format("`addr2line -Cfe {} {:#x}`", info.dli_fname,
                       address - reinterpret_cast<std::uintptr_t>(info.dli_fbase) - 1);
}

// Sorting does as much for each of a hundred records, and grows as fast while they are few.
// So does a search among the few that one record names. IMS_GROWTH_LITTLE=64 tells of those too.
std::uint64_t little() {
    const char* const value = std::getenv("IMS_GROWTH_LITTLE");
    return value == nullptr ? 256 : std::strtoull(value, nullptr, 10);
}

}  // namespace

std::uint64_t FolderWork::total() const { return sum_of(pieces) + output; }

FolderWork work_of(const MemoryFileSystem& files) {
    static const RuleSet rules = RuleSet::built_in();
    FolderOptions options;
    options.root = "folder";
    options.today = *parse_date("2026-06-01");
    FolderWork out;
    std::unique_ptr<Analysis> analysis;
    out.pieces = count_work([&] {
        auto result = analyze_folder(files, rules, options);
        if (!result) return;
        analysis = *std::move(result);
        const CheckResult checked = choose_findings(*analysis, {});
        find_format("jsonl")->write(checked, {}, [&](std::string_view text) { out.output += text.size(); });
    });
    REQUIRE(analysis != nullptr);
    return out;
}

double Growing::ratio() const {
    return static_cast<double>(after) / static_cast<double>(std::max<std::uint64_t>(before, 1));
}

std::vector<Growing> growing(const std::vector<PieceOfWork>& before, const std::vector<PieceOfWork>& after,
                             std::size_t n, double most) {
    std::vector<Growing> out;
    auto was = before.begin();
    for (const PieceOfWork& piece : after) {
        while (was != before.end() && was->address < piece.address) ++was;
        const bool known = was != before.end() && was->address == piece.address;
        const Growing each{piece.address, known ? was->work : 0, piece.work};
        if (each.after > little() * n && each.ratio() > most) out.push_back(each);
    }
    std::ranges::sort(out, std::ranges::greater(), &Growing::after);
    const Growing all{0, sum_of(before), sum_of(after)};
    if (all.ratio() > most) out.insert(out.begin(), all);
    return out;
}

std::vector<Growing> growing(const FolderWork& before, const FolderWork& after, std::size_t n, double most) {
    std::vector<Growing> out = growing(before.pieces, after.pieces, n, most);
    std::erase_if(out, [](const Growing& each) { return each.address == 0; });
    const Growing all{0, before.total(), after.total()};
    if (all.ratio() > most) out.insert(out.begin(), all);
    return out;
}

std::string told(const Growing& growing) {
    return fmt::format("works {:.1f} times as much ({} -> {}) in {}", growing.ratio(), growing.before, growing.after,
                       growing.address == 0 ? "all" : place_of(growing.address));
}

}  // namespace ims
