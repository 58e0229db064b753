// How a thing stands today, in a word or two: the one answer that registers, pages and formats give. What cannot be
// judged says so and why, and is told neither as good nor as bad. A good word needs a value that could be read and is
// not older than its interval; a bad one holds until a later value says otherwise. Asked when needed.
#pragma once

#include <cstdint>

#include "assess/facts/facts.h"
#include "assess/performance/suppliers.h"
#include "diagnostics/message.h"

namespace ims {

struct Standing {
    enum class Kind : std::uint8_t {
        good,     // as it should be
        fair,     // on the way, or good under a condition
        poor,     // not as it should be
        bad,      // the same, and pressing
        none,     // neither: its time is to come, or nothing is asked of it
        out,      // it takes no part: a draft, superseded, said not to apply
        unknown,  // it cannot be judged
    };
    Kind kind = Kind::none;
    Message words = {};  // so few that they can be counted, without holes: "met"; of what is unknown "cannot be judged"
    Message told = words;  // what people read; where that is more, `words` are its first argument: "met, on 2026-05-01"
    Message why = {};      // of what is unknown: "no target"

    [[nodiscard]] bool known() const { return kind != Kind::unknown; }
};

// `why`: "no target"
Standing unjudged(Message why);
// "met, on 2026-05-01"
Standing standing_on(Standing::Kind kind, Message words, Date day, Arena& arena);

// Of a record, by its kind; one of a kind that has no state has no words. `arena`: where what it says is kept.
Standing standing_of(const RecordView& record, const Facts& facts, Arena& arena);

// The same of active records of one kind.
Standing standing_of_objective(const RecordView& objective, const Facts& facts, Arena& arena);
Standing standing_of_obligation(const RecordView& obligation, const Facts& facts, Arena& arena);
Standing standing_of_supplier(const RecordView& supplier, const Facts& facts, Arena& arena);
Standing standing_of_plan(const RecordView& plan, const Facts& facts, Arena& arena);
Standing standing_of_asset(const RecordView& asset, const Facts& facts, Arena& arena);
Standing standing_of_document(const RecordView& document, const Facts& facts, Arena& arena);
Standing standing_of_audit(const RecordView& audit, const Facts& facts, Arena& arena);
Standing standing_of_nonconformity(const RecordView& nonconformity, const Facts& facts, Arena& arena);
Standing standing_of_incident(const RecordView& incident, const Facts& facts, Arena& arena);
Standing standing_of_change(const RecordView& change, const Facts& facts, Arena& arena);

// Of a supplier in one discipline, by the last evaluation in it.
Standing standing_of(const LastEvaluation& last, const RecordView& supplier, Date today, Arena& arena);

// Of a clause that counts, by its evidence; one that does not has no words.
Standing standing_of(const Clause& clause, const Graph& graph, Arena& arena);

}  // namespace ims
