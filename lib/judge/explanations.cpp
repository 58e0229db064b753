#include "judge/explanations.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ims {
namespace {

using Ids = std::vector<FindingId>;

// The field at the top of a dotted path: `responsibilities[2].processes` → `responsibilities`.
std::string_view top_of(std::string_view field) { return field.substr(0, field.find_first_of(".[")); }

// The same key, or one below it: `hs:9.2` holds `hs:9.2.1`.
bool holds(std::string_view key, const ClauseKey& clause) {
    if (clause.theme == key || clause.harmonised == key) return true;
    return clause.harmonised.starts_with(key) && clause.harmonised[key.size()] == '.';
}

// What of a finding is still to be explained: for each of its clauses, or once where it names none, some disciplines.
class Parts {
public:
    Parts(const Finding& finding, DisciplineSet served)
        : finding_(finding),
          disciplines_(finding.about.empty() ? served : finding.about),
          whole_(finding.about.empty()),
          left_(std::max<std::size_t>(finding.clauses.size(), 1), disciplines_),
          open_(left_.size(), true) {}

    // Takes out what a finding about some disciplines explains (none: all), of one clause or of all.
    // Whether that is anything. `by_discipline`: what the two have in common is the discipline and nothing else.
    bool take(DisciplineSet about, std::string_view clause, bool by_discipline) {
        bool took = false;
        for (std::size_t index = 0; index < left_.size(); ++index) {
            if (!open_[index]) continue;
            if (!clause.empty() && (finding_.clauses.empty() || !holds(clause, finding_.clauses[index]))) continue;
            const bool all = about.empty() || disciplines_.empty() || (whole_ && !by_discipline);
            const DisciplineSet left = all ? DisciplineSet() : left_[index].without(about);
            if (!all && left == left_[index]) continue;
            if (by_discipline && disciplines_.empty() && !about.empty()) continue;
            left_[index] = left;
            open_[index] = !left.empty();
            took = true;
        }
        return took;
    }

    [[nodiscard]] bool nothing_left() const { return std::ranges::find(open_, true) == open_.end(); }
    [[nodiscard]] DisciplineSet disciplines() const { return disciplines_; }

private:
    const Finding& finding_;
    DisciplineSet disciplines_;
    bool whole_;
    std::vector<DisciplineSet> left_;  // by clause
    std::vector<bool> open_;
};

class Explainer {
public:
    Explainer(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings,
              const Homes& homes)
        : graph_(graph),
          facts_(facts),
          rules_(rules),
          findings_(findings),
          homes_(homes),
          by_rule_(rules.entries().size()),
          records_(findings.size()),
          found_(findings.size()) {
        for (std::size_t index = 0; index < findings.size(); ++index) {
            const FindingId id = FindingId::from(index);
            const Finding& finding = findings[id];
            by_rule_[place(finding.rule)].push_back(id);
            records_[index] = finding.on;
            if (finding.on.known() || !finding.record.known()) continue;
            if (const auto record = graph.find(finding.record)) records_[index] = *record;
        }
    }

    std::vector<Ids> run() {
        for (const RuleEntry& rule : rules_.entries()) {
            const Ids causes = causes_of(rule.id);
            if (causes.empty()) continue;
            for (const Explanation& explanation : rule.explains) {
                if (!by_rule_[place(explanation.rule)].empty()) note(causes, explanation);
            }
        }
        std::vector<Ids> out(findings_.size());
        for (std::size_t index = 0; index < out.size(); ++index) {
            if (!found_[index].empty()) out[index] = settle(FindingId::from(index));
        }
        return out;
    }

private:
    struct Candidate {
        FindingId cause;
        const Explanation* explanation;
    };

    static std::size_t place(RuleId rule) { return static_cast<std::size_t>(rule); }

    Ids causes_of(RuleId rule) const {
        Ids out;
        for (const FindingId id : by_rule_[place(rule)]) {
            // What is outside the profile may be asked for; whether it is seen, the view knows.
            if (findings_[id].silence != Silence::off) out.push_back(id);
        }
        return out;
    }

    // Those that are about the field, if the explanation names one.
    Ids about_field(Ids causes, std::string_view field) const {
        std::erase_if(causes, [&](FindingId cause) {
            const std::string_view about = findings_[cause].field;
            return !about.starts_with(field) || (about.size() > field.size() && about[field.size()] != '.');
        });
        return causes;
    }

