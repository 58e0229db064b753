#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::competence_gap {
namespace {

void check_person(const RecordView& person, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    if (!people.is_here(person.record()) || person[fields::person::competences].invalid()) return;
    for (const auto& [asked, role_id] : people.asked_of(person.record())) {
        const Match match = people.match(person.record(), asked);
        const std::string_view id = context.graph[asked.competence].id();
        const std::string competence = ticked(context.graph[asked.competence]);
        const std::string role = ticked(context.graph[role_id]);
        const std::string level = visible(asked.level);
        const FieldView held = match.entry[fields::person::competences.level];
        std::string message, help;
        switch (match.fit) {
            case Fit::met:
            case Fit::expired:  // competence-expired says so
            case Fit::undecided: continue;
            case Fit::missing:
                message = fmt::format("no evidence that {}, who holds role {}, has competence {}", ticked(person), role,
                                      competence);
                help = fmt::format(
                    "once it is shown, add `{{competence: {}}}` to `competences` of this person, with "
                    "`evidence` and `valid_until`",
                    visible(id));
                break;
            case Fit::too_low:
                message = fmt::format("{} has competence {} at level `{}`, and role {} asks for `{}`", ticked(person),
                                      competence, visible(held.text()), role, level);
                help = "train this person, or lower the `level` that the role asks for";
                break;
            case Fit::level_unknown:
                message = fmt::format("no evidence that {}, who holds role {}, has competence {} at level `{}`",
                                      ticked(person), role, competence, level);
                help = "add the `level` that this person has reached";
                break;
            case Fit::not_comparable:
                message = fmt::format(
                    "{} has competence {} at level `{}`, role {} asks for `{}`, and nothing says which "
                    "is higher",
                    ticked(person), competence, visible(held.text()), role, level);
                help = "list the `levels` of the competence, lowest first";
                break;
        }
        auto finding = held ? report.at(person, held, message)
                            : report.at(person, match.entry[fields::person::competences.competence], message);
        finding.field("competences").key(std::string(id)).label(asked.entry.span(), "asked for here").help(help);
        if (asked.stated_by != role_id)
            finding.note(fmt::format("role {} takes it over from {}", role, ticked(context.graph[asked.stated_by])));
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
    if (!role.active() || people.holders(role.record()).count() >= 2) return;
    const std::vector<RecordId> deputies = stand_ins(role, context);
    if (deputies.empty()) return;
    std::vector<RecordId> lacking;
    for (const RequiredCompetence& each : people.required(role.record())) {
        const bool covered = std::ranges::any_of(deputies, [&](RecordId deputy) {
            const Fit fit = people.match(deputy, each).fit;
            if (fit == Fit::met || fit == Fit::undecided) return true;
            // What the deputy's own role asks for is said of that person.
            return std::ranges::any_of(people.roles_of(deputy), [&](RecordId own) {
                const auto asked = people.required(own);
                return std::ranges::find(asked, each.competence, &RequiredCompetence::competence) != asked.end();
            });
        });
        if (!covered) lacking.push_back(each.competence);
    }
    if (lacking.empty()) return;
    report
        .at(role, role[fields::role::deputies],
            fmt::format("no evidence that a deputy of role {} has competence {} as the role asks", ticked(role),
                        join_names(ids_of(context.graph, lacking), Ticks::yes)))
        .field("deputies")
        .note(fmt::format("who stands in: {}", join_names(ids_of(context.graph, deputies), Ticks::yes)))
        .help("train one of the deputies, record what they are able to do, or name another deputy");
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (record.is(kinds::person)) check_person(record, context, report);
    else check_role(record, context, report);
}

}  // namespace ims::rules::competence_gap
