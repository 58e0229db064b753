#include "source/git_history.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "source/git_command.h"

namespace ims {
namespace {

// The text up to `end`, which is taken off together with it.
std::string_view take(std::string_view& text, char end) {
    const std::size_t length = text.find(end);
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length == std::string_view::npos ? text.size() : length + 1);
    return taken;
}

bool is_nothing(std::string_view hash) { return hash.find_first_not_of('0') == std::string_view::npos; }

}  // namespace

std::uint32_t GitHistory::Parent::before(std::uint32_t path, std::uint32_t content) const {
    const auto found = std::ranges::lower_bound(changes, path, {}, &Change::path);
    return found != changes.end() && found->path == path ? found->before : content;
}

std::optional<GitHistory> GitHistory::read(const std::string& git, const std::string& folder,
                                           const std::string& commit) {
    GitHistory history(git, folder, commit);
    if (!history.read_commits() || !history.read_cut() || !history.read_changes() || !history.read_committed())
        return std::nullopt;
    return history;
}

std::optional<std::string> GitHistory::ask(std::vector<std::string> arguments, std::string_view input) const {
    return ask_git(git_, folder_, std::move(arguments), input);
}

std::uint32_t GitHistory::number(std::string_view text, Numbers& numbers, std::vector<std::string>& texts) {
    const auto [found, added] = numbers.try_emplace(std::string(text), static_cast<std::uint32_t>(texts.size()));
    if (added) texts.emplace_back(text);
    return found->second;
}

bool GitHistory::read_commits() {
    const auto printed =
        ask({"rev-list", "--topo-order", "--parents", "--date=short", "--format=%cd", head_, "--", "."});
    if (!printed) return false;
    Numbers numbers;
    std::vector<std::vector<std::string>> parents;
    for (std::string_view rest = *printed; !rest.empty();) {
        std::string_view line = take(rest, '\n');
        if (take(line, ' ') != "commit") return false;
        Commit commit;
        commit.hash = take(line, ' ');
        std::vector<std::string>& names = parents.emplace_back();
        while (!line.empty()) names.emplace_back(take(line, ' '));
        commit.day = take(rest, '\n');
        numbers.emplace(commit.hash, static_cast<std::uint32_t>(commits_.size()));
        commits_.push_back(std::move(commit));
    }
    for (std::size_t index = 0; index < commits_.size(); ++index) {
        for (const std::string& name : parents[index]) {
            const auto found = numbers.find(name);
            if (found != numbers.end()) commits_[index].parents.push_back({found->second, {}});
        }
    }
    return !commits_.empty();
}

bool GitHistory::read_cut() {
    const auto shallow = ask({"rev-parse", "--is-shallow-repository"});
    if (!shallow) return false;
    if (!shallow->starts_with("true")) return true;
    // Where nothing is cut off, these are the first commits ever, of which nothing is lost but certainty.
    const auto ends = ask({"rev-list", "--max-parents=0", head_});
    if (!ends) return false;
    for (Commit& commit : commits_) commit.cut_off = ends->find(commit.hash) != std::string::npos;
    return true;
}

bool GitHistory::read_changes() {
    std::string pairs;
    for (const Commit& commit : commits_) {
        for (const Parent& parent : commit.parents) pairs += commit.hash + ' ' + commits_[parent.commit].hash + '\n';
    }
    if (pairs.empty()) return true;
    const auto printed = ask({"diff-tree", "--stdin", "--always", "-r", "-m", "-z", "--raw", "--no-renames",
                              "--no-ext-diff", "--relative", "--", "."},
                             pairs);
    if (!printed) return false;
    // For each pair the commit's name, then `:mode mode before after letter` and the path of each file.
    std::string_view rest = *printed;
    for (Commit& commit : commits_) {
        for (Parent& parent : commit.parents) {
            if (take(rest, '\0') != commit.hash) return false;
            while (rest.starts_with(':')) {
                std::string_view entry = take(rest, '\0');
                take(entry, ' ');
                take(entry, ' ');
                const std::string_view before = take(entry, ' ');
                const std::uint32_t path = number(take(rest, '\0'), path_numbers_, paths_);
                parent.changes.push_back(
                    {path, is_nothing(before) ? kNone : number(before, content_numbers_, contents_)});
            }
            std::ranges::sort(parent.changes, {}, &Change::path);
        }
    }
    return true;
}

bool GitHistory::read_committed() {
    const auto printed = ask({"ls-tree", "-r", "-z", head_});
    if (!printed) return false;
    for (std::string_view rest = *printed; !rest.empty();) {
        std::string_view entry = take(rest, '\0');
        std::string_view about = take(entry, '\t');
        take(about, ' ');
        take(about, ' ');
        committed_[number(entry, path_numbers_, paths_)] = number(about, content_numbers_, contents_);
    }
    return true;
}

std::uint32_t GitHistory::committed(std::string_view path) const {
    const auto found = committed_.find(path_number(path));
    return found == committed_.end() ? kNone : found->second;
}

std::uint32_t GitHistory::path_number(std::string_view path) const {
    const auto found = path_numbers_.find(std::string(path));
    return found == path_numbers_.end() ? kNone : found->second;
}

std::optional<std::string> GitHistory::content(std::uint32_t number) { return content_of(contents_[number]); }

std::optional<std::string> GitHistory::content_at(const Commit& commit, std::string_view path) {
    if (path.find('\n') != std::string_view::npos) return std::nullopt;
    return content_of(commit.hash + ":./" + std::string(path));
}

// `name`: a hash, or a commit and a path.
std::optional<std::string> GitHistory::content_of(const std::string& name) {
    if (!reader_) {
        auto program = start_git(git_, folder_, {"cat-file", "--batch"});
        if (!program) return std::nullopt;
        reader_.emplace(std::move(*program));
    }
    if (!reader_->send(name + '\n')) return std::nullopt;
    const auto line = reader_->read_line();
    if (!line) return std::nullopt;
    // `hash blob size`, or the name and `missing`
    if (line->ends_with(" missing")) return std::nullopt;
    std::string_view rest = *line;
    take(rest, ' ');
    const std::string_view type = take(rest, ' ');
    std::size_t size = 0;
    if (std::from_chars(rest.data(), rest.data() + rest.size(), size).ec != std::errc()) return std::nullopt;
    auto bytes = reader_->read(size + 1);
    if (!bytes || type != "blob") return std::nullopt;
    bytes->pop_back();
    return bytes;
}

}  // namespace ims
