#include "edit/new_comments.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "schema/fields.h"
#include "schema/value_words.h"
#include "source/built_in.h"

namespace ims {
namespace {

constexpr std::size_t kLineWidth = 120;  // code points
constexpr std::size_t kShown = 5;        // ids of what exists
constexpr std::size_t kFewest = 3;       // of them, where fewer lines are better than more of them
constexpr std::size_t kLongestExample = 50;

// "the process owner, who is accountable for it": without how it is written, which stands behind it.
std::string meaning_of(const FieldSpec& field) {
    std::string words = first_words(field.description);
    words.resize(std::min(words.find(": "), words.size()));
    for (const std::string_view form :
         {", as YYYY-MM-DD or YYYY-MM-DD HH:MM", ", as a plain number", ", by its id", ", by their ids",
          ", by their names in ims.yaml", ", as YYYY-MM-DD", ", as kind/id", ", as the ids of assets"}) {
        if (const std::size_t at = words.find(form); at != std::string::npos) words.erase(at, form.size());
    }
    return words;
}

// Words are told from what is said of them by quotes; a list or map has its brackets.
std::string such_as(const FieldSpec& field, const Shape& shape) {
    const std::string_view example = example_in(field.description);
    if (example.empty() || count_code_points(example) > kLongestExample) return "";
    const bool words = shape.scalar == ScalarType::line || shape.scalar == ScalarType::markdown;
    const bool quoted = words && example.find_first_of("[{\"") == std::string_view::npos;
    const std::string_view quote = quoted ? "\"" : "";
    return fmt::format("such as {0}{1}{0}", quote, example);
}

std::string duration_words(const FieldSpec& field, const Shape& shape) {
    if (std::string example = such_as(field, shape); !example.empty()) return example;
    const bool interval = field.name.find("every") != std::string_view::npos;
    return interval ? "a duration, such as 12 months" : "such as 4 h";
}

template <class Range>
std::string all_of(const Range& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + visible(std::string_view(name));
    return text;
}

std::vector<std::string_view> words_of(const Shape& shape) {
    std::vector<std::string_view> words;
    for (std::size_t index = 0; index < shape.values.size(); ++index) {
        if (shape.values[index].canonical == index) words.push_back(shape.values[index].name);
    }
    return words;
}

std::string number_words(const Shape& shape) {
    const bool low = shape.lowest != Shape::kNoBound;
    const bool high = shape.highest != Shape::kNoBound;
    if (low && high) return fmt::format("a number from {} to {}", shape.lowest, shape.highest);
    return low && shape.lowest != 0 ? fmt::format("a number from {}", shape.lowest) : "a number";
}

// Whether words are these and no others, as in "management, core or support": nothing is left to say of them.
bool lists_only(std::string_view text, const std::vector<std::string_view>& words) {
    std::set<std::string_view> said;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
        const std::string_view word = text.substr(0, end);
        if (!word.empty() && word != "or" && word != "and") said.insert(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return !said.empty() && said == std::set<std::string_view>(words.begin(), words.end());
}

bool is_day(const Shape& shape) {
    return shape.scalar == ScalarType::date || shape.scalar == ScalarType::point_in_time;
}

// Of a value within braces, where there is little room.
std::string in_map(const Shape& shape, std::string_view description) {
    constexpr std::size_t kFewWords = 4;
    const auto either = [](const auto& words) {
        return words.empty() || words.size() > kFewWords ? std::string("…") : fmt::format("{}", fmt::join(words, "|"));
    };
    if (shape.item != nullptr) return "[…]";
    switch (shape.scalar) {
        case ScalarType::date:
        case ScalarType::point_in_time: return "YYYY-MM-DD";
        case ScalarType::duration: {
            const std::string_view example = example_in(description);
            return example.empty() ? "…" : std::string(example.substr(0, example.find(" or ")));
        }
        case ScalarType::yes_no: return "yes|no";
        case ScalarType::enumeration: return either(words_of(shape));
        default: return "…";
    }
}

// What it needs, and the first of what it may hold. People copy it: no two durations are the same.
std::string map_of(std::span<const FieldSpec> fields) {
    constexpr std::size_t kFields = 4;
    std::size_t shown = 0;
    const auto needed = static_cast<std::size_t>(
        std::ranges::count_if(fields, [](const FieldSpec& field) { return field.required && field.with.empty(); }));
    std::size_t others = needed < kFields ? kFields - needed : 0;
    std::string text;
    std::set<std::string> durations;
    for (const FieldSpec& field : fields) {
        const bool is_needed = field.required && field.with.empty();
        if (!is_needed && others == 0) continue;
        if (!is_needed) --others;
        std::string value = in_map(*field.shape, field.description);
        if (field.shape->scalar == ScalarType::duration && !durations.insert(value).second) value = "…";
        text += fmt::format("{}{}: {}", shown++ == 0 ? "" : ", ", field.name, value);
    }
    return "{" + text + (shown < fields.size() ? ", …}" : "}");
}

std::string chosen(const std::string& words, bool list) {
    if (words.empty()) return "";
    return (list ? "some of " : "one of ") + words;
}

}  // namespace

NewComments::NewComments(const Analysis& analysis, KindId kind, const std::vector<RecordId>& linked)
    : analysis_(analysis), kind_(kind) {
    const Graph& graph = analysis.graph;
    for (const RecordId each : linked) {
        near_.push_back(each);
        for (const Edge& edge : graph.edges(each)) near_.push_back(edge.other);
        for (const Edge& edge : graph.references_to(each)) near_.push_back(edge.other);
    }
    std::ranges::sort(near_);
}

std::string NewComments::records(const Asked& asked, std::string_view kind) const {
    const Graph& graph = analysis_.graph;
    const auto id = analysis_.schema.find_kind(kind);
    const std::string noun = asked.list && id ? in_words(analysis_.schema[*id].plural) : with_article(in_words(kind));
    if (!id) return noun;
    // How often records of this kind name each in this field, and whether it has to do with what the new one is
    // linked to.
    std::map<RecordId, std::size_t> named;
    for (const RecordId record : graph.of_kind(kind_)) {
        for (const RecordView target : graph[record].linked(asked.field.field)) ++named[target.record()];
    }
    std::vector<RecordId> there;
    std::ranges::copy_if(graph.of_kind(*id), std::back_inserter(there),
                         [&](RecordId each) { return !graph[each].built_in() && !graph[each].retired(); });
    std::ranges::stable_sort(there, [&](RecordId a, RecordId b) {
        const auto weight = [&](RecordId each) {
            const auto found = named.find(each);
            return std::pair(std::ranges::binary_search(near_, each), found == named.end() ? 0 : found->second);
        };
        return weight(a) > weight(b);
    });
    std::vector<std::string_view> ids;
    for (const RecordId each : there) ids.push_back(graph[each].id());
    if (*id == kinds::standard) add_catalogues(asked, ids);
    // A field that is called like its kind need not say that again.
    const bool known = noun == asked.field.name;
    if (ids.empty()) {
        const std::string none = fmt::format("there is none yet: ims new {}", kind);
        return known ? none : fmt::format("{} ({})", noun, none);
    }
    const std::size_t all = ids.size();
    if (all > asked.most) ids.resize(asked.most);
    const std::string before = !known ? noun + ": " : all == 1 ? "there is " : "some of ";
    return fmt::format("{}{}{}", before, all_of(ids), all > asked.most ? fmt::format(", … ({} in all)", all) : "");
}

// Catalogues that come with the program are there to be named. Those in force come first, then that of the example.
void NewComments::add_catalogues(const Asked& asked, std::vector<std::string_view>& ids) const {
    const std::vector<std::string_view> built_in = built_in_ids(analysis_.sources);
    std::vector<std::string_view> all;
    const auto add = [&](std::string_view id) {
        if (std::ranges::find(all, id) == all.end()) all.push_back(id);
    };
    const auto is_there = [&](std::string_view id) {
        return std::ranges::find(ids, id) != ids.end() || std::ranges::find(built_in, id) != built_in.end();
    };
    for (const DisciplineInForce& discipline : analysis_.settings.disciplines) {
        for (const std::string& id : discipline.standards) {
            if (is_there(id)) add(id);
        }
    }
    std::ranges::for_each(ids, add);
    if (const std::string_view example = example_in(asked.field.description); is_there(example)) add(example);
    std::ranges::for_each(built_in, add);
    ids = std::move(all);
}

std::string NewComments::reference(const Asked& asked, const ReferenceSpec& reference) const {
    if (reference.same_kind) return records(asked, analysis_.schema[kind_].name);
    if (reference.kinds.empty()) return "any record, as kind/id";
    if (reference.kinds.size() == 1) return records(asked, reference.kinds.front());
    std::string text = reference.bare.empty() ? "" : records(asked, reference.bare);
    std::string others;
    for (const std::string_view kind : reference.kinds) {
        if (kind != reference.bare) others += (others.empty() ? "" : ", ") + std::string(kind) + "/…";
    }
    if (others.empty()) return text;
    return text.empty() ? others : text + "; or " + others;
}

std::string NewComments::one(const Asked& asked, const Shape& shape) const {
    const Vocabulary& words = analysis_.settings.vocabulary;
    switch (shape.scalar) {
        case ScalarType::date: return "as YYYY-MM-DD";
        case ScalarType::point_in_time: return "as YYYY-MM-DD, or with a time: YYYY-MM-DD HH:MM";
        case ScalarType::duration: return duration_words(asked.field, shape);
        case ScalarType::yes_no: return "yes or no";
        case ScalarType::whole:
        case ScalarType::number: return number_words(shape);
        case ScalarType::enumeration: return chosen(all_of(words_of(shape)), asked.list);
        case ScalarType::discipline: return chosen(all_of(words.disciplines), asked.list);
        case ScalarType::step: return chosen(all_of(words.scale(shape.scale)), asked.list);
        case ScalarType::risk_level: return chosen(all_of(words.risk_levels), asked.list);
        case ScalarType::reference: return reference(asked, *shape.reference);
        case ScalarType::reference_or_text: return reference(asked, *shape.reference) + "; or words of your own";
        default: return such_as(asked.field, shape);
    }
}

std::string NewComments::free_map(const Shape& shape, std::size_t most) const {
    const std::string value = shape.entry->scalar == ScalarType::none && shape.entry->named_map
                                  ? map_of(shape.entry->fields)
                                  : in_map(*shape.entry, {});
    const std::vector<std::string>& disciplines = analysis_.settings.vocabulary.disciplines;
    std::string_view key = "…";
    if (shape.keys == KeyType::discipline && !disciplines.empty()) key = disciplines.front();
    else if (!shape.known.empty()) key = shape.known.front();
    std::string text = fmt::format("as {{{}: {}}}", visible(key), value);
    if (shape.keys == KeyType::discipline && disciplines.size() > 1 && most > 1)
        text += "; there are " + all_of(disciplines);
    return text;
}

std::string NewComments::allowed(const FieldSpec& field, std::size_t most) const {
    const Shape& shape = *field.shape;
    if (shape.item != nullptr) {
        const std::string either = shape.scalar == ScalarType::yes_no ? "yes, no, or " : "";
        if (shape.item->scalar != ScalarType::none) return either + one({field, true, most}, *shape.item);
        if (shape.item->named_map) return either + "each as " + map_of(shape.item->fields);
        return either + "a list";
    }
    if (shape.scalar != ScalarType::none) return one({field, false, most}, shape);
    if (shape.named_map) return "as " + map_of(shape.fields);
    return shape.entry != nullptr ? free_map(shape, most) : "";
}

void NewComments::comment(NewEntry& entry, const FieldSpec& field, std::size_t depth) const {
    std::string meaning = meaning_of(field);
    if (is_day(*field.shape) && entry.value.form == NewValue::Form::text) meaning += "; today is a guess";
    const Shape& shape = field.shape->item == nullptr ? *field.shape : *field.shape->item;
    if (lists_only(meaning, words_of(shape))) meaning.clear();
    const bool apart = !meaning.empty() && !allowed(field, kShown).empty();
    // The indentation, the key with its colon, the value, and the `#` with blanks around it.
    const std::size_t value = count_code_points(entry.value.text);
    const std::size_t before = 2 * depth + count_code_points(entry.key) + 1 + (value == 0 ? 0 : value + 1) + 4;
    const std::size_t room = before < kLineWidth ? kLineWidth - before : 0;
    const auto fits = [&](const std::string& words) { return count_code_points(words) <= room; };
    for (std::size_t most = kShown; most >= kFewest; --most) {
        std::string whole = meaning + (apart ? "; " : "") + allowed(field, most);
        if (!fits(whole)) continue;
        entry.comment = std::move(whole);
        return;
    }
    const auto add_above = [&](const std::string& words) {
        for (std::string& line : wrap_words(words, kLineWidth - 2 * depth - 3)) entry.above.push_back(std::move(line));
    };
    if (!meaning.empty()) add_above(meaning);
    std::size_t most = kShown;
    while (most > 1 && !fits(allowed(field, most))) --most;
    entry.comment = allowed(field, most);
    if (entry.comment.empty() || fits(entry.comment)) return;
    // A word cut in half, or one left out, would be chosen wrongly.
    add_above(entry.comment);
    entry.comment = "as said above";
}

}  // namespace ims
