#include "compare/comparison.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "compare/changes.h"
#include "compare/extent.h"
#include "compare/reasons.h"
#include "judge/fingerprint.h"

namespace ims {
namespace {

// A rule outside the profile may be asked for all the same.
bool may_be_told(const Finding& finding) {
    return finding.silence == Silence::none || finding.silence == Silence::outside;
}

Extents extents_of(const Analysis& analysis) {
    return extents_of(analysis.judgement.findings(), analysis.rules.book(), analysis.sources);
}

bool holds(const Baseline& baseline, std::string_view fingerprint, const Finding& finding, const RuleBook& rules) {
    return may_be_held(finding, rules) && baseline.holds(fingerprint, finding.grade, finding.disciplines);
}

// What got worse, without why.
Message tell_worse(const Extent& now, const Extent& then, Arena& arena) {
    if (now.grade > then.grade) return make_message(arena, "it was {} before", then.grade);
    std::vector<TextArgument> more;
    for (const std::string& each : now.disciplines) {
        if (!std::ranges::binary_search(then.disciplines, each)) more.push_back(quoted(arena.copy(each)));
    }
    return make_message(arena, "it was not about {} before", more);
}

}  // namespace

std::string_view to_string(Novelty novelty) {
    switch (novelty) {
        case Novelty::fresh: return "new";
        case Novelty::worse: return "worse";
        case Novelty::due: return "due";
        case Novelty::known: break;
    }
    return "known";
}

bool goes_beyond(const Analysis& now, const Baseline& baseline) {
    const FindingList& all = now.judgement.findings();
    const std::vector<std::string> known_as = fingerprints(all, now.rules.book(), now.sources);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Finding& finding = all[FindingId::from(index)];
        if (may_be_told(finding) && !holds(baseline, known_as[index], finding, now.rules.book())) return true;
    }
    return false;
}

std::size_t Comparison::mended() const {
    return static_cast<std::size_t>(
        std::ranges::count(ended_, Ended::How::closed, [](const Ended& each) { return each.how; }));
}

namespace {

// One finding after the other, by what it is known by now, and by what it would have been known by before.
class Comparer {
public:
    Comparer(const Analysis& now, const Known& known) : now_(now), known_(known) {
        const RuleBook& rules = now.rules.book();
        known_as_ = fingerprints(now.judgement.findings(), rules, now.sources);
        before_as_ = known_as_;
        if (known.on_its_day != nullptr) on_its_day_ = extents_of(*known.on_its_day);
        if (known.before == nullptr) return;
        before_ = extents_of(*known.before);
        changes_ = find_changes(*known.before, now);
        reasons_.emplace(*known.before, now, changes_);
        if (changes_.names_all_the_same()) return;
        before_as_ = fingerprints(now.judgement.findings(), rules, [&](const Finding& finding) {
            return finding.record.known() ? std::string(changes_.name_before(finding.record.text()))
                                          : std::string(changes_.path_before(now_.sources[finding.span.file].path));
        });
    }

    struct Verdict {
        Novelty novelty = Novelty::fresh;
        Message why = {};
    };

    Verdict judge(FindingId id, Arena& arena) {
        const Finding& finding = now_.judgement.findings()[id];
        const auto then = before_.find(before_as_[id.index()]);
        if (finding.silence != Silence::none && then != before_.end() && then->second.told)
            silenced_.emplace(then->second.id, finding.silence);
        if (!may_be_told(finding)) return {Novelty::known, {}};
        const Extent extent = extent_of(finding);
        const bool was_there = then != before_.end();
        if (was_there) {
            seen_.insert(then->first);
            if (within(extent, then->second)) {
                const bool both_told = extent.told && then->second.told;
                if (both_told && !within(then->second, extent)) lessened_.push_back({then->second.id, id});
                return {Novelty::known, {}};
            }
        }
        const std::string& fingerprint = known_as_[id.index()];
        const RuleBook& rules = now_.rules.book();
        if (known_.baseline != nullptr && holds(*known_.baseline, fingerprint, finding, rules))
            return {Novelty::known, {}};
        if (known_.before != nullptr) {
            const Message reason =
                was_there && weighs_otherwise(finding) ? of_settings(arena) : reasons_->of(finding, arena);
            if (!was_there) return {Novelty::fresh, reason};
            const Message worse = tell_worse(extent, then->second, arena);
            return {Novelty::worse, reason.empty() ? worse : make_message(arena, "{}, and {}", worse, reason)};
        }
        return against_baseline(extent, fingerprint, finding, arena);
    }

