// How it went: what was found at the end of each month, by grade, discipline and cell; each state as the rules of this
// program judge it for its own day.
#include "compare/trend.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/assert.h"
#include "report/sections/cells.h"
#include "report/table_of.h"
#include "source/git_repository.h"

namespace ims::reports::trend {
namespace {

// Of one cell: then and now, and how it stood on each day that was looked at.
struct Row {
    std::string process;
    std::string title;
    std::string discipline;
    const CellThen* first = nullptr;  // null: it was not there on the first day
    const CellThen* last = nullptr;   // null: it is not there any more
    std::vector<std::string> codes;   // by state; empty where it was not there
    [[nodiscard]] bool changed() const { return letters(first) != letters(last); }
    static std::string letters(const CellThen* cell) { return cell == nullptr ? std::string() : cell->letters; }
};

class Report {
public:
    explicit Report(const ReportInput& input) : page_(input, "trend", "How it went"), states_(*input.trend) {
        for (const StateThen& each : states_) {
            if (each.judged()) judged_.push_back(&each);
        }
        collect_cells();
    }

    Document run() {
        add_summary();
        add_chart();
        add_states();
        add_disciplines();
        add_cells();
        return page_.finish();
    }

private:
    [[nodiscard]] const StateThen& first() const { return *judged_.front(); }
    [[nodiscard]] const StateThen& last() const { return *judged_.back(); }

    void add_summary() {
        page_.heading(2, "In short");
        if (judged_.size() < 2) {
            page_.paragraph(
                "Nothing can be said of how it went: git keeps no earlier state of these records that could be read in "
                "this time. Ask for more of it[[: `--since 2025-01-31`|]], or come back when some months have passed.");
            return;
        }
        page_.paragraph(in_a_row({page_.say("{}.", strong(told_red())), told_high(), told_disciplines()}));
        const auto changed = static_cast<std::size_t>(std::ranges::count_if(rows_, &Row::changed));
        if (changed == 0) page_.paragraph("No cell of the matrix has other letters than on {}.", first().day);
        else
            page_.paragraph("{0} of {1} {1:cell|cells} of the matrix {0:has|have} other letters than on {2}.", changed,
                            rows_.size(), first().day);
        page_.paragraph(
            "Each state was judged by the rules of today, for the day of its commit: what rules learnt meanwhile does "
            "not show as news, and what fell due by that day counts. Days between are not known.");
        if (const std::size_t unread = states_.size() - judged_.size(); unread > 0)
            page_.note("{0} earlier {0:state|states} could not be read, and {0:stands|stand} without numbers.", unread);
    }

    [[nodiscard]] Words told_red() const {
        const std::size_t was = first().red();
        const std::size_t is = last().red();
        if (was == is)
            return page_.say("{0} {0:finding|findings} of medium grade or worse on {1}, and as many on {2}", was,
                             first().day, last().day);
        return page_.say("Findings of medium grade or worse went from {} on {} to {} on {}", was, first().day, is,
                         last().day);
    }

    [[nodiscard]] Words told_high() const {
        const std::size_t was = first().high();
        const std::size_t is = last().high();
        if (was == is) return page_.say("Of high grade or worse there are {}, as there were.", is);
        return page_.say("Of high grade or worse there were {}, and are {}.", was, is);
    }

    // Those in force then and now that changed most, either way.
    [[nodiscard]] Words told_disciplines() const {
        std::vector<std::pair<std::int64_t, std::string>> changes;
        for (const auto& [name, count] : last().by_discipline) {
            const auto was = first().by_discipline.find(name);
            if (was == first().by_discipline.end() || was->second == count) continue;
            changes.emplace_back(static_cast<std::int64_t>(count) - static_cast<std::int64_t>(was->second), name);
        }
        if (changes.empty()) return {};
        const auto& [fewer, better] = *std::ranges::min_element(changes);
        const auto& [more, worse] = *std::ranges::max_element(changes);
        std::vector<Words> told;
        if (more > 0)
            told.push_back(page_.say("{} more about {}", static_cast<std::size_t>(more), quoted(spoken(worse))));
        if (fewer < 0)
            told.push_back(page_.say("{} fewer about {}", static_cast<std::size_t>(-fewer), quoted(spoken(better))));
        return page_.say("The largest change by discipline: {}.", told);
    }

    void add_chart() {
        if (judged_.size() < 2) return;
        Chart chart;
        chart.lines.push_back({.name = page_.say("medium or worse").plain(), .values = {}});
        chart.lines.push_back({.name = page_.say("high or worse").plain(), .values = {}});
        for (const StateThen& each : states_) {
            chart.steps.push_back(to_string(each.day));
            const auto value = [&](std::size_t count) {
                return each.judged() ? std::optional(static_cast<double>(count)) : std::nullopt;
            };
            chart.lines[0].values.push_back(value(each.red()));
            chart.lines[1].values.push_back(value(each.high()));
        }
        chart.says = page_
                         .say(
                             "The upper line counts findings of medium grade or worse, from {} on {} to {} on {}; the "
                             "lower one those of high grade or worse, from {} to {}.",
                             first().red(), first().day, last().red(), last().day, first().high(), last().high())
                         .plain();
        page_.heading(2, "The line");
        page_.add(std::move(chart));
    }

    [[nodiscard]] static TableCell number(const StateThen& state, std::size_t count) {
        return state.judged() ? TableCell::number(count) : TableCell(raw("?"), MachineValue(nullptr));
    }

    template <Grade grade>
    [[nodiscard]] static TableCell of_grade(const StateThen& state) {
        return number(state, state.by_grade[static_cast<std::size_t>(grade)]);
    }

