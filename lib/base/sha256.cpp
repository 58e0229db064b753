#include "base/sha256.h"

#include <bit>
#include <cstddef>

namespace ims {
namespace {

// The fractional parts of the cube roots of the first 64 primes (FIPS 180-4).
constexpr std::array<std::uint32_t, 64> kRounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t kBlock = 64;

std::uint32_t byte_of(std::string_view block, std::size_t index) { return static_cast<std::uint8_t>(block[index]); }

void add_block(std::array<std::uint32_t, 8>& state, std::string_view block) {
    std::array<std::uint32_t, 64> words{};
    for (std::size_t index = 0; index < 16; ++index) {
        words[index] = byte_of(block, 4 * index) << 24U | byte_of(block, 4 * index + 1) << 16U |
                       byte_of(block, 4 * index + 2) << 8U | byte_of(block, 4 * index + 3);
    }
    for (std::size_t index = 16; index < 64; ++index) {
        const std::uint32_t a = words[index - 15];
        const std::uint32_t b = words[index - 2];
        words[index] = words[index - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3U) + words[index - 7] +
                       (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10U);
    }
    std::array<std::uint32_t, 8> now = state;
    for (std::size_t index = 0; index < 64; ++index) {
        const auto& [a, b, c, d, e, f, g, h] = now;
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                                    kRounds[index] + words[index];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        now = {first + second, a, b, c, d + first, e, f, g};
    }
    for (std::size_t index = 0; index < state.size(); ++index) state[index] += now[index];
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    std::array<std::uint32_t, 8> state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::string_view rest = bytes;
    for (; rest.size() >= kBlock; rest.remove_prefix(kBlock)) add_block(state, rest);
    std::string last(rest);
    last += '\x80';
    while (last.size() % kBlock != kBlock - 8) last += '\0';
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) last += static_cast<char>(bits >> shift & 0xffU);
    for (std::string_view block = last; !block.empty(); block.remove_prefix(kBlock)) add_block(state, block);
    std::array<std::uint8_t, 32> digest{};
    for (std::size_t index = 0; index < digest.size(); ++index)
        digest[index] = static_cast<std::uint8_t>(state[index / 4] >> (24 - 8 * (index % 4)) & 0xffU);
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : sha256(bytes)) {
        text += kHexDigits[byte >> 4U];
        text += kHexDigits[byte & 15U];
    }
    return text;
}

std::string sha256_base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digest = sha256(bytes);
    std::string text;
    for (std::size_t index = 0; index < digest.size(); index += 3) {
        std::uint32_t group = 0;
        for (std::size_t part = 0; part < 3; ++part)
            group = group << 8U | (index + part < digest.size() ? digest[index + part] : 0U);
        for (std::size_t part = 0; part < 4; ++part)
            text += index + part > digest.size() ? '=' : kDigits[group >> (18 - 6 * part) & 63U];
    }
    return text;
}

}  // namespace ims
