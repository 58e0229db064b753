#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "link/graph_names.h"
#include "report/page.h"
#include "report/sections/risk_level.h"
#include "report/table_of.h"
#include "report/views/views.h"
#include "schema/fields.h"

namespace ims {
namespace {

// All that is written in a record, a line for each value that stands alone or in a plain list.
class FieldRows {
public:
    FieldRows(const Page& page, Table& table) : page_(page), table_(table) {}

    void add(const std::string& path, const FieldView& field) {
        bool plain = true;
        for (const FieldView& each : field.children()) plain = plain && each.children().empty();
        if (field.is(ValueType::map) || (field.is(ValueType::list) && !plain)) {
            std::size_t number = 0;
            for (const FieldView& child : field.children()) {
                ++number;
                const bool item = field.is(ValueType::list);
                add(item ? fmt::format("{}[{}]", path, number) : fmt::format("{}.{}", path, child.key()), child);
            }
            return;
        }
        std::vector<Words> values;
        if (field.is(ValueType::list)) {
            for (const FieldView& item : field.children()) values.push_back(value(item));
        } else {
            values.push_back(value(field));
        }
        const Words words = listed(values);
        table_.rows.push_back({TableCell(raw(path)), field.inherited() ? inherited(words) : TableCell(words)});
    }

private:
    // The backticks have always been shown here as they are.
    static TableCell inherited(const Words& words) {
        Words all = words;
        all.add(raw(" (from `defaults` in ims.yaml)"));
        return all;
    }

    Words value(const FieldView& field) const {
        if (field.is(ValueType::reference) && field.target().known()) {
            Inline part = page_.full(field.target());
            part.text = field.text();
            return Words(std::move(part));
        }
        // One value has one word everywhere: that of the schema.
        if (field.is(ValueType::choice) && field.word() != field.text())
            return page_.say("{} (written as {})", plain(field.word()), plain(field.text()));
        return field.invalid() ? page_.say("{} (not understood)", raw(field.text())) : raw(field.text());
    }

    const Page& page_;
    Table& table_;
};

void add_fields(Page& page, const RecordView& record) {
    Table table{.key = "fields", .title = "Fields", .columns = {{"field", "Field"}, {"value", "Value"}}};
    FieldRows rows(page, table);
    for (const FieldView& field : record.written()) {
        const bool clauses = record.is(kinds::standard) && field.field() == fields::standard::clauses;
        if (!clauses) rows.add(std::string(field.key()), field);
    }
    page.add_filled(std::move(table));
}

// A catalogue has too many values for a line each.
void add_clauses(Page& page, const RecordView& record) {
    if (!record.is(kinds::standard)) return;
    namespace own = fields::standard;
    const auto text = [](Field field) {
        return [field](const FieldView& clause) { return raw(clause[field].text()); };
    };
    TableOf<FieldView> table(
        {.key = "clauses", .title = "Clauses"},
        {{{"number", "Clause"}, text(own::clauses.number)},
         {{"title", "Title"}, text(own::clauses.title)},
         {{"asks", "What it asks for"}, text(own::clauses.asks)},
         {{"evidence", "Usual evidence"},
          [](const FieldView& clause) {
              std::vector<std::string> kinds;
              for (const FieldView kind : clause[own::clauses.evidence].children()) kinds.emplace_back(kind.text());
              return TableCell(raw(join_names(kinds, Ticks::no, kinds.size())), kinds);
          }},
         {{"documented", "Keep"}, text(own::clauses.documented)},
         {{"check", "To be checked"}, text(own::clauses.check)},
         {{"harmonised", "Harmonised", {}, {}, Column::For::programs}, text(own::clauses.harmonised)},
         {{"theme", "Theme", {}, {}, Column::For::programs}, text(own::clauses.theme)}});
    table.add_all(record[own::clauses].children());
    page.add_filled(table.take());
}

enum class Direction { out, in };

// Each field and record once, though it may be named in several places of the field.
void add_edges(const Page& page, std::span<const Edge> edges, Direction direction, Table& table) {
    std::set<std::pair<Field, RecordId>> seen;
    for (const Edge& edge : edges) {
        if ((direction == Direction::out && edge.inverted) || !seen.emplace(edge.field, edge.other).second) continue;
        table.rows.push_back({TableCell(raw(page.graph.schema().path(edge.field))), TableCell(page.full(edge.other)),
                              TableCell(raw(page.graph[edge.other].title()))});
    }
}

void add_references(Page& page, const RecordView& record) {
    const auto columns = [](const char* field, const char* other) {
        return std::vector<Column>{
            {"field", field}, {.key = "record", .title = other, .holds = Column::Holds::record}, {"title", "Title"}};
    };
    Table names{.key = "names", .title = "What it names", .columns = columns("Names as", "Record")};
    add_edges(page, page.graph.edges(record.record()), Direction::out, names);
    page.add_filled(std::move(names));
    Table named{.key = "named_by", .title = "What names it", .columns = columns("Named as", "By")};
    add_edges(page, page.graph.references_to(record.record()), Direction::in, named);
    page.add_filled(std::move(named));
}

void add_findings(Page& page, const RecordView& record) {
    Table table{.key = "findings",
                .title = "Findings",
                .columns = {{"grade", "Grade"}, {"rule", "Rule"}, {"message", "What was found"}}};
    const RecordName name = record.name();
    for (const Finding& finding : page.analysis.findings) {
        if (finding.record != name) continue;
        table.rows.push_back({TableCell(raw(to_string(finding.grade))), TableCell(raw(page.rules[finding.rule].name)),
                              TableCell(raw(for_editors(finding.message, page.graph)))});
    }
    page.add_filled(std::move(table));
}

}  // namespace

Document view_record(const Analysis& analysis, RecordId id) {
    Page page({analysis, id, Audience::editors}, "show", Page::Frame::none, "{}", plain(analysis.graph[id].title()));
    const RecordView record = page.graph[id];
    page.heading(1, "{}: {}", bare(id), plain(record.title()));
    const Inline place = page.titled(id);
    page.paragraph(place.path.empty()
                       ? page.say("This record is built in.")
                       : Words(page.placed(record.id_span(), fmt::format("{}:{}", place.path, place.line))));
    add_risk_level(page, record);
    add_fields(page, record);
    add_clauses(page, record);
    add_references(page, record);
    add_findings(page, record);
    return page.finish();
}

}  // namespace ims
