#include "check/supplier_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

// "high hazard `forklift-hits-person`", "obligation `data-law`"
std::string told_concern(RecordId concern, bool high, const CheckContext& context) {
    const RecordView record = context.graph[concern];
    const std::string_view what = record.is(kinds::risk) ? noun(context.facts.risk(concern).type) : record.kind_name();
    return fmt::format("{}{} {}", high ? "high " : "", what, ticked(record));
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

std::string told(const SupplierTie& tie, const RecordView& supplier, const CheckContext& context) {
    const Graph& graph = context.graph;
    const std::string concern = told_concern(tie.concern, tie.grave(), context);
    // A risk of the supplier itself needs no place.
    const std::string of = tie.through.known()
                               ? fmt::format(" of {} {}", graph[tie.through].kind_name(), ticked(graph[tie.through]))
                               : std::string();
    switch (tie.kind) {
        case SupplierTie::Kind::on_site: return fmt::format("works on site under the {}{}", concern, of);
        case SupplierTie::Kind::handles: {
            if (tie.through.known() && graph[tie.through].is(kinds::asset))
                return fmt::format("handles {} under the {}", ticked(graph[tie.through]), concern);
            std::vector<std::string_view> handled;
            for (const RecordView asset : supplier.linked(fields::supplier::handles)) handled.push_back(asset.id());
            return fmt::format("handles {} under the {}{}", join_names(handled, Ticks::yes, 2), concern, of);
        }
        case SupplierTie::Kind::named: return fmt::format("is named by the {}", concern);
        case SupplierTie::Kind::provides:
            return fmt::format("provides {}, which the {} is about", ticked(graph[tie.through]), concern);
        case SupplierTie::Kind::sees:
            return fmt::format("handles {}, which the {} is about", ticked(graph[tie.through]), concern);
    }
    return {};
}

}  // namespace ims
