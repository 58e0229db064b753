// How an objective stands by what was measured.
#include "assess/performance/objectives.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

const Date kToday = *parse_date("2026-06-01");

Progress progress(const std::string& fields) {
    const Folder folder("objective: o\ntitle: O\nmeasure: m\n" + fields);
    return progress_of(folder["objective/o"], kToday);
}

}  // namespace

TEST_CASE("the direction of an objective") {
    const auto direction = [](const std::string& fields) {
        return direction_of(Folder("objective: o\ntitle: O\nmeasure: m\n" + fields)["objective/o"]);
    };
    CHECK(direction("direction: at-most\nbaseline: 1\ntarget: 2\n") == Direction::at_most);
    CHECK(direction("direction: at-least\n") == Direction::at_least);
    CHECK(direction("baseline: 1\ntarget: 2\n") == Direction::at_least);
    CHECK(direction("baseline: 2\ntarget: -1.5\n") == Direction::at_most);
    CHECK(direction("baseline: 2\ntarget: 2\n") == Direction::unknown);
    CHECK(direction("target: 2\n") == Direction::unknown);
}

TEST_CASE("the last value until today tells how an objective stands") {
    const std::string least = "direction: at-least\ntarget: 10\n";
    CHECK(progress(least) == Progress::unknown);
    CHECK(progress("measurements: {date: 2026-05-01, value: 5}\n") == Progress::unknown);
    CHECK(progress("target: 10\nmeasurements: {date: 2026-05-01, value: 5}\n") == Progress::unknown);
    CHECK(progress("target: 10\nmeasurements: {date: 2026-05-01, value: 10.0}\n") == Progress::met);
    CHECK(progress(least + "measurements: [{date: 2026-05-01, value: 11}, {date: 2026-04-01, value: 1}]\n") ==
          Progress::met);
    // Without a day the target is to hold at every measurement.
    CHECK(progress(least + "measurements: [{date: 2026-05-01, value: 5}, {date: 2026-06-02, value: 11}]\n") ==
          Progress::missed);
    CHECK(progress(least + "measurements: [{date: 2026-04-01, value: 11}, {date: 2026-05-01, value: 5}]\n") ==
          Progress::missed);
    CHECK(progress(least + "due: 2026-05-31\nmeasurements: {date: 2026-05-01, value: 5}\n") == Progress::missed);
    // One measurement is no trend.
    CHECK(progress(least + "due: 2026-06-01\nmeasurements: {date: 2026-05-01, value: 5}\n") == Progress::unknown);
}

TEST_CASE("a value that is older than its interval tells nothing") {
    const std::string least = "direction: at-least\ntarget: 10\nmeasured_every: 1 month\n";
    CHECK(progress(least + "measurements: {date: 2026-04-30, value: 11}\n") == Progress::unknown);
    CHECK(progress(least + "measurements: {date: 2026-05-01, value: 11}\n") == Progress::met);
    CHECK(progress(least + "measurements: {date: 2026-04-30, value: 9}\n") == Progress::unknown);
    // Once its day has passed, it is enough that it was measured up to then.
    CHECK(progress(least + "due: 2026-03-31\nmeasurements: {date: 2026-03-15, value: 9}\n") == Progress::missed);
    CHECK(progress(least + "due: 2026-03-31\nmeasurements: {date: 2026-02-15, value: 9}\n") == Progress::unknown);
}

TEST_CASE("the pace so far tells whether a target will be reached") {
    // Two in thirty days: ten after sixty more.
    const std::string least =
        "direction: at-least\ntarget: 10\nmeasurements: [{date: 2026-04-01, value: 4}, {date: 2026-05-01, value: 6}]\n";
    CHECK(progress(least + "due: 2026-07-01\n") == Progress::on_course);
    CHECK(progress(least + "due: 2026-06-28\n") == Progress::off_course);
    const Folder folder("objective: o\ntitle: O\nmeasure: m\ndue: 2026-05-31\n" + least);
    CHECK(expected_value(folder["objective/o"], kToday).value() == doctest::Approx(8));
    // Two values of one day give no pace, and neither does one beside the baseline, which has no day.
    CHECK(progress("direction: at-least\ntarget: 10\nbaseline: 5\ndue: 2026-07-01\n"
                   "measurements: [{date: 2026-05-01, value: 7}, {date: 2026-05-01, value: 6}]\n") ==
          Progress::unknown);
    CHECK(progress("direction: at-least\ntarget: 10\nbaseline: 6\ndue: 2026-07-01\n"
                   "measurements: {date: 2026-05-01, value: 6}\n") == Progress::unknown);
}
