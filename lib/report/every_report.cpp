#include "report/every_report.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "base/text.h"
#include "report/gap.h"
#include "report/page.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostUrgent = 10;
constexpr std::string_view kInShort = "In short";

Words told(const Page& page, const Gap& gap) {
    const Words grade = strong(capitalised(page.say("{}", gap.grade)));
    std::vector<Words> sentences;
    if (gap.population) sentences.push_back(page.say("{}: {}.", grade, capitalised(of_population(page, gap))));
    else sentences.push_back(page.say("{}: {}", grade, behind_place(page, gap, page.sentence(gap.finding->message))));
    if (!gap.follows.empty()) sentences.push_back(page.say("What follows from it: {}.", what_follows(page, gap)));
    if (gap.owner.known()) sentences.push_back(page.say("Who can mend it: {}.", page.called(gap.owner)));
    return in_a_row(sentences);
}

void add_most_urgent(Page& page, const std::vector<Gap>& gaps) {
    page.heading(2, "What is most urgent");
    add_what_was_judged(page);
    if (gaps.empty()) return page.paragraph("No gap was found in what was judged.");
    Bullets list;
    list.numbered = true;
    for (const Gap& gap : gaps) {
        // What is of a low grade is not urgent, unless there is nothing else.
        if (list.items.size() == kMostUrgent || (gap.grade == Grade::low && !list.items.empty())) break;
        list.items.push_back({told(page, gap), {}});
    }
    const std::size_t shown = list.items.size();
    page.add(std::move(list));
    const Inline gaps_report = to_report("gap report", "gaps");
    if (shown < gaps.size())
        page.paragraph("{0} more {0:cause stands|causes stand} in the {1}.", gaps.size() - shown, gaps_report);
    else page.paragraph("How to mend each stands in the {}.", gaps_report);
}

void add_whole_folder(Page& page, const std::vector<WantedReport>& reports, const std::vector<Words>& shorts) {
    Table table{.key = "reports",
                .title = "Reports",
                .columns = {{"report", "Report"}, {"shows", "What it shows"}, {"short", "In short"}}};
    for (std::size_t index = 0; index < reports.size(); ++index) {
        const WantedReport& each = reports[index];
        if (each.subject.known()) continue;
        std::string title(each.report->name);
        std::ranges::replace(title, '-', ' ');
        table.rows.push_back({to_report(capitalised(title), each.report->name),
                              TableCell(capitalised(raw(each.report->summary))), TableCell(shorts[index])});
    }
    page.heading(2, "Reports on the whole");
    page.add(std::move(table));
}

using Grades = std::array<std::size_t, 4>;  // the worst first
constexpr std::array<Grade, 4> kGrades = {Grade::error, Grade::high, Grade::medium, Grade::low};

// A table for each report that is about one record: the records with the most and the worst gaps first.
void add_about_records(Page& page, const std::vector<WantedReport>& reports, const std::vector<Gap>& gaps) {
    std::map<RecordId, Grades> counts;
    for (const Gap& gap : gaps) {
        if (!gap.record.known()) continue;
        for (std::size_t index = 0; index < kGrades.size(); ++index)
            counts[gap.record][index] += gap.grade == kGrades[index] ? 1U : 0U;
    }
    for (const Report& report : all_reports()) {
        if (report.subject != ReportSubject::required || report.kind == kAnyKind) continue;
        std::vector<std::pair<Grades, RecordId>> subjects;
        for (const WantedReport& each : reports) {
            if (each.report == &report && each.subject.known())
                subjects.emplace_back(counts[each.subject], each.subject);
        }
        if (subjects.empty()) continue;
        std::ranges::stable_sort(subjects, std::greater(), &std::pair<Grades, RecordId>::first);
        Table table{
            .key = fmt::format("{}-reports", report.name),
            .title = capitalised(fmt::format("{} by {}", report.name, report.kind)),
            .columns = {
                {"report", capitalised(report.kind)},
                {"id", "Id", {}, {}, page.audience() == Audience::editors ? Column::For::all : Column::For::programs}}};
        for (const Grade grade : kGrades) {
            table.columns.push_back(
                {std::string(to_string(grade)), capitalised(to_string(grade)), Column::Align::right});
        }
        for (const auto& [grades, record] : subjects) {
            auto& row = table.rows.emplace_back();
            row = {to_report(page.graph[record].title(), report.name, page.graph[record].name().text()),
                   page.named(record)};
            for (const std::size_t number : grades) row.push_back(TableCell::number(number));
        }
        page.heading(2, "For each {}", plain(report.kind));
        page.paragraph("{0}. The numbers are those of the gaps found in [[that very record|the {1} itself]].",
                       capitalised(raw(report.summary)), plain(report.kind));
        page.add(std::move(table));
    }
}

// A catalogue has a report of its own only where it is about something here: controls to be decided on, or a statement.
bool is_wanted(const Analysis& analysis, const RecordView& record) {
    if (record.unread() || record.retired()) return false;
    if (!record.is(kinds::standard)) return true;
    const StandardFacts* const standard = analysis.facts.clauses().find(record.record());
    return standard != nullptr && ((standard->in_force() && standard->has_annex) || !standard->statements.empty());
}

}  // namespace

std::vector<WantedReport> every_report(const Analysis& analysis, Persons persons) {
    std::vector<WantedReport> all;
    const Schema& schema = analysis.schema;
    for (const Report& report : all_reports()) {
        if (report.subject != ReportSubject::required) {
            all.push_back({&report, {}});
            continue;
        }
        if (report.kind == kAnyKind) {
            for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
                const KindId kind = KindId::from(index);
                if (!schema[kind].of_records() || kind == kinds::person) continue;
                for (const RecordId record : analysis.graph.of_kind(kind)) {
                    if (!analysis.graph[record].unread()) all.push_back({&report, record});
                }
            }
            continue;
        }
        const auto kind = schema.find_kind(report.kind);
        if (!kind || (*kind == kinds::person && persons == Persons::left_out)) continue;
        for (const RecordId record : analysis.graph.of_kind(*kind)) {
            if (is_wanted(analysis, analysis.graph[record])) all.push_back({&report, record});
        }
    }
    return all;
}

Words in_short(const Document& document) {
    bool here = false;
    for (const Block& block : document.blocks) {
        if (const Heading* const heading = std::get_if<Heading>(&block)) here = heading->words.plain() == kInShort;
        const Paragraph* const paragraph = std::get_if<Paragraph>(&block);
        if (!here || paragraph == nullptr) continue;
        Words words;
        for (const Inline& part : paragraph->words.parts()) {
            if (part.kind == Inline::Kind::section) words.add(raw(part.text));
            else words.add(part);
        }
        return words;
    }
    return {};
}

Document index_of_reports(const ReportInput& input, const std::vector<WantedReport>& reports,
                          const std::vector<Words>& shorts) {
    Page page(input, "index", "Reports");
    add_most_urgent(page, collect_causes(page));
    add_whole_folder(page, reports, shorts);
    add_about_records(page, reports, collect_gaps(page));
    return page.finish();
}

}  // namespace ims
