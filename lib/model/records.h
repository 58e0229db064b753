// The records of one file, typed by the schema; what could not be read is told as unread. Not linked yet: ids are text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "schema/field_view.h"
#include "schema/schema.h"
#include "settings/settings.h"

namespace ims {

// draft: checked, but no evidence and no concern. retired: takes no part.
enum class Status : std::uint8_t { active, draft, retired };

struct Record {
    KindId kind;
    Status status = Status::active;
    bool unread = false;    // stands in a document that could not be read; only kind and id are known
    bool built_in = false;  // a catalogue that comes with the program: no rule judges it, no list shows it
    FileId file;
    std::uint32_t first = 0;  // its values in the file's list: [first, last)
    std::uint32_t last = 0;
    std::string_view id;  // in the bytes or the arena of its file
    Span id_span;
};

struct FileRecords {
    std::vector<Record> records;  // in the order of the file
    std::vector<Value> values;
    // Records that are known to be meant but could not be read; the ids beside them, since no tree holds them.
    std::vector<Record> unread;
    std::vector<std::string> unread_ids;
    // Nothing is known of what stands in this file, not even which kinds: it could not be opened or is no text.
    bool opaque = false;
    std::vector<Finding> findings;
};

// `source` holds the file's tree. Findings of the yaml stage are turned into findings of the file too.
// Defaults of ims.yaml are merged in: maps merge, lists and scalars replace.
FileRecords read_records(const ValueSource& source, const Schema& schema, const Settings& settings);

// The yaml stage's problems of a file as findings.
void append_problems(const ValueSource& source, std::vector<Finding>& findings);

}  // namespace ims
