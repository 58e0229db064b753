#include "edit/mend.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

#include "edit/changes.h"

namespace ims {
namespace {

// An edit that was chosen, and what it comes from.
struct Chosen {
    Edit edit;
    std::size_t fix = 0;                  // its place among the chosen fixes
    const AddEntries* entries = nullptr;  // where it adds these: others may come to the same place
};

struct ChosenFix {
    const Finding* finding = nullptr;
    FixChanges changes;
};

// The entries that an edit adds, and nothing else; null where it does more. One operation makes one edit, and those of
// one fix stand at places of their own.
const AddEntries* added_by(const Edit& edit, const Analysis& analysis, const FixChanges& changes) {
    const std::vector<NodeChange>& nodes = changes.nodes.at(edit.span.file);
    if (changes.edits.size() == 1) return nodes.front().entries;
    for (const NodeChange& each : nodes) {
        const AddEntries* const added = each.entries;
        if (added == nullptr || edit.span.begin != edit.span.end) continue;
        const auto alone = render(analysis, {{}, Fix::Safety::unsafe, {*added}});
        if (alone && alone->size() == 1 && alone->front().span == edit.span) return added;
    }
    return nullptr;
}

bool names_one_of(const std::vector<std::string>& names, const AddEntries& entries) {
    return std::ranges::any_of(entries.entries,
                               [&](const NewEntry& each) { return std::ranges::find(names, each.key) != names.end(); });
}

class Round {
public:
    explicit Round(const Analysis& analysis) : analysis_(analysis) {}

    Mending mend(std::span<const Finding* const> findings) {
        for (const Finding* const finding : findings) choose(*finding);
        write();
        return std::move(out_);
    }

private:
    void choose(const Finding& finding) {
        auto changes = changes_of(analysis_, *finding.fix);
        if (!changes) return out_.refused.push_back({&finding, changes.error()});
        if (const auto file = half_read_.in(*finding.fix)) {
            return out_.refused.push_back(
                {&finding,
                 Error(analysis_.sources[*file].path,
                       "a part of this file cannot be read; nothing in it is changed before that is mended")});
        }
        std::vector<Chosen> edits;
        for (const Edit& edit : changes->edits)
            edits.push_back({edit, fixes_.size(), added_by(edit, analysis_, *changes)});
        const bool meets = std::ranges::any_of(edits, [&](const Chosen& each) { return meets_another(each); }) ||
                           changes_a_node_twice(*changes) || repeats_an_item(*changes);
        if (meets) return out_.waiting.push_back(&finding);
        for (Chosen& each : edits) put(std::move(each));
        for (const auto& [file, nodes] : changes->nodes) {
            of_files_[file].push_back(fixes_.size());
            for (const NodeChange& each : nodes) {
                if (auto item = item_of(file, each)) items_.insert(*std::move(item));
            }
            for (const NodeChange& each : nodes) nodes_.emplace(std::pair(file, each.node), each.entries != nullptr);
        }
        fixes_.push_back({&finding, std::move(*changes)});
    }

    // Two that only touch do not meet; nor do entries that come to one place of one map.
    bool meets_another(const Chosen& edit) const {
        const auto file = edits_.find(edit.edit.span.file);
        if (file == edits_.end()) return false;
        const std::vector<Chosen>& all = file->second;
        const Span& span = edit.edit.span;
        auto other = std::ranges::lower_bound(all, span.begin, {}, begin_of);
        // Those that were chosen overlap nowhere: of what begins before, the last one reaches furthest.
        if (other != all.begin() && std::prev(other)->edit.span.end > span.begin) return true;
        for (; other != all.end() && begin_of(*other) <= std::max(span.begin, span.end); ++other) {
            if (begin_of(*other) != span.begin) return begin_of(*other) < span.end;
            if (edit.entries == nullptr || other->entries == nullptr || edit.entries->span != other->entries->span ||
                names_one_of(keys_of(*edit.entries), *other->entries))
                return true;
        }
        return false;
    }

    static std::uint32_t begin_of(const Chosen& each) { return each.edit.span.begin; }

    static std::vector<std::string> keys_of(const AddEntries& added) {
        std::vector<std::string> keys;
        for (const NewEntry& each : added.entries) keys.push_back(each.key);
        return keys;
    }

    bool changes_a_node_twice(const FixChanges& changes) const {
        for (const auto& [file, nodes] : changes.nodes) {
            for (const NodeChange& each : nodes) {
                const auto other = nodes_.find({file, each.node});
                if (other != nodes_.end() && !(other->second && each.entries != nullptr)) return true;
            }
        }
        return false;
    }

