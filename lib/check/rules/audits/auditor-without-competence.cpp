#include <algorithm>
#include <vector>

#include "assess/performance/audits.h"
#include "assess/records/record_set.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::auditor_without_competence {
namespace {

namespace own = fields::person;

// The day on which it has to be held: that of the audit.
Date day_of(const RecordView& audit, Date today) {
    const FieldView done = audit[fields::audit::done];
    if (done.date()) return *done.date();
    const auto planned = audit[fields::audit::planned].date();
    return planned ? std::max(*planned, today) : today;
}

enum class Held : std::uint8_t { yes, no, run_out, unknown };

Held held_by(const RecordView& person, RecordId competence, Date day, const People& people) {
    if (person[own::competences].invalid()) return Held::unknown;
    Held best = Held::no;
    for (const HeldCompetence& each : people.held(person.record())) {
        if (each.competence != competence) continue;
        const FieldView until = each.entry[own::competences.valid_until];
        if (until && !until.date()) return Held::unknown;
        if (!until || *until.date() >= day) return Held::yes;
        best = Held::run_out;
    }
    return best;
}

struct Verdict {
    Held held = Held::unknown;
    std::vector<RecordId> people;  // those who lack it
};

// Of an auditor. Where a role's holders are all named, one of them who holds it will do; where they are not, a role
// that asks for the competence does.
Verdict judge(const RecordView& auditor, RecordId competence, Date day, const CheckContext& context) {
    const People& people = context.facts.people();
    if (auditor.is(kinds::person)) return {held_by(auditor, competence, day, people), {auditor.record()}};
    const Holders& holders = people.holders(auditor.record());
    if (!holders.named()) {
        if (people.required(auditor.record()).find(competence) != nullptr) return {Held::yes, {}};
        return {context.graph.may_be_unread(kinds::person) || holders.vacant() ? Held::unknown : Held::no, {}};
    }
    Verdict verdict{Held::no, holders.people};
    for (const RecordId person : holders.people) {
        const Held held = held_by(context.graph[person], competence, day, people);
        if (held == Held::yes || held == Held::unknown) return {held, {}};
        if (held == Held::run_out) verdict.held = held;
    }
    return verdict;
}

// A role of the person asks for it too: that it is lacking there says why it is lacking here.
bool is_asked(RecordId person, RecordId competence, const People& people) {
    return people.asked_of(person).find(competence) != nullptr;
}

Message what_lacks(const RecordView& audit, const RecordView& auditor, const RecordView& competence, Held held,
                   Reporter& report) {
    if (held == Held::no)
        return report.say(
            "no evidence [[that auditor {0} of audit {1} has|was found that {0}, an auditor of audit {1}, has]] "
            "competence {2}",
            holder(auditor), audit, competence);
    return audit.has(fields::audit::done)
               ? report.say("competence {0} of [[auditor {1}|{1}, an auditor,]] had run out when audit {2} was done",
                            competence, holder(auditor), audit)
               : report.say("competence {0} of [[auditor {1}|{1}, an auditor,]] runs out before audit {2} is done",
                            competence, holder(auditor), audit);
}

// The disciplines that the competence is not for, though the audit looks at them: told once, whoever audits.
void tell_beyond(const RecordView& audit, const RecordView& competence, DisciplineSet beyond,
                 const CheckContext& context, Reporter& report) {
    const DisciplineSet missed = report.excepted(audit, beyond);
    if (missed.empty()) return;
    report
        .about(audit, missed, audit[fields::disciplines].span(),
               "nothing shows that the auditors of[[| audit]] {} are able to audit {:12}", audit, missed)
        .field("disciplines")
        .note("competence {}, which [[ims.yaml asks of|is asked of all]] auditors, is for {:12} alone", competence,
              context.facts.disciplines(competence.record()))
        .label(competence.id_span(), "this competence")
        .help(
            "if it is enough for {:12} too, [[add that to its `disciplines`|extend it to that]]; if not, let somebody "
            "audit who is able to, and say how that is known",
            missed);
}

}  // namespace

void check(const RecordView& audit, const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    const FieldView asked = graph[graph.settings_record()][fields::ims::audit][fields::ims::audit.competence];
    const auto competence = target_of(graph, asked);
    if (!competence || !competence->active() || audit_state(audit, context.today) == AuditState::outdated ||
        !audit.has(fields::audit::auditors))
        return report.not_asked(audit);
    const DisciplineSet served = context.facts.disciplines(audit.record());
    const DisciplineSet able = context.facts.disciplines(competence->record());
    const DisciplineSet beyond = able.empty() ? DisciplineSet() : served.without(able);
    if (!beyond.empty() && audit[fields::disciplines]) tell_beyond(audit, *competence, beyond, context, report);
    const DisciplineSet meant = able.empty() || served.empty() ? served : served & able;
    if (meant.empty() && !served.empty()) return;
    const Date day = day_of(audit, context.today);
    RecordSet told;
    for (const FieldView item : audit[fields::audit::auditors].children()) {
        const auto auditor = target_of(graph, item);
        if (!auditor || !told.insert(auditor->record())) continue;
        const Verdict verdict = judge(*auditor, competence->record(), day, context);
        if (verdict.held != Held::no && verdict.held != Held::run_out) continue;
        const DisciplineSet missed = served.empty() ? served : report.excepted(audit, meant);
        if (missed.empty() && !served.empty()) continue;
        const Message message = what_lacks(audit, *auditor, *competence, verdict.held, report);
        auto finding =
            served.empty() ? report.at(audit, item, message) : report.about(audit, missed, item.span(), message);
        finding.field("auditors").key(auditor->name().text()).label(asked.span(), "asked of auditors here");
        finding.because(audit.record());
        for (const RecordId person : verdict.people) {
            if (is_asked(person, competence->record(), context.facts.people())) finding.because(person);
        }
        const bool role = auditor->is(kinds::role);
        if (role && verdict.people.empty())
            finding.note("the role asks for no such competence, and not all who hold it are named");
        else if (role) finding.note("none of those who hold the role has it");
        if (role && verdict.people.empty())
            finding.help(
                "name a person who has it, or let the role ask for it[[: `competences: [{{competence: {}}}]`]]",
                plain(*competence));
        else
            finding.help(
                "name an auditor who has it; or, once it is shown, [[add `{{competence: {}}}` to `competences` of the "
                "person, with `evidence`|record for the person that it is held, and the evidence]]",
                plain(*competence));
    }
}

}  // namespace ims::rules::auditor_without_competence
