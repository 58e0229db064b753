// The register of documents: which are in force, who approved them, where they are, and which discipline has a policy.
#include "assess/performance/documents.h"
#include "assess/performance/locations.h"
#include "assess/performance/policies.h"
#include "base/text.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::documents {
namespace {

namespace own = fields::document;

TableCell approval(const Page& page, const RecordView& record) {
    const FieldView approved = record[own::approved];
    const auto by = target_of(page.graph, approved[own::approved.by]);
    const auto date = approved[own::approved.date].date();
    std::vector<Words> parts;
    if (by) parts.push_back(cell_name(page, by->record()));
    if (date) parts.push_back(page.say("{}", *date));
    return listed(parts);
}

// A file, an address, or in words where it lies otherwise.
TableCell location(const Page& page, const RecordView& record) {
    const std::string_view where = record[own::location].text();
    const std::string_view kept = record[own::kept].text();
    if (where.empty() && kept.empty()) return not_stated(page);
    std::vector<Words> parts;
    const std::string lower = to_lower(where);
    const bool web = lower.starts_with("https://") || lower.starts_with("http://");
    if (web) parts.emplace_back(url(where, where));
    else if (!where.empty()) parts.push_back(page.say("[[{0}|{1}]]", code(where), raw(where)));
    if (!kept.empty()) parts.push_back(raw(kept));
    return {listed(parts, "; "), where.empty() ? MachineValue(nullptr) : MachineValue(std::string(where))};
}

// The approved ones; where there is none, whether there may be one.
TableCell policies(const Page& page, const std::vector<RecordView>& documents, Discipline discipline) {
    std::vector<Inline> approved;
    Message unknown;
    for (const RecordView& document : documents) {
        if (!is_approved_policy(document)) continue;
        const DisciplineSet served = page.facts.disciplines(document.record());
        if (!served.empty() && !served.has(discipline)) continue;
        const Standing standing = standing_of(page, document);
        if (served.empty()) {
            unknown =
                make_message(page.arena(), "[[{0}|policy {1}]] names no discipline", plain(document.title()), document);
        } else if (!standing.known()) {
            unknown = make_message(page.arena(), "of [[{0}|policy {1}]], {2}", plain(document.title()), document,
                                   standing.why);
        } else {
            approved.push_back(page.titled(document.record()));
        }
    }
    if (!approved.empty()) return listed(approved);
    return unknown.empty() ? none_found(page, {kinds::document}) : state_cell(page, unjudged(unknown));
}

// One policy may serve all disciplines.
void add_policies(Register& out) {
    const Page& page = out.page;
    Table table{.key = "policies",
                .title = "Policies by discipline",
                .columns = {{"discipline", "Discipline"}, {"policies", "Approved policy", {}, Column::Holds::records}}};
    for (const Discipline discipline : page.settings.in_force()) {
        const std::string& name = page.settings.name(discipline);
        table.rows.push_back(
            {TableCell(raw(capitalised(spoken(name))), name), policies(page, out.records(), discipline)});
    }
    out.page.add_titled(2, std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input,
                 {.kind = kinds::document,
                  .report = "documents",
                  .title = "Documents",
                  .nothing = "no document is recorded. Begin with the policy: [[a file with `document`, `title`, "
                             "`type: policy`, `disciplines`, `location` (or `kept`, where it is no file) and, once it "
                             "is signed, `approved` with `by` and `date`|for which disciplines it is, where it lies "
                             "and, once it is signed, who approved it and when]].",
                  .columns = {{{"type", "Type"}, word_of(own::type)},
                              {{"version", "Version"}, text_of(own::version)},
                              {{"approved", "Approved"}, approval},
                              {{"location", "Where"}, location},
                              {{"kept", "Kept in", {}, {}, Column::For::programs}, text_of(own::kept)},
                              {{"supersedes", "Supersedes", {}, Column::Holds::records}, links_of({own::supersedes})},
                              {{"retention", "Kept for"}, text_of(own::retention)}},
                  .shown = "type"});
    out.begin();
    add_policies(out);
    return out.finish();
}

}  // namespace ims::reports::documents
