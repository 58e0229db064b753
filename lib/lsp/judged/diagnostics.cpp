#include "lsp/judged/diagnostics.h"

#include <utility>

#include "base/json_text.h"
#include "base/text.h"
#include "diagnostics/rules.h"
#include "link/graph_names.h"
#include "output/host.h"

namespace ims {
namespace {

constexpr int kUnnecessary = 1;  // tags of a diagnostic
constexpr int kDeprecated = 2;

void write(JsonText& out, TextPosition position) {
    out.begin_object();
    out.member("line", position.line);
    out.member("character", position.character);
    out.end_object();
}

void write(JsonText& out, const TextRange& range) {
    out.begin_object();
    out.key("start");
    write(out, range.begin);
    out.key("end");
    write(out, range.end);
    out.end_object();
}

}  // namespace

bool is_left_to_others(const Client& client, RuleId rule) {
    return !client.yaml_syntax && (rule == RuleId::invalid_yaml || rule == RuleId::duplicate_key);
}

int severity_of(Grade grade) {
    switch (grade) {
        case Grade::error: return 1;
        case Grade::high:
        case Grade::medium: return 2;
        case Grade::low: break;
    }
    return 3;
}

TextRange DiagnosticWriter::range(Span span) const {
    const TextLines lines(graph_.sources()[span.file].bytes, lines_.of(span.file));
    return lines.range({span.begin, span.end}, client_.encoding);
}

void DiagnosticWriter::write(const Finding& finding, std::string_view news, const TextLines* now,
                             const MovedText* moved, std::string& text) const {
    if (is_left_to_others(client_, finding.rule)) return;
    if (!text.empty() && !text.ends_with('[')) text += ',';
    const RuleEntry& rule = rules_[finding.rule];
    JsonText out(text);
    out.begin_object();
    out.key("range");
    const ByteRange bytes{finding.span.begin, finding.span.end};
    if (now != nullptr) ims::write(out, now->range(moved == nullptr ? bytes : (*moved)(bytes), client_.encoding));
    else ims::write(out, range(finding.span));
    out.member("severity", static_cast<unsigned>(severity_of(finding.grade)));
    out.member("code", rule.name);
    if (client_.rule_links) {
        if (const std::string address = rule_address({}, rule); !address.empty()) {
            out.key("codeDescription");
            out.begin_object();
            out.member("href", address);
            out.end_object();
        }
    }
    out.member("source", "ims");
    out.member("message", told_lines(finding, news, graph_));
    if (client_.tags && rule.faded != Faded::no) {
        out.key("tags");
        out.begin_list();
        out.value(static_cast<unsigned>(rule.faded == Faded::unused ? kUnnecessary : kDeprecated));
        out.end_list();
    }
    if (client_.related_places && !finding.labels.empty()) {
        out.key("relatedInformation");
        out.begin_list();
        for (const Label& label : finding.labels) {
            out.begin_object();
            out.key("location");
            out.begin_object();
            out.member("uri", uri_(label.span.file));
            out.key("range");
            ims::write(out, range(label.span));
            out.end_object();
            out.member("message", for_editors(label.says, graph_));
            out.end_object();
        }
        out.end_list();
    }
    out.end_object();
}

std::string told_lines(const Finding& finding, std::string_view news, const Graph& graph) {
    std::string text(news);
    if (!text.empty()) text += ": ";
    text += for_editors(finding.message, graph);
    for (const Message& note : finding.notes) text += "\n" + for_editors(note, graph);
    if (!finding.help.empty()) text += "\nhelp: " + for_editors(finding.help, graph);
    return text;
}

}  // namespace ims
