// The schema of records and of ims.yaml as JSON Schema (draft-07) for others, made of its tables and of what a folder
// says: its disciplines, the steps of its scales, its rules and standards. So what passes there is what `ims check`
// takes, and what is empty is empty in both.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/rule_book.h"
#include "schema/schema.h"
#include "settings/settings.h"

namespace ims {

// What a folder knows.
struct FolderWords {
    const Schema& schema;
    const Settings& settings;  // outside of any folder, those of an empty ims.yaml
    const RuleBook& rules;
    std::vector<std::string> standards;  // ids of the catalogues that may be named
};

// editor: Red Hat's YAML server and those that read what it reads; made for how it completes and where it puts an
// error. program: the words of draft-07 alone, which a strict reader takes.
enum class SchemaReader : std::uint8_t { editor, program };

// Of a file of records of any kind: which fields hold follows from the key that names the kind.
std::string schema_of_records(const FolderWords& words, SchemaReader reader);

// What the schema for editors was made of, in a few characters, which stand in it: where this holds them it is up to
// date, and nobody needs to make it to know so.
std::string made_of(const FolderWords& words);

// Of records of one kind, or of ims.yaml.
std::string schema_of_kind(const FolderWords& words, SchemaReader reader, KindId kind);

}  // namespace ims
