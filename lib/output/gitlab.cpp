// GitLab's Code Quality report: all that is found in the folder, since GitLab takes what is not in it as mended.
#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "judge/fingerprint.h"
#include "output/host.h"

namespace ims {
namespace {

std::string_view gitlab_severity(Grade grade) {
    switch (grade) {
        case Grade::error: return "critical";
        case Grade::high: return "major";
        case Grade::medium: return "minor";
        case Grade::low: break;
    }
    return "info";
}

}  // namespace

void formats::gitlab(const CheckResult& result, const Style& style, const Sink& sink) {
    const Positions positions(result.analysis->sources);
    const FindingList& all = result.judgement().findings();
    const std::vector<std::string> known_as = fingerprints(all, result.rules(), result.analysis->sources);
    // GitLab joins the reports of all folders of a repository, and records of two of them may have the same id.
    const std::string folder = style.repository.empty() ? "" : "@" + style.repository;
    sink("[");
    bool first = true;
    for (const FindingId id : result.whole) {
        // At its own place, whatever was asked for.
        const Finding& finding = all[id];
        const RuleEntry& rule = result.rules()[finding.rule];
        const HostPlace place = host_place(finding.span, positions, style);
        Json json = Json::object(
            {{"description", fmt::format("{}: {}", rule.name, visible(result.said(id)))},
             {"check_name", rule.name},
             {"fingerprint", known_as[id.index()] + folder},
             {"severity", gitlab_severity(finding.grade)},
             {"location",
              Json::object({{"path", place.path},
                            {"lines", Json::object({{"begin", place.begin.line}, {"end", place.end.line}})}})}});
        if (const std::string address = rule_address(style, rule); !address.empty())
            json["content"] = Json::object({{"body", fmt::format("[{}]({})", rule.name, address)}});
        sink(first ? "\n" : ",\n");
        first = false;
        sink(to_text(json));
    }
    sink(first ? "]\n" : "\n]\n");
}

}  // namespace ims
