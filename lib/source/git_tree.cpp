#include "source/git_tree.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "source/git_command.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr int kMostLinks = 40;  // on the way of one path
const std::string kNoIndex;     // but the usual one

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return taken;
}

// A file as git lists it.
struct Listed {
    std::string mode;  // 100644, 120000: a link, 160000: a submodule
    std::string hash;
    std::string path;  // from the root of its repository
    bool unmerged = false;
};

// Of `ls-tree -r -z` ("MODE blob HASH\tPATH") and of `ls-files -s -z` ("MODE HASH STAGE\tPATH"), of which an unmerged
// file has several: the first is as good as any.
std::vector<Listed> parse_list(std::string_view printed, bool of_index) {
    std::vector<Listed> files;
    while (!printed.empty()) {
        std::string_view entry = take_until(printed, '\0');
        Listed file;
        file.mode = take_until(entry, ' ');
        if (!of_index) take_until(entry, ' ');
        file.hash = take_until(entry, of_index ? ' ' : '\t');
        if (of_index) file.unmerged = take_until(entry, '\t') != "0";
        file.path = entry;
        if (files.empty() || files.back().path != file.path) files.push_back(std::move(file));
    }
    return files;
}

bool is_record_file(std::string_view path) {
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".schema.json") ||
           name_of(path) == ".ims-baseline";
}

Error not_at_hand(std::string_view what) {
    return Error{
        fmt::format("git has {} not at hand: this clone is partial or shallow, and nothing is fetched by itself\n"
                    "     fetch it first, for example by `git fetch --refetch --no-filter`",
                    what)};
}

}  // namespace

Result<std::unique_ptr<GitTree>> GitTree::open(const FileSystem& disk, const GitTreeWish& wish) {
    std::unique_ptr<GitTree> tree(new GitTree(disk, wish));
    tree->folders_.try_emplace(wish.repository);
    IMS_TRY(tree->read_repository(wish.repository, wish.commit, wish.commit.empty()));
    IMS_TRY(tree->read_contents());
    return tree;
}

Outcome GitTree::read_repository(const std::string& repository, const std::string& commit, bool of_index) {
    // Side by side: each takes git a while. What differs is asked of the folder alone: elsewhere little is ever read.
    const bool own = repository == wish_.repository;
    const std::string& of = own ? wish_.index : kNoIndex;
    const std::string& below = own ? wish_.folder : repository;
    std::vector<std::string> differs = {of_index ? "diff-files" : "diff-index", "--name-only", "-z", "--no-relative",
                                        "--ignore-submodules=all"};
    if (!of_index) differs.push_back(commit);
    differs.insert(differs.end(), {"--", "."});
    std::vector<std::string> list = {"ls-files", "-s", "-z", "--full-name"};
    if (!of_index) list = {"ls-tree", "-r", "-z", "--full-tree", commit};
    auto asked_marked =
        start_git(wish_.git, below, {"ls-files", "-v", "-z", "--full-name", "--", "."}, Complaints::thrown_away, of);
    auto asked_differing = start_git(wish_.git, below, std::move(differs), Complaints::thrown_away, of);
    const auto listed = ask_git(wish_.git, repository, std::move(list), {}, of);
    const auto differing = asked_differing ? asked_differing->finish() : std::nullopt;
    const auto marked = asked_marked ? asked_marked->finish() : std::nullopt;
    if (!listed || !differing || !marked) {
        if (const auto why = why_git_is_silent(wish_.git, repository)) return Error{repository, *why};
        if (of_index) return Error{repository, "git cannot tell what is to be committed (`git status` there says why)"};
        return not_at_hand(fmt::format("commit {}", short_hash(commit)));
    }
    std::unordered_set<std::string_view> touched;
    for (std::string_view rest = *differing; !rest.empty();) touched.insert(take_until(rest, '\0'));
    // Files that git was told to look away from (assume-unchanged, a sparse checkout) may differ all the same.
    for (std::string_view rest = *marked; !rest.empty();) {
        const std::string_view entry = take_until(rest, '\0');
        if (!entry.starts_with("H ")) touched.insert(entry.substr(std::min<std::size_t>(entry.size(), 2)));
    }
    const std::string inside_of = below == "/" ? below : below + "/";
    for (const Listed& file : parse_list(*listed, of_index)) {
        const std::string path = join_path(repository, file.path);
        const bool is_inside = path.starts_with(inside_of);
        if (file.unmerged && is_inside) {
            return Error{fmt::format("`{}` is not merged yet; mend it and `git add` it, or give up the merge",
                                     visible(file.path))};
        }
        if (file.mode == "160000") {
            folders_.try_emplace(path);
            add(path, {{}, {}, EntryType::folder, false});
            if (!is_inside) elsewhere_.push_back(path + "/");
            else if (disk_.type(join_path(path, ".git")) != EntryType::missing)
                IMS_TRY(read_submodule(repository, file.path, file.hash));
            continue;
        }
        const bool is_other = !is_inside || touched.contains(file.path);
        add(path, {file.hash, repository, file.mode == "120000" ? EntryType::link : EntryType::file, is_other});
    }
    return Nothing{};
}

