#include "cli/record_to_change.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/names.h"
#include "edit/rename.h"
#include "engine/document_files.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::string place_of(const ChangeOfFolder& folder, const LineOfFile& where) {
    return fmt::format("{}:{}", folder.shown(where.path), where.line);
}

// Where records of this name stand, those that could not be read among them.
std::vector<std::string> places_of(const ChangeOfFolder& folder, KindId kind, std::string_view id) {
    const Analysis& analysis = folder.before();
    std::vector<std::string> places;
    for (const RecordId each : analysis.graph.of_kind(kind)) {
        const RecordView record = analysis.graph[each];
        if (record.id() == id && !record.built_in())
            places.push_back(place_of(folder, line_of(analysis, record.id_span())));
    }
    for (std::size_t index = 0; index < analysis.graph.files().size(); ++index) {
        const FileTroubles& troubles = analysis.graph.files()[index].read->troubles();
        for (std::size_t each = 0; each < troubles.unread.size(); ++each) {
            if (troubles.unread[each].kind != kind || troubles.unread_ids[each] != id) continue;
            Span span = troubles.unread[each].id_span();
            span.file = FileId::from(index);
            places.push_back(place_of(folder, line_of(analysis, span)));
        }
    }
    return places;
}

// The record, where `kind/id` names one that could not be read.
std::optional<RecordId> find_unread(const Graph& graph, std::string_view word) {
    const auto found = graph.find(word);
    return found && graph[*found].unread() ? found : std::nullopt;
}

}  // namespace

Outcome is_one_word(const Environment& environment, const WordsOfRecord& words) {
    if (words.path.empty() || environment.files->type(words.path) != EntryType::missing) return Nothing{};
    for (const KindSpec& kind : Schema::built_in().kinds()) {
        if (!kind.of_records() || (kind.name != words.first && kind.plural != words.first)) continue;
        return Error{fmt::format("`{} {}` are two words: write the record as one, `{}/{}`", words.first,
                                 visible(words.second), kind.name, visible(words.second))};
    }
    return Nothing{};
}

Result<RecordToChange> find_record_to_change(const ChangeOfFolder& folder, std::string_view word,
                                             std::string_view what) {
    const Analysis& analysis = folder.before();
    if (const auto unread = find_unread(analysis.graph, word)) {
        const LineOfFile where = line_of(analysis, analysis.graph[*unread].id_span());
        return RecordToChange{*unread, folder.refuse({where.path, fmt::format(":{}", where.line),
                                                      fmt::format("`{}` stands in a document that cannot be read; mend "
                                                                  "it first: ims check",
                                                                  visible(word))})};
    }
    IMS_TRY_ASSIGN(const RecordId id, read_record(analysis.graph, word));
    const RecordView record = analysis.graph[id];
    if (record.built_in()) {
        return Error{fmt::format("`{}` comes with ims and cannot be {}: it is no record of this folder",
                                 record.name().text(), what)};
    }
    const std::vector<std::string> places = places_of(folder, record.kind(), record.id());
    if (places.size() < 2) return RecordToChange{id, std::nullopt};
    return RecordToChange{
        id, folder.refuse(Error{fmt::format("several records are `{}`, and nobody knows which one is meant: {}; give "
                                            "each its own id first",
                                            record.name().text(), join_names(places, Ticks::no))})};
}

std::optional<Error> why_unread(const ChangeOfFolder& folder, std::string_view id) {
    const std::vector<Mention> mentions = mentions_in_unread(folder.before(), id);
    if (mentions.empty()) return std::nullopt;
    std::vector<std::string> places;
    for (const Mention& each : mentions) {
        std::string place = folder.shown(each.path);
        if (each.line > 0) place += fmt::format(":{}", each.line);
        places.push_back(std::move(place));
    }
    return Error{fmt::format("what stands here cannot be read, and may name `{}`: {}; mend it first: ims check",
                             visible(id), join_names(places, Ticks::no))};
}

std::vector<Mention> mentions_in_texts(const ChangeOfFolder& folder, std::string_view name) {
    const Analysis& analysis = folder.after();
    std::vector<Mention> mentions;
    std::set<std::string> read;
    const auto add = [&](std::string_view bytes, const std::string& path) {
        if (read.insert(path).second) std::ranges::move(mentions_in(bytes, name, path), std::back_inserter(mentions));
    };
    for (const FolderFile& file : analysis.graph.files()) {
        if (!file.built_in()) add(file.read->parsed->bytes, file.path);
    }
    DocumentFiles documents(folder.files(), analysis.root);
    for (const RecordId id : analysis.graph.of_kind(kinds::document)) {
        const auto file = documents.read(analysis.graph[id][fields::document::location].text());
        if (file && first_invalid_utf8(file->bytes) == std::string_view::npos) add(file->bytes, file->path);
    }
    return mentions;
}

void tell_mentions(const ChangeOfFolder& folder, const Environment& environment, const std::string& says,
                   const std::vector<Mention>& mentions) {
    if (mentions.empty()) return;
    environment.err->write(fmt::format("ims: {}:\n", says));
    for (const Mention& each : mentions) {
        environment.err->write(
            fmt::format("  {}:{}: {}\n", folder.shown(each.path), each.line, shorten(each.text, 80)));
    }
}

}  // namespace ims
