#include "edit/retire.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "assess/dates/history.h"
#include "base/text.h"
#include "edit/place_of_operation.h"
#include "edit/rename.h"
#include "edit/render.h"
#include "model/said_records.h"
#include "schema/fields.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"

namespace ims {
namespace {

Span span_of(const ParsedFile& parsed, FileId file, NodeId node) {
    return {file, parsed.tree[node].begin, parsed.tree[node].end};
}

// The map that a record is written as.
NodeId root_of(const ParsedFile& parsed, const RecordView& record) {
    const std::uint32_t at = record.id_span().begin;
    const auto found = std::ranges::find_if(parsed.tree.documents, [&](const YamlDocument& each) {
        return each.root.known() && each.begin <= at && at < each.end;
    });
    return found == parsed.tree.documents.end() ? NodeId() : found->root;
}

NewEntry entry(std::string key, std::string_view text) {
    NewEntry out{std::move(key), {}};
    out.value.text = text;
    return out;
}

class Retirer {
public:
    Retirer(const Analysis& analysis, RecordId record, std::optional<RecordId> other)
        : analysis_(analysis), graph_(analysis.graph), record_(graph_[record]) {
        if (other) other_ = graph_[*other];
    }

    Result<Retirement> run() {
        out_.fix.title = "retire it";
        IMS_TRY(mark());
        IMS_TRY(look_at_places());
        take_what_it_says();
        return std::move(out_);
    }

private:
    // What a place is to become.
    enum class Becomes : std::uint8_t { other, nothing, same };
    struct Decision {
        Becomes becomes = Becomes::same;
        Stays why = Stays::nobody;
    };

    [[nodiscard]] const ParsedFile& parsed(FileId file) const { return *graph_.value_sources(file).own.parsed; }

    [[nodiscard]] Error at(Span place, const std::string& why) const {
        const LineOfFile where = line_of(analysis_, place);
        return {where.path, fmt::format(":{}", where.line), why};
    }

    Outcome mark() {
        const FileId file = record_.file();
        const ParsedFile& own = parsed(file);
        const NodeId root = root_of(own, record_);
        AddEntries added{span_of(own, file, root), {}, {"title", "status"}};
        const NodeId status = value_in_map(own.tree, own.bytes, root, "status");
        out_.retires = !record_.retired();
        if (out_.retires) {
            if (status.known()) out_.fix.operations.push_back(ReplaceValue{span_of(own, file, status), "retired"});
            else added.entries.push_back(entry("status", "retired"));
        }
        if (other_) IMS_TRY(say_by_whom(root, added));
        if (!added.entries.empty()) out_.fix.operations.push_back(std::move(added));
        return Nothing{};
    }

    Outcome say_by_whom(NodeId root, AddEntries& added) {
        const FileId file = record_.file();
        const ParsedFile& own = parsed(file);
        const FieldView said = record_[fields::replaced_by];
        if (said && !said.inherited()) {
            if (said.target() == other_->record()) return Nothing{};
            return at(said.span(), fmt::format("it says already that `{}` replaced it; change that first, if `{}` did",
                                               visible(said.text()), other_->name().text()));
        }
        out_.says_by_whom = true;
        const NodeId empty = value_in_map(own.tree, own.bytes, root, "replaced_by");
        if (empty.known())
            out_.fix.operations.push_back(ReplaceValue{span_of(own, file, empty), std::string(other_->id())});
        else added.entries.push_back(entry("replaced_by", other_->id()));
        return Nothing{};
    }

    Outcome look_at_places() {
        places_ = places_naming(analysis_, record_.kind(), record_.id());
        if (other_) {
            for (const NamedPlace& each : places_naming(analysis_, other_->kind(), other_->id()))
                of_other_.insert(each.span);
        }
        for (auto first = places_.begin(); first != places_.end();) {
            const auto end =
                std::find_if(first, places_.end(), [&](const auto& each) { return each.span != first->span; });
            IMS_TRY(look_at({first, end}));
            first = end;
        }
        return Nothing{};
    }

