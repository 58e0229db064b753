#include "compiler/files.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ims::compiler {

void stop(const std::string& message) { throw std::runtime_error(message); }

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) stop(path + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_changed(const std::string& path, std::string_view text) {
    if (std::ifstream in(path, std::ios::binary); in) {
        const std::string before{std::istreambuf_iterator<char>(in), {}};
        if (before == text) return;
    }
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush()) stop(path + ": cannot be written");
}

std::string template_literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out + '"';
}

std::string literal(std::string_view text) { return template_literal(text) + "sv"; }

std::string raw(std::string_view text) {
    // Compilers need not take more than 64 KB at once. What a source file had better not hold stands as numbers between
    // pieces of raw text.
    const auto plain = [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; };
    std::string out;
    while (!text.empty()) {
        const bool is_plain = plain(text.front());
        std::size_t end = 1;
        while (end < text.size() && end < 16'000 && plain(text[end]) == is_plain) ++end;
        if (is_plain) {
            // What would end it early is shared between two pieces.
            if (const std::size_t early = text.find(")ims~\""); early < end) end = early + 1;
            out += "\n    R\"ims~(" + std::string(text.substr(0, end)) + ")ims~\"";
        } else {
            out += " \"";
            for (const char c : text.substr(0, end)) {
                char octal[8];
                std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
                out += octal;
            }
            out += '"';
        }
        text.remove_prefix(end);
    }
    return out.empty() ? "\"\"sv" : out + "sv";
}

}  // namespace ims::compiler
