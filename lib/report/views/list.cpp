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
    page.note(fmt::format("{} could not be read; what stands there is not listed. `ims check` says why.",
                          counted(broken, "file")));
}

void tell_built_in(Page& page) {
    const std::vector<std::string_view> ids = built_in_ids(page.graph.sources());
    if (ids.empty()) return;
    page.say(Words() << fmt::format("Built in, and read where something names them: {}. ",
                                    join_names(ids, Ticks::no, ids.size()))
                     << code(fmt::format("ims show standard/{}", ids.back())) << " shows one.");
}

std::string_view status_of(const RecordView& record) {
    switch (record.status()) {
        case Status::active: return "active";
        case Status::draft: return "draft";
        case Status::retired: break;
    }
    return "retired";
}

}  // namespace

Document view_kinds(const Analysis& analysis) {
    Page page({analysis, {}}, "list", "Kinds of records", Page::Frame::none);
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
        table.rows.push_back({TableCell(kind.name), TableCell::number(count), TableCell(kind.description)});
    }
    page.add(std::move(table));
    tell_unread(page);
    return page.finish();
}

Document view_records(const Analysis& analysis, KindId kind) {
    Page page({analysis, {}}, "list", capitalised(analysis.schema[kind].plural), Page::Frame::none);
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
        table.rows.push_back({TableCell(named), TableCell(record.title()),
                              owner ? TableCell(page.named(owner->record())) : TableCell(record[fields::owner].text()),
                              TableCell(status_of(record)),
                              TableCell(Words(fmt::format("{}:{}", named.path, named.line)), named.path),
                              TableCell::number(named.line)});
    }
    page.add(std::move(table));
    if (kind == kinds::standard) tell_built_in(page);
    tell_unread(page);
    return page.finish();
}

}  // namespace ims
