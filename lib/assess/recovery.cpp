#include "assess/recovery.h"

#include <algorithm>

#include "base/components.h"
#include "schema/fields.h"

namespace ims {

class RecoveryAssessor {
public:
    explicit RecoveryAssessor(const Graph& graph) : graph_(graph) { out_.graph_ = &graph; }

    Recovery run() {
        out_.slots_.assign(graph_.size(), 0);
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
        return std::move(out_);
    }

private:
    Recovery::Entry& entry(RecordId record) { return out_.entries_[out_.slots_[record.index()]]; }

    // `recovery` of an asset, supplier or site.
    static OwnRecovery stated(const RecordView& record, Field recovery, Field agreed_field, Field demonstrated_field) {
        OwnRecovery own;
        const FieldView block = record[recovery];
        const auto agreed = block[agreed_field].duration();
        const auto demonstrated = block[demonstrated_field].duration();
        own.demonstrated = demonstrated && (!agreed || *demonstrated > *agreed);
        own.time = own.demonstrated ? demonstrated : agreed;
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
            own.time = record[fields::process::continuity][fields::process::continuity.rto].duration();
            own.stated_by = record.record();
            return;
        }
        own = stated_by(record);
        if (own.time || !record.is(kinds::asset)) return;
        for (const RecordView provider : record.linked(fields::asset::provider)) own = stated_by(provider);
    }

    void add_entries(const RecordView& record, const FieldView& entries, Field what, Field workaround,
                     Field alternatives) {
        std::vector<Need>& needs = entry(record.record()).needs;
        for (const FieldView entry : entries.children()) {
            const auto target = target_of(graph_, entry[what]);
            if (!target) continue;
            Need need{target->record(), {}, entry[workaround].duration(), entry};
            for (const FieldView item : entry[alternatives].children()) {
                if (const auto alternative = target_of(graph_, item))
                    need.alternatives.push_back(alternative->record());
            }
            needs.push_back(std::move(need));
        }
    }

    void find_needs(const RecordView& record) {
        std::vector<Need>& needs = entry(record.record()).needs;
        const auto add = [&](const RecordView& what) {
            const bool known = std::ranges::any_of(needs, [&](const Need& need) {
                return need.what == what.record() ||
                       std::ranges::find(need.alternatives, what.record()) != need.alternatives.end();
            });
            if (!known) needs.push_back({what.record(), {}, std::nullopt, {}});
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

    // Which of a need and its alternatives is back first; those of the circle itself are left out where `circle` is
    // given.
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

public:
    // Known beats unknown; of two known ones the shorter.
    static bool quicker(const EffectiveRecovery& a, const EffectiveRecovery& b) {
        if (a.unknown.known() != b.unknown.known()) return b.unknown.known();
        return a.time.value_or(Duration{}) < b.time.value_or(Duration{});
    }

private:
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
        RecordId sets;  // the member whose own time or need sets that of the circle
        const auto raise = [&](std::optional<Duration> time, RecordId member, RecordId need) {
            if (time && (!whole.time || *time > *whole.time)) {
                whole.time = time;
                whole.slowest = need;
                sets = member;
            }
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
                if (!best || inside) continue;
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
            if (members.size() > 1 && sets.known() && sets.value != index) effective.slowest = sets;
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
};

const OwnRecovery& Recovery::own(RecordId record) const { return entry(record).own; }
const EffectiveRecovery& Recovery::effective(RecordId record) const { return entry(record).effective; }
const std::vector<Need>& Recovery::needs(RecordId record) const { return entry(record).needs; }

std::vector<Dependency> Recovery::dependencies(RecordId process) const {
    std::vector<Dependency> out;
    const FieldView continuity = (*graph_)[process][fields::process::continuity];
    const auto rto = continuity[fields::process::continuity.rto].duration();
    const auto mtpd = continuity[fields::process::continuity.mtpd].duration();
    const auto longer = [](std::optional<Duration> a, std::optional<Duration> b) {
        return a && b ? std::max(a, b) : a ? a : b;
    };
    for (const Need& need : needs(process)) {
        Dependency dependency;
        dependency.need = need;
        dependency.by = need.what;
        for (const RecordId alternative : need.alternatives) {
            if (RecoveryAssessor::quicker(effective(alternative), effective(dependency.by)))
                dependency.by = alternative;
        }
        dependency.effective = effective(dependency.by);
        // Without an rto nothing is asked of a need; a workaround alone sets no limit either.
        if (rto) dependency.allowed = longer(rto, need.workaround);
        const auto& time = dependency.effective.time;
        dependency.too_slow = time && dependency.allowed && *time > *dependency.allowed;
        const auto most = mtpd ? longer(mtpd, need.workaround) : std::nullopt;
        dependency.beyond_mtpd = time && most && *time > *most;
        RecordId step = dependency.by;
        while (step.known() && std::ranges::find(dependency.path, step) == dependency.path.end()) {
            dependency.path.push_back(step);
            step = effective(step).slowest;
        }
        out.push_back(std::move(dependency));
    }
    return out;
}

Recovery assess_recovery(const Graph& graph) { return RecoveryAssessor(graph).run(); }

}  // namespace ims
