#include "judge/action_list.h"
#include "judge/gravest.h"
#include "report/sections/cells.h"
#include "report/sections/overview.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostExposures = 5;
constexpr std::size_t kLongest = 240;  // of what is told in a row, else what its rule finds is told

Words cost_words(const Page& page, Cost cost) {
    switch (cost) {
        case Cost::people: return page.say("people");
        case Cost::law: return page.say("the law");
        case Cost::customers: return page.say("customers");
        case Cost::standstill: return page.say("standstill");
        case Cost::information: return page.say("information");
        case Cost::environment: return page.say("the environment");
        case Cost::none: break;
    }
    return page.say("other");
}

Words what_is_open(const Page& page, const Gap& gap) {
    if (gap.population) return capitalised(of_population(page, gap));
    const Words message = capitalised(behind_place(page, gap, page.say(gap.finding->message)));
    if (message.plain().size() <= kLongest) return message;
    return page.say("{}: {}", where(page, gap), page.rules[gap.finding->rule].summary);
}

TableCell promised_day(const Page& page, const OpenAction* promised) {
    if (promised == nullptr || !promised->due) return day_cell(page, std::nullopt, "no day set", {});
    return day_cell(page, promised->due, "no day set", promised->overdue ? Message("overdue") : Message());
}

const Finding& first_of(const Page& page, const Cause& cause) {
    return page.analysis.judgement.findings()[cause.first()];
}

void add_borne(const Page& page, Table& table) {
    for (const BorneRisk& each : borne_risks(page.graph, page.facts)) {
        if (table.rows.size() >= kMostExposures) return;
        const RecordView risk = page.graph[each.risk];
        namespace own = fields::risk;
        const auto owner = target_of(page.graph, risk[fields::owner]);
        const FieldView end = risk[own::accepted][own::accepted.until];
        const auto day = end.date();
        TableCell until = end_cell(page, end, false);
        until.words = day ? page.say("accepted until {}", *day) : page.say("accepted without an end");
        table.rows.push_back({TableCell(capitalised(cost_words(page, each.cost)), std::string(to_string(each.cost))),
                              TableCell(page.say("accepted")),
                              page.say("{}: {}", page.titled(each.risk),
                                       standing(page.facts.risk(each.risk), page.settings, page.arena())),
                              owner ? cell_name(page, owner->record()) : page.say("nobody is named"),
                              std::move(until)});
    }
}

}  // namespace

void add_exposures(Page& page, const Overview& overview) {
    Table table{.key = "exposures",
                .title = "What may cost most",
                .columns = {{"cost", "It may cost"},
                            {"grade", "Grade"},
                            {"what", "What is open", {}, Column::Holds::records},
                            {"owner", "Who can mend it", {}, Column::Holds::record},
                            {"due", "By when"}},
                .sortable = false};
    const std::vector<OpenAction>& actions = page.analysis.open_actions();
    for (const std::size_t place : gravest_by_cost(overview.causes, kMostExposures)) {
        const Gap& gap = overview.gaps[place];
        table.rows.push_back(
            {TableCell(capitalised(cost_words(page, gap.cost)), std::string(to_string(gap.cost))),
             TableCell(page.say("{}", gap.grade), std::string(to_string(gap.grade))), what_is_open(page, gap),
             titled_cell(page, gap.owner, "nobody is named"),
             promised_day(page, promised_about(actions, page.graph, first_of(page, overview.causes[place])))});
        table.rows.back()[1].tone = gap.grade >= Grade::high ? Tone::bad : Tone::poor;
    }
    add_borne(page, table);
    page.add_titled(2, std::move(table),
                    page.say("No gap of medium grade or worse was found, and no risk is over the appetite."));
}

}  // namespace ims
