// Whether what the cursor names can get another id, and where that id stands.
#include "edit/may_rename.h"
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims::requests {

Reply prepare_rename(const Asked& asked) {
    const JudgedState& judged = *asked.judged;
    const auto named = named_at(asked);
    const bool of_record = named && (named->what == NamedAt::What::id || named->what == NamedAt::What::reference ||
                                     named->what == NamedAt::What::clause);
    if (!of_record || !named->record) return Json();
    const auto record = find_record(judged, *named->record);
    if (record) {
        if (const auto why = why_not_of_folder(judged.graph()[*record], "renamed"))
            return Refusal{ErrorCode::request_failed, why->message()};
    } else if (named->what != NamedAt::What::id) {
        return Json();
    }
    return Json::object({{"range", asked.range(named->id_range)}, {"placeholder", named->record->id}});
}

}  // namespace ims::requests
