// What the view of a difference is made of: words for records of two states, and its tables.
#pragma once

#include <string>

#include "compare/difference.h"
#include "report/page.h"

namespace ims {

// Records of then and now in the words of one page.
struct DifferencePage {
    Page& page;              // of now
    const Page* const then;  // null where there was nothing
    const FolderDifference& difference;

    // As it is called now, or was where it is gone: then its name leads nowhere. People by a role of theirs.
    [[nodiscard]] Words called(RecordPair record) const;
    // Within a sentence: “The website is down”.
    [[nodiscard]] Words quoted(RecordPair record) const;
    [[nodiscard]] Words called(const std::vector<RecordPair>& records, std::size_t most) const;
    [[nodiscard]] std::string name(RecordPair record) const;  // lasting
};

Table concerned_table(const DifferencePage& page);
Table come_table(const DifferencePage& page);
Table ended_table(const DifferencePage& page);
Table gates_table(const DifferencePage& page);
Table cells_table(const DifferencePage& page);
Table recovery_table(const DifferencePage& page);
Table records_table(const DifferencePage& page);

// "PDC–", "n/a"; that there is none.
Words cell_words(const Page& page, const Cell* cell);

}  // namespace ims
