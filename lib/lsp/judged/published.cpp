#include "lsp/judged/published.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

#include <fmt/format.h>

#include "base/json_text.h"
#include "base/parallel.h"
#include "lsp/judged/diagnostics.h"
#include "lsp/judged/own_findings.h"
#include "lsp/protocol/uri.h"
#include "source/paths.h"

namespace ims {
namespace {

std::string uri_of(const std::string& path, const Documents& documents) {
    const auto open = documents.find(path);
    return open == documents.end() ? uri_of_path(path) : open->second->uri;
}

// Where a finding is shown: what stands in no file of the folder at the beginning of ims.yaml.
FileId shown_in(const JudgedState& judged, const Finding& finding) {
    const Graph& graph = judged.graph();
    return graph.sources().is_built_in(finding.span.file) ? graph.settings().file : finding.span.file;
}

// Writes the findings that are shown in one file, as it stands in the client now.
class FileWriter {
public:
    FileWriter(const JudgedState& judged, const Client& client, const Documents& documents, FileId file)
        : judged_(judged),
          file_(file),
          writer_(client, judged.graph(), judged.analysis->lines, judged.result.rules(),
                  [&judged, &documents](FileId of) { return uri_of(judged.path(of), documents); }) {
        const std::string_view then = judged.analysis->sources[file].bytes;
        const auto open = documents.find(judged.path(file));
        if (open == documents.end() || open->second->text == then) return;
        lines_ = open->second->lines();
        moved_.emplace(then, open->second->text);
    }

    void write(FindingId id, std::string& out) const {
        static const std::vector<std::uint32_t> kOneLine = {0};
        static const TextLines kNowhere({}, kOneLine);
        const Finding& finding = judged_.result.finding(id);
        const std::string news = judged_.comparison == nullptr ? std::string() : judged_.result.news(id);
        if (finding.span.file != file_) writer_.write(finding, news, &kNowhere, nullptr, out);
        else writer_.write(finding, news, lines_ ? &*lines_ : nullptr, moved_ ? &*moved_ : nullptr, out);
    }

