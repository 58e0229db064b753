#include "compare/difference.h"

#include <doctest/doctest.h>

#include <string>

#include "built_in.h"
#include "link/graph_names.h"
#include "output/checked.h"

using namespace ims;

namespace {

Files shop() {
    return {{"ims.yaml",
             "organisation: O\ndisciplines: {quality: {lead: head}, health-and-safety: {lead: warden}}\n"
             "risk: {likelihood: [rare, likely], consequence: [minor, severe], levels: {low: 1, high: 4}, appetite: "
             "low}\ncheck: {fail_on: medium}\n"},
            {"roles.yaml",
             "role: head\ntitle: Head\n---\nrole: warden\ntitle: Warden\n---\nrole: driver\ntitle: Driver\nreports_to: "
             "head\nresponsibilities: [{does: X, disciplines: [quality, health-and-safety], processes: [deliver]}]\n"},
            {"deliver.yaml",
             "process: deliver\ntitle: Deliver\nowner: head\nresponsible: [driver]\nassets: [van]\n"
             "continuity: {prioritised: yes, mtpd: 1 w, rto: 1 d}\n"},
            {"van.yaml", "asset: van\ntitle: Van\nowner: driver\nrecovery: {agreed: 4 h}\n"},
            {"risks.yaml",
             "risk: crash\ntitle: Crash\ntype: hazard\ndisciplines: [health-and-safety]\nprocesses: [deliver]\nowner: "
             "driver\nlikelihood: rare\nconsequence: minor\nreview: {last: 2026-05-01}\n"
             "---\nrisk: late\ntitle: Late\ndisciplines: [quality]\nprocesses: [deliver]\nowner: head\nlikelihood: "
             "rare\nconsequence: minor\nreview: {last: 2026-05-01}\n"}};
}

Files with(const std::string& path, const std::string& from, const std::string& to) {
    Files files = shop();
    std::string& text = files[path];
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return files;
}

// Both analyses stay as long as what is told of them.
struct Compared {
    std::unique_ptr<Analysis> before;
    std::unique_ptr<Analysis> now;
    FolderDifference difference;
    Compared(const Files& was, const Files& is)
        : before(analysed(was)), now(analysed(is)), difference(find_difference(before.get(), *now)) {}

    // "loosened fail_on: …", a line each.
    [[nodiscard]] std::string gates() const {
        std::string out;
        for (const GateChange& each : difference.gates) {
            out += std::string(each.loosened ? "loosened " : "tightened ") + std::string(each.gate) + ": " +
                   for_editors(each.what, now->graph) + "\n";
        }
        return out;
    }
    [[nodiscard]] const Concerned* concerned(std::string_view name) const {
        for (const Concerned& each : difference.concerned) {
            if (each.who.now.known() && now->graph[each.who.now].name().text() == name) return &each;
        }
        return nullptr;
    }
};

}  // namespace

TEST_CASE("a folder does not differ from itself, nor from another layout of it") {
    CHECK(Compared(shop(), shop()).difference.nothing());
    Files moved = shop();
    moved["cars/van.yaml"] = "# the van\n" + moved["van.yaml"];
    moved.erase("van.yaml");
    CHECK(Compared(shop(), moved).difference.nothing());
}

TEST_CASE("who only follows another name has not changed") {
    Files files = shop();
    for (auto& [path, text] : files) {
        for (std::size_t at = text.find("driver"); at != std::string::npos; at = text.find("driver", at + 6))
            text.replace(at, 6, "courier");
    }
    const Compared compared(shop(), files);
    REQUIRE(compared.difference.changes.all().size() == 1);
    CHECK(compared.difference.changes.all().front().sort == ChangeSort::renamed);
    CHECK(compared.difference.changes.name_now("role/driver") == "role/courier");
    CHECK(compared.difference.come.empty());
    CHECK(compared.difference.closed.empty());
}

TEST_CASE("each way in which checks are loosened is told, and its way back as tightened") {
    const auto both_ways = [](const Files& loose, const std::string& loosened) {
        const Compared there(shop(), loose);
        CHECK(there.gates() == "loosened " + loosened + "\n");
        const Compared back(loose, shop());
        REQUIRE(back.difference.gates.size() == 1);
        CHECK(!back.difference.gates.front().loosened);
    };
    both_ways(with("ims.yaml", "fail_on: medium", "fail_on: error"),
              "fail_on: a run fails from grade error on; before, from medium on");
    both_ways(with("ims.yaml", "fail_on: medium", "fail_on: never"),
              "fail_on: nothing that is found fails a run any more");
    both_ways(with("ims.yaml", "fail_on: medium", "fail_on: medium, profile: described"),
              "profile: profile described is looked at; before it was full");
    both_ways(with("ims.yaml", "fail_on: medium", "fail_on: medium, rules: {vacant-role: off}"),
              "rule: 1 rule is turned off: `vacant-role`");
    both_ways(with("ims.yaml", "fail_on: medium", "fail_on: medium, rules: {audit-gap: low}"),
              "rule: what rule `audit-gap` finds is low; before, high");
    both_ways(with("ims.yaml", "check:", "ignore: [drafts/]\ncheck:"),
              "ignore: files are left out that were read: `drafts/`");
    both_ways(with("ims.yaml", "appetite: low", "appetite: high"),
              "appetite: risks may be retained up to high; before, up to low");
    both_ways(with("ims.yaml", "check:", "audit: {cycle: 5 y}\ncheck:"),
              "audit: audits go round in 5 y; before, in 3 y");
}

