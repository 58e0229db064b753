#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::nothing_in_force {
namespace {

// The processes that are not in force.
struct NotInForce {
    std::vector<RecordView> drafts;
    std::vector<RecordView> retired;
};

// "all 3 are drafts", "2 are drafts, 1 is retired"
Message reason(const NotInForce& processes, Reporter& report) {
    const std::size_t drafts = processes.drafts.size();
    const std::size_t retired = processes.retired.size();
    if (retired == 0 && drafts == 0) return "none is described";
    if (retired == 0) return drafts == 1 ? "the only one is a draft" : report.say("all {} are drafts", drafts);
    if (drafts == 0) return retired == 1 ? "the only one is retired" : report.say("all {} are retired", retired);
    return report.say("{0} {0:is a draft|are drafts}, {1} {1:is|are} retired", drafts, retired);
}

Message help(const NotInForce& processes, Reporter& report) {
    if (!processes.drafts.empty())
        return report.say(
            "begin with one that is worked by today, such as {}: [[take its line `status: draft` away|put it in "
            "force]], and see what is found then",
            processes.drafts.front());
    return "describe one process that is worked by today[[, in a file of its own: `process: deliver`, `title: Deliver "
           "flowers`, `owner: ROLE`; then name it under `processes` in the records that concern it|: what it is "
           "called, who owns it and whom it serves; then link to it what concerns it]]";
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    // A folder's own schemas may know no processes.
    if (graph.all().empty() || graph.may_be_unread(kinds::process) || !graph.schema()[kinds::process].of_records())
        return;
    NotInForce processes;
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (process.active()) return;
        (process.retired() ? processes.retired : processes.drafts).push_back(process);
    }
    const Settings& settings = context.settings;
    auto finding = report.whole(
        settings.disciplines.empty() ? graph[graph.settings_record()].id_span() : settings.disciplines.front().span,
        "no process is in force: {}", reason(processes, report));
    finding.about(settings, settings.in_force());
    if (!processes.drafts.empty()) finding.label(processes.drafts.front().id_span(), "a draft");
    finding
        .note(
            "so nothing that hangs on processes could be judged: who answers for what in which discipline, which "
            "risks they carry, what they need, when they were audited")
        .help(help(processes, report));
}

}  // namespace ims::rules::nothing_in_force