    void add_states() {
        TableOf<StateThen> table({.key = "states", .title = "By grade", .sortable = false},
                                 {{{"day", "Day"}, [](const StateThen& each) { return TableCell::day(each.day); }},
                                  {{"commit", "Version"}, [this](const StateThen& each) { return commit_cell(each); }},
                                  {{"records", "Records", Column::Align::right},
                                   [](const StateThen& each) { return number(each, each.records); }},
                                  {{"error", "Errors", Column::Align::right}, of_grade<Grade::error>},
                                  {{"high", "High", Column::Align::right}, of_grade<Grade::high>},
                                  {{"medium", "Medium", Column::Align::right}, of_grade<Grade::medium>},
                                  {{"low", "Low", Column::Align::right}, of_grade<Grade::low>}});
        table.add_all(states_);
        page_.heading(2, "By grade");
        page_.add(table.take());
    }

    [[nodiscard]] TableCell commit_cell(const StateThen& state) const {
        if (state.commit.empty()) return {page_.say("as it is now"), MachineValue(nullptr)};
        if (state.judged()) return {raw(short_hash(state.commit)), state.commit};
        return {page_.say("{}, which cannot be judged: {}", quoted(short_hash(state.commit)), quoted(state.trouble)),
                state.commit};
    }

    void add_disciplines() {
        std::set<std::string> names;
        for (const StateThen* const each : judged_) {
            for (const auto& [name, count] : each->by_discipline) names.insert(name);
        }
        Table table{.key = "disciplines", .title = "By discipline", .columns = {{"day", "Day"}}, .sortable = false};
        for (const std::string& name : names)
            table.columns.push_back({name, capitalised(spoken(name)), Column::Align::right});
        table.columns.push_back({"none", "About none in particular", Column::Align::right});
        for (const StateThen& each : states_) {
            std::vector<TableCell>& row = table.rows.emplace_back();
            row.push_back(TableCell::day(each.day));
            for (const std::string& name : names) {
                const auto found = each.by_discipline.find(name);
                if (found == each.by_discipline.end() && each.judged())
                    row.emplace_back(page_.say("not in force"), MachineValue(nullptr));
                else row.push_back(number(each, each.judged() ? found->second : 0));
            }
            row.push_back(number(each, each.without_discipline));
        }
        page_.heading(2, "By discipline");
        page_.paragraph(
            "Findings of medium grade or worse; one that is about several disciplines, or on a record that serves "
            "several, counts for each of them.");
        page_.add(std::move(table));
    }

    void collect_cells() {
        std::map<std::pair<std::string, std::string>, std::size_t> places;
        for (std::size_t state = 0; state < judged_.size(); ++state) {
            for (const CellThen& cell : judged_[state]->cells) {
                const auto [place, is_new] = places.try_emplace({cell.process, cell.discipline}, rows_.size());
                if (is_new) {
                    Row& row = rows_.emplace_back();
                    row.process = cell.process;
                    row.discipline = cell.discipline;
                    row.codes.resize(judged_.size());
                }
                Row& row = rows_[place->second];
                row.title = cell.title;
                row.codes[state] = cell.code;
                if (state == 0) row.first = &cell;
                if (state + 1 == judged_.size()) row.last = &cell;
            }
        }
        std::ranges::stable_sort(rows_, std::ranges::greater(), &Row::changed);
    }

    void add_cells() {
        const auto changed = static_cast<std::size_t>(std::ranges::count_if(rows_, &Row::changed));
        page_.heading(2, "Cell by cell");
        if (judged_.size() < 2) return page_.paragraph("Nothing to compare with.");
        if (changed == 0) page_.paragraph("No cell has other letters than on {}.", first().day);
        TableOf<Row> table(
            {.key = "cells", .title = "Cell by cell", .most_shown = changed},
            {{{"process", "Process"}, [this](const Row& row) { return process_cell(row); }},
             {{.key = "discipline", .title = "Discipline", .is_facet = true},
              [](const Row& row) { return TableCell(raw(capitalised(spoken(row.discipline))), row.discipline); }},
             {{"was", to_string(first().day)}, [this](const Row& row) { return letters(row.first); }},
             {{"is", to_string(last().day)}, [this](const Row& row) { return letters(row.last); }},
             {{"codes", "On each day", {}, {}, Column::For::programs},
              [](const Row& row) { return TableCell(Words(), row.codes); }}});
        table.add_all(rows_);
        page_.add(table.take());
    }

    [[nodiscard]] TableCell process_cell(const Row& row) const {
        if (row.process == "ims") return {page_.say("The system"), row.process};
        const auto record = page_.graph.find(row.process);
        if (record && !page_.graph[*record].unread()) return {page_.titled(*record), row.process};
        return {raw(row.title), row.process};
    }

    [[nodiscard]] TableCell letters(const CellThen* cell) const {
        if (cell == nullptr) return {page_.say("not there"), MachineValue(nullptr)};
        Words words = raw(cell->letters);
        if (cell->weighty > 0)
            words = words.empty() ? page_.say("{}", cell->weighty) : page_.say("{} {}", words, cell->weighty);
        return {std::move(words), cell->code};
    }

    Page page_;
    const Trend& states_;
    std::vector<const StateThen*> judged_;  // those that could be read; that of now is among them
    std::vector<Row> rows_;                 // what changed comes first
};

}  // namespace

Document build(const ReportInput& input) {
    IMS_ASSERT(input.trend != nullptr, "somebody looked up how it was");
    return Report(input).run();
}

}  // namespace ims::reports::trend
