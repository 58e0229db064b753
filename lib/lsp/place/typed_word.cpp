#include "lsp/place/typed_word.h"

#include "base/text.h"
#include "base/unicode.h"

namespace ims {
namespace {

char32_t as_small_letter(char32_t letter) {
    if (letter < 0x80) return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    return small_letter(letter);
}

// What stands between the words of names and titles; letters of all other scripts are none.
bool is_between_words(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool alphanumeric =
        (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return byte < 0x80 && !alphanumeric;
}

}  // namespace

TypedWord::TypedWord(std::string_view typed) {
    const std::string whole = composed(typed);
    for (std::size_t at = 0; at < whole.size();) {
        const CodePoint next = decode_utf8(whole, at);
        letters_ += as_small_letter(next.value);
        at += next.length;
    }
}

bool TypedWord::stands_at(std::string_view text, std::size_t at) const {
    for (const char32_t letter : letters_) {
        if (at >= text.size()) return false;
        const CodePoint next = decode_utf8(text, at);
        if (as_small_letter(next.value) != letter) return false;
        at += next.length;
    }
    return true;
}

std::optional<TypedWord::Found> TypedWord::find(std::string_view text) const {
    std::optional<Found> within;
    const char32_t first = letters_.front();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) == 0x80U) continue;
        if (byte < 0x80 && as_small_letter(byte) != first) continue;
        if (!stands_at(text, at)) continue;
        if (at == 0 || is_between_words(text[at - 1])) return Found{at, true};
        if (!within) within = Found{at, false};
    }
    return within;
}

std::optional<WordFit> TypedWord::fit(std::string_view name, std::string_view title) const {
    if (letters_.empty()) return WordFit{};
    const auto in_name = find(name);
    if (in_name && in_name->begins_word) {
        return WordFit{in_name->at == 0 ? WordFit::How::name : WordFit::How::word_of_name, 0};
    }
    const auto in_title = find(title);
    if (in_title && in_title->begins_word) return WordFit{WordFit::How::word_of_title, in_title->at};
    if (in_name || in_title) return WordFit{WordFit::How::within, in_title ? in_title->at : 0};
    return std::nullopt;
}

}  // namespace ims
