// What the code of the library calls where IMS_COUNT_WORK is on. Built without what it counts, and without sanitizers.
#include "growth/work.h"

#include <algorithm>

namespace ims {
namespace {

// A hash table that asks for no memory while it counts.
class Counted {
public:
    void add(std::uintptr_t address) {
        // Knuth's multiplier: addresses lie close together.
        std::size_t slot = static_cast<std::size_t>((address * 0x9E3779B97F4A7C15U) >> (64 - kBits));
        while (slots_[slot].address != address) {
            if (slots_[slot].address == 0) {
                if (used_.size() == used_.capacity()) return;  // no program of ours has as many
                used_.push_back(slot);
                slots_[slot].address = address;
                break;
            }
            slot = (slot + 1) % slots_.size();
        }
        last_ = &slots_[slot];
        ++last_->work;
    }
    void add_memory(std::size_t bytes) {
        if (last_ != nullptr) last_->work += bytes / 8;
    }

    Counted() : slots_(std::size_t{1} << kBits) { used_.reserve(slots_.size() / 2); }
    void forget() {
        for (const std::size_t slot : used_) slots_[slot] = {};
        used_.clear();
        last_ = nullptr;
    }
    [[nodiscard]] std::vector<PieceOfWork> all() const {
        std::vector<PieceOfWork> out;
        out.reserve(used_.size());
        for (const std::size_t slot : used_) out.push_back(slots_[slot]);
        std::ranges::sort(out, {}, &PieceOfWork::address);
        return out;
    }

private:
    static constexpr int kBits = 20;

    std::vector<PieceOfWork> slots_;
    std::vector<std::size_t> used_;
    PieceOfWork* last_ = nullptr;  // that ran
};

thread_local Counted* counted = nullptr;  // null: nobody asks

}  // namespace

std::vector<PieceOfWork> count_work(const std::function<void()>& work) {
    static thread_local Counted all;
    all.forget();
    counted = &all;
    work();
    counted = nullptr;
    return all.all();
}

void count_memory(std::size_t bytes) {
    if (counted != nullptr) counted->add_memory(bytes);
}

}  // namespace ims

// NOLINTNEXTLINE(bugprone-reserved-identifier): the compiler calls it so.
extern "C" void __sanitizer_cov_trace_pc() {
    if (ims::counted != nullptr) ims::counted->add(reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)));
}
