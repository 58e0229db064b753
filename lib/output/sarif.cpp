// SARIF 2.1.0: all that is found in the folder as one run, with the pages of its rules.
#include "output/sarif.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "edit/render.h"
#include "judge/fingerprint.h"
#include "output/document/raw_text.h"
#include "output/explain/explain.h"
#include "output/host.h"

namespace ims {
namespace {

constexpr std::size_t kMostResults = 24'999;     // GitHub refuses a run of 25,000
constexpr std::size_t kMostRelated = 100;        // GitHub shows no more of a result
constexpr std::string_view kRoot = "%SRCROOT%";  // the root of the repository
constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::array<std::string_view, 3> kLevels = {"error", "warning", "note"};  // by HostLevel

std::string_view sarif_level(Grade grade) { return kLevels[static_cast<std::size_t>(host_level(grade))]; }

Json sarif_text(std::string text) { return Json::object({{"text", std::move(text)}}); }

// `[words](place)` is a link in a message; no text of a record becomes one.
std::string without_links(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '(' && out.ends_with(']')) out += ' ';
        out += c;
    }
    return out;
}

Json sarif_region(const HostPlace& place) {
    return Json::object({{"startLine", place.begin.line},
                         {"startColumn", place.begin.column},
                         {"endLine", place.end.line},
                         {"endColumn", place.end.column}});
}

Json sarif_file(const HostPlace& place) {
    return Json::object({{"uri", encoded_path(place.path)}, {"uriBaseId", kRoot}});
}

class SarifWriter {
public:
    SarifWriter(const CheckResult& result, const Style& style, const Sink& sink, std::size_t most)
        : result_(result),
          style_(style),
          sink_(sink),
          most_(most),
          positions_(result.analysis->sources),
          known_as_(fingerprints(result.judgement().findings(), result.rules(), result.analysis->sources)) {}

    void write() {
        const std::vector<FindingId> shown = gravest();
        sink_(fmt::format("{{\"$schema\": \"{}\", \"version\": \"2.1.0\", \"runs\": [{{", kSchema));
        write_tool();
        const std::string id = style_.repository.empty() ? "ims/" : "ims/" + style_.repository + "/";
        sink_(fmt::format(", \"automationDetails\": {}, \"columnKind\": \"unicodeCodePoints\", ",
                          to_text(Json::object({{"id", id}}))));
        sink_(
            fmt::format("\"originalUriBaseIds\": {{\"{}\": {{\"description\": {{\"text\": \"the root of the "
                        "repository\"}}}}}}, \"invocations\": [{}], ",
                        kRoot, to_text(invocation(result_.whole.size() - shown.size()))));
        sink_("\"results\": [");
        for (const FindingId each : shown) {
            sink_(each == shown.front() ? "\n" : ",\n");
            sink_(to_text(result_json(each)));
        }
        sink_("]}]}\n");
    }

private:
    // All of them where the host takes so many, else the gravest, in the order of places.
    std::vector<FindingId> gravest() const {
        std::vector<FindingId> shown = result_.whole;
        if (shown.size() <= most_) return shown;
        std::ranges::stable_sort(shown, std::greater(), [&](FindingId each) { return own(each).grade; });
        shown.resize(most_);
        std::ranges::stable_sort(shown, {}, [&](FindingId each) { return own(each).span; });
        return shown;
    }

    // At its own place, whatever was asked for: hosts take these as the whole state.
    const Finding& own(FindingId finding) const { return result_.judgement().findings()[finding]; }

    void write_tool() {
        std::vector<const RuleEntry*> rules;
        for (const RuleEntry& each : result_.rules().entries()) {
            if (result_.chosen[static_cast<std::size_t>(each.id)]) rules.push_back(&each);
        }
        std::ranges::sort(rules, {}, &RuleEntry::name);
        Json driver = Json::object({{"name", "ims"}, {"version", built_version()}});
        if (!style_.docs.empty()) driver["informationUri"] = style_.docs;
        const std::string text = to_text(driver);
        sink_(fmt::format("\"tool\": {{\"driver\": {}, \"rules\": [", text.substr(0, text.size() - 1)));
        for (const RuleEntry* each : rules) {
            sink_(rule_index_.empty() ? "\n" : ",\n");
            rule_index_.emplace(each->id, rule_index_.size());
            sink_(to_text(rule_json(*each)));
        }
        sink_("]}}");
    }

