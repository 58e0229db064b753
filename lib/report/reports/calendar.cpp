// The calendar: what falls due when, of every record and discipline in one list, and who has to see to it.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "report/sections/calendar_events.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::calendar {
namespace {

enum class Period : std::uint8_t { overdue, soon, next, later, never, undated };
constexpr std::size_t kPeriods = 6;

struct Told {
    std::string_view key;
    Message heading;
    Message none;
    Message says = {};  // what the rows have in common
};

constexpr std::array<Told, kPeriods> kTold = {{
    {"overdue", "Overdue", "Nothing is overdue."},
    {"next-30-days", "Due within 30 days", "Nothing."},
    {"next-90-days", "Due in 31 to 90 days", "Nothing."},
    {"later", "Later", "Nothing."},
    {"never-done", "Never done", "Whatever has to be done again and again was done at least once.",
     "These have to be done again and again, and no evidence was found that they ever were; so nothing says when they "
     "are due next."},
    {"undated", "Promised without a day", "Whatever is promised has a day.",
     "Somebody said that this will be done, and nobody said when."},
}};

Period period_of(const DueDate& date, Date today) {
    if (date.overdue) return Period::overdue;
    if (date.never && !date.overdue) return Period::never;
    if (!date.due) return Period::undated;
    const std::int32_t days = date.due->days - today.days;
    return days <= 30 ? Period::soon : days <= 90 ? Period::next : Period::later;
}

using Counts = std::array<std::size_t, kPeriods>;

class Calendar {
public:
    explicit Calendar(const ReportInput& input) : page_(input, "calendar", "Calendar{}", whose(input)) {
        for (const DueDate& date : page_.analysis.due_dates()) {
            if (!is_of_subject(date)) continue;
            dates_.push_back(&date);
            const auto period = static_cast<std::size_t>(period_of(date, page_.facts.today()));
            in_period_[period].push_back(&date);
            Owner& owner = owners_[date.owner];
            ++owner.counts[period];
            if (owner.first == nullptr) owner.first = &date;
        }
    }

    Document run() {
        add_summary();
        if (!dates_.empty()) add_periods();
        Document document = page_.finish();
        document.calendar = calendar_of(page_, dates_);
        return document;
    }

private:
    // ": Florist"
    static Words whose(const ReportInput& input) {
        if (!input.subject.known()) return {};
        return raw(fmt::format(": {}", input.analysis.graph[input.subject].title()));
    }

    // Of a person their own duties alone: what belongs to a role belongs to whoever holds it.
    [[nodiscard]] bool is_of_subject(const DueDate& date) const {
        return !page_.subject.known() || date.owner == page_.subject || date.holder == page_.subject;
    }

    void add_periods() {
        // What presses first; what is far off may wait behind the owners.
        for (std::size_t period = 0; period < kPeriods; ++period) {
            if (period == static_cast<std::size_t>(Period::later) && !page_.subject.known()) add_owners();
            add_period(period);
        }
    }

    // People read some of a list; programs get all.
    static constexpr std::size_t kMostRows = 60;

    struct Owner {
        Counts counts = {};
        const DueDate* first = nullptr;
    };

    [[nodiscard]] std::size_t count(Period period) const { return in_period_[static_cast<std::size_t>(period)].size(); }

    void add_summary() {
        page_.heading(2, "In short");
        const bool of_person = page_.subject.known() && page_.graph[page_.subject].is(kinds::person);
        if (of_person)
            page_.paragraph("For this person alone. What belongs to a role stands in the calendar of the role.");
        if (dates_.empty() && page_.subject.known()) return page_.paragraph("No duty with a day is theirs.");
        if (dates_.empty()) {
            return page_.paragraph(
                "No record says when anything is due. Begin with [[`review` (`last` and `every`) on your highest risk, "
                "or with `evaluate_every` on an obligation|your highest risk: say when it was last reviewed and how "
                "often it is to be; or with an obligation, and how often it is to be evaluated]].");
        }
        page_.paragraph(page_.audience() == Audience::editors ? told_counts() : told_counts_to_readers());
        page_.paragraph(
            "Reviews, evaluations, verifications, measurements, exercises, maintenance, calibration, tests of backups, "
            "audits, promised actions, targets, notices of incidents, and what ends by itself: acceptances, "
            "exceptions, agreements and competences. Due today is not overdue.");
    }

