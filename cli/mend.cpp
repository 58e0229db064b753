#include "cli/mend.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/file_changes.h"
#include "cli/interrupted_change.h"
#include "edit/mending_rounds.h"
#include "output/unified_diff.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kMostReasons = 5;

class Mender {
public:
    Mender(const Environment& environment, const MendWish& wish)
        : environment_(environment), wish_(wish), files_(*environment.files), rounds_(wish.options.unsafe) {}

    Result<States> run() {
        if (!wish_.options.diff) IMS_TRY(finish_interrupted(environment_, wish_.root));
        StateOptions wanted = wish_.states;
        wanted.changed = &files_;
        for (;;) {
            IMS_TRY_ASSIGN(const States states, read_states(environment_, wanted, wish_.root));
            const CheckResult result = choose_findings(*states.now, wish_.filter, states.comparison);
            if (!mend_round(result)) {
                IMS_TRY(finish(result));
                return states;
            }
            // Hints were told, and are still true.
            wanted.analysis.quiet = true;
        }
    }

private:
    // Whether anything was mended.
    bool mend_round(const CheckResult& result) {
        std::vector<const Finding*> findings;
        for (const FindingId id : result.findings) {
            const Finding& finding = result.finding(id);
            if (finding.fix && is_inside(result, *finding.fix)) findings.push_back(&finding);
        }
        const Mending mending = rounds_.next(*result.analysis, findings);
        refused_ = reasons(*result.analysis, mending.refused);
        for (const ChangedFile& each : mending.files) {
            const std::string& inside = result.analysis->sources[each.file].path;
            const std::string path = join_path(wish_.root, inside);
            inside_[path] = inside;
            originals_.try_emplace(path, result.analysis->graph.value_sources(each.file).own.parsed->bytes);
            files_.put(path, each.bytes);
        }
        return !mending.files.empty();
    }

    static std::set<std::string> reasons(const Analysis& analysis, const std::vector<RefusedFix>& refused) {
        std::set<std::string> lines;
        for (const RefusedFix& each : refused) {
            const std::string& path = analysis.sources[each.finding->span.file].path;
            lines.insert(each.why.path.empty() ? fmt::format("{}: {}", visible(path), each.why.message())
                                               : visible(each.why.message()));
        }
        return lines;
    }

    Outcome finish(const CheckResult& result) {
        FileChanges changes(environment_);
        for (const auto& [path, was] : originals_) changes.add(path, was, files_.files().at(path));
        if (wish_.options.diff) {
            for (const FileChange& each : changes.all()) environment_.out->write(patch(each));
            environment_.out->flush();
            IMS_TRY(changes.check());
        } else {
            IMS_TRY(changes.commit());
        }
        if (!wish_.states.analysis.quiet) tell(result, changes.all().size());
        return Nothing{};
    }

    [[nodiscard]] std::string patch(const FileChange& change) const {
        return unified_diff(join_path(wish_.way, inside_.at(change.path)), *change.old, change.bytes);
    }

    void tell(const CheckResult& result, std::size_t files) const {
        std::string text;
        std::size_t told_reasons = 0;
        for (const std::string& each : refused_) {
            if (++told_reasons <= kMostReasons) text += fmt::format("ims: {}\n", each);
        }
        if (refused_.size() > kMostReasons)
            text += fmt::format("ims: and {} more were left as they are\n", refused_.size() - kMostReasons);
        text += "ims: " + done(files) + more(result) + "\n" + next(files);
        environment_.err->write(text);
    }

    [[nodiscard]] std::string done(std::size_t files) const {
        if (rounds_.mended() + rounds_.asked() == 0) return "nothing to mend";
        std::string text;
        if (rounds_.mended() > 0)
            text = fmt::format("{} {}mended", rounds_.mended(), wish_.options.diff ? "would be " : "");
        if (rounds_.asked() > 0) {
            text += rounds_.mended() > 0 ? " and " : "";
            text += fmt::format("{} {}made to fill in", counted(rounds_.asked(), "place"),
                                rounds_.mended() == 0 && wish_.options.diff ? "would be " : "");
        }
        if (rounds_.later() > 0) text += fmt::format(", {} of them found on the way", rounds_.later());
        if (rounds_.asked() + rounds_.later() > 0) text += ",";
        return fmt::format("{} in {}", text, counted(files, "file"));
    }

    // What is left for others, or for another way of asking.
    [[nodiscard]] std::string more(const CheckResult& result) const {
        const Mendable left = count_mendable(result);
        std::string text;
        if (!wish_.options.unsafe && left.unsafe + left.asking > 0) {
            text += "; ";
            if (left.unsafe > 0) text += fmt::format("{} more", left.unsafe);
            if (left.asking > 0)
                text += fmt::format("{}{} to fill in", left.unsafe > 0 ? " and " : "", counted(left.asking, "place"));
            text += " with --unsafe-fixes";
        }
        if (left.outside > 0) text += fmt::format("; {} more would change files that were not named", left.outside);
        return text;
    }

    [[nodiscard]] std::string next(std::size_t files) const {
        if (files == 0) return "";
        if (wish_.options.diff)
            return fmt::format("     write it: {} {}, or hand it to `git apply`\n", wish_.command,
                               wish_.options.unsafe ? "--unsafe-fixes" : "--fix");
        const std::string folder = environment_.files->real_path(wish_.root).value_or(wish_.root);
        const std::string look = find_repository(*environment_.files, folder) ? "look at it: git diff" : "";
        const std::string fill =
            rounds_.asked() > 0 ? "fill in what stands empty: a comment behind it says what is due" : "";
        if (look.empty() && fill.empty()) return "";
        return fmt::format("     {}{}{}\n", look, look.empty() || fill.empty() ? "" : "; then ", fill);
    }

    const Environment& environment_;
    const MendWish& wish_;
    OverlayFileSystem files_;
    std::map<std::string, std::string> originals_;  // of those that were changed
    std::map<std::string, std::string> inside_;     // their paths from the folder of ims.yaml
    std::set<std::string> refused_;                 // in the last round, with the reason
    MendingRounds rounds_;
};

}  // namespace

void add_mend_options(CommandLine& line, MendOptions& options) {
    line.group("What is mended");
    line.flag("--fix", &options.safe, "Mend what a program can mend without changing what was meant");
    line.flag("--unsafe-fixes", &options.unsafe,
              "Mend what is a guess, too, and make places for what is missing, which you fill in");
    line.flag("--diff", &options.diff, "Write no file, but print what would be changed, as `git apply` takes it");
}

Outcome check_mend_options(const MendOptions& options, const StateOptions& states, bool with_formats) {
    if (!options.wanted()) return Nothing{};
    const std::string_view name = options.safe ? "--fix" : options.unsafe ? "--unsafe-fixes" : "--diff";
    if (states.staged) {
        return Error{
            fmt::format("{} changes what lies on the disk, and --staged looks at what git is about to commit; "
                        "leave one of them out",
                        name)};
    }
    if (options.diff && with_formats)
        return Error{"--diff prints a patch and no findings; leave --format out, or ask for both in two runs"};
    return Nothing{};
}

Result<States> mend_folder(const Environment& environment, const MendWish& wish) {
    return Mender(environment, wish).run();
}

}  // namespace ims
