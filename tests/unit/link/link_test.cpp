// Records joined into a graph: references both ways, and what is said of those that lead nowhere.
#include "link/link.h"

#include <doctest/doctest.h>

#include <string>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

std::string findings_of(const std::string& files) { return Folder(files, Folder::Records::faulty).placed_findings(); }

void check(const std::string& records, const std::string& expected) {
    CAPTURE(records);
    CHECK(findings_of(records) == expected);
}

const std::string kRole = "---\nrole: driver\ntitle: D\n";

}  // namespace

TEST_CASE("a link may be written on either side or both: it is the same link") {
    for (const std::string link :
         {"process: p\ntitle: P\nrisks: [r]\n---\nrisk: r\ntitle: R\n",
          "process: p\ntitle: P\n---\nrisk: r\ntitle: R\nprocesses: p\n",
          "process: p\ntitle: P\nrisks: [r, risk/r]\n---\nrisk: r\ntitle: R\nprocesses: [p]\n"}) {
        CAPTURE(link);
        const Folder folder(link);
        const RecordView process = folder["process/p"];
        const RecordView risk = folder["risk/r"];
        CHECK(process.linked(fields::process::risks).size() == 1);
        CHECK(process.links_to(fields::process::risks, risk.record()));
        CHECK(risk.linked(fields::risk::processes).size() == 1);
        CHECK(risk.links_to(fields::risk::processes, process.record()));
        CHECK_FALSE(process.lacks(fields::process::risks));
        CHECK_FALSE(risk.lacks(fields::risk::processes));
    }
    CHECK(Folder("process: p\ntitle: P\n")["process/p"].lacks(fields::process::risks));
}

TEST_CASE("an edge knows where it is written, whichever end is asked") {
    const Folder folder(
        "# file: a.yaml\nprocess: p\ntitle: P\n# file: b.yaml\nrisk: r\ntitle: R\nprocesses: [process/p]\n");
    const Graph& graph = folder.graph();
    const auto edges = graph.edges(folder.id("process/p"), fields::process::risks);
    REQUIRE(edges.size() == 1);
    CHECK(edges[0].inverted);
    const FieldView written = graph.written(folder.id("process/p"), edges[0]);
    CHECK(graph.sources().text(written.span()) == "process/p");
    CHECK(graph.sources()[written.span().file].path == "b.yaml");
    const auto back = graph.references_to(folder.id("process/p"));
    REQUIRE(back.size() == 1);
    CHECK(back[0].field == fields::risk::processes);
    CHECK(back[0].other == folder.id("risk/r"));
}

TEST_CASE("what a record names many times in a field is linked once, and keeps all its places") {
    const Folder folder(R"(role: seller
title: Seller
processes: [sell]
responsibilities:
- &care {does: Cares, processes: [buy, sell]}
- *care
- {does: Hears, processes: sell}
---
process: sell
title: Sell
roles: [seller]
---
process: buy
title: Buy
)");
    namespace own = fields::role;
    const Graph& graph = folder.graph();
    const RecordId seller = folder.id("role/seller");
    const auto named = graph.edges(seller, own::responsibilities.processes);
    REQUIRE(named.size() == 2);
    CHECK(named[0].other == folder.id("process/sell"));
    const auto places = graph.places(seller, named[0]);
    REQUIRE(places.size() == 3);
    CHECK(places[0].span() == places[1].span());  // the alias stands for what is written once
    CHECK(places[1].span().begin < places[2].span().begin);
    CHECK(graph.places(seller, named[1]).size() == 2);
    CHECK(graph.written(seller, named[0]).span() == places[0].span());
    // In the order in which they are written first; of a link of two sides each side is told.
    std::string back;
    for (const Edge& edge : graph.references_to(folder.id("process/sell")))
        back += std::string(graph.schema().path(edge.field)) + " " +
                std::to_string(graph.places(edge.other, edge).size()) + " ";
    CHECK(back == "processes 1 responsibilities.processes 3 ");
    CHECK(graph.edges(seller, own::processes).size() == 2);
}

