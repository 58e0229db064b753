#include "report/sections/hazards.h"

#include <algorithm>
#include <array>
#include <utility>

#include "assess/dates/last_check.h"
#include "assess/risks/lapses.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/paper.h"
#include "report/sections/risk_level.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

// The strongest first, as people call them.
struct Rung {
    std::string_view word;
    Message title;
};
constexpr std::array<Rung, 6> kHierarchy = {{{"elimination", "Takes the hazard away:"},
                                             {"substitution", "Something less dangerous:"},
                                             {"engineering", "Technical:"},
                                             {"administrative", "Organisational:"},
                                             {"ppe", "Protective equipment:"},
                                             {"", "Place in the hierarchy not stated:"}}};

// "leans on Detector, whose calibration was due on 2026-03-01".
Words lapse_words(const Page& page, const Shortfall& lapse) {
    const Inline asset = page.titled(lapse.asset);
    if (lapse.uncertain())
        return lapse.day ? page.say("leans on {}, whose {} was due on {}", asset, lapse.upkeep, *lapse.day)
                         : page.say("leans on {}, whose {} was due", asset, lapse.upkeep);
    return lapse.day ? page.say("leans on {}, which failed its {} on {}", asset, lapse.upkeep, *lapse.day)
                     : page.say("leans on {}, which failed its {}", asset, lapse.upkeep);
}

// What keeps a control from being relied on, whether or not it is in place.
std::vector<Words> doubts_of(const Page& page, const RecordView& control) {
    std::vector<Words> doubts;
    if (control.word(fields::control::implementation) != "in-place") {
        const Words implementation = word_cell(page, control, fields::control::implementation).words;
        doubts.push_back(implementation.empty() ? page.say("not said to be in place") : implementation);
    }
    const Date today = page.facts.today();
    const LastCheck last = last_verification(control, today);
    if (last.day && last.entry[fields::control::verifications.result].word() == "ineffective") {
        doubts.push_back(page.say("found ineffective on {}", *last.day));
        return doubts;
    }
    for (const Shortfall& lapse : lapses_of(control, today)) doubts.push_back(lapse_words(page, lapse));
    return doubts;
}

std::string level_name(const Page& page, std::optional<RiskLevel> level) {
    return level ? page.settings.vocabulary.risk_levels[*level] : std::string();
}

TableCell level_value(const Page& page, std::optional<RiskLevel> level) {
    return level ? TableCell(Words(), level_name(page, level)) : TableCell(Words(), MachineValue(nullptr));
}

// What is still to be done: planned controls with their days, and the day of the treatment.
Words further_action(const Page& page, const RecordView& hazard) {
    std::vector<Words> actions;
    for (const RecordView control : hazard.linked(fields::risk::controls)) {
        if (!control.active() || control.word(fields::control::implementation) == "in-place") continue;
        const auto due = control[fields::control::due].date();
        const Words who = page.titles(control.linked(fields::owner));
        const Inline title = page.titled(control.record());
        const Words until = due ? page.say("by {}", *due) : page.say("no day is set");
        actions.push_back(who.empty() ? page.say("{}, {}", title, until) : page.say("{}, {}, {}", title, who, until));
    }
    const auto due = hazard[fields::risk::due].date();
    if (due && actions.empty()) {
        std::vector<Words> how;
        for (const FieldView each : hazard[fields::risk::treatment].children()) how.push_back(word_words(page, each));
        const Words who = page.titles(hazard.linked(fields::owner));
        const Words what = how.empty() ? page.say("treat it") : page.say("{}", how);
        actions.push_back(who.empty() ? page.say("{} by {}", what, *due) : page.say("{}, {}, by {}", what, who, *due));
    }
    const RiskFacts& facts = page.facts.risk(hazard.record());
    if (facts.treatment == Treatment::overdue) actions.push_back(strong(page.say("overdue")));
    if (facts.acceptance == Acceptance::valid) {
        const auto until = hazard[fields::risk::accepted][fields::risk::accepted.until].date();
        actions.push_back(until ? page.say("accepted until {}", *until) : page.say("accepted"));
    }
    return listed(actions, "; ");
}

// "2026-02-11, Works manager; normal, abnormal": when and by whom, and under which conditions.
TableCell looked_cell(const Page& page, const RecordView& hazard) {
    const auto day = hazard[fields::review][fields::review.last].date();
    const Words when = day ? page.say("{}", *day) : page.say("day not stated");
    const Words who = page.titles(hazard.linked(fields::owner));
    const TableCell conditions = conditions_cell(page, hazard);
    const bool stated = !std::holds_alternative<std::nullptr_t>(conditions.value);
    const Words in = stated ? conditions.words : page.say("conditions not stated");
    return page.say("{}, {}; {}", when, who.empty() ? page.say("nobody is named") : who, in);
}

