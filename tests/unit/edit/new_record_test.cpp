#include "edit/new_record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analyzed.h"
#include "base/text.h"
#include "diagnostics/rules.h"
#include "edit/new_id.h"
#include "edit/new_values.h"
#include "judge/example_folders.h"
#include "schema/asked_fields.h"
#include "schema/fields.h"

using namespace ims;
using test::analysis_of;
using test::Texts;

namespace {

struct Begun {
    std::unique_ptr<Analysis> after;
    Texts files;  // that were written
    std::string written;
    std::string trouble;
};

Begun begin(const Texts& folder, const Analysis& before, const NewRecordWish& wish) {
    Begun out;
    const auto record = begin_record(before, wish);
    if (!record) return {nullptr, {}, "", record.error().message()};
    const auto place = place_of_new(before, wish.kind, wish.id);
    if (!place) return {nullptr, {}, "", place.error().message()};
    auto files = write_record(before, wish, *record, *place);
    if (!files) return {nullptr, {}, "", files.error().message()};
    Texts all = folder;
    for (const NewFile& each : files->files) {
        all[each.path] = each.bytes;
        out.files[each.path] = each.bytes;
    }
    out.written = files->written;
    out.after = analysis_of(all);
    if (const auto seen = look_at(before, *out.after, wish); !seen) out.trouble = seen.error().message();
    for (const Finding* const error : errors_of(*out.after, wish))
        out.trouble += said(*out.after, error->message) + "\n";
    return out;
}

const std::string kSettings = "organisation: O\ndisciplines: {quality: {}, privacy: {}}\n";

std::string ids_from(const std::string& records, KindId kind = kinds::risk) {
    const auto analysis = analysis_of({{"ims.yaml", kSettings}, {"records.yaml", records}});
    return next_number(analysis->graph, kind).value_or("none");
}

NewRecordWish wish_for(KindId kind, std::string id) { return {kind, std::move(id), {}, {}}; }

}  // namespace

TEST_CASE("the next number of a kind whose records are numbered") {
    CHECK(ids_from("risk: RISK-012\ntitle: A\n---\nrisk: RISK-009\ntitle: B\n") == "RISK-013");
    CHECK(ids_from("risk: r9\ntitle: A\n---\nrisk: r10\ntitle: B\n---\nrisk: fire\ntitle: C\n") == "r11");
    CHECK(ids_from("risk: R-1\ntitle: A\n---\nrisk: fire\ntitle: B\n---\nrisk: flood\ntitle: C\n") == "none");
    CHECK(ids_from("risk: R-99\ntitle: A\nstatus: retired\n") == "R-100");
    CHECK(ids_from("risk: fire-2026\ntitle: A\n") == "none");
    CHECK(ids_from("role: RISK-1\ntitle: A\n") == "none");
    // One that could not be read has its number too.
    CHECK(ids_from("risk: R-1\ntitle: A\n---\nrisk: R-2\ntitle: [\n") == "R-3");
}

TEST_CASE("the nearest free id, and a title until there is one") {
    const auto analysis =
        analysis_of({{"ims.yaml", kSettings}, {"r.yaml", "risk: fire\ntitle: A\n---\nrisk: fire-2\ntitle: B\n"}});
    CHECK(nearest_free_id(analysis->graph, kinds::risk, "fire") == "fire-3");
    CHECK(nearest_free_id(analysis->graph, kinds::risk, "R-07") == "R-08");
    CHECK(title_of_id("till_stolen-again") == "Till stolen again");
    CHECK(title_of_id("RISK-013") == "RISK-013");
    CHECK(title_of_id("p-07") == "p-07");
    CHECK(title_of_id("helper-2") == "Helper 2");
    CHECK(id_of_title("Glue & Patches, Inc.") == "glue-patches-inc");
    CHECK(id_of_title("…").empty());
    CHECK(id_of_title("Über 100 Brote") == "über-100-brote");
    CHECK(title_of_id("über-100") == "Über 100");
    CHECK(same_but_for_capitals(analysis->graph, kinds::risk, "FIRE-2"));
    CHECK_FALSE(same_but_for_capitals(analysis->graph, kinds::risk, "fire-3"));
    CHECK_FALSE(same_but_for_capitals(analysis->graph, kinds::role, "fire"));
}

TEST_CASE("no file and no folder is made that differs from one by capitals alone") {
    const auto analysis = analysis_of(
        {{"ims.yaml", kSettings}, {"Risks/Bake.yaml", "role: a\ntitle: A\n"}, {"über.yaml", "role: b\ntitle: B\n"}});
    const auto twin = [&](std::string_view path) { return twin_of(*analysis, path).value_or("none"); };
    CHECK(twin("Risks/bake.yaml") == "Risks/Bake.yaml");
    CHECK(twin("risks/other.yaml") == "Risks");
    CHECK(twin("Risks/Bake.yaml") == "none");
    CHECK(twin("Risks/baked.yaml") == "none");
    CHECK(twin("Über.yaml") == "über.yaml");
    CHECK(place_of_new(*analysis, kinds::risk, "x")->path == "Risks/x.yaml");
    CHECK(place_of_new(*analysis, kinds::risk, "bake")->path == "Risks/risk-bake.yaml");
    CHECK_FALSE(place_at(*analysis, kinds::risk, "risks/x.yaml"));
}

