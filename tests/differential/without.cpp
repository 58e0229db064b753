#include "without.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "yaml/tree.h"

namespace ims::test::without {

namespace {

std::string replace_all(std::string bytes, std::string_view what, std::string_view with) {
    for (std::size_t at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + with.size()))
        bytes.replace(at, what.size(), with);
    return bytes;
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_bracket(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }
bool is_name(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

struct Edit {
    std::size_t begin;
    std::size_t end;
    std::string text;
};

// Edits do not overlap.
std::string apply(std::string bytes, std::vector<Edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
    for (const Edit& edit : edits) bytes.replace(edit.begin, edit.end - edit.begin, edit.text);
    return bytes;
}

bool is_block(const YamlNode& node) {
    return node.type == NodeType::scalar && (node.style == ScalarStyle::literal || node.style == ScalarStyle::folded);
}
bool is_quoted(const YamlNode& node) {
    return node.type == NodeType::scalar &&
           (node.style == ScalarStyle::double_quoted || node.style == ScalarStyle::single_quoted);
}

// The end of what stands after `|` or `>`.
std::size_t end_of_header(std::string_view bytes, const YamlNode& node) {
    std::size_t at = node.begin + 1;
    while (at < bytes.size() && (bytes[at] == '+' || bytes[at] == '-' || (bytes[at] >= '1' && bytes[at] <= '9'))) ++at;
    return at;
}

// Each map, its keys and their values.
template <class Function>
void for_each_key(const YamlTree& tree, const Function& function) {
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        if (tree.nodes[index].type != NodeType::map) continue;
        for (const YamlEntry entry : tree.entries(NodeId(index)))
            function(tree.nodes[index], tree[entry.key], tree[entry.value]);
    }
}

// Each with its line end.
template <class Function>
void for_each_line(std::string_view bytes, const Function& function) {
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        function(bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
}

bool begins_word(std::string_view bytes, std::size_t at) {
    return at == 0 || bytes[at - 1] == kMark.back() || is_blank(bytes[at - 1]) || is_bracket(bytes[at - 1]) ||
           bytes[at - 1] == ':';
}

// The words outside of texts that begin with one of these signs.
std::vector<Edit> words_with(std::string_view signs, const std::string& bytes) {
    if (bytes.find_first_of(signs) == std::string::npos) return {};
    const YamlTree tree = parse_yaml(bytes);
    std::vector<Edit> words;
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        while (node < tree.nodes.size() && (tree.nodes[node].type != NodeType::scalar || tree.nodes[node].end <= at))
            ++node;
        if (node < tree.nodes.size() && tree.nodes[node].begin <= at) continue;
        if (signs.find(bytes[at]) == std::string_view::npos || !begins_word(bytes, at)) continue;
        std::size_t end = at + 1;
        while (end < bytes.size() && !is_blank(bytes[end]) && !is_bracket(bytes[end])) ++end;
        words.push_back({at, end, bytes.substr(at, end - at)});
        at = end - 1;
    }
    return words;
}

// Without what stands before a value, and the blanks behind it.
std::string without_properties(std::string bytes, std::string_view signs) {
    std::vector<Edit> words = words_with(signs, bytes);
    for (Edit& word : words) {
        word.text.clear();
        while (word.end < bytes.size() && (bytes[word.end] == ' ' || bytes[word.end] == '\t')) ++word.end;
    }
    return apply(std::move(bytes), std::move(words));
}

}  // namespace

std::string byte_order_marks(std::string bytes) { return replace_all(std::move(bytes), kMark, ""); }

std::string tabs(std::string bytes) {
    if (bytes.find('\t') == std::string::npos) return bytes;
    const YamlTree tree = parse_yaml(bytes);
    for (const YamlNode& node : tree.nodes) {
        if (!is_block(node)) continue;
        for (std::size_t at = bytes.find('\n', node.begin); at < node.end; ++at) {
            const std::size_t text = bytes.find_first_not_of(" \t", at);
            if (bytes[at] == '\t' && text < node.end && !is_blank(bytes[text])) bytes[at] = 'x';
        }
    }
    std::string result;
    for_each_line(bytes, [&](std::string_view line) {
        const bool blank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
        for (const char c : line) {
            if (c != '\t') result += c;
            else if (!blank) result += ' ';
        }
    });
    return result;
}

std::string blanks_in_blank_lines(std::string bytes) {
    std::string result;
    for_each_line(bytes, [&](std::string_view line) {
        const std::size_t text = line.find_first_not_of(" \t");
        if (text != std::string_view::npos && (line[text] == '\n' || line[text] == '\r')) line.remove_prefix(text);
        result += line;
    });
    return result;
}

std::string old_line_ends(std::string bytes) {
    for (const std::string_view old : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        bytes = replace_all(std::move(bytes), old, "x");
    return bytes;
}

std::string lone_carriage_returns(std::string bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n')) bytes[at] = '\n';
    }
    return bytes;
}

std::string comment_lines(std::string bytes) {
    std::string result;
    for_each_line(bytes, [&](std::string_view line) {
        const std::size_t text = line.find_first_not_of(" \t");
        if (text == std::string_view::npos || line[text] != '#') result += line;
    });
    return result;
}

std::string unusual_anchors(std::string bytes) {
    std::vector<Edit> words = words_with("&*", bytes);
    for (Edit& word : words) {
        for (std::size_t at = 1; at < word.text.size(); ++at) {
            if (!is_name(word.text[at])) word.text[at] = 'z';
        }
    }
    return apply(std::move(bytes), std::move(words));
}

std::string anchors(std::string bytes) {
    std::vector<Edit> aliases = words_with("*", bytes);
    for (Edit& alias : aliases) alias.text[0] = 'z';
    return without_properties(apply(std::move(bytes), std::move(aliases)), "&");
}

std::string question_marks(std::string bytes) {
    if (bytes.find('?') == std::string::npos) return bytes;
    const YamlTree tree = parse_yaml(bytes);
    for (const YamlNode& node : tree.nodes) {
        if (node.type != NodeType::scalar || node.style != ScalarStyle::plain) continue;
        std::replace(bytes.begin() + node.begin, bytes.begin() + node.end, '?', 'x');
    }
    return bytes;
}

std::string close_colons(std::string bytes) {
    std::vector<Edit> edits;
    const YamlTree tree = parse_yaml(bytes);
    for_each_key(tree, [&](const YamlNode&, const YamlNode& key, const YamlNode&) {
        const std::size_t colon = bytes.find_first_not_of(" \t\r\n", key.end);
        if (colon == std::string::npos || bytes[colon] != ':' || colon + 1 == bytes.size()) return;
        if (!is_blank(bytes[colon + 1])) edits.push_back({colon + 1, colon + 1, " "});
    });
    return apply(std::move(bytes), std::move(edits));
}

std::string rare_escapes(std::string bytes) {
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        if (bytes[at] != '\\') continue;
        if (std::string_view("N_LP").find(bytes[at + 1]) != std::string_view::npos) bytes.replace(at, 2, "x");
        else ++at;
    }
    return bytes;
}