    // Where a finding is shown.
    [[nodiscard]] ByteRange place(const Finding& finding) const {
        if (finding.span.file != file_) return {};
        const ByteRange then{finding.span.begin, finding.span.end};
        return moved_ ? (*moved_)(then) : then;
    }

private:
    const JudgedState& judged_;
    FileId file_;
    DiagnosticWriter writer_;
    std::optional<TextLines> lines_;
    std::optional<MovedText> moved_;
};

// The findings that are told, by the file that they are shown in; in the order of files but for those of ims.yaml.
std::vector<std::pair<FileId, std::vector<FindingId>>> by_file(const JudgedState& judged) {
    std::vector<std::pair<FileId, std::vector<FindingId>>> files;
    std::map<FileId, std::size_t> places;
    for (const FindingId id : judged.result.findings) {
        const FileId file = shown_in(judged, judged.result.finding(id));
        const auto [place, added] = places.try_emplace(file, files.size());
        if (added) files.push_back({file, {}});
        files[place->second].second.push_back(id);
    }
    return files;
}

std::vector<FindingId> in_file(const JudgedState& judged, FileId file) {
    std::vector<FindingId> found;
    for (const FindingId id : judged.result.findings) {
        if (shown_in(judged, judged.result.finding(id)) == file) found.push_back(id);
    }
    return found;
}

// The number behind a colon, which goes.
std::uint32_t number_in(std::string_view& place) {
    if (!place.starts_with(':')) return 0;
    place.remove_prefix(1);
    std::uint32_t number = 0;
    const auto end = std::from_chars(place.data(), place.data() + place.size(), number).ptr;
    place.remove_prefix(static_cast<std::size_t>(end - place.data()));
    return number == 0 ? 0 : number - 1;
}

}  // namespace

std::string FileDiagnostics::id() const { return fmt::format("{:x}", std::hash<std::string>()(items)); }

std::vector<FileDiagnostics> diagnostics_of(const JudgedState& judged, const Client& client, const Documents& documents,
                                            std::size_t jobs) {
    const auto files = by_file(judged);
    std::vector<FileDiagnostics> all(files.size());
    parallel_slices(Jobs(jobs), files.size(), [&](std::size_t index) {
        FileDiagnostics& made = all[index];
        made.path = judged.path(files[index].first);
        made.items = "[";
        const FileWriter writer(judged, client, documents, files[index].first);
        for (const FindingId id : files[index].second) writer.write(id, made.items);
        made.items += ']';
    });
    std::erase_if(all, [](const FileDiagnostics& each) { return each.items == "[]"; });
    std::ranges::sort(all, {}, &FileDiagnostics::path);
    return all;
}

FileDiagnostics diagnostics_of_file(const JudgedState& judged, const Client& client, const Documents& documents,
                                    const std::string& path) {
    FileDiagnostics made{path, "["};
    if (const auto file = judged.file(path)) {
        const FileWriter writer(judged, client, documents, *file);
        for (const FindingId id : in_file(judged, *file)) writer.write(id, made.items);
    }
    made.items += ']';
    return made;
}

FileDiagnostics diagnostics_at_once(const JudgedState& judged, const Client& client, const Documents& documents,
                                    const OpenDocument& document) {
    const std::string path = document.path.substr(judged.root.size() + (judged.root.ends_with('/') ? 0 : 1));
    const FileAmongOthers own(judged, path, document.text);
    const LineStarts lines(own.graph().sources());
    const DiagnosticWriter writer(client, own.graph(), lines, judged.result.rules(),
                                  [&](FileId) { return document.uri; });
    std::vector<std::pair<ByteRange, std::string>> items;
    for (const Finding& finding : own.findings()) {
        items.push_back({{finding.span.begin, finding.span.end}, {}});
        writer.write(finding, {}, nullptr, nullptr, items.back().second);
    }
    if (const auto file = judged.file(document.path)) {
        const FileWriter rest(judged, client, documents, *file);
        for (const FindingId id : in_file(judged, *file)) {
            const Finding& finding = judged.result.finding(id);
            if (is_own(judged.analysis->rules, finding.rule)) continue;
            items.push_back({rest.place(finding), {}});
            rest.write(id, items.back().second);
        }
    }
    // In the order in which they are told once the folder is judged, or they would be told twice.
    std::ranges::stable_sort(items, {}, [](const auto& item) { return item.first; });
    FileDiagnostics made{document.path, "["};
    for (const auto& [place, text] : items) {
        if (text.empty()) continue;  // left to another server
        if (!made.items.ends_with('[')) made.items += ',';
        made.items += text;
    }
    made.items += ']';
    return made;
}

FileDiagnostics diagnostics_of_trouble(const Error& trouble, const std::string& root) {
    const bool inside = trouble.path.starts_with(root + "/");
    std::string_view place = inside ? std::string_view(trouble.place) : std::string_view();
    const std::uint32_t line = number_in(place);
    const std::uint32_t character = number_in(place);
    const std::string reason = std::string(place) + (place.empty() ? "" : ": ") + trouble.reason;
    FileDiagnostics made{inside ? trouble.path : join_path(root, "ims.yaml"), {}};
    const TextPosition begin{line, character};
    const Json item = Json::object(
        {{"range", range_json({begin, {line, character + 1}})},
         {"severity", 1},
         {"source", "ims"},
         {"message", fmt::format("{}\nUntil this is mended nothing of the folder is checked; what is shown in other "
                                 "files was found before.",
                                 inside ? reason : trouble.message())}});
    made.items = to_text(Json::list({item}));
    return made;
}

void Published::tell(const std::string& uri, const std::string& path, std::string_view items,
                     const Documents& documents, Outbox& to) {
    std::string params = R"({"uri":)";
    append_json(params, uri);
    if (const auto open = documents.find(path); open != documents.end())
        params += fmt::format(R"(,"version":{})", open->second->version);
    params += R"(,"diagnostics":)";
    params += items;
    params += '}';
    to.notify_text("textDocument/publishDiagnostics", params);
}

// A client that spells it in another way than we do knows it by that alone.
void Published::show(Told& told, const FileDiagnostics& file, const Documents& documents, Outbox& to) {
    std::string uri = uri_of(file.path, documents);
    if (!told.uri.empty() && told.uri != uri) hide(told, file.path, documents, to);
    tell(uri, file.path, file.items, documents, to);
    told.uri = std::move(uri);
}

void Published::hide(Told& told, const std::string& path, const Documents& documents, Outbox& to) {
    if (!told.uri.empty()) tell(told.uri, path, "[]", documents, to);
    told.uri.clear();
}

bool Published::all(std::span<const FileDiagnostics> files, const OfFiles& held, const OfFiles& pushed,
                    const Documents& documents, Outbox& to) {
    const std::lock_guard lock(mutex_);
    bool otherwise = false;
    std::set<std::string_view> found;
    for (const FileDiagnostics& file : files) {
        found.insert(file.path);
        if (tell_one(file, pushed(file.path), documents, to)) otherwise = true;
    }
    std::vector<std::string> gone;
    for (const auto& [path, told] : told_) {
        if (!found.contains(path) && held(path)) gone.push_back(path);
    }
    for (const std::string& path : gone) tell_one({path, "[]"}, true, documents, to);
    return otherwise || !gone.empty();
}

bool Published::one(const FileDiagnostics& file, bool pushed, const Documents& documents, Outbox& to) {
    const std::lock_guard lock(mutex_);
    return tell_one(file, pushed, documents, to);
}

bool Published::tell_one(const FileDiagnostics& file, bool pushed, const Documents& documents, Outbox& to) {
    if (file.items == "[]") {
        const auto told = told_.find(file.path);
        if (told == told_.end()) return false;
        hide(told->second, file.path, documents, to);
        told_.erase(told);
        return true;
    }
    const std::size_t hash = std::hash<std::string>()(file.items);
    const auto [place, added] = told_.try_emplace(file.path);
    Told& told = place->second;
    const bool otherwise = added || told.hash != hash;
    told.hash = hash;
    if (!pushed) hide(told, file.path, documents, to);
    else if (otherwise || told.uri != uri_of(file.path, documents)) show(told, file, documents, to);
    return otherwise;
}

bool Published::none(const OfFiles& held, const Documents& documents, Outbox& to) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> gone;
    for (const auto& [path, told] : told_) {
        if (held(path)) gone.push_back(path);
    }
    for (const std::string& path : gone) tell_one({path, "[]"}, true, documents, to);
    return !gone.empty();
}

void Published::withdraw(const std::string& path, const Documents& documents, Outbox& to) {
    const std::lock_guard lock(mutex_);
    if (const auto told = told_.find(path); told != told_.end()) hide(told->second, path, documents, to);
}

void Published::withdraw_all(const Documents& documents, Outbox& to) {
    const std::lock_guard lock(mutex_);
    for (auto& [path, told] : told_) hide(told, path, documents, to);
}

}  // namespace ims
