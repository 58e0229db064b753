// What records may look like, as tables: kinds, their fields, types, links. The built-in tables are made from
// schemas/*.json when the program is built; a user's own schemas/ are added at run time. Read-only once made.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace ims {

enum class ScalarType : std::uint8_t {
    none,
    any,
    id,
    line,
    markdown,
    date,
    point_in_time,
    duration,
    yes_no,
    whole,
    number,
    enumeration,
    discipline,
    step,
    risk_level,
    rule,
    kind,
    path,
    clause,
    reference,
    reference_or_text,
};
enum class KeyType : std::uint8_t { none, discipline, kind, rule, standard_clause, topic, level, text };
// The scales of ims.yaml that a step belongs to.
enum class Scale : std::uint8_t { none, likelihood, consequence, confidentiality, integrity, availability };
inline constexpr std::size_t kScales = 6;

struct EnumValue {
    std::string_view name;
    std::string_view meaning;
    std::string_view title;       // what people call it within a sentence; of a synonym that of the value it stands for
    std::uint16_t canonical = 0;  // its own place in the list, or that of the value it is a synonym of
    Choice word;                  // its name and title among the words of the schema
};

struct ReferenceSpec {
    std::span<const std::string_view> kinds;  // which it may name; empty: any kind
    std::string_view bare;                    // the kind of a bare id where several are allowed; may be empty
    std::string_view inverse;                 // the field of the other side that states the same link; may be empty
    bool same_kind = false;                   // only the kind of the record that it stands in
    bool tree = false;                        // following it must never lead back: a cycle is an error
    bool not_self = false;
};

// What people write where a word or a name is due that is never read, and the one that they mean by it.
struct WordSlip {
    std::string_view written;  // in small letters
    std::string_view meant;
};

struct FieldSpec;

// What a value may be: up to one form per form of YAML (a word, a list, a map).
struct Shape {
    ScalarType scalar = ScalarType::none;
    Scale scale = Scale::none;
    std::span<const EnumValue> values;  // of an enumeration
    std::string_view default_value;     // of an enumeration; may be empty
    const ReferenceSpec* reference = nullptr;
    const Shape* item = nullptr;        // a list of these; one alone is read as a list of one
    std::span<const FieldSpec> fields;  // a map with these fields
    bool named_map = false;
    const Shape* entry = nullptr;  // a map with free keys, each with such a value
    KeyType keys = KeyType::none;
    std::span<const std::string_view> known;  // keys that need no explanation: well-known disciplines, topics
    // Beside each of `known`, what its entry says where it leaves out `costs`, or nothing; empty where none has any.
    std::span<const std::string_view> known_costs;
    std::span<const WordSlip> slips;  // of an enumeration, or of `known`
    std::int32_t lowest = kNoBound;   // of a number
    std::int32_t highest = kNoBound;

    static constexpr std::int32_t kNoBound = std::numeric_limits<std::int32_t>::min();
};

struct FieldSpec {
    Field field;             // its dotted path (`review.every`), without list positions and free keys
    std::string_view name;   // the key that users write
    std::string_view title;  // what people call it: the head of a column, a label
    std::string_view description;
    bool required = false;
    const Shape* shape = nullptr;
    // Where either names another field of the map, it is required only if that one is missing, or is there.
    std::string_view unless;
    std::span<const std::string_view> with;
};

struct KindSpec {
    std::string_view name;
    std::string_view plural;
    std::string_view description;
    std::span<const FieldSpec> fields;  // in the order that users write them
    std::string_view json;              // the JSON Schema as it was written
    bool settings = false;              // the kind of ims.yaml itself, which no record may have
    bool absent = false;                // only its number is kept: schemas that replace the built-in ones leave it out
    [[nodiscard]] bool of_records() const { return !settings && !absent; }
};

class Schema {
public:
    // The tables that were compiled in.
    static const Schema& built_in();

    [[nodiscard]] std::span<const KindSpec> kinds() const { return parts_.kinds; }
    [[nodiscard]] const KindSpec& operator[](KindId kind) const { return parts_.kinds[kind.index()]; }
    // None for one that is absent.
    [[nodiscard]] std::optional<KindId> find_kind(std::string_view name) const;
    [[nodiscard]] const FieldSpec* find_field(KindId kind, std::string_view name) const;
    // The dotted path of a field: `review.every`.
    [[nodiscard]] std::string_view path(Field field) const { return parts_.paths[field.index()]; }
    [[nodiscard]] std::optional<Field> find_path(std::string_view path) const;
    // The specification of a field by its path; null where the kind has none.
    [[nodiscard]] const FieldSpec* spec(KindId kind, Field field) const;
    // What the values of a field, or the items of its list, may name; null where they are no references.
    [[nodiscard]] const ReferenceSpec* reference(KindId kind, Field field) const;
    [[nodiscard]] std::span<const std::string_view> paths() const { return parts_.paths; }
    // What people call a field: as the first kind that has its path says; empty where none has. A kind may say it
    // otherwise: `spec`.
    [[nodiscard]] std::string_view title(Field field) const { return field_titles_[field.index()]; }
    // The words of all enumerations: what `Value::choice` counts. A word is there once for each title that it has, and
    // none that is built in has two. Those of a schema that was extended keep their places.
    [[nodiscard]] std::string_view word(Choice choice) const { return parts_.words[choice.index()]; }
    [[nodiscard]] std::span<const std::string_view> words() const { return parts_.words; }
    // What people call a word within a sentence: `ppe` is "personal protective equipment".
    [[nodiscard]] std::string_view title(Choice choice) const { return parts_.word_titles[choice.index()]; }
    // The shapes that the files share (common.schema.json), as written.
    [[nodiscard]] std::string_view common_json() const { return parts_.common_json; }
    // The well-known disciplines, which a user may put in force without explaining them.
    [[nodiscard]] std::span<const std::string_view> known_disciplines() const;
    // What people write for them.
    [[nodiscard]] std::span<const WordSlip> discipline_slips() const;
    // What a gap in a well-known discipline may cost; empty where nothing is known of it.
    [[nodiscard]] std::string_view known_cost(std::string_view discipline) const;

    // Owns what a Schema points to that is not compiled in. Deques: what is in them never moves.
    struct Store {
        std::deque<std::string> texts;
        std::deque<Shape> shapes;
        std::deque<ReferenceSpec> references;
        std::deque<std::vector<FieldSpec>> fields;
        std::deque<std::vector<EnumValue>> values;
        std::deque<std::vector<std::string_view>> names;
        std::deque<std::vector<WordSlip>> slips;
        std::shared_ptr<const Store> below;  // of the schema that was extended
    };
    struct Parts {
        std::vector<KindSpec> kinds;
        std::vector<std::string_view> paths;
        std::vector<std::string_view> words;
        std::vector<std::string_view> word_titles;  // beside `words`
        std::string_view common_json;
        std::shared_ptr<const Store> store;
    };
    Schema() = default;
    explicit Schema(Parts parts);
    [[nodiscard]] const Parts& parts() const { return parts_; }

private:
    // What a discipline in force looks like; null where there are no settings.
    [[nodiscard]] const Shape* disciplines_shape() const;
    Parts parts_;
    std::vector<std::string_view> field_titles_;  // by Field
};

}  // namespace ims
