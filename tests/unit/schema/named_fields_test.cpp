#include "schema/named_fields.h"

#include <doctest/doctest.h>

#include <string>

#include "built_in.h"
#include "check/example.h"
#include "engine/analyze_folder.h"

using namespace ims;

namespace {

void check(std::string_view word, std::string_view path) {
    CAPTURE(word);
    const auto found = find_field(Schema::built_in(), word);
    CHECK((found ? found->path : std::string()) == path);
}

std::string ending_in(std::string_view word) {
    std::string out;
    for (const NamedField& field : fields_ending_in(Schema::built_in(), word)) out += field.path + " ";
    return out;
}

}  // namespace

TEST_CASE("a field is found by its path, with or without what stands in a record") {
    check("risk.treatment", "risk.treatment");
    check("supplier.evaluations.result", "supplier.evaluations.result");
    check("supplier.evaluations[2026-03-01].result", "supplier.evaluations.result");
    check("process.inputs[a] b.c [d].e].from", "process.inputs.from");
    check("supplier.evaluations[2026-03-01]", "supplier.evaluations");
    check("role.not_applicable.privacy", "role.not_applicable");
    check("management_review.inputs.actions.quality", "management_review.inputs");
    check("applicability.decisions.A.5.31.reason", "applicability.decisions.reason");
    check("applicability.decisions.reason", "applicability.decisions.reason");
    check("ims.disciplines.quality.lead", "ims.disciplines.lead");
    check("ims.disciplines.lead", "ims.disciplines.lead");
    check("ims.risk.appetite", "ims.risk.appetite");
    check("plan.plan", "plan.plan");
    check("risk.nothing", "");
    check("risk.treatment.more", "");
    check("risk.", "");
    check("nothing.title", "");
    check("risk", "");
}

TEST_CASE("fields are found by the end of their paths, ids are not") {
    CHECK(ending_in("evaluations.result") == "obligation.evaluations.result supplier.evaluations.result ");
    CHECK(ending_in("treatment") == "risk.treatment ");
    CHECK(ending_in("plan").empty());
    CHECK(ending_in("eatment").empty());
}

TEST_CASE("every field has a path by which it is found") {
    for (const NamedField& field : all_fields(Schema::built_in())) check(field.path, field.path);
}

// What `check` shows as the field of a finding can be looked up, with the kind before it.
TEST_CASE("the fields that findings name are found") {
    std::size_t looked_up = 0;
    for (const RuleEntry& rule : built_in_book().entries()) {
        const std::string_view example = built_in_rules()[rule.id].page.reported;
        if (example.empty()) continue;
        CAPTURE(rule.name);
        MemoryFileSystem files;
        for (auto& [path, text] : example_files(example)) files.files["example/" + path] = text;
        FolderOptions options;
        options.root = "example";
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(files, built_in_rules(), options);
        REQUIRE(analysis.has_value());
        for (const Finding& finding : (*analysis)->findings) {
            if (finding.field.empty() || !finding.record.known()) continue;
            const std::string word = std::string(finding.record.kind) + "." + finding.field;
            CAPTURE(word);
            CHECK(find_field(Schema::built_in(), word).has_value());
            ++looked_up;
        }
    }
    CHECK(looked_up > 100);
}
