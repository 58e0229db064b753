// How the parts of this folder report a wrong setting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"

namespace ims {

class SettingReporter {
public:
    // What is said stands in `arena`.
    SettingReporter(std::vector<Finding>& findings, Arena& arena) : findings_(findings), arena_(arena) {}

    // The setting that what is reported from now on is about: `risk`. Empty: none in particular.
    void about(std::string_view setting) { about_ = setting; }
    template <class... Types>
    [[nodiscard]] Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }
    [[nodiscard]] Arena& arena() { return arena_; }
    Finding& report(Span place, Message message, Message help, std::string_view key = {});
    // "did you mean", with its fix, where one of the names is near; else the finding stays as it is.
    void suggest(Finding& finding, std::string_view word, const std::vector<std::string_view>& names);
    static std::vector<std::string_view> views(const std::vector<std::string>& names);

private:
    std::vector<Finding>& findings_;
    Arena& arena_;
    std::string_view about_;
};

}  // namespace ims
