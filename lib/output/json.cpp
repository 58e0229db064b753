// One object for programs. Keys are added to it in time; none is taken away.
#include <fmt/format.h>

#include "output/finding_json.h"
#include "output/format.h"

namespace ims {

void formats::json(const CheckResult& result, const Style&, const Sink& sink) {
    const Analysis& analysis = *result.analysis;
    sink(fmt::format(
        "{{\"version\": 1, \"today\": \"{}\", \"summary\": {{\"records\": {}, \"error\": {}, \"high\": {}, "
        "\"medium\": {}, \"low\": {}, \"unreadFiles\": {}, \"hiddenErrors\": {}}}, ",
        to_string(analysis.facts.today()), result.records, result.count(Grade::error), result.count(Grade::high),
        result.count(Grade::medium), result.count(Grade::low), analysis.graph.broken_files(), result.hidden_errors));
    const ResultJson json(result);
    // Piece by piece: a long result never stands in memory twice.
    const auto list = [&](std::string_view key, const auto& items, const auto& text_of) {
        sink(fmt::format("\"{}\": [", key));
        bool first = true;
        for (const auto& item : items) {
            sink(first ? "\n  " : ",\n  ");
            sink(text_of(item));
            first = false;
        }
        sink(first ? "]" : "\n]");
    };
    list("findings", result.findings, [&](FindingId id) { return json.finding(id); });
    sink(", ");
    list("causes", result.causes, [&](const Cause& cause) { return json.cause(cause); });
    sink(fmt::format(", \"coverage\": {}}}\n", json.coverage()));
}

}  // namespace ims
