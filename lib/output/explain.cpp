#include "output/explain.h"
#include "engine/analyze_folder.h"

#include <vector>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "check/example.h"
#include "check/rule_set.h"
#include "diagnostics/voice.h"
#include "link/graph_names.h"
#include "output/document/document_format.h"
#include "output/finding_text.h"
#include "report/prose.h"

namespace ims {
namespace {

constexpr std::string_view kIndent = "    ";
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

std::string indented(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) out.append(kIndent).append(line);
        out += '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

std::string as_text(std::vector<Block> blocks, const Style& style) {
    Document document;
    document.blocks = std::move(blocks);
    DocumentStyle look;
    look.columns = style.columns;
    look.color = style.color;
    std::string text;
    document_formats::text(document, look, [&](std::string_view piece) { text += piece; });
    return text;
}

std::string heading(std::string_view words, int level, const Style& style) {
    return as_text({Heading{level, raw(words), {}}}, style);
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
    if (style.columns > kIndent.size()) style.columns -= kIndent.size();
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

}  // namespace

std::string explain_rule(const RuleSet& rules, RuleId id, const Style& style) {
    const RuleEntry& about = rules.book()[id];
    const RulePage& shown = rules[id].page;
    std::string text = heading(fmt::format("{}: {}", about.name, for_editors(about.summary)), 1, style);
    text += fmt::format("\nGrade {}{}, family {}.\n", to_string(about.grade),
                        about.fixedness == Fixedness::fixed ? ", which is fixed" : "", about.family);
    const std::vector<Section> sections = sections_of(shown.prose);
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const Section& section = sections[index];
        // The examples stand before the last section, which says how to mend it.
        if (index + 1 == sections.size() && !shown.reported.empty()) {
            text += "\n" + heading("An example", 2, style) + "\n" + indented(shown.reported);
            text += "\nis reported:\n\n" + indented(findings_of(rules, id, style));
            text += "\n" + heading("The same, mended", 2, style) + "\n" + indented(shown.mended);
        }
        if (!section.heading.empty()) text += "\n" + heading(section.heading, 2, style);
        text += "\n" + as_text(read_prose(section.text), style);
    }
    return text;
}

}  // namespace ims
