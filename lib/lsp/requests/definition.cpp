// Where the record stands that the cursor names.
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims::requests {
namespace {

// A record that was written since the folder was judged stands in the document itself.
Json written_since(const Asked& asked, const ReadDocument& document, const RecordMeant& record) {
    for (const NamedAt& each : document.naming(record)) {
        if (each.what == NamedAt::What::id)
            return Json::object({{"uri", asked.document->uri}, {"range", asked.range(each.id_range)}});
    }
    return {};
}

}  // namespace

Reply definition(const Asked& asked) {
    const ReadDocument document(*asked.judged, *asked.document);
    const auto named = document.at(asked.offset());
    if (!named || !named->record) return Json();
    const auto record = find_record(*asked.judged, *named->record);
    if (!record) return written_since(asked, document, *named->record);
    const RecordView found = asked.judged->graph()[*record];
    return found.built_in() ? Json() : asked.location(*asked.judged, found.id_span());
}

}  // namespace ims::requests
