#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsOfOffers =
    "organisation: Petal & Post\n"
    "disciplines:\n  quality: {standards: [iso-9001-2026], lead: owner}\n  privacy: {}\n"
    "risk:\n  likelihood: [rare, possible, almost certain]\n  consequence: [minor, severe]\n"
    "  levels: {low: 1, high: 4}\n"
    "check: {profile: records}\n";

FilesOfFolder folder_of_offers() {
    return {
        {"ims.yaml", std::string(kSettingsOfOffers)},
        {"roles/roles.yaml",
         "role: owner\ntitle: Owner of the shop\n---\nrole: florist\ntitle: Florist\nreports_to: owner\nowner: owner\n"
         "---\nrole: driver\ntitle: Driver\nstatus: retired\n"},
        {"people/p.yaml", "person: p-01\ntitle: Mia\nroles: [owner]\n"},
        {"risks/risks.yaml", "risk: R-007\ntitle: Flowers wilt\n---\nrisk: R-008\ntitle: The van breaks down\n"},
        {"processes/sell.yaml", "process: sell\ntitle: Sell flowers\n---\nprocess: buy\ntitle: Buy flowers\n"}};
}

Json offered(Editor& editor, const std::string& name, std::string_view text) {
    const Json params = editor.at_mark(name, text);
    editor.wait();
    return editor.ask("textDocument/completion", params);
}

