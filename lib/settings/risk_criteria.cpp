#include "settings/risk_criteria.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::ims;

std::vector<std::string>& scale_of(Settings& settings, Scale which) {
    return settings.vocabulary.scales[static_cast<std::size_t>(which)];
}

// Words by which the height of a level is known whatever stands around it, from the mildest to the gravest. Only words
// of which nobody disputes the order are in different steps.
constexpr auto kKnownLevels = std::to_array<std::pair<std::string_view, int>>({
    {"very low", 0},     {"negligible", 0},   {"insignificant", 0}, {"trivial", 0},  {"minimal", 0}, {"low", 1},
    {"minor", 1},        {"acceptable", 1},   {"tolerable", 1},     {"green", 1},    {"medium", 2},  {"moderate", 2},
    {"middle", 2},       {"yellow", 2},       {"amber", 2},         {"high", 3},     {"major", 3},   {"serious", 3},
    {"orange", 3},       {"very high", 4},    {"extreme", 4},       {"critical", 4}, {"severe", 4},  {"intolerable", 4},
    {"unacceptable", 4}, {"catastrophic", 4}, {"red", 4},
});

// The height of a level that is known by its word, in any case: "Very-high" too.
std::optional<int> known_height(std::string_view level) {
    std::string word;
    for (const char letter : level) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        word += letter == '-' || letter == '_' ? ' ' : upper ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    const auto found = std::ranges::find(kKnownLevels, word, &std::pair<std::string_view, int>::first);
    return found == kKnownLevels.end() ? std::nullopt : std::optional(found->second);
}

// A cell of a matrix as it is written.
struct MatrixCell {
    RiskLevel level = 0;
    Span span;
};
using MatrixCells = std::vector<std::vector<MatrixCell>>;  // [likelihood - 1][consequence - 1]

class CriteriaReader {
public:
    CriteriaReader(const ParsedFile& parsed, SettingReporter& reporter, Settings& settings)
        : parsed_(parsed), reporter_(reporter), settings_(settings) {}

    void read_risk(FieldView risk) {
        read_scale(risk[own::risk.likelihood], Scale::likelihood);
        read_scale(risk[own::risk.consequence], Scale::consequence);
        const FieldView levels = risk[own::risk.levels];
        const FieldView matrix = risk[own::risk.matrix];
        bool known = !levels.invalid();
        if (matrix) known = read_matrix(levels, matrix);
        else if (levels && known) known = read_scores(levels);
        read_appetite(risk[own::risk.appetite], known);
    }

    void read_scale(FieldView field, Scale which) {
        std::vector<std::string> steps;
        for (const FieldView step : field.children()) {
            const std::string_view name = step.text();
            if (step.invalid() || name.empty()) continue;
            if (std::ranges::find(steps, name) == steps.end()) {
                steps.emplace_back(name);
                continue;
            }
            reporter_.report(step.span(), reporter_.say("step {} stands twice in this scale", quoted(name, 40)),
                             "give every step a name of its own");
        }
        if (!steps.empty()) scale_of(settings_, which) = std::move(steps);
    }

private:
    // Nothing is rated by levels that fall: the default ones would be as wrong, and nobody would see it.
    void rate_nothing() {
        settings_.risk.lowest_score.clear();
        settings_.risk.matrix.clear();
    }

    bool are_few_enough(FieldView levels) {
        std::size_t number = 0;
        for (const FieldView level : levels.children()) {
            if (++number <= kMostRiskLevels) continue;
            Finding& finding = reporter_.report(
                level.key_span(),
                reporter_.say("{} is one level of risk more than the {} that there can be",
                              quoted(level.key().empty() ? level.text() : level.key(), 40), kMostRiskLevels),
                "[[write|name]] fewer levels, as many as people can tell apart: three to five are usual");
            tell_that_nothing_is_rated(finding);
            return false;
        }
        return true;
    }

