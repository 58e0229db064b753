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

Words needed(const FieldSpec& field) {
    if (!field.required) return {};
    Arena arena;
    std::vector<TextArgument> with;
    for (const std::string_view each : field.with) with.push_back(plain(each));
    const Message says = field.unless.empty() && with.empty() ? Message("yes")
                         : with.empty() ? make_message(arena, "unless {} is there", plain(field.unless))
                         : field.unless.empty()
                             ? make_message(arena, "with {:12}", with)
                             : make_message(arena, "unless {} is there, and with {:12}", plain(field.unless), with);
    return raw(for_editors(says));
}

void add_fields(std::span<const FieldSpec> fields, const std::string& before, Table& table) {
    for (const FieldSpec& field : fields) {
        const std::string path = before + std::string(field.name);
        table.rows.push_back(
            {TableCell(code(path)), TableCell(needed(field), field.required), TableCell(raw(field.description))});
        add_fields(below(field.shape), path + ".", table);
    }
}

}  // namespace

Document view_kind(const KindSpec& kind, Date today) {
    Document document;
    document.report = "kind";
    document.title = kind.name;
    document.today = today;
    document.blocks.emplace_back(Heading{1, raw(kind.name), std::string(kind.name)});
    document.blocks.emplace_back(Paragraph{raw(kind.description)});
    Table table{.key = "fields",
                .title = "Fields",
                .columns = {{"field", "Field"}, {"required", "Needed"}, {"meaning", "What it says"}}};
    add_fields(kind.fields, "", table);
    document.blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace ims
