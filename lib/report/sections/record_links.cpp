#include <algorithm>
#include <map>
#include <set>

#include "report/sections/cells.h"
#include "report/sections/field_values.h"
#include "report/sections/record_parts.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What people read of a link; a standard that comes with the program may be named by a thousand records.
constexpr std::size_t kMostLinks = 60;

Words some_of(const Page& page, std::vector<Words> links) {
    if (links.size() <= kMostLinks) return page.in_a_list(links);
    const std::size_t more = links.size() - kMostLinks;
    links.resize(kMostLinks);
    return page.say("{} and {} more", page.in_a_list(links), more);
}

class RecordLinks {
public:
    explicit RecordLinks(Page& page) : page_(page), record_(page.graph[page.subject]) {}

    void run() {
        add_named();
        add_naming();
    }

private:
    // A link of two sides is told by the field of this side, wherever it is written. What stands in maps is told there.
    void add_named() {
        Table table{
            .key = "links",
            .title = page_.say("What it is linked to").plain(),
            .columns = {{"as", page_.say("As").plain()},
                        {.key = "records", .title = page_.say("Records").plain(), .holds = Column::Holds::records}},
            .sortable = false};
        table.columns.insert(table.columns.begin(),
                             {.key = "field", .title = "Field", .readers = Column::For::programs});
        for (const FieldSpec& spec : page_.graph.schema()[record_.kind()].fields) {
            const ReferenceSpec* const reference = reference_of(spec);
            if (reference == nullptr || is_who(*reference) || spec.shape->scalar == ScalarType::yes_no) continue;
            Words words = reference_words(page_, record_, spec.field);
            if (words.empty()) continue;
            if (record_[spec.field].inherited())
                words =
                    page_.say("{} (as for all {})", words, raw(spoken(page_.graph.schema()[record_.kind()].plural)));
            table.rows.push_back({raw(spec.name), raw(spec.title), std::move(words)});
        }
        page_.add_titled(2, std::move(table));
    }

    // Whether a link is told by a field of this record already.
    [[nodiscard]] bool is_told(const Edge& edge) const {
        const Schema& schema = page_.graph.schema();
        const KindId other = page_.graph[edge.other].kind();
        const ReferenceSpec* const reference = schema.reference(other, edge.field);
        return reference != nullptr && !reference->inverse.empty() &&
               schema.find_field(record_.kind(), reference->inverse) != nullptr;
    }

    void add_naming() {
        const Schema& schema = page_.graph.schema();
        std::map<std::pair<KindId, Field>, std::vector<RecordId>> naming;
        for (const Edge& edge : page_.graph.references_to(record_.record())) {
            if (edge.other == page_.graph.settings_record() || edge.other == record_.record() || is_told(edge))
                continue;
            std::vector<RecordId>& others = naming[{page_.graph[edge.other].kind(), edge.field}];
            if (std::ranges::find(others, edge.other) == others.end()) others.push_back(edge.other);
        }
        Table table{
            .key = "named_by",
            .title = page_.say("Where it is named").plain(),
            .columns = {{.key = "field", .title = "Field", .readers = Column::For::programs},
                        {"kind", page_.say("By").plain()},
                        {"as", page_.say("As").plain()},
                        {.key = "records", .title = page_.say("Records").plain(), .holds = Column::Holds::records}},
            .sortable = false};
        for (const auto& [by, others] : naming) {
            const auto& [kind, field] = by;
            const std::string path = std::string(schema[kind].name) + "." + std::string(schema.path(field));
            table.rows.push_back({raw(path), raw(capitalised(spoken(schema[kind].plural))),
                                  raw(title_with_maps(schema, kind, field)), which(kind, others)});
        }
        page_.add_titled(2, std::move(table));
    }

    // Who people are is told nowhere but on their own pages.
    [[nodiscard]] Words which(KindId kind, const std::vector<RecordId>& others) const {
        if (kind == kinds::person && page_.audience() == Audience::readers)
            return page_.say("{0} {0:person|people}", others.size());
        std::vector<Words> links;
        for (const RecordId other : others) {
            const Words link = page_.called(other);
            links.push_back(page_.graph[other].retired() ? page_.say("{} (retired)", link) : link);
        }
        return some_of(page_, std::move(links));
    }

    Page& page_;
    RecordView record_;
};

}  // namespace

void add_record_links(Page& page) { RecordLinks(page).run(); }

}  // namespace ims
