#include <algorithm>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::one_deep {
namespace {

// The one person behind all roles that take part; none where there are several, or where it is not known.
RecordId only_person(const RecordView& process, const ProcessFacts& facts, const People& people) {
    RecordId one;
    const auto add = [&](RecordId person) {
        if (one.known() && one != person) return false;
        one = person;
        return true;
    };
    for (const RecordView owner : process.linked(fields::owner)) {
        if (owner.is(kinds::person) && people.is_here(owner.record()) && !add(owner.record())) return {};
    }
    for (const Participant& each : facts.participants) {
        if (people.holders(each.role).vacant()) continue;
        const RecordId person = people.the_one(each.role);
        if (!person.known() || !add(person)) return {};
    }
    return one;
}

void check_process(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || facts->participants.empty()) return report.not_asked(process);
    if (context.graph.may_be_unread(kinds::role)) return;
    const People& people = context.facts.people();
    const RecordId person = only_person(process, *facts, people);
    if (!person.known()) return;
    std::vector<RecordId> roles;
    for (const Participant& each : facts->participants) {
        if (people.may_stand_in(each.role, person)) return;
        if (!people.holders(each.role).vacant()) roles.push_back(each.role);
    }
    const RecordView holder = context.graph[person];
    auto finding = report.on(process, "process {} [[falls with|depends on]] one person, {}", process, holder);
    // Whoever else held one of the roles, or stood in for one, would keep it going.
    for (const Participant& each : facts->participants) finding.because(each.role);
    if (roles.empty()) {
        finding.note("this person owns it, and nobody holds the roles that take part in it");
    } else {
        finding.note(
            "[[{0} {0:role takes|roles take} part in it, held by this person alone: {1}|this person alone holds {0:the "
            "role that takes|the roles that take} part in it: {1}]]",
            roles.size(), roles);
        finding.note("[[no deputy of these roles is somebody else|nobody else is deputy of {0:this role|these roles}]]",
                     roles.size());
    }
    finding.label(holder.id_span(), "the person")
        .help(
            "name a deputy who is somebody else, give one of the roles a second holder, or let another role take part");
}

// Roles in force that ask for a competence and are held by somebody, itself or through a role that they include.
std::vector<RecordId> asking_roles(RecordId competence, const CheckContext& context) {
    std::vector<RecordId> out;
    const People& people = context.facts.people();
    for (const RecordId person : people.ability(competence).people) {
        for (const RecordId role : people.roles_of(person)) {
            const bool asks = people.required(role).find(competence) != nullptr;
            if (asks && std::ranges::find(out, role) == out.end()) out.push_back(role);
        }
    }
    return out;
}

// No number says how many are needed: one alone is too few where a role asks for it, and nobody may stand in. Who
// stands in without being able to is told by competence-gap.
void check_unnumbered(const RecordView& competence, const Ability& ability, const CheckContext& context,
                      Reporter& report) {
    if (ability.people.empty() && ability.lacking == 0) return report.not_asked(competence);
    if (ability.people.size() != 1 || ability.lacking > 0) return;
    const RecordView holder = context.graph[ability.people.front()];
    const std::vector<RecordId> roles = asking_roles(competence.record(), context);
    const auto may_stand_in = [&](RecordId role) { return context.facts.people().may_stand_in(role, holder.record()); };
    if (roles.empty() || std::ranges::any_of(roles, may_stand_in)) return;
    auto finding = report.on(competence, "competence {} [[falls with|depends on]] one person, {}", competence, holder);
    finding.because(competence.record());
    for (const RecordId role : roles) finding.because(role);
    finding.note(
        "[[{0:a role asks|roles ask} for it, and nobody stands in: {0}|{0:role|roles} {0} {0:asks|ask} for it, and "
        "nobody stands in]]",
        roles);
    finding.label(holder.id_span(), "the person")
        .help(
            "let somebody else learn it and name them as a deputy; if one is enough, say so[[: `holders_needed: 1`]]");
}

void check_competence(const RecordView& competence, const CheckContext& context, Reporter& report) {
    const FieldView needed = competence[fields::competence::holders_needed];
    const Ability& ability = context.facts.people().ability(competence.record());
    // Where somebody who may have it is not recorded, nothing is known.
    const bool known = ability.all_named && !context.graph.of_kind(kinds::person).empty() &&
                       !context.graph.may_be_unread(kinds::person) && !context.graph.may_be_unread(kinds::role);
    if (!known) return report.not_asked(competence);
    if (!needed) return check_unnumbered(competence, ability, context, report);
    if (!needed.number()) return;
    // Whoever should have it for a role and does not is told of by competence-gap and competence-expired.
    const auto missing = *needed.number() - static_cast<double>(ability.people.size() + ability.lacking);
    if (missing <= 0) return;
    const std::size_t able = ability.people.size();
    const Message should = *needed.number() == 1 ? Message("1 person") : report.say("{} people", plain(needed));
    const Message have = able == 0 ? Message("nobody has") : report.say("{0} {0:has|have}", able);
    auto finding = report.at(competence, needed, "{} should have competence {}, and {}", should, competence, have);
    finding.field("holders_needed").because(competence.record());
    for (const Edge& edge : context.graph.references_to(competence.record())) {
        const RecordView role = context.graph[edge.other];
        if (role.is(kinds::role) && context.facts.people().holders(edge.other).vacant()) finding.because(edge.other);
    }
    if (able > 0) finding.note("who has it: {}", ability.people);
    if (!ability.expired.empty()) finding.note("whose has run out: {}", ability.expired);
    finding.help("let somebody else learn or renew it[[, and add it to `competences` of that person]]");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (record.is(kinds::process)) check_process(record, context, report);
    else check_competence(record, context, report);
}

}  // namespace ims::rules::one_deep
