#include "assess/recovery.h"

#include <algorithm>

#include "assess/demand.h"
#include "base/components.h"
#include "schema/fields.h"

namespace ims {

// Of two durations as written the longer; the known one where the other is not.
static FieldView longer(const FieldView& a, const FieldView& b) {
    if (!b.duration()) return a.duration() ? a : FieldView();
    return a.duration() && *a.duration() >= *b.duration() ? a : b;
}

// Known beats unknown; of two known ones the shorter.
static bool quicker(const EffectiveRecovery& a, const EffectiveRecovery& b) {
    if (a.unknown.known() != b.unknown.known()) return b.unknown.known();
    return a.time.value_or(Duration{}) < b.time.value_or(Duration{});
}

class RecoveryAssessor {
public:
    explicit RecoveryAssessor(const Graph& graph) : graph_(graph) { out_.graph_ = &graph; }

    Recovery run() {
        out_.slots_.assign(graph_.size(), 0);
        claimed_.assign(graph_.size(), RecordId());
        out_.entries_.emplace_back().own.not_asked = true;
        for (const KindId kind : {kinds::process, kinds::asset, kinds::supplier, kinds::site}) {
            for (const RecordId id : graph_.of_kind(kind)) {
                const RecordView record = graph_[id];
                if (record.retired()) continue;
                out_.slots_[id.index()] = static_cast<std::uint32_t>(out_.entries_.size());
                out_.entries_.emplace_back();
                find_own(record);
                find_needs(record);
            }
        }
        find_effective();
        assess_demand(graph_, out_);
        return std::move(out_);
    }

private:
    Recovery::Entry& entry(RecordId record) { return out_.entries_[out_.slots_[record.index()]]; }

    // `recovery` of an asset, supplier or site.
    static OwnRecovery stated(const RecordView& record, Field recovery, Field agreed_field, Field demonstrated_field) {
        OwnRecovery own;
        const FieldView block = record[recovery];
        const FieldView agreed = block[agreed_field];
        const FieldView demonstrated = block[demonstrated_field];
        own.written = longer(agreed, demonstrated);
        own.time = own.written.duration();
        own.demonstrated = own.time && (!agreed.duration() || *own.time > *agreed.duration());
        own.uncertain = block.invalid() || agreed.invalid() || demonstrated.invalid();
        own.stated_by = record.record();
        return own;
    }

    static OwnRecovery stated_by(const RecordView& record) {
        if (record.is(kinds::asset)) {
            return stated(record, fields::asset::recovery, fields::asset::recovery.agreed,
                          fields::asset::recovery.demonstrated);
        }
        if (record.is(kinds::supplier)) {
            return stated(record, fields::supplier::recovery, fields::supplier::recovery.agreed,
                          fields::supplier::recovery.demonstrated);
        }
        return stated(record, fields::site::recovery, fields::site::recovery.agreed,
                      fields::site::recovery.demonstrated);
    }

    void find_own(const RecordView& record) {
        OwnRecovery& own = entry(record.record()).own;
        if (record.is(kinds::process)) {
            const FieldView block = record[fields::process::continuity];
            own.written = block[fields::process::continuity.rto];
            own.time = own.written.duration();
            own.uncertain = block.invalid() || own.written.invalid();
            own.stated_by = record.record();
            return;
        }
        own = stated_by(record);
        if (own.time || own.uncertain || !record.is(kinds::asset)) return;
        for (const RecordView provider : record.linked(fields::asset::provider)) {
            own = stated_by(provider);
            return;
        }
        own.uncertain = !record.lacks(fields::asset::provider);
    }

    void add_entries(const RecordView& record, const FieldView& entries, Field what, Field workaround,
                     Field alternatives) {
        std::vector<Need>& needs = entry(record.record()).needs;
        for (const FieldView entry : entries.children()) {
            const auto target = target_of(graph_, entry[what]);
            if (!target) continue;
            Need need{target->record(), {}, entry[workaround].duration(), entry};
            claimed_[need.what.index()] = record.record();
            for (const FieldView item : entry[alternatives].children()) {
                const auto alternative = target_of(graph_, item);
                if (!alternative) continue;
                need.alternatives.push_back(alternative->record());
                claimed_[alternative->record().index()] = record.record();
            }
            needs.push_back(std::move(need));
        }
    }

    void find_needs(const RecordView& record) {
        std::vector<Need>& needs = entry(record.record()).needs;
        const auto add = [&](const RecordView& what) {
            RecordId& claimed = claimed_[what.record().index()];
            if (claimed == record.record()) return;
            claimed = record.record();
            needs.push_back({what.record(), {}, std::nullopt, {}});
        };
        if (record.is(kinds::process)) {
            namespace own = fields::process;
            add_entries(record, record[own::needs], own::needs.what, own::needs.workaround, own::needs.alternatives);
            for (const RecordView asset : record.linked(own::assets)) add(asset);
            for (const RecordView site : record.linked(own::sites)) add(site);
            for (const RecordView giver : record.linked(own::inputs.from)) {
                if (giver.is(kinds::supplier)) add(giver);
            }
        } else if (record.is(kinds::asset)) {
            namespace own = fields::asset;
            add_entries(record, record[own::needs], own::needs.what, own::needs.workaround, own::needs.alternatives);
            for (const RecordView provider : record.linked(own::provider)) add(provider);
        } else if (record.is(kinds::supplier)) {
            namespace own = fields::supplier;
            add_entries(record, record[own::needs], own::needs.what, own::needs.workaround, own::needs.alternatives);
        } else if (record.is(kinds::site)) {
            namespace own = fields::site;
            add_entries(record, record[own::needs], own::needs.what, own::needs.workaround, own::needs.alternatives);
        }
    }