    // What reads one place: several records or fields where aliases name it.
    Outcome look_at(const std::vector<NamedPlace>& readers) {
        std::optional<Decision> decision;
        for (const NamedPlace& each : readers) {
            if (each.from == record_.record()) continue;
            const Decision one = decide(each);
            if (decision && decision->becomes != one.becomes) {
                return at(each.span, fmt::format("what stands here is read at several places by aliases, and not all "
                                                 "of them may name another {}; write them out first",
                                                 record_.kind_name()));
            }
            if (!decision) decision = one;
        }
        if (!decision) return Nothing{};
        const NamedPlace& place = readers.front();
        if (decision->becomes == Becomes::same) {
            out_.staying.push_back({place, decision->why});
            return Nothing{};
        }
        return decision->becomes == Becomes::other ? move(place) : take_out(place);
    }

    Decision decide(const NamedPlace& place) {
        if (!other_) return {Becomes::same, of_the_past(place).value_or(Stays::nobody)};
        if (const auto why = of_the_past(place)) return {Becomes::same, *why};
        const bool numbered = place.clause || place.field == fields::applicability::against;
        if (numbered && record_.is(kinds::standard)) return {Becomes::same, Stays::clause};
        if (is_there_already(place)) return {Becomes::nothing, {}};
        if (!would_name_itself(place)) return {Becomes::other, {}};
        return can_be_taken_out(place) ? Decision{Becomes::nothing, {}} : Decision{Becomes::same, Stays::itself};
    }

    [[nodiscard]] std::optional<Stays> of_the_past(const NamedPlace& place) const {
        const RecordView from = graph_[place.from];
        if (from.retired()) return Stays::retired;
        if (!place.value) return std::nullopt;
        const FieldView value = {graph_.values(from.file()), *place.value, &graph_.value_sources(from.file())};
        if (names_what_was(from, place.field, value)) return Stays::past;
        return stays_with_what_it_names(place.kind, place.field) ? std::optional(Stays::decision) : std::nullopt;
    }

    [[nodiscard]] NodeId node_of(const NamedPlace& place) const {
        const YamlTree& tree = parsed(place.span.file).tree;
        NodeId node = node_at(tree, place.span.begin, place.span.end);
        while (node.known() && tree[node].is_collection()) node = NodeId(node.value + 1);
        return node;
    }

    // The list in which it is an item; none where it stands alone.
    [[nodiscard]] NodeId list_around(const NamedPlace& place) const {
        const YamlTree& tree = parsed(place.span.file).tree;
        const NodeId parent = place_of_node(place).parent;
        return parent.known() && tree[parent].type == NodeType::list ? parent : NodeId();
    }

    [[nodiscard]] NodePlace place_of_node(const NamedPlace& place) const {
        return ims::place_of(parsed(place.span.file).tree, node_of(place));
    }

    // In its list the other record stands, or will stand by now.
    bool is_there_already(const NamedPlace& place) {
        const NodeId list = list_around(place);
        if (!list.known()) return false;
        const ParsedFile& file = parsed(place.span.file);
        for (const NodeId item : file.tree.items(list)) {
            if (of_other_.contains(span_of(file, place.span.file, file.tree.resolved(item)))) return true;
        }
        if (would_name_itself(place)) return false;
        const auto [known, first] = lists_.try_emplace({place.span.file, list}, place.span);
        return !first && known->second != place.span;
    }

    [[nodiscard]] bool would_name_itself(const NamedPlace& place) const {
        if (place.from != other_->record()) return false;
        // A process that feeds itself has nothing to hand over.
        if (place.field == fields::process::inputs.from || place.field == fields::process::outputs.to) return true;
        const ReferenceSpec* const spec = analysis_.schema.reference(place.kind, place.field);
        return spec != nullptr && (spec->not_self || spec->tree);
    }

