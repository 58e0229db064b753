// The records of one file, typed by the schema; what could not be read is told as unread. Not linked yet: ids are text,
// and no file has a number. Made of a file's bytes, the schema and ims.yaml, and of nothing else, so that it can be
// kept and shared while these stay as they are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "schema/field_view.h"
#include "schema/schema.h"
#include "settings/settings.h"
#include "yaml/parsed_file.h"

namespace ims {

// draft: checked, but no evidence and no concern. retired: takes no part.
enum class Status : std::uint8_t { active, draft, retired };

// Small on purpose, as values are.
struct Record {
    std::string_view id;      // in the bytes or the arena of its file
    FileId file;              // none until it is linked
    std::uint32_t first = 0;  // its values in the file's list: [first, last)
    std::uint32_t last = 0;
    std::uint32_t id_begin = 0;  // bytes in the file
    std::uint32_t id_end = 0;
    KindId kind;
    Status status = Status::active;
    bool unread : 1 = false;    // stands in a document that could not be read; only kind and id are known
    bool built_in : 1 = false;  // a catalogue that comes with the program: no rule judges it, no list shows it

    [[nodiscard]] Span id_span() const { return {file, id_begin, id_end}; }
    void id_stands_at(Span place) {
        id_begin = place.begin;
        id_end = place.end;
    }
};

// What is wrong with a file.
struct FileTroubles {
    std::vector<Finding> findings;  // their places are in this file, which has no number yet
    Arena arena;                    // of what they say
    // Records that are known to be meant but could not be read; the ids beside them, since no tree holds them.
    std::vector<Record> unread;
    std::vector<std::string> unread_ids;
    // Nothing is known of what stands in this file, not even which kinds: it could not be opened or is no text.
    bool opaque = false;
    // It can be read, and nothing in it is a record or looks like one: most likely another program's. What is wrong
    // with it, which stands nowhere else; files of this sort are told together, by whoever knows them all.
    std::optional<Finding> foreign;
};

struct ReadFile {
    std::shared_ptr<const ParsedFile> parsed;  // never null
    std::vector<Record> records;               // in the order of the file
    std::vector<Value> values;
    std::unique_ptr<const FileTroubles> found;  // null where all is well: there are many files, and most are
    std::uint32_t references = 0;               // how many of the values are references

    [[nodiscard]] const FileTroubles& troubles() const;
};

// Findings of the yaml stage are turned into findings of the file too. Defaults of ims.yaml are merged in: maps merge,
// lists and scalars replace.
ReadFile read_records(std::shared_ptr<const ParsedFile> parsed, const Schema& schema, const Settings& settings);

// ims.yaml itself: one record `ims` with all that stands in it. `found`: what was wrong with the settings.
ReadFile record_of_settings(std::shared_ptr<const ParsedFile> parsed, const Schema& schema, const Settings& settings,
                            FileTroubles found);

// A file that could not be opened.
ReadFile unreadable_file(const std::string& reason);

// The fields of a file's records before these are linked: their references name nothing yet. `settings`: ims.yaml,
// where inherited values stand. All of them outlive it.
class UnlinkedFile {
public:
    UnlinkedFile(const ReadFile& file, const ParsedFile& settings, const Schema& schema)
        : file_(file),
          folder_{{&settings, {}}, &schema},
          sources_{{file.parsed.get(), {}}, &folder_, file.values.data(), nullptr} {}
    UnlinkedFile(const UnlinkedFile&) = delete;
    UnlinkedFile& operator=(const UnlinkedFile&) = delete;

    // A field of a record's top level; a view of nothing where it is not written.
    [[nodiscard]] FieldView field(const Record& record, Field field) const;
    [[nodiscard]] FieldView value(std::uint32_t place) const { return {file_.values.data(), place, &sources_}; }

private:
    const ReadFile& file_;
    FolderSources folder_;
    ValueSources sources_;
};

}  // namespace ims
