#include "report/views/field_column.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

SortKey by_text(std::string_view text) { return {text.empty(), 0, to_lower(text)}; }
SortKey by_number(double number) { return {false, number, {}}; }

namespace {

bool holds_own(const FieldView& value) {
    for (const FieldView child : value.children()) {
        if (child.field() == value.field()) return true;
    }
    return false;
}

// All values of a field of a record, those of lists one by one, of maps with free names by name.
void collect(const FieldView& value, Field wanted, std::vector<FieldView>& out) {
    const bool inner = value.is(ValueType::list) || (value.is(ValueType::map) && holds_own(value));
    if (value.field() == wanted && !inner) return out.push_back(value);
    for (const FieldView child : value.children()) collect(child, wanted, out);
}

// What a value says on one line: a map with fields by its fields.
std::string text_of(const Page& page, const FieldView& value) {
    if (value.is(ValueType::choice)) return std::string(value.word());
    if (value.children().empty()) return std::string(value.text());
    std::string text;
    for (const FieldView child : value.children()) {
        const std::string inner = text_of(page, child);
        text += (text.empty() ? "" : ", ") + (child.key().empty() ? inner : fmt::format("{}: {}", child.key(), inner));
    }
    return text;
}

// Entries of a map with free names are told by their names.
bool is_entry(const FieldView& value) { return value.value().key.known() && value.field() != Field(); }

bool stands_in_list(const Schema& schema, KindId kind, Field field) {
    const std::string_view path = schema.path(field);
    for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
        const auto part = schema.find_path(path.substr(0, end));
        const FieldSpec* const spec = part ? schema.spec(kind, *part) : nullptr;
        if (spec != nullptr && spec->shape->scalar == ScalarType::none &&
            (spec->shape->item != nullptr || spec->shape->entry != nullptr))
            return true;
        if (end == std::string_view::npos) return false;
    }
}

class FieldColumn {
public:
    FieldColumn(const Page& page, KindId kind, const FieldSpec& spec)
        : page_(page), spec_(spec), many_(stands_in_list(page.graph.schema(), kind, spec.field)) {
        const Shape* shape = spec.shape;
        while (shape->item != nullptr) shape = shape->item;
        shape_ = shape;
        reference_ = shape->reference != nullptr && shape->scalar == ScalarType::reference;
    }

    [[nodiscard]] TableCell cell(RecordId record) const {
        if (reference_) return references(record);
        const std::vector<FieldView> values = of(record);
        if (values.size() == 1 && !many_) return one(values.front());
        std::vector<Words> words;
        std::vector<std::string> texts;
        for (const FieldView& value : values) {
            texts.push_back(said(value));
            words.push_back(raw(texts.back()));
        }
        if (values.empty()) return default_word(record);
        return {listed(words), texts};
    }

    [[nodiscard]] SortKey key(RecordId record) const {
        if (reference_) {
            const std::vector<RecordId> named = linked(record);
            return named.empty() ? by_text("") : by_text(page_.graph[named.front()].id());
        }
        const std::vector<FieldView> values = of(record);
        if (values.empty()) {
            const std::string_view word = page_.graph[record].word(spec_.field);
            return word.empty() ? SortKey{} : by_number(place_of(word));
        }
        return key_of(values.front());
    }

    [[nodiscard]] Column::Holds holds() const {
        if (!reference_) return Column::Holds::text;
        return many_ ? Column::Holds::records : Column::Holds::record;
    }

    [[nodiscard]] bool is_number() const {
        return shape_->scalar == ScalarType::whole || shape_->scalar == ScalarType::number;
    }

private:
    [[nodiscard]] std::vector<FieldView> of(RecordId record) const {
        std::vector<FieldView> out;
        for (const FieldView value : page_.graph[record].written()) collect(value, spec_.field, out);
        return out;
    }

