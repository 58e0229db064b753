// What the papers for those who lead tell of the whole: found once for a page, so that they count alike.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "judge/causes.h"
#include "judge/cells.h"
#include "report/gap.h"

namespace ims {

struct Overview {
    std::span<const Cause> causes = {};  // of the analysis, as the judgement orders them
    std::vector<Gap> gaps = {};          // one for each cause, at the same place
    std::size_t findings = 0;            // counted one by one, twins once
    Matrix matrix = {};
    [[nodiscard]] std::size_t count(Grade grade) const;
};
Overview overview_of(const Page& page);

// What was judged; what was found, by causes; how the cells of the matrix stand: a sentence or two each.
std::vector<Words> conclusions(const Page& page, const Overview& overview);

// The gravest of each thing that may be lost, with who can mend it and by when; where there are few, risks over the
// appetite that somebody bears.
void add_exposures(Page& page, const Overview& overview);
// What waits for somebody to decide, as questions. `most`: so many questions, and so many things
// and deciders named in each.
struct MostAsked {
    std::size_t questions = static_cast<std::size_t>(-1);
    std::size_t named = 8;
    std::size_t deciders = 4;
};
void add_decisions_asked(Page& page, const Overview& overview, MostAsked most = {});
// Each discipline in a line.
void add_disciplines(Page& page, const Overview& overview);
// Everything that is to be done, each thing once, by who has to do it.
void add_action_list(Page& page, const Overview& overview);

}  // namespace ims
