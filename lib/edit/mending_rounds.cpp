#include "edit/mending_rounds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "diagnostics/voice.h"
#include "link/graph_names.h"

namespace ims {
namespace {

constexpr std::size_t kMostRounds = 20;
// One that is offered again and again does not help.
constexpr std::size_t kMostTimes = 3;

}  // namespace

MendingRounds::KnownFix MendingRounds::known_as(const Analysis& analysis, const Finding& finding) {
    const std::string record =
        finding.record.known() ? finding.record.text() : analysis.sources[finding.span.file].path;
    return {finding.rule, record, finding.field, finding.key, for_editors(finding.fix->title, analysis.graph)};
}

Mending MendingRounds::try_round(const Analysis& analysis, const std::vector<const Finding*>& findings, bool asking) {
    std::vector<const Finding*> wanted;
    for (const Finding* const each : findings) {
        const Fix& fix = *each->fix;
        if ((!unsafe_ && fix.safety != Fix::Safety::safe) || fix.asks != asking) continue;
        const auto written = written_.find(known_as(analysis, *each));
        if (written == written_.end() || written->second < kMostTimes) wanted.push_back(each);
    }
    return mend(analysis, wanted);
}

Mending MendingRounds::next(const Analysis& analysis, const std::vector<const Finding*>& findings) {
    if (rounds_ == 0) {
        for (const Finding* const each : findings) offered_.insert(known_as(analysis, *each));
    }
    if (rounds_++ == kMostRounds) return {};
    Mending round = try_round(analysis, findings, false);
    if (round.files.empty() && unsafe_) {
        Mending places = try_round(analysis, findings, true);
        std::ranges::move(round.refused, std::back_inserter(places.refused));
        round = std::move(places);
    }
    std::set<KnownFix> once;
    for (const Finding* const each : round.mended) {
        const KnownFix known = known_as(analysis, *each);
        const std::size_t count = each->fix->asks ? places_asked(*each->fix).size() : 1;
        (each->fix->asks ? asked_ : mended_) += count;
        if (!offered_.contains(known)) later_ += count;
        once.insert(known);
    }
    for (const KnownFix& each : once) ++written_[each];
    return round;
}

}  // namespace ims
