#include "lsp/edits/accepting.h"

#include <utility>

#include "check/acceptable.h"
#include "check/fixes.h"
#include "diagnostics/rules.h"
#include "judge/owners.h"
#include "lsp/edits/workspace_edit.h"
#include "schema/fields.h"

namespace ims {
namespace {

// One for some disciplines accepts nothing of a rule that does not go by them; one for all accepts it anyway.
bool goes_by_disciplines(const Finding& finding, const Settings& settings) {
    return finding.rule != RuleId::unexplained_exclusion && !finding.about.empty() &&
           finding.about != settings.in_force();
}

std::string proposed_by(const JudgedState& judged, const Finding& finding) {
    const RecordId owner = owner_of(finding, judged.graph(), judged.analysis->facts);
    if (!owner.known()) return {};
    const RecordView who = judged.graph()[owner];
    return who.is(kinds::role) ? std::string(who.id()) : who.name().text();
}

std::string proposed_until(const JudgedState& judged) {
    return to_string(add(judged.analysis->facts.today(), *parse_duration("1 y")));
}

NewEntry said_or_asked(std::string key, const std::string& text, std::string comment) {
    NewEntry entry{std::move(key), {}};
    entry.value.text = text;
    if (!text.empty()) return entry;
    entry.value.form = NewValue::Form::nothing;
    entry.comment = std::move(comment);
    return entry;
}

NewValue exception_of(const JudgedState& judged, const Finding& finding, const AcceptedAs& said) {
    const std::string by = said.by.empty() ? proposed_by(judged, finding) : said.by;
    std::vector<NewEntry> entries;
    entries.push_back({"rule", new_text(judged.result.rules()[finding.rule].name)});
    entries.push_back(said_or_asked("reason", said.reason, "why this is acceptable"));
    entries.push_back(said_or_asked("by", by, "the role that decides it"));
    if (goes_by_disciplines(finding, judged.analysis->settings)) {
        std::vector<NewValue> names;
        for (const std::string& each : finding.disciplines) names.push_back(new_text(each));
        entries.push_back({"disciplines", new_list(std::move(names))});
    }
    NewEntry until{"until", new_text(said.until.empty() ? proposed_until(judged) : said.until)};
    until.value.typed = parse_date(until.value.text).has_value();
    entries.push_back(std::move(until));
    return new_map(std::move(entries));
}

}  // namespace

bool may_be_accepted(const JudgedState& judged, const Finding& finding) {
    if (!finding.on.known() || !can_be_accepted(judged.result.rules()[finding.rule])) return false;
    const RecordView record = judged.graph()[finding.on];
    return !record.built_in() && !record.unread() && finding.on != judged.graph().settings_record() &&
           judged.analysis->schema.find_field(record.kind(), "exceptions") != nullptr;
}

Result<Json> accept_finding(const Asked& asked, const JudgedState& judged, const Finding& finding,
                            const AcceptedAs& said) {
    const auto operation =
        one_more(judged.graph()[finding.on], fields::exceptions, exception_of(judged, finding, said));
    if (!operation) return Error{"something else stands under `exceptions` of this record; mend that first"};
    Fix fix;
    fix.title = "accept the finding";
    fix.operations.push_back(*operation);
    return edit_of(asked, judged, fix);
}

}  // namespace ims
