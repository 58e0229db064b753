// `ims report`: reads a folder of records and writes one report about it.
#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "cli/all_reports.h"
#include "cli/analysis_options.h"
#include "cli/names.h"
#include "cli/past_states.h"
#include "cli/paths.h"
#include "cli/report_folder.h"
#include "cli/report_places.h"
#include "cli/suggest.h"
#include "cli/view.h"
#include "compare/forecast.h"
#include "output/document/document_format.h"
#include "report/every_report.h"
#include "report/report.h"
#include "schema/fields.h"
#include "source/git_state.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims::commands::report {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::vector<std::string> words;  // NAME [ID] [PATH]
    std::vector<std::string> formats;
    std::string table;
    std::string readers = "readers";
    std::string output;
    std::string source_url;
    std::string separator = "comma";
    std::size_t days = 0;  // 0: not said
    std::string since;
    std::string every;
    bool with_people = false;
};

constexpr std::string_view kAll = "all";
constexpr std::string_view kForecast = "forecast";

// What the words of the command line ask for. A report about one record takes its id before the path, most others take
// none. Where the id may be left out, a word that stands alone is a path if there is such a file or folder.
struct Wanted {
    const Report* report = nullptr;  // none: all of them
    std::string id;
    std::vector<std::string> paths;  // at most one
};

std::string_view id_of(const Report& report) {
    switch (report.subject) {
        case ReportSubject::none: return "";
        case ReportSubject::optional: return is_of_several_kinds(report) ? " [KIND/ID]" : " [ID]";
        case ReportSubject::required: break;
    }
    return is_of_several_kinds(report) ? " KIND/ID" : " ID";
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
    const bool all = !words.empty() && words.front() == kAll;
    if (!all) wanted.report = words.empty() ? &all_reports().front() : find_report(words.front());
    if (!all && wanted.report == nullptr) {
        std::vector<std::string_view> names;
        for (const Report& each : all_reports()) names.push_back(each.name);
        names.push_back(kAll);
        std::string message =
            fmt::format("there is no report `{}`{}", visible(words.front()), nearest_or_all(words.front(), names));
        if (files.type(words.front()) != EntryType::missing) {
            message += fmt::format("\n     for a report on this folder, name the report first: `ims report {} {}`",
                                   names.front(), visible(words.front()));
        }
        return Error{std::move(message)};
    }
    std::size_t next = std::min<std::size_t>(words.size(), 1);
    if (!all && names_its_subject(*wanted.report, words, next, files)) {
        if (next == words.size()) {
            return Error{fmt::format("which {}? Write its id after the report's name: `{}`",
                                     in_words(wanted.report->kind), usage_of(*wanted.report))};
        }
        wanted.id = words[next++];
    }
    if (next < words.size()) wanted.paths.push_back(words[next++]);
    if (next < words.size()) {
        return Error{fmt::format("`{}` is one word too many: `{}`", visible(words[next]),
                                 all ? "ims report all [PATH] -o FOLDER" : usage_of(*wanted.report))};
    }
    return wanted;
}

// `cashier`, or `role/cashier`.
Result<RecordId> find_subject(const Analysis& analysis, const Report& report, std::string_view id) {
    if (report.kind == kAnyKind) {
        IMS_TRY_ASSIGN(const RecordId record, read_record(analysis.graph, id));
        // What is known of a person is for that person.
        if (analysis.graph[record].is(kinds::person)) {
            return Error{
                fmt::format("a person has no page among those of records; the one that is for that person "
                            "alone: ims report person {}",
                            visible(analysis.graph[record].id()))};
        }
        return record;
    }
    if (is_of_several_kinds(report)) {
        const std::vector<std::string_view> kinds = kinds_of(report);
        IMS_TRY_ASSIGN(const RecordId record, read_record(analysis.graph, id));
        const std::string_view kind = analysis.graph[record].kind_name();
        if (std::ranges::find(kinds, kind) != kinds.end()) return record;
        return Error{fmt::format("`{}` is about {}, and `{}` is {}", report.name,
                                 with_article(fmt::format("{}", fmt::join(kinds, " or a "))), visible(id),
                                 with_article(in_words(kind)))};
    }
    const auto kind = analysis.schema.find_kind(report.kind);
    if (!kind) return Error{fmt::format("this folder's schemas have no kind `{}`", report.kind)};
    return read_record_of(analysis.graph, *kind, id);
}

