// Which notices an incident calls for, and how the clock of each stands.
#include "assess/performance/notices.h"

#include <array>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "analyzed.h"
#include "assess/folder.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

std::string records(const std::string& duty, const std::string& incident) {
    return "# file: records.yaml\n"
           "process: sell\ntitle: Sell\n"
           "---\nprocess: store\ntitle: Store\n"
           "---\nrole: owner\ntitle: Owner\n"
           "---\ninterested_party: authority\ntitle: Authority\n"
           "---\ninterested_party: insurer\ntitle: Insurer\n"
           "---\nobligation: tell\ntitle: Tell\nsource: law\nrequires: R\ndisciplines: [quality]\nfrom: authority\n" +
           duty + "---\nincident: i\ntitle: I\ndisciplines: [quality]\n" + incident;
}

std::string_view state_in_words(NoticeState state) {
    constexpr std::array<std::string_view, 7> kWords = {"in time",   "late",           "due",    "overdue",
                                                        "not begun", "not notifiable", "unknown"};
    return kWords[static_cast<std::size_t>(state)];
}

// "warning: due 2026-03-02 10:00, late; report: not begun", then what counts for none. Today is 2026-06-01.
std::string clocks(const std::string& duty, const std::string& incident,
                   Folder::Records sound = Folder::Records::sound) {
    const Folder folder(records(duty, incident), sound);
    const Disciplines& disciplines = folder.facts().disciplines();
    const std::vector<DutyToNotify> duties = duties_to_notify(folder.graph(), disciplines);
    const IncidentNotices found = notices_for(folder["incident/i"], duties, disciplines, folder.facts().today());
    std::string text;
    for (const NoticeClock& clock : found.clocks) {
        text += text.empty() ? "" : "; ";
        if (!clock.notice.what.empty()) text += std::string(clock.notice.what) + ": ";
        if (clock.due) text += "due " + to_string(*clock.due) + ", ";
        text += state_in_words(clock.state);
        if (!clock.why.empty() && clock.state == NoticeState::unknown) text += " (" + folder.said(clock.why) + ")";
    }
    for (const StrayNotice& stray : found.strays)
        text += fmt::format("; `{}` counts for none", stray.entry[fields::incident::notified.notice].text());
    return text;
}

// Of one notice on the process that the incident struck.
std::string clock(const std::string& within, const std::string& from, const std::string& incident) {
    return clocks("processes: [sell]\nnotices: [{within: " + within + ", from: " + from + "}]\n",
                  "type: incident\nprocesses: [sell]\n" + incident);
}

std::string sent(const std::string& at) { return "notified: [{obligation: tell, at: " + at + "}]\n"; }

}  // namespace

TEST_CASE("each notice counts from its own beginning") {
    const std::string all = "date: 2026-03-01 10:00\nknown: 2026-03-02 11:00\nclassified: 2026-03-03 12:00\n";
    struct Row {
        const char* from;
        const char* within;
        const char* due;
        const char* a_minute_later;
    };
    constexpr std::array<Row, 9> kRows = {{
        {"occurrence", "24 h", "2026-03-02 10:00", "2026-03-02 10:01"},
        {"occurrence", "72 h", "2026-03-04 10:00", "2026-03-04 10:01"},
        {"occurrence", "1 month", "2026-04-01 10:00", "2026-04-01 10:01"},
        {"known", "24 h", "2026-03-03 11:00", "2026-03-03 11:01"},
        {"known", "72 h", "2026-03-05 11:00", "2026-03-05 11:01"},
        {"known", "1 month", "2026-04-02 11:00", "2026-04-02 11:01"},
        {"classified", "24 h", "2026-03-04 12:00", "2026-03-04 12:01"},
        {"classified", "72 h", "2026-03-06 12:00", "2026-03-06 12:01"},
        {"classified", "1 month", "2026-04-03 12:00", "2026-04-03 12:01"},
    }};
    for (const Row& row : kRows) {
        CAPTURE(row.from);
        CAPTURE(row.within);
        const std::string due = std::string("due ") + row.due + ", ";
        CHECK(clock(row.within, row.from, all) == due + "overdue");
        CHECK(clock(row.within, row.from, all + sent(row.due)) == due + "in time");
        CHECK(clock(row.within, row.from, all + sent(row.a_minute_later)) == due + "late");
    }
}

