// The record at the cursor gets another id, and whatever names it follows: all of it or nothing.
#include "lsp/edits/renaming.h"
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"

namespace ims::requests {

Reply rename(const Asked& asked) {
    const auto named = named_at(asked);
    if (!named || !named->record)
        return Refusal{ErrorCode::request_failed, "nothing stands here that names a record; put the cursor on an id"};
    const auto edit = rename_record(asked, *named->record, text_at(asked.params, {"newName"}));
    if (!edit) return Refusal{ErrorCode::request_failed, edit.error().message()};
    return *edit;
}

}  // namespace ims::requests
