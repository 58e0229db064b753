// Whether a hook of git runs `ims` before a commit. None is no fault.
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/doctor/patient.h"
#include "source/git_command.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestHook = std::size_t{1} << 20;

// Whether the word `ims` stands in it, but in a comment. `ims.yaml` and `.ims-baseline` are other words.
bool runs_ims(std::string_view script) {
    const auto is_of_word = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
    };
    while (!script.empty()) {
        const std::size_t end = std::min(script.find('\n'), script.size());
        const std::string_view line = trim(script.substr(0, end));
        script.remove_prefix(std::min(end + 1, script.size()));
        if (line.starts_with('#')) continue;
        for (std::size_t at = line.find("ims"); at != std::string_view::npos; at = line.find("ims", at + 1)) {
            const bool begins = at == 0 || !is_of_word(line[at - 1]);
            const bool ends = at + 3 == line.size() || !is_of_word(line[at + 3]);
            if (begins && ends) return true;
        }
    }
    return false;
}

class HooksOfPatient {
public:
    HooksOfPatient(const Patient& patient, std::string repository, DoctorLines& lines)
        : patient_(patient), repository_(std::move(repository)), lines_(lines) {}

    void look() {
        const std::string hook = path_of_hook();
        const std::string script = text_of(hook);
        const std::string config = text_of(join_path(repository_, ".pre-commit-config.yaml"));
        const bool framework = runs_ims(config);
        if (!hook.empty() && runs_ims(script)) return tell_hook(hook, "runs ims before a commit");
        if (!framework) {
            return lines_.fine("hook", script.empty() ? "none that git runs before a commit"
                                                      : "the one that git runs before a commit does not name ims");
        }
        if (script.find("pre-commit") != std::string::npos)
            return tell_hook(hook, "runs what .pre-commit-config.yaml names, ims too");
        lines_.fine("hook", ".pre-commit-config.yaml runs ims, but not by itself in this clone",
                    "`pre-commit install` makes git run it before each commit");
    }

private:
    void tell_hook(const std::string& hook, const std::string& does) {
        const std::string state = fmt::format("{} {}", visible(hook), does);
        if (!patient_.environment.may_run || patient_.environment.may_run(hook)) return lines_.fine("hook", state);
        lines_.mend("hook", fmt::format("{}, but is not executable, so git leaves it alone", state),
                    fmt::format("chmod +x {}", visible(hook)));
    }

    // Where `core.hooksPath` says, or in the repository. Empty where git does not tell.
    [[nodiscard]] std::string path_of_hook() const {
        auto folder = ask_git(patient_.environment.git, repository_, {"rev-parse", "--git-path", "hooks"});
        if (!folder) return {};
        folder->erase(std::min(folder->find_first_of("\r\n"), folder->size()));
        const std::string hooks = folder->starts_with('/') ? *folder : join_path(repository_, *folder);
        return join_path(hooks, "pre-commit");
    }

    // Empty where there is no such file.
    [[nodiscard]] std::string text_of(const std::string& path) const {
        if (path.empty()) return {};
        const auto text = patient_.environment.files->read(path, kLargestHook);
        return text ? *text : "";
    }

    const Patient& patient_;
    std::string repository_;
    DoctorLines& lines_;
};

}  // namespace

void look_at_hooks(const Patient& patient, DoctorLines& lines) {
    if (auto repository = find_repository(*patient.environment.files, patient.real))
        HooksOfPatient(patient, std::move(*repository), lines).look();
}

}  // namespace ims
