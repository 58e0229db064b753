#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Core processes are what an organisation is there for; then what steers and what supports them.
std::size_t place_of_type(std::string_view type) {
    constexpr std::array<std::string_view, 3> kOrder = {"core", "management", "support"};
    return static_cast<std::size_t>(std::ranges::find(kOrder, type) - kOrder.begin());
}

Tone tone_of(const Cell& cell) {
    if (cell.state == CellState::unaddressed) return Tone::bad;
    if (cell.state != CellState::addressed) return Tone::muted;
    const auto earned = std::ranges::count(cell.earned, true);
    return earned == 4 ? Tone::good : earned >= 2 ? Tone::fair : Tone::poor;
}

void add_reasons(Page& page, const Matrix& matrix) {
    Table table{
        .key = "not-applicable",
        .title = "Where a discipline was found not to apply",
        .columns = {
            {"process", "Process", {}, Column::Holds::record}, {"discipline", "Discipline"}, {"reason", "Reason"}}};
    for (const Matrix::Row& row : matrix.rows) {
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            if (row.cells[index].state != CellState::not_applicable) continue;
            const std::string& name = page.settings.disciplines[index].name;
            table.rows.push_back({page.titled(row.process), TableCell(spoken(name), name), row.cells[index].reason});
        }
    }
    if (table.rows.empty()) return;
    page.say("Where it says n/a, this is why:");
    page.add(std::move(table));
}

}  // namespace

Matrix assess_matrix(const Page& page) {
    Matrix matrix;
    for (const ProcessFacts& process : page.facts.processes()) {
        Matrix::Row& row = matrix.rows.emplace_back();
        row.process = process.process;
        for (const Discipline discipline : page.settings.in_force()) {
            row.cells.push_back(assess_cell(page.graph, page.facts, process.process, discipline));
            row.cells.back().traces = {};
        }
    }
    std::ranges::stable_sort(matrix.rows, {}, [&](const Matrix::Row& row) {
        return place_of_type(page.graph[row.process].word(fields::process::type));
    });
    return matrix;
}

void add_matrix(Page& page, const Matrix& matrix) {
    page.heading(2, "Processes and disciplines");
    if (matrix.rows.empty() || page.settings.disciplines.empty()) {
        page.say(matrix.rows.empty() ? "No process is in force." : "No discipline is in force.");
        return;
    }
    const bool some_not_asked = std::ranges::any_of(matrix.rows, [](const Matrix::Row& row) {
        return std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.state == CellState::not_covered; });
    });
    page.say(
        Words()
        << "How far each process meets each discipline, by evidence found in the records: " << strong("P")
        << " planned, " << strong("D") << " done, " << strong("C") << " checked, " << strong("A")
        << " acted upon; · where no evidence was found, — where the process does not address the discipline at all, "
           "n/a where it does not apply, with a reason"
        << (some_not_asked ? "; empty where the discipline does not ask processes of this type." : "."));
    Table table{.key = "matrix",
                .title = "Processes and disciplines",
                .columns = {{"process", "Process", {}, Column::Holds::record}, {"type", "Type"}}};
    for (const Discipline each : page.settings.in_force()) {
        table.columns.push_back(discipline_column(page.settings, each, Column::Align::centre));
    }
    for (const Matrix::Row& row : matrix.rows) {
        auto& cells = table.rows.emplace_back();
        cells = {page.titled(row.process), page.graph[row.process].word(fields::process::type)};
        for (const Cell& cell : row.cells) {
            TableCell shown(cell.text());
            shown.tone = tone_of(cell);
            // A program is told an empty cell apart from one that is not known.
            if (cell.state == CellState::not_covered) shown.value = std::string("not covered");
            if (cell.state == CellState::unaddressed) shown.value = std::string("unaddressed");
            if (cell.state == CellState::addressed) {
                std::string letters;
                for (const Mark mark : kMarks) {
                    if (cell.has(mark)) letters += letter(mark);
                }
                shown.value = letters;
            }
            cells.push_back(std::move(shown));
        }
    }
    page.add(std::move(table));
    add_reasons(page, matrix);
}

}  // namespace ims
