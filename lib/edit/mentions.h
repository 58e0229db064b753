// Where a text names a record in passing: no reference, but what people read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyze.h"

namespace ims {

struct Mention {
    std::string path;        // of the file, from the folder of ims.yaml
    std::uint32_t line = 0;  // from 1
    std::string text;        // the line, without the blanks around it
};

// The lines in which `name`, such as `role/cashier`, stands as a word by itself. `name` is in NFC, the text need not
// be.
std::vector<Mention> mentions_in(std::string_view text, std::string_view name, const std::string& path);

// Documents of which no record could be read, and in which the id stands as a value or within `kind/id`; and files that
// nobody could open, in line 0. What another program wrote is not looked at.
std::vector<Mention> mentions_in_unread(const Analysis& analysis, std::string_view id);

// Values of records that read the very id and are no references: fields that `ims` does not know, and what it could not
// read. In the order of their places.
std::vector<Mention> mentions_in_unknown_fields(const Analysis& analysis, std::string_view id);

}  // namespace ims
