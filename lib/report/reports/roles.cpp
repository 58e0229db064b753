// All roles together: who does what in which process (RACI), who holds and deputises, where work piles up, what people
// are able to do.
#include <algorithm>
#include <set>

#include "diagnostics/rules.h"
#include "report/sections/cells.h"
#include "report/sections/job.h"
#include "report/sections/paper.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::roles {
namespace {

class RolesReport {
public:
    explicit RolesReport(const ReportInput& input) : page_(input, "roles", "Roles and responsibilities") {
        for (const RecordId id : page_.graph.of_kind(kinds::role)) {
            if (page_.graph[id].active()) roles_.push_back(id);
        }
    }

    Document run() {
        if (page_.audience() == Audience::readers && !roles_.empty()) add_summary();
        add_roles();
        add_raci();
        add_competences();
        add_findings("Vacancies and deputies", {RuleId::vacant_role, RuleId::role_without_deputy,
                                                RuleId::holders_unknown, RuleId::deputy_is_holder, RuleId::one_deep});
        add_findings("Where work piles up or mixes",
                     {RuleId::bottleneck, RuleId::duty_conflict, RuleId::self_approval});
        return page_.finish();
    }

private:
    const People& people() const { return page_.facts.people(); }

    // For the index; editors look at what is found, record by record.
    void add_summary() {
        page_.heading(2, "In short");
        std::set<RecordId> found;
        for (const Gap& gap : collect_gaps(page_)) {
            if (std::ranges::binary_search(roles_, gap.record)) found.insert(gap.record);
        }
        const Words count = strong(page_.say("{0} {0:role|roles}", roles_.size()));
        page_.paragraph(found.empty() ? page_.say("{}. No gap was found.", count)
                                      : page_.say("{}. Gaps were found in {} of them.", count, found.size()));
    }

    void add_roles() {
        page_.heading(2, "Roles");
        if (roles_.empty()) return page_.paragraph("There is no role in force.");
        const auto role = [&](RecordId id) { return page_.graph[id]; };
        TableOf<RecordId> table(
            {.key = "roles", .title = "Roles"},
            {{{"role", "Role", {}, Column::Holds::record}, [&](RecordId id) { return page_.introduced(id); }},
             {{"held_by", "Held by"}, [&](RecordId id) { return held_by(id); }},
             {{"deputies", "Deputies", {}, Column::Holds::records},
              [&](RecordId id) { return deputies_cell(page_, std::span(&id, 1)); }},
             {{"reports_to", "Reports to", {}, Column::Holds::record},
              [&](RecordId id) { return page_.titles(role(id).linked(fields::role::reports_to)); }},
             {{"processes", "Processes", Column::Align::right},
              [&](RecordId id) { return TableCell::number(page_.facts.processes_of(id).size()); }},
             {{"answers_for", "Answers for"}, [&](RecordId id) {
                  const DisciplineSet answers = answered_by(page_, id);
                  return TableCell(discipline_words(page_, answers), page_.settings.names(answers));
              }}});
        table.add_all(roles_);
        page_.add(table.take());
    }

    TableCell held_by(RecordId role) const {
        const Holders& holders = people().holders(role);
        if (people().only_included(role)) return page_.say("everyone who [[includes it|takes over its part]]");
        if (page_.graph[role].says_yes(fields::role::group) && holders.count() == 0) return page_.say("a group");
        if (!holders.known) return not_stated(page_);
        if (holders.vacant()) return strong(page_.say("nobody"));
        return holder_words(page_, holders);
    }

    // Roles by what they do in a process, not as a matrix: with twenty roles that would be wider than any page.
    void add_raci() {
        page_.heading(2, "Who does what");
        const auto in_part = [&](const RaciEntry& entry, Raci raci) {
            return (entry.whole & static_cast<std::uint8_t>(raci)) == 0;
        };
        const auto cell = [&](const std::vector<RaciEntry>& entries, Raci raci) {
            std::vector<Words> who;
            for (const RaciEntry& entry : entries) {
                if (!entry.is(raci)) continue;
                const Words name = page_.called(entry.who);
                who.push_back(in_part(entry, raci) ? page_.say("{} (in part)", name) : name);
            }
            return TableCell(page_.in_a_list(who));
        };
        Table table{.key = "raci",
                    .title = "Who does what",
                    .columns = {{"process", "Process", {}, Column::Holds::record},
                                {"accountable", "Answers for it", {}, Column::Holds::records},
                                {"responsible", "Does the work", {}, Column::Holds::records},
                                {"consulted", "Is asked before", {}, Column::Holds::records},
                                {"informed", "Is told after", {}, Column::Holds::records}}};
        bool any = false;
        bool parts = false;
        for (const ProcessFacts& facts : page_.facts.processes()) {
            const std::vector<RaciEntry> entries = people().raci(page_.facts.responsibilities(), facts.process);
            for (const RaciEntry& entry : entries) {
                any = any || (entry.whole | entry.part) != 0;
                parts = parts || (entry.part & ~entry.whole) != 0;
            }
            table.rows.push_back({page_.titled(facts.process), cell(entries, Raci::accountable),
                                  cell(entries, Raci::responsible), cell(entries, Raci::consulted),
                                  cell(entries, Raci::informed)});
        }
        if (!any) return page_.paragraph("No role takes part in a process.");
        if (parts) page_.paragraph("“In part”: only in an activity of the process.");
        page_.add(std::move(table));
    }

