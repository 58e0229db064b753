#include "check/written_values.h"

namespace ims {
namespace {

using Look = std::function<void(const FieldView&, const KeyPath&)>;

void walk(const FieldView& value, const KeyPath* up, const Look& look) {
    const KeyPath path{up, value.key()};
    if (value.is(ValueType::map) || value.is(ValueType::list)) {
        for (const FieldView child : value.children()) walk(child, &path, look);
    } else {
        look(value, path);
    }
}

bool is_prose(const Shape* shape) {
    if (shape == nullptr) return false;
    switch (shape->scalar) {
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        case ScalarType::reference_or_text: return true;
        default: return is_prose(shape->item) || is_prose(shape->entry);
    }
}

}  // namespace

std::string KeyPath::text() const {
    const std::string before = up == nullptr ? std::string() : up->text();
    return before + (before.empty() || key.empty() ? "" : ".") + std::string(key);
}

FieldNames names_of(const RecordView& record, const FieldView& value, const std::string& path, Arena& arena) {
    const Schema& schema = record.graph().schema();
    const FieldSpec* spec = schema.spec(record.kind(), value.field());
    const bool called = spec != nullptr && !spec->title.empty();
    return {arena.copy(path), called ? spec->title : schema.title(value.field())};
}

void for_each_scalar(const RecordView& record, const Look& look) {
    for (const FieldView value : record.written()) walk(value, nullptr, look);
}

void for_each_scalar(const Graph& graph,
                     const std::function<void(const RecordView&, const FieldView&, const KeyPath&)>& look) {
    const auto look_at = [&](const RecordView& record) {
        for_each_scalar(record, [&](const FieldView& value, const KeyPath& path) {
            if (!value.inherited()) look(record, value, path);
        });
    };
    look_at(graph[graph.settings_record()]);
    for (const RecordId id : graph.all()) {
        if (!graph[id].retired()) look_at(graph[id]);
    }
}

bool takes_prose(const RecordView& record, const FieldView& value) {
    if (!value.is(ValueType::text)) return false;
    const FieldSpec* spec = record.graph().schema().spec(record.kind(), value.field());
    return spec != nullptr && is_prose(spec->shape);
}

Message told_holder(const RecordView& record, Reporter& report) {
    const bool settings = record.record() == record.graph().settings_record();
    return settings ? Message("[[`ims.yaml`|the settings]]") : report.say("{} {}", record.kind(), record);
}

}  // namespace ims
