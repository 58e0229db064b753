// What changed in records, field by field: before and after where that is short.
#include <algorithm>

#include "base/text.h"
#include "report/sections/field_values.h"
#include "report/table_of.h"
#include "report/views/difference_parts.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kLongest = 60;  // code points of a value

std::string_view change_in_words(ChangeSort sort) {
    switch (sort) {
        case ChangeSort::added: return "new";
        case ChangeSort::gone: return "gone";
        case ChangeSort::renamed: return "renamed";
        case ChangeSort::unread: return "not read any more";
        case ChangeSort::readable: return "read again";
        case ChangeSort::changed: break;
    }
    return "changed";
}

FieldView field_of(const RecordView& record, std::string_view key) {
    for (const FieldView each : record.written()) {
        if (!each.inherited() && each.key() == key) return each;
    }
    return {};
}

class RecordRow {
public:
    RecordRow(const DifferencePage& view, const RecordChange& change) : view_(view), change_(change) {
        const Graph& now = view.page.graph;
        const auto is = now.find(change.name);
        if (is && !now[*is].unread()) pair_.now = *is;
        if (view.then == nullptr) return;
        const auto was = view.then->graph.find(change.was.empty() ? change.name : change.was);
        if (was && !view.then->graph[*was].unread()) pair_.before = *was;
    }

    [[nodiscard]] const RecordChange& change() const { return change_; }
    [[nodiscard]] bool is_known() const { return pair_ != RecordPair(); }
    [[nodiscard]] Words called() const {
        if (change_.name == "ims") return view_.page.say("The settings");
        return is_known() ? capitalised(view_.called(pair_)) : raw(change_.name);
    }
    [[nodiscard]] Words kind() const { return is_known() ? view_.page.say("{}", in_words(side().kind())) : Words(); }

    // "Recovery: agreed 4 hours → 2 days; owner".
    [[nodiscard]] Words fields() const {
        std::vector<Words> out;
        for (const std::string& field : change_.fields) out.push_back(told(field));
        if (change_.sort == ChangeSort::renamed && !is_person()) {
            const std::string_view was = std::string_view(change_.was).substr(change_.was.find('/') + 1);
            out.insert(out.begin(), view_.page.say("was called {}", quoted(was)));
        }
        return listed(out, "; ");
    }

private:
    [[nodiscard]] RecordView side() const {
        return pair_.now.known() ? view_.page.graph[pair_.now] : view_.then->graph[pair_.before];
    }
    // What is known of people is not told to all who read a change.
    [[nodiscard]] bool is_person() const { return is_known() && side().is(kinds::person); }

    [[nodiscard]] Words told(const std::string& field) const {
        const Schema& schema = view_.page.graph.schema();
        const auto kind = is_known() ? std::optional(side().kind()) : schema.find_kind(change_.name);
        const FieldSpec* const spec = kind ? schema.find_field(*kind, field) : nullptr;
        const Words title = raw(spec == nullptr ? std::string_view(field) : spec->title);
        if (!pair_.now.known() || !pair_.before.known() || is_person()) return title;
        const FieldView was = field_of(view_.then->graph[pair_.before], field);
        const FieldView is = field_of(view_.page.graph[pair_.now], field);
        const Words values = compared(was, is);
        return values.empty() ? title : view_.page.say("{}: {}", title, values);
    }

    // Nothing where it would be too much, or would say the same twice.
    [[nodiscard]] Words compared(const FieldView& was, const FieldView& is) const {
        if (is_map(was) && is_map(is)) return compared_maps(was, is);
        if (!is_short(was) || !is_short(is) || names_people(view_.then, was) || names_people(&view_.page, is))
            return {};
        const std::string before = value(view_.then, pair_.before, was);
        const std::string after = value(&view_.page, pair_.now, is);
        if (before == after || count_code_points(before) > kLongest || count_code_points(after) > kLongest) return {};
        return view_.page.say("{} → {}", raw(before), raw(after));
    }

    [[nodiscard]] Words compared_maps(const FieldView& was, const FieldView& is) const {
        std::vector<Words> parts;
        const auto look = [&](const FieldView& one, const FieldView& other, bool each_once) {
            for (const FieldView entry : one.children()) {
                FieldView same;
                for (const FieldView each : other.children()) {
                    if (each.key() == entry.key()) same = each;
                }
                if (same && each_once) continue;
                const Words values = &one == &is ? compared(same, entry) : compared(entry, same);
                const std::string_view title = view_.page.graph.schema().title(entry.field());
                if (!values.empty())
                    parts.push_back(
                        view_.page.say("{} {}", raw(in_a_title(title.empty() ? entry.key() : title)), values));
            }
        };
        look(is, was, false);
        look(was, is, true);
        return listed(parts);
    }

    static bool is_map(const FieldView& value) { return value.is(ValueType::map); }
    static bool is_short(const FieldView& value) {
        if (!value || value.invalid()) return !value;
        if (is_map(value)) return false;
        for (const FieldView each : value.children()) {
            if (!each.children().empty()) return false;
        }
        return true;
    }

    // Told by their roles, one is not told from the other.
    static bool names_people(const Page* page, const FieldView& value) {
        const auto is_person = [&](const FieldView& each) {
            const RecordId target = each.is(ValueType::reference) ? each.target() : RecordId();
            // Named where no person may be it is one all the same.
            return target.known() ? page->graph[target].is(kinds::person)
                                  : page->graph.find(kinds::person, each.text()).has_value();
        };
        for (const FieldView each : value.children()) {
            if (is_person(each)) return true;
        }
        return is_person(value);
    }

    static std::string value(const Page* page, RecordId record, const FieldView& value) {
        if (!value) return page->say("not stated").plain();
        return value_words(*page, page->graph[record].kind(), value).plain();
    }

    const DifferencePage& view_;
    const RecordChange& change_;
    RecordPair pair_;
};

}  // namespace

Table records_table(const DifferencePage& view) {
    TableOf<RecordRow> table({.key = "records", .title = "Records"},
                             {{{"title", "Record"}, [](const RecordRow& row) { return TableCell(row.called()); }},
                              {{"kind", "Kind"}, [](const RecordRow& row) { return TableCell(row.kind()); }},
                              {{"change", "Change"},
                               [](const RecordRow& row) { return TableCell(raw(change_in_words(row.change().sort))); }},
                              {{"what", "What"}, [](const RecordRow& row) { return TableCell(row.fields()); }},
                              {{.key = "record", .title = "Name", .readers = Column::For::programs},
                               [](const RecordRow& row) { return TableCell(raw(row.change().name)); }},
                              {{.key = "was", .title = "Name before", .readers = Column::For::programs},
                               [](const RecordRow& row) { return TableCell(raw(row.change().was)); }},
                              {{.key = "fields", .title = "Fields", .readers = Column::For::programs},
                               [](const RecordRow& row) { return TableCell(Words(), row.change().fields); }}});
    for (const RecordChange& each : view.difference.changes.all()) table.add(RecordRow(view, each));
    return table.take();
}

}  // namespace ims