    // Notes for each finding that may follow what may explain it.
    void note(const Ids& all, const Explanation& explanation) {
        const Ids causes = explanation.field.empty() ? all : about_field(all, explanation.field);
        if (causes.empty()) return;
        const auto add = [&](FindingId effect, FindingId cause) {
            if (effect != cause) found_[effect.index()].push_back({cause, &explanation});
        };
        const Ids& effects = by_rule_[place(explanation.rule)];
        if (explanation.on == Same::system || explanation.on == Same::discipline) {
            note_of_folder(causes, effects, explanation);
            return;
        }
        if (explanation.on == Same::process || explanation.on == Same::cell) {
            note_of_processes(causes, effects, explanation);
            return;
        }
        const ByKey by_key = keyed(causes, explanation.on);
        const bool by_field = explanation.on == Same::field || explanation.on == Same::item;
        const ByField fields = by_field ? keyed_by_field(causes, explanation.on) : ByField();
        for (const FindingId effect : effects) {
            visit_keys(effect, explanation.on, by_key, fields, [&](FindingId cause) { add(effect, cause); });
        }
    }

    using ByKey = std::unordered_map<std::uint64_t, Ids>;
    using ByField = std::map<std::pair<RecordId, std::string_view>, Ids>;

    ByKey keyed(const Ids& causes, Same on) const {
        ByKey out;
        for (const FindingId cause : causes) {
            visit_own_keys(cause, on, [&](std::uint64_t key) { out[key].push_back(cause); });
        }
        for (auto& [key, all] : out) keep_different(all);
        return out;
    }

    ByField keyed_by_field(const Ids& causes, Same on) const {
        ByField out;
        for (const FindingId cause : causes) out[field_of(cause, on)].push_back(cause);
        for (auto& [field, all] : out) keep_different(all);
        return out;
    }

    std::pair<RecordId, std::string_view> field_of(FindingId finding, Same on) const {
        const std::string_view field = findings_[finding].field;
        return {records_[finding.index()], on == Same::item ? field : top_of(field)};
    }

    // Of causes that explain by the same, each after the first explains nothing more: one is kept, and another for what
    // the first is found to be itself.
    void keep_different(Ids& causes) const {
        constexpr std::size_t kEnough = 2;
        if (causes.size() <= kEnough) return;
        std::unordered_map<std::uint64_t, std::array<std::size_t, 2>> seen;
        std::erase_if(causes, [&](FindingId cause) {
            const Finding& finding = findings_[cause];
            std::size_t& count = seen[std::bit_cast<std::uint64_t>(finding.about)][finding.on.known() ? 1 : 0];
            return ++count > kEnough;
        });
    }

    // What is found of the folder explains wherever it says so. What is found of one record explains by its
    // disciplines, and only what names that record as its reason, or a clause for which the record would be evidence.
    void note_of_folder(const Ids& causes, const Ids& effects, const Explanation& explanation) {
        std::unordered_map<RecordId, Ids> because;  // effects by what they name as a reason
        for (const FindingId effect : effects) {
            for (const RecordId reason : findings_[effect].because) {
                Ids& all = because[reason];
                if (all.empty() || all.back() != effect) all.push_back(effect);
            }
        }
        // Of several about the same disciplines one is enough.
        std::vector<std::pair<DisciplineSet, FindingId>> different;
        for (const FindingId cause : causes) {
            const Finding& finding = findings_[cause];
            const bool of_record = finding.on.known() && !rules_[finding.rule].about_system;
            if (of_record && explanation.clause.empty()) {
                if (const auto found = because.find(finding.on); found != because.end()) {
                    for (const FindingId effect : found->second)
                        found_[effect.index()].push_back({cause, &explanation});
                }
                continue;
            }
            const DisciplineSet about = disciplines_of(cause);
            if (of_record && about.empty()) continue;
            const auto known = std::ranges::find(different, about, &std::pair<DisciplineSet, FindingId>::first);
            if (known == different.end()) different.emplace_back(about, cause);
        }
        for (const FindingId effect : effects) {
            for (const auto& [about, cause] : different) found_[effect.index()].push_back({cause, &explanation});
        }
    }

