// What the examples show, as an auditor would say by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "judge/degree.h"
#include "judge/example_folders.h"
#include "judge/pictures.h"
#include "judge/told.h"

using namespace ims;

namespace {

struct Picture {
    std::unique_ptr<Analysis> analysis;
    std::size_t addressed = 0;
    std::size_t whole = 0;
    std::size_t capital_d = 0;

    explicit Picture(const std::string& name) : analysis(test::analysis_of(test::example(name))) {
        REQUIRE(analysis != nullptr);
        for (const Matrix::Row& row : judge_matrix(test::judged(*analysis)).rows) {
            for (const Cell& cell : row.cells) {
                if (cell.state != CellState::addressed) continue;
                ++addressed;
                whole += cell.whole() ? 1 : 0;
                capital_d += cell.letter(Mark::do_it) == Letter::capital ? 1 : 0;
            }
        }
    }

    [[nodiscard]] std::string degree() const {
        Arena unsaid;
        const Integration integration = judge_integration(test::judged(*analysis), unsaid);
        REQUIRE(integration.degree.has_value());
        return std::to_string(*integration.degree) + " from " + std::to_string(integration.judged);
    }
};

}  // namespace

TEST_CASE("five silos are no system, and nobody but the specialists answers for anything") {
    const Picture silos("corner-shop-siloed");
    CHECK(silos.addressed == 21);
    CHECK(silos.whole == 3);
    CHECK(silos.capital_d == 3);
    CHECK(silos.degree() == "8 from 6");
    CHECK(test::cell(*silos.analysis, "process/take-orders", "information-security").starts_with("P·"));
    CHECK(test::cell(*silos.analysis, "process/sell-over-the-counter", "information-security").starts_with("Pd"));
}

TEST_CASE("the corner shop in one system is whole, but for one thing that it accepts until the end of the year") {
    const Picture shop("corner-shop");
    CHECK(shop.addressed == 48);
    CHECK(shop.whole == 47);
    CHECK(shop.degree() == "94 from 7");
    CHECK(test::cell(*shop.analysis, "process/keep-systems-running", "business-continuity") == "PdC–");
}

TEST_CASE("the manufacturer's most urgent causes, as an auditor would order them") {
    const Picture works("medium-manufacturer");
    CHECK(works.addressed == 70);
    CHECK(works.whole == 44);
    CHECK(works.degree() == "82 from 7");
    const std::vector<std::string> first = test::causes(*works.analysis);
    REQUIRE(first.size() >= 10);
    std::string text;
    for (std::size_t index = 0; index < 10; ++index) text += first[index] + "\n";
    CHECK(text ==
          "high low-hierarchy risk/forklift-meets-person > risk-over-appetite risk/forklift-meets-person\n"
          "high competence-expired person/p-23\n"
          "high supplier-misses-discipline supplier/hall-fitters\n"
          "high change-unassessed change/night-shift-at-oldmere\n"
          "high audit-gap process/serve-valves\n"
          "high obligation-unevaluated obligation/network-security-law\n"
          "high calibration-overdue asset/roughness-gauges > control-leans-on-lapsed control/roughness-check\n"
          "high supplier-misses-agreement supplier/order-system-host\n"
          "high slow-dependency process/assemble-and-test\n"
          "high slow-dependency process/pickle-and-polish\n");
}

TEST_CASE("a number that two reports tell is one number") {
    for (const std::string name : {"corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        const Picture picture(name);
        const std::string whole = std::to_string(picture.whole);
        const Document gaps = find_report("gaps")->build({*picture.analysis, {}});
        std::int64_t sum = 0;
        for (const Block& block : gaps.blocks) {
            const Table* const table = std::get_if<Table>(&block);
            if (table == nullptr || table->key != "disciplines") continue;
            const auto column = std::ranges::find(table->columns, "complete", &Column::key) - table->columns.begin();
            for (const auto& row : table->rows) sum += std::stoll(row[static_cast<std::size_t>(column)].words.plain());
        }
        CHECK(sum == static_cast<std::int64_t>(picture.whole));
        // What check counts as causes is what the gap report counts.
        const std::string text = test::written(gaps, *find_document_format("markdown"));
        const std::size_t causes = test::causes(*picture.analysis).size();
        if (causes > 1) CHECK(text.find("**" + std::to_string(causes) + " causes** of gaps") != std::string::npos);
    }
}
