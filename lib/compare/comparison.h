// How what is found now stands to what was known before: to what is found in another revision of the folder, to the
// folder's baseline, or to both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "engine/analyze.h"
#include "judge/baseline.h"

namespace ims {

enum class Novelty : std::uint8_t {
    fresh,  // nothing of its fingerprint was known
    worse,  // it was known at a lower grade, or for fewer disciplines
    due,    // fresh or worse, and only because days have passed since the baseline was written
    known,
};
// "new", "worse", "due", "known"
std::string_view to_string(Novelty novelty);

// A finding that was told before and is not any more.
struct Ended {
    enum class How : std::uint8_t {
        closed,    // it is not found any more
        accepted,  // an exception accepts it
        off,       // its rule is turned off
        outside,   // its rule is outside the profile
    };
    FindingId then;  // of the analysis before
    How how = How::closed;
};

// One that was told at a higher grade, or for more disciplines.
struct Lessened {
    FindingId then;  // of the analysis before
    FindingId now;
};

// What findings are compared with; each may be missing, but not all.
struct Known {
    const Analysis* before = nullptr;      // the folder at another revision, for the same day
    bool nothing_before = false;           // that revision has no ims.yaml: all is new
    const Baseline* baseline = nullptr;    // of the folder as it is now
    const Analysis* on_its_day = nullptr;  // the folder as it is now, on the day of the baseline
};

class Comparison {
public:
    // By FindingId of the analysis of now.
    [[nodiscard]] Novelty of(FindingId finding) const { return each_[finding.index()].novelty; }
    // Why it is new or worse: "control `sealed-terminal` is gone", "it was medium". Empty where nothing tells, and of
    // what is known or due. In the voice for editors.
    [[nodiscard]] const Message& why(FindingId finding) const { return each_[finding.index()].why; }
    // What was told at the other revision and is not now, or as less; in the order of the findings of then.
    [[nodiscard]] const std::vector<Ended>& ended() const { return ended_; }
    [[nodiscard]] const std::vector<Lessened>& lessened() const { return lessened_; }
    // How many findings there were before that are not there now.
    [[nodiscard]] std::size_t mended() const;
    // Files of which something could not be read before: what they completed then is not known.
    [[nodiscard]] std::size_t unread_before() const { return unread_before_; }
    // What ims.yaml says of how much is looked at is not what it was.
    [[nodiscard]] bool looks_at_another_extent() const { return looks_at_another_extent_; }
    [[nodiscard]] bool with_revision() const { return with_revision_; }
    [[nodiscard]] bool nothing_before() const { return nothing_before_; }
    [[nodiscard]] bool with_baseline() const { return with_baseline_; }

private:
    friend Comparison compare(const Analysis&, const Known&);
    struct Each {
        Novelty novelty = Novelty::fresh;
        Message why = {};
    };
    std::vector<Each> each_;
    std::vector<Ended> ended_;
    std::vector<Lessened> lessened_;
    std::size_t unread_before_ = 0;
    bool looks_at_another_extent_ = false;
    bool with_revision_ = false;
    bool nothing_before_ = false;
    bool with_baseline_ = false;
    Arena said_;
};

// `now` and what is known outlive the result.
Comparison compare(const Analysis& now, const Known& known);

// Whether anything told now is beyond a baseline, so that it matters what the folder was on its day.
bool goes_beyond(const Analysis& now, const Baseline& baseline);

}  // namespace ims
