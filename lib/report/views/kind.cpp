#include <fmt/format.h>

#include "base/text.h"
#include "report/views/views.h"
#include "schema/named_fields.h"

namespace ims {
namespace {

void add_fields(std::span<const FieldSpec> fields, const std::string& before, Table& table) {
    for (const FieldSpec& field : fields) {
        const std::string path = before + std::string(field.name);
        table.rows.push_back(
            {TableCell(code(path)), TableCell(needed(field), field.required), TableCell(raw(field.description))});
        if (const Shape* inner = map_within(field.shape)) add_fields(inner->fields, path + ".", table);
    }
}

}  // namespace

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

Table fields_table(std::span<const FieldSpec> fields, const std::string& before) {
    Table table{.key = "fields",
                .title = "Fields",
                .columns = {{"field", "Field"}, {"required", "Needed"}, {"meaning", "What it says"}}};
    add_fields(fields, before, table);
    return table;
}

Document view_kind(const KindSpec& kind, Date today) {
    Document document;
    document.report = "kind";
    document.title = kind.name;
    document.today = today;
    document.blocks.emplace_back(Heading{1, raw(kind.name), std::string(kind.name)});
    document.blocks.emplace_back(Paragraph{raw(kind.description)});
    document.blocks.emplace_back(fields_table(kind.fields));
    return document;
}

}  // namespace ims