TEST_CASE("where a beginning is not said, the clock has another or none") {
    const std::string date = "date: 2026-03-01 10:00\n";
    CHECK(clock("24 h", "known", date) == "due 2026-03-02 10:00, overdue");
    CHECK(clock("24 h", "classified", date) == "not begun");
    // A time that is written counts from the beginning, whenever that was.
    CHECK(clock("24 h", "classified", date + "notified: [{obligation: tell, in: 24 h}]\n") == "in time");
    CHECK(clock("24 h", "classified", date + "notified: [{obligation: tell, in: 25 h}]\n") == "late");
    CHECK(clock("24 h", "classified", date + sent("2026-03-01 11:00")) ==
          "unknown (it went out, and no day says when the incident was classified)");
    const auto faulty = [&](const std::string& from, const std::string& incident) {
        return clocks("processes: [sell]\nnotices: [{within: 24 h, from: " + from + "}]\n",
                      "type: incident\nprocesses: [sell]\n" + incident, Folder::Records::faulty);
    };
    CHECK(faulty("known", date + "known: soon\n") == "unknown (when it became known could not be read)");
    CHECK(faulty("classified", date + "classified: soon\n") == "unknown (when it was classified could not be read)");
    CHECK(faulty("hearsay", date) == "unknown (what starts its clock could not be read)");
}

TEST_CASE("a day alone counts as its end where hours count") {
    CHECK(clock("24 h", "occurrence", "date: 2026-03-01\n" + sent("2026-03-02")) == "due 2026-03-02, in time");
    CHECK(clock("24 h", "occurrence", "date: 2026-03-01\n" + sent("2026-03-02 23:59")) == "due 2026-03-02, in time");
    CHECK(clock("24 h", "occurrence", "date: 2026-03-01\n" + sent("2026-03-03 00:01")) == "due 2026-03-02, late");
    CHECK(clock("4 h", "occurrence", "date: 2026-03-01\n" + sent("2026-03-02 04:00")) ==
          "due 2026-03-02 04:00, in time");
    CHECK(clock("4 h", "occurrence", "date: 2026-03-01 22:00\n" + sent("2026-03-02")) == "due 2026-03-02 02:00, late");
    CHECK(clock("1 month", "occurrence", "date: 2026-01-31\n" + sent("2026-02-28")) == "due 2026-02-28, in time");
    CHECK(clock("1 month", "occurrence", "date: 2026-01-31\n" + sent("2026-03-01")) == "due 2026-02-28, late");
}

TEST_CASE("where whole months count, a day alone is compared as a day") {
    const std::string known = "date: 2026-03-02\nknown: 2026-03-02 10:00\n";
    CHECK(clock("1 month", "known", known + sent("2026-04-02")) == "due 2026-04-02 10:00, in time");
    CHECK(clock("1 month", "known", known + sent("2026-04-03")) == "due 2026-04-02 10:00, late");
    CHECK(clock("1 month", "known", known + sent("2026-04-02 10:01")) == "due 2026-04-02 10:00, late");
    CHECK(clock("1 month", "known", "date: 2026-03-02\n" + sent("2026-04-02 23:59")) == "due 2026-04-02, in time");
}

TEST_CASE("over a change of the clock, hours are those that pass") {
    const std::string date = "date: 2026-03-28 12:00 +01:00\n";
    CHECK(clock("24 h", "occurrence", date + sent("2026-03-29 13:00 +02:00")) ==
          "due 2026-03-29 12:00 +01:00, in time");
    CHECK(clock("24 h", "occurrence", date + sent("2026-03-29 13:01 +02:00")) == "due 2026-03-29 12:00 +01:00, late");
    CHECK(clock("72 h", "occurrence", date + sent("2026-03-31 11:00Z")) == "due 2026-03-31 12:00 +01:00, in time");
    // Without an offset clocks are taken to be the same.
    CHECK(clock("24 h", "occurrence", date + sent("2026-03-29 12:01")) == "due 2026-03-29 12:00 +01:00, late");
}

TEST_CASE("due today is not overdue, and what is to go out has not") {
    CHECK(clock("24 h", "occurrence", "date: 2026-05-31 09:00\n") == "due 2026-06-01 09:00, due");
    CHECK(clock("24 h", "occurrence", "date: 2026-05-30 23:59\n") == "due 2026-05-31 23:59, overdue");
    CHECK(clocks("processes: [sell]\nnotify_within: 72 h\n",
                 "type: incident\nprocesses: [sell]\ndate: 2026-03-01\n"
                 "notified: [{obligation: tell, at: 2026-06-02}]\n",
                 Folder::Records::faulty) == "due 2026-03-04, overdue");
}

