#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::target_missed {
namespace {

namespace own = fields::objective;

// One decimal, none where it would be a zero.
std::string short_number(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

// "94 percent"
Message with_unit(Message number, const RecordView& objective, Reporter& report) {
    constexpr std::uint32_t kLongest = 20;
    const FieldView unit = objective[own::unit];
    return unit ? report.say("{} {}", number, TextArgument{unit.text(), Written::plain, kLongest}) : number;
}

Message target_of_it(const RecordView& objective, Reporter& report) {
    const Message target = with_unit(report.say("{}", plain(objective[own::target])), objective, report);
    return direction_of(objective) == Direction::at_least ? report.say("at least {}", target)
                                                          : report.say("at most {}", target);
}

// `value`: the newest, which was taken on `day`.
Message told_miss(const RecordView& objective, const FieldView& value, Date day, Reporter& report) {
    return report.say("objective {} {} its target: [[{2} on {3}, not {4}|it stood at {2} on {3}, and {4} was wanted]]",
                      objective, is_standing(objective) ? Message("misses") : Message("missed"),
                      with_unit(report.say("{}", plain(value)), objective, report), day,
                      target_of_it(objective, report));
}

Message told_course(const RecordView& objective, Date today, Reporter& report) {
    const std::string expected = short_number(*expected_value(objective, today));
    return report.say(
        "objective {} is off course: at the pace so far it will stand at {} on {}, [[not {3}|and {3} is wanted]]",
        objective, with_unit(report.say("{}", plain(expected)), objective, report), *objective[own::due].date(),
        target_of_it(objective, report));
}

}  // namespace

void check(const RecordView& objective, const CheckContext& context, Reporter& report) {
    const Progress progress = progress_of(objective, context.today);
    if (progress == Progress::unknown) return report.not_asked(objective);
    if (progress != Progress::missed && progress != Progress::off_course) return;
    if (has_open_action(objective)) return;
    const LastCheck last = last_measurement(objective, context.today);
    const FieldView value = last.entry[own::measurements.value];
    auto finding = report.at(objective, value,
                             progress == Progress::missed ? told_miss(objective, value, *last.day, report)
                                                          : told_course(objective, context.today, report));
    finding.field("measurements");
    if (const FieldView due = objective[own::due]) finding.label(due.span(), "its day");
    finding.note(objective.has(own::actions) ? Message("nothing[[| more]] is being done: every action is done")
                                             : Message("nothing is being done: it has no action"));
    finding.help(
        is_standing(objective)
            ? Message("decide what to do[[, and add it: `actions: [{{does: …, owner: ROLE, due: …}}]`|, who does it "
                      "and by when]]; or set a new [[`target`|target]]; or [[retire it|give it up]]")
            : Message("decide what to do[[, and add it: `actions: [{{does: …, owner: ROLE, due: …}}]`|, who does it "
                      "and by when]]; or set a new [[`target` and `due`|target and day]]; or [[retire it|give it "
                      "up]]"));
}

}  // namespace ims::rules::target_missed
