// Findings as objects for programs, the same in every format that writes JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "output/check_result.h"

namespace ims {

// A result on its way into JSON: what is asked of every finding again is looked up once.
class ResultJson {
public:
    explicit ResultJson(const CheckResult& result);

    // Writes each at the end of `out`: one object on one line. What it follows from (`explained_by`), the grade of the
    // cause that it is (`cause_grade`), and the population that it is one of stand only where there is one; `state` and
    // `reason` where it is compared with what was known before. From several threads at once.
    void findings(std::span<const FindingId> of, std::string_view before, std::string_view after,
                  std::string& out) const;
    // The same of causes, each by its first finding, with what follows from it.
    void causes(std::span<const Cause> of, std::string_view before, std::string& out) const;
    // What was judged, and what was left out.
    [[nodiscard]] std::string coverage() const;

private:
    class PieceWriter;
    [[nodiscard]] Json population(std::size_t place) const;
    const CheckResult& result_;
    std::vector<std::string> known_as_;     // by FindingId
    std::vector<const Cause*> cause_of_;    // by FindingId: of those that stand for themselves
    std::vector<bool> explained_;           // by FindingId: it follows from another that is seen, or accepted
    std::vector<std::string> populations_;  // as JSON
};

}  // namespace ims
