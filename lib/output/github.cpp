// Annotations, as GitHub Actions reads them from a log: those of an error first. A step shows ten of a kind, so what
// follows from a finding stands in its annotation, and what is not shown is counted.
#include "output/github.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "output/host.h"

namespace ims {
namespace {

constexpr std::size_t kAnnotations = 10;        // of a kind that a step shows
constexpr std::size_t kPlacesInAnnotation = 8;  // of one sort that a message names
constexpr std::array<std::string_view, 3> kCommands = {"error", "warning", "notice"};  // by HostLevel

struct Annotation {
    FindingId finding;
    std::vector<FindingId> follows;  // what is found only because of it
    Grade grade = Grade::low;        // the gravest of all these
};

std::string escaped(std::string_view text, std::string_view which) {
    std::string out;
    for (const char c : text) {
        if (which.find(c) == std::string_view::npos) out += c;
        else fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
    }
    return out;
}
std::string command_data(std::string_view text) { return escaped(text, "%\r\n"); }
std::string command_property(std::string_view text) { return escaped(text, "%\r\n:,"); }

class GithubWriter {
public:
    GithubWriter(const CheckResult& result, const Style& style, const Sink& sink)
        : result_(result), style_(style), sink_(sink), positions_(result.analysis->sources) {}

    void write() {
        const std::vector<Annotation> all = annotations();
        std::array<std::size_t, 3> left{kAnnotations, kAnnotations, kAnnotations};
        std::array<std::size_t, 3> there{};
        for (const Annotation& each : all) ++there[kind(each)];
        // The last line is a notice itself.
        const bool too_many = std::ranges::any_of(there, [](std::size_t count) { return count > kAnnotations; });
        if (too_many) --left[static_cast<std::size_t>(HostLevel::note)];
        std::size_t not_shown = 0;
        for (const Annotation& each : all) {
            if (left[kind(each)] == 0) {
                ++not_shown;
                continue;
            }
            --left[kind(each)];
            sink_(command(each));
        }
        if (not_shown == 0) return;
        sink_(fmt::format("::notice title=ims::{}\n",
                          command_data(fmt::format("{} no annotation, since a step shows {} of a kind; `{}` lists all",
                                                   counted(not_shown, "more has", "more have"), kAnnotations,
                                                   style_.command.empty() ? "ims check" : style_.command))));
    }

private:
    static std::size_t kind(const Annotation& annotation) {
        return static_cast<std::size_t>(host_level(annotation.grade));
    }

    // One for each finding that stands for itself, the gravest first, else in the order of causes.
    std::vector<Annotation> annotations() const {
        std::vector<Annotation> all;
        for (const Cause& cause : result_.causes) {
            const std::size_t first = all.size();
            // What is accepted is not shown, so it has no annotation that could hold what follows from it.
            for (const FindingId each : cause.accepted ? cause.explains : cause.members)
                all.push_back({each, {}, result_.finding(each).grade});
            if (cause.accepted) continue;
            for (const FindingId each : cause.explains) {
                Annotation& root = all[first + member_behind(cause, each)];
                root.follows.push_back(each);
                root.grade = std::max(root.grade, result_.finding(each).grade);
            }
        }
        std::ranges::stable_sort(all, std::greater(), &Annotation::grade);
        return all;
    }

    // The place of the member from which a finding follows.
    std::size_t member_behind(const Cause& cause, FindingId finding) const {
        for (;;) {
            const auto found = std::ranges::lower_bound(cause.members, finding);
            if (found != cause.members.end() && *found == finding)
                return static_cast<std::size_t>(found - cause.members.begin());
            const auto by = result_.judgement().explanations().of(finding);
            if (by.empty()) return 0;
            finding = by.front();
        }
    }

    std::string command(const Annotation& annotation) const {
        const Finding& finding = result_.finding(annotation.finding);
        const HostPlace place = host_place(finding.span, positions_, style_);
        std::string text = fmt::format("::{} file={},line={}", kCommands[kind(annotation)],
                                       command_property(place.path), place.begin.line);
        // GitHub takes no columns where a range has several lines.
        if (place.begin.line == place.end.line)
            text +=
                fmt::format(",col={},endLine={},endColumn={}", place.begin.column, place.end.line, place.end.column);
        else text += fmt::format(",endLine={}", place.end.line);
        return text + fmt::format(",title={}::{}\n",
                                  command_property(fmt::format("{} ({})", result_.rules()[finding.rule].name,
                                                               to_string(annotation.grade))),
                                  command_data(message(annotation)));
    }

    std::string message(const Annotation& annotation) const {
        std::string text = host_message(result_, annotation.finding);
        const auto some_of = [&](const auto& items, const auto& line_of) {
            for (std::size_t index = 0; index < items.size() && index < kPlacesInAnnotation; ++index)
                text += "\n" + line_of(items[index]);
            if (items.size() > kPlacesInAnnotation)
                text += fmt::format("\nand {} more", items.size() - kPlacesInAnnotation);
        };
        some_of(annotation.follows, [&](FindingId each) {
            const Finding& follows = result_.finding(each);
            return fmt::format("follows from it: {} {} ({}, {})",
                               to_string(host_place(follows.span, positions_, style_)), visible(result_.said(each)),
                               result_.rules()[follows.rule].name, to_string(follows.grade));
        });
        some_of(result_.finding(annotation.finding).labels, [&](const Label& label) {
            return fmt::format("see {}{}{}", to_string(host_place(label.span, positions_, style_)),
                               label.says.empty() ? "" : " ", visible(result_.words(label.says)));
        });
        return text;
    }

    const CheckResult& result_;
    const Style& style_;
    const Sink& sink_;
    Positions positions_;
};

}  // namespace

std::string safe_in_log(std::string_view text) {
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    std::string out;
    out.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        out += text[index];
        const std::string_view rest = text.substr(index);
        if (rest.starts_with("::") && rest.size() > 2 && is_word(rest[2])) out += ' ';
        if (index > 0 && text[index - 1] == '#' && rest.starts_with("#[")) out += ' ';
    }
    return out;
}

std::string guarded_log(std::string_view text) {
    const std::string safe = safe_in_log(text);
    std::string token;
    for (const std::uint8_t byte : sha256(safe)) fmt::format_to(std::back_inserter(token), "{:02x}", byte);
    return fmt::format("::stop-commands::{0}\n{1}{2}::{0}::\n", token, safe, safe.ends_with('\n') ? "" : "\n");
}

void formats::github(const CheckResult& result, const Style& style, const Sink& sink) {
    GithubWriter(result, style, sink).write();
}

}  // namespace ims
