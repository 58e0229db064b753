#include "check/written_values.h"

namespace ims {
namespace {

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
    const std::string_view key = value.key();
    return before + (before.empty() || key.empty() ? "" : ".") + std::string(key);
}

FieldNames names_of(const RecordView& record, const FieldView& value, const std::string& path, Arena& arena) {
    const Schema& schema = record.graph().schema();
    const FieldSpec* spec = schema.spec(record.kind(), value.field());
    const bool called = spec != nullptr && !spec->title.empty();
    return {arena.copy(path), called ? spec->title : schema.title(value.field())};
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
