// Inside of read_fields: the class that walks a mapping (read_values.cpp), reads its scalars (read_scalars.cpp) and
// tells what was meant by what it cannot read (tell_slips.cpp, tell_forms.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "schema/read_values.h"
#include "schema/slips.h"

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
        std::string_view name;                   // of a field or entry
        std::string_view title;                  // of a field
        NodeId item;                             // of an item
        std::span<const FieldSpec> beside = {};  // the fields of the map that a field stands in
        bool alone = false;                      // an item that stands where a list may
    };
    using Words = std::vector<std::string_view>;

    [[nodiscard]] YamlNode node(NodeId id) const { return parsed_.tree[id]; }
    [[nodiscard]] std::string_view text(NodeId id) const { return parsed_.text(id); }
    [[nodiscard]] Span span(NodeId id) const { return {{}, node(id).begin, node(id).end}; }

    std::size_t add(Field field, ValueType type, NodeId key, NodeId target, std::int64_t payload = 0);
    [[nodiscard]] bool has_key(NodeId map, std::string_view name) const;
    [[nodiscard]] bool has_default(Field field) const;
    void read_value(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_list(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_item(const Shape& shape, Field field, NodeId target, bool alone);
    void read_inner_map(const Shape& shape, Field field, NodeId key, NodeId target);
    void read_entry(const Shape& shape, Field field, NodeId key, NodeId value);
    void judge_key(const Shape& shape, NodeId key);

    // Adds one value: what was read, or `invalid` with a finding.
    void read_scalar(const Shape& shape, Field field, NodeId key, NodeId target);
    // Each says that what stands there is no such value, and what would be.
    Finding& refuse(const Shape& shape, NodeId target);
    Finding& refuse_kind(NodeId target);
    Finding& refuse_clause(NodeId target);
    Finding& refuse_date(NodeId target);
    Finding& refuse_point_in_time(NodeId target);
    Finding& refuse_duration(NodeId target);
    Finding& refuse_yes_no(NodeId target);
    Finding& refuse_number(const Shape& shape, NodeId target);
    Finding& refuse_choice(const Shape& shape, NodeId target);
    Finding& refuse_level(NodeId target);
    Finding& refuse_step(const Shape& shape, NodeId target);
    Finding& refuse_reference(const Shape& shape, NodeId target);
    Finding& refuse_discipline(NodeId at);
    void check_discipline_key(NodeId key);

    // What is known of slips of a single value: why it is not read, what to write, and the fix.
    void tell_what_was_meant(Finding& finding, const Shape& shape, NodeId target);
    void tell_text(Finding& finding, const Slip& slip, const Shape& shape, NodeId target);
    void tell_list(Finding& finding, const Slip& slip, const Shape& shape, NodeId target);
    void tell_several(Finding& finding, const Slip& slip);
    [[nodiscard]] Message told(const Shape& shape, const std::string& text);
    [[nodiscard]] std::vector<Message> each_told(const Shape& shape, const std::vector<std::string>& texts);
    [[nodiscard]] std::string_view key_of_list() const;
    // Of a key that is no field: the field that it names by another spelling; null where it names none.
    const FieldSpec* tell_key(Finding& finding, NodeId map, NodeId key, std::span<const FieldSpec> fields);
    // `98,7` within braces, of which `7` became a key.
    bool tell_comma_in_braces(NodeId map, NodeId key, std::span<const FieldSpec> fields);

    // The same of what has another form than its field takes.
    void tell_form(Finding& finding, const Shape& shape, NodeId key, NodeId target);
    bool tell_map_for_text(Finding& finding, const Shape& shape, NodeId target);
    bool tell_map_for_word(Finding& finding, const Shape& shape, NodeId target);
    bool tell_record_for_reference(Finding& finding, const Shape& shape, NodeId target);
    bool tell_keys_for_list(Finding& finding, const Shape& shape, NodeId target);
    bool tell_names_for_map(Finding& finding, const Shape& shape, NodeId key, NodeId target);
    void tell_list_for_one(Finding& finding, const Shape& shape, NodeId target);
    void tell_word_for_map(Finding& finding, const Shape& shape, NodeId key, NodeId target);
    void write_instead(Finding& finding, NodeId target, NewValue value, Fix::Safety safety, const Message& title);
    // Whether the value is a text that has swallowed an item of a list, where no text is due; then it is reported.
    bool report_swallowed_item(const Shape& shape, Field field, NodeId key, NodeId target);

    template <class... Types>
    [[nodiscard]] Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }
    // Of the place being read.
    [[nodiscard]] Message no_such_day(const TextArgument& day);
    Finding& report(RuleId rule, Span place, Message message);
    // The same at the first line of a value.
    Finding& refused(RuleId rule, NodeId target, Message message);
    // The field that an unknown key probably means, none where there is none.
    const FieldSpec* unknown(NodeId map, NodeId key, std::span<const FieldSpec> fields, bool top);
    // `other`: the field that would do instead; null where there is none. `beside`: the field that asks for it; null
    // where it is needed anyway, or instead of another.
    void missing(NodeId map, NodeId holder, const FieldSpec& field, const FieldSpec* other, const FieldSpec* beside,
                 bool top);
    // Where a field is written that has no value: an empty value, or the key where nothing at all stands behind it.
    [[nodiscard]] NodeId written_nothing(NodeId map, std::string_view name) const;
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
