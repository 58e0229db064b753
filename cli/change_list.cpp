#include "cli/change_list.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/line_words.h"
#include "base/text.h"

namespace ims {
namespace {

constexpr std::string_view kAboutChange =
    "# A change of several files that was interrupted. `ims doctor --finish` finishes it, and so does whatever "
    "command\n"
    "# writes next; please leave this file to them.\n";
constexpr std::string_view kNothing = "-";
constexpr std::string_view kTemporaryBegins = ".ims-";
constexpr std::string_view kTemporaryEnds = ".tmp";

std::string word_or_nothing(const std::string& text) { return text.empty() ? std::string(kNothing) : text; }
std::string text_or_nothing(std::string_view word) { return word == kNothing ? std::string() : std::string(word); }

}  // namespace

std::string write_change_list(const ChangeList& list) {
    std::string text(kAboutChange);
    for (const ListedFile& file : list.files) {
        text += fmt::format("file {} {} {} {}\n", word_or_nothing(file.new_hash), word_or_nothing(file.old_hash),
                            word_or_nothing(file.temporary), encode_word(file.path));
    }
    for (const std::string& path : list.spare) text += fmt::format("spare {}\n", encode_word(path));
    for (const std::string& path : list.folders) text += fmt::format("folder {}\n", encode_word(path));
    return text;
}

Result<ChangeList> read_change_list(std::string_view text, const std::string& path) {
    ChangeList list;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const std::vector<std::string_view> words = words_of_line(line);
        if (words.size() == 5 && words[0] == "file") {
            list.files.push_back({decode_word(words[4]), text_or_nothing(words[3]), text_or_nothing(words[1]),
                                  text_or_nothing(words[2])});
        } else if (words.size() == 2 && words[0] == "spare") {
            list.spare.push_back(decode_word(words[1]));
        } else if (words.size() == 2 && words[0] == "folder") {
            list.folders.push_back(decode_word(words[1]));
        } else {
            return Error{visible(path),
                         "this is to list a change that was interrupted, and cannot be read\n     see which files have "
                         "changed (git status), then delete it"};
        }
    }
    return list;
}

std::string temporary_name(long process, std::size_t number) {
    return fmt::format("{}{}-{}{}", kTemporaryBegins, process, number, kTemporaryEnds);
}

bool is_temporary_name(std::string_view name) {
    if (!name.starts_with(kTemporaryBegins) || !name.ends_with(kTemporaryEnds)) return false;
    if (name.size() < kTemporaryBegins.size() + kTemporaryEnds.size()) return false;
    name.remove_prefix(kTemporaryBegins.size());
    name.remove_suffix(kTemporaryEnds.size());
    return !name.empty() && name.find_first_not_of("0123456789-") == std::string_view::npos;
}

bool may_be_listed(std::string_view path) {
    constexpr std::array<std::string_view, 6> kOthers = {"", ".", "..", ".git", ".hg", ".svn"};
    while (true) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (std::ranges::find(kOthers, to_lower(path.substr(0, slash))) != kOthers.end()) return false;
        if (slash == path.size()) return true;
        path.remove_prefix(slash + 1);
    }
}

}  // namespace ims
