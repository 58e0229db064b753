#include "compare/changes.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/glob.h"
#include "base/record_name.h"
#include "compare/renamed_text.h"
#include "model/said_records.h"
#include "yaml/canonical.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsFile = "ims.yaml";

// A record of a file that differs.
struct Stated {
    std::string path;
    std::vector<SaidField> fields;
};
using StatedByName = std::map<std::string, Stated>;

const FolderFile* find_file(const FolderFiles& files, std::string_view path) {
    const auto found = std::ranges::lower_bound(files, path, {}, &FolderFile::path);
    return found != files.end() && found->path == path ? &*found : nullptr;
}

bool same_bytes(const FolderFile& one, const FolderFile& other) {
    return one.read->parsed == other.read->parsed || one.read->parsed->bytes == other.read->parsed->bytes;
}

bool counts(const FolderFile& file) { return !file.built_in() && file.path != kSettingsFile; }

// The records of those files that lie nowhere on the other side.
void state(const Analysis& analysis, const std::vector<const FolderFile*>& files, StatedByName& out) {
    for (const FolderFile* file : files) {
        const ParsedFile& parsed = *file->read->parsed;
        for (SaidRecord& record : said_records(analysis.schema, parsed.tree, parsed.bytes)) {
            if (!record.name.empty())
                out.try_emplace(std::move(record.name), Stated{file->path, std::move(record.fields)});
        }
    }
}

std::size_t equal_fields(const Stated& one, const Stated& other) {
    std::size_t equal = 0;
    for (const SaidField& field : one.fields) {
        const auto same = std::ranges::find(other.fields, field.field, &SaidField::field);
        if (same != other.fields.end() && same->text == field.text) ++equal;
    }
    return equal;
}

std::string_view kind_of_name(std::string_view name) { return name.substr(0, name.find('/')); }
std::string_view id_of_record(std::string_view name) { return name.substr(name.find('/') + 1); }

}  // namespace

const RecordChange* Changes::of(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &all_[found->second];
}

bool Changes::names_all_the_same() const {
    return moved_.empty() && std::ranges::find(all_, ChangeSort::renamed, &RecordChange::sort) == all_.end();
}

std::string_view Changes::name_before(std::string_view name) const {
    const RecordChange* const change = of(name);
    return change != nullptr && change->sort == ChangeSort::renamed ? std::string_view(change->was) : name;
}

std::string_view Changes::name_now(std::string_view before) const {
    const auto found = by_name_before_.find(before);
    return found == by_name_before_.end() ? before : std::string_view(all_[found->second].name);
}

std::string_view Changes::path_before(std::string_view path) const {
    const auto found = moved_.find(std::string(path));
    return found == moved_.end() ? path : std::string_view(found->second);
}

namespace {

class Differ {
public:
    Differ(const Analysis& before, const Analysis& now) : before_(before), now_(now) {}

    void run() {
        sort_files();
        state(before_, gone_files_, then_);
        state(now_, new_files_, now_stated_);
        std::vector<std::string> added;
        std::vector<std::pair<std::string, std::vector<SaidField>>> stayed;
        for (const auto& [name, stated] : now_stated_) {
            const auto same = then_.find(name);
            if (same == then_.end()) {
                added.push_back(name);
                continue;
            }
            stayed.emplace_back(name, std::move(same->second.fields));
            then_.erase(same);
        }
        for (const auto& [name, stated] : then_) then_by_place_.emplace(place_of_kind(stated.path, name), name);
        for (const std::string& name : added) add(name);
        for (const auto& [name, stated] : then_) {
            const bool may_be_there =
                now_.graph.find(std::string_view(name)) || is_newly_ignored(stated.path, before_, now_);
            changes.push_back({may_be_there ? ChangeSort::unread : ChangeSort::gone, name, {}, {}});
        }
        for (const auto& [name, then] : stayed) {
            std::vector<std::string> fields = fields_changed(now_stated_.at(name).fields, then);
            if (!fields.empty()) changes.push_back({ChangeSort::changed, name, {}, std::move(fields)});
        }
        compare_settings();
        std::ranges::sort(changes, {}, &RecordChange::name);
    }

    std::vector<RecordChange> changes;
    std::unordered_map<std::string, std::string> moved;

private:
    // Files of the same bytes at another place have moved; those that neither stayed nor moved are looked into.
    void sort_files() {
        std::unordered_map<std::string_view, const FolderFile*> gone_by_bytes;
        for (const FolderFile& file : before_.graph.files()) {
            if (!counts(file)) continue;
            const FolderFile* const same = find_file(now_.graph.files(), file.path);
            if (same != nullptr && same_bytes(*same, file)) continue;
            gone_files_.push_back(&file);
            if (same == nullptr) gone_by_bytes.try_emplace(file.read->parsed->bytes, &file);
        }
        for (const FolderFile& file : now_.graph.files()) {
            if (!counts(file)) continue;
            const FolderFile* const same = find_file(before_.graph.files(), file.path);
            if (same != nullptr && same_bytes(*same, file)) continue;
            const auto from = same == nullptr ? gone_by_bytes.find(file.read->parsed->bytes) : gone_by_bytes.end();
            if (from == gone_by_bytes.end()) {
                new_files_.push_back(&file);
                continue;
            }
            moved.emplace(file.path, from->second->path);
            std::erase(gone_files_, from->second);
            gone_by_bytes.erase(from);
        }
    }

