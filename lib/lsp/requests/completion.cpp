// What may be written where the cursor is. The text may be newer than what was judged, and half typed.
#include "lsp/judged/asked.h"
#include "lsp/offers/offers.h"
#include "source/paths.h"

namespace ims::requests {

Reply completion(const Asked& asked) {
    const Schema& schema = asked.judged->graph().schema();
    const bool settings = asked.document->path == join_path(asked.judged->root, "ims.yaml");
    PlaceInText place = place_in_text(asked.lines(), asked.offset());
    if (place.due == PlaceInText::Due::nothing) return Json();
    const PlaceInSchema where = place_in_schema(asked.lines(), schema, settings, place);
    Offers offers(asked, place);
    if (where.begins_record && place.due != PlaceInText::Due::value) offer_new_records(offers);
    for (const Shape& shape : where.shapes) {
        if (place.due != PlaceInText::Due::key) offer_values(where, shape, offers);
        const bool keys = place.due != PlaceInText::Due::value || (place.needs_braces && offers.snippets());
        if (keys) offer_keys(where, shape, offers);
    }
    return offers.json();
}

}  // namespace ims::requests