void add_each_once(std::vector<RecordId>& all, const std::vector<RecordId>& more) {
    for (const RecordId each : more) {
        if (std::ranges::find(all, each) == all.end()) all.push_back(each);
    }
}

}  // namespace

Words control_words(const Page& page, const RecordView& control) {
    const Words title = Words(page.titled(control.record()));
    const std::vector<Words> doubts = doubts_of(page, control);
    return doubts.empty() ? title : page.say("{} ({})", title, listed(doubts, "; "));
}

Words control_list(const Page& page, const LinkedRecords& controls) {
    std::vector<Words> all;
    for (const RecordView each : controls) all.push_back(control_words(page, each));
    return page.in_a_list(all);
}

std::vector<RecordId> assets_at(const Page& page, RecordId site) {
    std::vector<RecordId> assets;
    for (const Edge& edge : page.graph.references_to(site)) {
        const RecordView other = page.graph[edge.other];
        if (other.active() && other.is(kinds::asset) && edge.field == fields::asset::location)
            add_each_once(assets, {edge.other});
    }
    return assets;
}

HazardsAt hazards_at(const Page& page, const RecordView& site) {
    HazardsAt found;
    found.own = hazards_of(page, site, fields::site::risks);
    for (const RecordView process : site.linked(fields::site::processes)) {
        if (process.active()) add_each_once(found.through, hazards_of(page, process, fields::process::risks));
    }
    for (const RecordId asset : assets_at(page, site.record()))
        add_each_once(found.through, hazards_of(page, page.graph[asset], fields::asset::risks));
    std::erase_if(found.through, [&](RecordId id) { return std::ranges::find(found.own, id) != found.own.end(); });
    sort_hazards(page, found.through);
    return found;
}

std::vector<RecordId> hazards_of(const Page& page, const RecordView& record, Field field) {
    std::vector<RecordId> hazards;
    for (const RecordView each : record.linked(field)) {
        if (each.active() && page.facts.risk(each.record()).type == RiskType::hazard) hazards.push_back(each.record());
    }
    sort_hazards(page, hazards);
    return hazards;
}

void add_unread_hazards(Page& page) {
    if (page.graph.may_be_unread(kinds::risk))
        page.note("Some records could not be read: hazards may be missing here.");
}

TableCell harm_cell(const Page& page, const RecordView& hazard) {
    std::vector<Words> words;
    for (const Field field : {Field(fields::risk::cause), Field(fields::risk::effect)}) {
        if (const FieldView text = hazard[field]) words.push_back(read_prose_line(text.text()));
    }
    if (words.empty() && hazard[fields::description])
        words.push_back(read_prose_line(hazard[fields::description].text()));
    if (words.empty()) return not_stated(page);
    return listed(words, " → ");
}

void sort_hazards(const Page& page, std::vector<RecordId>& hazards) {
    std::ranges::stable_sort(hazards, {}, [&](RecordId id) {
        const RiskFacts& risk = page.facts.risk(id);
        const auto level = risk.at_least();
        return std::pair(level.has_value(), level ? -static_cast<int>(*level) : 0);
    });
}

TableCell conditions_cell(const Page& page, const RecordView& hazard) {
    std::vector<Words> shown;
    std::vector<std::string> words;
    for (const FieldView item : hazard[fields::risk::conditions].children()) {
        if (item.is(ValueType::choice)) shown.push_back(word_words(page, item));
        words.emplace_back(item.word());
    }
    if (shown.empty()) return not_stated(page);
    return {listed(shown), std::move(words)};
}

TableCell rating_cell(const Page& page, RecordId hazard) {
    const RiskFacts& risk = page.facts.risk(hazard);
    TableCell today = level_cell(page, risk);
    std::vector<Words> told = {page.say("{} today", strong(today.words))};
    if (risk.inherent) told.push_back(page.say("{} before controls", raw(level_name(page, risk.inherent))));
    if (risk.residual) told.push_back(page.say("{} aimed at", raw(level_name(page, risk.residual))));
    if (!risk.counting && !risk.unjudged) told.front() = strong(page.say("Not rated"));
    if (risk.misses_aim()) told.back() = page.say("{}, not reached: {}", told.back(), why_not_held(page, risk));
    TableCell cell(listed(told, "; "), std::move(today.value));
    cell.why_null = today.why_null;
    if (risk.counting && risk.appetite)
        cell.tone = risk.unaccepted() ? Tone::bad : risk.over_appetite() ? Tone::poor : Tone::good;
    return cell;
}

