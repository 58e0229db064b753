#include "assess/standing/standing.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/fields.h"

namespace ims {

Standing unjudged(std::string why) { return {Standing::Kind::unknown, "cannot be judged", {}, std::move(why)}; }

Standing standing_of(const RecordView& record, const Facts& facts) {
    if (record.unread()) return unjudged("it could not be read");
    if (record.retired()) return {Standing::Kind::out, "retired"};
    if (!record.active()) return {Standing::Kind::out, "draft"};
    if (record.is(kinds::objective)) return standing_of_objective(record, facts);
    if (record.is(kinds::obligation)) return standing_of_obligation(record, facts);
    if (record.is(kinds::supplier)) return standing_of_supplier(record, facts);
    if (record.is(kinds::plan)) return standing_of_plan(record, facts);
    if (record.is(kinds::asset)) return standing_of_asset(record, facts);
    if (record.is(kinds::document)) return standing_of_document(record, facts);
    if (record.is(kinds::audit)) return standing_of_audit(record, facts);
    if (record.is(kinds::nonconformity)) return standing_of_nonconformity(record, facts);
    if (record.is(kinds::incident)) return standing_of_incident(record, facts);
    if (record.is(kinds::change)) return standing_of_change(record, facts);
    return {};
}

Standing standing_of(const Clause& clause, const Graph& graph) {
    switch (clause.state) {
        case ClauseState::named: return {Standing::Kind::good, "named"};
        case ClauseState::by_kind: return {Standing::Kind::fair, "by kind only"};
        case ClauseState::none: return {Standing::Kind::bad, "none found"};
        case ClauseState::excluded: return {Standing::Kind::out, "left out"};
        case ClauseState::unjudged:
            if (clause.undisciplined == 0 && graph.anything_unread())
                return unjudged("files that could not be read may hold evidence");
            return unjudged(fmt::format("{} of such kinds {} no discipline", counted(clause.undisciplined, "record"),
                                        clause.undisciplined == 1 ? "names" : "name"));
        case ClauseState::heading:
        case ClauseState::annex: break;
    }
    return {};
}

}  // namespace ims
