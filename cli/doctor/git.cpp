// What git says of the folder, and whether `check --since` finds what to compare with.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/doctor/patient.h"
#include "cli/since.h"
#include "source/git_command.h"
#include "source/git_repository.h"
#include "source/git_state.h"

namespace ims {
namespace {

class GitOfPatient {
public:
    GitOfPatient(const Patient& patient, DoctorLines& lines)
        : patient_(patient), git_(patient.environment.git), lines_(lines) {}

    void look() {
        const auto repository = find_repository(*patient_.environment.files, patient_.real);
        const auto silence = silence_of_git(git_, patient_.real);
        if (silence) return tell_silence(*silence, repository.has_value());
        tell_commit();
        tell_ignored();
        if (is_shallow(git_, patient_.real))
            lines_.fine("history", "only the last commits are at hand",
                        "for more of them: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout");
        if (repository) tell_since(*repository);
    }

private:
    void tell_silence(const GitSilence& silence, bool has_repository) {
        if (!has_repository) {
            return lines_.fine("git", silence.why,
                               "without it `--since` and `--staged` do not work, and reports name no commit");
        }
        const std::string to_do = silence.remedy.empty() ? "let git be installed and answer here" : silence.remedy;
        lines_.mend("git", fmt::format("there is a `.git`, but {}", visible(silence.why)), visible(to_do));
    }

    void tell_commit() {
        const auto head = find_commit(git_, patient_.real, "HEAD");
        if (!head) return lines_.fine("git", "nothing is committed yet", "`git add` and `git commit`");
        std::string branch = answer({"rev-parse", "--abbrev-ref", "HEAD"});
        if (branch.empty() || branch == "HEAD") branch = "no branch";
        const std::string at = fmt::format("commit {} on {}", short_hash(*head), visible(branch));
        const auto state = git_state(git_, patient_.real);
        if (!state) return lines_.fine("git", at + ", in which there is no ims.yaml", "`git add` and `git commit` it");
        lines_.fine("git",
                    at + (state->changed ? "; files of records differ from it" : "; no file of records differs"));
    }

    void tell_ignored() {
        if (!patient_.found) return;
        for (const std::string& trouble : patient_.found->git_troubles)
            lines_.mend("git", visible(trouble), "`git status` there says more");
    }

    // What `check --since` without a revision takes.
    void tell_since(const std::string& repository) {
        if (!find_commit(git_, patient_.real, "HEAD")) return;
        const auto since = find_since(patient_.environment, std::string(kSinceAuto), repository);
        if (since) return lines_.fine("check --since", "compares with " + since->says);
        // "--since: what is wrong\n     what to do"
        std::string_view says = since.error().reason;
        if (const std::size_t colon = says.find(": "); says.starts_with("--since")) says.remove_prefix(colon + 2);
        const std::size_t end = says.find('\n');
        const std::string state(says.substr(0, end));
        std::string to_do;
        if (end != std::string_view::npos) to_do = std::string(trim(says.substr(end)));
        // Whoever works alone has nothing to merge into.
        if (answer({"remote"}).empty()) lines_.fine("check --since", state, to_do);
        else lines_.mend("check --since", state, to_do);
    }

    // The first line; empty where there is no answer.
    [[nodiscard]] std::string answer(std::vector<std::string> question) const {
        auto printed = ask_git(git_, patient_.real, std::move(question));
        if (!printed) return {};
        printed->erase(std::min(printed->find_first_of("\r\n"), printed->size()));
        return *printed;
    }

    const Patient& patient_;
    const std::string& git_;
    DoctorLines& lines_;
};

}  // namespace

void look_at_git(const Patient& patient, DoctorLines& lines) { GitOfPatient(patient, lines).look(); }

}  // namespace ims
