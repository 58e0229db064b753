#include "edit/new_place.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "source/paths.h"

namespace ims {
namespace {

const ParsedFile& parsed_of(const Analysis& analysis, FileId file) {
    return *analysis.graph.files()[file.index()].read->parsed;
}

// That of most lines.
std::string_view line_end_of(std::string_view bytes) {
    const auto lines = std::ranges::count(bytes, '\n');
    std::size_t windows = 0;
    for (std::size_t at = bytes.find("\r\n"); at != std::string_view::npos; at = bytes.find("\r\n", at + 2)) ++windows;
    return windows * 2 > static_cast<std::size_t>(lines) ? "\r\n" : "\n";
}

std::string_view without_ending(std::string_view name) { return name.substr(0, name.rfind('.')); }

// Whether more records belong into the file: it holds several documents, or is called like all records of the kind.
bool is_register(const Analysis& analysis, const RecordView& record) {
    const FolderFile& file = analysis.graph.files()[record.file().index()];
    const std::string_view name = without_ending(name_of(file.path));
    const KindSpec& kind = analysis.schema[record.kind()];
    if (file.read->parsed->tree.documents.size() > 1) return true;
    return name != record.id() && (name == kind.plural || name == kind.name);
}

struct Habit {
    std::size_t records = 0;
    FileId file;  // the first such
};

// A name of a file that every file system takes: that of the id where it is plain.
std::string file_name(std::string_view id) {
    std::string name(id);
    for (char& c : name) {
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '-';
    }
    return name + ".yaml";
}

Error is_broken(std::string_view path) {
    return Error{std::string(path),
                 "this file could not be read in full; mend it first, `ims check` says how, or name "
                 "another one with --file"};
}

Result<NewPlace> at_end_of(const Analysis& analysis, FileId file) {
    const ParsedFile& parsed = parsed_of(analysis, file);
    const std::string& path = analysis.graph.files()[file.index()].path;
    const auto broken = [](const YamlDocument& document) { return document.broken; };
    if (!parsed.tree.problems.empty() || std::ranges::any_of(parsed.tree.documents, broken)) return is_broken(path);
    for (const YamlDocument& document : parsed.tree.documents) {
        if (document.root.known() && parsed.tree[document.root].type == NodeType::list)
            return Error{path,
                         "this file is a list, and records stand one after the other with `---` between them; "
                         "name another one with --file"};
    }
    return NewPlace{path, &parsed, &parsed, line_end_of(parsed.bytes)};
}

// A file of its own.
NewPlace new_file(const Analysis& analysis, KindId kind, std::string path) {
    NewPlace place{std::move(path), nullptr, nullptr, line_end_of(parsed_of(analysis, analysis.settings.file).bytes)};
    for (const RecordId each : analysis.graph.of_kind(kind)) {
        const RecordView record = analysis.graph[each];
        if (!record.built_in()) place.beside = &parsed_of(analysis, record.file());
    }
    return place;
}

}  // namespace

std::optional<std::string> twin_of(const Analysis& analysis, std::string_view path) {
    for (std::size_t index = 0; index < analysis.sources.size(); ++index) {
        const FileId file = FileId::from(index);
        if (analysis.sources.is_built_in(file)) continue;
        const std::string_view other = analysis.sources[file].path;
        std::size_t begin = 0;
        while (begin < path.size() && begin < other.size()) {
            const std::size_t end = std::min(path.find('/', begin), path.size());
            const std::size_t other_end = std::min(other.find('/', begin), other.size());
            const std::string_view name = path.substr(begin, end - begin);
            const std::string_view other_name = other.substr(begin, other_end - begin);
            if (name != other_name) {
                if (folded_file_name(name) == folded_file_name(other_name))
                    return std::string(other.substr(0, other_end));
                break;
            }
            begin = end + 1;
        }
    }
    return std::nullopt;
}

Result<NewPlace> place_of_new(const Analysis& analysis, KindId kind, std::string_view id) {
    const Graph& graph = analysis.graph;
    std::map<std::string, Habit> registers;  // by the file's path
    std::map<std::string, Habit> folders;
    for (const RecordId each : graph.of_kind(kind)) {
        const RecordView record = graph[each];
        if (record.built_in()) continue;
        const std::string& path = graph.files()[record.file().index()].path;
        Habit& habit = is_register(analysis, record) ? registers[path] : folders[folder_of(path).value_or("")];
        if (habit.records++ == 0) habit.file = record.file();
    }
    const auto most = [](const auto& habits) {
        return std::ranges::max_element(habits, {}, [](const auto& each) { return each.second.records; });
    };
    const auto file = most(registers);
    const auto folder = most(folders);
    if (file != registers.end() && (folder == folders.end() || file->second.records >= folder->second.records))
        return at_end_of(analysis, file->second.file);
    std::string in(analysis.schema[kind].plural);
    std::ranges::replace(in, ' ', '-');
    if (folder != folders.end()) in = folder->first;
    else if (auto twin = twin_of(analysis, in)) in = std::move(*twin);
    std::string path = join_path(in, file_name(id));
    // Another kind may have such an id.
    const auto taken = [&] { return analysis.sources.find(path) || twin_of(analysis, path); };
    if (taken()) path = join_path(in, fmt::format("{}-{}", analysis.schema[kind].name, file_name(id)));
    if (taken()) return Error{path, "a file stands here already; say with --file where the record is to stand"};
    return new_file(analysis, kind, std::move(path));
}

Result<NewPlace> place_at(const Analysis& analysis, KindId kind, std::string_view path) {
    if (const auto file = analysis.sources.find(path)) return at_end_of(analysis, *file);
    if (const auto twin = twin_of(analysis, path))
        return Error{std::string(path),
                     fmt::format("`{}` is there, and differs by capitals alone, which not every computer tells apart; "
                                 "write it so, or choose another name",
                                 visible(*twin))};
    return new_file(analysis, kind, std::string(path));
}

Result<std::string> with_record(const ParsedFile& file, std::string_view record, std::string_view line_end) {
    const std::string& before = file.bytes;
    const bool ended = before.empty() || before.ends_with('\n');
    const bool any =
        std::ranges::any_of(file.tree.documents, [](const YamlDocument& each) { return each.root.known(); });
    std::string bytes = before;
    if (!ended) bytes += line_end;
    if (any) bytes += fmt::format("---{}", line_end);
    bytes += record;
    if (ended) bytes += line_end;
    const ParsedFile after = parse_file(bytes);
    const std::size_t nodes = file.tree.nodes.size();
    bool same = after.tree.problems.empty() && after.tree.nodes.size() > nodes;
    for (std::size_t index = 0; same && index < nodes; ++index) {
        const NodeId node = NodeId::from(index);
        const YamlNode& was = file.tree[node];
        const YamlNode& is = after.tree[node];
        same = was.type == is.type && was.style == is.style &&
               (was.is_collection() || file.text(node) == after.text(node));
    }
    if (!same)
        return Error{
            "what stands in the file would say something else if a record followed it; end its last line, or "
            "name another file with --file"};
    return bytes;
}

}  // namespace ims
