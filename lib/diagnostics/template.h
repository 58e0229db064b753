// The text of a message, with holes for its arguments, and what must hold of one: looked at where it is compiled.
//
//     {}               the next argument; both voices must agree which one that is
//     {1}              an argument by its place, from 0
//     {:4} {1:4}       a list, of which four are shown and then how many more there are; {:all} all of them
//     {0:risk|risks}   the first word where the argument counts one, else the second
//     [[…]]            for whoever edits the records alone
//     [[…|…]]          for whoever edits the records, and for whoever reads about them
//     {{ }}            braces
//
// What readers see holds no backtick, no `_`, no file name and no YAML. Nothing begins or ends as half of a sentence
// does; what begins with a capital may lead up to what follows with a colon.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ims {

// What a hole may ask of an argument: only what counts has a plural, only a list can be cut.
enum class Holds : std::uint8_t { one, count, list };

// Thrown where a template is not what it must be; where one is compiled this stops the compiler.
struct TemplateMistake {
    const char* what;
};

namespace templates {

// A hole, as it stands between braces.
struct Hole {
    std::size_t argument = 0;
    bool is_next = false;       // `{}`: no place is written
    std::string_view one = {};  // of a plural
    std::string_view many = {};
    std::size_t most = 0;  // of a list; 0: not said
    static constexpr std::size_t kAll = static_cast<std::size_t>(-1);
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::size_t read_number(std::string_view text) {
    std::size_t number = 0;
    for (const char c : text) {
        if (!is_digit(c)) throw TemplateMistake{"a hole holds neither a number nor a plural"};
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
}

// `inside`: what stands between the braces.
constexpr Hole read_hole(std::string_view inside) {
    Hole hole;
    const std::size_t colon = inside.find(':');
    const std::string_view place = inside.substr(0, colon);
    hole.is_next = place.empty();
    hole.argument = read_number(place);
    if (colon == std::string_view::npos) return hole;
    const std::string_view rest = inside.substr(colon + 1);
    if (const std::size_t bar = rest.find('|'); bar != std::string_view::npos) {
        hole.one = rest.substr(0, bar);
        hole.many = rest.substr(bar + 1);
        if (hole.one.empty() || hole.many.empty()) throw TemplateMistake{"a plural has two words"};
    } else {
        hole.most = rest == "all" ? Hole::kAll : read_number(rest);
        if (hole.most == 0) throw TemplateMistake{"at least one of a list is shown"};
    }
    return hole;
}

// Goes through a template for one of the voices, and hands over its literal text in pieces and its holes.
// Visitor: text(std::string_view), hole(const Hole&, bool for_one): whether it stands between [[ ]].
template <class Visitor>
constexpr void walk(std::string_view text, bool for_editors, Visitor&& visitor) {
    std::size_t begin = 0;  // of the piece that was not handed over yet
    std::size_t at = 0;
    bool inside = false;  // of [[ ]]
    bool shown = true;
    bool second = false;  // behind its bar
    const auto flush = [&] {
        if (shown && at > begin) visitor.text(text.substr(begin, at - begin));
    };
    while (at < text.size()) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (c == '[' && next == '[') {
            if (inside) throw TemplateMistake{"[[ stands in [[ ]]"};
            flush();
            inside = true;
            second = false;
            shown = for_editors;
            begin = at += 2;
        } else if (inside && c == ']' && next == ']' && (at + 2 >= text.size() || text[at + 2] != ']')) {
            flush();
            inside = false;
            shown = true;
            begin = at += 2;
        } else if (inside && c == '|') {
            if (second) throw TemplateMistake{"[[ ]] holds one bar at most"};
            flush();
            second = true;
            shown = !for_editors;
            begin = at += 1;
        } else if ((c == '{' && next == '{') || (c == '}' && next == '}')) {
            ++at;
            flush();
            begin = at += 1;
        } else if (c == '{') {
            flush();
            const std::size_t end = text.find('}', at);
            if (end == std::string_view::npos) throw TemplateMistake{"{ has no }"};
            if (shown) visitor.hole(read_hole(text.substr(at + 1, end - at - 1)), inside);
            begin = at = end + 1;
        } else if (c == '}') {
            throw TemplateMistake{"} has no {; a brace is written }}"};
        } else {
            ++at;
        }
    }
    if (inside) throw TemplateMistake{"[[ has no ]]"};
    flush();
}

// Looks at what one of the voices says.
class Check {
public:
    constexpr Check(std::span<const Holds> arguments, std::span<bool> used, bool for_editors)
        : arguments_(arguments), used_(used), for_editors_(for_editors) {}

