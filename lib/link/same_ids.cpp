#include "link/same_ids.h"

#include <algorithm>

#include "diagnostics/rules.h"

namespace ims {
namespace {

constexpr std::size_t kMostShown = 3;

// Where others have it, the one that counts first.
void point_at_others(Finding& finding, RecordId record, const SameId& same, RecordId kept,
                     std::span<const Record> records) {
    const auto point_at = [&](RecordId other, Message says) {
        if (other != record) finding.labels.push_back({records[other.index()].id_span(), says});
    };
    point_at(kept, "[[references lead here|this one is taken to be meant]]");
    for (const RecordId other : same) {
        if (finding.labels.size() == kMostShown) return;
        if (other != kept) point_at(other, same.size() == 2 ? Message("the other one") : Message("another one"));
    }
}

}  // namespace

void report_same_id(const SameId& same, RecordId kept, bool written_alike, std::span<const Record> records,
                    const Schema& schema, std::vector<Finding>& findings, Arena& arena) {
    const std::size_t others = same.size() - 1;
    for (const RecordId each : same) {
        const Record& record = records[each.index()];
        const Message message = others == 1 ? make_message(arena, "another {} has the [[id|short name]] {} too",
                                                           in_words(record.kind), quoted(record.id))
                                            : make_message(arena, "{} other {} have the [[id|short name]] {} too",
                                                           others, plural(record.kind), quoted(record.id));
        Finding& finding = add_error(
            findings, RuleId::duplicate_id, record.id_span(), message,
            others == 1
                ? Message(
                      "give one of the two another [[id|short name]]; or, if they mean the same, make them one record")
                : Message("give each of them another [[id|short name]]; or make those one record that mean the same"));
        point_at_others(finding, each, same, kept, records);
        if (!written_alike)
            finding.notes.push_back("they look alike: one writes as two characters what the other writes as one");
        finding.record = {{}, schema[record.kind].name, record.id};
        finding.twins = {same.front(), same.front()};
    }
}

}  // namespace ims
