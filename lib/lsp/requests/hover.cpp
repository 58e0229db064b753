// What is known of the word at the cursor: what the schema, ims.yaml and the records say of it, and no more.
#include "lsp/judged/asked.h"
#include "lsp/told/told_of.h"
#include "source/paths.h"

namespace ims::requests {

Reply hover(const Asked& asked) {
    const Schema& schema = asked.judged->graph().schema();
    const bool settings = asked.document->path == join_path(asked.judged->root, "ims.yaml");
    PlaceInText place = place_in_text(asked.lines(), asked.offset());
    if (place.due == PlaceInText::Due::nothing || place.text.empty()) return Json();
    const PlaceInSchema where = place_in_schema(asked.lines(), schema, settings, place);
    std::string told;
    for (const Shape& shape : where.shapes) {
        if (told.empty() && place.due != PlaceInText::Due::key) told = told_of_value(asked, place, where, shape);
        if (told.empty() && place.due != PlaceInText::Due::value) told = told_of_key(asked, place, where, shape);
    }
    if (told.empty()) return Json();
    return Json::object({{"contents", asked.markup(std::move(told))}, {"range", asked.range(place.word)}});
}

}  // namespace ims::requests
