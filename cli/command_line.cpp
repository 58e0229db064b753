#include "cli/command_line.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/wrong_words.h"

namespace ims {
namespace {

using Texts = std::vector<std::string>;

bool is_help(std::string_view option) { return option == "--help" || option == "-h"; }

// A number below zero is a word as others are.
bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !(word[1] >= '0' && word[1] <= '9');
}

struct SplitWords {
    Texts options;  // with their values, and the names of commands
    Texts places;   // the others: by their places
};

// Goes over the words of a line once before they are read, and finds what is no command and no option, has no value, or
// is empty: what a shell leaves of `--today "$DAY"` where nobody set DAY must not be taken for an option that was not
// given.
class Look {
public:
    explicit Look(const CommandLine& program) : program_(program), line_(&program) {}

    Result<SplitWords> over(const Texts& words) {
        bool behind = false;  // `--`, where none is an option
        for (const std::string& word : words) {
            if (word.starts_with('-') && imply_value()) due_.clear();
            if (behind) {
                IMS_TRY(at_place(word));
            } else if (due_.empty() && word == "--" && line_->commands().empty()) {
                behind = true;
            } else {
                IMS_TRY(at(word));
            }
        }
        if (imply_value()) due_.clear();
        if (!due_.empty()) return no_value(*line_, due_);
        return std::move(split_);
    }

private:
    // Whether the option whose value is next can do without, and has got it.
    bool imply_value() {
        if (due_.empty() || implied_.empty()) return false;
        split_.options.push_back(implied_);
        return true;
    }

    [[nodiscard]] bool is_built_in(std::string_view name) const {
        return is_help(name) || (name == "--version" && line_->has_version());
    }

    [[nodiscard]] bool is_option(std::string_view word) const {
        const std::string_view name = word.substr(0, word.find('='));
        return is_built_in(name) || line_->find_option(name) != nullptr;
    }

    Outcome at_place(const std::string& word) {
        if (trim(word).empty()) return empty_word(*line_);
        split_.places.push_back(word);
        return Nothing{};
    }

    Outcome at(const std::string& word) {
        if (!due_.empty()) {
            if (trim(word).empty() || is_option(word)) return no_value(*line_, due_);
            split_.options.push_back(word);
            due_.clear();
            return Nothing{};
        }
        const bool is_word = line_->takes_options_as_words() && !is_option(word);
        if (!is_word && word.starts_with("--")) return at_long(word);
        if (!is_word && looks_like_option(word)) return at_short(word);
        if (line_->commands().empty() || trim(word).empty()) return at_place(word);
        const CommandLine* const command = line_->find_command(word);
        if (command == nullptr) return unknown_word(*line_, word);
        split_.options.push_back(word);
        line_ = command;
        return Nothing{};
    }

    void expect_value(const CommandLine::Option& option, std::string_view word) {
        due_ = word;
        implied_ = option.details.implied;
    }

    Outcome at_long(std::string_view word) {
        split_.options.emplace_back(word);
        const std::size_t equals = word.find('=');
        const std::string_view name = word.substr(0, equals);
        const CommandLine::Option* const option = line_->find_option(name);
        if (option == nullptr && !is_built_in(name)) return unknown_option({program_, *line_}, word);
        const bool takes_value = option != nullptr && option->takes_value();
        if (equals == std::string_view::npos) {
            if (takes_value) expect_value(*option, word);
            return Nothing{};
        }
        if (!takes_value) return wrong_use(*line_, fmt::format("`{}` takes no value", name));
        if (trim(word.substr(equals + 1)).empty()) return no_value(*line_, name);
        return Nothing{};
    }

    // Several in one word, `-qv`; what follows one that takes a value is that, with or without a `=`.
    Outcome at_short(std::string word) {
        for (std::size_t place = 1; place < word.size(); ++place) {
            const std::string name = {'-', word[place]};
            const CommandLine::Option* const option = line_->find_option(name);
            if (option == nullptr && !is_built_in(name)) return unknown_option({program_, *line_}, word);
            if (option == nullptr || !option->takes_value()) continue;
            const bool with_value = place + 1 < word.size();
            if (with_value && word[place + 1] == '=') word.erase(place + 1, 1);
            if (with_value && trim(std::string_view(word).substr(place + 1)).empty()) return no_value(*line_, name);
            if (!with_value) expect_value(*option, word);
            break;
        }
        split_.options.push_back(std::move(word));
        return Nothing{};
    }