TEST_CASE("each clause that is named is an edge of its own") {
    const Folder folder(
        "process: p\ntitle: P\nclauses: [\"s:1\", \"s:2\", \"s:1\"]\n---\nstandard: s\ntitle: S\nclauses: "
        "[{number: \"1\", title: One}, {number: \"2\", title: Two}]\n");
    CHECK(folder.graph().edges(folder.id("process/p"), fields::clauses).size() == 3);
}

TEST_CASE("retired records are found and not counted") {
    const Folder folder(
        "process: p\ntitle: P\nrisks: [r, s]\n---\nrisk: r\ntitle: R\nstatus: retired\n---\nrisk: s\ntitle: S\n");
    CHECK(folder["process/p"].linked(fields::process::risks).size() == 1);
    CHECK(folder.graph().find(kinds::risk, "r").has_value());
    CHECK(folder.graph().of_kind(kinds::risk).size() == 2);
}

TEST_CASE("nested references are found below lists and maps, each record once") {
    const Folder folder(
        "process: p\ntitle: P\nactivities:\n  - {name: A, responsible: [driver, role/driver]}\n"
        "  - {name: B, responsible: driver}\n" +
        kRole);
    CHECK(folder["process/p"].linked(fields::process::activities.responsible).size() == 1);
    const auto edges = folder.graph().edges(folder.id("process/p"), fields::process::activities.responsible);
    REQUIRE(edges.size() == 1);
    CHECK(folder.graph().places(folder.id("process/p"), edges[0]).size() == 3);
}

TEST_CASE("a bare id is a role where a role or a person may stand") {
    const Folder folder(
        "role: driver\ntitle: D\ndeputies: [helper, person/helper]\n---\nrole: helper\ntitle: H\n---\nperson: "
        "helper\ntitle: H\n");
    CHECK(folder["role/driver"].links_to(fields::role::deputies, folder.id("role/helper")));
    CHECK(folder["role/driver"].links_to(fields::role::deputies, folder.id("person/helper")));
}

TEST_CASE("where text may stand, only the field's kinds make a reference") {
    const Folder folder(
        "process: p\ntitle: P\noutputs: [{item: document/d}, {item: and/or}, {item: process/p}, {item: d}]\n---\n"
        "document: d\ntitle: D\ntype: form\n");
    std::string targets;
    for (const FieldView output : folder["process/p"][fields::process::outputs].children()) {
        targets += output[fields::process::outputs.item].target().known() ? "yes " : "no ";
    }
    CHECK(targets == "yes no no no ");
    check(
        "process: p\ntitle: P\noutputs: [{item: document/x}]\n",
        "records.yaml:3 unknown-reference: there is no document `x`; write the id of a document that exists (`ims list "
        "document` shows them), or add `document: x`\n");
}

TEST_CASE("what is said of a reference that leads nowhere") {
    check("process: p\ntitle: P\nowner: drivr\n" + kRole,
          "records.yaml:3 unknown-reference: there is no role `drivr`; did you mean `driver`?\n");
    check("process: p\ntitle: P\nowner: role/drivr\n" + kRole,
          "records.yaml:3 unknown-reference: there is no role `drivr`; did you mean `driver`?\n");
    check("process: p\ntitle: P\nowner: boss\n" + kRole,
          "records.yaml:3 unknown-reference: there is no role `boss`; write the id of a role that exists (`ims list "
          "role` "
          "shows them), or add `role: boss`\n");
    check("process: p\ntitle: P\nowner: person/p-1\n",
          "records.yaml:3 unknown-reference: there is no person `p-1`; write the id of a person that exists (`ims list "
          "person` shows them), or add `person: p-1`\n");
}

