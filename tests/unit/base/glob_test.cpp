#include "base/glob.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using ims::glob_matches;
using ims::GlobSet;

TEST_CASE("a star stays within a folder, two cross folders") {
    CHECK(glob_matches("drafts/*.yaml", "drafts/a.yaml"));
    CHECK_FALSE(glob_matches("drafts/*.yaml", "drafts/more/a.yaml"));
    CHECK(glob_matches("drafts/**", "drafts/a.yaml"));
    CHECK(glob_matches("drafts/**", "drafts/more/a.yaml"));
    CHECK_FALSE(glob_matches("drafts/**", "other/drafts/a.yaml"));
    CHECK_FALSE(glob_matches("drafts/**", "drafts"));
    CHECK(glob_matches("a/**/b.yaml", "a/b.yaml"));
    CHECK(glob_matches("a/**/b.yaml", "a/x/b.yaml"));
    CHECK(glob_matches("a/**/b.yaml", "a/x/y/b.yaml"));
    CHECK_FALSE(glob_matches("a/**/b.yaml", "a/xb.yaml"));
    CHECK(glob_matches("**/b.yaml", "b.yaml"));
    CHECK(glob_matches("**/b.yaml", "a/b.yaml"));
    CHECK_FALSE(glob_matches("**/b.yaml", "a/cb.yaml"));
    CHECK(glob_matches("a**z", "a/b/z"));
    CHECK(glob_matches("**", "a/b/z"));
    CHECK_FALSE(glob_matches("a/*/c", "a//b/c"));
}

TEST_CASE("a question mark is one character, in any script") {
    CHECK(glob_matches("risk-?.yaml", "risk-1.yaml"));
    CHECK(glob_matches("risk-?.yaml", "risk-é.yaml"));
    CHECK_FALSE(glob_matches("risk-?.yaml", "risk-10.yaml"));
    CHECK_FALSE(glob_matches("a/?", "a//"));
    CHECK_FALSE(glob_matches("a?b/c", "a/b/c"));
}

TEST_CASE("a pattern without a slash matches at any depth, one with a slash from the top") {
    CHECK(glob_matches("*.draft.yaml", "a.draft.yaml"));
    CHECK(glob_matches("*.draft.yaml", "a/b/c.draft.yaml"));
    CHECK(glob_matches("drafts", "a/drafts"));
    CHECK_FALSE(glob_matches("drafts", "a/my-drafts"));
    CHECK_FALSE(glob_matches("drafts", "drafts/a.yaml"));
    CHECK_FALSE(glob_matches("a/b.yaml", "x/a/b.yaml"));
    CHECK(glob_matches("/b.yaml", "b.yaml"));
    CHECK_FALSE(glob_matches("/b.yaml", "a/b.yaml"));
    CHECK(glob_matches("./a/b.yaml", "a/b.yaml"));
}

TEST_CASE("a pattern that ends in a slash matches a folder and all below it") {
    for (const char* pattern : {"drafts/", "/drafts/"}) {
        CAPTURE(pattern);
        CHECK(glob_matches(pattern, "drafts"));
        CHECK(glob_matches(pattern, "drafts/"));
        CHECK(glob_matches(pattern, "drafts/a.yaml"));
        CHECK(glob_matches(pattern, "drafts/b/a.yaml"));
        CHECK_FALSE(glob_matches(pattern, "drafts.yaml"));
        CHECK_FALSE(glob_matches(pattern, "my-drafts/a.yaml"));
    }
    CHECK(glob_matches("drafts/", "a/drafts/b.yaml"));
    CHECK_FALSE(glob_matches("/drafts/", "a/drafts/b.yaml"));
    CHECK(glob_matches("a/*/", "a/b/c.yaml"));
    CHECK_FALSE(glob_matches("a/*/", "a"));
}

TEST_CASE("other characters stand for themselves") {
    CHECK(glob_matches("a[b].yaml", "a[b].yaml"));
    CHECK_FALSE(glob_matches("a[b].yaml", "ab.yaml"));
    CHECK_FALSE(glob_matches("a.yaml", "axyaml"));
    CHECK_FALSE(glob_matches("A.yaml", "a.yaml"));
    CHECK(glob_matches("\xff.yaml", "\xff.yaml"));
    CHECK_FALSE(glob_matches("\xff.yaml", "\xfe.yaml"));
    CHECK_FALSE(glob_matches("", "a"));
    CHECK_FALSE(glob_matches("*", ""));
}

