#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "yaml/parsed_file.h"

using namespace ims;

namespace {

// What the value of the only entry reads.
void check(const std::string& value, std::string_view expected) {
    CAPTURE(value);
    const ParsedFile file = parse_file("a: " + value + "\n");
    REQUIRE(file.tree.nodes.size() >= 3);
    CHECK(file.tree.problems.empty());
    CHECK(file.text(NodeId(2)) == expected);
}

}  // namespace

TEST_CASE("a text is read in NFC, however it is written") {
    check("Mu\u0308ller", "Müller");
    check("Müller", "Müller");
    check("'Mu\u0308ller'", "Müller");
    check("\"Mu\\u0308ller\"", "Müller");
    check("\"Mu\u0308ller\\tA\"", "Müller\tA");
    check("|\n  Mu\u0308ller\n  Mu\u0308hle", "Müller\nMühle\n");
    check("Mu\u0308ller\n  und Sohn", "Müller und Sohn");
    check("\"u\\u0308\u0323\"", "ụ\u0308");
    check("कर्मचारी", "कर्मचारी");
    check("운전사", "운전사");
}

TEST_CASE("places stay those of the file, and so do its bytes") {
    const ParsedFile file = parse_file("a: Mu\u0308ller # x\nb: 'e\u0301'\n");
    const YamlNode& first = file.tree[NodeId(2)];
    CHECK(std::string_view(file.bytes).substr(first.begin, first.end - first.begin) == "Mu\u0308ller");
    const YamlNode& second = file.tree[NodeId(4)];
    CHECK(std::string_view(file.bytes).substr(second.begin, second.end - second.begin) == "'e\u0301'");
    CHECK(file.text(NodeId(4)) == "é");
}

TEST_CASE("one key in two forms stands twice") {
    const ParsedFile file = parse_file("mu\u0308hle: 1\nm\u00fchle: 2\n");
    REQUIRE(file.tree.problems.size() == 1);
    CHECK(file.tree.problems[0].mistake == Mistake::duplicate_key);
}

TEST_CASE("a key and a value of a second document") {
    const ParsedFile file = parse_file("role: a\n---\nrole: e\u0301\n");
    CHECK(file.text(NodeId(5)) == "é");
}
