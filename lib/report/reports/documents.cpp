// The register of documents: which are in force, who approved them, where they are, and which discipline has a policy.
#include <fmt/format.h>

#include "assess/performance/documents.h"
#include "assess/performance/policies.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::documents {
namespace {

namespace own = fields::document;

bool approved(const RecordView& record) {
    const FieldView approved = record[own::approved];
    return approved[own::approved.by] && approved[own::approved.date];
}

RegisterState standing(const Page& page, const RecordView& record) {
    if (successor_of(record)) return {"superseded", Tone::muted};
    if (page.facts.missing_files().contains(std::string(record[own::location].text())))
        return {"file not found", Tone::bad};
    if (approved(record)) return {"approved", Tone::good};
    if (!needs_approval(record)) return {"in use", Tone::none};
    return {"no approval found", Tone::poor};
}

TableCell approval(const Page& page, const RecordView& record) {
    const FieldView approved = record[own::approved];
    const auto by = target_of(page.graph, approved[own::approved.by]);
    const auto date = approved[own::approved.date].date();
    Words words;
    if (by) words << page.titled(by->record());
    if (date) words << (words.empty() ? "" : ", ") << to_string(*date);
    return words;
}

TableCell location(const Page&, const RecordView& record) {
    const std::string_view where = record[own::location].text();
    const bool web = where.starts_with("https://") || where.starts_with("http://");
    if (where.empty()) return "not stated";
    return web ? url(where, where) : code(where);
}

// One policy may serve all disciplines.
void add_policies(Register& out) {
    const Page& page = out.page;
    Table table{.key = "policies",
                .title = "Policies by discipline",
                .columns = {{"discipline", "Discipline"}, {"policies", "Approved policy", {}, Column::Holds::records}}};
    for (const Discipline discipline : page.settings.in_force()) {
        Words words;
        for (const RecordView& record : out.records()) {
            if (!is_approved_policy(record)) continue;
            if (!page.facts.disciplines(record.record()).has(discipline)) continue;
            words << (words.empty() ? "" : ", ") << page.titled(record.record());
        }
        if (words.empty()) words << "none found";
        const std::string& name = page.settings.name(discipline);
        table.rows.push_back({TableCell(capitalised(spoken(name)), name), std::move(words)});
    }
    out.page.add_titled(2, std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(input,
                 {.kind = kinds::document,
                  .report = "documents",
                  .title = "Documents",
                  .nothing = "no document is recorded. Begin with the policy: a file with `document`, `title`, "
                             "`type: policy`, `disciplines`, `location` and, once it is signed, `approved` with "
                             "`by` and `date`.",
                  .columns = {{{"type", "Type"}, word_of(own::type)},
                              {{"version", "Version"}, text_of(own::version)},
                              {{"approved", "Approved"}, approval},
                              {{"location", "Where"}, location},
                              {{"supersedes", "Supersedes", {}, Column::Holds::records}, links_of({own::supersedes})},
                              {{"retention", "Kept for"}, text_of(own::retention)}},
                  .standing = standing});
    out.begin();
    add_policies(out);
    return out.finish();
}

}  // namespace ims::reports::documents
