#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/doctor/patient.h"

namespace ims {

void look_at_folder(const Patient& patient, DoctorLines& lines) {
    lines.fine("version", std::string(version_line()));
    const std::string asked =
        patient.given.empty() ? "the current folder" : fmt::format("`{}`", visible(patient.given));
    lines.fine("folder",
               fmt::format("{}: {} {}", visible(patient.root),
                           patient.below ? "the only ims.yaml below" : "the nearest ims.yaml at or above", asked));
}

}  // namespace ims
