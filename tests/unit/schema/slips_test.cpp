// What is known of slips in single values and keys, by type: what may be written instead, and how sure that is.
#include "schema/slips.h"

#include <doctest/doctest.h>

#include <string>

#include "said.h"
#include "schema/fields.h"
#include "schema/scalar_value.h"
#include "schema/standard_names.h"

using namespace ims;

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary words = [] {
        Vocabulary out;
        out.disciplines = {"quality", "environment", "health-and-safety"};
        out.scales[static_cast<std::size_t>(Scale::likelihood)] = {"rare", "possible", "almost certain"};
        out.risk_levels = {"low", "very high"};
        return out;
    }();
    return words;
}

const Shape& shape_of(KindId kind, std::string_view path) {
    const Schema& schema = Schema::built_in();
    return *schema.spec(kind, *schema.find_path(path))->shape;
}

// "99.5!" is certain, "16" likely, "1200 or 1.2" open; in brackets a list, "one of a, b" where one is due.
std::string told(const Slip& slip) {
    std::string out;
    for (const std::string& text : slip.texts)
        out += (out.empty() ? "" : slip.is_list || slip.one_is_due ? ", " : " or ") + text;
    if (slip.is_list) out = "[" + out + "]";
    if (slip.one_is_due) out = "one of " + out;
    if (slip.certainty == Certainty::certain) out += "!";
    if (slip.certainty == Certainty::open && slip.texts.size() == 1) out += "?";
    return out;
}

// `expected`: what is written instead, and behind a colon why the text is not read, where that is said.
void check_shape(const Shape& shape, bool list_may_stand, std::string_view text, const std::string& expected) {
    CAPTURE(text);
    const ReadRules rules{Schema::built_in(), vocabulary()};
    REQUIRE_FALSE(scalar_value(shape, text, rules).has_value());
    Arena arena;
    const auto slip =
        find_slip({shape, text, rules, list_may_stand, Schema::built_in()[kinds::objective].fields}, arena);
    if (!slip) {
        CHECK(expected == "none");
        return;
    }
    const std::string why = slip->why.empty() ? "" : ": " + test::to_editors(slip->why);
    CHECK(told(*slip) + why == expected);
    for (const std::string& each : slip->texts) CHECK_MESSAGE(scalar_value(shape, each, rules).has_value(), each);
}

void check(KindId kind, std::string_view path, std::string_view text, const std::string& expected) {
    check_shape(shape_of(kind, path), false, text, expected);
}

void check_item(KindId kind, std::string_view path, std::string_view text, const std::string& expected) {
    check_shape(*shape_of(kind, path).item, true, text, expected);
}

void check_number(std::string_view text, const std::string& expected) {
    check(kinds::objective, "target", text, expected);
}
void check_duration(std::string_view text, const std::string& expected) {
    check(kinds::process, "review.every", text, expected);
}
void check_date(std::string_view text, const std::string& expected) {
    check(kinds::process, "review.last", text, expected);
}
void check_time(std::string_view text, const std::string& expected) { check(kinds::incident, "date", text, expected); }

void check_key(KindId kind, std::string_view key, const std::string& expected) {
    CAPTURE(key);
    Arena arena;
    const auto slip = find_key_slip(key, Schema::built_in()[kind].fields, arena);
    if (!slip) {
        CHECK(expected == "none");
        return;
    }
    const std::string why = slip->why.empty() ? "" : ": " + test::to_editors(slip->why);
    CHECK(std::string(slip->field->name) + why == expected);
}

}  // namespace

TEST_CASE("numbers as they are written elsewhere") {
    check_number("99,5", "99.5!: decimals follow a point");
    check_number("14,2", "14.2!: decimals follow a point");
    check_number("-1,5", "-1.5!: decimals follow a point");
    check_number("0,125", "0.125!: decimals follow a point");
    check_number("1234,567", "1234.567!: decimals follow a point");
    check_number("1.000,5", "1000.5!: decimals follow a point, and nothing stands between thousands");
    check_number("1,000.5", "1000.5!: nothing stands between thousands");
    check_number("1 000", "1000!: nothing stands between thousands");
    check_number("1'000,50", "1000.5!: decimals follow a point, and nothing stands between thousands");
    check_number("1.000.000", "1000000!: nothing stands between thousands");
    check_number("1\u202f000", "1000!: nothing stands between thousands");
    check_number("\u221295", "-95!: a minus sign (U+2212) stands in it");
    check_number("two", "2");
    check_number("0x10", "16: numbers are written in tens here");
}

