// Who holds which role, what they are able to do, who stands in, and who answers for which process: what the rules on
// responsibilities and the reports on roles (RACI, competence matrix, bottlenecks, vacancies) both need.
// A person is here today who is in force (neither draft nor retired) and has not left.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "assess/participation/participation.h"
#include "assess/participation/responsibilities.h"
#include "assess/people/by_competence.h"
#include "assess/people/holders.h"
#include "assess/records/closure.h"
#include "assess/records/record_index.h"
#include "assess/records/record_table.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// A competence that a role asks for, itself or through a role that it includes.
struct RequiredCompetence {
    RecordId competence;
    FieldView entry;         // of the role that asks
    RecordId stated_by;      // that role
    std::string_view level;  // the lowest that will do, as written; empty: any
};

// … and a person who holds that role is asked for.
struct AskedCompetence {
    RequiredCompetence required;
    RecordId role;
};

struct HeldCompetence {
    RecordId competence;
    FieldView entry;       // of the person
    bool expired = false;  // valid until a day before today
    bool undated = false;  // has to be renewed, and nothing says until when it is valid
};

inline RecordId competence_of(const RequiredCompetence& each) { return each.competence; }
inline RecordId competence_of(const AskedCompetence& each) { return each.required.competence; }
inline RecordId competence_of(const HeldCompetence& each) { return each.competence; }

// How what a person is able to do fits what is asked.
enum class Fit : std::uint8_t {
    met,
    missing,  // no entry
    expired,  // an entry that would do has run out
    too_low,
    level_unknown,   // the entry names no level
    not_comparable,  // both name a level, and the competence lists none
    undecided,       // a level is none of those that the competence lists, which is reported as such
};

struct Match {
    Fit fit = Fit::missing;
    FieldView entry;  // the person's entry that was judged; none where it is missing
};

// How many are able to do what a competence names.
struct Ability {
    std::vector<RecordId> people;   // here today, with a valid entry of any level, in the order of records
    std::vector<RecordId> expired;  // here today, with nothing but entries that have run out
    std::uint32_t lacking = 0;      // people of whom a role asks it and who do not have it as asked, expired ones too
    bool all_named = true;          // every role that asks for it says who holds it, or that nobody does
};

// RACI: responsible does the work, accountable answers for it, consulted is asked before, informed is told after.
enum class Raci : std::uint8_t { responsible = 1, accountable = 2, consulted = 4, informed = 8 };

struct RaciEntry {
    RecordId who;  // a role, or the person who owns the process
    // Sets of Raci: of the process itself, and of one of its activities. Who says so in a responsibility of its own is
    // responsible (consulted, informed) for the process itself, yet accountable only for that part.
    std::uint8_t whole = 0;
    std::uint8_t part = 0;
    [[nodiscard]] bool is(Raci letter) const { return ((whole | part) & static_cast<std::uint8_t>(letter)) != 0; }
};

class People {
public:
    [[nodiscard]] const Holders& holders(RecordId role) const { return holders_[place(role)]; }
    // Roles in force that a person holds; those that the held roles include are not among them.
    [[nodiscard]] std::vector<RecordId> roles_of(RecordId person) const;
    [[nodiscard]] bool is_here(RecordId person) const;
    // Who holds the role, or one that includes it, in the order of records. Computed when asked.
    [[nodiscard]] std::vector<RecordId> doers(RecordId role) const;
    // The one person behind a role or person; none where it may be several, or nobody. Behind a role of which nothing
    // is said of who holds it are those who hold a role that includes it.
    [[nodiscard]] RecordId the_one(RecordId role_or_person) const;
    // Whether somebody else may stand in: a deputy, or one of those who hold a deputy role. Holders who are not known
    // may be anybody.
    [[nodiscard]] bool may_stand_in(RecordId role, RecordId other_than) const;
    // All that is written of its deputies could be read, and is known.
    [[nodiscard]] bool deputies_known(RecordId role) const;

    // It exists only for what others take over with `includes`: it takes part in no process, and nobody is named as
    // holding it ("staff", for what is everyone's).
    [[nodiscard]] bool only_included(RecordId role) const { return only_included_[place(role)]; }
    // It has no responsibility of its own or taken over, takes no part, gives no competence to others, and no record
    // has anything to do for it.
    [[nodiscard]] bool idle(RecordId role) const { return idle_[place(role)]; }

    // Each competence once, at the highest level asked; those of included roles last.
    [[nodiscard]] const ByCompetence<RequiredCompetence>& required(RecordId role) const {
        return required_[place(role)];
    }
    // It, or a role that it includes, says that it asks for competences, whichever.
    [[nodiscard]] bool asks(RecordId role) const { return asks_[role].found; }
    // In the order of the person's entries.
    [[nodiscard]] const ByCompetence<HeldCompetence>& held(RecordId person) const { return held_[place(person)]; }
    // What the roles of a person ask for: each competence once, by the role that asks most.
    [[nodiscard]] const ByCompetence<AskedCompetence>& asked_of(RecordId person) const { return asked_[place(person)]; }
    [[nodiscard]] Match match(RecordId person, const RequiredCompetence& asked) const;
    [[nodiscard]] const Ability& ability(RecordId competence) const { return abilities_[place(competence)]; }

    // Who is accountable for a process: its owner, a role or a person; without an owner, the accountable of its
    // activities.
    [[nodiscard]] std::vector<RecordId> accountable(RecordId process) const;
    // Processes in force that a role or person is accountable for; a person's own and those of roles held by no other.
    [[nodiscard]] std::span<const RecordId> accountable_for(RecordId role_or_person) const;
    // How roles stand to a process, in the order of records; an entry without letters takes part in no stated way.
    [[nodiscard]] std::vector<RaciEntry> raci(const Responsibilities& responsibilities, RecordId process) const;

private:
    friend class PeopleFinder;
    [[nodiscard]] std::size_t place(RecordId record) const { return place_[record.index()]; }
    const Graph* graph_ = nullptr;
    Date today_;
    std::vector<std::uint32_t> place_;  // by record: its place among the records of its kind
    std::vector<Holders> holders_;      // this and the following: by place among roles
    RecordTable<Behind> behind_;
    std::vector<ByCompetence<RequiredCompetence>> required_;
    RecordTable<Anywhere> asks_;
    std::vector<bool> only_included_;
    std::vector<bool> idle_;
    std::vector<std::vector<RecordId>> role_accountable_;
    std::vector<std::vector<RecordId>> person_accountable_;  // by place among people
    std::vector<ByCompetence<HeldCompetence>> held_;
    std::vector<ByCompetence<AskedCompetence>> asked_;
    std::vector<Ability> abilities_;  // by place among competences
};

// `included`: see find_included; `places`: see RecordIndex::by_kind.
People find_people(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
                   const Closure& included, const RecordIndex& places, Date today);

// The place of a level among those that a competence lists, lowest 0; none where it is not among them.
std::optional<std::size_t> level_place(const RecordView& competence, std::string_view level);

}  // namespace ims