TEST_CASE("what only people know is named before they begin, and what nobody said when it is begun") {
    const Texts folder = {{"ims.yaml", kSettings}};
    const auto before = analysis_of(folder);
    for (std::size_t index = 0; index < before->schema.kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        if (!before->schema[kind].of_records()) continue;
        const NewRecordWish wish = wish_for(kind, "begun");
        const Begun begun = begin(folder, *before, wish);
        REQUIRE(begun.after);
        const auto seen = look_at(*before, *begun.after, wish);
        REQUIRE(seen);
        std::set<std::string> missing;
        for (const Finding* const finding : seen->unfilled) missing.insert(finding->field);
        const std::vector<std::string> needed = needed_of_people(*before, kind);
        CHECK_MESSAGE(missing == std::set<std::string>(needed.begin(), needed.end()), before->schema[kind].name);
        CHECK_MESSAGE(begun.written.find("4 h, demonstrated: 4 h") == std::string::npos, begun.written);
    }
    const auto review = begin_record(*before, wish_for(kinds::management_review, "begun"));
    CHECK(review->to_check == std::vector<std::string>{"title", "date"});
    const auto risk = begin_record(*before, wish_for(kinds::risk, "begun"));
    CHECK(risk->to_check == std::vector<std::string>{"title"});
    CHECK(std::ranges::find(risk->to_fill, "review.last") != risk->to_fill.end());
}

TEST_CASE("a record is written at the end of a file, whatever its lines end with, and nothing else moves") {
    for (const std::string_view end : {"\n", "\r\n"}) {
        for (const bool ended : {true, false}) {
            for (const std::string_view mark : {"", "\xef\xbb\xbf"}) {
                std::string risks(mark);
                risks += "# Ours.";
                for (const std::string_view line :
                     {"risk: a", "title: A risk  # so", "---", "risk: b", "title: 'Another'"})
                    risks.append(end).append(line);
                if (ended) risks += end;
                const Texts folder = {{"ims.yaml", kSettings}, {"risks.yaml", risks}};
                const auto before = analysis_of(folder);
                const Begun begun = begin(folder, *before, wish_for(kinds::risk, "c"));
                CHECK(begun.trouble == "");
                REQUIRE(begun.files.size() == 1);
                const std::string& bytes = begun.files.at("risks.yaml");
                CHECK(bytes.starts_with(risks));
                CHECK(bytes.ends_with(end) == ended);
                const auto lines = std::ranges::count(bytes, '\n');
                CHECK(std::ranges::count(bytes, '\r') == (end.size() == 2 ? lines : 0));
            }
        }
    }
}

TEST_CASE("where a text would grow by a line end, nothing is written") {
    const Texts folder = {
        {"ims.yaml", kSettings},
        {"risks.yaml", "risk: a\ntitle: A risk\n---\nrisk: b\ntitle: B\ndescription: |\n  no line end"}};
    const Begun begun = begin(folder, *analysis_of(folder), wish_for(kinds::risk, "c"));
    CHECK(begun.trouble.find("would say something else") != std::string::npos);
}

TEST_CASE("values are written as their fields take them") {
    const Schema& schema = Schema::built_in();
    const auto set = [&](KindId kind, const std::string& path, const std::vector<std::string>& texts) {
        NewValue record;
        record.form = NewValue::Form::map;
        const Outcome done = set_value(record, schema[kind].fields, path, texts);
        return std::pair(record, done ? "" : done.error().message());
    };
    const auto [days, none] = set(kinds::risk, "review.last", {"2026-01-01"});
    CHECK(none == "");
    CHECK(days.entries[0].value.entries[0].key == "last");
    CHECK(days.entries[0].value.entries[0].value.typed);
    CHECK(set(kinds::risk, "processes", {"a, b", "c"}).first.entries[0].value.items.size() == 3);
    CHECK(set(kinds::risk, "measures", {"one, and two", "three"}).first.entries[0].value.items.size() == 2);
    CHECK(set(kinds::risk, "due", {"2026-01-01", "2026-01-02"}).second ==
          "`due` takes one value, and is given 2: `2026-01-01` and `2026-01-02`");
    const auto decisions = set(kinds::applicability, "decisions.A.5.31.reason", {"by law"}).first;
    CHECK(decisions.entries[0].value.entries[0].key == "A.5.31");
    const auto evaluation = set(kinds::obligation, "evaluations", {"{date: 2026-01-01, result: met}"}).first;
    CHECK(evaluation.entries[0].value.items[0].entries[1].value.text == "met");
    CHECK(set(kinds::obligation, "evaluations.result", {"met"}).first.entries[0].value.items[0].entries[0].key ==
          "result");
    // What no field takes goes the same way: the reader of records says what is wrong with it.
    CHECK(set(kinds::risk, "onwer", {"me"}).first.entries[0].key == "onwer");
    CHECK(set(kinds::risk, "owner.name", {"me"}).first.entries[0].value.entries[0].key == "name");
}

