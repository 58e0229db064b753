#include <fmt/format.h>

#include "base/text.h"
#include "cli/doctor/patient.h"
#include "judge/unused_baseline.h"
#include "source/git_command.h"
#include "source/paths.h"

namespace ims {
namespace {

// Where git merges line by line, two branches that each take out a line do not get into each other's way.
void tell_merging(const Patient& patient, DoctorLines& lines) {
    const auto said =
        ask_git(patient.environment.git, patient.real, {"check-attr", "merge", "--", std::string(kBaselineFile)});
    if (!said || said->find(": merge: union") != std::string::npos) return;
    lines.mend("baseline", "git does not merge it line by line",
               fmt::format("add this line to .gitattributes: {} merge=union", kBaselineFile));
}

}  // namespace

void look_at_baseline(const Patient& patient, DoctorLines& lines) {
    if (patient.analysis == nullptr) return;
    const Analysis& analysis = *patient.analysis;
    const auto& trouble = analysis.baseline_trouble;
    if (trouble) {
        lines.mend("baseline", visible(trouble->message()), "`ims baseline write` writes it anew");
    } else if (analysis.baseline == nullptr) {
        lines.fine("baseline", "none: whatever is found is told");
    } else {
        const Baseline& baseline = *analysis.baseline;
        const std::string state =
            fmt::format("{}, written for {}", counted(baseline.lines.size(), "line"),
                        baseline.day ? to_string(*baseline.day) : std::string("no day that it names"));
        const bool all_read = analysis.graph.broken_files() == 0;
        const std::size_t unused =
            all_read ? unused_lines(baseline, {analysis.findings, {}}, analysis.rules.book(), analysis.sources).size()
                     : 0;
        if (unused == 0) lines.fine("baseline", state);
        else
            lines.mend("baseline",
                       fmt::format("{}; {} nothing back any more", state,
                                   unused == 1 ? "1 holds" : fmt::format("{} hold", unused)),
                       "`ims baseline prune` takes them out");
    }
    if (trouble || analysis.baseline != nullptr) tell_merging(patient, lines);
}

}  // namespace ims
