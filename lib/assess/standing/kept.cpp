// What is kept fit, and what is kept in force.
#include <array>
#include <cstddef>
#include <optional>

#include "assess/dates/upkeep.h"
#include "assess/performance/documents.h"
#include "assess/performance/locations.h"
#include "assess/standing/standing.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Kind = Standing::Kind;

// Words of states are counted, so each is spelt out; in the order of `upkeep_of`.
struct UpkeepWords {
    Message failed;
    Message overdue;
};
constexpr std::array<UpkeepWords, 2> kUpkeepWords = {
    {{"failed its maintenance", "maintenance overdue"}, {"failed its calibration", "calibration overdue"}}};

// What keeps the state of an upkeep from being known; nothing where it passed and is not due again.
Message unknown_of(const Upkeep& upkeep, Date today, Arena& arena) {
    if (upkeep.written.invalid() || upkeep.every.invalid() || upkeep.last.invalid() || upkeep.result.invalid())
        return make_message(arena, "something about its {} could not be read", upkeep.name);
    if (!upkeep.last) return make_message(arena, "no day is known on which it was {}", upkeep.done);
    if (*upkeep.last.date() > today)
        return make_message(arena, "[[its last {0} is on a day to come|its last {0} is dated in the future]]",
                            upkeep.name);
    if (!upkeep.result) return make_message(arena, "how its last {} ended is not stated", upkeep.name);
    if (!upkeep.every) return make_message(arena, "how often it has to be {} is not stated", upkeep.done);
    return {};
}

}  // namespace

Standing standing_of_asset(const RecordView& asset, const Facts& facts, Arena& arena) {
    std::optional<Standing> late;
    std::optional<Standing> unknown;
    bool kept = false;
    const std::array<Upkeep, 2> upkeep = upkeep_of(asset);
    for (std::size_t place = 0; place < upkeep.size(); ++place) {
        const Upkeep& each = upkeep[place];
        if (!each.written) continue;
        kept = true;
        if (each.result.word() == "failed") return {Kind::bad, kUpkeepWords[place].failed};
        const auto day = due(each, asset.graph().settings());
        const Message why = unknown_of(each, facts.today(), arena);
        if (day && *day < facts.today()) late = Standing{Kind::bad, kUpkeepWords[place].overdue};
        else if (!why.empty() && !unknown) unknown = unjudged(why);
    }
    if (late) return *late;
    if (unknown) return *unknown;
    return kept ? Standing{Kind::good, "[[kept fit|upkeep up to date]]"}
                : Standing{Kind::none, "[[no upkeep stated|no maintenance or calibration stated]]"};
}

Standing standing_of_document(const RecordView& document, const Facts& facts, Arena&) {
    namespace own = fields::document;
    if (successor_of(document)) return {Kind::out, "superseded"};
    if (const std::string_view location = document[own::location].text(); facts.missing_files().contains(location)) {
        const LocationSort sort = sort_of_location(location);
        const bool looked_for = sort == LocationSort::path || sort == LocationSort::bare_web;
        if (!looked_for)
            return unjudged(
                "[[its location is no path within the folder, and nobody looks there|whether it is where it is said to "
                "be cannot be seen from here]]");
        return {Kind::bad, "[[file not found|not found where it should be]]"};
    }
    if (document[own::type].invalid()) return unjudged("its type could not be read");
    const FieldView approved = document[own::approved];
    const FieldView by = approved[own::approved.by];
    const FieldView date = approved[own::approved.date];
    if (approved.invalid() || by.invalid() || date.invalid()) return unjudged("its approval could not be read");
    if (by && !by.target().known()) return unjudged("who approved it could not be found");
    if (date && *date.date() > facts.today())
        return unjudged("[[it is to be approved on a day to come|its approval is dated in the future]]");
    if (by && date) return {Kind::good, "approved"};
    if (!needs_approval(document)) return {Kind::none, "[[no approval asked for|needs no approval]]"};
    return {Kind::poor, approved ? Message("approval not complete") : Message("no approval found")};
}

}  // namespace ims
