#include "settings/settings.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "schema/fields.h"
#include "schema/read_values.h"

namespace ims {
namespace {

namespace own = fields::ims;

class Reader {
public:
    Reader(const ValueSource& source, const Schema& schema, std::vector<Finding>& findings)
        : source_(source), schema_(schema), findings_(findings), sources_{source, source} {}

    Settings run() {
        settings_.file = source_.file;
        set_defaults();
        const NodeId root = root_of();
        if (root.known()) {
            const ReadRules rules{schema_, settings_.vocabulary, true, false};
            const ReadSource source{*source_.tree, source_.bytes, source_.file};
            const auto kind = schema_.find_kind("ims");
            read_fields(source, rules, root, {source_.file, 0, 0}, schema_[*kind].fields, "ims", "", settings_.values,
                        findings_);
        }
        read_plain();
        read_disciplines();
        read_risk();
        read_classification();
        read_times();
        read_check();
        read_defaults(root);
        return std::move(settings_);
    }

private:
    NodeId root_of() {
        NodeId root;
        for (const YamlDocument& document : source_.tree->documents) {
            if (!document.root.known()) continue;
            if (!root.known() && (*source_.tree)[document.root].type == NodeType::map) {
                root = document.root;
                continue;
            }
            const YamlNode& node = (*source_.tree)[document.root];
            report({source_.file, node.begin, std::min(node.end, node.begin + 1)},
                   root.known() ? "ims.yaml holds more than one document" : "ims.yaml is no map of settings",
                   root.known() ? "keep the settings in one document; records go into files of their own"
                                : "write one setting a line: `organisation: …`");
        }
        return root;
    }

    FieldView top(Field field) const {
        for (std::uint32_t index = 0; index < settings_.values.size(); index = settings_.values[index].next) {
            if (settings_.values[index].field == field) return {settings_.values.data(), index, &sources_};
        }
        return {};
    }

    Finding& report(Span span, std::string message, std::string help, std::string key = {}) {
        Finding& finding = findings_.emplace_back();
        finding.rule = RuleId::unknown_setting;
        finding.grade = Grade::error;
        finding.span = span;
        finding.message = std::move(message);
        finding.help = std::move(help);
        finding.key = std::move(key);
        return finding;
    }

    void suggest(Finding& finding, std::string_view word, const std::vector<std::string_view>& names) {
        if (const auto near = nearest(word, names)) {
            finding.help = fmt::format("did you mean `{}`?", visible(*near));
            finding.fix = Fix{
                fmt::format("write `{}`", visible(*near)), Fix::Safety::unsafe, {{finding.span, std::string(*near)}}};
        }
    }

    // A 5 × 5 matrix, the common example of ISO/IEC 27005 and IEC 31010; cautious where nothing is said.
    void set_defaults() {
        scale(Scale::likelihood) = {"rare", "unlikely", "possible", "likely", "almost certain"};
        scale(Scale::consequence) = {"negligible", "minor", "moderate", "major", "severe"};
        scale(Scale::confidentiality) = {"public", "internal", "confidential"};
        scale(Scale::integrity) = {"low", "medium", "high"};
        scale(Scale::availability) = {"low", "medium", "high"};
        settings_.vocabulary.risk_levels = {"low", "medium", "high", "extreme"};
        settings_.risk.lowest_score = {1, 5, 10, 15};
        settings_.risk.general_appetite = RiskLevel{1};
        settings_.review_every = *parse_duration("12 months");
        settings_.review_soon = *parse_duration("30 d");
        settings_.audit_cycle = *parse_duration("3 y");
    }

    std::vector<std::string>& scale(Scale which) {
        return settings_.vocabulary.scales[static_cast<std::size_t>(which)];
    }

    static std::vector<std::string> texts(FieldView list) {
        std::vector<std::string> out;
        for (const FieldView item : list.children()) {
            if (!item.invalid()) out.emplace_back(item.is(ValueType::choice) ? item.word() : item.text());
        }
        return out;
    }

    void read_plain() {
        settings_.organisation = std::string(top(own::organisation).text());
        settings_.scope = std::string(top(own::scope).text());
        settings_.ignore = texts(top(own::ignore));
    }

