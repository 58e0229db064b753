#include <algorithm>

#include "assess/overview/due_dates.h"
#include "report/gap.h"
#include "report/sections/cells.h"
#include "report/sections/record_parts.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "report/table_of.h"

namespace ims {
namespace {

constexpr std::size_t kMostEffects = 5;

// Of another record, where the words do not name it.
Words told_elsewhere(const Page& page, FindingId id) {
    const Gap gap = gap_of(page, id);
    return behind_place(page, gap, page.sentence(gap.finding->message));
}

Bullets::Item told_with_effects(const Page& page, const Gap& gap) {
    std::vector<Words> reasons;
    if (!gap.id) return told_in_full(page, gap);
    const Explanations& explanations = page.analysis.judgement.explanations();
    for (const FindingId cause : explanations.of(*gap.id))
        reasons.push_back(page.say("It comes from this: {}", told_elsewhere(page, cause)));
    const auto effects = explanations.from(*gap.id);
    for (std::size_t place = 0; place < std::min(kMostEffects, effects.size()); ++place)
        reasons.push_back(page.say("What follows from it: {}", told_elsewhere(page, effects[place])));
    if (effects.size() > kMostEffects)
        reasons.push_back(page.say("… and {} more that follow from it.", effects.size() - kMostEffects));
    Bullets::Item item = told_in_full(page, gap, std::move(reasons));
    if (gap.owner.known()) item.below.push_back(page.say("Who can mend it: {}.", page.called(gap.owner)));
    return item;
}

// The same for programs.
Table found_table(const Page& page, const std::vector<Gap>& gaps) {
    constexpr auto kPrograms = Column::For::programs;
    TableOf<Gap> table(
        {.key = "findings", .title = "What was found"},
        {{{"grade", "Grade", {}, {}, kPrograms}, [&](const Gap& gap) { return page.say("{}", gap.grade); }},
         {{"rule", "Rule", {}, {}, kPrograms}, [&](const Gap& gap) { return raw(page.rules[gap.finding->rule].name); }},
         {{"message", "What was found", {}, {}, kPrograms},
          [&](const Gap& gap) { return page.sentence(gap.finding->message); }},
         {{"owner", "Who can mend it", {}, Column::Holds::record, kPrograms},
          [&](const Gap& gap) { return titled_cell(page, gap.owner); }}});
    table.add_all(gaps);
    return table.take();
}

}  // namespace

void add_record_findings(Page& page) {
    const std::vector<Gap> gaps = told_once(collect_gaps_of(page, page.subject));
    const RecordView record = page.graph[page.subject];
    page.heading(2, "What was found");
    if (gaps.empty()) {
        if (record.built_in()) page.paragraph("It comes with the program, and nothing is looked for in it.");
        else if (record.retired()) page.paragraph("It is retired, so nothing is asked of it any more.");
        else if (!record.active()) page.paragraph("It is a draft, and gaps are looked for only in what is in force.");
        else page.paragraph("No gap was found in it.");
    }
    Bullets list;
    for (const Gap& gap : gaps) list.items.push_back(told_with_effects(page, gap));
    if (!list.items.empty()) page.add(std::move(list));
    page.add_filled(found_table(page, gaps));
    const auto accepted = page.analysis.judgement.accepted_on(page.subject);
    if (accepted.empty()) return;
    page.paragraph("Found, and accepted by exception:");
    Bullets silent;
    for (const FindingId id : accepted) {
        const Gap gap = gap_of(page, id);
        silent.items.push_back(
            {page.say("{}: {}", strong(page.say("{}", gap.grade)), page.sentence(gap.finding->message)), {}});
    }
    page.add(std::move(silent));
}

void add_record_dates(Page& page) {
    const RecordView record = page.graph[page.subject];
    const std::vector<DueDate> dates = due_dates_of(record, page.facts, page.analysis.duties_to_notify(), page.arena());
    if (dates.empty()) return;
    TableOf<DueDate> table({.key = "dates", .title = page.say("What comes next").plain(), .sortable = false},
                           {{{"due", "Due"},
                             [&](const DueDate& date) {
                                 TableCell cell = day_cell(page, date.due,
                                                           date.never ? Message("never done") : Message("no day set"),
                                                           date.overdue ? Message("overdue") : Message());
                                 if (date.overdue) cell.tone = Tone::bad;
                                 return cell;
                             }},
                            {{"what", "What"}, [&](const DueDate& date) { return what_is_due(page, date); }},
                            {{"last", "Last done"}, [](const DueDate& date) { return TableCell::day(date.last); }},
                            {{"owner", "Who", {}, Column::Holds::record},
                             [&](const DueDate& date) { return titled_cell(page, date.owner, "nobody is named"); }}});
    table.add_all(dates);
    Table filled = table.take();
    const bool done = std::ranges::any_of(dates, [](const DueDate& date) { return date.last.has_value(); });
    if (!done) filled.columns[2].readers = Column::For::programs;
    page.add_titled(2, std::move(filled));
}

}  // namespace ims
