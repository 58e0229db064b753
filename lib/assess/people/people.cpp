#include "assess/people/people.h"

#include <algorithm>

#include "assess/participation/roles.h"
#include "assess/records/record_set.h"
#include "schema/fields.h"

namespace ims {
namespace {

void sort_and_unite(std::vector<RecordId>& records) {
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
}

// Written, and something of it names no record that was found.
bool is_incomplete(const FieldView& references) {
    if (references.invalid()) return true;
    for (const FieldView item : references.children()) {
        if (!item.target().known()) return true;
    }
    return false;
}

// What says how roles stand to each other, and not that there is something to do.
bool is_structure(const RecordView& other, Field field) {
    namespace own = fields::role;
    if (other.is(kinds::person)) return field == fields::person::roles;
    return other.is(kinds::role) && (field == own::reports_to || field == own::deputies || field == own::includes ||
                                     field == own::conflicts_with.role || field == fields::replaced_by);
}

}  // namespace

std::optional<std::size_t> level_place(const RecordView& competence, std::string_view level) {
    std::size_t place = 0;
    for (const FieldView each : competence[fields::competence::levels].children()) {
        if (each.text() == level) return place;
        ++place;
    }
    return std::nullopt;
}

class PeopleFinder {
public:
    PeopleFinder(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
                 const Closure& included, const RecordIndex& places, Date today)
        : graph_(graph),
          responsibilities_(responsibilities),
          participation_(participation),
          included_(included),
          places_(places),
          found_(graph.of_kind(kinds::competence).size(), kNowhere),
          roles_(graph.of_kind(kinds::role)),
          persons_(graph.of_kind(kinds::person)) {
        people_.graph_ = &graph;
        people_.today_ = today;
    }

    People run() {
        number_places();
        for (const RecordId role : roles_) people_.holders_.push_back(find_holders(graph_[role]));
        people_.behind_ =
            find_behind(graph_, places_, [this](RecordId role) -> const Holders& { return people_.holders(role); });
        find_purposes();
        people_.asks_ =
            included_.gather([&](RecordId role) { return Anywhere{graph_[role].has(fields::role::competences)}; });
        for (const RecordId role : roles_) people_.required_.emplace_back(find_required(role));
        for (const RecordId person : persons_) {
            people_.held_.emplace_back(find_held(graph_[person]));
            people_.asked_.emplace_back(find_asked(person));
        }
        find_abilities();
        find_accountable();
        return std::move(people_);
    }

private:
    void number_places() {
        people_.place_.assign(graph_.size(), 0);
        for (const KindId kind : {kinds::role, kinds::person, kinds::competence}) {
            std::uint32_t place = 0;
            for (const RecordId record : graph_.of_kind(kind)) people_.place_[record.index()] = place++;
        }
    }

    Holders find_holders(const RecordView& role) const {
        namespace own = fields::role;
        Holders out;
        const FieldView number = role[own::holders];
        bool complete = !graph_.may_be_unread(kinds::person) && !number.invalid() && !is_incomplete(role[own::people]);
        std::size_t named = 0;
        RecordId last;
        for (const Edge& edge : graph_.edges(role.record(), own::people)) {
            if (edge.other == last) continue;  // written on both sides
            last = edge.other;
            ++named;
            if (graph_[edge.other].unread()) complete = false;
            else (people_.is_here(edge.other) ? out.people : out.gone).push_back(edge.other);
        }
        const double told = number.number().value_or(0);
        if (told > static_cast<double>(named))
            out.unnamed = static_cast<std::uint32_t>(std::min(told, 1e9)) - static_cast<std::uint32_t>(named);
        out.known = complete && (named > 0 || number.number());
        return out;
    }