    // What becomes an item of a list: one that another fix writes there too would stand there twice.
    using NewItem = std::tuple<FileId, NodeId, std::string>;
    std::optional<NewItem> item_of(FileId file, const NodeChange& change) const {
        if (!change.text) return std::nullopt;
        const YamlTree& tree = analysis_.graph.value_sources(file).own.parsed->tree;
        const NodeId list = list_of_item(tree, change.node);
        return list.known() ? std::optional(NewItem(file, list, *change.text)) : std::nullopt;
    }

    bool repeats_an_item(const FixChanges& changes) const {
        for (const auto& [file, nodes] : changes.nodes) {
            for (const NodeChange& each : nodes) {
                const auto item = item_of(file, each);
                if (item && items_.contains(*item)) return true;
            }
        }
        return false;
    }

    // In the order of places. Of what comes to one place each stands behind what it names as such.
    void put(Chosen edit) {
        std::vector<Chosen>& all = edits_[edit.edit.span.file];
        const auto [first, last] = std::ranges::equal_range(all, begin_of(edit), {}, begin_of);
        auto at = edit.entries == nullptr ? last : first;
        for (auto each = first; each != last && edit.entries != nullptr; ++each) {
            const bool names_it = std::ranges::any_of(
                each->entries->behind, [&](const std::string& name) { return names_one_of({name}, *edit.entries); });
            if (!names_it) at = std::next(each);
        }
        all.insert(at, std::move(edit));
    }

    void write() {
        for (auto wrong = write_files(); !wrong.empty(); wrong = write_files()) drop_from(wrong);
        for (const ChosenFix& each : fixes_) {
            if (each.finding != nullptr) out_.mended.push_back(each.finding);
        }
    }

    // The files that would not say what they are to.
    std::vector<FileId> write_files() {
        out_.files.clear();
        std::vector<FileId> wrong;
        for (const auto& [file, chosen] : edits_) {
            std::vector<Edit> edits;
            for (const Chosen& each : chosen) edits.push_back(each.edit);
            if (edits.empty()) continue;
            std::vector<NodeChange> nodes;
            for (const std::size_t fix : of_files_.at(file)) {
                if (fixes_[fix].finding == nullptr) continue;
                const std::vector<NodeChange>& more = fixes_[fix].changes.nodes.at(file);
                nodes.insert(nodes.end(), more.begin(), more.end());
            }
            auto bytes = rewritten(analysis_, file, edits, nodes);
            if (bytes) out_.files.push_back({file, std::move(*bytes)});
            else wrong.push_back(file);
        }
        return wrong;
    }

    // Fixes that are refused alone go for good. Where each would do alone, and all together would not, the first one of
    // a file stays.
    void drop_from(const std::vector<FileId>& files) {
        for (const FileId file : files) {
            bool refused = false;
            for (const std::size_t index : of_files_.at(file)) {
                if (fixes_[index].finding == nullptr) continue;
                if (const auto alone = apply(analysis_, *fixes_[index].finding->fix); !alone) {
                    out_.refused.push_back({fixes_[index].finding, alone.error()});
                    drop(index);
                    refused = true;
                }
            }
            bool first = true;
            for (const std::size_t index : of_files_.at(file)) {
                if (refused || fixes_[index].finding == nullptr) continue;
                if (!std::exchange(first, false)) {
                    out_.waiting.push_back(fixes_[index].finding);
                    drop(index);
                }
            }
        }
    }

    void drop(std::size_t fix) {
        fixes_[fix].finding = nullptr;
        for (auto& [file, edits] : edits_) std::erase_if(edits, [&](const Chosen& each) { return each.fix == fix; });
    }

    const Analysis& analysis_;
    HalfReadFiles half_read_{analysis_};
    std::vector<ChosenFix> fixes_;  // a dropped one has no finding
    std::map<FileId, std::vector<Chosen>> edits_;
    std::map<FileId, std::vector<std::size_t>> of_files_;  // the places of the fixes that change them
    std::map<std::pair<FileId, NodeId>, bool> nodes_;      // that change, and whether entries come to them
    std::set<NewItem> items_;
    Mending out_;
};

}  // namespace

Mending mend(const Analysis& analysis, std::span<const Finding* const> findings) {
    return Round(analysis).mend(findings);
}

std::vector<AskedPlace> places_asked(const Fix& fix) {
    std::vector<AskedPlace> places;
    for (const Operation& operation : fix.operations) {
        const Span& at = place_of(operation);
        const auto* const asked = std::get_if<AskForFields>(&operation);
        if (asked == nullptr) places.emplace_back(at.file, at.begin, Field());
        else
            for (const Field field : asked->fields) places.emplace_back(at.file, at.begin, field);
    }
    return places;
}

}  // namespace ims
