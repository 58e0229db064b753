#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "check/continuity_finding.h"
#include "check/fallback_words.h"
#include "check/recovery_words.h"
#include "schema/fields.h"

namespace ims::rules::slow_dependency {
namespace {

namespace own = fields::process;

// Where the process says that it needs it; its id where the other side says so.
Span place_of(const RecordView& process, const Need& need) {
    if (need.entry) return need.entry[own::needs.what].span();
    if (need.input) return need.input[own::inputs.from].span();
    for (const Field field : {Field(own::assets), Field(own::sites), Field(own::inputs.from)}) {
        for (const Edge& edge : process.graph().edges(process.record(), field)) {
            if (edge.other == need.what && !edge.inverted)
                return process.graph().written(process.record(), edge).span();
        }
    }
    return process.id_span();
}

// How long the process can wait for a need.
Message limit(const RecordView& process, const Dependency& dependency, bool beyond_mtpd, Reporter& report) {
    const WrittenAs<FieldView> time = plain(beyond_mtpd ? dependency.most : dependency.allowed);
    if (time.thing.field() == own::needs.workaround)
        return report.say("process {0} can do [[for {1} without {2}|without {2} for {1}]]", process, time,
                          dependency.need->what);
    return beyond_mtpd ? report.say("process {} must not stand still for more than {}[[ (`mtpd`)]]", process, time)
                       : report.say("process {} is to be back after {}[[ (`rto`)]]", process, time);
}

// Of what may serve, the need or a usable alternative, those of which nobody knows how soon they are back.
std::vector<RecordId> unknown_of(const Need& need, const Recovery& recovery) {
    std::vector<RecordId> unknown;
    const auto look_at = [&](RecordId record) {
        if (!recovery.effective(record).time && !recovery.own(record).not_asked) unknown.push_back(record);
    };
    look_at(need.what);
    for (const Alternative& each : need.alternatives()) {
        if (each.usable()) look_at(each.what);
    }
    return unknown;
}

// The supplier whose time it is, where it would be soon enough as agreed: then the process waits too long because the
// supplier takes longer than that, and for no other reason.
std::optional<RecordId> breaks_its_word(std::span<const Dependency* const> slow, const OwnRecovery& slowest,
                                        const Graph& graph) {
    if (!slowest.demonstrated || !graph[slowest.stated_by].is(kinds::supplier)) return std::nullopt;
    namespace its = fields::supplier;
    const auto agreed = graph[slowest.stated_by][its::recovery][its::recovery.agreed].duration();
    const auto in_time = [&](const FieldView& limit) { return !limit.duration() || *agreed <= *limit.duration(); };
    const bool enough = agreed && std::ranges::all_of(slow, [&](const Dependency* each) {
                            return in_time(each->allowed) && in_time(each->most);
                        });
    return enough ? std::optional(slowest.stated_by) : std::nullopt;
}

// All needs that are slow for one reason: the same record sets their time.
void tell(const RecordView& process, std::span<const Dependency* const> slow, const CheckContext& context,
          Reporter& report) {
    const Graph& graph = context.graph;
    const Recovery& recovery = context.facts.recovery();
    const Dependency& first = *slow.front();
    const RecordView sets = graph[first.effective.sets];
    const OwnRecovery& slowest = recovery.own(sets.record());
    const std::vector<RecordId> unknown = unknown_of(*first.need, recovery);
    // What nobody knows may be quick enough not to pass the mtpd.
    const bool beyond = first.beyond_mtpd && (unknown.empty() || !first.too_slow);
    const bool at_once = first.effective.steps == 1;
    const RecordView what = graph[first.need->what];
    const Message within = limit(process, first, beyond, report);
    const Message by = kind_and_id(graph[first.by], report.arena());
    const Message way = path_in_words(graph, recovery, first.by, report.arena());
    const auto time = plain(slowest.written);
    // A way of one step says nothing new to readers.
    const bool told = at_once && slowest.stated_by == sets.record() && !slowest.demonstrated;
    auto finding = continuity_finding(process, context, report, place_of(process, *first.need),
                                      told ? report.say("{0}, but {1} takes {2}[[: {3}]]", within, by, time, way)
                                           : report.say("{}, but {} takes {}: {}", within, by, time, way));
    if (!finding) return;
    finding->field("needs").key(sets.name().text());
    finding->because(breaks_its_word(slow, slowest, graph).value_or(process.record()));
    finding->label(slowest.written.span(), "what takes longest");
    if (first.need->has_fallback()) {
        finding->note(
            unknown.empty()
                ? report.say("{} is the quickest of {} and what may stand in for it", first.by, first.need->what)
                : report.say("{} is the quickest of {} and what may stand in for it, as far as is known", first.by,
                             first.need->what));
        if (!unknown.empty()) finding->note("nothing tells how soon {0} {0:is|are} back", unknown);
    }
    note_unfit(*finding, graph, first.need->what, first.need->alternatives());
    if (slowest.demonstrated) finding->note("what was demonstrated counts where it is longer than what was agreed");
    if (slow.size() > 1) {
        std::vector<RecordId> others;
        for (const Dependency* each : slow.subspan(1)) others.push_back(each->by);
        finding->note("it waits for the same through {}", others);
    }
    if (first.need->input && !first.need->entry)
        finding->note("process {} is needed because {} comes from it alone", what, input_in_words(*first.need));
    const Message sooner = at_once ? report.say("have [[|{1} ]]{0} back sooner", sets, sets.kind())
                                   : report.say("have [[|{1} ]]{0} back sooner or need it no more", sets, sets.kind());
    finding->help(
        "{}, name what bridges the time[[ under `needs` (`{{what: {}, workaround: …}}`, or `alternatives`)]], or "
        "ask whether the process can wait longer",
        sooner, bare(what));
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const FieldView block = process[own::continuity];
    if (!block[own::continuity.rto].duration() && !block[own::continuity.mtpd].duration())
        return report.not_asked(process);
    const std::vector<Dependency> all = context.facts.dependencies(process.record());
    std::vector<const Dependency*> slow;
    for (const Dependency& each : all) {
        if (each.too_slow || each.beyond_mtpd) slow.push_back(&each);
    }
    // By what sets the time; the worst and shortest way to it first.
    std::ranges::stable_sort(slow, {}, [](const Dependency* each) {
        return std::tuple(each->effective.sets, !each->beyond_mtpd, each->effective.steps);
    });
    for (auto begin = slow.begin(); begin != slow.end();) {
        const auto end = std::find_if(begin, slow.end(), [&](const Dependency* each) {
            return each->effective.sets != (*begin)->effective.sets;
        });
        tell(process, {begin, end}, context, report);
        begin = end;
    }
}

}  // namespace ims::rules::slow_dependency
