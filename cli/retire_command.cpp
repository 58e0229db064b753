// `ims retire`: a record takes no part any more; another one may take its place where it is named.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/change_of_folder.h"
#include "cli/interrupted_change.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/record_to_change.h"
#include "cli/retire_words.h"
#include "compare/renamed_findings.h"
#include "diagnostics/rules.h"
#include "edit/lost_comments.h"
#include "edit/may_rename.h"
#include "edit/rename.h"
#include "edit/retire.h"
#include "link/graph_names.h"
#include "schema/fields.h"

namespace ims::commands::retire {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::string record;
    std::string path;
    std::string by;
    bool dry_run = false;
};

class RetireCommand {
public:
    RetireCommand(const Options& options, const Environment& environment, const std::string& root)
        : options_(options), environment_(environment), folder_(environment, options.analysis, root) {}

    Result<Exit> run() {
        // One that comes with the program may be named though nothing in the folder does.
        IMS_TRY(folder_.read({options_.record.substr(options_.record.find('/') + 1)}));
        IMS_TRY_ASSIGN(const RecordToChange found, find_record_to_change(folder_, options_.record, "retired"));
        if (found.refused) return *found.refused;
        record_ = found.record;
        if (!options_.by.empty()) {
            IMS_TRY_ASSIGN(other_, read_record_of(before().graph, retired().kind(), options_.by));
            if (const auto unfit = why_unfit()) return folder_.refuse(*unfit);
            if (const auto unread = why_unread(before(), retired().id(), folder_.shown_paths()))
                return folder_.refuse(*unread);
        }
        return change();
    }

private:
    [[nodiscard]] const Analysis& before() const { return folder_.before(); }
    [[nodiscard]] RecordView retired() const { return before().graph[record_]; }
    [[nodiscard]] RecordView other() const { return before().graph[*other_]; }
    [[nodiscard]] std::string name() const { return retired().name().text(); }

    // Why the other record cannot take over; none where it can.
    [[nodiscard]] std::optional<Error> why_unfit() const {
        if (*other_ == record_) return Error{fmt::format("`{}` cannot take over from itself", name())};
        if (!other().retired()) return std::nullopt;
        const RecordId next = other()[fields::replaced_by].target();
        return Error{fmt::format("`{}` is retired itself{}", other().name().text(),
                                 next.known() && next != record_
                                     ? fmt::format("; `{}` took over from it", before().graph[next].name().text())
                                     : "")};
    }

    Result<Exit> change() {
        auto retirement = ims::retire(before(), record_, other_);
        if (!retirement) return folder_.refuse(retirement.error());
        retirement_ = std::move(*retirement);
        if (!retirement_.fix.operations.empty()) {
            if (const Outcome made = folder_.make(retirement_.fix); !made) return folder_.refuse(made.error());
            if (const auto error = new_error()) {
                return folder_.refuse(
                    Error{fmt::format("then there would be an error: {}; change what names `{}` by "
                                      "hand, or name another record",
                                      *error, name())});
            }
            IMS_TRY(options_.dry_run ? folder_.changes().check() : folder_.changes().commit());
            if (options_.dry_run || options_.analysis.verbose) list_changes();
        }
        tell();
        return Exit::clean;
    }

