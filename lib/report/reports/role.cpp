// A role's job description: what it is for, what it takes part in, what it does for each discipline, what it must be
// able to do, who stands in, and what is missing.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/gap.h"
#include "report/prose.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::role {
namespace {

namespace own = fields::role;

class RoleReport {
public:
    explicit RoleReport(const ReportInput& input)
        : page_(input, "role", "Job description: {}", plain(input.analysis.graph[input.subject].title())),
          role_(page_.graph[page_.subject]) {}

    Document run() {
        add_purpose();
        add_place();
        add_processes();
        add_responsibilities();
        add_authority();
        add_competences();
        add_missing();
        return page_.finish();
    }

private:
    void add_purpose() {
        const std::string_view purpose = role_[own::purpose].text();
        if (!purpose.empty()) page_.add(read_prose(purpose));
        if (const std::string_view text = role_[fields::description].text(); !text.empty()) page_.add(read_prose(text));
    }

    void add_place() {
        page_.heading(2, "Place in the organisation");
        Bullets list;
        const auto add = [&](Message label, const Words& words) {
            if (!words.empty()) list.items.push_back({page_.say("{} {}", strong(page_.say(label)), words), {}});
        };
        add("Reports to:", page_.titles(role_.linked(own::reports_to)));
        const auto deputies = role_.linked(own::deputies);
        const bool group = role_.says_yes(own::group);
        add("Deputies:", !deputies.empty() ? page_.titles(deputies)
                         : group           ? page_.say("none needed")
                                           : page_.say("none named"));
        add("[[Takes over what stands in:|Takes over the part of:]]", page_.titles(role_.linked(own::includes)));
        if (!role_.active()) {
            page_.add(std::move(list));
            return;
        }
        const Holders& holders = page_.facts.people().holders(page_.subject);
        if (holders.vacant()) add("Held by:", strong(page_.say("nobody at present")));
        else if (page_.facts.people().only_included(page_.subject) && page_.audience() == Audience::readers)
            add("Held by:", page_.say("everyone who takes over its part"));
        else if (holders.known) add("Held by:", holder_words(page_, holders));
        else if (group) add("Held by:", page_.say("a team or a community, nobody in particular"));
        else add("Held by:", page_.say("not stated"));
        page_.add(std::move(list));
    }

    void add_processes() {
        if (!role_.active()) return;
        Table table{.key = "processes",
                    .title = "Processes",
                    .columns = {{"process", "Process", {}, Column::Holds::record},
                                {"part", "Takes part as"},
                                {"carries", "The process carries"},
                                {"answers", "The role answers for"}}};
        for (const RecordId id : page_.facts.processes_of(page_.subject)) {
            const ProcessFacts& facts = *page_.facts.process(id);
            const Participant& part = *facts.participant(page_.subject);
            table.rows.push_back(
                {page_.titled(id), spoken(page_, part), disciplines(facts.concerned), disciplines(part.answers_for())});
        }
        page_.add_titled(2, std::move(table), page_.say("It takes part in no process."));
    }

    TableCell disciplines(DisciplineSet set) const {
        return {set.empty() ? page_.say("none") : discipline_words(page_, set), page_.settings.names(set)};
    }

    void add_responsibilities() {
        page_.heading(2, "Responsibilities");
        if (!role_.active()) return page_.paragraph("Not judged: the role is not in force.");
        const auto all = page_.facts.responsibilities(page_.subject);
        bool any = false;
        for (const Discipline discipline : page_.settings.in_force()) {
            any = add_group(capitalised(page_.say("{}", in_words(discipline))), all,
                            [&](const Responsibility& each) { return each.disciplines.has(discipline); }) ||
                  any;
        }
        any = add_group(page_.say("In general"), all,
                        [](const Responsibility& each) { return each.disciplines.empty(); }) ||
              any;
        if (!any) page_.paragraph("None is written down.");
    }

    template <class Belongs>
    bool add_group(Words heading, std::span<const Responsibility> all, const Belongs& belongs) {
        Bullets list;
        for (const Responsibility& each : all) {
            if (belongs(each)) list.items.push_back({told(each), {}});
        }
        if (list.items.empty()) return false;
        page_.heading(3, std::move(heading));
        page_.add(std::move(list));
        return true;
    }

    Words told(const Responsibility& each) const {
        Words words = read_prose_line(each.entry[own::responsibilities.does].text());
        std::vector<Words> places;
        const auto add = [&](Field field) {
            for (const FieldView item : each.entry[field].children()) {
                const auto target = target_of(page_.graph, item);
                if (!target) continue;
                places.push_back(page_.called(target->record()));
            }
        };
        add(own::responsibilities.processes);
        add(own::responsibilities.about);
        if (!places.empty()) words = page_.say("{} ({})", words, page_.in_a_list(places));
        const FieldView level = each.entry[own::responsibilities.level];
        if (!level.word().empty() && level.word() != "responsible") words = page_.say("{}, {}", words, plain(level));
        if (each.stated_by != page_.subject)
            words = page_.say("[[{0} — from {1}|{0} (taken over from {1})]]", words, page_.titled(each.stated_by));
        return words;
    }

    void add_authority() {
        Bullets list;
        for (const FieldView item : role_[own::authority].children())
            list.items.push_back({read_prose_line(item.text()), {}});
        if (list.items.empty()) return;
        page_.heading(2, "Authority");
        page_.add(std::move(list));
    }

    void add_competences() {
        if (!role_.active()) return;
        const People& people = page_.facts.people();
        Table table{.key = "competences",
                    .title = "Competences",
                    .columns = {{"competence", "Competence", {}, Column::Holds::record},
                                {"level", "Level"},
                                {"held", "How many holders have it"}}};
        for (const RequiredCompetence& required : people.required(page_.subject)) {
            // How many, not who: that stands with the person.
            std::map<Fit, std::size_t> counts;
            for (const RecordId person : people.holders(page_.subject).people)
                ++counts[people.match(person, required).fit];
            std::vector<Words> held;
            for (const auto& [how, count] : counts) held.push_back(page_.say("{}: {}", fit(how), count));
            table.rows.push_back({page_.titled(required.competence), raw(required.level),
                                  held.empty() ? page_.say("no person is named") : listed(held)});
        }
        page_.add_titled(2, std::move(table), page_.say("None is asked for."));
    }

    static Message fit(Fit fit) {
        switch (fit) {
            case Fit::met: return "[[yes|have it]]";
            case Fit::missing: return "no evidence found";
            case Fit::expired: return "expired";
            case Fit::too_low: return "not at this level";
            case Fit::level_unknown: return "level not stated";
            case Fit::not_comparable:
            case Fit::undecided: return "level cannot be compared";
        }
        return {};
    }

    void add_missing() {
        static constexpr KindId kNearby[] = {kinds::person, kinds::competence};
        ims::add_missing(page_, kNearby);
    }

    Page page_;
    RecordView role_;
};

}  // namespace

Document build(const ReportInput& input) { return RoleReport(input).run(); }

}  // namespace ims::reports::role
