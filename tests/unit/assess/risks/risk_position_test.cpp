#include "assess/risks/risk_position.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "likelihood × consequence" as steps; "-" where the risk has no place.
std::string position(const std::string& fields, std::string_view discipline = {},
                     const std::string& control = "implementation: in-place\n") {
    const Folder folder("risk: r\ntitle: R\ndisciplines: [quality, environment]\ncontrols: [c]\n" + fields +
                        "---\ncontrol: c\ntitle: C\n" + control);
    const RecordView risk = folder["risk/r"];
    const auto of = discipline.empty() ? Discipline() : *folder.graph().settings().find(discipline);
    const auto found = risk_position(risk, folder.facts().risk(risk.record()), of);
    return found ? fmt::format("{} x {}", found->likelihood, found->consequence) : "-";
}

}  // namespace

TEST_CASE("one consequence holds for every discipline") {
    CHECK(position("likelihood: 3\nconsequence: 4\n") == "3 x 4");
    CHECK(position("likelihood: 3\nconsequence: 4\n", "quality") == "3 x 4");
    CHECK(position("likelihood: 3\n", "quality") == "-");
}

TEST_CASE("a consequence by discipline is each discipline's own") {
    const std::string risk = "likelihood: 3\nconsequence: {quality: 2, environment: 5}\n";
    CHECK(position(risk) == "3 x 5");
    CHECK(position(risk, "quality") == "3 x 2");
    CHECK(position(risk, "environment") == "3 x 5");
    CHECK(position("likelihood: 3\nconsequence: {environment: 5}\n", "quality") == "-");
}

TEST_CASE("with a control in place the residual consequence counts, by discipline too") {
    const std::string risk = "likelihood: 3\nconsequence: {quality: 2, environment: 5}\n";
    CHECK(position(risk + "residual: {likelihood: 1}\n", "quality") == "1 x 2");
    CHECK(position(risk + "residual: {consequence: {environment: 3}}\n", "environment") == "3 x 3");
    CHECK(position(risk + "residual: {consequence: {environment: 3}}\n", "quality") == "3 x 2");
    // One step for all that is left lowers what was higher, and raises nothing.
    CHECK(position(risk + "residual: {consequence: 4}\n", "environment") == "3 x 4");
    CHECK(position(risk + "residual: {consequence: 4}\n", "quality") == "3 x 2");
}

TEST_CASE("a risk stands where it was said to stand today, by discipline too") {
    const std::string risk = "likelihood: 3\nconsequence: {quality: 2, environment: 5}\nresidual: {likelihood: 1}\n";
    const std::string today = risk + "current: {likelihood: 2, consequence: {environment: 4}}\n";
    CHECK(position(today) == "2 x 4");
    CHECK(position(today, "environment") == "2 x 4");
    CHECK(position(today, "quality") == "2 x 2");
    CHECK(position(today, "quality", "implementation: planned\n") == "2 x 2");
    CHECK(position(risk, "quality", "implementation: planned\n") == "3 x 2");
}

TEST_CASE("a risk whose level cannot be judged stands nowhere") {
    const std::string overdue =
        "implementation: in-place\nassets: [a]\n---\nasset: a\ntitle: A\ntype: equipment\n"
        "calibration: {every: 1 month, last: 2026-01-01, result: passed}\n";
    CHECK(position("likelihood: 3\nconsequence: 4\nresidual: {likelihood: 1}\n", "quality", overdue) == "-");
    CHECK(position("likelihood: 3\nconsequence: 4\n", "quality", overdue) == "3 x 4");
}
