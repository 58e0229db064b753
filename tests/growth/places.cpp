#include "growth/places.h"

#include <algorithm>
#include <span>

namespace ims {
namespace {

class Walk {
public:
    explicit Walk(const Schema& schema) : schema_(schema) {}

    std::vector<ReferencePlace> run() {
        for (std::size_t index = 0; index < schema_.kinds().size(); ++index) {
            const KindId kind = KindId::from(index);
            if (schema_[kind].absent) continue;
            at_.kind = kind;
            walk_fields(schema_[kind].fields, false);
        }
        return std::move(found_);
    }

private:
    void walk_fields(std::span<const FieldSpec> fields, bool many) {
        for (const FieldSpec& field : fields) {
            at_.path.push_back(&field);
            walk(*field.shape, many);
            at_.path.pop_back();
        }
    }

    // All forms that a value may have.
    void walk(const Shape& shape, bool many) {
        if (shape.reference != nullptr || shape.scalar == ScalarType::clause) found(shape, many);
        if (shape.item != nullptr) walk(*shape.item, true);
        if (shape.entry != nullptr) walk(*shape.entry, many);
        if (shape.named_map) walk_fields(shape.fields, many);
    }

    void found(const Shape& shape, bool many) {
        ReferencePlace place = at_;
        place.many = many;
        place.clause = shape.scalar == ScalarType::clause;
        if (place.clause) {
            place.targets = {*schema_.find_kind("standard")};
        } else if (shape.reference->same_kind || shape.reference->kinds.empty()) {
            place.targets = {place.kind};
            place.any_kind = !shape.reference->same_kind;
        }
        for (const std::string_view name : place.clause ? std::span<const std::string_view>() : shape.reference->kinds)
            place.targets.push_back(*schema_.find_kind(name));
        place.name = schema_[place.kind].name;
        for (const FieldSpec* const field : place.path) place.name += "." + std::string(field->name);
        found_.push_back(std::move(place));
    }

    const Schema& schema_;
    ReferencePlace at_;
    std::vector<ReferencePlace> found_;
};

NewValue text_of(const std::string& text) {
    NewValue out;
    out.text = text;
    return out;
}

bool put_at(NewValue& value, const Shape& shape, std::span<const FieldSpec* const> below,
            const std::vector<std::string>& named) {
    if (below.empty()) {
        if (shape.item == nullptr) {
            value = text_of(named.front());
            return true;
        }
        value = {};
        value.form = NewValue::Form::list;
        for (const std::string& each : named) value.items.push_back(text_of(each));
        return true;
    }
    const bool is_map = value.form == NewValue::Form::map;
    if (shape.named_map && is_map) {
        const auto entry = std::ranges::find(value.entries, below.front()->name, &NewEntry::key);
        return entry != value.entries.end() && put_at(entry->value, *below.front()->shape, below.subspan(1), named);
    }
    if (shape.entry != nullptr && is_map && !value.entries.empty())
        return put_at(value.entries.front().value, *shape.entry, below, named);
    if (shape.item == nullptr) return false;
    NewValue item = value.form == NewValue::Form::list ? value.items.front() : value;
    NewValue list;
    list.form = NewValue::Form::list;
    const bool list_below = below.back()->shape->item != nullptr;
    for (std::size_t i = 0; i < (list_below ? 1 : named.size()); ++i) {
        list.items.push_back(item);
        const std::vector<std::string> here = list_below ? named : std::vector{named[i]};
        if (!put_at(list.items.back(), *shape.item, below, here)) return false;
    }
    value = std::move(list);
    return true;
}

}  // namespace

std::vector<ReferencePlace> reference_places(const Schema& schema) { return Walk(schema).run(); }

bool put(NewValue& record, const ReferencePlace& place, const std::vector<std::string>& named) {
    Shape top;
    top.named_map = true;
    return put_at(record, top, place.path, named);
}

}  // namespace ims
