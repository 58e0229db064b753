#include "report/sections/register_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "link/own_fields.h"
#include "report/sections/field_values.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Keys by which every register tells something of its own; what a field of that name says is another thing.
bool is_taken(std::string_view key) {
    static constexpr std::array<std::string_view, 6> kOfRegisters = {"due",   "state",   "overdue",
                                                                     "found", "current", "residual"};
    return std::ranges::find(kOfRegisters, key) != kOfRegisters.end();
}

using OwnFieldsOf = std::map<RecordId, std::vector<OwnField>>;

void add_own_fields(std::span<const RecordView> records, TableOf<RecordView>& table) {
    const auto all = std::make_shared<OwnFieldsOf>();
    std::vector<std::string> paths;
    for (const RecordView& record : records) {
        std::vector<OwnField> fields = own_fields(record);
        for (const OwnField& field : fields) {
            if (std::ranges::find(paths, field.path) == paths.end()) paths.push_back(field.path);
        }
        if (!fields.empty()) all->emplace(record.record(), std::move(fields));
    }
    for (const std::string& path : paths) {
        table.add_column(
            {{.key = path, .title = fmt::format("Own field: {}", own_title(path)), .readers = Column::For::programs},
             [all, path](const RecordView& record) -> TableCell {
                 const auto found = all->find(record.record());
                 if (found == all->end()) return {};
                 const auto field = std::ranges::find(found->second, path, &OwnField::path);
                 if (field == found->second.end()) return {};
                 if (field->items.size() == 1) return raw(field->items.front());
                 std::vector<Words> lines;
                 for (const std::string& item : field->items) lines.push_back(raw(item));
                 return {in_lines(lines), field->items};
             }});
    }
}

}  // namespace

TableCell gravest_cell(const Page& page, RecordId record) {
    const auto gravest = page.analysis.judgement.gravest(record);
    if (!gravest) return {};
    return page.say("{}", page.analysis.judgement.findings()[*gravest].grade);
}

void add_field_columns(const Page& page, KindId kind, std::span<const RecordView> records, TableOf<RecordView>& table) {
    for (FieldPlace& each : field_places(page.graph.schema(), kind)) {
        std::string key = each.path;
        if (table.has(key)) {
            if (!is_taken(key)) continue;
            key = fmt::format("{}.{}", page.graph.schema()[kind].name, key);
        }
        const bool facet = each.path == "sites" || each.path == "location";
        Column column{.key = key,
                      .title = each.title,
                      .holds = holds_of(each),
                      .readers = Column::For::programs,
                      .is_facet = facet && reference_of(*each.spec) != nullptr};
        table.add_column({std::move(column), [&page, place = std::move(each)](const RecordView& record) {
                              return place_cell(page, record, place);
                          }});
    }
    if (page.cells == MadeCells::all) add_own_fields(records, table);
}

}  // namespace ims
