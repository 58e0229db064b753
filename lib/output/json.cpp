// One object for programs. Keys are added to it in time; none is taken away.
#include <fmt/format.h>

#include "output/finding_json.h"
#include "output/fingerprint.h"
#include "output/format.h"

namespace ims {

void formats::json(const CheckResult& result, const Style&, const Sink& sink) {
    const Analysis& analysis = *result.analysis;
    sink(fmt::format(
        "{{\"version\": 1, \"today\": \"{}\", \"summary\": {{\"records\": {}, \"error\": {}, \"high\": {}, "
        "\"medium\": {}, \"low\": {}, \"unreadFiles\": {}, \"hiddenErrors\": {}}}, \"findings\": [",
        to_string(analysis.facts.today()), result.records, result.count(Grade::error), result.count(Grade::high),
        result.count(Grade::medium), result.count(Grade::low), analysis.graph.broken_files(), result.hidden_errors));
    const Positions positions(analysis.sources);
    const std::vector<std::string> known_as = fingerprints(analysis);
    for (std::size_t index = 0; index < result.findings.size(); ++index) {
        sink(index == 0 ? "\n  " : ",\n  ");
        const Finding& finding = result.finding(index);
        sink(finding_json(finding, result.rules()[finding.rule].name, known_as[result.findings[index]], positions));
    }
    sink(result.findings.empty() ? "]}\n" : "\n]}\n");
}

}  // namespace ims
