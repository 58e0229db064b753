#include "settings/setting_reporter.h"

#include "base/nearest.h"
#include "diagnostics/rules.h"

namespace ims {

Finding& SettingReporter::report(Span place, Message message, Message help, std::string_view key) {
    Finding& finding = add_error(findings_, RuleId::unknown_setting, place, message, help);
    finding.key = std::string(key);
    finding.field = std::string(about_);
    return finding;
}

void SettingReporter::suggest(Finding& finding, std::string_view word, const std::vector<std::string_view>& names) {
    if (const auto near = nearest(word, names)) ims::suggest(finding, *near, arena_);
}

std::vector<std::string_view> SettingReporter::views(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

}  // namespace ims
