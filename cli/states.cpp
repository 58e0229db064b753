#include "cli/states.h"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/since.h"
#include "engine/workspace.h"
#include "judge/unused_baseline.h"
#include "source/git_repository.h"
#include "source/git_tree.h"
#include "source/paths.h"

namespace ims {
namespace {

// To free what was read takes longer than to end.
template <class Thing>
const Thing* keep(Thing thing) {
    static auto* const kept = new std::vector<std::unique_ptr<Thing>>();
    return kept->emplace_back(std::make_unique<Thing>(std::move(thing))).get();
}

const GitTree* kept_tree(std::unique_ptr<GitTree> tree) {
    static auto* const kept = new std::vector<std::unique_ptr<GitTree>>();
    return kept->emplace_back(std::move(tree)).get();
}

class StateReader {
public:
    StateReader(const Environment& environment, const StateOptions& options, const std::string& root)
        : environment_(environment), options_(options), root_(root) {}

    Result<States> read() {
        IMS_TRY_ASSIGN(FolderOptions wanted, folder_options(environment_, options_.analysis, root_));
        today_ = wanted.today;
        jobs_ = wanted.jobs;
        const bool with_before = !options_.since.empty();
        if (with_before || options_.staged || !options_.now.empty()) IMS_TRY(find_repository_of_folder());
        // Git looks for what was before while the folder of now is read.
        std::future<Result<Before>> before;
        if (with_before) before = std::async(std::launch::async, [this] { return open_before(); });
        if (options_.kept != nullptr) kept_ = &(*options_.kept)[root_];
        states_.jobs = jobs_;
        Workspace* const own = kept_ == nullptr ? open_workspace(wanted) : nullptr;
        if (own == nullptr) open_kept_workspace(wanted);
        Workspace& workspace = own != nullptr ? *own : *kept_->workspace;
        std::optional<Progress> progress(std::in_place, environment_, !options_.analysis.quiet,
                                         fmt::format("checking the records of {} …", visible(root_)));
        const Outcome now = read_now(workspace);
        if (with_before) {
            // Neither analysis keeps all processors busy all the time, and git takes its while: side by side.
            const bool alone = options_.analysis.stats != nullptr;
            std::future<std::unique_ptr<Analysis>> analysis;
            if (now)
                analysis =
                    std::async(alone ? std::launch::deferred : std::launch::async, [this] { return analyze_now(); });
            IMS_TRY_ASSIGN(Before found, before.get());
            IMS_TRY(now);
            if (alone) analysis.wait();
            IMS_TRY(read_before(workspace, std::move(found)));
            states_.now = keep_analysis(analysis.get());
        } else {
            IMS_TRY(now);
            states_.now = keep_analysis(analyze_now());
        }
        if (kept_ != nullptr) kept_->now = states_.now;
        progress.reset();
        tell_analysis(environment_, options_.analysis, *states_.now, today_, jobs_);
        if (!trouble_before_.empty()) environment_.err->write(trouble_before_);
        states_.before = known_.before;
        if (!options_.compared) return states_;
        IMS_TRY(look_at_baseline());
        if (with_before || known_.baseline != nullptr)
            states_.comparison = keep_comparison(compare(*states_.now, known_));
        return states_;
    }

private:
    struct Before {
        Since since;
        std::unique_ptr<GitTree> tree;  // null where nothing is committed yet
    };

    [[nodiscard]] std::unique_ptr<Workspace> new_workspace(const FolderOptions& wanted) const {
        const FileSystem& files = options_.changed != nullptr ? *options_.changed : *environment_.files;
        return std::make_unique<Workspace>(files, environment_.rules.book(), wanted);
    }

    // Of a folder that is read once. Its end is that of the process.
    [[nodiscard]] Workspace* open_workspace(const FolderOptions& wanted) const {
        static auto* const kept = new std::vector<std::unique_ptr<Workspace>>();
        return kept->emplace_back(new_workspace(wanted)).get();
    }

