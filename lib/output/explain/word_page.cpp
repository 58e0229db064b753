// Words that fields take, looked up by themselves.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "output/explain/pages.h"

namespace ims {
namespace {

std::string sentence(const Words& words) { return words.plain(); }

// What else says the same as this word of an enumeration.
std::string other_words(std::span<const EnumValue> values, std::size_t place) {
    const std::size_t meant = values[place].canonical;
    if (meant != place) return sentence(said("The records count it as {}.", quoted(values[meant].name)));
    std::vector<TextArgument> others;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (index != place && values[index].canonical == place) others.push_back(quoted(values[index].name));
    }
    return others.empty() ? std::string() : sentence(said("{:all} {:says|say} the same.", others, others.size()));
}

void find_in_enumeration(const NamedField& field, const Shape& shape, std::string_view word,
                         std::vector<WordOfField>& out) {
    for (std::size_t place = 0; place < shape.values.size(); ++place) {
        const EnumValue& value = shape.values[place];
        if (value.name == word) out.push_back({field, std::string(value.meaning), other_words(shape.values, place)});
    }
}

// Names that stand below a field, each before a value of its own.
const Shape* shape_with_topics(const FieldSpec& field) {
    const Shape* shape = field.shape;
    while (shape != nullptr && shape->entry == nullptr) shape = shape->item;
    return shape != nullptr && shape->keys == KeyType::topic ? shape : nullptr;
}

void find_in_field(const LookUp& look_up, const NamedField& field, std::string_view word,
                   std::vector<WordOfField>& out) {
    const Vocabulary& vocabulary = look_up.settings.vocabulary;
    if (const Shape* const shape = single_values(field.spec->shape)) {
        if (shape->scalar == ScalarType::enumeration) find_in_enumeration(field, *shape, word, out);
        const std::vector<std::string>& steps = vocabulary.scale(shape->scale);
        const auto step = std::ranges::find(steps, word);
        if (shape->scalar == ScalarType::step && step != steps.end())
            out.push_back(
                {field, sentence(said("Step {} of {} of its scale.", step - steps.begin() + 1, steps.size())), {}});
        const std::vector<std::string>& levels = vocabulary.risk_levels;
        const auto level = std::ranges::find(levels, word);
        if (shape->scalar == ScalarType::risk_level && level != levels.end())
            out.push_back(
                {field,
                 sentence(said("Level {} of {}, the lowest being 1.", level - levels.begin() + 1, levels.size())),
                 {}});
    }
    const Shape* const topics = shape_with_topics(*field.spec);
    if (topics != nullptr && std::ranges::find(topics->known, word) != topics->known.end())
        out.push_back({field, sentence(said("A topic: what is said of it stands behind it.")), {}});
}

}  // namespace

std::vector<WordOfField> fields_that_take(const LookUp& look_up, std::string_view word) {
    std::vector<WordOfField> out;
    for (const NamedField& field : all_fields(look_up.schema)) find_in_field(look_up, field, word, out);
    return out;
}

std::vector<std::string_view> words_of_fields(const LookUp& look_up) {
    std::vector<std::string_view> out(look_up.schema.words().begin(), look_up.schema.words().end());
    const Vocabulary& vocabulary = look_up.settings.vocabulary;
    for (const auto& steps : vocabulary.scales) out.insert(out.end(), steps.begin(), steps.end());
    out.insert(out.end(), vocabulary.risk_levels.begin(), vocabulary.risk_levels.end());
    for (const NamedField& field : all_fields(look_up.schema)) {
        if (const Shape* const topics = shape_with_topics(*field.spec))
            out.insert(out.end(), topics->known.begin(), topics->known.end());
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void write_word_page(std::string_view word, const std::vector<WordOfField>& fields, PageText& page) {
    page.heading(fmt::format("{}: a word that fields take", word));
    Table table{
        .key = "fields", .title = "Fields", .columns = {{"field", "Field"}, {"meaning", "What it means there"}}};
    // Where many fields say the same by it, the first speaks for them.
    std::vector<std::pair<std::string, std::vector<std::string>>> meanings;
    for (const WordOfField& each : fields) {
        const std::string meaning = each.other.empty() ? each.means : each.means + " " + each.other;
        auto found = std::ranges::find(meanings, meaning, &std::pair<std::string, std::vector<std::string>>::first);
        if (found == meanings.end()) found = meanings.insert(found, {meaning, {}});
        found->second.push_back(each.field.path);
    }
    for (const auto& [meaning, paths] : meanings) {
        table.rows.push_back({TableCell(told_paths(paths)), TableCell(raw(meaning))});
    }
    page.table(std::move(table));
    page.paragraph(said("{} tells more.", quoted(fmt::format("ims explain {}", fields.front().field.path))));
}

}  // namespace ims
