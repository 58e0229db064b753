#include "compare/forecast.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "compare/extent.h"
#include "judge/fingerprint.h"

namespace ims {
namespace {

struct LookedAt {
    FoundOnDay found;
    std::vector<std::string> known_as;  // of those that are told, by their places
    Extents extents;
};

bool all_within(const Extents& some, const Extents& others) {
    return std::ranges::all_of(some, [&](const auto& each) {
        const auto other = others.find(each.first);
        return other != others.end() && other->second.told == each.second.told && within(each.second, other->second);
    });
}

bool same(const Extents& a, const Extents& b) { return all_within(a, b) && all_within(b, a); }

class Forecaster {
public:
    Forecaster(const Analysis& now, std::int32_t days, const Jobs& jobs)
        : now_(now), first_(now.facts.today()), last_{std::min(first_.days + days, kEndOfTime)}, jobs_(jobs) {}

    Forecast run() {
        std::vector<Date> wanted;
        for (Date day = first_; day < last_; day.days += kStep) wanted.push_back(day);
        wanted.push_back(last_);
        // Where two neighbours differ, the day between them is looked at, until they are a day apart.
        while (!wanted.empty()) {
            look_at(wanted);
            wanted = days_between();
        }
        for (auto day = looked_at_.begin(); std::next(day) != looked_at_.end(); ++day) tell(*day, *std::next(day));
        forecast_.last = last_;
        forecast_.days_looked_at = looked_at_.size();
        return std::move(forecast_);
    }

private:
    static constexpr std::int32_t kStep = 7;
    static constexpr std::int32_t kEndOfTime = 2932896;  // 9999-12-31

    void look_at(const std::vector<Date>& days) {
        std::vector<LookedAt> looked(days.size());
        // Many days at once keep all processors busy.
        const bool many = days.size() >= jobs_.count;
        const Jobs within_a_day = many ? Jobs(1, jobs_.stop) : jobs_;
        parallel_for(many ? jobs_ : Jobs(1, jobs_.stop), days.size(), [&](std::size_t index) {
            LookedAt& each = looked[index];
            each.found = find_on_day(now_, days[index], within_a_day);
            const FindingList all(each.found.told, each.found.untold);
            each.known_as = fingerprints(all, now_.rules.book(), now_.sources);
            each.extents = extents_of(all, now_.rules.book(), now_.sources);
        });
        for (std::size_t index = 0; index < days.size(); ++index)
            looked_at_.emplace(days[index], std::move(looked[index]));
    }

    [[nodiscard]] std::vector<Date> days_between() const {
        std::vector<Date> days;
        for (auto day = looked_at_.begin(); std::next(day) != looked_at_.end(); ++day) {
            const auto& [next, then] = *std::next(day);
            const std::int32_t apart = next.days - day->first.days;
            if (apart > 1 && !same(day->second.extents, then.extents)) days.push_back({day->first.days + apart / 2});
        }
        return days;
    }

    // What is told on one day and was not, or not so, on the one before.
    void tell(const std::pair<const Date, LookedAt>& before, std::pair<const Date, LookedAt>& now) {
        auto& [day, looked] = now;
        bool any = false;
        for (std::size_t index = 0; index < looked.found.told.size(); ++index) {
            const Finding& finding = looked.found.told[index];
            const std::string& fingerprint = looked.known_as[index];
            const auto then = before.second.extents.find(fingerprint);
            const bool known = then != before.second.extents.end() && then->second.told;
            if (known && within(extent_of(finding), then->second)) continue;
            any = true;
            forecast_.foreseen.push_back({.day = day,
                                          .finding = finding,
                                          .fingerprint = fingerprint,
                                          .was = known ? std::optional(then->second.grade) : std::nullopt,
                                          .until = gone_after(day, fingerprint)});
        }
        if (any) std::ranges::move(looked.found.said, std::back_inserter(forecast_.said));
    }

    [[nodiscard]] std::optional<Date> gone_after(Date day, const std::string& fingerprint) const {
        for (auto later = looked_at_.upper_bound(day); later != looked_at_.end(); ++later) {
            const auto found = later->second.extents.find(fingerprint);
            if (found == later->second.extents.end() || !found->second.told) return later->first;
        }
        return std::nullopt;
    }

    const Analysis& now_;
    const Date first_;
    const Date last_;
    const Jobs& jobs_;
    std::map<Date, LookedAt> looked_at_;
    Forecast forecast_;
};

}  // namespace

Forecast foresee(const Analysis& now, std::int32_t days, const Jobs& jobs) { return Forecaster(now, days, jobs).run(); }

}  // namespace ims
