// Reading one field of a record: what rules, facts and reports use. Cheap to copy; a view of a field that is not there
// answers everything with "none". Knows no other records: what a reference names is asked of the graph.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/message.h"
#include "schema/value.h"
#include "schema/vocabulary.h"
#include "source/source_map.h"
#include "yaml/parsed_file.h"

namespace ims {

// Where values were read: a file, and its number, once `link` gave it one.
struct ValueSource {
    const ParsedFile* parsed = nullptr;
    FileId file;
};
// What all files of a folder have in common.
struct FolderSources {
    ValueSource settings;            // ims.yaml
    const Schema* schema = nullptr;  // which the values were read by
};
// Values of a record stand in its own file, inherited ones in ims.yaml.
struct ValueSources {
    ValueSource own;
    const FolderSources* folder = nullptr;
    const Value* values = nullptr;      // of the file
    const RecordId* targets = nullptr;  // by the number of a reference, what it names; null until linked
    [[nodiscard]] const ValueSource& of(const Value& value) const { return value.inherited ? folder->settings : own; }
};

class FieldView {
public:
    FieldView() = default;
    FieldView(const Value* base, std::uint32_t index, const ValueSources* sources)
        : base_(base), index_(index), sources_(sources) {}

    // Whether it was written, well or not; an empty list and an empty value count as not written.
    explicit operator bool() const { return base_ != nullptr; }
    // Written, but reported as wrong by an earlier stage: neither known nor missing.
    [[nodiscard]] bool invalid() const { return base_ != nullptr && value().type == ValueType::invalid; }
    [[nodiscard]] bool is(ValueType type) const { return base_ != nullptr && value().type == type; }

    // A scalar's text as written (decoded); empty for a list or a map.
    [[nodiscard]] std::string_view text() const;
    // Of a point in time its day.
    [[nodiscard]] std::optional<Date> date() const;
    [[nodiscard]] std::optional<PointInTime> point_in_time() const;
    [[nodiscard]] std::optional<Duration> duration() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> yes() const;
    // The value of an enumeration, synonyms resolved; empty where there is none. `RecordView::word` knows the default
    // too.
    [[nodiscard]] std::string_view word() const;
    [[nodiscard]] std::optional<Discipline> discipline() const;
    // Those in force that a list names.
    [[nodiscard]] DisciplineSet disciplines() const;
    [[nodiscard]] std::optional<std::uint32_t> step() const;
    // The record that a reference names, once linked; none where it names none or one that could not be read.
    [[nodiscard]] RecordId target() const;

    // Of the value; quotes included.
    [[nodiscard]] Span span() const;
    // How the value is written, and the bytes of its file. Requires: it was written.
    [[nodiscard]] YamlNode node() const { return source().parsed->tree[value().node]; }
    [[nodiscard]] std::string_view bytes() const { return source().parsed->bytes; }
    // Of the key; of the value where there is no key (an item of a list).
    [[nodiscard]] Span key_span() const;
    // The key of a map's entry or field as written.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] Field field() const { return base_ == nullptr ? Field() : value().field; }
    [[nodiscard]] const Value& value() const { return base_[index_]; }
    [[nodiscard]] std::uint32_t index() const { return index_; }
    [[nodiscard]] bool inherited() const { return base_ != nullptr && value().inherited; }

    // The items of a list, or the fields or entries of a map; nothing for a scalar.
    class Children {
    public:
        class Iterator {
        public:
            Iterator(const Value* base, std::uint32_t index, const ValueSources* sources)
                : base_(base), index_(index), sources_(sources) {}
            FieldView operator*() const { return {base_, index_, sources_}; }
            Iterator& operator++() {
                index_ = base_[index_].next;
                return *this;
            }
            bool operator==(const Iterator& other) const { return index_ == other.index_; }

        private:
            const Value* base_;
            std::uint32_t index_;
            const ValueSources* sources_;
        };
        Children(const Value* base, std::uint32_t begin, std::uint32_t end, const ValueSources* sources)
            : base_(base), begin_(begin), end_(end), sources_(sources) {}
        [[nodiscard]] Iterator begin() const { return {base_, begin_, sources_}; }
        [[nodiscard]] Iterator end() const { return {base_, end_, sources_}; }
        [[nodiscard]] bool empty() const { return begin_ == end_; }
        [[nodiscard]] std::size_t size() const;

    private:
        const Value* base_;
        std::uint32_t begin_;
        std::uint32_t end_;
        const ValueSources* sources_;
    };
    [[nodiscard]] Children children() const;
    // The field of a map: `item[fields::process::activities.name]`.
    [[nodiscard]] FieldView operator[](Field field) const;

private:
    [[nodiscard]] const ValueSource& source() const { return sources_->of(value()); }
    const Value* base_ = nullptr;  // the first value of the file
    std::uint32_t index_ = 0;
    const ValueSources* sources_ = nullptr;
};

// As messages hold a value: as it is written, between backticks unless it is `plain`, and for readers what it says.
Argument argument(Arena&, const FieldView& value);

}  // namespace ims
