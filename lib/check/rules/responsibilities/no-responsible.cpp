#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    constexpr std::string_view why = "work that is everybody's is left to the one who happens to be there";
    if (activities == 0) {
        if (process[own::activities].invalid() || !process.lacks(own::roles)) return;
        if (context.graph.may_be_unread(kinds::role)) return;
        const auto says_so = [](const RaciEntry& each) {
            return (each.whole & static_cast<std::uint8_t>(Raci::responsible)) != 0;
        };
        if (std::ranges::any_of(context.facts.people().raci(context.facts.responsibilities(), process.record()),
                                says_so))
            return;
        report.on(process, fmt::format("nobody is named who does the work of process {}", ticked(process)))
            .field("responsible")
            .note(std::string(why))
            .help("add `responsible: [ROLE]` to the process, or a responsibility that names it to a role");
    } else if (without.size() == activities) {
        report
            .on(process, fmt::format("nobody is named who does the work of process {}, nor of {}", ticked(process),
                                     activities == 1 ? "its activity" : "any of its activities"))
            .field("responsible")
            .note(std::string(why))
            .help("add `responsible: [ROLE]` to the process, or to each of its activities");
    } else {
        for (const FieldView& activity : without) {
            const FieldView name = activity[own::activities.name];
            report
                .at(process, name ? name : activity,
                    fmt::format("nobody is named who does activity `{}`", visible(shorten(name.text(), 60))))
                .field(fmt::format("activities[{}].responsible", name.text()))
                .note(std::string(why))
                .help("add `responsible: [ROLE]` to this activity, or to the process for all that say nothing else");
        }
    }
}

}  // namespace ims::rules::no_responsible