    const CommandLine& program_;
    const CommandLine* line_;  // that of the command, once it was named
    std::string due_;          // the option whose value is next
    std::string implied_;      // what it is where it is left out; empty: it may not be
    SplitWords split_;
};

}  // namespace

// The line as CLI11 knows it. It sorts options and their values; what these say, and which words have which place, is
// read here, so that nothing is told in its words.
class CommandLine::Reader {
public:
    explicit Reader(const CommandLine& program) : program_(program), app_("", program.name_) {
        describe(app_, program);
    }

    Result<Request> read(SplitWords words) {
        std::ranges::reverse(words.options);  // it takes them from the end
        bool wants_help = false;
        try {
            app_.parse(std::move(words.options));
        } catch (const CLI::CallForHelp&) {
            wants_help = true;
        } catch (const CLI::CallForVersion&) {
            return Request{nullptr, program_.version_ + "\n", std::nullopt};
        } catch (const CLI::ParseError& error) {
            return wrong_use(program_, fmt::format("this line cannot be read: {}", visible(error.what())));
        }
        const CLI::App* app = &app_;
        const CommandLine* line = &program_;
        Request request;
        if (const auto chosen = app_.get_subcommands(); !chosen.empty()) {
            app = chosen.front();
            line = program_.find_command(app->get_name());
            const auto named = [&](const CommandLine& each) { return &each == line; };
            request.command = static_cast<std::size_t>(
                std::ranges::distance(program_.commands_.begin(), std::ranges::find_if(program_.commands_, named)));
        }
        if (wants_help) return Request{line, {}, std::nullopt};
        for (const Option& option : line->options_) IMS_TRY(take(*line, option, *app->get_option(first(option))));
        IMS_TRY(take_places(*line, words.places));
        return request;
    }

private:
    static std::string first(const Option& option) { return std::string(option.all_names().front()); }

    static void describe(CLI::App& app, const CommandLine& line) {
        for (const Option& option : line.options_) {
            if (!option.takes_value()) app.add_flag(option.names);
            else app.add_option(option.names)->allow_extra_args(false)->multi_option_policy(kAll);
        }
        if (!line.version_.empty()) app.set_version_flag("--version", line.version_);
        for (const CommandLine& command : line.commands_) describe(*app.add_subcommand(command.name_), command);
    }

    static Outcome take(const CommandLine& line, const Option& option, const CLI::Option& given) {
        if (given.count() == 0) return option.details.required ? Outcome(missing(line, option)) : Outcome(Nothing{});
        if (!option.takes_value()) {
            *std::get<bool*>(option.target) = true;
            return Nothing{};
        }
        Texts values = given.results();
        if (!option.is_list() && values.size() > 1) {
            return wrong_use(line,
                             fmt::format("`{}` is given {} times; write it once", option.main_name(), values.size()));
        }
        return store(option, std::move(values));
    }

    // Requires: one value, unless the target is a list.
    static Outcome store(const Option& option, Texts values) {
        if (option.details.separator != '\0') values = split(values, option.details.separator);
        for (const std::string& value : values) IMS_TRY(check_allowed(option, value));
        if (option.is_list()) {
            *std::get<Texts*>(option.target) = std::move(values);
        } else if (auto* const text = std::get_if<std::string*>(&option.target)) {
            **text = std::move(values.front());
        } else {
            IMS_TRY_ASSIGN(*std::get<std::size_t*>(option.target), read_number(option, values.front()));
        }
        return Nothing{};
    }

    static Texts split(const Texts& values, char separator) {
        Texts parts;
        for (std::string_view rest : values) {
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(separator), rest.size());
                if (end > 0) parts.emplace_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return parts;
    }

