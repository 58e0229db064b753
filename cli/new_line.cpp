#include "cli/new_line.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/record_name.h"
#include "base/text.h"
#include "base/words.h"
#include "cli/new_slips.h"
#include "schema/valid_id.h"
#include "schema/value_words.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {
namespace {

bool is_path(std::string_view word) { return word == "." || word == ".." || word.find('/') != std::string_view::npos; }

// `risk/till-stolen` is a kind and an id, unless something of that name is there.
bool names_record(const Environment& environment, const std::string& word) {
    const std::optional<RecordName> name = parse_record_name(word);
    return name && name->folder.empty() && name->kind != "." && name->kind != ".." &&
           name->id.find('/') == std::string_view::npos && environment.files->type(word) == EntryType::missing;
}

// What is not there yet has no real path: that of the nearest folder that is. None where it leads up from there.
std::optional<std::string> real_place(const Environment& environment, const std::string& path) {
    std::string folder = folder_of(path).value_or("/");
    std::string rest(name_of(path));
    while (!environment.files->real_path(folder)) {
        rest = join_path(name_of(folder), rest);
        folder = folder_of(folder).value_or("/");
    }
    if (rest.find("..") != std::string::npos) return std::nullopt;
    return join_path(*environment.files->real_path(folder), rest);
}

}  // namespace

NewLine line_of_new(const Environment& environment, const std::vector<std::string>& words) {
    NewLine out;
    std::size_t next = 0;
    if (next < words.size() && names_record(environment, words[next])) {
        out.kind = words[next].substr(0, words[next].find('/'));
        out.id = words[next++].substr(out.kind.size() + 1);
    } else if (next < words.size() && !is_path(words[next])) {
        out.kind = words[next++];
        const std::string before = out.kind + "/";
        if (next < words.size() && words[next].starts_with(before) && names_record(environment, words[next]))
            out.id = words[next++].substr(before.size());
        else if (next < words.size() && !is_path(words[next])) out.id = words[next++];
    }
    out.path.assign(words.begin() + static_cast<std::ptrdiff_t>(next), words.end());
    return out;
}

Result<std::vector<std::pair<std::string, std::vector<std::string>>>> read_sets(const std::vector<std::string>& words,
                                                                                const KindSpec& kind) {
    std::vector<std::pair<std::string, std::vector<std::string>>> out;
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        const std::string path(trim(std::string_view(word).substr(0, sign)));
        if (sign == std::string::npos || path.empty())
            return Error{
                fmt::format("--set takes a field and its value: `{}` is none; write for example --set "
                            "title=\"{}\"",
                            visible(word), example_of(kind, "title"))};
        const std::string value(trim(std::string_view(word).substr(sign + 1)));
        if (value.empty())
            return Error{
                fmt::format("--set {}=: which value? A field that nobody knows yet is left out", visible(path))};
        if (path == kind.name)
            return Error{fmt::format("--set {}: the id stands behind the kind: ims new {} {}", visible(word), kind.name,
                                     visible(value))};
        const std::string_view field = std::string_view(path).substr(0, path.find('.'));
        if (const std::string_view meant = field_meant(kind, field); !meant.empty() && !field.starts_with("x_"))
            return Error{fmt::format("--set {}: {} has no field `{}`; did you mean `{}`?\n     nothing was written",
                                     visible(word), with_article(in_words(kind.name)), visible(field), meant)};
        const auto known = std::ranges::find(out, path, [](const auto& each) { return each.first; });
        if (known == out.end()) out.push_back({path, {value}});
        else known->second.push_back(value);
    }
    return out;
}

Error no_id(std::string_view word) {
    const std::string likely = likely_id(word);
    return Error{fmt::format(
        "`{}` cannot be an id: it begins with a letter or digit, then come letters, digits, `-`, `_` and `.`{}",
        visible(word), likely.empty() ? "" : fmt::format("; write `{}`", likely))};
}

Outcome check_path(const Environment& environment, const NewLine& line) {
    if (line.kind.empty() || !line.id.empty() || line.path.size() != 1) return Nothing{};
    const std::string& word = line.path.front();
    const bool path = word.starts_with('.') || word.starts_with('/') || word.ends_with('/');
    if (path || environment.files->type(word) != EntryType::missing) return Nothing{};
    return no_id(word);
}

std::string example_of(const KindSpec& kind, std::string_view field) {
    const auto found = std::ranges::find(kind.fields, field, &FieldSpec::name);
    const std::string_view example = found == kind.fields.end() ? "" : example_in(found->description);
    return example.empty() ? "…" : std::string(example);
}

Result<std::string> file_of_new(const Environment& environment, const Analysis& analysis, const std::string& file) {
    if (file.empty()) return file;
    if (!file.ends_with(".yaml") && !file.ends_with(".yml"))
        return Error{
            fmt::format("--file: records stand in files that end in .yaml or .yml; `{}` does not", visible(file))};
    const std::string here = environment.files->real_path(".").value_or("");
    const auto place = real_place(environment, file.starts_with('/') ? file : join_path(here, file));
    std::string path = place ? relative_path(analysis.root, *place) : "..";
    if (path.starts_with(".."))
        return Error{fmt::format("--file: `{}` lies outside the folder of {}", visible(file),
                                 visible(join_path(relative_path(here, analysis.root), "ims.yaml")))};
    if (path == "ims.yaml") return Error{"--file: ims.yaml holds settings, and no records"};
    if (path.starts_with('.') || path.find("/.") != std::string::npos)
        return Error{fmt::format(
            "--file: what begins with a dot is not read, and a record in `{}` would not count; choose another name",
            visible(file))};
    const bool there = environment.files->type(join_path(analysis.root, path)) != EntryType::missing;
    if (there && !analysis.sources.find(path))
        return Error{fmt::format("--file: `{}` is there, but is not read: git or `ignore` of ims.yaml leaves it out",
                                 visible(file))};
    return path;
}

}  // namespace ims
