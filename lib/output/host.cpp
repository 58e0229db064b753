#include "output/host.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

HostLevel host_level(Grade grade) {
    switch (grade) {
        case Grade::error: return HostLevel::error;
        case Grade::high:
        case Grade::medium: return HostLevel::warning;
        case Grade::low: break;
    }
    return HostLevel::note;
}

HostPlace host_place(Span span, const Positions& positions, const Style& style) {
    const SourceMap& sources = positions.sources();
    if (sources.is_built_in(span.file)) return {host_path(style, "ims.yaml"), {}, {}};
    return {host_path(style, sources[span.file].path), positions.position(span.file, span.begin),
            positions.position(span.file, span.end)};
}

std::string to_string(const HostPlace& place) {
    return fmt::format("{}:{}:{}", visible(place.path), place.begin.line, place.begin.column);
}

std::string host_message(const CheckResult& result, FindingId id) {
    const Finding& finding = result.finding(id);
    std::string text = visible(result.said(id));
    for (const Message& note : finding.notes) text += "\n" + visible(result.words(note));
    if (!finding.help.empty()) text += "\nhelp: " + visible(result.words(finding.help));
    return text;
}

std::string rule_address(const Style& style, const RuleEntry& rule) {
    if (style.docs.empty()) return {};
    return fmt::format("{}/lib/check/rules/{}/{}.md", style.docs, rule.family, rule.name);
}

}  // namespace ims
