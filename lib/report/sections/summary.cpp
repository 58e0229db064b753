#include <algorithm>
#include <array>
#include <bit>

#include "assess/participation/leads.h"
#include "link/graph_names.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

constexpr std::size_t kMostUrgent = 10;

std::size_t count(std::span<const Gap> gaps, Grade grade) {
    return static_cast<std::size_t>(std::ranges::count(gaps, grade, [](const Gap& gap) { return gap.grade; }));
}

// "1 error, 12 high, 3 medium and 4 low"
Words counts_by_grade(const Page& page, std::span<const Gap> gaps) {
    std::vector<Words> parts;
    if (const std::size_t errors = count(gaps, Grade::error); errors > 0)
        parts.push_back(page.say("{0} {0:error|errors}", errors));
    for (const Grade grade : {Grade::high, Grade::medium, Grade::low}) {
        if (const std::size_t number = count(gaps, grade); number > 0)
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

Words told_gaps(const Page& page, std::span<const Gap> gaps, std::size_t causes) {
    if (gaps.empty()) return page.say("No gap was found in what was judged.");
    const Words number = strong(page.say("{0} {0:gap|gaps}", gaps.size()));
    const Words by_grade = counts_by_grade(page, gaps);
    return causes < gaps.size() ? page.say("{0} from {1} {1:cause|causes}: {2}.", number, causes, by_grade)
                                : page.say("{}: {}.", number, by_grade);
}

// What was judged, what was found, and how the cells of the matrix stand: one paragraph, which the index repeats.
void say_in_a_sentence(Page& page, std::span<const Gap> gaps, std::size_t causes, const Matrix& matrix) {
    CellCounts cells;
    for (const Matrix::Row& row : matrix.rows) {
        for (const Cell& cell : row.cells) add(cells, cell);
    }
    std::vector<Words> sentences = {page.sentence(in_words(page.analysis.judgement.coverage(), page.arena())),
                                    told_gaps(page, gaps, causes)};
    if (cells.all > 0) {
        const auto of_all = [&](std::size_t number) {
            return number == cells.all ? page.say("all") : page.say("{}", number);
        };
        sentences.push_back(page.say(
            "[[There {0:is|are} {0} {0:place|places} where a process meets a discipline; evidence was found that the "
            "discipline is addressed in {1} of them, and through the whole cycle of plan, do, check and act in {2}.|A "
            "process meets a discipline in {0} {0:place|places}. In {1} of them evidence was found that the discipline "
            "is addressed, and in {2} for the whole cycle of plan, do, check and act.]]",
            cells.all, of_all(cells.addressed), of_all(cells.complete)));
        if (cells.never_acted > 0)
            sentences.push_back(
                page.say("In {} of them there never was anything to act on.", of_all(cells.never_acted)));
    }
    page.paragraph(in_a_row(sentences));
}

// The disciplines that a message names.
DisciplineSet named_in(std::span<const Argument> arguments) {
    DisciplineSet named;
    for (const Argument& each : arguments) {
        named |=
            each.kind == Argument::Kind::disciplines ? std::bit_cast<DisciplineSet>(each.value) : named_in(each.items);
    }
    return named;
}

// "Cashier (quality, information security)"
Words place_with_disciplines(const Page& page, const Gap& gap) {
    const Inline place = where(page, gap);
    if (!gap.record.known()) return place;
    // Readers see them in what was found.
    const DisciplineSet about = page.settings.set_of(gap.finding->disciplines);
    const bool told_there = !gap.population && about.without(named_in(gap.finding->message.arguments())).empty();
    if (told_there && page.audience() == Audience::readers) return place;
    std::vector<Words> told;
    for (const std::string& name : gap.finding->disciplines) told.push_back(raw(spoken(name)));
    return told.empty() ? Words(place) : page.say("{} ({})", place, listed(told));
}

// How many findings a cause is, with what follows from it.
std::size_t findings_of(const Page& page, const Gap& gap) {
    const std::size_t own =
        gap.population ? page.analysis.judgement.populations().all()[*gap.population].members.size() : 1;
    return own + gap.follows.size();
}

// Ten different causes, the most urgent first; of low grade none, unless there is nothing else.
void add_what_stands_out(Page& page, std::span<const Gap> causes) {
    const bool any_follows = std::ranges::any_of(causes.first(std::min(causes.size(), kMostUrgent)),
                                                 [](const Gap& gap) { return !gap.follows.empty(); });
    Table table{
        .key = "stands-out",
        .title = "What stands out",
        .columns = {{"grade", "Grade"},
                    {"rule", "Rule", {}, {}, Column::For::programs},
                    {"what", "What was found"},
                    {"count", "How often", {}, {}, Column::For::programs},
                    {"where", "Where", {}, Column::Holds::records},
                    {"follows", "What follows from it", {}, {}, any_follows ? Column::For::all : Column::For::programs},
                    {"owner", "Who can mend it", {}, Column::Holds::record}},
        .most_shown = kMostUrgent};
    for (const Gap& gap : causes) {
        if (gap.grade == Grade::low) continue;
        const RuleEntry& rule = page.rules[gap.finding->rule];
        const Words everywhere = of_population(page, gap);
        Words what = capitalised(everywhere.empty() ? page.say(gap.finding->message) : everywhere);
        table.rows.push_back({page.say("{}", gap.grade), raw(rule.name),
                              TableCell(std::move(what), for_editors(rule.summary, page.graph)),
                              TableCell::number(findings_of(page, gap)), place_with_disciplines(page, gap),
                              capitalised(what_follows(page, gap)), titled_cell(page, gap.owner)});
    }
    page.add_titled(3, std::move(table));
}

void add_disciplines(Page& page, std::span<const Gap> gaps, const Matrix& matrix) {
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
        for (const Matrix::Row& row : matrix.rows) add(cells, row.cells[discipline.index()]);
        std::vector<Gap> own;
        for (const Gap& gap : gaps) {
            if (gap.disciplines.has(discipline)) own.push_back(gap);
        }
        const std::string& name = page.settings.name(discipline);
        const RecordId lead = lead_of(page.graph, discipline);
        table.rows.push_back(
            {TableCell(raw(capitalised(spoken(name))), name), titled_cell(page, lead, "none found"),
             TableCell(page.say("{} of {}", cells.addressed, cells.all), static_cast<std::int64_t>(cells.addressed)),
             TableCell::number(cells.all), TableCell::number(cells.excluded), TableCell::number(cells.complete),
             TableCell::number(cells.never_acted), TableCell::number(count(own, Grade::high)),
             TableCell::number(count(own, Grade::medium)), TableCell::number(count(own, Grade::low))});
    }
    if (table.rows.empty()) return;
    page.heading(3, "By discipline");
    page.add(std::move(table));
    page.paragraph("A gap that concerns several disciplines counts in each of them.");
}

}  // namespace

void add_summary(Page& page, std::span<const Gap> gaps, std::span<const Gap> causes, const Matrix& matrix) {
    page.heading(2, "In short");
    say_in_a_sentence(page, gaps, causes.size(), matrix);
    if (count(gaps, Grade::error) > 0) {
        page.note(
            "There are errors in the records. Mend these first: what cannot be read or followed may hide other gaps.");
    }
    add_what_stands_out(page, causes);
    add_disciplines(page, gaps, matrix);
}

}  // namespace ims