// `pdf` of `out/gaps.PDF`; empty where the name has no ending, but a date or a number behind a point.
std::string ending_of(std::string_view path) {
    const std::string_view name = name_of(path);
    const std::size_t point = name.rfind('.');
    if (point == std::string_view::npos || point == 0) return {};
    std::string ending = to_lower(name.substr(point + 1));
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_of_a_word = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    const bool is_word = std::ranges::all_of(ending, is_of_a_word) && std::ranges::any_of(ending, is_letter);
    return is_word ? ending : "";
}

const DocumentFormat* format_of_ending(std::string_view ending) {
    if (ending == "htm") return find_document_format("html");
    for (const DocumentFormat& each : all_document_formats()) {
        if (each.extension == ending || each.name == ending) return &each;
    }
    return nullptr;
}

// A word of a command line as a shell takes it.
std::string for_shell(std::string_view word) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '/' ||
               c == '-' || c == '_';
    };
    if (!word.empty() && std::ranges::all_of(word, is_plain)) return std::string(word);
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// What others make of a report, and how: a browser prints, pandoc writes what word processors read. Empty where nothing
// is known that does.
std::string made_by_others(const Options& options, std::string_view ending) {
    std::string command = "ims report";
    for (const std::string& word : options.words) command += " " + for_shell(visible(word));
    if (options.readers != "readers") command += " --for " + options.readers;
    const std::string path = visible(options.output);
    const std::string stem = path.substr(0, path.size() - ending.size());
    if (ending == "pdf")
        return fmt::format("{0} -o {1} && chromium --headless --no-pdf-header-footer --print-to-pdf={2} {1}", command,
                           for_shell(stem + "html"), for_shell(path));
    if (ending == "docx" || ending == "odt") return fmt::format("{} | pandoc -f gfm -o {}", command, for_shell(path));
    if (ending == "xlsx" || ending == "ods") return fmt::format("{} -o {}", command, for_shell(stem + "csv"));
    return {};
}

// What the name of the file says, where one is written; null where it says nothing. `asked`: what --format says, or
// null.
Result<const DocumentFormat*> format_of_file(const Options& options, const DocumentFormat* asked) {
    const std::string& path = options.output;
    const std::string ending = ending_of(path);
    const DocumentFormat* const found = format_of_ending(ending);
    if (ending.empty() || (found != nullptr && (asked == nullptr || asked == found))) return found;
    if (found != nullptr) {
        return Error{fmt::format("-o: `{}` is a name for {}, and --format asks for {}; change one of the two",
                                 visible(path), found->name, asked->name)};
    }
    std::vector<std::string> endings;
    for (const DocumentFormat& each : all_document_formats()) endings.push_back(fmt::format(".{}", each.extension));
    const std::string others = made_by_others(options, ending);
    return Error{fmt::format("-o: no report is written as `.{}`; what is: {}{}", ending,
                             join_names(endings, Ticks::yes, endings.size()),
                             others.empty() ? "" : fmt::format("\n     to get one: `{}`", others))};
}

bool is_folder(const std::string& path, const FileSystem& files) {
    return path.ends_with('/') || files.type(path) == EntryType::folder;
}

using Formats = std::vector<const DocumentFormat*>;

bool has_calendar(const Formats& formats) {
    return std::ranges::any_of(formats, [](const DocumentFormat* each) { return each->use == DocumentUse::calendar; });
}

Result<Formats> choose_formats(const Options& options, bool all, const FileSystem& files) {
    Formats chosen;
    for (const std::string& name : options.formats) {
        const DocumentFormat* const found = find_document_format(name);
        if (std::ranges::find(chosen, found) == chosen.end()) chosen.push_back(found);
    }
    if (!all && chosen.size() < 2 && !is_folder(options.output, files)) {
        const DocumentFormat* const asked = chosen.empty() ? nullptr : chosen.front();
        IMS_TRY_ASSIGN(const DocumentFormat* const of_file, format_of_file(options, asked));
        if (asked == nullptr && of_file != nullptr) chosen.push_back(of_file);
    }
    if (!chosen.empty()) return chosen;
    if (!all) return Formats{&all_document_formats().front()};
    for (const DocumentFormat& each : all_document_formats()) {
        if (each.use != DocumentUse::screen && each.use != DocumentUse::calendar) chosen.push_back(&each);
    }
    return chosen;
}

