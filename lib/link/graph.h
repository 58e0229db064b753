// All records and what they say of each other, both ways. Made once; rules, facts and reports only read it. Files and
// records have their numbers here; what the files say is shared with whoever else has read them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/field_index.h"
#include "model/records.h"

namespace ims {

class RecordView;

// A file where it lies. The same content may lie in several places.
struct FolderFile {
    std::string path;                      // relative to the folder of ims.yaml, with `/`
    std::shared_ptr<const ReadFile> read;  // never null
    // A catalogue that comes with the program, at a place that no folder has.
    [[nodiscard]] bool built_in() const { return path.starts_with(kBuiltIn); }
};

// In the order of their paths, ims.yaml among them: their places are their numbers.
using FolderFiles = std::vector<FolderFile>;

// "Record A names record B in field F", seen from one end: once, however often it says so there; a clause of a
// standard, which is named in the words of a text, each time.
struct Edge {
    Field field;            // of the record at this end; of an inverted edge, the field that could have named it
    bool inverted = false;  // written at the other end (a link that may stand on either side)
    RecordId other;
    std::uint32_t value = 0;  // where it is written first: a value of the record that writes it
    std::uint32_t more = 0;   // and where else: see Graph::places; 0: nowhere
};

class Graph {
public:
    // What stands under `defaults` and `disciplines` of ims.yaml counts as said by this record.
    [[nodiscard]] RecordId settings_record() const { return settings_record_; }
    [[nodiscard]] std::size_t size() const { return records_.size(); }
    [[nodiscard]] RecordView operator[](RecordId record) const;
    [[nodiscard]] const Record& record(RecordId record) const { return records_[record.index()]; }
    // The record of a file by its place in the file, of those that could be read.
    [[nodiscard]] RecordId record_of(FileId file, std::size_t place) const {
        return RecordId::from(first_records_[file.index()] + place);
    }
    // Records of a kind that could be read, in the order of files; retired and draft ones included, built-in ones too.
    [[nodiscard]] std::span<const RecordId> of_kind(KindId kind) const { return by_kind_[kind.index()]; }
    // Every record that could be read, without that of ims.yaml and the built-in ones, in the order of files.
    [[nodiscard]] std::span<const RecordId> all() const { return all_; }
    // Also finds records that could not be read.
    [[nodiscard]] std::optional<RecordId> find(KindId kind, std::string_view id) const;
    [[nodiscard]] std::optional<RecordId> find(const RecordName& name) const;
    // `role/cashier`
    [[nodiscard]] std::optional<RecordId> find(std::string_view name) const;

    // What this record names and what names it through a link of two sides, by field and then by record.
    [[nodiscard]] std::span<const Edge> edges(RecordId record) const;
    [[nodiscard]] std::span<const Edge> edges(RecordId record, Field field) const;
    // Who names this record: `other` is the one that does, `field` is its field. Links of two sides included.
    [[nodiscard]] std::span<const Edge> references_to(RecordId record) const;

    // Where an edge of this record is written first: here, or at the other end where it is inverted.
    [[nodiscard]] FieldView written(RecordId record, const Edge& edge) const;
    // All places where it is written, in the order of the file.
    [[nodiscard]] std::vector<FieldView> places(RecordId record, const Edge& edge) const;

    // Whether a record of this kind may stand in what could not be read: then no absence is certain.
    [[nodiscard]] bool may_be_unread(KindId kind) const { return opaque_ || unread_kinds_.contains(kind.value); }
    [[nodiscard]] bool anything_unread() const { return opaque_ || !unread_kinds_.empty(); }

