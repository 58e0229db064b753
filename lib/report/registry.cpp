#include <algorithm>
#include <string>
#include <vector>

#include "report/report.h"

namespace ims {
namespace {

// `management_review` → `management-review`
std::vector<std::string> make_names() {
    std::vector<std::string> names = {
#define IMS_REPORT(identifier, subject, kind, also_for, summary) #identifier,
#include "report/reports.def"
#undef IMS_REPORT
    };
    for (std::string& name : names) std::ranges::replace(name, '_', '-');
    return names;
}

std::vector<Report> make_reports() {
    static const std::vector<std::string> names = make_names();
    std::vector<Report> all = {
#define IMS_REPORT(identifier, subject, kind, also_for, summary) \
    {#identifier, ReportSubject::subject, #kind, ReportFor::also_for, summary, reports::identifier::build},
#include "report/reports.def"
#undef IMS_REPORT
    };
    for (std::size_t index = 0; index < all.size(); ++index) all[index].name = names[index];
    return all;
}

}  // namespace

std::span<const Report> all_reports() {
    static const std::vector<Report> all = make_reports();
    return all;
}

const Report* find_report(std::string_view name) {
    const auto found = std::ranges::find(all_reports(), name, &Report::name);
    return found == all_reports().end() ? nullptr : &*found;
}

bool looks_back(const Report& report) { return report.build == reports::trend::build; }

std::vector<std::string_view> kinds_of(const Report& report) {
    constexpr std::string_view kOr = "_or_";
    std::vector<std::string_view> kinds;
    if (report.kind == kAnyKind) return kinds;
    std::string_view rest = report.kind;
    for (std::size_t at = rest.find(kOr); at != std::string_view::npos; at = rest.find(kOr)) {
        kinds.push_back(rest.substr(0, at));
        rest.remove_prefix(at + kOr.size());
    }
    kinds.push_back(rest);
    return kinds;
}

bool is_of_several_kinds(const Report& report) { return report.kind == kAnyKind || kinds_of(report).size() > 1; }

std::string_view to_string(ReportFor made_for) {
    switch (made_for) {
        case ReportFor::manager: return "manager";
        case ReportFor::authority: return "authority";
        case ReportFor::everyone: break;
    }
    return {};
}

}  // namespace ims
