// What papers have in common: what is handed over, hung up or taken along.
#pragma once

#include <string>
#include <vector>

#include "report/page.h"

namespace ims {

// A card that is filled line by line. People see no line that says nothing; programs get all.
class CardTable {
public:
    CardTable(std::string key, std::string title);
    void add(std::string key, std::string title, TableCell cell, Column::Holds holds = Column::Holds::text);
    [[nodiscard]] Table take() { return std::move(table_); }

private:
    Table table_;
};

// People see no column that says nothing in any row.
Table without_empty_columns(Table table);

// Who is named by a field, for those who have to find them: also who is retired, and who took their place, and what
// names nobody who is known. Nothing where nothing is written.
TableCell who_cell(const Page& page, const FieldView& written);
// All whom a field of a record names, in the same way; `none` where it names nobody.
TableCell whos_cell(const Page& page, const RecordView& record, Field field, Message none);
// Titles; what is a draft says so.
Words titles_with_status(const Page& page, const LinkedRecords& records);

// "not recorded": what a paper has to tell, and no record says; null to programs.
TableCell not_recorded(const Page& page);

// Lines to sign on, one for each who signs.
void add_signatures(Page& page, const std::vector<Words>& who);
// That a record is a draft or retired: whoever holds the paper has to know that it is not in force.
void add_status(Page& page);

}  // namespace ims