    [[nodiscard]] const Schema& schema() const { return *schema_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const SourceMap& sources() const { return sources_; }
    [[nodiscard]] const FolderFiles& files() const { return *files_; }
    [[nodiscard]] const ValueSources& value_sources(FileId file) const { return value_sources_[file.index()]; }
    [[nodiscard]] const Value* values(FileId file) const { return value_sources_[file.index()].values; }
    // Where a field of the record's top level is written, among the values of its file; none where it is not.
    [[nodiscard]] std::optional<std::uint32_t> place_of(RecordId record, Field field) const {
        const Record& about = records_[record.index()];
        return fields_.find(record, about, field, values(about.file));
    }
    // Files of which something could not be read.
    [[nodiscard]] std::size_t broken_files() const { return broken_files_; }

private:
    friend class Linker;
    friend class DeadReferences;
    const Schema* schema_ = nullptr;
    Settings settings_;
    std::shared_ptr<const FolderFiles> files_;
    SourceMap sources_;
    std::unique_ptr<FolderSources> folder_;  // stays where it is
    std::vector<RecordId> targets_;          // what the references name, file by file
    std::vector<ValueSources> value_sources_;
    std::vector<Record> records_;
    std::vector<std::uint32_t> first_records_;  // by file
    std::vector<RecordId> all_;
    std::vector<std::vector<RecordId>> by_kind_;
    std::vector<std::unordered_map<std::string_view, RecordId>> by_id_;  // by kind
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> edge_starts_;
    std::vector<std::vector<std::uint32_t>> more_places_;  // at `more` - 1 of an edge
    std::vector<Edge> incoming_;
    std::vector<std::uint32_t> incoming_starts_;
    std::set<std::uint16_t> unread_kinds_;
    bool opaque_ = false;
    std::size_t broken_files_ = 0;
    RecordId settings_record_;
    FieldIndex fields_;
};

// The records that a field names, each once, those that could be read and are not retired.
class LinkedRecords {
public:
    class Iterator {
    public:
        Iterator(const Graph* graph, const Edge* at, const Edge* end) : graph_(graph), at_(at), end_(end) { skip(); }
        RecordView operator*() const;
        Iterator& operator++();
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        void skip();
        const Graph* graph_;
        const Edge* at_;
        const Edge* end_;
    };
    LinkedRecords(const Graph& graph, std::span<const Edge> edges) : graph_(&graph), edges_(edges) {}
    [[nodiscard]] Iterator begin() const { return {graph_, edges_.data(), edges_.data() + edges_.size()}; }
    [[nodiscard]] Iterator end() const {
        return {graph_, edges_.data() + edges_.size(), edges_.data() + edges_.size()};
    }
    [[nodiscard]] bool empty() const { return begin() == end(); }
    [[nodiscard]] std::size_t size() const;

private:
    const Graph* graph_;
    std::span<const Edge> edges_;
};

// One record as rules and reports see it. Cheap to copy.
class RecordView {
public:
    RecordView(const Graph& graph, RecordId id) : graph_(&graph), id_(id) {}

    [[nodiscard]] RecordId record() const { return id_; }
    [[nodiscard]] const Graph& graph() const { return *graph_; }
    [[nodiscard]] KindId kind() const { return data().kind; }
    [[nodiscard]] bool is(KindId kind) const { return data().kind == kind; }
    [[nodiscard]] std::string_view kind_name() const { return graph_->schema()[kind()].name; }
    [[nodiscard]] std::string_view id() const { return data().id; }
    // Its lasting name.
    [[nodiscard]] RecordName name() const;
    // What people call it; its id where it has no title.
    [[nodiscard]] std::string_view title() const;
    [[nodiscard]] Span id_span() const { return data().id_span(); }
    [[nodiscard]] FileId file() const { return data().file; }

    [[nodiscard]] Status status() const { return data().status; }
    [[nodiscard]] bool active() const { return data().status == Status::active && !data().unread; }
    [[nodiscard]] bool retired() const { return data().status == Status::retired; }
    [[nodiscard]] bool unread() const { return data().unread; }
    // A catalogue of a standard that comes with the program, not a record of the folder.
    [[nodiscard]] bool built_in() const { return data().built_in; }

    // A field of the record's top level; a view of nothing where it is not written.
    [[nodiscard]] FieldView operator[](Field field) const;
    [[nodiscard]] bool has(Field field) const { return static_cast<bool>((*this)[field]); }
    // All that is written, in the order of the file; inherited values last.
    [[nodiscard]] FieldView::Children written() const;
    // The value of an enumeration, or the schema's default where nothing is written.
    [[nodiscard]] std::string_view word(Field field) const;
    // Yes where it says so, no where it says no or nothing (`applies` has a default of its own: ask `word`-like
    // callers).
    [[nodiscard]] bool says_yes(Field field) const { return (*this)[field].yes().value_or(false); }
    [[nodiscard]] DisciplineSet disciplines(Field field) const;

    // The records that a field of this record names, or that name this record with the field of the other side.
    // Nested fields too: `linked(fields::process::activities.responsible)` gives those of all activities.
    [[nodiscard]] LinkedRecords linked(Field field) const { return {*graph_, graph_->edges(id_, field)}; }
    [[nodiscard]] bool links_to(Field field, RecordId other) const;
    // Certainly nothing: neither written here nor on the other side, and no record that could say it was left unread.
    [[nodiscard]] bool lacks(Field field) const;

    auto operator<=>(const RecordView& other) const { return id_ <=> other.id_; }
    bool operator==(const RecordView& other) const { return id_ == other.id_; }

private:
    [[nodiscard]] const Record& data() const { return graph_->record(id_); }
    const Graph* graph_;
    RecordId id_;
};

// As messages hold it.
inline Argument argument(Arena& arena, const RecordView& record) { return argument(arena, record.record()); }

// The record that a reference names, if it could be read and is not retired.
std::optional<RecordView> target_of(const Graph& graph, FieldView reference);

}  // namespace ims