TEST_CASE("an exception is told where it comes, where it lasts longer and where it goes") {
    const std::string entry = "exceptions: [{rule: audit-gap, reason: R, by: head, until: 2026-12-31}]\n";
    const Files accepted = with("deliver.yaml", "owner: head\n", "owner: head\n" + entry);
    CHECK(Compared(shop(), accepted).gates() ==
          "loosened exception: `deliver` has an exception from `audit-gap`, until 2026-12-31\n");
    Files longer = accepted;
    longer["deliver.yaml"].replace(longer["deliver.yaml"].find("2026-12-31"), 10, "2027-12-31");
    CHECK(Compared(accepted, longer).gates() ==
          "loosened exception: the exception of `deliver` from `audit-gap` holds until 2027-12-31 now\n");
    CHECK(Compared(longer, accepted).gates() ==
          "tightened exception: the exception of `deliver` from `audit-gap` holds until 2026-12-31 now\n");
    CHECK(Compared(accepted, shop()).gates() ==
          "tightened exception: `deliver` has no exception from `audit-gap` any more\n");
}

TEST_CASE("what is accepted, turned off or left out is not closed") {
    const Files risky =
        with("risks.yaml", "likelihood: rare\nconsequence: minor", "likelihood: likely\nconsequence: severe");
    Files off = risky;
    off["ims.yaml"].replace(off["ims.yaml"].find("fail_on: medium"), 15, "rules: {risk-over-appetite: off}");
    const Compared turned_off(risky, off);
    REQUIRE(turned_off.difference.silenced.size() == 1);
    CHECK(turned_off.difference.silenced.front().how == Ended::How::off);
    CHECK(turned_off.difference.closed.empty());
    Files out = risky;
    out["ims.yaml"] += "ignore: [risks.yaml]\n";
    const Compared left_out(risky, out);
    CHECK(left_out.difference.out_of_sight.size() >= 1);
    CHECK(std::ranges::none_of(left_out.difference.closed, [&](FindingId id) {
        return left_out.before->findings[id.index()].record.id == "crash";
    }));
}

TEST_CASE("the lead of a discipline that a process carries is concerned, though another one wrote it") {
    const Compared compared(shop(), with("risks.yaml", "title: Late", "title: Too late"));
    const Concerned* const warden = compared.concerned("role/warden");
    REQUIRE(warden != nullptr);
    REQUIRE(warden->leads.size() == 1);
    CHECK(warden->leads.front().discipline == "health-and-safety");
    CHECK(warden->owns.empty());
    const Concerned* const head = compared.concerned("role/head");
    REQUIRE(head != nullptr);
    CHECK(head->owns.size() == 1);
    CHECK(head->leads.size() == 1);
    CHECK(compared.concerned("role/driver") == nullptr);
}

TEST_CASE("recovery that grows reaches the process that waits for it") {
    const Compared compared(shop(), with("van.yaml", "agreed: 4 h", "agreed: 2 d"));
    const auto& recovery = compared.difference.recovery;
    REQUIRE(!recovery.empty());
    for (const RecoveryChange& each : recovery) CHECK(each.turn == RecoveryChange::Turn::grown);
    const Compared back(with("van.yaml", "agreed: 4 h", "agreed: 2 d"), shop());
    REQUIRE(back.difference.recovery.size() == recovery.size());
    for (const RecoveryChange& each : back.difference.recovery) CHECK(each.turn == RecoveryChange::Turn::shrunk);
    const Compared gone(shop(), with("van.yaml", "recovery: {agreed: 4 h}\n", ""));
    REQUIRE(!gone.difference.recovery.empty());
    CHECK(gone.difference.recovery.front().turn == RecoveryChange::Turn::unknown);
}

TEST_CASE("where there was nothing all is new") {
    const auto now = analysed(shop());
    const FolderDifference difference = find_difference(nullptr, *now);
    CHECK(!difference.nothing());
    CHECK(difference.changes.all().size() == now->record_count());
    CHECK(difference.come.size() == now->findings.size());
    CHECK(difference.gates.empty());
}

TEST_CASE("a cell turns by its letters, and not where what they say cannot be held against each other") {
    const auto cell = [](Letter plan, Letter act) {
        Cell out;
        out.state = CellState::addressed;
        out.letters = {plan, Letter::capital, Letter::capital, act};
        return out;
    };
    using enum Letter;
    CHECK(turn_of(cell(capital, nothing), cell(small, nothing)) == Turn::worse);
    CHECK(turn_of(cell(none, nothing), cell(small, nothing)) == Turn::better);
    CHECK(turn_of(cell(capital, small), cell(small, capital)) == Turn::other);
    CHECK(turn_of(cell(capital, capital), cell(capital, unknown)) == Turn::other);
    CHECK(turn_of(cell(capital, nothing), cell(capital, small)) == Turn::other);
    CHECK(turn_of(Cell(), cell(capital, small)) == Turn::other);
}
