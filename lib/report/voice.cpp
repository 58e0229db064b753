#include "report/voice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "base/words.h"
#include "link/graph_names.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Told by `words`: which of the two a pointer leads to.
enum class Own : std::uint32_t { words, part };

Words own_words(const Argument& argument) {
    const auto* const pointer = reinterpret_cast<const void*>(static_cast<std::uintptr_t>(argument.value));
    if (static_cast<Own>(argument.number) == Own::words) return *static_cast<const Words*>(pointer);
    return *static_cast<const Inline*>(pointer);
}

// A title of a field inside of a sentence; one that begins with an abbreviation stays.
std::string in_sentence(std::string_view title) {
    std::string text(title);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!text.empty() && capital(text[0]) && (text.size() == 1 || !capital(text[1])))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

bool is_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

// "72 h", "1 h 30 min", "6 months" with their units in words; empty where it is written in another way.
std::string in_units_in_words(std::string_view written) {
    static constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
        {"min", "minute"}, {"minute", "minute"}, {"minutes", "minute"}, {"h", "hour"},       {"hour", "hour"},
        {"hours", "hour"}, {"d", "day"},         {"day", "day"},        {"days", "day"},     {"w", "week"},
        {"week", "week"},  {"weeks", "week"},    {"month", "month"},    {"months", "month"}, {"y", "year"},
        {"year", "year"},  {"years", "year"}};
    std::string text;
    while (true) {
        const std::size_t digits =
            static_cast<std::size_t>(std::ranges::find_if_not(written, is_number) - written.begin());
        const std::string_view number = written.substr(0, digits);
        written = trim(written.substr(digits));
        const std::size_t end = static_cast<std::size_t>(
            std::ranges::find_if(written, [](char c) { return c == ' ' || is_number(c); }) - written.begin());
        const std::string_view word = written.substr(0, end);
        written = trim(written.substr(end));
        const auto unit = std::ranges::find(kUnits, word, [](const auto& each) { return each.first; });
        if (number.empty() || unit == std::end(kUnits)) return {};
        if (!text.empty()) text += ' ';
        text.append(number).append(1, ' ').append(unit->second);
        if (number != "1") text += 's';
        if (written.empty()) return text;
    }
}

// The role by which a person is told; none where they hold none that could be read.
std::optional<RecordId> role_of(const RecordView& person) {
    for (const RecordView role : person.linked(fields::person::roles)) return role.record();
    return std::nullopt;
}

class ReaderVoice final : public Voice {
public:
    explicit ReaderVoice(const VoiceOfPage& page) : Voice(Audience::readers), page_(page) {}
    Words take() { return std::move(words_); }

protected:
    void text(std::string_view words) override { words_.add(raw(words)); }
    // "and" stands in the names of some: "quality and environment", but "health and safety, and environment".
    [[nodiscard]] Joined joined(DisciplineSet disciplines) const override {
        bool double_name = disciplines.size() > 2;
        for (const Discipline each : disciplines)
            double_name = double_name || page_.graph.settings().name(each).find("-and-") != std::string::npos;
        return double_name ? Joined::by_comma_and : Joined::by_and;
    }

    void show(const Argument& argument) override {
        switch (argument.kind) {
            case Argument::Kind::record:
            case Argument::Kind::written_reference: return show_record(RecordId(argument.number));
            case Argument::Kind::kind: return show_kind(argument);
            case Argument::Kind::field:
                return text(in_sentence(schema().title(Field(static_cast<std::uint16_t>(argument.number)))));
            case Argument::Kind::choice:
            case Argument::Kind::written_choice:
                return text(schema().title(Choice(static_cast<std::uint16_t>(argument.number))));
            case Argument::Kind::disciplines: {
                const Discipline discipline(static_cast<std::uint8_t>(argument.number));
                std::string name = visible(page_.graph.settings().name(discipline));
                std::ranges::replace(name, '-', ' ');
                return text(name);
            }
            case Argument::Kind::date: return text(to_string(Date{static_cast<std::int32_t>(argument.value)}));
            case Argument::Kind::duration:
                return text(spoken(Duration{argument.value, static_cast<std::int32_t>(argument.number)}));
            case Argument::Kind::written_duration: return show_written_duration(argument);
            case Argument::Kind::grade: return text(to_string(static_cast<Grade>(argument.number)));
            case Argument::Kind::text: return show_text(argument);
            case Argument::Kind::named_field: return text(in_sentence(argument.items[0].text));
            case Argument::Kind::words: return words_.add(own_words(argument));
            case Argument::Kind::message:
            case Argument::Kind::list:
            case Argument::Kind::count:
            case Argument::Kind::number: break;
        }
        IMS_ASSERT(false, "messages, lists and numbers are written out before");
    }

private:
    [[nodiscard]] const Schema& schema() const { return page_.graph.schema(); }

