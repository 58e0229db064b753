// A record: what it is called, who answers for it, what names it, what is found on it.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "link/graph_names.h"
#include "lsp/told/told_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostTold = 3;

void tell_owner(const RecordView& record, ToldText& text) {
    const FieldView owner = record[fields::owner];
    if (!owner) return;
    const auto target = target_of(record.graph(), owner);
    text.paragraph().own("Owner: ");
    if (target) text.raw(target->title()).own(" (").code(owner.text()).own(")");
    else text.code(owner.text()).own(", of whom nothing is known");
}

// How many records name it, and by which fields.
void tell_who_names_it(const RecordView& record, ToldText& text) {
    const Graph& graph = record.graph();
    std::vector<RecordId> all;
    std::map<Field, std::vector<RecordId>> by_field;
    for (const Edge& edge : graph.references_to(record.record())) {
        all.push_back(edge.other);
        by_field[edge.field].push_back(edge.other);
    }
    const auto count = [](std::vector<RecordId>& records) {
        std::ranges::sort(records);
        records.erase(std::unique(records.begin(), records.end()), records.end());
        return records.size();
    };
    text.paragraph();
    const std::size_t total = count(all);
    if (total == 0) {
        text.own(graph.anything_unread() ? "No record that could be read names it." : "No record names it.");
        return;
    }
    std::vector<std::pair<std::size_t, Field>> fields;
    for (auto& [field, records] : by_field) fields.emplace_back(count(records), field);
    std::ranges::stable_sort(fields, std::greater<>(), [](const auto& each) { return each.first; });
    text.own(fmt::format("Named by {}: ", counted(total, "record")));
    const std::size_t shown = std::min(fields.size(), kMostTold);
    for (std::size_t place = 0; place < shown; ++place) {
        text.own(place == 0 ? "" : ", ").code(graph.schema().path(fields[place].second));
        if (total > 1) text.own(fmt::format(" of {}", fields[place].first));
    }
    if (shown < fields.size()) text.own(" …");
    text.own(graph.anything_unread() ? "; some could not be read." : ".");
}

void tell_grades(const Judgement& judgement, std::span<const FindingId> found, ToldText& text) {
    std::map<Grade, std::size_t> by_grade;
    for (const FindingId each : found) ++by_grade[judgement.findings()[each].grade];
    std::string counts;
    for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
        if (!by_grade.contains(grade)) continue;
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", by_grade[grade], to_string(grade));
    }
    text.own(fmt::format("Found on it: {}", counts));
}

// By what was last judged.
void tell_findings(const Asked& asked, const RecordView& record, ToldText& text) {
    const Judgement& judgement = asked.judged->analysis->judgement;
    const std::span<const FindingId> found = judgement.found_on(record.record());
    const std::size_t accepted = judgement.accepted_on(record.record()).size();
    text.paragraph();
    if (found.empty()) text.own("Nothing is found on it");
    else tell_grades(judgement, found, text);
    if (accepted > 0) text.own(fmt::format(", {} accepted", accepted));
    text.own(found.empty() ? "." : "\n");
    std::vector<FindingId> worst(found.begin(), found.end());
    std::ranges::stable_sort(worst, std::greater<>(), [&](FindingId each) { return judgement.findings()[each].grade; });
    for (std::size_t place = 0; place < std::min(worst.size(), kMostTold); ++place)
        text.item().said(for_editors(judgement.findings()[worst[place]].message, record.graph()));
    if (worst.size() > kMostTold) text.item().own(fmt::format("{} more", worst.size() - kMostTold));
}

}  // namespace

void tell_records(const Graph& graph, std::span<const RecordId> records, ToldText& text) {
    constexpr std::size_t kMost = 5;
    const std::size_t shown = records.size() <= kMost + 1 ? records.size() : kMost;
    for (std::size_t place = 0; place < shown; ++place) {
        const bool last = place + 1 == records.size();
        text.own(place == 0 ? "" : last ? " and " : ", ").code(graph[records[place]].name().text());
    }
    if (shown < records.size()) text.own(fmt::format(" and {} more", records.size() - shown));
}

std::string told_of_record(const Asked& asked, RecordId record) {
    const Graph& graph = asked.judged->graph();
    const RecordView view = graph[record];
    ToldText text(asked.client);
    text.strong(view.unread() ? view.id() : view.title()).paragraph();
    text.raw(in_words(view.kind_name())).own(" ").code(view.id());
    if (view.status() == Status::draft) text.own(", a draft");
    if (view.retired()) text.own(", retired");
    if (view.unread()) {
        text.paragraph().own("It could not be read, so that nothing more is known of it.");
        return text.take();
    }
    if (const std::string_view says = view[fields::description].text(); !says.empty())
        text.paragraph().raw(shorten(says, 300));
    tell_owner(view, text);
    if (view.built_in()) text.paragraph().own("It comes with ims.");
    tell_who_names_it(view, text);
    if (!view.built_in()) tell_findings(asked, view, text);
    return text.take();
}

}  // namespace ims
