#include "schema/read_schema.h"

#include <algorithm>
#include <map>

#include "base/json.h"
#include "schema/asked_fields.h"
#include "schema/keywords.h"

namespace ims {
namespace {

using namespace keywords;

constexpr std::string_view kCommon = "common.schema.json#";
constexpr std::string_view kDefinitions = "#/definitions/";

constexpr std::pair<std::string_view, ScalarType> kScalarTypes[] = {
    {"any", ScalarType::any},
    {"id", ScalarType::id},
    {"line", ScalarType::line},
    {"markdown", ScalarType::markdown},
    {"date", ScalarType::date},
    {"point-in-time", ScalarType::point_in_time},
    {"duration", ScalarType::duration},
    {"yes-no", ScalarType::yes_no},
    {"whole", ScalarType::whole},
    {"number", ScalarType::number},
    {"enum", ScalarType::enumeration},
    {"discipline", ScalarType::discipline},
    {"step", ScalarType::step},
    {"risk-level", ScalarType::risk_level},
    {"rule", ScalarType::rule},
    {"kind", ScalarType::kind},
    {"path", ScalarType::path},
    {"clause", ScalarType::clause},
    {"reference", ScalarType::reference},
    {"reference-or-text", ScalarType::reference_or_text},
};
constexpr std::pair<std::string_view, KeyType> kKeyTypes[] = {
    {"discipline", KeyType::discipline},
    {"kind", KeyType::kind},
    {"rule", KeyType::rule},
    {"standard-clause", KeyType::standard_clause},
    {"topic", KeyType::topic},
    {"level", KeyType::level},
    {"text", KeyType::text},
};
constexpr std::pair<std::string_view, Scale> kScaleNames[] = {
    {"likelihood", Scale::likelihood},           {"consequence", Scale::consequence},
    {"confidentiality", Scale::confidentiality}, {"integrity", Scale::integrity},
    {"availability", Scale::availability},
};

template <class Enum, std::size_t N>
std::optional<Enum> find_word(const std::pair<std::string_view, Enum> (&words)[N], std::string_view word) {
    for (const auto& [name, value] : words) {
        if (name == word) return value;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(const Schema& base, const std::vector<SchemaFile>& files, Titles titles)
        : parts_(base.parts()), files_(files), titles_(titles) {
        store_->below = parts_.store;
        for (std::size_t place = 0; place < parts_.paths.size(); ++place)
            numbers_.try_emplace(std::string(parts_.paths[place]), Field::from(place));
    }

    Result<Schema> run() {
        std::vector<Json> documents;
        if (!parts_.common_json.empty()) {
            IMS_TRY_ASSIGN(definitions_["common.schema.json"], parse_json(parts_.common_json));
        }
        for (const SchemaFile& file : files_) {
            Result<Json> json = parse_json(file.text);
            if (!json) return fail(file.path, "this is not JSON");
            if (json->as_object() == nullptr) return fail(file.path, "a schema is a JSON object");
            definitions_[file.path.substr(file.path.rfind('/') + 1)] = *json;
            if (file.path.ends_with("common.schema.json") && parts_.common_json.empty())
                parts_.common_json = keep(file.text);
            documents.push_back(std::move(*json));
        }
        for (std::size_t index = 0; index < files_.size(); ++index) {
            if (documents[index].find("x-ims-kind") == nullptr) continue;  // shared shapes only
            IMS_TRY(read_kind(files_[index], documents[index]));
        }
        parts_.store = store_;
        return Schema(std::move(parts_));
    }

private:
    std::string_view keep(std::string_view text) { return store_->texts.emplace_back(text); }

    Outcome read_kind(const SchemaFile& file, const Json& json) {
        const std::string name = text_of(json, "x-ims-kind");
        if (name.empty()) return fail(file.path, "`x-ims-kind` must be the name of a kind");
        IMS_TRY_ASSIGN(std::vector<FieldSpec> fields, read_fields(json, "", file.path));
        auto kind = std::ranges::find(parts_.kinds, name, &KindSpec::name);
        const bool fresh = kind == parts_.kinds.end();
        if (fresh || kind->absent) {
            IMS_TRY(check_asked(json, fields, file.path));
            KindSpec spec;
            spec.name = keep(name);
            const std::string plural = text_of(json, "x-ims-plural");
            spec.plural = keep(plural.empty() ? name + "s" : plural);
            spec.description = keep(text_of(json, "description"));
            spec.json = keep(refers_elsewhere(json) ? to_text(self_contained(json)) : file.text);
            spec.settings = name == "ims";
            spec.fields = store_->fields.emplace_back(std::move(fields));
            if (fresh) parts_.kinds.push_back(spec);
            else *kind = spec;
            return Nothing{};
        }
        // More fields for a kind that stands; a field of the same name is replaced.
        std::vector<FieldSpec> all(kind->fields.begin(), kind->fields.end());
        for (FieldSpec& field : fields) {
            const auto old = std::ranges::find(all, field.name, &FieldSpec::name);
            if (old == all.end()) all.push_back(field);
            else *old = field;
        }
        kind->fields = store_->fields.emplace_back(std::move(all));
        IMS_TRY(check_asked(json, kind->fields, file.path));
        IMS_TRY_ASSIGN(const Json whole, merged(kind->json, self_contained(json), file.path));
        kind->json = keep(to_text(whole));
        return Nothing{};
    }

    // What stands in a list or an object.
    template <class Value, class Call>
    static void for_each_part(Value& json, const Call& call) {
        if (auto* const items = json.as_list()) {
            for (auto& item : *items) call(item);
        } else if (auto* const members = json.as_object()) {
            for (auto& member : *members) call(member.value);
        }
    }

    static bool is_reference_elsewhere(const Json& json) {
        return json.find("$ref") != nullptr && !text_of(json, "$ref").starts_with(kCommon);
    }

    // Whether it uses shapes of another file than common.schema.json.
    static bool refers_elsewhere(const Json& json) {
        bool found = is_reference_elsewhere(json);
        for_each_part(json, [&](const Json& part) { found = found || refers_elsewhere(part); });
        return found;
    }

    // The schema with such shapes among its own definitions: only the common ones can be asked for later.
    Json self_contained(Json json) const {
        Json shapes = Json::object();
        bring_along(json, shapes);
        if (!shapes.as_object()->empty()) json["definitions"] = std::move(shapes);
        return json;
    }

    void bring_along(Json& json, Json& shapes) const {
        if (is_reference_elsewhere(json)) {
            const std::string reference = text_of(json, "$ref");
            const Json* const meant = find_shape(reference);
            if (meant == nullptr) return;  // where no field is
            const std::size_t hash = reference.find(kDefinitions);
            const std::string file = reference.substr(0, hash);
            const std::string name = reference.substr(hash + kDefinitions.size());
            const std::string here = file.substr(0, file.find('.')) + "." + name;
            json["$ref"] = std::string(kDefinitions) + here;
            if (shapes.find(here) != nullptr) return;
            shapes[here] = nullptr;  // so that a circle ends
            Json shape = *meant;
            bring_along(shape, shapes);
            shapes[here] = std::move(shape);
            return;
        }
        for_each_part(json, [&](Json& part) { bring_along(part, shapes); });
    }

    static Result<Json> merged(std::string_view before, const Json& added, const Place& place) {
        IMS_TRY_ASSIGN(Json json, parse_json(before));
        for (const char* part : {"properties", "definitions"}) {
            const Json* const more = added.find(part);
            if (more == nullptr) continue;
            if (more->as_object() == nullptr) return wrong_type(part, "an object", place);
            for (const auto& [name, value] : *more->as_object()) {
                Json& all = json[part];
                if (all.as_object() == nullptr) all = Json::object();
                all[name] = value;
            }
        }
        for (const char* const list : {"required", "x-ims-ask", "x-ims-today"}) {
            IMS_TRY_ASSIGN(const Json::List names, list_of(added, list, place));
            for (const Json& name : names) {
                Json& all = json[list];
                if (all.as_list() == nullptr) all = Json::list();
                if (std::ranges::find(*all.as_list(), name) == all.as_list()->end()) all.add(name);
            }
        }
        return json;
    }

    // In the order of the file, in which users write fields and reports print them.
    Result<std::vector<FieldSpec>> read_fields(const Json& json, const std::string& prefix, const Place& place) {
        std::vector<FieldSpec> fields;
        std::vector<std::string> required;
        if (const Json* const found = json.find("required"); found != nullptr && found->as_list() != nullptr) {
            for (const Json& each : *found->as_list()) {
                if (each.as_text() != nullptr) required.push_back(*each.as_text());
            }
        }
        IMS_TRY_ASSIGN(const std::vector<Condition> conditions, read_conditions(json, place));
        const Json* const properties = json.find("properties");
        if (properties == nullptr) return fields;
        if (properties->as_object() == nullptr) return wrong_type("properties", "an object", place);
        for (const auto& [name, property] : *properties->as_object()) {
            const std::string path = prefix.empty() ? name : prefix + "." + name;
            const Place inner = place.field(path);
            IMS_TRY_ASSIGN(Json merged, resolve(property, inner));
            IMS_TRY_ASSIGN(const Shape* shape, read_shape(merged, path, inner));
            if (titles_ == Titles::required && text_of(merged, "title").empty())
                return fail(inner, "a field needs a `title`, which is what people call it");
            FieldSpec field;
            field.field = intern(path);
            if (parts_.paths.size() >= Field::kNone || parts_.words.size() >= Choice::kNone)
                return fail(inner, "there are more fields, or words of them, than can be told apart");
            field.name = keep(name);
            field.title = keep(title_of(merged, name));
            field.description = keep(text_of(merged, "description"));
            field.required = std::ranges::find(required, name) != required.end();
            std::vector<std::string_view> with;
            for (const Condition& each : conditions) {
                if (each.field != name) continue;
                field.required = true;
                if (each.unless) field.unless = keep(each.other);
                else with.push_back(keep(each.other));
            }
            if (!with.empty()) field.with = store_->names.emplace_back(std::move(with));
            field.shape = shape;
            fields.push_back(field);
        }
        return fields;
    }

    // The property with everything that its one `allOf` names written out; its own keywords win.
    Result<Json> resolve(const Json& property, const Place& place, int depth = 0) {
        if (depth > 20) return fail(place, "its `$ref` leads in a circle");
        // A few definitions that name each other may stand for more than any machine holds.
        if (++resolved_ > kMostResolved) return fail(place, "its `$ref` and those before it stand for too many fields");
        if (property.as_object() == nullptr) return fail(place, "a field's schema is a JSON object");
        Json merged = Json::object();
        if (const Json* const reference = property.find("$ref")) {
            if (reference->as_text() == nullptr) return wrong_type("$ref", "a text", place);
            IMS_TRY_ASSIGN(merged, follow(*reference->as_text(), place, depth));
        }
        IMS_TRY_ASSIGN(const Json::List all, list_of(property, "allOf", place));
        for (const Json& each : all) {
            IMS_TRY_ASSIGN(const Json part, resolve(each, place, depth + 1));
            for (const auto& [key, value] : *part.as_object()) merged[key] = value;
        }
        for (const auto& [key, value] : *property.as_object()) {
            if (key != "allOf" && key != "$ref") merged[key] = value;
        }
        IMS_TRY(check_words(property, merged, place));
        return merged;
    }

    // What a `$ref` names; nullptr where there is no such shape.
    const Json* find_shape(const std::string& reference) const {
        const std::size_t hash = reference.find(kDefinitions);
        if (hash == std::string::npos) return nullptr;
        const auto file = definitions_.find(reference.substr(0, hash));
        if (file == definitions_.end()) return nullptr;
        const Json* const all = file->second.find("definitions");
        return all == nullptr ? nullptr : all->find(reference.substr(hash + kDefinitions.size()));
    }

    Result<Json> follow(const std::string& reference, const Place& place, int depth) {
        if (const Json* const found = find_shape(reference)) return resolve(*found, place, depth + 1);
        return fail(place, "`$ref` names nothing that is there: " + reference);
    }

    Result<const Shape*> read_shape(const Json& json, const std::string& path, const Place& place) {
        Shape shape;
        IMS_TRY(fill_shape(shape, json, path, place));
        return &store_->shapes.emplace_back(shape);
    }

    Outcome fill_shape(Shape& shape, const Json& json, const std::string& path, const Place& place) {
        if (depth_ == kDeepest)
            return fail(place, "its fields lie too deep in each other: a `$ref` may name what it stands in");
        ++depth_;
        const Outcome filled = fill_forms(shape, json, path, place);
        --depth_;
        return filled;
    }

    Outcome fill_forms(Shape& shape, const Json& json, const std::string& path, const Place& place) {
        IMS_TRY_ASSIGN(const Json::List any, list_of(json, "anyOf", place));
        const Json* many = nullptr;
        for (const Json& each : any) {
            if (text_of(each, "type") == "array") many = each.find("items");
        }
        for (const Json& each : any) {
            // `ITEM or a list of ITEM` says no more than `a list of ITEM`: one is read as a list of one.
            if (many != nullptr && each == *many) continue;
            // Which of two fields is required is no shape of its own.
            if (only_requires(each)) continue;
            IMS_TRY_ASSIGN(const Json merged, resolve(each, place));
            IMS_TRY(fill_shape(shape, merged, path, place));
        }
        if (const Json* const items = json.find("items"); items != nullptr && text_of(json, "type") == "array") {
            IMS_TRY_ASSIGN(const Json item, resolve(*items, place));
            IMS_TRY_ASSIGN(shape.item, read_shape(item, path, place));
        }
        if (json.find("properties") != nullptr) {
            IMS_TRY_ASSIGN(std::vector<FieldSpec> fields, read_fields(json, path, place));
            shape.named_map = true;
            shape.fields = store_->fields.emplace_back(std::move(fields));
        }
        if (const Json* const more = json.find("additionalProperties");
            more != nullptr && more->as_object() != nullptr) {
            IMS_TRY_ASSIGN(const Json entry, resolve(*more, place));
            IMS_TRY_ASSIGN(shape.entry, read_shape(entry, path, place));
            const auto keys = find_word(kKeyTypes, text_of(json, "x-ims-keys"));
            if (!keys) return fail(place, "`x-ims-keys` must say what the keys of this map are");
            shape.keys = *keys;
            IMS_TRY_ASSIGN(const std::vector<std::string> known, texts_of(json, "x-ims-known", place));
            if (!known.empty()) {
                std::vector<std::string_view> names;
                for (const std::string& each : known) names.push_back(keep(each));
                shape.known = store_->names.emplace_back(std::move(names));
            }
            IMS_TRY(fill_known_costs(shape, json, place));
            IMS_TRY(fill_slips(shape, json, place));
        }
        return fill_scalar(shape, json, place);
    }

    // `x-ims-costs`: by known name, what the entry says where it leaves out `costs`.
    Outcome fill_known_costs(Shape& shape, const Json& json, const Place& place) {
        const Json* const written = json.find("x-ims-costs");
        if (written == nullptr) return Nothing{};
        if (written->as_object() == nullptr) return wrong_type("x-ims-costs", "an object", place);
        const auto field = std::ranges::find(shape.entry->fields, "costs", &FieldSpec::name);
        if (field == shape.entry->fields.end()) return fail(place, "`x-ims-costs` needs entries with a field `costs`");
        std::vector<std::string_view> costs(shape.known.size());
        for (const auto& [name, value] : *written->as_object()) {
            const auto known = std::ranges::find(shape.known, name);
            if (known == shape.known.end())
                return fail(place, "`x-ims-costs` names what `x-ims-known` does not: " + name);
            const std::string* const word = value.as_text();
            if (word == nullptr ||
                std::ranges::find(field->shape->values, *word, &EnumValue::name) == field->shape->values.end())
                return fail(place, "`x-ims-costs` of " + name + " is no value of `costs`: " + to_text(value));
            costs[static_cast<std::size_t>(known - shape.known.begin())] = keep(*word);
        }
        shape.known_costs = store_->names.emplace_back(std::move(costs));
        return Nothing{};
    }

    // `x-ims-slips`: by word or known name, what people write in its place.
    Outcome fill_slips(Shape& shape, const Json& json, const Place& place) {
        IMS_TRY_ASSIGN(const std::vector<Slip> slips, slips_of(json, place));
        if (slips.empty()) return Nothing{};
        std::vector<WordSlip> kept;
        for (const Slip& each : slips) kept.push_back({keep(each.written), keep(each.meant)});
        shape.slips = store_->slips.emplace_back(std::move(kept));
        return Nothing{};
    }

    Outcome fill_scalar(Shape& shape, const Json& json, const Place& place) {
        const Json* const written = json.find("x-ims-type");
        if (written == nullptr) return Nothing{};
        const auto type = find_word(kScalarTypes, text_of(json, "x-ims-type"));
        if (!type) return fail(place, "unknown `x-ims-type`: " + to_text(*written));
        shape.scalar = *type;
        IMS_TRY_ASSIGN(shape.lowest, bound_of(json, "minimum", place));
        IMS_TRY_ASSIGN(shape.highest, bound_of(json, "maximum", place));
        if (*type == ScalarType::step) {
            const auto scale = find_word(kScaleNames, text_of(json, "x-ims-scale"));
            if (!scale) return fail(place, "`x-ims-scale` must name a scale of ims.yaml");
            shape.scale = *scale;
        }
        if (*type == ScalarType::enumeration) IMS_TRY(fill_values(shape, json, place));
        if (*type == ScalarType::reference || *type == ScalarType::reference_or_text)
            IMS_TRY(fill_reference(shape, json, place));
        return Nothing{};
    }

    Outcome fill_values(Shape& shape, const Json& json, const Place& place) {
        const Json* const words = json.find("enum");
        if (words == nullptr || words->as_list() == nullptr) return fail(place, "an enumeration needs `enum`");
        std::vector<EnumValue> values;
        for (const Json& each : *words->as_list()) {
            if (each.as_text() == nullptr) continue;  // null: an empty value is none
            EnumValue value;
            value.name = keep(*each.as_text());
            value.meaning = keep(text_of(json, "x-ims-values", value.name));
            value.canonical = static_cast<std::uint16_t>(values.size());
            values.push_back(value);
        }
        if (values.empty()) return fail(place, "`enum` names no word");
        if (values.size() > kMostWords) return fail(place, "`enum` names more words than anybody can choose from");
        for (EnumValue& value : values) {
            const std::string target = text_of(json, "x-ims-synonyms", value.name);
            if (target.empty()) continue;
            const auto found = std::ranges::find(values, target, &EnumValue::name);
            if (found == values.end()) return fail(place, "a synonym stands for a value that is not there: " + target);
            if (!text_of(json, "x-ims-synonyms", found->name).empty())
                return fail(place, "a synonym stands for a value that is a synonym itself: " + target);
            value.canonical = found->canonical;
        }
        for (EnumValue& value : values) {
            value.title = keep(title_of_word(json, values[value.canonical].name));
            value.word = intern_word(value.name, value.title);
        }
        shape.values = store_->values.emplace_back(std::move(values));
        IMS_TRY(fill_slips(shape, json, place));
        shape.default_value = keep(text_of(json, "default"));
        return Nothing{};
    }

    Outcome fill_reference(Shape& shape, const Json& json, const Place& place) {
        const Json* const found = json.find("x-ims-reference");
        if (found == nullptr || found->as_object() == nullptr)
            return fail(place, "a reference needs `x-ims-reference`");
        ReferenceSpec spec;
        std::vector<std::string_view> kinds;
        IMS_TRY_ASSIGN(const std::vector<std::string> written, texts_of(*found, "kinds", place));
        for (const std::string& kind : written) {
            if (kind == "=") spec.same_kind = true;
            else if (kind != "*") kinds.push_back(keep(kind));
        }
        spec.kinds = store_->names.emplace_back(std::move(kinds));
        spec.bare = keep(text_of(*found, "bare"));
        spec.inverse = keep(text_of(*found, "inverse"));
        IMS_TRY_ASSIGN(spec.tree, flag_of(*found, "tree", place));
        IMS_TRY_ASSIGN(spec.not_self, flag_of(*found, "not_self", place));
        shape.reference = &store_->references.emplace_back(spec);
        return Nothing{};
    }

    // Looked up while a schema is read and never again: the lists are short.
    Choice intern_word(std::string_view word, std::string_view title) {
        const std::size_t known = parts_.words.size();
        for (std::size_t place = 0; place < known; ++place) {
            if (parts_.words[place] == word && parts_.word_titles[place] == title) return Choice::from(place);
        }
        parts_.words.push_back(word);
        parts_.word_titles.push_back(title);
        return Choice::from(known);
    }

    Field intern(const std::string& path) {
        const auto [place, added] = numbers_.try_emplace(path, Field::from(parts_.paths.size()));
        if (added) parts_.paths.push_back(keep(path));
        return place->second;
    }

    static constexpr int kDeepest = 40;
    static constexpr std::size_t kMostResolved = 30'000;
    static constexpr std::size_t kMostWords = 1000;

    Schema::Parts parts_;
    const std::vector<SchemaFile>& files_;
    Titles titles_;
    int depth_ = 0;             // of the shapes around the one that is read
    std::size_t resolved_ = 0;  // properties, and what they name
    std::shared_ptr<Schema::Store> store_ = std::make_shared<Schema::Store>();
    std::map<std::string, Json> definitions_;
    std::map<std::string, Field> numbers_;  // of paths
};

}  // namespace

Result<Schema> extend_schema(const Schema& base, const std::vector<SchemaFile>& files, Titles titles) {
    return Reader(base, files, titles).run();
}

Result<Schema> replace_schema(const Schema& numbers, const std::vector<SchemaFile>& files) {
    const auto brings = [&](std::string_view name) {
        return std::ranges::any_of(files, [&](const SchemaFile& file) { return file.path.ends_with(name); });
    };
    Schema::Parts parts = numbers.parts();
    for (KindSpec& kind : parts.kinds) {
        if (kind.settings && !brings("ims.schema.json")) continue;
        KindSpec absent;
        absent.name = kind.name;
        absent.absent = true;
        kind = absent;
    }
    if (brings("common.schema.json")) parts.common_json = {};
    return extend_schema(Schema(std::move(parts)), files);
}

}  // namespace ims