std::string surrogate_pairs(std::string bytes) {
    const auto begins = [&](std::size_t at, std::string_view third) {
        return at + 6 <= bytes.size() && bytes[at] == '\\' && bytes[at + 1] == 'u' && (bytes[at + 2] | 0x20) == 'd' &&
               third.find(bytes[at + 3]) != std::string_view::npos;
    };
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (begins(at, "89abAB") && begins(at + 6, "cdefCDEF")) bytes.replace(at, 12, "x");
    }
    return bytes;
}

std::string blank_lines_after_escaped_end(std::string bytes) {
    for (std::size_t at = bytes.find('\\'); at != std::string::npos; at = bytes.find('\\', at + 1)) {
        std::size_t line = bytes.find_first_not_of('\r', at + 1);
        if (line == std::string::npos || bytes[line] != '\n') continue;
        ++line;
        for (;;) {
            const std::size_t text = bytes.find_first_not_of(" \t\r", line);
            if (text == std::string::npos || bytes[text] != '\n') break;
            bytes.erase(line, text + 1 - line);
        }
    }
    return bytes;
}

std::string bare_documents(std::string bytes) {
    std::string result;
    bool ended = true;  // no document is open
    bool any = false;
    for_each_line(bytes, [&](std::string_view line) {
        const std::size_t text = line.find_first_not_of(" \t\r\n");
        const bool content = text != std::string_view::npos && line[text] != '#' && line.front() != '%';
        if (line.starts_with("...")) {
            if (ended) return;
            ended = true;
        } else if (content) {
            if (ended && any && !line.starts_with("---")) result += "---\n";
            ended = false;
            any = true;
        }
        result += line;
    });
    return result;
}

std::string missing_last_line_end(std::string bytes) { return bytes.ends_with('\n') ? bytes : std::move(bytes) + '\n'; }

std::string other_directives(std::string bytes) {
    std::string result;
    for_each_line(bytes, [&](std::string_view line) {
        const std::size_t mark = line.starts_with(kMark) ? kMark.size() : 0;
        const bool directive = line.substr(mark).starts_with('%') && !line.substr(mark).starts_with("%YAML ");
        result += directive ? line.substr(0, mark) : line;
    });
    return result;
}

std::string repeated_versions(std::string bytes) {
    std::string result;
    bool again = false;
    for_each_line(bytes, [&](std::string_view line) {
        const bool version = line.starts_with("%YAML");
        if (!version || !again) result += line;
        again = (again || version) && !line.starts_with("---");
    });
    return result;
}

