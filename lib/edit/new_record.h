// A record that is begun: what is known of it, and for the rest which fields rules will ask for, with what may stand
// there. Nothing is written here: whoever writes looks at what came of it first (`look_at`).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "edit/new_links.h"
#include "edit/new_place.h"
#include "engine/analyze.h"

namespace ims {

struct NewRecordWish {
    KindId kind;
    std::string id;                                                     // that no record of the kind has
    std::vector<std::pair<std::string, std::vector<std::string>>> set;  // by dotted path, in the order given
    std::vector<NewLink> links;
};

struct NewRecord {
    NewValue value;                     // a map
    std::vector<std::string> to_fill;   // fields with nothing in them yet, by dotted path
    std::vector<std::string> to_check;  // what nobody said: the title made of the id, the day on which it is begun
};

// Fields that a record of the kind needs and only people know, by name: but for the title.
std::vector<std::string> needed_of_people(const Analysis& analysis, KindId kind);

// An error is about what was asked for: a field given several values that takes one.
Result<NewRecord> begin_record(const Analysis& analysis, const NewRecordWish& wish);

struct NewFile {
    std::string path;  // from the folder of ims.yaml
    std::string bytes;
};

// The files that the record makes or changes: its own first, then those of records that are to name it. `written`: its
// lines alone.
struct NewFiles {
    std::vector<NewFile> files;
    std::string written;
};
Result<NewFiles> write_record(const Analysis& analysis, const NewRecordWish& wish, const NewRecord& record,
                              const NewPlace& place);

// What came of it.
struct NewRecordSeen {
    RecordId record;                       // of `after`
    std::vector<const Finding*> unfilled;  // required fields with nothing in them
    std::vector<const Finding*> open;      // what else is told of it, but errors
};

// Errors of the record but for what is not filled in yet: of what was set, in the words of `check`. None where there is
// none.
std::vector<const Finding*> errors_of(const Analysis& after, const NewRecordWish& wish);
// An error where more came of it than the record: another one that can no longer be read, or is read otherwise.
Result<NewRecordSeen> look_at(const Analysis& before, const Analysis& after, const NewRecordWish& wish);

}  // namespace ims