    void read_disciplines() {
        for (const FieldView entry : top(own::disciplines).children()) {
            const std::string name(entry.key());
            if (settings_.disciplines.size() == kMostDisciplines) {
                report(entry.key_span(),
                       fmt::format("`{}` is one discipline more than the {} that can be in force", visible(name),
                                   kMostDisciplines),
                       "put fewer in force");
                break;
            }
            if (!is_valid_id(name)) {
                report(entry.key_span(), fmt::format("`{}` cannot name a discipline", visible(name)),
                       "begin with a letter and go on with letters, digits, `.`, `_`, `-`");
                continue;
            }
            if (entry.invalid()) continue;
            warn_of_misspelling(entry, name);
            DisciplineInForce discipline;
            discipline.name = name;
            discipline.standards = texts(entry[own::disciplines.standards]);
            discipline.process_types = texts(entry[own::disciplines.processes]);
            discipline.span = entry.key_span();
            settings_.vocabulary.disciplines.push_back(name);
            settings_.disciplines.push_back(std::move(discipline));
        }
    }

    // Any name may be put in force, so a name one letter off a known one is taken for a slip only where the known one
    // is not in force itself.
    void warn_of_misspelling(FieldView entry, const std::string& name) {
        const std::vector<std::string_view> known(schema_.known_disciplines().begin(),
                                                  schema_.known_disciplines().end());
        const auto near = nearest(name, known);
        if (!near || *near == name) return;
        for (const FieldView other : top(own::disciplines).children()) {
            if (other.key() == *near) return;
        }
        Finding& finding =
            report(entry.key_span(), fmt::format("`{}` is no well-known discipline", visible(name)), "", name);
        suggest(finding, name, known);
        finding.help += "; for a discipline of your own choose a name that is less alike";
    }

    void read_scale(FieldView field, Scale which) {
        std::vector<std::string> steps = texts(field);
        if (!field || steps.empty()) return;
        if (std::ranges::any_of(steps, [&](const std::string& each) { return std::ranges::count(steps, each) > 1; })) {
            report(field.key_span(), "a step stands twice in this scale", "give every step a name of its own");
            return;
        }
        scale(which) = std::move(steps);
    }

    void read_risk() {
        const FieldView risk = top(own::risk);
        read_scale(risk[own::risk.likelihood], Scale::likelihood);
        read_scale(risk[own::risk.consequence], Scale::consequence);
        const FieldView levels = risk[own::risk.levels];
        const FieldView matrix = risk[own::risk.matrix];
        if (levels && matrix) read_matrix(levels, matrix);
        else if (matrix)
            report(matrix.key_span(), "a `matrix` needs `levels`, a list of their names",
                   "add `levels: [low, medium, high]`, lowest first");
        else if (levels) read_scores(levels);
        read_appetite(risk[own::risk.appetite]);
    }

    void read_scores(FieldView levels) {
        std::vector<std::string> names;
        std::vector<std::uint32_t> scores;
        if (!levels.is(ValueType::map)) {
            report(levels.key_span(), "`levels` is a list, which needs a `matrix`",
                   "write each level with its lowest score: `{low: 1, medium: 5, high: 10}`");
            return;
        }
        for (const FieldView level : levels.children()) {
            const auto score = level.number();
            if (!score || *score < 0 || (!scores.empty() && *score <= scores.back()) ||
                (scores.empty() && *score > 1)) {
                report(level.span(),
                       scores.empty() ? "the lowest level must begin at 1"
                                      : "levels must rise: each begins at a higher score than the one before",
                       "write the lowest score (likelihood × consequence) of each level, lowest level first");
                return;
            }
            names.emplace_back(level.key());
            scores.push_back(static_cast<std::uint32_t>(*score));
        }
        if (names.empty()) return;
        settings_.vocabulary.risk_levels = std::move(names);
        settings_.risk.lowest_score = std::move(scores);
    }

    // Rows are read from the tree: the schema has no type for a list of lists.
    void read_matrix(FieldView levels, FieldView matrix) {
        const std::vector<std::string> names = texts(levels);
        const std::size_t rows = settings_.vocabulary.scale(Scale::likelihood).size();
        const std::size_t columns = settings_.vocabulary.scale(Scale::consequence).size();
        const YamlTree& tree = *source_.tree;
        std::vector<std::vector<RiskLevel>> cells;
        const auto shape_is_wrong = [&] {
            report(matrix.key_span(), fmt::format("the matrix is not {} rows of {} levels", rows, columns),
                   "write a row for each likelihood, lowest first, with a level for each consequence");
        };
        const NodeId root = matrix.value().node;
        if (tree[root].type != NodeType::list) return shape_is_wrong();
        for (std::uint32_t row = root.value + 1; row < tree[root].next; row = tree[NodeId(row)].next) {
            const NodeId line = tree.resolved(NodeId(row));
            if (tree[line].type != NodeType::list) return shape_is_wrong();
            std::vector<RiskLevel>& cell = cells.emplace_back();
            for (std::uint32_t item = line.value + 1; item < tree[line].next; item = tree[NodeId(item)].next) {
                const NodeId node = tree.resolved(NodeId(item));
                const std::string_view word = tree.text(node, source_.bytes);
                const auto found = std::ranges::find(names, word);
                if (found == names.end()) {
                    Finding& finding = report({source_.file, tree[node].begin, tree[node].end},
                                              fmt::format("`{}` is none of the levels", visible(word)),
                                              fmt::format("write one of {}", join_names(names, Ticks::yes, 12)));
                    suggest(finding, word, {names.begin(), names.end()});
                    return;
                }
                cell.push_back(static_cast<RiskLevel>(found - names.begin()));
            }
            if (cell.size() != columns) return shape_is_wrong();
        }
        if (cells.size() != rows) return shape_is_wrong();
        settings_.vocabulary.risk_levels = names;
        settings_.risk.lowest_score.clear();
        settings_.risk.matrix = std::move(cells);
    }

