#include "cli/help_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {
namespace {

// What stands in two columns: "--today DAY", and what that is.
struct HelpRow {
    std::string label;
    std::string text;
    std::vector<AllowedWord> words;  // each below the text, with what it means
    bool operator==(const HelpRow&) const = default;
};

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestLabel = 26;  // a wider one gets a line of its own
constexpr std::size_t kLeastText = 24;    // in fewer columns no sentence reads well

// "a, b or c"
std::string either(const std::vector<AllowedWord>& words) {
    std::string text;
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (place > 0) text += place + 1 == words.size() ? " or " : ", ";
        text += words[place].word;
    }
    return text;
}

bool have_meanings(const std::vector<AllowedWord>& words) {
    return std::ranges::any_of(words, [](const AllowedWord& each) { return !each.meaning.empty(); });
}

HelpRow row_of(std::string label, std::string text, const std::vector<AllowedWord>& words,
               const std::string& standard = {}) {
    const bool listed = have_meanings(words);
    if (!words.empty() && !listed) text += ": " + either(words);
    if (!standard.empty()) text += "; default: " + standard;
    return {std::move(label), std::move(text), listed ? words : std::vector<AllowedWord>()};
}

std::string label_of(const CommandLine::Option& option) {
    std::string label;
    for (const std::string_view name : option.all_names()) label += (label.empty() ? "" : ", ") + std::string(name);
    if (option.takes_value()) label += " " + (option.details.value.empty() ? "TEXT" : option.details.value);
    return label;
}

HelpRow row_of(const CommandLine::Option& option) {
    return row_of(label_of(option), option.help, option.details.words, option.details.standard);
}

// A page while it is written.
class HelpPage {
public:
    explicit HelpPage(std::size_t columns) : columns_(columns) {}

    [[nodiscard]] std::size_t columns() const { return columns_; }
    void line(std::string_view text) { text_ += fmt::format("{}\n", text); }
    void blank() { text_ += '\n'; }
    void title(std::string_view words) {
        blank();
        line(fmt::format("{}:", words));
    }

    // Wrapped, each line behind so many blanks.
    void paragraph(std::string_view text, std::size_t indent = 0) {
        for (const std::string& each : wrap_words(text, columns_ - indent))
            line(fmt::format("{:{}}{}", "", indent, each));
    }

    // As it was written: lines that begin with a blank stay, others are wrapped.
    void free_text(std::string_view text) {
        for (const std::string_view each : lines_of(text)) {
            if (each.empty() || each.front() == ' ') line(each);
            else paragraph(each);
        }
    }

