#include "yaml/kinds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "yaml/describe.h"

namespace ims::test {

namespace {

const std::array<std::pair<std::string_view, std::string>, 11> kSigns = {{
    {"·", " "},
    {"→", "\t"},
    {"←", "\r"},
    {"⌂", "\xEF\xBB\xBF"},  // byte order mark
    {"⍽", "\xC2\xA0"},      // no-break space
    {"⍿", "\xE2\x80\xAF"},  // narrow no-break space
    {"∅", "\xE2\x80\x8B"},  // zero width space
    {"␤", "\xC2\x85"},      // next line
    {"␁", "\x01"},
    {"…", std::string(1025, 'k')},
    {"∎\n", ""},  // the file ends without a line end
}};

std::string without_signs(std::string text) {
    for (const auto& [sign, meant] : kSigns) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + meant.size()))
            text.replace(at, sign.size(), meant);
    }
    return text;
}

std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const char32_t value = point.value;
        if (value == '\n') {
            json += "\\n";
        } else if (value == '\t') {
            json += "\\t";
        } else if (value == '\r') {
            json += "\\r";
        } else if (value < 0x20 || (value >= 0x7f && value <= 0xa0) || value == 0x2028 || value == 0x2029) {
            json += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(value));
        } else {
            if (value == '"' || value == '\\') json += '\\';
            json += text.substr(at, point.length);
        }
        at += point.length;
    }
    return json + '"';
}

std::string value_of(const YamlTree& tree, std::string_view bytes, NodeId node) {
    const NodeId target = tree.resolved(node);
    switch (tree[target].type) {
        case NodeType::scalar: return quoted(tree.text(target, bytes));
        case NodeType::list: {
            std::string json;
            for (const NodeId item : tree.items(target))
                json += (json.empty() ? "" : ", ") + value_of(tree, bytes, item);
            return "[" + json + "]";
        }
        case NodeType::map: {
            std::string json;
            for (const auto [key, value] : tree.entries(target)) {
                json +=
                    (json.empty() ? "" : ", ") + quoted(tree.text(key, bytes)) + ": " + value_of(tree, bytes, value);
            }
            return "{" + json + "}";
        }
        default: return "null";
    }
}

}  // namespace

std::vector<Kind> read_kinds(std::string_view text) {
    std::vector<Kind> kinds;
    bool in_lines = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line.starts_with("=== ")) {
            kinds.push_back({std::string(line.substr(4)), {}, {}, {}});
            in_lines = true;
        } else if (line.starts_with("=> ") && in_lines) {
            kinds.back().value = line.substr(3);
            in_lines = false;
        } else if (line.starts_with("!! ")) {
            kinds.back().problems += std::string(line.substr(3)) + "\n";
            in_lines = false;
        } else if (in_lines) {
            kinds.back().bytes += std::string(line) + "\n";
        }
    }
    for (Kind& kind : kinds) kind.bytes = without_signs(std::move(kind.bytes));
    return kinds;
}

std::string values_of(const YamlTree& tree, std::string_view bytes) {
    std::string text;
    for (const YamlDocument& document : tree.documents) {
        if (!text.empty()) text += " --- ";
        const std::string_view without = document.broken ? "broken" : "none";
        text += document.root.known() ? value_of(tree, bytes, document.root) : std::string(without);
    }
    return text;
}

std::string problems_of(const YamlTree& tree, std::string_view bytes) {
    std::string text;
    for (const YamlProblem& problem : tree.problems) {
        const std::string_view before = bytes.substr(0, problem.begin);
        const std::size_t line = before.rfind('\n') + 1;
        const auto lines = std::ranges::count(before, '\n');
        text += fmt::format("{}:{} {}\n", lines + 1, count_code_points(before.substr(line)) + 1,
                            problem_words(problem, tree, bytes).message);
    }
    return text;
}

}  // namespace ims::test
