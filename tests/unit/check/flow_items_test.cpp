// Which of the items that processes give each other is a slip of the pen for which.
#include "check/flow_items.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

std::vector<FieldView> items(const Folder& folder) { return folder.facts().flows().outputs(folder.id("process/give")); }

// What the first of some items is a slip of the pen for among the others.
std::string meant(const std::string& first, const std::string& others) {
    const Folder folder("process: give\ntitle: Give\noutputs:\n- item: " + first + "\n" + others);
    std::vector<FieldView> all = items(folder);
    const FieldView wanted = all.front();
    all.erase(all.begin());
    const auto near = NearItems(all).find(wanted);
    return near ? std::string(near->name) : std::string();
}

}  // namespace

TEST_CASE("the nearest item of which one may be a slip of the pen") {
    CHECK(meant("order slips", "- item: order slip\n") == "order slip");
    CHECK(meant("order slips", "- item: oder slips\n- item: order slip\n- item: order clips\n") == "oder slips");
    CHECK(meant("backup report", "- item: backup – report\n") == "backup – report");
    // One that is as near, and is another thing, does not stand before it.
    CHECK(meant("note of server B", "- item: note of server A\n- item: notes of server B\n") == "notes of server B");
    CHECK(meant("ox", "- item: axe\n") == "");
}

TEST_CASE("items that a number, a letter or a telling word keeps apart are no slips of the pen") {
    CHECK(meant("log of server B", "- item: log of server A\n- item: log of server\n") == "");
    CHECK(meant("external audit report", "- item: internal audit report\n") == "");
    CHECK(meant("box 1", "- item: box 2\n- item: box\n") == "");
}

TEST_CASE("an item that is not asked for leaves the place to the next") {
    const Folder folder(
        "process: give\ntitle: Give\noutputs:\n- item: order slips\n- item: order slip\n"
        "- item: order slipps\n- item: document/x\n---\ndocument: x\ntitle: Order slips\ntype: form\n");
    const std::vector<FieldView> all = items(folder);
    const NearItems index(all);
    const auto other_than = [](std::string_view text) {
        return [text](const FieldView& item) { return item.text() != text; };
    };
    CHECK(index.find(all[0])->name == "order slips");
    CHECK(index.find(all[0], other_than("order slips"))->name == "order slip");
    CHECK_FALSE(index.find(all[0], [](const FieldView&) { return false; }));
    // A valid id says which record is meant.
    CHECK_FALSE(index.find(all[3]));
}
