#include "compare/renamed_findings.h"

#include <doctest/doctest.h>

#include <string>

#include "analyzed.h"
#include "edit/rename.h"
#include "judge/fingerprint.h"

using namespace ims;

namespace {

std::vector<std::string> known_as(const Analysis& analysis) {
    return fingerprints({analysis.findings, {}}, analysis.rules.book(), analysis.sources);
}

constexpr std::string_view kFolder =
    "role: a\ntitle: A\n---\nprocess: p\ntitle: P\nowner: a\n---\naudit: u\ntitle: U\nplanned: 2026-01-01\n"
    "done: 2026-01-02\nprocesses: [p]\nauditors: [a]\n";

}  // namespace

TEST_CASE("findings of a renamed record, and those that name it, are the same under other fingerprints") {
    const auto before = analyzed(kFolder);
    const auto fix = rename_everywhere(*before, id_of(*before, "role/a"), "longer-one")->fix;
    const auto edits = render(*before, fix);
    REQUIRE(edits.has_value());
    std::string text(kFolder);
    for (auto edit = edits->rbegin(); edit != edits->rend(); ++edit)
        text.replace(edit->span.begin, edit->span.end - edit->span.begin, edit->text);
    const auto after = analyzed(text);
    const RenamedFindings findings = pair_findings(*before, *after, {"role/a", "role/longer-one", *edits});
    CHECK(findings.gone.empty());
    CHECK(findings.come.empty());
    CHECK(findings.same.size() == before->findings.size());
    const auto changed = changed_fingerprints(*before, *after, findings);
    const std::vector<std::string> was = known_as(*before);
    std::vector<std::string> is = known_as(*after);
    std::size_t others = 0;
    for (std::size_t index = 0; index < was.size(); ++index) {
        const auto other = changed.find(std::string(without_ordinal(was[index])));
        const std::string expected = other == changed.end() ? was[index] : other->second;
        CHECK(std::ranges::find(is, expected) != is.end());
        const bool of_role = before->findings[index].record.text() == "role/a";
        const bool by_key = before->findings[index].key == "role/a";
        CHECK((other != changed.end()) == (of_role || by_key));
        others += by_key ? 1 : 0;
    }
    CHECK(others > 0);
}

TEST_CASE("what differs otherwise is told") {
    const auto before = analyzed(kFolder);
    const auto after = analyzed(std::string(kFolder) + "---\nrole: b\ntitle: B\nreports_to: nobody\n");
    const RenamedFindings findings = pair_findings(*before, *after, {"role/a", "role/a", {}});
    CHECK(findings.gone.empty());
    CHECK(!findings.come.empty());
    CHECK(pair_findings(*after, *before, {"role/a", "role/a", {}}).gone.size() == findings.come.size());
}

TEST_CASE("an ordinal is no part of what a fingerprint is of") {
    CHECK(without_ordinal("1:0123456789abcdef") == "1:0123456789abcdef");
    CHECK(without_ordinal("1:0123456789abcdef-2") == "1:0123456789abcdef");
}
