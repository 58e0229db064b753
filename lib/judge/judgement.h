// What all findings and facts come to: the one place that draws conclusions. Reports and formats read it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "judge/causes.h"
#include "judge/coverage.h"
#include "judge/explanations.h"
#include "judge/finding_list.h"
#include "judge/homes.h"
#include "judge/populations.h"

namespace ims {

class Judgement {
public:
    Judgement() = default;

    [[nodiscard]] const FindingList& findings() const { return parts_.findings; }
    [[nodiscard]] const Homes& homes() const { return parts_.homes; }
    [[nodiscard]] const Explanations& explanations() const { return parts_.explanations; }
    [[nodiscard]] const Populations& populations() const { return parts_.populations; }
    [[nodiscard]] const Coverage& coverage() const { return parts_.coverage; }
    // The gravest finding that is told of a record itself, the first of several; none: nothing is.
    [[nodiscard]] std::optional<FindingId> gravest(RecordId record) const;
    // All findings that are told of a record itself, in their order. Found once, so that a page for each record takes
    // no longer than what is found of it.
    [[nodiscard]] std::span<const FindingId> found_on(RecordId record) const;
    // The same of those that an exception accepts.
    [[nodiscard]] std::span<const FindingId> accepted_on(RecordId record) const;

    // The causes of what a view shows; see find_causes.
    [[nodiscard]] std::vector<Cause> causes(const std::function<bool(FindingId)>& shown) const;
    // … of all that is told.
    [[nodiscard]] std::vector<Cause> causes() const;

private:
    friend Judgement judge(const struct JudgeInput&);
    struct Parts {
        const Graph* graph = nullptr;
        const Facts* facts = nullptr;
        const RuleBook* rules = nullptr;
        FindingList findings;
        Homes homes;
        Explanations explanations;
        Populations populations;
        Arena said;  // what the coverage says
        Coverage coverage;
        std::vector<FindingId> gravest;                   // by record
        std::vector<std::vector<FindingId>> found_on;     // by record
        std::vector<std::vector<FindingId>> accepted_on;  // by record
        void find_by_record();
    };
    explicit Judgement(Parts parts) : parts_(std::move(parts)) {}
    Parts parts_;
};

}  // namespace ims
