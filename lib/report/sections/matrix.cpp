#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// By the gravity of what is at home, not by letters alone: a cell may lack a letter that nobody has to mend today.
Tone tone_of(const Cell& cell) {
    if (cell.weighty > 0) return *cell.worst >= Grade::high ? Tone::bad : Tone::poor;
    if (cell.state == CellState::not_covered || cell.state == CellState::not_applicable) return Tone::muted;
    if (cell.accepted) return Tone::none;
    return cell.whole() ? Tone::good : Tone::fair;
}

bool any_letter(const Matrix& matrix, Letter letter) {
    const auto has = [&](const Cell& cell) {
        return cell.state == CellState::addressed && std::ranges::find(cell.letters, letter) != cell.letters.end();
    };
    return std::ranges::any_of(matrix.system, has) || std::ranges::any_of(matrix.rows, [&](const Matrix::Row& row) {
               return std::ranges::any_of(row.cells, has);
           });
}

bool any_state(const Matrix& matrix, CellState state) {
    return std::ranges::any_of(matrix.rows, [&](const Matrix::Row& row) {
        return std::ranges::any_of(row.cells, [&](const Cell& cell) { return cell.state == state; });
    });
}

}  // namespace

// In one line: what stands in the cells of this matrix, and nothing else.
Words matrix_legend(const Page& page, const Matrix& matrix) {
    std::vector<Words> signs = {page.say("a capital: all of it"),
                                page.say("small: partly, or something of medium grade or worse was found"),
                                page.say("·: none"), page.say("–: nothing was due, or there was nothing to act on")};
    if (any_letter(matrix, Letter::unknown)) signs.push_back(page.say("?: cannot be judged"));
    if (any_state(matrix, CellState::unaddressed)) signs.push_back(page.say("—: not addressed at all"));
    if (any_state(matrix, CellState::not_applicable)) signs.push_back(page.say("n/a: does not apply, with a reason"));
    if (any_state(matrix, CellState::not_covered))
        signs.push_back(page.say("empty: not asked of processes of this type"));
    return page.say(
        "{} planned, {} done, {} checked, {} acted upon; {}. The number: how much of medium grade or worse.",
        strong("P"), strong("D"), strong("C"), strong("A"), listed(signs, "; "));
}

namespace {

// Those with the worst first.
void sort_by_gravity(std::vector<Matrix::Row>& rows) {
    const auto gravity = [](const Matrix::Row& row) {
        std::size_t grave = 0;
        std::size_t weighty = 0;
        for (const Cell& cell : row.cells) {
            grave += cell.weighty > 0 && *cell.worst >= Grade::high ? 1 : 0;
            weighty += cell.weighty;
        }
        return std::pair(grave, weighty);
    };
    std::ranges::stable_sort(rows, std::greater(), gravity);
}

}  // namespace

Judged judged(const Page& page) { return {page.graph, page.facts, page.rules, page.analysis.judgement}; }

Matrix matrix_of(const Page& page) {
    Matrix matrix = page.analysis.matrix();
    std::ranges::stable_sort(matrix.rows, {}, [&](const Matrix::Row& row) {
        return place_of_type(page.graph[row.process].word(fields::process::type));
    });
    return matrix;
}

TableCell pdca_cell(const Page& page, const Cell& cell) {
    Words text = raw(cell.text());
    if (cell.weighty > 0) text = text.empty() ? page.say("{}", cell.weighty) : page.say("{} {}", text, cell.weighty);
    TableCell shown(std::move(text), cell.code());
    shown.tone = tone_of(cell);
    return shown;
}

std::string marks_with(const Cell& cell, Letter letter) {
    std::vector<std::string_view> names;
    for (const Mark mark : kMarks) {
        if (cell.state == CellState::addressed && cell.letter(mark) == letter) names.push_back(to_string(mark));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

void add_matrix(Page& page, const Matrix& matrix, std::size_t rows) {
    page.heading(2, "Processes and disciplines");
    if (matrix.rows.empty() || page.settings.disciplines.empty()) {
        page.paragraph(
            page.say(matrix.rows.empty() ? Message("No process is in force.") : Message("No discipline is in force.")));
        return;
    }
    page.paragraph(matrix_legend(page, matrix));
    Table table{.key = "matrix",
                .title = "Processes and disciplines",
                .columns = {{"process", "Process", {}, Column::Holds::record}, {"type", "Type"}},
                .most_shown = rows,
                .sortable = false};
    // On a small one there is no room for what a reader knows.
    if (rows != Table::kAllRows) table.columns.back().readers = Column::For::programs;
    for (const Discipline each : page.settings.in_force())
        table.columns.push_back(discipline_column(page.settings, each, Column::Align::centre));
    for (const std::string& each : page.settings.names(page.settings.in_force()))
        table.columns.push_back({each + "_found", "", Column::Align::right, {}, Column::For::programs});
    const auto add = [&](TableCell what, TableCell type, const std::vector<Cell>& cells) {
        auto& row = table.rows.emplace_back();
        row = {std::move(what), std::move(type)};
        for (const Cell& cell : cells) row.push_back(pdca_cell(page, cell));
        for (const Cell& cell : cells) row.push_back(TableCell::number(cell.weighty));
    };
    add(TableCell(emphasis("The system as a whole"), MachineValue(std::string("ims"))), page.say("system"),
        matrix.system);
    std::vector<Matrix::Row> sorted = matrix.rows;
    if (sorted.size() >= rows) sort_by_gravity(sorted);
    for (const Matrix::Row& row : sorted)
        add(page.titled(row.process), word_cell(page, page.graph[row.process], fields::process::type), row.cells);
    page.add(std::move(table));
}

}  // namespace ims