    constexpr void text(std::string_view text) {
        for (const char c : text) {
            if (last_ == '\0' && c >= 'A' && c <= 'Z') leads_up_ = true;
            if (last_ == '\0' && (c == ' ' || c == ',' || c == ';' || c == '.'))
                throw TemplateMistake{"it begins as half of a sentence does"};
            if (last_ == ' ' && (c == ' ' || c == ',' || c == ';'))
                throw TemplateMistake{"two blanks, or a blank before a comma"};
            if (!for_editors_ && (c == '`' || c == '_'))
                throw TemplateMistake{"readers see no backtick and no _: put it between [[ ]]"};
            last_ = c;
        }
        if (!for_editors_ &&
            (text.find(".yaml") != std::string_view::npos || text.find("YAML") != std::string_view::npos))
            throw TemplateMistake{"readers see no file of records and no YAML: put it between [[ ]]"};
    }
    constexpr void hole(const Hole& hole, bool for_one) {
        const std::size_t place = hole.is_next ? next_++ : hole.argument;
        // A number in base 33 of the places that both voices show.
        if (!for_one) shared_ = shared_ * 33 + place + 1;
        if (place >= arguments_.size()) throw TemplateMistake{"more holes than arguments"};
        used_[place] = true;
        if (!hole.one.empty() && arguments_[place] == Holds::one)
            throw TemplateMistake{"a plural of what does not count"};
        if (hole.most > 0 && arguments_[place] != Holds::list)
            throw TemplateMistake{"it is no list, and cannot be cut"};
        last_ = 'x';
    }
    constexpr void finish() const {
        if (last_ == ' ' || last_ == ',' || last_ == ';' || (last_ == ':' && !leads_up_))
            throw TemplateMistake{"it ends as half of a sentence does"};
    }

    // Tells the arguments that stand outside of [[ ]], in their order.
    [[nodiscard]] constexpr std::uint64_t shared() const { return shared_; }

private:
    std::uint64_t shared_ = 0;
    std::span<const Holds> arguments_;
    std::span<bool> used_;
    bool for_editors_;
    std::size_t next_ = 0;
    char last_ = '\0';
    bool leads_up_ = false;
};

}  // namespace templates

// Whether each argument has to have a hole, or stands there for whatever text wants it.
enum class Arguments : std::uint8_t { all_used, on_offer };

// Whether a text is a template for such arguments. Throws TemplateMistake where not.
template <std::size_t Count>
constexpr void check_template(std::string_view text, const std::array<Holds, Count>& arguments,
                              Arguments use = Arguments::all_used) {
    if (text.empty()) throw TemplateMistake{"it says nothing"};
    for (const std::string_view half : {"and ", "or ", "but ", "nor "}) {
        if (text.starts_with(half)) throw TemplateMistake{"it begins as half of a sentence does"};
    }
    for (const std::string_view half : {" and", " or", " but", " of", " the", " a"}) {
        if (text.ends_with(half)) throw TemplateMistake{"it ends as half of a sentence does"};
    }
    std::array<bool, Count + 1> used{};
    std::array<std::uint64_t, 2> shared{};
    for (const bool for_editors : {true, false}) {
        templates::Check check(arguments, used, for_editors);
        templates::walk(text, for_editors, check);
        check.finish();
        shared[for_editors ? 1 : 0] = check.shared();
    }
    if (shared[0] != shared[1]) throw TemplateMistake{"{} would be another argument for readers: say which, as {0}"};
    for (std::size_t place = 0; place < Count; ++place) {
        if (use == Arguments::all_used && !used[place]) throw TemplateMistake{"an argument without a hole"};
    }
}

}  // namespace ims
