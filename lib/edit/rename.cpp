#include "edit/rename.h"

#include <algorithm>

#include <fmt/format.h>

#include "edit/place_of_operation.h"

namespace ims {
namespace {

bool has_aliases(const Analysis& analysis, FileId file) {
    const YamlTree& tree = analysis.graph.value_sources(file).own.parsed->tree;
    return std::ranges::any_of(tree.nodes, [](const YamlNode& each) { return each.type == NodeType::alias; });
}

Error at(const Analysis& analysis, Span place, const std::string& why) {
    const LineOfFile where = line_of(analysis, place);
    return {where.path, fmt::format(":{}", where.line), why};
}

}  // namespace

LineOfFile line_of(const Analysis& analysis, Span place) {
    const SourceFile file = analysis.sources[place.file];
    const auto end = file.bytes.begin() + place.begin;
    return {file.path, 1 + static_cast<std::uint32_t>(std::count(file.bytes.begin(), end, '\n'))};
}

Result<Renaming> rename_everywhere(const Analysis& analysis, RecordId record, std::string_view id) {
    const RecordView renamed = analysis.graph[record];
    const std::vector<NamedPlace> places = places_naming(analysis, renamed.kind(), renamed.id());
    Renaming out;
    out.fix.title = "rename it";
    out.fix.operations.push_back(ReplaceValue{renamed.id_span(), std::string(id), true, true});
    for (const NamedPlace& place : places) {
        if (place.span == renamed.id_span()) continue;
        if (!out.references.empty() && out.references.back().span == place.span) continue;
        out.references.push_back(place);
        // An id may look like a number where its reader takes any word for a text: what had no quotes needs none.
        out.fix.operations.push_back(ReplaceValue{place.span, place.with_id(id), true, true});
    }
    for (const Operation& operation : out.fix.operations) {
        const Span span = place_of(operation);
        if (const auto found = find_place(analysis, operation); !found) return at(analysis, span, found.error().reason);
        if (!has_aliases(analysis, span.file)) continue;
        if (const auto other = read_otherwise(analysis, span, places)) {
            return at(analysis, *other,
                      fmt::format("an alias says here what line {} says, and it is no reference to `{}`; write it out "
                                  "here, then rename",
                                  line_of(analysis, span).line, renamed.name().text()));
        }
    }
    return out;
}

}  // namespace ims
