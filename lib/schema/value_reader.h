// Inside of read_fields: the class that walks a mapping (read_values.cpp) and reads its scalars (read_scalars.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "schema/read_values.h"

namespace ims {

class ValueReader {
public:
    ValueReader(const ParsedFile& parsed, const ReadRules& rules, Span place, KindId kind, const RecordName& record,
                std::vector<Value>& values, std::vector<Finding>& findings, Arena& arena);
    // `holder`: the key below which the map stands; none for a whole record and for an item of a list.
    void read_map(NodeId map, NodeId holder, std::span<const FieldSpec> fields, bool top);

private:
    // A place inside a record: a field, an item of a list, or an entry of a map.
    struct Step {
        std::string_view name;   // of a field or entry
        std::string_view title;  // of a field
        NodeId item;             // of an item
    };
    using Words = std::vector<std::string_view>;

    [[nodiscard]] const YamlNode& node(NodeId id) const { return parsed_.tree[id]; }
    [[nodiscard]] std::string_view text(NodeId id) const { return parsed_.text(id); }
    [[nodiscard]] Span span(NodeId id) const { return {{}, node(id).begin, node(id).end}; }

    std::size_t add(Field field, ValueType type, NodeId key, NodeId target, std::int64_t payload = 0);
    [[nodiscard]] bool has_key(NodeId map, std::string_view name) const;
    [[nodiscard]] bool has_default(Field field) const;
    void read_value(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_list(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_item(const Shape& shape, Field field, NodeId target);
    void read_inner_map(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_entry(const Shape& shape, Field field, NodeId key, NodeId value);
    void judge_key(const Shape& shape, NodeId key);

    // Each adds one value: what was read, or `invalid` with a finding.
    void read_scalar(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_kind(Field field, NodeId key, NodeId target);
    void read_clause(Field field, NodeId key, NodeId target);
    void read_date(Field field, NodeId key, NodeId target);
    void read_point_in_time(Field field, NodeId key, NodeId target);
    void read_duration(Field field, NodeId key, NodeId target);
    void read_yes_no(Field field, NodeId key, NodeId target);
    void read_number(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_choice(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_level(Field field, NodeId key, NodeId target);
    void read_step(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_reference(const Shape& shape, Field field, NodeId key, NodeId target);
    bool check_discipline(NodeId at);

    template <class... Types>
    [[nodiscard]] Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }
    // Of the place being read.
    [[nodiscard]] Message no_such_day(const TextArgument& day);
    Finding& report(RuleId rule, Span place, Message message);
    // The finding of a value that is then kept as invalid.
    Finding& invalid(RuleId rule, Field field, NodeId key, NodeId target, Message message);
    // The field that an unknown key probably means, none where there is none.
    const FieldSpec* unknown(NodeId map, NodeId key, std::span<const FieldSpec> fields, bool top);
    // `other`: the field that would do instead; null where there is none. `beside`: the field that asks for it; null
    // where it is needed anyway, or instead of another.
    void missing(NodeId map, NodeId holder, const FieldSpec& field, const FieldSpec* other, const FieldSpec* beside,
                 bool top);
    void wrong_type(const Shape& shape, Field field, NodeId key, NodeId target);
    // "did you mean", with a fix of what stands at `place`, or the whole list. `shown`: the words as messages hold
    // them; `distinct`: those that readers are told.
    template <class Shown>
    void suggest(Finding& finding, NodeId place, const Words& words, const std::vector<Shown>& shown,
                 const std::vector<Shown>& distinct);
    void suggest(Finding& finding, NodeId place, const Words& words) {
        const std::vector<TextArgument> shown = quoted_each(words);
        suggest(finding, place, words, shown, shown);
    }
    // Of names that readers see without their hyphens.
    void suggest_names(Finding& finding, NodeId place, const Words& names);
    [[nodiscard]] std::vector<Message> told_names(const Words& names);

    // The text at a place as messages show it.
    [[nodiscard]] TextArgument shown(NodeId target) const { return quoted(text(target), kLongest); }
    // The place being read: "`continuity`", "an entry of `activities`"; for readers “Activities”, "one of
    // “Activities”", “Not applicable” for “quality”.
    [[nodiscard]] Message here();
    // The dotted path of the place being read, items by name.
    [[nodiscard]] std::string path() const;
    [[nodiscard]] Span first_line(Span whole) const;

    static constexpr std::uint32_t kLongest = 60;  // of a text in a message, in code points
    Span record_place_;
    const ParsedFile& parsed_;
    const ReadRules& rules_;
    KindId kind_;
    RecordName record_;
    std::vector<Value>& values_;
    std::vector<Finding>& findings_;
    Arena& arena_;
    std::vector<Step> steps_;
};

template <class Shown>
void ValueReader::suggest(Finding& finding, NodeId place, const Words& words, const std::vector<Shown>& shown,
                          const std::vector<Shown>& distinct) {
    if (const auto near = nearest(text(place), words)) {
        const auto index = static_cast<std::size_t>(std::ranges::find(words, *near) - words.begin());
        finding.help = say("did you mean {}?", shown[index]);
        finding.fix = fix_that_writes(span(place), *near, arena_);
        if (words.size() > 1) finding.notes.push_back(say("possible here: [[{0:15}|{1:15}]]", shown, distinct));
    } else if (words.empty()) {
        finding.help = "[[ims.yaml names none; add them there|decide which there are to be: the settings name none]]";
    } else {
        finding.help = say("[[write one of {0:15}|choose one of {1:15}]]", shown, distinct);
    }
}

}  // namespace ims
