#include "assess/recovery/demand.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

#include "assess/recovery/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

class DemandFinder {
public:
    DemandFinder(const Graph& graph, const NeedGraph& needs, const RecordTable<EffectiveRecovery>& effective)
        : graph_(graph), needs_(needs), effective_(effective), found_(needs.records().size()) {
        for (const RecordId id : graph.of_kind(kinds::process)) {
            if (graph[id].active()) processes_.push_back(id);
        }
    }

    std::vector<Demand> run() {
        find_within();
        find_at_once();
        find_may_lose();
        find_stands_still();
        return std::move(found_);
    }

private:
    // Null for what has no recovery.
    Demand* demand(RecordId record) {
        const auto place = needs_.places().find(record);
        return place ? &found_[*place] : nullptr;
    }

    FieldView of(RecordId process, Field field) const { return graph_[process][fields::process::continuity][field]; }

    // It gives an input and says nothing of its own time: it is asked for that, and no more.
    bool is_unknown_input(const Need& need) const {
        return need.input && !need.has_fallback() && !of(need.what, fields::process::continuity.rto).duration();
    }

    // The strictest claim comes first to each record, and on to what that needs; a workaround on the way gives more
    // time.
    void find_within() {
        struct Claim {
            Duration within;
            RecordId process;
            RecordId target;
            FieldView written;
            bool ends = false;  // nothing is asked of what the target needs
        };
        const auto later = [](const Claim& a, const Claim& b) {
            return std::tie(a.within, a.process, a.target) > std::tie(b.within, b.process, b.target);
        };
        std::priority_queue<Claim, std::vector<Claim>, decltype(later)> claims(later);
        const auto claim = [&](const Claim& at, RecordId user) {
            for (const Need& need : needs_.needs(user)) {
                Claim next = at;
                next.target = quickest(need, effective_);
                next.ends = is_unknown_input(need);
                if (need.workaround && *need.workaround > at.within) {
                    next.within = *need.workaround;
                    next.written = need.entry[fields::process::needs.workaround];
                }
                const Demand* known = demand(next.target);
                if (known != nullptr && !known->within_for.known()) claims.push(next);
            }
        };
        for (const RecordId process : processes_) {
            const FieldView rto = of(process, fields::process::continuity.rto);
            if (const auto time = rto.duration()) claim({*time, process, process, rto, false}, process);
        }
        while (!claims.empty()) {
            const Claim at = claims.top();
            claims.pop();
            Demand& asked = *demand(at.target);
            if (asked.within_for.known()) continue;
            asked.within = at.written;
            asked.within_for = at.process;
            if (!at.ends) claim(at, at.target);
        }
    }

    // The strictest process comes first to each record.
    void find_at_once() {
        std::vector<std::pair<Duration, RecordId>> strictest;
        for (const RecordId process : processes_) {
            if (const auto rto = of(process, fields::process::continuity.rto).duration())
                strictest.emplace_back(*rto, process);
        }
        std::ranges::sort(strictest);
        std::vector<RecordId> open;
        for (const auto& [rto, process] : strictest) {
            open = {process};
            while (!open.empty()) {
                const RecordId user = open.back();
                open.pop_back();
                for (const Need& need : needs_.needs(user)) {
                    if (need.entry && need.entry[fields::process::needs.workaround]) continue;
                    const RecordId target = quickest(need, effective_);
                    Demand* asked = demand(target);
                    if (asked == nullptr || asked->at_once_for.known()) continue;
                    asked->at_once = of(process, fields::process::continuity.rto);
                    asked->at_once_for = process;
                    if (!is_unknown_input(need)) open.push_back(target);
                }
            }
        }
    }

    void find_may_lose() {
        std::vector<std::pair<Duration, RecordId>> strictest;
        for (const RecordId process : processes_) {
            if (const auto rpo = of(process, fields::process::continuity.rpo).duration())
                strictest.emplace_back(*rpo, process);
        }
        std::ranges::sort(strictest);
        std::vector<RecordId> open;
        for (const auto& [rpo, process] : strictest) {
            open = {process};
            while (!open.empty()) {
                const RecordId user = open.back();
                open.pop_back();
                for (const Need& need : needs_.needs(user)) {
                    Demand* asked = demand(need.what);
                    if (asked == nullptr || asked->may_lose_for.known() || graph_[need.what].is(kinds::process))
                        continue;
                    asked->may_lose = of(process, fields::process::continuity.rpo);
                    asked->may_lose_for = process;
                    open.push_back(need.what);
                }
            }
        }
    }

    void find_stands_still() {
        std::vector<RecordId> open;
        const auto spread = [&](RecordId process) {
            open = {process};
            while (!open.empty()) {
                const RecordId user = open.back();
                open.pop_back();
                for (const Need& need : needs_.needs(user)) {
                    Demand* asked = demand(need.what);
                    if (asked == nullptr || asked->stands_still.known() || need.input || need.bridged()) continue;
                    asked->stands_still = process;
                    asked->through = user;
                    const RecordView what = graph_[need.what];
                    if (!what.is(kinds::supplier) || !is_known_as_risk(what)) open.push_back(need.what);
                }
            }
        };
        for (const RecordId process : processes_) {
            if (is_prioritised(graph_[process])) spread(process);
        }
        for (const RecordId process : processes_) {
            if (continuity_concerns(graph_[process])) spread(process);
        }
    }

    const Graph& graph_;
    const NeedGraph& needs_;
    const RecordTable<EffectiveRecovery>& effective_;
    std::vector<RecordId> processes_;  // in force
    std::vector<Demand> found_;        // by place in NeedGraph::records
};

}  // namespace

RecordTable<Demand> find_demand(const Graph& graph, const NeedGraph& needs,
                                const RecordTable<EffectiveRecovery>& effective) {
    return {needs.places(), DemandFinder(graph, needs, effective).run(), {}};
}

}  // namespace ims