    // An item among others, or a field that need not be there and is not the only one of its map.
    [[nodiscard]] bool can_be_taken_out(const NamedPlace& place) const {
        const ParsedFile& file = parsed(place.span.file);
        const NodeId list = list_around(place);
        if (list.known() && file.tree.after(NodeId(list.value + 1)) < file.tree.after(list)) return true;
        const FieldSpec* const spec = analysis_.schema.spec(place.kind, place.field);
        if (spec == nullptr || spec->required) return false;
        const NodePlace written = ims::place_of(file.tree, list.known() ? list : node_of(place));
        if (!written.parent.known() || file.tree[written.parent].type != NodeType::map) return false;
        std::size_t entries = 0;
        for ([[maybe_unused]] const YamlEntry each : file.tree.entries(written.parent)) ++entries;
        return entries > 1;
    }

    Outcome move(const NamedPlace& place) {
        const ReplaceValue operation{place.span, place.with_id(other_->id()), true, true};
        IMS_TRY(may_change(place, operation));
        if (const auto reader = read_otherwise(analysis_, place.span, places_)) {
            return at(*reader, fmt::format("an alias says here what line {} says, and it is no reference to `{}`; "
                                           "write it out here first",
                                           line_of(analysis_, place.span).line, record_.name().text()));
        }
        out_.fix.operations.push_back(operation);
        out_.moved.push_back(place);
        return Nothing{};
    }

    Outcome take_out(const NamedPlace& place) {
        const ParsedFile& file = parsed(place.span.file);
        const NodeId list = list_around(place);
        Operation operation = RemoveItem{place.span, true};
        const bool only_item = list.known() && file.tree.after(NodeId(list.value + 1)) == file.tree.after(list);
        if (!list.known() || only_item) {
            const NodeId whole = only_item ? list : node_of(place);
            operation = RemoveEntry{span_of(file, place.span.file, ims::place_of(file.tree, whole).before), true};
        }
        IMS_TRY(may_change(place, operation));
        if (list.known() && !shortened_.insert({place.span.file, list}).second)
            return at(place.span, fmt::format("this list names `{}` several times; take all but one out first",
                                              record_.name().text()));
        out_.fix.operations.push_back(std::move(operation));
        out_.taken_out.push_back(place);
        return Nothing{};
    }

    // Where that meets another change, as in a list that names both, it is left to people.
    void take_what_it_says() {
        Takeover takeover = take_over(analysis_, record_.record(), record_of(other_));
        out_.left = std::move(takeover.left);
        if (takeover.links.empty()) return;
        Fix all = out_.fix;
        std::ranges::copy(takeover.operations, std::back_inserter(all.operations));
        if (render(analysis_, all)) {
            out_.fix = std::move(all);
            out_.taken_over = std::move(takeover.links);
            return;
        }
        std::map<Field, std::size_t> by_field;
        for (const TakenLink& each : takeover.links) ++by_field[each.field];
        for (const auto& [field, count] : by_field) out_.left.push_back({analysis_.schema.path(field), count});
    }

    static std::optional<RecordId> record_of(const std::optional<RecordView>& record) {
        return record ? std::optional(record->record()) : std::nullopt;
    }

    Outcome may_change(const NamedPlace& place, const Operation& operation) {
        const auto found = find_place(analysis_, operation);
        if (!found) return at(place.span, found.error().reason);
        return Nothing{};
    }

    const Analysis& analysis_;
    const Graph& graph_;
    RecordView record_;
    std::optional<RecordView> other_;
    std::vector<NamedPlace> places_;
    std::set<Span> of_other_;
    std::map<std::pair<FileId, NodeId>, Span> lists_;  // lists of which an item is to name the other, and which one
    std::set<std::pair<FileId, NodeId>> shortened_;    // lists of which an item goes
    Retirement out_;
};

}  // namespace

Result<Retirement> retire(const Analysis& analysis, RecordId record, std::optional<RecordId> other) {
    return Retirer(analysis, record, other).run();
}

}  // namespace ims
