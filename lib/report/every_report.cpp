#include "report/every_report.h"

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::string_view kInShort = "In short";

}  // namespace

bool has_own_reports(const Analysis& analysis, const RecordView& record) {
    if (record.unread() || record.retired()) return false;
    if (!record.is(kinds::standard)) return true;
    const StandardFacts* const standard = analysis.facts.clauses().find(record.record());
    return standard != nullptr && ((standard->in_force() && standard->has_annex) || !standard->statements.empty());
}

std::vector<WantedReport> every_report(const Analysis& analysis, Persons persons) {
    std::vector<WantedReport> all;
    const Schema& schema = analysis.schema;
    for (const Report& report : all_reports()) {
        if (looks_back(report)) continue;
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
            if (has_own_reports(analysis, analysis.graph[record])) all.push_back({&report, record});
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

std::string target_of(const WantedReport& wanted, const Graph& graph) {
    std::string target(wanted.report->name);
    if (wanted.subject.known()) target += fmt::format(" {}", graph[wanted.subject].name().text());
    return target;
}

}  // namespace ims
