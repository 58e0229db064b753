#include "output/github.h"

#include <algorithm>

#include "checked.h"

using namespace ims;

namespace {

std::size_t count_lines(const std::string& text, std::string_view opening) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        if (std::string_view(text).substr(at).starts_with(opening)) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("paths and texts end no part of an annotation") {
    Style style;
    style.repository = "a,b: 50 %";
    Files files = {{"r.yaml", "role: r\ntitle: R\n\"50 %, a:b\\n::error::\": x\n"}};
    const std::string text = printed(files, "github", style, fixed_rules());
    CHECK(text ==
          "::error file=a%2Cb%3A 50 %25/r.yaml,line=3,col=1,endLine=3,endColumn=23,title=unknown-field (error)::"
          "a role has no field `50 %25, a:b\\n::error::`%0Ahelp: `ims explain role` lists the fields; a field of your "
          "own begins with `x_`\n");
}

TEST_CASE("a range of several lines has no columns") {
    Finding finding;
    finding.rule = *built_in_book().find("risk-without-owner");
    finding.grade = Grade::low;
    finding.span = {FileId(), 0, 12};
    finding.message = "nobody owns it";
    const auto analysis = finding_only("r.yaml", "role: r\ntitle: R\n", std::move(finding));
    CHECK(printed(*analysis, "github") ==
          "::notice file=r.yaml,line=1,endLine=2,title=risk-without-owner (low)::nobody owns it\n");
}

TEST_CASE("what follows from a finding stands in its annotation, if that one is shown") {
    const auto analysis = analysed(kUnowned);
    const std::string both = printed(*analysis, "github", {}, only({"obligation-unowned", "obligation-unevaluated"}));
    CHECK(count_lines(both, "::") == 1);
    CHECK(both.find("title=obligation-unowned (high)::") != std::string::npos);
    CHECK(both.find("%0Afollows from it: records.yaml:") != std::string::npos);
    CHECK(both.find("(obligation-unevaluated, high)") != std::string::npos);
    const std::string alone = printed(*analysis, "github", {}, only({"obligation-unevaluated"}));
    CHECK(count_lines(alone, "::warning") == 1);
    CHECK(alone.find("title=obligation-unevaluated (high)::") != std::string::npos);
}

TEST_CASE("ten of a kind are annotated, and the rest is counted") {
    Style style;
    style.command = "ims check x%y";
    const std::string ten = printed(wrong_fields(10), "github", style, fixed_rules());
    CHECK(count_lines(ten, "::error ") == 10);
    CHECK(count_lines(ten, "::notice ") == 0);
    const std::string more = printed(wrong_fields(12), "github", style, fixed_rules());
    CHECK(count_lines(more, "::error ") == 10);
    CHECK(more.ends_with(
        "\n::notice title=ims::2 more have no annotation, since a step shows 10 of a kind; `ims check x%25y` lists "
        "all\n"));
}

TEST_CASE("what was known before is not annotated, and what is worse says so") {
    const auto before = owner_found(Grade::medium);
    CHECK(printed_since(*before, *owner_found(Grade::medium), "github").empty());
    CHECK(count_lines(printed_since(*before, *owner_found(Grade::high), "github"), "::warning ") == 1);
}

TEST_CASE("a log obeys no command that a text holds") {
    CHECK(safe_in_log("a ::error::b ##[group]c") == "a : :error: :b ## [group]c");
    CHECK(safe_in_log(":::set-output name=x::y\n###[error]") == ":: :set-output name=x: :y\n### [error]");
    CHECK(safe_in_log("12:30, a:b, `::`, ## [x], C#") == "12:30, a:b, `::`, ## [x], C#");
    const std::string guarded = guarded_log("::error::x");
    CHECK(guarded == guarded_log("::error::x"));
    const std::string first = guarded.substr(0, guarded.find('\n'));
    REQUIRE(first.starts_with("::stop-commands::"));
    const std::string token = first.substr(17);
    CHECK(token.size() == 64);
    CHECK(token != guarded_log("::error::y").substr(17, 64));
    CHECK(guarded == first + "\n: :error: :x\n::" + token + "::\n");
}
