// What messages say, where no folder was analyzed: to whoever edits the records, and plainly to whoever reads of them.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/text.h"
#include "base/words.h"
#include "diagnostics/voice.h"
#include "schema/schema.h"

namespace ims::test {

// The built-in schema's names; of records and disciplines none.
class SchemaNames final : public Names {
public:
    [[nodiscard]] RecordName record(RecordId) const override { return {}; }
    [[nodiscard]] std::string_view kind(KindId kind, bool plural) const override {
        const KindSpec& spec = Schema::built_in()[kind];
        return plural ? spec.plural : spec.name;
    }
    [[nodiscard]] std::string_view field(Field field) const override { return Schema::built_in().path(field); }
    [[nodiscard]] std::string_view choice(Choice choice) const override { return Schema::built_in().word(choice); }
    [[nodiscard]] std::string_view discipline(Discipline) const override { return {}; }
};

inline std::string to_editors(const Message& message) { return for_editors(message, SchemaNames()); }

// Every reader's voice says the same sentences; how a record, a field or a date looks in them is up to each.
class PlainReaders final : public Voice {
public:
    PlainReaders() : Voice(Audience::readers) {}
    [[nodiscard]] std::string take() { return std::move(said_); }

protected:
    void text(std::string_view words) override { said_ += words; }
    void show(const Argument& argument) override {
        switch (argument.kind) {
            case Argument::Kind::kind: {
                const std::string_view name =
                    SchemaNames().kind(KindId(static_cast<std::uint16_t>(argument.number)), argument.plural);
                said_ += argument.written == Written::article ? with_article(name) : in_words(name);
                return;
            }
            case Argument::Kind::field:
                said_ += Schema::built_in().title(Field(static_cast<std::uint16_t>(argument.number)));
                return;
            case Argument::Kind::named_field: said_ += argument.items.front().text; return;
            case Argument::Kind::choice:
                said_ += Schema::built_in().title(Choice(static_cast<std::uint16_t>(argument.number)));
                return;
            case Argument::Kind::date: said_ += to_string(Date{static_cast<std::int32_t>(argument.value)}); return;
            case Argument::Kind::duration:
                said_ += to_string(Duration{argument.value, static_cast<std::int32_t>(argument.number)});
                return;
            default: {
                const std::string words = argument.number == 0 ? visible(argument.text)  //
                                                               : shorten(argument.text, argument.number);
                said_ += argument.written == Written::plain ? words : "“" + words + "”";
            }
        }
    }

private:
    std::string said_;
};

inline std::string to_readers(const Message& message) {
    PlainReaders readers;
    readers.say(message);
    return readers.take();
}

}  // namespace ims::test
