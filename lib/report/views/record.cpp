#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
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
        Words words;
        if (field.is(ValueType::list)) {
            for (const FieldView& item : field.children()) words << (words.empty() ? "" : ", ") << value(item);
        } else {
            words << value(field);
        }
        if (field.inherited()) words << " (from `defaults` in ims.yaml)";
        table_.rows.push_back({TableCell(path), TableCell(std::move(words))});
    }

private:
    Words value(const FieldView& field) const {
        Words words;
        if (field.is(ValueType::reference) && field.target().known()) {
            Inline part = page_.full(field.target());
            part.text = field.text();
            return Words(std::move(part));
        }
        // One value has one word everywhere: that of the schema.
        if (field.is(ValueType::choice) && field.word() != field.text())
            return words << field.word() << fmt::format(" (written as {})", field.text());
        words << field.text();
        if (field.invalid()) words << " (not understood)";
        return words;
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
    const auto text = [](Field field) { return [field](const FieldView& clause) { return clause[field].text(); }; };
    TableOf<FieldView> table(
        {.key = "clauses", .title = "Clauses"},
        {{{"number", "Clause"}, text(own::clauses.number)},
         {{"title", "Title"}, text(own::clauses.title)},
         {{"asks", "What it asks for"}, text(own::clauses.asks)},
         {{"evidence", "Usual evidence"},
          [](const FieldView& clause) {
              std::vector<std::string> kinds;
              for (const FieldView kind : clause[own::clauses.evidence].children()) kinds.emplace_back(kind.text());
              return TableCell(join_names(kinds, Ticks::no, kinds.size()), kinds);
          }},
         {{"documented", "Keep"}, text(own::clauses.documented)},
         {{"check", "To be checked"}, text(own::clauses.check)},
         {{"harmonised", "Harmonised", {}, {}, Column::For::programs}, text(own::clauses.harmonised)},
         {{"theme", "Theme", {}, {}, Column::For::programs}, text(own::clauses.theme)}});
    table.add_all(record[own::clauses].children());
    page.add_filled(table.take());
}

// Which of its ratings counts, and why no lower one does.
void add_level(Page& page, const RecordView& record) {
    if (!record.is(kinds::risk)) return;
    const RiskFacts& risk = page.facts.risk(record.record());
    if (risk.type == RiskType::aspect) return;
    if (risk.unjudged && !risk.over_appetite())
        return page.say(Words() << "How high it stands cannot be judged: " << why_not_held(page, risk) << ".");
    Words words = "The level that counts: ";
    words << strong(level_words(risk, page.settings));
    switch (risk.basis) {
        case Basis::none: break;
        case Basis::inherent: words << ", before controls"; break;
        case Basis::current: words << ", today"; break;
        case Basis::residual: words << ", with its controls"; break;
    }
    if (risk.unjudged) words << "; whether it is no higher cannot be judged: " << why_not_held(page, risk);
    else if (risk.misses_aim()) words << "; what its treatment aims at is not reached: " << why_not_held(page, risk);
    page.say(words << ".");
}

enum class Direction { out, in };

// Each field and record once, though it may be named in several places of the field.
void add_edges(const Page& page, std::span<const Edge> edges, Direction direction, Table& table) {
    std::set<std::pair<Field, RecordId>> seen;
    for (const Edge& edge : edges) {
        if ((direction == Direction::out && edge.inverted) || !seen.emplace(edge.field, edge.other).second) continue;
        table.rows.push_back({TableCell(page.graph.schema().path(edge.field)), TableCell(page.full(edge.other)),
                              TableCell(page.graph[edge.other].title())});
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
    const std::string name = record.name();
    for (const Finding& finding : page.analysis.findings) {
        if (finding.record != name) continue;
        table.rows.push_back({TableCell(to_string(finding.grade)), TableCell(page.rules[finding.rule].name),
                              TableCell(finding.message)});
    }
    page.add_filled(std::move(table));
}

}  // namespace

Document view_record(const Analysis& analysis, RecordId id) {
    Page page({analysis, id}, "show", std::string(analysis.graph[id].title()), Page::Frame::none);
    const RecordView record = page.graph[id];
    page.heading(1, fmt::format("{}: {}", record.name(), record.title()));
    const Inline place = page.titled(id);
    page.say(place.path.empty() ? Words("This record is built in.")
                                : Words(page.placed(record.id_span(), fmt::format("{}:{}", place.path, place.line))));
    add_level(page, record);
    add_fields(page, record);
    add_clauses(page, record);
    add_references(page, record);
    add_findings(page, record);
    return page.finish();
}

}  // namespace ims
