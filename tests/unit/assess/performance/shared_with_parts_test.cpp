// What a process need not say where a whole or a part of it says it.
#include "assess/performance/shared_with_parts.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

// The ids of the processes of which it is so.
std::string where(const Folder& folder, const RecordTable<Anywhere>& found) {
    std::string text;
    for (const RecordId process : folder.graph().of_kind(kinds::process)) {
        if (found[process].found) text += std::string(folder.graph()[process].id()) + " ";
    }
    return text;
}

std::string process(std::string_view id, std::string_view more = "") {
    return "---\nprocess: " + std::string(id) + "\ntitle: P\n" + std::string(more);
}
const std::string kObjective = "---\nobjective: o\ntitle: O\nmeasure: M\ndisciplines: [quality]\nprocesses: ";

}  // namespace

TEST_CASE("an objective of a whole measures its parts, that of a part the whole, and neither what is beside") {
    const std::string family = process("top") + process("a", "part_of: top\n") + process("b", "part_of: top\n") +
                               process("below-a", "part_of: a\n") + process("other");
    const auto measured = [&](const std::string& more) {
        const Folder folder(family + more);
        return where(folder, folder.facts().shared_with_parts().measured);
    };
    CHECK(measured(kObjective + "[top]\n") == "top a b below-a ");
    CHECK(measured(kObjective + "[a]\n") == "top a below-a ");
    CHECK(measured(kObjective + "[below-a]\n") == "top a below-a ");
    CHECK(measured(kObjective + "[other]\n") == "other ");
    CHECK(measured(kObjective + "[top]\nstatus: draft\n").empty());
}

TEST_CASE("a part that is a draft says nothing for the whole, and the whole for it") {
    const std::string family =
        process("top") + process("draft", "part_of: top\nstatus: draft\n") + process("below", "part_of: draft\n");
    const auto measured = [&](const std::string& more) {
        const Folder folder(family + more);
        return where(folder, folder.facts().shared_with_parts().measured);
    };
    CHECK(measured(kObjective + "[top]\n") == "top draft below ");
    CHECK(measured(kObjective + "[below]\n") == "draft below ");
    CHECK(measured(kObjective + "[draft]\n") == "draft below ");
}

TEST_CASE("in a circle of parts all are measured by one, and a part gives out for all") {
    const Folder folder(process("a", "part_of: c\n") + process("b", "part_of: a\n") +
                        process("c", "part_of: b\noutputs: [{item: bread}]\n") + process("d", "part_of: c\n") +
                        process("e") + kObjective + "[b]\n");
    CHECK(where(folder, folder.facts().shared_with_parts().measured) == "a b c d ");
    CHECK(where(folder, folder.facts().shared_with_parts().gives_out) == "a b c ");
}
