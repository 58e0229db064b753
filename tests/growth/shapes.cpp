#include "growth/shapes.h"

#include <algorithm>

#include <fmt/format.h>

#include "check/rule_set.h"
#include "schema/asked_fields.h"
#include "schema/examples.h"
#include "settings/settings.h"
#include "yaml/parsed_file.h"

namespace ims {
namespace {

constexpr std::string_view kSettings =
    "organisation: Example\n"
    "scope: Everything\n"
    "top_management: [role/example]\n"
    "disciplines:\n"
    "  quality: {lead: role/example}\n"
    "  environment: {lead: role/example}\n"
    "  health-and-safety: {lead: role/example}\n"
    "  information-security: {lead: role/example}\n"
    "  business-continuity: {lead: role/example}\n"
    "risk:\n"
    "  likelihood: [rare, possible, likely]\n"
    "  consequence: [minor, moderate, major]\n"
    "  levels: {low: 1, medium: 3, high: 6}\n"
    "  appetite: medium\n"
    "classification:\n"
    "  confidentiality: [public, internal, confidential]\n"
    "  integrity: [low, medium, high]\n"
    "  availability: [low, medium, high]\n";
constexpr std::string_view kClause = "4.1";  // that every standard here has

NewValue value_of(const ParsedFile& parsed, NodeId node) {
    NewValue out;
    const YamlNode& from = parsed.tree[node];
    if (from.type == NodeType::map) {
        out.form = NewValue::Form::map;
        for (const YamlEntry entry : parsed.tree.entries(node))
            out.entries.push_back({std::string(parsed.text(entry.key)), value_of(parsed, entry.value)});
    } else if (from.type == NodeType::list) {
        out.form = NewValue::Form::list;
        for (const NodeId item : parsed.tree.items(node)) out.items.push_back(value_of(parsed, item));
    } else {
        out.text = parsed.text(node);
        out.typed = from.style == ScalarStyle::plain;
    }
    return out;
}

NewValue value_of(std::string yaml) {
    const ParsedFile parsed = parse_file(std::move(yaml));
    return value_of(parsed, parsed.tree.documents.front().root);
}

// In brackets and braces, texts between quotes but for those that stand without them where they come from.
void write(const NewValue& value, std::string& out) {
    switch (value.form) {
        case NewValue::Form::nothing: return;
        case NewValue::Form::text: {
            const bool plain = value.typed && value.text.find_first_of(",[]{}:#\n") == std::string::npos;
            if (plain) {
                out += value.text;
                return;
            }
            out += '"';
            for (const char c : value.text) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
            out += '"';
            return;
        }
        case NewValue::Form::list:
            for (const NewValue& item : value.items) {
                out += &item == &value.items.front() ? "[" : ", ";
                write(item, out);
            }
            out += "]";
            return;
        case NewValue::Form::map:
            for (const NewEntry& entry : value.entries) {
                out += &entry == &value.entries.front() ? "{\"" : ", \"";
                out += entry.key + "\": ";
                write(entry.value, out);
            }
            out += "}";
            return;
    }
}

std::string document(const NewValue& record) {
    std::string out;
    for (const NewEntry& entry : record.entries) {
        out += entry.key + ": ";
        write(entry.value, out);
        out += '\n';
    }
    return out + "---\n";
}

void set_text(NewValue& record, std::string_view key, std::string text) {
    const auto entry = std::ranges::find(record.entries, key, &NewEntry::key);
    if (entry == record.entries.end()) return;
    entry->value = {};
    entry->value.text = std::move(text);
}

// Whether what is named names others in turn.
bool goes_deep(FolderShape shape) {
    return shape == FolderShape::chain || shape == FolderShape::ring || shape == FolderShape::diamonds;
}

bool names_others(const Shape& shape) {
    return shape.reference != nullptr || shape.scalar == ScalarType::clause ||
           (shape.item != nullptr && names_others(*shape.item)) ||
           (shape.entry != nullptr && names_others(*shape.entry)) ||
           std::ranges::any_of(shape.fields, [](const FieldSpec& field) { return names_others(*field.shape); });
}

const ReferencePlace* way_back(const std::vector<ReferencePlace>& places, const ReferencePlace& place, KindId target) {
    const ReferencePlace* found = nullptr;
    for (const ReferencePlace& other : places) {
        if (other.kind != target || other.clause || other.any_kind) continue;
        if (std::ranges::find(other.targets, place.kind) == other.targets.end()) continue;
        // One that takes several fits all shapes.
        if (found == nullptr || (other.many && !found->many)) found = &other;
    }
    return found;
}

}  // namespace

std::string_view name_of(FolderShape shape) {
    switch (shape) {
        case FolderShape::chain: return "chain";
        case FolderShape::ring: return "ring";
        case FolderShape::star: return "star";
        case FolderShape::fan: return "fan";
        case FolderShape::diamonds: return "diamonds";
    }
    return "";
}

std::vector<Link> links_of(const Schema& schema, const std::vector<ReferencePlace>& places) {
    std::vector<Link> out;
    for (const ReferencePlace& place : places) {
        for (const KindId target : place.targets) {
            const bool one_kind = target == place.kind || place.clause || schema[place.kind].settings;
            out.push_back({&place, target, one_kind ? nullptr : way_back(places, place, target)});
        }
    }
    return out;
}

std::string name_of(const Schema& schema, const Link& link) {
    std::string out = link.place->name;
    if (link.target != link.place->kind) out += fmt::format(" to {}", schema[link.target].name);
    if (link.back != nullptr) out += fmt::format(", back by {}", link.back->name);
    return out;
}

bool FolderMaker::can_be(const Schema& schema, const Link& link, FolderShape shape) {
    const ReferencePlace& place = *link.place;
    if (schema[place.kind].settings) return shape == FolderShape::fan && place.many;
    const bool twice = shape == FolderShape::fan || shape == FolderShape::diamonds;
    if (twice && !place.many) return false;
    if (!goes_deep(shape) || link.target == place.kind) return true;
    return link.back != nullptr && (!twice || link.back->many);
}

FolderMaker::FolderMaker(const Schema& schema, bool full) : schema_(schema), full_(full) {
    const RuleSet rules = RuleSet::built_in();
    const ParsedFile settings = parse_file(std::string(kSettings));
    std::vector<Finding> findings;
    Arena arena;
    vocabulary_ = read_settings(settings, schema, rules.book(), findings, arena).vocabulary;
    places_ = reference_places(schema);
}

const FolderMaker::Begun& FolderMaker::begun(KindId kind, const ReferencePlace* place) {
    const auto [at, is_new] = begun_.try_emplace({kind, place});
    Begun& out = at->second;
    if (!is_new) return out;
    if (schema_[kind].settings) {
        out.record = value_of(std::string(kSettings));
        return out;
    }
    if (place == nullptr) {
        out.record = value_of(example_of_record(schema_, vocabulary_, kind));
    } else {
        const NamedField field{kind, place->path.back(), place->name};
        out.record = value_of(example_of_record(schema_, vocabulary_, kind, &field));
    }
    if (schema_[kind].name == "standard" && place == nullptr) {
        NewEntry clauses{"clauses", value_of(fmt::format("number: \"{}\"\ntitle: Context\n", kClause))};
        out.record.entries.push_back(std::move(clauses));
    }
    if (full_) fill(out.record, kind);
    for (const ReferencePlace& other : places_) {
        if (other.kind != kind || (place != nullptr && place->name == other.name)) continue;
        if (put(out.record, other, {reference(other, other.targets.front(), "example")}))
            out.named.insert(other.targets.front());
    }
    return out;
}

void FolderMaker::fill(NewValue& record, KindId kind) const {
    if (schema_[kind].settings) return;
    for (const AskedField& asked : asked_fields(schema_[kind])) {
        const std::string_view top = std::string_view(asked.path).substr(0, asked.path.find('.'));
        const FieldSpec* const field = schema_.find_field(kind, top);
        const bool known = std::ranges::find(record.entries, top, &NewEntry::key) != record.entries.end();
        if (field == nullptr || known || names_others(*field->shape)) continue;
        const NamedField named{kind, field, {}};
        record.entries.push_back(value_of(example_of_field(schema_, vocabulary_, named)).entries.front());
    }
}

std::string FolderMaker::reference(const ReferencePlace& place, KindId kind, std::string_view id) const {
    if (place.clause) return fmt::format("{}:{}", id, kClause);
    return fmt::format("{}/{}", schema_[kind].name, id);
}

std::string FolderMaker::examples(std::set<KindId> named) {
    named.insert(*schema_.find_kind("role"));  // ims.yaml names one
    std::string out;
    for (std::set<KindId> written; written.size() < named.size();) {
        const KindId kind = *std::ranges::find_if(named, [&](KindId each) { return !written.contains(each); });
        written.insert(kind);
        out += record(kind, "example", nullptr, {});
        named.merge(std::set(begun(kind, nullptr).named));
    }
    return out;
}

std::string FolderMaker::record(KindId kind, const std::string& id, const ReferencePlace* place,
                                const std::vector<std::string>& named) {
    NewValue out = begun(kind, named.empty() ? nullptr : place).record;
    set_text(out, schema_[kind].name, id);
    set_text(out, "title", "Thing " + id);
    if (!named.empty()) put(out, *place, named);
    return document(out);
}

std::optional<MemoryFileSystem> FolderMaker::make(const Link& link, FolderShape shape, std::size_t n) {
    if (!can_be(schema_, link, shape)) return std::nullopt;
    const ReferencePlace& place = *link.place;
    std::set<KindId> others = begun(place.kind, &place).named;
    others.merge(std::set(begun(link.target, nullptr).named));
    if (link.back != nullptr) others.merge(std::set(begun(link.target, link.back).named));
    if (!schema_[place.kind].settings) others.merge(std::set(begun(place.kind, nullptr).named));
    std::string records = examples(std::move(others));
    const auto id = [](std::size_t number) { return fmt::format("n{}", number); };
    std::string settings(kSettings);
    if (shape == FolderShape::star || shape == FolderShape::fan) {
        std::vector<std::string> named;
        for (std::size_t i = 1; i <= n; ++i) {
            if (shape == FolderShape::star) {
                records += record(place.kind, id(i), &place, {reference(place, link.target, id(0))});
            } else {
                records += record(link.target, id(i), nullptr, {});
                named.push_back(reference(place, link.target, id(i)));
            }
        }
        if (shape == FolderShape::star) {
            records += record(link.target, id(0), nullptr, {});
        } else if (schema_[place.kind].settings) {
            NewValue all = begun(place.kind, &place).record;
            put(all, place, named);
            settings = document(all);
            settings.resize(settings.size() - std::string_view("---\n").size());
        } else {
            records += record(place.kind, id(0), &place, named);
        }
    } else {
        // Layers of records of one kind; in pairs, every other one is of the target.
        const ReferencePlace* const back = link.back == nullptr ? &place : link.back;
        const std::size_t width = shape == FolderShape::diamonds ? 2 : 1;
        std::size_t layers = n / width;
        if (shape == FolderShape::ring) layers -= layers % 2;  // it ends where it began
        for (std::size_t layer = 0; layer < layers; ++layer) {
            const bool there = layer % 2 == 0 || link.target == place.kind;
            const std::size_t next = shape == FolderShape::ring ? (layer + 1) % layers : layer + 1;
            std::vector<std::string> named;
            for (std::size_t i = 0; next < layers && i < width; ++i)
                named.push_back(
                    reference(there ? place : *back, there ? link.target : place.kind, id(next * width + i)));
            for (std::size_t i = 0; i < width; ++i)
                records +=
                    record(there ? place.kind : link.target, id(layer * width + i), there ? &place : back, named);
        }
    }
    MemoryFileSystem files;
    files.files["folder/ims.yaml"] = std::move(settings);
    files.files["folder/records.yaml"] = std::move(records);
    return files;
}

}  // namespace ims
