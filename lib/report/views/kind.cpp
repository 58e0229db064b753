#include <fmt/format.h>

#include "base/text.h"
#include "report/views/views.h"

namespace ims {
namespace {

// Down to what is written: through lists and free keys to the map in them, if there is one.
std::span<const FieldSpec> below(const Shape* shape) {
    while (shape != nullptr && !shape->named_map) shape = shape->item != nullptr ? shape->item : shape->entry;
    return shape == nullptr ? std::span<const FieldSpec>() : shape->fields;
}

std::string needed(const FieldSpec& field) {
    if (!field.required) return "";
    std::string when = field.unless.empty() ? "" : fmt::format("unless {} is there", field.unless);
    if (!field.with.empty())
        when += fmt::format("{}with {}", when.empty() ? "" : ", and ", join_names(field.with, Ticks::no, 12));
    return when.empty() ? "yes" : when;
}

void add_fields(std::span<const FieldSpec> fields, const std::string& before, Table& table) {
    for (const FieldSpec& field : fields) {
        const std::string path = before + std::string(field.name);
        table.rows.push_back(
            {TableCell(code(path)), TableCell(Words(needed(field)), field.required), TableCell(field.description)});
        add_fields(below(field.shape), path + ".", table);
    }
}

}  // namespace

Document view_kind(const KindSpec& kind, Date today) {
    Document document;
    document.report = "kind";
    document.title = kind.name;
    document.today = today;
    document.blocks.emplace_back(Heading{1, kind.name, std::string(kind.name)});
    document.blocks.emplace_back(Paragraph{kind.description});
    Table table{.key = "fields",
                .title = "Fields",
                .columns = {{"field", "Field"}, {"required", "Needed"}, {"meaning", "What it says"}}};
    add_fields(kind.fields, "", table);
    document.blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace ims
