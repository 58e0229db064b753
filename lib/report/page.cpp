#include "report/page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "report/not_judged.h"
#include "report/prose.h"
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
    std::vector<Words> standards;
    for (const std::string& id : discipline.standards) {
        const auto standard = page.graph.find(kinds::standard, id);
        const bool known = standard && !page.graph[*standard].unread();
        standards.push_back(known ? Words(page.titled(*standard)) : raw(id));
    }
    return listed(standards);
}

}  // namespace

Page::Page(const ReportInput& input, std::string_view report, Frame frame)
    : analysis(input.analysis),
      graph(input.analysis.graph),
      facts(input.analysis.facts),
      settings(input.analysis.settings),
      rules(input.analysis.rules.book()),
      subject(input.subject),
      made_for(input.made_for),
      cells(input.cells),
      frame_(frame),
      voice_{input.audience, graph, [this](RecordId record) { return titled(record); }, input.subject} {
    document_.report = report;
    if (subject.known()) document_.subject = graph[subject].name().text();
    document_.organisation = settings.organisation;
    if (made_for != ReportFor::authority) document_.scope = settings.scope;
    document_.today = facts.today();
}

void Page::begin(std::string title, const std::string& commit) {
    document_.title = std::move(title);
    if (frame_ == Frame::none) return;
    add(Heading{1, raw(document_.title), {}});
    // Else every table below looks as if all were well.
    const Coverage& coverage = analysis.judgement.coverage();
    const bool of_whole = frame_ == Frame::report || !subject.known();
    if (of_whole && coverage.nothing_in_force()) note(sentence(in_words(coverage, arena_)));
    add_line(commit);
}

void Page::add_line(const std::string& commit) {
    const bool counted = frame_ == Frame::report;
    const auto readers = counted ? Column::For::all : Column::For::programs;
    std::vector<Words> in_force;
    for (const DisciplineInForce& each : settings.disciplines) {
        const Words name = raw(spoken(each.name));
        const Words standards = standards_of(*this, each);
        in_force.push_back(standards.empty() ? name : say("{} ({})", name, standards));
    }
    Words disciplines = in_force.empty() ? say("no discipline in force") : capitalised(listed(in_force));
    Words day =
        counted ? say("{0}, {1} {1:record|records}", facts.today(), analysis.record_count()) : say("{}", facts.today());
    Table line{.key = "about",
               .title = "About this report",
               .columns = {{"organisation", "Organisation"},
                           {"scope", "Scope", {}, {}, readers},
                           {"disciplines", "Disciplines", {}, {}, readers},
                           {"today", "As of"}},
               .layout = Table::Layout::line};
    std::vector<std::string> names;
    for (const DisciplineInForce& each : settings.disciplines) names.push_back(each.name);
    line.rows.push_back(
        {TableCell(raw(settings.organisation)), TableCell(raw(without_stop(settings.scope)), settings.scope),
         TableCell(std::move(disciplines), std::move(names)), TableCell(std::move(day), to_string(facts.today()))});
    // An authority gets the facts of one thing, whoever reads them: nothing of how the organisation is run.
    if (made_for == ReportFor::authority) {
        line.columns.erase(line.columns.begin() + 1, line.columns.begin() + 3);
        line.rows.back().erase(line.rows.back().begin() + 1, line.rows.back().begin() + 3);
    }
    // What is handed over names no version.
    if (counted && !commit.empty()) {
        const bool for_readers = audience() == Audience::readers;
        line.columns.push_back({"commit", "Version of the records", {}, {}, readers});
        const std::string_view version = std::string_view(commit).substr(0, commit.find(','));
        const bool changed = version.size() < commit.size();
        line.rows.back().emplace_back(for_readers && changed ? say("version {}, and changes since", plain(version))
                                                             : say("version {}", plain(commit)),
                                      commit);
    }
    add(std::move(line));
}

Document Page::finish() {
    if (frame_ == Frame::report) add_what_was_not_judged(*this);
    return std::move(document_);
}

namespace {

Inline link_to(const LineStarts& lines, Inline::Kind kind, Span span, std::string_view text) {
    Inline part;
    part.kind = kind;
    part.text = text;
    const std::string& path = lines.sources()[span.file].path;
    if (!path.starts_with("<built-in>")) {
        part.path = path;
        part.line = lines.line(span.file, span.begin);
    }
    return part;
}

}  // namespace

Inline Page::titled(RecordId record) const {
    const std::string_view title = graph[record].title();
    Inline part = link_to(analysis.lines, Inline::Kind::record, graph[record].id_span(), title);
    // Nearly all are shorter, and stay as they are.
    if (title.size() > kLongestTitle) part.text = shorten(title, kLongestTitle);
    part.target = graph[record].name().text();
    return part;
}

TextArgument short_title(const RecordView& record) { return {record.title(), Written::plain, kLongestTitle}; }

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
    // No id is so long.
    std::string told = view.title().size() > kLongestTitle ? std::string() : to_lower(view.title());
    std::ranges::replace(told, ' ', '-');
    // Readers look for no id.
    if (told != view.id() && audience() == Audience::editors) {
        words.add(raw(" "));
        words.add(code(view.id()));
    }
    return words;
}

Inline Page::placed(Span span, std::string_view text) const {
    return link_to(analysis.lines, Inline::Kind::place, span, text);
}

bool Page::hides(RecordId record) const {
    const bool handed_on = frame_ != Frame::none || audience() == Audience::readers;
    return handed_on && graph[record].is(kinds::person) && record != subject;
}

Words Page::called(RecordId record) const { return hides(record) ? say("{}", record) : Words(titled(record)); }

Words Page::titles(const LinkedRecords& records) const {
    std::vector<Words> links;
    for (const RecordView each : records) links.push_back(called(each.record()));
    return in_a_list(links);
}

Words Page::titles(std::span<const RecordId> records) const {
    std::vector<Words> links;
    for (const RecordId id : records) links.push_back(called(id));
    return in_a_list(links);
}

Words Page::in_a_list(const std::vector<Words>& links) const {
    const bool commas =
        std::ranges::any_of(links, [](const Words& each) { return each.plain().find(',') != std::string::npos; });
    return listed(links, commas && audience() == Audience::readers ? "; " : ", ");
}

Words Page::ids(const LinkedRecords& records) const {
    std::vector<Inline> links;
    for (const RecordView each : records) links.push_back(named(each.record()));
    return listed(links);
}

Words Page::sentence(const Message& message) const {
    Words words = ims::capitalised(say(message));
    const std::string said = words.plain();
    if (!said.empty() && said.back() != '?') words.add(raw("."));
    return words;
}

void Page::heading(int level, Words words) {
    // The second of two equal headings gets a number, as on GitHub.
    std::string anchor = anchor_of(words.plain());
    if (const std::size_t before = anchors_[anchor]++; before > 0) anchor += fmt::format("-{}", before);
    add(Heading{level, std::move(words), std::move(anchor)});
}
void Page::fold_last() { std::get<Heading>(document_.blocks.back()).detail = true; }
void Page::paragraph(Words words) { add(Paragraph{std::move(words)}); }
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
    heading(level, raw(table.title));
    if (table.rows.empty()) paragraph(std::move(none));
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

}  // namespace ims
