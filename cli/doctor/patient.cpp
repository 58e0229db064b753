#include "cli/doctor/patient.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/paths.h"
#include "engine/folder_schema.h"
#include "source/find_root.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsOfPatient = "ims.yaml";

// Without an analysis, what ims.yaml says by itself.
void read_settings_alone(Patient& patient) {
    auto bytes = patient.environment.files->read(join_path(patient.root, kSettingsOfPatient), YamlLimits{}.file_bytes);
    if (!bytes) return;
    patient.parsed = std::make_unique<ParsedFile>(parse_file(std::move(*bytes)));
    if (patient.of_settings) return;
    std::vector<Finding> findings;
    Arena arena;
    patient.by_built_in = std::make_unique<Settings>(
        read_settings(*patient.parsed, Schema::built_in(), patient.environment.rules.book(), findings, arena));
}

void analyze_patient(Patient& patient, const FolderOptions& wanted) {
    const Progress progress(patient.environment, !patient.options.quiet, "looking at " + visible(patient.root) + " …");
    auto analysis = analyze_folder(*patient.environment.files, patient.environment.rules, wanted);
    if (analysis) {
        patient.analysis = std::move(*analysis);
        return;
    }
    patient.trouble = analysis.error();
    patient.of_settings = patient.trouble->path == join_path(patient.root, kSettingsOfPatient);
}

}  // namespace

const Settings* Patient::settings() const { return analysis != nullptr ? &analysis->settings : by_built_in.get(); }

std::string Patient::line_of(std::string_view command, const std::string& path) const {
    const std::string way = join_path(relative_path(environment.files->real_path(".").value_or(""), real), path);
    return fmt::format("`{}{}{}`", command, way.empty() ? "" : " ", visible(way));
}

std::string Patient::listed(const std::vector<std::string>& names) const {
    constexpr std::size_t kFew = 5;
    return join_names(names, Ticks::yes, options.verbose ? names.size() : kFew);
}

Result<std::unique_ptr<Patient>> examine(const Environment& environment, const AnalysisOptions& options,
                                         const std::string& path) {
    auto patient = std::make_unique<Patient>(environment, options);
    patient->given = path;
    AskIgnored ask;
    if (!environment.git.empty())
        ask = [&environment](const std::string& folder) { return git_ignored(environment.git, folder); };
    IMS_TRY_ASSIGN(const Root root, find_root(*environment.files, path.empty() ? "." : path, ask));
    patient->root = root.folder;
    patient->below = root.below;
    patient->real = environment.files->real_path(root.folder).value_or(root.folder);
    IMS_TRY_ASSIGN(const FolderOptions wanted, folder_options(environment, options, root.folder));
    // What the line names is no trouble of the folder.
    IMS_TRY(read_schema_texts(*environment.files, root.folder, {}, options.schemas));
    analyze_patient(*patient, wanted);
    if (patient->analysis == nullptr) read_settings_alone(*patient);
    const Settings* const settings = patient->settings();
    patient->found = find_files(*environment.files, root.folder,
                                settings == nullptr ? std::vector<std::string>() : settings->ignore, ask);
    return patient;
}

}  // namespace ims
