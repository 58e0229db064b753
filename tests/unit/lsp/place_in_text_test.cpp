#include "lsp/place/place_in_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace ims {
namespace {

// "value review.every 'ty|ped' beside a, b": of the text with the mark `|`, which is the cursor.
std::string place_told(std::string_view marked) {
    const std::size_t mark = marked.find('|');
    REQUIRE(mark != std::string_view::npos);
    const std::string text = std::string(marked.substr(0, mark)) + std::string(marked.substr(mark + 1));
    const std::vector<std::uint32_t> starts = line_starts_of(text);
    const PlaceInText place = place_in_text({text, starts}, static_cast<std::uint32_t>(mark));
    if (place.due == PlaceInText::Due::nothing) return "nothing";
    CHECK(place.word.contains(static_cast<std::uint32_t>(mark)));
    constexpr std::array<std::string_view, 4> kDue = {"nothing", "key", "value", "either"};
    std::string out(kDue[static_cast<std::size_t>(place.due)]);
    out += place.way.empty() ? "" : " ";
    for (const PlaceInText::Step& step : place.way) {
        if (step.item) out += "[]";
        else out += fmt::format("{}{}", out.ends_with(' ') ? "" : ".", step.key);
    }
    if (!place.text.empty()) out += fmt::format(" '{}|{}'", place.typed, place.text.substr(place.typed.size()));
    if (!place.beside.empty()) out += fmt::format(" beside {}", fmt::join(place.beside, ", "));
    if (place.needs_blank) out += " +blank";
    if (place.needs_dash) out += " +dash";
    return out;
}

TEST_CASE("keys at the top, also of a second document") {
    CHECK(place_told("|") == "key");
    CHECK(place_told("ri|") == "key 'ri|'");
    CHECK(place_told("risk: a\n|") == "key beside risk");
    CHECK(place_told("risk: a\n\n|\ntitle: b\n") == "key beside risk, title");
    CHECK(place_told("risk: a\now|\ntitle: b\n") == "key 'ow|' beside risk, title");
    CHECK(place_told("risk: a\now|ner: c\n") == "key 'ow|ner' beside risk");
    CHECK(place_told("risk: a\n---\n|") == "key");
    CHECK(place_told("risk: a\n--- # the next\nrole: b\nt|\n---\nasset: c\n") == "key 't|' beside role");
    CHECK(place_told("risk: a\n-|--\n") == "nothing");
    CHECK(place_told("\xEF\xBB\xBF|") == "key");
    CHECK(place_told("\xEF\xBB\xBFrisk: a|") == "value risk 'a|'");
    CHECK(place_told("{risk: a, |}") == "key beside risk");
    CHECK(place_told("'ri|sk': a\n") == "key 'ri|sk'");
}

TEST_CASE("values behind keys") {
    CHECK(place_told("owner: |") == "value owner");
    CHECK(place_told("owner:|") == "value owner +blank");
    CHECK(place_told("owner: |\ntitle: b") == "value owner");
    CHECK(place_told("owner: flo|rist  # the best\n") == "value owner 'flo|rist'");
    CHECK(place_told("owner: | # who?\n") == "value owner");
    CHECK(place_told("owner: florist # w|ho?\n") == "nothing");
    CHECK(place_told("# |\n") == "nothing");
    CHECK(place_told("owner: \"flo|rist\"\n") == "value owner 'flo|rist'");
    CHECK(place_told("owner: \"flo|\ntitle: \"b\"\n") == "value owner 'flo|'");
    CHECK(place_told("owner: 'florist' |\n") == "nothing");
    CHECK(place_told("\"owner\": flo|\n") == "value owner 'flo|'");
    CHECK(place_told("owner: flo|rist\r\ntitle: b\r\n") == "value owner 'flo|rist'");
    CHECK(place_told("review:\n  last: |\n") == "value review.last");
    CHECK(place_told("review:\n\tlast: |\n") == "value review.last");
    CHECK(place_told("owner: &a flo|\n") == "value owner 'flo|'");
    CHECK(place_told("likelihood: almost c|") == "value likelihood 'almost c|'");
    CHECK(place_told("title: Übergröße \xF0\x9F\x8C\xB7\nowner: f|") == "value owner 'f|'");
}

TEST_CASE("maps and lists that stand below") {
    CHECK(place_told("review:\n  |") == "either review");
    CHECK(place_told("review:\n  la|") == "either review 'la|'");
    CHECK(place_told("review:\n  last: 2026-01-01\n  |") == "key review beside last");
    CHECK(place_told("review:\n  last: 2026-01-01\n  ev|\ntitle: a\n") == "key review 'ev|' beside last");
    CHECK(place_told("review:\n  last: 2026-01-01\n|") == "key beside review");
    CHECK(place_told("processes:\n  - |") == "either processes[]");
    CHECK(place_told("processes:\n  -|") == "either processes[] +blank");
    CHECK(place_told("processes:\n  - a\n  - b|\n  - c\n") == "either processes[] 'b|' beside a, c");
    CHECK(place_told("processes:\n  - a\n  |\n") == "either processes[] beside a +dash");
    CHECK(place_told("processes:\n- a\n- |\ntitle: b\n") == "either processes[] beside a");
    CHECK(place_told("processes:\n- a\n|") == "key beside processes");
    CHECK(place_told("exceptions:\n  - rule: |") == "value exceptions[].rule");
    CHECK(place_told("exceptions:\n  - rule: a\n    |") == "key exceptions[] beside rule");
    CHECK(place_told("exceptions:\n  - rule: a\n    re|\n  - rule: b\n") == "key exceptions[] 're|' beside rule");
    CHECK(place_told("exceptions:\n  - rule: a\n  - ru|\n") == "either exceptions[] 'ru|'");
    CHECK(place_told("exceptions:\n  - rule: a\n    by: b\n  - rule: c\n    by: |\n") == "value exceptions[].by");
    CHECK(place_told("a:\n  - - b\n    - |\n") == "either a[][] beside b");
    CHECK(place_told("review:\n    last: a\n  |\n") == "nothing");
}

TEST_CASE("brackets, closed or not") {
    CHECK(place_told("processes: [|]") == "value processes[]");
    CHECK(place_told("processes: [|") == "value processes[]");
    CHECK(place_told("processes: [a, |]") == "value processes[] beside a");
    CHECK(place_told("processes: [a,|]") == "value processes[] beside a +blank");
    CHECK(place_told("processes: [a, b|, c]") == "value processes[] 'b|' beside a, c");
    CHECK(place_told("processes: [a, b|\ntitle: c\n") == "value processes[] 'b|' beside a");
    CHECK(place_told("processes: [a,\n  |]\ntitle: c\n") == "value processes[] beside a");
    CHECK(place_told("processes: [a,\n  |\ntitle: c\n") == "value processes[] beside a");
    CHECK(place_told("processes: [a,  # one\n  b|\n]\n") == "value processes[] 'b|' beside a");
    CHECK(place_told("processes: [a, # on|e\n  b]\n") == "nothing");
    CHECK(place_told("processes: [a] |\n") == "nothing");
    CHECK(place_told("processes: [\"a|\"]") == "value processes[] 'a|'");
    CHECK(place_told("processes: [\"a|]\ntitle: b") == "value processes[] 'a|'");
    CHECK(place_told("review: {|}") == "key review");
    CHECK(place_told("review: {last: 2026-01-01, |}") == "key review beside last");
    CHECK(place_told("review: {last: |}") == "value review.last");
    CHECK(place_told("review: {last: 2026|, every: 1 y}") == "value review.last '2026|'");
    CHECK(place_told("review: {la|st: 2026}") == "key review 'la|st'");
    CHECK(place_told("review: {last: a, e|\ntitle: b") == "key review 'e|' beside last");
    CHECK(place_told("review: {\"last\":|}") == "value review.last +blank");
    CHECK(place_told("a: [{b: c, d: [e, |]}]") == "value a[].d[] beside e");
    CHECK(place_told("a: [b: |]") == "value a[].b");
    CHECK(place_told("needs:\n  - {asset: a}\n  - {|\n  - {asset: b}\n") == "key needs[]");
    CHECK(place_told("needs:\n  [a, |]\n") == "value needs[] beside a");
    CHECK(place_told("a: ]}|") == "value a ']}|'");
    CHECK(place_told("a: [b]]}, |") == "nothing");
}

TEST_CASE("within texts nothing is due") {
    CHECK(place_told("description: >\n  Some |text\ntitle: a\n") == "nothing");
    CHECK(place_told("description: >\n  Some text\n  |\n") == "nothing");
    CHECK(place_told("description: >\n  Some text\n\n|\n  and more\n") == "nothing");
    CHECK(place_told("description: >\n  Some text\n|") == "key beside description");
    CHECK(place_told("description: >\n  owner: |\n") == "nothing");
    CHECK(place_told("description: Some text\n  that goes |on\n") == "nothing");
    CHECK(place_told("description: \"Some text\n  that goes |on\"\nowner: a\n") == "nothing");
    CHECK(place_told("activities:\n  - name: a\n    description: >-\n      te|xt\n") == "nothing");
    CHECK(place_told("description: >-|\n") == "nothing");
}

}  // namespace
}  // namespace ims
