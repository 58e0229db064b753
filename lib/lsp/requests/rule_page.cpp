// The page of a rule as Markdown, for clients that show it themselves: {"rule"}.
#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "lsp/judged/asked.h"
#include "output/explain/explain.h"

namespace ims::requests {

Reply rule_page(const Asked& asked) {
    const std::string_view name = text_at(asked.params, {"rule"});
    const RuleSet rules = RuleSet::built_in();
    const auto rule = rules.book().find(name);
    if (name.empty()) return Refusal{ErrorCode::invalid_params, R"(say which rule: {"rule": "vacant-role"})"};
    if (!rule) return Refusal{ErrorCode::invalid_params, fmt::format("there is no rule `{}`", name)};
    const RuleEntry& about = rules.book()[*rule];
    const std::string markdown =
        fmt::format("# {}\n\n*{}*. Grade {}{}.\n\n{}\n", about.name, for_editors(about.summary), to_string(about.grade),
                    about.fixedness == Fixedness::fixed ? ", which is fixed" : "", rule_help(rules, *rule).markdown);
    return Json::object({{"markdown", markdown}});
}

}  // namespace ims::requests
