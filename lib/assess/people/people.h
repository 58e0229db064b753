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
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// Who holds a role. People count where they are named, `holders` for those who are not.
struct Holders {
    std::vector<RecordId> people;  // here today, in the order of records
    std::vector<RecordId> gone;    // named, but left, retired or still a draft
    std::uint32_t unnamed = 0;     // how many more `holders` tells of
    bool known = false;            // it is said who or how many, and all that could say so could be read

    // At least so many; where it is known, exactly so many.
    [[nodiscard]] std::size_t count() const { return people.size() + unnamed; }
    [[nodiscard]] bool vacant() const { return known && count() == 0; }
    // Somebody holds it, and all who do are named.
    [[nodiscard]] bool named() const { return known && unnamed == 0 && !people.empty(); }
};

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
    // Who holds the role, or one that includes it, in the order of records.
    [[nodiscard]] std::span<const RecordId> doers(RecordId role) const { return doers_[place(role)]; }
    // The one person behind a role or person; none where it may be several, or nobody. Behind a role of which nothing
    // is said of who holds it are those who hold a role that includes it.
    [[nodiscard]] RecordId the_one(RecordId role_or_person) const;
    // Whether somebody else may stand in: a deputy, or one of those who hold a deputy role. Holders who are not known
    // may be anybody.
    [[nodiscard]] bool may_stand_in(RecordId role, RecordId other_than) const;

    // It exists only for what others take over with `includes`: it takes part in no process, and nobody is named as
    // holding it ("staff", for what is everyone's).
    [[nodiscard]] bool only_included(RecordId role) const { return only_included_[place(role)]; }
    // It has no responsibility of its own or taken over, takes no part, gives no competence to others, and no record
    // has anything to do for it.
    [[nodiscard]] bool idle(RecordId role) const { return idle_[place(role)]; }

    // Each competence once, at the highest level asked; those of included roles last.
    [[nodiscard]] std::span<const RequiredCompetence> required(RecordId role) const { return required_[place(role)]; }
    [[nodiscard]] std::span<const HeldCompetence> held(RecordId person) const { return held_[place(person)]; }
    // What the roles of a person ask for: each competence once, by the role that asks most.
    [[nodiscard]] std::vector<AskedCompetence> asked_of(RecordId person) const;
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
    std::vector<std::vector<RecordId>> doers_;
    std::vector<std::vector<RequiredCompetence>> required_;
    std::vector<bool> only_included_;
    std::vector<bool> idle_;
    std::vector<std::vector<RecordId>> role_accountable_;
    std::vector<std::vector<RecordId>> person_accountable_;  // by place among people
    std::vector<std::vector<HeldCompetence>> held_;
    std::vector<Ability> abilities_;  // by place among competences
};

People find_people(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
                   Date today);

// The place of a level among those that a competence lists, lowest 0; none where it is not among them.
std::optional<std::size_t> level_place(const RecordView& competence, std::string_view level);

}  // namespace ims
