#include "check/supplier_words.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {
namespace {

// "high hazard `forklift-hits-person`", "obligation `data-law`"
Message told_concern(RecordId concern, bool high, const CheckContext& context, Arena& arena) {
    const RecordView record = context.graph[concern];
    const Message what =
        record.is(kinds::risk) ? noun(context.facts.risk(concern).type) : make_message(arena, "{}", record.kind());
    return high ? make_message(arena, "high {} {}", what, concern) : make_message(arena, "{} {}", what, concern);
}

}  // namespace

std::vector<SupplierTie> ties_of(const RecordView& supplier, std::span<const RecordId> processes,
                                 const CheckContext& context) {
    return ties_of(supplier, context.facts.disciplines(), processes,
                   [&](RecordId risk) { return context.facts.risk(risk).high(); });
}

TieSets sets_of(std::span<const SupplierTie> ties) {
    TieSets sets;
    for (const SupplierTie& tie : ties) (tie.grave() ? sets.grave : sets.named) |= tie.disciplines;
    sets.named = sets.named.without(sets.grave);
    return sets;
}

const SupplierTie* nearest(std::span<const SupplierTie> ties, Discipline discipline) {
    const auto found =
        std::ranges::find_if(ties, [&](const SupplierTie& tie) { return tie.disciplines.has(discipline); });
    return found == ties.end() ? nullptr : &*found;
}

Message evaluation_to_write(DisciplineSet disciplines, Arena& arena) {
    std::vector<Discipline> each;
    for (const Discipline discipline : disciplines) each.push_back(discipline);
    return make_message(arena,
                        "[[`{{disciplines: [{:all}], date: …, result: …}}` with `approved`, `conditional` or "
                        "`rejected`|approved, approved with conditions or rejected]]",
                        listed_by(Joined::by_commas, each));
}

Message told(const SupplierTie& tie, const RecordView& supplier, const CheckContext& context, Arena& arena) {
    const Graph& graph = context.graph;
    const Message concern = told_concern(tie.concern, tie.grave(), context, arena);
    // A risk of the supplier itself needs no place.
    const bool placed = tie.through.known();
    const KindId kind = placed ? graph[tie.through].kind() : KindId();
    switch (tie.kind) {
        case SupplierTie::Kind::on_site:
            return placed ? make_message(arena, "works on site under the {} of {} {}", concern, kind, tie.through)
                          : make_message(arena, "works on site under the {}", concern);
        case SupplierTie::Kind::handles: {
            if (placed && kind == kinds::asset)
                return make_message(arena, "handles {} under the {}", tie.through, concern);
            std::vector<RecordId> handled;
            for (const RecordView asset : supplier.linked(fields::supplier::handles)) handled.push_back(asset.record());
            return placed
                       ? make_message(arena, "handles {:2} under the {} of {} {}", handled, concern, kind, tie.through)
                       : make_message(arena, "handles {:2} under the {}", handled, concern);
        }
        case SupplierTie::Kind::named: return make_message(arena, "is named by the {}", concern);
        case SupplierTie::Kind::provides:
            return make_message(arena, "provides {}, which the {} is about", tie.through, concern);
        case SupplierTie::Kind::sees:
            return make_message(arena, "handles {}, which the {} is about", tie.through, concern);
    }
    return {};
}

}  // namespace ims
