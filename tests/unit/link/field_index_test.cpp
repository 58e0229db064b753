// What the index finds is what a look at all values of a record finds.
#include "link/field_index.h"

#include <doctest/doctest.h>

#include <string>

#include "analyzed.h"
#include "schema/fields.h"

using namespace ims;

namespace {

// The first value of a record's top level that has the field.
std::optional<std::uint32_t> looked_up(const Graph& graph, RecordId id, Field field) {
    const Record& record = graph.record(id);
    const Value* values = graph.values(record.file);
    for (std::uint32_t place = record.first; place < record.last; place = values[place].next) {
        if (values[place].field == field) return place;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("each field of each record is found where it is written, and none that is not") {
    std::string text =
        "# ims.yaml\ndisciplines: {quality: {lead: boss}}\ndefaults: {risk: {review: {every: 1 y}}}\n"
        "# all.yaml\nrole: boss\ntitle: Boss\nx_own: 1\npurpose: To lead\n---\n"
        "risk: fire\ntitle: Fire\ntitle: Twice\nowner: boss\nno_field: 1\ndisciplines: [quality]\n---\nrisk: empty\n"
        "---\nprocess: far\ntitle: Far\npurpose: To go far\nactivities:\n";
    // What stands behind more values than a place can count is found too.
    for (int index = 0; index < 15'000; ++index) text += "  - {name: a, responsible: [boss], does: b}\n";
    text += "owner: boss\n";
    const auto analysis = analyzed(text);
    const Graph& graph = analysis->graph;
    std::size_t found = 0;
    for (std::size_t index = 0; index < graph.size(); ++index) {
        const RecordId id = RecordId::from(index);
        for (std::size_t number = 0; number < graph.schema().paths().size(); ++number) {
            const Field field(static_cast<std::uint16_t>(number));
            const auto place = looked_up(graph, id, field);
            CHECK(graph.place_of(id, field) == place);
            found += place ? 1 : 0;
        }
        CHECK(!graph.place_of(id, Field()));
    }
    CHECK(found > 12);
    CHECK(graph[id_of(*analysis, "process/far")].linked(fields::owner).size() == 1);
    CHECK(graph[id_of(*analysis, "process/far")][fields::owner].text() == "boss");
}
