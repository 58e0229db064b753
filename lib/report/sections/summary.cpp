#include <algorithm>

#include "assess/participation/leads.h"
#include "report/sections/cells.h"
#include "report/sections/overview.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

std::size_t count_of(std::span<const Gap> gaps, Grade grade) {
    return static_cast<std::size_t>(std::ranges::count(gaps, grade, &Gap::grade));
}

// "1 error, 12 high, 3 medium and 4 low"
Words counts_by_grade(const Page& page, std::span<const Gap> gaps) {
    std::vector<Words> parts;
    if (const std::size_t errors = count_of(gaps, Grade::error); errors > 0)
        parts.push_back(page.say("{0} {0:error|errors}", errors));
    for (const Grade grade : {Grade::high, Grade::medium, Grade::low}) {
        if (const std::size_t number = count_of(gaps, grade); number > 0)
            parts.push_back(page.say("{} {}", number, grade));
    }
    return page.say("{:all}", parts);
}

struct CellCounts {
    std::size_t all = 0;  // without those that need not be
    std::size_t excluded = 0;
    std::size_t addressed = 0;
    std::size_t complete = 0;
    std::size_t never_acted = 0;  // there never was anything to act on
};

void add(CellCounts& sum, const Cell& cell) {
    if (cell.state == CellState::not_covered) return;
    if (cell.state == CellState::not_applicable) {
        ++sum.excluded;
        return;
    }
    ++sum.all;
    if (cell.state != CellState::addressed) return;
    ++sum.addressed;
    if (cell.whole()) ++sum.complete;
    if (cell.never_acted()) ++sum.never_acted;
}

Words told_causes(const Page& page, const Overview& overview) {
    if (overview.gaps.empty()) return page.say("No gap was found in what was judged.");
    const std::size_t causes = overview.gaps.size();
    const Words number = strong(page.say("{0} {0:cause|causes}", causes));
    const Words by_grade = counts_by_grade(page, overview.gaps);
    // What follows from a cause is told with it.
    return causes < overview.findings
               ? page.say("{0} of gaps {1:was|were} found: {2}; with what follows from {1:it|them}, {3} gaps.", number,
                          causes, by_grade, overview.findings)
               : page.say("{0} of gaps {1:was|were} found: {2}.", number, causes, by_grade);
}

Words told_cells(const Page& page, const Matrix& matrix) {
    CellCounts cells;
    for (const Matrix::Row& row : matrix.rows) {
        for (const Cell& cell : row.cells) add(cells, cell);
    }
    if (cells.all == 0) return {};
    const auto of_all = [&](std::size_t number) {
        return number == cells.all ? page.say("all") : number == 0 ? page.say("none") : page.say("{}", number);
    };
    const Words said = page.say(
        "A process meets a discipline in {0} {0:place|places}: in {1} of them evidence was found that the discipline "
        "is addressed, and in {2} for the whole cycle of plan, do, check and act",
        cells.all, of_all(cells.addressed), of_all(cells.complete));
    if (cells.never_acted == 0) return page.say("{}.", said);
    // Else it reads as if these stood beside the whole cycles.
    return page.say(
        "{}. In {} there never was anything to act on; planning, doing and checking are then taken for the whole.",
        said, of_all(cells.never_acted));
}

}  // namespace

std::size_t Overview::count(Grade grade) const { return count_of(gaps, grade); }

Overview overview_of(const Page& page) {
    Overview overview{.causes = page.analysis.causes()};
    overview.gaps = gaps_of(page, overview.causes);
    overview.findings = told_once(collect_gaps(page)).size();
    overview.matrix = matrix_of(page);
    return overview;
}

std::vector<Words> conclusions(const Page& page, const Overview& overview) {
    return {page.sentence(in_words(page.analysis.judgement.coverage(), page.arena())), told_causes(page, overview),
            told_cells(page, overview.matrix)};
}

void add_disciplines(Page& page, const Overview& overview) {
    Table table{.key = "disciplines",
                .title = "By discipline",
                .columns = {{"discipline", "Discipline"},
                            {"lead", "Lead", {}, Column::Holds::record},
                            {"addressed", "Processes that address it", Column::Align::right},
                            {"must_address", "Processes that should", Column::Align::right, {}, Column::For::programs},
                            {"excluded", "Excluded with a reason", Column::Align::right},
                            {"complete", "Whole cycle", Column::Align::right},
                            {"never_acted", "Nothing to act on", Column::Align::right, {}, Column::For::programs},
                            {"high", "High", Column::Align::right},
                            {"medium", "Medium", Column::Align::right},
                            {"low", "Low", Column::Align::right}}};
    for (const Discipline discipline : page.settings.in_force()) {
        CellCounts cells;
        for (const Matrix::Row& row : overview.matrix.rows) add(cells, row.cells[discipline.index()]);
        std::vector<Gap> own;
        for (const Gap& gap : overview.gaps) {
            if (gap.disciplines.has(discipline)) own.push_back(gap);
        }
        const std::string& name = page.settings.name(discipline);
        const RecordId lead = lead_of(page.graph, discipline);
        table.rows.push_back(
            {TableCell(raw(capitalised(spoken(name))), name), titled_cell(page, lead, "none found"),
             TableCell(page.say("{} of {}", cells.addressed, cells.all), static_cast<std::int64_t>(cells.addressed)),
             TableCell::number(cells.all), TableCell::number(cells.excluded), TableCell::number(cells.complete),
             TableCell::number(cells.never_acted), TableCell::number(count_of(own, Grade::high)),
             TableCell::number(count_of(own, Grade::medium)), TableCell::number(count_of(own, Grade::low))});
    }
    if (table.rows.empty()) return;
    page.heading(3, "By discipline");
    page.paragraph("Causes, by grade. One that concerns several disciplines counts in each of them.");
    page.add(std::move(table));
}

}  // namespace ims
