// How far nonconformities are mended.
#include "assess/performance/nonconformities.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

struct State {
    bool lapse;
    bool overdue;
    bool open;
    bool operator==(const State&) const = default;
};

State state_of(const std::string& fields) {
    const Folder folder("role: r\ntitle: R\n---\nnonconformity: n\ntitle: N\ndate: 2026-01-10\n" + fields);
    const RecordView record = folder["nonconformity/n"];
    return {is_lapse(record), is_action_overdue(record, folder.facts().today()), is_open(record)};
}

}  // namespace

TEST_CASE("a lapse is open until its action is known to be effective, another until it is done") {
    const std::string due = "action: {does: D, owner: r, due: 2026-05-31}\n";
    const std::string done = "action: {does: D, owner: r, due: 2026-05-31, done: 2026-05-31}\n";
    CHECK(state_of("grade: major\n") == State{true, false, true});
    CHECK(state_of("grade: minor\n" + due) == State{true, true, true});
    CHECK(state_of("grade: minor\n" + done) == State{true, false, true});
    CHECK(state_of("grade: minor\n" + done + "effectiveness: {result: ineffective}\n") == State{true, false, true});
    CHECK(state_of("grade: minor\n" + done + "effectiveness: {result: effective}\n") == State{true, false, false});
    CHECK(state_of("grade: observation\n") == State{false, false, true});
    CHECK(state_of("grade: observation\n" + due) == State{false, true, true});
    CHECK(state_of("grade: opportunity\n" + done) == State{false, false, false});
    CHECK(state_of("grade: minor\nstatus: draft\n") == State{true, false, false});
    CHECK(state_of("grade: minor\naction: {does: D, owner: r, due: 2026-06-01}\n") == State{true, false, true});
}

TEST_CASE("an action is given time to show, or until the day that is set") {
    const auto due = [](const std::string& fields) {
        const Folder folder("role: r\ntitle: R\n---\nnonconformity: n\ntitle: N\ndate: 2026-01-10\n" + fields);
        const auto day = effectiveness_due(folder["nonconformity/n"], folder.facts().today());
        return day ? to_string(*day) : "-";
    };
    const std::string done = "grade: minor\naction: {does: D, owner: r, due: 2026-05-31, done: 2026-05-10}\n";
    CHECK(due(done) == "2026-06-09");
    CHECK(due(done + "effectiveness: {date: 2026-08-01}\n") == "2026-08-01");
    CHECK(due(done + "effectiveness: {date: 2026-04-01}\n") == "2026-06-09");  // set before it was done
    CHECK(due(done + "effectiveness: {result: ineffective}\n") == "-");
    CHECK(due(done + "effectiveness: {date: 2026-05-10, result: ineffective}\n") == "-");
    CHECK(due(done + "effectiveness: {date: 2026-05-09, result: ineffective}\n") ==
          "2026-06-09");  // of an action before
    CHECK(due(done + "status: draft\n") == "-");
    CHECK(due("grade: minor\naction: {does: D, owner: r, due: 2026-05-31}\n") == "-");
    CHECK(due("grade: observation\naction: {does: D, owner: r, due: 2026-05-31, done: 2026-05-10}\n") == "-");
}