TEST_CASE("what is said of a reference to another kind") {
    check("process: p\ntitle: P\nsites: [van]\n---\nasset: van\ntitle: V\n",
          "records.yaml:3 wrong-kind-reference: `van` is an asset, and `sites` takes a site; write the id of a site\n");
    check("process: p\ntitle: P\nsites: [asset/van]\n---\nasset: van\ntitle: V\n",
          "records.yaml:3 wrong-kind-reference: `asset/van` is an asset, and `sites` takes a site; write the id of a "
          "site\n");
    check("role: r\ntitle: R\ndeputies: p-1\n---\nperson: p-1\ntitle: P\n",
          "records.yaml:3 wrong-kind-reference: `p-1` is a person, and a bare id means a role here; write "
          "`person/p-1`\n");
    check("process: p\ntitle: P\nowner: interested_party/i\n---\ninterested_party: i\ntitle: I\n",
          "records.yaml:3 wrong-kind-reference: `interested_party/i` is an interested party, and `owner` takes a role "
          "or a "
          "person; write the id of a role or `person/…`\n");
    check("site: s\ntitle: S\nstatus: retired\nreplaced_by: asset/van\n---\nasset: van\ntitle: V\n",
          "records.yaml:4 wrong-kind-reference: `asset/van` is an asset, and `replaced_by` takes a site; write the id "
          "of a "
          "record of the same kind\n");
}

TEST_CASE("a record that is named by a kind that it is not is proposed by its own, where the field takes that") {
    const std::string process = "process: p\ntitle: P\ninputs: {item: x, from: supplier/q}\n";
    check(
        process + "---\nprocess: q\ntitle: Q\n",
        "records.yaml:3 wrong-kind-reference: there is no supplier `q`; `process/q` is a process; write `process/q`\n");
    // Where any kind may be named, the record's own is among them.
    check("change: c\ntitle: C\nreason: R\naffects: [asset/p]\n---\nprocess: p\ntitle: P\n",
          "records.yaml:4 wrong-kind-reference: there is no asset `p`; `process/p` is a process; write `process/p`\n");
}

TEST_CASE("what is said of a kind that does not exist, or is not named where it must be") {
    const std::string process = "process: p\ntitle: P\ninputs: {item: x, from: ";
    check(process + "suplier/s}\n---\nsupplier: s\ntitle: S\nprovides: X\n",
          "records.yaml:3 unknown-kind: there is no kind of record `suplier`; did you mean `supplier/s`?\n");
    check(
        process + "machine/s}\n",
        "records.yaml:3 unknown-kind: there is no kind of record `machine`; write `process/…`, `interested_party/…` or "
        "`supplier/…`\n");
    check(process + "s}\n---\nsupplier: s\ntitle: S\nprovides: X\n",
          "records.yaml:3 wrong-type: `s` does not say which kind of record it is; write `supplier/s`\n");
    check(process + "s}\n",
          "records.yaml:3 wrong-type: `s` does not say which kind of record it is; write `process/s`, "
          "`interested_party/s` or `supplier/s`\n");
}

TEST_CASE("an id that several records have is told at each of them") {
    check("role: a\ntitle: A\n---\nrole: a\ntitle: B\n---\nperson: a\ntitle: C\n",
          "records.yaml:1 duplicate-id: another role has the id `a` too; give one of the two another id; or, if they "
          "mean "
          "the same, make them one record\n"
          "records.yaml:4 duplicate-id: another role has the id `a` too; give one of the two another id; or, if they "
          "mean "
          "the same, make them one record\n");
    const std::string three =
        "2 other roles have the id `a` too; give each of them another id; or make those one record "
        "that mean the same\n";
    check("role: a\ntitle: A\n---\nrole: a\ntitle: B\n---\nrole: a\ntitle: C\n",
          "records.yaml:1 duplicate-id: " + three + "records.yaml:4 duplicate-id: " + three +
              "records.yaml:7 duplicate-id: " + three);
}

TEST_CASE("each of several records with one id points at others, first at the one that references lead to") {
    const auto analysis = analyzed("role: a\ntitle: A\n---\nrole: a\ntitle: B\n---\nrole: a\ntitle: C\n");
    const Positions positions(analysis->sources);
    std::string text;
    for (const Finding& each : analysis->findings) {
        if (each.rule != RuleId::duplicate_id) continue;
        for (const Label& label : each.labels)
            text += std::to_string(positions.position(label.span.file, label.span.begin).line) + " " +
                    said(*analysis, label.says) + ", ";
        text += "\n";
    }
    CHECK(text ==
          "4 another one, 7 another one, \n"
          "1 references lead here, 7 another one, \n"
          "1 references lead here, 4 another one, \n");
}

