// A role's job description, to hand over and sign: what it is for, what it does, what it may decide, what it must be
// able to do. Who holds it, and what is missing, is for whoever leads them (`--for manager`).
#include <algorithm>

#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/competences.h"
#include "report/sections/job.h"
#include "report/sections/paper.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::role {
namespace {

namespace own = fields::role;

void add_place(Page& page, std::span<const RecordId> roles) {
    const RecordView role = page.graph[page.subject];
    CardTable card("place", "Place in the organisation");
    card.add("purpose", "Purpose", prose_cell(role[own::purpose].text()));
    card.add("reports_to", "Reports to", reports_to(page, roles), Column::Holds::records);
    card.add("leads", "Leads", led_by(page, roles), Column::Holds::records);
    card.add("stands_in_for", "Stands in for", stands_in_for(page, roles), Column::Holds::records);
    const TableCell deputies = deputies_cell(page, roles);
    const bool group = role.says_yes(own::group);
    const bool everyone = role.active() && page.facts.people().only_included(page.subject);
    card.add("deputies", "Is stood in for by",
             !deputies.words.empty() ? deputies
             : group                 ? TableCell(page.say("nobody in particular: it is a team or a community"))
             : everyone              ? TableCell(page.say("nobody in particular: it is part of other roles"))
                                     : not_stated(page),
             Column::Holds::records);
    card.add("includes", "Has the tasks of", page.titles(role.linked(own::includes)), Column::Holds::records);
    page.add(card.take());
    if (const std::string_view text = role[fields::description].text(); !text.empty()) page.add(read_prose(text));
}

void add_holders(Page& page) {
    const Holders& holders = page.facts.people().holders(page.subject);
    page.heading(2, "Holders");
    if (page.facts.people().only_included(page.subject)) page.paragraph("Everyone who takes over its part.");
    else if (holders.vacant()) page.paragraph("{}", strong("Nobody at present."));
    else if (!holders.known && holders.count() == 0) page.paragraph("Not stated.");
    else if (holders.people.empty()) page.paragraph("{}, without a name.", holder_words(page, holders));
    else if (holders.unnamed > 0)
        page.paragraph("{}, {} of them without a name.", holder_words(page, holders), holders.unnamed);
    else page.paragraph("{}.", holder_words(page, holders));
    add_competences_of_holders(page, page.subject);
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "role", Page::Frame::paper, "Job description: {}",
              plain(input.analysis.graph[input.subject].title()));
    const std::vector<RecordId> roles = {page.subject};
    add_status(page);
    add_place(page, roles);
    add_tasks(page, roles);
    add_asked_and_told(page, roles);
    add_in_an_emergency(page, roles);
    add_authority(page, roles);
    add_not_to_combine(page, roles);
    add_competences_asked_for(page, page.subject);
    if (page.made_for == ReportFor::manager) {
        add_holders(page);
        static constexpr KindId kNearby[] = {kinds::competence};
        add_missing(page, kNearby);
        return page.finish();
    }
    const Words superior = reports_to(page, roles);
    add_signatures(page, {page.say("Holder of the role"),
                          superior.empty() ? page.say("For the organisation") : page.say("Superior ({})", superior)});
    return page.finish();
}

}  // namespace ims::reports::role
