// All places of the folder that name the record at the cursor; of one that is not there yet, too.
#include <optional>

#include "edit/named_places.h"
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims::requests {

Reply references(const Asked& asked) {
    const JudgedState& judged = *asked.judged;
    const auto named = named_at(asked);
    if (!named || !named->record) return Json();
    Json found = Json::list();
    const auto record = find_record(judged, *named->record);
    if (record && says_yes(asked.params, {"context", "includeDeclaration"}) && !judged.graph()[*record].built_in())
        found.add(asked.location(judged, judged.graph()[*record].id_span()));
    // What an alias names is read several times.
    std::optional<Span> last;
    for (const NamedPlace& each : places_naming(*judged.analysis, named->record->kind, named->record->id)) {
        if (last != each.span) found.add(asked.location(judged, each.span));
        last = each.span;
    }
    return found;
}

}  // namespace ims::requests
