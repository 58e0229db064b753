#include <algorithm>
#include <array>

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

Words legend(const Page& page, const Matrix& matrix) {
    std::vector<Words> sentences;
    sentences.push_back(page.say(
        "How far each process meets each discipline, by what the records show: {} planned, {} done, {} checked, {} "
        "acted upon. A capital: all of it. A small letter: a part of it, or something of medium grade or worse was "
        "found there. ·: none of it. –: nothing was due yet, or there never was anything to act on.",
        strong("P"), strong("D"), strong("C"), strong("A")));
    if (any_letter(matrix, Letter::unknown))
        sentences.push_back(
            page.say("?: cannot be judged, since rules are turned off or something could not be read."));
    if (any_state(matrix, CellState::unaddressed))
        sentences.push_back(page.say("—: the process does not address the discipline at all."));
    if (any_state(matrix, CellState::not_applicable))
        sentences.push_back(page.say("n/a: it does not apply, with a reason."));
    if (any_state(matrix, CellState::not_covered))
        sentences.push_back(
            page.say("Empty: [[the discipline does not ask processes of this type|it is not asked of processes of this "
                     "type]]."));
    sentences.push_back(
        page.say("The number says how much of medium grade or worse was found there, and the colour how grave it is. "
                 "The first row is what there is once for all: policy and objectives, lead, management review and its "
                 "decisions."));
    return in_a_row(sentences);
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
            table.rows.push_back(
                {page.titled(row.process), TableCell(raw(spoken(name)), name), raw(row.cells[index].reason)});
        }
    }
    if (table.rows.empty()) return;
    page.paragraph("Where it says n/a, this is why:");
    page.add(std::move(table));
}

}  // namespace

Judged judged(const Page& page) { return {page.graph, page.facts, page.rules, page.analysis.judgement}; }

Matrix matrix_of(const Page& page) {
    Matrix matrix = judge_matrix(judged(page));
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

void add_matrix(Page& page, const Matrix& matrix) {
    page.heading(2, "Processes and disciplines");
    if (matrix.rows.empty() || page.settings.disciplines.empty()) {
        page.paragraph(
            page.say(matrix.rows.empty() ? Message("No process is in force.") : Message("No discipline is in force.")));
        return;
    }
    page.paragraph(legend(page, matrix));
    Table table{.key = "matrix",
                .title = "Processes and disciplines",
                .columns = {{"process", "Process", {}, Column::Holds::record}, {"type", "Type"}}};
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
    for (const Matrix::Row& row : matrix.rows)
        add(page.titled(row.process), word_cell(page, page.graph[row.process], fields::process::type), row.cells);
    page.add(std::move(table));
    add_reasons(page, matrix);
}

}  // namespace ims
