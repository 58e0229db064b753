// Mending round by round: what was mended shows what else there is to mend, and what there is to ask for. First all
// that mends something, until nothing is left to mend; only then places for what somebody has to fill in, since many
// are asked for by what a slip of the pen hides.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "edit/mend.h"

namespace ims {

class MendingRounds {
public:
    // `unsafe`: with fixes that are guesses, and those that ask.
    explicit MendingRounds(bool unsafe) : unsafe_(unsafe) {}

    // The next round. `findings`: those of the analysis whose fixes may be written, whatever they are; each has one.
    // The files are to be analysed before the round after it; where there are none, there is nothing left to do. It
    // ends whatever fixes do.
    Mending next(const Analysis& analysis, const std::vector<const Finding*>& findings);

    // How many findings were mended so far, how many places were made, and how many of both the first analysis did not
    // offer.
    [[nodiscard]] std::size_t mended() const { return mended_; }
    [[nodiscard]] std::size_t asked() const { return asked_; }
    [[nodiscard]] std::size_t later() const { return later_; }

private:
    // What tells a fix from round to round: its finding, as its fingerprint does, and what it does.
    using KnownFix = std::tuple<RuleId, std::string, std::string, std::string, std::string>;
    static KnownFix known_as(const Analysis& analysis, const Finding& finding);
    Mending try_round(const Analysis& analysis, const std::vector<const Finding*>& findings, bool asking);

    bool unsafe_ = false;
    std::size_t rounds_ = 0;
    std::size_t mended_ = 0;
    std::size_t asked_ = 0;
    std::size_t later_ = 0;
    std::set<KnownFix> offered_;               // by the first analysis
    std::map<KnownFix, std::size_t> written_;  // in how many rounds
};

}  // namespace ims