Outcome GitTree::read_submodule(const std::string& repository, const std::string& path, const std::string& commit) {
    const std::string folder = join_path(repository, path);
    if (find_commit(wish_.git, folder, commit)) return read_repository(folder, commit, false);
    return Error{fmt::format(
        "commit {} of the submodule {} is not at hand\n     fetch it first: `git -C {} fetch --depth=1 origin {}`",
        short_hash(commit), visible(path), visible(path), commit)};
}

// A file, and the folders that it makes.
void GitTree::add(std::string path, Blob blob) {
    Entry entry{std::string(name_of(path)), blob.type};
    if (blob.type != EntryType::folder) blobs_.insert_or_assign(path, std::move(blob));
    while (path != wish_.repository) {
        path = folder_of(path).value_or("/");
        const auto [folder, is_new] = folders_.try_emplace(path);
        folder->second.push_back(std::move(entry));
        if (!is_new) break;
        entry = {std::string(name_of(path)), EntryType::folder};
    }
}

// All that differs below the folder, in one question.
Outcome GitTree::read_contents() {
    std::unordered_map<std::string, std::vector<std::string>> wanted;  // hashes, by repository
    // A folder that lay elsewhere then may have lain anywhere.
    const bool moved = !folders_.contains(wish_.folder);
    for (const auto& [path, blob] : blobs_) {
        const bool below = moved || wish_.folder == "/" || path.starts_with(wish_.folder + "/");
        if (below && (blob.type == EntryType::link || (blob.differs && is_record_file(path))))
            wanted[blob.repository].push_back(blob.hash);
    }
    for (auto& [repository, hashes] : wanted) {
        std::ranges::sort(hashes);
        hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
        std::string question;
        for (const std::string& hash : hashes) question += hash + '\n';
        const auto printed = ask_git(wish_.git, repository, {"cat-file", "--batch"}, question);
        if (!printed) return not_at_hand("files of this revision");
        // "HASH blob SIZE\nBYTES\n" each, or "HASH missing\n".
        for (std::string_view rest = *printed; !rest.empty();) {
            std::string_view head = take_until(rest, '\n');
            const std::string hash(take_until(head, ' '));
            if (take_until(head, ' ') != "blob") return not_at_hand("files of this revision");
            std::size_t size = 0;
            std::from_chars(head.data(), head.data() + head.size(), size);
            size = std::min(size, rest.size());
            contents_.emplace(hash, rest.substr(0, size));
            rest.remove_prefix(std::min(size + 1, rest.size()));
        }
    }
    return Nothing{};
}

std::string GitTree::plain(const std::string& path) const {
    std::string whole = path;
    if (!whole.starts_with('/')) whole = join_path(disk_.real_path(".").value_or("/"), path);
    std::vector<std::string_view> parts;
    for (std::string_view rest = whole; !rest.empty();) {
        const std::string_view part = take_until(rest, '/');
        if (part.empty() || part == ".") continue;
        if (part != "..") parts.push_back(part);
        else if (!parts.empty()) parts.pop_back();
    }
    return fmt::format("/{}", fmt::join(parts, "/"));
}

bool GitTree::inside(const std::string& path) const {
    const std::string& top = wish_.repository;
    const auto is_in = [&](const std::string& folder) { return path.starts_with(folder); };
    if (std::ranges::any_of(elsewhere_, is_in)) return false;
    return top == "/" || path == top || (path.starts_with(top) && path[top.size()] == '/');
}

// Link by link, from the outside in.
std::optional<std::string> GitTree::real_path(const std::string& path) const {
    std::string way = plain(path);
    if (!inside(way)) return disk_.real_path(path);
    for (int links = 0; links <= kMostLinks; ++links) {
        bool led = false;
        for (std::size_t slash = wish_.repository.size(); slash != std::string::npos && !led;) {
            slash = way.find('/', slash + 1);
            const std::string part = way.substr(0, slash);
            const auto blob = blobs_.find(part);
            if (blob == blobs_.end() || blob->second.type != EntryType::link) continue;
            const std::string target = bytes_of(blob->second);
            const std::string rest = slash == std::string::npos ? "" : way.substr(slash);
            way = plain(target.starts_with('/') ? target + rest
                                                : join_path(folder_of(part).value_or("/"), target) + rest);
            led = true;
        }
        if (led && !inside(way)) return disk_.real_path(way);
        if (led) continue;
        if (blobs_.contains(way) || folders_.contains(way)) return way;
        return std::nullopt;
    }
    return std::nullopt;
}

EntryType GitTree::type(const std::string& path) const {
    const auto real = real_path(path);
    if (!real) return EntryType::missing;
    if (!inside(*real)) return disk_.type(*real);
    return folders_.contains(*real) ? EntryType::folder : EntryType::file;
}

Result<std::vector<Entry>> GitTree::list(const std::string& folder) const {
    const auto real = real_path(folder);
    if (!real) return Error{folder, "no such folder"};
    if (!inside(*real)) return disk_.list(*real);
    const auto found = folders_.find(*real);
    if (found == folders_.end()) return Error{folder, "this is no folder"};
    return found->second;
}

Result<std::string> GitTree::read(const std::string& path, std::size_t limit) const {
    const auto real = real_path(path);
    if (!real) return Error{path, "no such file"};
    if (!inside(*real)) return disk_.read(*real, limit);
    const auto found = blobs_.find(*real);
    if (found == blobs_.end()) return Error{path, "this is no file"};
    if (!found->second.differs && disk_.type(*real) == EntryType::file) return disk_.read(*real, limit);
    std::string bytes = bytes_of(found->second);
    if (bytes.size() > limit) bytes.resize(limit + 1);
    return bytes;
}

std::string GitTree::bytes_of(const Blob& blob) const {
    const auto known = contents_.find(blob.hash);
    if (known != contents_.end()) return known->second;
    return ask_git(wish_.git, blob.repository, {"cat-file", "blob", blob.hash}).value_or("");
}

std::vector<std::string> GitTree::differing() const {
    std::vector<std::string> paths;
    for (const auto& [path, blob] : blobs_) {
        if (blob.differs && (wish_.folder == "/" || path.starts_with(wish_.folder + "/"))) paths.push_back(path);
    }
    return paths;
}

std::vector<std::string> GitTree::named(std::string_view name) const {
    std::vector<std::string> paths;
    for (const auto& [path, blob] : blobs_) {
        if (name_of(path) == name) paths.push_back(path);
    }
    std::ranges::sort(paths);
    return paths;
}

}  // namespace ims
