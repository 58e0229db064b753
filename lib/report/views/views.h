// What `ims rules`, `ims list`, `ims show` and `ims explain` print: short documents that answer one question.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "compare/difference.h"
#include "report/report.h"

namespace ims {

// Rules by name, family, grade and what they find.
Document view_rules(const RuleBook& book, std::span<const RuleId> rules, Date today);
// What may be written of a kind of record: each field, whether it is needed, and what it says.
Document view_kind(const KindSpec& kind, Date today);
// Whether a field is needed, or when: empty where it is not.
Words needed(const FieldSpec& field);
// The same of fields, and of those in them. `before`: what their paths begin with, `review.`.
Table fields_table(std::span<const FieldSpec> fields, const std::string& before = {});
// Kinds and how many records there are of each.
Document view_kinds(const Analysis& analysis);
// What of the records of a kind, and in which order: names as of report/views/record_columns.h, `-` before one that is
// to go from the last to the first. Without columns: id, title, owner, status and file; without order: that of the
// files.
struct RecordsWish {
    std::vector<std::string> columns;
    std::vector<std::string> sort;
};
// The records of a kind. An error is about a name of a column.
Result<Document> view_records(const Analysis& analysis, KindId kind, const RecordsWish& wish = {});
// A record: its fields, what it names, what names it, what was found.
Document view_record(const Analysis& analysis, RecordId record);
// How a process meets a discipline, each letter of the matrix traced to its records. Requires: a process in force.
Document view_cell(const Analysis& analysis, RecordId process, Discipline discipline);
// The same of the system as a whole: what there is once for all processes.
Document view_system_cell(const Analysis& analysis, Discipline discipline);

// What a change does, and whom it concerns. `sides`: "from commit 0123456789 (`HEAD^`) to what lies here". Told to
// readers, people by their roles.
Document view_difference(const FolderDifference& difference, std::string_view sides);

// The lines of a baseline, and what became of what each stands for. Requires: the analysis has one.
Document view_baseline(const Analysis& analysis);

}  // namespace ims
