#include "link/foreign_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/glob.h"
#include "diagnostics/rules.h"
#include "yaml/write.h"

namespace ims {
namespace {

using LeftOut = std::function<bool(const FolderFile&)>;

bool is_foreign(const FolderFile& file) { return file.read->troubles().foreign.has_value(); }

class Patterns {
public:
    Patterns(const FolderFiles& files, const LeftOut& left_out) : files_(files), left_out_(left_out) {
        for (const FolderFile& file : files) {
            if (file.built_in()) continue;
            for (const std::string_view folder : folders_of(file.path)) {
                Count& count = folders_[folder];
                ++(left_out_(file) ? count.left_out : count.others);
            }
            if (!left_out_(file)) add_names(file.path);
        }
    }

    // A folder in which nothing else lies stands for two of its files and more.
    [[nodiscard]] std::vector<std::string> run() const {
        std::vector<std::string> patterns;
        for (const FolderFile& file : files_) {
            if (!left_out_(file)) continue;
            std::string pattern = file.path;
            for (const std::string_view folder : folders_of(file.path)) {
                const Count& count = folders_.at(folder);
                if (count.others > 0 || count.left_out < 2) continue;
                pattern = folder;
                break;
            }
            pattern = exact(std::move(pattern));
            if (patterns.empty() || patterns.back() != pattern) patterns.push_back(std::move(pattern));
        }
        return patterns;
    }

private:
    struct Count {
        std::size_t left_out = 0;
        std::size_t others = 0;
    };

    // `a/` and `a/b/` of `a/b/c.yaml`.
    static std::vector<std::string_view> folders_of(std::string_view path) {
        std::vector<std::string_view> folders;
        for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
            folders.push_back(path.substr(0, slash + 1));
        return folders;
    }

    // A name alone is meant at any depth.
    [[nodiscard]] std::string exact(std::string pattern) const {
        const bool by_name = pattern.find_first_of("*?") == std::string::npos;
        const bool too_wide = by_name ? is_name_of_others(pattern) : std::ranges::any_of(files_, [&](const auto& file) {
            return !left_out_(file) && !file.built_in() && glob_matches(pattern, file.path);
        });
        return too_wide ? "/" + pattern : pattern;
    }

    // Whether the path of what is left out, as a pattern, is a name in the path of others too. One with a folder in
    // front is no name.
    [[nodiscard]] bool is_name_of_others(std::string_view path) const {
        if (!path.ends_with('/')) return other_files_.contains(path);
        path.remove_suffix(1);
        return other_files_.contains(path) || other_folders_.contains(path);
    }

    void add_names(std::string_view path) {
        for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
            other_folders_.insert(path.substr(0, slash));
            path.remove_prefix(slash + 1);
        }
        other_files_.insert(path);
    }

    const FolderFiles& files_;
    const LeftOut& left_out_;
    std::map<std::string_view, Count> folders_;
    // Names in the paths of what is not left out.
    std::set<std::string_view> other_folders_;
    std::set<std::string_view> other_files_;
};

// As they are written between the brackets of a list.
std::string as_items(const std::vector<std::string>& patterns) {
    std::string items;
    for (const std::string& pattern : patterns) {
        const auto written = write_scalar(pattern, {.in_brackets = true}, {});
        items += fmt::format("{}{}", items.empty() ? "" : ", ", written ? *written : pattern);
    }
    return items;
}

// Of many the first will do: the next run tells the others.
constexpr std::size_t kMostPatterns = 20;

class Report {
public:
    Report(FieldView ignore, std::vector<std::string> patterns, Arena& arena)
        : ignore_(ignore), patterns_(std::move(patterns)), arena_(arena) {
        if (patterns_.size() > kMostPatterns) patterns_.resize(kMostPatterns);
    }

    Finding of_one(Finding finding, FileId file) {
        place_in(finding, file);
        finding.help = ignore_ ? say("{0}[[; or, if the file belongs to another program, add {1:all} to `ignore` in "
                                     "ims.yaml|, or have the file left out]]",
                                     finding.help, quoted_each(patterns_))
                               : say("{0}[[; or, if the file belongs to another program, write `ignore: [{1}]` in "
                                     "ims.yaml|, or have the file left out]]",
                                     finding.help, plain(as_items(patterns_)));
        offer(finding);
        return finding;
    }

    Finding of_several(const FolderFiles& files, const std::vector<FileId>& foreign) {
        std::vector<std::string_view> paths;
        for (const FileId file : foreign) paths.push_back(files[file.index()].path);
        std::vector<Finding> one;
        Finding& finding = add_error(
            one, RuleId::no_kind, place_of(files, foreign.front()),
            say("[[{0} files hold no record: {1:5}|{0} of the files that are read hold no record]]", foreign.size(),
                quoted_each(paths)),
            ignore_
                ? say("[[if they belong to other programs, add {0:all} to `ignore` in ims.yaml; a record begins with "
                      "its kind and id, such as `process: take-orders`|have them left out, or made records]]",
                      quoted_each(patterns_))
                : say("[[if they belong to other programs, write `ignore: [{0}]` in ims.yaml; a record begins with "
                      "its kind and id, such as `process: take-orders`|have them left out, or made records]]",
                      plain(as_items(patterns_))));
        finding.notes.push_back(
            "[[every file whose name ends in `.yaml` or `.yml` is read, but for what git ignores]]");
        for (const FileId file : foreign) finding.sides.push_back({place_of(files, file), {}});
        finding.says_here = "[[another one|the first of them]]";
        offer(finding);
        return std::move(finding);
    }

private:
    template <class... Types>
    Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }

    static Span place_of(const FolderFiles& files, FileId file) {
        Span place = files[file.index()].read->troubles().foreign->span;
        place.file = file;
        return place;
    }

    // Whether they are another program's, only their author knows. A list takes one item at a time.
    void offer(Finding& finding) {
        if (!ignore_ || patterns_.size() != 1) return;
        Fix fix;
        fix.title = say("[[add {0} to `ignore`|have it left out]]", quoted(patterns_.front()));
        NewValue item;
        item.text = patterns_.front();
        fix.operations.emplace_back(AddItem{ignore_.span(), std::move(item)});
        finding.fix = std::move(fix);
    }

    FieldView ignore_;
    std::vector<std::string> patterns_;
    Arena& arena_;
};

}  // namespace

std::vector<std::string> ignore_patterns(const FolderFiles& files, const LeftOut& left_out) {
    return Patterns(files, left_out).run();
}

void report_foreign_files(const FolderFiles& files, FieldView ignore, std::vector<Finding>& findings, Arena& arena) {
    std::vector<FileId> foreign;
    for (std::size_t index = 0; index < files.size(); ++index) {
        if (is_foreign(files[index])) foreign.push_back(FileId::from(index));
    }
    if (foreign.empty()) return;
    Report report(ignore, ignore_patterns(files, is_foreign), arena);
    const FileId first = foreign.front();
    findings.push_back(foreign.size() == 1 ? report.of_one(*files[first.index()].read->troubles().foreign, first)
                                           : report.of_several(files, foreign));
}

}  // namespace ims
