#include "lsp/edits/workspace_edit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/apply.h"
#include "source/paths.h"

namespace ims {
namespace {

// Each with its end.
std::vector<std::string_view> whole_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::uint32_t place_in(std::string_view text, std::string_view part) {
    return static_cast<std::uint32_t>(part.data() - text.data());
}

}  // namespace

void WorkspaceEdit::add(const std::string& path, Json range, std::string_view text) {
    edits_[path].add(Json::object({{"range", std::move(range)}, {"newText", text}}));
}

void WorkspaceEdit::add(const JudgedState& judged, std::span<const Edit> edits) {
    for (const Edit& each : edits) {
        const std::string path = judged.path(each.span.file);
        before_.try_emplace(path, judged.analysis->sources[each.span.file].bytes);
        add(path, asked_.range(judged, each.span), each.text);
    }
}

void WorkspaceEdit::rewrite(const std::string& path, std::string_view before, std::string_view after) {
    if (before == after) return;
    before_.try_emplace(path, before);
    const std::vector<std::uint32_t> starts = line_starts_of(before);
    const TextLines lines(before, starts);
    const auto replace = [&](std::uint32_t begin, std::uint32_t end, std::string_view text) {
        add(path, range_json(lines.range({begin, end}, asked_.client.encoding)), text);
    };
    const std::vector<std::string_view> was = whole_lines(before);
    const std::vector<std::string_view> is = whole_lines(after);
    if (was.size() == is.size()) {
        for (std::size_t line = 0; line < was.size(); ++line) {
            const std::uint32_t begin = place_in(before, was[line]);
            if (was[line] != is[line]) replace(begin, begin + static_cast<std::uint32_t>(was[line].size()), is[line]);
        }
        return;
    }
    std::size_t same = 0;
    while (same < std::min(was.size(), is.size()) && was[same] == is[same]) ++same;
    std::size_t at_end = 0;
    while (at_end < std::min(was.size(), is.size()) - same &&
           was[was.size() - 1 - at_end] == is[is.size() - 1 - at_end])
        ++at_end;
    const auto begin_of = [](std::string_view text, const std::vector<std::string_view>& all, std::size_t line) {
        return line < all.size() ? place_in(text, all[line]) : static_cast<std::uint32_t>(text.size());
    };
    const std::uint32_t begin = begin_of(after, is, same);
    replace(begin_of(before, was, same), begin_of(before, was, was.size() - at_end),
            after.substr(begin, begin_of(after, is, is.size() - at_end) - begin));
}

void WorkspaceEdit::create(const std::string& path, std::string_view text) {
    created_.push_back(path);
    add(path, range_json({}), text);
}

Result<Json> WorkspaceEdit::json() const {
    IMS_TRY(may_be_made());
    return written();
}

Outcome WorkspaceEdit::may_be_made() const {
    if (!asked_.trouble.empty()) return Error{asked_.trouble};
    for (const auto& [path, before] : before_) {
        const auto open = asked_.documents.find(path);
        if (open != asked_.documents.end() && open->second->text == before) continue;
        const auto bytes = open != asked_.documents.end() ? Result<std::string>(open->second->text)
                                                          : asked_.disk.read(path, before.size());
        if (bytes && *bytes == before) continue;
        asked_.note_stale(path);
        return Error{fmt::format("`{}` has changed since it was checked; it is read again now, so try once more",
                                 visible(name_of(path)))};
    }
    return Nothing{};
}

Json WorkspaceEdit::written() const {
    if (!asked_.client.versioned_edits) {
        Json changes = Json::object();
        for (const auto& [path, edits] : edits_) changes[asked_.uri(path)] = edits;
        return Json::object({{"changes", std::move(changes)}});
    }
    Json changes = Json::list();
    for (const std::string& path : created_) changes.add(Json::object({{"kind", "create"}, {"uri", asked_.uri(path)}}));
    for (const auto& [path, edits] : edits_) {
        const auto open = asked_.documents.find(path);
        const Json version = open == asked_.documents.end() ? Json() : Json(open->second->version);
        changes.add(Json::object(
            {{"textDocument", Json::object({{"uri", asked_.uri(path)}, {"version", version}})}, {"edits", edits}}));
    }
    return Json::object({{"documentChanges", std::move(changes)}});
}

Result<Json> edit_of(const Asked& asked, const JudgedState& judged, const Fix& fix) {
    HalfReadFiles half_read(*judged.analysis);
    if (const auto file = half_read.in(fix))
        return Error(judged.analysis->sources[*file].path, "a part of this file cannot be read; mend that first");
    IMS_TRY_ASSIGN(const auto files, apply(*judged.analysis, fix));
    IMS_TRY_ASSIGN(const std::vector<Edit> edits, render(*judged.analysis, fix));
    WorkspaceEdit edit(asked);
    edit.add(judged, edits);
    return edit.json();
}

}  // namespace ims
