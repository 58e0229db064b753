#include "cli/write_schemas.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/editor_files.h"
#include "cli/file_changes.h"
#include "cli/interrupted_change.h"
#include "cli/paths.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestEditorFile = std::size_t{1} << 26;  // bytes

class SchemaWriter {
public:
    SchemaWriter(const WriteSchemas& wish, const Environment& environment, const Analysis& analysis)
        : wish_(wish), environment_(environment), analysis_(analysis), changes_(environment) {}

    Result<Exit> run() {
        for (TextFile& file : schema_files(analysis_)) IMS_TRY(add(std::move(file)));
        if (!wish_.editor.empty()) {
            const std::string way = way_from_repository(environment_, analysis_.root);
            for (TextFile& file : editor_settings(wish_.editor, way, analysis_.settings.ignore))
                IMS_TRY(add_once(std::move(file), way));
        }
        if (changes_.all().empty()) {
            environment_.out->write("nothing to do: what an editor needs is written, and as the folder is now\n");
        } else {
            IMS_TRY(put());
        }
        tell_what_to_add();
        tell_what_next();
        return Exit::clean;
    }

private:
    Outcome add(TextFile file) {
        const std::string path = join_path(analysis_.root, file.path);
        std::optional<std::string> old;
        if (environment_.files->type(path) != EntryType::missing) {
            IMS_TRY_ASSIGN(old, environment_.files->read(path, kLargestEditorFile));
        }
        changes_.add(path, std::move(old), std::move(file.text));
        return Nothing{};
    }

    // Settings of an editor are people's own once they are there.
    Outcome add_once(TextFile file, std::string_view way) {
        const std::string path = join_path(analysis_.root, file.path);
        if (environment_.files->type(path) == EntryType::missing) return add(std::move(file));
        IMS_TRY_ASSIGN(const std::string there, environment_.files->read(path, kLargestEditorFile));
        if (!leads_to_schemas(there, file, way)) left_.push_back({path, std::move(file.text)});
        return Nothing{};
    }

    Outcome put() {
        IMS_TRY(wish_.dry_run ? changes_.check() : changes_.commit());
        for (const FileChange& change : changes_.all()) {
            environment_.out->write(fmt::format("{}{}: {}\n", wish_.dry_run ? "would be written: " : "",
                                                shown(change.path), change.old ? "brought up to date" : "new"));
        }
        return Nothing{};
    }

    [[nodiscard]] std::string shown(const std::string& path) const { return visible(from_here(environment_, path)); }

    void tell_what_to_add() const {
        for (const TextFile& file : left_) {
            environment_.out->write(
                fmt::format("{} is there, and stays as it is; for the schemas it needs this:\n\n{}\n", shown(file.path),
                            visible_lines(file.text)));
        }
    }

    static std::string visible_lines(const std::string& text) {
        std::string out;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            out += "    " + visible(text.substr(begin, end - begin)) + "\n";
            begin = end + 1;
        }
        return out;
    }

    void tell_what_next() const {
        if (wish_.dry_run || changes_.all().empty()) return;
        environment_.err->write(
            "ims: commit these files, so that everybody's editor has them; write them again when `ims check` says "
            "that they are stale\n");
        if (wish_.editor.empty()) {
            environment_.err->write(
                "ims: next, what leads your editor to them: ims schema --write --editor vscode, neovim, helix or "
                "zed\n");
        } else if (left_.empty()) {
            environment_.err->write(
                "ims: next, open a record in the editor; a key without a value shows what it takes\n");
        }
    }

    const WriteSchemas& wish_;
    const Environment& environment_;
    const Analysis& analysis_;
    FileChanges changes_;
    std::vector<TextFile> left_;  // that are there and say something else
};

}  // namespace

Result<Exit> write_schemas(const WriteSchemas& wish, const Environment& environment) {
    IMS_TRY_ASSIGN(const Place place, find_place(environment, {}, false));
    if (!wish.dry_run) IMS_TRY(finish_interrupted(environment, place.root));
    AnalysisOptions options;
    options.schemas = wish.schemas;
    options.quiet = true;
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options, place.root));
    return SchemaWriter(wish, environment, *analysis).run();
}

void tell_stale_schemas(const Environment& environment, const Analysis& analysis) {
    if (!are_schema_files_stale(*environment.files, analysis)) return;
    environment.err->write(fmt::format("ims: {} is stale, so editors go by what the folder was: ims schema --write\n",
                                       visible(from_here(environment, join_path(analysis.root, kSchemaFilesFolder)))));
}

}  // namespace ims
