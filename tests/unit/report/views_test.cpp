#include "report/views/views.h"

#include "built_in.h"
#include "diagnostics/rules.h"
#include "output/checked.h"
#include "output/document/document_format.h"

using namespace ims;

namespace {

const Files kShop = {
    {"ims.yaml", "organisation: O\ndisciplines: {quality: {}}\ndefaults: {risk: {owner: cashier}}\n"},
    {"roles.yaml", "role: cashier\ntitle: Cashier\nincludes: [staff]\n---\nrole: staff\ntitle: Staff\nstatus: draft\n"},
    {"sell.yaml",
     "process: sell\ntitle: Sell\nowner: cashier\nresponsible: cashier\nneeds:\n- what: cashier\n  workaround: 2 h\n"},
    {"risks/late.yaml",
     "risk: late\ntitle: Late\ndisciplines: [quality]\nprocesses: [sell, sell]\nlikelihood: huge\n"}};

std::string as_text(const Document& document) {
    std::string text;
    document_formats::text(document, {}, [&](std::string_view piece) { text += piece; });
    return text;
}

RecordId record(const Analysis& analysis, std::string_view name) { return *analysis.graph.find(name); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("kinds with their numbers") {
    const std::string text = as_text(view_kinds(*analysed(kShop)));
    CHECK(has(text, "\nrole                     2  A function"));
    CHECK(has(text, "\nsupplier                 0  An organisation"));
    CHECK(!has(text, "\nims "));
}

TEST_CASE("the records of a kind") {
    const auto analysis = analysed(kShop);
    CHECK(as_text(*view_records(*analysis, *analysis->schema.find_kind("role"))) ==
          "Id       Title    Owner  Status  Where\n"
          "cashier  Cashier         active  roles.yaml:1\n"
          "staff    Staff           draft   roles.yaml:5\n");
    CHECK(has(as_text(*view_records(*analysis, *analysis->schema.find_kind("risk"))),
              "late  Late   cashier  active  risks/late.yaml:1"));
}

TEST_CASE("a broken file is told where its records would stand") {
    Files files = kShop;
    files["broken.yaml"] = "role: a\ntitle: [\n";
    const auto analysis = analysed(files);
    CHECK(has(as_text(*view_records(*analysis, *analysis->schema.find_kind("role"))), "| 1 file could not be read"));
}

TEST_CASE("a record with its fields, and references both ways") {
    const auto analysis = analysed(kShop);
    const std::string risk = as_text(view_record(*analysis, record(*analysis, "risk/late")));
    CHECK(risk.starts_with("risk/late: Late\n===============\n\nrisks/late.yaml:1\n"));
    CHECK(has(risk, "owner        cashier (from `defaults` in ims.yaml)\n"));
    CHECK(has(risk, "likelihood   huge (not understood)\n"));
    CHECK(has(risk, "processes    sell, sell\n"));
    CHECK(has(risk, "unknown-value"));
    const std::string process = as_text(view_record(*analysis, record(*analysis, "process/sell")));
    CHECK(has(process, "needs[1].workaround  2 h\n"));
    CHECK(has(process, "Named as   By         Title\nprocesses  risk/late  Late\n"));
    CHECK(has(as_text(view_record(*analysis, record(*analysis, "role/staff"))), "includes  role/cashier  Cashier\n"));
}

TEST_CASE("a cell of the matrix traced to its records") {
    const auto analysis = analysed(kShop);
    const std::string text = as_text(view_cell(*analysis, record(*analysis, "process/sell"), Discipline(0)));
    CHECK(has(text, "process/sell, quality: "));
    CHECK(has(text, "risk/late"));
}

TEST_CASE("rules with family, grade and what they find") {
    const std::vector<RuleId> rules = {RuleId::unknown_field};
    CHECK(as_text(view_rules(built_in_book(), rules, Date{})) ==
          "Rule           Family   Grade  What is bad\n"
          "unknown-field  records  error  a field does not exist\n");
}

TEST_CASE("any field of a kind is a column, sorted as its type is, and what is missing comes last") {
    const Files files = {
        {"ims.yaml", "organisation: O\ndisciplines: {quality: {}, privacy: {}}\n"},
        {"records.yaml",
         "risk: b\ntitle: B\nlikelihood: likely\ndue: 2026-10-01\nprocesses: [sell]\ndisciplines: quality\n---\n"
         "risk: a\ntitle: A\nlikelihood: 1\ndue: 2026-09-01\nresidual: {likelihood: rare}\nx_cost: 3\n---\n"
         "risk: c\ntitle: C\nowner: nobody\ntreatment: [reduce, share]\n---\n"
         "process: sell\ntitle: Sell\nnot_applicable: {privacy: none}\n---\n"
         "objective: o\ntitle: O\nmeasure: m\ntarget: 10\nmeasurements:\n- {date: 2026-01-01, value: 9}\n- {date: "
         "2026-02-01, value: 8}\n---\nobjective: p\ntitle: P\nmeasure: m\ntarget: 9\n"}};
    const auto analysis = analysed(files);
    const auto list = [&](std::string_view kind, std::vector<std::string> columns, std::vector<std::string> sort) {
        const auto document =
            view_records(*analysis, *analysis->schema.find_kind(kind), {std::move(columns), std::move(sort)});
        return document ? as_text(*document) : document.error().message();
    };
    CHECK(list("risk", {"id", "likelihood", "due"}, {"likelihood"}) ==
          "Id  Likelihood before controls  Treatment due\n"
          "a   rare                        2026-09-01\n"
          "b   likely                      2026-10-01\n"
          "c\n");
    CHECK(list("risk", {"id", "residual.likelihood", "treatment"}, {"-due"}) ==
          "Id  Residual likelihood  Treatment\n"
          "b\n"
          "a   rare\n"
          "c                        reduce, share\n");
    CHECK(list("risk", {"id", "processes", "disciplines", "kind"}, {"-id"}) ==
          "Id  Processes  Disciplines  Kind\n"
          "c                           risk\n"
          "b   sell       quality      risk\n"
          "a                           risk\n");
    // A link that is written on the other side, a map with free names, and values of lists of maps.
    CHECK(has(list("process", {"risks", "not_applicable"}, {}), "\nb      privacy\n"));
    CHECK(list("objective", {"id", "target", "measurements.value"}, {"target"}) ==
          "Id  Target  Value\n"
          "p        9\n"
          "o       10   9, 8\n");
    CHECK(has(list("risk", {"id", "gaps"}, {"-gaps"}), "c   1 error, "));
    CHECK(list("risk", {"onwer"}, {}) == "--columns: `risk` has no field `onwer`; did you mean `owner`?");
    CHECK(list("risk", {}, {"-residual.likelihod"}) ==
          "--sort: `risk` has no field `residual.likelihod`; did you mean `residual.likelihood`?");
    CHECK(list("risk", {"nothing-like-it"}, {}) ==
          "--columns: `risk` has no field `nothing-like-it`; `ims explain risk` shows its fields");
}
