#include "edit/mentions.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "schema/valid_id.h"
#include "yaml/place.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsFile = "ims.yaml";

enum class Wanted : std::uint8_t { name, id };

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

CodePoint before(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0U) == 0x80U) --begin;
    return decode_utf8(text, begin);
}

bool is_joint(char each) { return each == '.' || each == '-' || each == '_'; }

// What stands there is no longer word: `role/cashier.` ends a sentence, `role/cashier.md` does not.
bool ends_word(std::string_view text, std::size_t at) {
    while (at < text.size() && is_joint(text[at])) ++at;
    return at == text.size() || !may_stand_in_id(decode_utf8(text, at).value);
}

bool begins_word(std::string_view text, std::size_t at, Wanted wanted) {
    if (at == 0) return true;
    const CodePoint last = before(text, at);
    // `kind/id` within a path is none; an id may stand behind its kind.
    if (last.value == U'/') return wanted == Wanted::id;
    return !may_stand_in_id(last.value);
}

// `cashier: …` is a field of that name.
bool is_key(std::string_view line, std::size_t begin, std::size_t end) {
    if (begin > 0 && line[begin - 1] == '/') return false;
    end = std::min(line.find_first_not_of(" \t\"'", end), line.size());
    return end < line.size() && line[end] == ':' &&
           (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\t');
}

bool stands_in(std::string_view line, std::string_view word, Wanted wanted) {
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (!begins_word(line, at, wanted) || !ends_word(line, end)) continue;
        if (wanted == Wanted::name || !is_key(line, at, end)) return true;
    }
    return false;
}

// `first`: the number of the line that the text begins with.
std::vector<Mention> lines_with(std::string_view text, std::string_view word, Wanted wanted, const std::string& path,
                                std::uint32_t first) {
    std::vector<Mention> out;
    if (is_ascii(word) && text.find(word) == std::string_view::npos) return out;
    for (std::uint32_t number = first; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool found = is_ascii(line) || is_composed(line) ? stands_in(line, word, wanted)
                                                               : stands_in(composed(line), word, wanted);
        if (found) out.push_back({path, number, std::string(trim(line))});
    }
    return out;
}

std::uint32_t line_of(std::string_view bytes, std::uint32_t at) {
    return 1 + static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.begin() + at, '\n'));
}

// Whether a record of the file that could be read stands in the document.
bool holds_record(const ReadFile& file, const YamlDocument& document) {
    return std::ranges::any_of(file.records, [&](const Record& record) {
        return record.id_begin >= document.begin && record.id_begin < document.end;
    });
}

void look_into_unread(const FolderFile& file, std::string_view id, std::vector<Mention>& out) {
    const std::string& bytes = file.read->parsed->bytes;
    const auto add = [&](std::string_view text, std::uint32_t first) {
        std::ranges::move(lines_with(text, id, Wanted::id, file.path, first), std::back_inserter(out));
    };
    if (file.read->parsed->tree.documents.empty()) {
        if (!file.read->troubles().opaque) return;
        if (bytes.empty()) return out.push_back({file.path, 0, {}});
        // Of UTF-16 every other byte is nought, as far as ids go.
        std::string text = bytes;
        std::erase(text, '\0');
        return add(text, 1);
    }
    for (const YamlDocument& document : file.read->parsed->tree.documents) {
        const bool unread = document.broken || (document.root.known() && !holds_record(*file.read, document));
        if (!unread) continue;
        const std::string_view text = std::string_view(bytes).substr(document.begin, document.end - document.begin);
        add(text, line_of(bytes, document.begin));
    }
}

// By node: keys, and what was read as the field that it stands in.
std::vector<bool> known_nodes(const Analysis& analysis, const FolderFile& file) {
    const YamlTree& tree = file.read->parsed->tree;
    std::vector<bool> known(tree.nodes.size());
    for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
        if (tree.nodes[node].type != NodeType::map) continue;
        for (const YamlEntry& entry : tree.entries(NodeId(node))) known[entry.key.index()] = true;
    }
    const auto add = [&](const Value& value) {
        if (value.type != ValueType::invalid && value.type != ValueType::any) known[value.node.index()] = true;
    };
    for (const Value& value : file.read->values) {
        if (!value.inherited) add(value);
    }
    if (file.path != kSettingsFile) return known;
    for (const auto& [kind, values] : analysis.settings.defaults) std::ranges::for_each(values, add);
    return known;
}

void add_line(std::string_view bytes, std::uint32_t at, const std::string& path, std::vector<Mention>& out) {
    const std::uint32_t number = line_of(bytes, at);
    if (!out.empty() && out.back().path == path && out.back().line == number) return;
    const std::uint32_t begin = line_begin(bytes, at);
    out.push_back({path, number, std::string(trim(bytes.substr(begin, line_end(bytes, at) - begin)))});
}

}  // namespace

std::vector<Mention> mentions_in(std::string_view text, std::string_view name, const std::string& path) {
    return lines_with(text, name, Wanted::name, path, 1);
}

std::vector<Mention> mentions_in_unread(const Analysis& analysis, std::string_view id) {
    std::vector<Mention> out;
    for (const FolderFile& file : analysis.graph.files()) {
        if (file.built_in() || file.path == kSettingsFile || file.read->troubles().foreign) continue;
        look_into_unread(file, id, out);
    }
    return out;
}

std::vector<Mention> mentions_in_unknown_fields(const Analysis& analysis, std::string_view id) {
    std::vector<Mention> out;
    const FolderFiles& files = analysis.graph.files();
    for (const FolderFile& file : files) {
        const ParsedFile& parsed = *file.read->parsed;
        if (file.built_in() || file.read->records.empty()) continue;
        const std::vector<bool> known = known_nodes(analysis, file);
        for (const YamlDocument& document : parsed.tree.documents) {
            if (!document.root.known() || (file.path != kSettingsFile && !holds_record(*file.read, document))) continue;
            for (std::uint32_t node = document.root.value; node < parsed.tree.after(document.root); ++node) {
                if (known[node] || parsed.tree.nodes[node].type != NodeType::scalar) continue;
                if (parsed.text(NodeId(node)) == id)
                    add_line(parsed.bytes, parsed.tree.nodes[node].begin, file.path, out);
            }
        }
    }
    return out;
}

}  // namespace ims
