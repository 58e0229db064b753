#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "report/page.h"
#include "report/views/record_columns.h"
#include "report/views/views.h"
#include "schema/fields.h"
#include "source/built_in.h"

namespace ims {
namespace {

void tell_unread(Page& page) {
    const std::size_t broken = page.graph.broken_files();
    if (broken == 0) return;
    page.note(
        "{0} {0:file|files} could not be read; what stands there is not listed. [[`ims check` says why.|Whoever "
        "keeps the files can say why.]]",
        broken);
}

void tell_built_in(Page& page) {
    const std::vector<std::string_view> ids = built_in_ids(page.graph.sources());
    if (ids.empty()) return;
    std::vector<TextArgument> names;
    for (const std::string_view id : ids) names.push_back(plain(id));
    page.paragraph("Built in, and read where something names them: {:all}.[[ `ims show standard/{}` shows one.]]",
                   names, plain(ids.back()));
}

struct SortBy {
    RecordColumn column;
    bool last_first = false;
};

Result<std::vector<SortBy>> read_sort(const Page& page, KindId kind, const std::vector<std::string>& names) {
    std::vector<SortBy> out;
    for (std::string_view name : names) {
        const bool last_first = name.starts_with('-');
        if (last_first) name.remove_prefix(1);
        Result<RecordColumn> column = record_column(page, kind, name);
        if (!column) return Error{fmt::format("--sort: {}", column.error().message())};
        out.push_back({std::move(*column), last_first});
    }
    return out;
}

// What is missing comes last, whichever way; what is equal stays in the order of the files.
void sort_records(std::vector<RecordId>& records, const std::vector<SortBy>& sort) {
    for (auto each = sort.rbegin(); each != sort.rend(); ++each) {
        std::vector<std::pair<SortKey, RecordId>> keyed;
        for (const RecordId record : records) keyed.emplace_back(each->column.key(record), record);
        std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
            if (a.first.missing || b.first.missing) return a.first.missing < b.first.missing;
            const auto of = [](const SortKey& key) { return std::tie(key.number, key.text); };
            return each->last_first ? of(b.first) < of(a.first) : of(a.first) < of(b.first);
        });
        for (std::size_t index = 0; index < keyed.size(); ++index) records[index] = keyed[index].second;
    }
}

}  // namespace

Document view_kinds(const Analysis& analysis) {
    Page page({analysis, {}, Audience::editors}, "list", Page::Frame::none, "Kinds of records");
    Table table{.key = "kinds",
                .title = "Kinds of records",
                .columns = {{"kind", "Kind"},
                            {.key = "records", .title = "Records", .align = Column::Align::right},
                            {"description", "What it is"}}};
    for (std::size_t index = 0; index < analysis.schema.kinds().size(); ++index) {
        const KindSpec& kind = analysis.schema.kinds()[index];
        if (!kind.of_records()) continue;
        std::size_t count = 0;
        for (const RecordId record : page.graph.of_kind(KindId::from(index)))
            count += page.graph[record].built_in() ? 0 : 1;
        table.rows.push_back({TableCell(raw(kind.name)), TableCell::number(count), TableCell(raw(kind.description))});
    }
    page.add(std::move(table));
    tell_unread(page);
    return page.finish();
}

Result<Document> view_records(const Analysis& analysis, KindId kind, const RecordsWish& wish) {
    Page page({analysis, {}, Audience::editors}, "list", Page::Frame::none, "{}",
              plain(capitalised(analysis.schema[kind].plural)));
    TableOf<RecordId> table({.key = "records", .title = capitalised(analysis.schema[kind].plural)}, {});
    const std::vector<std::string> usual = {"id", "title", "owner", "status", "file"};
    std::set<std::string> shown;
    for (const std::string& name : wish.columns.empty() ? usual : wish.columns) {
        if (!shown.insert(name).second) continue;
        Result<RecordColumn> column = record_column(page, kind, name);
        if (!column) return Error{fmt::format("--columns: {}", column.error().message())};
        table.add_column(std::move(column->shown));
        if (name == "file") table.add_column(line_column(page).shown);
    }
    IMS_TRY_ASSIGN(const std::vector<SortBy> sort, read_sort(page, kind, wish.sort));
    std::vector<RecordId> records;
    for (const RecordId id : page.graph.of_kind(kind)) {
        if (!page.graph[id].built_in()) records.push_back(id);
    }
    sort_records(records, sort);
    table.add_all(records);
    page.add(table.take());
    if (kind == kinds::standard) tell_built_in(page);
    tell_unread(page);
    return page.finish();
}

}  // namespace ims
