#include "source/source_map.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

SourceMap one_file(std::string_view bytes) {
    static const std::string path = "a.yaml";
    SourceMap sources;
    sources.add(path, bytes);
    return sources;
}

std::string place(const Positions& positions, std::uint32_t offset) {
    const Position at = positions.position(FileId(0), offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

TEST_CASE("lines end with LF, CR LF or CR; columns count code points") {
    const SourceMap sources = one_file("ä: 日\r\nb\rc\n");
    const Positions positions(sources);
    CHECK(place(positions, 0) == "1:1");
    CHECK(place(positions, 2) == "1:2");
    CHECK(place(positions, 4) == "1:4");
    CHECK(place(positions, 7) == "1:5");
    CHECK(place(positions, 9) == "2:1");
    CHECK(place(positions, 11) == "3:1");
    CHECK(positions.line(FileId(0), 1) == "ä: 日");
    CHECK(positions.line(FileId(0), 2) == "b");
    CHECK(positions.line(FileId(0), 3) == "c");
    CHECK(positions.line(FileId(0), 4) == "");
}

TEST_CASE("a byte order mark is no column") {
    const SourceMap sources = one_file("\xEF\xBB\xBFrole: x\n");
    const Positions positions(sources);
    CHECK(place(positions, 0) == "1:1");
    CHECK(place(positions, 3) == "1:1");
    CHECK(place(positions, 9) == "1:7");
    CHECK(positions.line(FileId(0), 1) == "role: x");
}

TEST_CASE("places of one line may be asked for in any order") {
    const SourceMap sources = one_file("äöü äöü\nx\n");
    const Positions positions(sources);
    for (const std::uint32_t offset : {14U, 7U, 13U, 0U, 15U, 6U, 6U}) {
        const std::string here = place(positions, offset);
        CHECK(here == place(Positions(sources), offset));
    }
}
