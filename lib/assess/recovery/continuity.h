// What ISO 22301 asks of processes, plans and backups, where rules and the report must agree on it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "link/graph.h"

namespace ims {

// The discipline, if it is in force here.
std::optional<Discipline> continuity_discipline(const Settings& settings);
// The discipline as a set, for findings; empty where it is not in force.
DisciplineSet continuity_only(const Settings& settings);
// In force, its `processes` cover the type of the process, and the process does not say why it is not concerned.
bool continuity_concerns(const RecordView& process);
bool is_prioritised(const RecordView& process);

// What is missing in the impact analysis of a process in force that must have one: it is prioritised, or a core process
// that does not say why it is not.
struct ImpactAnalysis {
    bool asked = false;
    bool silent = false;                    // nothing at all is said
    bool reason_missing = false;            // not prioritised, and no reason is given
    std::vector<std::string_view> missing;  // of impact, mtpd, rto
    [[nodiscard]] bool complete() const { return !asked || missing.empty(); }
};
ImpactAnalysis impact_analysis(const RecordView& process);

// How much may be lost with an asset or supplier, in time: the longer of the backup's interval and `data_loss`; of an
// asset that says neither, its provider's.
struct DataLoss {
    std::optional<Duration> time;
    FieldView written;     // the value that counts
    RecordId stated_by;    // the record, or the provider of an asset
    bool backup = false;   // it is the interval of the backup
    bool invalid = false;  // a value is wrong, and reported as such: nothing is certain
};
DataLoss data_loss(const RecordView& asset_or_supplier);

// An active risk of continuity names the supplier.
bool is_known_as_risk(const RecordView& supplier);

// Backups are asked for: continuity or information security is in force.
bool backups_count(const Settings& settings);

// The day on which an active exercise was held, up to today; none where it is only planned.
std::optional<Date> held_on(const RecordView& exercise, Date today);
// Those of a plan that were held, the latest first.
std::vector<RecordView> exercises_of(const RecordView& plan, Date today);
// For which day an active exercise is planned that nobody says was held: a `planned` without a `date`.
std::optional<Date> planned_for(const RecordView& exercise);
// Those of a plan, the earliest first.
std::vector<RecordView> planned_exercises_of(const RecordView& plan);

}  // namespace ims
