#include <algorithm>

#include <fmt/format.h>

#include "assess/participation/leads.h"
#include "base/text.h"
#include "check/duties.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::self_approval {
namespace {

// The same role or person, or two behind which one and the same person stands.
bool are_one(const RecordView& a, const RecordView& b, const People& people) {
    if (a == b) return true;
    const RecordId person = people.the_one(a.record());
    return person.known() && people.the_one(b.record()) == person;
}

// Top management has nobody above it; where it is one alone, nobody is left who could approve instead.
bool stands_alone_at_the_top(const RecordView& approver, const CheckContext& context) {
    const std::vector<RecordId> top = top_management(context.graph);
    return !top.empty() && std::ranges::all_of(top, [&](RecordId role) {
        return are_one(approver, context.graph[role], context.facts.people());
    });
}

// Who answers for a record: its owner; a role or person without one answers for itself.
std::optional<RecordView> answers_for(const RecordView& record, const Graph& graph) {
    if (record.has(fields::owner)) return target_of(graph, record[fields::owner]);
    if (record.is(kinds::role) || record.is(kinds::person)) return record;
    return std::nullopt;
}

// Who approved, where that is nobody else than who answers for the record.
std::optional<RecordView> own_approver(const RecordView& owner, const FieldView& by, const CheckContext& context) {
    const auto approver = target_of(context.graph, by);
    if (!approver || !are_one(*approver, owner, context.facts.people())) return std::nullopt;
    if (stands_alone_at_the_top(*approver, context)) return std::nullopt;
    return approver;
}

// Who approved, seen from what is approved.
std::string its_own(const RecordView& record, const RecordView& owner, const RecordView& approver) {
    if (approver == record) return "that " + std::string(record.kind_name()) + " itself";
    if (owner == approver) return "its own owner, " + ticked_holder(approver);
    return (approver.is(kinds::person) ? "the person behind its own owner, " : "its own owner in another role, ") +
           ticked_holder(approver);
}

void explain(FindingBuilder& finding, const RecordView& record, const RecordView& owner, const RecordView& approver,
             const CheckContext& context) {
    finding.because(record.record());
    if (must_be_apart(owner, approver)) finding.because(owner.record()).because(approver.record());
    if (owner != approver) {
        finding.note(fmt::format("the owner is {}, and one person is behind both: {}", ticked_holder(owner),
                                 ticked(context.graph[context.facts.people().the_one(owner.record())])));
    }
    finding.note("a second pair of eyes sees what the first one overlooks");
}

void check_change(const RecordView& change, const RecordView& owner, const CheckContext& context, Reporter& report) {
    const FieldView by = change[fields::change::approved][fields::change::approved.by];
    const auto approver = own_approver(owner, by, context);
    if (!approver) return;
    auto finding = report.at(
        change, by, fmt::format("change {} is approved by {}", ticked(change), its_own(change, owner, *approver)));
    finding.field("approved.by").help("let somebody else approve it, and name that role or person here");
    explain(finding, change, owner, *approver, context);
}

// One rule, or all of a family.
std::string what_is_accepted(std::string_view rule, const CheckContext& context) {
    return fmt::format("{} `{}`", context.rules.find(rule) ? "finding" : "findings of", visible(rule));
}

void check_exceptions(const RecordView& record, const RecordView& owner, const CheckContext& context,
                      Reporter& report) {
    for (const FieldView exception : record[fields::exceptions].children()) {
        const auto until = exception[fields::exceptions.until].date();
        if (until && *until < context.today) continue;  // it accepts nothing any more
        if (exception.inherited()) continue;            // said of many records, not of one's own
        // One that names no rule accepts nothing; that it does not is reported as such.
        const FieldView named = exception[fields::exceptions.rule];
        if (!named || named.invalid() || trim(named.text()).empty()) continue;
        const FieldView by = exception[fields::exceptions.by];
        const auto approver = own_approver(owner, by, context);
        if (!approver) continue;
        const std::string_view rule = named.text();
        auto finding = report.at(
            record, by,
            fmt::format("{} about {} {} {} accepted by {}", what_is_accepted(rule, context), record.kind_name(),
                        ticked(record), context.rules.find(rule) ? "is" : "are", its_own(record, owner, *approver)));
        finding.field(fmt::format("exceptions[{}].by", rule))
            .help("let somebody else accept it, and name that role or person here");
        explain(finding, record, owner, *approver, context);
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        const bool change = record.is(kinds::change);
        if (!record.active() || (!change && !record.has(fields::exceptions))) continue;
        const auto owner = answers_for(record, context.graph);
        if (!owner) continue;
        if (change) check_change(record, *owner, context, report);
        check_exceptions(record, *owner, context, report);
    }
}

}  // namespace ims::rules::self_approval
