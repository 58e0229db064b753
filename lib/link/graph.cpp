#include "link/graph.h"

#include <algorithm>

#include "base/assert.h"
#include "base/unicode.h"
#include "schema/fields.h"

namespace ims {

RecordView Graph::operator[](RecordId record) const { return {*this, record}; }

std::optional<RecordId> Graph::find(KindId kind, std::string_view id) const {
    const auto& ids = by_id_[kind.index()];
    auto found = ids.find(id);
    // Files are read in NFC; what is asked for may come from elsewhere.
    if (found == ids.end()) found = ids.find(composed(id));
    if (found == ids.end()) return std::nullopt;
    return found->second;
}

std::optional<RecordId> Graph::find(const RecordName& name) const {
    const auto kind = name.folder.empty() ? schema_->find_kind(name.kind) : std::nullopt;
    return kind ? find(*kind, name.id) : std::nullopt;
}

std::optional<RecordId> Graph::find(std::string_view name) const {
    const auto parsed = parse_record_name(name);
    return parsed ? find(*parsed) : std::nullopt;
}

std::span<const Edge> Graph::edges(RecordId record) const {
    const std::uint32_t begin = edge_starts_[record.index()];
    return {edges_.data() + begin, edge_starts_[record.index() + 1] - begin};
}

std::span<const Edge> Graph::edges(RecordId record, Field field) const {
    const auto all = edges(record);
    const auto range = std::ranges::equal_range(all, field, {}, &Edge::field);
    return {range.begin(), range.end()};
}

std::span<const Edge> Graph::references_to(RecordId record) const {
    const std::uint32_t begin = incoming_starts_[record.index()];
    return {incoming_.data() + begin, incoming_starts_[record.index() + 1] - begin};
}

FieldView Graph::written(RecordId record, const Edge& edge) const {
    const FileId file = records_[(edge.inverted ? edge.other : record).index()].file;
    return {values(file), edge.value, &value_sources_[file.index()]};
}

std::vector<FieldView> Graph::places(RecordId record, const Edge& edge) const {
    std::vector<FieldView> out = {written(record, edge)};
    if (edge.more == 0) return out;
    const FileId file = records_[(edge.inverted ? edge.other : record).index()].file;
    for (const std::uint32_t value : more_places_[edge.more - 1])
        out.emplace_back(values(file), value, &value_sources_[file.index()]);
    return out;
}

RecordView LinkedRecords::Iterator::operator*() const { return (*graph_)[at_->other]; }

LinkedRecords::Iterator& LinkedRecords::Iterator::operator++() {
    const RecordId last = at_->other;
    do ++at_;
    while (at_ != end_ && at_->other == last);  // the same record, written on both sides or in several items
    skip();
    return *this;
}

void LinkedRecords::Iterator::skip() {
    while (at_ != end_ && ((*graph_)[at_->other].retired() || (*graph_)[at_->other].unread())) ++at_;
}

std::size_t LinkedRecords::size() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const RecordView each : *this) ++count;
    return count;
}

RecordName RecordView::name() const { return {{}, kind_name(), id()}; }

std::string_view RecordView::title() const {
    const std::string_view title = (*this)[fields::title].text();
    return title.empty() ? id() : title;
}

FieldView RecordView::operator[](Field field) const {
    const auto place = graph_->place_of(id_, field);
    if (!place) return {};
    const ValueSources& sources = graph_->value_sources(data().file);
    return {sources.values, *place, &sources};
}

FieldView::Children RecordView::written() const {
    const Record& record = data();
    return {graph_->values(record.file), record.first, record.last, &graph_->value_sources(record.file)};
}

std::string_view RecordView::word(Field field) const {
    const FieldView view = (*this)[field];
    if (view) return view.word();
    for (const FieldSpec& spec : graph_->schema()[kind()].fields) {
        if (spec.field == field) return spec.shape->default_value;
    }
    return {};
}

DisciplineSet RecordView::disciplines(Field field) const { return (*this)[field].disciplines(); }

bool RecordView::links_to(Field field, RecordId other) const {
    return std::ranges::binary_search(graph_->edges(id_, field), other, {}, &Edge::other);
}

bool RecordView::lacks(Field field) const {
    if (!linked(field).empty() || has(field)) return false;
    const FieldSpec* spec = graph_->schema().spec(kind(), field);
    if (spec == nullptr) return true;
    const Shape* shape = spec->shape->item != nullptr ? spec->shape->item : spec->shape;
    if (shape->reference == nullptr || shape->reference->inverse.empty()) return true;
    for (const std::string_view name : shape->reference->kinds) {
        const auto other = graph_->schema().find_kind(name);
        if (other && graph_->may_be_unread(*other)) return false;
    }
    return true;
}

std::optional<RecordView> target_of(const Graph& graph, FieldView reference) {
    const RecordId target = reference.target();
    if (!target.known()) return std::nullopt;
    const RecordView view = graph[target];
    if (view.retired() || view.unread()) return std::nullopt;
    return view;
}

}  // namespace ims