std::string directives_after_text(std::string bytes) {
    std::string result;
    bool ended = true;  // no document is open
    for_each_line(bytes, [&](std::string_view line) {
        const std::size_t text = line.find_first_not_of(" \t\r\n");
        if (line.starts_with('%')) {
            if (!ended) result += "...\n";
            ended = true;
        } else if (text != std::string_view::npos && line[text] != '#') {
            ended = line.starts_with("...");
        }
        result += line;
    });
    return result;
}

std::string tags(std::string bytes) { return without_properties(std::move(bytes), "!"); }

std::string closers_at_line(std::string bytes) {
    const YamlTree tree = parse_yaml(bytes);
    std::set<std::size_t> places;
    const auto add = [&](std::size_t place) {
        const std::size_t before = bytes.find_last_not_of(" \t", place - 1);
        if (before != std::string::npos && (bytes[before] == '\n' || bytes[before] == '\r')) places.insert(place);
    };
    for (const YamlNode& node : tree.nodes) {
        if (node.end < node.begin + 2) continue;
        if (is_quoted(node)) {
            for (std::size_t at = node.begin + 1; at < node.end; ++at) {
                if (bytes[at] == bytes[node.begin]) add(at);
            }
        } else if (node.is_collection() && (bytes[node.end - 1] == ']' || bytes[node.end - 1] == '}')) {
            add(node.end - 1);
        }
    }
    std::vector<Edit> edits;
    for (const std::size_t place : places) edits.push_back({place, place, std::string(80, ' ')});
    return apply(std::move(bytes), std::move(edits));
}

std::string leading_colons(std::string bytes) {
    const YamlTree tree = parse_yaml(bytes);
    for (const YamlNode& node : tree.nodes) {
        if (node.type == NodeType::scalar && node.style == ScalarStyle::plain && bytes[node.begin] == ':')
            bytes[node.begin] = 'x';
    }
    return bytes;
}

std::string keys_on_several_lines(std::string bytes) {
    if (bytes.find('{') == std::string::npos) return bytes;
    const YamlTree tree = parse_yaml(bytes);
    std::vector<Edit> edits;
    for_each_key(tree, [&](const YamlNode& map, const YamlNode& key, const YamlNode& value) {
        if (bytes[map.begin] != '{') return;
        // Up to the `:`, or to the comma or bracket that follows a key alone.
        std::size_t end = key.end;
        while (end < bytes.size() && (is_blank(bytes[end]) || bytes[end] == '#')) {
            if (bytes[end] == '#') end = std::min(bytes.find('\n', end), bytes.size());
            else ++end;
        }
        if (end > value.begin && value.begin != value.end) end = key.end;
        const std::string_view written = std::string_view(bytes).substr(key.begin, end - key.begin);
        if (written.find('\n') != std::string_view::npos) edits.push_back({key.begin, end, "\"x\""});
    });
    return apply(std::move(bytes), std::move(edits));
}

std::string text_at_margin(std::string bytes) {
    if (bytes.find_first_of("|>") == std::string::npos) return bytes;
    bytes = lone_carriage_returns(std::move(bytes));
    const YamlTree tree = parse_yaml(bytes);
    std::vector<Edit> edits;
    for (const YamlDocument& document : tree.documents) {
        if (!document.root.known() || !is_block(tree[document.root])) continue;
        const YamlNode& root = tree[document.root];
        if (end_of_header(bytes, root) > root.begin + 1 && bytes.substr(root.begin, 3).find_first_of("123456789") < 3)
            continue;
        for (std::size_t at = bytes.find('\n', root.begin); at < root.end; at = bytes.find('\n', at + 1))
            edits.push_back({at + 1, at + 1, " "});
    }
    return apply(std::move(bytes), std::move(edits));
}

std::string blank_lines_before_quote(std::string bytes) {
    const YamlTree tree = parse_yaml(bytes);
    std::vector<Edit> edits;
    for (const YamlNode& node : tree.nodes) {
        if (!is_quoted(node)) continue;
        const std::size_t last = bytes.find_last_not_of(" \t\r\n", node.end - 2);
        const std::string_view tail = std::string_view(bytes).substr(last + 1, node.end - 2 - last);
        if (std::count(tail.begin(), tail.end(), '\n') > 1) edits.push_back({node.end - 1u, node.end - 1u, "x"});
    }
    return apply(std::move(bytes), std::move(edits));
}

std::string kept_line_ends(std::string bytes) {
    if (bytes.find('+') == std::string::npos) return bytes;
    const YamlTree tree = parse_yaml(bytes);
    std::vector<Edit> edits;
    for (const YamlNode& node : tree.nodes) {
        if (!is_block(node)) continue;
        const std::size_t plus = bytes.find('+', node.begin);
        if (plus < end_of_header(bytes, node)) edits.push_back({plus, plus + 1, ""});
    }
    return apply(std::move(bytes), std::move(edits));
}

}  // namespace ims::test::without