    std::optional<RiskLevel> level_named(FieldView field) {
        const std::vector<std::string>& names = settings_.vocabulary.risk_levels;
        const auto found = std::ranges::find(names, field.text());
        if (found != names.end()) return static_cast<RiskLevel>(found - names.begin());
        Finding& finding = report(field.span(), fmt::format("`{}` is none of the risk levels", visible(field.text())),
                                  fmt::format("write one of {}", join_names(names, Ticks::yes, 12)));
        suggest(finding, field.text(), {names.begin(), names.end()});
        return std::nullopt;
    }

    void read_appetite(FieldView appetite) {
        settings_.risk.appetite.assign(settings_.disciplines.size(), std::nullopt);
        // With levels of one's own and no word on appetite: the second lowest, as with the built-in ones.
        settings_.risk.general_appetite =
            static_cast<RiskLevel>(std::min<std::size_t>(1, settings_.vocabulary.risk_levels.size() - 1));
        if (!appetite || appetite.invalid()) return;
        if (!appetite.is(ValueType::map)) {
            if (const auto level = level_named(appetite)) settings_.risk.general_appetite = level;
            return;
        }
        for (const FieldView entry : appetite.children()) {
            if (entry.invalid()) continue;
            const auto discipline = settings_.find(entry.key());
            if (!discipline) {
                Finding& finding =
                    report(entry.key_span(), fmt::format("discipline `{}` is not in force here", visible(entry.key())),
                           "put it in force under `disciplines`, or take it out here");
                suggest(finding, entry.key(),
                        {settings_.vocabulary.disciplines.begin(), settings_.vocabulary.disciplines.end()});
                continue;
            }
            if (const auto level = level_named(entry)) settings_.risk.appetite[discipline->index()] = level;
        }
    }

    void read_classification() {
        const FieldView classification = top(own::classification);
        read_scale(classification[own::classification.confidentiality], Scale::confidentiality);
        read_scale(classification[own::classification.integrity], Scale::integrity);
        read_scale(classification[own::classification.availability], Scale::availability);
    }

    void read_times() {
        const FieldView review = top(own::review);
        if (const auto every = review[own::review.every].duration()) settings_.review_every = *every;
        if (const auto soon = review[own::review.soon].duration()) settings_.review_soon = *soon;
        settings_.review_history = review[own::review.history].word() == "git";
        if (const auto cycle = top(own::audit)[own::audit.cycle].duration()) settings_.audit_cycle = *cycle;
    }

    void read_check() {
        const FieldView check = top(own::check);
        settings_.fail_on = parse_fail_on(check[own::check.fail_on].word());
        for (const FieldView entry : check[own::check.rules].children()) {
            if (!entry.invalid()) read_rule(entry);
        }
    }

    void read_rule(FieldView entry) {
        const std::string_view name = entry.key();
        RuleSetting setting;
        setting.span = entry.key_span();
        const FieldView grade = entry.is(ValueType::map) ? entry[own::check.rules.grade] : entry;
        setting.grade = parse_grade(grade.word());
        setting.reason =
            std::string(entry.is(ValueType::map) ? entry[own::check.rules.reason].text() : std::string_view());
        if (grade.word().empty()) return;  // missing or wrong: reported by the schema
        if (is_family(name)) {
            setting.whole_family = true;
            for (const RuleEntry& rule : rule_entries()) {
                // A rule's own line beats that of its family.
                if (rule.family == name && rule.fixedness == Fixedness::open)
                    settings_.rules.try_emplace(rule.id, setting);
            }
            return;
        }
        const auto rule = find_rule(name);
        if (!rule) {
            std::vector<std::string_view> names;
            for (const RuleEntry& each : rule_entries()) names.push_back(each.name);
            Finding& finding = report(entry.key_span(), fmt::format("`{}` is no rule", visible(name)),
                                      "`ims rules` lists the rules and families", std::string(name));
            suggest(finding, name, names);
            return;
        }
        if (ims::entry(*rule).fixedness == Fixedness::fixed) {
            report(entry.key_span(), fmt::format("`{}` finds records that cannot be trusted; its grade is fixed", name),
                   "take this line out and mend what it finds");
            return;
        }
        settings_.rules.insert_or_assign(*rule, setting);
    }