TEST_CASE("a link stands where a field takes it: in the new record, or in the one that is there") {
    const Texts folder = {{"ims.yaml", kSettings},
                          {"all.yaml",
                           "process: sell\ntitle: Sell\n---\nrole: cashier\ntitle: Cashier\n---\nrole: driver\ntitle: "
                           "Driver\ncompetences: [drive]  # of old\n---\nrole: empty\ntitle: E\ncompetences:\n---\n"
                           "competence: drive\ntitle: Drive\n---\nrisk: r\ntitle: R\nowner: cashier\n"}};
    const auto before = analysis_of(folder);
    const auto link = [&](KindId kind, std::string_view to) {
        const auto found = find_link(*before, kind, id_of(*before, to));
        return found ? std::string(found->field->name) + (found->at_other ? " there" : "") : found.error().message();
    };
    CHECK(link(kinds::risk, "process/sell") == "processes");
    CHECK(link(kinds::risk, "role/cashier") == "owner");
    CHECK(link(kinds::competence, "process/sell").find("cannot be linked to a process") != std::string::npos);
    CHECK(link(kinds::competence, "role/cashier") == "competences there");
    CHECK(link(kinds::process, "process/sell") == "part_of");
    for (const std::string to : {"role/cashier", "role/driver", "role/empty"}) {
        NewRecordWish wish = wish_for(kinds::competence, "sing");
        wish.links.push_back(*find_link(*before, kinds::competence, id_of(*before, to)));
        const Begun begun = begin(folder, *before, wish);
        CHECK_MESSAGE(begun.trouble == "", to);
        REQUIRE(begun.after);
        const auto named_by = begun.after->graph.references_to(id_of(*begun.after, "competence/sing"));
        CHECK(named_by.size() == 1);
        CHECK(named_by.front().other == id_of(*begun.after, to));
    }
}

TEST_CASE("what rules find of a bare record is asked for") {
    std::set<std::string> unasked;
    const Texts folder = test::example("corner-shop");
    Texts bare = folder;
    for (const KindSpec& kind : Schema::built_in().kinds()) {
        if (kind.of_records() && kind.name != "standard")
            bare["bare.yaml"] += std::string(kind.name) + ": bare-one\ntitle: A bare one\n---\n";
    }
    const auto analysis = analysis_of(bare);
    for (const Finding& finding : analysis->findings) {
        if (finding.record.id != "bare-one" || finding.field.empty()) continue;
        const KindSpec& kind = analysis->schema[*analysis->schema.find_kind(finding.record.kind)];
        const auto asked = asked_fields(kind);
        const bool known = std::ranges::any_of(asked, [&](const AskedField& each) {
            return finding.field == each.path || finding.field.starts_with(each.path + ".");
        });
        if (!known) unasked.insert(std::string(kind.name) + "." + finding.field);
    }
    CHECK(unasked == std::set<std::string>{});
}

TEST_CASE("a record of every kind, begun in every example, is the only thing that is new") {
    for (const std::string name : {"corner-shop", "medium-manufacturer", "minimal"}) {
        const Texts folder = test::example(name);
        const auto before = analysis_of(folder);
        for (std::size_t index = 0; index < before->schema.kinds().size(); ++index) {
            const KindId kind = KindId::from(index);
            if (!before->schema[kind].of_records()) continue;
            NewRecordWish wish = wish_for(kind, next_number(before->graph, kind).value_or("a-new-one"));
            const RecordId process = before->graph.of_kind(kinds::process)[0];
            if (const auto link = find_link(*before, kind, process)) wish.links.push_back(*link);
            const Begun begun = begin(folder, *before, wish);
            CHECK_MESSAGE(begun.trouble == "", name, " ", before->schema[kind].name, ": ", begun.trouble,
                          begun.written);
            for (std::size_t at = 0; at < begun.written.size();) {
                const std::size_t end = std::min(begun.written.find('\n', at), begun.written.size());
                CHECK_MESSAGE(count_code_points(std::string_view(begun.written).substr(at, end - at)) <= 120,
                              begun.written.substr(at, end - at));
                at = end + 1;
            }
        }
    }
}
