// What is told when one thing is taken away: what stops, until when, and what stands in.
#include "assess/failures/failures.h"

#include <doctest/doctest.h>

#include <string>

#include <fmt/format.h>

#include "assess/folder.h"
#include "judge/example_folders.h"

using namespace ims;
using test::Folder;

namespace {

std::string_view word(Ending ending) {
    switch (ending) {
        case Ending::bridged: return "bridged";
        case Ending::in_time: return "in time";
        case Ending::too_late: return "too late";
        case Ending::limit_unknown: return "no limit";
        case Ending::open: break;
    }
    return "open";
}

std::string told(const Folder& folder, const std::vector<StoppedProcess>& stopped) {
    std::string out;
    for (const StoppedProcess& each : stopped) {
        out += fmt::format("{}{} after {}", out.empty() ? "" : ", ", folder.graph()[each.process].id(),
                           to_string(each.after));
        if (each.passes) out += fmt::format(", limit {}", to_string(*each.passes));
        if (each.back) out += fmt::format(", back {}", to_string(*each.back));
        if (each.again) out += fmt::format(", again {}", to_string(*each.again));
        if (each.again_back) out += fmt::format(" to {}", to_string(*each.again_back));
        out += fmt::format(": {}", word(each.ending));
    }
    return out;
}

// "deliver after 0 min, limit 1 d, back 4 h: in time"
std::string stopped(const Folder& folder, std::string_view what) {
    const Failures failures = find_failures(folder.graph(), folder.facts());
    const Failure* const found = failures.of(folder.id(what));
    return found == nullptr ? "not taken away" : told(folder, found->stopped);
}

std::string stands_in(const Folder& folder, std::string_view what) {
    const Failures failures = find_failures(folder.graph(), folder.facts());
    std::vector<RecordId> out;
    const Failure* const found = failures.of(folder.id(what));
    REQUIRE(found != nullptr);
    for (const Bridge& each : found->bridges) out.push_back(each.by.who);
    return folder.names(out);
}

std::string deliver(const std::string& more) {
    return "# file: records.yaml\nprocess: deliver\ntitle: Deliver\n" + more + "---\n";
}

constexpr std::string_view kVan = "asset: van\ntitle: Van\nrecovery: {agreed: 4 h}\n";

}  // namespace

TEST_CASE("a process stops when what it needs is gone, and its limit counts from then") {
    const std::string van(kVan);
    CHECK(stopped(Folder(deliver("assets: [van]\ncontinuity: {mtpd: 1 d, rto: 8 h}\n") + van), "asset/van") ==
          "deliver after 0 min, limit 1 d, back 4 h: in time");
    CHECK(stopped(Folder(deliver("assets: [van]\ncontinuity: {mtpd: 2 h, rto: 1 h}\n") + van), "asset/van") ==
          "deliver after 0 min, limit 2 h, back 4 h: too late");
    CHECK(stopped(Folder(deliver("assets: [van]\n") + van), "asset/van") == "deliver after 0 min, back 4 h: no limit");
    CHECK(stopped(
              Folder(deliver("needs: [{what: asset/van, workaround: 1 h}]\ncontinuity: {mtpd: 1 d, rto: 8 h}\n") + van),
              "asset/van") == "deliver after 1 h, limit 1 d 1 h, back 4 h: in time");
    CHECK(stopped(Folder(deliver("needs: [{what: asset/van, workaround: 4 h}]\n") + van), "asset/van") ==
          "deliver after 4 h, back 4 h: bridged");
    CHECK(stopped(Folder(deliver("assets: [van]\ncontinuity: {mtpd: 1 d, rto: 8 h}\n") + "asset: van\ntitle: Van\n"),
                  "asset/van") == "deliver after 0 min, limit 1 d: open");
}

TEST_CASE("what stands in keeps it going, unless it is gone too") {
    const Folder folder(
        deliver("needs: [{what: asset/van, alternatives: [asset/bike]}]\ncontinuity: {mtpd: 3 h, rto: 1 h}\n") +
        std::string(kVan) + "---\nasset: bike\ntitle: Bike\nrecovery: {agreed: 1 h}\n");
    CHECK(stopped(folder, "asset/van").empty());
    CHECK(stands_in(folder, "asset/van") == "asset/bike");
    const Failures failures = find_failures(folder.graph(), folder.facts());
    REQUIRE(failures.pairs.size() == 1);
    // Either of them is enough, so it is back with the bike.
    CHECK(told(folder, failures.pairs.front().more) == "deliver after 0 min, limit 3 h, back 1 h: in time");
}

TEST_CASE("what stands at a site is gone with it, and back in its own time") {
    const Folder folder(deliver("assets: [van]\ncontinuity: {mtpd: 1 d, rto: 4 h}\n") + std::string(kVan) +
                        "location: shop\n---\nsite: shop\ntitle: Shop\nrecovery: {agreed: 8 w}\n");
    CHECK(stopped(folder, "site/shop") == "deliver after 0 min, limit 1 d, back 4 h: in time");
    const Failures failures = find_failures(folder.graph(), folder.facts());
    CHECK(folder.names(failures.of(folder.id("site/shop"))->with) == "asset/van");
    CHECK(to_string(*failures.of(folder.id("site/shop"))->back) == "8 w");
    CHECK(failures.pairs.empty());
}

