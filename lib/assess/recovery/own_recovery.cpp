#include "assess/recovery/own_recovery.h"

#include <utility>
#include <vector>

#include "schema/fields.h"

namespace ims {
namespace {

// `recovery` of an asset, supplier or site: one field, whatever the kind.
OwnRecovery stated_by(const RecordView& record) {
    constexpr auto recovery = fields::asset::recovery;
    OwnRecovery own;
    const FieldView block = record[recovery];
    const FieldView agreed = block[recovery.agreed];
    const FieldView demonstrated = block[recovery.demonstrated];
    own.written = longer(agreed, demonstrated);
    own.time = own.written.duration();
    own.demonstrated = own.time && (!agreed.duration() || *own.time > *agreed.duration());
    own.uncertain = block.invalid() || agreed.invalid() || demonstrated.invalid();
    own.stated_by = record.record();
    return own;
}

OwnRecovery of_process(const RecordView& process) {
    OwnRecovery own;
    const FieldView block = process[fields::process::continuity];
    own.written = block[fields::process::continuity.rto];
    own.time = own.written.duration();
    own.uncertain = block.invalid() || own.written.invalid();
    own.stated_by = process.record();
    return own;
}

OwnRecovery of(const RecordView& record) {
    if (record.is(kinds::process)) return of_process(record);
    OwnRecovery own = stated_by(record);
    if (own.time || own.uncertain || !record.is(kinds::asset)) return own;
    const auto providers = record.linked(fields::asset::provider);
    if (!providers.empty()) return stated_by(*providers.begin());
    own.uncertain = !record.lacks(fields::asset::provider);
    return own;
}

}  // namespace

FieldView longer(const FieldView& a, const FieldView& b) {
    if (!b.duration()) return a.duration() ? a : FieldView();
    return a.duration() && *a.duration() >= *b.duration() ? a : b;
}

RecordTable<OwnRecovery> find_own_recovery(const Graph& graph, const NeedGraph& needs) {
    std::vector<OwnRecovery> own;
    own.reserve(needs.records().size());
    for (const RecordId record : needs.records()) own.push_back(of(graph[record]));
    OwnRecovery others;
    others.not_asked = true;
    return {needs.places(), std::move(own), others};
}

}  // namespace ims
