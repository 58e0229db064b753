// How much aliases may stand for. A few lines that name each other may mean millions of values, or a gigabyte of text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ims {

// Values and bytes: of what was read, those of the file; of what aliases add, those of texts and keys. Sums stay at the
// largest number where they would run over.
struct Amount {
    std::uint64_t values = 0;
    std::uint64_t bytes = 0;
    Amount& operator+=(const Amount& other);
    [[nodiscard]] bool any() const { return values != 0 || bytes != 0; }
    bool operator==(const Amount&) const = default;
};

// What aliases may add, once each is written out: to a document, beside what it holds; to a folder, beside what all its
// files hold. Nobody who repeats a list or a text in some dozen places comes near it.
struct AliasBudget {
    Amount always{10'000, 128u << 10};  // this much, beside however little,
    Amount times{10, 1};                // or so many times what was read
    [[nodiscard]] Amount beside(const Amount& read) const;
};

bool fits(const Amount& added, const Amount& most);
// Whether `all` is too much in bytes rather than in values: in which of the two it does not fit, or else of which
// `here`, which is some of it, takes up the larger part.
bool is_too_much_text(const Amount& all, const Amount& here, const Amount& most);

// By what each of several files adds: which of them, by their places in order, are left out so that the rest fits.
// Those that add most go, of equal ones the last, and none that adds less goes with them.
std::vector<std::uint32_t> beyond_budget(std::span<const Amount> added, const Amount& most);

}  // namespace ims
