#include "assess/risks/shortfalls.h"

#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "assess/risks/lapses.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Reason = Shortfall::Reason;

// What failed is known; where something did, what is only overdue adds nothing.
void add_assets(const RecordView& control, Date today, std::vector<Shortfall>& out) {
    const std::vector<Shortfall> lapses = lapses_of(control, today);
    const bool failed = !lapses.empty() && !lapses.front().uncertain();
    for (const Shortfall& lapse : lapses) {
        if (!failed || !lapse.uncertain()) out.push_back(lapse);
    }
}

}  // namespace

void add_shortfalls(const RecordView& control, Date today, std::vector<Shortfall>& out) {
    if (control[fields::control::implementation].invalid()) return;
    if (control.word(fields::control::implementation) != "in-place") {
        out.push_back({Reason::not_in_place, control.record(), {}, {}, {}});
        return;
    }
    const LastCheck last = last_verification(control, today);
    if (last.certain && last.entry[fields::control::verifications.result].word() == "ineffective")
        out.push_back({Reason::ineffective, control.record(), {}, {}, last.day});
    else add_assets(control, today, out);
}

std::string said_of_control(const Shortfall& shortfall, const Graph& graph) {
    switch (shortfall.reason) {
        case Reason::ineffective: return fmt::format("was found ineffective on {}", to_string(*shortfall.day));
        case Reason::asset_failed:
        case Reason::asset_overdue: return "leans on";
        case Reason::not_in_place: break;
    }
    const std::string_view implementation = graph[shortfall.control].word(fields::control::implementation);
    if (implementation.empty()) return "is not said to be in place";
    return implementation == "partly" ? "is in place only in part" : "is planned";
}

std::string said_of_asset(const Shortfall& shortfall) {
    const std::string day = shortfall.day ? " on " + to_string(*shortfall.day) : std::string();
    return shortfall.uncertain() ? fmt::format("whose {} was due{}", shortfall.upkeep, day)
                                 : fmt::format("which failed its {}{}", shortfall.upkeep, day);
}

}  // namespace ims