    // What came of the folder the last time is of no more use.
    void open_kept_workspace(const FolderOptions& wanted) const {
        kept_->now = nullptr;
        kept_->comparison.reset();
        kept_->analyses.clear();
        if (!kept_->workspace) kept_->workspace = new_workspace(wanted);
    }

    const Analysis* keep_analysis(std::unique_ptr<Analysis> analysis) const {
        if (kept_ == nullptr) return keep_to_the_end(std::move(analysis));
        return kept_->analyses.emplace_back(std::move(analysis)).get();
    }

    const Comparison* keep_comparison(Comparison comparison) const {
        if (kept_ == nullptr) return keep(std::move(comparison));
        kept_->comparison = std::make_unique<Comparison>(std::move(comparison));
        return kept_->comparison.get();
    }

    Outcome find_repository_of_folder() {
        folder_ = environment_.files->real_path(root_).value_or(root_);
        const auto found = find_repository(*environment_.files, folder_);
        if (!found) {
            return Error{fmt::format("{}`{}` is in no git repository",
                                     options_.since.empty() ? "--staged: " : options_.asked.before, visible(root_))};
        }
        repository_ = *found;
        return Nothing{};
    }

    Result<Before> open_before() const {
        IMS_TRY_ASSIGN(Since since, find_since(environment_, options_.since, repository_, options_.asked));
        if (since.commit.empty()) return Before{std::move(since), nullptr};
        IMS_TRY_ASSIGN(std::unique_ptr<GitTree> tree, open_tree(since.commit));
        return Before{std::move(since), std::move(tree)};
    }

    [[nodiscard]] Result<std::unique_ptr<GitTree>> open_tree(const std::string& commit) const {
        GitTreeWish wish{environment_.git, repository_, folder_, commit, {}};
        if (commit.empty()) wish.index = index_of_hook();
        auto tree = GitTree::open(*environment_.files, wish);
        if (!tree) {
            return Error{(commit.empty() ? "--staged: " : options_.asked.before) + tree.error().message()};
        }
        return std::move(*tree);
    }

    // For `git commit FILE` and `git commit -a` git makes an index of its own, and tells its hooks where it is. Only
    // one of this very repository is meant.
    [[nodiscard]] std::string index_of_hook() const {
        const auto named = variable_of(environment_, "GIT_INDEX_FILE");
        const auto folder = named ? git_folder(environment_.git, repository_) : std::nullopt;
        if (!folder) return {};
        const auto path = environment_.files->real_path(*named);
        const std::string inside = environment_.files->real_path(*folder).value_or(*folder) + "/";
        return path && path->starts_with(inside) && *path != inside + "index" ? *path : std::string();
    }

    Outcome read_now(Workspace& workspace) {
        if (!options_.now.empty()) IMS_TRY(turn_to_revision(workspace));
        if (options_.staged) {
            IMS_TRY_ASSIGN(std::unique_ptr<GitTree> index, open_tree({}));
            const GitTree* const tree = kept_tree(std::move(index));
            if (tree->type(join_path(root_, "ims.yaml")) == EntryType::missing) {
                return Error{fmt::format("--staged: `{}` is not added to git yet; `git add` it first",
                                         visible(join_path(root_, "ims.yaml")))};
            }
            workspace.turn_to(*tree, root_, std::string(kIndex));
        }
        auto state = kept_ == nullptr || kept_->everything ? workspace.read() : workspace.refresh(kept_->changed);
        if (kept_ != nullptr) {
            kept_->everything = !state;
            kept_->changed.clear();
        }
        if (!state) return state.error();
        now_ = *state;
        return Nothing{};
    }

    Outcome turn_to_revision(Workspace& workspace) {
        IMS_TRY_ASSIGN(const Since now, find_since(environment_, options_.now, repository_, options_.asked));
        states_.now_says = now.says;
        IMS_TRY_ASSIGN(std::unique_ptr<GitTree> opened, open_tree(now.commit));
        const GitTree* const tree = kept_tree(std::move(opened));
        const auto root = root_at(*tree, *environment_.files, root_);
        if (!root) return Error{fmt::format("there is no `{}` at {}", visible(join_path(root_, "ims.yaml")), now.says)};
        workspace.turn_to(*tree, *root, now.commit);
        return Nothing{};
    }

