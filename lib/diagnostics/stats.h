// Where the time of a run goes, and who finds what: stage by stage and rule by rule. Only where it is asked for:
// without a Stats nothing is counted, and nobody looks at a clock. The clock is handed in; no stage has one of its own.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/finding.h"

namespace ims {

// Named like its folder; `diagnostics` sorts the findings.
enum class Stage : std::uint8_t {
    source,
    yaml,
    schema,
    settings,
    model,
    link,
    assess,
    check,
    diagnostics,
    judge,
    output
};
inline constexpr std::array<std::string_view, 11> kStageNames = {
    "source", "yaml", "schema", "settings", "model", "link", "assess", "check", "diagnostics", "judge", "output"};

struct RuleStats {
    bool ran = false;  // false: an earlier stage finds it, and its time is in that of the stage
    std::uint64_t nanoseconds = 0;
    std::size_t findings = 0;
};

class Stats {
public:
    // Nanoseconds since any beginning. Called from several threads at once.
    using Clock = std::function<std::uint64_t()>;
    explicit Stats(Clock clock) : clock_(std::move(clock)) {}

    [[nodiscard]] std::uint64_t now() const { return clock_(); }
    // From several threads at once: then the time is that of all of them together.
    void took(Stage stage, std::uint64_t nanoseconds) { times_[index(stage)] += nanoseconds; }
    // Not from several threads.
    void ran(RuleId rule, std::uint64_t nanoseconds);
    // `stage_of` tells who found a finding; equal ones count once. Not from several threads.
    void found(std::vector<Finding> findings, const RuleBook& rules, const Names& names,
               const std::function<Stage(const Finding&)>& stage_of);

    [[nodiscard]] std::uint64_t nanoseconds(Stage stage) const { return times_[index(stage)]; }
    [[nodiscard]] std::size_t findings(Stage stage) const { return findings_[index(stage)]; }
    // Those that ran, and those of earlier stages that were found.
    [[nodiscard]] const std::map<RuleId, RuleStats>& rules() const { return rules_; }

private:
    static std::size_t index(Stage stage) { return static_cast<std::size_t>(stage); }
    Clock clock_;
    std::array<std::atomic<std::uint64_t>, kStageNames.size()> times_{};
    std::array<std::size_t, kStageNames.size()> findings_{};
    std::map<RuleId, RuleStats> rules_;
};

// The time from here to the end of the block, for a stage; nothing where `stats` is null.
class Lap {
public:
    Lap(Stats* stats, Stage stage) : stats_(stats), stage_(stage), begin_(stats == nullptr ? 0 : stats->now()) {}
    Lap(const Lap&) = delete;
    Lap& operator=(const Lap&) = delete;
    ~Lap() {
        if (stats_ != nullptr) stats_->took(stage_, stats_->now() - begin_);
    }

private:
    Stats* stats_;
    Stage stage_;
    std::uint64_t begin_;
};

}  // namespace ims