    void find_purposes() {
        people_.only_included_.resize(roles_.size());
        people_.idle_.resize(roles_.size());
        for (std::size_t index = 0; index < roles_.size(); ++index) {
            const RecordView role = graph_[roles_[index]];
            bool included = false;
            bool owns = false;
            bool busy = !role.linked(fields::role::processes).empty();
            for (const Edge& edge : graph_.references_to(roles_[index])) {
                const RecordView other = graph_[edge.other];
                if (other.retired() || other == role) continue;
                included = included || edge.field == fields::role::includes;
                owns = owns || edge.field == fields::owner;
                busy = busy || !is_structure(other, edge.field);
                if (included && owns) break;
            }
            const Holders& holders = people_.holders_[index];
            const bool takes_part = !participation_.processes_of(roles_[index]).empty();
            people_.only_included_[index] =
                included && !owns && !takes_part && holders.people.empty() && holders.gone.empty();
            people_.idle_[index] = !busy && !takes_part && !responsibilities_.any(roles_[index]) &&
                                   !(included && role.has(fields::role::competences));
        }
    }

    std::vector<RequiredCompetence> find_required(RecordId role) {
        std::vector<RequiredCompetence> out;
        const auto add_asked_by = [&](RecordId stated_by) {
            for (const FieldView entry : graph_[stated_by][fields::role::competences].children()) {
                const auto competence = target_of(graph_, entry[fields::role::competences.competence]);
                if (!competence || !competence->active()) continue;
                const std::string_view level = entry[fields::role::competences.level].text();
                add_higher(out, {competence->record(), entry, stated_by, level});
            }
        };
        add_asked_by(role);
        for (const RecordId each : included_roles(graph_, role, [&](RecordId other) { return people_.asks(other); }))
            add_asked_by(each);
        forget(out);
        return out;
    }

    std::vector<AskedCompetence> find_asked(RecordId person) {
        std::vector<AskedCompetence> out;
        for (const RecordId role : people_.roles_of(person)) {
            for (const RequiredCompetence& each : people_.required(role)) add_higher(out, {each, role});
        }
        forget(out);
        return out;
    }

    static std::string_view level_of(const RequiredCompetence& each) { return each.level; }
    static std::string_view level_of(const AskedCompetence& each) { return each.required.level; }

    // Each competence once, at the highest level.
    template <class Entry>
    void add_higher(std::vector<Entry>& all, Entry entry) {
        std::uint32_t& found = found_[people_.place(competence_of(entry))];
        const RecordView competence = graph_[competence_of(entry)];
        if (found == kNowhere) {
            found = static_cast<std::uint32_t>(all.size());
            all.push_back(std::move(entry));
        } else if (level_place(competence, level_of(entry)) > level_place(competence, level_of(all[found]))) {
            all[found] = std::move(entry);
        }
    }
    template <class Entry>
    void forget(const std::vector<Entry>& all) {
        for (const Entry& each : all) found_[people_.place(competence_of(each))] = kNowhere;
    }

    std::vector<HeldCompetence> find_held(const RecordView& person) const {
        namespace own = fields::person;
        std::vector<HeldCompetence> out;
        for (const FieldView entry : person[own::competences].children()) {
            const auto competence = target_of(graph_, entry[own::competences.competence]);
            if (!competence) continue;
            const FieldView until = entry[own::competences.valid_until];
            const bool expired = until.date() && *until.date() < people_.today_;
            out.push_back(
                {competence->record(), entry, expired, !until && competence->has(fields::competence::renew_every)});
        }
        return out;
    }

    void find_abilities() {
        people_.abilities_.resize(graph_.of_kind(kinds::competence).size());
        for (const RecordId person : persons_) {
            if (!people_.is_here(person)) continue;
            std::vector<RecordId> able, expired;
            for (const HeldCompetence& each : people_.held(person))
                (each.expired ? expired : able).push_back(each.competence);
            sort_and_unite(able);
            sort_and_unite(expired);
            for (const RecordId each : able) ability(each).people.push_back(person);
            for (const RecordId each : expired) {
                if (!std::ranges::binary_search(able, each)) ability(each).expired.push_back(person);
            }
            for (const AskedCompetence& each : people_.asked_of(person)) {
                const RecordId competence = each.required.competence;
                if (!std::ranges::binary_search(able, competence)) ++ability(competence).lacking;
            }
        }
        for (const RecordId role : roles_) {
            const Holders& holders = people_.holders(role);
            if (!graph_[role].active() || people_.only_included(role) || holders.named() || holders.vacant()) continue;
            for (const RequiredCompetence& each : people_.required(role)) ability(each.competence).all_named = false;
        }
    }
    Ability& ability(RecordId competence) { return people_.abilities_[people_.place(competence)]; }

