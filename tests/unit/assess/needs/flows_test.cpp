#include "assess/needs/flows.h"

#include <doctest/doctest.h>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

const char* const kShop =
    "process: sell\ntitle: Sell\noutputs: [{item: Order  slip}, {item: document/list, to: process/count}]\n---\n"
    "process: price\ntitle: Price\npart_of: sell\noutputs: [{item: price tag}]\n---\n"
    "process: bind\ntitle: Bind\ninputs: [{item: order slip, from: process/sell}, {item: Price tag}]\n---\n"
    "process: count\ntitle: Count\ninputs: [{item: Price list}, {item: coins}]\n---\n"
    "process: fax\ntitle: Fax\nstatus: retired\ninputs: [{item: order slip}]\noutputs: [{item: coins}]\n---\n"
    "document: list\ntitle: Price list\ntype: form\n";

FieldView input(const Folder& folder, std::string_view process, std::size_t number) {
    for (const FieldView each : folder[process][fields::process::inputs].children()) {
        if (number-- == 0) return each[fields::process::inputs.item];
    }
    return {};
}

}  // namespace

TEST_CASE("outputs and inputs are one item if they are called alike, or are one record") {
    const Folder folder(kShop);
    const Flows& flows = folder.facts().flows();
    CHECK(folder.names(flows.givers(input(folder, "process/bind", 0))) == "process/sell");
    CHECK(folder.names(flows.givers(input(folder, "process/count", 0))) == "process/sell");
    CHECK(folder.names(flows.givers(input(folder, "process/count", 1))) == "");
    CHECK(folder.names(flows.takers(input(folder, "process/bind", 0))) == "process/bind");
}

TEST_CASE("records are compared by their ids, whatever their titles; words by what they say") {
    const std::string titles[] = {"Price list", "price  LIST", "Price list 2", "document/b"};
    const std::string texts[] = {"document/a", "document/b", "price list", "Price list 2"};
    for (const std::string& title_of_a : titles) {
        for (const std::string& title_of_b : titles) {
            const Folder folder("document: a\ntype: form\ntitle: " + title_of_a +
                                "\n---\ndocument: b\ntype: form\ntitle: " + title_of_b + "\n---\n" +
                                "process: give\ntitle: Give\noutputs: [{item: document/a}]\n---\n" +
                                "process: take\ntitle: Take\ninputs: [{item: " + texts[0] + "}, {item: " + texts[1] +
                                "}, {item: " + texts[2] + "}, {item: " + texts[3] + "}]\n");
            const Flows& flows = folder.facts().flows();
            const RecordId give = folder.id("process/give");
            CAPTURE(title_of_a);
            CAPTURE(title_of_b);
            CHECK(flows.gives(give, input(folder, "process/take", 0)));
            CHECK_FALSE(flows.gives(give, input(folder, "process/take", 1)));
            CHECK(flows.gives(give, input(folder, "process/take", 2)) ==
                  (title_of_a == titles[0] || title_of_a == titles[1]));
            CHECK(flows.gives(give, input(folder, "process/take", 3)) == (title_of_a == titles[2]));
        }
    }
}

TEST_CASE("what a part takes in, the whole takes in") {
    const Folder folder(
        "process: whole\ntitle: Whole\n---\n"
        "process: part\ntitle: Part\npart_of: whole\ninputs: [{item: slip}]\n---\n"
        "process: give\ntitle: Give\noutputs: [{item: Slip}]\n");
    const Flows& flows = folder.facts().flows();
    const FieldView slip = flows.outputs(folder.id("process/give"))[0];
    CHECK(flows.takes(folder.id("process/whole"), slip));
    CHECK(flows.takes(folder.id("process/part"), slip));
    CHECK_FALSE(flows.takes(folder.id("process/give"), slip));
    CHECK(flows.inputs(folder.id("process/part")).size() == 1);
}

TEST_CASE("what a part gives out, the whole gives out") {
    const Folder folder(kShop);
    const Flows& flows = folder.facts().flows();
    CHECK(flows.gives(folder.id("process/sell"), input(folder, "process/bind", 1)));
    CHECK_FALSE(flows.gives(folder.id("process/price"), input(folder, "process/bind", 0)));
}

TEST_CASE("where something goes next is said by either side, or by one name") {
    const Folder folder(kShop);
    const Flows& flows = folder.facts().flows();
    CHECK(folder.names(flows.next(folder.id("process/sell"))) == "process/bind, process/count");
    CHECK(folder.names(flows.next(folder.id("process/price"))) == "process/bind");
    CHECK(folder.names(flows.next(folder.id("process/bind"))) == "");
    CHECK(flows.claims(folder.id("process/sell")).size() == 1);
    CHECK(flows.outputs(folder.id("process/sell")).size() == 2);
}
