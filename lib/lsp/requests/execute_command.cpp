// The commands of commands.h.
#include <cstdint>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "lsp/edits/accepting.h"
#include "lsp/protocol/commands.h"
#include "lsp/protocol/uri.h"
#include "output/explain/explain.h"
#include "output/host.h"

namespace ims::requests {
namespace {

constexpr int kInformation = 3;  // as the protocol counts messages

Refusal wrong(std::string why) { return {ErrorCode::invalid_params, std::move(why)}; }

// The finding of a rule on a line of a file; on any where none is said. Null where nothing of it is found there.
const Finding* find_told(const JudgedState& judged, FileId file, RuleId rule, std::optional<std::int64_t> line) {
    for (const FindingId id : judged.result.findings) {
        const Finding& finding = judged.result.finding(id);
        if (finding.rule != rule || finding.span.file != file) continue;
        const std::int64_t stands_in = std::int64_t{judged.analysis->lines.line(file, finding.span.begin)} - 1;
        if (!line || *line == stands_in) return &finding;
    }
    return nullptr;
}

Reply accept(const Asked& asked, const Json& said) {
    const auto path = path_of_uri(text_at(said, {"uri"}));
    const std::string rule_name(text_at(said, {"rule"}));
    for (const auto& judged : asked.folders) {
        const auto file = path ? judged->file(*path) : std::nullopt;
        const auto rule = file ? judged->result.rules().find(rule_name) : std::nullopt;
        if (!rule) continue;
        const Finding* const finding = find_told(*judged, *file, *rule, at(said, {"line"}).as_integer());
        if (finding == nullptr) break;
        if (!may_be_accepted(*judged, *finding))
            return wrong(fmt::format("what `{}` finds here cannot be accepted; it can only be mended", rule_name));
        const AcceptedAs acceptance{std::string(text_at(said, {"reason"})), std::string(text_at(said, {"by"})),
                                    std::string(text_at(said, {"until"}))};
        auto edit = accept_finding(asked, *judged, *finding, acceptance);
        if (!edit) return Refusal{ErrorCode::request_failed, edit.error().message()};
        if (!asked.client.edits_when_told)
            return Refusal{ErrorCode::request_failed,
                           "this editor takes no changes from ims; write the exception by hand"};
        asked.to_client.ask("workspace/applyEdit",
                            Json::object({{"label", fmt::format("Accept {}", rule_name)}, {"edit", std::move(*edit)}}));
        return Json();
    }
    return wrong(fmt::format("`{}` finds nothing there any more", rule_name));
}

// The last part of a page says what to do.
std::string what_to_do(const RuleHelp& help) {
    const std::size_t heading = help.markdown.rfind("\n## ");
    if (heading == std::string::npos) return help.finds;
    const std::size_t text = help.markdown.find("\n\n", heading + 1);
    return text == std::string::npos ? help.finds : help.markdown.substr(text + 2);
}

Reply open_page(const Asked& asked, const Json& said) {
    const RuleSet rules = RuleSet::built_in();
    const auto rule = rules.book().find(text_at(said, {"rule"}));
    if (text_at(said, {"rule"}).empty()) return wrong(R"(say which rule: {"rule": "vacant-role"})");
    if (!rule) return wrong(fmt::format("there is no rule `{}`", text_at(said, {"rule"})));
    const RuleEntry& about = rules.book()[*rule];
    if (const std::string address = rule_address({}, about); !address.empty() && asked.client.shows_documents) {
        asked.to_client.ask("window/showDocument", Json::object({{"uri", address}, {"external", true}}));
        return Json();
    }
    const std::string text =
        fmt::format("{}: {}.\n\n{}", about.name, for_editors(about.summary), what_to_do(rule_help(rules, *rule)));
    asked.to_client.notify("window/showMessage", Json::object({{"type", kInformation}, {"message", text}}));
    return Json();
}

}  // namespace

Reply execute_command(const Asked& asked) {
    const std::string_view command = text_at(asked.params, {"command"});
    const Json::List* const arguments = at(asked.params, {"arguments"}).as_list();
    const Json said = arguments == nullptr || arguments->empty() ? Json() : arguments->front();
    if (command == kAcceptFinding) return accept(asked, said);
    if (command == kOpenRulePage) return open_page(asked, said);
    return wrong(fmt::format("there is no command `{}`", command));
}

}  // namespace ims::requests
