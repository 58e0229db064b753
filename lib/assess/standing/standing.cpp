#include "assess/standing/standing.h"

#include "schema/fields.h"

namespace ims {

Standing unjudged(Message why) {
    constexpr Message kWords = "cannot be judged";
    return {Standing::Kind::unknown, kWords, kWords, why};
}

Standing standing_on(Standing::Kind kind, Message words, Date day, Arena& arena) {
    return {kind, words, make_message(arena, "[[{0}, on {1}|{0}, as evaluated on {1}]]", words, day)};
}

Standing standing_of(const RecordView& record, const Facts& facts, Arena& arena) {
    if (record.unread()) return unjudged("it could not be read");
    if (record.retired()) return {Standing::Kind::out, "retired"};
    if (!record.active()) return {Standing::Kind::out, "draft"};
    if (record.is(kinds::objective)) return standing_of_objective(record, facts, arena);
    if (record.is(kinds::obligation)) return standing_of_obligation(record, facts, arena);
    if (record.is(kinds::supplier)) return standing_of_supplier(record, facts, arena);
    if (record.is(kinds::plan)) return standing_of_plan(record, facts, arena);
    if (record.is(kinds::asset)) return standing_of_asset(record, facts, arena);
    if (record.is(kinds::document)) return standing_of_document(record, facts, arena);
    if (record.is(kinds::audit)) return standing_of_audit(record, facts, arena);
    if (record.is(kinds::nonconformity)) return standing_of_nonconformity(record, facts, arena);
    if (record.is(kinds::incident)) return standing_of_incident(record, facts, arena);
    if (record.is(kinds::change)) return standing_of_change(record, facts, arena);
    return {};
}

Standing standing_of(const Clause& clause, const Graph& graph, Arena& arena) {
    switch (clause.state) {
        case ClauseState::named: return {Standing::Kind::good, "named"};
        case ClauseState::by_kind: return {Standing::Kind::fair, "by kind only"};
        case ClauseState::none: return {Standing::Kind::bad, "none found"};
        case ClauseState::excluded: return {Standing::Kind::out, "left out"};
        case ClauseState::unjudged:
            if (clause.undisciplined == 0 && graph.anything_unread())
                return unjudged("files that could not be read may hold evidence");
            return unjudged(make_message(arena, "{0} {0:record|records} of such kinds {0:names|name} no discipline",
                                         clause.undisciplined));
        case ClauseState::heading:
        case ClauseState::annex: break;
    }
    return {};
}

}  // namespace ims
