#include "cli/record_to_change.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/names.h"
#include "edit/may_rename.h"
#include "engine/document_files.h"
#include "schema/fields.h"

namespace ims {
namespace {

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
    if (const auto unread = find_unread(analysis.graph, word))
        return RecordToChange{*unread, folder.refuse(*why_unreadable(analysis, *unread, word))};
    IMS_TRY_ASSIGN(const RecordId id, read_record(analysis.graph, word));
    if (const auto built_in = why_not_of_folder(analysis.graph[id], what)) return *built_in;
    const auto several = why_several(analysis, id, folder.shown_paths());
    if (!several) return RecordToChange{id, std::nullopt};
    return RecordToChange{id, folder.refuse(*several)};
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
