#include "settings/setting_reporter.h"

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "diagnostics/rules.h"

namespace ims {

Finding& SettingReporter::report(Span place, std::string message, std::string help, std::string_view key) {
    Finding& finding = findings_.emplace_back();
    finding.rule = RuleId::unknown_setting;
    finding.grade = Grade::error;
    finding.span = place;
    finding.message = std::move(message);
    finding.help = std::move(help);
    finding.key = std::string(key);
    return finding;
}

void SettingReporter::suggest(Finding& finding, std::string_view word, const std::vector<std::string_view>& names) {
    if (const auto near = nearest(word, names)) {
        finding.help = fmt::format("did you mean `{}`?", visible(*near));
        finding.fix =
            Fix{fmt::format("write `{}`", visible(*near)), Fix::Safety::unsafe, {{finding.span, std::string(*near)}}};
    }
}

std::vector<std::string_view> SettingReporter::views(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

}  // namespace ims
