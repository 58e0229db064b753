// What turns red: what will be found in the days to come if nobody acts, by week and by who can mend it.
#include "compare/forecast.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/sections/cells.h"
#include "report/table_of.h"

namespace ims::reports::forecast {
namespace {

// People read some of a list; programs get all.
constexpr std::size_t kMostRows = 80;
constexpr std::size_t kMostOwners = 4;  // named in a line

// The Monday of a day's week; 1970-01-01 was a Thursday.
Date week_of(Date day) {
    const std::int32_t since_monday = ((day.days + 3) % 7 + 7) % 7;
    return {day.days - since_monday};
}

struct Row {
    const Foreseen* foreseen = nullptr;
    Gap gap;
};

using ByGrade = std::array<std::size_t, 4>;

std::size_t counted(const ByGrade& counts, Grade grade) { return counts[static_cast<std::size_t>(grade)]; }

// Of a week, or of somebody who can mend it.
struct Group {
    ByGrade counts = {};
    const Row* first = nullptr;
    std::map<RecordId, std::size_t> owners;
};

class Report {
public:
    explicit Report(const ReportInput& input)
        : page_(input, "forecast", "What turns red"),
          forecast_(foresee(page_.analysis, input.days, Jobs(input.jobs))),
          days_(input.days) {
        for (const Foreseen& each : forecast_.foreseen) {
            std::vector<Row>& rows = each.finding.grade >= Grade::medium ? red_ : low_;
            rows.push_back({&each, gap_of(page_, each.finding)});
        }
        for (const Row& row : red_) {
            for (Group* const group : {&weeks_[week_of(row.foreseen->day)], &owners_[row.gap.owner]}) {
                ++group->counts[static_cast<std::size_t>(row.gap.grade)];
                ++group->owners[row.gap.owner];
                if (group->first == nullptr) group->first = &row;
            }
        }
    }

    Document run() {
        add_summary();
        if (!red_.empty()) {
            add_weeks();
            add_owners();
            page_.heading(2, "Day by day");
            page_.add(table_of(red_, "foreseen", "What turns red, day by day"));
        }
        if (!low_.empty()) {
            page_.heading(2, "Of low grade");
            page_.paragraph(
                "Reminders ahead of a day, and chances to get better. Where a reminder leads to something above, it is "
                "the time to act.");
            page_.add(table_of(low_, "low", "Of low grade, day by day"));
        }
        return page_.finish();
    }

private:
    void add_summary() {
        page_.heading(2, "In short");
        add_what_was_judged(page_);
        if (red_.empty()) {
            page_.paragraph("Nothing turns red by itself within {0} {0:day|days}, until {1}.", days_, forecast_.last);
        } else {
            const Row& first = red_.front();
            page_.paragraph(in_a_row(
                {page_.say("{}.",
                           strong(page_.say("Within {0} {0:day|days}, until {1}, {2} {2:thing turns|things turn} red "
                                            "if nobody acts, {3}",
                                            days_, forecast_.last, red_.size(), told_counts()))),
                 page_.say("The first on {}: {}", first.foreseen->day, told(first)), told_owners()}));
        }
        if (!low_.empty())
            page_.paragraph("{0} more {0:is|are} of low grade, such as reminders; {0:it stands|they stand} at the end.",
                            low_.size());
        add_today();
        page_.paragraph(
            "Every day was judged as a check of these records on that day judges it. Whatever somebody does, records "
            "or changes until then is not in here; what happens unforeseen neither. What nobody dated cannot turn red "
            "on a day: {} lists it.",
            to_report("the calendar", "calendar"));
    }

    void add_today() {
        const auto red = [](const Finding& finding) { return finding.grade >= Grade::medium; };
        const auto today = static_cast<std::size_t>(std::ranges::count_if(page_.analysis.findings, red));
        if (today == 0) return page_.paragraph("Today nothing of medium grade or worse is found.");
        page_.paragraph(
            "{0} {0:finding|findings} of medium grade or worse {0:is|are} there today already, and not "
            "told again here: see {1}.",
            today, to_report("the gaps", "gaps"));
    }