    // Levels that everybody knows by their words stand lowest first; others may be in any order.
    bool order_is_right(FieldView levels, const std::vector<std::string>& names) {
        std::string_view higher;
        std::optional<int> height;
        std::size_t place = 0;
        for (const FieldView level : levels.children()) {
            const std::string_view name = names[place++];
            const auto known = known_height(name);
            if (!known) continue;
            if (!height || *known >= *height) {
                height = known;
                higher = name;
                continue;
            }
            std::vector<std::string> sorted = names;
            std::ranges::stable_sort(sorted, {}, [](const std::string& each) { return known_height(each); });
            const bool all =
                std::ranges::all_of(names, [](const auto& each) { return known_height(each).has_value(); });
            const Message help =
                all ? reporter_.say("[[write|name]] the levels lowest first: {:all}", quoted_each(sorted))
                    : Message("[[write|name]] the levels lowest first");
            Finding& finding = reporter_.report(
                level.key_span(),
                reporter_.say("level {} stands above {}, as if it were the higher one", quoted(name), quoted(higher)),
                help);
            tell_that_nothing_is_rated(finding);
            return false;
        }
        return true;
    }

    void tell_that_nothing_is_rated(Finding& finding) {
        finding.notes.push_back("until it is mended no risk is rated, and none can be held against the appetite");
        rate_nothing();
    }

    // False where the levels stay unknown, so that nothing is said of a level that is named elsewhere.
    bool read_scores(FieldView levels) {
        if (!levels.is(ValueType::map)) {
            reporter_.report(levels.key_span(),
                             "[[`levels` does not say|nothing says]] at which score each level begins",
                             "[[write each level with its lowest score, likelihood × consequence: `levels: {{low: 1, "
                             "medium: 5, high: 10}}`|say the lowest score of each level, likelihood × consequence]]");
            return false;
        }
        std::vector<std::string> names;
        for (const FieldView level : levels.children()) {
            if (level.invalid()) return false;  // reported by the schema
            names.emplace_back(level.key());
        }
        if (names.empty()) return true;
        if (!are_few_enough(levels) || !order_is_right(levels, names)) return false;
        const auto scores = rising_scores(levels);
        if (!scores) return false;
        settings_.vocabulary.risk_levels = std::move(names);
        settings_.risk.lowest_score = *scores;
        return true;
    }

    std::optional<std::vector<std::uint32_t>> rising_scores(FieldView levels) {
        constexpr Message kHelp =
            "[[write|say]] the lowest score (likelihood × consequence) of each level, lowest level first";
        std::vector<std::uint32_t> scores;
        FieldView before;
        for (const FieldView level : levels.children()) {
            const auto score = level.number();
            if (!before && (!score || *score < 0 || *score > 1)) {
                reporter_.report(level.span(),
                                 reporter_.say("the lowest level, {}, does not begin at 1", quoted(level.key())),
                                 kHelp);
                return std::nullopt;
            }
            if (before && !score) {
                reporter_.report(level.key_span(),
                                 reporter_.say("level {} does not say at which score it begins", quoted(level.key())),
                                 kHelp);
                return std::nullopt;
            }
            if (before && *score <= *before.number()) {
                Finding& finding = reporter_.report(
                    level.span(),
                    reporter_.say("level {} begins at {}, not above the one before it, {}, which begins at {}",
                                  quoted(level.key()), plain(level.text()), quoted(before.key()), plain(before.text())),
                    kHelp);
                tell_that_nothing_is_rated(finding);
                return std::nullopt;
            }
            scores.push_back(static_cast<std::uint32_t>(*score));
            before = level;
        }
        return scores;
    }

