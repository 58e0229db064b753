#include <string>

#include <fmt/format.h>

#include "assess/overview/matrix.h"
#include "report/page.h"
#include "report/views/views.h"

namespace ims {

Document view_cell(const Analysis& analysis, RecordId process, Discipline discipline) {
    const std::string& name = analysis.settings.name(discipline);
    Page page({analysis, process}, "show", fmt::format("{} in {}", analysis.graph[process].title(), spoken(name)),
              Page::Frame::none);
    const Cell cell = assess_cell(page.graph, page.facts, process, discipline);
    page.heading(1, fmt::format("{}, {}: {}", analysis.graph[process].name(), name, cell.text()));
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
    Table table{.key = "traces",
                .title = "What speaks for and against each mark",
                .columns = {{"mark", "Mark"},
                            {"earned", "Earned"},
                            {"for", "Speaks"},
                            {.key = "record", .title = "Record", .holds = Column::Holds::record},
                            {"what", "What"}}};
    for (const Trace& trace : cell.traces) {
        const bool earned = cell.has(trace.mark);
        table.rows.push_back({TableCell(to_string(trace.mark)), TableCell(Words(earned ? "yes" : "no"), earned),
                              TableCell(Words(trace.speaks_for ? "for it" : "against it"), trace.speaks_for),
                              trace.record.known() ? TableCell(page.full(trace.record)) : TableCell(),
                              TableCell(trace.what)});
    }
    page.add_filled(std::move(table));
    return page.finish();
}

}  // namespace ims
