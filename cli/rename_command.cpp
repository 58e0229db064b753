// `ims rename`: a record gets another id, and whatever names it names it still.
#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/change_of_folder.h"
#include "cli/interrupted_change.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/record_to_change.h"
#include "cli/rename_in_baseline.h"
#include "cli/shell_word.h"
#include "compare/renamed_findings.h"
#include "diagnostics/rules.h"
#include "edit/may_rename.h"
#include "edit/mentions.h"
#include "edit/rename.h"
#include "link/graph_names.h"
#include "source/git_repository.h"
#include "source/paths.h"

namespace ims::commands::rename {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::string old;
    std::string id;
    std::string path;
    bool dry_run = false;
};

// What the new id is to be, without its kind. What stands there may hold one.
Result<std::string> read_new_id(const Schema& schema, const RecordView& record, const std::string& word) {
    std::string id = word;
    if (const std::size_t slash = word.find('/'); slash != std::string::npos) {
        IMS_TRY_ASSIGN(const KindId kind, read_kind(schema, std::string_view(word).substr(0, slash)));
        if (kind != record.kind()) return keeps_its_kind(record);
        id = word.substr(slash + 1);
    }
    return read_id(id);
}

class RenameCommand {
public:
    RenameCommand(const Options& options, const Environment& environment, std::string root)
        : options_(options),
          environment_(environment),
          root_(std::move(root)),
          folder_(environment, options.analysis, root_) {}

    Result<Exit> run() {
        IMS_TRY(folder_.read({options_.old.substr(options_.old.find('/') + 1)}));
        IMS_TRY_ASSIGN(const RecordToChange found, find_record_to_change(folder_, options_.old, "renamed"));
        if (found.refused) return *found.refused;
        record_ = found.record;
        IMS_TRY_ASSIGN(id_, read_new_id(before().schema, renamed(), options_.id));
        if (id_ == renamed().id()) {
            environment_.out->write(fmt::format("`{}` is called so already: nothing to do\n", was()));
            return Exit::clean;
        }
        if (const auto taken = why_taken(before(), record_, id_)) return folder_.refuse(*taken);
        if (const auto unread = why_unread(before(), renamed().id(), folder_.shown_paths()))
            return folder_.refuse(*unread);
        return change();
    }

private:
    [[nodiscard]] const Analysis& before() const { return folder_.before(); }
    [[nodiscard]] RecordView renamed() const { return before().graph[record_]; }
    [[nodiscard]] std::string was() const { return renamed().name().text(); }
    [[nodiscard]] std::string is() const { return fmt::format("{}/{}", renamed().kind_name(), id_); }

    Result<Exit> change() {
        const auto renaming = rename_everywhere(before(), record_, id_);
        if (!renaming) return folder_.refuse(renaming.error());
        if (const Outcome made = folder_.make(renaming->fix); !made) return folder_.refuse(made.error());
        already_ = places_naming(before(), renamed().kind(), id_);
        const RenamedFindings findings = pair(before(), folder_.after());
        if (const auto fault = other_findings(findings)) return admit(*fault);
        IMS_TRY_ASSIGN(baseline_lines_, rename_in_baseline(folder_, {was(), is(), folder_.edits()}, findings));
        IMS_TRY(options_.dry_run ? folder_.changes().check() : folder_.changes().commit());
        if (options_.dry_run || options_.analysis.verbose) list_changes(*renaming);
        tell(*renaming);
        return Exit::clean;
    }

    [[nodiscard]] RenamedFindings pair(const Analysis& then, const Analysis& now) const {
        return pair_findings(then, now, {was(), is(), folder_.edits()});
    }

    // What names the new id already leads somewhere now, and more may follow from that.
    [[nodiscard]] std::optional<std::string> other_findings(const RenamedFindings& findings) const {
        if (!already_.empty()) return std::nullopt;
        for (const std::size_t index : findings.gone) {
            if (!looks_at_names(before().findings[index].rule)) return told(before(), index);
        }
        for (const std::size_t index : findings.come) {
            if (!looks_at_names(folder_.after().findings[index].rule)) return told(folder_.after(), index);
        }
        return std::nullopt;
    }

    [[nodiscard]] static std::string told(const Analysis& analysis, std::size_t index) {
        const Finding& finding = analysis.findings[index];
        return fmt::format("{}: {}", analysis.rules.book()[finding.rule].name,
                           for_editors(finding.message, analysis.graph));
    }

    Exit admit(const std::string& finding) const {
        environment_.err->write(
            fmt::format("ims: under the new name other things would be found than before; nothing was written\n"
                        "     {}\n  This is our fault, not that of your records. Please report it with the command "
                        "that you ran.\n",
                        finding));
        return Exit::internal;
    }

    void list_changes(const Renaming& renaming) const {
        std::vector<std::pair<Span, std::string>> lines;
        const auto add = [&](Span span, std::string_view old, std::string_view now) {
            const LineOfFile where = line_of(before(), span);
            lines.emplace_back(span, fmt::format("{}:{}: {} → {}\n", folder_.shown(where.path), where.line,
                                                 visible(old), visible(now)));
        };
        add(renamed().id_span(), renamed().id(), id_);
        for (const NamedPlace& each : renaming.references) add(each.span, each.text, each.with_id(id_));
        std::ranges::sort(lines);
        for (const auto& [span, line] : lines) environment_.out->write(line);
        for (const std::uint32_t line : baseline_lines_) {
            environment_.out->write(
                fmt::format("{}:{}: a finding under its new name\n", folder_.shown(kBaselineFile), line));
        }
    }