    [[nodiscard]] Words told_counts() const {
        ByGrade counts = {};
        for (const Row& row : red_) ++counts[static_cast<std::size_t>(row.gap.grade)];
        std::vector<Words> parts;
        for (const Grade grade : {Grade::error, Grade::high, Grade::medium}) {
            const std::size_t count = counted(counts, grade);
            if (count == red_.size())
                return count == 1 ? page_.say("of grade {}", grade) : page_.say("all of grade {}", grade);
            if (count > 0) parts.push_back(page_.say("{} {}", count, grade));
        }
        return page_.say("{}", parts);
    }

    [[nodiscard]] Words told(const Row& row) const {
        return behind_place(page_, row.gap, page_.sentence(row.gap.finding->message));
    }

    [[nodiscard]] Words name_of(RecordId owner) const {
        return owner.known() ? cell_name(page_, owner) : page_.say("nobody who is named");
    }

    // "Shop manager (3), Florist (1)", who has most first.
    [[nodiscard]] Words shares(const std::map<RecordId, std::size_t>& owners) const {
        std::vector<std::pair<RecordId, std::size_t>> sorted(owners.begin(), owners.end());
        std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<RecordId, std::size_t>::second);
        std::vector<Words> parts;
        for (const auto& [owner, count] : sorted) {
            if (parts.size() == kMostOwners && sorted.size() > kMostOwners + 1) break;
            parts.push_back(page_.say("{} ({})", name_of(owner), count));
        }
        if (const std::size_t more = sorted.size() - parts.size(); more > 0)
            parts.push_back(page_.say("{0} {0:other|others}", more));
        return listed(parts);
    }

    [[nodiscard]] Words told_owners() const {
        std::map<RecordId, std::size_t> owners;
        for (const Row& row : red_) ++owners[row.gap.owner];
        return page_.say("Who can mend it: {}.", shares(owners));
    }

    void add_weeks() {
        TableOf<std::pair<const Date, Group>> table(
            {.key = "weeks", .title = "Week by week", .sortable = false},
            {{{"week", "Week from"}, [](const auto& each) { return TableCell::day(each.first); }},
             {{"error", "Errors", Column::Align::right, {}, has(Grade::error)}, counter(Grade::error)},
             {{"high", "High", Column::Align::right, {}, has(Grade::high)}, counter(Grade::high)},
             {{"medium", "Medium", Column::Align::right, {}, has(Grade::medium)}, counter(Grade::medium)},
             {{"owners", "Who can mend it"},
              [this](const auto& each) { return TableCell(shares(each.second.owners)); }},
             {{"first", "The first of them", {}, {}, Column::For::programs},
              [this](const auto& each) { return TableCell(told_with_day(*each.second.first)); }}});
        table.add_all(weeks_);
        page_.heading(2, "Week by week");
        page_.add(table.take());
    }

    void add_owners() {
        TableOf<std::pair<const RecordId, Group>> table(
            {.key = "owners", .title = "By who can mend it", .most_shown = kMostRows},
            {{{"owner", "Who", {}, Column::Holds::record},
              [this](const auto& each) { return titled_cell(page_, each.first, "nobody is named"); }},
             {{"error", "Errors", Column::Align::right, {}, has(Grade::error)}, counter(Grade::error)},
             {{"high", "High", Column::Align::right, {}, has(Grade::high)}, counter(Grade::high)},
             {{"medium", "Medium", Column::Align::right, {}, has(Grade::medium)}, counter(Grade::medium)},
             {{"first", "The first of them"},
              [this](const auto& each) { return TableCell(told_with_day(*each.second.first)); }}});
        std::vector<const std::pair<const RecordId, Group>*> sorted;
        for (const auto& each : owners_) sorted.push_back(&each);
        std::ranges::stable_sort(sorted, [](const auto* a, const auto* b) {
            const auto reversed = [](const ByGrade& counts) { return std::array{counts[3], counts[2], counts[1]}; };
            return reversed(a->second.counts) > reversed(b->second.counts);
        });
        for (const auto* const each : sorted) table.add(*each);
        page_.heading(2, "By who can mend it");
        page_.add(table.take());
    }

