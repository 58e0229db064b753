#include "yaml/tree.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

// The entries of the document's map and the items of its lists: "a=1 b=[x y] c=[]".
std::string walked(std::string_view bytes) {
    const YamlTree tree = parse_yaml(bytes);
    REQUIRE(tree.documents.size() == 1);
    std::string text;
    for (const auto& [key, value] : tree.entries(tree.documents[0].root)) {
        if (!text.empty()) text += ' ';
        text += std::string(tree.text(key, bytes)) + '=';
        if (!tree[value].is_collection()) {
            text += tree.text(value, bytes);
            continue;
        }
        text += '[';
        for (const NodeId item : tree.items(value)) {
            if (!text.ends_with('[')) text += ' ';
            text += tree[item].is_collection() ? "…" : tree.text(item, bytes);
        }
        text += ']';
    }
    return text;
}

}  // namespace

TEST_CASE("a map is walked by its entries and a list by its items, whatever they hold") {
    CHECK(walked("a: 1\nb: [x, y]\nc: []\n") == "a=1 b=[x y] c=[]");
    CHECK(walked("a: [[1, 2], {b: 3}, 4]\nd:\ne: 5\n") == "a=[… … 4] d= e=5");
    CHECK(walked("{}\n").empty());
}
