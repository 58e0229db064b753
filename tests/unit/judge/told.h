// Causes as a test compares them: by rule and record, "high vacant-role role/driver > one-deep process/deliver".
#pragma once

#include <string>
#include <vector>

#include "analyzed.h"
#include "base/words.h"
#include "output/check_result.h"

namespace ims::test {

inline std::string named(const Analysis& analysis, FindingId id) {
    const Finding& finding = analysis.judgement.findings()[id];
    const std::string rule(analysis.rules.book()[finding.rule].name);
    return finding.record.known() ? rule + " " + finding.record.text() : rule;
}

// Of the rules named, in their order; all where none is named. What is shown follows the filter.
inline std::vector<std::string> causes(const Analysis& analysis, const CheckFilter& filter = {}) {
    std::vector<std::string> out;
    for (const Cause& cause : choose_findings(analysis, filter).causes) {
        std::string text = std::string(to_string(cause.grade)) + " " + named(analysis, cause.first());
        if (cause.members.size() > 1) text += " x" + std::to_string(cause.members.size());
        if (cause.accepted) text += " (accepted)";
        for (const FindingId each : cause.explains) text += " > " + named(analysis, each);
        out.push_back(std::move(text));
    }
    return out;
}

// The one that begins so.
inline std::string cause(const Analysis& analysis, std::string_view beginning, const CheckFilter& filter = {}) {
    std::string all;
    for (const std::string& each : causes(analysis, filter)) {
        if (each.find(beginning) != std::string::npos && each.find(beginning) < each.find('>')) return each;
        all += each + "\n";
    }
    FAIL("no cause is ", std::string(beginning), " among\n", all);
    return {};
}

}  // namespace ims::test