TEST_CASE("a comma before three digits may be either; a unit and a direction have their own place") {
    check_number("1,200", "1200 or 1.2: the comma may set thousands apart or stand before decimals");
    check_number("1.200 kg",
                 "1200 or 1.2: the point may set thousands apart or stand before decimals, and its unit stands under "
                 "`unit`");
    check_number("99,5 %", "99.5: decimals follow a point, and its unit stands under `unit`");
    check_number("95%", "95: its unit stands under `unit`");
    check_number("\u2265 95", "95: what stands before it is said by `direction: at-least`");
    check_number("max. 3", "3: what stands before it is said by `direction: at-most`");
    check(kinds::role, "holders", "1,250", "1250: the comma may set thousands apart or stand before decimals");
    check(kinds::role, "holders", "2 people", "2: its unit stands under `unit`");
    for (const std::string_view text : {"5-10", "many", "3 of 4", "1,2,3", "12,34.56,7", "", "-", "12:30", "1,,2"})
        check_number(text, "none");
}

TEST_CASE("durations in other languages, with commas, as intervals and in two parts") {
    check_duration("1 Jahr", "1 y!");
    check_duration("8 Stunden", "8 h!");
    check_duration("12 Monate", "12 months!");
    check_duration("1 Monat", "1 month!");
    check_duration("2 Wochen", "2 w!");
    check_duration("1 an", "1 y!");
    check_duration("3 mois", "3 months!");
    check_duration("2 años", "2 y!");
    check_duration("2 Std.", "2 h!");
    check_duration("30 Min", "30 min!");
    check_duration("1,5 h", "1.5 h!: decimals follow a point");
    check_duration("1 000 h", "1000 h!: nothing stands between thousands");
    check_duration("12\u00a0months", "12 months!: a no-break space (U+00A0) stands in it");
    check_duration("yearly", "1 y!");
    check_duration("Jährlich", "1 y!");
    check_duration("mensuel", "1 month!");
    check_duration("half-yearly", "6 months!");
    check_duration("every 2 years", "2 y!");
    check_duration("alle 6 Monate", "6 months!");
    check_duration("tous les ans", "1 y!");
    check_duration("einmal im Jahr", "1 y!");
    check_duration("ein Jahr", "1 y!");
    check_duration("half a year", "6 months!");
    check_duration("½ Jahr", "6 months!");
    check_duration("1/2 day", "12 h!");
    check_duration("2 quarters", "6 months!");
    check_duration("1 h 30", "90 min: it is written as one number and one unit");
    check_duration("1 year 6 months", "18 months: it is written as one number and one unit");
    check_duration("1,200 h", "1200 h or 1.2 h: the sign may set thousands apart or stand before decimals");
    for (const std::string_view text : {"4m", "4 m", "6M", "1 J", "4", "soon", "h", "-4 h", "1 h 1 month", "", "1e3 h"})
        check_duration(text, "none");
}

TEST_CASE("days as they are written elsewhere") {
    check_date("31.03.2026", "2026-03-31!");
    check_date("1. 3. 2026", "2026-03-01!");
    check_date("2026-3-1", "2026-03-01!");
    check_date("2026/3/1", "2026-03-01!");
    check_date("20260301", "2026-03-01!");
    check_date("31/03/2026", "2026-03-31!");
    check_date("03/31/2026", "2026-03-31!");
    check_date("04/04/2026", "2026-04-04!");
    check_date("1. März 2026", "2026-03-01!");
    check_date("1er mars 2026", "2026-03-01!");
    check_date("March 1st, 2026", "2026-03-01!");
    check_date("3 de enero de 2026", "2026-01-03!");
    check_date("3 gennaio 2026", "2026-01-03!");
    check_date("3 maart 2026", "2026-03-03!");
    check_date("2026 Mar 3", "2026-03-03!");
    check_date("3-Mar-26", "2026-03-03: the year has four digits");
    check_date("31.3.26", "2026-03-31: the year has four digits");
    check_date("2026\u201303\u201331", "2026-03-31!: an en dash (U+2013) stands in it");
    check_date("2026\u201103\u201131", "2026-03-31!: a no-break hyphen (U+2011) stands in it");
    check_date("2026-03-01T10:00:00", "2026-03-01: a day is due, without a time");
    check_date("31.03.2026 10:00", "2026-03-31: a day is due, without a time");
}