    // Those that it names, and those that name it by the other side of the link, each once.
    [[nodiscard]] std::vector<RecordId> linked(RecordId record) const {
        std::vector<RecordId> out;
        for (const RecordView other : page_.graph[record].linked(spec_.field)) {
            if (std::ranges::find(out, other.record()) == out.end()) out.push_back(other.record());
        }
        return out;
    }

    [[nodiscard]] TableCell references(RecordId record) const {
        std::vector<Words> words;
        for (const RecordId other : linked(record)) words.emplace_back(page_.named(other));
        for (const FieldView& value : of(record)) {
            if (!target_of(page_.graph, value)) words.push_back(raw(value.text()));
        }
        return listed(words);
    }

    [[nodiscard]] std::string said(const FieldView& value) const {
        const bool free = spec_.shape->entry != nullptr && is_entry(value) && value.key() != spec_.name;
        if (free) return std::string(value.key());
        if (value.is(ValueType::step)) {
            const std::vector<std::string>& scale = page_.settings.vocabulary.scale(shape_->scale);
            const std::uint32_t step = value.step().value_or(0);
            if (step > 0 && step <= scale.size()) return scale[step - 1];
        }
        return text_of(page_, value);
    }

    [[nodiscard]] TableCell one(const FieldView& value) const {
        if (const auto day = value.is(ValueType::date) ? value.date() : std::nullopt) return TableCell::day(*day);
        if (const auto yes = value.yes(); yes && value.is(ValueType::yes_no)) return {raw(*yes ? "yes" : "no"), *yes};
        if (const auto number = value.number(); number && value.is(ValueType::number)) {
            constexpr double kLargestWhole = 1e15;
            const bool whole = std::abs(*number) < kLargestWhole && std::floor(*number) == *number;
            return {raw(value.text()),
                    whole ? MachineValue(static_cast<std::int64_t>(*number)) : MachineValue(*number)};
        }
        return raw(said(value));
    }

    // What holds where nothing is written.
    [[nodiscard]] TableCell default_word(RecordId record) const { return raw(page_.graph[record].word(spec_.field)); }

    [[nodiscard]] double place_of(std::string_view word) const {
        const auto found = std::ranges::find(shape_->values, word, &EnumValue::name);
        return static_cast<double>(found - shape_->values.begin());
    }

    [[nodiscard]] SortKey key_of(const FieldView& value) const {
        if (const auto point = value.point_in_time()) {
            constexpr double kMinutesOfDay = 1440;
            return by_number(point->day.days * kMinutesOfDay + point->minute.value_or(0));
        }
        if (const auto duration = value.duration()) return by_number(static_cast<double>(duration->minutes));
        if (const auto number = value.number()) return by_number(*number);
        if (const auto yes = value.yes()) return by_number(*yes ? 1 : 0);
        if (const auto step = value.step()) return by_number(*step);
        if (value.is(ValueType::choice)) return by_number(place_of(value.word()));
        if (shape_->scalar == ScalarType::risk_level) {
            const std::vector<std::string>& levels = page_.settings.vocabulary.risk_levels;
            return by_number(static_cast<double>(std::ranges::find(levels, value.text()) - levels.begin()));
        }
        return by_text(said(value));
    }

    const Page& page_;
    const FieldSpec& spec_;
    const Shape* shape_ = nullptr;  // of the value, or of the items of its list
    bool reference_ = false;
    bool many_ = false;  // there may be several: programs read a list, whatever their number
};

}  // namespace

RecordColumn field_column(const Page& page, KindId kind, const FieldSpec& spec, std::string_view path) {
    const FieldColumn field(page, kind, spec);
    return {{{.key = std::string(path),
              .title = std::string(spec.title),
              .align = field.is_number() ? Column::Align::right : Column::Align::left,
              .holds = field.holds()},
             [field](const RecordId& record) { return field.cell(record); }},
            [field](RecordId record) { return field.key(record); }};
}

}  // namespace ims