    [[nodiscard]] Column::For has(Grade grade) const {
        const bool any = std::ranges::any_of(red_, [&](const Row& row) { return row.gap.grade == grade; });
        return any ? Column::For::all : Column::For::programs;
    }

    // Of a week, or of an owner.
    struct Counter {
        Grade grade;
        template <class Each>
        TableCell operator()(const Each& each) const {
            return TableCell::number(counted(each.second.counts, grade));
        }
    };
    [[nodiscard]] static Counter counter(Grade grade) { return {grade}; }

    [[nodiscard]] Words told_with_day(const Row& row) const {
        return page_.say("{}: {}", row.foreseen->day, told(row));
    }

    [[nodiscard]] Table table_of(const std::vector<Row>& rows, std::string key, std::string title) const {
        TableOf<Row> table(
            {.key = std::move(key), .title = std::move(title), .most_shown = kMostRows},
            {{{"day", "From"}, [](const Row& row) { return TableCell::day(row.foreseen->day); }},
             {{.key = "week", .title = "Week from", .readers = Column::For::programs, .is_facet = true},
              [](const Row& row) { return TableCell::day(week_of(row.foreseen->day)); }},
             {{.key = "grade", .title = "Grade", .is_facet = true}, [this](const Row& row) { return grade_cell(row); }},
             {{"was", "Was", {}, {}, Column::For::programs},
              [](const Row& row) {
                  return row.foreseen->worse() ? TableCell(raw(to_string(*row.foreseen->was)))
                                               : TableCell(Words(), MachineValue(nullptr));
              }},
             {{"found", "What turns red"}, [this](const Row& row) { return TableCell(told(row)); }},
             {{.key = "owner", .title = "Who can mend it", .holds = Column::Holds::record, .is_facet = true},
              [this](const Row& row) { return titled_cell(page_, row.gap.owner, "nobody is named"); }},
             {{"mending", "How", {}, {}, Column::For::programs},
              [this](const Row& row) { return TableCell(capitalised(page_.say(row.gap.finding->help))); }},
             {{.key = "disciplines", .title = "Disciplines", .readers = Column::For::programs, .is_facet = true},
              [this](const Row& row) { return discipline_cell(page_, row.gap.disciplines); }},
             {{"record", "Record", {}, Column::Holds::record, Column::For::programs},
              [this](const Row& row) { return titled_cell(page_, row.gap.record); }},
             {{"rule", "Rule", {}, {}, Column::For::programs},
              [this](const Row& row) { return TableCell(raw(page_.rules[row.gap.finding->rule].name)); }},
             {{"path", "Path", {}, {}, Column::For::programs},
              [this](const Row& row) { return TableCell(raw(where(page_, row.gap).path)); }},
             {{"until", "Not found any more from", {}, {}, Column::For::programs},
              [](const Row& row) { return TableCell::day(row.foreseen->until); }},
             {{"fingerprint", "Fingerprint", {}, {}, Column::For::programs},
              [](const Row& row) { return TableCell(raw(row.foreseen->fingerprint)); }}},
            page_.cells);
        table.add_all(rows);
        return table.take();
    }

    [[nodiscard]] TableCell grade_cell(const Row& row) const {
        const Grade grade = row.gap.grade;
        const Words words = row.foreseen->worse() && *row.foreseen->was != grade
                                ? page_.say("{}, was {}", grade, *row.foreseen->was)
                                : page_.say("{}", grade);
        TableCell cell(words, std::string(to_string(grade)));
        cell.tone = grade >= Grade::high ? Tone::bad : grade == Grade::medium ? Tone::poor : Tone::none;
        return cell;
    }

    Page page_;
    const Forecast forecast_;
    const std::int32_t days_;
    std::vector<Row> red_;  // of medium grade or worse
    std::vector<Row> low_;
    std::map<Date, Group> weeks_;
    std::map<RecordId, Group> owners_;
};

}  // namespace

Document build(const ReportInput& input) { return Report(input).run(); }

}  // namespace ims::reports::forecast