    // Which of a need and its alternatives is back first, those of the circle itself left out.
    std::optional<RecordId> quickest(const Need& need, const Components& components, std::uint32_t component,
                                     bool& inside) const {
        std::optional<RecordId> best;
        const auto consider = [&](RecordId option) {
            if (components.of[option.index()] == component) {
                inside = true;
                return;
            }
            if (!best || quicker(out_.effective(option), out_.effective(*best))) best = option;
        };
        consider(need.what);
        for (const RecordId alternative : need.alternatives) consider(alternative);
        return best;
    }

    void find_effective() {
        std::vector<std::uint32_t> starts;
        std::vector<std::uint32_t> targets;
        for (std::size_t index = 0; index < graph_.size(); ++index) {
            starts.push_back(static_cast<std::uint32_t>(targets.size()));
            for (const Need& need : out_.needs(RecordId::from(index))) {
                targets.push_back(need.what.value);
                for (const RecordId alternative : need.alternatives) targets.push_back(alternative.value);
            }
        }
        starts.push_back(static_cast<std::uint32_t>(targets.size()));
        const Components components = strongly_connected(starts, targets);
        for (std::uint32_t component = 0; component < components.size(); ++component) judge(components, component);
    }

    // All of a circle are back when the slowest of it is, and all that it needs.
    void judge(const Components& components, std::uint32_t component) {
        const auto members = components.members(component);
        EffectiveRecovery whole;
        RecordId setter;  // the member whose own time or need sets that of the circle
        const auto raise = [&](std::optional<Duration> time, RecordId member, RecordId need) {
            if (!time || (whole.time && *time <= *whole.time)) return;
            whole.time = time;
            whole.slowest = need;
            whole.sets = need.known() ? out_.effective(need).sets : member;
            whole.steps = need.known() ? out_.effective(need).steps + 1 : 1;
            setter = member;
        };
        for (const std::uint32_t index : members) {
            const RecordId member(index);
            const OwnRecovery& own = out_.own(member);
            raise(own.time, member, {});
            if (!own.time && !own.not_asked && !whole.unknown.known()) whole.unknown = member;
            for (const Need& need : out_.needs(member)) {
                bool inside = false;
                const auto best = quickest(need, components, component, inside);
                // A need that the circle meets itself takes no longer than the circle.
                if (!best || inside || (need.entry && need.entry[fields::process::needs.workaround].invalid()))
                    continue;
                const EffectiveRecovery& effective = out_.effective(*best);
                const bool bridged = need.workaround && effective.time && *effective.time <= *need.workaround &&
                                     !effective.unknown.known();
                if (bridged) continue;
                raise(effective.time, member, *best);
                if (effective.unknown.known() && !whole.unknown.known()) whole.unknown = effective.unknown;
            }
        }
        for (const std::uint32_t index : members) {
            if (out_.slots_[index] == 0) continue;
            EffectiveRecovery& effective = entry(RecordId(index)).effective;
            effective = whole;
            // Of a circle, every other member waits for the one that sets the time.
            if (!setter.known() || setter.value == index) continue;
            effective.slowest = setter;
            ++effective.steps;
        }
        const bool self =
            members.size() == 1 && std::ranges::any_of(out_.needs(RecordId(members[0])),
                                                       [&](const Need& need) { return need.what.value == members[0]; });
        if (members.size() > 1 || self) {
            std::vector<RecordId>& circle = out_.circles_.emplace_back();
            for (const std::uint32_t index : members) circle.emplace_back(index);
        }
    }

    const Graph& graph_;
    Recovery out_;
    std::vector<RecordId> claimed_;  // by record: the last one that is known to need it
};

const OwnRecovery& Recovery::own(RecordId record) const { return entry(record).own; }
const EffectiveRecovery& Recovery::effective(RecordId record) const { return entry(record).effective; }
const std::vector<Need>& Recovery::needs(RecordId record) const { return entry(record).needs; }
const Demand& Recovery::demand(RecordId record) const { return entry(record).demand; }

RecordId Recovery::quickest(const Need& need) const {
    RecordId best = need.what;
    for (const RecordId alternative : need.alternatives) {
        if (quicker(effective(alternative), effective(best))) best = alternative;
    }
    return best;
}

// Whether what may stand in, or for how long work goes on without it, is not certain: it is reported as such.
static bool uncertain(const Graph& graph, const Need& need) {
    if (!need.entry) return false;
    if (need.entry[fields::process::needs.workaround].invalid()) return true;
    const FieldView alternatives = need.entry[fields::process::needs.alternatives];
    return graph.anything_unread() && alternatives.children().size() != need.alternatives.size();
}

std::vector<Dependency> Recovery::dependencies(RecordId process) const {
    std::vector<Dependency> out;
    const FieldView continuity = (*graph_)[process][fields::process::continuity];
    const FieldView rto = continuity[fields::process::continuity.rto];
    const FieldView mtpd = continuity[fields::process::continuity.mtpd];
    out.reserve(needs(process).size());
    for (const Need& need : needs(process)) {
        Dependency& dependency = out.emplace_back();
        dependency.need = &need;
        dependency.by = quickest(need);
        dependency.effective = effective(dependency.by);
        const auto& time = dependency.effective.time;
        if (uncertain(*graph_, need)) continue;
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
    for (RecordId step = record; step.known() && steps.size() < most; step = effective(step).slowest)
        steps.push_back(step);
    return steps;
}

Recovery assess_recovery(const Graph& graph) { return RecoveryAssessor(graph).run(); }

}  // namespace ims
