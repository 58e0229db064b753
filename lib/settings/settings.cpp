#include "settings/settings.h"

#include <algorithm>
#include <charconv>

#include "base/nearest.h"
#include "base/unicode.h"
#include "diagnostics/look_alikes.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"
#include "schema/read_values.h"
#include "schema/valid_id.h"
#include "settings/risk_criteria.h"
#include "settings/setting_reporter.h"

namespace ims {
namespace {

namespace own = fields::ims;

class Reader {
public:
    Reader(const ParsedFile& parsed, const Schema& schema, const RuleBook& rules, std::vector<Finding>& findings,
           Arena& arena)
        : parsed_(parsed),
          schema_(schema),
          rules_(rules),
          findings_(findings),
          arena_(arena),
          reporter_(findings, arena),
          folder_{{&parsed, {}}, &schema},
          sources_{{&parsed, {}}, &folder_, nullptr, nullptr} {}

    Settings run() {
        set_defaults();
        const NodeId root = root_of();
        if (root.known()) {
            const ReadRules rules{schema_, settings_.vocabulary, true, false};
            read_fields(parsed_, rules, root, {}, *schema_.find_kind("ims"), {}, settings_.values, findings_, arena_);
        }
        read_plain();
        read_disciplines();
        read_risk_criteria(top(own::risk), top(own::classification), parsed_, reporter_, settings_);
        read_times();
        read_check();
        read_defaults(root);
        return std::move(settings_);
    }

private:
    NodeId root_of() {
        NodeId root;
        for (const YamlDocument& document : parsed_.tree.documents) {
            if (!document.root.known()) continue;
            if (!root.known() && parsed_.tree[document.root].type == NodeType::map) {
                root = document.root;
                continue;
            }
            const YamlNode& node = parsed_.tree[document.root];
            reporter_.report(
                {{}, node.begin, std::min(node.end, node.begin + 1)},
                root.known() ? Message("[[ims.yaml holds more than one document|the settings are in several pieces]]")
                             : Message("[[ims.yaml does not hold settings|the settings cannot be read]]"),
                root.known() ? Message("[[keep the settings in one document; records go into files of their own|have "
                                       "the settings put together, apart from the records]]")
                             : Message("[[write one setting a line: `organisation: …`|have the settings written out, "
                                       "one a line]]"));
        }
        return root;
    }

    FieldView top(Field field) const {
        for (std::uint32_t index = 0; index < settings_.values.size(); index = settings_.values[index].next) {
            if (settings_.values[index].field == field) return {settings_.values.data(), index, &sources_};
        }
        return {};
    }

    void set_defaults() {
        set_default_criteria(settings_);
        settings_.review_every = *parse_duration("12 months");
        settings_.review_soon = *parse_duration("30 d");
        settings_.audit_cycle = *parse_duration("3 y");
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
        const FieldView all = top(own::disciplines);
        if (all.invalid()) return read_bare_disciplines(all);
        for (const FieldView entry : all.children()) {
            // An entry whose value is wrong was reported; it is in force all the same.
            DisciplineInForce discipline;
            discipline.standards = texts(entry[own::disciplines.standards]);
            discipline.process_types = texts(entry[own::disciplines.processes]);
            discipline.costs = parse_cost(entry[own::disciplines.costs].word());
            put_in_force(entry.key(), entry.key_span(), std::move(discipline));
        }
    }

    // A list of names, one name, or a map below a misspelt key was reported; what it means is clear, and every record
    // that names a discipline counts on it.
    void read_bare_disciplines(FieldView all) {
        const YamlTree& tree = parsed_.tree;
        const NodeId root = all.value().node;
        const auto put = [&](NodeId item) {
            const NodeId node = tree.resolved(item);
            if (tree[node].type != NodeType::scalar) return;
            put_in_force(tree.text(node, parsed_.bytes), {{}, tree[node].begin, tree[node].end}, {});
        };
        if (tree[root].type == NodeType::scalar) return put(root);
        if (tree[root].type == NodeType::map) {
            for (const YamlEntry& entry : tree.entries(root)) put(entry.key);
        } else {
            for (const NodeId item : tree.items(root)) put(item);
        }
    }

    void put_in_force(std::string_view name, Span place, DisciplineInForce discipline) {
        if (settings_.disciplines.size() == kMostDisciplines) {
            reporter_.report(place,
                             reporter_.say("{} is one discipline more than the {} that can be in force",
                                           quoted(name, 40), kMostDisciplines),
                             "put fewer in force");
            return;
        }
        const std::string meant = name_meant(name, place);
        if (!is_valid_id(meant) || settings_.find(meant)) return;
        discipline.name = meant;
        discipline.span = place;
        discipline.usual_cost = parse_cost(schema_.known_cost(meant)).value_or(Cost::none);
        settings_.vocabulary.disciplines.push_back(meant);
        settings_.disciplines.push_back(std::move(discipline));
    }