    [[nodiscard]] std::unique_ptr<Analysis> analyze_now() const {
        return analyze(*now_, environment_.rules, {today_, jobs_, {}, options_.analysis.stats});
    }

    // The folder as it was may not be there, or not be readable: then all is new.
    Outcome read_before(Workspace& workspace, Before before) {
        states_.compared_with = before.since.says;
        known_.nothing_before = true;
        if (before.tree == nullptr) return Nothing{};
        const GitTree& tree = *kept_tree(std::move(before.tree));
        const auto root = root_at(tree, *environment_.files, root_);
        if (!root) return Nothing{};
        std::optional<std::vector<std::string>> differing;
        if (!options_.staged && options_.now.empty()) differing = tree.differing();
        // Git knows the disk alone.
        if (differing && options_.changed != nullptr) {
            for (const auto& [path, bytes] : options_.changed->files())
                differing->push_back(environment_.files->real_path(path).value_or(path));
        }
        workspace.turn_to(tree, *root, before.since.commit, differing);
        const auto state = workspace.refresh({});
        if (!state) {
            trouble_before_ = fmt::format("ims: at {}: {}\n", states_.compared_with, state.error().message());
            return Nothing{};
        }
        known_.nothing_before = false;
        known_.before = keep_analysis(analyze(**state, environment_.rules, {today_, jobs_, {}, nullptr}));
        return Nothing{};
    }

    Outcome look_at_baseline() {
        if (options_.without_baseline) return Nothing{};
        if (states_.now->baseline_trouble) return *states_.now->baseline_trouble;
        const Baseline* const baseline = states_.now->baseline.get();
        if (baseline == nullptr) return Nothing{};
        known_.baseline = baseline;
        tell_unused(*baseline);
        const bool days_passed = baseline->day && *baseline->day < today_;
        if (days_passed && known_.before == nullptr && goes_beyond(*states_.now, *baseline)) {
            known_.on_its_day = keep_analysis(analyze(*now_, environment_.rules, {*baseline->day, jobs_, {}, nullptr}));
        }
        return Nothing{};
    }

    // Where it is no finding.
    void tell_unused(const Baseline& baseline) const {
        const Analysis& now = *states_.now;
        if (options_.analysis.quiet || now.settings.strict_baseline || now.graph.broken_files() > 0) return;
        const std::size_t unused = unused_lines(baseline, {now.findings, {}}, now.rules.book(), now.sources).size();
        if (unused == 0) return;
        environment_.err->write(
            fmt::format("ims: {} of {} hold{} nothing back any more; take {} out: ims baseline prune\n",
                        counted(unused, "line"), kBaselineFile, unused == 1 ? "s" : "", unused == 1 ? "it" : "them"));
    }

    const Environment& environment_;
    const StateOptions& options_;
    const std::string& root_;
    KeptFolder* kept_ = nullptr;
    Date today_;
    std::size_t jobs_ = 1;
    std::string folder_;      // without links, where git is asked
    std::string repository_;  // likewise
    std::shared_ptr<const Snapshot> now_;
    Known known_;
    std::string trouble_before_;  // why the state before could not be read, in a line
    States states_;
};

}  // namespace

std::optional<std::string> root_at(const GitTree& tree, const FileSystem& disk, const std::string& root) {
    if (tree.type(join_path(root, "ims.yaml")) == EntryType::file) return root;
    std::vector<std::string> gone = tree.named("ims.yaml");
    std::erase_if(gone, [&](const std::string& path) { return disk.type(path) != EntryType::missing; });
    return gone.size() == 1 ? folder_of(gone.front()) : std::nullopt;
}

Result<States> read_states(const Environment& environment, const StateOptions& options, const std::string& root) {
    return StateReader(environment, options, root).read();
}

}  // namespace ims
