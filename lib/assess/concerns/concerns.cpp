#include "assess/concerns/concerns.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "assess/concerns/linked_concerns.h"
#include "assess/concerns/supplier_concerns.h"
#include "assess/records/reach.h"
#include "assess/records/record_set.h"
#include "base/components.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What a record carries: whether it is anything, and its disciplines.
struct Carried {
    bool anything = false;
    DisciplineSet disciplines;
    void operator|=(const Carried& other) {
        anything = anything || other.anything;
        disciplines |= other.disciplines;
    }
    friend Carried operator|(Carried a, const Carried& b) {
        a |= b;
        return a;
    }
};

class ConcernFinder {
public:
    ConcernFinder(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs, const Parts& parts)
        : graph_(graph),
          disciplines_(disciplines),
          needs_(needs),
          parts_(parts),
          continuity_(graph.settings().find("business-continuity")),
          circles_(circles_of(needs, [&](RecordId record, const auto& add) {
              for (const RecordId need : needs.direct(record)) add(need);
          })) {}

    Concerns::Tables run() const {
        const std::vector<Carried> carried = spread();
        Concerns::Tables out;
        out.leads_to_concern.reserve(needs_.records().size());
        for (const std::uint32_t circle : circles_.of) out.leads_to_concern.push_back(carried[circle].anything);
        const RecordTable<Carried> within = parts_.closure().gather([&](RecordId process) {
            const auto place = needs_.places().find(process);
            return linked_to(graph_[process]) | (place ? carried[circles_.of[*place]] : Carried());
        });
        for (const RecordId id : graph_.of_kind(kinds::process)) {
            out.carried_within.push_back(within[id].anything);
            if (graph_[id].active()) out.processes.push_back(of_process(id, within[id]));
        }
        out.concerned_by = tell_suppliers(out.processes);
        return out;
    }

private:
    Carried linked_to(const RecordView& record) const {
        Carried carried;
        visit_linked_concerns(record, [&](RecordId concern) { carried |= {true, disciplines_[concern]}; });
        if (record.is(kinds::process) && record.has(fields::process::continuity) && continuity_)
            carried.disciplines.add(*continuity_);
        return carried;
    }

    std::uint32_t circle_of(RecordId record) const { return circles_.of[needs_.places()[record]]; }

    // Of each circle, through all that it needs, to any depth, in time linear in records and needs. All of a circle
    // carry the same; circles come out needs first.
    std::vector<Carried> spread() const {
        std::vector<Carried> carried(circles_.size());
        for (std::size_t circle = 0; circle < circles_.size(); ++circle) {
            for (const std::uint32_t member : circles_.members(circle)) {
                const RecordView record = graph_[needs_.records()[member]];
                // A needed process passes on what it needs, not its own concerns: those are its own to answer for.
                if (!record.is(kinds::process)) carried[circle] |= linked_to(record);
                for (const RecordId need : needs_.direct(record.record())) {
                    if (const auto place = needs_.places().find(need)) carried[circle] |= carried[circles_.of[*place]];
                }
            }
        }
        return carried;
    }

    // `within`: what it and its parts carry.
    ProcessConcerns of_process(RecordId id, const Carried& within) const {
        const RecordView process = graph_[id];
        ProcessConcerns out;
        out.process = id;
        out.concerned = within.disciplines;
        out.not_applicable = graph_.settings().keys_of(process[fields::process::not_applicable]);
        const std::string_view type = process.word(fields::process::type);
        const bool untyped = !process.has(fields::process::type);
        for (std::size_t index = 0; index < graph_.settings().disciplines.size(); ++index) {
            const auto& types = graph_.settings().disciplines[index].process_types;
            if (types.empty() || untyped || std::ranges::find(types, type) != types.end())
                out.must_address.add(Discipline::from(index));
        }
        return out;
    }

