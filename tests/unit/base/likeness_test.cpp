#include "base/likeness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace ims;

TEST_CASE("titles that say the same in nearly the same words may say the same") {
    CHECK(may_say_the_same("Fire in the shop", "Fire in shop"));
    CHECK(may_say_the_same("Fire in the shop!", "fire in the SHOP"));
    CHECK(may_say_the_same("Suppliers are late", "Supplier is late") == false);  // two words differ, one of them wholly
    CHECK(may_say_the_same("Late suppliers", "Late supplier"));
    CHECK(may_say_the_same("Closing checklist", "Closing cheklist"));
    CHECK(may_say_the_same("E-mail is read by others", "Email is read by others"));
    CHECK(may_say_the_same("Größe der Vase", "Größen der Vasen"));
    CHECK(may_say_the_same("Late delivery of the goods", "Late deliveries of goods"));
    CHECK(may_say_the_same("Who is late or absent", "Who late absent"));
}

TEST_CASE("dashes, quotation marks and points beyond ASCII are no words") {
    CHECK(may_say_the_same("Server – backup", "Server backup"));
    CHECK(may_say_the_same("„Server“ · «backup» …", "Server backup"));
    CHECK(title_words("Größe – „A“\xc2\xa0…") == std::vector<std::string>{"größe", "a"});
    CHECK(title_words("– …").empty());
    CHECK(title_words("花 ½\xff") == std::vector<std::string>{"花", "½\xff"});
}

TEST_CASE("a number, a single letter or one telling word makes another title") {
    CHECK_FALSE(may_say_the_same("Server A fails", "Server B fails"));
    CHECK_FALSE(may_say_the_same("Server A", "Server"));
    CHECK_FALSE(may_say_the_same("Price list 2025", "Price list 2026"));
    CHECK_FALSE(may_say_the_same("Site1", "Site 1"));
    CHECK_FALSE(may_say_the_same("Server 1 1", "Server 11"));
    CHECK_FALSE(may_say_the_same("Goods to the shop", "Goods from the shop"));
    CHECK_FALSE(may_say_the_same("Wrong type in the list", "Wrong UID in the list"));
    CHECK_FALSE(may_say_the_same("Internal audit of the shop", "External audit of the shop"));
    CHECK_FALSE(may_say_the_same("Import of flowers", "Export of flowers"));
    CHECK_FALSE(may_say_the_same("Key of the van", "Key of the cold store"));
    CHECK_FALSE(may_say_the_same("", "Van"));
    CHECK_FALSE(may_say_the_same("!", "?!."));
}

TEST_CASE("a title is held against few of many") {
    TitleIndex index;
    for (int number = 0; number < 500; ++number) index.add("Log of server " + std::to_string(number));
    CHECK(index.candidates("Logs of server 7").empty());
    CHECK(index.candidates("Log of servers 7") == std::vector<std::size_t>{7});
    CHECK(index.candidates("").empty());
}

TEST_CASE("likeness is the same from either side, and no title with another number is like one") {
    const std::vector<std::string> titles = {
        "Fire in the shop", "Fire in shop",    "Fires in shops", "Server A", "Server B", "Server", "A",      "",
        "Till 1",           "Till 2",          "Till",           "the",      "Größe",    "Grösse", "e-mail", "email",
        "Late delivery",    "Late deliveries", "Server – A"};
    TitleIndex index;
    for (const std::string& title : titles) index.add(title);
    for (const std::string& a : titles) {
        CHECK((a.empty() || may_say_the_same(a, a)));
        const std::vector<std::size_t> candidates = index.candidates(a);
        CHECK(std::ranges::is_sorted(candidates));
        for (std::size_t number = 0; number < titles.size(); ++number) {
            const std::string& b = titles[number];
            CAPTURE(a);
            CAPTURE(b);
            CHECK((!may_say_the_same(a, b) || std::ranges::find(candidates, number) != candidates.end()));
            CHECK(may_say_the_same(a, b) == may_say_the_same(b, a));
            CHECK_FALSE(may_say_the_same(a + " 1", b + " 2"));
            CHECK_FALSE(may_say_the_same(a + " x", b + " y"));
        }
    }
}

TEST_CASE("names that differ in their numbers alone") {
    CHECK(differ_in_digits_alone("night-1", "night-22"));
    CHECK(differ_in_digits_alone("doc-1", "doc-"));
    CHECK_FALSE(differ_in_digits_alone("night-1", "night-1"));
    CHECK_FALSE(differ_in_digits_alone("night-1", "nihgt-1"));
}
