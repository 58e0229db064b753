// What has yet to be told of incidents, among what falls due.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assess/folder.h"
#include "assess/overview/due_dates.h"

using namespace ims;
using test::Folder;

namespace {

// "2026-05-31! notice of incident/spill: Warning, Permit, by role/keeper"; `!` for what is overdue.
std::string due(const std::string& incident) {
    const Folder folder(
        "process: melt\ntitle: Melt\n---\nrole: keeper\ntitle: Keeper\n---\nrole: smith\ntitle: Smith\n"
        "---\nobligation: permit\ntitle: Permit\nsource: permit\nrequires: R\ndisciplines: [environment]\n"
        "processes: [melt]\nowner: keeper\n"
        "notices: [{within: 24 h, from: occurrence, what: Warning}, {within: 1 month, from: classified}]\n"
        "---\nincident: spill\ntitle: Spill\ntype: incident\ndisciplines: [environment, quality]\n"
        "processes: [melt]\n" +
        incident);
    std::string text;
    Arena arena;
    const auto duties = duties_to_notify(folder.graph(), folder.facts().disciplines());
    for (const DueDate& date : due_dates(folder.graph(), folder.facts(), duties, arena)) {
        if (date.kind != DueKind::notice) continue;
        text += fmt::format(
            "{}{}{} {} of {}: {}, by {}, {}", text.empty() ? "" : "; ", to_string(*date.due), date.overdue ? "!" : "",
            folder.said(in_words(date.kind)), folder.graph()[date.record].name().text(), folder.said(date.what),
            date.owner.known() ? folder.graph()[date.owner].name().text() : "nobody", folder.names(date.disciplines));
    }
    return text;
}

}  // namespace

// Today is 2026-06-01.
TEST_CASE("a notice is due until it is sent, by whoever looks into the incident or answers for the duty") {
    CHECK(due("date: 2026-05-31 10:00\n") ==
          "2026-06-01 notice of incident/spill: Warning, Permit, by role/keeper, environment");
    CHECK(due("date: 2026-05-30 10:00\nowner: smith\nclassified: 2026-05-31\n") ==
          "2026-05-31! notice of incident/spill: Warning, Permit, by role/smith, environment; "
          "2026-06-30 notice of incident/spill: Permit, by role/smith, environment");
    CHECK(due("date: 2026-05-30 10:00\nnotified: {obligation: permit, in: 1 h}\n") == "");
    CHECK(due("date: 2026-05-30 10:00\nnotified: {obligation: permit, in: 30 h}\n") == "");
    CHECK(due("date: 2026-05-30 10:00\n"
              "not_notifiable: {obligation: permit, reason: R, by: keeper, date: 2026-05-30}\n") == "");
    CHECK(due("date: 2026-05-30 10:00\nstatus: draft\n") == "");
}
