// A line a finding for reviewdog, which writes them as comments of a review. Its columns count bytes.
#include <array>
#include <optional>

#include "base/json.h"
#include "base/text.h"
#include "edit/render.h"
#include "output/host.h"

namespace ims {
namespace {

constexpr std::array<std::string_view, 3> kSeverities = {"ERROR", "WARNING", "INFO"};  // by HostLevel

class RdjsonWriter {
public:
    RdjsonWriter(const CheckResult& result, const Style& style)
        : result_(result), style_(style), positions_(result.analysis->sources) {}

    std::string line(FindingId id) const {
        const Finding& finding = result_.finding(id);
        const RuleEntry& rule = result_.rules()[finding.rule];
        Json code = Json::object({{"value", rule.name}});
        if (const std::string address = rule_address(style_, rule); !address.empty()) code["url"] = address;
        Json json = Json::object({{"message", host_message(result_, id)},
                                  {"location", location(finding.span)},
                                  {"severity", kSeverities[static_cast<std::size_t>(host_level(finding.grade))]},
                                  {"source", Json::object({{"name", "ims"}})},
                                  {"code", std::move(code)}});
        if (auto suggestion = suggestion_of(finding)) json["suggestions"] = Json::list({std::move(*suggestion)});
        if (!finding.labels.empty()) {
            Json& related = json["related_locations"] = Json::list();
            for (const Label& label : finding.labels) {
                Json each;
                if (!label.says.empty()) each["message"] = visible(result_.words(label.says));
                each["location"] = location(label.span);
                related.add(std::move(each));
            }
        }
        return to_text(json) + "\n";
    }

private:
    // From 1, in bytes.
    Json position(FileId file, std::uint32_t offset) const {
        const std::uint32_t line = positions_.position(file, offset).line;
        return Json::object({{"line", line}, {"column", offset - positions_.line_begin(file, line) + 1}});
    }

    Json range(Span span) const {
        return Json::object({{"start", position(span.file, span.begin)}, {"end", position(span.file, span.end)}});
    }

    Json location(Span span) const {
        const HostPlace place = host_place(span, positions_, style_);
        Json json = Json::object({{"path", place.path}});
        if (result_.analysis->sources.is_built_in(span.file)) {
            const Json first = Json::object({{"line", 1}, {"column", 1}});
            json["range"] = Json::object({{"start", first}, {"end", first}});
        } else {
            json["range"] = range(span);
        }
        return json;
    }

    // The whole fix as one replacement, since reviewdog offers each by itself. None where it reaches into another file.
    std::optional<Json> suggestion_of(const Finding& finding) const {
        if (!finding.fix) return std::nullopt;
        const auto edits = render(*result_.analysis, *finding.fix);
        if (!edits || edits->empty()) return std::nullopt;
        Span whole = edits->front().span;
        whole.end = whole.begin;
        std::string text;
        for (const Edit& edit : *edits) {
            if (edit.span.file != finding.span.file) return std::nullopt;
            text += result_.analysis->sources.text({whole.file, whole.end, edit.span.begin});
            text += edit.text;
            whole.end = edit.span.end;
        }
        return Json::object({{"range", range(whole)}, {"text", text}});
    }

    const CheckResult& result_;
    const Style& style_;
    Positions positions_;
};

}  // namespace

void formats::rdjsonl(const CheckResult& result, const Style& style, const Sink& sink) {
    const RdjsonWriter writer(result, style);
    for (const FindingId id : result.findings) sink(writer.line(id));
}

}  // namespace ims
