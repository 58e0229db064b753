#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "assess/participation/leads.h"
#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

constexpr std::size_t kMostInShort = 14;
constexpr std::size_t kMostPlacesInShort = 8;

std::size_t count(std::span<const Gap> gaps, Grade grade) {
    return static_cast<std::size_t>(std::ranges::count(gaps, grade, [](const Gap& gap) { return gap.finding->grade; }));
}

// "1 error, 12 high, 3 medium and 4 low"
std::string counts_by_grade(std::span<const Gap> gaps) {
    std::vector<std::string> parts;
    if (const std::size_t errors = count(gaps, Grade::error); errors > 0) parts.push_back(counted(errors, "error"));
    for (const Grade grade : {Grade::high, Grade::medium, Grade::low}) {
        if (const std::size_t number = count(gaps, grade); number > 0)
            parts.push_back(fmt::format("{} {}", number, to_string(grade)));
    }
    return join_names(parts, Ticks::no);
}

struct Cells {
    std::size_t all = 0;  // without those that need not be
    std::size_t excluded = 0;
    std::size_t addressed = 0;
    std::size_t complete = 0;
};

void add(Cells& sum, const Cell& cell) {
    if (cell.state == CellState::not_covered) return;
    if (cell.state == CellState::not_applicable) {
        ++sum.excluded;
        return;
    }
    ++sum.all;
    if (cell.state != CellState::addressed) return;
    ++sum.addressed;
    if (std::ranges::count(cell.earned, true) == 4) ++sum.complete;
}

void say_in_a_sentence(Page& page, std::span<const Gap> gaps, const Matrix& matrix) {
    Cells cells;
    for (const Matrix::Row& row : matrix.rows) {
        for (const Cell& cell : row.cells) add(cells, cell);
    }
    Words words;
    if (gaps.empty()) words << "No gap was found in the records.";
    else words << strong(counted(gaps.size(), "gap")) << ": " << counts_by_grade(gaps) << ".";
    if (cells.all > 0) {
        const auto of_all = [&](std::size_t number) {
            return number == cells.all ? std::string("all") : fmt::format("{}", number);
        };
        words << fmt::format(
            " There {} where a process meets a discipline; evidence was found that the discipline is addressed in {} "
            "of them, and through the whole cycle of plan, do, check and act in {}.",
            cells.all == 1 ? "is 1 place" : fmt::format("are {} places", cells.all), of_all(cells.addressed),
            of_all(cells.complete));
    }
    page.say(std::move(words));
}

// "Cashier (quality, information security)"
Words place_with_disciplines(const Page& page, const Gap& gap) {
    Words words = where(page, gap);
    if (!gap.record.known()) return words;
    std::vector<std::string> told;
    for (const std::string& name : gap.finding->disciplines) told.push_back(spoken(name));
    if (!told.empty()) words << fmt::format(" ({})", fmt::join(told, ", "));
    return words;
}

void add_what_stands_out(Page& page, std::span<const Gap> gaps) {
    Table table{.key = "stands-out",
                .title = "What stands out",
                .columns = {{"grade", "Grade"},
                            {"rule", "Rule", {}, {}, Column::For::programs},
                            {"what", "What was found"},
                            {"count", "How often", {}, {}, Column::For::programs},
                            {"where", "Where", {}, Column::Holds::records}},
                .most_shown = kMostInShort};
    for (std::span<const Gap> rest = gaps; !rest.empty();) {
        const std::span<const Gap> group = same_rule(rest);
        rest = rest.subspan(group.size());
        if (group.front().finding->grade == Grade::low) break;
        const RuleEntry& rule = page.rules[group.front().finding->rule];
        Words what = capitalised(rule.summary);
        if (group.size() > 1) what << fmt::format(": {} times", group.size());
        std::vector<Words> places;
        for (const Gap& gap : group.first(std::min(group.size(), kMostPlacesInShort)))
            places.push_back(place_with_disciplines(page, gap));
        Words shown = listed(places, "; ");
        if (group.size() > kMostPlacesInShort) shown << fmt::format(" and {} more", group.size() - kMostPlacesInShort);
        table.rows.push_back({to_string(group.front().finding->grade), rule.name,
                              TableCell(std::move(what), std::string(rule.summary)), TableCell::number(group.size()),
                              std::move(shown)});
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
                            {"high", "High", Column::Align::right},
                            {"medium", "Medium", Column::Align::right},
                            {"low", "Low", Column::Align::right}}};
    for (const Discipline discipline : page.settings.in_force()) {
        Cells cells;
        for (const Matrix::Row& row : matrix.rows) add(cells, row.cells[discipline.index()]);
        std::vector<Gap> own;
        for (const Gap& gap : gaps) {
            if (gap.disciplines.has(discipline)) own.push_back(gap);
        }
        const std::string& name = page.settings.name(discipline);
        const RecordId lead = lead_of(page.graph, discipline);
        table.rows.push_back(
            {TableCell(capitalised(spoken(name)), name), titled_cell(page, lead, "none found"),
             TableCell(fmt::format("{} of {}", cells.addressed, cells.all), static_cast<std::int64_t>(cells.addressed)),
             TableCell::number(cells.all), TableCell::number(cells.excluded), TableCell::number(cells.complete),
             TableCell::number(count(own, Grade::high)), TableCell::number(count(own, Grade::medium)),
             TableCell::number(count(own, Grade::low))});
    }
    if (table.rows.empty()) return;
    page.heading(3, "By discipline");
    page.add(std::move(table));
    page.say("A gap that concerns several disciplines counts in each of them.");
}

}  // namespace

void add_summary(Page& page, std::span<const Gap> gaps, const Matrix& matrix) {
    page.heading(2, "In short");
    say_in_a_sentence(page, gaps, matrix);
    if (count(gaps, Grade::error) > 0) {
        page.note(Words() << "There are errors in the records. Mend these first: what cannot be read or followed may "
                             "hide other gaps.");
    }
    add_what_stands_out(page, gaps);
    add_disciplines(page, gaps, matrix);
}

}  // namespace ims
