#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "output/explain/pages.h"
#include "report/views/views.h"
#include "schema/examples.h"
#include "schema/value_words.h"

namespace ims {
namespace {

Message told_single(const Shape& shape, Arena& arena) {
    if (shape.reference == nullptr) return make_message(arena, "{}", plain(type_of_value(shape.scalar).title));
    const Message forms = reference_forms(*shape.reference, arena);
    return shape.scalar == ScalarType::reference ? forms : make_message(arena, "a text, or {}", forms);
}

Message whose_names(KeyType keys) {
    switch (keys) {
        case KeyType::discipline: return "for each discipline";
        case KeyType::kind: return "for each kind of record";
        case KeyType::rule: return "for each rule or family of rules";
        case KeyType::standard_clause: return "for each clause or control";
        case KeyType::topic: return "for each topic";
        case KeyType::level: return "for each level";
        case KeyType::none:
        case KeyType::text: break;
    }
    return "for each name";
}

Message told(const Shape& shape, Arena& arena) {
    std::vector<Message> forms;
    if (shape.scalar != ScalarType::none) forms.push_back(told_single(shape, arena));
    if (shape.item != nullptr) {
        const bool fields_alone = shape.item->named_map && shape.item->scalar == ScalarType::none;
        forms.push_back(fields_alone ? Message("one or several, each with the fields below")
                                     : make_message(arena, "one or several, each {}", told(*shape.item, arena)));
    }
    if (shape.named_map) forms.push_back("the fields below");
    if (shape.entry != nullptr)
        forms.push_back(make_message(arena, "a line {}, with {}", whose_names(shape.keys), told(*shape.entry, arena)));
    Message all = forms.empty() ? Message() : forms.front();
    for (std::size_t place = 1; place < forms.size(); ++place)
        all = make_message(arena, "{}, or {}", all, forms[place]);
    return all;
}

Words leads_to(const Shape& shape) {
    if (shape.reference == nullptr) return {};
    const ReferenceSpec& reference = *shape.reference;
    Arena arena;
    std::vector<TextArgument> kinds;
    for (const std::string_view kind : reference.kinds) kinds.push_back(quoted(kind));
    const Message target = reference.same_kind ? Message("a record of the same kind")
                           : kinds.empty()     ? Message("a record of any kind")
                                           : make_message(arena, "a record of the {0:kind|kinds} {1:all}", kinds.size(),
                                                          listed_by(Joined::by_or, kinds));
    if (reference.tree) return said("{}; never in a circle", target);
    return reference.not_self ? said("{}; never to itself", target) : said("{}", target);
}

// The fields by which the records that are named state the same.
Words other_side(const Schema& schema, const Shape& shape) {
    if (shape.reference == nullptr || shape.reference->inverse.empty()) return {};
    std::vector<std::string> paths;
    for (const std::string_view name : shape.reference->kinds) {
        const auto kind = schema.find_kind(name);
        if (kind && schema.find_field(*kind, shape.reference->inverse) != nullptr)
            paths.push_back(fmt::format("{}.{}", name, shape.reference->inverse));
    }
    if (paths.empty()) return {};
    return said("{0:all} {1:says|say} the same; written on one side it holds for both", quoted_each(paths),
                paths.size());
}

Words limits(const Shape& shape) {
    const bool number = shape.scalar == ScalarType::number || shape.scalar == ScalarType::whole;
    if (!number) return {};
    if (shape.lowest != Shape::kNoBound && shape.highest != Shape::kNoBound)
        return said("from {} to {}", shape.lowest, shape.highest);
    if (shape.highest != Shape::kNoBound) return said("up to {}", shape.highest);
    return shape.lowest != Shape::kNoBound ? said("from {} on", shape.lowest) : Words();
}

Words when_needed(const FieldSpec& field) {
    const Words when = needed(field);
    return when.empty() ? said("no") : when;
}

Words left_out(const Shape& shape) {
    return shape.default_value.empty() ? Words() : said("it counts as {}", quoted(shape.default_value));
}

std::string without_hyphens(std::string_view word) {
    std::string out(word);
    std::ranges::replace_if(
        out, [](char letter) { return letter == '-' || letter == '_'; }, ' ');
    return out;
}

Table words_table(const Shape& shape) {
    // What a synonym is called is said with what it stands for.
    const auto own_title = [&](const EnumValue& value) {
        const bool synonym = &shape.values[value.canonical] != &value;
        return synonym || value.title == without_hyphens(value.name) ? std::string_view() : value.title;
    };
    const bool called_otherwise =
        std::ranges::any_of(shape.values, [&](const EnumValue& value) { return !own_title(value).empty(); });
    Table table{.key = "words", .title = "Words", .columns = {{"word", "Word"}}};
    if (called_otherwise) table.columns.push_back({"called", "Called"});
    table.columns.push_back({"meaning", "What it means"});
    for (const EnumValue& value : shape.values) {
        const EnumValue& meant = shape.values[value.canonical];
        auto& row = table.rows.emplace_back();
        row.emplace_back(code(value.name));
        if (called_otherwise) row.emplace_back(raw(own_title(value)));
        row.emplace_back(!value.meaning.empty() || &meant == &value
                             ? raw(value.meaning)
                             : said("Another word for {}: {}", quoted(meant.name), plain(meant.meaning)));
    }
    return table;
}

Table steps_table(const std::vector<std::string>& steps) {
    Table table{.key = "steps",
                .title = "Steps",
                .columns = {{.key = "step", .title = "Step", .align = Column::Align::right}, {"name", "Name"}}};
    for (std::size_t place = 0; place < steps.size(); ++place)
        table.rows.push_back({TableCell::number(place + 1), TableCell(raw(steps[place]))});
    return table;
}

// What the settings, or the schema, say of the words that the values may be.
void add_words(const LookUp& look_up, const Shape& field, PageText& page) {
    const Shape* const shape = single_values(&field);
    if (shape == nullptr) return;
    const Vocabulary& words = look_up.settings.vocabulary;
    switch (shape->scalar) {
        case ScalarType::enumeration: return page.table(words_table(*shape));
        case ScalarType::step: return page.table(steps_table(words.scale(shape->scale)));
        case ScalarType::risk_level:
            if (!words.risk_levels.empty())
                page.paragraph(said("Levels, lowest first: {:all}.",
                                    listed_by(Joined::by_commas, quoted_each(words.risk_levels))));
            return;
        case ScalarType::discipline:
            if (!words.disciplines.empty())
                page.paragraph(said("In force here: {:all}.", quoted_each(words.disciplines)));
            return;
        default: return;
    }
}

void add_names(const LookUp& look_up, const Shape& field, PageText& page) {
    const Shape* shape = &field;
    while (shape->entry == nullptr && shape->item != nullptr) shape = shape->item;
    if (shape->entry == nullptr) return;
    if (!shape->known.empty()) {
        const bool topics = shape->keys == KeyType::topic;
        const std::vector<TextArgument> known = quoted_each(shape->known);
        page.paragraph(topics ? said("Topics: {:all}; or a discipline in force.", known)
                              : said("Well known: {:all}. You may add names of your own.", known));
    } else if (shape->keys == KeyType::discipline && !look_up.settings.vocabulary.disciplines.empty()) {
        page.paragraph(said("In force here: {:all}.", quoted_each(look_up.settings.vocabulary.disciplines)));
    }
}

// Types that need more words than a line has.
void add_pointers(const LookUp& look_up, const NamedField& field, PageText& page) {
    std::vector<std::string> words;
    const auto point_to = [&](std::string_view word) { words.push_back(fmt::format("ims explain {}", word)); };
    if (const Shape* const shape = single_values(field.spec->shape)) {
        switch (shape->scalar) {
            case ScalarType::date:
            case ScalarType::point_in_time:
            case ScalarType::duration:
            case ScalarType::clause:
            case ScalarType::step:
            case ScalarType::reference:
            case ScalarType::reference_or_text:
            case ScalarType::markdown: point_to(type_of_value(shape->scalar).name); break;
            default: break;
        }
    }
    point_to(look_up.schema[field.kind].name);
    page.paragraph(said("More: {:all}.", quoted_each(words)));
}

bool same_words(const Shape* one, const Shape* other) {
    return one != nullptr && other != nullptr && one->scalar == ScalarType::enumeration &&
           other->scalar == ScalarType::enumeration &&
           std::ranges::equal(one->values, other->values, {}, &EnumValue::name, &EnumValue::name) &&
           std::ranges::equal(one->values, other->values, {}, &EnumValue::meaning, &EnumValue::meaning);
}

void add_examples_heading(PageText& page, std::string_view yaml) {
    page.heading("An example");
    page.lines(yaml);
}

}  // namespace

Words told_paths(const std::vector<std::string>& paths) {
    return paths.size() == 1 ? said("{}", quoted(paths.front()))
                             : said("{} and {} more", quoted(paths.front()), paths.size() - 1);
}

const Shape* single_values(const Shape* shape) {
    while (shape != nullptr && shape->scalar == ScalarType::none)
        shape = shape->item != nullptr ? shape->item : shape->entry;
    // `yes`, `no` or a list: the list says more.
    if (shape != nullptr && shape->scalar == ScalarType::yes_no && shape->item != nullptr)
        return single_values(shape->item);
    return shape;
}

Words takes(const Shape& shape) {
    Arena arena;
    return said("{}", told(shape, arena));
}

std::string told_to_take(const Shape& shape) { return takes(shape).plain(); }

void write_field_page(const LookUp& look_up, const NamedField& field, PageText& page) {
    const FieldSpec& spec = *field.spec;
    page.heading(fmt::format("{}: {}", field.path, spec.title));
    page.paragraph(raw(spec.description));
    const Shape* const single = single_values(spec.shape);
    const Shape none;
    const Shape& value = single == nullptr ? none : *single;
    page.table(card({{"Takes", takes(*spec.shape)},
                     {"Limits", limits(value)},
                     {"Leads to", leads_to(value)},
                     {"Other side", other_side(look_up.schema, value)},
                     {"Needed", when_needed(spec)},
                     {"Left out", left_out(value)}}));
    add_words(look_up, *spec.shape, page);
    add_names(look_up, *spec.shape, page);
    if (const Shape* const map = map_within(spec.shape)) {
        const std::string path(look_up.schema.path(spec.field));
        page.table(fields_table(map->fields, path + "."));
    }
    add_examples_heading(page, example_of_field(look_up.schema, look_up.settings.vocabulary, field));
    add_pointers(look_up, field, page);
}

void write_fields_page(const LookUp& look_up, std::string_view name, const std::vector<NamedField>& fields,
                       PageText& page) {
    page.heading(fmt::format("{}: {} fields", name, fields.size()));
    Table table{.key = "fields", .title = "Fields", .columns = {{"field", "Field"}, {"meaning", "What it says"}}};
    // Where many say the same, the first speaks for them.
    std::vector<std::pair<std::string_view, std::vector<std::string>>> said_of;
    for (const NamedField& field : fields) {
        const auto found =
            std::ranges::find_if(said_of, [&](const auto& each) { return each.first == field.spec->description; });
        if (found == said_of.end()) said_of.push_back({field.spec->description, {field.path}});
        else found->second.push_back(field.path);
    }
    for (const auto& [description, paths] : said_of)
        table.rows.push_back({TableCell(told_paths(paths)), TableCell(raw(description))});
    page.table(std::move(table));
    const NamedField& first = fields.front();
    const std::string first_takes = takes(*first.spec->shape).plain();
    const bool alike = std::ranges::all_of(
        fields, [&](const NamedField& field) { return takes(*field.spec->shape).plain() == first_takes; });
    if (alike) page.paragraph(said("Each takes {}.", plain(first_takes)));
    const Shape* const words = single_values(first.spec->shape);
    if (std::ranges::all_of(
            fields, [&](const NamedField& field) { return same_words(single_values(field.spec->shape), words); }))
        page.table(words_table(*words));
    if (alike) add_examples_heading(page, example_of_field(look_up.schema, look_up.settings.vocabulary, first));
    page.paragraph(said("{} tells more of one.", quoted(fmt::format("ims explain {}", first.path))));
}

void write_kind_page(const LookUp& look_up, KindId kind, PageText& page) {
    const KindSpec& spec = look_up.schema[kind];
    page.blocks(view_kind(spec, {}).blocks);
    if (spec.of_records()) {
        page.heading(fmt::format("The least that {} says", with_article(in_words(spec.name))));
        page.lines(example_of_record(look_up.schema, look_up.settings.vocabulary, kind));
    }
    // One with words of its own shows best what there is to be told.
    const auto is_optional = [](const FieldSpec& field) { return !field.required; };
    auto telling = std::ranges::find_if(spec.fields, [](const FieldSpec& field) {
        const Shape* const shape = single_values(field.shape);
        return !field.required && shape != nullptr && shape->scalar == ScalarType::enumeration;
    });
    if (telling == spec.fields.end()) telling = std::ranges::find_if(spec.fields, is_optional);
    if (telling != spec.fields.end())
        page.paragraph(
            said("{} tells more of a field.", quoted(fmt::format("ims explain {}.{}", spec.name, telling->name))));
}

void write_type_page(const LookUp& look_up, const TypeOfValue& type, PageText& page) {
    page.heading(fmt::format("{}: a type of value", type.name));
    page.paragraph(raw(type.says));
    Table table{.key = "examples", .title = "Examples", .columns = {{"written", "Written"}, {"meaning", "It means"}}};
    const bool with_meaning =
        std::ranges::any_of(type.examples, [](const ValueExample& example) { return !example.means.empty(); });
    if (!with_meaning) table.columns.pop_back();
    for (const ValueExample& example : type.examples) {
        auto& row = table.rows.emplace_back();
        row.emplace_back(code(example.yaml));
        if (with_meaning) row.emplace_back(raw(example.means));
    }
    page.table(std::move(table));
    if (!type.refused.empty())
        page.paragraph(said("Not: {:all}.", listed_by(Joined::by_commas, quoted_each(type.refused))));
    if (type.scalar == ScalarType::none) return;
    std::vector<std::string> paths;
    for (const NamedField& field : all_fields(look_up.schema)) {
        const Shape* const shape = single_values(field.spec->shape);
        if (shape != nullptr && shape->scalar == type.scalar && !field.is_id()) paths.push_back(field.path);
    }
    if (!paths.empty())
        page.paragraph(said("{0} {0:field takes|fields take} it: {1:12}.", paths.size(), quoted_each(paths)));
}

void write_family_page(const LookUp& look_up, std::string_view family, PageText& page) {
    std::vector<RuleId> rules;
    for (const RuleEntry& rule : look_up.rules.book().entries()) {
        if (rule.family == family) rules.push_back(rule.id);
    }
    page.heading(fmt::format("{}: a family of rules", family));
    page.blocks(view_rules(look_up.rules.book(), rules, {}).blocks);
    page.paragraph(said("{} tells more of a rule.",
                        quoted(fmt::format("ims explain {}", look_up.rules.book()[rules.front()].name))));
}

}  // namespace ims
