// Inside of read_fields: the class that walks a mapping (read_values.cpp) and reads its scalars (read_scalars.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/read_values.h"

namespace ims {

class ValueReader {
public:
    ValueReader(const ParsedFile& parsed, const ReadRules& rules, Span place, std::string_view kind,
                std::string_view record, std::vector<Value>& values, std::vector<Finding>& findings);
    // `holder`: the key below which the map stands; none for a whole record and for an item of a list.
    void read_map(NodeId map, NodeId holder, std::span<const FieldSpec> fields, bool top);

private:
    // A place inside a record: a field, an item of a list, or an entry of a map.
    struct Step {
        std::string_view name;  // of a field or entry
        NodeId item;            // of an item
    };
    using Names = std::vector<std::string_view>;

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

    Finding& report(RuleId rule, Span place, std::string message);
    // The finding of a value that is then kept as invalid.
    Finding& invalid(RuleId rule, Field field, NodeId key, NodeId target, std::string message);
    // The field that an unknown key probably means, none where there is none.
    const FieldSpec* unknown(NodeId map, NodeId key, std::span<const FieldSpec> fields, bool top);
    // `beside`: the field that asks for it; empty where it is needed anyway, or instead of another.
    void missing(NodeId map, NodeId holder, const FieldSpec& field, std::string_view beside, bool top);
    void wrong_type(const Shape& shape, Field field, NodeId key, NodeId target);
    // "did you mean", with a fix of what stands at `place`, or the whole list.
    void suggest(Finding& finding, NodeId place, const Names& names);

    // The text at a place as messages show it.
    [[nodiscard]] std::string shown(NodeId target) const;
    // The place being read: "`continuity`", "an entry of `activities`".
    [[nodiscard]] std::string here() const;
    // The dotted path of the place being read, items by name.
    [[nodiscard]] std::string path() const;
    [[nodiscard]] Span first_line(Span whole) const;

    Span record_place_;
    const ParsedFile& parsed_;
    const ReadRules& rules_;
    std::string_view kind_;
    std::string_view record_;
    std::vector<Value>& values_;
    std::vector<Finding>& findings_;
    std::vector<Step> steps_;
};

}  // namespace ims
