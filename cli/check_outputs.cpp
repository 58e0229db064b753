#include "cli/check_outputs.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/document_format.h"
#include "output/github.h"
#include "source/paths.h"

namespace ims {
namespace {

// Formats of which several may follow each other in one stream.
bool follows_on(const Format& format) {
    return format.meant_for == MeantFor::people || format.name == "github" || format.name.ends_with("jsonl");
}

Result<Destination> read_destination(std::string_view word) {
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    Destination destination{find_format(name),
                            equals == std::string_view::npos ? "" : std::string(word.substr(equals + 1))};
    if (equals != std::string_view::npos && destination.file.empty())
        return Error{fmt::format("--format: which file after `{}`?", visible(word))};
    if (destination.file == "-" || destination.file == "/dev/stdout") destination.file.clear();
    return destination;
}

// `ims.sarif` of the folder `clients/a` is `ims.clients_a.sarif`.
std::string file_of_folder(const std::string& file, const std::string& folder, std::size_t folders) {
    if (folders == 1) return file;
    std::string name = folder;
    while (name.starts_with("./")) name.erase(0, 2);
    while (name.ends_with('/')) name.pop_back();
    name = safe_file_name(name);
    const std::string in_folder(name_of(file));
    const std::size_t point = in_folder.rfind('.');
    const std::size_t at = file.size() - in_folder.size() + (point == std::string::npos ? in_folder.size() : point);
    return file.substr(0, at) + "." + name + file.substr(at);
}

// "clients/a: 2 high, 3 medium in 40 records"
std::string line_of(const FolderResult& folder) {
    std::vector<std::string> counts;
    for (const Grade grade : {Grade::error, Grade::high, Grade::medium, Grade::low}) {
        const std::size_t count = folder.result.count(grade);
        if (count > 0) counts.push_back(fmt::format("{} {}", count, to_string(grade)));
    }
    const char* const nothing = folder.result.comparison == nullptr ? "nothing found" : "nothing new";
    return fmt::format("{}: {} in {}\n", visible(folder.name),
                       counts.empty() ? nothing : fmt::format("{}", fmt::join(counts, ", ")),
                       counted(folder.result.records, "record"));
}

void write_to_stdout(const Environment& environment, const Format& format, std::vector<FolderResult>& folders,
                     bool color) {
    const bool people = format.meant_for == MeantFor::people;
    // What records say may look like a command to who reads the log.
    const bool guarded = people && under_actions(environment);
    std::string text;
    const Sink sink = [&](std::string_view piece) {
        if (guarded) text += piece;
        else environment.out->write(piece);
    };
    if (people && folders.size() > 1) {
        for (const FolderResult& folder : folders) sink(line_of(folder));
    }
    for (FolderResult& folder : folders) {
        if (&format == &all_formats().front() && folders.size() > 1)
            sink(fmt::format("\n{}\n\n", visible(folder.name)));
        folder.style.color = color && people;
        folder.style.columns = environment.out_screen.columns;
        folder.style.rows = environment.out_screen.rows;
        format.write(folder.result, folder.style, sink);
    }
    if (guarded) environment.out->write(guarded_log(text));
}

}  // namespace

Result<std::vector<Destination>> read_formats(const Environment& environment, const std::vector<std::string>& words,
                                              std::size_t folders) {
    std::vector<Destination> destinations;
    if (words.empty()) {
        destinations.push_back({&all_formats().front(), ""});
        if (under_actions(environment)) destinations.push_back({find_format("github"), ""});
        return destinations;
    }
    for (const std::string& word : words) {
        IMS_TRY_ASSIGN(Destination destination, read_destination(word));
        destinations.push_back(std::move(destination));
    }
    const auto to_stdout = [](const Destination& each) { return each.file.empty(); };
    if (std::ranges::count_if(destinations, to_stdout) > 1) {
        return Error{
            "--format: only one format can go to standard output; give the others a file, for example `--format "
            "json=findings.json`"};
    }
    const auto printed = std::ranges::find_if(destinations, to_stdout);
    if (folders > 1 && printed != destinations.end() && !follows_on(*printed->format)) {
        return Error{
            fmt::format("--format: {0} holds one folder; of several each gets a file of its own, for example `--format "
                        "{0}=ims.{0}`",
                        printed->format->name)};
    }
    return destinations;
}

Coloring read_coloring(const Environment& environment, const std::string& choice) {
    if (choice == "always") return Coloring{true, true};
    if (choice == "never") return Coloring{};
    if (environment.no_color) return Coloring{};
    return Coloring{environment.force_color || environment.out_screen.terminal, false};
}

namespace {

// Two that would be one file: of formats, or of folders whose names come to the same.
Outcome check_targets(const std::vector<Destination>& destinations, const std::vector<FolderResult>& folders) {
    std::set<std::string> targets;
    for (const Destination& destination : destinations) {
        for (const FolderResult& folder : folders) {
            if (destination.file.empty()) continue;
            const std::string target = file_of_folder(destination.file, folder.name, folders.size());
            if (!targets.insert(target).second)
                return Error{fmt::format("--format: `{}` would be written twice; name another file", visible(target))};
        }
    }
    return Nothing{};
}

}  // namespace

Outcome write_outputs(const Environment& environment, const std::vector<Destination>& destinations,
                      std::vector<FolderResult>& folders, Coloring coloring) {
    IMS_TRY(check_targets(destinations, folders));
    for (const Destination& destination : destinations) {
        if (destination.file.empty()) {
            write_to_stdout(environment, *destination.format, folders, coloring.on_screen);
            continue;
        }
        for (FolderResult& folder : folders) {
            folder.style.color = coloring.in_files && destination.format->meant_for == MeantFor::people;
            folder.style.columns = folder.style.rows = 0;
            IMS_TRY_ASSIGN(Writer file,
                           environment.create_output(file_of_folder(destination.file, folder.name, folders.size())));
            destination.format->write(folder.result, folder.style, [&](std::string_view text) { file.write(text); });
            IMS_TRY(file.finish());
        }
    }
    return Nothing{};
}

Outcome write_step_summary(const Environment& environment, const std::vector<FolderResult>& folders) {
    const auto path = variable_of(environment, "GITHUB_STEP_SUMMARY");
    if (!path || !under_actions(environment)) return Nothing{};
    IMS_TRY_ASSIGN(Writer file, environment.append_to_file(*path));
    for (const FolderResult& folder : folders) {
        if (folders.size() > 1) file.write(fmt::format("## {}\n\n", visible(folder.name)));
        find_format("markdown")->write(folder.result, folder.style, [&](std::string_view text) { file.write(text); });
        file.write("\n");
    }
    return file.finish();
}

}  // namespace ims