TEST_CASE("what works again stops once more where a workaround ends before the rest is back") {
    const auto at_the_shop = [](std::string_view workaround, std::string_view shop) {
        return Folder(deliver(fmt::format("assets: [van]\nneeds: [{{what: site/shop, workaround: {}}}]\ncontinuity: "
                                          "{{mtpd: 1 d, rto: 4 h}}\n",
                                          workaround)) +
                      std::string(kVan) + fmt::format("location: shop\n---\nsite: shop\ntitle: Shop\n{}", shop));
    };
    const std::string_view slow = "recovery: {agreed: 8 w}\n";
    CHECK(stopped(at_the_shop("1 w", slow), "site/shop") ==
          "deliver after 0 min, limit 1 d, back 4 h, again 1 w to 8 w: too late");
    CHECK(stopped(at_the_shop("8 w", slow), "site/shop") == "deliver after 0 min, limit 1 d, back 4 h: in time");
    CHECK(stopped(at_the_shop("1 w", ""), "site/shop") == "deliver after 0 min, limit 1 d, back 4 h, again 1 w: open");
    CHECK(stopped(at_the_shop("3 h", slow), "site/shop") == "deliver after 0 min, limit 1 d, back 8 w: too late");
}

TEST_CASE("what could not be read neither bridges nor stops anything") {
    const std::string van(kVan);
    const Folder folder(deliver("needs: [{what: asset/van, workaround: soon}]\n") + van, Folder::Records::faulty);
    const Failures failures = find_failures(folder.graph(), folder.facts());
    REQUIRE(failures.of(folder.id("asset/van")) != nullptr);
    CHECK(failures.of(folder.id("asset/van"))->stopped.empty());
    CHECK(folder.names(failures.of(folder.id("asset/van"))->unclear) == "process/deliver");
}

TEST_CASE("the one holder of a role is away: deputies stand in, else the work that nobody else does stops") {
    const std::string process = deliver("responsible: [driver]\ncontinuity: {mtpd: 1 d, rto: 8 h}\n");
    const std::string driver = "role: driver\ntitle: Driver\n";
    const std::string florist = "---\nrole: florist\ntitle: Florist\nholders: ";
    CHECK(stopped(Folder(process + driver + "holders: 1\n"), "role/driver") == "deliver after 0 min, limit 1 d: open");
    CHECK(stopped(Folder(process + driver + "holders: 2\n"), "role/driver").empty());
    CHECK(stopped(Folder(process + driver + "holders: 0\n"), "role/driver") == "not taken away");
    const Folder deputy(process + driver + "holders: 1\ndeputies: [florist]\n" + florist + "1\n");
    CHECK(stopped(deputy, "role/driver").empty());
    CHECK(stands_in(deputy, "role/driver") == "role/florist");
    CHECK(stopped(Folder(process + driver + "holders: 1\ndeputies: [florist]\n" + florist + "0\n"), "role/driver") ==
          "deliver after 0 min, limit 1 d: open");
    // Both at once are worse than either.
    const Failures pairs = find_failures(deputy.graph(), deputy.facts());
    REQUIRE(pairs.pairs.size() == 1);
    CHECK(told(deputy, pairs.pairs.front().more) == "deliver after 0 min, limit 1 d: open");
    const Folder unknown(process + driver);
    const Failures failures = find_failures(unknown.graph(), unknown.facts());
    REQUIRE(failures.of(unknown.id("role/driver")) != nullptr);
    CHECK(failures.of(unknown.id("role/driver"))->not_told == NotTold::holders);
    CHECK(failures.of(unknown.id("role/driver"))->stopped.empty());
}

TEST_CASE("all roles that one person holds are empty together") {
    const Folder folder(deliver("activities: [{name: Drive, responsible: [driver]}]\n") +
                        "role: driver\ntitle: Driver\npeople: [p-1]\n---\nrole: warden\ntitle: Warden\npeople: [p-1]\n"
                        "---\nperson: p-1\ntitle: Somebody\n");
    const Failures failures = find_failures(folder.graph(), folder.facts());
    const Failure* const found = failures.of(folder.id("role/driver"));
    REQUIRE(found != nullptr);
    CHECK(found == failures.of(folder.id("role/warden")));
    CHECK(folder.names(found->empty) == "role/driver, role/warden");
    REQUIRE(found->stopped.size() == 1);
    CHECK(found->stopped.front().activity);
}

TEST_CASE("a role hangs on its one holder where nobody may stand in, as the rules say") {
    for (const char* name : {"corner-shop", "corner-shop-siloed", "medium-manufacturer", "minimal"}) {
        const auto analysis = test::analysis_of(test::example(name));
        REQUIRE(analysis != nullptr);
        const Facts& facts = analysis->facts;
        const OnPeople on_people(analysis->graph, facts.responsibilities(), facts.participation(), facts.people());
        for (const RecordId role : analysis->graph.of_kind(kinds::role)) {
            const RecordId one = facts.people().the_one(role);
            if (!analysis->graph[role].active() || !one.known()) continue;
            const auto& hanging = on_people.on(one).roles;
            CHECK((std::ranges::find(hanging, role) != hanging.end()) == !facts.people().may_stand_in(role, one));
        }
    }
}
