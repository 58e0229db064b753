#include "cli/suggest.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/nearest.h"
#include "base/text.h"
#include "cli/command.h"

namespace ims {
namespace {

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const auto found = nearest(word, candidates);
    return found ? fmt::format("; did you mean `{}`?", visible(*found)) : "";
}

std::string explain_unexpected(const CLI::App& app, const std::vector<std::string>& words) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const std::string_view word = words.front();
    if (word.starts_with("-")) {
        const std::string_view name = word.substr(0, word.find('='));
        const CLI::App& owner = chosen.empty() ? app : *chosen.front();
        const std::vector<std::string> names = option_names(owner);
        const std::string command = chosen.empty() ? "ims" : "ims " + chosen.front()->get_name();
        return fmt::format("`{}` has no option `{}`{}", command, visible(name),
                           did_you_mean(name, {names.begin(), names.end()}));
    }
    if (chosen.empty()) {
        std::vector<std::string_view> names;
        for (const Command& command : all_commands()) names.push_back(command.name);
        return fmt::format("there is no command `{}`{}", visible(word), did_you_mean(word, names));
    }
    return fmt::format("`ims {}` takes no `{}` here", chosen.front()->get_name(), visible(word));
}

}  // namespace ims
