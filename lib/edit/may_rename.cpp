#include "edit/may_rename.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "base/words.h"
#include "edit/mentions.h"
#include "edit/rename.h"
#include "schema/fields.h"
#include "schema/valid_id.h"
#include "source/built_in.h"
#include "yaml/implied_type.h"

namespace ims {
namespace {

std::string place_of(const LineOfFile& where, const ShownPath& shown) {
    return fmt::format("{}:{}", shown(where.path), where.line);
}

// Where records of this name stand, those that could not be read among them.
std::vector<std::string> places_of(const Analysis& analysis, const RecordView& named, const ShownPath& shown) {
    std::vector<std::string> places;
    for (const RecordId each : analysis.graph.of_kind(named.kind())) {
        const RecordView record = analysis.graph[each];
        if (record.id() == named.id() && !record.built_in())
            places.push_back(place_of(line_of(analysis, record.id_span()), shown));
    }
    for (std::size_t index = 0; index < analysis.graph.files().size(); ++index) {
        const FileTroubles& troubles = analysis.graph.files()[index].read->troubles();
        for (std::size_t each = 0; each < troubles.unread.size(); ++each) {
            if (troubles.unread[each].kind != named.kind() || troubles.unread_ids[each] != named.id()) continue;
            Span span = troubles.unread[each].id_span();
            span.file = FileId::from(index);
            places.push_back(place_of(line_of(analysis, span), shown));
        }
    }
    return places;
}

}  // namespace

Result<std::string> read_id(std::string_view word) {
    std::string id = composed(word);
    if (id.empty()) return Error{"an id cannot be empty"};
    if (!is_valid_id(id)) {
        const std::string likely = likely_id(id);
        return Error{
            fmt::format("`{}` cannot be an id: an id begins with a letter or digit and goes on with letters, "
                        "digits, `.`, `_` and `-`{}",
                        visible(id), likely.empty() ? "" : fmt::format("; for example `{}`", likely))};
    }
    if (implied_type(id) == ImpliedType::null)
        return Error{fmt::format("`{}` cannot be an id: without quotes it says that there is nothing", id)};
    return id;
}

Error keeps_its_kind(const RecordView& record) {
    return Error{fmt::format("`{}` stays {}: a record keeps its kind; write the new id alone", record.name().text(),
                             with_article(in_words(record.kind_name())))};
}

std::optional<Error> why_unreadable(const Analysis& analysis, RecordId record, std::string_view word) {
    if (!analysis.graph[record].unread()) return std::nullopt;
    const LineOfFile where = line_of(analysis, analysis.graph[record].id_span());
    return Error{where.path, fmt::format(":{}", where.line),
                 fmt::format("`{}` stands in a document that cannot be read; mend it first: ims check", visible(word))};
}

std::optional<Error> why_not_of_folder(const RecordView& record, std::string_view what) {
    if (!record.built_in()) return std::nullopt;
    return Error{fmt::format("`{}` comes with ims and cannot be {}: it is no record of this folder",
                             record.name().text(), what)};
}

std::optional<Error> why_several(const Analysis& analysis, RecordId record, const ShownPath& shown) {
    const RecordView named = analysis.graph[record];
    const std::vector<std::string> places = places_of(analysis, named, shown);
    if (places.size() < 2) return std::nullopt;
    return Error{
        fmt::format("several records are `{}`, and nobody knows which one is meant: {}; give each its own id "
                    "first",
                    named.name().text(), join_names(places, Ticks::no))};
}

std::optional<Error> why_taken(const Analysis& analysis, RecordId record, std::string_view id) {
    const Graph& graph = analysis.graph;
    const RecordView renamed = graph[record];
    const std::string is = fmt::format("{}/{}", renamed.kind_name(), id);
    if (const auto there = graph.find(renamed.kind(), id); there && !graph[*there].built_in()) {
        const LineOfFile where = line_of(analysis, graph[*there].id_span());
        return Error{where.path, fmt::format(":{}", where.line),
                     fmt::format("`{0}` is there already; where it is to take over from `{1}`: "
                                 "ims retire {1} --for {2}",
                                 is, renamed.name().text(), id)};
    }
    const std::vector<std::string_view> standards = built_in_ids(analysis.sources);
    if (renamed.is(kinds::standard) && std::ranges::find(standards, id) != standards.end())
        return Error{fmt::format("`{}` is a standard that comes with ims; take another id", is)};
    return std::nullopt;
}

std::optional<Error> why_unread(const Analysis& analysis, std::string_view id, const ShownPath& shown) {
    const std::vector<Mention> mentions = mentions_in_unread(analysis, id);
    if (mentions.empty()) return std::nullopt;
    std::vector<std::string> places;
    for (const Mention& each : mentions) {
        std::string place = shown(each.path);
        if (each.line > 0) place += fmt::format(":{}", each.line);
        places.push_back(std::move(place));
    }
    return Error{fmt::format("what stands here cannot be read, and may name `{}`: {}; mend it first: ims check",
                             visible(id), join_names(places, Ticks::no))};
}

}  // namespace ims
