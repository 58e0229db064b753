#include "report/sections/job.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "assess/participation/roles.h"
#include "report/prose.h"
#include "report/sections/hazards.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Roles = std::span<const RecordId>;

template <class Names>
Words titles_of(const Page& page, Roles roles, const Names& names) {
    std::vector<RecordId> all;
    for (const RecordId role : roles) {
        for (const RecordId each : names(role)) {
            if (!is_among(all, each) && !is_among(roles, each)) all.push_back(each);
        }
    }
    return page.titles(all);
}

std::vector<RecordId> linked(const Page& page, RecordId role, Field field) {
    std::vector<RecordId> all;
    for (const RecordView each : page.graph[role].linked(field)) all.push_back(each.record());
    return all;
}

// Roles in force that name one in a field.
std::vector<RecordId> naming(const Page& page, RecordId record, Field field) {
    std::vector<RecordId> all;
    for (const Edge& edge : page.graph.references_to(record)) {
        if (edge.field == field && page.graph[edge.other].active() && !is_among(all, edge.other))
            all.push_back(edge.other);
    }
    return all;
}

// Processes in force that name one of the roles, or that it names in a responsibility.
std::set<RecordId> processes_naming(const Page& page, Roles roles) {
    std::set<RecordId> processes;
    for (const RecordId role : roles) {
        if (!page.graph[role].active()) continue;
        for (const Edge& edge : page.graph.references_to(role)) {
            if (page.facts.process(edge.other) != nullptr) processes.insert(edge.other);
        }
        for (const Responsibility& each : page.facts.responsibilities(role)) {
            for (const RecordId process : each.processes) {
                if (page.facts.process(process) != nullptr) processes.insert(process);
            }
        }
    }
    return processes;
}

// --- Tasks

struct Duty {
    const Responsibility* said = nullptr;
    std::vector<RecordId> processes;  // in force
};

std::vector<Duty> duties_of(const Page& page, Roles roles) {
    std::vector<Duty> all;
    std::set<std::pair<RecordId, std::uint32_t>> told;
    for (const RecordId role : roles) {
        if (!page.graph[role].active()) continue;
        for (const Responsibility& each : page.facts.responsibilities(role)) {
            if (!told.emplace(each.stated_by, each.entry.index()).second) continue;
            Duty duty{&each, {}};
            for (const FieldView item : each.entry[fields::role::responsibilities.processes].children()) {
                const auto process = target_of(page.graph, item);
                if (process && !is_among(duty.processes, process->record()))
                    duty.processes.push_back(process->record());
            }
            all.push_back(std::move(duty));
        }
    }
    return all;
}

// What is told under the title of the role that says it does not say so again.
enum class Whose : bool { told, to_tell };

Bullets::Item duty_item(const Page& page, Roles roles, const Duty& duty, Whose whose) {
    namespace own = fields::role;
    const Responsibility& said = *duty.said;
    Words words = read_prose_line(said.entry[own::responsibilities.does].text());
    const FieldView level = said.entry[own::responsibilities.level];
    if (!level.word().empty() && level.word() != "responsible") words = page.say("{}: {}", plain(level), words);
    if (!said.disciplines.empty()) {
        const Words disciplines = discipline_words(page, said.disciplines);
        words = page.say("{} — {}", words, emphasis(disciplines.plain()));
    }
    const std::span<const RecordId> more = std::span(duty.processes).subspan(duty.processes.empty() ? 0 : 1);
    if (!more.empty()) words = page.say("{}; also in {}", words, page.titles(more));
    if (whose == Whose::to_tell) words = as_one_of(page, roles, said.stated_by, std::move(words));
    return {std::move(words), {}};
}

// "Owner and responsible."; of several roles each for itself.
void add_part(Page& page, Roles roles, RecordId process) {
    const ProcessFacts* const facts = page.facts.process(process);
    if (facts == nullptr) return;
    std::vector<Words> parts;
    for (const RecordId role : roles) {
        const Participant* const part = facts->participant(role);
        if (part == nullptr) continue;
        const Words spoken_part = spoken(page, *part);
        parts.push_back(roles.size() > 1 ? page.say("{}: {}", page.titled(role), spoken_part)
                                         : capitalised(spoken_part));
    }
    if (!parts.empty()) page.paragraph("{}.", listed(parts, "; "));
}

// What takes part somewhere without a task of its own there.
void add_other_processes(Page& page, Roles roles, const std::set<RecordId>& told) {
    Bullets list;
    for (const RecordId role : roles) {
        if (!page.graph[role].active()) continue;
        for (const RecordId process : page.facts.processes_of(role)) {
            const Participant* const part = page.facts.process(process)->participant(role);
            if (told.contains(process) || part == nullptr) continue;
            list.items.push_back(
                {as_one_of(page, roles, role, page.say("{}: {}", page.titled(process), spoken(page, *part))), {}});
        }
    }
    if (list.items.empty()) return;
    page.heading(3, "Takes part, without a task that is written down");
    page.add(std::move(list));
}

}  // namespace

bool is_among(Roles roles, RecordId role) { return std::ranges::find(roles, role) != roles.end(); }

// The roles, and those that they take over.
std::vector<RecordId> with_included(const Page& page, Roles roles) {
    std::vector<RecordId> all(roles.begin(), roles.end());
    for (const RecordId role : roles) {
        for (const RecordId included : included_roles(page.graph, role)) {
            if (!is_among(all, included)) all.push_back(included);
        }
    }
    return all;
}

