#include <string>

#include <fmt/format.h>

#include "report/page.h"
#include "report/sections/sections.h"
#include "report/views/views.h"

namespace ims {
namespace {

std::string with_count(const Cell& cell) {
    const std::string text = cell.text();
    if (cell.weighty == 0) return text.empty() ? "nothing asked" : text;
    return fmt::format("{}{}{} of medium grade or worse", text, text.empty() ? "" : ", ", cell.weighty);
}

// What a program reads under `for`; null: neither.
TableCell says_cell(Trace::Says says) {
    switch (says) {
        case Trace::Says::earns: return {Words("for it"), MachineValue(true)};
        case Trace::Says::takes: return {Words("against it"), MachineValue(false)};
        case Trace::Says::accepted: return {Words("accepted"), MachineValue(nullptr)};
        case Trace::Says::unjudged: return {Words("not judged"), MachineValue(nullptr)};
        case Trace::Says::elsewhere: break;
    }
    return {Words("elsewhere"), MachineValue(nullptr)};
}

void add_traces(Page& page, const Cell& cell) {
    Table table{.key = "traces",
                .title = "What speaks for and against each mark",
                .columns = {{"mark", "Mark"},
                            {"earned", "Earned"},
                            {"letter", "", {}, {}, Column::For::programs},
                            {"for", "Speaks"},
                            {.key = "record", .title = "Record", .holds = Column::Holds::record},
                            {"rule", "Rule"},
                            {"grade", "Grade"},
                            {"what", "What"}}};
    for (const Trace& trace : cell.traces) {
        auto& row = table.rows.emplace_back();
        const bool has_letter = trace.mark && cell.state == CellState::addressed;
        const Letter letter = has_letter ? cell.letter(*trace.mark) : Letter::none;
        row.push_back(trace.mark ? TableCell(to_string(*trace.mark)) : TableCell("none", MachineValue(nullptr)));
        row.push_back(has_letter ? TableCell(Words(to_string(letter, *trace.mark)), letter == Letter::capital)
                                 : TableCell(Words(), MachineValue(nullptr)));
        row.push_back(has_letter ? TableCell(to_string(letter)) : TableCell());
        row.push_back(says_cell(trace.says));
        row.push_back(trace.record.known() ? TableCell(page.full(trace.record)) : TableCell());
        if (trace.finding.known()) {
            const Finding& finding = page.analysis.judgement.findings()[trace.finding];
            row.push_back(page.rules[finding.rule].name);
            row.push_back(to_string(finding.grade));
        } else {
            row.resize(row.size() + 2);
        }
        row.push_back(trace.what);
    }
    page.add_filled(std::move(table));
}

}  // namespace

Document view_cell(const Analysis& analysis, RecordId process, Discipline discipline) {
    const std::string& name = analysis.settings.name(discipline);
    Page page({analysis, process}, "show", fmt::format("{} in {}", analysis.graph[process].title(), spoken(name)),
              Page::Frame::none);
    const Cell cell = judge_cell(judged(page), process, discipline);
    page.heading(1, fmt::format("{}, {}: {}", analysis.graph[process].name(), name, with_count(cell)));
    switch (cell.state) {
        case CellState::not_covered:
            page.say(fmt::format(
                "The discipline `{}` need not address processes of this type, and nothing of it concerns this one.",
                name));
            break;
        case CellState::not_applicable: page.say("It does not apply: " + cell.reason); break;
        case CellState::unaddressed:
            page.say("Nothing of this discipline concerns the process, and nobody says why not.");
            break;
        case CellState::addressed: break;
    }
    add_traces(page, cell);
    return page.finish();
}

Document view_system_cell(const Analysis& analysis, Discipline discipline) {
    const std::string& name = analysis.settings.name(discipline);
    Page page({analysis, {}}, "show", fmt::format("The system as a whole in {}", spoken(name)), Page::Frame::none);
    const Cell cell = judge_system(judged(page), discipline);
    page.heading(1, fmt::format("ims, {}: {}", name, with_count(cell)));
    add_traces(page, cell);
    return page.finish();
}

}  // namespace ims