    bool read_matrix(FieldView levels, FieldView matrix) {
        if (!levels.is(ValueType::list)) {
            if (!levels.invalid()) {
                reporter_.report(matrix.key_span(),
                                 "[[a `matrix` needs `levels` to be a list of the levels' names|beside a matrix of "
                                 "risk the levels are to be a list of their names]]",
                                 "[[write `levels: [low, medium, high]`|name the levels]], lowest first");
            }
            return false;
        }
        std::vector<std::string> names;
        for (const FieldView level : levels.children()) names.emplace_back(level.text());
        if (!are_few_enough(levels) || !order_is_right(levels, names)) return false;
        const auto cells = read_rows(matrix, names);
        if (!cells || !rises(*cells, names)) return false;
        settings_.vocabulary.risk_levels = std::move(names);
        settings_.risk.lowest_score.clear();
        for (const std::vector<MatrixCell>& row : *cells) {
            std::vector<RiskLevel>& line = settings_.risk.matrix.emplace_back();
            for (const MatrixCell& cell : row) line.push_back(cell.level);
        }
        return true;
    }

    // A cell is no lower than its neighbours of less likelihood or less consequence. One finding, however many fall: it
    // is mostly one mistake, rows or columns from the wrong end.
    bool rises(const MatrixCells& cells, const std::vector<std::string>& names) {
        using Place = std::pair<std::size_t, std::size_t>;
        std::optional<std::pair<Place, Place>> first;  // a cell, and its milder neighbour
        std::size_t falling = 0;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            for (std::size_t column = 0; column < cells[row].size(); ++column) {
                const RiskLevel level = cells[row][column].level;
                const bool below_left = column > 0 && cells[row][column - 1].level > level;
                const bool below_last = row > 0 && cells[row - 1][column].level > level;
                if (!below_left && !below_last) continue;
                ++falling;
                const Place milder = below_left ? Place{row, column - 1} : Place{row - 1, column};
                if (!first) first = {Place{row, column}, milder};
            }
        }
        if (!first) return true;
        const auto named = [&](const Place& place) {
            return reporter_.say("likelihood {}, consequence {}",
                                 quoted(settings_.vocabulary.scale(Scale::likelihood)[place.first]),
                                 quoted(settings_.vocabulary.scale(Scale::consequence)[place.second]));
        };
        const auto& [place, milder] = *first;
        const MatrixCell& cell = cells[place.first][place.second];
        const MatrixCell& neighbour = cells[milder.first][milder.second];
        Finding& finding = reporter_.report(
            cell.span,
            reporter_.say("the matrix falls: {} is {}, and {}, which is milder, is {}", named(place),
                          quoted(names[cell.level]), named(milder), quoted(names[neighbour.level])),
            "[[write|put]] the rows from the lowest likelihood to the highest, and in each the levels from the lowest "
            "consequence to the highest, so that none is lower than the one before or above it");
        finding.labels.push_back({neighbour.span, "the higher neighbour"});
        if (falling > 1) finding.notes.push_back(reporter_.say("{0} {0:cell|cells} in it fall like this", falling));
        tell_that_nothing_is_rated(finding);
        return false;
    }

    // From the tree: the schema has no type for a list of lists.
    std::optional<MatrixCells> read_rows(FieldView matrix, const std::vector<std::string>& names) {
        const std::size_t rows = settings_.vocabulary.scale(Scale::likelihood).size();
        const std::size_t columns = settings_.vocabulary.scale(Scale::consequence).size();
        const YamlTree& tree = parsed_.tree;
        const NodeId root = matrix.value().node;
        MatrixCells cells;
        bool fits = tree[root].type == NodeType::list;
        for (const NodeId row : tree.items(root)) {
            const NodeId line = tree.resolved(row);
            fits = fits && tree[line].type == NodeType::list;
            if (!fits) break;
            std::vector<MatrixCell>& cell = cells.emplace_back();
            for (const NodeId item : tree.items(line)) {
                const NodeId node = tree.resolved(item);
                const Span span = {{}, tree[node].begin, tree[node].end};
                const auto level = level_named(tree.text(node, parsed_.bytes), names, span);
                if (!level) return std::nullopt;
                cell.push_back({*level, span});
            }
            fits = cell.size() == columns;
        }
        if (fits && cells.size() == rows) return cells;
        reporter_.report(
            matrix.key_span(),
            reporter_.say("the matrix is not {0} {0:row|rows} of {1} {1:level|levels}", rows, columns),
            "[[write|give]] a row for each likelihood, lowest first, and in it a level for each consequence");
        return std::nullopt;
    }

    std::optional<RiskLevel> level_named(std::string_view word, const std::vector<std::string>& names, Span place) {
        const auto found = std::ranges::find(names, word);
        if (found != names.end()) return static_cast<RiskLevel>(found - names.begin());
        Finding& finding = reporter_.report(place, reporter_.say("{} is no level of risk", quoted(word, 40)),
                                            reporter_.say("[[write|choose]] one of {:12}", quoted_each(names)));
        reporter_.suggest(finding, word, SettingReporter::views(names));
        return std::nullopt;
    }

    void read_appetite(FieldView appetite, bool levels_known) {
        RiskCriteria& risk = settings_.risk;
        const std::vector<std::string>& names = settings_.vocabulary.risk_levels;
        risk.appetite.assign(settings_.disciplines.size(), std::nullopt);
        // With levels of one's own and no word on appetite: the second lowest, as with the built-in ones.
        risk.general_appetite = static_cast<RiskLevel>(std::min<std::size_t>(1, names.size() - 1));
        if (!appetite || appetite.invalid() || !levels_known) return;
        if (!appetite.is(ValueType::map)) {
            if (const auto level = level_named(appetite.text(), names, appetite.span())) risk.general_appetite = level;
            return;
        }
        for (const FieldView entry : appetite.children()) {
            if (entry.invalid()) continue;
            const auto discipline = settings_.find(entry.key());
            if (!discipline) {
                Finding& finding = reporter_.report(
                    entry.key_span(), reporter_.say("{} is no discipline in force here", quoted(entry.key())),
                    "put it in force[[ under `disciplines`]], or take it out here");
                reporter_.suggest(finding, entry.key(), SettingReporter::views(settings_.vocabulary.disciplines));
                continue;
            }
            const auto level = level_named(entry.text(), names, entry.span());
            if (level) risk.appetite[discipline->index()] = level;
        }
    }

    const ParsedFile& parsed_;
    SettingReporter& reporter_;
    Settings& settings_;
};

}  // namespace

