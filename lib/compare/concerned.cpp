#include "compare/concerned.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "assess/participation/leads.h"
#include "judge/owners.h"
#include "schema/fields.h"

namespace ims {
namespace {

class ConcernedFinder {
public:
    ConcernedFinder(const Analysis* before, const Analysis& now, const Touched& touched)
        : before_(before), now_(now), touched_(touched) {}

    std::vector<Concerned> run() {
        for (const RecordChange& change : touched_.changes.all()) look_at(change);
        settings_ = touched_.changes.of("ims") != nullptr ||
                    std::ranges::find(touched_.gates, RecordPair(), &GateChange::record) != touched_.gates.end();
        if (settings_) {
            for (const RecordId top : top_management(now_.graph)) entry(pair_of(now_, top)).leads_all = true;
        }
        for (const CellChange& cell : touched_.cells) {
            if (!cell.of_system()) reached_.insert(cell.process);
        }
        for (const RecoveryChange& each : touched_.recovery) {
            if (now_.graph[each.what.now].is(kinds::process)) reached_.insert(each.what);
        }
        for (const RecordPair& process : reached_) {
            if (!changed_.contains(process))
                each_owner(process, [&](Concerned& who) { who.reached.push_back(process); });
        }
        look_at_disciplines();
        count_gaps();
        return sorted();
    }

private:
    // Calls `tell(analysis, record)` for each side on which the record is.
    template <class Tell>
    void each_side(RecordPair record, const Tell& tell) const {
        if (record.before.known()) tell(*before_, record.before);
        if (record.now.known()) tell(now_, record.now);
    }

    [[nodiscard]] RecordPair pair_of(const Analysis& side, RecordId record) const {
        if (&side == &now_) return {touched_.pairs.before(record), record};
        return {record, touched_.pairs.now(record)};
    }

    Concerned& entry(RecordPair who) {
        Concerned& out = found_[who];
        out.who = who;
        return out;
    }

    // Each once, though they own it then and now.
    template <class Tell>
    void each_owner(RecordPair record, const Tell& tell) {
        std::set<RecordPair> owners;
        each_side(record, [&](const Analysis& side, RecordId id) {
            for (const RecordView owner : side.graph[id].linked(fields::owner))
                owners.insert(pair_of(side, owner.record()));
            if (!side.graph[id].is(kinds::process)) return;
            for (const RecordId owner : side.facts.people().accountable(id)) owners.insert(pair_of(side, owner));
        });
        for (const RecordPair& owner : owners) tell(entry(owner));
    }

    void look_at(const RecordChange& change) {
        if (change.name == "ims") return;
        const RecordPair record = pair_of(change);
        if (record == RecordPair()) return;
        changed_.insert(record);
        each_owner(record, [&](Concerned& who) { who.owns.push_back(record); });
        each_side(record, [&](const Analysis& side, RecordId id) { look_at_people(side, id); });
        each_side(record, [&](const Analysis& side, RecordId id) {
            for (const RecordId process : processes_of(side, id)) reached_.insert(pair_of(side, process));
        });
    }

    [[nodiscard]] RecordPair pair_of(const RecordChange& change) const {
        const auto is = now_.graph.find(change.name);
        if (is && !now_.graph[*is].unread()) return pair_of(now_, *is);
        if (before_ == nullptr) return {};
        const auto was = before_->graph.find(change.name);
        return was && !before_->graph[*was].unread() ? pair_of(*before_, *was) : RecordPair();
    }

    // A role is concerned by its own record, and by who holds it; and so is whoever it reports to.
    void look_at_people(const Analysis& side, RecordId id) {
        std::vector<RecordId> roles;
        if (side.graph[id].is(kinds::role)) roles.push_back(id);
        if (side.graph[id].is(kinds::person)) roles = side.facts.people().roles_of(id);
        for (const RecordId role : roles) {
            entry(pair_of(side, role)).itself = true;
            for (const RecordView superior : side.graph[role].linked(fields::role::reports_to)) {
                auto& owns = entry(pair_of(side, superior.record())).owns;
                const RecordPair of = pair_of(side, role);
                if (std::ranges::find(owns, of) == owns.end()) owns.push_back(of);
            }
        }
    }

