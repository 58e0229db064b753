#include "engine/compare_with_git.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/sha256.h"
#include "model/said_records.h"
#include "schema/fields.h"

namespace ims {
namespace {

using ContentNumber = std::uint32_t;  // a content's number in the history
constexpr std::uint32_t kNone = GitHistory::kNone;

// What a record says in one version of its file, the review aside.
struct Version {
    std::string last;             // `review.last`
    std::vector<SaidField> said;  // in the order of the file
};
using Versions = std::unordered_map<std::string, Version>;  // by the record's lasting name

// Of every record of a file.
Versions read_versions(const Schema& schema, const YamlTree& tree, std::string_view bytes) {
    Versions versions;
    for (SaidRecord& record : said_records(schema, tree, bytes)) {
        if (record.name.empty()) continue;
        Version version;
        const NodeId review = value_in_map(tree, bytes, record.root, "review");
        const NodeId last = review.known() ? value_in_map(tree, bytes, review, "last") : NodeId();
        if (last.known()) version.last = tree.text(last, bytes);
        version.said = std::move(record.fields);
        std::erase_if(version.said, [](const SaidField& each) { return each.field == "review"; });
        versions.emplace(std::move(record.name), std::move(version));
    }
    return versions;
}

// Git may write the ends of lines otherwise than the file has them.
std::string with_plain_lines(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] != '\r' || at + 1 == bytes.size() || bytes[at + 1] != '\n') out += bytes[at];
    }
    return out;
}

// What git keeps of a large file may be no more than its name there (Git LFS).
bool is_same_file(std::string_view now, std::string_view then) {
    constexpr std::string_view kKeptElsewhere = "version https://git-lfs.github.com/spec/";
    if (then.starts_with(kKeptElsewhere)) return then.find(sha256_hex(now)) != std::string_view::npos;
    return now == then || with_plain_lines(now) == with_plain_lines(then);
}

// A record on its way back to the commit that set its day of review.
struct Walker {
    std::uint32_t subject = 0;      // its place in Comparer::subjects_
    ContentNumber content = kNone;  // of its file, at the commit where it stands
};
using Walkers = std::unordered_map<std::uint32_t, std::vector<Walker>>;  // by path

class Comparer {
public:
    Comparer(const Snapshot& state, DocumentFiles& files, GitHistory& history)
        : state_(state), files_(files), history_(history), waiting_(history.commits().size()) {}

    ReviewHistory run() {
        start();
        for (std::uint32_t commit = 0; commit < waiting_.size(); ++commit) {
            if (!waiting_[commit].empty()) step_back(commit, std::exchange(waiting_[commit], {}));
        }
        std::ranges::sort(result_.unknown);
        return std::move(result_);
    }

private:
    // A record that says when it was reviewed.
    struct Subject {
        RecordPlace place;
        std::string name;  // its lasting name
        std::optional<Date> last;
        std::string location;  // of a document, the path of its file; empty where it has none
    };

    // Records whose day of review is committed.
    void start() {
        const auto settings = std::ranges::find(*state_.files, "ims.yaml", &FolderFile::path);
        for (std::uint32_t index = 0; index < state_.files->size(); ++index) {
            const FolderFile& file = (*state_.files)[index];
            if (file.built_in() || file.path == settings->path) continue;
            const UnlinkedFile fields_of(*file.read, *settings->read->parsed, *state_.schema);
            for (std::uint32_t record = 0; record < file.read->records.size(); ++record)
                start(fields_of, file.read->records[record], {index, record});
        }
    }

    void start(const UnlinkedFile& fields_of, const Record& record, RecordPlace place) {
        const FieldView last = fields_of.field(record, fields::review)[fields::review.last];
        if (record.status == Status::retired || !last.date() || last.inherited()) return;
        const std::string& path = (*state_.files)[place.file].path;
        const ContentNumber content = history_.committed(path);
        if (content == kNone) return;
        const std::string_view kind = (*state_.schema)[record.kind].name;
        Subject subject{place, fmt::format("{}/{}", kind, record.id), last.date(), {}};
        const std::string_view location =
            record.kind == kinds::document ? fields_of.field(record, fields::document::location).text() : "";
        if (sort_of_location(location) == LocationSort::path) subject.location = location;
        const auto number = static_cast<std::uint32_t>(subjects_.size());
        subjects_.push_back(std::move(subject));
        switch (look(content, number)) {
            case Seen::same_day: waiting_.front()[history_.path_number(path)].push_back({number, content}); break;
            case Seen::not_at_hand: result_.unknown.push_back(place); break;
            case Seen::other: break;
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
            const ContentNumber before = parent.before(path, walker.content);
            Seen seen = before == kNone ? Seen::other : look(before, walker.subject);
            std::pair<std::uint32_t, ContentNumber> place = {path, before};
            if (seen == Seen::other && !stands_in(before, walker.subject)) {
                place = find_elsewhere(parent, walker.subject);
                if (place.second != kNone) seen = look(place.second, walker.subject);
            }
            if (seen == Seen::not_at_hand) {
                result_.unknown.push_back(subjects_[walker.subject].place);
                return;
            }
            if (seen == Seen::same_day) {
                waiting_[parent.commit][place.first].push_back({walker.subject, place.second});
                return;
            }
        }
        arrive(commit, walker);
    }

