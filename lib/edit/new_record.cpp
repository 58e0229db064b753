#include "edit/new_record.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "edit/apply.h"
#include "edit/new_comments.h"
#include "edit/new_id.h"
#include "edit/new_values.h"
#include "link/graph_names.h"
#include "schema/asked_fields.h"
#include "yaml/neighbours.h"
#include "yaml/write.h"

namespace ims {
namespace {

// What every record of the kind has by `defaults` of ims.yaml is asked of none.
bool is_default(const Analysis& analysis, KindId kind, const FieldSpec& field) {
    const auto defaults = analysis.settings.defaults.find(kind);
    return defaults != analysis.settings.defaults.end() &&
           std::ranges::find(defaults->second, field.field, &Value::field) != defaults->second.end();
}

class Beginning {
public:
    Beginning(const Analysis& analysis, const NewRecordWish& wish)
        : analysis_(analysis),
          wish_(wish),
          kind_(analysis.schema[wish.kind]),
          comments_(analysis, wish.kind, linked(wish)) {
        out_.value.form = NewValue::Form::map;
    }

    Result<NewRecord> run() {
        for (const auto& [path, texts] : wish_.set) IMS_TRY(set_value(out_.value, kind_.fields, path, texts));
        IMS_TRY(link());
        const bool titled = has_value_at(out_.value, "title");
        add_id();
        if (!titled && find_through_maps(kind_.fields, "title") != nullptr) add_title();
        ask();
        arrange(out_.value, kind_.fields);
        comment(out_.value, kind_.fields, "", 0);
        return std::move(out_);
    }

private:
    static std::vector<RecordId> linked(const NewRecordWish& wish) {
        std::vector<RecordId> records;
        for (const NewLink& link : wish.links) records.push_back(link.other);
        return records;
    }

    Outcome link() {
        for (const NewLink& each : wish_.links) {
            if (each.at_other) continue;
            const RecordView other = analysis_.graph[each.other];
            IMS_TRY(add_value(out_.value, *each.field, reference_value(*each.field, other.kind_name(), other.id())));
        }
        return Nothing{};
    }

    // The id first, whatever its kind calls it.
    void add_id() {
        NewEntry id{std::string(kind_.name), {}};
        id.value.text = wish_.id;
        out_.value.entries.insert(out_.value.entries.begin(), std::move(id));
    }

    void add_title() {
        NewEntry* const title = entry_at(out_.value, "title");
        title->value = {};
        title->value.text = title_of_id(wish_.id);
        begun_.insert("title");
    }

    void ask() {
        for (const AskedField& each : asked_fields(kind_)) {
            const FieldSpec* const field = find_through_maps(kind_.fields, each.path);
            if (field == nullptr || has_value_at(out_.value, each.path) || is_default(analysis_, wish_.kind, *field))
                continue;
            NewEntry* const entry = entry_at(out_.value, each.path);
            if (entry == nullptr || !each.today) continue;
            entry->value = new_text(to_string(analysis_.facts.today()), ScalarType::date);
            begun_.insert(each.path);
        }
    }

    // What nobody set is told of: what it is for, and what may stand there.
    void comment(NewValue& map, std::span<const FieldSpec> fields, const std::string& before, std::size_t depth) {
        for (NewEntry& entry : map.entries) {
            const auto field = std::ranges::find(fields, entry.key, &FieldSpec::name);
            if (field == fields.end()) continue;
            const std::string path = before + entry.key;
            const bool empty = entry.value.form == NewValue::Form::nothing;
            if (empty) out_.to_fill.push_back(path);
            const bool begun = begun_.contains(path);
            if (begun) out_.to_check.push_back(path);
            if (empty || begun) comments_.comment(entry, *field, depth);
            if (entry.value.form == NewValue::Form::map && field->shape->named_map)
                comment(entry.value, field->shape->fields, path + ".", depth + 1);
        }
    }

