#include "schema/field_view.h"

namespace ims {

std::string_view FieldView::text() const {
    if (base_ == nullptr) return {};
    return source().parsed->text(value().node);
}

std::optional<Date> FieldView::date() const {
    if (is(ValueType::point_in_time)) return value().point_in_time().day;
    if (!is(ValueType::date)) return std::nullopt;
    return value().date();
}

std::optional<PointInTime> FieldView::point_in_time() const {
    if (!is(ValueType::point_in_time) && !is(ValueType::date)) return std::nullopt;
    return value().point_in_time();
}

std::optional<Duration> FieldView::duration() const {
    if (!is(ValueType::duration)) return std::nullopt;
    return value().duration();
}

std::optional<double> FieldView::number() const {
    if (!is(ValueType::number)) return std::nullopt;
    return value().number();
}

std::optional<bool> FieldView::yes() const {
    if (!is(ValueType::yes_no)) return std::nullopt;
    return value().yes();
}

std::string_view FieldView::word() const {
    return is(ValueType::choice) ? sources_->folder->schema->word(value().choice()) : std::string_view();
}

std::optional<Discipline> FieldView::discipline() const {
    if (!is(ValueType::discipline)) return std::nullopt;
    return value().discipline();
}

DisciplineSet FieldView::disciplines() const {
    DisciplineSet set;
    for (const FieldView item : children()) {
        if (const auto discipline = item.discipline()) set.add(*discipline);
    }
    return set;
}

std::optional<std::uint32_t> FieldView::step() const {
    if (!is(ValueType::step)) return std::nullopt;
    return value().step();
}

RecordId FieldView::target() const {
    const bool linked = is(ValueType::reference) && sources_->targets != nullptr;
    return linked ? sources_->targets[value().reference()] : RecordId();
}

Span FieldView::span() const {
    if (base_ == nullptr) return {};
    const YamlNode& node = source().parsed->tree[value().node];
    return {source().file, node.begin, node.end};
}

Span FieldView::key_span() const {
    if (base_ == nullptr) return {};
    if (!value().key.known()) return span();
    const YamlNode& node = source().parsed->tree[value().key];
    return {source().file, node.begin, node.end};
}

std::string_view FieldView::key() const {
    if (base_ == nullptr || !value().key.known()) return {};
    return source().parsed->text(value().key);
}

FieldView::Children FieldView::children() const {
    if (!is(ValueType::list) && !is(ValueType::map)) return {base_, 0, 0, sources_};
    return {base_, index_ + 1, value().next, sources_};
}

std::size_t FieldView::Children::size() const {
    std::size_t count = 0;
    for (std::uint32_t index = begin_; index < end_; index = base_[index].next) ++count;
    return count;
}

FieldView FieldView::operator[](Field field) const {
    for (const FieldView child : children()) {
        if (child.field() == field) return child;
    }
    return {};
}

Argument argument(Arena&, const FieldView& value) {
    Argument out;
    out.kind = Argument::Kind::text;
    out.text = value.text();
    if (const auto duration = value.duration()) {
        out.kind = Argument::Kind::written_duration;
        out.number = static_cast<std::uint32_t>(duration->calendar_months);
        out.value = duration->minutes;
    } else if (value.is(ValueType::choice)) {
        out.kind = Argument::Kind::written_choice;
        out.number = value.value().choice().value;
    } else if (const RecordId target = value.target(); target.known()) {
        out.kind = Argument::Kind::written_reference;
        out.number = target.value;
    }
    return out;
}

}  // namespace ims
