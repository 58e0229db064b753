#include "cli/command_line.h"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/suggest.h"

namespace ims {

// The line as CLI11 knows it. What it throws at a user's words ends here.
class CommandLine::Reader {
public:
    explicit Reader(const CommandLine& line) : app_(line.summary_, line.name_) {
        constexpr std::size_t kHelpColumn = 28;
        app_.get_formatter()->column_width(kHelpColumn);
        describe(app_, line);
    }

    [[nodiscard]] std::string help() const { return app_.help(); }

    Result<Request> read(std::vector<std::string> words) {
        std::ranges::reverse(words);  // it takes them from the end
        try {
            app_.parse(std::move(words));
        } catch (const CLI::CallForHelp&) {
            return Request{app_.help(), std::nullopt};
        } catch (const CLI::CallForVersion& version) {
            return Request{fmt::format("{}\n", version.what()), std::nullopt};
        } catch (const CLI::ExtrasError&) {
            return Error{explain_unexpected(app_.remaining(true)) + where_help_is()};
        } catch (const CLI::ParseError& error) {
            return Error{visible(error.what()) + where_help_is()};
        }
        Request request;
        if (const auto chosen = app_.get_subcommands(); !chosen.empty()) {
            // Where several are named, the last one.
            const auto all = commands();
            request.command = static_cast<std::size_t>(std::ranges::find(all, chosen.back()) - all.begin());
        }
        return request;
    }

private:
    static void describe(CLI::App& app, const CommandLine& line) {
        for (const Option& option : line.options_) describe(app, option);
        if (!line.version_.empty()) app.set_version_flag("--version", line.version_, "Print the version and exit");
        app.footer(line.footer_);
        for (const CommandLine& command : line.commands_)
            describe(*app.add_subcommand(command.name_, command.summary_), command);
    }

    static void describe(CLI::App& app, const Option& option) {
        CLI::Option* const added = std::visit(
            [&](auto* target) {
                if constexpr (std::is_same_v<decltype(target), bool*>)
                    return app.add_flag(option.names, *target, option.help);
                else return app.add_option(option.names, *target, option.help);
            },
            option.target);
        const OptionDetails& details = option.details;
        if (!details.value.empty()) added->type_name(details.value);
        if (details.required) added->required();
        if (details.highest != 0) added->check(CLI::Range(details.lowest, details.highest));
        if (details.separator != '\0') added->delimiter(details.separator);
        if (details.at_most != 0) added->expected(0, static_cast<int>(details.at_most));
        // The words that follow are no values of an option that was given one.
        const bool is_list = std::holds_alternative<std::vector<std::string>*>(option.target);
        if (is_list && option.names.starts_with('-')) added->allow_extra_args(false);
    }

    [[nodiscard]] std::vector<const CLI::App*> commands() const {
        return app_.get_subcommands([](const CLI::App*) { return true; });
    }

    // The command that messages are about: the first that was named, or nullptr.
    [[nodiscard]] const CLI::App* named() const {
        const auto chosen = app_.get_subcommands();
        return chosen.empty() ? nullptr : chosen.front();
    }

    // "ims", "ims check"
    [[nodiscard]] std::string name() const {
        return named() == nullptr ? app_.get_name() : app_.get_name() + " " + named()->get_name();
    }

    [[nodiscard]] std::string where_help_is() const {
        return fmt::format("\n     `{} --help` shows what there is", name());
    }

    // The message for words that CLI11 could not place, the first of them in particular.
    [[nodiscard]] std::string explain_unexpected(const std::vector<std::string>& words) const {
        const std::string_view word = words.front();
        if (word.starts_with("-")) {
            const std::string_view option = word.substr(0, word.find('='));
            const std::vector<std::string> names = option_names(named() == nullptr ? app_ : *named());
            return fmt::format("`{}` has no option `{}`{}", name(), visible(option),
                               did_you_mean(option, {names.begin(), names.end()}));
        }
        if (named() == nullptr) {
            std::vector<std::string> names;
            for (const CLI::App* const command : commands()) names.push_back(command->get_name());
            return fmt::format("there is no command `{}`{}", visible(word),
                               did_you_mean(word, {names.begin(), names.end()}));
        }
        return fmt::format("`{}` takes no `{}` here", name(), visible(word));
    }

    static std::vector<std::string> option_names(const CLI::App& app) {
        std::vector<std::string> names;
        for (const CLI::Option* option : app.get_options()) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
        return names;
    }

    CLI::App app_;
};

CommandLine::CommandLine(std::string name, std::string summary)
    : name_(std::move(name)), summary_(std::move(summary)) {}

void CommandLine::option(std::string names, Target target, std::string help, OptionDetails details) {
    options_.push_back({std::move(names), target, std::move(help), std::move(details)});
}

void CommandLine::flag(std::string names, bool* target, std::string help) {
    option(std::move(names), target, std::move(help));
}

void CommandLine::positional(std::string name, Target target, std::string help, OptionDetails details) {
    option(std::move(name), target, std::move(help), std::move(details));
}

void CommandLine::version(std::string line) { version_ = std::move(line); }

void CommandLine::footer(std::string text) { footer_ = std::move(text); }

CommandLine& CommandLine::command(std::string name, std::string summary) {
    return commands_.emplace_back(std::move(name), std::move(summary));
}

std::string CommandLine::help() const { return Reader(*this).help(); }

const CommandLine* CommandLine::find_command(std::string_view name) const {
    const auto found = std::ranges::find(commands_, name, &CommandLine::name_);
    return found == commands_.end() ? nullptr : &*found;
}

const CommandLine::Option* CommandLine::find_option(std::string_view name) const {
    const auto found = std::ranges::find_if(options_, [&](const Option& option) {
        const std::string all = "," + option.names + ",";
        return option.names.starts_with('-') && all.find(fmt::format(",{},", name)) != std::string::npos;
    });
    return found == options_.end() ? nullptr : &*found;
}

// The first value that is empty: what a shell leaves of `--today "$DAY"` where nobody set DAY must not be taken for an
// option that was not given.
std::optional<Error> CommandLine::find_empty(const std::vector<std::string>& words) const {
    const CommandLine* line = this;
    std::string name = name_;
    const auto complain = [&](const std::string& what) {
        return Error{fmt::format("{}; is a variable unset?\n     `{} --help` shows what there is", what, name)};
    };
    std::string_view due;  // the option whose value is next
    bool options_may_follow = true;
    for (const std::string& word : words) {
        const std::string_view before_equals = std::string_view(word).substr(0, word.find('='));
        const Option* const option = options_may_follow ? line->find_option(before_equals) : nullptr;
        const bool empty = trim(word).empty();
        if (!due.empty() && (empty || option != nullptr)) return complain(fmt::format("`{}` has no value", due));
        if (empty) return complain(fmt::format("`{}` is given an empty word", name));
        if (!std::exchange(due, {}).empty()) continue;
        if (option != nullptr && option->takes_value()) {
            if (before_equals.size() == word.size()) due = word;
            else if (trim(std::string_view(word).substr(before_equals.size() + 1)).empty())
                return complain(fmt::format("`{}` has no value", before_equals));
        } else if (const CommandLine* const command = line->find_command(word)) {
            line = command;
            name += " " + word;
        } else if (word == "--") {
            options_may_follow = false;
        }
    }
    if (!due.empty()) return complain(fmt::format("`{}` has no value", due));
    return std::nullopt;
}

Result<Request> CommandLine::read(const std::vector<std::string>& words) const {
    if (auto empty = find_empty(words)) return *std::move(empty);
    return Reader(*this).read(words);
}

}  // namespace ims