    void tell(const Renaming& renaming) const {
        std::set<FileId> files;
        for (const NamedPlace& each : renaming.references) files.insert(each.span.file);
        std::string says = fmt::format("`{}` {} `{}`: {}", was(), options_.dry_run ? "would be" : "is now", is(),
                                       renaming.references.empty() ? "nothing names it"
                                                                   : counted(renaming.references.size(), "reference") +
                                                                         " in " + counted(files.size(), "file"));
        if (!baseline_lines_.empty())
            says += fmt::format(", and {} of {}", counted(baseline_lines_.size(), "line"), kBaselineFile);
        environment_.out->write(says + "\n");
        if (!options_.analysis.quiet) tell_hints();
        if (options_.dry_run) {
            environment_.out->write("Nothing was written. Next: the same without --dry-run\n");
            return;
        }
        environment_.out->write(fmt::format("Next: {}{}ims check\n", in_git() ? "git diff, " : "", move_of_file()));
    }

    void tell_hints() const {
        tell_already_named();
        tell_what_stays();
        const auto changed =
            std::ranges::count(folder_.after().findings, RuleId::changed_since_review, &Finding::rule) -
            std::ranges::count(before().findings, RuleId::changed_since_review, &Finding::rule);
        if (changed > 0) {
            environment_.err->write(
                fmt::format("ims: {} changed by it since the last review, as git has it; `ims check` tells which\n",
                            changed == 1 ? "a record has" : fmt::format("{} records have", changed)));
        }
    }

    void tell_already_named() const {
        std::vector<Mention> lines;
        for (const NamedPlace& each : already_) {
            const LineOfFile where = line_of(before(), each.span);
            lines.push_back({where.path, where.line, each.text});
        }
        tell_mentions(folder_, environment_,
                      fmt::format("{} named `{}` before it was there, and {} it now", counted(lines.size(), "place"),
                                  is(), lines.size() == 1 ? "means" : "mean"),
                      lines);
    }

    void tell_what_stays() const {
        std::vector<Mention> texts = mentions_in_texts(folder_, was());
        tell_mentions(
            folder_, environment_,
            fmt::format("{} still {} `{}`; change {} by hand where that is meant", counted(texts.size(), "text"),
                        texts.size() == 1 ? "says" : "say", was(), texts.size() == 1 ? "it" : "them"),
            texts);
        const std::vector<Mention> unknown = mentions_in_unknown_fields(before(), renamed().id());
        tell_mentions(folder_, environment_,
                      fmt::format("{} still `{}` in a field that `ims` does not know",
                                  unknown.size() == 1 ? "a value is" : fmt::format("{} values are", unknown.size()),
                                  visible(renamed().id())),
                      unknown);
    }

    [[nodiscard]] bool in_git() const {
        return find_repository(*environment_.files, environment_.files->real_path(root_).value_or(root_)).has_value();
    }

    // Names of files mean nothing; people like them to be those of the records in them all the same.
    [[nodiscard]] std::string move_of_file() const {
        const std::string& path = before().sources[renamed().file()].path;
        const std::size_t dot = path.rfind('.');
        const std::string stem = path.substr(0, dot);
        const std::size_t records = before().graph.files()[renamed().file().index()].read->records.size();
        if (records != 1 || dot == std::string::npos || composed(name_of(stem)) != renamed().id()) return {};
        const std::string to = join_path(folder_of(path).value_or(""), id_ + path.substr(dot));
        if (!folder_.may_be_moved(path, to)) return {};
        return fmt::format("{}mv {} {}, ", in_git() ? "git " : "", shell_word(folder_.path_of(path)),
                           shell_word(folder_.path_of(to)));
    }

    const Options& options_;
    const Environment& environment_;
    std::string root_;
    ChangeOfFolder folder_;
    RecordId record_;
    std::string id_;
    std::vector<NamedPlace> already_;  // named the new id before there was one
    std::vector<std::uint32_t> baseline_lines_;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY(is_one_word(environment, {options.old, options.id, options.path}));
    std::vector<std::string> paths;
    if (!options.path.empty()) paths.push_back(options.path);
    IMS_TRY_ASSIGN(Place place, find_place(environment, paths, options.analysis.quiet));
    if (!options.dry_run) IMS_TRY(finish_interrupted(environment, place.root));
    return RenameCommand(options, environment, std::move(place.root)).run();
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND/OLD", &options->old, "Which record", {.required = true});
    line.positional("NEW", &options->id, "Its new id; its kind stays", {.required = true});
    line.positional("PATH", &options->path,
                    "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.flag("--dry-run", &options->dry_run, "List what would be written, line by line, and write nothing");
    add_analysis_options(line, options->analysis);
    line.footer(
        "Every reference follows, in all files of the folder and in ims.yaml, in the form in which it stands there, "
        "and so do the lines of a baseline. All files are written, or none. Texts that name the record in passing, as "
        "`role/cashier`, are listed and stay: only their author knows what they mean. The file of the record keeps its "
        "name, which means nothing.");
    line.example("ims rename role/cashier till-operator");
    line.example("ims rename role/cashier till-operator --dry-run", "what would change, and where");
    line.exit_code(0, "done, or nothing to do");
    line.exit_code(1, "refused: another record has the new name, a file that may name it cannot be read, or the like");
    line.exit_code(2, "wrong use, no such record, no ims.yaml, or trouble with files");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::rename