Outcome keep_table(Document& document, const std::string& key) {
    std::vector<std::string_view> keys;
    for (Block& block : document.blocks) {
        Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        if (table->key == key) {
            Table kept = std::move(*table);
            document.blocks.clear();
            document.blocks.emplace_back(std::move(kept));
            return Nothing{};
        }
        keys.push_back(table->key);
    }
    if (keys.empty()) return Error{"--table: this report has no table"};
    return Error{fmt::format("--table: this report has no table `{}`{}", visible(key), nearest_or_all(key, keys))};
}

Outcome write_to_file(const Document& document, const DocumentFormat& format, const std::string& path,
                      const std::string& root, DocumentStyle style, const Environment& environment) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    const auto real = environment.files->real_path(folder);
    if (!real) return Error(visible(folder), "there is no such folder");
    style.into_file = true;
    style.to_records.reset();
    if (shows_files(format)) {
        style.to_records = relative_path(*real, root);
        if (!style.to_records->empty()) *style.to_records += '/';
    }
    IMS_TRY_ASSIGN(Writer file, environment.create_output(path));
    format.write(document, style, [&](std::string_view text) { file.write(text); });
    return file.finish();
}

// What all pages of a run have in common.
DocumentStyle style_of(const Options& options) {
    DocumentStyle style;
    style.source_url = options.source_url.substr(0, options.source_url.find_last_not_of('/') + 1);
    style.separator = options.separator == "semicolon" ? ';' : options.separator == "tab" ? '\t' : ',';
    return style;
}

// As among all reports of the folder, so that links to it stay right.
std::string place_in_folder(const Document& document, const WantedReport& wanted, const Graph& graph,
                            const ReportPlaces& places) {
    const auto found = places.find(target_of(wanted, graph));
    return found == places.end() ? document_place(document.report, document.subject) : found->second;
}

// Beside the calendar of all one for each role that has something to see to; a person's is written where it is asked
// for by name.
Outcome add_calendars_of_roles(ReportFolder& folder, const WantedReport& wanted, const Formats& formats,
                               const ReportInput& of_all) {
    const Graph& graph = of_all.analysis.graph;
    for (const RecordId role : graph.of_kind(kinds::role)) {
        if (graph[role].unread() || graph[role].retired()) continue;
        ReportInput input = of_all;
        input.subject = role;
        const Document document = wanted.report->build(input);
        if (!document.calendar || document.calendar->events.empty()) continue;
        for (const DocumentFormat* const each : formats) {
            if (each->use == DocumentUse::calendar)
                IMS_TRY(folder.add(document, *each, document_place(document.report, document.subject)));
        }
    }
    return Nothing{};
}

Outcome write_one(const Document& document, const Formats& formats, const Options& options, const WantedReport& wanted,
                  const ReportInput& input, const Environment& environment) {
    const Analysis& analysis = input.analysis;
    const std::string& root = analysis.root;
    const std::string path = options.output == "-" ? "" : options.output;
    if (!path.empty() && is_folder(path, *environment.files)) {
        ReportFolder folder(environment, path, root, style_of(options));
        IMS_TRY(folder.open_for_one());
        const std::string place = place_in_folder(document, wanted, analysis.graph,
                                                  places_of(every_report(analysis, Persons::shown), analysis.graph));
        for (const DocumentFormat* const each : formats) IMS_TRY(folder.add(document, *each, place));
        if (has_calendar(formats) && !wanted.subject.known())
            IMS_TRY(add_calendars_of_roles(folder, wanted, formats, input));
        return folder.put_in_place();
    }
    if (formats.size() > 1) {
        return Error{
            "--format: several formats need a folder to stand in, for example `-o reports/` with a `/` at its end"};
    }
    if (!path.empty()) return write_to_file(document, *formats.front(), path, root, style_of(options), environment);
    DocumentStyle style = style_of(options);
    if (!shows_files(*formats.front())) style.to_records.reset();
    print_document(document, *formats.front(), style, environment);
    return Nothing{};
}

