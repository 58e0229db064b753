#include <algorithm>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::concern_without_responsible {
namespace {

// Whoever was not read may be the one that answers: by a responsibility, by owning a concern or its control, or in the
// team of a plan.
bool may_be_answered_unread(const Graph& graph) {
    for (const KindId kind :
         {kinds::role, kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

// Who owns concerns of a discipline, or controls of them.
std::unordered_set<RecordId> owners_of(std::span<const RecordId> concerns, Discipline discipline,
                                       const CheckContext& context) {
    std::unordered_set<RecordId> out;
    const auto add_owner = [&](const RecordView& record) {
        if (!record.active() || !context.facts.disciplines(record.record()).has(discipline)) return;
        for (const Edge& edge : context.graph.edges(record.record(), fields::owner)) out.insert(edge.other);
    };
    for (const RecordId concern : concerns) {
        const RecordView record = context.graph[concern];
        add_owner(record);
        const Field field = record.is(kinds::risk) ? Field(fields::risk::controls) : fields::obligation::controls;
        if (!record.is(kinds::risk) && !record.is(kinds::obligation)) continue;
        for (const RecordView control : record.linked(field)) add_owner(control);
    }
    return out;
}

// It would answer for the discipline in the process, if it took part, by what it says of itself.
bool would_answer(RecordId role, RecordId process, Discipline discipline, const CheckContext& context) {
    return context.facts.responsibilities().answers(role, process).all().has(discipline);
}

// Three of them, and how many more: a finding keeps no more, since processes that need the same carry the same.
Message first_of(std::span<const RecordId> concerns, Reporter& report) {
    constexpr std::size_t kShown = 3;
    // One more is shorter than "and 1 more".
    if (concerns.size() <= kShown + 1) return report.say("{:all}", plain(concerns));
    return report.say("{:all} and {} more", listed_by(Joined::by_commas, concerns.first(kShown), Written::plain),
                      concerns.size() - kShown);
}

// Roles that are only asked or told there, and would answer: by what they say of themselves, or by owning a concern of
// the process or a control of one.
std::vector<RecordId> bystanders(const RecordView& process, const ProcessFacts& facts, Discipline discipline,
                                 std::span<const RecordId> concerns, const CheckContext& context) {
    std::vector<RecordId> out;
    std::optional<std::unordered_set<RecordId>> owners;
    for (const RaciEntry& entry : context.facts.people().raci(context.facts.responsibilities(), process.record())) {
        const RecordView role = context.graph[entry.who];
        const bool asked = entry.is(Raci::consulted) || entry.is(Raci::informed);
        if (!asked || !role.is(kinds::role) || !role.active() || facts.participant(entry.who) != nullptr) continue;
        if (!owners) owners = owners_of(concerns, discipline, context);
        if (owners->contains(entry.who) || would_answer(entry.who, process.record(), discipline, context))
            out.push_back(entry.who);
    }
    return out;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_answered_unread(context.graph)) return;
    if (facts->concerned.empty()) return report.not_asked(process);
    const DisciplineSet missed = report.excepted(process, facts->concerned.without(facts->answered));
    if (missed.empty()) return;
    auto finding =
        report.about(process, missed, process.id_span(), "nobody in process {} answers for {:12}", process, missed);
    finding.because(process.record());
    std::vector<RecordId> roles;
    for (const Participant& participant : facts->participants) roles.push_back(participant.role);
    if (roles.empty()) finding.note("no role takes part in it");
    else finding.note("{0} {0:role takes|roles take} part in it: {1}", roles.size(), plain(roles));
    std::optional<RecordId> nearest;  // who only has to do more than be asked
    const std::vector<Concern> all = context.facts.concerns(process.record());
    for (const Discipline discipline : missed) {
        std::vector<RecordId> concerns;
        for (const Concern& concern : all) {
            if (context.facts.disciplines(concern.record).has(discipline)) concerns.push_back(concern.record);
        }
        if (!concerns.empty())
            finding.note("it carries {0} {1} {0:concern|concerns}: {2}", concerns.size(), discipline,
                         first_of(concerns, report));
        const std::vector<RecordId> asked = bystanders(process, *facts, discipline, concerns, context);
        if (asked.empty()) continue;
        if (!nearest) nearest = asked.front();
        finding.note(
            "[[only consulted or informed there, though {0:it answers|they answer} for {1}: {0:4}|"
            "{0:4} {0:is|are} only consulted or informed there, though {0:it answers|they answer} for {1}]]",
            asked, discipline);
    }
    const Message give = report.say(
        "[[give a role that takes part a responsibility: `does: …`, `disciplines: [{0}]`, `processes: [{1}]`|"
        "decide who of those that do the work answers for {2:12}]]",
        *missed.begin(), plain(process), missed);
    if (nearest)
        finding.help("let {0} do a part of the work[[ (`responsible: [{1}]`)]], or {2}", *nearest, plain(*nearest),
                     give);
    else finding.help(give);
}

}  // namespace ims::rules::concern_without_responsible