TableCell measures_cell(const Page& page, const RecordView& hazard) {
    std::vector<Words> told;
    std::vector<std::string> names;
    for (const Rung& rung : kHierarchy) {
        std::vector<Words> controls;
        for (const RecordView control : hazard.linked(fields::risk::controls)) {
            if (!control.active() || control.word(fields::control::hierarchy) != rung.word) continue;
            controls.push_back(control_words(page, control));
            names.push_back(control.name().text());
        }
        if (!controls.empty()) told.push_back(page.say("{} {}", strong(page.say(rung.title)), listed(controls)));
    }
    std::vector<RecordId> plans;
    for (const Edge& edge : page.graph.references_to(hazard.record())) {
        // A field of that name is one for all kinds that have it.
        const RecordView plan = page.graph[edge.other];
        if (edge.field == fields::plan::risks && plan.is(kinds::plan) && plan.active()) plans.push_back(edge.other);
    }
    if (!plans.empty()) told.push_back(page.say("{} {}", strong("If it happens:"), page.titles(plans)));
    std::vector<Words> measures;
    for (const FieldView measure : hazard[fields::risk::measures].children())
        measures.push_back(read_prose_line(measure.text()));
    if (!measures.empty())
        told.push_back(page.say("{} {}", strong(page.say("In words, not verified:")), listed(measures, "; ")));
    if (told.empty()) return {strong(page.say("none is recorded")), std::vector<std::string>()};
    return {listed(told, ". "), std::move(names)};
}

Table hazard_table(const Page& page, std::span<const RecordId> hazards) {
    const auto record = [&](RecordId id) { return page.graph[id]; };
    const auto facts = [&](RecordId id) -> const RiskFacts& { return page.facts.risk(id); };
    constexpr auto kPrograms = Column::For::programs;
    TableOf<RecordId> table(
        {.key = "hazards", .title = "Hazards, and what is done against them", .sortable = false},
        {{{"hazard", "Hazard", {}, Column::Holds::record}, [&](RecordId id) { return TableCell(page.titled(id)); }},
         {{"where", "Where", {}, Column::Holds::records},
          [&](RecordId id) {
              return linked_cell(page, record(id),
                                 {fields::risk::processes, fields::risk::sites, fields::risk::assets});
          }},
         {{"harm", "What may happen, to whom"}, [&](RecordId id) { return harm_cell(page, record(id)); }},
         {{"conditions", "Looked at in", {}, {}, kPrograms},
          [&](RecordId id) { return conditions_cell(page, record(id)); }},
         {{"rating", "Rating"}, [&](RecordId id) { return rating_cell(page, id); }},
         {{"before", "Before controls", {}, {}, kPrograms},
          [&](RecordId id) { return level_value(page, facts(id).inherent); }},
         {{"aim", "Aimed at", {}, {}, kPrograms}, [&](RecordId id) { return level_value(page, facts(id).residual); }},
         {{"measures", "What is done, the strongest first", {}, Column::Holds::records},
          [&](RecordId id) { return measures_cell(page, record(id)); }},
         {{"action", "Still to be done"}, [&](RecordId id) { return TableCell(further_action(page, record(id))); }},
         {{"owner", "Answers for it", {}, Column::Holds::records, kPrograms},
          [&](RecordId id) { return linked_cell(page, record(id), {fields::owner}, "nobody is named"); }},
         {{"reviewed", "Last looked at", {}, {}, kPrograms},
          [&](RecordId id) {
              return written_day_cell(page, record(id)[fields::review][fields::review.last], "not stated");
          }},
         {{"looked", "Last looked at, by whom, for which states"},
          [&](RecordId id) { return looked_cell(page, record(id)); }}});
    table.add_all(hazards);
    Table out = without_empty_columns(table.take());
    // Where nobody says it of any hazard, that is said once, above.
    constexpr std::size_t kHarm = 2;
    const auto says_harm = [](const auto& row) { return !std::holds_alternative<std::nullptr_t>(row[kHarm].value); };
    if (std::ranges::none_of(out.rows, says_harm)) out.columns[kHarm].readers = Column::For::programs;
    return out;
}

}  // namespace ims