    // Such as two roles that report to each other from then on.
    [[nodiscard]] std::optional<std::string> new_error() const {
        const Analysis& after = folder_.after();
        const RenamedFindings findings = pair_findings(before(), after, {name(), name(), folder_.edits()});
        for (const std::size_t index : findings.come) {
            const Finding& finding = after.findings[index];
            if (finding.grade == Grade::error && !may_be_held(finding, after.rules.book()))
                return for_editors(finding.message, after.graph);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string place(const NamedPlace& each) const {
        const LineOfFile where = line_of(before(), each.span);
        return fmt::format("{}:{}", folder_.shown(where.path), where.line);
    }

    void list_changes() const {
        std::vector<std::pair<Span, std::string>> lines;
        const LineOfFile own = line_of(before(), retired().id_span());
        const std::string begin = fmt::format("{}:{}: ", folder_.shown(own.path), own.line);
        if (retirement_.retires) lines.emplace_back(retired().id_span(), begin + "+ status: retired\n");
        if (retirement_.says_by_whom) {
            lines.emplace_back(retired().id_span(), begin + fmt::format("+ replaced_by: {}\n", visible(other().id())));
        }
        for (const NamedPlace& each : retirement_.moved) {
            lines.emplace_back(each.span, fmt::format("{}: {} → {}\n", place(each), visible(each.text),
                                                      visible(each.with_id(other().id()))));
        }
        for (const NamedPlace& each : retirement_.taken_out) {
            lines.emplace_back(each.span, fmt::format("{}: {} is taken out{}\n", place(each), visible(each.text),
                                                      comments_gone_with(each)));
        }
        for (const TakenLink& each : retirement_.taken_over) {
            const LineOfFile taker = line_of(before(), other().id_span());
            lines.emplace_back(other().id_span(),
                               fmt::format("{}:{}: + {}: {}\n", folder_.shown(taker.path), taker.line,
                                           before().schema.path(each.field), visible(before().graph[each.named].id())));
        }
        std::ranges::stable_sort(lines, {}, [](const auto& line) { return line.first; });
        for (const auto& [span, line] : lines) environment_.out->write(line);
    }

    void tell() const {
        std::string says = fmt::format("`{}` {}", name(),
                                       !retirement_.retires ? "is retired already"
                                       : options_.dry_run   ? "would be retired"
                                                            : "is retired");
        if (other_)
            says += fmt::format(", `{}` {} over: {}", other().name().text(), options_.dry_run ? "would take" : "takes",
                                what_moves());
        else if (retirement_.staying.empty()) says += "; nothing names it";
        environment_.out->write(says + "\n");
        if (!options_.analysis.quiet) {
            tell_staying();
            tell_left();
        }
        if (retirement_.fix.operations.empty()) {
            environment_.out->write(other_ || retirement_.staying.empty() ? "Nothing to do\n" : next());
        } else {
            environment_.out->write(options_.dry_run ? "Nothing was written. Next: the same without --dry-run\n"
                                                     : next());
        }
    }

    // "4 references in 3 files, 1 taken out"
    [[nodiscard]] std::string what_moves() const {
        std::set<FileId> files;
        for (const NamedPlace& each : retirement_.moved) files.insert(each.span.file);
        std::string says = retirement_.moved.empty() ? "no reference to change"
                                                     : counted(retirement_.moved.size(), "reference") + " in " +
                                                           counted(files.size(), "file");
        if (!retirement_.taken_out.empty()) says += fmt::format(", {} taken out", retirement_.taken_out.size());
        if (const std::size_t links = retirement_.taken_over.size(); links > 0)
            says += fmt::format(", {} of its own taken over", counted(links, "link"));
        return says;
    }

    void tell_staying() const {
        list("taken out, since the other one stands there already, or would name itself", retirement_.taken_out);
        std::map<Stays, std::vector<NamedPlace>> by_reason;
        for (const StayingPlace& each : retirement_.staying) by_reason[each.why].push_back(each.place);
        for (const auto& [why, places] : by_reason) list(words_of_staying(why, places.size()), places);
    }

    // What no other record says from now on.
    void tell_left() const {
        if (retirement_.fix.operations.empty() || retirement_.left.empty()) return;
        const std::string says = words_of_left(retirement_.left, name(), other_ ? other().name().text() : "");
        environment_.err->write(fmt::format("ims: {}\n", says));
    }

    // "; its comment goes with it: # for now"
    [[nodiscard]] std::string comments_gone_with(const NamedPlace& each) const {
        std::vector<std::string> comments;
        for (const Edit& edit : folder_.edits()) {
            const bool takes = edit.span.file == each.span.file && edit.span.begin <= each.span.begin &&
                               each.span.end <= edit.span.end;
            if (takes) comments = lost_comments(before(), edit);
        }
        if (comments.empty()) return {};
        return fmt::format("; its {} with it: {}", comments.size() == 1 ? "comment goes" : "comments go",
                           join_names(comments, Ticks::no, comments.size()));
    }

    void list(const std::string& says, const std::vector<NamedPlace>& places) const {
        if (places.empty()) return;
        environment_.err->write(fmt::format("ims: {}:\n", says));
        std::string before;
        for (const NamedPlace& each : places) {
            std::string line = fmt::format("  {}: {}{}\n", place(each), said_by(each), comments_gone_with(each));
            if (line != before) environment_.err->write(line);
            before = std::move(line);
        }
    }

    // "`reports_to` of `role/florist`"
    [[nodiscard]] std::string said_by(const NamedPlace& each) const {
        const bool of_settings = each.from == before().graph.settings_record();
        return fmt::format("`{}` of {}", before().schema.path(each.field),
                           of_settings ? "ims.yaml" : fmt::format("`{}`", before().graph[each.from].name().text()));
    }

    [[nodiscard]] std::string next() const {
        const bool open = std::ranges::any_of(retirement_.staying,
                                              [](const StayingPlace& each) { return each.why == Stays::nobody; });
        if (!open) return "Next: ims check\n";
        return fmt::format("Next: ims retire {} --for OTHER, where another {} takes over; ims check\n", name(),
                           retired().kind_name());
    }

    const Options& options_;
    const Environment& environment_;
    ChangeOfFolder folder_;
    RecordId record_;
    std::optional<RecordId> other_;
    Retirement retirement_;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY(is_one_word(environment, {options.record, options.path, options.path}));
    std::vector<std::string> paths;
    if (!options.path.empty()) paths.push_back(options.path);
    IMS_TRY_ASSIGN(const Place place, find_place(environment, paths, options.analysis.quiet));
    if (!options.dry_run) IMS_TRY(finish_interrupted(environment, place.root));
    return RetireCommand(options, environment, place.root).run();
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND/ID", &options->record, "Which record", {.required = true});
    line.positional("PATH", &options->path,
                    "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.option("--for", &options->by, "The record of the same kind that takes over, and is named from now on",
                {.value = "OTHER"});
    line.flag("--dry-run", &options->dry_run, "List what would be written, line by line, and write nothing");
    add_analysis_options(line, options->analysis);
    line.footer(
        "The record stays, with `status: retired`: it takes no part any more. With --for it says who replaced it, and "
        "each reference to it becomes one to the other record; where a list holds that one already, the item goes. "
        "Links that it says itself and that may be written on either side, the other record says from then on, too. "
        "What else it says itself, such as responsibilities or steps, is named, so that somebody can copy it.\n\n"
        "What tells of the past goes on to name what was there then: incidents, nonconformities, changes, management "
        "reviews, audits that are done, exercises that were held, what somebody has approved or done, what a document "
        "supersedes, what another record replaced, and records that are retired themselves. Only who still has "
        "something to do there is changed: the owner of an action or a decision that is not `done`. "
        "Risks and exceptions that somebody accepted stay too: "
        "nobody accepts for another. So do clauses of a standard, since those of another one are numbered otherwise. "
        "What stays is listed.");
    line.example("ims retire role/cashier", "and lists what still names it");
    line.example("ims retire asset/old-van --for van");
    line.exit_code(0, "done, or nothing to do");
    line.exit_code(1,
                   "refused: the other record cannot take over, a file that may name it cannot be read, or the like");
    line.exit_code(2, "wrong use, no such record, no ims.yaml, or trouble with files");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::retire