    void read_defaults(NodeId root) {
        if (!root.known()) return;
        for (const FieldView entry : top(own::defaults).children()) {
            const auto kind = schema_.find_kind(entry.key());
            if (!kind || schema_[*kind].settings) {
                std::vector<std::string_view> names;
                for (const KindSpec& each : schema_.kinds()) {
                    if (!each.settings) names.push_back(each.name);
                }
                Finding& finding =
                    report(entry.key_span(), fmt::format("`{}` is no kind of record", visible(entry.key())),
                           "`ims list` names the kinds");
                suggest(finding, entry.key(), names);
                continue;
            }
            if (entry.value().node.known() && (*source_.tree)[entry.value().node].type != NodeType::map) {
                report(entry.key_span(), "defaults of a kind are a map of its fields",
                       fmt::format("write `{}: {{owner: …}}`", entry.key()));
                continue;
            }
            read_kind_defaults(*kind, entry.value().node);
        }
    }

    void read_kind_defaults(KindId kind, NodeId map) {
        const KindSpec& spec = schema_[kind];
        std::vector<FieldSpec> fields;
        for (const FieldSpec& field : spec.fields) {
            if (field.name != spec.name && field.name != "title")
                fields.push_back(field);  // what tells a record from another
        }
        const ReadRules rules{schema_, settings_.vocabulary, false, true};
        const ReadSource source{*source_.tree, source_.bytes, source_.file};
        std::vector<Value>& values = settings_.defaults[kind];
        const std::size_t before = findings_.size();
        read_fields(source, rules, map, {source_.file, (*source_.tree)[map].begin, (*source_.tree)[map].begin}, fields,
                    spec.name, "", values, findings_);
        for (std::size_t index = before; index < findings_.size(); ++index)
            findings_[index].rule = RuleId::unknown_setting;
        for (Value& value : values) value.inherited = true;
    }

    const ValueSource& source_;
    const Schema& schema_;
    std::vector<Finding>& findings_;
    ValueSources sources_;
    Settings settings_;
};

}  // namespace

RiskLevel RiskCriteria::level(std::uint32_t likelihood, std::uint32_t consequence) const {
    if (!matrix.empty()) return matrix[likelihood - 1][consequence - 1];
    const std::uint32_t score = likelihood * consequence;
    RiskLevel level = 0;
    for (std::size_t index = 0; index < lowest_score.size(); ++index) {
        if (score >= lowest_score[index]) level = static_cast<RiskLevel>(index);
    }
    return level;
}

std::optional<FailOn> parse_fail_on(std::string_view text) {
    if (text == "error") return FailOn::error;
    if (text == "high") return FailOn::high;
    if (text == "medium") return FailOn::medium;
    if (text == "low") return FailOn::low;
    if (text == "never") return FailOn::never;
    return std::nullopt;
}

std::vector<std::string> Settings::names(DisciplineSet set) const {
    std::vector<std::string> out;
    for (const Discipline discipline : set) out.push_back(name(discipline));
    return out;
}

std::optional<Grade> Settings::grade(RuleId rule) const {
    const auto found = rules.find(rule);
    return found == rules.end() ? std::optional(entry(rule).grade) : found->second.grade;
}

Settings read_settings(const ValueSource& source, const Schema& schema, std::vector<Finding>& findings) {
    return Reader(source, schema, findings).run();
}

std::vector<std::string> read_ignore(const ValueSource& source) {
    std::vector<std::string> patterns;
    const YamlTree& tree = *source.tree;
    for (const YamlDocument& document : tree.documents) {
        if (!document.root.known() || tree[document.root].type != NodeType::map) continue;
        for (std::uint32_t index = document.root.value + 1; index < tree[document.root].next;) {
            const NodeId key(index);
            const NodeId value = tree.resolved(NodeId(tree[key].next));
            index = tree[NodeId(tree[key].next)].next;
            if (tree.text(key, source.bytes) != "ignore") continue;
            if (tree[value].type == NodeType::scalar) patterns.emplace_back(tree.text(value, source.bytes));
            if (tree[value].type != NodeType::list) continue;
            for (std::uint32_t item = value.value + 1; item < tree[value].next; item = tree[NodeId(item)].next) {
                patterns.emplace_back(tree.text(tree.resolved(NodeId(item)), source.bytes));
            }
        }
        break;
    }
    return patterns;
}

}  // namespace ims
