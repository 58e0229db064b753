// Words, names and keys in other spellings; words of another language or another handbook.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "base/typography.h"
#include "schema/slips_by_type.h"
#include "schema/standard_names.h"
#include "schema/valid_id.h"
#include "schema/value_words.h"

namespace ims {
namespace {

// Latin letters with what stands above or below them, by the letters alone.
std::string_view bare_letter(char32_t value) {
    struct Letters {
        std::u32string_view accented;
        std::string_view bare;
    };
    constexpr Letters kLetters[] = {
        {U"àáâãäåÀÁÂÃÄÅāąĄ", "a"},
        {U"æÆ", "ae"},
        {U"çÇćĆčČ", "c"},
        {U"ďĎ", "d"},
        {U"èéêëÈÉÊËęĘěĚ", "e"},
        {U"ìíîïÌÍÎÏ", "i"},
        {U"łŁ", "l"},
        {U"ñÑńŃňŇ", "n"},
        {U"òóôõöøÒÓÔÕÖØ", "o"},
        {U"œŒ", "oe"},
        {U"řŘ", "r"},
        {U"ßẞ", "ss"},
        {U"śŚšŠ", "s"},
        {U"ťŤ", "t"},
        {U"ùúûüÙÚÛÜůŮ", "u"},
        {U"ýÿÝ", "y"},
        {U"źŹżŻžŽ", "z"},
    };
    for (const Letters& each : kLetters) {
        if (each.accented.find(value) != std::u32string_view::npos) return each.bare;
    }
    return {};
}

bool is_accent(char32_t value) { return value >= 0x300 && value <= 0x36F; }

constexpr bool is_letter_or_digit_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

Slip slip_for(std::string text, Certainty certainty, Message why = {}) {
    Slip slip;
    slip.texts.push_back(std::move(text));
    slip.certainty = certainty;
    slip.why = why;
    return slip;
}

// `role:chef`, `role / chef`; empty where the text is nothing of the kind.
std::string with_slash(std::string_view text, const ReadRules& rules) {
    const std::size_t sign = text.find_first_of(":/");
    if (sign == std::string_view::npos) return {};
    const std::string kind = to_lower(trim(text.substr(0, sign)));
    const auto found = rules.schema.find_kind(kind);
    if (!found || !rules.schema[*found].of_records()) return {};
    return fmt::format("{}/{}", kind, trim(text.substr(sign + 1)));
}

// `-chef`, `-chef -florist`: the names behind the dashes; nothing where a word has none.
std::vector<std::string> names_behind_dashes(std::string_view text) {
    std::vector<std::string> names;
    std::string_view rest = text;
    while (!rest.empty()) {
        if (!rest.starts_with('-')) return {};
        const std::size_t end = std::min(rest.find(' '), rest.size());
        names.emplace_back(rest.substr(1, end - 1));
        rest = trim(rest.substr(end));
    }
    return names;
}

std::optional<Slip> standard_slip(std::string_view text) {
    const NamedStandards named = standards_named(text);
    if (named.ids.empty()) return std::nullopt;
    Slip slip;
    slip.texts.assign(named.ids.begin(), named.ids.end());
    slip.certainty = slip.texts.size() > 1 ? Certainty::open
                     : named.has_edition   ? Certainty::certain
                                           : Certainty::likely;
    slip.why = "a standard goes by its [[id|short name]], which has its edition";
    return slip;
}

// `8.4.1`, `A.5.1`
bool is_clause_number(std::string_view text) {
    if (text.size() > 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.') text.remove_prefix(2);
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    return text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string_view without_word_for_clause(std::string_view text) {
    constexpr std::string_view kWords[] = {"clause",   "chapter", "section", "kapitel", "abschnitt", "ziffer", "kap.",
                                           "chapitre", "article", "cl.",     "§",       ",",         "#"};
    text = trim(text);
    for (const std::string_view word : kWords) {
        if (text.size() > word.size() && folded(text.substr(text.size() - word.size())) == word)
            return without_word_for_clause(text.substr(0, text.size() - word.size()));
    }
    return text;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const std::string_view bare = bare_letter(point.value);
        if (!bare.empty()) out += bare;
        else if (!is_accent(point.value)) out += text.substr(at, point.length);
        at += point.length;
    }
    return to_lower(out);
}

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : folded(text)) {
        if (c == '&') out += "and";
        else if (is_letter_or_digit_of_word(c)) out += c;
    }
    return out;
}

std::optional<Slip> word_slip(std::string_view text, const std::vector<std::string_view>& words,
                              std::span<const WordSlip> slips) {
    const std::string sought = squeezed(text);
    if (sought.empty()) return std::nullopt;
    for (const std::string_view word : words) {
        if (squeezed(word) == sought) return slip_for(std::string(word), Certainty::certain);
    }
    for (const WordSlip& slip : slips) {
        if (squeezed(slip.written) == sought) return slip_for(std::string(slip.meant), Certainty::likely);
    }
    return std::nullopt;
}

std::optional<Slip> yes_no_slip(std::string_view text) {
    constexpr std::string_view kYes[] = {"ja", "oui", "si", "y", "on", "wahr", "vrai", "tak", "1"};
    constexpr std::string_view kNo[] = {"nein", "non", "nee", "n", "off", "falsch", "faux", "nie", "0"};
    const std::string word = folded(text);
    if (std::ranges::find(kYes, word) != std::end(kYes)) return slip_for("yes", Certainty::likely);
    if (std::ranges::find(kNo, word) != std::end(kNo)) return slip_for("no", Certainty::likely);
    return std::nullopt;
}

std::optional<Slip> reference_slip(const SlipQuestion& question, Arena& arena) {
    const std::string_view text = question.text;
    const auto& kinds = question.shape.reference->kinds;
    if (kinds.size() == 1 && kinds[0] == "standard") {
        if (auto slip = standard_slip(text)) return slip;
    }
    if (auto names = names_behind_dashes(text); !names.empty()) {
        Slip slip;
        slip.why = "[[a blank is missing after `-`|a dash stands before it]]";
        slip.is_list = question.list_may_stand;
        slip.certainty = slip.is_list || names.size() == 1 ? Certainty::certain : Certainty::open;
        slip.one_is_due = !slip.is_list && names.size() > 1;
        slip.texts = std::move(names);
        return slip;
    }
    if (text.ends_with(',') || text.ends_with(';'))
        return slip_for(
            std::string(trim(text.substr(0, text.size() - 1))), Certainty::certain,
            text.ends_with(',') ? Message("a comma stands behind it") : Message("a semicolon stands behind it"));
    if (std::string named = with_slash(text, question.rules); !named.empty())
        return slip_for(std::move(named), Certainty::certain,
                        "[[`/` alone stands between kind and id|kind and name are put together otherwise]]");
    if (text.find(' ') == std::string_view::npos) return std::nullopt;
    std::string joined = folded(text);
    std::ranges::replace(joined, ' ', '-');
    return slip_for(std::move(joined), Certainty::open,
                    make_message(arena, "[[an id has no blanks|it is no short name]]"));
}

std::optional<Slip> clause_slip(std::string_view text, Arena&) {
    if (!standards_named(text).ids.empty()) return std::nullopt;  // of which no clause is named
    const std::size_t split = text.find_last_of(" :/#");
    if (split == std::string_view::npos || !is_clause_number(text.substr(split + 1))) return std::nullopt;
    const NamedStandards named = standards_named(without_word_for_clause(text.substr(0, split)));
    if (named.ids.empty()) return std::nullopt;
    Slip slip;
    for (const std::string_view id : named.ids) slip.texts.push_back(fmt::format("{}:{}", id, text.substr(split + 1)));
    slip.certainty = named.ids.size() > 1 ? Certainty::open : Certainty::certain;
    slip.why = "a clause is named by its standard's [[id|short name]], a colon and its number";
    return slip;
}

}  // namespace ims
