#include <optional>
#include <set>
#include <utility>

#include "report/prose.h"
#include "report/sections/job.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Roles = std::span<const RecordId>;

struct PartInPlan {
    RecordId plan;
    std::vector<Words> lines;
};

Words with_time(const Page& page, Words does, const FieldView& within) {
    return within.duration() ? page.say("{}, within {}", does, plain(within)) : does;
}

// What a plan has one of the roles do; nothing where it names none.
PartInPlan part_in(const Page& page, Roles roles, Roles all, const RecordView& plan) {
    namespace own = fields::plan;
    PartInPlan part{plan.record(), {}};
    const auto named = [&](const FieldView& field) -> std::optional<RecordId> {
        const auto target = target_of(page.graph, field);
        if (!target) return std::nullopt;
        const RecordId record = target->record();
        return record == page.subject || is_among(all, record) ? std::optional(record) : std::nullopt;
    };
    const auto add = [&](RecordId whose, Words words) {
        part.lines.push_back(page.graph[whose].is(kinds::person) ? std::move(words)
                                                                 : as_one_of(page, roles, whose, std::move(words)));
    };
    for (const FieldView entry : plan[own::calls].children()) {
        const auto who = named(entry[own::calls.who]);
        if (!who) continue;
        const FieldView how = entry[own::calls.how];
        add(*who, how ? page.say("Is called: {}", read_prose_line(how.text())) : page.say("Is called"));
    }
    // Once, whichever of several roles brings it.
    std::vector<RecordId> members;
    for (const RecordView member : plan.linked(own::team)) {
        if (is_among(all, member.record())) members.push_back(member.record());
    }
    if (members.size() > 1) part.lines.push_back(page.say("Belongs to the team"));
    else if (!members.empty()) add(members.front(), page.say("Belongs to the team"));
    std::size_t number = 0;
    for (const FieldView entry : plan[own::steps].children()) {
        ++number;
        if (const auto by = named(entry[own::steps.by])) {
            const Words does = read_prose_line(entry[own::steps.does].text());
            add(*by, page.say("Step {}: {}", number, with_time(page, does, entry[own::steps.within])));
        }
    }
    for (const RecordView owner : plan.linked(fields::owner)) {
        if (is_among(all, owner.record())) add(owner.record(), page.say("Answers for the plan"));
    }
    return part;
}

}  // namespace

void add_in_an_emergency(Page& page, Roles roles) {
    page.heading(2, "In an emergency");
    const std::vector<RecordId> all = with_included(page, roles);
    Bullets list;
    // In the order of records, as plans come.
    std::set<RecordId> plans;
    const auto add_plans_of = [&](RecordId who) {
        const std::span<const RecordId> theirs = page.analysis.plans_of(who);
        plans.insert(theirs.begin(), theirs.end());
    };
    if (page.subject.known()) add_plans_of(page.subject);
    for (const RecordId role : all) add_plans_of(role);
    for (const RecordId id : plans) {
        const RecordView plan = page.graph[id];
        PartInPlan part = part_in(page, roles, all, plan);
        if (part.lines.empty()) continue;
        const FieldView activation = plan[fields::plan::activation];
        const Words title = strong(Words(page.titled(id)));
        list.items.push_back(
            {activation ? page.say("{}, when this happens: {}", title, read_prose_line(activation.text())) : title,
             std::move(part.lines)});
    }
    if (list.items.empty()) page.paragraph("No plan names the role.");
    else page.add(std::move(list));
}

}  // namespace ims