    static Result<std::size_t> read_number(const Option& option, std::string_view text) {
        const auto [lowest, highest] = std::pair(option.details.lowest, option.details.highest);
        std::size_t number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
        const bool fits =
            highest == 0 || (number >= static_cast<std::size_t>(lowest) && number <= static_cast<std::size_t>(highest));
        if (is_number && fits) return number;
        return Error{fmt::format("{}: `{}` is no number{}", option.main_name(), visible(text),
                                 highest == 0 ? "" : fmt::format(" from {} to {}", lowest, highest))};
    }

    static Outcome take_places(const CommandLine& line, const Texts& places) {
        std::size_t next = 0;
        for (const Option& positional : line.positionals_) {
            const std::size_t left = places.size() - next;
            const std::size_t most = !positional.is_list()             ? 1
                                     : positional.details.at_most == 0 ? left
                                                                       : positional.details.at_most;
            const std::size_t count = std::min(left, most);
            if (count == 0) {
                if (positional.details.required) return missing(line, positional);
                continue;
            }
            const auto begin = places.begin() + static_cast<std::ptrdiff_t>(next);
            IMS_TRY(store(positional, Texts(begin, begin + static_cast<std::ptrdiff_t>(count))));
            next += count;
        }
        if (next < places.size()) return unknown_word(line, places[next]);
        return Nothing{};
    }

    static constexpr CLI::MultiOptionPolicy kAll = CLI::MultiOptionPolicy::TakeAll;
    const CommandLine& program_;
    CLI::App app_;
};

CommandLine::CommandLine(std::string name, std::string summary)
    : name_(std::move(name)), path_(name_), summary_(std::move(summary)) {}

std::vector<std::string_view> CommandLine::Option::all_names() const {
    std::vector<std::string_view> all;
    std::string_view rest = names;
    while (true) {
        const std::size_t comma = rest.find(',');
        all.push_back(rest.substr(0, comma));
        if (comma == std::string_view::npos) return all;
        rest.remove_prefix(comma + 1);
    }
}

void CommandLine::group(std::string title) { group_ = std::move(title); }

void CommandLine::option(std::string names, Target target, std::string help, OptionDetails details) {
    options_.push_back({std::move(names), target, std::move(help), std::move(details), group_});
}

void CommandLine::flag(std::string names, bool* target, std::string help) {
    option(std::move(names), target, std::move(help));
}

void CommandLine::positional(std::string name, Target target, std::string help, OptionDetails details) {
    if (!help.empty()) word(name, help, details.words);
    positionals_.push_back({std::move(name), target, std::move(help), std::move(details), {}});
}

void CommandLine::word(std::string name, std::string help, std::vector<AllowedWord> words) {
    words_.push_back({std::move(name), std::move(help), std::move(words)});
}

void CommandLine::take_options_as_words() { takes_options_as_words_ = true; }

void CommandLine::version(std::string line) { version_ = std::move(line); }

void CommandLine::footer(std::string text) { footer_ = std::move(text); }

void CommandLine::example(std::string line, std::string what) {
    examples_.push_back({std::move(line), std::move(what)});
}

void CommandLine::exit_code(int code, std::string when) { exit_codes_.push_back({code, std::move(when)}); }

CommandLine& CommandLine::command(std::string name, std::string summary) {
    CommandLine& command = commands_.emplace_back(std::move(name), std::move(summary));
    command.path_ = path_ + " " + command.name_;
    return command;
}

const CommandLine* CommandLine::find_command(std::string_view name) const {
    const auto found = std::ranges::find(commands_, name, &CommandLine::name_);
    return found == commands_.end() ? nullptr : &*found;
}

const CommandLine::Option* CommandLine::find_option(std::string_view name) const {
    const auto found = std::ranges::find_if(options_, [&](const Option& option) {
        const std::vector<std::string_view> names = option.all_names();
        return std::ranges::find(names, name) != names.end();
    });
    return found == options_.end() ? nullptr : &*found;
}

Result<Request> CommandLine::read(const std::vector<std::string>& words) const {
    IMS_TRY_ASSIGN(SplitWords split, Look(*this).over(words));
    return Reader(*this).read(std::move(split));
}

}  // namespace ims
