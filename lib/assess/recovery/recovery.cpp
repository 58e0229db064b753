#include "assess/recovery/recovery.h"

#include <span>

#include "schema/fields.h"

namespace ims {
namespace {

// Whether what may stand in, or for how long work goes on without it, is not certain: it is reported as such.
bool uncertain(const Graph& graph, const Need& need) {
    if (need.entry && need.entry[fields::process::needs.workaround].invalid()) return true;
    return need.unclear && graph.anything_unread();
}

}  // namespace

std::vector<Dependency> Recovery::dependencies(const NeedGraph& needs, const RecordView& process) const {
    std::vector<Dependency> out;
    const FieldView continuity = process[fields::process::continuity];
    const FieldView rto = continuity[fields::process::continuity.rto];
    const FieldView mtpd = continuity[fields::process::continuity.mtpd];
    const std::span<const Need> all = needs.needs(process.record());
    out.reserve(all.size());
    for (const Need& need : all) {
        Dependency& dependency = out.emplace_back();
        dependency.need = &need;
        dependency.by = quickest(need, effective_);
        if (need.input && !need.has_fallback() && !own_[need.what].time) dependency.effective.unknown = need.what;
        else dependency.effective = effective_[dependency.by];
        const auto& time = dependency.effective.time;
        if (uncertain(process.graph(), need)) continue;
        const FieldView workaround = need.workaround ? need.entry[fields::process::needs.workaround] : FieldView();
        // Without an rto nothing is asked of a need; a workaround alone sets no limit either.
        if (rto.duration()) dependency.allowed = longer(rto, workaround);
        if (mtpd.duration()) dependency.most = longer(mtpd, workaround);
        dependency.too_slow = time && dependency.allowed && *time > *dependency.allowed.duration();
        dependency.beyond_mtpd = time && dependency.most && *time > *dependency.most.duration();
    }
    return out;
}

std::vector<RecordId> Recovery::path(RecordId record, std::size_t most) const {
    std::vector<RecordId> steps;
    for (RecordId step = record; step.known() && steps.size() < most; step = effective_[step].slowest)
        steps.push_back(step);
    return steps;
}

Recovery find_recovery(const Graph& graph, const NeedGraph& needs) {
    RecordTable<OwnRecovery> own = find_own_recovery(graph, needs);
    RecordTable<EffectiveRecovery> effective = find_effective_recovery(needs, own);
    RecordTable<Demand> demand = find_demand(graph, needs, effective);
    return {std::move(own), std::move(effective), std::move(demand)};
}

}  // namespace ims