// Whether the report can be made for whom it is asked.
Outcome check_readers(const Options& options, const Report* wanted) {
    const auto knows = [&](const Report& report) { return to_string(report.also_for) == options.readers; };
    if (options.readers == "readers" || options.readers == "editors") return Nothing{};
    if (wanted != nullptr && knows(*wanted)) return Nothing{};
    std::vector<std::string> names;
    for (const Report& each : all_reports()) {
        if (knows(each)) names.push_back(usage_of(each));
    }
    return Error{fmt::format("--for {0}: {1} is not made for {2} {0}; what is: {3}", options.readers,
                             wanted == nullptr ? "`all`" : fmt::format("`{}`", wanted->name),
                             options.readers == "authority" ? "an" : "a", join_names(names, Ticks::yes, names.size()))};
}

Outcome check_separator(const Options& options, const Formats& formats) {
    const bool csv = std::ranges::any_of(formats, [](const DocumentFormat* each) { return each->name == "csv"; });
    if (csv || options.separator == "comma") return Nothing{};
    return Error{"--csv-separator: nothing is written as CSV; `--format csv` asks for it"};
}

Outcome check_source(const Options& options) {
    const std::string& url = options.source_url;
    if (url.empty() ||
        ((url.starts_with("https://") || url.starts_with("http://")) && url.find(' ') == std::string::npos))
        return Nothing{};
    return Error{
        fmt::format("--source-url: `{}` is no address of the web; it begins with https://, for example "
                    "https://git.example.org/team/records/blob/1a2b3c4",
                    visible(url))};
}

// How far is looked ahead or back.
Outcome check_times(const Options& options, const Report* report) {
    const bool ahead = report != nullptr && report->name == kForecast;
    if (options.days != 0 && !ahead) return Error{"--days: only `ims report forecast` looks ahead"};
    const bool back = report != nullptr && looks_back(*report);
    if ((!options.since.empty() || !options.every.empty()) && !back)
        return Error{
            fmt::format("{}: only `ims report trend` looks back", options.since.empty() ? "--every" : "--since")};
    return Nothing{};
}

TrendOptions trend_options(const Options& options) {
    constexpr std::array<std::pair<std::string_view, Every>, 5> kEvery = {{{"commit", Every::commit},
                                                                           {"week", Every::week},
                                                                           {"month", Every::month},
                                                                           {"quarter", Every::quarter},
                                                                           {"year", Every::year}}};
    TrendOptions wanted{.since = options.since};
    for (const auto& [word, every] : kEvery) {
        if (word == options.every) wanted.every = every;
    }
    return wanted;
}

Outcome check_calendar(const Options& options, const Wanted& wanted, const Formats& formats) {
    if (!has_calendar(formats)) return Nothing{};
    if (wanted.report == nullptr)
        return Error{
            "--format ics: `all` writes pages; calendars, one for all and one for each role: `ims report calendar "
            "--format ics -o FOLDER/`"};
    if (!options.table.empty()) return Error{"--table: a calendar has no tables"};
    return Nothing{};
}

// A report that is about no days cannot be a calendar.
Outcome check_days(const Document& document, const Formats& formats) {
    if (document.calendar || !has_calendar(formats)) return Nothing{};
    return Error{
        fmt::format("--format ics: `{}` says no days; what falls due when is written by `ims report calendar "
                    "--format ics`",
                    document.report)};
}

Outcome check_options(const Options& options, const Wanted& wanted, const Formats& formats, const FileSystem& files) {
    IMS_TRY(check_readers(options, wanted.report));
    IMS_TRY(check_source(options));
    IMS_TRY(check_times(options, wanted.report));
    IMS_TRY(check_calendar(options, wanted, formats));
    if (wanted.report != nullptr) {
        if (!options.with_people) return Nothing{};
        return Error{
            "--with-people: only `ims report all` leaves people out; name the person instead: `ims report person ID`"};
    }
    // A folder may have a point in its name, as in `site.example`.
    constexpr std::array<std::string_view, 4> kPapers = {"pdf", "docx", "odt", "xlsx"};
    const std::string ending = ending_of(options.output);
    const bool is_paper = format_of_ending(ending) != nullptr || std::ranges::find(kPapers, ending) != kPapers.end();
    const bool is_file = !ending.empty() && is_paper && !is_folder(options.output, files);
    if (options.output.empty() || options.output == "-" || is_file) {
        return Error{"`ims report all` writes many files: name a folder for them, for example `-o reports/`"};
    }
    if (!options.table.empty()) return Error{"--table: name the report that has the table instead of `all`"};
    return Nothing{};
}

