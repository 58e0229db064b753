#include <algorithm>

#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::no_responsible {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    // Who does the work of the process does it in its activities too.
    if (process.has(own::responsible)) return;
    std::vector<FieldView> without;
    std::size_t activities = 0;
    for (const FieldView activity : process[own::activities].children()) {
        if (!activity.is(ValueType::map)) continue;
        ++activities;
        if (!activity[own::activities.responsible]) without.push_back(activity);
    }
    const Message why = "work that is everybody's is left to the one who happens to be there";
    if (activities == 0) {
        if (process[own::activities].invalid() || !process.lacks(own::roles)) return;
        if (context.graph.may_be_unread(kinds::role)) return;
        const auto says_so = [](const RaciEntry& each) {
            return (each.whole & static_cast<std::uint8_t>(Raci::responsible)) != 0;
        };
        if (std::ranges::any_of(context.facts.people().raci(context.facts.responsibilities(), process.record()),
                                says_so))
            return;
        report.on(process, "nobody is named who does the work of process {}", process)
            .field("responsible")
            .asks_for(process, {own::responsible})
            .note(why)
            .help(
                "[[add `responsible: [ROLE]` to the process, or a responsibility that names it to a role|name the role "
                "that does most of the work]]");
    } else if (without.size() == activities) {
        report
            .on(process,
                "nobody is named who does the work of process {}, nor of {1:its activity|any of its activities}",
                process, activities)
            .field("responsible")
            .asks_for(process, {own::responsible})
            .note(why)
            .help(
                "[[add `responsible: [ROLE]` to the process, or to each of its activities|name the role that does most "
                "of the work, or one for each activity]]");
    } else {
        for (const FieldView& activity : without) {
            const FieldView name = activity[own::activities.name];
            report
                .at(process, name ? name : activity, "nobody is named who does activity {}[[| of process {}]]",
                    quoted(name.text(), 60), process)
                .field(fmt::format("activities[{}].responsible", name.text()))
                .asks_for(process, activity, {own::activities.responsible})
                .note(why)
                .help(
                    "[[add `responsible: [ROLE]` to this activity, or to the process for all that say nothing else|"
                    "name the role that does it, or one that does the work of the process as a whole]]");
        }
    }
}

}  // namespace ims::rules::no_responsible
