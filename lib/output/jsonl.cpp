// A finding a line, each the object that the format json has it as.
#include "output/finding_json.h"
#include "output/fingerprint.h"
#include "output/format.h"

namespace ims {

void formats::jsonl(const CheckResult& result, const Style&, const Sink& sink) {
    const Positions positions(result.analysis->sources);
    const std::vector<std::string> known_as = fingerprints(*result.analysis);
    for (std::size_t index = 0; index < result.findings.size(); ++index) {
        const Finding& finding = result.finding(index);
        sink(finding_json(finding, result.rules()[finding.rule].name, known_as[result.findings[index]], positions));
        sink("\n");
    }
}

}  // namespace ims
