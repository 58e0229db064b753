#include "edit/named_places.h"

#include <algorithm>
#include <tuple>

#include "base/unicode.h"
#include "schema/fields.h"

namespace ims {
namespace {

// A clause, or a list of them.
bool is_clause_field(const Schema& schema, KindId kind, Field field) {
    const FieldSpec* const spec = schema.spec(kind, field);
    for (const Shape* shape = spec == nullptr ? nullptr : spec->shape; shape != nullptr; shape = shape->item) {
        if (shape->scalar == ScalarType::clause) return true;
    }
    return false;
}

std::optional<NamedRecord> clause_named(std::string_view word) {
    const std::size_t colon = word.find(':');
    if (colon == 0 || word.empty()) return std::nullopt;
    return NamedRecord{kinds::standard, word.substr(0, colon), true};
}

class Finder {
public:
    Finder(const Analysis& analysis, KindId kind, std::string_view id)
        : analysis_(analysis), schema_(analysis.schema), kind_(kind), id_(id) {}

    std::vector<NamedPlace> run() {
        const Graph& graph = analysis_.graph;
        if (graph.settings_record().known()) look_at(graph.settings_record());
        for (const RecordId record : graph.all()) look_at(record);
        look_at_defaults();
        std::ranges::sort(found_, {}, [](const NamedPlace& each) { return std::tie(each.span, each.from); });
        return std::move(found_);
    }

private:
    void look_at(RecordId id) {
        const Record& record = analysis_.graph.record(id);
        if (record.unread) return;
        const ValueSources& sources = analysis_.graph.value_sources(record.file);
        for (std::uint32_t place = record.first; place < record.last; ++place) {
            const Value& value = sources.values[place];
            if (!value.inherited) look_at(value, sources.own, {{}, {}, id, value.field, place, record.kind});
        }
    }

    void look_at_defaults() {
        const Settings& settings = analysis_.settings;
        if (!settings.file.known()) return;
        const ValueSource& source = analysis_.graph.value_sources(settings.file).own;
        for (const auto& [kind, values] : settings.defaults) {
            for (const Value& value : values)
                look_at(value, source, {{}, {}, analysis_.graph.settings_record(), value.field, std::nullopt, kind});
        }
    }

    void look_at(const Value& value, const ValueSource& source, NamedPlace place) {
        if (value.type != ValueType::reference && value.type != ValueType::text) return;
        const std::string_view word = source.parsed->text(value.node);
        if (value.type == ValueType::reference ? !word.ends_with(id_) : !word.starts_with(id_)) return;
        const auto named = record_named(schema_, place.kind, value, word);
        if (!named || named->kind != kind_ || named->id != id_) return;
        place.clause = named->clause;
        const YamlNode& node = source.parsed->tree[value.node];
        place.span = {source.file, node.begin, node.end};
        place.text = word;
        found_.push_back(std::move(place));
    }

    const Analysis& analysis_;
    const Schema& schema_;
    KindId kind_;
    std::string_view id_;
    std::vector<NamedPlace> found_;
};

// The id of a record is a value too, which its kind names.
bool is_id(const Schema& schema, KindId kind, Field field) {
    const FieldSpec* const spec = schema.spec(kind, field);
    return spec != nullptr && spec->shape->scalar == ScalarType::id;
}

}  // namespace

std::optional<NamedRecord> record_named(const Schema& schema, KindId of, const Value& value, std::string_view word) {
    if (value.type == ValueType::text)
        return is_clause_field(schema, of, value.field) ? clause_named(word) : std::nullopt;
    const ReferenceSpec* const spec = value.type == ValueType::reference ? schema.reference(of, value.field) : nullptr;
    if (spec == nullptr) return std::nullopt;
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) {
        if (spec->same_kind) return NamedRecord{of, word};
        const auto kind = schema.find_kind(spec->kinds.size() == 1 ? spec->kinds[0] : spec->bare);
        return kind ? std::optional(NamedRecord{*kind, word}) : std::nullopt;
    }
    const std::string_view name = word.substr(0, slash);
    const auto kind = schema.find_kind(name);
    const bool fits =
        spec->same_kind ? kind == of : spec->kinds.empty() || std::ranges::find(spec->kinds, name) != spec->kinds.end();
    return kind && fits ? std::optional(NamedRecord{*kind, word.substr(slash + 1)}) : std::nullopt;
}

std::string NamedPlace::with_id(std::string_view id) const {
    if (clause) return std::string(id) + text.substr(std::min(text.find(':'), text.size()));
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? std::string(id) : text.substr(0, slash + 1) + std::string(id);
}

std::vector<NamedPlace> places_naming(const Analysis& analysis, KindId kind, std::string_view id) {
    return Finder(analysis, kind, id).run();
}

std::optional<Span> read_otherwise(const Analysis& analysis, Span place, const std::vector<NamedPlace>& places) {
    const Graph& graph = analysis.graph;
    // One value alone is also the list of it.
    const auto is_there = [&](const Value& value, const ValueSource& source) {
        if (value.type == ValueType::list) return false;
        const YamlNode& node = source.parsed->tree[value.node];
        return node.begin == place.begin && node.end == place.end && !node.is_collection();
    };
    const auto is_listed = [&](RecordId from, std::optional<std::uint32_t> value, Field field) {
        return std::ranges::any_of(places, [&](const NamedPlace& each) {
            return each.span == place && each.from == from && each.value == value && each.field == field;
        });
    };
    // Where it is read: at the key, if there is one.
    const auto reader = [&](const Value& value, const ValueSource& source) {
        const YamlNode& node = source.parsed->tree[value.key.known() ? value.key : value.node];
        return Span{source.file, node.begin, node.end};
    };
    std::vector<RecordId> records(graph.all().begin(), graph.all().end());
    if (graph.settings_record().known()) records.push_back(graph.settings_record());
    for (const RecordId id : records) {
        const Record& record = graph.record(id);
        if (record.file != place.file) continue;
        const ValueSources& sources = graph.value_sources(record.file);
        for (std::uint32_t index = record.first; index < record.last; ++index) {
            const Value& value = sources.values[index];
            if (value.inherited || !is_there(value, sources.own) || is_id(analysis.schema, record.kind, value.field))
                continue;
            if (!is_listed(id, index, value.field)) return reader(value, sources.own);
        }
    }
    if (place.file != analysis.settings.file) return std::nullopt;
    const ValueSource& source = graph.value_sources(place.file).own;
    for (const auto& [kind, values] : analysis.settings.defaults) {
        for (const Value& value : values) {
            if (is_there(value, source) && !is_listed(graph.settings_record(), std::nullopt, value.field))
                return reader(value, source);
        }
    }
    return std::nullopt;
}

}  // namespace ims
