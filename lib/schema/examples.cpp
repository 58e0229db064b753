#include "schema/examples.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/read_values.h"
#include "schema/valid_id.h"
#include "yaml/parsed_file.h"
#include "yaml/write.h"

namespace ims {
namespace {

struct SampleEntry;

// A value as it is to be written.
struct Sample {
    enum class Form : std::uint8_t { inline_yaml, line_below, list, map };
    Form form = Form::inline_yaml;
    std::string yaml;  // of the first two
    std::vector<Sample> items;
    std::vector<SampleEntry> entries;

    static Sample in_line(std::string yaml);
    static Sample list_of(Sample item);
    static Sample map_of(std::string key, Sample value);
};

struct SampleEntry {
    std::string key;
    Sample value;
};

Sample Sample::in_line(std::string yaml) { return {Form::inline_yaml, std::move(yaml), {}, {}}; }
Sample Sample::list_of(Sample item) { return {Form::list, {}, {std::move(item)}, {}}; }
Sample Sample::map_of(std::string key, Sample value) {
    Sample map{Form::map, {}, {}, {}};
    map.entries.push_back({std::move(key), std::move(value)});
    return map;
}

void print_entries(const Sample& map, std::size_t indentation, std::string& out);

void print_list(const Sample& list, std::size_t indentation, std::string& out) {
    const bool plain =
        std::ranges::all_of(list.items, [](const Sample& item) { return item.form == Sample::Form::inline_yaml; });
    if (plain) {
        out += " [";
        for (const Sample& item : list.items) out += (out.back() == '[' ? "" : ", ") + item.yaml;
        out += "]\n";
        return;
    }
    out += '\n';
    for (const Sample& item : list.items) {
        const std::size_t begin = out.size();
        print_entries(item, indentation + 4, out);
        out.replace(begin + indentation + 2, 1, "-");
    }
}

void print_value(const Sample& value, std::size_t indentation, std::string& out) {
    switch (value.form) {
        case Sample::Form::inline_yaml: out += " " + value.yaml + "\n"; return;
        case Sample::Form::line_below: out += "\n" + std::string(indentation + 2, ' ') + value.yaml + "\n"; return;
        case Sample::Form::list: return print_list(value, indentation, out);
        case Sample::Form::map: out += '\n'; return print_entries(value, indentation + 2, out);
    }
}

// Requires: a map.
void print_entries(const Sample& map, std::size_t indentation, std::string& out) {
    for (const auto& [key, value] : map.entries) {
        out += std::string(indentation, ' ') + key + ":";
        print_value(value, indentation, out);
    }
}

// What a description gives as examples, as it is written there: `Example: 4 h or 3 d.` gives the first, then all.
std::vector<std::string_view> candidates_of(std::string_view description) {
    constexpr std::string_view kMark = "Example: ";
    const std::size_t begin = description.find(kMark);
    if (begin == std::string_view::npos) return {};
    std::string_view all = description.substr(begin + kMark.size());
    all = all.substr(0, all.find(". "));
    if (all.ends_with('.')) all.remove_suffix(1);
    const std::size_t either = all.find(" or ");
    if (either == std::string_view::npos) return {all};
    const std::string_view first = all.substr(0, either);
    return {first.substr(0, first.find(", ")), all};
}

std::string text_as_yaml(std::string_view text, bool in_brackets) {
    const auto written = write_scalar(text, {.in_brackets = in_brackets, .is_key = false}, {});
    return written ? *written : "…";
}

class ExampleMaker {
public:
    ExampleMaker(const Schema& schema, const Vocabulary& vocabulary, KindId kind)
        : schema_(schema), vocabulary_(vocabulary), kind_(kind) {}

    // The field at the top of a record that leads to this one, with its value.
    [[nodiscard]] std::pair<std::string, Sample> top_of(const FieldSpec& field) const {
        const Path path = path_to(field);
        return {std::string(path.front()->name), down(path, 0, value_of(path), Beside::what_is_needed)};
    }

