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

// Whoever has left stands in for nobody, nor does what is not in force.
bool is_there(const Page& page, RecordId role_or_person) {
    const RecordView record = page.graph[role_or_person];
    return record.is(kinds::person) ? page.facts.people().is_here(role_or_person) : record.active();
}

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
        for (const Responsibility& each : page.facts.responsibilities().all(role)) {
            for (const RecordId process : each.processes) {
                if (page.facts.process(process) != nullptr) processes.insert(process);
            }
        }
    }
    return processes;
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
    if (page.graph[page.subject].is(kinds::person) && !is_there(page, page.subject)) return {};
    return titles_of(page, roles, [&](RecordId role) {
        std::vector<RecordId> all = naming(page, role, fields::role::deputies);
        if (!page.graph[page.subject].is(kinds::person)) return all;
        for (const RecordId each : naming(page, page.subject, fields::role::deputies)) all.push_back(each);
        return all;
    });
}

TableCell deputies_cell(const Page& page, Roles roles) {
    bool gone = false;
    bool unsure = false;
    const Words titles = titles_of(page, roles, [&](RecordId role) {
        std::vector<RecordId> there;
        const FieldView written = page.graph[role][fields::role::deputies];
        unsure = unsure || written.invalid();
        for (const FieldView item : written.children()) unsure = unsure || !item.target().known();
        for (const Edge& edge : page.graph.edges(role, fields::role::deputies)) {
            const RecordView each = page.graph[edge.other];
            if (each.unread()) unsure = true;
            else if (is_there(page, edge.other)) there.push_back(edge.other);
            else gone = true;
        }
        return there;
    });
    if (!titles.empty()) return titles;
    if (!gone || unsure) return {};
    return {page.say("nobody who is named is there"), std::vector<std::string>()};
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
