#include "lsp/edits/renaming.h"

#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "compare/rename_in_baseline.h"
#include "edit/apply.h"
#include "edit/may_rename.h"
#include "edit/named_places.h"
#include "edit/rename.h"
#include "lsp/edits/workspace_edit.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestBaselineRead = std::size_t{1} << 26;  // bytes

class Renamer {
public:
    Renamer(const Asked& asked, RecordId record)
        : asked_(asked), judged_(*asked.judged), before_(*judged_.analysis), record_(record), edit_(asked) {}

    Result<Json> run(std::string_view word) {
        if (const auto why = why_not()) return *why;
        IMS_TRY_ASSIGN(id_, new_id(word));
        if (id_ == renamed().id()) return Json();
        if (const auto taken = why_taken(before_, record_, id_)) return *taken;
        if (const auto unread = why_unread(before_, renamed().id(), shown())) return *unread;
        IMS_TRY_ASSIGN(const Renaming renaming, rename_everywhere(before_, record_, id_));
        IMS_TRY_ASSIGN(files_, apply(before_, renaming.fix));
        IMS_TRY_ASSIGN(edits_, render(before_, renaming.fix));
        edit_.add(judged_, edits_);
        IMS_TRY(rename_in_baseline());
        return edit_.json();
    }

private:
    [[nodiscard]] RecordView renamed() const { return before_.graph[record_]; }
    [[nodiscard]] static ShownPath shown() {
        return [](std::string_view path) { return visible(path); };
    }

    [[nodiscard]] std::optional<Error> why_not() const {
        if (auto why = why_unreadable(before_, record_, renamed().name().text())) return why;
        if (auto why = why_not_of_folder(renamed(), "renamed")) return why;
        return why_several(before_, record_, shown());
    }

    [[nodiscard]] Result<std::string> new_id(std::string_view word) const {
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos) return read_id(word);
        const auto kind = before_.schema.find_kind(word.substr(0, slash));
        if (kind && *kind != renamed().kind()) return keeps_its_kind(renamed());
        return read_id(kind ? word.substr(slash + 1) : word);
    }

    Outcome rename_in_baseline() {
        if (before_.baseline_trouble) return *before_.baseline_trouble;
        if (before_.baseline == nullptr) return Nothing{};
        const std::string path = join_path(judged_.root, kBaselineFile);
        const OverlayFileSystem now(asked_.disk, open_files());
        IMS_TRY_ASSIGN(const std::string text, now.read(path, kLargestBaselineRead));
        OverlayFileSystem then(now);
        for (const ChangedFile& each : files_) then.put(judged_.path(each.file), each.bytes);
        Workspace workspace(then, before_.rules.book(), judged_.options);
        IMS_TRY_ASSIGN(const std::shared_ptr<const Snapshot> state, workspace.read());
        const Date today = before_.facts.today();
        const auto after = analyze(*state, before_.rules, {today, judged_.options.jobs, {}, nullptr});
        const RenamedRecord names{renamed().name().text(), fmt::format("{}/{}", renamed().kind_name(), id_), edits_};
        const RenamedFindings findings = pair_findings(before_, *after, names);
        const auto on = [&](const Snapshot& of) {
            return [&](Date day) -> std::unique_ptr<const Analysis> {
                return analyze(of, before_.rules, {day, judged_.options.jobs, {}, nullptr});
            };
        };
        const RenamedFolder both{before_, *after, on(*judged_.state), on(*state)};
        edit_.rewrite(path, text, ims::rename_in_baseline(text, both, names, findings).text);
        return Nothing{};
    }

    [[nodiscard]] std::map<std::string, std::string> open_files() const {
        std::map<std::string, std::string> files;
        for (const auto& [path, document] : asked_.documents) files.emplace(path, document->text);
        return files;
    }

    const Asked& asked_;
    const JudgedState& judged_;
    const Analysis& before_;
    RecordId record_;
    std::string id_;
    std::vector<ChangedFile> files_;
    std::vector<Edit> edits_;
    WorkspaceEdit edit_;
};

}  // namespace

Result<Json> rename_record(const Asked& asked, const RecordMeant& record, std::string_view word) {
    const auto found = find_record(*asked.judged, record);
    if (!found) {
        return Error{fmt::format("there is no {} `{}` that could be renamed",
                                 asked.judged->graph().schema()[record.kind].name, visible(record.id))};
    }
    return Renamer(asked, *found).run(word);
}

}  // namespace ims
