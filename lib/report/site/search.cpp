#include <fmt/format.h>

#include "report/gap.h"
#include "report/page.h"
#include "report/sections/cells.h"
#include "report/site/site.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Texts, not names of records: a name of a person is found nowhere.
void add_texts(std::string& words, const FieldView& field) {
    if (field.is(ValueType::list) || field.is(ValueType::map)) {
        for (const FieldView& child : field.children()) add_texts(words, child);
    } else if (field.is(ValueType::text)) {
        words += ' ';
        words += field.text();
    }
}

// What is written of an incident may be about people, and stays on its own page. A catalogue has pages of its own.
std::string words_of(const Page& page, const RecordView& record) {
    std::string words(record.id());
    const DisciplineSet disciplines = page.facts.disciplines(record.record());
    if (!disciplines.empty()) words += ' ' + spoken(page.settings, disciplines);
    if (record.is(kinds::incident) || record.built_in()) return words;
    for (const FieldView& field : record.written()) {
        if (record.is(kinds::standard) && field.field() == fields::standard::clauses) continue;
        if (record.is(kinds::plan) && field.field() == fields::plan::calls) continue;  // somebody's telephone
        add_texts(words, field);
    }
    return words;
}

class SearchPage {
public:
    explicit SearchPage(const SiteInput& site)
        : site_(site), page_(site.input, kSearchPage, Page::Frame::paper, "Search") {}

    Document run() {
        for (const WantedReport& each : site_.reports) {
            if (each.report->kind == kAnyKind) add_record(each);
        }
        add_reports();
        // Twins tell one trouble from either side: either record leads to it.
        for (const Gap& gap : collect_gaps(page_)) add_gap(gap);
        search_.otherwise = page_.say(
            "To search, this page has to be open in a browser that runs its script. All records stand in lists by kind "
            "too: see {}.",
            to_report("the start page", kIndexOfReports));
        page_.add(std::move(search_));
        return page_.finish();
    }

private:
    void add_record(const WantedReport& wanted) {
        const RecordView record = page_.graph[wanted.subject];
        if (record.is(kinds::person)) return;
        std::string about = page_.say("{}", in_words(record.kind())).plain();
        if (record.retired()) about += ", retired";
        search_.entries.push_back(
            {std::string(record.title()), capitalised(about), target_of(wanted, page_.graph), words_of(page_, record)});
    }

    void add_reports() {
        for (const SiteGroup& group : site_groups(site_.reports, page_.graph)) {
            for (const SitePage& each : group.pages) {
                const std::string_view says = each.wanted != nullptr ? each.wanted->report->summary : "";
                search_.entries.push_back(
                    {each.title, each.wanted != nullptr ? "Report" : "List", each.target, std::string(says)});
            }
        }
    }

    void add_gap(const Gap& gap) {
        if (!gap.record.known()) return add_gap_of_whole(gap);
        if (page_.graph[gap.record].is(kinds::person)) return;
        const RecordView record = page_.graph[gap.record];
        const Words said = record.is(kinds::incident) ? capitalised(page_.say(rule_in_words(page_, gap.finding->rule)))
                                                      : page_.sentence(gap.finding->message);
        const std::string text = said.plain();
        if (text.empty()) return;
        search_.entries.push_back({text, page_.say("Found, {}: {}", gap.grade, plain(record.title())).plain(),
                                   fmt::format("{} {}", kAnyKind, record.name().text()),
                                   spoken(page_.settings, gap.disciplines)});
    }

    // Of the system, of a discipline, of what could not be read: the gap report tells all of them.
    void add_gap_of_whole(const Gap& gap) {
        const std::string text = page_.sentence(gap.finding->message).plain();
        if (text.empty()) return;
        search_.entries.push_back({text, page_.say("Found, {}: the system as a whole", gap.grade).plain(), "gaps",
                                   spoken(page_.settings, gap.disciplines)});
    }

    const SiteInput& site_;
    Page page_;
    Search search_;
};

}  // namespace

Document search_of_reports(const SiteInput& site) { return SearchPage(site).run(); }

}  // namespace ims
