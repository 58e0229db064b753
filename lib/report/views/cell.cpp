#include <string>

#include <fmt/format.h>

#include "report/page.h"
#include "report/sections/sections.h"
#include "report/views/views.h"

namespace ims {
namespace {

Words with_count(const Page& page, const Cell& cell) {
    const std::string text = cell.text();
    if (cell.weighty == 0) return text.empty() ? page.say("nothing asked") : raw(text);
    return text.empty() ? page.say("{} of medium grade or worse", cell.weighty)
                        : page.say("{}, {} of medium grade or worse", plain(text), cell.weighty);
}

// What a program reads under `for`; null: neither.
TableCell says_cell(const Page& page, Trace::Says says) {
    switch (says) {
        case Trace::Says::earns: return {page.say("for it"), MachineValue(true)};
        case Trace::Says::takes: return {page.say("against it"), MachineValue(false)};
        case Trace::Says::accepted: return {page.say("accepted"), MachineValue(nullptr)};
        case Trace::Says::unjudged: return {page.say("not judged"), MachineValue(nullptr)};
        case Trace::Says::elsewhere: break;
    }
    return {page.say("elsewhere"), MachineValue(nullptr)};
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
        row.push_back(trace.mark ? TableCell(raw(to_string(*trace.mark)))
                                 : TableCell(page.say("none"), MachineValue(nullptr)));
        row.push_back(has_letter ? TableCell(raw(to_string(letter, *trace.mark)), letter == Letter::capital)
                                 : TableCell(Words(), MachineValue(nullptr)));
        row.push_back(has_letter ? TableCell(raw(to_string(letter))) : TableCell());
        row.push_back(says_cell(page, trace.says));
        row.push_back(trace.record.known() ? TableCell(page.full(trace.record)) : TableCell());
        if (trace.finding.known()) {
            const Finding& finding = page.analysis.judgement.findings()[trace.finding];
            row.emplace_back(raw(page.rules[finding.rule].name));
            row.emplace_back(raw(to_string(finding.grade)));
        } else {
            row.resize(row.size() + 2);
        }
        row.emplace_back(page.say(trace.what));
    }
    page.add_filled(std::move(table));
}

}  // namespace

Document view_cell(const Analysis& analysis, RecordId process, Discipline discipline) {
    Page page({analysis, process, Audience::editors}, "show", Page::Frame::none, "{} in {}",
              plain(analysis.graph[process].title()), in_words(discipline));
    const Cell cell = judge_cell(judged(page), process, discipline, page.arena());
    page.heading(1, "{}, {}: {}", bare(process), discipline, with_count(page, cell));
    switch (cell.state) {
        case CellState::not_covered:
            page.paragraph(
                "The discipline {} need not address processes of this type, and nothing of it concerns this one.",
                ticked(discipline));
            break;
        case CellState::not_applicable: page.paragraph("It does not apply: {}", plain(cell.reason)); break;
        case CellState::unaddressed:
            page.paragraph("Nothing of this discipline concerns the process, and nobody says why not.");
            break;
        case CellState::addressed: break;
    }
    add_traces(page, cell);
    return page.finish();
}

Document view_system_cell(const Analysis& analysis, Discipline discipline) {
    Page page({analysis, {}, Audience::editors}, "show", Page::Frame::none, "The system as a whole in {}",
              in_words(discipline));
    const Cell cell = judge_system(judged(page), discipline, page.arena());
    page.heading(1, "ims, {}: {}", discipline, with_count(page, cell));
    add_traces(page, cell);
    return page.finish();
}

}  // namespace ims
