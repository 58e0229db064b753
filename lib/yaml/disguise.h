// What yaml-cpp is shown instead of bytes that are right and that it misunderstands.
#pragma once

#include <cstdint>
#include <vector>

namespace ims {

struct Disguise {
    std::uint32_t begin;
    std::uint32_t end;
    char with;
};
using Disguises = std::vector<Disguise>;

// In place of a character of a text, which is put back once the text is decoded: yaml-cpp lets control characters pass,
// and a document has none left.
constexpr char kDisguisedCharacter = '\x01';

}  // namespace ims
