// All places of the document that name the record at the cursor.
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims::requests {
namespace {

// As the protocol counts them.
constexpr int kRead = 2;
constexpr int kWrite = 3;

}  // namespace

Reply highlight(const Asked& asked) {
    const ReadDocument document(*asked.judged, *asked.document);
    const auto named = document.at(asked.offset());
    if (!named || !named->record) return Json();
    Json found = Json::list();
    for (const NamedAt& each : document.naming(*named->record)) {
        found.add(Json::object(
            {{"range", asked.range(each.id_range)}, {"kind", each.what == NamedAt::What::id ? kWrite : kRead}}));
    }
    return found;
}

}  // namespace ims::requests
