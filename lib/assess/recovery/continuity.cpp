#include "assess/recovery/continuity.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {

namespace {

constexpr std::string_view kContinuity = "business-continuity";

bool says_not_applicable(const RecordView& process) {
    for (const FieldView entry : process[fields::process::not_applicable].children()) {
        if (entry.key() == kContinuity) return true;
    }
    return false;
}

// What the record says itself; of an asset the longer of backup and data_loss.
DataLoss stated_loss(const RecordView& record) {
    DataLoss loss;
    loss.stated_by = record.record();
    const auto consider = [&](const FieldView& value, bool backup) {
        loss.invalid = loss.invalid || value.invalid();
        const auto time = value.duration();
        if (!time || (loss.time && *time <= *loss.time)) return;
        loss.time = time;
        loss.written = value;
        loss.backup = backup;
    };
    if (record.is(kinds::asset)) {
        const FieldView backup = record[fields::asset::backup];
        const FieldView recovery = record[fields::asset::recovery];
        loss.invalid = backup.invalid() || recovery.invalid();
        consider(backup[fields::asset::backup.every], true);
        consider(recovery[fields::asset::recovery.data_loss], false);
    } else if (record.is(kinds::supplier)) {
        const FieldView recovery = record[fields::supplier::recovery];
        loss.invalid = recovery.invalid();
        consider(recovery[fields::supplier::recovery.data_loss], false);
    }
    return loss;
}

}  // namespace

std::optional<Discipline> continuity_discipline(const Settings& settings) { return settings.find(kContinuity); }

DisciplineSet continuity_only(const Settings& settings) {
    DisciplineSet set;
    if (const auto discipline = continuity_discipline(settings)) set.add(*discipline);
    return set;
}

bool continuity_concerns(const RecordView& process) {
    const Settings& settings = process.graph().settings();
    const auto discipline = continuity_discipline(settings);
    if (!discipline || says_not_applicable(process)) return false;
    const auto& types = settings.disciplines[discipline->index()].process_types;
    return types.empty() || !process.has(fields::process::type) ||
           std::ranges::find(types, process.word(fields::process::type)) != types.end();
}

bool is_prioritised(const RecordView& process) {
    namespace own = fields::process;
    return process[own::continuity][own::continuity.prioritised].yes().value_or(false);
}

ImpactAnalysis impact_analysis(const RecordView& process) {
    namespace own = fields::process;
    ImpactAnalysis out;
    const FieldView block = process[own::continuity];
    const FieldView prioritised = block[own::continuity.prioritised];
    const Settings& settings = process.graph().settings();
    // A word that is neither yes nor no leaves open what is asked.
    if (!process.active() || !continuity_discipline(settings) || block.invalid() || prioritised.invalid()) return out;
    const bool yes = is_prioritised(process);
    if (!yes) {
        const bool core = process.word(own::type) == "core" && continuity_concerns(process);
        const bool explained = prioritised && block[own::continuity.reason];
        if (!core || explained) return out;
    }
    out.asked = true;
    out.silent = !block;
    out.reason_missing = prioritised && !yes;
    if (!block[own::continuity.impact]) out.missing.emplace_back("impact");
    if (!block[own::continuity.mtpd]) out.missing.emplace_back("mtpd");
    if (!block[own::continuity.rto]) out.missing.emplace_back("rto");
    return out;
}

DataLoss data_loss(const RecordView& record) {
    const DataLoss own = stated_loss(record);
    if (own.time || own.invalid || !record.is(kinds::asset)) return own;
    for (const RecordView provider : record.linked(fields::asset::provider)) return stated_loss(provider);
    return own;
}

bool is_known_as_risk(const RecordView& supplier) {
    const auto discipline = continuity_discipline(supplier.graph().settings());
    if (!discipline) return false;
    for (const RecordView risk : supplier.linked(fields::supplier::risks)) {
        if (risk.active() && risk.disciplines(fields::disciplines).has(*discipline)) return true;
    }
    return false;
}

bool backups_count(const Settings& settings) {
    return continuity_discipline(settings) || settings.find("information-security");
}

namespace {

// The active exercises of a plan that have such a day, by it.
template <class DayOf>
std::vector<std::pair<Date, RecordView>> dated(const RecordView& plan, const DayOf& day_of) {
    std::vector<std::pair<Date, RecordView>> out;
    for (const Edge& edge : plan.graph().references_to(plan.record())) {
        const RecordView exercise = plan.graph()[edge.other];
        if (!exercise.is(kinds::exercise) || edge.field != fields::exercise::tests) continue;
        if (const auto day = day_of(exercise)) out.emplace_back(*day, exercise);
    }
    return out;
}

std::vector<RecordView> records_of(const std::vector<std::pair<Date, RecordView>>& dated) {
    std::vector<RecordView> out;
    for (const auto& [date, record] : dated) out.push_back(record);
    return out;
}

}  // namespace

std::optional<Date> held_on(const RecordView& exercise, Date today) {
    const auto date = exercise[fields::exercise::date].date();
    return exercise.active() && date && *date <= today ? date : std::nullopt;
}

std::optional<Date> planned_for(const RecordView& exercise) {
    if (!exercise.active() || exercise.has(fields::exercise::date)) return std::nullopt;
    return exercise[fields::exercise::planned].date();
}

std::vector<RecordView> exercises_of(const RecordView& plan, Date today) {
    auto held = dated(plan, [&](const RecordView& exercise) { return held_on(exercise, today); });
    std::ranges::stable_sort(held, std::ranges::greater(), &std::pair<Date, RecordView>::first);
    return records_of(held);
}

std::vector<RecordView> planned_exercises_of(const RecordView& plan) {
    auto planned = dated(plan, planned_for);
    std::ranges::stable_sort(planned, {}, &std::pair<Date, RecordView>::first);
    return records_of(planned);
}

}  // namespace ims
