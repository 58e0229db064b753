// The register of obligations: what the organisation has to do or promised, whether it does, and when that is looked at
// again; with the needs of interested parties that they come from.
#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::obligations {
namespace {

namespace own = fields::obligation;

// "law: Food Act § 12 (Northshire)"
TableCell source(const Page&, const RecordView& record) {
    Words words = record.word(own::source);
    if (const auto reference = record[own::reference].text(); !reference.empty()) words << ": " << reference;
    if (const auto where = record[own::jurisdiction].text(); !where.empty()) words << fmt::format(" ({})", where);
    return {std::move(words), std::string(record.word(own::source))};
}

void add_notices(Register& out) {
    Table table{.key = "notices",
                .title = "Duties to notify",
                .columns = {{"obligation", "Obligation", {}, Column::Holds::record},
                            {"within", "Notice within"},
                            {"from", "To whom", {}, Column::Holds::record},
                            {"given", "Notices given", {}, Column::Holds::records}}};
    for (const RecordView& record : out.records()) {
        const FieldView within = record[own::notify_within];
        if (!within.duration() || !applies(record)) continue;
        Words given;
        for (const Edge& edge : out.page.graph.references_to(record.record())) {
            const RecordView incident = out.page.graph[edge.other];
            if (edge.field != fields::incident::notified.obligation || incident.retired()) continue;
            given << (given.empty() ? "" : ", ") << out.page.titled(edge.other);
            for (const FieldView notice : incident[fields::incident::notified].children()) {
                const FieldView in = notice[fields::incident::notified.in];
                if (notice[fields::incident::notified.obligation].target() == record.record() && in)
                    given << fmt::format(" after {}", in.text());
            }
        }
        table.rows.push_back({out.page.titled(record.record()), within.text(),
                              linked_cell(out.page, record, {own::from}),
                              given.empty() ? none_found(out.page, {kinds::incident}) : TableCell(std::move(given))});
    }
    out.page.add_titled(2, std::move(table));
}

void add_exclusions(Register& out) {
    Table table{.key = "not-applying",
                .title = "Said not to apply",
                .columns = {{"obligation", "Obligation", {}, Column::Holds::record}, {"reason", "Reason"}}};
    for (const RecordView& record : out.records()) {
        if (applies(record)) continue;
        const FieldView reason = record[own::why_not];
        table.rows.push_back(
            {out.page.titled(record.record()), reason ? prose_cell(reason.text()) : not_stated("none is given")});
    }
    out.page.add_titled(2, std::move(table));
}

void add_needs(Register& out) {
    namespace party = fields::interested_party;
    Page& page = out.page;
    Table table{.key = "needs",
                .title = "What interested parties need",
                .columns = {{"party", "Interested party", {}, Column::Holds::record},
                            {"need", "Need"},
                            {"met_by", "Met by", {}, Column::Holds::records},
                            {"declined", "Declined because"}}};
    for (const RecordId id : page.graph.of_kind(kinds::interested_party)) {
        const RecordView record = page.graph[id];
        if (!record.active()) continue;
        for (const FieldView entry : record[party::needs].children()) {
            Words met = targets(page, entry[party::needs.met_by]);
            const std::string_view declined = entry[party::needs.declined].text();
            TableCell met_by(std::move(met));
            if (met_by.words.empty() && entry[party::needs.met_by])
                met_by = state_cell(unjudged("what meets it could not be found or read, or is retired"));
            else if (met_by.words.empty() && declined.empty()) met_by = TableCell("not decided");
            table.rows.push_back({page.titled(id), prose_cell(entry[party::needs.need].text()), std::move(met_by),
                                  prose_cell(declined)});
        }
    }
    page.add_titled(2, std::move(table),
                    sentence("no need of an interested party is recorded; each stands under `needs` of a party."));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input, {.kind = kinds::obligation,
                         .report = "obligations",
                         .title = "Obligations",
                         .nothing = "no obligation is recorded. Begin with the law whose breach would hurt most: a "
                                    "file with `obligation`, `title`, `source: law` and `requires`, and the "
                                    "`processes` that it binds.",
                         .columns = {{{"source", "Source"}, source},
                                     {{"requires", "Asks for"}, prose_of(own::requires_)},
                                     {{"binds", "Binds", {}, Column::Holds::records},
                                      links_of({own::processes, own::assets, own::sites}, "nothing is linked")},
                                     {{"controls", "Met by", {}, Column::Holds::records}, links_of({own::controls})}}});
    out.begin();
    add_notices(out);
    add_exclusions(out);
    add_needs(out);
    return out.finish();
}

}  // namespace ims::reports::obligations
