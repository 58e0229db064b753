#include <array>

#include "judge/degree.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

struct Told {
    Criterion criterion;
    std::string_view key;
    Message name;
};

constexpr std::array<Told, kCriteria> kTold = {{
    {Criterion::documents, "documents", "Documents"},
    {Criterion::management_review, "management-review", "Management review"},
    {Criterion::internal_audits, "internal-audits", "Internal audits"},
    {Criterion::policy_and_objectives, "policy-and-objectives", "Policy and objectives"},
    {Criterion::processes, "processes", "Processes"},
    {Criterion::improvement, "improvement", "Improvement"},
    {Criterion::responsibilities, "responsibilities", "Responsibilities"},
}};

}  // namespace

void add_degree_of_integration(Page& page) {
    const Integration integration = judge_integration(judged(page), page.arena());
    page.heading(2, "Degree of integration");
    if (page.settings.disciplines.size() < 2)
        return page.paragraph("It takes two disciplines in force to integrate them.");
    if (integration.judged == 0) return page.paragraph("There is nothing yet from which it could be counted.");
    if (integration.degree) {
        page.paragraph(
            "{}, from {} of {} criteria that IAF MD 11 looks at. [[Counted from the records in a way of our own, so "
            "look "
            "at the seven, not at the mean.|No standard says how to count it, so the seven tell more than their "
            "mean.]] Below 30 % disciplines run side by side (corresponding), up to 69 % they "
            "share common processes (coordinated), from 70 % they are run as one system (integrated); these limits are "
            "a convention, no standard sets them.",
            strong(page.say("{} %: {}", *integration.degree, plain(band(*integration.degree)))), integration.judged,
            kCriteria);
    } else {
        page.paragraph("Only {} of the {} criteria that IAF MD 11 looks at could be counted, too few for a mean.",
                       integration.judged, kCriteria);
    }
    Table table{.key = "integration",
                .title = "Degree of integration",
                .columns = {{"key", "Key", {}, {}, Column::For::programs},
                            {"criterion", "Criterion"},
                            {"percent", "0 to 100", Column::Align::right},
                            {"counted", "What was counted"}}};
    for (const Told& told : kTold) {
        const CriterionScore& score = integration[told.criterion];
        TableCell percent = score.percent ? TableCell::number(*score.percent)
                                          : TableCell(page.say("not counted"), MachineValue(nullptr));
        if (score.percent)
            percent.tone = *score.percent < 30 ? Tone::poor : *score.percent < 70 ? Tone::fair : Tone::good;
        table.rows.push_back(
            {raw(told.key), page.say(told.name), std::move(percent), capitalised(page.say(score.counted))});
    }
    page.add(std::move(table));
}

}  // namespace ims