    void find_accountable() {
        people_.role_accountable_.resize(roles_.size());
        people_.person_accountable_.resize(persons_.size());
        for (const ProcessFacts& process : participation_.processes()) {
            const auto add = [&](std::vector<RecordId>& all) {
                if (all.empty() || all.back() != process.process) all.push_back(process.process);
            };
            for (const RecordId each : people_.accountable(process.process)) {
                if (graph_[each].is(kinds::role)) add(people_.role_accountable_[people_.place(each)]);
                const RecordId person = people_.the_one(each);
                if (person.known()) add(people_.person_accountable_[people_.place(person)]);
            }
        }
    }

    const Graph& graph_;
    const Responsibilities& responsibilities_;
    const Participation& participation_;
    const Closure& included_;
    const RecordIndex& places_;
    static constexpr std::uint32_t kNowhere = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> found_;  // by place among competences: where it is in the list that is being made
    std::span<const RecordId> roles_;
    std::span<const RecordId> persons_;
    People people_;
};

People find_people(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
                   const Closure& included, const RecordIndex& places, Date today) {
    return PeopleFinder(graph, responsibilities, participation, included, places, today).run();
}

bool People::is_here(RecordId person) const {
    const RecordView view = (*graph_)[person];
    const auto left = view[fields::person::left].date();
    return view.active() && !(left && *left < today_);
}

std::vector<RecordId> People::roles_of(RecordId person) const {
    std::vector<RecordId> out;
    for (const RecordView role : (*graph_)[person].linked(fields::person::roles)) {
        if (role.active()) out.push_back(role.record());
    }
    return out;
}

RecordId People::the_one(RecordId role_or_person) const {
    const RecordView view = (*graph_)[role_or_person];
    if (view.unread()) return {};
    if (view.is(kinds::person)) return is_here(role_or_person) ? role_or_person : RecordId();
    return behind_[role_or_person].the_one();
}

std::vector<RecordId> People::doers(RecordId role) const {
    std::vector<RecordId> out;
    if (!(*graph_)[role].active()) return out;
    // Up through the roles that include it.
    std::vector<RecordId> order = {role};
    RecordSet seen;
    seen.insert(role);
    for (std::size_t next = 0; next < order.size(); ++next) {
        const std::vector<RecordId>& people = holders(order[next]).people;
        out.insert(out.end(), people.begin(), people.end());
        for (const Edge& edge : graph_->references_to(order[next])) {
            const bool includes = edge.field == fields::role::includes && (*graph_)[edge.other].active();
            if (includes && seen.insert(edge.other)) order.push_back(edge.other);
        }
    }
    sort_and_unite(out);
    return out;
}

bool People::deputies_known(RecordId role) const {
    return !is_incomplete((*graph_)[role][fields::role::deputies]) &&
           std::ranges::none_of(graph_->edges(role, fields::role::deputies),
                                [&](const Edge& edge) { return (*graph_)[edge.other].unread(); });
}

bool People::may_stand_in(RecordId role, RecordId other_than) const {
    if (!deputies_known(role)) return true;
    return std::ranges::any_of(graph_->edges(role, fields::role::deputies), [&](const Edge& edge) {
        const RecordView deputy = (*graph_)[edge.other];
        if (deputy.is(kinds::person)) return deputy.record() != other_than && is_here(deputy.record());
        if (!deputy.active() || deputy.record() == role) return false;
        if (const RecordId one = the_one(deputy.record()); one.known()) return one != other_than;
        const Holders& all = holders(deputy.record());
        return !all.known || all.unnamed > 0 ||
               std::ranges::any_of(all.people, [&](RecordId each) { return each != other_than; });
    });
}

Match People::match(RecordId person, const RequiredCompetence& asked) const {
    const RecordView competence = (*graph_)[asked.competence];
    const auto fit_of_level = [&](std::string_view level) {
        if (asked.level.empty() || level == asked.level) return Fit::met;
        if (level.empty()) return Fit::level_unknown;
        if (!competence.has(fields::competence::levels)) return Fit::not_comparable;
        const auto place = level_place(competence, level);
        const auto lowest = level_place(competence, asked.level);
        if (!place || !lowest) return Fit::undecided;
        return *place >= *lowest ? Fit::met : Fit::too_low;
    };
    // Of several entries the best one counts; of those that have run out, the last.
    constexpr auto rank = [](Fit fit) {
        switch (fit) {
            case Fit::met: return 6;
            case Fit::expired: return 5;
            case Fit::undecided: return 4;
            case Fit::level_unknown: return 3;
            case Fit::not_comparable: return 2;
            case Fit::too_low: return 1;
            case Fit::missing: return 0;
        }
        return 0;
    };
    Match best;
    const auto until = [](const FieldView& entry) { return entry[fields::person::competences.valid_until].date(); };
    for (const HeldCompetence& each : held(person).of(asked.competence)) {
        Fit fit = fit_of_level(each.entry[fields::person::competences.level].text());
        if (fit == Fit::met && each.expired) fit = Fit::expired;
        const bool later = fit == best.fit && fit == Fit::expired && until(each.entry) > until(best.entry);
        if (rank(fit) > rank(best.fit) || later) best = {fit, each.entry};
    }
    return best;
}

std::vector<RecordId> People::accountable(RecordId process_id) const {
    const RecordView process = (*graph_)[process_id];
    std::vector<RecordId> out;
    for (const RecordView owner : process.linked(fields::owner)) out.push_back(owner.record());
    if (process.has(fields::owner)) return out;
    for (const RecordView each : process.linked(fields::process::activities.accountable)) out.push_back(each.record());
    return out;
}

std::span<const RecordId> People::accountable_for(RecordId role_or_person) const {
    const bool person = (*graph_)[role_or_person].is(kinds::person);
    return (person ? person_accountable_ : role_accountable_)[place(role_or_person)];
}

std::vector<RaciEntry> People::raci(const Responsibilities& responsibilities, RecordId process_id) const {
    namespace own = fields::process;
    const RecordView process = (*graph_)[process_id];
    std::vector<RaciEntry> all;
    const auto add_whole = [&](RecordId who, Raci letter) {
        all.push_back({who, static_cast<std::uint8_t>(letter), 0});
    };
    const auto add_part = [&](RecordId who, Raci letter) {
        all.push_back({who, 0, static_cast<std::uint8_t>(letter)});
    };
    const auto whole = [&](Field field, Raci letter) {
        for (const RecordView each : process.linked(field)) add_whole(each.record(), letter);
    };
    const auto part = [&](Field field, Raci letter) {
        for (const RecordView each : process.linked(field)) add_part(each.record(), letter);
    };
    whole(fields::owner, Raci::accountable);
    whole(own::responsible, Raci::responsible);
    whole(own::consulted, Raci::consulted);
    whole(own::informed, Raci::informed);
    part(own::activities.accountable, Raci::accountable);
    part(own::activities.responsible, Raci::responsible);
    part(own::activities.consulted, Raci::consulted);
    part(own::activities.informed, Raci::informed);
    for (const RecordView each : process.linked(own::roles)) all.push_back({each.record(), 0, 0});
    for (const Responsibility* each : responsibilities.naming(process_id)) {
        if (!each->entry[fields::role::responsibilities.does]) continue;  // not put in words yet
        const std::string_view level = each->entry[fields::role::responsibilities.level].word();
        if (level == "accountable") add_part(each->stated_by, Raci::accountable);
        else if (level == "consulted") add_whole(each->stated_by, Raci::consulted);
        else if (level == "informed") add_whole(each->stated_by, Raci::informed);
        else add_whole(each->stated_by, Raci::responsible);
    }
    std::ranges::sort(all, {}, &RaciEntry::who);
    std::vector<RaciEntry> out;  // each once
    for (const RaciEntry& each : all) {
        if (out.empty() || out.back().who != each.who) out.push_back({each.who, 0, 0});
        out.back().whole = static_cast<std::uint8_t>(out.back().whole | each.whole);
        out.back().part = static_cast<std::uint8_t>(out.back().part | each.part);
    }
    return out;
}

}  // namespace ims
