#include "cli/watch.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/glob.h"
#include "base/text.h"
#include "cli/platform/watcher.h"
#include "source/git_ignored.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kClear = "\x1b[H\x1b[2J";  // what scrolled away before stays

bool is_settings(const Watcher::Change& change) {
    return change.path == "ims.yaml" || name_of(change.path) == ".gitignore";
}

// Others count only when they come or go: documents may lie there.
bool is_read(std::string_view path) {
    const std::string name = to_lower(name_of(path));
    return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".schema.json") ||
           name == kBaselineFile || name == ".gitignore";
}

// Without those that this program brings along.
std::size_t own_records(const Analysis& analysis) {
    const auto is_own = [&](RecordId record) { return !analysis.graph[record].built_in(); };
    return static_cast<std::size_t>(std::ranges::count_if(analysis.graph.all(), is_own));
}

class Watch {
public:
    Watch(const Environment& environment, const WatchOptions& options, const std::vector<Place>& places,
          KeptFolders& kept, const std::function<Result<Exit>(const Environment&)>& run)
        : environment_(environment),
          now_(environment),
          options_(options),
          kept_(kept),
          run_(run),
          ignored_by_git_(places.size()) {
        now_.err_screen = {};  // nobody waits for a line that says that it is at work
        for (const Place& place : places) roots_.push_back(place.root);
    }

    Result<Exit> go_on() {
        IMS_TRY_ASSIGN(Printed printed, run_once());
        print(printed, "");
        while (true) {
            ask_git();
            Watcher watcher(
                roots_, [this](std::size_t root, const std::string& path) { return is_left_out(root, path); },
                options_.poll ? Watcher::Way::looking : Watcher::Way::told);
            tell_way(watcher);
            // What was saved before it began to watch is found by looking once more.
            look_at_everything();
            IMS_TRY_ASSIGN(Printed again, run_once());
            if (again != printed) print(again, "");
            printed = std::move(again);
            tell_waiting();
            bool other_settings = false;
            while (!other_settings) {
                auto changes = watcher.wait();
                if (!changes) return exit_;
                choose(*changes);
                if (changes->empty()) continue;
                note(*changes);
                other_settings = std::ranges::any_of(*changes, is_settings);
                IMS_TRY_ASSIGN(again, run_once());
                // What is no record may have come and gone, and nothing is to be said of it.
                const bool told = again != printed || std::ranges::any_of(*changes, [](const Watcher::Change& change) {
                                      return is_read(change.path);
                                  });
                printed = std::move(again);
                if (!told) continue;
                print(printed, describe(*changes));
                if (!other_settings) tell_waiting();
            }
        }
    }

private:
    struct Printed {
        std::string out;
        std::string err;
        bool operator==(const Printed&) const = default;
    };

    // An error only where no save will mend it.
    Result<Printed> run_once() {
        Printed printed;
        Writer out(printed.out);
        Writer err(printed.err);
        now_.out = &out;
        now_.err = &err;
        if (environment_.out_screen.terminal) {
            now_.out_screen = screen_of_output();
            now_.out_screen.rows -= std::min<std::size_t>(now_.out_screen.rows, 2);  // for our own line
        }
        if (environment_.calendar) now_.today = environment_.calendar();
        const Result<Exit> ended = run_(now_);
        if (!ended && ended.error().path.empty()) return ended.error();
        exit_ = ended ? *ended : Exit::usage;
        if (!ended) err.write(fmt::format("ims: {}\n", ended.error().message()));
        return printed;
    }

    void print(const Printed& printed, const std::string& why) {
        ++runs_;
        if (environment_.out_screen.terminal) environment_.out->write(kClear);
        else environment_.out->write(fmt::format("=== run {}{} ===\n", runs_, why.empty() ? "" : ": " + why));
        environment_.out->flush();
        environment_.err->write(printed.err);
        environment_.err->flush();
        environment_.out->write(printed.out);
        environment_.out->flush();
    }

    void tell_waiting() {
        if (options_.quiet) return;
        std::size_t records = 0;
        std::size_t unread = 0;
        for (const auto& [root, folder] : kept_) {
            if (folder.now == nullptr) continue;
            records += own_records(*folder.now);
            unread += folder.now->graph.broken_files();
        }
        std::string says = fmt::format("watching {}", counted(records, "record"));
        if (unread > 0) {
            says += fmt::format("; {} cannot be read, and what may stand in {} is not reported as missing",
                                counted(unread, "file"), unread == 1 ? "it" : "them");
        }
        environment_.out->write(says + "; Ctrl+C ends\n");
        environment_.out->flush();
    }

    void tell_way(const Watcher& watcher) {
        if (options_.poll || watcher.way() == Watcher::Way::told || told_way_) return;
        told_way_ = true;
        environment_.err->write(
            "ims: this system does not tell what changes in so many folders; the files are looked at now and then\n");
        environment_.err->flush();
    }

