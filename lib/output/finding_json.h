// Findings as objects for programs, the same in every format that writes JSON.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "output/check_result.h"

namespace ims {

// A result on its way into JSON: what is asked of every finding again is looked up once.
class ResultJson {
public:
    explicit ResultJson(const CheckResult& result);

    // One object on one line. What it follows from (`explained_by`), the grade of the cause that it is (`cause_grade`),
    // and the population that it is one of stand only where there is one; `state` and `reason` where it is compared
    // with what was known before.
    [[nodiscard]] std::string finding(FindingId id) const;
    // A cause by its first finding, with what follows from it.
    [[nodiscard]] std::string cause(const Cause& cause) const;
    // What was judged, and what was left out.
    [[nodiscard]] std::string coverage() const;

private:
    [[nodiscard]] Json population(std::size_t place) const;
    [[nodiscard]] Json fingerprints_of(const std::vector<FindingId>& findings) const;
    const CheckResult& result_;
    Positions positions_;
    std::vector<std::string> known_as_;   // by FindingId
    std::vector<const Cause*> cause_of_;  // by FindingId: of those that stand for themselves
    std::vector<bool> explained_;         // by FindingId: it follows from another that is seen, or accepted
};

}  // namespace ims