    // It is new, or one that is gone from the same file under another name, or one that could not be read before.
    void add(const std::string& name) {
        const Stated& stated = now_stated_.at(name);
        auto best = then_.end();
        std::size_t most = 0;
        const std::string place = place_of_kind(stated.path, name);
        for (auto [other, end] = then_by_place_.equal_range(place); other != end; ++other) {
            const auto then = then_.find(other->second);
            if (then == then_.end()) continue;
            const std::size_t equal = equal_fields(stated, then->second);
            const bool is_most = 2 * equal > std::max(stated.fields.size(), then->second.fields.size());
            if (!is_most || equal <= most) continue;
            best = then;
            most = equal;
            if (equal == stated.fields.size() && equal == then->second.fields.size()) break;
        }
        if (best == then_.end()) {
            const bool was_unread =
                before_.graph.find(std::string_view(name)) || is_newly_ignored(stated.path, now_, before_);
            changes.push_back({was_unread ? ChangeSort::readable : ChangeSort::added, name, {}, {}});
            return;
        }
        renamed_.emplace_back(best->first, name);
        changes.push_back(
            {ChangeSort::renamed, name, best->first, fields_that_differ(stated.fields, best->second.fields)});
        then_.erase(best);
    }

    // Without those in which nothing but the name of another record is another.
    std::vector<std::string> fields_changed(const std::vector<SaidField>& now,
                                            const std::vector<SaidField>& then) const {
        std::vector<std::string> fields = fields_that_differ(now, then);
        if (fields.empty() || renamed_.empty()) return fields;
        std::erase_if(fields, [&](const std::string& field) {
            const auto is = std::ranges::find(now, field, &SaidField::field);
            const auto was = std::ranges::find(then, field, &SaidField::field);
            if (is == now.end() || was == then.end()) return false;
            return is->text == with_values(was->text, [&](std::string_view value) {
                       std::string text(value);
                       for (const auto& [old, name] : renamed_)
                           text = renamed_in(text, id_of_record(old), id_of_record(name));
                       return text;
                   });
        });
        return fields;
    }

    static std::string place_of_kind(std::string_view path, std::string_view name) {
        return std::string(path) + '\n' + std::string(kind_of_name(name));
    }

    void compare_settings() {
        const FolderFile* const then = find_file(before_.graph.files(), kSettingsFile);
        const FolderFile* const now = find_file(now_.graph.files(), kSettingsFile);
        if (then == nullptr || now == nullptr || same_bytes(*then, *now)) return;
        std::vector<std::string> fields = fields_changed(fields_of(*now), fields_of(*then));
        if (!fields.empty()) changes.push_back({ChangeSort::changed, "ims", {}, std::move(fields)});
    }

    static std::vector<SaidField> fields_of(const FolderFile& file) {
        const ParsedFile& parsed = *file.read->parsed;
        if (parsed.tree.documents.empty()) return {};
        const NodeId root = parsed.tree.documents.front().root;
        std::vector<SaidField> fields = said_fields(parsed.tree, parsed.bytes, root);
        // A discipline of which nothing is said is in force all the same.
        for (SaidField& field : fields) {
            const NodeId value = value_in_map(parsed.tree, parsed.bytes, root, field.field);
            for (const SaidField& inner : said_fields(parsed.tree, parsed.bytes, value))
                field.text += '\n' + inner.field;
        }
        return fields;
    }

    const Analysis& before_;
    const Analysis& now_;
    std::vector<const FolderFile*> gone_files_;
    std::vector<const FolderFile*> new_files_;
    StatedByName then_;
    StatedByName now_stated_;
    std::vector<std::pair<std::string, std::string>> renamed_;  // names before and now
    std::multimap<std::string, std::string> then_by_place_;     // names of what is gone, by file and kind
};

}  // namespace

Changes::Changes(std::vector<RecordChange> all) : all_(std::move(all)) {
    for (std::size_t place = 0; place < all_.size(); ++place) {
        const RecordChange& change = all_[place];
        by_name_.emplace(change.name, place);
        if (change.sort == ChangeSort::renamed) by_name_before_.emplace(change.was, place);
    }
}

Changes find_changes(const Analysis& before, const Analysis& now) {
    Differ differ(before, now);
    differ.run();
    Changes changes(std::move(differ.changes));
    changes.moved_ = std::move(differ.moved);
    return changes;
}

bool is_newly_ignored(std::string_view path, const Analysis& before, const Analysis& now) {
    const std::vector<std::string>& then = before.settings.ignore;
    return std::ranges::any_of(now.settings.ignore, [&](const std::string& pattern) {
        return std::ranges::find(then, pattern) == then.end() && glob_matches(pattern, path);
    });
}

Changes all_new(const Analysis& now) {
    std::vector<RecordChange> all;
    for (const RecordId record : now.graph.all())
        all.push_back({ChangeSort::added, now.graph[record].name().text(), {}, {}});
    std::ranges::sort(all, {}, &RecordChange::name);
    return Changes(std::move(all));
}

}  // namespace ims