    [[nodiscard]] Sample record(const NamedField* field) const {
        Sample out;
        out.form = Sample::Form::map;
        const FieldSpec* top = field == nullptr ? nullptr : path_to(*field->spec).front();
        out.entries = entries({}, schema_[kind_].fields, top, [&] { return top_of(*field->spec).second; });
        return out;
    }

private:
    // From the top of a record down to a field.
    using Path = std::vector<const FieldSpec*>;
    enum class Beside : std::uint8_t { nothing, what_is_needed };

    [[nodiscard]] Path path_to(const FieldSpec& field) const {
        Path out;
        const std::string_view path = schema_.path(field.field);
        for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
            const auto part = schema_.find_path(path.substr(0, end));
            if (part) out.push_back(schema_.spec(kind_, *part));
            if (end == std::string_view::npos) return out;
        }
    }

    // The value of the field at `depth` of the path, where the last one has this value.
    [[nodiscard]] Sample down(const Path& path, std::size_t depth, Sample last, Beside beside) const {
        if (depth + 1 == path.size()) return last;
        const FieldSpec& next = *path[depth + 1];
        Sample value = down(path, depth + 1, std::move(last), beside);
        const Shape* const map = map_within(path[depth]->shape);
        Sample inner;
        if (beside == Beside::nothing) {
            inner = Sample::map_of(std::string(next.name), std::move(value));
        } else {
            inner.form = Sample::Form::map;
            inner.entries = entries(Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth) + 1),
                                    map->fields, &next, [&] { return value; });
        }
        return around(*path[depth]->shape, std::move(inner));
    }

    // A map in the lists and below the names that stand around it.
    [[nodiscard]] Sample around(const Shape& shape, Sample map) const {
        if (shape.named_map) return map;
        if (shape.item != nullptr) return Sample::list_of(around(*shape.item, std::move(map)));
        return Sample::map_of(key_of(shape), around(*shape.entry, std::move(map)));
    }

    // What a map needs, and `wanted` among it, if it is not null. `above`: the path to the map.
    template <class Value>
    [[nodiscard]] std::vector<SampleEntry> entries(const Path& above, std::span<const FieldSpec> fields,
                                                   const FieldSpec* wanted, const Value& value) const {
        const std::vector<const FieldSpec*> shown = with_what_they_need(fields, wanted);
        std::vector<SampleEntry> out;
        for (const FieldSpec& field : fields) {
            if (std::ranges::find(shown, &field) == shown.end()) continue;
            out.push_back({std::string(field.name), &field == wanted ? value() : value_of(below(above, field))});
        }
        return out;
    }

    // What a map needs, `wanted`, and what is needed beside these.
    static std::vector<const FieldSpec*> with_what_they_need(std::span<const FieldSpec> fields,
                                                             const FieldSpec* wanted) {
        std::vector<const FieldSpec*> shown;
        if (wanted != nullptr) shown.push_back(wanted);
        for (std::size_t before = fields.size() + 1; before != shown.size();) {
            before = shown.size();
            for (const FieldSpec& field : fields) {
                const bool known = std::ranges::find(shown, &field) != shown.end();
                if (!known && is_needed(field, fields, shown)) shown.push_back(&field);
            }
        }
        return shown;
    }

    static Path below(Path path, const FieldSpec& field) {
        path.push_back(&field);
        return path;
    }

    // Where those that are shown are there.
    static bool is_needed(const FieldSpec& field, std::span<const FieldSpec> fields,
                          const std::vector<const FieldSpec*>& shown) {
        if (!field.required) return false;
        const auto is_shown = [&](std::string_view name) {
            return std::ranges::find(shown, name, &FieldSpec::name) != shown.end();
        };
        if (std::ranges::any_of(field.with, is_shown)) return true;
        if (field.unless.empty()) return field.with.empty();
        // Of two of which one will do, the first.
        const auto other = std::ranges::find(fields, field.unless, &FieldSpec::name);
        return !is_shown(field.unless) && (other == fields.end() || &*other > &field);
    }

    [[nodiscard]] Sample value_of(const Path& path) const {
        const FieldSpec& field = *path.back();
        const bool takes_list = field.shape->item != nullptr && field.shape->item->scalar != ScalarType::none;
        for (const std::string_view yaml : candidates_of(field.description)) {
            std::vector<Sample> forms;
            if (takes_list && !yaml.starts_with('[') && !yaml.starts_with('{'))
                forms.push_back(Sample::list_of(Sample::in_line(std::string(yaml))));
            forms.push_back(Sample::in_line(std::string(yaml)));
            if (field.shape->entry != nullptr) {
                forms.push_back({Sample::Form::line_below, std::string(yaml), {}, {}});
                // What is said of one discipline may be said of another that is in force here.
                const std::size_t colon = yaml.find(": ");
                if (field.shape->keys == KeyType::discipline && colon != std::string_view::npos)
                    forms.push_back({Sample::Form::line_below, discipline() + std::string(yaml.substr(colon)), {}, {}});
            }
            for (Sample& form : forms) {
                if (can_be_read(path, form)) return std::move(form);
            }
        }
        return of_shape(*field.shape, path);
    }

    // By the reader of all records, as if nothing were needed beside it.
    [[nodiscard]] bool can_be_read(const Path& path, const Sample& value) const {
        std::string text;
        print_entries(Sample::map_of(std::string(path.front()->name), down(path, 0, value, Beside::nothing)), 0, text);
        const ParsedFile parsed = parse_file(std::move(text));
        if (!parsed.tree.problems.empty() || parsed.tree.documents.size() != 1) return false;
        const NodeId root = parsed.tree.documents.front().root;
        if (!root.known() || parsed.tree[root].type != NodeType::map) return false;
        ReadRules rules{schema_, vocabulary_};
        rules.settings = schema_[kind_].settings;
        rules.partial = true;
        std::vector<Value> values;
        std::vector<Finding> findings;
        Arena arena;
        read_fields(parsed, rules, root, {}, kind_, {}, values, findings, arena);
        return findings.empty();
    }

    [[nodiscard]] Sample of_shape(const Shape& shape, const Path& path) const {
        if (shape.scalar != ScalarType::none) return Sample::in_line(scalar(shape));
        if (shape.item != nullptr) return Sample::list_of(of_shape(*shape.item, path));
        if (shape.named_map) return of_fields(shape.fields, path);
        if (shape.entry != nullptr) return Sample::map_of(key_of(shape), of_shape(*shape.entry, path));
        return Sample::in_line("…");
    }

    // Where a map needs nothing, its first fields, if they are simple: they show what it is like.
    [[nodiscard]] Sample of_fields(std::span<const FieldSpec> fields, const Path& path) const {
        constexpr std::size_t kShown = 2;
        Sample out;
        out.form = Sample::Form::map;
        out.entries = entries(path, fields, nullptr, [] { return Sample(); });
        if (!out.entries.empty()) return out;
        for (const FieldSpec& field : fields) {
            if (field.shape->scalar == ScalarType::none && field.shape->item == nullptr) continue;
            out.entries.push_back({std::string(field.name), value_of(below(path, field))});
            if (out.entries.size() == kShown) break;
        }
        if (out.entries.empty() && !fields.empty())
            out.entries.push_back({std::string(fields[0].name), value_of(below(path, fields[0]))});
        return out;
    }

    [[nodiscard]] std::string key_of(const Shape& shape) const {
        switch (shape.keys) {
            case KeyType::discipline: return discipline();
            case KeyType::kind: return "obligation";
            case KeyType::rule: return "role-without-deputy";
            case KeyType::standard_clause: return "A.5.31";
            case KeyType::topic: return shape.known.empty() ? discipline() : std::string(shape.known[0]);
            case KeyType::level: return "medium";
            case KeyType::none:
            case KeyType::text: break;
        }
        return "name";
    }

    [[nodiscard]] std::string discipline() const {
        return text_as_yaml(vocabulary_.disciplines.empty() ? "quality" : vocabulary_.disciplines.front(), true);
    }

    [[nodiscard]] std::string scalar(const Shape& shape) const {
        switch (shape.scalar) {
            case ScalarType::date: return "2026-03-31";
            case ScalarType::point_in_time: return "2026-03-31 14:30";
            case ScalarType::duration: return "12 months";
            case ScalarType::yes_no: return "yes";
            case ScalarType::whole:
            case ScalarType::number:
                return std::to_string(shape.lowest == Shape::kNoBound ? 2 : std::max(shape.lowest, 2));
            case ScalarType::enumeration: return word(shape);
            case ScalarType::discipline: return discipline();
            case ScalarType::step: return step(vocabulary_.scale(shape.scale));
            case ScalarType::risk_level:
                return vocabulary_.risk_levels.empty() ? "medium" : step(vocabulary_.risk_levels);
            case ScalarType::rule: return "role-without-deputy";
            case ScalarType::kind: return "risk";
            case ScalarType::path: return "documents/example.pdf";
            case ScalarType::clause: return "iso-9001-2026:8.4.1";
            case ScalarType::id: return id_of(schema_[kind_].name);
            case ScalarType::reference: return reference(*shape.reference);
            case ScalarType::none:
            case ScalarType::any:
            case ScalarType::line:
            case ScalarType::markdown:
            case ScalarType::reference_or_text: break;
        }
        return "…";
    }

    static std::string word(const Shape& shape) {
        if (!shape.default_value.empty()) return text_as_yaml(shape.default_value, true);
        return shape.values.empty() ? "…" : text_as_yaml(shape.values[0].name, true);
    }

    // One that is neither the lowest nor the highest, if there is one.
    static std::string step(const std::vector<std::string>& steps) {
        return steps.empty() ? "1" : text_as_yaml(steps[(steps.size() - 1) / 2], true);
    }

    [[nodiscard]] std::string reference(const ReferenceSpec& reference) const {
        if (reference.same_kind) return id_of(schema_[kind_].name);
        if (reference.kinds.empty()) return "risk/" + id_of("risk");
        const std::string_view kind = reference.bare.empty() ? reference.kinds[0] : reference.bare;
        const bool alone = reference.kinds.size() == 1 || !reference.bare.empty();
        return alone ? id_of(kind) : fmt::format("{}/{}", kind, id_of(kind));
    }

    // As the description of the kind's own id has it.
    [[nodiscard]] std::string id_of(std::string_view kind) const {
        if (const auto found = schema_.find_kind(kind)) {
            for (const FieldSpec& field : schema_[*found].fields) {
                if (field.shape->scalar != ScalarType::id) continue;
                for (const std::string_view id : candidates_of(field.description)) {
                    if (is_valid_id(id)) return std::string(id);
                }
            }
        }
        return std::string(kind) + "-1";
    }

    const Schema& schema_;
    const Vocabulary& vocabulary_;
    KindId kind_;
};

}  // namespace

std::string example_of_field(const Schema& schema, const Vocabulary& vocabulary, const NamedField& field) {
    auto [name, value] = ExampleMaker(schema, vocabulary, field.kind).top_of(*field.spec);
    std::string out;
    print_entries(Sample::map_of(std::move(name), std::move(value)), 0, out);
    return out;
}

std::string example_of_record(const Schema& schema, const Vocabulary& vocabulary, KindId kind,
                              const NamedField* field) {
    std::string out;
    print_entries(ExampleMaker(schema, vocabulary, kind).record(field), 0, out);
    return out;
}

}  // namespace ims