    // The same the other way round: for whom a supplier works, users first; and what reaches it without them.
    std::vector<DisciplineSet> tell_suppliers(std::span<const ProcessConcerns> processes) const {
        std::vector<DisciplineSet> users(circles_.size());
        for (const ProcessConcerns& process : processes) users[circle_of(process.process)] |= process.concerned;
        for (std::size_t circle = circles_.size(); circle-- > 0;) {
            for (const std::uint32_t member : circles_.members(circle)) {
                for (const RecordId need : needs_.direct(needs_.records()[member])) {
                    if (const auto place = needs_.places().find(need)) users[circles_.of[*place]] |= users[circle];
                }
            }
        }
        std::vector<DisciplineSet> out;
        for (const RecordId supplier : graph_.of_kind(kinds::supplier)) {
            // One that is retired is not needed.
            const auto place = needs_.places().find(supplier);
            out.push_back(place ? users[circles_.of[*place]] | asked_anyway(graph_[supplier], disciplines_)
                                : DisciplineSet());
        }
        return out;
    }

    const Graph& graph_;
    const Disciplines& disciplines_;
    const NeedGraph& needs_;
    const Parts& parts_;
    std::optional<Discipline> continuity_;
    Components circles_;
};

std::vector<RecordId> processes_of(std::span<const ProcessConcerns> processes) {
    std::vector<RecordId> out;
    out.reserve(processes.size());
    for (const ProcessConcerns& process : processes) out.push_back(process.process);
    return out;
}

}  // namespace

Concerns::Concerns(const Graph& graph, RecordIndex places, RecordIndex needing, Tables tables)
    : tables_(std::move(tables)),
      in_force_(graph, processes_of(tables_.processes)),
      places_(std::move(places)),
      needing_(std::move(needing)) {}

bool Concerns::leads_to_concern(RecordId record) const {
    const auto place = needing_.find(record);
    return place && tables_.leads_to_concern[*place];
}

DisciplineSet Concerns::concerned_by(RecordId supplier) const { return tables_.concerned_by[places_[supplier]]; }

Concerns find_concerns(const Graph& graph, const Disciplines& disciplines, const NeedGraph& needs, const Parts& parts,
                       const RecordIndex& places) {
    return {graph, places, needs.places(), ConcernFinder(graph, disciplines, needs, parts).run()};
}

std::vector<Concern> concerns_of(const Graph& graph, const NeedGraph& needs, const Parts& parts,
                                 const Concerns& concerns, RecordId process) {
    std::vector<Concern> out;
    RecordSet seen;
    const auto add = [&](RecordId holder, RecordId via) {
        visit_linked_concerns(graph[holder], [&](RecordId concern) {
            if (seen.insert(concern)) out.push_back({concern, via});
        });
    };
    // What was met from the process or another part is not met again: it was told, and all that lies behind it.
    RecordSet met;
    const auto add_needs = [&](RecordId user) {
        if (!concerns.leads_to_concern(user)) return;
        const std::vector<RecordId> things = reach(user, [&](RecordId each, const auto& visit) {
            for (const RecordId need : needs.direct(each)) {
                if (concerns.leads_to_concern(need) && met.insert(need)) visit(need);
            }
        });
        for (const RecordId thing : things) {
            // The concerns of a needed process are its own to answer for.
            if (!graph[thing].is(kinds::process)) add(thing, thing);
        }
    };
    add(process, {});
    const std::vector<RecordId> all_parts =
        parts.those(process, [&](RecordId part) { return concerns.carried_within(part); });
    for (const RecordId part : all_parts) add(part, part);
    add_needs(process);
    for (const RecordId part : all_parts) add_needs(part);
    return out;
}

bool concerns_may_be_unread(const Graph& graph) {
    // A part that was not read may bring its concerns.
    for (const KindId kind : {kinds::risk, kinds::obligation, kinds::objective, kinds::asset, kinds::site,
                              kinds::supplier, kinds::process}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

}  // namespace ims
