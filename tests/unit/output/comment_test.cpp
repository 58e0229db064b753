// Documents as comments: what a host may not obey, what is folded, how much there may be.
#include "output/document/comment.h"

#include <doctest/doctest.h>

#include <string>

#include "output/comment_text.h"

using namespace ims;

namespace {

std::string comment(const Document& document) {
    std::string out;
    write_comment(document, [&](std::string_view text) { out += text; });
    return out;
}

Document rows(std::size_t count, const std::string& text, bool detail = false) {
    Document document;
    document.blocks.emplace_back(Heading{2, raw("Gaps"), "gaps", detail});
    Table table{.key = "gaps", .columns = {{"what", "What"}, {"empty", "Empty"}}};
    for (std::size_t row = 0; row < count; ++row) table.rows.push_back({TableCell(raw(text)), TableCell()});
    document.blocks.emplace_back(std::move(table));
    return document;
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("a comment begins with the marker of all comments, and shows no column that is empty") {
    const std::string text = comment(rows(2, "A vacant role"));
    CHECK(text.starts_with(kCommentMarker));
    CHECK(text.find("**Gaps**") != std::string::npos);
    CHECK(text.find("| What |\n|---|\n| A vacant role |\n| A vacant role |\n") != std::string::npos);
    CHECK(text.find("<details>") == std::string::npos);
}

TEST_CASE("nobody is mentioned, no request is named, and nothing becomes mark-up") {
    const std::string text = comment(rows(1, "@anna see #12 and !12 <b>|x|</b> [a](b) `c`\n::error::d"));
    for (const char* bad : {"@anna", "#12", "!12", " <b>", "|x|", "[a](b)", "`c`", "\n::error"}) {
        INFO(std::string(bad), " in ", text);
        CHECK(text.find(bad) == std::string::npos);
    }
}

TEST_CASE("what is looked up is folded, and of many rows those behind the first") {
    CHECK(count_of(comment(rows(1, "x", true)), "<details>") == 1);
    const std::string text = comment(rows(30, "row"));
    CHECK(count_of(text, "| row |") == 30);
    CHECK(count_of(text, "<details>") == 1);
    CHECK(text.find("<summary>22 more</summary>") != std::string::npos);
    CHECK(count_of(text, "<details>") == count_of(text, "</details>"));
}

TEST_CASE("a comment holds no more than hosts take, says how much it left out, and ends what it began") {
    for (const bool detail : {false, true}) {
        const std::string text = comment(rows(5000, std::string(120, 'x'), detail));
        CHECK(text.size() < 60'000);
        CHECK(text.find("left out, since a comment holds no more.") != std::string::npos);
        CHECK(count_of(text, "<details>") == count_of(text, "</details>"));
    }
}