TEST_CASE("a day that could be two, or none, is not guessed") {
    check_date("03/04/2026", "2026-04-03 or 2026-03-04: day and month may stand either way round");
    check_date("03-04-2026", "2026-04-03 or 2026-03-04: day and month may stand either way round");
    check_date("March 2026", "2026-03-01 or 2026-03-31: the day is missing");
    check_date("2026-02", "2026-02-01 or 2026-02-28: the day is missing");
    for (const std::string_view text : {"2026-02-29", "2026-31-03", "31.04.2026", "26-03-01", "soon", "2026.03-01",
                                        "13/13/2026", "-1.3.2026", "99999999999.1.2026", "2026", "Q1 2026", "1.3."})
        check_date(text, "none");
}

TEST_CASE("a time of day goes with its day") {
    check_time("31.03.2026 14:30", "2026-03-31 14:30!");
    check_time("31.3.2026 9:05", "2026-03-31 09:05!");
    check_time("1. März 2026, 14.30 Uhr", "2026-03-01 14:30!");
    check_time("2026-03-01 2:30 pm", "2026-03-01 14:30!");
    check_time("31.03.2026", "2026-03-31!");
    check_time("2/3/2026 14:30", "2026-03-02 14:30 or 2026-02-03 14:30: day and month may stand either way round");
    for (const std::string_view text : {"2026-02-29 14:30", "2026-03-31 24:30", "14:30", "soon"})
        check_time(text, "none");
}

TEST_CASE("words in other spellings, of other languages and handbooks") {
    check(kinds::control, "implementation", "In place", "in-place!");
    check(kinds::control, "implementation", "umgesetzt", "in-place");
    check(kinds::control, "type", "PREVENTIVE", "preventive!");
    check(kinds::document, "type", "\u201cpolicy\u201d", "policy!: a curly quotation mark (U+201C) stands in it");
    check(kinds::document, "type", "'policy'", "policy!: quotation marks stand around it");
    check(kinds::document, "type", "policy ", "policy!: blanks stand around it");
    check(kinds::document, "type", "policy, form", "one of policy, form");
    check_item(kinds::risk, "treatment", "reduzieren", "reduce");
    check_item(kinds::risk, "treatment", "Réduire", "reduce");
    check_item(kinds::risk, "treatment", "reduce and share", "[reduce, share]!: several go into a list");
    check_item(kinds::risk, "treatment", "reduzieren / share", "[reduce, share]: several go into a list");
    check(kinds::risk, "likelihood", "Almost-Certain", "almost certain!");
    check(kinds::risk, "likelihood", "2 (possible)", "possible!");
    check(kinds::process, "continuity.prioritised", "ja", "yes");
    check(kinds::process, "continuity.prioritised", "Non", "no");
    check(kinds::process, "type", "main", "none");
}

TEST_CASE("disciplines, one or several") {
    check_item(kinds::risk, "disciplines", "Health & Safety", "health-and-safety!");
    check_item(kinds::risk, "disciplines", "Umwelt", "environment");
    check_item(kinds::risk, "disciplines", "quality, health-and-safety",
               "[quality, health-and-safety]!: several go into a list");
    check_item(kinds::risk, "disciplines", "quality; environment", "[quality, environment]!: several go into a list");
    check_item(kinds::risk, "disciplines", "quality und Umwelt", "[quality, environment]: several go into a list");
    // One of them is none here.
    check_item(kinds::risk, "disciplines", "quality, energy", "none");
    check_item(kinds::risk, "disciplines", "energy", "none");
}

