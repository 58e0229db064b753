// `ims report`: reads a folder of records and writes one report about it.
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/paths.h"
#include "cli/suggest.h"
#include "output/document/document_format.h"
#include "report/report.h"
#include "schema/fields.h"
#include "source/built_in.h"
#include "source/relative_path.h"

namespace ims {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::vector<std::string> words;  // NAME [ID] [PATH]
    std::string format;
    std::string output;
};

// What the words of the command line ask for. A report about one record takes its id before the path, most others take
// none. Where the id may be left out, a word that stands alone is a path if there is such a file or folder.
struct Wanted {
    const Report* report = nullptr;
    std::string id;
    std::vector<std::string> paths;  // at most one
};

std::string_view id_of(const Report& report) {
    switch (report.subject) {
        case ReportSubject::none: return "";
        case ReportSubject::optional: return " [ID]";
        case ReportSubject::required: break;
    }
    return " ID";
}

std::string usage_of(const Report& report) { return fmt::format("ims report {}{} [PATH]", report.name, id_of(report)); }

bool names_its_subject(const Report& report, const std::vector<std::string>& words, std::size_t next,
                       const FileSystem& files) {
    switch (report.subject) {
        case ReportSubject::none: return false;
        case ReportSubject::required: return true;
        case ReportSubject::optional: break;
    }
    return next + 1 < words.size() || (next < words.size() && files.type(words[next]) == EntryType::missing);
}

Result<Wanted> read_words(const std::vector<std::string>& words, const FileSystem& files) {
    Wanted wanted;
    wanted.report = words.empty() ? &all_reports().front() : find_report(words.front());
    if (wanted.report == nullptr) {
        std::vector<std::string_view> names;
        for (const Report& each : all_reports()) names.push_back(each.name);
        std::string message =
            fmt::format("there is no report `{}`{}; there are {}", visible(words.front()),
                        did_you_mean(words.front(), names), join_names(names, Ticks::yes, names.size()));
        if (files.type(words.front()) != EntryType::missing) {
            message += fmt::format("\n     for a report on this folder, name the report first: `ims report {} {}`",
                                   names.front(), visible(words.front()));
        }
        return Error{std::move(message)};
    }
    std::size_t next = std::min<std::size_t>(words.size(), 1);
    if (names_its_subject(*wanted.report, words, next, files)) {
        if (next == words.size()) {
            return Error{fmt::format("which {}? Write its id after the report's name: `{}`", wanted.report->kind,
                                     usage_of(*wanted.report))};
        }
        wanted.id = words[next++];
    }
    if (next < words.size()) wanted.paths.push_back(words[next++]);
    if (next < words.size()) {
        return Error{fmt::format("`{}` is one word too many: `{}`", visible(words[next]), usage_of(*wanted.report))};
    }
    return wanted;
}

// `cashier`, or `role/cashier`.
Result<RecordId> find_subject(const Analysis& analysis, const Report& report, std::string_view id) {
    const auto kind = analysis.schema.find_kind(report.kind);
    if (!kind) return Error{fmt::format("this folder's schemas have no kind `{}`", report.kind)};
    const std::string prefix = fmt::format("{}/", report.kind);
    const std::string_view bare = id.starts_with(prefix) ? id.substr(prefix.size()) : id;
    const auto found = analysis.graph.find(*kind, bare);
    if (found && analysis.graph[*found].unread()) {
        return Error{fmt::format("{} `{}` stands in a file that could not be read; `ims check` says why", report.kind,
                                 visible(bare))};
    }
    if (found) return *found;
    std::vector<std::string_view> ids;
    for (const RecordId each : analysis.graph.of_kind(*kind)) ids.push_back(analysis.graph[each].id());
    if (*kind == kinds::standard) {
        std::ranges::copy(built_in_ids(analysis.sources), std::back_inserter(ids));
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    }
    std::string message = fmt::format("there is no {} `{}`{}", report.kind, visible(bare), did_you_mean(bare, ids));
    constexpr std::size_t kMost = 20;
    if (ids.empty()) message += fmt::format("; this folder has no {}", analysis.schema[*kind].plural);
    else message += fmt::format("\n     there are {}", join_names(ids, Ticks::yes, kMost));
    return Error{std::move(message)};
}

