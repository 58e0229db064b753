#include "engine/compare_with_git.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/sha256.h"
#include "schema/fields.h"
#include "yaml/canonical.h"

namespace ims {
namespace {

using Content = std::uint32_t;  // a content's number in the history
constexpr std::uint32_t kNone = GitHistory::kNone;

struct Said {
    std::string field;
    std::string text;  // canonical
};

// What a record says in one version of its file, the review aside.
struct Version {
    std::string last;        // `review.last`
    std::vector<Said> said;  // in the order of the file
};
using Versions = std::unordered_map<std::string, Version>;  // by the record's lasting name

NodeId value_of(const YamlTree& tree, std::string_view bytes, NodeId map, std::string_view wanted) {
    map = tree.resolved(map);
    if (tree[map].type != NodeType::map) return {};
    for (const YamlEntry& entry : tree.entries(map)) {
        if (tree.text(tree.resolved(entry.key), bytes) == wanted) return tree.resolved(entry.value);
    }
    return {};
}

// Of every record of a file.
Versions read_versions(const Schema& schema, const YamlTree& tree, std::string_view bytes) {
    Versions versions;
    for (const YamlDocument& document : tree.documents) {
        if (!document.root.known() || tree[document.root].type != NodeType::map) continue;
        std::string name;
        Version version;
        for (const YamlEntry& entry : tree.entries(document.root)) {
            const std::string_view key = tree.text(tree.resolved(entry.key), bytes);
            const NodeId value = tree.resolved(entry.value);
            if (key == "review") {
                const NodeId last = value_of(tree, bytes, value, "last");
                if (last.known()) version.last = tree.text(last, bytes);
            } else if (schema.find_kind(key)) {
                name = std::string(key) + '/' + std::string(tree.text(value, bytes));
            } else if (!key.starts_with("x_")) {
                version.said.push_back({std::string(key), canonical(tree, bytes, value)});
            }
        }
        if (!name.empty()) versions.emplace(std::move(name), std::move(version));
    }
    return versions;
}

// Fields that differ, in the order of the present record, those that are gone last.
std::vector<std::string> differences(const Version& now, const Version& then) {
    std::vector<std::string> fields;
    const auto text_of = [](const Version& version, const std::string& field) {
        const auto found = std::ranges::find(version.said, field, &Said::field);
        return found == version.said.end() ? std::string_view() : std::string_view(found->text);
    };
    for (const Said& each : now.said) {
        if (each.text != text_of(then, each.field)) fields.push_back(each.field);
    }
    for (const Said& each : then.said) {
        const bool here = std::ranges::find(now.said, each.field, &Said::field) != now.said.end();
        if (!here && !each.text.empty()) fields.push_back(each.field);
    }
    return fields;
}

// Git may write the ends of lines otherwise than the file has them.
std::string with_plain_lines(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '\r' || at + 1 == bytes.size() || bytes[at + 1] != '\n') out += bytes[at];
    }
    return out;
}

std::string hex_sha256(std::string_view bytes) {
    std::string text;
    for (const std::uint8_t byte : sha256(bytes)) text += fmt::format("{:02x}", byte);
    return text;
}

// What git keeps of a large file may be no more than its name there (Git LFS).
bool is_same_file(std::string_view now, std::string_view then) {
    constexpr std::string_view kKeptElsewhere = "version https://git-lfs.github.com/spec/";
    if (then.starts_with(kKeptElsewhere)) return then.find(hex_sha256(now)) != std::string_view::npos;
    return now == then || with_plain_lines(now) == with_plain_lines(then);
}

// A record on its way back to the commit that set its day of review.
struct Walker {
    RecordId record;
    Content content = kNone;  // of its file, at the commit where it stands
};
using Walkers = std::unordered_map<std::uint32_t, std::vector<Walker>>;  // by path

class Comparer {
public:
    Comparer(const Graph& graph, const std::vector<YamlTree>& trees, DocumentFiles& files, GitHistory& history)
        : graph_(graph), trees_(trees), files_(files), history_(history), waiting_(history.commits().size()) {}

    ChangesSinceReview run() {
        start();
        for (std::uint32_t commit = 0; commit < waiting_.size(); ++commit) {
            if (!waiting_[commit].empty()) step_back(commit, std::exchange(waiting_[commit], {}));
        }
        std::ranges::sort(result_.unknown);
        return std::move(result_);
    }

private:
    // Records whose day of review is committed.
    void start() {
        for (const RecordId id : graph_.all()) {
            const RecordView record = graph_[id];
            const FieldView last = record[fields::review][fields::review.last];
            if (record.retired() || !last.date() || last.inherited()) continue;
            const std::string& path = graph_.sources()[record.file()].path;
            const Content content = history_.committed(path);
            if (content == kNone) continue;
            switch (look(content, id)) {
                case Seen::same_day: waiting_.front()[history_.path_number(path)].push_back({id, content}); break;
                case Seen::not_at_hand: result_.unknown.push_back(id); break;
                case Seen::other: break;
            }
        }
    }

    // Everybody goes to the first parent together; only those whose file differs there are looked at.
    void step_back(std::uint32_t number, Walkers walkers) {
        const GitHistory::Commit& commit = history_.commits()[number];
        if (commit.parents.empty()) {
            for (const auto& [path, group] : walkers) {
                for (const Walker& walker : group) arrive(commit, walker);
            }
            return;
        }
        std::vector<std::pair<std::uint32_t, Walker>> changed;
        for (const GitHistory::Change& change : commit.parents.front().changes) {
            const auto found = walkers.find(change.path);
            if (found == walkers.end()) continue;
            for (const Walker& walker : found->second) changed.emplace_back(change.path, walker);
            walkers.erase(found);
        }
        join(waiting_[commit.parents.front().commit], std::move(walkers));
        for (const auto& [path, walker] : changed) step_back_alone(commit, path, walker);
    }