TEST_CASE("names of records") {
    check(kinds::process, "owner", "a, b", "one of a, b");
    check(kinds::process, "owner", "shop\u2011manager", "shop-manager!: a no-break hyphen (U+2011) stands in it");
    check(kinds::process, "owner", "shop-manager\u00a0", "shop-manager!: a no-break space (U+00A0) stands in it");
    check(kinds::process, "owner", "-chef", "chef!: a blank is missing after `-`");
    check(kinds::process, "owner", "chef,", "chef!: a comma stands behind it");
    check(kinds::process, "owner", "role:chef", "role/chef!: `/` alone stands between kind and id");
    check(kinds::process, "owner", "role / chef", "role/chef!: `/` alone stands between kind and id");
    check(kinds::process, "owner", "Shop Manager", "shop-manager?: an id has no blanks");
    check(kinds::process, "owner", "R&D", "none");
    check_item(kinds::role, "deputies", "a, b", "[a, b]!: several go into a list");
    check_item(kinds::role, "deputies", "a; person/b", "[a, person/b]!: several go into a list");
    check_item(kinds::role, "deputies", "-a -b", "[a, b]!: a blank is missing after `-`");
    check_item(kinds::role, "deputies", "sales and marketing", "sales-and-marketing?: an id has no blanks");
}

TEST_CASE("standards and their clauses as people call them") {
    const std::string why = ": a clause is named by its standard's id, a colon and its number";
    check_item(kinds::process, "clauses", "ISO 9001 8.4.1", "iso-9001-2026:8.4.1 or iso-9001-2015:8.4.1" + why);
    check_item(kinds::process, "clauses", "ISO 9001:2015 8.4.1", "iso-9001-2015:8.4.1!" + why);
    check_item(kinds::process, "clauses", "ISO/IEC 27001:2022 A.5.1", "iso-27001-2022:A.5.1!" + why);
    check_item(kinds::process, "clauses", "ISO 45001, Kapitel 6.1", "iso-45001-2018:6.1!" + why);
    check_item(kinds::process, "clauses", "8.4.1", "none");
    check_item(kinds::process, "clauses", "ISO 9001:2015", "none");
    check_item(kinds::process, "clauses", "ISO 1:8.4", "none");
    const auto named = [](std::string_view text) {
        std::string out;
        for (const std::string_view id : standards_named(text).ids) out += std::string(id) + " ";
        return out;
    };
    for (const std::string_view text : {"ISO 9001", "iso9001", "9001", "DIN EN ISO 9001", "ISO 9001:2008"})
        CHECK_MESSAGE(named(text) == "iso-9001-2026 iso-9001-2015 ", text);
    CHECK(named("ISO 9001:2015") == "iso-9001-2015 ");
    CHECK(named("ISO/IEC 20000-1:2018") == "iso-20000-1-2018 ");
    for (const std::string_view text : {"ISO 9999", "ISO", "", "quality 9001", "ISO 9001 rev 2", "house-rules"})
        CHECK_MESSAGE(named(text).empty(), text);
}

TEST_CASE("keys in other spellings") {
    check_key(kinds::process, "Owner", "owner");
    check_key(kinds::process, "OWNER", "owner");
    check_key(kinds::process, "**owner**", "owner: signs or blanks stand around it");
    check_key(kinds::process, "owner ", "owner: signs or blanks stand around it");
    check_key(kinds::process, "own\u200ber", "owner: a zero-width space (U+200B) stands in it");
    check_key(kinds::process, "part-of", "part_of");
    check_key(kinds::process, "Part of", "part_of");
    check_key(kinds::role, "Reports to", "reports_to");
    check_key(kinds::process, "Business impact analysis", "continuity");
    check_key(kinds::process, "-owner", "owner: a blank is missing after `-`");
    check_key(kinds::process, "owners", "none");
    check_key(kinds::process, "***", "none");
    const Schema& schema = Schema::built_in();
    CHECK(kind_meant("**Process**", schema) == "process");
    CHECK(kind_meant("Interested party", schema) == "interested_party");
    CHECK_FALSE(kind_meant("processes", schema).has_value());
}
