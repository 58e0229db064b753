// What was accepted knowingly: findings by exceptions, risks over the appetite, needs that were declined, disciplines
// and obligations said not to apply, rules turned off. Silence that somebody has to answer for.
#include <set>

#include "report/sections/register.h"
#include "report/sections/risk_level.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::exceptions {
namespace {

struct Counts {
    std::size_t all = 0;
    std::size_t over = 0;
    std::size_t without_end = 0;
    std::size_t soon = 0;
};

Counts count_exceptions(const Page& page) {
    constexpr std::int32_t kSoonDays = 90;
    Counts counts;
    for (const RecordId id : page.graph.all()) {
        const RecordView record = page.graph[id];
        if (record.retired()) continue;
        for (const FieldView entry : record[fields::exceptions].children()) {
            const FieldView rule = entry[fields::exceptions.rule];
            if (!rule || rule.invalid()) continue;  // it accepts nothing
            ++counts.all;
            const auto until = entry[fields::exceptions.until].date();
            if (!until) ++counts.without_end;
            else if (*until < page.facts.today()) ++counts.over;
            else if (until->days - page.facts.today().days <= kSoonDays) ++counts.soon;
        }
    }
    return counts;
}

Words told_accepted(const Page& page) {
    const Counts counts = count_exceptions(page);
    if (counts.all == 0) {
        return page.say(
            "No finding is accepted. [[To accept one, write under `exceptions` of its record the `rule`, the `reason`, "
            "`by` whom and `until` when; it is then listed here instead of being reported.|A finding that somebody "
            "accepts for a reason, until a day that is set, is listed here instead of being reported.]]");
    }
    const Words all = strong(page.say("{0} accepted {0:finding|findings}", counts.all));
    const Words over = page.say("{} over", counts.over);
    if (page.audience() == Audience::editors)
        return page.say("{}: {} and reported again, {} ending within 90 days, {} without an end.", all,
                        counts.over > 0 ? strong(over) : over, counts.soon, counts.without_end);
    std::vector<Words> told;
    if (counts.over > 0)
        told.push_back(page.say("{} and {} reported again", strong(page.say("{0} {0:is|are} over", counts.over)),
                                counts.over == 1 ? Message("is") : Message("are")));
    if (counts.soon > 0) told.push_back(page.say("{0} {0:ends|end} within 90 days", counts.soon));
    if (counts.without_end > 0) told.push_back(page.say("{0} {0:has|have} no end", counts.without_end));
    if (told.empty()) return page.say("{}, which {1:holds|all hold} for more than 90 days from now.", all, counts.all);
    return page.say("{}: {:all}.", all, listed_by(Joined::by_comma_and, told));
}

Words told_turned_off(const Page& page) {
    std::size_t off = 0;
    std::set<std::string_view> families;
    for (const auto& [rule, setting] : page.settings.rules) {
        if (setting.grade) continue;
        if (setting.whole_family) families.insert(page.rules[rule].family);
        else ++off;
    }
    std::vector<Words> parts;
    if (off > 0) parts.push_back(page.say("{0} {0:rule|rules}", off));
    if (!families.empty()) parts.push_back(page.say("{0} whole {0:family|families}[[| of rules]]", families.size()));
    if (parts.empty()) return page.say("No rule is turned off.");
    return page.say("Turned off[[ in ims.yaml|]]: {}.", parts);
}

Words told_risks(const Page& page) {
    std::size_t all = 0;
    std::size_t expired = 0;
    for (const RecordId id : page.graph.of_kind(kinds::risk)) {
        if (!page.graph[id].active() || !page.graph[id][fields::risk::accepted].is(ValueType::map)) continue;
        ++all;
        if (page.facts.risk(id).acceptance == Acceptance::expired) ++expired;
    }
    if (all == 0) return page.say("No risk is accepted.");
    const Words risks = strong(page.say("{0} {0:risk|risks}", all));
    if (expired == 0) return page.say("{} {1:is|are} accepted.", risks, all);
    return page.say("{0} {1:was|were} accepted; of {1:it|them} {2} {2:acceptance|acceptances} {2:is|are} over.", risks,
                    all, expired);
}

void add_summary(Page& page) {
    page.heading(2, "In short");
    page.paragraph(in_a_row({told_risks(page), told_accepted(page), told_turned_off(page)}));
    page.paragraph(
        "Nothing of this is reported as a gap as long as it holds, because somebody decided so. Whoever reads this may "
        "ask whether they still agree.");
}

void add_accepted_risks(Page& page) {
    namespace own = fields::risk;
    const auto accepted = [&](RecordId id) { return page.graph[id][own::accepted]; };
    const auto expired = [&](RecordId id) { return page.facts.risk(id).acceptance == Acceptance::expired; };
    TableOf<RecordId> table(
        {.key = "accepted-risks", .title = "Accepted risks"},
        {{{"risk", "Risk", {}, Column::Holds::record}, [&](RecordId id) { return page.titled(id); }},
         {{"level", "Level"}, [&](RecordId id) { return level_cell(page, page.facts.risk(id)); }},
         {{"disciplines", "Disciplines"},
          [&](RecordId id) { return discipline_cell(page, page.facts.disciplines(id)); }},
         {{"reason", "Reason"}, [&](RecordId id) { return prose_cell(accepted(id)[own::accepted.reason].text()); }},
         {{"by", "By", {}, Column::Holds::record},
          [&](RecordId id) { return target_cell(page, accepted(id)[own::accepted.by], "nobody named"); }},
         {{"date", "On"},
          [&](RecordId id) { return written_day_cell(page, accepted(id)[own::accepted.date], "no date"); }},
         {{"until", "Until"},
          [&](RecordId id) { return end_cell(page, accepted(id)[own::accepted.until], expired(id)); }},
         {{"expired", "Expired", {}, {}, Column::For::programs},
          [&](RecordId id) { return expired_cell(accepted(id)[own::accepted.until], expired(id)); }}});
    for (const RecordId id : page.graph.of_kind(kinds::risk)) {
        if (page.graph[id].active() && accepted(id).is(ValueType::map)) table.add(id);
    }
    page.add_titled(2, table.take(), page.say("None."));
}

void add_declined_needs(Page& page) {
    namespace own = fields::interested_party;
    Table table{
        .key = "declined-needs",
        .title = "Needs that were declined",
        .columns = {{"party", "Interested party", {}, Column::Holds::record}, {"need", "Need"}, {"reason", "Reason"}}};
    for (const RecordId id : page.graph.of_kind(kinds::interested_party)) {
        if (!page.graph[id].active()) continue;
        for (const FieldView entry : page.graph[id][own::needs].children()) {
            const FieldView declined = entry[own::needs.declined];
            if (!declined) continue;
            table.rows.push_back(
                {page.titled(id), prose_cell(entry[own::needs.need].text()), prose_cell(declined.text())});
        }
    }
    page.add_titled(2, std::move(table), page.say("None."));
}

// Processes that need not come back soon: no plan, no exercise and no recovery time is asked of them.
void add_not_prioritised(Page& page) {
    namespace own = fields::process;
    Table table{.key = "not-prioritised",
                .title = "Processes that may wait in a disruption",
                .columns = {{"process", "Process", {}, Column::Holds::record}, {"reason", "Reason"}}};
    for (const ProcessFacts& facts : page.facts.processes()) {
        const FieldView continuity = page.graph[facts.process][own::continuity];
        if (continuity[own::continuity.prioritised].yes().value_or(true)) continue;
        const FieldView reason = continuity[own::continuity.reason];
        table.rows.push_back(
            {page.titled(facts.process), reason ? prose_cell(reason.text()) : not_stated(page, "none is given")});
    }
    page.add_titled(2, std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "exceptions", "Exceptions and exclusions");
    add_summary(page);
    add_accepted_findings(page, 2);
    add_accepted_risks(page);
    add_exclusions(page, 2);
    add_declined_needs(page);
    add_not_prioritised(page);
    add_changed_rules(page, 2);
    page.heading(2, "Gaps");
    add_gaps_about(page, collect_gaps(page), std::nullopt, "exceptions");
    return page.finish();
}

}  // namespace ims::reports::exceptions