    // This commit set the day, or is the oldest that is at hand.
    void arrive(const GitHistory::Commit& commit, const Walker& walker) {
        if (commit.cut_off) {
            result_.unknown.push_back(subjects_[walker.subject].place);
            return;
        }
        const Subject& subject = subjects_[walker.subject];
        const Versions& present = present_of(subject.place.file);
        const Versions* past = versions(walker.content);
        const auto now = present.find(subject.name);
        if (past == nullptr || now == present.end()) return;
        const auto then = past->find(subject.name);
        if (then == past->end()) return;
        std::vector<std::string> fields = fields_that_differ(now->second.said, then->second.said);
        const bool file = file_differs(subject, commit);
        if (fields.empty() && !file) return;
        const auto day = parse_date(commit.day);
        result_.changed.emplace(subject.place,
                                ChangedSinceReview{std::move(fields), file, commit.hash, day.value_or(Date{})});
    }

    bool file_differs(const Subject& subject, const GitHistory::Commit& commit) {
        if (subject.location.empty()) return false;
        const auto now = files_.read(subject.location);
        const auto then = now ? history_.content_at(commit, now->path) : std::nullopt;
        return then && !is_same_file(now->bytes, *then);
    }

    enum class Seen { same_day, other, not_at_hand };

    // How the record's day of review stands in a content, held against today's.
    Seen look(ContentNumber content, std::uint32_t number) {
        const Versions* all = versions(content);
        if (all == nullptr) return Seen::not_at_hand;
        const auto found = all->find(subjects_[number].name);
        if (found == all->end()) return Seen::other;
        return parse_date(found->second.last) == subjects_[number].last ? Seen::same_day : Seen::other;
    }

    bool stands_in(ContentNumber content, std::uint32_t number) {
        const Versions* all = content == kNone ? nullptr : versions(content);
        return all != nullptr && all->contains(subjects_[number].name);
    }

    // A record that was not in its file before may have moved here from another that changed in the same commit.
    std::pair<std::uint32_t, ContentNumber> find_elsewhere(const GitHistory::Parent& parent, std::uint32_t number) {
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
        const auto found = moved_.find(subjects_[number].name);
        return found == moved_.end() ? std::pair{kNone, kNone} : found->second;
    }

    // Of a past content; null where it is not at hand. Kept only for a while: neighbours ask for the same ones.
    const Versions* versions(ContentNumber content) {
        const auto known = past_.find(content);
        if (known != past_.end()) return known->second.get();
        if (past_.size() >= kKept) past_.clear();
        std::unique_ptr<Versions> read;
        if (const auto bytes = history_.content(content)) {
            read = std::make_unique<Versions>(read_versions(*state_.schema, parse_yaml(*bytes), *bytes));
        }
        return past_.emplace(content, std::move(read)).first->second.get();
    }

    const Versions& present_of(std::uint32_t file) {
        if (file != present_file_) {
            const ParsedFile& parsed = *(*state_.files)[file].read->parsed;
            present_ = read_versions(*state_.schema, parsed.tree, parsed.bytes);
            present_file_ = file;
        }
        return present_;
    }

    static constexpr std::size_t kKept = 256;

    const Snapshot& state_;
    DocumentFiles& files_;
    GitHistory& history_;
    std::vector<Walkers> waiting_;  // by commit
    std::unordered_map<ContentNumber, std::unique_ptr<Versions>> past_;
    std::uint32_t present_file_ = kNone;
    Versions present_;
    const GitHistory::Parent* moved_from_ = nullptr;
    std::unordered_map<std::string, std::pair<std::uint32_t, ContentNumber>> moved_;
    std::vector<Subject> subjects_;
    ReviewHistory result_;
};

}  // namespace

ReviewHistory compare_with_git(const Snapshot& state, DocumentFiles& files, GitHistory& history) {
    return Comparer(state, files, history).run();
}

}  // namespace ims
