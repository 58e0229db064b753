// How a thing stands today, in a word or two: the one answer that registers, pages and formats give. What cannot be
// judged says so and why, and is told neither as good nor as bad. A good word needs a value that could be read and is
// not older than its interval; a bad one holds until a later value says otherwise. Asked when needed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "assess/facts/facts.h"
#include "assess/performance/suppliers.h"

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
    std::string words;      // so few that they can be counted: "met"; of what is unknown "cannot be judged"
    std::string more = {};  // what people read behind them, with the comma or blank before it: ", on 2026-05-01"
    std::string why = {};   // of what is unknown: "no target"

    [[nodiscard]] bool known() const { return kind != Kind::unknown; }
};

// `why`: "no target"
Standing unjudged(std::string why);

// Of a record, by its kind; one of a kind that has no state has no words.
Standing standing_of(const RecordView& record, const Facts& facts);

// The same of active records of one kind.
Standing standing_of_objective(const RecordView& objective, const Facts& facts);
Standing standing_of_obligation(const RecordView& obligation, const Facts& facts);
Standing standing_of_supplier(const RecordView& supplier, const Facts& facts);
Standing standing_of_plan(const RecordView& plan, const Facts& facts);
Standing standing_of_asset(const RecordView& asset, const Facts& facts);
Standing standing_of_document(const RecordView& document, const Facts& facts);
Standing standing_of_audit(const RecordView& audit, const Facts& facts);
Standing standing_of_nonconformity(const RecordView& nonconformity, const Facts& facts);
Standing standing_of_incident(const RecordView& incident, const Facts& facts);
Standing standing_of_change(const RecordView& change, const Facts& facts);

// Of a supplier in one discipline, by the last evaluation in it.
Standing standing_of(const LastEvaluation& last, const RecordView& supplier, Date today);

// Of a clause that counts, by its evidence; one that does not has no words.
Standing standing_of(const Clause& clause, const Graph& graph);

}  // namespace ims