    Json rule_json(const RuleEntry& rule) const {
        const RuleHelp help = rule_help(result_.analysis->rules, rule.id);
        const Grade grade = result_.analysis->settings.grade(rule).value_or(rule.grade);
        Json json = Json::object({{"id", rule.name},
                                  {"shortDescription", sarif_text(for_editors(rule.summary))},
                                  {"fullDescription", sarif_text(help.finds)}});
        if (const std::string address = rule_address(style_, rule); !address.empty()) json["helpUri"] = address;
        json["help"] = Json::object({{"text", help.text}, {"markdown", help.markdown}});
        json["defaultConfiguration"] = Json::object({{"level", sarif_level(grade)}});
        json["properties"] = Json::object({{"tags", Json::list({rule.family, to_string(grade)})}});
        return json;
    }

    [[nodiscard]] Json invocation(std::size_t left_out) const {
        Json json = Json::object({{"executionSuccessful", true}});
        if (left_out == 0) return json;
        const std::string text = fmt::format("{} left out, since hosts take {} results; the gravest are here",
                                             counted(left_out, "finding is", "findings are"), most_);
        json["toolExecutionNotifications"] =
            Json::list({Json::object({{"level", "warning"}, {"message", sarif_text(text)}})});
        return json;
    }

    Json location(Span span) const {
        const HostPlace place = host_place(span, positions_, style_);
        return Json::object({{"physicalLocation", Json::object({{"artifactLocation", sarif_file(place)},
                                                                {"region", sarif_region(place)}})}});
    }

    Json result_json(FindingId id) const {
        const Finding& finding = own(id);
        Json json;
        json["ruleId"] = result_.rules()[finding.rule].name;
        json["ruleIndex"] = rule_index_.at(finding.rule);
        json["level"] = sarif_level(finding.grade);
        json["message"] = sarif_text(without_links(host_message(result_, id)));
        json["locations"] = Json::list({location(finding.span)});
        json["partialFingerprints"] = Json::object({{"ims/v1", known_as_[id.index()]}});
        if (!finding.labels.empty()) json["relatedLocations"] = related(finding);
        if (finding.fix) {
            if (const auto edits = render(*result_.analysis, *finding.fix))
                json["fixes"] = Json::list({fix_json(*finding.fix, *edits)});
        }
        if (result_.comparison != nullptr) json["baselineState"] = state(result_.novelty(id));
        Json& properties = json["properties"] = Json::object({{"grade", to_string(finding.grade)}});
        if (finding.record.known()) properties["record"] = finding.record.text();
        if (!finding.field.empty()) properties["field"] = finding.field;
        if (!finding.disciplines.empty()) properties["disciplines"] = Json::list_of(finding.disciplines);
        return json;
    }

    Json related(const Finding& finding) const {
        Json list = Json::list();
        for (std::size_t index = 0; index < finding.labels.size() && index < kMostRelated; ++index) {
            const Label& label = finding.labels[index];
            Json each = location(label.span);
            each["id"] = index + 1;
            if (!label.says.empty()) each["message"] = sarif_text(without_links(visible(result_.words(label.says))));
            list.add(std::move(each));
        }
        return list;
    }

    Json fix_json(const Fix& fix, const std::vector<Edit>& edits) const {
        Json changes = Json::list();
        const Edit* before = nullptr;
        for (const Edit& edit : edits) {
            const HostPlace place = host_place(edit.span, positions_, style_);
            if (before == nullptr || before->span.file != edit.span.file)
                changes.add(Json::object({{"artifactLocation", sarif_file(place)}, {"replacements", Json::list()}}));
            changes.as_list()->back()["replacements"].add(
                Json::object({{"deletedRegion", sarif_region(place)}, {"insertedContent", sarif_text(edit.text)}}));
            before = &edit;
        }
        return Json::object({{"description", sarif_text(without_links(visible(result_.words(fix.title))))},
                             {"artifactChanges", std::move(changes)}});
    }

    static std::string_view state(Novelty novelty) {
        switch (novelty) {
            case Novelty::fresh:
            case Novelty::due: return "new";
            case Novelty::worse: return "updated";
            case Novelty::known: break;
        }
        return "unchanged";
    }

    const CheckResult& result_;
    const Style& style_;
    const Sink& sink_;
    std::size_t most_;  // results
    Positions positions_;
    std::vector<std::string> known_as_;         // by FindingId
    std::map<RuleId, std::size_t> rule_index_;  // among the rules that stand in the file
};

}  // namespace

void write_sarif(const CheckResult& result, const Style& style, const Sink& sink, std::size_t most) {
    SarifWriter(result, style, sink, most).write();
}

void formats::sarif(const CheckResult& result, const Style& style, const Sink& sink) {
    write_sarif(result, style, sink, kMostResults);
}

}  // namespace ims
