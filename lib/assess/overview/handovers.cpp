#include "assess/overview/handovers.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "assess/concerns/linked_concerns.h"
#include "assess/performance/suppliers.h"
#include "assess/records/record_set.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Of those who give what somebody takes from nobody in particular; else a word that all use would make a line between
// each and each.
constexpr std::size_t kMostGivers = 24;
// How far up parts and wholes are looked for; a circle ends there too.
constexpr int kMostWholes = 8;

class HandoverFinder {
public:
    HandoverFinder(const Graph& graph, const Facts& facts) : graph_(graph), facts_(facts) {}

    Handovers run() {
        found_.certain = !concerns_may_be_unread(graph_);
        for (const ProcessFacts& process : facts_.processes()) note_items(graph_[process.process]);
        for (const ProcessFacts& process : facts_.processes()) add_written(graph_[process.process]);
        for (const ProcessFacts& process : facts_.processes()) add_open(graph_[process.process]);
        join_wholes_and_parts();
        for (Handover& each : found_.all) judge(each);
        std::ranges::stable_sort(found_.all, {},
                                 [](const Handover& each) { return std::pair(each.giver.who, each.taker.who); });
        return std::move(found_);
    }

private:
    using Items = std::unordered_map<std::string, FieldView>;  // by who and the name of the item

    [[nodiscard]] static std::string key(RecordId who, const std::string& name) {
        return std::to_string(who.value) + ' ' + name;
    }
    [[nodiscard]] static std::string key(RecordId from, RecordId to, const std::string& name) {
        return std::to_string(from.value) + ' ' + key(to, name);
    }

    void note_items(const RecordView& process) {
        const auto note = [&](Items& items, const std::vector<FieldView>& written) {
            for (const FieldView& item : written) {
                for (const std::string& name : facts_.flows().names(item).own)
                    items.try_emplace(key(process.record(), name), item);
            }
        };
        note(given_, facts_.flows().outputs(process.record()));
        note(taken_, facts_.flows().inputs(process.record()));
    }

    [[nodiscard]] FieldView written_by(const Items& items, RecordId who, const Flows::Names& names) const {
        for (const std::string& name : names.others) {
            if (const auto found = items.find(key(who, name)); found != items.end()) return found->second;
        }
        return {};
    }

    [[nodiscard]] bool in_force(const RecordView& record) const {
        return record.is(kinds::process) ? facts_.process(record.record()) != nullptr : record.active();
    }

    void add(RecordId from, RecordId to, const FieldView& item) {
        if (from == to || !in_force(graph_[from]) || !in_force(graph_[to])) return;
        const Flows::Names names = facts_.flows().names(item);
        for (const std::string& name : names.others) {
            if (places_.contains(key(from, to, name))) return;
        }
        for (const std::string& name : names.own) places_.try_emplace(key(from, to, name), found_.all.size());
        Handover& each = found_.all.emplace_back();
        each.giver = {from, written_by(given_, from, names), {}, {}, {}, {}};
        each.taker = {to, written_by(taken_, to, names), {}, {}, {}, {}};
        for (const FieldView& written : {each.giver.item, each.taker.item}) {
            const RecordId thing = written.target();
            if (!each.thing.known() && thing.known() && graph_[thing].active()) each.thing = thing;
        }
    }

    void add_written(const RecordView& process) {
        namespace own = fields::process;
        const auto add_all = [&](const FieldView& entry, Field item, Field others, const auto& add_one) {
            if (!entry[item] || entry[item].invalid()) return;
            for (const FieldView each : entry[others].children()) {
                if (const auto other = target_of(graph_, each)) add_one(other->record(), entry[item]);
            }
        };
        for (const FieldView output : process[own::outputs].children()) {
            add_all(output, own::outputs.item, own::outputs.to,
                    [&](RecordId taker, const FieldView& item) { add(process.record(), taker, item); });
        }
        for (const FieldView input : process[own::inputs].children()) {
            add_all(input, own::inputs.item, own::inputs.from,
                    [&](RecordId giver, const FieldView& item) { add(giver, process.record(), item); });
        }
    }

    // Those that are told; found once for each name, since all may take the same.
    const std::vector<RecordId>& givers_of(const FieldView& item) {
        std::string name;
        for (const std::string& each : facts_.flows().names(item).others) name += each + '\n';
        const auto [found, first] = givers_.try_emplace(name);
        if (!first) return found->second;
        std::vector<RecordId> givers = facts_.flows().givers(item);
        found_.cut = found_.cut || givers.size() > kMostGivers;
        if (givers.size() > kMostGivers) givers.resize(kMostGivers);
        return found->second = std::move(givers);
    }

    // Inputs that do not say where they come from, met by what others give.
    void add_open(const RecordView& process) {
        namespace own = fields::process;
        for (const FieldView input : process[own::inputs].children()) {
            const FieldView item = input[own::inputs.item];
            if (input[own::inputs.from] || !item || item.invalid()) continue;
            for (const RecordId giver : givers_of(item)) add(giver, process.record(), item);
        }
    }

    // What a whole is said to give or take, and a part of it does, is told of the part.
    void join_wholes_and_parts() {
        std::vector<bool> told(found_.all.size(), false);
        for (const Handover& each : found_.all) {
            if (each.taker.item && has_whole(each.taker.who)) {
                const Flows::Names names = facts_.flows().names(each.taker.item);
                visit_wholes(each.taker.who,
                             [&](RecordId whole) { cover(each.giver.who, whole, names, &Handover::taker, told); });
            }
            if (each.giver.item && has_whole(each.giver.who)) {
                const Flows::Names names = facts_.flows().names(each.giver.item);
                visit_wholes(each.giver.who,
                             [&](RecordId whole) { cover(whole, each.taker.who, names, &Handover::giver, told); });
            }
        }
        std::size_t index = 0;
        std::erase_if(found_.all, [&](const Handover&) { return told[index++]; });
    }