    const Analysis& analysis_;
    const NewRecordWish& wish_;
    const KindSpec& kind_;
    NewComments comments_;
    NewRecord out_;
    std::set<std::string, std::less<>> begun_;  // what we said ourselves, for people to look at
};

// As the records of the kind beside it are written.
Neighbours neighbours_of(const NewPlace& place, std::string_view kind, const ParsedFile& none) {
    const ParsedFile& parsed = place.beside == nullptr ? none : *place.beside;
    std::vector<NodeId> roots;
    for (const YamlDocument& document : parsed.tree.documents) {
        if (!document.root.known() || parsed.tree[document.root].type != NodeType::map) continue;
        for (const YamlEntry entry : parsed.tree.entries(document.root)) {
            if (parsed.text(entry.key) == kind) roots.push_back(document.root);
        }
    }
    return {parsed.tree, parsed.bytes, std::move(roots)};
}

}  // namespace

std::vector<std::string> needed_of_people(const Analysis& analysis, KindId kind) {
    const KindSpec& spec = analysis.schema[kind];
    std::vector<std::string> out;
    for (AskedField& each : asked_fields(spec)) {
        const bool known = each.today || each.path == "title" ||
                           is_default(analysis, kind, *find_through_maps(spec.fields, each.path));
        if (each.required && !known) out.push_back(std::move(each.path));
    }
    return out;
}

Result<NewRecord> begin_record(const Analysis& analysis, const NewRecordWish& wish) {
    return Beginning(analysis, wish).run();
}

Result<NewFiles> write_record(const Analysis& analysis, const NewRecordWish& wish, const NewRecord& record,
                              const NewPlace& place) {
    const std::string_view kind = analysis.schema[wish.kind].name;
    const ParsedFile none;
    NewFiles out;
    IMS_TRY_ASSIGN(out.written, write_block_map(record.value, place.line_end, neighbours_of(place, kind, none)));
    Fix fix{"name the new record", Fix::Safety::safe, {}};
    for (const NewLink& link : wish.links) {
        if (!link.at_other) continue;
        Fix one = fix_that_links(analysis, link, kind, wish.id);
        std::ranges::move(one.operations, std::back_inserter(fix.operations));
    }
    std::vector<ChangedFile> changed;
    if (!fix.operations.empty()) {
        IMS_TRY_ASSIGN(changed, apply(analysis, fix));
    }
    out.files.push_back({place.path, out.written + std::string(place.line_end)});
    for (ChangedFile& each : changed) {
        const std::string& path = analysis.graph.files()[each.file.index()].path;
        // It may be the file that the record is added to.
        if (path != place.path) {
            out.files.push_back({path, std::move(each.bytes)});
            continue;
        }
        IMS_TRY_ASSIGN(out.files.front().bytes,
                       with_record(parse_file(std::move(each.bytes)), out.written, place.line_end));
        return out;
    }
    if (place.file != nullptr) {
        IMS_TRY_ASSIGN(out.files.front().bytes, with_record(*place.file, out.written, place.line_end));
    }
    return out;
}

namespace {

bool is_of(const Finding& finding, const KindSpec& kind, std::string_view id) {
    return finding.record.folder.empty() && finding.record.kind == kind.name && finding.record.id == id;
}

// What is broken: families of which nobody may have more because of a record that was added.
bool is_broken(const Finding& finding, const RuleBook& rules) {
    const std::string_view family = rules[finding.rule].family;
    return family == "yaml" || (finding.grade == Grade::error && (family == "records" || family == "references"));
}

// Of each that is broken, where it is and what is said of it.
std::multiset<std::string> broken_in(const Analysis& analysis, const KindSpec& kind, std::string_view but) {
    std::multiset<std::string> out;
    for (const Finding& finding : analysis.findings) {
        if (is_of(finding, kind, but) || !is_broken(finding, analysis.rules.book())) continue;
        out.insert(fmt::format("{}: {}", analysis.sources[finding.span.file].path,
                               for_editors(finding.message, analysis.graph)));
    }
    return out;
}

std::multiset<std::string> names_in(const Analysis& analysis) {
    std::multiset<std::string> out;
    for (const RecordId record : analysis.graph.all()) out.insert(analysis.graph[record].name().text());
    return out;
}

// The first of `after` that is not in `before`.
std::optional<std::string> first_new(const std::multiset<std::string>& before,
                                     const std::multiset<std::string>& after) {
    std::vector<std::string> more;
    std::ranges::set_difference(after, before, std::back_inserter(more));
    return more.empty() ? std::nullopt : std::optional(more.front());
}

}  // namespace

std::vector<const Finding*> errors_of(const Analysis& after, const NewRecordWish& wish) {
    std::vector<const Finding*> out;
    for (const Finding& finding : after.findings) {
        if (finding.grade == Grade::error && finding.rule != RuleId::missing_field &&
            is_of(finding, after.schema[wish.kind], wish.id))
            out.push_back(&finding);
    }
    return out;
}

Result<NewRecordSeen> look_at(const Analysis& before, const Analysis& after, const NewRecordWish& wish) {
    const KindSpec& kind = after.schema[wish.kind];
    const auto record = after.graph.find(wish.kind, wish.id);
    if (!record)
        return Error{
            "the record would not be read there: git or `ignore` of ims.yaml leaves the file out; say with "
            "--file where it is to stand"};
    if (after.graph[*record].unread()) return Error{"the record could not be read again as it would be written"};
    NewRecordSeen seen;
    seen.record = *record;
    const auto names = names_in(before);
    auto names_now = names_in(after);
    names_now.erase(after.graph[*record].name().text());
    if (names != names_now) return Error{"other records would be read otherwise; say with --file where it is to stand"};
    if (const auto broken = first_new(broken_in(before, kind, wish.id), broken_in(after, kind, wish.id)))
        return Error{fmt::format("something else would break: {}", *broken)};
    for (const Finding& finding : after.findings) {
        if (!is_of(finding, kind, wish.id)) continue;
        (finding.grade == Grade::error ? seen.unfilled : seen.open).push_back(&finding);
    }
    return seen;
}

}  // namespace ims
