#include "lsp/judged/asked.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lsp/protocol/uri.h"

namespace ims {
namespace {

// Markdown without its signs, for clients that show plain text.
std::string without_markup(std::string_view markdown) {
    std::string text;
    for (const char letter : markdown) {
        if (letter != '`' && letter != '*') text += letter;
    }
    return text;
}

}  // namespace

std::uint32_t Asked::offset() const { return lines().offset(read_position(at(params, {"position"})), client.encoding); }

Json Asked::range(const JudgedState& of, Span span) const {
    const std::string_view then = of.analysis->sources[span.file].bytes;
    const auto open = documents.find(of.path(span.file));
    if (open == documents.end() || open->second->text == then) {
        const TextLines lines(then, of.analysis->lines.of(span.file));
        return range_json(lines.range({span.begin, span.end}, client.encoding));
    }
    const MovedText moved(then, open->second->text);
    return range_json(open->second->lines().range(moved(ByteRange{span.begin, span.end}), client.encoding));
}

Json Asked::location(const JudgedState& of, Span span) const {
    return Json::object({{"uri", uri(of, span.file)}, {"range", range(of, span)}});
}

std::string Asked::uri(const std::string& path) const {
    const auto open = documents.find(path);
    return open == documents.end() ? uri_of_path(path) : open->second->uri;
}

Json Asked::markup(std::string markdown) const {
    Json text = Json::object();
    text["kind"] = client.markdown ? "markdown" : "plaintext";
    text["value"] = client.markdown ? std::move(markdown) : without_markup(markdown);
    return text;
}

}  // namespace ims
