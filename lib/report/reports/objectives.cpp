// The register of objectives: what is to be reached by when, how far it is, and what is done for it.
#include <algorithm>

#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::objectives {
namespace {

namespace own = fields::objective;

Words with_unit(const Page& page, const RecordView& record, const FieldView& value) {
    const Words number = raw(value.text());
    const std::string_view unit = record[own::unit].text();
    return unit.empty() ? number : page.say("{} {}", number, raw(unit));
}

TableCell baseline(const Page& page, const RecordView& record) {
    const FieldView baseline = record[own::baseline];
    return baseline ? TableCell(with_unit(page, record, baseline)) : TableCell(Words(), MachineValue(nullptr));
}

TableCell target(const Page& page, const RecordView& record) {
    const FieldView target = record[own::target];
    if (!target) return not_stated(page);
    Words words = with_unit(page, record, target);
    switch (direction_of(record)) {
        case Direction::at_least: words = page.say("at least {}", words); break;
        case Direction::at_most: words = page.say("at most {}", words); break;
        case Direction::unknown: break;
    }
    if (const auto due = record[own::due].date()) words = page.say("{} by {}", words, *due);
    return {std::move(words), target.number() ? MachineValue(*target.number()) : MachineValue(nullptr)};
}

TableCell last_value(const Page& page, const RecordView& record) {
    const LastCheck last = last_measurement(record, page.facts.today());
    if (!last.day) return not_stated(page, "no evidence found");
    const FieldView value = last.entry[own::measurements.value];
    Words words = page.say("{} on {}", strong(with_unit(page, record, value)), *last.day);
    // A value says little without what it is to be.
    if (record[own::target]) words = page.say("{}; to be {}", words, target(page, record).words);
    return {std::move(words), value.number() ? MachineValue(*value.number()) : MachineValue(nullptr)};
}

// The last few values of each, the oldest first, so that a reader sees where it goes.
void add_measurements(Register& out) {
    constexpr std::size_t kMostValues = 8;
    constexpr std::size_t kMostRows = 100;
    Table table{.key = "measurements",
                .title = "Measurements",
                .columns = {{"objective", "Objective", {}, Column::Holds::record},
                            {"values", "Values so far"},
                            {"count", "How many", Column::Align::right}},
                .most_shown = kMostRows};
    const Page& page = out.page;
    for (const RecordView& record : out.records()) {
        std::vector<std::pair<Date, std::string_view>> values;
        for (const FieldView entry : record[own::measurements].children()) {
            const auto day = entry[own::measurements.date].date();
            if (day && *day <= page.facts.today()) values.emplace_back(*day, entry[own::measurements.value].text());
        }
        if (values.empty()) continue;
        std::ranges::stable_sort(values, {}, &std::pair<Date, std::string_view>::first);
        const std::size_t skipped = values.size() > kMostValues ? values.size() - kMostValues : 0;
        std::vector<Words> shown;
        for (std::size_t index = skipped; index < values.size(); ++index)
            shown.push_back(page.say("{} ({})", raw(values[index].second), values[index].first));
        table.rows.push_back({page.titled(record.record()),
                              skipped > 0 ? page.say("… {}", listed(shown)) : listed(shown),
                              TableCell::number(values.size())});
    }
    out.page.add_titled(2, std::move(table));
}

void add_actions_of_objectives(Register& out) {
    constexpr std::size_t kMostRows = 100;
    Table table{.key = "actions",
                .title = "What is done for them",
                .columns = {{"objective", "Objective", {}, Column::Holds::record},
                            {"does", "What"},
                            {"owner", "Who", {}, Column::Holds::record},
                            {"due", "Due"},
                            {"done", "Done"}},
                .most_shown = kMostRows};
    const Page& page = out.page;
    for (const RecordView& record : out.records()) {
        for (const FieldView entry : record[own::actions].children()) {
            const auto due = entry[own::actions.due].date();
            const auto done = entry[own::actions.done].date();
            const bool overdue = !entry[own::actions.done] && due && *due < page.facts.today();
            TableCell day = due ? TableCell::day(due) : not_stated(page, "no day set");
            TableCell state = TableCell::day(done);
            if (entry[own::actions.done].invalid()) state = state_cell(page, unjudged("it could not be read"));
            if (overdue) {
                state = TableCell(strong(page.say("overdue")), MachineValue(nullptr));
                state.tone = Tone::bad;
            }
            Words who = targets(page, entry[own::actions.owner]);
            table.rows.push_back({page.titled(record.record()), prose_cell(entry[own::actions.does].text()),
                                  who.empty() ? page.say("nobody is named") : std::move(who), std::move(day),
                                  std::move(state)});
        }
    }
    out.page.add_titled(2, std::move(table), page.say("No action is recorded."));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input,
                 {.kind = kinds::objective,
                  .report = "objectives",
                  .title = "Objectives",
                  .nothing = "no objective is recorded. Begin with what customers would notice first: [[a file "
                             "with `objective`, `title`, `measure`, `target`, `due` and `disciplines`, and a "
                             "value under `measurements` whenever one is taken|how it is measured, what is to be "
                             "reached by when, and the value whenever one is taken]].",
                  .columns = {{{"measure", "Measure"}, prose_of(own::measure)},
                              {{"baseline", "From"}, baseline},
                              {{"target", "Target"}, target},
                              {{"value", "Last measured"}, last_value},
                              {{"processes", "Processes", {}, Column::Holds::records}, links_of({own::processes})}},
                  .shown = "value"});
    out.begin();
    if (!out.records().empty()) {
        add_measurements(out);
        add_actions_of_objectives(out);
    }
    return out.finish();
}

}  // namespace ims::reports::objectives
