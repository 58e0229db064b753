#include "assess/facts/grave_concerns.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {

bool is_grave(const RecordView& concern, const Facts& facts) {
    if (concern.is(kinds::risk)) {
        const RiskFacts& risk = facts.risk(concern.record());
        return risk.high() || risk.significant;
    }
    const std::string_view source = concern.word(fields::obligation::source);
    return concern.is(kinds::obligation) && (source == "law" || source == "permit");
}

DisciplineSet grave_disciplines(const RecordView& process, const Facts& facts) {
    DisciplineSet grave;
    for (const Concern& concern : facts.concerns(process.record())) {
        if (is_grave(process.graph()[concern.record], facts)) grave |= facts.disciplines(concern.record);
    }
    return grave;
}

std::optional<RecordId> grave_concern(const RecordView& process, DisciplineSet among, const Facts& facts) {
    for (const Concern& concern : facts.concerns(process.record())) {
        const bool there = !(facts.disciplines(concern.record) & among).empty();
        if (there && is_grave(process.graph()[concern.record], facts)) return concern.record;
    }
    return std::nullopt;
}

std::vector<RecordId> processes_touched(const RecordView& record, const Facts& facts) {
    const Graph& graph = record.graph();
    std::vector<RecordId> touched;
    if (record.is(kinds::process)) {
        touched.push_back(record.record());
    } else if (record.is(kinds::asset) || record.is(kinds::site) || record.is(kinds::supplier)) {
        touched = facts.processes_using(record.record());
    } else if (record.is(kinds::role)) {
        const auto processes = facts.processes_of(record.record());
        touched.assign(processes.begin(), processes.end());
    } else {
        for (const Edge& edge : graph.edges(record.record())) touched.push_back(edge.other);
        for (const Edge& edge : graph.references_to(record.record())) touched.push_back(edge.other);
    }
    std::erase_if(touched, [&](RecordId id) { return facts.process(id) == nullptr; });
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return touched;
}

}  // namespace ims
