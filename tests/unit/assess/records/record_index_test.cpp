// Numbers and tables for some of all records.
#include "assess/records/record_index.h"

#include <doctest/doctest.h>

#include <vector>

#include "assess/folder.h"
#include "assess/records/record_table.h"

using namespace ims;
using test::Folder;

TEST_CASE("a record is found by its place among those of its kind, or among those that were chosen") {
    const Folder folder("role: a\ntitle: A\n---\nasset: b\ntitle: B\n---\nrole: c\ntitle: C\n");
    const RecordIndex by_kind = RecordIndex::by_kind(folder.graph());
    CHECK(by_kind[folder.id("role/a")] == 0);
    CHECK(by_kind[folder.id("asset/b")] == 0);
    CHECK(by_kind[folder.id("role/c")] == 1);

    const RecordIndex chosen(folder.graph(), std::vector{folder.id("role/c"), folder.id("asset/b")});
    CHECK(chosen.find(folder.id("asset/b")) == 1);
    CHECK_FALSE(chosen.find(folder.id("role/a")).has_value());
    CHECK_FALSE(RecordIndex().find(folder.id("role/a")).has_value());

    const RecordTable<int> table(chosen, {7, 8}, 9);
    CHECK(table[folder.id("role/c")] == 7);
    CHECK(table[folder.id("role/a")] == 9);
    CHECK(RecordTable<int>()[folder.id("role/a")] == 0);
}
