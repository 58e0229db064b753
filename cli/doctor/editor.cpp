// The schemas in `.ims/`, by which editors complete and explain.
#include "cli/doctor/patient.h"
#include "cli/editor_files.h"

namespace ims {

void look_at_editor(const Patient& patient, DoctorLines& lines) {
    if (patient.analysis == nullptr) return;
    switch (state_of_schema_files(*patient.environment.files, *patient.analysis)) {
        case SchemaFilesState::missing:
            return lines.fine("editor", "no schemas for editors: without `.ims/` none completes or explains a record",
                              "`ims schema --write --editor NAME` makes them");
        case SchemaFilesState::stale:
            return lines.mend("editor", "the schemas in `.ims/` are stale: editors go by what the folder was",
                              "`ims schema --write` brings them up to date");
        case SchemaFilesState::fresh: return lines.fine("editor", "the schemas in `.ims/` are up to date");
    }
}

}  // namespace ims