    // A hand-over of a whole counts as told where the whole itself does not write it.
    void cover(RecordId from, RecordId to, const Flows::Names& names, HandoverSide Handover::*whole,
               std::vector<bool>& told) const {
        for (const std::string& name : names.others) {
            const auto found = places_.find(key(from, to, name));
            if (found != places_.end() && !(found_.all[found->second].*whole).item) told[found->second] = true;
        }
    }

    [[nodiscard]] bool has_whole(RecordId record) const {
        return graph_[record].is(kinds::process) && !graph_[record].linked(fields::process::part_of).empty();
    }

    template <class Visit>
    void visit_wholes(RecordId process, const Visit& visit) const {
        RecordView part = graph_[process];
        for (int step = 0; step < kMostWholes && part.is(kinds::process); ++step) {
            const LinkedRecords wholes = part.linked(fields::process::part_of);
            if (wholes.empty()) return;
            part = *wholes.begin();
            visit(part.record());
        }
    }

    const GoesAlong& goes_along(RecordId id) {
        const auto [found, first] = found_.along.try_emplace(id);
        if (first) found->second = look_at(graph_[id]);
        return found->second;
    }

    [[nodiscard]] GoesAlong look_at(const RecordView& thing) const {
        GoesAlong out;
        RecordSet seen;
        const auto note = [&](const RecordView& record) {
            if (!seen.insert(record.record())) return;
            out.records.push_back(record.record());
            out.disciplines |= facts_.disciplines(record.record());
            if (weighs_on_the_way(record, thing)) out.weighty |= facts_.disciplines(record.record());
        };
        visit_linked_concerns(thing, [&](RecordId concern) { note(graph_[concern]); });
        for (const RecordView duty : thing.linked(fields::document::obligations)) {
            if (is_concern(duty)) note(duty);
        }
        for (const Edge& edge : graph_.references_to(thing.record())) {
            const RecordView control = graph_[edge.other];
            if (control.is(kinds::control) && control.active()) note(control);
        }
        return out;
    }

    void judge(Handover& each) {
        DisciplineSet of_thing;
        if (each.thing.known()) {
            const GoesAlong& along = goes_along(each.thing);
            of_thing = along.disciplines;
            each.weighty = along.weighty;
        }
        each.along = of_thing;
        for (const HandoverSide* const side : {&each.giver, &each.taker}) {
            for (const RecordView asset : graph_[side->who].linked(fields::supplier::handles)) {
                if (asset.active()) each.along |= goes_along(asset.record()).disciplines;
            }
        }
        fill(each.giver, each.along, of_thing);
        fill(each.taker, each.along, of_thing);
        each.dropped_by_giver = dropped(each.giver, each.taker);
        each.dropped_by_taker = dropped(each.taker, each.giver);
    }

    // What a supplier handles need not go along with what it gives: that weighs on the supplier alone.
    void fill(HandoverSide& side, DisciplineSet along, DisciplineSet of_thing) const {
        const RecordView who = graph_[side.who];
        DisciplineSet held_to;
        DisciplineSet out;
        if (const ProcessFacts* const process = facts_.process(side.who)) {
            side.carries = process->concerned & along;
            out = process->not_applicable & of_thing;
            side.not_asked = of_thing.without(process->must_address | side.carries | out);
            held_to = of_thing;
        } else if (who.is(kinds::supplier)) {
            const SupplierEvaluations evaluations = evaluations_of(who, facts_.today());
            DisciplineSet known = evaluations.evaluated;
            visit_linked_concerns(who, [&](RecordId concern) { known |= facts_.disciplines(concern); });
            side.carries = known & along;
            out = evaluations.not_applicable & along;
            if (evaluations.certain) held_to = along;
        } else {
            for (const RecordView met : who.linked(fields::interested_party::needs.met_by)) {
                if (met.active()) side.carries |= facts_.disciplines(met.record()) & along;
            }
        }
        side.left_out = out.without(side.carries);
        side.lacks = held_to.without(side.carries | side.left_out | side.not_asked);
    }

    [[nodiscard]] DisciplineSet dropped(const HandoverSide& by, const HandoverSide& other) const {
        if (graph_[other.who].is(kinds::interested_party)) return {};
        // A reason that knows of nothing.
        const bool knows = by.item || !graph_[by.who].is(kinds::process);
        return (knows ? by.lacks : by.lacks | by.left_out) & other.carries;
    }

    const Graph& graph_;
    const Facts& facts_;
    Handovers found_;
    Items given_;
    Items taken_;
    std::unordered_map<std::string, std::vector<RecordId>> givers_;
    std::unordered_map<std::string, std::size_t> places_;  // of handovers, by giver, taker and each name of the item
};

}  // namespace

DisciplineSet Handover::carried_by_none() const {
    return (giver.lacks | taker.lacks).without(giver.carries | taker.carries | giver.left_out | taker.left_out);
}

bool weighs_on_the_way(const RecordView& concern, const RecordView& thing) {
    if (concern.is(kinds::risk)) {
        return concern.word(fields::risk::type) == "hazard" ||
               (thing.is(kinds::asset) && thing.word(fields::asset::type) == "information");
    }
    const std::string_view source = concern.word(fields::obligation::source);
    return concern.is(kinds::obligation) && (source == "law" || source == "permit");
}

Handovers find_handovers(const Graph& graph, const Facts& facts) { return HandoverFinder(graph, facts).run(); }

}  // namespace ims
