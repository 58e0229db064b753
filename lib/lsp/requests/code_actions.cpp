// What can be done about what is found at a place: mend it, accept it, add what is missing, read about it.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "diagnostics/rules.h"
#include "edit/mend.h"
#include "link/graph_names.h"
#include "lsp/edits/accepting.h"
#include "lsp/edits/missing_record.h"
#include "lsp/edits/workspace_edit.h"
#include "lsp/judged/diagnostics.h"
#include "lsp/protocol/commands.h"

namespace ims::requests {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll";

// "Write `driver`"
std::string as_title(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

class Actions {
public:
    explicit Actions(const Asked& asked)
        : asked_(asked),
          judged_(*asked.judged),
          analysis_(*judged_.analysis),
          wanted_(asked.lines().bytes(read_range(at(asked.params, {"range"})), asked.client.encoding)) {}

    Json run() {
        const auto file = judged_.file(asked_.document->path);
        if (!file) return std::move(actions_);
        file_ = *file;
        for (const FindingId id : judged_.result.findings) {
            const Finding& finding = judged_.result.finding(id);
            if (finding.span.file == file_ && !is_left_to_others(asked_.client, finding.rule))
                findings_.push_back(&finding);
        }
        if (is_asked_for(kQuickFix)) {
            for (const Finding* const each : findings_) {
                if (each->span.begin <= wanted_.end && wanted_.begin <= each->span.end) add_for(*each);
            }
        }
        if (is_asked_for(kFixAll)) add_fix_all();
        return std::move(actions_);
    }

private:
    // A kind holds all that stand below it.
    [[nodiscard]] bool is_asked_for(std::string_view kind) const {
        const Json::List* const only = at(asked_.params, {"context", "only"}).as_list();
        if (only == nullptr) return true;
        return std::ranges::any_of(*only, [&](const Json& each) {
            const std::string* const asked = each.as_text();
            return asked != nullptr && (*asked == kind || asked->empty() || kind.starts_with(*asked + "."));
        });
    }

    void add_for(const Finding& finding) {
        const RuleEntry& rule = judged_.result.rules()[finding.rule];
        if (asked_.client.code_action_literals) {
            add_fix(finding);
            if (finding.rule == RuleId::unknown_reference) {
                for (MissingRecord& each : begin_missing(asked_, finding))
                    add_edit(finding, each.title, std::move(each.edit));
            }
        }
        if (may_be_accepted(judged_, finding)) add_acceptance(finding, rule);
        if (!told_pages_.insert(finding.rule).second) return;
        add_command(finding, fmt::format("Open the page of the rule {}", rule.name), kOpenRulePage,
                    Json::object({{"rule", rule.name}}));
    }

    void add_fix(const Finding& finding) {
        if (!finding.fix) return;
        auto edit = edit_of(asked_, judged_, *finding.fix);
        if (!edit) return;
        Json& action = add_edit(finding, as_title(for_editors(finding.fix->title, analysis_.graph)), std::move(*edit));
        if (finding.fix->safety == Fix::Safety::safe) action["isPreferred"] = true;
    }

    void add_acceptance(const Finding& finding, const RuleEntry& rule) {
        const std::string title = fmt::format("Accept this finding ({}) …", rule.name);
        if (!asked_.client.code_action_literals) {
            const TextRange range =
                asked_.lines().range({finding.span.begin, finding.span.end}, asked_.client.encoding);
            return add_command(
                finding, title, kAcceptFinding,
                Json::object({{"uri", asked_.document->uri}, {"rule", rule.name}, {"line", range.begin.line}}));
        }
        if (auto edit = accept_finding(asked_, judged_, finding, {})) add_edit(finding, title, std::move(*edit));
    }

    // Those that the client asks about, of what is found there.
    [[nodiscard]] Json diagnostics_of(const Finding& finding) const {
        Json same = Json::list();
        const Json::List* const all = at(asked_.params, {"context", "diagnostics"}).as_list();
        const TextRange range = asked_.lines().range({finding.span.begin, finding.span.end}, asked_.client.encoding);
        for (const Json& each : all == nullptr ? Json::List() : *all) {
            if (text_at(each, {"code"}) == judged_.result.rules()[finding.rule].name &&
                read_range(at(each, {"range"})) == range)
                same.add(each);
        }
        return same;
    }

    Json& add_action(const Finding& finding, const std::string& title) {
        actions_.add(Json::object({{"title", title}, {"kind", kQuickFix}}));
        Json& action = actions_.as_list()->back();
        if (Json same = diagnostics_of(finding); !same.as_list()->empty()) action["diagnostics"] = std::move(same);
        return action;
    }

    Json& add_edit(const Finding& finding, const std::string& title, Json edit) {
        Json& action = add_action(finding, title);
        action["edit"] = std::move(edit);
        return action;
    }

    void add_command(const Finding& finding, const std::string& title, std::string_view command, Json argument) {
        Json call =
            Json::object({{"title", title}, {"command", command}, {"arguments", Json::list({std::move(argument)})}});
        if (!asked_.client.code_action_literals) return actions_.add(std::move(call));
        add_action(finding, title)["command"] = std::move(call);
    }

    void add_fix_all() {
        if (!asked_.client.code_action_literals) return;
        std::vector<const Finding*> safe;
        std::ranges::copy_if(findings_, std::back_inserter(safe), [&](const Finding* each) {
            return each->fix && each->fix->safety == Fix::Safety::safe &&
                   std::ranges::all_of(each->fix->operations,
                                       [&](const Operation& operation) { return place_of(operation).file == file_; });
        });
        if (safe.empty()) return;
        WorkspaceEdit edit(asked_);
        for (const ChangedFile& each : mend(analysis_, safe).files)
            edit.rewrite(judged_.path(each.file), analysis_.sources[each.file].bytes, each.bytes);
        auto changes = edit.json();
        if (edit.empty() || !changes) return;
        actions_.add(Json::object(
            {{"title", "Mend all that ims can mend safely"}, {"kind", kFixAll}, {"edit", *std::move(changes)}}));
    }

    const Asked& asked_;
    const JudgedState& judged_;
    const Analysis& analysis_;
    ByteRange wanted_;
    FileId file_;
    std::vector<const Finding*> findings_;  // of the document
    std::set<RuleId> told_pages_;
    Json actions_ = Json::list();
};

}  // namespace

Reply code_actions(const Asked& asked) { return Actions(asked).run(); }

}  // namespace ims::requests