// Which records a report is about, where git knows it.
std::string commit_of(const Environment& environment, const std::string& root) {
    const auto state = environment.git.empty() ? std::nullopt : git_state(environment.git, root);
    if (!state) return {};
    return state->commit + (state->changed ? ", with uncommitted changes" : "");
}

// When the files of the records were last changed, for the pages of records.
LastChanges changes_of(const Environment& environment, const Analysis& analysis) {
    std::vector<std::string> paths;
    for (const FolderFile& file : analysis.graph.files()) {
        if (!file.built_in()) paths.push_back(file.path);
    }
    return last_changes(environment.git, analysis.root, paths);
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY_ASSIGN(const Wanted wanted, read_words(options.words, *environment.files));
    IMS_TRY_ASSIGN(const Formats formats, choose_formats(options, wanted.report == nullptr, *environment.files));
    IMS_TRY(check_options(options, wanted, formats, *environment.files));
    IMS_TRY(check_separator(options, formats));
    const Audience audience = options.readers == "editors" ? Audience::editors : Audience::readers;
    IMS_TRY_ASSIGN(const Place place, find_place(environment, wanted.paths, options.analysis.quiet));
    // A standard may be asked for that the folder does not name.
    const std::string standard = wanted.id.substr(wanted.id.find('/') + 1);
    IMS_TRY_ASSIGN(const Analysis* const analysis,
                   analyze_folder(environment, options.analysis, place.root, {standard}));
    const bool nothing = analysis->record_count() == 0 && analysis->findings.empty();
    if (nothing && !options.analysis.quiet) {
        environment.err->write(fmt::format("ims: there are no records in {}\n", describe(place)));
    }
    if (wanted.report == nullptr) {
        IMS_TRY(write_all_reports(environment, *analysis,
                                  {.folder = options.output,
                                   .formats = formats,
                                   .audience = audience,
                                   .commit = commit_of(environment, place.root),
                                   .changes = changes_of(environment, *analysis),
                                   .persons = options.with_people ? Persons::shown : Persons::left_out,
                                   .style = style_of(options),
                                   .jobs = jobs_of(options.analysis),
                                   .quiet = options.analysis.quiet}));
        return nothing ? Exit::nothing : Exit::clean;
    }
    ReportInput input{*analysis, {}, audience, commit_of(environment, place.root)};
    input.cells = cells_for(formats);
    input.jobs = jobs_of(options.analysis);
    if (options.days != 0) input.days = static_cast<std::int32_t>(options.days);
    if (to_string(wanted.report->also_for) == options.readers) input.made_for = wanted.report->also_for;
    if (!wanted.id.empty()) {
        // A catalogue is there without any record of the folder.
        if (nothing && wanted.report->kind != "standard") return Exit::nothing;
        IMS_TRY_ASSIGN(input.subject, find_subject(*analysis, *wanted.report, wanted.id));
    }
    LastChanges changes;
    if (wanted.report->kind == kAnyKind) changes = changes_of(environment, *analysis);
    input.changes = &changes;
    Trend trend;
    if (looks_back(*wanted.report)) {
        IMS_TRY_ASSIGN(trend, read_trend(environment, options.analysis, *analysis, trend_options(options)));
        input.trend = &trend;
    }
    Document document = wanted.report->build(input);
    IMS_TRY(check_days(document, formats));
    if (!options.table.empty()) IMS_TRY(keep_table(document, options.table));
    IMS_TRY(write_one(document, formats, options, {wanted.report, input.subject}, input, environment));
    return nothing ? Exit::nothing : Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    std::vector<AllowedWord> names;
    for (const Report& each : all_reports())
        names.push_back({fmt::format("{}{}", each.name, id_of(each)), std::string(each.summary)});
    names.push_back({std::string(kAll),
                     "each of these, and an index, into the folder of -o; a report that needs an ID once for each "
                     "record"});
    line.positional("NAME", &options->words, "", {.value = "[NAME [ID]] [PATH]", .at_most = 3});
    line.word("NAME", fmt::format("Which report; default: {}", all_reports().front().name), std::move(names));
    line.word("ID", "Which record it is about");
    line.word("PATH", "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.group("What is written");
    std::vector<AllowedWord> formats;
    for (const DocumentFormat& each : all_document_formats())
        formats.push_back({std::string(each.name), std::string(each.summary)});
    line.option("--format", &options->formats,
                "How to write it; into a folder also several, separated by commas; default: that of the file's name, "
                "or else markdown; for all: each but text and ics",
                {.value = "FORMAT", .separator = ',', .words = std::move(formats)});
    line.option("--for", &options->readers, "In whose words",
                {.value = "WHOM",
                 .words = {{"readers", "people who do not write the records: titles, and what is to be done"},
                           {"editors", "those who do: ids, names of fields, what to write"},
                           {"manager", "who leads the holders of a role: the job description with holders and gaps"},
                           {"authority", "whom an incident is notified to: the facts of the notice alone"}},
                 .standard = options->readers});
    line.flag("--with-people", &options->with_people,
              "With all: a page for each person too, which is for that person and who is in charge of people");
    line.option("--days", &options->days, "With forecast: how many days it looks ahead",
                {.value = "N", .lowest = 1, .highest = kMostForecastDays, .standard = std::to_string(kForecastDays)});
    line.option("--since", &options->since,
                "With trend: from when on; a day, or a commit that this branch went through",
                {.value = "DAY|REV", .standard = "a year before"});
    line.option("--every", &options->every, "With trend: of which time the last commit is looked at",
                {.value = "WHEN",
                 .words = {{"month"}, {"week"}, {"quarter"}, {"year"}, {"commit", "each of them"}},
                 .standard = "month"});
    line.option("--source-url", &options->source_url,
                "The address of the folder of records at a git host, at the commit that is reported; pages of records "
                "link to their file there",
                {.value = "URL"});
    line.option("--csv-separator", &options->separator, "What stands between the cells of a row in CSV",
                {.value = "WHICH",
                 .words = {{"comma", "as programs read it, and spreadsheets where numbers have a decimal point"},
                           {"semicolon", "as spreadsheets read it where numbers have a decimal comma, which they get"},
                           {"tab", "as what is pasted into a spreadsheet"}},
                 .standard = options->separator});
    line.option("--table", &options->table, "Only this table of the report, by its key, as JSON names it",
                {.value = "KEY"});
    line.option(
        "-o,--output", &options->output,
        "Write to this file, or into this folder. A folder is one that is there or ends with /; a report about one "
        "record gets its place below: role/cashier.md; the ending of a file's name is that of its format; `-` is "
        "standard output",
        {.value = "FILE|FOLDER", .standard = "standard output"});
    add_analysis_options(line, options->analysis);
    line.footer(
        "CSV in a folder is a file for each table, such as risks/register.csv. On standard output or in one file the "
        "tables follow each other, each under a line with its title; --table leaves one, without that line. Files "
        "begin with a byte order mark, by which spreadsheets know UTF-8; standard output does not. A text that a "
        "spreadsheet would run as a formula has a ' before it.\n\n"
        "A calendar (--format ics) holds whole days and is read again and again: what moves keeps its place there. In "
        "a "
        "folder stands one for all and one for each role that has something to see to; a person's is written where it "
        "is asked for by name. Only `calendar` can be one.\n\n"
        "`ims report all` replaces only files that an earlier run wrote, and removes none.");
    line.example("ims report gaps examples/corner-shop-siloed");
    line.example("ims report role cashier -o cashier.md");
    line.example("ims report risks --format csv --table register -o risks.csv");
    line.example("ims report record risk/card-details-disclosed");
    line.example("ims report forecast --days 30");
    line.example("ims report trend --since 2026-01-31");
    line.example("ims report calendar role/florist --format ics -o florist.ics");
    line.example("ims report all -o reports/");
    line.exit_code(0, "the report is written, whatever it says");
    line.exit_code(2, "wrong use, no ims.yaml, or something cannot be read or written");
    line.exit_code(3, "there are no records");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::report
