#include "cli/names.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/suggest.h"
#include "schema/fields.h"
#include "source/built_in.h"

namespace ims {
namespace {

// Adds a rule, or those of a family; false where there is neither.
bool add_rules(const RuleBook& book, std::string_view name, std::set<RuleId>& rules) {
    bool found = false;
    for (const RuleEntry& each : book.entries()) {
        if (each.name != name && each.family != name) continue;
        rules.insert(each.id);
        found = true;
    }
    return found;
}

Result<RecordId> readable(const Graph& graph, RecordId record) {
    if (!graph[record].unread()) return record;
    return Error{fmt::format("`{}` stands in a document that could not be read; `ims check` says why",
                             visible(graph[record].name().text()))};
}

Result<RecordId> read_bare_id(const Graph& graph, std::string_view id) {
    std::vector<RecordId> found;
    for (std::size_t index = 0; index < graph.schema().kinds().size(); ++index) {
        if (!graph.schema().kinds()[index].of_records()) continue;
        if (const auto record = graph.find(KindId::from(index), id)) found.push_back(*record);
    }
    if (found.size() == 1) return readable(graph, found.front());
    std::vector<std::string> names;
    for (const RecordId record : found) names.push_back(graph[record].name().text());
    if (!found.empty())
        return Error{fmt::format("several records have the id `{}`: {}; write the one that you mean", visible(id),
                                 join_names(names, Ticks::yes, names.size()))};
    std::vector<std::string_view> ids;
    for (const RecordId record : graph.all()) ids.push_back(graph[record].id());
    return Error{fmt::format("there is no record `{}`{}", visible(id), did_you_mean(id, ids))};
}

}  // namespace

Result<std::set<RuleId>> read_rules(const RuleBook& book, std::string_view option,
                                    const std::vector<std::string>& words) {
    const std::string before = option.empty() ? "" : fmt::format("{}: ", option);
    std::set<RuleId> rules;
    for (const std::string& word : words) {
        std::string_view rest = word;
        while (true) {
            const std::size_t comma = rest.find(',');
            const std::string_view name = trim(rest.substr(0, comma));
            if (!name.empty() && !add_rules(book, name, rules)) {
                return Error{fmt::format("{}there is no rule or family `{}`{}", before, visible(name),
                                         did_you_mean(name, book.names()))};
            }
            if (comma == std::string_view::npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    if (rules.empty() && !words.empty()) return Error{before + "which rules or families?"};
    return rules;
}

Result<KindId> read_kind(const Schema& schema, std::string_view word) {
    std::vector<std::string_view> names;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindSpec& kind = schema.kinds()[index];
        if (!kind.of_records()) continue;
        if (kind.name == word || kind.plural == word) return KindId::from(index);
        names.push_back(kind.name);
    }
    const std::string near = did_you_mean(word, names);
    return Error{fmt::format("there is no kind `{}`{}", visible(word),
                             near.empty() ? "; there are " + join_names(names, Ticks::yes, names.size()) : near)};
}

Result<RecordId> read_record(const Graph& graph, std::string_view word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) return read_bare_id(graph, word);
    IMS_TRY_ASSIGN(const KindId kind, read_kind(graph.schema(), word.substr(0, slash)));
    const std::string_view id = word.substr(slash + 1);
    if (const auto record = graph.find(kind, id)) return readable(graph, *record);
    std::vector<std::string_view> ids;
    for (const RecordId record : graph.of_kind(kind)) ids.push_back(graph[record].id());
    if (kind == kinds::standard) std::ranges::copy(built_in_ids(graph.sources()), std::back_inserter(ids));
    const std::string near = did_you_mean(id, ids);
    const std::string_view name = graph.schema()[kind].name;
    return Error{fmt::format("there is no {} `{}`{}", name, visible(id),
                             near.empty() ? fmt::format("; `ims list {}` shows those that there are", name) : near)};
}

}  // namespace ims
