// What keeps an asset fit for use: its maintenance and its calibration, read in one way.
#pragma once

#include <array>
#include <optional>

#include "diagnostics/message.h"
#include "link/graph.h"

namespace ims {

struct Upkeep {
    Message name;       // "maintenance", as the field is called too
    Message done;       // "maintained"
    FieldView written;  // the map; none where nothing is written
    FieldView every;
    FieldView last;
    FieldView result;
};

std::array<Upkeep, 2> upkeep_of(const RecordView& asset);
Upkeep maintenance_of(const RecordView& asset);
Upkeep calibration_of(const RecordView& asset);

// Due again an interval after the last time. None without an interval of its own (that of ims.yaml is for reviews), and
// where it was never done or a value cannot be read.
std::optional<Date> due(const Upkeep& upkeep, const Settings& settings);

}  // namespace ims
