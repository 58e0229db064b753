#include "cli/init/starters.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/init/standards_of.h"
#include "yaml/write.h"

namespace ims {
namespace {

constexpr Starter kStarters[] = {
#define IMS_STARTER(name, says, disciplines) {name, says, disciplines},
#include "cli/init/starters.def"
#undef IMS_STARTER
};

constexpr std::string_view kStarterSettings = "ims.yaml";
// The day on which all starters begin.
constexpr std::string_view kFirstDay = "2026-01-01";
// A word of `#if` that is no discipline.
constexpr std::string_view kForeignFiles = "foreign-files";
// Stands behind a discipline, for its standard.
constexpr std::string_view kStandards = "  # STANDARDS";

std::string as_yaml(std::string_view text, bool in_brackets) {
    return write_scalar(text, {.in_brackets = in_brackets}, {}).value();
}

std::string as_yaml_list(const std::vector<std::string>& texts) {
    std::string items;
    for (const std::string& text : texts) items += (items.empty() ? "" : ", ") + as_yaml(text, true);
    return items;
}

std::vector<std::string> split_words(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        if (const std::string_view part = trim(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> starter_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

void fill_in(std::string& line, std::string_view word, std::string_view by) {
    if (const std::size_t at = line.find(word); at != std::string::npos) line.replace(at, word.size(), by);
}

// Each date as many days later as the folder is begun after the first day.
void move_dates(std::string& line, Date today) {
    constexpr std::size_t kLength = kFirstDay.size();
    const std::int32_t later = today.days - parse_date(kFirstDay)->days;
    for (std::size_t at = 0; at + kLength <= line.size(); ++at) {
        const auto date = parse_date(std::string_view(line).substr(at, kLength));
        if (!date) continue;
        const std::string moved = to_string(Date{date->days + later});
        line.replace(at, kLength, moved);
        at += moved.size() - 1;
    }
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// Lines without those keys behind which nothing was left: `responsibilities:`.
std::vector<std::string> without_empty_keys(std::vector<std::string> lines) {
    std::vector<std::string> kept;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const std::string& line = lines[index];
        const std::string_view said = trim(std::string_view(line).substr(0, line.find('#')));
        std::size_t next = index + 1;
        while (next < lines.size() && trim(lines[next]).starts_with('#')) ++next;
        const bool has_value = next < lines.size() && !lines[next].empty() && indent_of(lines[next]) > indent_of(line);
        if (!said.ends_with(':') || said.find(' ') != std::string_view::npos || has_value) kept.push_back(line);
    }
    return kept;
}

// `quality: {lead: owner}` and its neighbours, with their standards one below the other.
void name_standards(std::vector<std::string>& lines) {
    std::size_t width = 0;
    for (std::string& line : lines) {
        if (line.ends_with(kStandards)) width = std::max(width, display_width(line) - kStandards.size());
    }
    for (std::string& line : lines) {
        if (!line.ends_with(kStandards)) continue;
        line.resize(line.size() - kStandards.size());
        const std::string_view standard = newest_standard_of(trim(line.substr(0, line.find(':'))));
        if (standard.empty()) continue;
        line.append(width - display_width(line), ' ');
        line += fmt::format("  # after a certificate? standards: [{}]", standard);
    }
}

class StarterText {
public:
    StarterText(const InitChoice& choice, std::string_view text) : choice_(choice), lines_(starter_lines(text)) {
        for (const std::string_view line : lines_) {
            if (line.starts_with("#if "))
                std::ranges::copy(split_words(line.substr(4), ' '), std::back_inserter(named_));
        }
    }

    // Empty where nothing is left but comments.
    std::string write() {
        for (const std::string_view line : lines_) {
            if (line.starts_with("#if ")) open_.push_back(is_wanted(line));
            else if (line == "#others") in_others_ = true;
            else if (line == "#end") end_block();
            else if (std::ranges::find(open_, false) == open_.end()) take(line);
        }
        if (!says_something_) return {};
        name_standards(out_);
        std::string text;
        for (const std::string& line : without_empty_keys(std::move(out_))) text += line + "\n";
        return text;
    }

private:
    [[nodiscard]] bool is_chosen(std::string_view word) const {
        if (word == kForeignFiles) return !choice_.foreign.empty();
        return std::ranges::find(choice_.disciplines, word) != choice_.disciplines.end();
    }
    [[nodiscard]] bool is_wanted(std::string_view line) const {
        return std::ranges::any_of(split_words(line.substr(4), ' '),
                                   [this](const std::string& word) { return is_chosen(word); });
    }

    void end_block() {
        if (!in_others_) return open_.pop_back();
        in_others_ = false;
        for (const std::string& discipline : choice_.disciplines) {
            if (std::ranges::find(named_, discipline) != named_.end()) continue;
            for (const std::string_view each : others_) {
                std::string line(each);
                fill_in(line, "DISCIPLINE", as_yaml(discipline, false));
                put(std::move(line));
            }
        }
        others_.clear();
    }

    void take(std::string_view line) {
        if (in_others_) others_.push_back(line);
        else put(std::string(line));
    }

    void put(std::string line) {
        move_dates(line, choice_.today);
        choose_disciplines(line);
        fill_in(line, "ORGANISATION", as_yaml(choice_.organisation, false));
        fill_in(line, "IGNORED", as_yaml_list(choice_.foreign));
        says_something_ = says_something_ || !(line.empty() || line.starts_with('#'));
        out_.push_back(std::move(line));
    }

    // `disciplines: [quality, privacy]` keeps those that were chosen.
    void choose_disciplines(std::string& line) const {
        constexpr std::string_view kKey = "disciplines: [";
        const std::size_t key = line.find(kKey);
        if (key == std::string::npos) return;
        const std::size_t begin = key + kKey.size();
        const std::size_t end = line.find(']', begin);
        std::vector<std::string> kept = split_words(std::string_view(line).substr(begin, end - begin), ',');
        if (kept == std::vector<std::string>{"DISCIPLINES"}) kept = choice_.disciplines;
        std::erase_if(kept, [this](const std::string& word) { return !is_chosen(word); });
        line.replace(begin, end - begin, as_yaml_list(kept));
    }

    const InitChoice& choice_;
    std::vector<std::string_view> lines_;
    std::vector<std::string> named_;  // disciplines for which the file has lines of their own
    std::vector<bool> open_;          // the blocks that a line stands in, and whether they are wanted
    bool in_others_ = false;
    std::vector<std::string_view> others_;
    bool says_something_ = false;
    std::vector<std::string> out_;
};

}  // namespace

std::span<const Starter> starters() { return kStarters; }

std::vector<std::string> disciplines_of(const Starter& starter) {
    std::vector<std::string> disciplines;
    for (const StarterFile& file : starter_files()) {
        if (file.starter != starter.name || file.path == kStarterSettings) continue;
        for (const std::string_view line : starter_lines(file.text)) {
            if (line.starts_with("#if "))
                std::ranges::move(split_words(line.substr(4), ' '), std::back_inserter(disciplines));
        }
    }
    std::ranges::sort(disciplines);
    disciplines.erase(std::unique(disciplines.begin(), disciplines.end()), disciplines.end());
    return disciplines;
}

std::string record_of(const TextFile& file) {
    if (file.path == kStarterSettings) return {};
    for (const std::string_view line : starter_lines(file.text)) {
        if (const std::size_t colon = line.find(": "); !line.starts_with('#') && colon != std::string_view::npos)
            return fmt::format("{}/{}", line.substr(0, colon), line.substr(colon + 2));
    }
    return {};
}

std::vector<TextFile> write_starter(const InitChoice& choice) {
    std::vector<TextFile> files;
    for (const StarterFile& file : starter_files()) {
        if (file.starter != choice.starter->name) continue;
        std::string text = StarterText(choice, file.text).write();
        if (!text.empty()) files.push_back({std::string(file.path), std::move(text)});
    }
    std::ranges::stable_partition(files, [](const TextFile& file) { return file.path == kStarterSettings; });
    return files;
}

}  // namespace ims
