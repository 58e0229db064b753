#include "cli/past_states.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/since.h"
#include "cli/states.h"
#include "engine/workspace.h"
#include "source/git_repository.h"
#include "source/git_tree.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::int32_t kDaysOfYear = 365;

class TrendReader {
public:
    TrendReader(const Environment& environment, const AnalysisOptions& options, const Analysis& now,
                const TrendOptions& wanted)
        : environment_(environment), options_(options), now_(now), wanted_(wanted) {}

    Result<Trend> read() {
        IMS_TRY(find_folder());
        IMS_TRY_ASSIGN(const std::vector<CommitOfDay> chosen, choose());
        IMS_TRY_ASSIGN(FolderOptions folder, folder_options(environment_, options_, now_.root));
        jobs_ = folder.jobs;
        Workspace workspace(*environment_.files, environment_.rules.book(), folder);
        const Progress progress(environment_, !options_.quiet,
                                fmt::format("judging {} …", counted(chosen.size(), "earlier state")));
        Trend trend;
        for (const CommitOfDay& commit : chosen) trend.push_back(judge(workspace, commit));
        trend.push_back(stood(now_, {}));
        return trend;
    }

private:
    Outcome find_folder() {
        folder_ = environment_.files->real_path(now_.root).value_or(now_.root);
        const auto found = find_repository(*environment_.files, folder_);
        if (!found)
            return Error{fmt::format("`{}` is in no git repository, which alone knows how it was", visible(now_.root))};
        repository_ = *found;
        if (const auto why = why_git_is_silent(environment_.git, repository_)) return Error{"trend: " + *why};
        return Nothing{};
    }

    [[nodiscard]] std::vector<CommitOfDay> history() const {
        std::vector<CommitOfDay> commits;
        for (DatedCommit& each : first_parents(environment_.git, repository_, "HEAD")) {
            if (const auto day = parse_date(each.day)) commits.push_back({std::move(each.hash), *day});
        }
        return commits;
    }

    Result<std::vector<CommitOfDay>> choose() const {
        const std::vector<CommitOfDay> commits = history();
        // What was committed today is the folder as it lies there, or was.
        const Date until{now_.facts.today().days - 1};
        if (wanted_.since.empty()) return choose_states(commits, {until.days - kDaysOfYear}, until, wanted_.every);
        if (const auto day = parse_date(wanted_.since)) return choose_states(commits, *day, until, wanted_.every);
        if (is_written_as_day(wanted_.since))
            return Error{fmt::format("--since: `{}` is no day of the calendar", visible(wanted_.since))};
        IMS_TRY_ASSIGN(const Since since, find_since(environment_, wanted_.since, repository_));
        const auto first = std::ranges::find(commits, since.commit, &CommitOfDay::hash);
        if (first == commits.end()) {
            return Error{
                fmt::format("--since: `{}` is not among the commits that this branch went through one after "
                            "the other; say the day instead: --since 2026-01-31",
                            visible(wanted_.since))};
        }
        return choose_states({commits.begin(), first + 1}, first->day, until, wanted_.every);
    }

    [[nodiscard]] StateThen judge(Workspace& workspace, const CommitOfDay& commit) {
        StateThen none{.commit = commit.hash, .day = commit.day};
        auto tree = GitTree::open(*environment_.files, {environment_.git, repository_, folder_, commit.hash, {}});
        if (!tree) {
            none.trouble = tree.error().message();
            return none;
        }
        const GitTree& files = *trees_.emplace_back(std::move(*tree));
        const auto root = root_at(files, *environment_.files, now_.root);
        if (!root) {
            none.trouble = "there was no ims.yaml";
            return none;
        }
        workspace.turn_to(files, *root, commit.hash);
        const auto state = workspace.read();
        if (!state) {
            none.trouble = state.error().message();
            return none;
        }
        return stood(*analyze(**state, environment_.rules, {commit.day, jobs_, {}, nullptr}), commit.hash);
    }

    const Environment& environment_;
    const AnalysisOptions& options_;
    const Analysis& now_;
    const TrendOptions& wanted_;
    std::size_t jobs_ = 1;
    std::string folder_;                           // without links, where git is asked
    std::string repository_;                       // likewise
    std::vector<std::unique_ptr<GitTree>> trees_;  // the workspace looks into them
};

}  // namespace

Result<Trend> read_trend(const Environment& environment, const AnalysisOptions& options, const Analysis& now,
                         const TrendOptions& wanted) {
    return TrendReader(environment, options, now, wanted).read();
}

}  // namespace ims
