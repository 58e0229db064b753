// The folder that `ims doctor` looks at: what could be read of it, each part by itself, so that one that is broken
// hides no other.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/analysis_options.h"
#include "cli/doctor/doctor_lines.h"
#include "cli/environment.h"
#include "source/find_files.h"

namespace ims {

struct Patient {
    Patient(const Environment& asked, const AnalysisOptions& wanted) : environment(asked), options(wanted) {}

    const Environment& environment;
    const AnalysisOptions& options;
    std::string given;   // the path as written; empty: none was
    std::string root;    // the folder that holds ims.yaml
    bool below = false;  // it lies below that path, and is the only one there
    std::string real;    // the folder without links

    std::optional<Error> trouble;        // why nothing can be analyzed: ims.yaml or a schema cannot be read
    bool of_settings = false;            // it is ims.yaml
    std::unique_ptr<Analysis> analysis;  // null where there is such trouble
    // What ims.yaml says, as far as it can be read; null where it cannot.
    [[nodiscard]] const Settings* settings() const;
    Result<FoundFiles> found = FoundFiles();

    // A line to type: "`ims check --select yaml`", with the path of the folder, or of what stands in it, behind.
    [[nodiscard]] std::string line_of(std::string_view command, const std::string& path = {}) const;
    // With backticks; only some of many, unless all were asked for.
    [[nodiscard]] std::string listed(const std::vector<std::string>& names) const;

    std::unique_ptr<ParsedFile> parsed;     // where there is trouble: ims.yaml, null if it cannot be read,
    std::unique_ptr<Settings> by_built_in;  // and what it says by the built-in schema
};

// An error where no folder is found, or the options are wrong.
Result<std::unique_ptr<Patient>> examine(const Environment& environment, const AnalysisOptions& options,
                                         const std::string& path);

// The parts, each in a file of its own name.
void look_at_folder(const Patient& patient, DoctorLines& lines);
void look_at_settings(const Patient& patient, DoctorLines& lines);
void look_at_files(const Patient& patient, DoctorLines& lines);
void look_at_schemas(const Patient& patient, DoctorLines& lines);
void look_at_editor(const Patient& patient, DoctorLines& lines);
void look_at_git(const Patient& patient, DoctorLines& lines);
void look_at_baseline(const Patient& patient, DoctorLines& lines);
void look_at_hooks(const Patient& patient, DoctorLines& lines);

}  // namespace ims