    void ask_git() {
        for (std::size_t root = 0; root < roots_.size(); ++root) {
            ignored_by_git_[root].clear();
            if (environment_.git.empty()) continue;
            for (std::string& path : git_ignored(environment_.git, roots_[root]).paths)
                ignored_by_git_[root].insert(std::move(path));
        }
    }

    [[nodiscard]] bool is_left_out(std::size_t root, const std::string& path) const {
        const std::string_view name = name_of(path);
        if (name.starts_with('.') && name != kBaselineFile && name != ".gitignore") return true;
        if (path == "ims.yaml") return false;
        if (is_ignored_by_git(root, path)) return true;
        const auto folder = kept_.find(roots_[root]);
        const Analysis* const now = folder == kept_.end() ? nullptr : folder->second.now;
        const auto is_named = [&](const std::string& pattern) {
            return glob_matches(pattern, path) || glob_matches(pattern, path + "/");
        };
        if (now != nullptr && std::ranges::any_of(now->settings.ignore, is_named)) return true;
        // A system of its own.
        return environment_.files->type(join_path(join_path(roots_[root], path), "ims.yaml")) == EntryType::file;
    }

    // Or lies in a folder that is.
    [[nodiscard]] bool is_ignored_by_git(std::size_t root, const std::string& path) const {
        const std::set<std::string>& ignored = ignored_by_git_[root];
        if (ignored.empty()) return false;
        for (std::optional<std::string> part = path; part && !part->empty(); part = folder_of(*part)) {
            if (ignored.contains(*part)) return true;
        }
        return false;
    }

    // What is new may be ignored by git.
    void choose(std::vector<Watcher::Change>& changes) {
        const bool others = std::ranges::any_of(changes, &Watcher::Change::came_or_went);
        if (others) ask_git();
        std::erase_if(changes, [&](const Watcher::Change& change) {
            return is_ignored_by_git(change.root, change.path) || (!change.came_or_went && !is_read(change.path));
        });
    }

    void note(const std::vector<Watcher::Change>& changes) {
        if (std::ranges::any_of(changes, is_settings)) look_at_everything();
        for (const Watcher::Change& change : changes) kept_[roots_[change.root]].changed.push_back(change.path);
    }

    void look_at_everything() {
        for (const std::string& root : roots_) kept_[root].everything = true;
    }

    [[nodiscard]] static std::string describe(const std::vector<Watcher::Change>& changes) {
        std::set<std::string> names;
        for (const Watcher::Change& change : changes) names.insert(change.path);
        constexpr std::size_t kFew = 3;
        return join_names(names, Ticks::no, kFew) + " changed";
    }

    const Environment& environment_;
    Environment now_;  // that of the runs; what is kept of folders points to its rules
    const WatchOptions& options_;
    KeptFolders& kept_;
    const std::function<Result<Exit>(const Environment&)>& run_;
    std::vector<std::string> roots_;
    std::vector<std::set<std::string>> ignored_by_git_;  // by root
    Exit exit_ = Exit::clean;
    std::size_t runs_ = 0;
    bool told_way_ = false;
};

}  // namespace

void add_watch_options(CommandLine& line, WatchOptions& options) {
    line.group("While you write");
    line.flag("--watch", &options.wanted,
              "Check again whenever a file is saved, until Ctrl+C; what did not change is not read again");
    line.flag(
        "--poll", &options.poll,
        "With --watch: look at the files now and then instead of being told; for network drives, which do not tell "
        "what others save there");
}

Outcome may_be_watched(const WatchOptions& options, const StateOptions& states, bool stats,
                       const std::vector<Destination>& destinations) {
    if (options.poll && !options.wanted) return Error{"--poll says how --watch looks at the files: give --watch too"};
    if (!options.wanted) return Nothing{};
    std::string_view without;
    if (!states.since.empty()) without = "--since";
    else if (states.staged) without = "--staged";
    else if (stats) without = "--stats";
    if (!without.empty())
        return Error{fmt::format("--watch looks at the files of now, again and again: leave out {}", without)};
    for (const Destination& destination : destinations) {
        if (!destination.file.empty())
            return Error{fmt::format("--watch prints, and writes no file: leave out `{}`", visible(destination.file))};
        if (destination.format->name != "text" && destination.format->name != "concise") {
            return Error{fmt::format("--watch prints for people: --format text or concise, and not {}",
                                     destination.format->name)};
        }
    }
    return Nothing{};
}

Result<Exit> watch(const Environment& environment, const WatchOptions& options, const std::vector<Place>& places,
                   KeptFolders& kept, const std::function<Result<Exit>(const Environment&)>& run) {
    return Watch(environment, options, places, kept, run).go_on();
}

}  // namespace ims
