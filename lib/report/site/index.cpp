#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "assess/overview/due_dates.h"
#include "report/gap.h"
#include "report/page.h"
#include "report/prose.h"
#include "report/sections/register.h"
#include "report/site/site.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostUrgent = 5;
constexpr std::size_t kMostDue = 5;
constexpr std::size_t kMostSubjects = 20;

constexpr std::array<Grade, 4> kGrades = {Grade::error, Grade::high, Grade::medium, Grade::low};
using Grades = std::array<std::size_t, kGrades.size()>;  // the worst first

std::size_t place_of(Grade grade) {
    return static_cast<std::size_t>(std::ranges::find(kGrades, grade) - kGrades.begin());
}

class IndexPage {
public:
    IndexPage(const SiteInput& site, const std::vector<Words>& shorts)
        : site_(site), shorts_(shorts), page_(site.input, kIndexOfReports, Page::Frame::paper, "Where things stand") {
        for (const Gap& gap : collect_gaps(page_)) {
            if (gap.record.known()) ++counts_[gap.record][place_of(gap.grade)];
        }
    }

    Document run() {
        add_conclusion();
        add_due();
        add_whole_folder();
        add_about_records();
        add_all_records();
        add_about();
        return page_.finish();
    }

private:
    Words told(const Gap& gap) const {
        const Words grade = strong(capitalised(page_.say("{}", gap.grade)));
        std::vector<Words> sentences;
        if (gap.population) sentences.push_back(page_.say("{}: {}.", grade, capitalised(of_population(page_, gap))));
        else {
            sentences.push_back(
                page_.say("{}: {}", grade, behind_place(page_, gap, page_.sentence(gap.finding->message))));
        }
        if (!gap.follows.empty()) sentences.push_back(page_.say("What follows from it: {}.", what_follows(page_, gap)));
        if (gap.owner.known()) sentences.push_back(page_.say("Who can mend it: {}.", page_.called(gap.owner)));
        return in_a_row(sentences);
    }

    // "3 high, 5 medium"
    Words counted(const Grades& counts) const {
        std::vector<Words> parts;
        for (std::size_t index = 0; index < kGrades.size(); ++index) {
            if (counts[index] > 0) parts.push_back(page_.say("{} {}", counts[index], kGrades[index]));
        }
        return listed(parts);
    }

    void add_conclusion() {
        // Where nothing is in force the page says so already.
        add_what_was_judged(page_);
        const std::vector<Gap> causes = collect_causes(page_);
        if (causes.empty()) return page_.paragraph("No gap was found in what was judged.");
        Grades counts = {};
        for (const Gap& each : causes) ++counts[place_of(each.grade)];
        const Words found = strong(page_.say("{0} {0:cause|causes} of gaps {0:was|were} found", causes.size()));
        Bullets list;
        list.numbered = true;
        for (const Gap& gap : causes) {
            // What is of a low grade is not urgent, unless there is nothing else.
            if (list.items.size() == kMostUrgent || (gap.grade == Grade::low && !list.items.empty())) break;
            list.items.push_back({told(gap), {}});
        }
        page_.paragraph("{0} ({1}). {2:This is|These are} the most urgent.", found, counted(counts), list.items.size());
        page_.add(std::move(list));
        page_.paragraph("All of them, and how to mend each, stand in the {}; what is to be decided, in the {}.",
                        to_report("gap report", "gaps"), to_report("board report", "board"));
    }

    void add_due() {
        const std::vector<DueDate>& dates = page_.analysis.due_dates();
        const auto overdue =
            static_cast<std::size_t>(std::ranges::count_if(dates, [](const DueDate& each) { return each.overdue; }));
        std::vector<const DueDate*> shown;
        std::vector<const DueDate*> next;
        for (const DueDate& each : dates) {
            std::vector<const DueDate*>& among = each.overdue ? shown : next;
            if ((each.overdue || each.due) && among.size() < kMostDue) among.push_back(&each);
        }
        if (dates.empty()) return;
        shown.insert(shown.end(), next.begin(), next.end());
        page_.heading(2, "{}", overdue > 0 ? Message("What is overdue, and due next") : Message("What is due next"));
        const Inline calendar = to_report("calendar", "calendar");
        if (overdue > 0)
            page_.paragraph("{}. All dates stand in the {}.", strong(page_.say("{0} {0:is|are} overdue", overdue)),
                            calendar);
        else page_.paragraph("Nothing that has a day is overdue. All dates stand in the {}.", calendar);
        if (!shown.empty()) page_.add(due_table(page_, shown, "due-next", "What is due next"));
    }

