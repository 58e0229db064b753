#include "cli/names.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
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

// Of any kind.
std::vector<RecordId> records_called(const Graph& graph, std::string_view id) {
    std::vector<RecordId> found;
    for (std::size_t index = 0; index < graph.schema().kinds().size(); ++index) {
        if (!graph.schema().kinds()[index].of_records()) continue;
        if (const auto record = graph.find(KindId::from(index), id)) found.push_back(*record);
    }
    return found;
}

std::string names_of(const Graph& graph, const std::vector<RecordId>& records) {
    std::vector<std::string> names;
    for (const RecordId record : records) names.push_back(graph[record].name().text());
    return join_names(names, Ticks::yes, names.size());
}

std::vector<std::string_view> ids_of(const Graph& graph, KindId kind) {
    std::vector<std::string_view> ids;
    for (const RecordId record : graph.of_kind(kind)) ids.push_back(graph[record].id());
    if (kind == kinds::standard) std::ranges::copy(built_in_ids(graph.sources()), std::back_inserter(ids));
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Error no_record_of(const Graph& graph, KindId kind, std::string_view id) {
    const KindSpec& spec = graph.schema()[kind];
    const std::string says = fmt::format("there is no {} `{}`", spec.name, visible(id));
    if (const std::vector<RecordId> others = records_called(graph, id); !others.empty())
        return Error{fmt::format("{}; there is {}", says, names_of(graph, others))};
    const std::vector<std::string_view> ids = ids_of(graph, kind);
    if (ids.empty()) return Error{fmt::format("{}; this folder has no {}", says, spec.plural)};
    return Error{says + nearest_or_all(id, ids, fmt::format("`ims list {}`", spec.name))};
}

Result<RecordId> read_bare_id(const Graph& graph, std::string_view id) {
    const std::vector<RecordId> found = records_called(graph, id);
    if (found.size() == 1) return readable(graph, found.front());
    if (!found.empty())
        return Error{fmt::format("several records have the id `{}`: {}; write the one that you mean", visible(id),
                                 names_of(graph, found))};
    for (const KindSpec& kind : graph.schema().kinds()) {
        if (kind.of_records() && (kind.name == id || kind.plural == id))
            return Error{fmt::format("`{}` is a kind of record, not a record; `ims list {}` shows those that there are",
                                     id, kind.name)};
    }
    std::vector<std::string_view> ids;
    for (const RecordId record : graph.all()) ids.push_back(graph[record].id());
    const std::string near = did_you_mean(id, ids);
    return Error{
        fmt::format("there is no record `{}`{}", visible(id),
                    near.empty() ? "; `ims list` shows which kinds there are, `ims list KIND` their records" : near)};
}

// Why a rule or a family that is not there may have been meant otherwise.
std::string nearest_rule(const RuleBook& book, std::string_view name) {
    std::string near = did_you_mean(name, book.names());
    if (!near.empty()) return near;
    std::vector<std::string_view> families;
    for (const RuleFamily& family : book.families()) families.push_back(family.name);
    return fmt::format("; the families are {}, and `ims rules` shows the rules",
                       join_names(families, Ticks::yes, families.size()));
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
                                         nearest_rule(book, name))};
            }
            if (comma == std::string_view::npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    if (rules.empty() && !words.empty()) return Error{before + "which rules or families?"};
    return rules;
}

Result<KindId> read_kind(const Schema& schema, std::string_view word, const std::vector<std::string_view>& others) {
    std::vector<std::string_view> names = others;
    std::vector<std::string_view> plurals;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindSpec& kind = schema.kinds()[index];
        if (!kind.of_records()) continue;
        if (kind.name == word || kind.plural == word) return KindId::from(index);
        names.push_back(kind.name);
        plurals.push_back(kind.plural);
    }
    const std::string says = fmt::format("there is no kind `{}`", visible(word));
    const std::string near = did_you_mean(word, names);
    if (!near.empty()) return Error{says + near};
    const std::string near_plural = did_you_mean(word, plurals);
    return Error{says + (near_plural.empty() ? nearest_or_all(word, names) : near_plural)};
}

Result<RecordId> read_record(const Graph& graph, std::string_view word) {
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) return read_bare_id(graph, word);
    IMS_TRY_ASSIGN(const KindId kind, read_kind(graph.schema(), word.substr(0, slash)));
    const std::string_view id = word.substr(slash + 1);
    if (const auto record = graph.find(kind, id)) return readable(graph, *record);
    return no_record_of(graph, kind, id);
}

Result<RecordId> read_record_of(const Graph& graph, KindId kind, std::string_view word) {
    const std::string_view name = graph.schema()[kind].name;
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos || word.substr(0, slash) == name) {
        const std::string_view id = slash == std::string_view::npos ? word : word.substr(slash + 1);
        if (const auto record = graph.find(kind, id)) return readable(graph, *record);
        return no_record_of(graph, kind, id);
    }
    IMS_TRY_ASSIGN(const RecordId other, read_record(graph, word));
    return Error{fmt::format("`{}` is {}, and what is asked for is {}", graph[other].name().text(),
                             with_article(in_words(graph[other].kind_name())), with_article(in_words(name)))};
}

Result<Discipline> read_discipline(const Settings& settings, std::string_view option, std::string_view name) {
    if (const auto discipline = settings.find(name)) return *discipline;
    std::vector<std::string_view> names;
    for (const DisciplineInForce& each : settings.disciplines) names.push_back(each.name);
    if (names.empty())
        return Error{fmt::format("{}: no discipline is in force here; `disciplines` in ims.yaml names them", option)};
    return Error{fmt::format("{}: `{}` is not in force here{}", option, visible(name), nearest_or_all(name, names))};
}

}  // namespace ims
