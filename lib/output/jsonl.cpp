// A finding a line, each the object that the format json has it as.
#include "output/finding_json.h"
#include "output/format.h"

namespace ims {

void formats::jsonl(const CheckResult& result, const Style&, const Sink& sink) {
    const ResultJson json(result);
    for (const FindingId id : result.listed) sink(json.finding(id) + "\n");
}

}  // namespace ims
