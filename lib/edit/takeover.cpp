#include "edit/takeover.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "assess/dates/history.h"
#include "check/asking.h"
#include "edit/new_links.h"
#include "edit/place_of_operation.h"
#include "schema/asked_entry.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What each record says for itself alone, or of what is over: nobody copies it.
constexpr std::array<std::string_view, 11> kOfItself = {"title",    "description", "status",  "replaced_by",
                                                        "tags",     "review",      "purpose", "exceptions",
                                                        "approved", "accepted",    "version"};

class Taker {
public:
    Taker(const Analysis& analysis, RecordId record, std::optional<RecordId> other)
        : analysis_(analysis), graph_(analysis.graph), record_(graph_[record]) {
        if (other) other_ = graph_[*other];
    }

    Takeover run() {
        // The clauses of a standard are its own.
        if (record_.is(kinds::standard)) return std::move(out_);
        for (const FieldView field : record_.written()) {
            if (!field.inherited() && !field.invalid()) look_at(field);
        }
        if (!new_fields_.empty()) add_fields();
        return std::move(out_);
    }

private:
    void look_at(const FieldView& field) {
        const FieldSpec* const spec = analysis_.schema.spec(record_.kind(), field.field());
        if (spec == nullptr || spec->shape->scalar == ScalarType::id) return;
        if (std::ranges::find(kOfItself, spec->name) != kOfItself.end()) return;
        if (names_what_was(record_, field.field(), field)) return;
        if (other_ && goes_over(*spec)) take(field, *spec);
        else leave(field, *spec);
    }

    // A list of links, each of which may be written at what it names as well.
    [[nodiscard]] bool goes_over(const FieldSpec& spec) const {
        const ReferenceSpec* const reference = analysis_.schema.reference(record_.kind(), spec.field);
        return reference != nullptr && !reference->inverse.empty() && !reference->tree && !reference->not_self &&
               spec.shape->item != nullptr;
    }

    void take(const FieldView& field, const FieldSpec& spec) {
        std::vector<TakenLink> links;
        for (const FieldView item : field.children()) {
            const RecordId named = item.target();
            if (!named.known() || graph_[named].retired() || named == other_->record()) continue;
            if (is_linked(*other_, spec.field, named) || says_it_itself(named, spec.field)) continue;
            const bool twice = std::ranges::find(links, named, &TakenLink::named) != links.end();
            if (!twice) links.push_back({spec.field, named});
        }
        if (links.empty()) return;
        std::vector<NewValue> items;
        for (const TakenLink& each : links) {
            const RecordView named = graph_[each.named];
            items.push_back(reference_value(spec, named.kind_name(), named.id()));
        }
        if (write(spec, std::move(items))) std::ranges::copy(links, std::back_inserter(out_.links));
        else out_.left.push_back({spec.name, links.size()});
    }

    [[nodiscard]] bool is_linked(const RecordView& record, Field field, RecordId named) const {
        return std::ranges::any_of(graph_.edges(record.record(), field),
                                   [&](const Edge& each) { return each.other == named; });
    }

    // The other side says it too, and is changed there.
    [[nodiscard]] bool says_it_itself(RecordId named, Field field) const {
        return std::ranges::any_of(graph_.edges(record_.record(), field),
                                   [&](const Edge& each) { return each.inverted && each.other == named; });
    }

    // False where a program had better not: a default stands there, an alias, or something that is no list.
    bool write(const FieldSpec& spec, std::vector<NewValue> items) {
        const FieldView there = (*other_)[spec.field];
        if (!there) {
            const auto map = map_of(*other_);
            if (!map || std::ranges::find(map->keys, spec.name) != map->keys.end()) return false;
            NewValue list;
            list.form = NewValue::Form::list;
            list.items = std::move(items);
            new_fields_.push_back({&spec, NewEntry{std::string(spec.name), std::move(list)}});
            return true;
        }
        if (there.inherited() || !there.is(ValueType::list)) return false;
        AddItem added{there.span(), std::move(items.front())};
        items.erase(items.begin());
        added.more = std::move(items);
        if (!find_place(analysis_, added)) return false;
        out_.operations.push_back(std::move(added));
        return true;
    }

    // In the order in which fields are written; all at one place, since two changes never meet.
    void add_fields() {
        std::ranges::sort(new_fields_, {}, &NewField::spec);
        AddEntries added{map_of(*other_)->span, {}, {}};
        added.behind = names_before(analysis_.schema[other_->kind()].fields, new_fields_.front().spec->name);
        for (NewField& each : new_fields_) added.entries.push_back(std::move(each.entry));
        out_.operations.emplace_back(std::move(added));
    }

    void leave(const FieldView& field, const FieldSpec& spec) {
        const FieldView there = other_ ? (*other_)[spec.field] : FieldView();
        if (field.is(ValueType::list)) {
            const auto is_said = [&](const FieldView& item) {
                return !item.text().empty() && there.is(ValueType::list) && holds(there, item.text());
            };
            std::size_t items = 0;
            for (const FieldView item : field.children()) items += is_said(item) ? 0 : 1;
            if (items > 0) out_.left.push_back({spec.name, items});
        } else if (other_ ? !there : !field.children().empty()) {
            out_.left.push_back({spec.name, 0});
        }
    }

    static bool holds(const FieldView& list, std::string_view text) {
        for (const FieldView each : list.children()) {
            if (each.text() == text) return true;
        }
        return false;
    }

    struct NewField {
        const FieldSpec* spec = nullptr;
        NewEntry entry;
    };

    const Analysis& analysis_;
    const Graph& graph_;
    RecordView record_;
    std::optional<RecordView> other_;
    std::vector<NewField> new_fields_;
    Takeover out_;
};

}  // namespace

Takeover take_over(const Analysis& analysis, RecordId record, std::optional<RecordId> other) {
    return Taker(analysis, record, other).run();
}

}  // namespace ims
