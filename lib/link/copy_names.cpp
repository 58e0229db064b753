#include "link/copy_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ims {
namespace {

// In the languages of whoever may hand a folder over; `cópia` is matched as it is written.
constexpr std::array<std::string_view, 10> kWords = {"conflicted copy", "copy",  "kopie", "copie",  "copia",
                                                     "cópia",           "kopia", "kopi",  "backup", "bak"};
constexpr std::array<std::string_view, 10> kBefore = {"copy of ",  "kopie von ", "kopie van ", "copie de ",
                                                      "copia de ", "copia di ",  "cópia de ",  "kopia av ",
                                                      "copy_of_",  "kopie_von_"};
constexpr std::string_view kBlanks = " _-.";
constexpr std::array<std::string_view, 2> kDashes = {"–", "—"};

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_end(std::string_view text, std::size_t bytes) { return text.substr(0, text.size() - bytes); }

// Without the blanks, dashes and dots that part a name from what was added to it.
std::string_view without_separators(std::string_view text) {
    for (;;) {
        const std::string_view before = text;
        while (!text.empty() && kBlanks.find(text.back()) != std::string_view::npos) text = without_end(text, 1);
        for (const std::string_view dash : kDashes) {
            if (text.ends_with(dash)) text = without_end(text, dash.size());
        }
        if (text.size() == before.size()) return text;
    }
}

// "(1)", "(copy)", "(Anna's conflicted copy 2026-05-01)" at the end. `name`: in small letters.
std::string_view without_brackets(std::string_view name) {
    if (!name.ends_with(')')) return name;
    const std::size_t begin = name.rfind('(');
    if (begin == std::string_view::npos) return name;
    const std::string_view inside = name.substr(begin + 1, name.size() - begin - 2);
    const auto in_it = [&](std::string_view word) { return inside.find(word) != std::string_view::npos; };
    return is_number(inside) || std::ranges::any_of(kWords, in_it) ? without_separators(name.substr(0, begin)) : name;
}

// " - Copy", "_copy", ".bak" at the end; what it was added to is left as it is where the word is a part of one.
std::string_view without_word(std::string_view name) {
    for (const std::string_view word : kWords) {
        if (!name.ends_with(word)) continue;
        const std::string_view left = without_end(name, word.size());
        const std::string_view original = without_separators(left);
        if (original.size() < left.size()) return original;
    }
    return name;
}

// "x.sync-conflict-20260501-101500-ABCDEF", as Syncthing has it.
std::string_view without_conflict(std::string_view name) { return name.substr(0, name.find(".sync-conflict-")); }

// " 2" at the end.
std::string_view without_number(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos || !is_number(name.substr(blank + 1))) return name;
    return without_separators(name.substr(0, blank));
}

// "Copy of ", "Copy (2) of " in front: how many bytes.
std::size_t bytes_in_front(std::string_view name) {
    for (const std::string_view before : kBefore) {
        if (name.starts_with(before)) return before.size();
        const std::size_t blank = before.find(' ');
        if (blank == std::string_view::npos || !name.starts_with(before.substr(0, blank + 1))) continue;
        const std::string_view rest = name.substr(blank + 1);
        const std::size_t end = rest.find(") ");
        if (!rest.starts_with('(') || end == std::string_view::npos || !is_number(rest.substr(1, end - 1))) continue;
        if (rest.substr(end + 2).starts_with(before.substr(blank + 1)))
            return blank + 1 + end + 2 + before.size() - blank - 1;
    }
    return 0;
}

enum class Numbers : unsigned char { between_brackets, bare_too };

// What a file or a folder was called before it was copied; the same where its name says nothing of that. `name`:
// without the ending of its kind.
std::string original_name(std::string_view name, Numbers numbers) {
    std::string lower = to_lower(name);
    std::string_view left = name;
    for (;;) {
        const std::size_t front = bytes_in_front(lower);
        std::string_view rest = std::string_view(lower).substr(front);
        const std::size_t size = rest.size();
        rest = without_brackets(rest);
        if (rest.size() == size) rest = without_word(rest);
        if (rest.size() == size) rest = without_conflict(rest);
        if (rest.size() == size) {
            // "x copy 2": the number belongs to the word.
            const std::string_view unnumbered = without_number(rest);
            const std::string_view original = without_word(unnumbered);
            if (numbers == Numbers::bare_too || original.size() < unnumbered.size()) rest = original;
        }
        if (rest.empty() || rest.size() == lower.size()) return std::string(left);
        left = left.substr(front, rest.size());
        lower = to_lower(left);
    }
}

// "backup", "Kopie (2)" and nothing else.
bool is_nothing_else(std::string_view name) {
    const std::string lower = to_lower(name);
    std::string_view left = without_brackets(lower);
    if (left.empty()) left = lower;
    return std::ranges::find(kWords, without_number(left)) != kWords.end();
}

std::size_t begin_of_ending(std::string_view name) {
    for (const std::string_view ending : {".yaml", ".yml"}) {
        if (name.ends_with(ending)) return name.size() - ending.size();
    }
    return name.size();
}

// Which parts of a path are looked at.
enum class Parts : unsigned char { all, file, folders };

std::string original_path(std::string_view path, Parts parts, Numbers numbers) {
    std::string out;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        const bool file = slash == std::string_view::npos;
        path = file ? std::string_view() : path.substr(slash + 1);
        const std::size_t ending = file ? begin_of_ending(name) : name.size();
        const bool looked_at = parts == Parts::all || (parts == Parts::file) == file;
        // A folder `backup` was added whole.
        if (looked_at && !file && is_nothing_else(name)) continue;
        out += looked_at ? original_name(name.substr(0, ending), numbers) : std::string(name.substr(0, ending));
        out += name.substr(ending);
        if (!file) out += '/';
    }
    return out;
}

}  // namespace

bool is_called_copy(std::string_view path) {
    return original_path(path, Parts::all, Numbers::between_brackets) != path;
}

std::vector<std::string> originals_by_name(std::string_view path) {
    std::vector<std::string> out;
    for (const Parts parts : {Parts::all, Parts::file, Parts::folders}) {
        for (const Numbers numbers : {Numbers::between_brackets, Numbers::bare_too}) {
            std::string original = original_path(path, parts, numbers);
            if (original != path && std::ranges::find(out, original) == out.end()) out.push_back(std::move(original));
        }
    }
    return out;
}

}  // namespace ims
