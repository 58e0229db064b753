#include "output/explain/explain.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "built_in.h"
#include "engine/analyze_folder.h"
#include "schema/catalogues.h"
#include "schema/named_fields.h"
#include "schema/value_types.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings =
    "disciplines: {quality: {standards: iso-9001-2026, lead: boss}, forestry: {costs: environment}}\n";
constexpr std::string_view kRecords =
    "role: boss\ntitle: The boss\n---\nstandard: wood-1\ntitle: Wood\nclauses: [{number: '1', title: Trees}]\n";

// Words looked up in a folder with a discipline and a standard of its own.
class Words {
public:
    Words() : parsed_(parse_file(std::string(kSettings))) {
        std::vector<Finding> findings;
        Arena arena;
        settings_ = read_settings(parsed_, Schema::built_in(), built_in_book(), findings, arena);
        MemoryFileSystem files;
        files.files["folder/ims.yaml"] = kSettings;
        files.files["folder/records.yaml"] = kRecords;
        FolderOptions options;
        options.root = "folder";
        options.today = *parse_date("2026-06-01");
        for (const BuiltInCatalogue& each : built_in_catalogues()) options.standards.emplace_back(each.id);
        auto analysis = analyze_folder(files, built_in_rules(), options);
        REQUIRE(analysis.has_value());
        analysis_ = std::move(*analysis);
    }

    // The page, or what is said where there is none.
    [[nodiscard]] std::string page(std::string_view word, std::size_t columns = 0) const {
        const LookUp look_up{built_in_rules(), Schema::built_in(), settings_, true,
                             [this] { return Result<const Analysis*>(analysis_.get()); }};
        Style style;
        style.columns = columns;
        const auto page = explain(word, look_up, style);
        return page ? *page : page.error().message();
    }
    [[nodiscard]] std::string heading(std::string_view word) const {
        const std::string all = page(word);
        return all.substr(0, all.find('\n'));
    }

private:
    ParsedFile parsed_;
    Settings settings_;
    std::unique_ptr<Analysis> analysis_;
};

const Words& words() {
    static const Words words;
    return words;
}

void check(std::string_view word, std::string_view heading) {
    CAPTURE(word);
    CHECK(words().heading(word) == heading);
}

void check_holds(std::string_view word, std::string_view text) {
    CAPTURE(word);
    const std::string page = words().page(word);
    CAPTURE(page);
    CHECK(page.find(text) != std::string::npos);
}

}  // namespace

TEST_CASE("every rule explains itself with an example that it reports") {
    for (const RuleEntry& each : built_in_book().entries()) {
        const std::string text = explain_rule(built_in_rules(), each.id, {});
        CAPTURE(each.name);
        CHECK(text.starts_with(fmt::format("{}: {}\n===", each.name, for_editors(each.summary))));
        CHECK(text.find("\nHow to mend it\n------") != std::string::npos);
        if (built_in_rules()[each.id].page.reported.empty()) continue;
        CHECK(text.find(fmt::format("[{}]: ", each.name)) != std::string::npos);
        CHECK(text.find("\nis reported:\n\n") < text.find(fmt::format("[{}]: ", each.name)));
    }
}

TEST_CASE("whatever the product has a name for is explained under that name") {
    for (const RuleEntry& each : built_in_book().entries()) {
        CAPTURE(each.name);
        CHECK(words().heading(each.name).starts_with(std::string(each.name) + ": "));
        check(each.family, std::string(each.family) + ": a family of rules");
    }
    for (const KindSpec& each : Schema::built_in().kinds()) check(each.name, each.name);
    for (const TypeOfValue& each : types_of_values()) {
        // A field or a kind of the same name comes first where people are likelier to mean it.
        CAPTURE(each.name);
        CHECK(words().page(each.name).find(each.name) != std::string::npos);
    }
    for (const NamedField& each : all_fields(Schema::built_in()))
        check(each.path, fmt::format("{}: {}", each.path, each.spec->title));
    for (const std::string_view each : Schema::built_in().known_disciplines())
        check(each, std::string(each) + ": a discipline");
    for (const BuiltInCatalogue& each : built_in_catalogues())
        CHECK(words().heading(each.id).starts_with(std::string(each.id) + ": "));
}

TEST_CASE("a word that means several things is explained as one, and the others are named") {
    check("risk", "risk");
    check_holds("risk", "`ims.risk`");
    check_holds("risks", "the kind `risk`");
    check_holds("environment", "a word of `ims.disciplines.costs`");
}

TEST_CASE("a field says what may stand there") {
    check_holds("risk.treatment", "one or several, each one of the words below");
    check_holds("risk.treatment", "`mitigate`");
    check_holds("process.risks", "`risk.processes`");
    check_holds("process.owner", "the id of a role or `person/…`");
    check_holds("risk.likelihood", "almost certain");
    check_holds("process.continuity.impact.level", "from 1 to 5");
    check_holds("role.status", "it counts as `active`");
    check_holds("supplier.evaluations[2026-01-01].result", "supplier.evaluations.result: Result");
}

TEST_CASE("names may be short, in capitals, or what people call things") {
    check("treatment", "risk.treatment: Treatment");
    check("Duration", "duration: a type of value");
    check("yes/no", "yes-no: a type of value");
    check("Recovery time objective", "process.continuity.rto: Recovery time objective");
    check("interested parties", "interested_party");
    check("ISO 9001:2026", "iso-9001-2026: ISO 9001:2026");
    check_holds("owner", "fields");
    check("mitigate", "mitigate: a word that fields take");
    check_holds("mitigate", "The records count it as `reduce`.");
    check_holds("reduce", "`mitigate` says the same.");
}

TEST_CASE("what the folder adds is explained as what is built in") {
    check("forestry", "forestry: a discipline");
    check_holds("forestry", "This one is your own.");
    check("wood-1", "wood-1: Wood");
    check("wood-1:1", "wood-1:1: Trees");
    check_holds("quality", "`role/boss`, The boss");
}

TEST_CASE("a clause says what it asks for, and which others ask for alike") {
    check("iso-9001-2026:4.1", "iso-9001-2026:4.1: Understanding the organization and its context");
    check_holds("iso-9001-2026:4.1", "iso-14001-2015:4.1");
    check_holds("iso-27001-2022:A.5.31", "a decision in a statement of applicability");
    check_holds("iso-9001-2026:4.4", "Below it");
}

TEST_CASE("what nothing is called gets the nearest name") {
    check("risk.treatmnt", "there is no `risk.treatmnt`; did you mean `risk.treatment`?");
    check("suplier", "there is no `suplier`; did you mean `supplier`?");
    check("iso-9001", "`iso-9001` is not the whole name: there are `iso-9001-2015` and `iso-9001-2026`");
    check("iso-9001-2026:99", "iso-9001-2026 has no clause `99`; `ims explain iso-9001-2026` lists those that it has");
    check("boss", "`boss` is a record: `ims show role/boss` shows it");
    check("xyzzy", "there is no `xyzzy`");
    check("risk.xyzzyxyzzy", "a risk has no field `xyzzyxyzzy`; `ims explain risk` lists those that it has");
}

TEST_CASE("a page fits a narrow screen") {
    constexpr std::size_t kColumns = 72;
    for (const std::string_view word :
         {"risk.consequence", "risk.treatment", "owner", "reduce", "duration", "quality"}) {
        std::string page = words().page(word, kColumns);
        CAPTURE(word);
        while (!page.empty()) {
            const std::string line = page.substr(0, page.find('\n'));
            CAPTURE(line);
            CHECK(display_width(line) <= kColumns);
            page.erase(0, line.size() + 1);
        }
    }
}
