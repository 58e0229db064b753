#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "analyzed.h"
#include "base/text.h"
#include "output/document/document_format.h"
#include "report/report.h"

using namespace ims;

namespace {

constexpr Date kDay{20605};  // 2026-06-01

std::string written(const Document& document) {
    std::string text;
    document_formats::ics(document, {}, [&](std::string_view part) { text += part; });
    return text;
}

Document with(CalendarEvent event) {
    Document document;
    document.today = kDay;
    document.organisation = "Kiosk";
    document.calendar = CalendarOf{"All", "1 day.", {std::move(event)}};
    return document;
}

std::string with_title(std::string title) { return written(with({"key", kDay, std::move(title), "", {}})); }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    CHECK(begin == text.size());
    return lines;
}

std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

// "2026-06-30 uid", of the calendar of a folder on 2026-06-01.
std::vector<std::string> uids(std::string_view records) {
    const auto analysis = analyzed(records);
    const Document document = find_report("calendar")->build({*analysis, {}});
    std::vector<std::string> out;
    for (const std::string& line : lines_of(unfolded(written(document)))) {
        if (line.starts_with("UID:")) out.push_back(line.substr(4));
    }
    return out;
}

}  // namespace

TEST_CASE("what would end a text of a calendar is escaped, and what is no text is taken out") {
    const std::string text = unfolded(with_title("a,b;c\\d\ne\x01\x7f\r\tf"));
    CHECK(text.find("SUMMARY:a\\,b\\;c\\\\d\\ne f\r\n") != std::string::npos);
}

TEST_CASE("a calendar has lines of at most 75 bytes and cuts no character") {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string title(shift, 'x');
        for (int count = 0; count < 60; ++count) title += "ü€😀";
        const std::string text = with_title(title);
        for (const std::string& line : lines_of(text)) {
            CHECK(line.size() <= 75);
            const auto first = static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]);
            CHECK((first & 0xc0U) != 0x80U);
        }
        CHECK(unfolded(text).find("SUMMARY:" + title + "\r\n") != std::string::npos);
    }
}

TEST_CASE("an event is a whole day that blocks no time, stamped with the day of the report") {
    const std::string text = written(with({"key", kDay, "Title", "First\nSecond", {"Quality", "A, b"}}));
    for (const char* const line : {"DTSTAMP:20260601T000000Z", "DTSTART;VALUE=DATE:20260601", "TRANSP:TRANSPARENT",
                                   "DESCRIPTION:First\\nSecond", "CATEGORIES:Quality,A\\, b"})
        CHECK(text.find(std::string(line) + "\r\n") != std::string::npos);
    Document none;
    CHECK(written(none).empty());
}

TEST_CASE("an event is known by the same whatever its day, and by another in another folder") {
    CalendarEvent event{"key", kDay, "Title", "", {}};
    const auto uid = [](const Document& document) {
        const std::string text = written(document);
        return text.substr(text.find("UID:"), 60);
    };
    const std::string before = uid(with(event));
    event.day.days += 30;
    event.title = "Overdue: Title";
    CHECK(uid(with(event)) == before);
    Document other = with(event);
    other.scope = "The other kiosk";
    CHECK(uid(other) != before);
    event.key = "other";
    CHECK(uid(with(event)) != before);
}

TEST_CASE("events keep what they are known by when days move and lists change their order") {
    const auto folder = [](std::string_view day, bool turned, std::string_view more) {
        const std::string a = "  - {does: Buy a rack, owner: boss, due: " + std::string(day) + "}\n";
        const std::string b = "  - {does: Sell the van, owner: boss, due: 2026-09-01}\n";
        return std::string(more) + "objective: o\ntitle: O\ndisciplines: [quality]\nowner: boss\nactions:\n" +
               (turned ? b + a : a + b) +
               "---\nrole: boss\ntitle: Boss\nreview: {last: 2026-01-01, every: 9 months}\n" +
               "exceptions:\n  - {rule: empty-role, reason: So, by: boss, until: 2026-12-31}\n" +
               "  - {rule: one-deep, reason: So, by: boss, until: 2026-12-31}\n";
    };
    const std::vector<std::string> first = uids(folder("2026-07-01", false, ""));
    const std::set<std::string> known(first.begin(), first.end());
    CHECK(first.size() >= 5);
    CHECK(known.size() == first.size());
    for (const std::string& changed :
         {folder("2026-05-01", false, ""), folder("2026-12-01", true, ""), folder("2026-07-01", true, "# a line\n")}) {
        const std::vector<std::string> then = uids(changed);
        CHECK(std::set<std::string>(then.begin(), then.end()) == known);
    }
}

TEST_CASE("of a person a calendar tells their own duties alone, and no other names them") {
    const auto analysis = analyzed(
        "role: boss\ntitle: Boss\nreview: {last: 2026-01-01, every: 9 months}\nowner: boss\n---\n"
        "person: p-1\ntitle: Ada Winter\nroles: [boss]\n"
        "competences: [{competence: first-aid, since: 2025-01-01, valid_until: 2026-10-01}]\n---\n"
        "person: p-2\ntitle: Ben Sommer\nroles: [boss]\n"
        "competences: [{competence: first-aid, since: 2025-01-01, valid_until: 2026-11-01}]\n---\n"
        "competence: first-aid\ntitle: First aid\ndisciplines: [health-and-safety]\n---\n"
        "risk: r\ntitle: R\ndisciplines: [quality]\nowner: person/p-1\nreview: {last: 2026-01-01, every: 8 months}\n");
    const Report* const report = find_report("calendar");
    const auto of = [&](std::string_view name) {
        ReportInput input{*analysis, {}};
        if (!name.empty()) input.subject = *analysis->graph.find(name);
        return unfolded(written(report->build(input)));
    };
    const std::string all = of("");
    const std::string boss = of("role/boss");
    const std::string ada = of("person/p-1");
    for (const std::string& text : {all, boss}) {
        CHECK(text.find("Ada") == std::string::npos);
        CHECK(text.find("Ben") == std::string::npos);
        CHECK(text.find("20261001") != std::string::npos);
        CHECK(text.find("20261101") != std::string::npos);
    }
    CHECK(ada.find("Ben") == std::string::npos);
    CHECK(ada.find("DTSTART;VALUE=DATE:20261001") != std::string::npos);  // their competence
    CHECK(ada.find("DTSTART;VALUE=DATE:20260901") != std::string::npos);  // their risk
    CHECK(ada.find("20261101") == std::string::npos);
    CHECK(ada.find("Review of Boss") == std::string::npos);
}