    void show_record(RecordId record) {
        const RecordView view = page_.graph[record];
        if (view.is(kinds::person) && record != page_.subject) {
            const auto role = role_of(view);
            if (!role) return text("somebody who holds no role");
            text("a holder of ");
            record = *role;
        }
        text("“");
        words_.add(page_.titled(record));
        text("”");
    }

    // In the units in which it was written: a duty of 72 hours is not one of 3 days.
    void show_written_duration(const Argument& argument) {
        const std::string words = in_units_in_words(argument.text);
        text(words.empty() ? spoken(Duration{argument.value, static_cast<std::int32_t>(argument.number)}) : words);
    }

    void show_kind(const Argument& argument) {
        const KindSpec& kind = schema()[KindId(static_cast<std::uint16_t>(argument.number))];
        const std::string_view name = argument.plural ? kind.plural : kind.name;
        text(argument.written == Written::article ? with_article(name) : in_words(name));
    }

    void show_text(const Argument& argument) {
        const std::string shown =
            argument.number == 0 ? visible(argument.text) : shorten(argument.text, argument.number);
        const bool marked = argument.written == Written::ticked || argument.written == Written::full;
        if (marked) text("“");
        text(shown);
        if (marked) text("”");
    }

    const VoiceOfPage& page_;
    Words words_;
};

// What `check` says, with what stands between backticks as code, and no person by name.
class EditorWords final : public EditorVoice {
public:
    EditorWords(const VoiceOfPage& page, const Names& names) : EditorVoice(names), page_(page) {}
    Words take_words() {
        flush();
        return std::move(words_);
    }

protected:
    void show(const Argument& argument) override {
        const bool record =
            argument.kind == Argument::Kind::record || argument.kind == Argument::Kind::written_reference;
        if (argument.kind == Argument::Kind::words) {
            flush();
            words_.add(own_words(argument));
        } else if (record && is_hidden(RecordId(argument.number))) {
            const auto role = role_of(page_.graph[RecordId(argument.number)]);
            if (!role) return text("somebody");
            text("a holder of ");
            add(page_.graph[*role].id(), Written::ticked);
        } else {
            EditorVoice::show(argument);
        }
    }

private:
    [[nodiscard]] bool is_hidden(RecordId record) const {
        return page_.graph[record].is(kinds::person) && record != page_.subject;
    }

    void flush() {
        const std::string said = take();
        std::string_view rest = said;
        while (!rest.empty()) {
            const std::size_t tick = rest.find('`');
            const std::size_t end = tick == std::string_view::npos ? tick : rest.find('`', tick + 1);
            words_.add(raw(rest.substr(0, end == std::string_view::npos ? rest.size() : tick)));
            if (end == std::string_view::npos) break;
            words_.add(code(rest.substr(tick + 1, end - tick - 1)));
            rest.remove_prefix(end + 1);
        }
    }

    const VoiceOfPage& page_;
    Words words_;
};

}  // namespace

Words in_voice(const VoiceOfPage& page, const Message& message) {
    if (page.audience == Audience::readers) {
        ReaderVoice voice(page);
        voice.say(message);
        return voice.take();
    }
    const GraphNames names(page.graph);
    EditorWords voice(page, names);
    voice.say(message);
    return voice.take_words();
}

std::string spoken(Duration duration) {
    const std::string words = in_units_in_words(to_string(duration));
    IMS_ASSERT(!words.empty(), "a duration is written in units that have a name");
    return words;
}

Argument argument(Arena& arena, const Words& words) {
    Argument out = argument(arena, OwnWords{&words});
    out.number = static_cast<std::uint32_t>(Own::words);
    return out;
}

Argument argument(Arena& arena, const Inline& part) {
    Argument out = argument(arena, OwnWords{&part});
    out.number = static_cast<std::uint32_t>(Own::part);
    return out;
}

}  // namespace ims
