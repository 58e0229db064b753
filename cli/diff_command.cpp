// `ims diff`: what a change does, and whom it concerns.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/names.h"
#include "cli/paths.h"
#include "cli/since.h"
#include "cli/states.h"
#include "cli/view.h"
#include "output/document/comment.h"
#include "output/github.h"
#include "report/views/views.h"

namespace ims::commands::diff {
namespace {

struct Options {
    StateOptions states;
    std::vector<std::string> revisions;
    std::vector<std::string> formats;
    std::string fail_on = "never";
};

// A format by its name, and where it goes; an empty file is standard output.
struct Output {
    std::string format = "text";
    std::string file = {};
};

Result<std::vector<Output>> read_outputs(const std::vector<std::string>& words) {
    if (words.empty()) return std::vector<Output>(1);
    std::vector<Output> outputs;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        Output output{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
        if (equals != std::string::npos && output.file.empty())
            return Error{fmt::format("--format: which file after `{}`?", visible(word))};
        if (output.file == "-") output.file.clear();
        const bool taken = std::ranges::find(outputs, output.file, &Output::file) != outputs.end();
        if (taken && output.file.empty()) {
            return Error{
                "--format: only one format can go to standard output; give the others a file, for example `--format "
                "markdown=comment.md`"};
        }
        if (taken)
            return Error{fmt::format("--format: `{}` would be written twice; name another file", visible(output.file))};
        outputs.push_back(std::move(output));
    }
    return outputs;
}

// As people who know git write it: nothing, `REV`, `REV REV`, `REV..REV`, `REV...REV`.
Outcome read_revisions(const std::vector<std::string>& words, StateOptions& states) {
    states.since = words.empty() ? std::string(states.staged ? "HEAD" : kSinceAuto) : words.front();
    if (words.size() == 2) states.now = words.back();
    const std::size_t between = states.since.find("..");
    if (between != std::string::npos) {
        const bool from_fork = states.since.compare(between, 3, "...") == 0;
        const auto or_head = [](std::string word) { return word.empty() ? "HEAD" : word; };
        const std::string one = or_head(states.since.substr(0, between));
        const std::string other = or_head(states.since.substr(between + (from_fork ? 3 : 2)));
        if (words.size() == 2)
            return Error{fmt::format("`{}` names two revisions already; leave `{}` out", visible(words.front()),
                                     visible(words.back()))};
        states.since = from_fork ? one + "..." + other : one;
        states.now = other;
    }
    if (states.staged && !states.now.empty())
        return Error{"--staged: what is about to be committed is compared with one revision, and two are named"};
    return Nothing{};
}

std::string sides_of(const States& states, bool staged) {
    const std::string now = staged                    ? "what is about to be committed"
                            : states.now_says.empty() ? "what lies here"
                                                      : states.now_says;
    const char* const comma = states.compared_with.find(',') == std::string::npos ? "" : ",";
    return fmt::format("From {}{} to {}.", visible(states.compared_with), comma, visible(now));
}

Outcome write(const Output& output, const Document& document, const Environment& environment) {
    const bool is_comment = output.format == "markdown";
    DocumentStyle style;
    if (output.file.empty()) {
        if (!is_comment) {
            print_view(document, {output.format}, environment);
            return Nothing{};
        }
        write_comment(document, [&](std::string_view text) {
            environment.out->write(under_actions(environment) ? guarded_log(text) : std::string(text));
        });
        return Nothing{};
    }
    IMS_TRY_ASSIGN(Writer file, environment.create_output(output.file));
    const Sink sink = [&](std::string_view text) { file.write(text); };
    if (is_comment) write_comment(document, sink);
    else find_document_format(output.format)->write(document, style, sink);
    return file.finish();
}

bool reaches(const FolderDifference& difference, FailOn fail_on) {
    if (fail_on == FailOn::never) return false;
    const Grade lowest = static_cast<Grade>(static_cast<int>(Grade::error) - static_cast<int>(fail_on));
    return std::ranges::any_of(difference.come,
                               [&](FindingId id) { return difference.now->judgement.findings()[id].grade >= lowest; });
}

Result<Exit> run(Options options, const Environment& environment) {
    IMS_TRY_ASSIGN(const std::vector<Output> outputs, read_outputs(options.formats));
    IMS_TRY(read_revisions(options.revisions, options.states));
    IMS_TRY_ASSIGN(const Place place, find_place(environment, {}, options.states.analysis.quiet));
    options.states.asked = {.before = "", .by = "ims diff"};
    options.states.without_baseline = true;
    options.states.compared = false;
    IMS_TRY_ASSIGN(const States states, read_states(environment, options.states, place.root));
    // To free it takes longer than to end.
    static auto* const kept = new std::vector<std::unique_ptr<const FolderDifference>>();
    const FolderDifference* const difference =
        kept->emplace_back(std::make_unique<FolderDifference>(find_difference(states.before, *states.now))).get();
    const Document document = view_difference(*difference, sides_of(states, options.states.staged));
    for (const Output& output : outputs) IMS_TRY(write(output, document, environment));
    return reaches(*difference, *parse_fail_on(options.fail_on)) ? Exit::findings : Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("REV", &options->revisions, "", {.value = "[REV [REV]]", .at_most = 2});
    line.word("REV",
              "Revisions of git: what one did to what lies here, or to the other; `A..B` and `A...B` (from where they "
              "part) too; default: since what the pull or merge request goes into, or where this branch left its "
              "upstream");
    line.flag("--staged", &options->states.staged,
              "What git is about to commit instead of what lies on the disk; without REV compared with HEAD");
    line.option(
        "--format", &options->formats,
        "How to print it: for people, as a comment on a pull or merge request, or for programs; with =FILE it "
        "goes there; may be given several times, each with a file but one",
        {.value = "FORMAT[=FILE]", .words = {{"text"}, {"markdown"}, {"json"}}, .ends_word = '=', .standard = "text"});
    line.option("--fail-on", &options->fail_on, "The lowest grade of a new or worse gap that ends with exit code 1",
                {.value = "GRADE",
                 .words = {{"error"}, {"high"}, {"medium"}, {"low"}, {"never"}},
                 .standard = options->fail_on});
    add_analysis_options(line, options->states.analysis);
    line.example("ims diff");
    line.example("ims diff HEAD^ HEAD", "what the last commit did");
    line.example("ims diff --format markdown=comment.md", "in a pipeline: the comment on a merge request");
    line.exit_code(0, "told, whatever the change does");
    line.exit_code(1, "with --fail-on: a new or worse gap at or above it");
    line.exit_code(2, "wrong use, no ims.yaml, no such revision, or something cannot be read or written");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::diff
