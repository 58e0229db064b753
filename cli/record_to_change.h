// What `ims rename` and `ims retire` have in common: which record is meant, why it is not touched, what they list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/change_of_folder.h"
#include "cli/command.h"
#include "edit/mentions.h"

namespace ims {

// The words of a command line: `role owner` where `role/owner` is due makes the word behind it a path.
struct WordsOfRecord {
    std::string_view first;
    std::string_view second;
    const std::string& path;
};
// An error where the first is a kind, and nothing lies at the path.
Outcome is_one_word(const Environment& environment, const WordsOfRecord& words);

struct RecordToChange {
    RecordId record;
    std::optional<Exit> refused;  // it was said why
};

// The record that a word names, as read_record; refused where it cannot be read, or several have its id. An error where
// there is none, or it comes with the program. `what`: what is to become of it: "renamed".
Result<RecordToChange> find_record_to_change(const ChangeOfFolder& folder, std::string_view word,
                                             std::string_view what);

// Lines that name the record, `role/cashier`, in passing, as the folder would be: of its files, comments too, and of
// the texts that lie at the locations of documents.
std::vector<Mention> mentions_in_texts(const ChangeOfFolder& folder, std::string_view name);

// `says`, and a line for each on standard error; nothing where there is none.
void tell_mentions(const ChangeOfFolder& folder, const Environment& environment, const std::string& says,
                   const std::vector<Mention>& mentions);

}  // namespace ims
