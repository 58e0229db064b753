// A line a finding, as editors and grep read it.
#include <fmt/format.h>

#include "base/text.h"
#include "output/format.h"

namespace ims {

void formats::concise(const CheckResult& result, const Style& style, const Sink& sink) {
    const Positions positions(result.analysis->sources);
    for (const FindingId id : result.findings) {
        const Finding& finding = result.finding(id);
        const Position at = positions.position(finding.span.file, finding.span.begin);
        sink(fmt::format("{}:{}:{}: {}[{}] {}\n", shown_path(style, result.analysis->sources[finding.span.file].path),
                         at.line, at.column, to_string(finding.grade), result.rules()[finding.rule].name,
                         visible(result.said(id))));
    }
}

}  // namespace ims
