// A field that somebody else is to fill in: its key with nothing behind it but a comment that says what is due there.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/operations.h"
#include "schema/schema.h"

namespace ims {

// What is due in a field, for the comment behind it, on one line: what the schema says of it first, which words may
// stand there, or how what takes several values is written.
std::string asked_for(const FieldSpec& field);

// The field with nothing behind it but that comment.
NewEntry asked_entry(const FieldSpec& field);

// The entries that an operation asks for, maps around the fields included, each field with its comment.
AddEntries entries_asked_for(const Schema& schema, const AskForFields& asked);
// The same without a comment, for whoever asks only whether they can be written.
AddEntries bare_entries_asked_for(const Schema& schema, const AskForFields& asked);

// The names of the fields that are usually written before this one, for AddEntries.
std::vector<std::string> names_before(std::span<const FieldSpec> fields, std::string_view name);

}  // namespace ims
