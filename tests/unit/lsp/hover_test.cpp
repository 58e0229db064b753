#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

FilesOfFolder folder_of_hovers() {
    return {{"ims.yaml",
             "organisation: Petal & Post\n"
             "disciplines:\n  quality: {standards: [iso-9001-2026], lead: owner}\n  privacy: {}\n"
             "risk:\n  likelihood: [rare, possible, almost certain]\n  consequence: [minor, severe]\n"
             "  levels: {low: 1, high: 4}\n"
             "check: {profile: records}\n"},
            {"roles/roles.yaml",
             "role: owner\ntitle: Owner of *the* shop\n---\nrole: florist\ntitle: Florist\nreports_to: owner\nowner: "
             "owner\n"
             "clauses: [iso-9001-2026:5.3]\n---\nrole: old\ntitle: Old\nstatus: retired\nreports_to: nobody\n"
             "---\nrole: broken\ntitle: Broken\nreports_to: nobody\n"}};
}

class Hovers {
public:
    explicit Hovers(const EditorWish& wish = {}) : editor_(folder_of_hovers(), wish) {}
    std::string at_mark(std::string_view text, const std::string& name = "risks/new.yaml") {
        const Json params = editor_.at_mark(name, text);
        editor_.wait();
        answer_ = editor_.ask("textDocument/hover", params);
        return std::string(text_at(answer_, {"contents", "value"}));
    }
    // "line:begin-end" of what the last one was about.
    [[nodiscard]] std::string range() const {
        const TextRange range = read_range(at(answer_, {"range"}));
        return fmt::format("{}:{}-{}", range.begin.line, range.begin.character, range.end.character);
    }

private:
    Editor editor_;
    Json answer_;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("an id tells of its record") {
    Hovers hovers;
    CHECK(hovers.at_mark("risk: a\ntitle: \xF0\x9F\x8C\xB7\nreview: {x_a: \xF0\x9F\x8C\xB7, by: flo|rist}") ==
          "**Florist**\n\nrole `florist`\n\nOwner: Owner of \\*the\\* shop (`owner`)\n\nNamed by 1 record: `review.by`."
          "\n\nNothing is found on it.");
    CHECK(hovers.range() == "2:22-29");
    CHECK(hovers.at_mark("risk: a\nowner: |owner") ==
          "**Owner of \\*the\\* shop**\n\nrole `owner`\n\nNamed by 3 records: `owner` of 2, `disciplines.lead` of 1, "
          "`reports_to` of 1.\n\nNothing is found on it.");
    CHECK(hovers.at_mark("risk: a\nowner: old|").starts_with("**Old**\n\nrole `old`, retired\n\n"));
    CHECK(has(hovers.at_mark("risk: a\nowner: bro|ken"), "Found on it: 1 error\n- there is no role `nobody`"));
    CHECK(hovers.at_mark("risk: a|\ntitle: A\n").starts_with("**A**\n\nrisk `a`\n\nNo record names it."));
    CHECK(hovers.at_mark("risk: a\nowner: unkn|own") == "");
    CHECK(hovers.at_mark("risk: a\nowner: role/flo|rist").starts_with("**Florist**"));
    CHECK(hovers.at_mark("risk: a\nowner: person/flo|rist") == "");
    CHECK(hovers.at_mark("risk: a\n# owner: flo|rist") == "");
    CHECK(hovers.at_mark("risk: a\ndescription: flo|rist") == "");
    CHECK(hovers.at_mark("risk: a\nowner: | florist") == "");
}

TEST_CASE("a key tells of its field") {
    Hovers hovers;
    CHECK(
        hovers.at_mark("risk: a\nlike|lihood: rare").starts_with("**Likelihood before controls**\n\nHow likely it is"));
    CHECK(hovers.range() == "1:0-10");
    CHECK(has(hovers.at_mark("risk: a\now|ner: b"), "Takes the id of a role or `person/…`."));
    CHECK(has(hovers.at_mark("risk: a\nty|pe: threat"),
              "\n- `threat`: May harm what the organisation wants to reach. It counts"));
    CHECK(has(hovers.at_mark("risk: a\nreview: {ev|ery: 1 y}"), "Takes a length of time."));
    CHECK(hovers.at_mark("risk: a\nx_ow|n: b") == "");
    CHECK(hovers.at_mark("unkn|own: b") == "");
    CHECK(hovers.at_mark("ri|sk: a").starts_with("**Id**"));
}

TEST_CASE("words tell what they mean") {
    Hovers hovers;
    CHECK(hovers.at_mark("risk: a\ntype: asp|ect").starts_with("**environmental aspect**\n\nTouches the environment"));
    CHECK(hovers.at_mark("risk: a\nlikelihood: almost cer|tain") ==
          "**almost certain**\n\nStep 3 of 3, the lowest being 1.");
    CHECK(hovers.at_mark("risk: a\nlikelihood: |2") == "**possible**\n\nStep 2 of 3, the lowest being 1.");
    CHECK(hovers.at_mark("risk: a\ndisciplines: [qual|ity]") ==
          "**quality**\n\nA discipline in force, by `iso-9001-2026`.\n\nLead: Owner of \\*the\\* shop (`owner`)");
    CHECK(has(hovers.at_mark("risk: a\ndisciplines: [priv|acy]"), "ims.yaml names nobody who leads it."));
    CHECK(has(hovers.at_mark("risk: a\nconsequence: {priv|acy: minor}"), "A discipline in force"));
    const std::string rule = hovers.at_mark("risk: a\nexceptions:\n  - rule: risk-over-app|etite");
    CHECK(has(rule, "Rule `risk-over-appetite`, grade high"));
    CHECK(hovers.at_mark("risk: a\nexceptions:\n  - rule: nothing-of-the-kind|") == "");
}

TEST_CASE("a clause tells which records show it") {
    Hovers hovers;
    const std::string shown = hovers.at_mark("risk: a\nclauses: [iso-9001-2026:5.|3]");
    CHECK(shown.starts_with("**5.3 "));
    CHECK(has(shown, "Named by 2 records: `risk/a` and `role/florist`."));
    CHECK(has(hovers.at_mark("nonconformity: a\nclause: iso-9001-2026:7.1.|5"), "**7.1.5 "));
    CHECK(has(hovers.at_mark("risk: a\nclauses: [iso-9001-2026:99|]"), "has no clause `99`"));
    CHECK(hovers.at_mark("risk: a\nclauses: [iso-0000:|1]") == "");
    CHECK(hovers.at_mark("applicability: a\nagainst: iso-9001-2026\ndecisions:\n  5.|3: {applies: yes}")
              .starts_with("**5.3 "));
}

TEST_CASE("plain text for clients that show no Markdown") {
    Hovers hovers({.capabilities = R"({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})"});
    CHECK(hovers.at_mark("risk: a\nlikelihood: |2") == "possible\n\nStep 2 of 3, the lowest being 1.");
}

}  // namespace
}  // namespace ims
