#include "judge/coverage.h"

#include <algorithm>
#include <array>

#include "check/run.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Needed {
    KindId kind;
    Message why;  // nothing: it is told with the number of processes in force
};

// Kinds without which rules are silent for want of records, not because all is well. People, competences and statements
// of applicability are not everybody's.
constexpr std::array<Needed, 12> kNeeded = {{
    {kinds::role, "who does the work[[ cannot be judged]]"},
    {kinds::risk, "what can go wrong[[ cannot be judged]]"},
    {kinds::control, "what holds the risks[[ cannot be judged]]"},
    {kinds::obligation, "whether laws, permits and contracts are kept[[ cannot be judged]]"},
    {kinds::objective, "whether aims are reached[[ cannot be judged]]"},
    {kinds::interested_party, {}},
    {kinds::supplier, "on whom outside the work relies[[ cannot be judged]]"},
    {kinds::asset, "with what the work is done[[ cannot be judged]]"},
    {kinds::document, "whether what people work by is approved and current[[ cannot be judged]]"},
    {kinds::audit, "whether anybody looks at how the work is done[[ cannot be judged]]"},
    {kinds::nonconformity, "whether what goes wrong is put right[[ cannot be judged]]"},
    {kinds::management_review, "whether those at the top look back[[ cannot be judged]]"},
}};

std::size_t count_unaddressed(const Facts& facts) {
    std::size_t count = 0;
    for (const ProcessFacts& process : facts.processes())
        count += process.must_address.without(process.concerned).without(process.not_applicable).size();
    return count;
}

void count_records(const Graph& graph, Coverage& out) {
    for (std::size_t index = 0; index < graph.schema().kinds().size(); ++index) {
        Coverage::OfKind count;
        count.kind = KindId::from(index);
        if (!graph.schema()[count.kind].of_records()) continue;
        for (const RecordId id : graph.of_kind(count.kind)) {
            const RecordView record = graph[id];
            if (record.built_in()) continue;
            ++(record.active() ? count.in_force : record.retired() ? count.retired : count.drafts);
        }
        if (count.in_force + count.drafts + count.retired == 0) continue;
        out.all.in_force += count.in_force;
        out.all.drafts += count.drafts;
        out.all.retired += count.retired;
        out.kinds.push_back(count);
    }
}

void find_missing(const Graph& graph, Coverage& out, Arena& arena) {
    if (out.processes == 0) return;
    for (const Needed& each : kNeeded) {
        const auto known = std::ranges::find(out.kinds, each.kind, &Coverage::OfKind::kind);
        if ((known != out.kinds.end() && known->in_force > 0) || graph.may_be_unread(each.kind)) continue;
        out.missing.push_back(
            {each.kind,
             each.why.empty()
                 ? make_message(arena, "[[{0} {0:process|processes} cannot name a customer|whom the work serves]]",
                                out.processes)
                 : each.why});
    }
}

// Kinds whose records count by their disciplines alone.
void find_without_discipline(const Graph& graph, const Facts& facts, Coverage& out) {
    for (const KindId kind : {kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::document,
                              kinds::plan, kinds::audit, kinds::incident}) {
        for (const RecordId id : graph.of_kind(kind)) {
            if (graph[id].active() && facts.disciplines(id).empty()) out.without_discipline.push_back(id);
        }
    }
}

}  // namespace

Coverage find_coverage(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings,
                       Arena& arena) {
    Coverage out;
    count_records(graph, out);
    out.processes = facts.processes().size();
    out.unaddressed = count_unaddressed(facts);
    find_missing(graph, out, arena);
    find_without_discipline(graph, facts, out);
    for (std::size_t index = 0; index < findings.told(); ++index) {
        const Finding& finding = findings[FindingId::from(index)];
        if (rules[finding.rule].family != "yaml") continue;
        if (out.unread.empty() || out.unread.back() != finding.span.file) out.unread.push_back(finding.span.file);
    }
    const Settings& settings = graph.settings();
    out.profile = settings.profile;
    for (const RuleEntry& rule : rules.entries()) {
        const Silence silence = silence_of(rule, rules, settings);
        if (silence == Silence::off) out.off.push_back(rule.id);
        else if (silence == Silence::outside) ++out.outside;
    }
    return out;
}

namespace {

Message what_was_judged(const Coverage& coverage, Arena& arena) {
    const std::size_t in_force = coverage.all.in_force;
    const std::size_t drafts = coverage.all.drafts;
    if (!coverage.nothing_in_force()) {
        return drafts == 0 ? make_message(arena, "{0} {0:record|records} {0:was|were} judged", in_force)
                           : make_message(arena,
                                          "{0} {0:record|records} {0:was|were} judged, {1} left out as "
                                          "{1:a draft|drafts}",
                                          in_force, drafts);
    }
    return in_force == 0
               ? make_message(arena, "nothing is in force: {0} {0:record|records} {0:is|are} {0:a draft|drafts}",
                              drafts)
               : Message("no process is in force, so nothing between disciplines could be judged");
}

}  // namespace

Message in_words(const Coverage& coverage, Arena& arena) {
    std::vector<Message> parts = {what_was_judged(coverage, arena)};
    const std::size_t unread = coverage.unread.size();
    const std::size_t uncounted = coverage.without_discipline.size();
    const std::size_t off = coverage.off.size();
    if (unread > 0) parts.push_back(make_message(arena, "{0} {0:file|files} could not be read in full", unread));
    if (uncounted > 0) {
        parts.push_back(make_message(
            arena, "{0} {0:record|records} {0:names|name} no discipline and {0:counts|count} for none", uncounted));
    }
    if (off > 0) parts.push_back(make_message(arena, "{0} {0:rule|rules}[[| {0:is|are}]] turned off", off));
    if (coverage.outside > 0) {
        parts.push_back(make_message(arena,
                                     "[[profile {0} leaves out {1} {1:rule|rules}|{1} {1:rule is|rules are} "
                                     "left out, since profile {0} was chosen]]",
                                     quoted(to_string(coverage.profile)), coverage.outside));
    }
    return make_message(arena, "{:all}", listed_by(Joined::by_semicolons, parts));
}

}  // namespace ims
