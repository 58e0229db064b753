#include "assess/recovery/effective_recovery.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "base/components.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Of a process that gives an input and says nothing of its own time, what it needs tells nothing either: whoever takes
// the input asks for that time, and no more.
bool is_unknown_input(const Need& need, const RecordTable<OwnRecovery>& own) {
    return need.input && !need.has_fallback() && !own[need.what].time;
}

class EffectiveFinder {
public:
    EffectiveFinder(const NeedGraph& needs, const RecordTable<OwnRecovery>& own)
        : needs_(needs),
          own_(own),
          circles_(circles_of(needs,
                              [&](RecordId record, const auto& add) {
                                  for (const Need& need : needs.needs(record)) {
                                      if (is_unknown_input(need, own)) continue;
                                      add(need.what);
                                      for (const Alternative& each : need.alternatives()) {
                                          if (each.usable()) add(each.what);
                                      }
                                  }
                              })),
          found_(needs.records().size()) {}

    std::vector<EffectiveRecovery> run() {
        for (std::uint32_t circle = 0; circle < circles_.size(); ++circle) judge(circle);
        return std::move(found_);
    }

private:
    // Of what needs nothing, as a role does: nothing.
    EffectiveRecovery effective(RecordId record) const {
        const auto place = needs_.places().find(record);
        return place ? found_[*place] : EffectiveRecovery();
    }

    // Which of a need and its alternatives is back first, those of the circle itself left out.
    std::optional<RecordId> quickest_outside(const Need& need, std::uint32_t circle, bool& inside) const {
        std::optional<RecordId> best;
        const auto consider = [&](RecordId option) {
            const auto place = needs_.places().find(option);
            if (place && circles_.of[*place] == circle) {
                inside = true;
                return;
            }
            if (!best || quicker(effective(option), effective(*best))) best = option;
        };
        consider(need.what);
        for (const Alternative& each : need.alternatives()) {
            if (each.usable()) consider(each.what);
        }
        return best;
    }

    // All of a circle are back when the slowest of it is, and all that it needs.
    void judge(std::uint32_t circle) {
        const auto members = circles_.members(circle);
        EffectiveRecovery whole;
        RecordId setter;  // the member whose own time or need sets that of the circle
        const auto raise = [&](std::optional<Duration> time, RecordId member, RecordId need) {
            if (!time || (whole.time && *time <= *whole.time)) return;
            whole.time = time;
            whole.slowest = need;
            whole.sets = need.known() ? effective(need).sets : member;
            whole.steps = need.known() ? effective(need).steps + 1 : 1;
            setter = member;
        };
        for (const std::uint32_t place : members) {
            const RecordId member = needs_.records()[place];
            const OwnRecovery& own = own_[member];
            raise(own.time, member, {});
            if (!own.time && !own.not_asked && !whole.unknown.known()) whole.unknown = member;
            for (const Need& need : needs_.needs(member)) {
                if (is_unknown_input(need, own_)) {
                    if (!whole.unknown.known() && !need.workaround) whole.unknown = need.what;
                    continue;
                }
                bool inside = false;
                const auto best = quickest_outside(need, circle, inside);
                // A need that the circle meets itself takes no longer than the circle.
                if (!best || inside || (need.entry && need.entry[fields::process::needs.workaround].invalid()))
                    continue;
                const EffectiveRecovery of_best = effective(*best);
                // What is not known is bridged too: for how long, the one who bridges it says.
                if (need.workaround && of_best.time.value_or(Duration{}) <= *need.workaround) continue;
                raise(of_best.time, member, *best);
                if (of_best.unknown.known() && !whole.unknown.known()) whole.unknown = of_best.unknown;
            }
        }
        for (const std::uint32_t place : members) {
            EffectiveRecovery& member = found_[place];
            member = whole;
            // Of a circle, every other member waits for the one that sets the time.
            if (!setter.known() || setter == needs_.records()[place]) continue;
            member.slowest = setter;
            ++member.steps;
        }
    }

    const NeedGraph& needs_;
    const RecordTable<OwnRecovery>& own_;
    Components circles_;
    std::vector<EffectiveRecovery> found_;  // by place in NeedGraph::records, circle after circle, needs first
};

}  // namespace

bool quicker(const EffectiveRecovery& a, const EffectiveRecovery& b) {
    if (a.unknown.known() != b.unknown.known()) return b.unknown.known();
    return a.time.value_or(Duration{}) < b.time.value_or(Duration{});
}

RecordId quickest(const Need& need, const RecordTable<EffectiveRecovery>& effective) {
    RecordId best = need.what;
    for (const Alternative& each : need.alternatives()) {
        if (each.usable() && quicker(effective[each.what], effective[best])) best = each.what;
    }
    return best;
}

RecordTable<EffectiveRecovery> find_effective_recovery(const NeedGraph& needs, const RecordTable<OwnRecovery>& own) {
    return {needs.places(), EffectiveFinder(needs, own).run(), {}};
}

}  // namespace ims