TEST_CASE("what was sent counts for the notice that it names, or the first that is left") {
    const std::string duty =
        "processes: [sell]\nnotices:\n"
        "  - {within: 4 h, what: Warning}\n  - {within: 3 d, what: Report}\n  - {within: 1 y, what: End}\n";
    const auto with = [&](const std::string& notified) {
        return clocks(duty,
                      "type: incident\nprocesses: [sell]\ndate: 2026-03-01 10:00\nnotified: [" + notified + "]\n");
    };
    const std::string none =
        "Warning: due 2026-03-01 14:00, overdue; Report: due 2026-03-04 10:00, overdue; "
        "End: due 2027-03-01 10:00, due";
    CHECK(with("") == none);
    CHECK(with("{obligation: tell, in: 2 d}, {obligation: tell, notice: ' warning ', in: 1 h}") ==
          "Warning: due 2026-03-01 14:00, in time; Report: due 2026-03-04 10:00, in time; "
          "End: due 2027-03-01 10:00, due");
    CHECK(with("{obligation: tell, in: 2 d}") ==
          "Warning: due 2026-03-01 14:00, late; Report: due 2026-03-04 10:00, overdue; End: due 2027-03-01 10:00, due");
    CHECK(with("{obligation: tell, notice: Other, in: 1 h}") == none + "; `Other` counts for none");
    // Of two that name the same, the better counts.
    CHECK(with("{obligation: tell, notice: Warning, in: 1 d}, {obligation: tell, notice: Warning, in: 1 h}") ==
          "Warning: due 2026-03-01 14:00, in time; Report: due 2026-03-04 10:00, overdue; "
          "End: due 2027-03-01 10:00, due");
}

TEST_CASE("the short form is one notice, counted from when it became known") {
    const std::string incident = "type: incident\nprocesses: [sell]\ndate: 2026-03-01\nknown: 2026-03-03\n";
    CHECK(clocks("processes: [sell]\nnotify_within: 24 h\n", incident) == "due 2026-03-04, overdue");
    CHECK(clocks("processes: [sell]\nnotify_within: 72 h\nnotices: [{within: 3 d, what: Report}]\n", incident) ==
          "Report: due 2026-03-06, overdue");
    CHECK(clocks("processes: [sell]\nnotify_within: 24 h\nnotices: [{within: 3 d, what: Report}]\n", incident) ==
          "due 2026-03-04, overdue; Report: due 2026-03-06, overdue");
}

TEST_CASE("which incidents a notice is for") {
    const auto of = [](const std::string& type, const std::string& duty, const std::string& more) {
        return clocks(duty, "type: " + type + "\ndate: 2026-03-01\n" + more);
    };
    const std::string bound = "processes: [sell]\nnotices: [{within: 72 h}]\n";
    const std::string only = "processes: [sell]\nnotices: [{within: 72 h, for: [near-miss, breach]}]\n";
    const std::string everywhere = "everywhere: yes\nnotify_within: 72 h\n";
    const std::string overdue = "due 2026-03-04, overdue";
    const std::string sell = "processes: [sell]\n";
    const std::string store = "processes: [store]\n";
    for (const char* type : {"incident", "breach", "nonconforming-output"}) CHECK(of(type, bound, sell) == overdue);
    for (const char* type : {"near-miss", "complaint"}) CHECK(of(type, bound, sell) == "");
    CHECK(of("near-miss", only, sell) == overdue);
    CHECK(of("incident", only, sell) == "");
    CHECK(of("incident", bound, store) == "");
    CHECK(of("incident", everywhere, store) == overdue);
    CHECK(of("incident", everywhere, "") == overdue);
    CHECK(of("incident", everywhere + "since: 2026-03-02\n", store) == "");
    CHECK(of("incident", everywhere + "applies: no\nwhy_not: W\n", store) == "");
}

TEST_CASE("what somebody sent though nothing called for it is shown, and not judged") {
    const auto of = [](const std::string& type, const std::string& duty, const std::string& notified) {
        return clocks(duty, "type: " + type + "\ndate: 2026-03-01\nprocesses: [sell]\nnotified: [" + notified + "]\n");
    };
    const std::string bound = "processes: [sell]\nnotices: [{within: 72 h}]\n";
    const std::string late = "{obligation: tell, in: 80 h}";
    const std::string shown = "unknown (nothing shows that the duty asks for it)";
    for (const char* type : {"near-miss", "complaint"}) CHECK(of(type, bound, late) == shown);
    CHECK(of("incident", bound + "since: 2026-03-02\n", late) == shown);
    CHECK(of("incident", "processes: [store]\nnotify_within: 72 h\n", late) == shown);
    CHECK(of("complaint", bound, late + ", {obligation: tell, in: 1 h}") == shown + "; " + shown);
    // Of several notices, each has its own incidents.
    CHECK(of("complaint", "processes: [sell]\nnotices: [{within: 72 h, for: [complaint]}, {within: 1 h, what: B}]\n",
             late + ", {obligation: tell, notice: B, in: 2 h}") == "due 2026-03-04, late; B: " + shown);
}