    // Any name may be put in force, so a name one letter off a known one is taken for a slip only where the known one
    // is not in force itself. Then the known one is put in force, so that no record that names it is wrong besides.
    std::string name_meant(std::string_view name, Span place) {
        const std::vector<std::string_view> known(schema_.known_disciplines().begin(),
                                                  schema_.known_disciplines().end());
        const auto near = nearest(name, known);
        const bool slip = near && *near != name && !is_named(*near);
        if (is_valid_id(name) && !slip) return std::string(name);
        if (const std::string seen = without_ignorable(name); seen != name && is_valid_id(seen)) {
            report_unseen(name, seen, place);
            return seen;
        }
        Finding& finding =
            reporter_.report(place,
                             is_valid_id(name) ? reporter_.say("{} is no well-known discipline", quoted(name))
                                               : reporter_.say("{} cannot name a discipline", quoted(name, 40)),
                             "[[begin with a letter or digit and go on with letters, digits, `.`, `_`, `-`|choose a "
                             "name of letters and digits]]",
                             name);
        if (!slip) return std::string(name);
        reporter_.suggest(finding, name, known);
        if (is_valid_id(name))
            finding.help = reporter_.say("{} a discipline of your own needs a name that is less alike", finding.help);
        return std::string(*near);
    }

    // But for what cannot be seen it names a discipline.
    void report_unseen(std::string_view name, std::string_view seen, Span place) {
        Finding& finding = reporter_.report(
            place,
            reporter_.say("{} cannot name a discipline: {}", quoted(name, 40),
                          unseen_character(name, reporter_.arena())),
            reporter_.say("[[write {0} anew, by hand|have it written anew: {0}]]", quoted(seen)), name);
        finding.fix = fix_that_writes(place, seen, reporter_.arena());
    }

    bool is_named(std::string_view discipline) const {
        for (const FieldView entry : top(own::disciplines).children()) {
            if (entry.key() == discipline) return true;
        }
        return false;
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
        const FieldView baseline = check[own::check.baseline];
        if (baseline.word() == "strict") settings_.strict_baseline = baseline.span();
        settings_.profile = parse_profile(check[own::check.profile].word()).value_or(Profile::full);
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
        if (rules_.has_family(name)) return grade_family(entry, setting);
        const auto rule = rules_.find(name);
        if (!rule) {
            Finding& finding = reporter_.report(
                entry.key_span(), reporter_.say("there is no rule {}", quoted(name, 60)),
                "[[`ims rules` lists the rules and families|name another rule, or leave it out]]", name);
            reporter_.suggest(finding, name, rules_.names());
            return;
        }
        if (rules_[*rule].fixedness == Fixedness::fixed) return report_fixed(entry, rules_[*rule].summary);
        settings_.rules.insert_or_assign(*rule, setting);
    }

    void grade_family(FieldView entry, RuleSetting setting) {
        setting.whole_family = true;
        bool any = false;
        for (const RuleEntry& rule : rules_.entries()) {
            if (rule.family != entry.key() || rule.fixedness == Fixedness::fixed) continue;
            // A rule's own line beats that of its family.
            settings_.rules.try_emplace(rule.id, setting);
            any = true;
        }
        if (any) return;
        const auto family = std::ranges::find(rules_.families(), entry.key(), &RuleFamily::name);
        report_fixed(entry, reporter_.say("all that is found on {}", plain(family->says)));
    }

    // `what`: for readers, who know no rule by its name.
    void report_fixed(FieldView entry, Message what) {
        reporter_.report(
            entry.key_span(),
            reporter_.say("[[the grade of {0} is fixed|how grave it is cannot be set where this is found: {1}]]",
                          quoted(entry.key()), what),
            "[[take this line out|leave it as it is]], and mend what it finds: such records cannot be trusted");
    }

