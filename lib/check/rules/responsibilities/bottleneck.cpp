#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::bottleneck {
namespace {

constexpr std::size_t kFewest = 6;

bool is_too_much(std::size_t processes, const CheckContext& context) {
    return processes >= kFewest && processes * 3 > context.facts.processes().size();
}

}  // namespace

void check(const RecordView& who, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const auto processes = people.accountable_for(who.record());
    if (!is_too_much(processes.size(), context)) return;
    std::vector<RecordId> roles;
    if (who.is(kinds::person)) {
        for (const RecordId role : people.roles_of(who.record())) {
            if (people.the_one(role) != who.record()) continue;
            if (is_too_much(people.accountable_for(role).size(), context)) return;  // said of the role
            if (!people.accountable_for(role).empty()) roles.push_back(role);
        }
    }
    auto finding = report.on(who, "{} {} is accountable for {} of {} processes", who.kind(), who, processes.size(),
                             context.facts.processes().size());
    finding.because(who.record());
    for (const RecordId process : processes) finding.because(process);
    finding.note("[[|these are ]]{:8}", processes);
    if (!roles.empty()) {
        finding.note(
            "[[through|nobody else holds {0:role|the roles}]] {0}[[|, and what {0:it answers|they answer} for counts "
            "here too]]",
            roles);
    }
    finding.help(
        "give some of these processes another [[`owner`|owner]]: who does most of the work, or decides most of it "
        "anyway");
}

}  // namespace ims::rules::bottleneck
