// JUnit's XML, as servers of pipelines show tests: a suite for each family of rules, in it a case for each record, so
// that what is in order is seen too. A case fails by what is told of its record.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "output/host.h"

namespace ims {
namespace {

// Good between tags and between double quotes. What XML 1.0 cannot hold is shown as U+FFFD.
std::string xml_text(std::string_view text) {
    std::string out;
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        offset += point.length;
        const bool control = point.value < ' ' && point.value != '\t' && point.value != '\n';
        switch (control || point.value == 0xfffe || point.value == 0xffff ? 0xfffd : point.value) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case 0xfffd: append_utf8(out, 0xfffd); break;
            default: append_utf8(out, point.value);
        }
    }
    return out;
}

struct Case {
    std::string name;  // `role/cashier`, or the path of a file
    std::string file;  // from the root of the repository
    std::vector<FindingId> failures;
    std::vector<FindingId> due;
    std::vector<FindingId> known;
    [[nodiscard]] bool skipped() const { return failures.empty() && !(due.empty() && known.empty()); }
};

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t skipped = 0;
};

std::string attributes(const Counts& counts) {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", counts.tests, counts.failures,
                       counts.skipped);
}

class JunitWriter {
public:
    JunitWriter(const CheckResult& result, const Style& style, const Sink& sink)
        : result_(result), style_(style), sink_(sink), positions_(result.analysis->sources) {
        for (const FindingId each : result.findings) found_[family(each)].push_back(each);
        for (const FindingId each : result.due) due_[family(each)].push_back(each);
        for (const FindingId each : result.listed) {
            if (result.novelty(each) == Novelty::known) known_[family(each)].push_back(each);
        }
    }

    void write() {
        std::vector<std::string_view> families;
        for (const RuleFamily& each : result_.rules().families()) {
            if (is_chosen(each.name)) families.push_back(each.name);
        }
        Counts all;
        for (const std::string_view each : families) add(all, count(cases(each)));
        sink_(
            fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ims\" {}>\n", attributes(all)));
        for (const std::string_view each : families) write_suite(each);
        sink_("</testsuites>\n");
    }

private:
    std::string_view family(FindingId finding) const { return result_.rules()[result_.finding(finding).rule].family; }

    bool is_chosen(std::string_view name) const {
        return std::ranges::any_of(result_.rules().entries(), [&](const RuleEntry& each) {
            return each.family == name && result_.chosen[static_cast<std::size_t>(each.id)];
        });
    }

    // One for each record; others only for what is found of them.
    std::vector<Case> cases(std::string_view of_family) const {
        std::vector<Case> all;
        std::map<std::string, std::size_t> places;
        const auto case_of = [&](const std::string& name, std::string path) -> Case& {
            const auto [place, is_new] = places.try_emplace(name, all.size());
            if (is_new) all.push_back({name, std::move(path), {}, {}, {}});
            return all[place->second];
        };
        const Graph& graph = result_.analysis->graph;
        for (const RecordId record : graph.all()) {
            const FileId file = graph.record(record).file;
            if (result_.inside[file.index()])
                case_of(graph[record].name().text(), host_path(style_, result_.analysis->sources[file].path));
        }
        const auto add_all = [&](const auto& by_family, std::vector<FindingId> Case::*list) {
            const auto found = by_family.find(of_family);
            if (found == by_family.end()) return;
            for (const FindingId each : found->second) {
                const Finding& finding = result_.finding(each);
                const std::string path = host_place(finding.span, positions_, style_).path;
                (case_of(finding.record.known() ? finding.record.text() : path, path).*list).push_back(each);
            }
        };
        add_all(found_, &Case::failures);
        add_all(due_, &Case::due);
        add_all(known_, &Case::known);
        std::ranges::stable_sort(all, {}, &Case::file);
        return all;
    }

    static Counts count(const std::vector<Case>& cases) {
        Counts counts{cases.size(), 0, 0};
        for (const Case& each : cases) {
            if (!each.failures.empty()) ++counts.failures;
            else if (each.skipped()) ++counts.skipped;
        }
        return counts;
    }

    static void add(Counts& all, const Counts& more) {
        all.tests += more.tests;
        all.failures += more.failures;
        all.skipped += more.skipped;
    }

    void write_suite(std::string_view name) const {
        const std::vector<Case> all = cases(name);
        // Records of two folders of a repository may have the same id.
        const std::string folder = style_.repository.empty() ? "ims" : "ims." + style_.repository;
        sink_(fmt::format("  <testsuite name=\"{}\" {}>\n", name, attributes(count(all))));
        for (const Case& each : all) {
            const std::string opening =
                fmt::format("    <testcase classname=\"{}.{}\" name=\"{}\" file=\"{}\"", xml_text(visible(folder)),
                            name, xml_text(visible(each.name)), xml_text(visible(each.file)));
            if (each.failures.empty() && !each.skipped()) sink_(opening + "/>\n");
            else sink_(fmt::format("{}>\n{}    </testcase>\n", opening, outcome(each)));
        }
        sink_("  </testsuite>\n");
    }

    std::string outcome(const Case& of) const {
        if (of.failures.empty() && of.due.empty())
            return fmt::format("      <skipped message=\"known before: {}\"/>\n", xml_text(summary(of.known)));
        if (of.failures.empty()) {
            return fmt::format("      <skipped message=\"came due because days have passed: {}\"/>\n",
                               xml_text(summary(of.due)));
        }
        std::string text;
        for (const FindingId each : of.failures) {
            const Finding& finding = result_.finding(each);
            text += fmt::format("{}[{}]: {}\n--> {}\n", to_string(finding.grade), result_.rules()[finding.rule].name,
                                host_message(result_, each), to_string(host_place(finding.span, positions_, style_)));
        }
        return fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n", xml_text(summary(of.failures)),
                           to_string(result_.finding(gravest(of.failures)).grade), xml_text(text));
    }

    FindingId gravest(const std::vector<FindingId>& findings) const {
        return *std::ranges::max_element(findings, {}, [&](FindingId each) { return result_.finding(each).grade; });
    }

    std::string summary(const std::vector<FindingId>& findings) const {
        std::string text = visible(result_.said(gravest(findings)));
        if (findings.size() > 1) text += fmt::format(" (and {} more)", findings.size() - 1);
        return text;
    }

    const CheckResult& result_;
    const Style& style_;
    const Sink& sink_;
    Positions positions_;
    std::map<std::string_view, std::vector<FindingId>> found_;  // by family
    std::map<std::string_view, std::vector<FindingId>> due_;
    std::map<std::string_view, std::vector<FindingId>> known_;
};

}  // namespace

void formats::junit(const CheckResult& result, const Style& style, const Sink& sink) {
    JunitWriter(result, style, sink).write();
}

}  // namespace ims
