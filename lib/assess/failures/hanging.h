// What hangs on one person, or on two who would have to be away together: roles, work that nobody else does, and what
// nobody else answers for.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "assess/participation/participation.h"
#include "assess/participation/responsibilities.h"
#include "assess/people/people.h"
#include "link/graph.h"

namespace ims {

// Who keeps something going: people, and the role itself where it is said that one person holds it and not who.
// `open`: so many others, or others of whom nothing is known, that it goes on whoever two are away.
struct Support {
    RecordId first;
    RecordId second;
    bool open = false;
    void add(RecordId who);
    void add(const Support& other);
    [[nodiscard]] bool nobody() const { return !open && !first.known(); }
    [[nodiscard]] bool includes(RecordId who) const { return who == first || who == second; }
};

// Of a process whose work nobody is left to do: all of it, or one activity.
struct Standstill {
    RecordId process;
    RecordId role;       // that did it
    FieldView activity;  // none: the process itself
};

struct Hanging {
    std::vector<RecordId> roles;  // nobody holds them then, and nobody stands in
    std::vector<Standstill> standstills;
    std::vector<std::pair<RecordId, DisciplineSet>> answers;  // by process: what nobody there answers for then
};

// Who does the work of a role while somebody is away. `unsure`: nobody says who holds that role.
struct StandIn {
    RecordId who;
    bool unsure = false;
    bool operator==(const StandIn&) const = default;
};

class OnPeople {
public:
    OnPeople(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
             const People& people);

    // What hangs on one alone; with a second one, what hangs on both together and on neither alone.
    [[nodiscard]] const Hanging& on(RecordId who, RecordId second = {}) const;
    // The one holder of a role: a person, or the role itself where nobody says who it is; none where there are several,
    // nobody, or where it is not known, and of anything else than a role in force.
    [[nodiscard]] RecordId holder(RecordId role) const;
    // The deputies of a role, held by others than this one.
    [[nodiscard]] std::vector<StandIn> stand_ins(RecordId role, RecordId away) const;
    // Processes in force of which no record says who does the work.
    [[nodiscard]] const std::vector<RecordId>& nobody_says() const { return nobody_says_; }

private:
    void find_supports();
    void find_standstills(const RecordView& process, const Responsibilities& responsibilities);
    void find_answers(const ProcessFacts& process);
    [[nodiscard]] Support held_by(RecordId role) const;
    [[nodiscard]] Support of(const RecordView& role) const;
    Hanging* hanging(const Support& support);

    const Graph& graph_;
    const People& people_;
    std::map<RecordId, RecordId> holders_;
    std::map<RecordId, Support> supports_;  // of roles in force
    std::map<std::pair<RecordId, RecordId>, Hanging> hanging_;
    std::vector<RecordId> nobody_says_;
};

}  // namespace ims