    void add_whole_folder() {
        page_.heading(2, "Reports on the whole");
        Table table{.key = "reports",
                    .title = "Reports",
                    .columns = {{"report", "Report"}, {"shows", "What it shows"}},
                    .sortable = false};
        const std::string judged = page_.sentence(in_words(page_.analysis.judgement.coverage(), page_.arena())).plain();
        for (const SiteGroup& group : site_groups(site_.reports, page_.graph)) {
            for (const SitePage& each : group.pages) {
                if (each.wanted == nullptr) continue;
                const auto index = static_cast<std::size_t>(each.wanted - site_.reports.data());
                std::vector<Words> shows = {page_.say("{}.", capitalised(raw(each.wanted->report->summary)))};
                // What the papers on all of it conclude stands above.
                if (!shorts_[index].plain().starts_with(judged)) shows.push_back(shorts_[index]);
                Inline link = to_report(each.title, each.wanted->report->name);
                link.target = each.target;
                table.rows.push_back({TableCell(link), TableCell(in_a_row(shows))});
            }
        }
        page_.add(std::move(table));
    }

    // A table for each report that is about one record: the records with the most and the worst gaps first.
    void add_about_records() {
        for (const Report& report : all_reports()) {
            if (report.subject != ReportSubject::required || report.kind == kAnyKind) continue;
            std::vector<std::pair<Grades, RecordId>> subjects;
            for (const WantedReport& each : site_.reports) {
                if (each.report != &report || !each.subject.known()) continue;
                const auto found = counts_.find(each.subject);
                subjects.emplace_back(found == counts_.end() ? Grades{} : found->second, each.subject);
            }
            if (subjects.empty() || page_.graph[subjects.front().second].is(kinds::standard)) continue;
            std::ranges::stable_sort(subjects, std::greater(), &std::pair<Grades, RecordId>::first);
            add_subjects(report, subjects);
        }
    }

    void add_subjects(const Report& report, const std::vector<std::pair<Grades, RecordId>>& subjects) {
        const KindId kind = page_.graph[subjects.front().second].kind();
        Table table{.key = fmt::format("{}-reports", report.name),
                    .title = capitalised(fmt::format("{} by {}", report.name, report.kind)),
                    .columns = {{"report", capitalised(report.kind)}, {"gaps", "Gaps"}},
                    .most_shown = kind == kinds::person ? Table::kAllRows : kMostSubjects};
        for (const auto& [grades, record] : subjects) {
            Inline link = to_report(page_.graph[record].title(), report.name, page_.graph[record].name().text());
            table.rows.push_back({TableCell(std::move(link)),
                                  TableCell(grades == Grades{} ? page_.say("none found") : counted(grades))});
        }
        page_.heading(2, "For each {}", plain(report.kind));
        page_.paragraph("{0}. The gaps are those found in [[that very record|the {1} itself]].",
                        capitalised(raw(report.summary)), plain(report.kind));
        const bool more = table.rows.size() > table.most_shown;
        page_.add(std::move(table));
        if (more) page_.paragraph("The rest stands among {}.", link_to(kind));
    }

    [[nodiscard]] Inline link_to(KindId kind) const {
        Inline link = to_report(page_.say("all {}", plain(spoken(page_.graph.schema()[kind].plural))).plain(), "");
        link.target = target_of_records(page_.graph, kind);
        return link;
    }

    void add_all_records() {
        std::map<KindId, std::pair<std::size_t, std::size_t>> counts;  // all, and those with gaps
        for (const WantedReport& each : site_.reports) {
            if (each.report->kind != kAnyKind) continue;
            auto& [all, with_gaps] = counts[page_.graph[each.subject].kind()];
            ++all;
            if (counts_.contains(each.subject)) ++with_gaps;
        }
        Table table{.key = "kinds",
                    .title = "All records",
                    .columns = {{"kind", "Records"},
                                {"count", "How many", Column::Align::right},
                                {"with_gaps", "With gaps", Column::Align::right}}};
        for (const KindId kind : listed_kinds(site_.reports, page_.graph)) {
            Inline link = link_to(kind);
            link.text = capitalised(spoken(page_.graph.schema()[kind].plural));
            table.rows.push_back(
                {TableCell(link), TableCell::number(counts[kind].first), TableCell::number(counts[kind].second)});
        }
        page_.add_titled(2, std::move(table));
    }

    void add_about() {
        page_.heading(2, "About these pages");
        std::vector<Words> sentences = {page_.say("{0} {0:record was|records were} read, as of {1}.",
                                                  page_.analysis.record_count(), page_.facts.today())};
        if (!page_.settings.scope.empty())
            sentences.push_back(page_.say("Scope: {}.", raw(without_stop(page_.settings.scope))));
        if (!site_.input.commit.empty())
            sentences.push_back(page_.say("Version of the records: {}.", plain(site_.input.commit)));
        page_.paragraph(in_a_row(sentences));
    }

    const SiteInput& site_;
    const std::vector<Words>& shorts_;
    Page page_;
    std::map<RecordId, Grades> counts_;
};

}  // namespace

Document index_of_reports(const SiteInput& site, const std::vector<Words>& shorts) {
    return IndexPage(site, shorts).run();
}

}  // namespace ims