    void add_competences() {
        const auto competences = page_.graph.of_kind(kinds::competence);
        Table table{.key = "competences",
                    .title = "Competences",
                    .columns = {{"competence", "Competence", {}, Column::Holds::record},
                                {"needed", "Holders needed", Column::Align::right},
                                {"able", "Have it", Column::Align::right},
                                {"expired", "Expired", Column::Align::right},
                                {"lacking", "Asked of, without it", Column::Align::right}}};
        for (const RecordId id : competences) {
            const RecordView competence = page_.graph[id];
            if (!competence.active()) continue;
            const Ability& ability = people().ability(id);
            const auto needed = competence[fields::competence::holders_needed].number();
            table.rows.push_back({page_.introduced(id),
                                  needed ? TableCell::number(static_cast<std::size_t>(*needed)) : not_stated(page_),
                                  TableCell::number(ability.people.size()), TableCell::number(ability.expired.size()),
                                  TableCell::number(ability.lacking)});
        }
        page_.add_titled(2, std::move(table), page_.say("No competence is recorded."));
        add_competences_by_role();
    }

    // How many holders have what their role asks for; of those who are not named nobody knows.
    void add_competences_by_role() {
        Table table{.key = "competences-by-role",
                    .title = "Which role asks for what",
                    .columns = {{"role", "Role", {}, Column::Holds::record},
                                {"competence", "Competence", {}, Column::Holds::record},
                                {"level", "Level"},
                                {"holders", "Holders", Column::Align::right},
                                {"able", "Of these, have it"}}};
        for (const RecordId role : roles_) {
            const Holders& holders = people().holders(role);
            for (const RequiredCompetence& asked : people().required(role)) {
                // What is asked of everyone is told once, with the role that asks.
                if (asked.stated_by != role) continue;
                std::size_t able = 0;
                std::size_t unsure = 0;
                for (const RecordId person : holders.people) {
                    const Fit fit = people().match(person, asked).fit;
                    if (fit == Fit::met) ++able;
                    else if (fit >= Fit::level_unknown) ++unsure;
                }
                table.rows.push_back(
                    {page_.titled(role), page_.titled(asked.competence), raw(asked.level),
                     holders.known || holders.count() > 0 ? TableCell::number(holders.count()) : not_stated(page_),
                     able_cell(holders, able, unsure)});
            }
        }
        if (!table.rows.empty()) page_.add_titled(3, without_empty_columns(std::move(table)));
    }

    [[nodiscard]] TableCell able_cell(const Holders& holders, std::size_t able, std::size_t unsure) const {
        if (holders.people.empty()) return not_stated(page_, "no person is named");
        std::vector<Words> told = {page_.say("{} of {}", able, holders.people.size())};
        if (unsure > 0) told.push_back(page_.say("{} cannot be judged", unsure));
        if (holders.unnamed > 0) told.push_back(page_.say("{} more without a name", holders.unnamed));
        return {listed(told, "; "), static_cast<std::int64_t>(able)};
    }

    void add_findings(Message heading, const std::vector<RuleId>& rules) {
        page_.heading(2, page_.say(heading));
        Bullets list;
        for (const Gap& gap : told_once(collect_gaps(page_))) {
            if (std::ranges::find(rules, gap.finding->rule) == rules.end()) continue;
            const Words found = page_.audience() == Audience::editors ? capitalised(page_.say(gap.finding->message))
                                                                      : page_.sentence(gap.finding->message);
            list.items.push_back(
                {page_.say("{}: {}", strong(page_.say("{}", gap.finding->grade)), behind_place(page_, gap, found)),
                 {}});
        }
        if (list.items.empty()) page_.paragraph("Nothing was found.");
        else page_.add(std::move(list));
    }

    Page page_;
    std::vector<RecordId> roles_;
};

}  // namespace

Document build(const ReportInput& input) { return RolesReport(input).run(); }

}  // namespace ims::reports::roles
