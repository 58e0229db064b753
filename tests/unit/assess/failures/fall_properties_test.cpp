// What falls with something is what the recovery says once that takes longer: for each record of the examples, and of
// folders that nobody wrote.
#include "assess/failures/fall.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analyzed.h"
#include "assess/recovery/effective_recovery.h"
#include "judge/example_folders.h"
#include "judge/pictures.h"

using namespace ims;

namespace {

constexpr std::int64_t kForEver = std::int64_t{1} << 40;

std::map<RecordId, std::int64_t> gone_after(const NeedGraph& needs, std::vector<RecordId> taken) {
    std::vector<Gone> at_once;
    for (const RecordId each : taken) at_once.push_back({each, {}, {}});
    FallGraph::Notes notes;
    const Fall fall = FallGraph(needs).fall(at_once, notes);
    CHECK(!fall.cut);
    CHECK(fall.unclear.empty());
    std::map<RecordId, std::int64_t> out;
    for (const Gone& each : fall.gone) CHECK(out.emplace(each.what, each.after.minutes).second);
    return out;
}

// When each is back where these take so long, and all else no time at all.
RecordTable<EffectiveRecovery> recovery_where(const NeedGraph& needs, const std::set<RecordId>& taken,
                                              std::int64_t minutes) {
    std::vector<OwnRecovery> own;
    for (const RecordId record : needs.records()) {
        OwnRecovery& each = own.emplace_back();
        each.time = Duration{taken.contains(record) ? minutes : 0, 0};
    }
    OwnRecovery others;
    others.not_asked = true;
    return find_effective_recovery(needs, {needs.places(), std::move(own), others});
}

// Records that need each other, and those that need such: recovery has a circle back together, with what bridges needs
// within it left out.
std::set<RecordId> with_circles(const NeedGraph& needs) {
    const Components circles = circles_of(needs, [&](RecordId record, const auto& add) {
        for (const Need& need : needs.needs(record)) {
            add(need.what);
            for (const Alternative& each : need.alternatives()) {
                if (each.usable()) add(each.what);
            }
        }
    });
    std::set<RecordId> out;
    for (std::uint32_t circle = 0; circle < circles.size(); ++circle) {  // what is needed comes first
        const auto members = circles.members(circle);
        bool any = members.size() > 1;
        for (const std::uint32_t place : members) {
            for (const Need& need : needs.needs(needs.records()[place])) {
                any = any || out.contains(need.what);
                for (const Alternative& each : need.alternatives()) any = any || out.contains(each.what);
            }
        }
        for (const std::uint32_t place : members) {
            if (any) out.insert(needs.records()[place]);
        }
    }
    return out;
}

void check_taken(const Analysis& analysis, const std::set<RecordId>& taken, const std::set<RecordId>& in_circles) {
    const NeedGraph& needs = analysis.facts.needs();
    const auto gone = gone_after(needs, {taken.begin(), taken.end()});
    std::set<std::int64_t> times = {1, kForEver};
    for (const auto& [record, after] : gone)
        times.insert({std::max<std::int64_t>(after, 1), after + 1, std::max<std::int64_t>(after - 1, 1)});
    for (const std::int64_t time : times) {
        const auto effective = recovery_where(needs, taken, time);
        for (const RecordId record : needs.records()) {
            const auto found = gone.find(record);
            const bool is_gone = found != gone.end() && found->second < time;
            const bool waits = effective[record].time.value_or(Duration{}).minutes == time;
            const std::string of = fmt::format("{} after {}", analysis.graph[record].id(), time);
            if (in_circles.contains(record)) CHECK_MESSAGE((waits || !is_gone), of);
            else CHECK_MESSAGE(waits == is_gone, of);
        }
    }
}

void check_folder(const Analysis& analysis) {
    const std::set<RecordId> in_circles = with_circles(analysis.facts.needs());
    for (const RecordId record : analysis.facts.needs().records()) check_taken(analysis, {record}, in_circles);
    const auto records = analysis.facts.needs().records();
    for (std::size_t place = 0; place + 3 < records.size(); place += 3)
        check_taken(analysis, {records[place], records[place + 3]}, in_circles);
}

// Assets and processes that need those behind them, and with `circles` any; some for a while, some with alternatives.
std::string random_needs(std::uint32_t seed, bool circles, bool one_more_alternative = false) {
    std::mt19937 random(seed);
    const std::size_t count = 4 + random() % 12;
    std::string out = "# file: records.yaml\n";
    const auto name = [&](std::size_t place) {
        return fmt::format("{}/r{}", place % 3 == 0 ? "process" : "asset", place);
    };
    for (std::size_t place = 0; place < count; ++place) {
        out += fmt::format("{}{}: r{}\ntitle: Record {}\n", place == 0 ? "" : "---\n",
                           place % 3 == 0 ? "process" : "asset", place, place);
        std::string needs;
        std::set<std::size_t> named = {place};
        const auto another = [&]() -> std::optional<std::size_t> {
            const std::size_t first = circles ? 0 : place + 1;
            if (first >= count) return std::nullopt;
            const std::size_t other = first + random() % (count - first);
            return named.insert(other).second ? std::optional(other) : std::nullopt;
        };
        for (std::size_t need = random() % 4; need > 0; --need) {
            const auto what = another();
            if (!what) continue;
            needs += fmt::format("  - {{what: {}", name(*what));
            if (random() % 3 == 0) needs += fmt::format(", workaround: {} h", random() % 50);
            std::string alternatives;
            for (std::size_t each = random() % 3; each > 0; --each) {
                if (const auto other = another())
                    alternatives += fmt::format("{}{}", alternatives.empty() ? "" : ", ", name(*other));
            }
            if (one_more_alternative && place == 0)
                alternatives += alternatives.empty() ? "asset/more" : ", asset/more";
            if (!alternatives.empty()) needs += fmt::format(", alternatives: [{}]", alternatives);
            needs += "}\n";
        }
        if (!needs.empty()) out += "needs:\n" + needs;
    }
    return out + "---\nasset: more\ntitle: More\n";
}

}  // namespace

TEST_CASE("what is gone without a record is what its recovery makes wait: each record of the examples") {
    for (const char* name : {"corner-shop", "corner-shop-siloed", "medium-manufacturer", "minimal"}) {
        CAPTURE(name);
        const auto analysis = test::analysis_of(test::example(name));
        REQUIRE(analysis != nullptr);
        check_folder(*analysis);
    }
}

TEST_CASE("so it is in folders that nobody wrote") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        const auto analysis = analyzed(random_needs(seed, seed % 3 == 0));
        check_folder(*analysis);
    }
}

TEST_CASE("one more alternative never makes anything worse") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        const auto before = analyzed(random_needs(seed, seed % 2 == 0));
        const auto after = analyzed(random_needs(seed, seed % 2 == 0, true));
        for (const RecordId record : before->facts.needs().records()) {
            const std::string name = before->graph[record].name().text();
            if (name == "asset/more") continue;
            const auto was = gone_after(before->facts.needs(), {record});
            const auto is = gone_after(after->facts.needs(), {id_of(*after, name)});
            for (const auto& [gone, time] : is) {
                const auto found = was.find(id_of(*before, after->graph[gone].name().text()));
                REQUIRE_MESSAGE(found != was.end(), after->graph[gone].id());
                CHECK_MESSAGE(time >= found->second, after->graph[gone].id());
            }
        }
    }
}