TEST_CASE("a mistake in a default is told once, in ims.yaml") {
    check(
        "# file: ims.yaml\ndefaults: {process: {owner: bos}}\n# file: a.yaml\nprocess: p\ntitle: P\n---\nprocess: q\n"
        "title: Q\n---\nrole: boss\ntitle: B\n",
        "ims.yaml:1 unknown-reference: there is no role `bos`; did you mean `boss`?\n");
}

TEST_CASE("a folder's own schemas add fields and kinds, with links of two sides") {
    const std::string schemas = R"(# file: schemas/process.schema.json
{"$schema": "http://json-schema.org/draft-07/schema#", "x-ims-kind": "process", "type": "object", "properties": {
  "tools": {"description": "What is used.", "anyOf": [
    {"x-ims-reference": {"kinds": ["tool"], "inverse": "processes"}, "allOf": [{"$ref": "common.schema.json#/definitions/reference"}]},
    {"type": "array", "items": {"x-ims-reference": {"kinds": ["tool"], "inverse": "processes"}, "allOf": [{"$ref": "common.schema.json#/definitions/reference"}]}}]}}}
# file: schemas/tool.schema.json
{"$schema": "http://json-schema.org/draft-07/schema#", "x-ims-kind": "tool", "x-ims-plural": "tools", "description": "A tool.",
 "type": "object", "required": ["tool", "title"], "properties": {
  "tool": {"description": "Its id.", "allOf": [{"$ref": "common.schema.json#/definitions/id"}]},
  "title": {"description": "Its name.", "allOf": [{"$ref": "common.schema.json#/definitions/title"}]},
  "processes": {"description": "Where it is used.", "anyOf": [
    {"x-ims-reference": {"kinds": ["process"], "inverse": "tools"}, "allOf": [{"$ref": "common.schema.json#/definitions/reference"}]},
    {"type": "array", "items": {"x-ims-reference": {"kinds": ["process"], "inverse": "tools"}, "allOf": [{"$ref": "common.schema.json#/definitions/reference"}]}}]}}}
)";
    const Folder folder(schemas + "# file: a.yaml\nprocess: p\ntitle: P\ntools: [knife]\n---\ntool: knife\ntitle: K\n");
    const Field tools = *folder.graph().schema().find_path("tools");
    CHECK(folder["process/p"].linked(tools).size() == 1);
    CHECK(folder["tool/knife"].linked(*folder.graph().schema().find_path("processes")).size() == 1);
    CHECK(findings_of(
              schemas +
              "# file: a.yaml\nprocess: p\ntitle: P\ntools: [knif, x]\n---\ntool: knife\ntitle: K\ncolour: red\n") ==
          "a.yaml:3 unknown-reference: there is no tool `knif`; did you mean `knife`?\n"
          "a.yaml:3 unknown-reference: there is no tool `x`; write the id of a tool that exists (`ims list tool` shows "
          "them), or add `tool: x`\n"
          "a.yaml:7 unknown-field: a tool has no field `colour`; `ims explain tool` lists the fields; a field of your "
          "own "
          "begins with `x_`\n");
}

TEST_CASE("a record that must not name itself is not proposed to itself, and another number is no slip to be mended") {
    const auto of = [](const std::string& records) {
        std::string text;
        const Folder folder(records, Folder::Records::faulty);
        for (const std::string& line : {folder.placed_findings()}) text += line;
        return text;
    };
    CHECK(of("role: chef-1\ntitle: C\nreports_to: chef-3\n").find("did you mean") == std::string::npos);
    CHECK(of("role: chef-1\ntitle: C\n---\nprocess: p\ntitle: P\nowner: chef-3\n").find("did you mean `chef-1`?") !=
          std::string::npos);
}