// Words that hold for one role, behind which it is said, where it could be another one.
Words as_one_of(const Page& page, Roles roles, RecordId role, Words words) {
    if (!is_among(roles, role)) return page.say("{} (as part of {})", words, page.titled(role));
    return roles.size() > 1 ? page.say("{} (as {})", words, page.titled(role)) : words;
}

Words reports_to(const Page& page, Roles roles) {
    return titles_of(page, roles, [&](RecordId role) { return linked(page, role, fields::role::reports_to); });
}

Words led_by(const Page& page, Roles roles) {
    return titles_of(page, roles, [&](RecordId role) { return naming(page, role, fields::role::reports_to); });
}

Words stands_in_for(const Page& page, Roles roles) {
    return titles_of(page, roles, [&](RecordId role) {
        std::vector<RecordId> all = naming(page, role, fields::role::deputies);
        if (!page.graph[page.subject].is(kinds::person)) return all;
        for (const RecordId each : naming(page, page.subject, fields::role::deputies)) all.push_back(each);
        return all;
    });
}

Words deputies_of(const Page& page, Roles roles) {
    return titles_of(page, roles, [&](RecordId role) { return linked(page, role, fields::role::deputies); });
}

void add_tasks(Page& page, Roles roles) {
    page.heading(2, "Tasks");
    const std::vector<Duty> duties = duties_of(page, roles);
    std::map<RecordId, Bullets> by_process;
    std::vector<std::pair<RecordId, Bullets>> general;  // by the role that says it
    for (const Duty& duty : duties) {
        if (!duty.processes.empty()) {
            by_process[duty.processes.front()].items.push_back(duty_item(page, roles, duty, Whose::to_tell));
            continue;
        }
        const RecordId whose = duty.said->stated_by;
        if (general.empty() || general.back().first != whose) general.emplace_back(whose, Bullets());
        general.back().second.items.push_back(duty_item(page, roles, duty, Whose::told));
    }
    if (duties.empty()) page.paragraph("None is written down.");
    std::set<RecordId> told;
    for (const Duty& duty : duties) told.insert(duty.processes.begin(), duty.processes.end());
    for (auto& [process, list] : by_process) {
        page.heading(3, Words(page.titled(process)));
        add_part(page, roles, process);
        page.add(std::move(list));
    }
    for (auto& [whose, list] : general) {
        if (!is_among(roles, whose)) page.heading(3, "As part of {}", page.titled(whose));
        else if (roles.size() > 1) page.heading(3, "As {}", page.titled(whose));
        else if (!by_process.empty()) page.heading(3, "In all that the role does");
        page.add(std::move(list));
    }
    add_other_processes(page, roles, told);
}

void add_asked_and_told(Page& page, Roles roles) {
    Table table{.key = "asked-and-told",
                .title = "Asked and told",
                .columns = {{"process", "Process", {}, Column::Holds::record},
                            {"how", "How"},
                            {"by", "By", {}, Column::Holds::records}}};
    for (const RecordId process : processes_naming(page, roles)) {
        for (const RaciEntry& entry : page.facts.people().raci(page.facts.responsibilities(), process)) {
            if (!is_among(roles, entry.who)) continue;
            std::vector<Words> how;
            if (entry.is(Raci::consulted)) how.push_back(page.say("is asked before"));
            if (entry.is(Raci::informed)) how.push_back(page.say("is told after"));
            if (how.empty()) continue;
            table.rows.push_back({page.titled(process), as_one_of(page, roles, entry.who, listed(how)),
                                  page.titles(page.facts.people().accountable(process))});
        }
    }
    page.add_titled(2, std::move(table));
}

void add_authority(Page& page, Roles roles) {
    page.heading(2, "Authority and limits");
    Bullets list;
    for (const RecordId role : with_included(page, roles)) {
        for (const FieldView item : page.graph[role][fields::role::authority].children())
            list.items.push_back({as_one_of(page, roles, role, read_prose_line(item.text())), {}});
    }
    if (list.items.empty()) page.paragraph("Nothing is written down.");
    else page.add(std::move(list));
}

void add_not_to_combine(Page& page, Roles roles) {
    namespace own = fields::role;
    // The other role, and what makes up for it if one person holds both after all.
    std::map<std::pair<RecordId, RecordId>, RecordId> conflicts;
    const auto add = [&](RecordId role, RecordId other, const FieldView& entry) {
        RecordId& control = conflicts[{role, other}];
        if (const auto made_up = target_of(page.graph, entry[own::conflicts_with.compensated_by]))
            control = made_up->record();
    };
    for (const RecordId role : roles) {
        for (const FieldView entry : page.graph[role][own::conflicts_with].children()) {
            if (const auto other = target_of(page.graph, entry[own::conflicts_with.role]))
                add(role, other->record(), entry);
        }
        for (const RecordId other : naming(page, role, own::conflicts_with.role)) {
            for (const FieldView entry : page.graph[other][own::conflicts_with].children()) {
                const auto named = target_of(page.graph, entry[own::conflicts_with.role]);
                if (named && named->record() == role) add(role, other, entry);
            }
        }
    }
    if (conflicts.empty()) return;
    page.heading(2, "Not to be held together");
    Bullets list;
    for (const auto& [pair, control] : conflicts) {
        Words words = Words(page.titled(pair.second));
        if (control.known())
            words = page.say("{}; if one person holds both after all, this makes up for it: {}", words,
                             control_words(page, page.graph[control]));
        list.items.push_back({as_one_of(page, roles, pair.first, std::move(words)), {}});
    }
    page.add(std::move(list));
}

}  // namespace ims
