#include <algorithm>

#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::competence_gap {
namespace {

void check_person(const RecordView& person, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const ByCompetence<AskedCompetence>& all_asked = people.asked_of(person.record());
    if (!people.is_here(person.record()) || all_asked.empty()) return report.not_asked(person);
    if (person[fields::person::competences].invalid()) return;
    for (const auto& [asked, role] : all_asked) {
        const Match match = people.match(person.record(), asked);
        const RecordView competence = context.graph[asked.competence];
        const TextArgument level = quoted(asked.level);
        const FieldView held = match.entry[fields::person::competences.level];
        Message message, help;
        switch (match.fit) {
            case Fit::met:
            case Fit::expired:  // competence-expired says so
            case Fit::undecided: continue;
            case Fit::missing:
                message =
                    report.say("no evidence that {}, who holds role {}, has competence {}", person, role, competence);
                help = report.say(
                    "[[once it is shown, add `{{competence: {}}}` to `competences` of this person, with `evidence` and "
                    "`valid_until`|see whether this person is able to do it: if so, keep the evidence; if not, train "
                    "them]]",
                    plain(competence));
                break;
            case Fit::too_low:
                message = report.say("{} has competence {} at level {}, and role {} asks for {}", person, competence,
                                     held, role, level);
                help = "train this person, or lower the [[`level`|level]] that the role asks for";
                break;
            case Fit::level_unknown:
                message = report.say("no evidence that {}, who holds role {}, has competence {} at level {}", person,
                                     role, competence, level);
                help = "[[add the `level` that this person has reached|find out which level this person has reached]]";
                break;
            case Fit::not_comparable:
                message = report.say(
                    "{} has competence {} at level {}, role {} asks for {}, and nothing says which is higher", person,
                    competence, held, role, level);
                help =
                    "[[list the `levels` of the competence, lowest first|agree on the levels of the competence, from "
                    "the lowest to the highest]]";
                break;
        }
        const FieldView entry = held ? held : match.entry[fields::person::competences.competence];
        auto finding = discipline_finding(person, context.facts.disciplines(asked.competence), report,
                                          entry ? entry.span() : person.id_span(), message, {},
                                          where_asked(person, role, asked.competence, context));
        if (!finding) continue;
        finding->field("competences").key(std::string(competence.id())).because(role);
        finding->label(asked.entry.span(), "asked for here").help(help);
        if (asked.stated_by != role) finding->note("role {} takes it over from {}", role, asked.stated_by);
    }
}

// Of very many deputies some will do; nobody keeps looking.
constexpr std::size_t kMostLookedAt = 100;

// Who may stand in for a role; nothing where that is not known of all, or where they are too many to look at.
std::vector<RecordId> stand_ins(const RecordView& role, const CheckContext& context) {
    std::vector<RecordId> all;
    for (const FieldView item : role[fields::role::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        if (!deputy) return {};
        if (deputy->is(kinds::person)) {
            if (context.facts.people().is_here(deputy->record())) all.push_back(deputy->record());
            continue;
        }
        const Holders& holders = context.facts.people().holders(deputy->record());
        if (!holders.named() || holders.people.size() > kMostLookedAt) return {};
        all.insert(all.end(), holders.people.begin(), holders.people.end());
    }
    return all;
}

void check_role(const RecordView& role, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    // Two holders stand in for each other.
    if (people.required(role.record()).empty()) return report.not_asked(role);
    if (people.holders(role.record()).count() >= 2) return;
    const std::vector<RecordId> deputies = stand_ins(role, context);
    if (deputies.empty()) return report.not_asked(role);
    std::vector<RecordId> lacking;
    for (const RequiredCompetence& each : people.required(role.record())) {
        const bool covered = std::ranges::any_of(deputies, [&](RecordId deputy) {
            const Fit fit = people.match(deputy, each).fit;
            if (fit == Fit::met || fit == Fit::undecided) return true;
            // What the deputy's own role asks for is said of that person.
            return std::ranges::any_of(people.roles_of(deputy), [&](RecordId own) {
                return people.required(own).find(each.competence) != nullptr;
            });
        });
        if (!covered) lacking.push_back(each.competence);
    }
    if (lacking.empty()) return;
    DisciplineSet served;
    for (const RecordId competence : lacking) served |= context.facts.disciplines(competence);
    auto finding =
        discipline_finding(role, served, report, role[fields::role::deputies].span(),
                           report.say("no evidence that a deputy of role {0} has [[competence|{1:competence|the "
                                      "competences}]] {1} as the role asks",
                                      role, lacking));
    if (!finding) return;
    // What a deputy lacks is felt when somebody has to stand in.
    for (const RecordId process : context.facts.processes_of(role.record()))
        finding->cell(process, continuity_only(context.settings));
    finding->field("deputies")
        .because(role.record())
        .note("who stands in: {}", deputies)
        .help(
            "train one of the deputies, [[record|keep evidence of]] what they are able to do, or name another deputy");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (record.is(kinds::person)) check_person(record, context, report);
    else check_role(record, context, report);
}

}  // namespace ims::rules::competence_gap
