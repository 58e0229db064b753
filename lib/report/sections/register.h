// A register: every record of a kind in a row, with how it stands today, what is due next and what was found about it;
// the most pressing first. What is common to all of them is here; a report adds what is its own. People see a few
// columns, since each title leads to a page with the rest; programs get every field.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/overview/due_dates.h"
#include "report/gap.h"
#include "report/page.h"
#include "report/sections/cells.h"

namespace ims {

// What a column of a register says of a record.
using RegisterCell = std::function<TableCell(const Page& page, const RecordView& record)>;

struct RegisterColumn {
    Column column;
    RegisterCell cell;
};

// What a field says: as it is written, as one of a few words, with the mark-up of a line.
RegisterCell text_of(Field field);
RegisterCell word_of(Field field);
RegisterCell prose_of(Field field);
// The records that fields name, by title; `none` where there is none.
RegisterCell links_of(std::vector<Field> fields, Message none = {});
// How soon a record is back with all that it needs.
TableCell back_within(const Page& page, const RecordView& record);

struct RegisterSpec {
    KindId kind;
    std::string_view report;                 // "obligations"; also the family of its rules
    Message title;                           // "Obligations"
    Message nothing;                         // what is not there and how to begin, where there is no record
    std::vector<RegisterColumn> columns;     // its own, behind its state and what is due; for programs
    std::string_view shown = {};             // the one of them that people see too, since it makes this register
    std::string_view instead_of_owner = {};  // where others than an owner have to see to it
};

class Register {
public:
    Register(const ReportInput& input, RegisterSpec spec);

    Page page;
    // In force, or drafts; the most pressing first, drafts last.
    [[nodiscard]] const std::vector<RecordView>& records() const { return records_; }

    // The summary, the register itself, and what is late or due soon; what is not there, where there is none.
    void begin();
    // What was found, and the end that every report has.
    Document finish();

private:
    [[nodiscard]] std::vector<const Gap*> found_on(const RecordView& record) const;
    [[nodiscard]] const std::vector<const DueDate*>& due_of(const RecordView& record) const;
    [[nodiscard]] bool is_late(const RecordView& record) const;
    // Something is to be done, and no day says when.
    [[nodiscard]] bool may_be_late(const RecordView& record) const;
    [[nodiscard]] TableCell overdue_cell(const RecordView& record) const;
    void add_summary();
    [[nodiscard]] Words told_gaps(std::size_t late, bool sure) const;
    void add_table();
    void add_due();

    RegisterSpec spec_;
    std::vector<RecordView> records_;
    std::vector<DueDate> dates_;  // of its records, the soonest first
    std::map<RecordId, std::vector<const DueDate*>> due_;
    std::vector<Gap> gaps_;  // as collected
    std::map<RecordId, std::vector<const Gap*>> found_;
};

// "2 name no discipline, and count in none.": of the active records of a register; empty where each names one.
Words told_uncounted(const Register& out);

// Of dates of one record, the soonest first: what is overdue or was never done, and the next that is to come.
std::vector<Words> told_dates(const Page& page, const std::vector<const DueDate*>& dates);
// The first of these, and how many more there are; programs read its day.
TableCell next_due_cell(const Page& page, const std::vector<const DueDate*>& dates);

// Dates in a table, in their order, with who has to see to each. Used by the calendar too.
Table due_table(const Page& page, const std::vector<const DueDate*>& dates, std::string key, std::string title);
// "Evaluation", "Action: order a second van".
Words what_is_due(const Page& page, const DueDate& date);

// Findings about records of a kind, or of a family of rules.
std::vector<Gap> gaps_about(const Page& page, std::span<const Gap> gaps, std::optional<KindId> kind,
                            std::string_view family);
// The same under a heading for each rule; `none` where there are
// none.
void add_gaps_about(Page& page, std::span<const Gap> gaps, std::optional<KindId> kind, std::string_view family,
                    Message none = "None was found.");

}  // namespace ims
