// Why a record keeps its id, or stays as it is: what `ims rename` and editors refuse, in the same words.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

// How people are told a file of the folder, whose path is from that of ims.yaml.
using ShownPath = std::function<std::string(std::string_view path)>;

// What a record is to be called: an id alone, which comes back in NFC. An error where it cannot be one.
Result<std::string> read_id(std::string_view word);
// The new id stands behind another kind than that of the record.
Error keeps_its_kind(const RecordView& record);

// Each of these: an error where there is a reason, whose path is from the folder of ims.yaml.

// It stands in a document that cannot be read. `word`: how it was named.
std::optional<Error> why_unreadable(const Analysis& analysis, RecordId record, std::string_view word);
// It comes with the program. `what`: what is to become of it: "renamed".
std::optional<Error> why_not_of_folder(const RecordView& record, std::string_view what);
// Other records have its name too.
std::optional<Error> why_several(const Analysis& analysis, RecordId record, const ShownPath& shown);
// No record of its kind can have the new id. It is valid, and not that of the record.
std::optional<Error> why_taken(const Analysis& analysis, RecordId record, std::string_view id);
// Documents that cannot be read hold the id: nobody knows whether they name the record.
std::optional<Error> why_unread(const Analysis& analysis, std::string_view id, const ShownPath& shown);

}  // namespace ims