    void read_defaults(NodeId root) {
        if (!root.known()) return;
        for (const FieldView entry : top(own::defaults).children()) {
            const auto kind = schema_.find_kind(entry.key());
            if (!kind || !schema_[*kind].of_records()) {
                std::vector<std::string_view> names;
                for (const KindSpec& each : schema_.kinds()) {
                    if (each.of_records()) names.push_back(each.name);
                }
                Finding& finding = reporter_.report(
                    entry.key_span(), reporter_.say("there is no kind of record {}", quoted(entry.key(), 40)),
                    "[[`ims list` names the kinds|name another kind, or leave it out]]");
                reporter_.suggest(finding, entry.key(), names);
                continue;
            }
            const YamlNode& node = parsed_.tree[entry.value().node];
            if (node.type == NodeType::null) continue;
            if (node.type != NodeType::map) {
                reporter_.report(
                    entry.key_span(),
                    reporter_.say("{} does not say [[which field has|what has]] a default", quoted(entry.key())),
                    reporter_.say("[[write the fields below it: `{}: {{owner: …}}`|say what has a default, and which]]",
                                  plain(entry.key())));
                continue;
            }
            read_kind_defaults(*kind, entry.value().node);
        }
    }

    void read_kind_defaults(KindId kind, NodeId map) {
        const KindSpec& spec = schema_[kind];
        const ReadRules rules{schema_, settings_.vocabulary, false, true};
        const Span place{{}, parsed_.tree[map].begin, parsed_.tree[map].begin};
        std::vector<Value>& values = settings_.defaults[kind];
        const std::size_t before = findings_.size();
        read_fields(parsed_, rules, map, place, kind, {}, values, findings_, arena_);
        for (std::size_t index = before; index < findings_.size(); ++index) {
            findings_[index].rule = RuleId::unknown_setting;
        }
        // What tells one record from another is no default.
        for (std::uint32_t index = 0; index < values.size(); index = values[index].next) {
            const FieldView field(values.data(), index, &sources_);
            if (field.key() != spec.name && field.key() != "title") continue;
            reporter_.report(field.key_span(), reporter_.say("{} can have no default", quoted(field.key())),
                             "[[take this line out|leave it out]]: every record has its own");
            values[index].type = ValueType::invalid;
        }
        for (Value& value : values) value.inherited = true;
    }

    const ParsedFile& parsed_;
    const Schema& schema_;
    const RuleBook& rules_;
    std::vector<Finding>& findings_;
    Arena& arena_;
    SettingReporter reporter_;
    FolderSources folder_;
    ValueSources sources_;
    Settings settings_;
};

}  // namespace

std::optional<FailOn> parse_fail_on(std::string_view text) {
    if (text == "error") return FailOn::error;
    if (text == "high") return FailOn::high;
    if (text == "medium") return FailOn::medium;
    if (text == "low") return FailOn::low;
    if (text == "never") return FailOn::never;
    return std::nullopt;
}

void Settings::place_in(FileId number) {
    file = number;
    for (DisciplineInForce& discipline : disciplines) discipline.span.file = number;
    for (auto& [rule, setting] : rules) setting.span.file = number;
}

std::vector<std::string> Settings::names(DisciplineSet set) const {
    std::vector<std::string> out;
    for (const Discipline discipline : set) out.push_back(name(discipline));
    return out;
}

DisciplineSet Settings::set_of(const std::vector<std::string>& names) const {
    DisciplineSet set;
    for (const std::string& name : names) {
        if (const auto discipline = find(name)) set.add(*discipline);
    }
    return set;
}

DisciplineSet Settings::keys_of(const FieldView& map) const {
    DisciplineSet set;
    for (const FieldView entry : map.children()) {
        if (const auto discipline = find(entry.key())) set.add(*discipline);
    }
    return set;
}

std::optional<Grade> Settings::grade(const RuleEntry& rule) const {
    const auto found = rules.find(rule.id);
    return found == rules.end() ? std::optional(rule.grade) : found->second.grade;
}

Settings read_settings(const ParsedFile& parsed, const Schema& schema, const RuleBook& rules,
                       std::vector<Finding>& findings, Arena& arena) {
    return Reader(parsed, schema, rules, findings, arena).run();
}

std::vector<std::string> read_ignore(const ParsedFile& parsed) {
    std::vector<std::string> patterns;
    const YamlTree& tree = parsed.tree;
    // What is no text, read_settings reports.
    const auto add = [&](NodeId item) {
        const NodeId node = tree.resolved(item);
        if (tree[node].type == NodeType::scalar) patterns.emplace_back(tree.text(node, parsed.bytes));
    };
    for (const YamlDocument& document : tree.documents) {
        if (!document.root.known() || tree[document.root].type != NodeType::map) continue;
        for (const YamlEntry& entry : tree.entries(document.root)) {
            if (tree.text(entry.key, parsed.bytes) != "ignore") continue;
            const NodeId value = tree.resolved(entry.value);
            if (tree[value].type != NodeType::list) {
                add(value);
                continue;
            }
            for (const NodeId item : tree.items(value)) add(item);
        }
        break;
    }
    return patterns;
}

}  // namespace ims
