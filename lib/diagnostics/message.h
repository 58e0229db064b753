// What is said, as data: a template, which is ours, and its arguments, which come from records. It becomes words where
// it is shown (voice.h), so that what nobody sees is never written out, and every reader gets words of theirs. A text
// of a record is only ever an argument.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/arena.h"
#include "base/date.h"
#include "base/discipline_set.h"
#include "base/ids.h"
#include "diagnostics/rule_id.h"
#include "diagnostics/template.h"

namespace ims {

struct Argument;

// Cheap to copy. Its arguments stand in an arena that outlives it; the template is a constant.
class Message {
public:
    constexpr Message() = default;
    // A text without holes.
    template <std::size_t Size>
    consteval Message(const char (&text)[Size]) : text_(text), size_(Size - 1) {
        check_template({text, Size - 1}, std::array<Holds, 0>());
    }
    // Requires: the text was looked at, and outlives this.
    Message(std::string_view checked, std::span<const Argument> arguments);

    // Nothing is said.
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::string_view text() const { return {text_, size_}; }
    [[nodiscard]] std::span<const Argument> arguments() const;

private:
    const char* text_ = nullptr;
    std::uint32_t size_ = 0;
    std::uint32_t count_ = 0;
    const Argument* arguments_ = nullptr;
};

// How what a message holds is written by whoever edits the records; readers get the same words whatever it says here.
enum class Written : std::uint8_t {
    ticked,   // `cashier`
    plain,    // cashier
    full,     // `role/cashier`; of a field its dotted path, `review.every`
    bare,     // the same without backticks
    holder,   // a role by its id alone, a person as `person/p-05`
    words,    // of a kind or a discipline: interested party, information security
    article,  // of a kind: an interested party
};

// How the items of a list are joined: "a, b and c", "a, b or c", "a, b", "a, b, and c", "a; b", "a → b".
enum class Joined : std::uint8_t { by_and, by_or, by_commas, by_comma_and, by_semicolons, by_arrows };

// One argument of a message. Made by `argument(…)`, one of which stands beside each type that a message may hold.
struct Argument {
    enum class Kind : std::uint8_t {
        record,             // number
        kind,               // number, `plural`
        field,              // number; by its last name, or `full`: by its dotted path
        choice,             // number: a word of the schema's enumerations
        disciplines,        // value: the bits of the set, by items
        date,               // value: days
        duration,           // value: minutes; number: the calendar months among them
        count,              // value
        number,             // value: the bits of a double
        grade,              // number
        text,               // of a record; number: code points after which it is cut, or 0
        written_duration,   // the same, and what it says
        written_choice,     // the same, and the word that it stands for
        written_reference,  // the same, and the record that it names
        named_field,        // a field: its name, and in items what people call it
        message,            // its template as text, its arguments as items
        list,               // items
        words,              // value: a pointer, which only the voice that shows it understands
    };
    Kind kind = Kind::count;
    Written written = Written::ticked;
    Joined joined = Joined::by_and;
    bool plural = false;
    std::uint32_t number = 0;
    std::int64_t value = 0;
    std::string_view text = {};
    std::span<const Argument> items = {};
};

inline Message::Message(std::string_view checked, std::span<const Argument> arguments)
    : text_(checked.data()),
      size_(static_cast<std::uint32_t>(checked.size())),
      count_(static_cast<std::uint32_t>(arguments.size())),
      arguments_(arguments.data()) {}
inline std::span<const Argument> Message::arguments() const { return {arguments_, count_}; }

// --- What may be an argument. A text that is no constant of ours may be one only as `quoted` or `plain`.

struct TextArgument {
    std::string_view text;
    Written written;
    std::uint32_t limit = 0;  // code points after which it is cut; 0: it is not
};
// A text of a record: between backticks, and for readers between quotation marks; on one line.
inline TextArgument quoted(std::string_view text, std::uint32_t limit = 0) { return {text, Written::ticked, limit}; }
// Else a string would find the function of that name of <iomanip>.
inline TextArgument quoted(const std::string& text, std::uint32_t limit = 0) {
    return quoted(std::string_view(text), limit);
}
inline TextArgument quoted(std::string& text, std::uint32_t limit = 0) { return quoted(std::string_view(text), limit); }
// The same without: a number, a unit, a title that needs no marks.
inline TextArgument plain(std::string_view text) { return {text, Written::plain}; }
// Each of several texts. What they are views of outlives the result.
template <class Range>
std::vector<TextArgument> quoted_each(const Range& texts) {
    std::vector<TextArgument> out;
    for (const auto& text : texts) out.push_back(quoted(text));
    return out;
}

template <class Thing>
struct WrittenAs {
    Thing thing;
    Written written;
};
template <class Thing>
WrittenAs<Thing> full(Thing thing) {
    return {thing, Written::full};
}
template <class Thing>
WrittenAs<Thing> bare(Thing thing) {
    return {thing, Written::bare};
}
// Without backticks.
template <class Thing>
requires(!std::convertible_to<Thing, std::string_view>) WrittenAs<Thing> plain(Thing thing) {
    return {thing, Written::plain};
}
// Between backticks, where such a thing stands without as a rule.
template <class Thing>
WrittenAs<Thing> ticked(Thing thing) {
    return {thing, Written::ticked};
}
// A role or a person, as either is written where both may stand.
template <class Thing>
WrittenAs<Thing> holder(Thing thing) {
    return {thing, Written::holder};
}
inline WrittenAs<KindId> in_words(KindId kind) { return {kind, Written::words}; }
inline WrittenAs<DisciplineSet> in_words(DisciplineSet disciplines) { return {disciplines, Written::words}; }
inline WrittenAs<DisciplineSet> in_words(Discipline discipline) { return in_words(DisciplineSet::of(discipline)); }
inline WrittenAs<KindId> with_article(KindId kind) { return {kind, Written::article}; }

// A field by its name, and what people call it; both outlive the message.
struct FieldNames {
    std::string_view name;
    std::string_view title;
};

// "interested parties"
struct KindPlural {
    KindId kind;
};
inline KindPlural plural(KindId kind) { return {kind}; }

// A list of whatever may be an argument.
template <class Range>
struct ListOf {
    const Range& items;
    Joined joined;
    Written written;
};
template <class Range>
ListOf<Range> listed_by(Joined joined, const Range& items, Written written = Written::ticked) {
    return {items, joined, written};
}

// Words of whoever shows the message.
struct OwnWords {
    const void* words;
};

// --- Arguments of what stands in `base`. Others stand beside their types and are found by them.

Argument argument(Arena&, RecordId record);
Argument argument(Arena&, KindId kind);
Argument argument(Arena&, KindPlural kind);
Argument argument(Arena&, Field field);
Argument argument(Arena&, Choice choice);
Argument argument(Arena&, DisciplineSet disciplines);
Argument argument(Arena&, Discipline discipline);
Argument argument(Arena&, Date date);
Argument argument(Arena&, Duration duration);
Argument argument(Arena&, double number);
Argument argument(Arena&, Grade grade);
Argument argument(Arena& arena, TextArgument text);
Argument argument(Arena& arena, FieldNames field);
Argument argument(Arena&, const Message& message);
Argument argument(Arena&, OwnWords words);
Argument count_argument(std::int64_t count);
template <std::integral Count>
requires(!std::same_as<Count, bool> && !std::same_as<Count, char>) Argument argument(Arena&, Count count) {
    return count_argument(static_cast<std::int64_t>(count));
}

template <class Thing>
Argument argument(Arena& arena, const WrittenAs<Thing>& thing) {
    if constexpr (std::ranges::range<Thing> && !std::same_as<Thing, DisciplineSet>) {
        return argument(arena, listed_by(Joined::by_and, thing.thing, thing.written));
    } else {
        Argument out = argument(arena, thing.thing);
        out.written = thing.written;
        return out;
    }
}

Argument list_argument(Joined joined, std::span<const Argument> items);
template <class Range>
Argument argument(Arena& arena, const ListOf<Range>& list) {
    const std::span<Argument> items = arena.make<Argument>(static_cast<std::size_t>(std::ranges::distance(list.items)));
    std::size_t place = 0;
    for (const auto& item : list.items) {
        items[place] = argument(arena, item);
        if (list.written != Written::ticked) items[place].written = list.written;
        ++place;
    }
    return list_argument(list.joined, items);
}
template <std::ranges::forward_range Range>
requires(!std::convertible_to<Range, std::string_view> && !std::same_as<Range, DisciplineSet>) Argument
    argument(Arena& arena, const Range& items) {
    return argument(arena, listed_by(Joined::by_and, items));
}

// What holes may ask of an argument of a type.
template <class Type>
inline constexpr Holds kHolds = std::ranges::range<Type> && !std::convertible_to<Type, std::string_view> ? Holds::list
                                : std::integral<Type>                                                    ? Holds::count
                                                                                                         : Holds::one;
template <>
inline constexpr Holds kHolds<DisciplineSet> = Holds::list;
template <class Range>
inline constexpr Holds kHolds<ListOf<Range>> = Holds::list;
template <class Thing>
inline constexpr Holds kHolds<WrittenAs<Thing>> = kHolds<Thing>;

// A template for arguments of such types. Only a constant makes one, and the compiler looks at it.
template <class... Types>
class TemplateFor {
public:
    template <std::size_t Size>
    consteval TemplateFor(const char (&text)[Size]) : text_(text, Size - 1) {
        check_template(text_, std::array<Holds, sizeof...(Types)>{kHolds<std::remove_cvref_t<Types>>...});
    }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string_view text_;
};
template <class... Types>
using Template = TemplateFor<std::type_identity_t<Types>...>;

// Puts the arguments into the arena.
template <class... Types>
Message make_message(Arena& arena, Template<Types...> text, const Types&... arguments) {
    const std::span<Argument> made = arena.make<Argument>(sizeof...(Types));
    std::size_t place = 0;
    ((made[place++] = argument(arena, arguments)), ...);
    return {text.text(), made};
}

}  // namespace ims
