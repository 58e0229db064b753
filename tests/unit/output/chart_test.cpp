#include "output/document/chart.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

Chart chart() {
    return {.steps = {"2026-01-31", "2026-02-28", "2026-03-31"},
            .lines = {{"medium or worse", {14.0, std::nullopt, 7.0}}, {"high", {3.0, std::nullopt, 0.0}}},
            .says = "From 14 to 7 & less."};
}

}  // namespace

TEST_CASE("Mermaid gets the steps of which all is known, and room above") {
    CHECK(mermaid(chart()) ==
          "xychart-beta\n"
          "    x-axis [\"2026-01-31\", \"2026-03-31\"]\n"
          "    y-axis 0 --> 20\n"
          "    line [14, 7]\n"
          "    line [3, 0]\n");
}

TEST_CASE("a terminal shows a block for each step, a gap where nothing is known, and both ends") {
    CHECK(text_chart(chart()) ==
          "medium or worse  █ ▅  14 → 7\n"
          "high             ▃ ▁  3 → 0\n");
}

TEST_CASE("a page gets a drawing whose lines break where nothing is known, and which says itself in words") {
    const std::string html = html_chart(chart(), "The line", 1);
    CHECK(html.find("From 14 to 7 &amp; less.") != std::string::npos);
    // Two ends, and no line between them.
    CHECK(html.find("M44.0 82.0 M590.0 159.0") != std::string::npos);
    CHECK(html.find("medium or worse: 7") != std::string::npos);
    CHECK(html.find("role=\"img\"") != std::string::npos);
}

TEST_CASE("one state, or none above zero, is drawn too") {
    const Chart one{.steps = {"2026-01-31"}, .lines = {{"high", {0.0}}}, .says = "Nothing."};
    CHECK(text_chart(one) == "high  ▁  0 → 0\n");
    CHECK(mermaid(one).find("y-axis 0 --> 1") != std::string::npos);
    CHECK(html_chart(one, "The line", 1).find("nan") == std::string::npos);
    CHECK(html_chart({}, "The line", 1).find("<svg") == std::string::npos);
}