    // The processes, or cells, of an effect are all looked at: what is left would else be told by nobody. Those whose
    // processes follow from the record alone are alike where they belong to the same set.
    void note_of_processes(const Ids& causes, const Ids& effects, const Explanation& explanation) {
        const bool cell = explanation.on == Same::cell;
        const auto visit_all = [&](FindingId finding, const auto& visit) {
            if (cell) visit_cells(finding, visit);
            else visit_processes(finding, [&](RecordId process) { visit(std::uint64_t{process.value}); });
        };
        std::unordered_map<std::uint64_t, FindingId> first;  // by process or cell
        std::set<Alike> seen;
        for (const FindingId cause : causes) {
            if (const auto alike = alike_of(cause, cell); alike && !seen.insert(*alike).second) continue;
            visit_all(cause, [&](std::uint64_t key) { first.try_emplace(key, cause); });
        }
        const auto all_of = [&](FindingId effect) {
            Ids together;
            bool all = true;
            visit_all(effect, [&](std::uint64_t key) {
                if (!all) return;
                const auto found = first.find(key);
                all = found != first.end();
                if (all) together.push_back(found->second);
            });
            if (!all) together.clear();
            std::ranges::sort(together);
            const auto twice = std::ranges::unique(together);
            together.erase(twice.begin(), twice.end());
            return together;
        };
        std::map<Alike, Ids> known;
        for (const FindingId effect : effects) {
            const auto alike = alike_of(effect, cell);
            Ids own;
            const Ids* together = &own;
            if (!alike) {
                own = all_of(effect);
            } else {
                const auto [place, added] = known.try_emplace(*alike);
                if (added) place->second = all_of(effect);
                together = &place->second;
            }
            for (const FindingId cause : *together) {
                if (cause != effect) found_[effect.index()].push_back({cause, &explanation});
            }
        }
    }

    // The set of processes that a finding belongs to by its record, and by cells its disciplines; none where it says
    // itself which processes they are.
    using Alike = std::pair<NearestProcesses::Set, std::uint64_t>;
    std::optional<Alike> alike_of(FindingId finding, bool cell) const {
        const RecordId record = records_[finding.index()];
        if (!findings_[finding].cells.empty() || !record.known() || facts_.process(record) != nullptr)
            return std::nullopt;
        return Alike(homes_.nearest().set_of(record),
                     cell ? std::bit_cast<std::uint64_t>(disciplines_of(finding)) : std::uint64_t{0});
    }

    template <class Visit>
    void visit_processes(FindingId finding, const Visit& visit) const {
        const Finding& each = findings_[finding];
        const RecordId record = records_[finding.index()];
        if (record.known() && facts_.process(record) != nullptr) return visit(record);
        for (const Cells& cells : each.cells) visit(cells.process);
        if (!each.cells.empty() || !record.known()) return;
        for (const RecordId process : homes_.nearest().of(record)) visit(process);
    }

    static std::uint64_t cell_key(RecordId process, Discipline discipline) {
        return (std::uint64_t{process.value} << 8) | discipline.value;
    }

    DisciplineSet disciplines_of(FindingId finding) const {
        const Finding& each = findings_[finding];
        const RecordId record = records_[finding.index()];
        return !each.about.empty() || !record.known() ? each.about : facts_.disciplines(record);
    }

    // Those of a cause.
    template <class Visit>
    void visit_own_keys(FindingId finding, Same on, const Visit& visit) const {
        const RecordId record = records_[finding.index()];
        switch (on) {
            case Same::file:
            case Same::side: return visit_files(findings_[finding], visit);
            case Same::record:
            case Same::field:
            case Same::item:
                if (record.known()) visit(record.value);
                return;
            case Same::process:
            case Same::cell:
            case Same::discipline:
            case Same::system: break;
        }
    }

    // Of what is told once of several files, each of them once.
    template <class Visit>
    static void visit_files(const Finding& finding, const Visit& visit) {
        if (finding.sides.empty()) return visit(finding.span.file.value);
        FileId last;
        for (const Side& side : finding.sides) {
            if (side.span.file != last) visit(side.span.file.value);
            last = side.span.file;
        }
    }

    template <class Visit>
    void visit_cells(FindingId finding, const Visit& visit) const {
        const Finding& each = findings_[finding];
        for (const Cells& cells : each.cells) {
            for (const Discipline discipline : cells.disciplines) visit(cell_key(cells.process, discipline));
        }
        if (!each.cells.empty()) return;
        const DisciplineSet disciplines = disciplines_of(finding);
        visit_processes(finding, [&](RecordId process) {
            for (const Discipline discipline : disciplines) visit(cell_key(process, discipline));
        });
    }

