// The values of a record as its schema types them: a flat list in preorder beside the YamlTree that they were read
// from. Small on purpose: a folder of 100,000 records holds millions.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>

#include "base/date.h"
#include "base/ids.h"
#include "base/point_in_time.h"
#include "schema/schema.h"

namespace ims {

enum class ValueType : std::uint8_t {
    invalid,  // was reported; neither known nor missing
    text,     // id, line, markdown, path, clause, rule, kind, text of a reference-or-text
    date,
    point_in_time,  // with a time of day; a day alone is a date
    duration,
    yes_no,
    number,
    choice,      // a value of an enumeration
    discipline,  // one in force
    step,        // of a scale, from 1
    reference,   // to a record
    list,
    map,
    any,  // not typed by the schema
};

struct Value {
    Field field;  // of a list's items and a map's free keys: that of the list or map
    ValueType type = ValueType::invalid;
    bool inherited = false;    // from `defaults` of ims.yaml: its nodes are those of ims.yaml
    NodeId node;               // in the file's tree; aliases are followed
    NodeId key;                // none for an item of a list
    std::uint32_t next = 0;    // the first value after this one and all below it
    std::int64_t payload = 0;  // by type, see below

    // Requires: a date or a point in time.
    [[nodiscard]] PointInTime point_in_time() const {
        if (type == ValueType::date) return {date(), {}, {}};
        const std::int64_t clock = payload >> kOffsetBits;
        const auto day = static_cast<std::int32_t>(clock / kMinutesOfDay);
        PointInTime point{{day - kDaysBefore}, static_cast<std::int32_t>(clock % kMinutesOfDay), {}};
        if (const auto offset = static_cast<std::int32_t>(payload & ((1 << kOffsetBits) - 1)); offset != 0)
            point.offset = offset - kNoOffset;
        return point;
    }
    // Requires: the type that each is named after.
    [[nodiscard]] Date date() const { return {static_cast<std::int32_t>(payload)}; }
    [[nodiscard]] Duration duration() const {
        return {payload >> kMonthBits, static_cast<std::int32_t>(payload & ((1 << kMonthBits) - 1))};
    }
    [[nodiscard]] bool yes() const { return payload != 0; }
    [[nodiscard]] double number() const { return std::bit_cast<double>(payload); }
    // The word of the schema's enumerations; of a synonym, the one that it stands for.
    [[nodiscard]] Choice choice() const { return Choice(static_cast<std::uint16_t>(payload)); }
    [[nodiscard]] Discipline discipline() const { return Discipline(static_cast<std::uint8_t>(payload)); }
    [[nodiscard]] std::uint32_t step() const { return static_cast<std::uint32_t>(payload); }
    // Of a reference: its number among those of its file. What it names is known once linked (FieldView::target).
    [[nodiscard]] std::uint32_t reference() const { return static_cast<std::uint32_t>(payload); }

    // Requires: a point in time with a time of day.
    static std::int64_t pack(const PointInTime& point) {
        const std::int64_t clock =
            (std::int64_t{point.day.days} + kDaysBefore) * kMinutesOfDay + point.minute.value_or(0);
        return (clock << kOffsetBits) | (point.offset ? *point.offset + kNoOffset : 0);
    }
    static constexpr int kOffsetBits = 12;
    static constexpr std::int32_t kNoOffset = 2000;  // more than an offset can be, so that nought stands for none
    static constexpr std::int64_t kMinutesOfDay = 1440;
    static constexpr std::int32_t kDaysBefore = 800'000;  // more than lie between the year 1 and 1970

    // Months are kept beside the minutes; a duration with more of them does not fit and is not read.
    static constexpr int kMonthBits = 20;
    static std::optional<std::int64_t> pack(Duration duration) {
        if (duration.calendar_months >= (1 << kMonthBits)) return std::nullopt;
        return (duration.minutes << kMonthBits) | duration.calendar_months;
    }
};

}  // namespace ims
