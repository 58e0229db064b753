#include "judge/baseline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "base/line_words.h"
#include "base/text.h"
#include "diagnostics/rules.h"

namespace ims {
namespace {

constexpr std::string_view kAbout =
    "# Findings that were there on that day: `ims check` does not tell them again. Written by `ims baseline write`.\n"
    "# So that git can merge two of these, .gitattributes holds the line: .ims-baseline merge=union\n";

bool is_conflict_marker(std::string_view line) {
    constexpr std::array<std::string_view, 4> kMarkers = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
    return std::ranges::any_of(kMarkers, [&](std::string_view marker) { return line.starts_with(marker); });
}

std::vector<std::string> split_disciplines(std::string_view word) {
    std::vector<std::string> names;
    while (word != "-" && !word.empty()) {
        const std::size_t end = std::min(word.find(','), word.size());
        if (end > 0) names.emplace_back(word.substr(0, end));
        word.remove_prefix(std::min(end + 1, word.size()));
    }
    std::ranges::sort(names);
    return names;
}

std::optional<BaselineLine> parse_line(std::string_view text) {
    const std::vector<std::string_view> words = words_of_line(text);
    if (words.size() != 5) return std::nullopt;
    const auto grade = words[0].starts_with('#') ? std::nullopt : parse_grade(words[2]);
    if (!grade || words[3].find(':') == std::string_view::npos) return std::nullopt;
    return BaselineLine{decode_word(words[0]), std::string(words[1]),       *grade,
                        std::string(words[3]), split_disciplines(words[4]), 0};
}

std::string to_line(const BaselineLine& line) {
    std::string disciplines = fmt::format("{}", fmt::join(line.disciplines, ","));
    if (disciplines.empty()) disciplines = "-";
    return fmt::format("{} {} {} {} {}", encode_word(line.where), line.rule, to_string(line.grade), line.fingerprint,
                       disciplines);
}

}  // namespace

std::span<const BaselineLine> Baseline::of(std::string_view fingerprint) const {
    const auto same = std::ranges::equal_range(
        lines, fingerprint, {}, [](const BaselineLine& line) { return std::string_view(line.fingerprint); });
    return {same.begin(), same.end()};
}

bool Baseline::holds(std::string_view fingerprint, Grade grade, const std::vector<std::string>& disciplines) const {
    std::vector<std::string> sorted = disciplines;
    std::ranges::sort(sorted);
    return std::ranges::any_of(of(fingerprint), [&](const BaselineLine& line) {
        return is_no_worse(grade, sorted, line.grade, line.disciplines);
    });
}

bool is_no_worse(Grade grade, const std::vector<std::string>& disciplines, Grade known_grade,
                 const std::vector<std::string>& known_disciplines) {
    return grade <= known_grade && std::ranges::includes(known_disciplines, disciplines);
}

bool may_be_held(const Finding& finding, const RuleBook& rules) {
    const bool broken = finding.grade == Grade::error && rules[finding.rule].fixedness == Fixedness::fixed;
    return !broken && finding.rule != RuleId::baseline_unused;
}

Result<Baseline> read_baseline(std::string_view text, const std::string& path) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    Baseline baseline;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (line.front() == '#') {
            const auto day = parse_date(trim(line.substr(1)));
            if (day && (!baseline.day || *day < *baseline.day)) baseline.day = day;
            continue;
        }
        if (is_conflict_marker(line)) {
            return Error{path, fmt::format(":{}", number),
                         "git could not merge this file, and its marks still stand here; write it anew with `ims "
                         "baseline write`"};
        }
        auto parsed = parse_line(line);
        if (!parsed) {
            return Error{path, fmt::format(":{}", number),
                         fmt::format("`{}` is no line of a baseline (record, rule, grade, fingerprint, disciplines); "
                                     "write the file anew with `ims baseline write`",
                                     shorten(line, 60))};
        }
        parsed->number = number;
        baseline.lines.push_back(*std::move(parsed));
    }
    std::ranges::stable_sort(baseline.lines, {}, said_by);
    const auto again = std::ranges::unique(baseline.lines, {}, said_by);
    baseline.lines.erase(again.begin(), again.end());
    return baseline;
}

std::string write_baseline(std::vector<BaselineLine> lines, Date day) {
    std::vector<std::string> texts;
    std::ranges::transform(lines, std::back_inserter(texts), to_line);
    std::ranges::sort(texts);
    const auto again = std::ranges::unique(texts);
    texts.erase(again.begin(), again.end());
    std::string out = fmt::format("# {}\n{}", to_string(day), kAbout);
    for (const std::string& each : texts) out += each + '\n';
    return out;
}

std::string without_lines(std::string_view text, const std::vector<BaselineLine>& lines) {
    std::vector<BaselineLine> dropped = lines;
    std::ranges::sort(dropped, {}, said_by);
    std::string kept;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        const auto parsed = parse_line(line);
        if (!parsed || !std::ranges::binary_search(dropped, said_by(*parsed), {}, said_by)) kept += line;
    }
    return kept;
}

RewrittenBaseline rewritten(std::string_view text,
                            const std::function<std::optional<BaselineLine>(const BaselineLine&)>& changed) {
    RewrittenBaseline out;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        const auto parsed = parse_line(line);
        const auto now = parsed ? changed(*parsed) : std::nullopt;
        if (!now) {
            out.text += line;
            continue;
        }
        const std::vector<std::string_view> words = words_of_line(line);
        const auto place = [&](std::string_view word) { return static_cast<std::size_t>(word.data() - line.data()); };
        std::string written(line);
        written.replace(place(words[3]), words[3].size(), now->fingerprint);
        if (now->where != parsed->where) written.replace(place(words[0]), words[0].size(), encode_word(now->where));
        if (written != line) out.lines.push_back(number);
        out.text += written;
    }
    return out;
}

BaselineLine baseline_line(const Finding& finding, std::string_view fingerprint, const RuleBook& rules,
                           const SourceMap& sources) {
    BaselineLine line;
    line.where = finding.record.known() ? finding.record.text() : sources[finding.span.file].path;
    line.rule = rules[finding.rule].name;
    line.grade = finding.grade;
    line.fingerprint = fingerprint;
    line.disciplines = finding.disciplines;
    std::ranges::sort(line.disciplines);
    return line;
}

}  // namespace ims