    // Hands over the causes that have with a finding in common what is asked.
    template <class Visit>
    void visit_keys(FindingId effect, Same on, const ByKey& by_key, const ByField& by_field, const Visit& visit) const {
        const Finding& finding = findings_[effect];
        const RecordId record = records_[effect.index()];
        const auto hand_over = [&](std::uint64_t key) {
            const auto found = by_key.find(key);
            if (found == by_key.end()) return false;
            for (const FindingId cause : found->second) visit(cause);
            return true;
        };
        switch (on) {
            case Same::file: hand_over(finding.span.file.value); return;
            case Same::side: {
                if (hand_over(finding.span.file.value) || !finding.twins.known()) return;
                // All others: what is left would else be told by nobody.
                const auto is_key = [&](const Label& other) { return by_key.contains(other.span.file.value); };
                if (!std::ranges::all_of(finding.labels, is_key)) return;
                for (const Label& other : finding.labels) hand_over(other.span.file.value);
                return;
            }
            case Same::record: {
                if (!record.known()) return;
                hand_over(record.value);
                if (!finding.because.empty()) {
                    for (const RecordId each : finding.because) hand_over(each.value);
                    return;
                }
                Ids once;
                const auto look = [&](const Edge& edge) {
                    const auto found = by_key.find(edge.other.value);
                    if (found == by_key.end()) return;
                    // What is misspelt in a record explains what is found of it, and not of all that is linked to it.
                    for (const FindingId cause : found->second) {
                        if (findings_[cause].on.known()) once.push_back(cause);
                    }
                };
                for (const Edge& edge : graph_.edges(record)) look(edge);
                for (const Edge& edge : graph_.references_to(record)) look(edge);
                std::ranges::sort(once);
                const auto twice = std::ranges::unique(once);
                once.erase(twice.begin(), twice.end());
                for (const FindingId cause : once) visit(cause);
                return;
            }
            case Same::field:
            case Same::item: {
                if (!record.known()) return;
                // What is missing altogether may be missing for whatever is wrong in the record's links.
                if (on == Same::field && finding.field.empty()) {
                    hand_over(record.value);
                    return;
                }
                const auto found = by_field.find(field_of(effect, on));
                if (found == by_field.end()) return;
                for (const FindingId cause : found->second) visit(cause);
                return;
            }
            case Same::process:
            case Same::cell:
            case Same::discipline:
            case Same::system: break;
        }
    }

    // Of all that may explain it, the first that together leave nothing.
    Ids settle(FindingId effect) {
        std::vector<Candidate>& candidates = found_[effect.index()];
        const Finding& finding = findings_[effect];
        if (finding.silence == Silence::off || finding.silence == Silence::accepted) return {};
        std::ranges::stable_sort(candidates, {}, [](const Candidate& each) { return each.cause; });
        const RecordId record = records_[effect.index()];
        Parts parts(finding, record.known() ? facts_.disciplines(record) : DisciplineSet());
        Ids by;
        for (const Candidate& each : candidates) {
            if (parts.nothing_left()) break;
            const DisciplineSet about = disciplines_of(each.cause);
            const bool by_discipline = each.explanation->on == Same::discipline;
            // A record that serves no discipline mends none.
            if (by_discipline && about.empty() && findings_[each.cause].on.known()) continue;
            if (parts.take(by_discipline ? about : findings_[each.cause].about, each.explanation->clause,
                           by_discipline) &&
                (by.empty() || by.back() != each.cause))
                by.push_back(each.cause);
        }
        return parts.nothing_left() ? by : Ids();
    }

    const Graph& graph_;
    const Facts& facts_;
    const RuleBook& rules_;
    const FindingList& findings_;
    const Homes& homes_;
    std::vector<Ids> by_rule_;
    std::vector<RecordId> records_;              // by finding: what it is on; none where that could not be read
    std::vector<std::vector<Candidate>> found_;  // by finding: what may explain it
};

}  // namespace

std::span<const FindingId> Explanations::of(FindingId finding) const {
    return std::span(by_).subspan(starts_[finding.index()], starts_[finding.index() + 1] - starts_[finding.index()]);
}

std::span<const FindingId> Explanations::from(FindingId finding) const {
    const std::uint32_t first = effect_starts_[finding.index()];
    return std::span(effects_).subspan(first, effect_starts_[finding.index() + 1] - first);
}

Explanations find_explanations(const Graph& graph, const Facts& facts, const RuleBook& rules,
                               const FindingList& findings, const Homes& homes) {
    Explanations out;
    out.starts_.push_back(0);
    for (const Ids& by : Explainer(graph, facts, rules, findings, homes).run()) {
        out.by_.insert(out.by_.end(), by.begin(), by.end());
        out.starts_.push_back(static_cast<std::uint32_t>(out.by_.size()));
    }
    std::vector<Ids> effects(findings.size());
    for (std::size_t index = 0; index < findings.size(); ++index) {
        for (const FindingId cause : out.of(FindingId::from(index)))
            effects[cause.index()].push_back(FindingId::from(index));
    }
    out.effect_starts_.push_back(0);
    for (const Ids& each : effects) {
        out.effects_.insert(out.effects_.end(), each.begin(), each.end());
        out.effect_starts_.push_back(static_cast<std::uint32_t>(out.effects_.size()));
    }
    return out;
}

}  // namespace ims
