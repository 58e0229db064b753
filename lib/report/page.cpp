#include "report/page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "report/not_judged.h"
#include "schema/fields.h"

namespace ims {
namespace {

// GitHub's and GitLab's way of making an anchor from plain words.
std::string anchor_of(std::string_view words) {
    std::string anchor;
    for (const char c : to_lower(words)) {
        if (c == ' ') anchor += '-';
        else if (c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) anchor += c;
    }
    return anchor;
}

Words standards_of(const Page& page, const DisciplineInForce& discipline) {
    Words words;
    for (const std::string& id : discipline.standards) {
        words << (words.empty() ? "" : ", ");
        const auto standard = page.graph.find(kinds::standard, id);
        if (standard && !page.graph[*standard].unread()) words << page.titled(*standard);
        else words << id;
    }
    return words;
}

}  // namespace

Page::Page(const ReportInput& input, std::string_view report, std::string title, Frame frame)
    : analysis(input.analysis),
      graph(input.analysis.graph),
      facts(input.analysis.facts),
      settings(input.analysis.settings),
      rules(input.analysis.rules.book()),
      subject(input.subject),
      frame_(frame),
      positions_(input.analysis.sources) {
    document_.report = report;
    if (subject.known()) document_.subject = graph[subject].name();
    document_.title = std::move(title);
    document_.organisation = settings.organisation;
    document_.scope = settings.scope;
    document_.today = facts.today();
    if (frame_ == Frame::report) begin(input.commit);
}

void Page::begin(const std::string& commit) {
    // One colon is enough: where a title tells of which record it is, the organisation stands below.
    const bool of_record = document_.title.find(": ") != std::string::npos;
    Words title = document_.title;
    if (!of_record && !settings.organisation.empty()) title << ": " << settings.organisation;
    add(Heading{1, std::move(title), {}});
    // Else every table below looks as if all were well.
    const Coverage& coverage = analysis.judgement.coverage();
    if (coverage.nothing_in_force()) note(sentence(in_words(coverage)) << ".");
    Words disciplines;
    for (const DisciplineInForce& each : settings.disciplines) {
        disciplines << (disciplines.empty() ? "" : ", ");
        const std::string name = spoken(each.name);
        disciplines << (disciplines.empty() ? capitalised(name) : name);
        if (const Words standards = standards_of(*this, each); !standards.empty()) {
            disciplines << " (" << standards << ")";
        }
    }
    if (disciplines.empty()) disciplines << "none in force";
    Words day = to_string(facts.today());
    day << ", " << counted(analysis.record_count(), "record");
    Table card{
        .key = "about",
        .title = "About this report",
        .columns = {{"organisation", "Organisation", {}, {}, of_record ? Column::For::all : Column::For::programs},
                    {"scope", "Scope"},
                    {"disciplines", "Disciplines"},
                    {"today", "As of"}},
        .layout = Table::Layout::card};
    std::vector<std::string> names;
    for (const DisciplineInForce& each : settings.disciplines) names.push_back(each.name);
    card.rows.push_back({TableCell(settings.organisation), TableCell(settings.scope),
                         TableCell(std::move(disciplines), std::move(names)),
                         TableCell(std::move(day), to_string(facts.today()))});
    if (!commit.empty()) {
        card.columns.push_back({"commit", "Commit"});
        card.rows.back().emplace_back(commit);
    }
    add(std::move(card));
}

Document Page::finish() {
    if (frame_ == Frame::report) add_what_was_not_judged(*this);
    return std::move(document_);
}

namespace {

Inline link_to(const Positions& positions, Inline::Kind kind, Span span, std::string_view text) {
    Inline part;
    part.kind = kind;
    part.text = text;
    const std::string& path = positions.sources()[span.file].path;
    if (!path.starts_with("<built-in>")) {
        part.path = path;
        part.line = positions.position(span.file, span.begin).line;
    }
    return part;
}

}  // namespace

Inline Page::titled(RecordId record) const {
    Inline part = link_to(positions_, Inline::Kind::record, graph[record].id_span(), graph[record].title());
    part.target = graph[record].name();
    return part;
}

Inline Page::named(RecordId record) const {
    Inline part = titled(record);
    part.text = graph[record].id();
    return part;
}

Inline Page::full(RecordId record) const {
    Inline part = titled(record);
    part.text = part.target;
    return part;
}

Words Page::introduced(RecordId record) const {
    const RecordView view = graph[record];
    Words words = titled(record);
    std::string told = to_lower(view.title());
    std::ranges::replace(told, ' ', '-');
    if (told != view.id()) words << " " << code(view.id());
    return words;
}

Inline Page::placed(Span span, std::string_view text) const {
    return link_to(positions_, Inline::Kind::place, span, text);
}

Words Page::titles(const LinkedRecords& records) const {
    std::vector<Inline> links;
    for (const RecordView each : records) links.push_back(titled(each.record()));
    return listed(links);
}

Words Page::titles(std::span<const RecordId> records) const {
    std::vector<Inline> links;
    for (const RecordId id : records) links.push_back(titled(id));
    return listed(links);
}

Words Page::ids(const LinkedRecords& records) const {
    std::vector<Inline> links;
    for (const RecordView each : records) links.push_back(named(each.record()));
    return listed(links);
}

void Page::heading(int level, std::string_view words) {
    // The second of two equal headings gets a number, as on GitHub.
    std::string anchor = anchor_of(words);
    if (const std::size_t before = anchors_[anchor]++; before > 0) anchor += fmt::format("-{}", before);
    add(Heading{level, Words(words), std::move(anchor)});
}
void Page::say(Words words) { add(Paragraph{std::move(words)}); }
void Page::note(Words words) { add(Note{std::move(words)}); }
void Page::add(Block block) { document_.blocks.push_back(std::move(block)); }

void Page::add(std::vector<Block> blocks) {
    for (Block& block : blocks) add(std::move(block));
}

void Page::add_filled(Table table) {
    if (!table.rows.empty()) add(std::move(table));
}

void Page::add_titled(int level, Table table, Words none) {
    if (table.rows.empty() && none.empty()) return;
    heading(level, table.title);
    if (table.rows.empty()) say(std::move(none));
    else add(std::move(table));
}

std::string spoken(std::string_view discipline) {
    std::string words(discipline);
    std::ranges::replace(words, '-', ' ');
    return words;
}

std::string capitalised(std::string_view text) {
    std::string words(text);
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string spoken(const Settings& settings, DisciplineSet disciplines) {
    // No "and": it stands in the names of some.
    std::string names;
    for (const Discipline each : disciplines) {
        if (!names.empty()) names += ", ";
        names += spoken(settings.name(each));
    }
    return names;
}

Words sentence(std::string_view message) {
    Words words;
    const std::string text = capitalised(message);
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t tick = rest.find('`');
        const std::size_t end = tick == std::string_view::npos ? tick : rest.find('`', tick + 1);
        words << rest.substr(0, end == std::string_view::npos ? rest.size() : tick);
        if (end == std::string_view::npos) break;
        words << code(rest.substr(tick + 1, end - tick - 1));
        rest.remove_prefix(end + 1);
    }
    return words;
}

}  // namespace ims
