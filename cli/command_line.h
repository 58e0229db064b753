// What may stand on a command line: commands, options and words, each with its help; and reading one. The one that
// knows CLI11 is command_line.cpp.
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace ims {

// Where a value goes, which must live until the line was read. What is not given stays as it is.
using Target = std::variant<std::string*, std::vector<std::string>*, std::size_t*, bool*>;

struct OptionDetails {
    std::string value = {};   // what help calls it: "FILE"
    bool required = false;    // an error where it is not given
    int lowest = 0;           // of a number that has a highest
    int highest = 0;          // of a number; 0: there is none
    char separator = '\0';    // of a list of texts: stands between several in one word
    std::size_t at_most = 0;  // of a list of words: how many there may be, from none; 0: any number
};

// What was asked for.
struct Request {
    std::string answer;                  // the help or the version: to be printed, and nothing else is wanted
    std::optional<std::size_t> command;  // which one, in the order in which they were added
};

class CommandLine {
public:
    CommandLine(std::string name, std::string summary);

    // `names`: "-o,--output". A list of texts is an option that may be given several times, with a text each.
    void option(std::string names, Target target, std::string help, OptionDetails details = {});
    // Without a value: true where it is given.
    void flag(std::string names, bool* target, std::string help);
    // A word by its place: the next that is neither an option nor its value. A list takes all that follow.
    void positional(std::string name, Target target, std::string help, OptionDetails details = {});
    // Of the program: `--version` answers with this line.
    void version(std::string line);
    // What help ends with.
    void footer(std::string text);
    // A command, with options of its own. It lives as long as this line.
    CommandLine& command(std::string name, std::string summary);

    [[nodiscard]] std::string help() const;

    // Writes to the targets. `words`: without the name of the program. An error says what is wrong, with the nearest
    // name where there is one, and where help is. A value that is empty is wrong: mostly a variable is not set.
    [[nodiscard]] Result<Request> read(const std::vector<std::string>& words) const;

private:
    class Reader;

    struct Option {
        std::string names;
        Target target;
        std::string help;
        OptionDetails details;
        [[nodiscard]] bool takes_value() const { return !std::holds_alternative<bool*>(target); }
    };

    // Null where there is no such.
    [[nodiscard]] const CommandLine* find_command(std::string_view name) const;
    [[nodiscard]] const Option* find_option(std::string_view name) const;
    [[nodiscard]] std::optional<Error> find_empty(const std::vector<std::string>& words) const;

    std::string name_;
    std::string summary_;
    std::string version_;
    std::string footer_;
    std::vector<Option> options_;      // and flags and words, in the order of help
    std::list<CommandLine> commands_;  // a list: whoever describes one keeps a reference
};

}  // namespace ims
