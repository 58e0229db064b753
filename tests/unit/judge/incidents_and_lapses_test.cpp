// How incidents with their notices, nonconformities with what they are about, and duties of everybody come to cells.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "diagnostics/rules.h"
#include "judge/cell_of.h"

using namespace ims;

namespace {

const std::string kShop =
    "# file: ims.yaml\n"
    "organisation: O\ntop_management: [boss]\n"
    "disciplines: {quality: {lead: boss}, environment: {lead: boss}}\n"
    "# file: shop.yaml\n"
    "role: boss\ntitle: Boss\nholders: 2\n"
    "---\nprocess: sell\ntitle: Sell\nowner: boss\nassets: [scale]\nrisks: [wrong]\n"
    "---\nprocess: bake\ntitle: Bake\nowner: boss\nassets: [oven]\nrisks: [burnt]\n"
    "---\nasset: scale\ntitle: Scale\n"
    "---\nasset: oven\ntitle: Oven\n"
    "---\nsite: house\ntitle: House\nprocesses: [sell, bake]\n"
    "---\nrisk: wrong\ntitle: Wrong\ndisciplines: [quality]\nreview: {last: 2026-05-01}\n"
    "---\nrisk: burnt\ntitle: Burnt\ndisciplines: [environment]\nreview: {last: 2026-05-01}\n"
    "---\naudit: walk\ntitle: Walk\ndisciplines: [quality, environment]\nplanned: 2026-05-01\ndone: 2026-05-01\n"
    "processes: [sell, bake]\n";

// The processes that nonconformity `n` with these fields is at home in, and the disciplines that it serves.
std::string home(const std::string& fields) {
    const auto analysis = analyzed(kShop +
                                   "# file: n.yaml\nnonconformity: n\ntitle: N\ngrade: minor\n"
                                   "date: 2026-05-01\nraised_by: audit/walk\n" +
                                   fields);
    const RecordId id = id_of(*analysis, "nonconformity/n");
    std::string text;
    for (const RecordId process : analysis->judgement.homes().nearest().of(id))
        text += (text.empty() ? "" : ", ") + std::string(analysis->graph[process].id());
    const DisciplineSet served = analysis->facts.disciplines(id);
    return fmt::format("{}: {}", text, fmt::join(analysis->settings.names(served), ", "));
}

// The traces of the letter A of selling in quality, with an incident of these fields.
std::string acted(const std::string& incident) {
    const auto analysis =
        analyzed(kShop +
                 "# file: i.yaml\nobligation: tell\ntitle: Tell\nsource: law\nrequires: R\ndisciplines: [quality]\n"
                 "everywhere: yes\nnotify_within: 24 h\nowner: boss\nreview: {last: 2026-05-01}\n"
                 "evaluations: {date: 2026-05-01, result: met}\n"
                 "---\nincident: i\ntitle: I\ntype: incident\ndate: 2026-04-20 10:00\nknown: 2026-04-20 10:00\n"
                 "disciplines: [quality]\nprocesses: [sell]\nrisks: [wrong]\nlessons: L\n" +
                 incident);
    return traces_of(*analysis, cell_of(*analysis, "process/sell", "quality"), Mark::act);
}

}  // namespace

TEST_CASE("a nonconformity is at home where the things are that it is about") {
    CHECK(home("") == "sell, bake: ");
    CHECK(home("assets: [scale]\n") == "sell: ");
    CHECK(home("risks: [burnt]\n") == "bake: environment");
    CHECK(home("assets: [scale]\nrisks: [burnt]\n") == "sell, bake: environment");
    CHECK(home("risks: [burnt]\nprocesses: [sell]\n") == "sell: environment");
    CHECK(home("risks: [burnt]\ndisciplines: [quality]\n") == "bake: quality");
    // A site is no way to all who work in it.
    CHECK(home("sites: [house]\n") == "sell, bake: ");
}

TEST_CASE("to tell those who have to know in time is a part of acting on an incident") {
    const std::string learned =
        "for incident/i: happened on 2026-04-20; lessons are written, and a risk was reviewed since";
    CHECK(acted("notified: {obligation: tell, in: 3 h}\n") == learned + "\n");
    CHECK(acted("not_notifiable: {obligation: tell, reason: R, by: boss, date: 2026-04-20}\n") == learned + "\n");
    CHECK(acted("notified: {obligation: tell, in: 30 h}\n").find("; its notice under tell went out late\n") !=
          std::string::npos);
    const std::string silent = acted("");
    CHECK(silent.find("against incident/i: ") == 0);
    CHECK(silent.find("; its notice under tell was due by 2026-04-21 10:00\n") != std::string::npos);
    CHECK(silent.find("notification-late") != std::string::npos);
}

TEST_CASE("a duty of everybody is no concern of a process, and counts for the whole") {
    const auto with = [](const std::string& result) {
        return analyzed(kShop +
                        "# file: o.yaml\nobligation: law\ntitle: Law\nsource: law\nrequires: R\n"
                        "disciplines: [quality]\neverywhere: yes\nowner: boss\nreview: {last: 2026-05-01}\n"
                        "evaluations: {date: 2026-05-01, result: " +
                        result + "}\n");
    };
    const auto met = with("met");
    CHECK(
        traces_of(*met, cell_of(*met, "ims", "quality"), Mark::check).find("obligation/law: evaluated on 2026-05-01") !=
        std::string::npos);
    for (const Concern& each : met->facts.concerns(id_of(*met, "process/sell")))
        CHECK(met->graph[each.record].id() != "law");
    for (const Finding& each : met->findings) CHECK(each.rule != RuleId::obligation_unapplied);
    CHECK(met->judgement.coverage().without_discipline.empty());
    const auto broken = with("not-met");
    CHECK(traces_of(*broken, cell_of(*broken, "ims", "quality"), Mark::act).find("obligation-not-met") !=
          std::string::npos);
    CHECK(traces_of(*broken, cell_of(*broken, "process/sell", "quality"), Mark::act).find("law") == std::string::npos);
}