// The labels in their order, the first few.
std::string labels(const Json& list, std::size_t most = 8) {
    const Json::List* const items = at(list, {"items"}).as_list();
    if (items == nullptr) return "nothing";
    std::vector<std::string> out;
    for (const Json& each : *items) {
        if (out.size() == most) break;
        out.emplace_back(text_at(each, {"label"}));
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

const Json& offer_called(const Json& list, std::string_view label) {
    const Json::List* const items = at(list, {"items"}).as_list();
    CAPTURE(label);
    CAPTURE(labels(list, 40));
    REQUIRE(items != nullptr);
    const auto found = std::ranges::find(*items, label, [](const Json& each) { return text_at(each, {"label"}); });
    REQUIRE(found != items->end());
    return *found;
}

class OffersOf {
public:
    explicit OffersOf(const EditorWish& wish = {}) : editor_(folder_of_offers(), wish) {}
    std::string labels_at(std::string_view text, std::size_t most = 8, const std::string& name = "risks/new.yaml") {
        return labels(offered(editor_, name, text), most);
    }
    // The text once that offer is taken.
    std::string taken(std::string_view text, std::string_view label, const std::string& name = "risks/new.yaml") {
        const Json list = offered(editor_, name, text);
        const Json edit = *offer_called(list, label).find("textEdit");
        const Json changes = Json::object({{Editor::uri(name), Json::list({edit})}});
        return editor_.after(Json::object({{"changes", changes}}))[name];
    }
    Json offer(std::string_view text, std::string_view label, const std::string& name = "risks/new.yaml") {
        return offer_called(offered(editor_, name, text), label);
    }
    Editor& editor() { return editor_; }

private:
    Editor editor_;
};

TEST_CASE("ids of records by the kinds that a field takes") {
    OffersOf offers;
    CHECK(offers.labels_at("risk: a\nprocesses: [|]") == "buy, sell");
    CHECK(offers.labels_at("risk: a\nprocesses: [buy, |]") == "sell");
    CHECK(offers.labels_at("risk: a\nprocesses: [s|") == "sell, buy");
    CHECK(offers.labels_at("risk: a\nprocesses: flow|") == "buy, sell");
    CHECK(offers.labels_at("risk: a\nprocesses:\n  - |") == "buy, sell");
    CHECK(offers.labels_at("risk: a\nowner: |") == "florist, owner, person/p-01, driver");
    CHECK(offers.labels_at("risk: a\nowner: person/|") == "person/p-01");
    CHECK(offers.labels_at("risk: a\nowner: mi|") == "person/p-01");
    CHECK(offers.labels_at("risk: a\nowner: OWN|") == "owner");
    CHECK(offers.labels_at("risk: a\nowner: zzz|") == "nothing");
    CHECK(offers.labels_at("role: florist\nreports_to: |\n", 8, "roles/x.yaml") == "owner, driver");
    CHECK(offers.taken("risk: a\nowner: f|lo\ntitle: b", "florist") == "risk: a\nowner: florist\ntitle: b");
    CHECK(offers.taken("risk: a\nowner:|", "florist") == "risk: a\nowner: florist");
    CHECK(offers.taken("risk: a\nowner: \"f|\"", "florist") == "risk: a\nowner: \"florist\"");
    CHECK(offers.taken("risk: a\nowner: person/|", "person/p-01") == "risk: a\nowner: person/p-01");
    CHECK(offers.taken("risk: a\nprocesses: [buy,|]", "sell") == "risk: a\nprocesses: [buy, sell]");
    CHECK(offers.taken("risk: a\nprocesses:\n  |", "sell") == "risk: a\nprocesses:\n  - sell");
    CHECK(offers.taken("risk: a\nprocesses:\n  -|", "sell") == "risk: a\nprocesses:\n  - sell");
    // Characters that take two units of UTF-16.
    CHECK(offers.taken("risk: a\nreview: {x_a: \"\xF0\x9F\x8C\xB7\", by: fl|}", "florist") ==
          "risk: a\nreview: {x_a: \"\xF0\x9F\x8C\xB7\", by: florist}");
}

TEST_CASE("records of open documents that cannot be read yet are offered too") {
    OffersOf offers;
    offers.editor().open("processes/new.yaml", "process: pack\ntitle: \"Pack parcels\"\nowner: [\n");
    CHECK(offers.labels_at("risk: a\nprocesses: [|]") == "buy, sell, pack");
    CHECK(text_at(offers.offer("risk: a\nprocesses: parc|", "pack"), {"detail"}) == "Pack parcels");
    CHECK(offers.labels_at("risk: a\nowner: |") == "florist, owner, person/p-01, driver");
}

TEST_CASE("what is said of a record that is offered") {
    OffersOf offers;
    const Json florist = offers.offer("risk: a\nowner: |", "florist");
    CHECK(text_at(florist, {"detail"}) == "Florist");
    CHECK(text_at(florist, {"labelDetails", "description"}) == "Owner of the shop · roles/roles.yaml");
    CHECK(text_at(florist, {"filterText"}) == "florist Florist");
    const Json driver = offers.offer("risk: a\nowner: |", "driver");
    CHECK(to_text(at(driver, {"tags"})) == "[1]");
    const Json sell = offers.offer("risk: a\nprocesses: flow|", "sell");
    CHECK(text_at(sell, {"filterText"}) == "flowers sell");
}

TEST_CASE("words, days and names") {
    OffersOf offers;
    CHECK(offers.labels_at("risk: a\ntype: |") == "threat, opportunity, hazard, aspect");
    CHECK(text_at(offers.offer("risk: a\ntype: |", "threat"), {"detail"}) == "threat (counts if left out)");
    CHECK(text_at(offers.offer("risk: a\ntype: |", "hazard"), {"documentation", "value"}) ==
          "May injure people or make them ill.");
    CHECK(offers.labels_at("risk: a\ntreatment: [avoid, r|]") == "reduce, retain, share, pursue");
    CHECK(offers.labels_at("risk: a\nlikelihood: |") == "rare, possible, almost certain");
    CHECK(offers.labels_at("risk: a\nlikelihood: almost c|") == "almost certain");
    CHECK(offers.labels_at("risk: a\nconsequence: |") == "minor, severe");
    CHECK(offers.labels_at("risk: a\nconsequence: {|}") == "quality, privacy");
    CHECK(offers.labels_at("risk: a\nconsequence: {quality: |}") == "minor, severe");
    CHECK(offers.labels_at("risk: a\ndisciplines: [quality, |]") == "privacy");
    CHECK(offers.labels_at("risk: a\nreview: {last: |}") == "2026-06-01");
    CHECK(offers.labels_at("risk: a\nexceptions:\n  - until: |") == "2027-06-01, 2026-06-01");
    CHECK(offers.labels_at("risk: a\nreview: {every: |}") == "30 min, 4 h, 2 d, 1 w, 6 months, 1 y");
    CHECK(offers.labels_at("supplier: a\ncritical: |") == "yes, no");
    CHECK(offers.labels_at("risk: a\nexceptions:\n  - rule: risk-over|") == "risk-over-appetite");
    CHECK(offers.labels_at("risk: a\nexceptions:\n  - rule: unknown-refer|") == "nothing");
    CHECK(offers.labels_at("risk: a\ntitle: |") == "nothing");
    CHECK(offers.labels_at("risk: a\nx_own: |") == "nothing");
    CHECK(offers.labels_at("risk: a\ndescription: >\n  owner: |") == "nothing");
}

TEST_CASE("clauses, the standards first") {
    OffersOf offers;
    CHECK(offers.labels_at("risk: a\nclauses: [|]", 2) == "iso-9001-2026:, iso-13485-2016:");
    CHECK(offers.labels_at("risk: a\nclauses: [iso-9001-2026:8.4|]", 3) ==
          "iso-9001-2026:8.4, iso-9001-2026:8.4.1, iso-9001-2026:8.4.2");
    CHECK(offers.labels_at("risk: a\nclauses:\n  - iso-9001-2026:|", 2) == "iso-9001-2026:4.1, iso-9001-2026:4.2");
    CHECK(offers.labels_at("risk: a\nclauses: [iso-9001-2026:|]", 2) == "iso-9001-2026:4.1, iso-9001-2026:4.2");
    CHECK(offers.labels_at("risk: a\nclauses: iso-9001-2026:|", 2) == "iso-9001-2026:4.1, iso-9001-2026:4.2");
    CHECK(offers.taken("risk: a\nclauses:\n  - iso-9001-2026:|", "iso-9001-2026:4.1") ==
          "risk: a\nclauses:\n  - iso-9001-2026:4.1");
    CHECK(offers.labels_at("risk: a\nclauses: [8.4.1|]", 1) == "iso-9001-2026:8.4.1");
    CHECK(offers.labels_at("applicability: a\nagainst: |", 2) == "iso-9001-2026, iso-13485-2016");
    CHECK(offers.labels_at("applicability: a\nagainst: iso-9001-2026\ndecisions:\n  4.|", 2) == "4.1, 4.2");
}

TEST_CASE("keys: those that are not there, needed ones first") {
    OffersOf offers;
    CHECK(offers.labels_at("risk: a\n|", 3) == "title, description, type");
    CHECK(offers.labels_at("risk: a\ntitle: b\now|") == "owner");
    CHECK(offers.labels_at("risk: a\nreview:\n  |", 8) == "last, every, next, by");
    CHECK(offers.labels_at("risk: a\nreview: {last: 2026-01-01, |}", 8) == "every, next, by");
    CHECK(offers.labels_at("risk: a\nexceptions:\n  - rule: x\n    |", 8) == "reason, by, disciplines, until");
    CHECK(offers.taken("risk: a\nti|", "title") == "risk: a\ntitle: ");
    CHECK(offers.taken("risk: a\nti|tle: b", "title") == "risk: a\ntitle: b");
    CHECK(offers.taken("risk: a\nrevi|", "review") == "risk: a\nreview:\n  $0");
    CHECK(offers.taken("risk: a\nproc|", "processes") == "risk: a\nprocesses: [$0]");
    CHECK(offers.taken("risk: a\nexc|", "exceptions") == "risk: a\nexceptions:\n  - $0");
    CHECK(offers.taken("risk: a\nexceptions:\n  |", "rule") == "risk: a\nexceptions:\n  - rule: ");
    CHECK(offers.taken("risk: a\nreview: {|}", "last") == "risk: a\nreview: {last: }");
    CHECK(offers.taken("risk: a\nreview: |", "last") == "risk: a\nreview: {last: $0}");
    CHECK(offers.taken("risk: a\nreview:|", "last") == "risk: a\nreview: {last: $0}");
    CHECK(offers.taken("risk: a\nexceptions: [{rule: b}, |]", "reason") ==
          "risk: a\nexceptions: [{rule: b}, {reason: $0}]");
    CHECK(offers.labels_at("risk: a\nreview: l|") == "nothing");
    CHECK(offers.taken("process: a\nactivities:\n  - resp|", "responsible", "processes/x.yaml") ==
          "process: a\nactivities:\n  - responsible: [$0]");
    CHECK(offers.labels_at("role: a\nnot_applicable:\n  |") == "quality, privacy");
    CHECK(offers.labels_at("title: a\n---\nrisk: b\ntitle: c\nowner: d\nlik|\n---\nrole: d\n") == "likelihood");
    CHECK(offers.labels_at("risk: a\ntags: [b, |]") == "nothing");
}

TEST_CASE("records that begin") {
    OffersOf offers;
    CHECK(offers.labels_at("|", 2) == "risk, applicability");
    CHECK(offers.taken("|", "risk") == "risk: ${1:R-009}\ntitle: $2\n$0");
    CHECK(offers.taken("ris|", "risk") == "risk: ${1:R-009}\ntitle: $2\n$0");
    CHECK(offers.taken("document|", "document").starts_with("document: $1\ntitle: $2\ntype: ${3|"));
    CHECK(offers.taken("title: b\n|", "risk") == "title: b\nrisk: ");
    CHECK(offers.labels_at("risk: |") == "R-009");
    CHECK(offers.labels_at("process: |\ntitle: Make cards", 8, "processes/cards.yaml") == "make-cards, cards");
    OffersOf plain({.capabilities = R"({"textDocument": {}})"});
    CHECK(plain.taken("|", "risk") == "risk: ");
    CHECK(plain.labels_at("risk: a\nreview: |") == "nothing");
    CHECK(plain.taken("risk: a\nrevi|", "review") == "risk: a\nreview: ");
    CHECK(plain.offer("risk: a\nowner: |", "florist").find("labelDetails") == nullptr);
}

TEST_CASE("ims.yaml") {
    OffersOf offers;
    const auto labels_at = [&](std::string_view text, std::size_t most = 8) {
        return offers.labels_at(text, most, "ims.yaml");
    };
    CHECK(labels_at("|", 3) == "organisation, scope, top_management");
    CHECK(labels_at("disciplines:\n  quality: {}\n  |", 2) == "environment, health-and-safety");
    CHECK(labels_at("disciplines:\n  quality:\n    |") == "standards, lead, processes, costs");
    CHECK(labels_at("disciplines: {quality: {lead: |}}") == "florist, owner, driver");
    CHECK(labels_at("disciplines: {quality: {standards: [|]}}", 2) == "iso-13485-2016, iso-14001-2015");
    CHECK(labels_at("defaults: {|}", 2) == "applicability, asset");
    CHECK(labels_at("defaults: {risk: {ow|}}") == "owner");
    CHECK(labels_at("defaults:\n  risk:\n    owner: |") == "florist, owner, person/p-01, driver");
    CHECK(labels_at("defaults:\n  risk:\n    risk|") == "current, residual");
    CHECK(labels_at("check: {rules: {risk-over|}}") == "risk-over-appetite");
    CHECK(labels_at("check: {rules: {risk-over-appetite: |}}", 2) == "off, low");
    CHECK(labels_at("check:\n  fail_on: |", 2) == "error, high");
    CHECK(labels_at("risk:\n  |", 2) == "likelihood, consequence");
    CHECK(labels_at("risk:\n  levels: {low: 1, high: 4}\n  appetite: |") == "low, high");
}

TEST_CASE("of many records the first hundred that fit are offered") {
    FilesOfFolder files = folder_of_offers();
    std::string& assets = files["assets/all.yaml"];
    for (int number = 0; number < 1000; ++number)
        assets += fmt::format("{}asset: asset-{:05}\ntitle: Machine number {} in hall {}\n", number == 0 ? "" : "---\n",
                              number, number, number % 7);
    Editor editor(files);
    const Json params = editor.at_mark("risks/new.yaml", "risk: a\nassets: [|]");
    editor.wait();
    const Json list = editor.ask("textDocument/completion", params);
    CHECK(at(list, {"items"}).as_list()->size() == 100);
    CHECK(says_yes(list, {"isIncomplete"}));
    CHECK(labels(list, 1) == "asset-00000");
    const Json few = offered(editor, "risks/new.yaml", "risk: a\nassets: [0099|]");
    CHECK(labels(few, 2) == "asset-00990, asset-00991");
    CHECK_FALSE(says_yes(few, {"isIncomplete"}));
}

TEST_CASE("in an exception, what is found on the record comes first") {
    Editor editor(FilesOfFolder{{"ims.yaml", "organisation: Petal & Post\ndisciplines: {quality: {}}\n"},
                                {"bake.yaml", "process: bake\ntitle: Bake\n"}});
    const Json list = offered(editor, "bake.yaml", "process: bake\ntitle: Bake\nexceptions:\n  - rule: |\n");
    const Json& first = (*at(list, {"items"}).as_list())[0];
    CHECK(text_at(first, {"labelDetails", "description"}) == "found here");
    CHECK(text_at(offer_called(list, "process-without-owner"), {"labelDetails", "description"}) == "found here");
    CHECK(labels(offered(editor, "bake.yaml", "process: bake\ntitle: Bake\nexceptions: [{rule: process-without-ow|")) ==
          "process-without-owner");
}

TEST_CASE("standards that nobody names yet are offered too") {
    Editor editor(FilesOfFolder{{"bake.yaml", "process: bake\ntitle: Bake\n"}});
    const Json list = offered(editor, "bake.yaml", "process: bake\ntitle: Bake\nclauses: [iso-2|");
    CHECK(labels(list, 4) == "iso-20000-1-2018:, iso-22000-2018:, iso-22301-2019:, iso-27001-2022:");
}

}  // namespace
}  // namespace ims