    static void join(Walkers& all, Walkers more) {
        if (all.size() < more.size()) std::swap(all, more);
        for (auto& [path, group] : more) std::ranges::copy(group, std::back_inserter(all[path]));
    }

    void step_back_alone(const GitHistory::Commit& commit, std::uint32_t path, const Walker& walker) {
        for (const GitHistory::Parent& parent : commit.parents) {
            const Content before = parent.before(path, walker.content);
            Seen seen = before == kNone ? Seen::other : look(before, walker.record);
            std::pair<std::uint32_t, Content> place = {path, before};
            if (seen == Seen::other && !stands_in(before, walker.record)) {
                place = find_elsewhere(parent, walker.record);
                if (place.second != kNone) seen = look(place.second, walker.record);
            }
            if (seen == Seen::not_at_hand) {
                result_.unknown.push_back(walker.record);
                return;
            }
            if (seen == Seen::same_day) {
                waiting_[parent.commit][place.first].push_back({walker.record, place.second});
                return;
            }
        }
        arrive(commit, walker);
    }

    // This commit set the day, or is the oldest that is at hand.
    void arrive(const GitHistory::Commit& commit, const Walker& walker) {
        if (commit.cut_off) {
            result_.unknown.push_back(walker.record);
            return;
        }
        const RecordView record = graph_[walker.record];
        const Versions& present = present_of(record.file());
        const Versions* past = versions(walker.content);
        const auto now = present.find(record.name());
        if (past == nullptr || now == present.end()) return;
        const auto then = past->find(record.name());
        if (then == past->end()) return;
        std::vector<std::string> fields = differences(now->second, then->second);
        const bool file = file_differs(record, commit);
        if (fields.empty() && !file) return;
        const auto day = parse_date(commit.day);
        result_.changed.emplace(walker.record,
                                ChangedSinceReview{std::move(fields), file, commit.hash, day.value_or(Date{})});
    }

    bool file_differs(const RecordView& record, const GitHistory::Commit& commit) {
        const FieldView location = record[fields::document::location];
        if (!record.is(kinds::document) || sort_of_location(location.text()) != LocationSort::path) return false;
        const auto now = files_.read(location.text());
        const auto then = now ? history_.content_at(commit, now->path) : std::nullopt;
        return then && !is_same_file(now->bytes, *then);
    }

    enum class Seen { same_day, other, not_at_hand };

    // How the record's day of review stands in a content, held against today's.
    Seen look(Content content, RecordId id) {
        const Versions* all = versions(content);
        if (all == nullptr) return Seen::not_at_hand;
        const RecordView record = graph_[id];
        const auto found = all->find(record.name());
        if (found == all->end()) return Seen::other;
        return parse_date(found->second.last) == record[fields::review][fields::review.last].date() ? Seen::same_day
                                                                                                    : Seen::other;
    }

    bool stands_in(Content content, RecordId id) {
        const Versions* all = content == kNone ? nullptr : versions(content);
        return all != nullptr && all->contains(graph_[id].name());
    }

    // A record that was not in its file before may have moved here from another that changed in the same commit.
    std::pair<std::uint32_t, Content> find_elsewhere(const GitHistory::Parent& parent, RecordId id) {
        if (moved_from_ != &parent) {
            moved_from_ = &parent;
            moved_.clear();
            for (const GitHistory::Change& change : parent.changes) {
                const std::string& path = history_.path(change.path);
                if (change.before == kNone || !(path.ends_with(".yaml") || path.ends_with(".yml"))) continue;
                if (const Versions* all = versions(change.before)) {
                    for (const auto& [name, version] : *all) moved_.try_emplace(name, change.path, change.before);
                }
            }
        }
        const auto found = moved_.find(graph_[id].name());
        return found == moved_.end() ? std::pair{kNone, kNone} : found->second;
    }

    // Of a past content; null where it is not at hand. Kept only for a while: neighbours ask for the same ones.
    const Versions* versions(Content content) {
        const auto known = past_.find(content);
        if (known != past_.end()) return known->second.get();
        if (past_.size() >= kKept) past_.clear();
        std::unique_ptr<Versions> read;
        if (const auto bytes = history_.content(content)) {
            read = std::make_unique<Versions>(read_versions(graph_.schema(), parse_yaml(*bytes), *bytes));
        }
        return past_.emplace(content, std::move(read)).first->second.get();
    }

    const Versions& present_of(FileId file) {
        if (file != present_file_) {
            const std::string& bytes = graph_.sources()[file].bytes;
            present_ = read_versions(graph_.schema(), trees_[file.index()], bytes);
            present_file_ = file;
        }
        return present_;
    }

    static constexpr std::size_t kKept = 256;

    const Graph& graph_;
    const std::vector<YamlTree>& trees_;
    DocumentFiles& files_;
    GitHistory& history_;
    std::vector<Walkers> waiting_;  // by commit
    std::unordered_map<Content, std::unique_ptr<Versions>> past_;
    FileId present_file_;
    Versions present_;
    const GitHistory::Parent* moved_from_ = nullptr;
    std::unordered_map<std::string, std::pair<std::uint32_t, Content>> moved_;
    ChangesSinceReview result_;
};

}  // namespace

ChangesSinceReview compare_with_git(const Graph& graph, const std::vector<YamlTree>& trees, DocumentFiles& files,
                                    GitHistory& history) {
    return Comparer(graph, trees, files, history).run();
}

}  // namespace ims
