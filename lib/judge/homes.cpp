#include "judge/homes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "schema/fields.h"

namespace ims {
namespace {

// What a thing, a role or a person has to do with disciplines: the records around it know.
class DisciplinesAround {
public:
    DisciplinesAround(const Graph& graph, const Facts& facts) : graph_(graph), facts_(facts) {}

    DisciplineSet of(RecordId record) const {
        if (const DisciplineSet own = facts_.disciplines(record); !own.empty()) return own;
        const RecordView view = graph_[record];
        DisciplineSet around;
        if (view.is(kinds::person)) {
            for (const RecordView each : view.linked(fields::person::competences.competence))
                around |= facts_.disciplines(each.record());
            return around;
        }
        if (view.is(kinds::nonconformity)) {
            // Those of the things that it is about.
            for (const Field field : {fields::nonconformity::assets, fields::nonconformity::suppliers}) {
                for (const RecordView each : view.linked(field)) around |= of(each.record());
            }
            return around;
        }
        if (!view.is(kinds::asset) && !view.is(kinds::supplier) && !view.is(kinds::site)) return {};
        const auto look = [&](const Edge& edge) {
            const RecordView other = graph_[edge.other];
            const bool speaks = other.is(kinds::risk) || other.is(kinds::obligation) || other.is(kinds::control);
            if (speaks && other.active()) around |= facts_.disciplines(edge.other);
        };
        for (const Edge& edge : graph_.edges(record)) look(edge);
        for (const Edge& edge : graph_.references_to(record)) look(edge);
        return around;
    }

private:
    const Graph& graph_;
    const Facts& facts_;
};

DisciplineSet named(const Settings& settings, std::span<const std::string_view> names) {
    DisciplineSet set;
    for (const std::string_view name : names) {
        if (const auto discipline = settings.find(name)) set.add(*discipline);
    }
    return set;
}

}  // namespace

bool is_of_whole(const Finding& finding, const RuleEntry& rule) {
    constexpr std::array<std::string_view, 4> kOfRecords = {"yaml", "records", "slips", "references"};
    if (rule.about_system) return true;
    return !finding.on.known() && !finding.record.known() &&
           std::ranges::find(kOfRecords, rule.family) == kOfRecords.end();
}

Homes find_homes(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings) {
    const Settings& settings = graph.settings();
    Homes out;
    out.facts_ = &facts;
    out.nearest_ = find_nearest_processes(graph, facts);
    out.homes_.resize(findings.size());
    out.of_set_.resize(out.nearest_.sets());
    out.sets_.resize(facts.processes().size());
    out.handed_over_.resize(facts.processes().size());
    const DisciplinesAround around(graph, facts);
    // How many disciplines the processes of a set carry, in all; counted when first asked.
    std::vector<std::optional<std::size_t>> carried(out.nearest_.sets());
    const auto carried_by = [&](NearestProcesses::Set set) {
        std::optional<std::size_t>& count = carried[set.index()];
        if (!count) {
            count = 0;
            for (const RecordId process : out.nearest_[set]) *count += facts.process(process)->concerned.size();
        }
        return *count;
    };
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = findings[id];
        const RuleEntry& rule = rules[finding.rule];
        Homes::Home& home = out.homes_[index];
        DisciplineSet disciplines = finding.about;
        if (disciplines.empty() && finding.on.known() && !rule.about_system) disciplines = around.of(finding.on);
        // What could not be read says nothing of how well anything is met.
        if (!is_of_whole(finding, rule) && !finding.on.known()) continue;
        if (!rule.home_only.empty()) {
            disciplines = named(settings, rule.home_only);
            if (disciplines.empty()) continue;  // none of them is in force: it costs nobody a letter
        }
        if (!rule.about_system && !finding.cells.empty()) {
            for (const Cells& each : finding.cells) {
                const auto place = facts.concerns().place(each.process);
                if (!place) continue;
                out.handed_over_[*place].push_back({id, each.disciplines});
                home.cells += each.disciplines.size();
            }
            if (home.cells > 0) continue;
        }
        if (!rule.about_system && finding.on.known()) home.set = out.nearest_.set_of(finding.on);
        if (home.set.known()) {
            home.disciplines = disciplines;
            home.all_carried = disciplines.empty();
            home.cells = home.all_carried ? carried_by(home.set) : out.nearest_[home.set].size() * disciplines.size();
            out.of_set_[home.set.index()].push_back(id);
            continue;
        }
        home.disciplines = disciplines.empty() ? settings.in_force() : disciplines;
        home.cells = home.disciplines.size();
        out.system_.push_back(id);
    }
    for (std::size_t index = 0; index < out.of_set_.size(); ++index) {
        if (out.of_set_[index].empty()) continue;
        const auto set = NearestProcesses::Set::from(index);
        for (const RecordId process : out.nearest_[set]) {
            if (const auto place = facts.concerns().place(process)) out.sets_[*place].push_back(set);
        }
    }
    return out;
}

std::vector<FindingId> Homes::at(RecordId process, Discipline discipline) const {
    std::vector<FindingId> out;
    const auto place = facts_->concerns().place(process);
    if (!place) return out;
    for (const ByRule& each : handed_over_[*place]) {
        if (each.disciplines.has(discipline)) out.push_back(each.finding);
    }
    const DisciplineSet concerned = facts_->processes()[*place].concerned;
    for (const NearestProcesses::Set set : sets_[*place]) {
        for (const FindingId finding : of_set_[set.index()]) {
            const Home& home = homes_[finding.index()];
            // What is about no discipline in particular is about all that the process carries, or where it carries none
            // about each that looks at it.
            const bool here =
                home.all_carried ? concerned.empty() || concerned.has(discipline) : home.disciplines.has(discipline);
            if (here) out.push_back(finding);
        }
    }
    std::ranges::sort(out);
    const auto twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    return out;
}

std::span<const Homes::ByRule> Homes::handed_over(RecordId process) const {
    const auto place = facts_->concerns().place(process);
    return place ? std::span<const ByRule>(handed_over_[*place]) : std::span<const ByRule>();
}

std::vector<FindingId> Homes::of_system(Discipline discipline) const {
    std::vector<FindingId> out;
    for (const FindingId finding : system_) {
        if (homes_[finding.index()].disciplines.has(discipline)) out.push_back(finding);
    }
    return out;
}

}  // namespace ims
