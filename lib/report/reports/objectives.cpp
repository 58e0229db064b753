// The register of objectives: what is to be reached by when, how far it is, and what is done for it.
#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "base/text.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::objectives {
namespace {

namespace own = fields::objective;

std::string with_unit(const RecordView& record, const FieldView& value) {
    const std::string_view unit = record[own::unit].text();
    return fmt::format("{}{}{}", value.text(), unit.empty() ? "" : " ", unit);
}

TableCell baseline(const Page&, const RecordView& record) {
    const FieldView baseline = record[own::baseline];
    return baseline ? TableCell(with_unit(record, baseline)) : TableCell("", MachineValue(nullptr));
}

TableCell target(const Page&, const RecordView& record) {
    const FieldView target = record[own::target];
    if (!target) return not_stated();
    const Direction direction = direction_of(record);
    Words words = direction == Direction::at_least ? "at least " : direction == Direction::at_most ? "at most " : "";
    words << with_unit(record, target);
    if (const auto due = record[own::due].date()) words << fmt::format(" by {}", to_string(*due));
    return {std::move(words), target.number() ? MachineValue(*target.number()) : MachineValue(nullptr)};
}

TableCell last_value(const Page& page, const RecordView& record) {
    const LastCheck last = last_measurement(record, page.facts.today());
    if (!last.day) return not_stated("no evidence found");
    const FieldView value = last.entry[own::measurements.value];
    return {Words() << strong(with_unit(record, value)) << " on " << to_string(*last.day),
            value.number() ? MachineValue(*value.number()) : MachineValue(nullptr)};
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
    for (const RecordView& record : out.records()) {
        std::vector<std::pair<Date, std::string_view>> values;
        for (const FieldView entry : record[own::measurements].children()) {
            const auto day = entry[own::measurements.date].date();
            if (day && *day <= out.page.facts.today()) values.emplace_back(*day, entry[own::measurements.value].text());
        }
        if (values.empty()) continue;
        std::ranges::stable_sort(values, {}, &std::pair<Date, std::string_view>::first);
        const std::size_t skipped = values.size() > kMostValues ? values.size() - kMostValues : 0;
        Words words = skipped > 0 ? "… " : "";
        for (std::size_t index = skipped; index < values.size(); ++index) {
            words << (index > skipped ? ", " : "")
                  << fmt::format("{} ({})", values[index].second, to_string(values[index].first));
        }
        table.rows.push_back({out.page.titled(record.record()), std::move(words), TableCell::number(values.size())});
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
    for (const RecordView& record : out.records()) {
        for (const FieldView entry : record[own::actions].children()) {
            const auto due = entry[own::actions.due].date();
            const auto done = entry[own::actions.done].date();
            const bool overdue = !entry[own::actions.done] && due && *due < out.page.facts.today();
            TableCell day = due ? TableCell(to_string(*due)) : not_stated("no day set");
            TableCell state = TableCell::day(done);
            if (entry[own::actions.done].invalid()) state = state_cell(unjudged("it could not be read"));
            if (overdue) {
                state = TableCell(Words(strong("overdue")), MachineValue(nullptr));
                state.tone = Tone::bad;
            }
            Words who = targets(out.page, entry[own::actions.owner]);
            table.rows.push_back({out.page.titled(record.record()), prose_cell(entry[own::actions.does].text()),
                                  who.empty() ? TableCell("nobody is named") : TableCell(std::move(who)),
                                  std::move(day), std::move(state)});
        }
    }
    out.page.add_titled(2, std::move(table), "No action is recorded.");
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input,
                 {.kind = kinds::objective,
                  .report = "objectives",
                  .title = "Objectives",
                  .nothing = "no objective is recorded. Begin with what customers would notice first: a file "
                             "with `objective`, `title`, `measure`, `target`, `due` and `disciplines`, and a "
                             "value under `measurements` whenever one is taken.",
                  .columns = {{{"measure", "Measure"}, prose_of(own::measure)},
                              {{"baseline", "From"}, baseline},
                              {{"target", "Target"}, target},
                              {{"value", "Last measured"}, last_value},
                              {{"processes", "Processes", {}, Column::Holds::records}, links_of({own::processes})}}});
    out.begin();
    if (!out.records().empty()) {
        add_measurements(out);
        add_actions_of_objectives(out);
    }
    return out.finish();
}

}  // namespace ims::reports::objectives
