#include "edit/named_places.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "analyzed.h"
#include "judge/example_folders.h"
#include "schema/fields.h"

using namespace ims;

namespace {

// The texts that name it, in their order.
std::vector<std::string> texts(const Analysis& analysis, KindId kind, std::string_view id) {
    std::vector<std::string> out;
    for (const NamedPlace& each : places_naming(analysis, kind, id)) out.push_back(each.text);
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a record is named by its id, or with its kind") {
    const auto analysis = analyzed(
        "# file: ims.yaml\norganisation: O\ntop_management: [a]\ndefaults:\n  process: {owner: role/a}\n"
        "# file: records.yaml\nrole: a\ntitle: a\ndeputies: [person/a]\n---\nperson: a\ntitle: a\nroles: [a]\n---\n"
        "process: p\ntitle: P\nowner: person/a\nconsulted: a\nneeds: [{what: role/a}, {what: site/a}]\n---\n"
        "site: a\ntitle: a\nprocesses: [p]\n---\nprocess: a\ntitle: a\npart_of: p\n---\nchange: c\ntitle: C\nreason: "
        "a\n"
        "affects: [role/a, site/a, a]\n");
    CHECK(texts(*analysis, kinds::role, "a") == Texts{"a", "role/a", "a", "a", "role/a", "role/a"});
    CHECK(texts(*analysis, kinds::person, "a") == Texts{"person/a", "person/a"});
    CHECK(texts(*analysis, kinds::site, "a") == Texts{"site/a", "site/a"});
    CHECK(texts(*analysis, kinds::process, "p") == Texts{"p", "p"});
    CHECK(texts(*analysis, kinds::process, "nothing").empty());
}

TEST_CASE("it gets another id in the form that was written") {
    NamedPlace place;
    place.text = "a";
    CHECK(place.with_id("b") == "b");
    place.text = "role/a";
    CHECK(place.with_id("b") == "role/b");
    place.text = "rules:4.1";
    place.clause = true;
    CHECK(place.with_id("b") == "b:4.1");
}

TEST_CASE("what is found by its text is what links lead to, in every example") {
    for (const std::string name : {"minimal", "corner-shop-siloed"}) {
        const auto analysis = test::analysis_of(test::example(name));
        REQUIRE(analysis != nullptr);
        const Graph& graph = analysis->graph;
        for (const RecordId id : graph.all()) {
            const RecordView record = graph[id];
            std::set<Span> linked;
            for (const Edge& edge : graph.references_to(id)) {
                for (const FieldView& value : graph.places(edge.other, edge)) linked.insert(value.span());
            }
            std::set<Span> found;
            for (const NamedPlace& each : places_naming(*analysis, record.kind(), record.id())) found.insert(each.span);
            // A default that a record itself overrides names it, and no link shows it.
            for (const Span& each : linked) CHECK_MESSAGE(found.contains(each), record.name().text());
            for (const Span& each : found) {
                if (each.file != analysis->settings.file) CHECK_MESSAGE(linked.contains(each), record.name().text());
            }
        }
    }
}

TEST_CASE("an alias may read a place as something else") {
    const auto analysis = analyzed(
        "role: a\ntitle: &t a\nreports_to: b\n---\nrole: b\ntitle: B\npurpose: &who a\nincludes: *who\n---\n"
        "process: p\ntitle: P\nowner: &o a\nconsulted: [*o]\n");
    const std::vector<NamedPlace> places = places_naming(*analysis, kinds::role, "a");
    REQUIRE(places.size() == 3);
    const auto other = read_otherwise(*analysis, places[0].span, places);
    REQUIRE(other.has_value());
    CHECK(analysis->sources.text(*other) == "purpose");
    CHECK_FALSE(read_otherwise(*analysis, places[1].span, places).has_value());
}
