// The concerns that are linked to a record itself: active risks of any type, obligations that apply, objectives.
#pragma once

#include "assess/concerns/obligations.h"
#include "link/graph.h"
#include "schema/fields.h"

namespace ims {

inline bool is_concern(const RecordView& record) {
    if (!record.active()) return false;
    if (record.is(kinds::obligation)) return applies(record);
    return record.is(kinds::risk) || record.is(kinds::objective);
}

// Hands over those of a process, asset, site or supplier.
template <class Visit>
void visit_linked_concerns(const RecordView& record, const Visit& visit) {
    const auto look = [&](Field field) {
        for (const RecordView each : record.linked(field)) {
            if (is_concern(each)) visit(each.record());
        }
    };
    if (record.is(kinds::process)) {
        look(fields::process::risks);
        look(fields::process::obligations);
        look(fields::process::objectives);
    } else if (record.is(kinds::asset)) {
        look(fields::asset::risks);
        look(fields::asset::obligations);
    } else if (record.is(kinds::site)) {
        look(fields::site::risks);
        look(fields::site::obligations);
    } else if (record.is(kinds::supplier)) {
        look(fields::supplier::risks);
    }
}

}  // namespace ims
