// What can be held of descriptions; that they are true is up to whoever writes them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/text.h"
#include "built_in.h"
#include "schema/named_fields.h"

using namespace ims;

namespace {

bool is_sentence(std::string_view text) {
    const bool begins = !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= '0' && text[0] <= '9'));
    return begins && text.ends_with('.') && !text.ends_with("..") && text.find("  ") == std::string_view::npos;
}

std::string letters(std::string_view text) {
    std::string out = to_lower(text);
    std::erase_if(out, [](char letter) { return letter < 'a' || letter > 'z'; });
    return out;
}

// Names of fields, kinds and rules that stand between backticks.
std::string unknown_names(std::string_view text) {
    std::string unknown;
    while (true) {
        const std::size_t begin = text.find('`');
        if (begin == std::string_view::npos) return unknown;
        const std::size_t end = text.find('`', begin + 1);
        if (end == std::string_view::npos) return unknown + "a backtick alone";
        const std::string_view name = text.substr(begin + 1, end - begin - 1);
        const bool known = built_in_book().find(name) || Schema::built_in().find_kind(name) ||
                           !fields_ending_in(Schema::built_in(), name).empty();
        if (!known) unknown += std::string(name) + " ";
        text.remove_prefix(end + 1);
    }
}

void check_words(const Shape* shape) {
    if (shape == nullptr) return;
    for (const EnumValue& value : shape->values) {
        CAPTURE(value.name);
        CHECK(is_sentence(value.meaning));
        CHECK(letters(value.meaning) != letters(value.name));
    }
    check_words(shape->item);
    check_words(shape->entry);
}

}  // namespace

TEST_CASE("every kind and field says in sentences what it is for, and not its own name again") {
    for (const KindSpec& kind : Schema::built_in().kinds()) {
        CAPTURE(kind.name);
        CHECK(is_sentence(kind.description));
    }
    for (const NamedField& field : all_fields(Schema::built_in())) {
        CAPTURE(field.path);
        const std::string_view says = field.spec->description;
        CAPTURE(says);
        CHECK(is_sentence(says));
        const std::string said = letters(says);
        for (const std::string_view name : {field.spec->title, field.spec->name}) {
            CHECK(said != letters(name));
            CHECK(said != "the" + letters(name));
        }
        CHECK(unknown_names(says).empty());
    }
}

TEST_CASE("every word of an enumeration has a meaning") {
    for (const NamedField& field : all_fields(Schema::built_in())) {
        CAPTURE(field.path);
        check_words(field.spec->shape);
    }
}
