#include "output/explain/explain.h"

#include <vector>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "check/example.h"
#include "check/rule_set.h"
#include "diagnostics/voice.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "output/document/raw_text.h"
#include "output/explain/page_text.h"
#include "output/finding_text.h"
#include "report/prose.h"

namespace ims {
namespace {

constexpr std::string_view kToday = "2026-06-01";  // the day for which the examples are written
constexpr std::size_t kMostFindings = 3;

struct Section {
    std::string_view heading;
    std::string_view text;
};

// A page is a paragraph and sections that begin with `## `.
std::vector<Section> sections_of(std::string_view page) {
    constexpr std::string_view kMark = "\n## ";
    std::vector<Section> sections;
    std::string_view heading;
    while (true) {
        const std::size_t next = page.find(kMark);
        sections.push_back({heading, trim(page.substr(0, next))});
        if (next == std::string_view::npos) return sections;
        page.remove_prefix(next + kMark.size());
        const std::size_t end = std::min(page.find('\n'), page.size());
        heading = page.substr(0, end);
        page.remove_prefix(end);
    }
}

// What the rule says of its example.
std::string findings_of(const RuleSet& rules, RuleId id, Style style) {
    MemoryFileSystem files;
    for (auto& [path, text] : example_files(rules[id].page.reported)) files.files["example/" + path] = text;
    FolderOptions options;
    options.root = "example";
    options.today = *parse_date(kToday);
    const auto analysis = analyze_folder(files, rules, options);
    IMS_ASSERT(analysis.has_value(), "the example of a rule cannot be read");
    if (style.columns > kIndentation) style.columns -= kIndentation;
    const Positions positions((*analysis)->sources);
    std::string text;
    std::size_t count = 0;
    for (const Finding& finding : (*analysis)->findings) {
        if (finding.rule != id || ++count > kMostFindings) continue;
        text += (text.empty() ? "" : "\n") +
                finding_text(finding, rules.book()[id].name, style, positions, GraphNames((*analysis)->graph));
    }
    return text;
}

// A file of records between fences of Markdown. No example holds a fence.
std::string fenced(std::string_view records) { return fmt::format("```yaml\n{}\n```\n", trim(records)); }

}  // namespace

std::string explain_rule(const RuleSet& rules, RuleId id, const Style& style) {
    const RuleEntry& about = rules.book()[id];
    const RulePage& shown = rules[id].page;
    PageText page(style);
    page.heading(fmt::format("{}: {}", about.name, for_editors(about.summary)));
    page.paragraph(raw(fmt::format("Grade {}{}, family {}.", to_string(about.grade),
                                   about.fixedness == Fixedness::fixed ? ", which is fixed" : "", about.family)));
    const std::vector<Section> sections = sections_of(shown.prose);
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const Section& section = sections[index];
        // The examples stand before the last section, which says how to mend it.
        if (index + 1 == sections.size() && !shown.reported.empty()) {
            page.heading("An example");
            page.lines(shown.reported);
            page.paragraph(raw("is reported:"));
            page.lines(findings_of(rules, id, style));
            page.heading("The same, mended");
            page.lines(shown.mended);
        }
        if (!section.heading.empty()) page.heading(section.heading);
        page.blocks(read_prose(section.text));
    }
    return page.take();
}

RuleHelp rule_help(const RuleSet& rules, RuleId id) {
    const RulePage& shown = rules[id].page;
    const std::vector<Section> sections = sections_of(shown.prose);
    const std::string_view first = sections.front().text;
    RuleHelp help;
    help.finds = one_line(first.substr(0, first.find("\n\n")));
    const Style style;
    PageText page(style);
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const Section& section = sections[index];
        if (index + 1 == sections.size() && !shown.reported.empty()) {
            page.heading("An example that is reported");
            page.lines(shown.reported);
            page.heading("The same, mended");
            page.lines(shown.mended);
            help.markdown += fmt::format("## An example that is reported\n\n{}\n## The same, mended\n\n{}\n",
                                         fenced(shown.reported), fenced(shown.mended));
        }
        if (!section.heading.empty()) {
            page.heading(section.heading);
            help.markdown += fmt::format("## {}\n\n", section.heading);
        }
        page.blocks(read_prose(section.text));
        help.markdown += fmt::format("{}\n\n", section.text);
    }
    help.text = page.take();
    help.markdown.resize(trim(help.markdown).size());
    return help;
}

}  // namespace ims
