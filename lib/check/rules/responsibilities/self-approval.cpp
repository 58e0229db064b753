#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "assess/participation/leads.h"
#include "base/text.h"
#include "check/duties.h"
#include "check/rule.h"
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
bool stands_alone_at_the_top(const RecordView& approver, std::span<const RecordId> top, const CheckContext& context) {
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
std::optional<RecordView> own_approver(const RecordView& owner, const FieldView& by, std::span<const RecordId> top,
                                       const CheckContext& context) {
    const auto approver = target_of(context.graph, by);
    if (!approver || !are_one(*approver, owner, context.facts.people())) return std::nullopt;
    if (stands_alone_at_the_top(*approver, top, context)) return std::nullopt;
    return approver;
}

// Who approved, seen from what is approved.
Message its_own(const RecordView& record, const RecordView& owner, const RecordView& approver, Reporter& report) {
    if (approver == record) return report.say("that {} itself", record.kind());
    if (owner == approver) return report.say("its own owner, {}", holder(approver));
    return approver.is(kinds::person) ? report.say("the person behind its own owner, {}", holder(approver))
                                      : report.say("its own owner in another role, {}", holder(approver));
}

void explain(FindingBuilder& finding, const RecordView& record, const RecordView& owner, const RecordView& approver,
             const CheckContext& context) {
    finding.because(record.record());
    if (must_be_apart(owner, approver)) finding.because(owner.record()).because(approver.record());
    if (owner != approver) {
        finding.note("the owner is {}, and one person is behind both: {}", holder(owner),
                     context.facts.people().the_one(owner.record()));
    }
    finding.note("a second pair of eyes sees what the first one overlooks");
}

void check_change(const RecordView& change, const RecordView& owner, std::span<const RecordId> top,
                  const CheckContext& context, Reporter& report) {
    const FieldView by = change[fields::change::approved][fields::change::approved.by];
    const auto approver = own_approver(owner, by, top, context);
    if (!approver) return;
    auto finding =
        report.at(change, by, "change {} is approved by {}", change, its_own(change, owner, *approver, report));
    finding.field("approved.by").help("let somebody else approve it[[, and name that role or person here]]");
    explain(finding, change, owner, *approver, context);
}

// What is accepted, one rule or all of a family, and by whom.
Message accepted_by(const RecordView& record, const FieldView& named, const Message& who, const CheckContext& context,
                    Reporter& report) {
    const auto rule = context.rules.find(named.text());
    if (!rule) {
        return report.say("[[findings of {0}|several findings]] about {1} {2} are accepted[[| together]] by {3}", named,
                          record.kind(), record, who);
    }
    return report.say("[[finding {0} about {1} {2} is accepted by {3}|that {4} is accepted for {1} {2} by {3}]]", named,
                      record.kind(), record, who, context.rules[*rule].summary);
}

void check_exceptions(const RecordView& record, const RecordView& owner, std::span<const RecordId> top,
                      const CheckContext& context, Reporter& report) {
    for (const FieldView exception : record[fields::exceptions].children()) {
        const auto until = exception[fields::exceptions.until].date();
        if (until && *until < context.today) continue;  // it accepts nothing any more
        if (exception.inherited()) continue;            // said of many records, not of one's own
        // One that names no rule accepts nothing; that it does not is reported as such.
        const FieldView named = exception[fields::exceptions.rule];
        if (!named || named.invalid() || trim(named.text()).empty()) continue;
        const FieldView by = exception[fields::exceptions.by];
        const auto approver = own_approver(owner, by, top, context);
        if (!approver) continue;
        const Message who = its_own(record, owner, *approver, report);
        auto finding = report.at(record, by, accepted_by(record, named, who, context, report));
        finding.field(fmt::format("exceptions[{}].by", named.text()))
            .help("let somebody else accept it[[, and name that role or person here]]");
        explain(finding, record, owner, *approver, context);
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const std::vector<RecordId> top = top_management(context.graph);
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        const bool change = record.is(kinds::change);
        if (!record.active() || (!change && !record.has(fields::exceptions))) continue;
        const auto owner = answers_for(record, context.graph);
        if (!owner) continue;
        if (change) check_change(record, *owner, top, context, report);
        check_exceptions(record, *owner, top, context, report);
    }
}

}  // namespace ims::rules::self_approval
