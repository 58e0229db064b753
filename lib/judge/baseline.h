// The baseline of a folder: findings that were there when it began, so that a run can look at what came since. A file
// of text beside ims.yaml, a line a finding; git merges it line by line.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "diagnostics/rule_book.h"
#include "judge/finding_list.h"

namespace ims {

// Beside ims.yaml.
inline constexpr std::string_view kBaselineFile = ".ims-baseline";

// What a baseline says of one finding. Only grade, fingerprint and disciplines count; the rest is for people.
struct BaselineLine {
    std::string where;  // the finding's record, `role/cashier`, or its path where it is on none
    std::string rule;
    Grade grade = Grade::low;
    std::string fingerprint;
    std::vector<std::string> disciplines;  // sorted by bytes
    std::uint32_t number = 0;              // of the line in the file, from 1; 0: of none
    auto operator<=>(const BaselineLine&) const = default;
};

struct Baseline {
    std::optional<Date> day;          // for which it was written; of several the earliest
    std::vector<BaselineLine> lines;  // sorted by fingerprint; order and repetitions in the file mean nothing

    // Those of a fingerprint.
    [[nodiscard]] std::span<const BaselineLine> of(std::string_view fingerprint) const;
    // Whether a line holds back a finding of this fingerprint: at no higher grade, with no further discipline.
    [[nodiscard]] bool holds(std::string_view fingerprint, Grade grade,
                             const std::vector<std::string>& disciplines) const;
};

// What is broken is never held back, nor what is wrong with the baseline itself.
bool may_be_held(const Finding& finding, const RuleBook& rules);

// Whether a finding is no worse than what was known: at no higher grade, with no further discipline. Both lists are
// sorted.
bool is_no_worse(Grade grade, const std::vector<std::string>& disciplines, Grade known_grade,
                 const std::vector<std::string>& known_disciplines);

// What counts of a line: two that say the same are one.
inline auto said_by(const BaselineLine& line) { return std::tie(line.fingerprint, line.grade, line.disciplines); }

// `path`: how an error calls the file. An error where a line is none, such as the marker of a conflict.
Result<Baseline> read_baseline(std::string_view text, const std::string& path);

// The bytes of a baseline that holds these lines, sorted and each once, for the day.
std::string write_baseline(std::vector<BaselineLine> lines, Date day);

// The bytes of a baseline without some of its lines, wherever they stand; all others stay as they are.
std::string without_lines(std::string_view text, const std::vector<BaselineLine>& lines);

// The bytes of a baseline in which some lines stand for another record, or are of another fingerprint: `changed` tells
// what becomes of a line, or nothing. Of these only the record and the fingerprint are written anew, where they stand.
struct RewrittenBaseline {
    std::string text;
    std::vector<std::uint32_t> lines;  // the numbers of those that changed
};
RewrittenBaseline rewritten(std::string_view text,
                            const std::function<std::optional<BaselineLine>(const BaselineLine&)>& changed);

// The line of a finding.
BaselineLine baseline_line(const Finding& finding, std::string_view fingerprint, const RuleBook& rules,
                           const SourceMap& sources);

}  // namespace ims