// A 5 × 5 matrix, the common example of ISO/IEC 27005 and IEC 31010; cautious where nothing is said.
void set_default_criteria(Settings& settings) {
    scale_of(settings, Scale::likelihood) = {"rare", "unlikely", "possible", "likely", "almost certain"};
    scale_of(settings, Scale::consequence) = {"negligible", "minor", "moderate", "major", "severe"};
    scale_of(settings, Scale::confidentiality) = {"public", "internal", "confidential"};
    scale_of(settings, Scale::integrity) = {"low", "medium", "high"};
    scale_of(settings, Scale::availability) = {"low", "medium", "high"};
    settings.vocabulary.risk_levels = {"low", "medium", "high", "extreme"};
    settings.risk.lowest_score = {1, 5, 10, 15};
    settings.risk.general_appetite = RiskLevel{1};
}

void read_risk_criteria(FieldView risk, FieldView classification, const ParsedFile& parsed, SettingReporter& reporter,
                        Settings& settings) {
    CriteriaReader reader(parsed, reporter, settings);
    reporter.about("risk");
    reader.read_risk(risk);
    reporter.about("classification");
    reader.read_scale(classification[own::classification.confidentiality], Scale::confidentiality);
    reader.read_scale(classification[own::classification.integrity], Scale::integrity);
    reader.read_scale(classification[own::classification.availability], Scale::availability);
    reporter.about({});
}

bool rates(const RiskCriteria& criteria) { return !criteria.lowest_score.empty() || !criteria.matrix.empty(); }

RiskLevel RiskCriteria::level(std::uint32_t likelihood, std::uint32_t consequence) const {
    if (!matrix.empty()) return matrix[likelihood - 1][consequence - 1];
    const std::uint32_t score = likelihood * consequence;
    RiskLevel level = 0;
    for (std::size_t index = 0; index < lowest_score.size(); ++index) {
        if (score >= lowest_score[index]) level = static_cast<RiskLevel>(index);
    }
    return level;
}

}  // namespace ims