    [[nodiscard]] Words told_counts() const {
        return page_.say(
            "{}, {} due within 30 days, {} in 31 to 90 days, {} later; {} never done; {} promised without a day.",
            strong(page_.say("{} overdue", count(Period::overdue))), count(Period::soon), count(Period::next),
            count(Period::later), count(Period::never), count(Period::undated));
    }

    // Readers hear of what there is none of only where that is good news.
    [[nodiscard]] Words told_counts_to_readers() const {
        const std::size_t over = count(Period::overdue);
        const Words overdue = over == 0 ? page_.say("Nothing is overdue") : page_.say("{0} {0:is|are} overdue", over);
        std::vector<Words> told = {
            strong(overdue), page_.say("{0} {0:falls|fall} due within 30 days, {1} in 31 to 90 days, and {2} later",
                                       count(Period::soon), count(Period::next), count(Period::later))};
        if (const std::size_t never = count(Period::never); never > 0)
            told.push_back(page_.say("{0} {0:was|were} never done", never));
        if (const std::size_t undated = count(Period::undated); undated > 0)
            told.push_back(page_.say("{0} {0:is|are} promised without a day", undated));
        return page_.say("{:all}.", listed_by(Joined::by_semicolons, told));
    }

    void add_owners() {
        Table table{.key = "owners",
                    .title = "By owner",
                    .columns = {{"owner", "Who", {}, Column::Holds::record},
                                {"overdue", "Overdue", Column::Align::right},
                                {"next_30_days", "Within 30 days", Column::Align::right},
                                {"next_90_days", "31 to 90 days", Column::Align::right},
                                {"later", "Later", Column::Align::right},
                                {"never_done", "Never done", Column::Align::right},
                                {"undated", "Without a day", Column::Align::right},
                                {"first", "To begin with"}},
                    .most_shown = kMostRows};
        std::vector<std::pair<RecordId, const Owner*>> sorted;
        for (const auto& [id, owner] : owners_) sorted.emplace_back(id, &owner);
        std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
            // The one with most that is overdue first, then with most that is due soon.
            return a.second->counts > b.second->counts;
        });
        for (const auto& [id, owner] : sorted) {
            std::vector<TableCell>& row = table.rows.emplace_back();
            row.emplace_back(!id.known()            ? page_.say("nobody is named")
                             : is_hidden(page_, id) ? page_.called(id)
                                                    : page_.introduced(id));
            for (const std::size_t number : owner->counts) row.push_back(TableCell::number(number));
            row.emplace_back(first_words(*owner->first));
        }
        page_.heading(2, "By owner");
        page_.add(std::move(table));
    }

    // "2026-04-01 evaluation of Waste water"
    Words first_words(const DueDate& date) const {
        const Message kind = in_words(date.kind);
        const Words what = date.due ? page_.say("{}[[ |, ]]{}", *date.due, kind) : page_.say(kind);
        return date.record.known() ? page_.say("{}: {}", what, page_.called(date.record)) : what;
    }

    void add_period(std::size_t period) {
        const Told& told = kTold[period];
        const Words heading = page_.say(told.heading);
        page_.heading(2, heading);
        if (in_period_[period].empty()) return page_.paragraph(page_.say(told.none));
        if (!told.says.empty()) page_.paragraph(page_.say(told.says));
        Table table = due_table(page_, in_period_[period], std::string(told.key), heading.plain());
        table.most_shown = kMostRows;
        page_.add(std::move(table));
    }

    Page page_;
    std::vector<const DueDate*> dates_;  // the soonest first
    std::array<std::vector<const DueDate*>, kPeriods> in_period_;
    std::map<RecordId, Owner> owners_;
};

}  // namespace

Document build(const ReportInput& input) { return Calendar(input).run(); }

}  // namespace ims::reports::calendar