TEST_CASE("no pattern makes it slow") {
    std::string pattern;
    for (int index = 0; index < 200; ++index) pattern += "*a";
    CHECK_FALSE(glob_matches(pattern + "b", std::string(2000, 'a')));
    pattern.clear();
    for (int index = 0; index < 200; ++index) pattern += "**/a";
    CHECK_FALSE(glob_matches(pattern, std::string(2000, 'a')));
}

namespace {

// A `/` that ends a pattern, which no `**` in front of it goes with.
constexpr char kEnd = '\1';

// As the manual says it, by trying all ways; `begins`: a name begins here.
bool tried(std::string_view pattern, std::string_view path, bool begins) {
    if (pattern.empty()) return path.empty();
    if (begins && pattern.starts_with("**/")) {
        if (tried(pattern.substr(3), path, true)) return true;
        const std::size_t slash = path.find('/');
        return slash != std::string_view::npos && tried(pattern, path.substr(slash + 1), true);
    }
    if (pattern[0] == '*') {
        const std::size_t end = std::min(pattern.find_first_not_of('*'), pattern.size());
        for (std::size_t taken = 0;; ++taken) {
            if (tried(pattern.substr(end), path.substr(taken), false)) return true;
            if (taken == path.size() || (end == 1 && path[taken] == '/')) return false;
        }
    }
    const char wanted = pattern[0] == kEnd ? '/' : pattern[0];
    if (path.empty() || (wanted == '?' ? path[0] == '/' : path[0] != wanted)) return false;
    return tried(pattern.substr(1), path.substr(1), pattern[0] == '/');
}

bool tried_whole(std::string pattern, const std::string& path) {
    if (pattern.empty()) return false;
    const bool folder = pattern.ends_with('/') && pattern != "/";
    const bool deep = pattern.find('/') == std::string::npos || pattern.find('/') == pattern.size() - 1;
    if (pattern.starts_with('/')) pattern.erase(0, 1);
    else if (deep) pattern.insert(0, "**/");
    if (!folder) return tried(pattern, path, true);
    pattern.back() = kEnd;
    pattern += "**";
    return tried(pattern, path, true) || (!path.ends_with('/') && tried(pattern, path + "/", true));
}

}  // namespace

TEST_CASE("a set of patterns matches what one of them does") {
    std::mt19937 random(7);
    const auto text = [&](std::string_view letters, std::size_t longest) {
        std::string out(1 + random() % longest, ' ');
        for (char& c : out) c = letters[random() % letters.size()];
        return out;
    };
    for (int round = 0; round < 400; ++round) {
        std::vector<std::string> patterns;
        for (std::size_t count = random() % 5; count > 0; --count) patterns.push_back(text("aab//**?", 8));
        GlobSet set(patterns);
        for (int asked = 0; asked < 40; ++asked) {
            const std::string path = text("aabb/", 9);
            bool any = false;
            for (const std::string& pattern : patterns) {
                CAPTURE(pattern);
                CAPTURE(path);
                REQUIRE(glob_matches(pattern, path) == tried_whole(pattern, path));
                any = any || tried_whole(pattern, path);
            }
            CAPTURE(path);
            REQUIRE(set.matches(path) == any);
        }
    }
}

TEST_CASE("thousands of patterns do not make thousands of files slow") {
    std::vector<std::string> patterns;
    for (int index = 0; index < 20'000; ++index) {
        patterns.push_back("drafts/draft-" + std::to_string(index) + "/");
        patterns.push_back("old-" + std::to_string(index) + "-*.yaml");
        patterns.push_back("*.draft-" + std::to_string(index) + ".yaml");
    }
    GlobSet set(patterns);
    for (int index = 0; index < 20'000; ++index) {
        const std::string number = std::to_string(index);
        REQUIRE(set.matches("drafts/draft-" + number + "/a.yaml"));
        REQUIRE(set.matches("a/old-" + number + "-a.yaml"));
        REQUIRE(set.matches("a/b.draft-" + number + ".yaml"));
        REQUIRE_FALSE(set.matches("records/draft-" + number + "/a.yaml"));
    }
}
