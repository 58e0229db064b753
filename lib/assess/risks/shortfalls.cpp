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

Message told(const Shortfall& shortfall, const Graph& graph, Arena& arena) {
    const RecordId control = shortfall.control;
    const RecordId asset = shortfall.asset;
    switch (shortfall.reason) {
        case Reason::ineffective:
            return make_message(arena, "control {} was found ineffective on {}", control, *shortfall.day);
        case Reason::asset_failed:
            return shortfall.day ? make_message(arena, "control {} leans on asset {}, which failed its {} on {}",
                                                control, asset, shortfall.upkeep, *shortfall.day)
                                 : make_message(arena, "control {} leans on asset {}, which failed its {}", control,
                                                asset, shortfall.upkeep);
        case Reason::asset_overdue:
            return shortfall.day ? make_message(arena, "control {} leans on asset {}, whose {} was due on {}", control,
                                                asset, shortfall.upkeep, *shortfall.day)
                                 : make_message(arena, "control {} leans on asset {}, whose {} was due", control, asset,
                                                shortfall.upkeep);
        case Reason::not_in_place: break;
    }
    const std::string_view implementation = graph[control].word(fields::control::implementation);
    if (implementation.empty()) return make_message(arena, "control {} is not said to be in place", control);
    return implementation == "partly" ? make_message(arena, "control {} is in place only in part", control)
                                      : make_message(arena, "control {} is planned", control);
}

}  // namespace ims
