#include "compare/trend.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "schema/fields.h"

namespace ims {
namespace {

void add_cells(StateThen& state, const Settings& settings, const std::vector<Cell>& cells, const std::string& process,
               const std::string& title) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
        state.cells.push_back({.process = process,
                               .title = title,
                               .discipline = settings.disciplines[index].name,
                               .letters = cells[index].text(),
                               .code = cells[index].code(),
                               .weighty = cells[index].weighty});
    }
}

// Its own, or else those of its record.
DisciplineSet disciplines_of(const Finding& finding, const Analysis& analysis) {
    const DisciplineSet own = analysis.settings.set_of(finding.disciplines);
    return own.empty() && finding.on.known() ? analysis.facts.disciplines(finding.on) : own;
}

// The same for all days of one period; grows from period to period.
std::int64_t period_of(Date day, Every every, std::size_t place) {
    if (every == Every::commit) return -static_cast<std::int64_t>(place);
    if (every == Every::week) return (std::int64_t{day.days} + 3 + 7'000'000) / 7;  // 1970-01-01 was a Thursday
    const std::string text = to_string(day);                                        // YYYY-MM-DD
    const std::int64_t month = std::stoll(text.substr(0, 4)) * 12 + std::stoll(text.substr(5, 2)) - 1;
    return every == Every::month ? month : every == Every::quarter ? month / 3 : month / 12;
}

}  // namespace

std::vector<CommitOfDay> choose_states(std::span<const CommitOfDay> commits, Date since, Date until, Every every) {
    std::vector<CommitOfDay> chosen;
    std::optional<std::int64_t> last;
    for (std::size_t place = 0; place < commits.size(); ++place) {
        const CommitOfDay& commit = commits[place];
        if (commit.day > until) continue;
        if (commit.day < since) {
            chosen.push_back(commit);
            break;
        }
        // Days of commits need not be in order; the one that came last counts.
        const std::int64_t period = period_of(commit.day, every, place);
        if (last && period >= *last) continue;
        last = period;
        chosen.push_back(commit);
    }
    std::ranges::reverse(chosen);
    return chosen;
}

StateThen stood(const Analysis& analysis, std::string commit) {
    StateThen state{.commit = std::move(commit), .day = analysis.facts.today(), .records = analysis.record_count()};
    for (const DisciplineInForce& each : analysis.settings.disciplines) state.by_discipline[each.name] = 0;
    for (const Finding& finding : analysis.findings) {
        ++state.by_grade[static_cast<std::size_t>(finding.grade)];
        if (finding.grade < Grade::medium) continue;
        const DisciplineSet about = disciplines_of(finding, analysis);
        if (about.empty()) ++state.without_discipline;
        for (const Discipline each : about) ++state.by_discipline[std::string(analysis.settings.name(each))];
    }
    const Matrix& matrix = analysis.matrix();
    add_cells(state, analysis.settings, matrix.system, "ims", {});
    for (const Matrix::Row& row : matrix.rows) {
        const RecordView process = analysis.graph[row.process];
        add_cells(state, analysis.settings, row.cells, process.name().text(), std::string(process.title()));
    }
    return state;
}

}  // namespace ims
