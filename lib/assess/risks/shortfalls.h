// Where the controls of a risk fall short of what its residual rating builds on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "diagnostics/message.h"
#include "link/graph.h"

namespace ims {

struct Shortfall {
    enum class Reason : std::uint8_t {  // the gravest first
        ineffective,                    // as its last verification found
        asset_failed,                   // it leans on an asset that failed its last maintenance or calibration
        not_in_place,                   // planned, in place in part, or not said to be in place
        asset_overdue,                  // it leans on one that is overdue for it: nobody can tell whether it holds
    };
    Reason reason = Reason::ineffective;
    RecordId control;
    RecordId asset;  // none but where the reason is an asset
    Message upkeep;  // "calibration"; nothing but there
    // When it was found ineffective, when the asset failed, or when it was due; none where no day says so.
    std::optional<Date> day;

    [[nodiscard]] bool uncertain() const { return reason == Reason::asset_overdue; }
};

// Adds where an active control falls short: for one reason, though for each asset that gives it. What could not be
// read is none.
void add_shortfalls(const RecordView& control, Date today, std::vector<Shortfall>& out);

// "control `walk-round` is planned", "control `limits` leans on asset `gauge`, whose calibration was due on
// 2026-03-01".
Message told(const Shortfall& shortfall, const Graph& graph, Arena& arena);

}  // namespace ims
