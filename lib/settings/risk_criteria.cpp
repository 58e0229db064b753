#include "settings/risk_criteria.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::ims;

std::vector<std::string>& scale_of(Settings& settings, Scale which) {
    return settings.vocabulary.scales[static_cast<std::size_t>(which)];
}

class CriteriaReader {
public:
    CriteriaReader(const ValueSource& source, SettingReporter& reporter, Settings& settings)
        : source_(source), reporter_(reporter), settings_(settings) {}

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
            reporter_.report(step.span(), fmt::format("step `{}` stands twice in this scale", shorten(name, 40)),
                             "give every step a name of its own");
        }
        if (!steps.empty()) scale_of(settings_, which) = std::move(steps);
    }

private:
    // False where the levels stay unknown, so that nothing is said of a level that is named elsewhere.
    bool read_scores(FieldView levels) {
        if (!levels.is(ValueType::map)) {
            reporter_.report(levels.key_span(), "`levels` does not say at which score each level begins",
                             "write each level with its lowest score, likelihood × consequence: "
                             "`levels: {low: 1, medium: 5, high: 10}`");
            return false;
        }
        std::vector<std::string> names;
        std::vector<std::uint32_t> scores;
        for (const FieldView level : levels.children()) {
            const auto score = level.number();
            if (level.invalid()) return false;  // reported by the schema
            const bool first = scores.empty();
            if (!score || *score < 0 || (first ? *score > 1 : *score <= scores.back())) {
                reporter_.report(
                    level.span(),
                    first ? fmt::format("the lowest level, `{}`, does not begin at 1", visible(level.key()))
                          : fmt::format("level `{}` does not begin above the one before it", visible(level.key())),
                    "write the lowest score (likelihood × consequence) of each level, lowest level first");
                return false;
            }
            names.emplace_back(level.key());
            scores.push_back(static_cast<std::uint32_t>(*score));
        }
        if (names.empty()) return true;
        settings_.vocabulary.risk_levels = std::move(names);
        settings_.risk.lowest_score = std::move(scores);
        return true;
    }

    bool read_matrix(FieldView levels, FieldView matrix) {
        if (!levels.is(ValueType::list)) {
            if (!levels.invalid()) {
                reporter_.report(matrix.key_span(), "a `matrix` needs `levels` to be a list of the levels' names",
                                 "write `levels: [low, medium, high]`, lowest first");
            }
            return false;
        }
        std::vector<std::string> names;
        for (const FieldView level : levels.children()) names.emplace_back(level.text());
        const auto cells = read_rows(matrix, names);
        if (!cells) return false;
        settings_.vocabulary.risk_levels = std::move(names);
        settings_.risk.lowest_score.clear();
        settings_.risk.matrix = *cells;
        return true;
    }

    // From the tree: the schema has no type for a list of lists.
    std::optional<std::vector<std::vector<RiskLevel>>> read_rows(FieldView matrix,
                                                                 const std::vector<std::string>& names) {
        const std::size_t rows = settings_.vocabulary.scale(Scale::likelihood).size();
        const std::size_t columns = settings_.vocabulary.scale(Scale::consequence).size();
        const YamlTree& tree = *source_.tree;
        const NodeId root = matrix.value().node;
        std::vector<std::vector<RiskLevel>> cells;
        bool fits = tree[root].type == NodeType::list;
        for (const NodeId row : tree.items(root)) {
            const NodeId line = tree.resolved(row);
            fits = fits && tree[line].type == NodeType::list;
            if (!fits) break;
            std::vector<RiskLevel>& cell = cells.emplace_back();
            for (const NodeId item : tree.items(line)) {
                const NodeId node = tree.resolved(item);
                const auto level = level_named(tree.text(node, source_.bytes), names,
                                               {source_.file, tree[node].begin, tree[node].end});
                if (!level) return std::nullopt;
                cell.push_back(*level);
            }
            fits = cell.size() == columns;
        }
        if (fits && cells.size() == rows) return cells;
        reporter_.report(matrix.key_span(),
                         fmt::format("the matrix is not {} of {}", counted(rows, "row"), counted(columns, "level")),
                         "write a row for each likelihood, lowest first, and in it a level for each consequence");
        return std::nullopt;
    }

    std::optional<RiskLevel> level_named(std::string_view word, const std::vector<std::string>& names, Span place) {
        const auto found = std::ranges::find(names, word);
        if (found != names.end()) return static_cast<RiskLevel>(found - names.begin());
        Finding& finding = reporter_.report(place, fmt::format("`{}` is no level of risk", shorten(word, 40)),
                                            fmt::format("write one of {}", join_names(names, Ticks::yes, 12)));
        SettingReporter::suggest(finding, word, SettingReporter::views(names));
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
                    entry.key_span(), fmt::format("`{}` is no discipline in force here", visible(entry.key())),
                    "put it in force under `disciplines`, or take it out here");
                SettingReporter::suggest(finding, entry.key(),
                                         SettingReporter::views(settings_.vocabulary.disciplines));
                continue;
            }
            const auto level = level_named(entry.text(), names, entry.span());
            if (level) risk.appetite[discipline->index()] = level;
        }
    }

    const ValueSource& source_;
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

void read_risk_criteria(FieldView risk, FieldView classification, const ValueSource& source, SettingReporter& reporter,
                        Settings& settings) {
    CriteriaReader reader(source, reporter, settings);
    reader.read_risk(risk);
    reader.read_scale(classification[own::classification.confidentiality], Scale::confidentiality);
    reader.read_scale(classification[own::classification.integrity], Scale::integrity);
    reader.read_scale(classification[own::classification.availability], Scale::availability);
}

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
