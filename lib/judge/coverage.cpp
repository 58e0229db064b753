#include "judge/coverage.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "check/run.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Needed {
    KindId kind;
    std::string_view why;  // with the number of processes in force
};

// Kinds without which rules are silent for want of records, not because all is well. People, competences and statements
// of applicability are not everybody's.
constexpr std::array<Needed, 12> kNeeded = {{
    {kinds::role, "who does the work cannot be judged"},
    {kinds::risk, "what can go wrong cannot be judged"},
    {kinds::control, "what holds the risks cannot be judged"},
    {kinds::obligation, "whether laws, permits and contracts are kept cannot be judged"},
    {kinds::objective, "whether aims are reached cannot be judged"},
    {kinds::interested_party, "{} cannot name a customer"},
    {kinds::supplier, "on whom outside the work relies cannot be judged"},
    {kinds::asset, "with what the work is done cannot be judged"},
    {kinds::document, "whether what people work by is approved and current cannot be judged"},
    {kinds::audit, "whether anybody looks at how the work is done cannot be judged"},
    {kinds::nonconformity, "whether what goes wrong is put right cannot be judged"},
    {kinds::management_review, "whether those at the top look back cannot be judged"},
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

void find_missing(const Graph& graph, Coverage& out) {
    if (out.processes == 0) return;
    const std::string processes = out.processes == 1 ? "1 process" : fmt::format("{} processes", out.processes);
    for (const Needed& each : kNeeded) {
        const auto known = std::ranges::find(out.kinds, each.kind, &Coverage::OfKind::kind);
        if ((known != out.kinds.end() && known->in_force > 0) || graph.may_be_unread(each.kind)) continue;
        std::string why(each.why);
        if (const std::size_t at = why.find("{}"); at != std::string::npos) why.replace(at, 2, processes);
        out.missing.push_back({each.kind, std::move(why)});
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

Coverage find_coverage(const Graph& graph, const Facts& facts, const RuleBook& rules, const FindingList& findings) {
    Coverage out;
    count_records(graph, out);
    out.processes = facts.processes().size();
    out.unaddressed = count_unaddressed(facts);
    find_missing(graph, out);
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

std::string in_words(const Coverage& coverage) {
    const auto be = [](std::size_t count) { return count == 1 ? "is" : "are"; };
    const auto were = [](std::size_t count) { return count == 1 ? "was" : "were"; };
    std::string text;
    if (coverage.nothing_in_force()) {
        text = coverage.all.in_force == 0
                   ? fmt::format("nothing is in force: {} {} {}", counted(coverage.all.drafts, "record"),
                                 be(coverage.all.drafts), coverage.all.drafts == 1 ? "a draft" : "drafts")
                   : "no process is in force, so nothing between disciplines could be judged";
    } else {
        text = fmt::format("{} {} judged", counted(coverage.all.in_force, "record"), were(coverage.all.in_force));
        if (coverage.all.drafts > 0)
            text += fmt::format(", {} left out as {}", coverage.all.drafts,
                                coverage.all.drafts == 1 ? "a draft" : "drafts");
    }
    if (!coverage.unread.empty())
        text += fmt::format("; {} could not be read in full", counted(coverage.unread.size(), "file"));
    if (!coverage.without_discipline.empty())
        text +=
            fmt::format("; {} {} no discipline and {} for none", counted(coverage.without_discipline.size(), "record"),
                        coverage.without_discipline.size() == 1 ? "names" : "name",
                        coverage.without_discipline.size() == 1 ? "counts" : "count");
    if (!coverage.off.empty()) text += fmt::format("; {} turned off", counted(coverage.off.size(), "rule"));
    if (coverage.outside > 0)
        text +=
            fmt::format("; profile `{}` leaves out {}", to_string(coverage.profile), counted(coverage.outside, "rule"));
    return text;
}

}  // namespace ims