TEST_CASE("whoever decides that an incident is not notifiable closes the notices of the duty that did not go out") {
    const std::string duty =
        "processes: [sell]\nnotices: [{within: 4 h, what: A}, {within: 3 d, from: classified, what: B}]\n";
    const std::string incident = "type: incident\nprocesses: [sell]\ndate: 2026-03-01 10:00\n";
    CHECK(clocks(duty, incident + "not_notifiable: [{obligation: tell, reason: R, by: owner, date: 2026-03-01}]\n") ==
          "A: due 2026-03-01 14:00, not notifiable; B: not notifiable");
    // What went out all the same went out in time or late.
    CHECK(clocks(duty, incident + "notified: [{obligation: tell, notice: A, in: 5 h}]\n"
                                  "not_notifiable: [{obligation: tell, reason: R, by: owner, date: 2026-03-01}]\n") ==
          "A: due 2026-03-01 14:00, late; B: not notifiable");
}

TEST_CASE("what is recorded and cannot be read may be any notice") {
    const auto faulty = [](const std::string& notified) {
        return clocks("processes: [sell]\nnotify_within: 72 h\n",
                      "type: incident\nprocesses: [sell]\ndate: 2026-03-01\nnotified: " + notified + "\n",
                      Folder::Records::faulty);
    };
    CHECK(faulty("[{obligation: tel, in: 1 h}]") ==
          "due 2026-03-04, unknown (a notice is recorded, and what it was given under could not be read)");
    CHECK(faulty("[{obligation: tell, in: soon}]") == "due 2026-03-04, unknown (when it went out could not be read)");
    CHECK(faulty("[{obligation: tell}]") == "due 2026-03-04, unknown (nobody says when it went out)");
}

TEST_CASE("whom a notice goes to, and which notices there are") {
    const Folder folder(
        records("notices: [{within: 4 h, to: insurer}, {within: 3 d}]\n", "type: incident\ndate: 2026-03-01\n"));
    std::vector<RecordId> to;
    for (const Notice& notice : notices_of(folder["obligation/tell"])) to.push_back(notice.to);
    CHECK(folder.names(to) == "interested_party/insurer, interested_party/authority");
}

TEST_CASE("what is found of late notices says from when the time counts") {
    const auto told = [](const std::string& incident) {
        const auto analysis = analyzed(
            records("processes: [sell]\nnotify_within: 24 h\n", "type: incident\nprocesses: [sell]\n" + incident));
        std::string text;
        for (const Finding& each : analysis->findings) {
            if (each.rule != RuleId::notification_late) continue;
            text += std::string(to_string(each.grade)) + " " + said(*analysis, each.message) + "\n";
            for (const Message& note : each.notes) text += said(*analysis, note) + "\n";
        }
        return text;
    };
    CHECK(told("date: 2026-03-01\n") ==
          "high no notice of `i` under `tell` is recorded, and it was due by 2026-03-02\n"
          "nobody says when it became known (`known`), so the time counts from its `date`\n"
          "`date` names no time of day, and counts as the end of that day\n");
    CHECK(told("date: 2026-03-01\nknown: 2026-03-03 10:00\nnotified: {obligation: tell, at: 2026-03-04}\n") ==
          "high the notice of `i` under `tell` went out on 2026-03-04, and was due by 2026-03-04 10:00\n"
          "`at` names no time of day, and counts as the end of that day\n");
    CHECK(told("date: 2026-03-01\nnotified: {obligation: tell, in: 30 h}\n") ==
          "high the notice of `i` under `tell` took 30 h, and had to go out within 24 h\n");
    CHECK(
        told(
            "date: 2026-03-01 10:00\nknown: 2026-03-01 10:00\nnotified: {obligation: tell, notice: call, in: 1 h}\n") ==
        "high no notice of `i` under `tell` is recorded, and it was due by 2026-03-02 10:00\n"
        "under `notified` stands the notice `call`, and the obligation gives its notices no names (`what`)\n");
}
