#include "report/sections/competences.h"

#include <algorithm>
#include <set>

#include "assess/people/people.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/paper.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

// How a person meets what is asked, by the entry that was judged.
struct Held {
    RecordId person;
    RecordId competence;
    std::optional<RequiredCompetence> asked;
    RecordId asked_by;  // a role
    FieldView entry;    // of the person; none where there is none
    Fit fit = Fit::missing;
    bool expired = false;
};

TableCell valid_until(const Page& page, const Held& held) {
    const FieldView until = held.entry[fields::person::competences.valid_until];
    if (until.invalid()) return state_cell(page, unjudged("it could not be read"));
    const auto day = until.date();
    const Date today = page.facts.today();
    const bool soon = day && *day >= today && *day <= add(today, page.settings.review_soon);
    return day_cell(page, day, {}, !day ? Message() : *day < today ? Message("expired") : soon ? "soon" : Message());
}

TableCell state(const Page& page, const Held& held) {
    using Kind = Standing::Kind;
    if (!held.asked) {
        if (held.expired) return state_cell(page, {Kind::poor, "expired"});
        return state_cell(page, {Kind::none, "no role asks for it"});
    }
    switch (held.fit) {
        case Fit::met: return state_cell(page, {Kind::good, "as asked"});
        case Fit::missing: return state_cell(page, {Kind::bad, "no evidence found"});
        case Fit::expired: return state_cell(page, {Kind::bad, "expired"});
        case Fit::too_low: return state_cell(page, {Kind::bad, "not at the level that is asked for"});
        case Fit::level_unknown: return state_cell(page, unjudged("no level is stated"));
        case Fit::not_comparable:
        case Fit::undecided: break;
    }
    return state_cell(page, unjudged("the levels cannot be compared"));
}

ColumnOf<Held> competence_column(const Page& page) {
    return {{"competence", "Competence", {}, Column::Holds::record},
            [&](const Held& held) { return TableCell(page.titled(held.competence)); }};
}

void add_details(const Page& page, TableOf<Held>& table) {
    namespace entry = fields::person;
    table.add_column({{"asked_level", "Level asked for"},
                      [](const Held& held) { return raw(held.asked ? held.asked->level : std::string_view()); }});
    table.add_column(
        {{"level", "Level"}, [](const Held& held) { return raw(held.entry[entry::competences.level].text()); }});
    table.add_column({{"evidence", "Evidence"},
                      [](const Held& held) { return prose_cell(held.entry[entry::competences.evidence].text()); }});
    table.add_column({{"valid_until", "Valid until"}, [&](const Held& held) { return valid_until(page, held); }});
    table.add_column({{"state", "Today"}, [&](const Held& held) { return state(page, held); }});
}

Held held_as_asked(const Page& page, RecordId person, RecordId role, const RequiredCompetence& asked) {
    const Match match = page.facts.people().match(person, asked);
    return {person, asked.competence, asked, role, match.entry, match.fit, match.fit == Fit::expired};
}

}  // namespace

void add_competences_asked_for(Page& page, RecordId role) {
    TableOf<RequiredCompetence> table(
        {.key = "competences", .title = "Competences"},
        {{{"competence", "Competence", {}, Column::Holds::record},
          [&](const RequiredCompetence& each) { return TableCell(page.titled(each.competence)); }},
         {{"level", "Level"},
          [&](const RequiredCompetence& each) {
              return each.level.empty() ? TableCell(page.say("any")) : TableCell(raw(each.level));
          }},
         {{"renewed", "To be renewed every"},
          [&](const RequiredCompetence& each) {
              const RecordView competence = page.graph[each.competence];
              return as_written(page, competence[fields::competence::renew_every], "not stated");
          }},
         {{"asked_by", "Asked of", {}, Column::Holds::record},
          [&](const RequiredCompetence& each) { return TableCell(page.titled(each.stated_by)); }}});
    if (page.graph[role].active()) table.add_all(page.facts.people().required(role).all());
    Table asked = without_empty_columns(table.take());
    // "any" below each other says nothing.
    const std::span<const RequiredCompetence> all = page.facts.people().required(role).all();
    if (std::ranges::all_of(all, [](const RequiredCompetence& each) { return each.level.empty(); }))
        asked.columns[1].readers = Column::For::programs;
    page.add_titled(2, std::move(asked), page.say("None is asked for."));
}

void add_competences_of_holders(Page& page, RecordId role) {
    const People& people = page.facts.people();
    TableOf<Held> table({.key = "holders", .title = "Holders"},
                        {{{"person", "Person", {}, Column::Holds::record},
                          [&](const Held& held) { return TableCell(page.titled(held.person)); }},
                         competence_column(page)});
    add_details(page, table);
    Bullets without;
    for (const RecordId person : people.holders(role).people) {
        for (const RequiredCompetence& asked : people.required(role))
            table.add(held_as_asked(page, person, role, asked));
        if (people.required(role).empty()) without.items.push_back({Words(page.titled(person)), {}});
    }
    page.add_filled(without_empty_columns(table.take()));
    if (!without.items.empty()) page.add(std::move(without));
}

void add_competences_of_person(Page& page) {
    const People& people = page.facts.people();
    TableOf<Held> table(
        {.key = "competences", .title = "Competences"},
        {competence_column(page), {{"asked_by", "Asked for by", {}, Column::Holds::record}, [&](const Held& held) {
                                       return titled_cell(page, held.asked_by);
                                   }}});
    add_details(page, table);
    std::set<RecordId> told;
    for (const AskedCompetence& each : people.asked_of(page.subject)) {
        table.add(held_as_asked(page, page.subject, each.role, each.required));
        told.insert(each.required.competence);
    }
    for (const HeldCompetence& each : people.held(page.subject)) {
        if (told.contains(each.competence)) continue;
        table.add({page.subject, each.competence, std::nullopt, {}, each.entry, Fit::met, each.expired});
    }
    page.add_titled(2, without_empty_columns(table.take()), page.say("None is recorded, and none is asked for."));
}

}  // namespace ims
