#include "base/glob.h"

#include <doctest/doctest.h>

#include <string>

using ims::glob_matches;

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
