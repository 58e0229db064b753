// All roles of one person as one job description, with what they are able to do, until when, and what was found about
// them. For that person and who is in charge of people alone.
#include "report/gap.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/competences.h"
#include "report/sections/job.h"
#include "report/sections/paper.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::person {
namespace {

void add_place(Page& page, const std::vector<RecordId>& roles) {
    const RecordView person = page.graph[page.subject];
    CardTable card("place", "Place in the organisation");
    card.add("roles", "Roles", roles.empty() ? TableCell(page.say("none")) : TableCell(page.titles(roles)),
             Column::Holds::records);
    std::vector<Words> purposes;
    for (const RecordId role : roles) {
        const FieldView purpose = page.graph[role][fields::role::purpose];
        if (!purpose) continue;
        const Words text = read_prose_line(purpose.text());
        purposes.push_back(roles.size() > 1 ? page.say("{}: {}", page.titled(role), text) : text);
    }
    card.add("purpose", "Purpose", listed(purposes, " "));
    card.add("reports_to", "Reports to", reports_to(page, roles), Column::Holds::records);
    card.add("leads", "Leads", led_by(page, roles), Column::Holds::records);
    card.add("stands_in_for", "Stands in for", stands_in_for(page, roles), Column::Holds::records);
    card.add("deputies", "Is stood in for by", deputies_cell(page, roles), Column::Holds::records);
    card.add("left", "Left", TableCell::day(person[fields::person::left].date()));
    page.add(card.take());
    if (const std::string_view text = person[fields::description].text(); !text.empty()) page.add(read_prose(text));
}

void add_found(Page& page) {
    page.heading(2, "What was found");
    const std::vector<Gap> gaps = collect_gaps_of(page, page.subject);
    if (gaps.empty()) return page.paragraph("No gap was found.");
    Bullets list;
    for (const Gap& gap : gaps) list.items.push_back(told_in_full(page, gap));
    page.add(std::move(list));
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "person", Page::Frame::paper, "Roles of {}", plain(input.analysis.graph[input.subject].title()));
    page.note("For this person and whoever is in charge of people alone.");
    add_status(page);
    const std::vector<RecordId> roles = page.facts.people().roles_of(page.subject);
    add_place(page, roles);
    add_competences_of_person(page);
    if (!roles.empty()) {
        add_tasks(page, roles);
        add_asked_and_told(page, roles);
        add_in_an_emergency(page, roles);
        add_authority(page, roles);
        add_not_to_combine(page, roles);
    }
    add_found(page);
    if (!roles.empty()) {
        const Words superior = reports_to(page, roles);
        add_signatures(page,
                       {Words(page.titled(page.subject)),
                        superior.empty() ? page.say("For the organisation") : page.say("Superior ({})", superior)});
    }
    return page.finish();
}

}  // namespace ims::reports::person
