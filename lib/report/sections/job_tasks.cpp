#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "report/prose.h"
#include "report/sections/job.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Roles = std::span<const RecordId>;

// Where a duty serves which disciplines.
struct DutyPart {
    DisciplineSet disciplines;
    std::vector<RecordId> processes;  // in force
};

// What is said in the same words several times over is one duty.
struct Duty {
    FieldView entry;                     // the first that says it
    std::vector<RecordId> stated_by;     // roles
    std::vector<DutyPart> parts;         // never empty
    bool of_processes = false;           // it names some, in force or not
    std::vector<RecordId> not_in_force;  // of these

    [[nodiscard]] bool general() const { return !of_processes; }
    // All of the processes that it names are not in force, or not known.
    [[nodiscard]] bool idle() const { return of_processes && parts.front().processes.empty(); }
};

void add_once(std::vector<RecordId>& all, RecordId record) {
    if (!is_among(all, record)) all.push_back(record);
}

std::string words_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::string all;
    for (std::string word; in >> word;) all += (all.empty() ? "" : " ") + word;
    return all;
}

// Joins what is the same in one of the two ways, so that nothing is said to hold where nobody says so.
void add_part_of(Duty& duty, DutyPart part) {
    for (DutyPart& each : duty.parts) {
        if (each.processes == part.processes) {
            each.disciplines = each.disciplines | part.disciplines;
            return;
        }
        if (each.disciplines == part.disciplines && !each.processes.empty()) {
            for (const RecordId process : part.processes) add_once(each.processes, process);
            return;
        }
    }
    const bool in_force = !part.processes.empty();
    // What is in force comes first.
    if (in_force && duty.parts.size() == 1 && duty.parts.front().processes.empty())
        duty.parts.front() = std::move(part);
    else if (in_force || duty.parts.empty()) duty.parts.push_back(std::move(part));
}

void add_entry(const Page& page, Duty& duty, const Responsibility& said) {
    add_once(duty.stated_by, said.stated_by);
    DutyPart part{said.disciplines, {}};
    for (const FieldView item : said.entry[fields::role::responsibilities.processes].children()) {
        const RecordId process = item.target();
        if (process.known()) add_once(page.graph[process].active() ? part.processes : duty.not_in_force, process);
    }
    add_part_of(duty, std::move(part));
}

std::vector<Duty> duties_of(const Page& page, Roles roles) {
    namespace own = fields::role;
    std::vector<Duty> all;
    std::set<std::pair<RecordId, std::uint32_t>> told;
    // By whether they name processes, how far the duty goes, and the words.
    std::map<std::tuple<bool, std::string, std::string>, std::size_t> by_words;
    for (const RecordId role : roles) {
        if (!page.graph[role].active()) continue;
        for (const Responsibility& each : page.facts.responsibilities().all(role)) {
            if (!told.emplace(each.stated_by, each.entry.index()).second) continue;
            const bool of_processes = static_cast<bool>(each.entry[own::responsibilities.processes]);
            const auto [place, is_new] =
                by_words.try_emplace({of_processes, std::string(each.entry[own::responsibilities.level].word()),
                                      words_of(each.entry[own::responsibilities.does].text())},
                                     all.size());
            if (is_new) all.push_back({each.entry, {}, {}, of_processes, {}});
            add_entry(page, all[place->second], each);
        }
    }
    return all;
}

// What is told under the title of the role that says it does not say so again.
enum class Whose : bool { told, to_tell };

Words with_whose(const Page& page, Roles roles, const Duty& duty, Words words, Whose whose) {
    std::vector<RecordId> own;
    for (const RecordId each : duty.stated_by) {
        if (is_among(roles, each)) own.push_back(each);
    }
    if (whose == Whose::told) {
        std::erase(own, duty.stated_by.front());
        return own.empty() ? words : page.say("{} (also as {})", words, page.titles(own));
    }
    if (own.size() > 1) return page.say("{} (as {})", words, page.titles(own));
    return as_one_of(page, roles, own.empty() ? duty.stated_by.front() : own.front(), std::move(words));
}

Words with_disciplines(const Page& page, Words words, DisciplineSet disciplines) {
    if (disciplines.empty()) return words;
    return page.say("{} — {}", words, emphasis(discipline_words(page, disciplines).plain()));
}

Bullets::Item duty_item(const Page& page, Roles roles, const Duty& duty, Whose whose) {
    namespace own = fields::role;
    Words words = read_prose_line(duty.entry[own::responsibilities.does].text());
    const FieldView level = duty.entry[own::responsibilities.level];
    if (!level.word().empty() && level.word() != "responsible") words = page.say("{}: {}", plain(level), words);
    bool first = true;
    for (const DutyPart& part : duty.parts) {
        const std::span<const RecordId> more =
            std::span(part.processes).subspan(first && !part.processes.empty() ? 1 : 0);
        if (first) words = with_disciplines(page, std::move(words), part.disciplines);
        if (!more.empty()) {
            const Words where = page.titles(more);
            words = page.say("{}; also in {}", words, first ? where : with_disciplines(page, where, part.disciplines));
        }
        first = false;
    }
    if (duty.idle() && !duty.not_in_force.empty()) words = page.say("{} ({})", words, page.titles(duty.not_in_force));
    return {with_whose(page, roles, duty, std::move(words), whose), {}};
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

void add_tasks(Page& page, Roles roles) {
    page.heading(2, "Tasks");
    const std::vector<Duty> duties = duties_of(page, roles);
    std::map<RecordId, Bullets> by_process;
    std::vector<std::pair<RecordId, Bullets>> general;  // by the role that says it
    Bullets idle;
    std::set<RecordId> told;
    for (const Duty& duty : duties) {
        for (const DutyPart& part : duty.parts) told.insert(part.processes.begin(), part.processes.end());
        if (duty.idle()) {
            idle.items.push_back(duty_item(page, roles, duty, Whose::to_tell));
        } else if (!duty.general()) {
            const RecordId process = duty.parts.front().processes.front();
            by_process[process].items.push_back(duty_item(page, roles, duty, Whose::to_tell));
        } else {
            const RecordId whose = duty.stated_by.front();
            if (general.empty() || general.back().first != whose) general.emplace_back(whose, Bullets());
            general.back().second.items.push_back(duty_item(page, roles, duty, Whose::told));
        }
    }
    if (duties.empty()) page.paragraph("None is written down.");
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
    if (idle.items.empty()) return;
    page.heading(3, "In processes that are not in force, or not known");
    page.add(std::move(idle));
}

}  // namespace ims
