// What holds of a folder that is mended as a whole, round by round, as `check --fix` does: it ends, a second time does
// nothing, and whatever was not to change is as it was: comments, quotes, line ends, marks at the beginning. Of the
// examples, and of a thousand folders with slips of the pen. What is written as a patch, git takes.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "edit/mending_rounds.h"
#include "edit/mutated_folder.h"
#include "judge/example_folders.h"
#include "no_git_settings.h"
#include "output/unified_diff.h"
#include "scratch.h"
#include "source/program.h"

using namespace ims;
using test::analysis_of;
using test::Texts;

namespace {

bool is_long_run() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

// One round; whether it did anything.
bool mend_once(Texts& files, MendingRounds& rounds) {
    const auto analysis = analysis_of(files);
    if (analysis == nullptr) return false;  // an ims.yaml that nobody can read
    std::vector<const Finding*> findings;
    for (const Finding& each : analysis->findings) {
        if (each.fix) findings.push_back(&each);
    }
    const Mending mending = rounds.next(*analysis, findings);
    for (const RefusedFix& each : mending.refused) CHECK(!each.why.message().empty());
    for (const ChangedFile& each : mending.files) {
        std::string& bytes = files.at(analysis->sources[each.file].path);
        CHECK(bytes != each.bytes);
        bytes = each.bytes;
    }
    CHECK(mending.files.empty() == mending.mended.empty());
    return !mending.files.empty();
}

// How many rounds did something, by the loop that `check --fix` has.
std::size_t mend_all(Texts& files, bool unsafe) {
    MendingRounds mending(unsafe);
    std::size_t rounds = 0;
    while (mend_once(files, mending)) ++rounds;
    return rounds;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

// Comments on lines of their own, in their order.
std::vector<std::string_view> comments_of(std::string_view text) {
    std::vector<std::string_view> comments;
    for (const std::string_view line : lines_of(text)) {
        const std::size_t at = line.find_first_not_of(" \t");
        if (at != std::string_view::npos && line[at] == '#') comments.push_back(line.substr(at));
    }
    return comments;
}

std::size_t line_ends_with_r(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(lines_of(text), [](std::string_view line) { return line.ends_with("\r\n"); }));
}

void check_layout(const std::string& was, const std::string& is, const std::string& of) {
    CHECK_MESSAGE(was.starts_with("\xef\xbb\xbf") == is.starts_with("\xef\xbb\xbf"), of);
    CHECK_MESSAGE(was.ends_with('\n') == is.ends_with('\n'), of);
    const std::size_t with_r = line_ends_with_r(was);
    if (with_r == 0) CHECK_MESSAGE(is.find('\r') == std::string::npos, of);
    const auto full_lines = static_cast<std::size_t>(std::ranges::count(was, '\n'));
    if (with_r == full_lines && with_r > 0)
        CHECK_MESSAGE(line_ends_with_r(is) == static_cast<std::size_t>(std::ranges::count(is, '\n')), of);
    CHECK_MESSAGE(comments_of(was) == comments_of(is), of);
    // Of the lines that were there most stay.
    const auto before = lines_of(was);
    std::multiset<std::string_view> left(before.begin(), before.end());
    std::size_t kept = 0;
    for (const std::string_view line : lines_of(is)) {
        const auto found = left.find(line);
        if (found == left.end()) continue;
        left.erase(found);
        ++kept;
    }
    CHECK_MESSAGE(kept * 2 >= before.size(), of);
}

void check_folder(const Texts& files, const std::string& of) {
    for (const bool unsafe : {false, true}) {
        Texts mended = files;
        const std::size_t rounds = mend_all(mended, unsafe);
        CHECK_MESSAGE(rounds < 15, of, ": ", rounds, " rounds");
        for (const auto& [path, bytes] : mended) {
            if (bytes != files.at(path)) check_layout(files.at(path), bytes, of + ": " + path);
        }
        Texts again = mended;
        CHECK_MESSAGE(mend_all(again, unsafe) == 0, of);
        CHECK_MESSAGE(again == mended, of);
    }
}

bool git(const Scratch& scratch, std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", scratch.path.string()});
    auto program = Program::start(words, std::vector<std::string_view>{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"});
    return program && program->finish().has_value();
}

}  // namespace

TEST_CASE("the examples are mended, and a second time nothing happens") {
    for (const char* name : {"corner-shop", "corner-shop-siloed", "medium-manufacturer", "minimal"})
        check_folder(test::example(name), name);
}

TEST_CASE("so are folders with slips of the pen") {
    const Texts sound = test::folder_to_mutate();
    const Texts small = test::example("minimal");
    for (std::uint32_t seed = 0; seed < 1000; seed += is_long_run() ? 1 : 7)
        check_folder(test::mutated(seed % 2 == 0 ? sound : small, seed), "folder " + std::to_string(seed));
}

TEST_CASE("git takes what is written as a patch, and makes the same bytes of it") {
    use_no_git_settings();
    const Scratch scratch;
    if (!git(scratch, {"init", "-q"})) return;  // no git here
    const Texts sound = test::folder_to_mutate();
    std::string patch;
    std::map<std::string, std::string> wanted;
    for (std::uint32_t seed = 0; seed < 1000; seed += is_long_run() ? 1 : 25) {
        const Texts files = test::mutated(sound, seed);
        Texts mended = files;
        mend_all(mended, true);
        for (const auto& [path, bytes] : mended) {
            if (!path.ends_with(".yaml")) continue;
            const std::string name = "folder " + std::to_string(seed) + "/" + path;
            scratch.put(name, files.at(path));
            patch += unified_diff(name, files.at(path), bytes);
            wanted[name] = bytes;
        }
    }
    REQUIRE(!patch.empty());
    scratch.put("all.patch", patch);
    REQUIRE(git(scratch, {"apply", "--whitespace=nowarn", "all.patch"}));
    for (const auto& [name, bytes] : wanted) CHECK_MESSAGE(scratch.text(name) == bytes, name);
}
