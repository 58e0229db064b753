#include "diagnostics/message.h"

#include <bit>

namespace ims {
namespace {

Argument make(Argument::Kind kind, std::uint32_t number = 0, std::int64_t value = 0) {
    Argument out;
    out.kind = kind;
    out.number = number;
    out.value = value;
    return out;
}

}  // namespace

Argument argument(Arena&, RecordId record) { return make(Argument::Kind::record, record.value); }
Argument argument(Arena&, KindId kind) { return make(Argument::Kind::kind, kind.value); }

Argument argument(Arena& arena, KindPlural kind) {
    Argument out = argument(arena, kind.kind);
    out.plural = true;
    return out;
}

Argument argument(Arena&, Field field) { return make(Argument::Kind::field, field.value); }
Argument argument(Arena&, Choice choice) { return make(Argument::Kind::choice, choice.value); }

Argument argument(Arena&, DisciplineSet disciplines) {
    Argument out = make(Argument::Kind::disciplines, 0, std::bit_cast<std::int64_t>(disciplines));
    out.written = Written::plain;
    return out;
}

Argument argument(Arena& arena, Discipline discipline) { return argument(arena, DisciplineSet::of(discipline)); }
Argument argument(Arena&, Date date) { return make(Argument::Kind::date, 0, date.days); }

Argument argument(Arena&, Duration duration) {
    return make(Argument::Kind::duration, static_cast<std::uint32_t>(duration.calendar_months), duration.minutes);
}

Argument argument(Arena&, double number) {
    return make(Argument::Kind::number, 0, std::bit_cast<std::int64_t>(number));
}

Argument argument(Arena&, Grade grade) { return make(Argument::Kind::grade, static_cast<std::uint32_t>(grade)); }

Argument argument(Arena& arena, TextArgument text) {
    Argument out = make(Argument::Kind::text);
    out.written = text.written;
    out.text = arena.copy(text.text);
    out.number = text.limit;
    return out;
}

Argument argument(Arena& arena, FieldNames field) {
    const std::span<Argument> title = arena.make<Argument>(1);
    title[0].kind = Argument::Kind::text;
    title[0].text = field.title;
    Argument out = make(Argument::Kind::named_field);
    out.text = field.name;
    out.items = title;
    return out;
}

Argument argument(Arena&, const Message& message) {
    Argument out = make(Argument::Kind::message);
    out.text = message.text();
    out.items = message.arguments();
    return out;
}

Argument argument(Arena&, OwnWords words) {
    return make(Argument::Kind::words, 0, static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(words.words)));
}

Argument count_argument(std::int64_t count) { return make(Argument::Kind::count, 0, count); }

Argument list_argument(Joined joined, std::span<const Argument> items) {
    Argument out = make(Argument::Kind::list);
    out.joined = joined;
    out.items = items;
    return out;
}

}  // namespace ims
