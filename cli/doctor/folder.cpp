#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/doctor/patient.h"
#include "cli/interrupted_change.h"

namespace ims {

void look_at_folder(const Patient& patient, DoctorLines& lines) {
    lines.fine("version", std::string(version_line()));
    const std::string asked =
        patient.given.empty() ? "the current folder" : fmt::format("`{}`", visible(patient.given));
    lines.fine("folder",
               fmt::format("{}: {} {}", visible(patient.root),
                           patient.below ? "the only ims.yaml below" : "the nearest ims.yaml at or above", asked));
    if (!is_interrupted(patient.environment, patient.root)) return;
    const bool half = tell_interrupted(patient.environment, patient.root).has_value();
    lines.mend("interrupted",
               half ? "a command was killed while it changed files: some may be new and others old"
                    : "a command was killed before it changed anything, and left temporary files behind",
               patient.line_of("ims doctor --finish"));
}

}  // namespace ims
