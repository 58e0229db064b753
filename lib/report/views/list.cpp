#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "report/page.h"
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

Message status_of(const RecordView& record) {
    switch (record.status()) {
        case Status::active: return "active";
        case Status::draft: return "draft";
        case Status::retired: break;
    }
    return "retired";
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

Document view_records(const Analysis& analysis, KindId kind) {
    Page page({analysis, {}, Audience::editors}, "list", Page::Frame::none, "{}",
              plain(capitalised(analysis.schema[kind].plural)));
    Table table{.key = "records",
                .title = capitalised(analysis.schema[kind].plural),
                .columns = {{.key = "record", .title = "Id", .holds = Column::Holds::record},
                            {"title", "Title"},
                            {.key = "owner", .title = "Owner", .holds = Column::Holds::record},
                            {"status", "Status"},
                            {"path", "Where"},
                            {.key = "line", .title = "Line", .readers = Column::For::programs}}};
    for (const RecordId id : page.graph.of_kind(kind)) {
        const RecordView record = page.graph[id];
        if (record.built_in()) continue;
        const auto owner = target_of(page.graph, record[fields::owner]);
        const Inline named = page.named(id);
        table.rows.push_back(
            {TableCell(named), TableCell(raw(record.title())),
             owner ? TableCell(page.named(owner->record())) : TableCell(raw(record[fields::owner].text())),
             TableCell(page.say(status_of(record))),
             TableCell(raw(fmt::format("{}:{}", named.path, named.line)), named.path), TableCell::number(named.line)});
    }
    page.add(std::move(table));
    if (kind == kinds::standard) tell_built_in(page);
    tell_unread(page);
    return page.finish();
}

}  // namespace ims
