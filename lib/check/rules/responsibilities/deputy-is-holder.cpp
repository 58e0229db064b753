#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::deputy_is_holder {
namespace {

// Nobody is said to hold the role itself, but one that includes it.
void note_takeover(FindingBuilder& finding, const RecordView& role, const CheckContext& context) {
    if (context.facts.people().holders(role.record()).known) return;
    finding.note("[[|role ]]{} is taken over by a role that this person holds", role);
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const Holders& holders = people.holders(role.record());
    const RecordId one = people.the_one(role.record());
    if (!role.has(fields::role::deputies)) return report.not_asked(role);
    for (const FieldView item : role[fields::role::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        if (!deputy || deputy->record() == role.record()) continue;  // self-reference says so
        const bool person = deputy->is(kinds::person);
        const bool holds = person ? deputy->record() == one ||
                                        std::ranges::find(holders.people, deputy->record()) != holders.people.end()
                                  : one.known() && people.the_one(deputy->record()) == one;
        if (!holds) continue;
        const RecordView who = context.graph[person ? deputy->record() : one];
        auto finding =
            report.at(role, item,
                      person ? report.say("{} holds role {}, and is named as its deputy", holder(who), role)
                             : report.say("role {} and its deputy {} are held by one person, {}", role, *deputy, who));
        finding.field("deputies").key(std::string(item.text())).because(deputy->record());
        note_takeover(finding, role, context);
        if (!person) note_takeover(finding, *deputy, context);
        // The wrong name does no harm while somebody else is there.
        if (holders.count() >= 2 || people.may_stand_in(role.record(), who.record())) finding.grade(Grade::low);
        else finding.note("when this person is away, nobody stands in");
        finding.help("name somebody else: a role that another person holds, or [[`person/ID`|another person]]");
    }
}

}  // namespace ims::rules::deputy_is_holder
