#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "assess/overview/due_dates.h"
#include "report/gap.h"
#include "report/page.h"
#include "report/sections/cells.h"
#include "report/sections/paper.h"
#include "report/sections/register_columns.h"
#include "report/site/site.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
// What is known of each record for all lists, found once.
struct RecordLists::Known {
    struct Found {
        std::size_t count = 0;
        Grade worst = Grade::low;
    };
    explicit Known(const SiteInput& site);
    std::map<RecordId, std::optional<Date>> next;
    std::map<RecordId, Found> found;
    std::map<RecordId, std::vector<const WantedReport*>> papers;  // what is handed over of it
};

RecordLists::Known::Known(const SiteInput& site) {
    const Page page(site.input, kRecordsPage, Page::Frame::none, "Records");
    for (const DueDate& each : page.analysis.due_dates()) {
        if (each.record.known() && each.due) next.try_emplace(each.record, each.due);
    }
    for (const Gap& gap : collect_gaps(page)) {
        if (!gap.record.known()) continue;
        Found& of_record = found[gap.record];
        ++of_record.count;
        of_record.worst = std::max(of_record.worst, gap.grade);
    }
    for (const WantedReport& each : site.reports) {
        if (each.subject.known() && each.report->kind != kAnyKind) papers[each.subject].push_back(&each);
    }
}

class RecordLists::List {
public:
    List(const SiteInput& site, const Known& known, KindId kind)
        : page_(site.input, kRecordsPage, Page::Frame::paper, "All {}",
                plain(spoken(site.input.analysis.schema[kind].plural))),
          known_(known),
          kind_(kind),
          kind_title_(capitalised(page_.say("{}", in_words(kind)).plain())) {
        for (const WantedReport& each : site.reports) {
            if (each.report->kind == kAnyKind && page_.graph[each.subject].is(kind)) records_.push_back(each.subject);
        }
        std::ranges::stable_sort(records_, {}, [&](RecordId record) {
            const RecordView view = page_.graph[record];
            return std::tuple(view.retired(), !view.active(), view.title());
        });
    }

    Document run() {
        TableOf<RecordView> table(
            {.key = "records", .title = page_.say("All {}", plain(spoken(page_.graph.schema()[kind_].plural))).plain()},
            {{{"record", kind_title_, {}, Column::Holds::record},
              [&](const RecordView& view) { return page_.introduced(view.record()); }}},
            page_.cells);
        add_papers(table);
        table.add_column({{"state", "Today"}, [&](const RecordView& view) { return state_cell(page_, view); }});
        if (has(fields::owner)) {
            table.add_column({facet("owner", "Owner"),
                              [&](const RecordView& view) { return linked_cell(page_, view, {fields::owner}); }});
        }
        // Of a process they are those of what concerns it.
        table.add_column({facet("disciplines", "Disciplines"), [&](const RecordView& view) {
                              return discipline_cell(page_, page_.facts.disciplines(view.record()));
                          }});
        if (has(fields::sites)) {
            table.add_column({facet("sites", "Site"),
                              [&](const RecordView& view) { return linked_cell(page_, view, {fields::sites}); }});
        }
        table.add_column({{"next", "Next date"}, [&](const RecordView& view) {
                              const auto found = known_.next.find(view.record());
                              return found == known_.next.end() ? TableCell() : TableCell::day(found->second);
                          }});
        table.add_column(
            {facet("worst", "Gravest gap"), [&](const RecordView& view) { return worst_cell(view.record()); }});
        table.add_column({{"gaps", "Gaps", Column::Align::right}, [&](const RecordView& view) {
                              const auto found = known_.found.find(view.record());
                              return TableCell::number(found == known_.found.end() ? 0 : found->second.count);
                          }});
        std::vector<RecordView> views;
        for (const RecordId record : records_) views.push_back(page_.graph[record]);
        add_field_columns(page_, kind_, views, table);
        table.add_all(views);
        page_.add(without_empty_columns(table.take()));
        Document document = page_.finish();
        document.subject = page_.graph.schema()[kind_].name;
        return document;
    }

private:
    [[nodiscard]] bool has(Field field) const { return page_.graph.schema().spec(kind_, field) != nullptr; }

    static Column facet(std::string key, std::string title) {
        Column column{std::move(key), std::move(title)};
        column.is_facet = true;
        return column;
    }

    void add_papers(TableOf<RecordView>& table) {
        const bool any = std::ranges::any_of(records_, [&](RecordId record) { return known_.papers.contains(record); });
        if (!any) return;
        table.add_column({{"papers", "On one page"}, [&](const RecordView& view) {
                              const RecordId record = view.record();
                              std::vector<Inline> links;
                              const auto found = known_.papers.find(record);
                              if (found == known_.papers.end()) return TableCell();
                              for (const WantedReport* const each : found->second) {
                                  links.push_back(to_report(paper_title(each->report->name), each->report->name,
                                                            page_.graph[record].name().text()));
                              }
                              return TableCell(listed(links));
                          }});
    }

    static std::string paper_title(std::string_view report) {
        if (report == "role") return "job description";
        if (report == "applicability") return "statement of applicability";
        if (report == "clauses") return "clause by clause";
        return fmt::format("{} on a page", report);
    }

    TableCell worst_cell(RecordId record) const {
        const auto found = known_.found.find(record);
        if (found == known_.found.end()) return {};
        return capitalised(page_.say("{}", found->second.worst));
    }

    Page page_;
    const Known& known_;
    KindId kind_;
    std::string kind_title_;
    std::vector<RecordId> records_;
};

RecordLists::RecordLists(const SiteInput& site) : site_(site), known_(std::make_unique<const Known>(site)) {}
RecordLists::~RecordLists() = default;
Document RecordLists::of(KindId kind) const { return List(site_, *known_, kind).run(); }

std::vector<Document> lists_of_records(const SiteInput& site) {
    const RecordLists lists(site);
    std::vector<Document> documents;
    for (const KindId kind : listed_kinds(site.reports, site.input.analysis.graph)) documents.push_back(lists.of(kind));
    return documents;
}

}  // namespace ims