    [[nodiscard]] bool looks_at_another_extent() const {
        const RecordChange* const settings = changes_.of("ims");
        return settings != nullptr && std::ranges::any_of(settings->fields, [](const std::string& field) {
                   return field == "check" || field == "ignore";
               });
    }

    // What was told before and is not any more.
    [[nodiscard]] std::vector<Ended> ended() const {
        std::vector<Ended> out;
        for (const auto& [fingerprint, extent] : before_) {
            if (!extent.told) continue;
            if (const auto silenced = silenced_.find(extent.id); silenced != silenced_.end())
                out.push_back({extent.id, how(silenced->second)});
            else if (!seen_.contains(fingerprint)) out.push_back({extent.id, Ended::How::closed});
        }
        std::ranges::sort(out, {}, &Ended::then);
        return out;
    }

    [[nodiscard]] std::vector<Lessened> lessened() const {
        std::vector<Lessened> out = lessened_;
        std::ranges::sort(out, {}, &Lessened::then);
        return out;
    }

private:
    // By what the settings say, whatever else changed.
    [[nodiscard]] bool weighs_otherwise(const Finding& finding) const {
        const RuleEntry& rule = now_.rules.book()[finding.rule];
        return changes_.of("ims") != nullptr && known_.before->settings.grade(rule) != now_.settings.grade(rule);
    }
    [[nodiscard]] Message of_settings(Arena& arena) const { return in_words(*changes_.of("ims"), now_.graph, arena); }

    static Ended::How how(Silence silence) {
        switch (silence) {
            case Silence::accepted: return Ended::How::accepted;
            case Silence::off: return Ended::How::off;
            case Silence::outside: return Ended::How::outside;
            case Silence::none: break;
        }
        return Ended::How::closed;
    }

    Verdict against_baseline(const Extent& extent, const std::string& fingerprint, const Finding& finding,
                             Arena& arena) const {
        if (known_.baseline == nullptr) return {Novelty::fresh, {}};
        const std::span<const BaselineLine> lines = known_.baseline->of(fingerprint);
        if (known_.on_its_day != nullptr && may_be_held(finding, now_.rules.book())) {
            const auto on_its_day = on_its_day_.find(fingerprint);
            if (on_its_day == on_its_day_.end() ||
                known_.baseline->holds(fingerprint, on_its_day->second.grade, on_its_day->second.disciplines))
                return {Novelty::due, {}};
        }
        if (lines.empty() || !may_be_held(finding, now_.rules.book())) return {Novelty::fresh, {}};
        // Of several lines the one that held back most.
        const BaselineLine& most = *std::ranges::max_element(lines, {}, &BaselineLine::grade);
        return {Novelty::worse, tell_worse(extent, {most.grade, most.disciplines, true}, arena)};
    }

    const Analysis& now_;
    const Known& known_;
    std::vector<std::string> known_as_;
    std::vector<std::string> before_as_;
    Extents before_;
    Extents on_its_day_;
    Changes changes_;
    std::optional<Reasons> reasons_;
    std::unordered_set<std::string> seen_;   // fingerprints of before
    std::map<FindingId, Silence> silenced_;  // findings that were told before, by their ids of then
    std::vector<Lessened> lessened_;
};

}  // namespace

Comparison compare(const Analysis& now, const Known& known) {
    Comparison comparison;
    comparison.with_revision_ = known.before != nullptr || known.nothing_before;
    comparison.nothing_before_ = known.nothing_before;
    comparison.with_baseline_ = known.baseline != nullptr;
    Comparer comparer(now, known);
    const std::size_t count = now.judgement.findings().size();
    comparison.each_.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        const auto [novelty, why] = comparer.judge(FindingId::from(index), comparison.said_);
        comparison.each_.push_back({novelty, why});
    }
    comparison.ended_ = comparer.ended();
    comparison.lessened_ = comparer.lessened();
    comparison.looks_at_another_extent_ = comparer.looks_at_another_extent();
    if (known.before != nullptr) comparison.unread_before_ = known.before->graph.broken_files();
    return comparison;
}

}  // namespace ims
