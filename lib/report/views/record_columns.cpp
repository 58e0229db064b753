#include "report/views/record_columns.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "report/views/field_column.h"
#include "schema/fields.h"
#include "schema/named_fields.h"

namespace ims {
namespace {

constexpr std::string_view kAlways[] = {"id", "kind", "file", "gaps", "disciplines"};

Message status_in_words(const RecordView& record) {
    switch (record.status()) {
        case Status::active: return "active";
        case Status::draft: return "draft";
        case Status::retired: break;
    }
    return "retired";
}

// Findings that are told of each record, by grade.
using Gaps = std::map<RecordName, std::map<Grade, std::size_t, std::greater<>>>;

std::string gap_words(const Gaps& gaps, const RecordName& record) {
    const auto found = gaps.find(record);
    std::string text;
    if (found == gaps.end()) return text;
    for (const auto& [grade, count] : found->second)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, to_string(grade));
    return text;
}

RecordColumn gap_column(const Page& page) {
    Gaps gaps;
    for (const Finding& finding : page.analysis.findings) {
        if (finding.record.known()) ++gaps[finding.record][finding.grade];
    }
    const auto all = std::make_shared<const Gaps>(std::move(gaps));
    return {
        {{"gaps", "Gaps"},
         [&page, all](const RecordId& record) { return TableCell(raw(gap_words(*all, page.graph[record].name()))); }},
        [&page, all](RecordId record) {
            const auto found = all->find(page.graph[record].name());
            if (found == all->end()) return SortKey{};
            // The gravest first, then how many of it there are.
            constexpr double kMore = 1e6;
            const auto& [grade, count] = *found->second.begin();
            return by_number(static_cast<double>(grade) * kMore + static_cast<double>(count));
        }};
}

RecordColumn discipline_column(const Page& page) {
    return {{{"disciplines", "Disciplines"},
             [&page](const RecordId& record) {
                 const std::vector<std::string> names = page.settings.names(page.facts.disciplines(record));
                 return TableCell(raw(fmt::format("{}", fmt::join(names, ", "))), names);
             }},
            [&page](RecordId record) {
                const std::vector<std::string> names = page.settings.names(page.facts.disciplines(record));
                return by_text(fmt::format("{}", fmt::join(names, ", ")));
            }};
}

RecordColumn id_column(const Page& page) {
    return {{{.key = "record", .title = "Id", .holds = Column::Holds::record},
             [&page](const RecordId& record) { return TableCell(page.named(record)); }},
            [&page](RecordId record) { return by_text(page.graph[record].id()); }};
}

RecordColumn title_column(const Page& page) {
    return {
        {{"title", "Title"}, [&page](const RecordId& record) { return TableCell(raw(page.graph[record].title())); }},
        [&page](RecordId record) { return by_text(page.graph[record].title()); }};
}

RecordColumn owner_column(const Page& page) {
    return {{{.key = "owner", .title = "Owner", .holds = Column::Holds::record},
             [&page](const RecordId& record) {
                 const FieldView written = page.graph[record][fields::owner];
                 const auto owner = target_of(page.graph, written);
                 return owner ? TableCell(page.named(owner->record())) : TableCell(raw(written.text()));
             }},
            [&page](RecordId record) { return by_text(page.graph[record][fields::owner].text()); }};
}

RecordColumn status_column(const Page& page) {
    return {{{"status", "Status"},
             [&page](const RecordId& record) { return TableCell(page.say(status_in_words(page.graph[record]))); }},
            [&page](RecordId record) { return by_number(static_cast<double>(page.graph[record].status())); }};
}

RecordColumn kind_column(const Page& page) {
    return {
        {{"kind", "Kind"}, [&page](const RecordId& record) { return TableCell(raw(page.graph[record].kind_name())); }},
        [&page](RecordId record) { return by_text(page.graph[record].kind_name()); }};
}

RecordColumn file_column(const Page& page) {
    return {{{"path", "Where"},
             [&page](const RecordId& record) {
                 const Inline named = page.named(record);
                 return TableCell(raw(fmt::format("{}:{}", named.path, named.line)), named.path);
             }},
            [&page](RecordId record) {
                const Inline named = page.named(record);
                return SortKey{false, 0, fmt::format("{}:{:010}", named.path, named.line)};
            }};
}

}  // namespace

RecordColumn line_column(const Page& page) {
    return {{{.key = "line", .title = "Line", .readers = Column::For::programs},
             [&page](const RecordId& record) { return TableCell::number(page.named(record).line); }},
            [&page](RecordId record) { return by_number(page.named(record).line); }};
}

Result<RecordColumn> record_column(const Page& page, KindId kind, std::string_view name) {
    const KindSpec& spec = page.graph.schema()[kind];
    if (name == "id" || name == spec.name) return id_column(page);
    if (name == "title") return title_column(page);
    if (name == "owner") return owner_column(page);
    if (name == "status") return status_column(page);
    if (name == "kind") return kind_column(page);
    if (name == "file") return file_column(page);
    if (name == "gaps") return gap_column(page);
    if (name == "disciplines") return discipline_column(page);
    std::vector<std::string> names(std::begin(kAlways), std::end(kAlways));
    for (const NamedField& each : all_fields(page.graph.schema())) {
        if (each.kind != kind) continue;
        const std::string path = each.path.substr(spec.name.size() + 1);
        if (path == name) return field_column(page, kind, *each.spec, name);
        names.push_back(path);
    }
    const auto near = nearest(name, std::vector<std::string_view>(names.begin(), names.end()));
    return Error{fmt::format("`{}` has no field `{}`; {}", spec.name, visible(name),
                             near ? did_you_mean(*near) : fmt::format("`ims explain {}` shows its fields", spec.name))};
}

}  // namespace ims
