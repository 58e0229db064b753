#include "assess/dates/last_check.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {
namespace {

LastCheck last_of(const FieldView& entries, Field date, const FieldView& every, const RecordView& record, Date today) {
    LastCheck last;
    last.certain = !entries.invalid() && !every.invalid();
    for (const FieldView entry : entries.children()) {
        const auto day = entry[date].date();
        if (!day) last.certain = false;
        if (!day || *day > today || (last.day && *day < *last.day)) continue;
        last.day = day;
        last.entry = entry;
    }
    last.due = due_after(last.day, every.duration(), record.graph().settings());
    return last;
}

}  // namespace

LastCheck last_verification(const RecordView& control, Date today) {
    namespace own = fields::control;
    return last_of(control[own::verifications], own::verifications.date, control[own::verify_every], control, today);
}

LastCheck last_evaluation(const RecordView& obligation, Date today) {
    namespace own = fields::obligation;
    const FieldView every = obligation[own::evaluate_every];
    LastCheck last = last_of(obligation[own::evaluations], own::evaluations.date, every, obligation, today);
    const FieldView since = obligation[own::since];
    if (!last.day) last.due = due_after(since.date(), every.duration(), obligation.graph().settings());
    if (!last.day && since.invalid()) last.certain = false;
    return last;
}

LastCheck last_measurement(const RecordView& objective, Date today) {
    namespace own = fields::objective;
    return last_of(objective[own::measurements], own::measurements.date, objective[own::measured_every], objective,
                   today);
}

}  // namespace ims