const DocumentFormat* format_of_file(std::string_view path) {
    for (const DocumentFormat& each : all_document_formats()) {
        if (path.ends_with(fmt::format(".{}", each.extension))) return &each;
    }
    return nullptr;
}

Result<const DocumentFormat*> choose_format(const Options& options) {
    if (options.format.empty()) {
        const DocumentFormat* const of_file = format_of_file(options.output);
        return of_file != nullptr ? of_file : &all_document_formats().front();
    }
    if (const DocumentFormat* const found = find_document_format(options.format)) return found;
    std::vector<std::string_view> names;
    for (const DocumentFormat& each : all_document_formats()) names.push_back(each.name);
    return Error{fmt::format("--format: there is no format `{}`{}; there are {}", visible(options.format),
                             did_you_mean(options.format, names), join_names(names, Ticks::yes, names.size()))};
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

Outcome write_to_file(const Document& document, const DocumentFormat& format, const Options& options,
                      const std::string& root, const Environment& environment) {
    std::string path = options.output;
    const bool is_folder = path.ends_with('/') || environment.files->type(path) == EntryType::folder;
    if (is_folder) {
        if (!path.ends_with('/')) path += '/';
        if (environment.files->type(path) == EntryType::missing) IMS_TRY(environment.make_folder(path));
        path += document_file_name(document.report, document.subject, format.extension);
    }
    const auto folder = environment.files->real_path(folder_of(path));
    if (!folder) return Error{fmt::format("{}: there is no such folder", visible(folder_of(path)))};
    DocumentStyle style;
    style.to_records = relative_path(*folder, root);
    if (!style.to_records.empty()) style.to_records += '/';
    IMS_TRY_ASSIGN(Writer file, environment.create(path));
    format.write(document, style, [&](std::string_view text) { file.write(text); });
    return file.finish();
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY_ASSIGN(const Wanted wanted, read_words(options.words, *environment.files));
    IMS_TRY_ASSIGN(const DocumentFormat* const format, choose_format(options));
    IMS_TRY_ASSIGN(const Place place, find_place(*environment.files, wanted.paths));
    // A standard may be asked for that the folder does not name.
    const std::string standard = wanted.id.substr(wanted.id.find('/') + 1);
    IMS_TRY_ASSIGN(const std::unique_ptr<Analysis> analysis,
                   analyze_folder(environment, options.analysis, place.root, {}, {standard}));
    const bool nothing = analysis->record_count() == 0 && analysis->findings.empty();
    if (nothing && !options.analysis.quiet) {
        environment.err->write(fmt::format("ims: there are no records in {}\n", describe(place)));
    }
    ReportInput input{*analysis, {}};
    if (!wanted.id.empty()) {
        // A catalogue is there without any record of the folder.
        if (nothing && wanted.report->kind != "standard") return Exit::nothing;
        IMS_TRY_ASSIGN(input.subject, find_subject(*analysis, *wanted.report, wanted.id));
    }
    const Document document = wanted.report->build(input);
    if (options.output.empty()) {
        format->write(document, {}, [&](std::string_view text) { environment.out->write(text); });
    } else {
        IMS_TRY(write_to_file(document, *format, options, place.root, environment));
    }
    return nothing ? Exit::nothing : Exit::clean;
}

}  // namespace

Action commands::report(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    std::string names = "Which report, one of";
    for (const Report& each : all_reports()) {
        names += fmt::format("\n{}{}: {}", each.name, id_of(each), each.summary);
    }
    names +=
        "\nID is that of a record; PATH is the folder of records, or anything in it; default: the nearest ims.yaml";
    app.add_option("NAME", options->words, names)->type_name("[ID] [PATH]")->expected(0, 3);
    std::string formats = "How to write it, one of";
    for (const DocumentFormat& each : all_document_formats())
        formats += fmt::format("\n{}: {}", each.name, each.summary);
    app.add_option("--format", options->format, formats + "\nDefault: that of the file's name, or else markdown")
        ->type_name("F");
    app.add_option("-o,--output", options->output,
                   "Write to this file, or to a file in this folder, instead of standard output")
        ->type_name("FILE|FOLDER");
    add_analysis_options(app, options->analysis);
    app.footer(
        "Exit codes: 0 whatever is found, 2 wrong use or unreadable ims.yaml, 3 no records\n\n"
        "Examples:\n  ims report gaps examples/corner-shop-siloed\n  ims report role cashier -o cashier.md");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims
