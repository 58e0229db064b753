// What may stand on a command line: commands, options and words, each with its help; and reading one. The one that
// knows CLI11 is command_line.cpp. How help looks is said in help_text.h.
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

// A word that an option takes, and what it means; empty where it says that itself.
struct AllowedWord {
    std::string word;
    std::string meaning = {};
    bool operator==(const AllowedWord&) const = default;
};

struct OptionDetails {
    // What help calls the value: "FILE". Of a word by its place: how the line of its use has it, where that is not
    // `NAME`, `[NAME]` or `[NAME…]`, for example "[NAME [ID]] [PATH]".
    std::string value = {};
    bool required = false;     // an error where it is not given
    int lowest = 0;            // of a number that has a highest
    int highest = 0;           // of a number; 0: there is none
    char separator = '\0';     // of a list of texts: stands between several in one word
    std::string implied = {};  // the value where the option ends the line or another follows; empty: there is none
    std::size_t at_most = 0;   // of a list of words: how many there may be, from none; 0: any number
    std::vector<AllowedWord> words = {};  // all that it takes; empty: any text
    char ends_word = '\0';                // from here on a value is no part of the allowed word: the `=` of `json=FILE`
    std::string standard = {};            // what holds where it is not given, for help; empty: nothing does
    bool any_case = false;                // of `words`: they may be given in capitals, and come as they were given
};

class CommandLine;

// What was asked for.
struct Request {
    const CommandLine* help = nullptr;   // whose help: to be printed, and nothing else is wanted
    std::string answer;                  // the version: likewise
    std::optional<std::size_t> command;  // which one, in the order in which they were added
};

class CommandLine {
public:
    CommandLine(std::string name, std::string summary);

    // Options and flags that follow stand under this title in help.
    void group(std::string title);
    // `names`: "-o,--output". A list of texts is an option that may be given several times, with a text each.
    void option(std::string names, Target target, std::string help, OptionDetails details = {});
    // Without a value: true where it is given.
    void flag(std::string names, bool* target, std::string help);
    // A word by its place: the next that is neither an option nor its value. A list takes all that follow. Without help
    // it is left to `word` to tell of it.
    void positional(std::string name, Target target, std::string help, OptionDetails details = {});
    // For help: a word that the target of another one takes.
    void word(std::string name, std::string help, std::vector<AllowedWord> words = {});
    // What looks like an option and is none of this line is a word too.
    void take_options_as_words();
    // Of the program: `--version` answers with this line.
    void version(std::string line);
    // For help: what else is to be said. Paragraphs are wrapped; lines that begin with a blank stay as they are.
    void footer(std::string text);
    // For help: a line to try, and what it does where it does not say so itself.
    void example(std::string line, std::string what = {});
    // For help: when the command ends with this exit code.
    void exit_code(int code, std::string when);
    // A command, with options of its own. It lives as long as this line.
    CommandLine& command(std::string name, std::string summary);

    // Writes to the targets. `words`: without the name of the program. An error says what is wrong, with the nearest
    // name where there is one, and where help is. A value that is empty is wrong: mostly a variable is not set.
    [[nodiscard]] Result<Request> read(const std::vector<std::string>& words) const;

    struct Option {
        std::string names;
        Target target;
        std::string help;
        OptionDetails details;
        std::string group;
        [[nodiscard]] bool takes_value() const { return !std::holds_alternative<bool*>(target); }
        [[nodiscard]] bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
        // "-o", "--output"; of a word its name.
        [[nodiscard]] std::vector<std::string_view> all_names() const;
        // The longest: "--output".
        [[nodiscard]] std::string_view main_name() const { return all_names().back(); }
    };
    struct Word {
        std::string name;
        std::string help;
        std::vector<AllowedWord> words;
    };
    struct Example {
        std::string line;
        std::string what;
    };
    struct ExitCode {
        int code;
        std::string when;
    };
    [[nodiscard]] const std::string& name() const { return name_; }  // "check"
    [[nodiscard]] const std::string& path() const { return path_; }  // "ims check"
    [[nodiscard]] const std::string& summary() const { return summary_; }
    [[nodiscard]] const std::string& footer() const { return footer_; }
    [[nodiscard]] bool takes_options_as_words() const { return takes_options_as_words_; }
    [[nodiscard]] bool has_version() const { return !version_.empty(); }
    // And flags; in the order in which they were added.
    [[nodiscard]] const std::vector<Option>& options() const { return options_; }
    // By their places.
    [[nodiscard]] const std::vector<Option>& positionals() const { return positionals_; }
    // All that help tells of words by their places.
    [[nodiscard]] const std::vector<Word>& words() const { return words_; }
    [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }
    [[nodiscard]] const std::vector<ExitCode>& exit_codes() const { return exit_codes_; }
    [[nodiscard]] const std::list<CommandLine>& commands() const { return commands_; }
    // Null where there is no such; of an option "-o" or "--output".
    [[nodiscard]] const CommandLine* find_command(std::string_view name) const;
    [[nodiscard]] const Option* find_option(std::string_view name) const;

private:
    class Reader;

    std::string name_;
    std::string path_;
    std::string summary_;
    std::string version_;
    std::string footer_;
    std::string group_;
    bool takes_options_as_words_ = false;
    std::vector<Option> options_;
    std::vector<Option> positionals_;
    std::vector<Word> words_;
    std::vector<Example> examples_;
    std::vector<ExitCode> exit_codes_;
    std::list<CommandLine> commands_;  // a list: whoever describes one keeps a reference
};

}  // namespace ims
