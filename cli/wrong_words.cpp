#include "cli/wrong_words.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/help_text.h"
#include "cli/suggest.h"

namespace ims {
namespace {

constexpr std::string_view kOptionOfAll = "--help";

std::vector<std::string_view> names_of_options(const CommandLine& line) {
    std::vector<std::string_view> names = {kOptionOfAll};
    if (line.has_version()) names.emplace_back("--version");
    for (const CommandLine::Option& option : line.options()) {
        const std::vector<std::string_view> of_option = option.all_names();
        names.insert(names.end(), of_option.begin(), of_option.end());
    }
    return names;
}

// "; `ims show` has it", or nothing.
std::string who_has_it(const LineOfProgram& of, std::string_view option) {
    std::vector<std::string> paths;
    for (const CommandLine& command : of.program.commands()) {
        if (&command != &of.line && command.find_option(option) != nullptr) paths.push_back(command.path());
    }
    if (paths.empty()) return {};
    const bool behind = &of.line == &of.program;
    return fmt::format("; {} {} it{}", join_names(paths, Ticks::yes, paths.size()), paths.size() == 1 ? "has" : "have",
                       behind ? ", and it stands behind the command" : "");
}

}  // namespace

Error wrong_use(const CommandLine& line, const std::string& what) {
    return Error{fmt::format("{}\n     `{} --help` shows what there is", what, line.path())};
}

Error unknown_option(const LineOfProgram& of, std::string_view word) {
    const std::string_view option = word.substr(0, word.find('='));
    const std::string elsewhere = who_has_it(of, option);
    return wrong_use(of.line,
                     fmt::format("`{}` has no option `{}`{}", of.line.path(), visible(option),
                                 elsewhere.empty() ? did_you_mean(option, names_of_options(of.line)) : elsewhere));
}

Error unknown_word(const CommandLine& line, std::string_view word) {
    if (line.commands().empty())
        return wrong_use(line, fmt::format("`{}` takes no `{}` here", line.path(), visible(word)));
    std::vector<std::string_view> names;
    for (const CommandLine& command : line.commands()) names.push_back(command.name());
    return wrong_use(line, fmt::format("there is no command `{}`{}", visible(word), did_you_mean(word, names)));
}

Error no_value(const CommandLine& line, std::string_view option) {
    return wrong_use(line, fmt::format("`{}` has no value; is a variable unset?", visible(option)));
}

Error empty_word(const CommandLine& line) {
    return wrong_use(line, fmt::format("`{}` is given an empty word; is a variable unset?", line.path()));
}

Error missing(const CommandLine& line, const CommandLine::Option& option) {
    return wrong_use(line, fmt::format("`{}` needs {}: `{}`", line.path(), option.main_name(), usage_of(line)));
}

Outcome check_allowed(const CommandLine::Option& option, std::string_view value) {
    const std::vector<AllowedWord>& allowed = option.details.words;
    if (allowed.empty()) return Nothing{};
    const char end = option.details.ends_word;
    const std::string_view word = end == '\0' ? value : value.substr(0, value.find(end));
    if (std::ranges::find(allowed, word, &AllowedWord::word) != allowed.end()) return Nothing{};
    if (option.details.any_case && std::ranges::find(allowed, to_lower(word), &AllowedWord::word) != allowed.end())
        return Nothing{};
    std::vector<std::string_view> names;
    for (const AllowedWord& each : allowed) names.push_back(each.word);
    std::string near = did_you_mean(word, names);
    if (names.size() == 1 && near.empty()) near = fmt::format("; there is only `{}`", names.front());
    const std::string says =
        near.empty() ? fmt::format("`{}` is none of {}", visible(word), join_names(names, Ticks::yes, names.size()))
                     : fmt::format("there is no `{}`{}", visible(word), near);
    return Error{fmt::format("{}: {}", option.main_name(), says)};
}

}  // namespace ims
