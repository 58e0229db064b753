// What is kept fit, and what is kept in force.
#include <optional>
#include <string>

#include <fmt/format.h>

#include "assess/dates/upkeep.h"
#include "assess/performance/documents.h"
#include "assess/performance/locations.h"
#include "assess/standing/standing.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Kind = Standing::Kind;

// What keeps the state of an upkeep from being known; empty where it passed and is not due again.
std::string unknown_of(const Upkeep& upkeep, Date today) {
    if (upkeep.written.invalid() || upkeep.every.invalid() || upkeep.last.invalid() || upkeep.result.invalid())
        return fmt::format("something about its {} could not be read", upkeep.name);
    if (!upkeep.last) return fmt::format("no day is known on which it was {}", upkeep.done);
    if (*upkeep.last.date() > today) return fmt::format("its last {} is on a day to come", upkeep.name);
    if (!upkeep.result) return fmt::format("how its last {} ended is not stated", upkeep.name);
    if (!upkeep.every) return fmt::format("how often it has to be {} is not stated", upkeep.done);
    return {};
}

}  // namespace

Standing standing_of_asset(const RecordView& asset, const Facts& facts) {
    std::optional<Standing> late;
    std::optional<Standing> unknown;
    bool kept = false;
    for (const Upkeep& each : upkeep_of(asset)) {
        if (!each.written) continue;
        kept = true;
        if (each.result.word() == "failed") return {Kind::bad, fmt::format("failed its {}", each.name)};
        const auto day = due(each, asset.graph().settings());
        const std::string why = unknown_of(each, facts.today());
        if (day && *day < facts.today()) late = {Kind::bad, fmt::format("{} overdue", each.name)};
        else if (!why.empty() && !unknown) unknown = unjudged(why);
    }
    if (late) return *late;
    if (unknown) return *unknown;
    return kept ? Standing{Kind::good, "kept fit"} : Standing{Kind::none, "no upkeep stated"};
}

Standing standing_of_document(const RecordView& document, const Facts& facts) {
    namespace own = fields::document;
    if (successor_of(document)) return {Kind::out, "superseded"};
    if (const std::string_view location = document[own::location].text(); facts.missing_files().contains(location)) {
        const LocationSort sort = sort_of_location(location);
        const bool looked_for = sort == LocationSort::path || sort == LocationSort::bare_web;
        if (!looked_for) return unjudged("its location is no path within the folder, and nobody looks there");
        return {Kind::bad, "file not found"};
    }
    if (document[own::type].invalid()) return unjudged("its type could not be read");
    const FieldView approved = document[own::approved];
    const FieldView by = approved[own::approved.by];
    const FieldView date = approved[own::approved.date];
    if (approved.invalid() || by.invalid() || date.invalid()) return unjudged("its approval could not be read");
    if (by && !by.target().known()) return unjudged("who approved it could not be found");
    if (date && *date.date() > facts.today()) return unjudged("it is to be approved on a day to come");
    if (by && date) return {Kind::good, "approved"};
    if (!needs_approval(document)) return {Kind::none, "no approval asked for"};
    return {Kind::poor, approved ? "approval not complete" : "no approval found"};
}

}  // namespace ims