    // Those that a record belongs to; a site to those that are done there, a person to those of their roles.
    static std::vector<RecordId> processes_of(const Analysis& side, RecordId id) {
        const RecordView record = side.graph[id];
        if (record.is(kinds::site)) return side.facts.processes_using(id);
        const auto nearest = side.judgement.homes().nearest().of(id);
        std::vector<RecordId> out(nearest.begin(), nearest.end());
        if (record.is(kinds::person)) {
            for (const RecordId role : side.facts.people().roles_of(id)) {
                for (const RecordId process : side.facts.processes_of(role)) out.push_back(process);
            }
        }
        return out;
    }

    void look_at_disciplines() {
        if (before_ != nullptr) look_at_disciplines_of(*before_);
        look_at_disciplines_of(now_);
        // Those of the settings are concerned by all, once.
        for (const Discipline discipline : now_.settings.in_force()) {
            if (settings_) lead(now_, discipline, [](Concerned::Lead& each) { each.settings = true; });
        }
    }

    void look_at_disciplines_of(const Analysis& side) {
        for (const RecordPair& process : reached_) {
            const RecordId id = &side == &now_ ? process.now : process.before;
            const ProcessFacts* const facts = id.known() ? side.facts.process(id) : nullptr;
            if (facts == nullptr) continue;
            for (const Discipline discipline : facts->concerned) {
                lead(side, discipline, [&](Concerned::Lead& each) {
                    if (std::ranges::find(each.processes, process) == each.processes.end())
                        each.processes.push_back(process);
                });
            }
        }
    }

    // Whoever led it before only where nobody is named now, or nobody who can be read.
    template <class Tell>
    void lead(const Analysis& side, Discipline discipline, const Tell& tell) {
        const std::string& name = side.settings.name(discipline);
        const auto is = now_.settings.find(name);
        RecordPair who;
        if (const RecordId lead = is ? lead_of(now_.graph, *is) : RecordId(); lead.known()) who = pair_of(now_, lead);
        else if (const RecordId was = lead_of(side.graph, discipline); was.known()) who = pair_of(side, was);
        if (who == RecordPair()) return;
        auto& leads = entry(who).leads;
        const auto same = std::ranges::find(leads, name, &Concerned::Lead::discipline);
        tell(same == leads.end() ? leads.emplace_back(Concerned::Lead{name, {}, false}) : *same);
    }

    void count_gaps() {
        for (std::size_t index = 0; index < now_.findings.size(); ++index) {
            const Novelty novelty = touched_.comparison.of(FindingId::from(index));
            if (novelty == Novelty::known || novelty == Novelty::due) continue;
            const Finding& finding = now_.findings[index];
            const RecordId owner = owner_of(finding, now_.graph, now_.facts);
            const std::vector<std::string> disciplines = disciplines_of(finding);
            for (auto& [who, each] : found_) {
                const bool leads = std::ranges::any_of(each.leads, [&](const Concerned::Lead& lead) {
                    return std::ranges::find(disciplines, lead.discipline) != disciplines.end();
                });
                if (leads || (owner.known() && owner == who.now)) ++each.gaps;
            }
        }
    }

    // Those that it is about, or else those that its record serves.
    [[nodiscard]] std::vector<std::string> disciplines_of(const Finding& finding) const {
        if (!finding.disciplines.empty() || !finding.on.known()) return finding.disciplines;
        return now_.settings.names(now_.facts.disciplines(finding.on));
    }

    std::vector<Concerned> sorted() {
        std::vector<Concerned> out;
        for (auto& [who, each] : found_) {
            std::ranges::stable_sort(each.leads, {}, [&](const Concerned::Lead& lead) {
                const auto discipline = now_.settings.find(lead.discipline);
                return discipline ? discipline->index() : std::size_t{64};
            });
            out.push_back(std::move(each));
        }
        std::ranges::stable_sort(out, {}, [](const Concerned& each) {
            return std::tuple(each.leads.empty(), ~each.gaps, !each.who.now.known(), each.who);
        });
        return out;
    }

    const Analysis* before_;
    const Analysis& now_;
    const Touched& touched_;
    bool settings_ = false;
    std::set<RecordPair> changed_;
    std::set<RecordPair> reached_;  // processes: what changed among them, and what it belongs to or has an effect on
    std::map<RecordPair, Concerned> found_;
};

}  // namespace

std::vector<Concerned> find_concerned(const Analysis* before, const Analysis& now, const Touched& touched) {
    return ConcernedFinder(before, now, touched).run();
}

}  // namespace ims
