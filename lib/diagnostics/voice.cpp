#include "diagnostics/voice.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "base/words.h"

namespace ims {
namespace {

// One more item is shorter than "and 1 more".
std::size_t shown_of(std::size_t total, std::size_t most) { return total <= most || total - most == 1 ? total : most; }

constexpr std::size_t kUsual = 5;  // items of a list that are shown where its hole says nothing

DisciplineSet set_of(const Argument& argument) { return std::bit_cast<DisciplineSet>(argument.value); }

std::size_t count_of(const Argument& argument) {
    switch (argument.kind) {
        case Argument::Kind::list: return argument.items.size();
        case Argument::Kind::disciplines: return set_of(argument).size();
        default: return static_cast<std::size_t>(argument.value);
    }
}

struct NoNames final : Names {
    [[nodiscard]] RecordName record(RecordId) const override { return none(), RecordName(); }
    [[nodiscard]] std::string_view kind(KindId, bool) const override { return none(); }
    [[nodiscard]] std::string_view field(Field) const override { return none(); }
    [[nodiscard]] std::string_view choice(Choice) const override { return none(); }
    [[nodiscard]] std::string_view discipline(Discipline) const override { return none(); }
    static std::string_view none() {
        IMS_ASSERT(false, "the message names nothing by number");
        return {};
    }
};

}  // namespace

struct VoiceWalk {
    Voice& voice;
    std::span<const Argument> arguments;
    std::size_t next = 0;
    void text(std::string_view words) const { voice.text(words); }
    void hole(const templates::Hole& hole, bool) { voice.hole(hole, arguments, next); }
};

void Voice::say(std::string_view text, std::span<const Argument> arguments) {
    templates::walk(text, audience_ == Audience::editors, VoiceWalk{*this, arguments});
}

void Voice::hole(const templates::Hole& hole, std::span<const Argument> arguments, std::size_t& next) {
    const Argument& argument = arguments[hole.is_next ? next++ : hole.argument];
    if (!hole.one.empty()) text(count_of(argument) == 1 ? hole.one : hole.many);
    else show_any(argument, hole.most == 0 ? kUsual : hole.most);
}

void Voice::show_any(const Argument& argument, std::size_t most) {
    switch (argument.kind) {
        case Argument::Kind::message: return say(argument.text, argument.items);
        case Argument::Kind::list: return show_list(argument, most);
        case Argument::Kind::disciplines: return show_disciplines(argument, most);
        case Argument::Kind::count: return text(fmt::to_string(argument.value));
        case Argument::Kind::number: return text(fmt::to_string(std::bit_cast<double>(argument.value)));
        default: return show(argument);
    }
}

template <class ShowItem>
void Voice::join(std::size_t total, std::size_t most, Joined joined, const ShowItem& show_item) {
    const std::size_t shown = shown_of(total, most);
    const bool last_word = joined == Joined::by_and || joined == Joined::by_or;
    for (std::size_t place = 0; place < shown; ++place) {
        if (place > 0) {
            if (joined == Joined::by_semicolons) text("; ");
            else if (joined == Joined::by_arrows) text(" → ");
            else if (last_word && place + 1 == total) text(joined == Joined::by_or ? " or " : " and ");
            else if (joined == Joined::by_comma_and && place + 1 == total) text(", and ");
            else text(", ");
        }
        show_item(place);
    }
    if (shown == total) return;
    text(joined == Joined::by_semicolons ? "; and " : joined == Joined::by_arrows ? " → and " : " and ");
    text(fmt::to_string(total - shown));
    text(" more");
}

void Voice::show_list(const Argument& list, std::size_t most) {
    join(list.items.size(), most, list.joined, [&](std::size_t place) { show_any(list.items[place], kUsual); });
}

void Voice::show_disciplines(const Argument& set, std::size_t most) {
    std::vector<Argument> each;
    for (const Discipline discipline : set_of(set)) {
        each.push_back(set);
        each.back().number = discipline.value;
    }
    join(each.size(), most, joined(set_of(set)), [&](std::size_t place) { show(each[place]); });
}

void EditorVoice::add(std::string_view words, Written written) {
    const bool ticked = written == Written::ticked || written == Written::full || written == Written::holder;
    if (ticked) said_ += '`';
    append_visible(said_, words);
    if (ticked) said_ += '`';
}

void EditorVoice::show(const Argument& argument) {
    switch (argument.kind) {
        case Argument::Kind::record: {
            const RecordName name = names_.record(RecordId(argument.number));
            const bool whole = argument.written == Written::full || argument.written == Written::bare ||
                               (argument.written == Written::holder && name.kind != "role");
            if (whole) add(name.text(), argument.written);
            else add(name.id, argument.written);
            return;
        }
        case Argument::Kind::kind: {
            const std::string_view name =
                names_.kind(KindId(static_cast<std::uint16_t>(argument.number)), argument.plural);
            if (argument.written == Written::words) return add(in_words(name), Written::plain);
            if (argument.written == Written::article) return add(with_article(name), Written::plain);
            return add(name, Written::plain);
        }
        case Argument::Kind::field: {
            const std::string_view path = names_.field(Field(static_cast<std::uint16_t>(argument.number)));
            return add(argument.written == Written::full || argument.written == Written::bare
                           ? path
                           : path.substr(path.rfind('.') + 1),
                       argument.written);
        }
        case Argument::Kind::choice:
            return add(names_.choice(Choice(static_cast<std::uint16_t>(argument.number))), argument.written);
        case Argument::Kind::disciplines: {
            std::string name(names_.discipline(Discipline(static_cast<std::uint8_t>(argument.number))));
            if (argument.written == Written::words) std::ranges::replace(name, '-', ' ');
            return add(name, argument.written);
        }
        case Argument::Kind::date: return text(to_string(Date{static_cast<std::int32_t>(argument.value)}));
        case Argument::Kind::duration:
            return text(to_string(Duration{argument.value, static_cast<std::int32_t>(argument.number)}));
        case Argument::Kind::grade: return text(to_string(static_cast<Grade>(argument.number)));
        case Argument::Kind::text:
            if (argument.number == 0) return add(argument.text, argument.written);
            return add(shorten(argument.text, argument.number), argument.written);
        case Argument::Kind::written_duration:
        case Argument::Kind::written_choice:
        case Argument::Kind::written_reference:
        case Argument::Kind::named_field: return add(argument.text, argument.written);
        case Argument::Kind::message:
        case Argument::Kind::list:
        case Argument::Kind::count:
        case Argument::Kind::number:
        case Argument::Kind::words: break;
    }
    IMS_ASSERT(false, "an argument that another voice was meant to show");
}

std::string for_editors(const Message& message, const Names& names) {
    std::string said;
    say_to_editors(message, names, said);
    return said;
}

void say_to_editors(const Message& message, const Names& names, std::string& out) {
    EditorVoice(names, out).say(message);
}

std::string for_editors(const Message& message) { return for_editors(message, NoNames()); }

}  // namespace ims