    // The texts begin in the column that the widest label leaves to them, `label`.
    void rows(const std::vector<HelpRow>& all, std::size_t label) {
        const std::size_t column = kIndent + label + kGap;
        for (const HelpRow& row : all) {
            beside(row.label, kIndent, row.text, column);
            std::size_t widest = 0;
            for (const AllowedWord& each : row.words) widest = std::max(widest, display_width(each.word));
            // On a narrow screen they begin further to the left.
            const bool fits = column + widest + kGap + kLeastText <= columns_;
            const std::size_t indent = fits ? column : 3 * kIndent;
            for (const AllowedWord& each : row.words) beside(each.word, indent, each.meaning, indent + widest + kGap);
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    static std::vector<std::string_view> lines_of(std::string_view text) {
        std::vector<std::string_view> lines;
        while (true) {
            const std::size_t end = text.find('\n');
            lines.push_back(text.substr(0, end));
            if (end == std::string_view::npos) return lines;
            text.remove_prefix(end + 1);
        }
    }

    // `label` from column `indent`, and `text` beside it from column `column`, or below where the label is too wide.
    void beside(std::string_view label, std::size_t indent, std::string_view text, std::size_t column) {
        std::string first = fmt::format("{:{}}{}", "", indent, label);
        if (text.empty()) return line(first);
        if (display_width(first) + kGap > column) {
            line(first);
            first.clear();
        }
        for (const std::string_view part : lines_of(text)) {
            for (const std::string& each : wrap_words(part, columns_ - column)) {
                line(fmt::format("{}{:{}}{}", first, "", column - display_width(first), each));
                first.clear();
            }
        }
    }

    std::size_t columns_;
    std::string text_;
};

// Of all labels but those that are too wide.
std::size_t widest_label(const std::vector<HelpRow>& rows) {
    std::size_t widest = 0;
    for (const HelpRow& row : rows) {
        const std::size_t width = display_width(row.label);
        if (width <= kWidestLabel) widest = std::max(widest, width);
    }
    return widest;
}

struct HelpGroup {
    std::string title;
    std::vector<HelpRow> rows;
};

std::vector<HelpGroup> groups_of(const CommandLine& line) {
    std::vector<HelpGroup> groups;
    for (const CommandLine::Option& option : line.options()) {
        const std::string title = option.group.empty() ? "Options" : option.group;
        auto group = std::ranges::find(groups, title, &HelpGroup::title);
        if (group == groups.end()) group = groups.insert(groups.end(), HelpGroup{title, {}});
        group->rows.push_back(row_of(option));
    }
    if (groups.empty()) groups.push_back({"Options", {}});
    if (line.has_version())
        groups.back().rows.push_back({"--version", "Say which version this is, and nothing else", {}});
    groups.back().rows.push_back({"-h, --help", "Say this, and nothing else", {}});
    return groups;
}

std::vector<HelpRow> words_of(const CommandLine& line) {
    std::vector<HelpRow> rows;
    for (const CommandLine::Word& word : line.words()) rows.push_back(row_of(word.name, word.help, word.words));
    for (const CommandLine& command : line.commands()) rows.push_back({command.name(), command.summary(), {}});
    return rows;
}

// What each does stands beside it where all of that fits, or else below it.
void add_examples(const CommandLine& line, HelpPage& page) {
    const std::vector<CommandLine::Example>& examples = line.examples();
    if (examples.empty()) return;
    page.title(examples.size() == 1 ? "Example" : "Examples");
    std::vector<HelpRow> rows;
    std::size_t widest = 0;
    std::size_t widest_text = 0;
    for (const CommandLine::Example& each : examples) {
        rows.push_back({each.line, each.what, {}});
        if (!each.what.empty()) widest = std::max(widest, display_width(each.line));
        widest_text = std::max(widest_text, display_width(each.what));
    }
    const bool fits = kIndent + widest + kGap + widest_text <= page.columns();
    page.rows(rows, fits ? widest : kIndent);
}

void add_exit_codes(const CommandLine& line, HelpPage& page) {
    std::vector<HelpRow> rows;
    for (const CommandLine::ExitCode& each : line.exit_codes())
        rows.push_back({std::to_string(each.code), each.when, {}});
    if (rows.empty()) return;
    page.title("Exit codes");
    page.rows(rows, widest_label(rows));
}

std::string usage_of_word(const CommandLine::Option& positional) {
    if (!positional.details.value.empty()) return positional.details.value;
    const std::string name = fmt::format("{}{}", positional.names, positional.is_list() ? "…" : "");
    return positional.details.required ? name : fmt::format("[{}]", name);
}

// One meaning of an option, and the commands that have it so.
struct MeaningOfOption {
    HelpRow row;
    std::vector<std::string> commands;
};

std::vector<MeaningOfOption> meanings_of(const CommandLine& program, std::string_view name) {
    std::vector<MeaningOfOption> meanings;
    for (const CommandLine& command : program.commands()) {
        const CommandLine::Option* const option = command.find_option(name);
        if (option == nullptr) continue;
        HelpRow row = row_of(*option);
        auto same = std::ranges::find(meanings, row, &MeaningOfOption::row);
        if (same == meanings.end()) same = meanings.insert(meanings.end(), {std::move(row), {}});
        same->commands.push_back(command.path());
    }
    return meanings;
}

}  // namespace

std::size_t help_columns(std::size_t of_screen) {
    constexpr std::size_t kUnknown = 100;
    constexpr std::size_t kLeast = 60;
    constexpr std::size_t kMost = 120;  // longer lines are hard to read
    return of_screen == 0 ? kUnknown : std::clamp(of_screen, kLeast, kMost);
}

std::string usage_of(const CommandLine& line) {
    std::string usage = line.path();
    if (!line.commands().empty()) usage += " COMMAND";
    for (const CommandLine::Option& each : line.positionals()) usage += " " + usage_of_word(each);
    for (const CommandLine::Option& each : line.options()) {
        if (each.details.required) usage += fmt::format(" {}", label_of(each));
    }
    return usage + " [options]";
}

std::string help_text(const CommandLine& line, std::size_t columns) {
    HelpPage page(help_columns(columns));
    page.paragraph(line.summary());
    page.blank();
    page.line(fmt::format("Usage: {}", usage_of(line)));
    const std::vector<HelpRow> words = words_of(line);
    const std::vector<HelpGroup> groups = groups_of(line);
    std::size_t label = widest_label(words);
    for (const HelpGroup& group : groups) label = std::max(label, widest_label(group.rows));
    if (!words.empty()) page.title(line.commands().empty() ? "Words" : "Commands");
    page.rows(words, label);
    for (const HelpGroup& group : groups) {
        page.title(group.title);
        page.rows(group.rows, label);
    }
    if (!line.footer().empty()) {
        page.blank();
        page.free_text(line.footer());
    }
    add_examples(line, page);
    add_exit_codes(line, page);
    return page.take();
}

std::string help_of_option(const CommandLine& program, std::string_view name, std::size_t columns) {
    HelpPage page(help_columns(columns));
    bool first = true;
    for (const MeaningOfOption& meaning : meanings_of(program, name)) {
        if (!std::exchange(first, false)) page.blank();
        page.paragraph(
            fmt::format("An option of {}:", join_names(meaning.commands, Ticks::yes, meaning.commands.size())));
        page.rows({meaning.row}, widest_label({meaning.row}));
    }
    return page.take();
}

}  // namespace ims
