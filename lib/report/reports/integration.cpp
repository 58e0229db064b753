// How far the disciplines are one system: the matrix, the seven criteria, and what was found to stand side by side.
#include <array>

#include "diagnostics/rules.h"
#include "judge/degree.h"
#include "report/sections/sections.h"

namespace ims::reports::integration {
namespace {

constexpr std::array<Chapter, 6> kChapters = {{
    {RuleId::discipline_silo, "Silos", "No discipline was found to sit with one role alone."},
    {RuleId::concern_without_responsible, "Concerns that nobody answers for",
     "Somebody answers for every discipline in every process that carries it."},
    {RuleId::role_misses_discipline, "Roles without a part in a discipline",
     "Every role answers for what its processes carry, or says why not."},
    {RuleId::treatment_conflict, "Controls that harm another discipline",
     "No control was found that makes another discipline's risk worse [[unseen|without a risk that says so]]."},
    {RuleId::parallel_records, "Parallel records", "No two records were found that say the same for two disciplines."},
    {RuleId::separate_audits, "Separate audits",
     "No process was found to be audited only by one discipline at a time."},
}};

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "integration", "Integration report");
    const std::vector<Gap> gaps = collect_gaps(page);
    const Integration integration = judge_integration(judged(page), page.arena());
    page.heading(2, "In short");
    if (integration.degree) {
        page.paragraph("The degree of integration is {} % ({}), from {} of {} criteria.", *integration.degree,
                       plain(band(*integration.degree)), integration.judged, kCriteria);
    } else {
        page.paragraph(
            "The degree of integration cannot be judged: {} of {} criteria could be counted, too few for a mean.",
            integration.judged, kCriteria);
    }
    add_degree_of_integration(page);
    Bullets nothing;
    for (const Chapter& chapter : kChapters) {
        if (has_found(page, chapter, gaps)) add_chapter(page, chapter, gaps);
        else
            nothing.items.push_back(
                {page.say("{}: {}", strong(page.say(chapter.heading)), told_of_none(page, chapter)), {}});
    }
    if (!nothing.items.empty()) {
        page.heading(2, "Where nothing was found");
        page.add(std::move(nothing));
    }
    add_what_is_shared(page);
    return page.finish();
}

}  // namespace ims::reports::integration
