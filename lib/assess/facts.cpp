#include "assess/facts.h"

#include <algorithm>

#include "assess/clauses.h"
#include "assess/intervals.h"
#include "assess/performance.h"
#include "assess/record_set.h"
#include "assess/risk_links.h"
#include "base/assert.h"
#include "base/components.h"
#include "base/parallel.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::uint32_t kNoPlace = static_cast<std::uint32_t>(-1);

std::uint8_t bit(Part part) { return static_cast<std::uint8_t>(part); }

bool is_concern(const RecordView& record) {
    if (!record.active()) return false;
    if (record.is(kinds::obligation)) return applies(record);
    return record.is(kinds::risk) || record.is(kinds::objective);
}

}  // namespace

class Assessor {
public:
    Assessor(const Graph& graph, Date today, std::size_t jobs) : graph_(graph), jobs_(jobs) {
        facts_.graph_ = &graph;
        facts_.today_ = today;
    }

    Facts run(std::set<std::string> missing_files, ReviewHistory review_history) {
        facts_.missing_files_ = std::move(missing_files);
        facts_.review_history_ = std::move(review_history);
        facts_.flows_ = find_flows(graph_);
        number_places();
        find_disciplines();
        find_risks();
        find_considered();
        find_needs();
        find_responsibilities();
        find_processes();
        spread_concerns();
        find_participants();
        facts_.people_ = find_people(graph_, facts_);
        facts_.recovery_ = assess_recovery(graph_);
        facts_.clauses_ = std::make_shared<const ClauseFacts>(assess_clauses(graph_, facts_));
        return std::move(facts_);
    }

private:
    void number_places() {
        facts_.place_.assign(graph_.size(), kNoPlace);
        for (std::size_t kind = 0; kind < graph_.schema().kinds().size(); ++kind) {
            const auto records = graph_.of_kind(KindId::from(kind));
            for (std::size_t place = 0; place < records.size(); ++place)
                facts_.place_[records[place].index()] = static_cast<std::uint32_t>(place);
        }
    }

    std::size_t place(RecordId record) const { return facts_.place_[record.index()]; }

    void find_disciplines() {
        facts_.disciplines_.assign(graph_.size(), {});
        for (const RecordId id : graph_.all())
            facts_.disciplines_[id.index()] = graph_[id].disciplines(fields::disciplines);
        // A control that names none serves the disciplines of what it is for.
        for (const RecordId id : graph_.of_kind(kinds::control)) {
            const RecordView control = graph_[id];
            DisciplineSet& set = facts_.disciplines_[id.index()];
            if (!set.empty()) continue;
            for (const RecordView risk : control.linked(fields::control::risks))
                set |= facts_.disciplines_[risk.record().index()];
            for (const RecordView obligation : control.linked(fields::control::obligations))
                set |= facts_.disciplines_[obligation.record().index()];
        }
    }

    void find_risks() {
        const auto risks = graph_.of_kind(kinds::risk);
        facts_.risks_.resize(risks.size());
        parallel_slices(risks.size(), [&](std::size_t index) {
            facts_.risks_[index] =
                assess_risk(graph_[risks[index]], facts_.disciplines_[risks[index].index()], facts_.today_);
        });
    }

    void find_considered() {
        const auto sites = graph_.of_kind(kinds::site);
        facts_.considered_at_.resize(sites.size());
        for (std::size_t index = 0; index < sites.size(); ++index) {
            const RecordView site = graph_[sites[index]];
            facts_.considered_at_[index] = {facts_.own_considered(site, RiskType::hazard),
                                            facts_.own_considered(site, RiskType::aspect)};
        }
    }

    // One task for many records: a task of its own for each would cost more than the work.
    void parallel_slices(std::size_t count, const std::function<void(std::size_t)>& work) const {
        constexpr std::size_t kSlice = 256;
        parallel_for(jobs_, (count + kSlice - 1) / kSlice, [&](std::size_t slice) {
            for (std::size_t index = slice * kSlice; index < std::min(count, (slice + 1) * kSlice); ++index)
                work(index);
        });
    }

    void find_needs() {
        facts_.need_starts_.reserve(graph_.size() + 1);
        for (std::size_t index = 0; index < graph_.size(); ++index) {
            facts_.need_starts_.push_back(static_cast<std::uint32_t>(facts_.needs_.size()));
            const RecordView record = graph_[RecordId::from(index)];
            if (record.unread() || record.retired()) continue;
            const std::size_t begin = facts_.needs_.size();
            const auto add = [&](Field field) {
                for (const RecordView need : record.linked(field)) facts_.needs_.push_back(need.record());
            };
            if (record.is(kinds::process)) {
                add(fields::process::assets);
                add(fields::process::sites);
                for (const RecordView giver : record.linked(fields::process::inputs.from)) {
                    if (giver.is(kinds::supplier)) facts_.needs_.push_back(giver.record());
                }
                add(fields::process::needs.what);
            } else if (record.is(kinds::asset)) {
                add(fields::asset::provider);
                add(fields::asset::needs.what);
            } else if (record.is(kinds::supplier)) {
                add(fields::supplier::needs.what);
            } else if (record.is(kinds::site)) {
                add(fields::site::needs.what);
            }
            const auto first = facts_.needs_.begin() + static_cast<std::ptrdiff_t>(begin);
            std::sort(first, facts_.needs_.end());
            facts_.needs_.erase(std::unique(first, facts_.needs_.end()), facts_.needs_.end());
        }
        facts_.need_starts_.push_back(static_cast<std::uint32_t>(facts_.needs_.size()));
        find_users();
    }

    void find_users() {
        std::vector<std::uint32_t>& starts = facts_.user_starts_;
        starts.assign(graph_.size() + 1, 0);
        for (const RecordId need : facts_.needs_) ++starts[need.index() + 1];
        for (std::size_t index = 0; index < graph_.size(); ++index) starts[index + 1] += starts[index];
        std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
        facts_.users_.resize(facts_.needs_.size());
        for (std::size_t index = 0; index < graph_.size(); ++index) {
            for (const RecordId need : facts_.direct_needs(RecordId::from(index)))
                facts_.users_[next[need.index()]++] = RecordId::from(index);
        }
    }

    void find_responsibilities() {
        const auto roles = graph_.of_kind(kinds::role);
        facts_.responsibilities_.resize(roles.size());
        facts_.processes_of_.resize(roles.size());
        parallel_slices(roles.size(), [&](std::size_t index) {
            const RecordView role = graph_[roles[index]];
            // Itself first, then what it includes.
            std::vector<RecordId> order = included_roles(graph_, role.record());
            order.insert(order.begin(), role.record());
            for (const RecordId each : order) {
                if (graph_[each].retired()) continue;
                for (const FieldView entry : graph_[each][fields::role::responsibilities].children()) {
                    if (entry.is(ValueType::map)) facts_.responsibilities_[index].push_back(read(entry, graph_[each]));
                }
            }
        });
    }

    Responsibility read(const FieldView& entry, const RecordView& role) const {
        namespace own = fields::role;
        Responsibility out;
        out.entry = entry;
        out.stated_by = role.record();
        for (const FieldView item : entry[own::responsibilities.disciplines].children()) {
            if (const auto discipline = item.discipline()) out.disciplines.add(*discipline);
        }
        DisciplineSet of_about;
        for (const FieldView item : entry[own::responsibilities.about].children()) {
            out.specific = true;
            if (const auto about = target_of(graph_, item)) of_about |= facts_.disciplines_[about->record().index()];
        }
        if (!entry[own::responsibilities.disciplines]) out.disciplines = of_about;
        for (const FieldView item : entry[own::responsibilities.processes].children()) {
            out.specific = true;
            if (const RecordId target = item.target(); target.known()) out.processes.push_back(target);
        }
        const FieldView level = entry[own::responsibilities.level];
        out.answers = !level || level.invalid() || level.word() == "responsible" || level.word() == "accountable";
        // Named processes that could not be read or found: it is for those, not for every process.
        if (out.processes.empty() && entry[own::responsibilities.processes]) out.answers = false;
        return out;
    }

    void find_processes() {
        facts_.process_index_.assign(graph_.size(), kNoPlace);
        for (const RecordId id : graph_.of_kind(kinds::process)) {
            const RecordView process = graph_[id];
            if (!process.active()) continue;
            facts_.process_index_[id.index()] = static_cast<std::uint32_t>(facts_.processes_.size());
            ProcessFacts& facts = facts_.processes_.emplace_back();
            facts.process = id;
            for (const FieldView entry : process[fields::process::not_applicable].children()) {
                if (const auto discipline = graph_.settings().find(entry.key())) facts.not_applicable.add(*discipline);
            }
            const std::string_view type = process.word(fields::process::type);
            for (std::size_t index = 0; index < graph_.settings().disciplines.size(); ++index) {
                const auto& types = graph_.settings().disciplines[index].process_types;
                const bool untyped = !process.has(fields::process::type);
                if (types.empty() || untyped || std::ranges::find(types, type) != types.end())
                    facts.must_address.add(Discipline::from(index));
            }
        }
    }

    // What is linked to a record itself: whether it is anything, and its disciplines.
    struct Carried {
        bool anything = false;
        DisciplineSet disciplines;
        void operator|=(const Carried& other) {
            anything = anything || other.anything;
            disciplines |= other.disciplines;
        }
    };

    Carried own_concerns(const RecordView& record) const {
        Carried carried;
        const auto add = [&](Field field) {
            for (const RecordView each : record.linked(field)) {
                if (is_concern(each)) carried |= {true, facts_.disciplines_[each.record().index()]};
            }
        };
        if (record.is(kinds::process)) {
            add(fields::process::risks);
            add(fields::process::obligations);
            add(fields::process::objectives);
            if (record.has(fields::process::continuity)) {
                if (const auto continuity = graph_.settings().find("business-continuity"))
                    carried.disciplines.add(*continuity);
            }
        } else if (record.is(kinds::asset)) {
            add(fields::asset::risks);
            add(fields::asset::obligations);
        } else if (record.is(kinds::site)) {
            add(fields::site::risks);
            add(fields::site::obligations);
        } else if (record.is(kinds::supplier)) {
            add(fields::supplier::risks);
        }
        return carried;
    }

    // What each process carries, through all that it needs, to any depth, in time linear in records and needs. Needs
    // may form circles, and all of a circle carry the same; components come out needs first.
    void spread_concerns() {
        std::vector<std::uint32_t> targets;
        targets.reserve(facts_.needs_.size());
        for (const RecordId need : facts_.needs_) targets.push_back(need.value);
        const Components components = strongly_connected(facts_.need_starts_, targets);
        std::vector<Carried> carried(components.size());
        for (std::size_t component = 0; component < components.size(); ++component) {
            for (const std::uint32_t member : components.members(component)) {
                const RecordView record = graph_[RecordId(member)];
                // A needed process passes on what it needs, not its own concerns: those are its own to answer for.
                const bool passes = !record.unread() && !record.retired() && !record.is(kinds::process);
                if (passes) carried[component] |= own_concerns(record);
                for (const RecordId need : facts_.direct_needs(RecordId(member)))
                    carried[component] |= carried[components.of[need.index()]];
            }
        }
        facts_.leads_to_concern_.resize(graph_.size());
        for (std::size_t index = 0; index < graph_.size(); ++index)
            facts_.leads_to_concern_[index] = carried[components.of[index]].anything;
        const auto of = [&](RecordId process) {
            return carried[components.of[process.index()]].disciplines | own_concerns(graph_[process]).disciplines;
        };
        for (ProcessFacts& process : facts_.processes_) {
            process.concerned = of(process.process);
            for (const RecordId part : facts_.parts(process.process)) process.concerned |= of(part);
        }
        tell_suppliers(components);
    }

    // The same the other way round: for whom a supplier works, users first.
    void tell_suppliers(const Components& components) {
        std::vector<DisciplineSet> users(components.size());
        for (std::size_t component = components.size(); component-- > 0;) {
            for (const std::uint32_t member : components.members(component)) {
                if (const ProcessFacts* process = facts_.process(RecordId(member)))
                    users[component] |= process->concerned;
            }
            for (const std::uint32_t member : components.members(component)) {
                for (const RecordId need : facts_.direct_needs(RecordId(member)))
                    users[components.of[need.index()]] |= users[component];
            }
        }
        for (const RecordId supplier : graph_.of_kind(kinds::supplier))
            facts_.concerned_by_.push_back(users[components.of[supplier.index()]]);
    }

    void find_participants() {
        parallel_slices(facts_.processes_.size(),
                        [&](std::size_t index) { find_participants(facts_.processes_[index]); });
        for (const ProcessFacts& process : facts_.processes_) {
            for (const Participant& participant : process.participants) {
                facts_.processes_of_[place(participant.role)].push_back(process.process);
            }
        }
    }

    void find_participants(ProcessFacts& facts) {
        const RecordView process = graph_[facts.process];
        std::vector<Participant>& all = facts.participants;
        const auto add = [&](const RecordView& role, Part part) {
            if (!role.is(kinds::role) || !role.active()) return;
            auto found = std::ranges::find(all, role.record(), &Participant::role);
            if (found == all.end()) found = all.insert(all.end(), Participant{role.record(), 0, {}, {}});
            found->parts = static_cast<std::uint8_t>(found->parts | bit(part));
        };
        for (const RecordView role : process.linked(fields::owner)) add(role, Part::owner);
        for (const RecordView role : process.linked(fields::process::responsible)) add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.responsible))
            add(role, Part::responsible);
        for (const RecordView role : process.linked(fields::process::activities.accountable))
            add(role, Part::accountable);
        for (const RecordView role : process.linked(fields::process::roles)) add(role, Part::link);
        for (const Edge& edge : graph_.references_to(facts.process)) {
            if (edge.field != fields::role::responsibilities.processes) continue;
            const RecordView role = graph_[edge.other];
            if (!role.is(kinds::role) || !role.active()) continue;
            for (const Responsibility& each : facts_.responsibilities_[place(edge.other)]) {
                const bool own = each.stated_by == edge.other && each.answers;
                if (own && std::ranges::find(each.processes, facts.process) != each.processes.end())
                    add(role, Part::responsibility);
            }
        }
        std::ranges::sort(all, {}, &Participant::role);
        if (all.empty()) return;
        const auto owned = owners_of_concerns(facts);
        for (Participant& participant : all) {
            for (const Responsibility& each : facts_.responsibilities_[place(participant.role)]) {
                if (!each.answers) continue;
                const bool named = std::ranges::find(each.processes, facts.process) != each.processes.end();
                if (!each.processes.empty() && !named) continue;
                const bool own = each.stated_by == participant.role;
                (own && each.specific ? participant.specific : participant.generic) |= each.disciplines;
            }
            for (const auto& [role, disciplines] : owned) {
                if (role == participant.role) participant.specific |= disciplines;
            }
            participant.generic = participant.generic.without(participant.specific);
            facts.answered |= participant.answers_for();
        }
    }

    // Who owns a concern of the process or a control of it, and who is in the team of a plan for it.
    std::vector<std::pair<RecordId, DisciplineSet>> owners_of_concerns(const ProcessFacts& facts) const {
        std::vector<std::pair<RecordId, DisciplineSet>> out;
        const auto add_owner = [&](const RecordView& record) {
            if (!record.active()) return;
            for (const RecordView owner : record.linked(fields::owner)) {
                if (owner.is(kinds::role))
                    out.emplace_back(owner.record(), facts_.disciplines_[record.record().index()]);
            }
        };
        const RecordView process = graph_[facts.process];
        for (const RecordView control : process.linked(fields::process::controls)) add_owner(control);
        std::vector<RecordView> plans;
        for (const RecordView plan : process.linked(fields::process::plans)) plans.push_back(plan);
        for (const Concern& concern : facts_.concerns(facts.process)) {
            const RecordView record = graph_[concern.record];
            add_owner(record);
            if (record.is(kinds::risk)) {
                for (const RecordView control : record.linked(fields::risk::controls)) add_owner(control);
                for (const RecordView plan : plans_for(record)) plans.push_back(plan);
            } else if (record.is(kinds::obligation)) {
                for (const RecordView control : record.linked(fields::obligation::controls)) add_owner(control);
            }
        }
        const auto continuity = graph_.settings().find("business-continuity");
        for (const RecordView plan : plans) {
            if (!plan.active()) continue;
            DisciplineSet set = facts_.disciplines_[plan.record().index()];
            if (continuity) set.add(*continuity);
            for (const RecordView risk : plan.linked(fields::plan::risks))
                set |= facts_.disciplines_[risk.record().index()];
            for (const RecordView role : plan.linked(fields::plan::team)) out.emplace_back(role.record(), set);
        }
        return out;
    }

    const Graph& graph_;
    std::size_t jobs_;
    Facts facts_;
};

const Participant* ProcessFacts::participant(RecordId role) const {
    const auto found = std::ranges::find(participants, role, &Participant::role);
    return found == participants.end() ? nullptr : &*found;
}

const ProcessFacts* Facts::process(RecordId process) const {
    const std::uint32_t place = process_index_[process.index()];
    return place == kNoPlace ? nullptr : &processes_[place];
}

// Breadth first from a record, which is left out; `next` hands each record that comes after another to the function it
// gets.
static std::vector<RecordId> reach(RecordId from, const auto& next) {
    std::vector<RecordId> order = {from};
    RecordSet seen;
    seen.insert(from);
    for (std::size_t at = 0; at < order.size() && order.size() <= Facts::kMostNeeds; ++at) {
        next(order[at], [&](RecordId record) {
            if (seen.insert(record)) order.push_back(record);
        });
    }
    order.erase(order.begin());
    return order;
}

std::vector<RecordId> Facts::parts(RecordId process) const {
    return reach(process, [&](RecordId whole, const auto& visit) {
        for (const Edge& edge : graph_->references_to(whole)) {
            if (edge.field == fields::process::part_of && (*graph_)[edge.other].active()) visit(edge.other);
        }
    });
}

std::span<const RecordId> Facts::direct_needs(RecordId record) const {
    const std::uint32_t begin = need_starts_[record.index()];
    return {needs_.data() + begin, need_starts_[record.index() + 1] - begin};
}

std::vector<RecordId> Facts::needs(RecordId record) const {
    return reach(record, [&](RecordId user, const auto& visit) {
        for (const RecordId need : direct_needs(user)) visit(need);
    });
}

// Of the things that a record needs, those that carry a concern or lead to one.
std::vector<RecordId> Facts::needs_with_concerns(RecordId record) const {
    if (!leads_to_concern_[record.index()]) return {};
    return reach(record, [&](RecordId user, const auto& visit) {
        for (const RecordId need : direct_needs(user)) {
            if (leads_to_concern_[need.index()]) visit(need);
        }
    });
}

std::vector<Concern> Facts::concerns(RecordId process) const {
    std::vector<Concern> out;
    RecordSet seen;
    const auto add = [&](const RecordView& holder, Field field, RecordId via) {
        for (const RecordView each : holder.linked(field)) {
            if (is_concern(each) && seen.insert(each.record())) out.push_back({each.record(), via});
        }
    };
    const auto add_process = [&](RecordId id, RecordId via) {
        const RecordView record = (*graph_)[id];
        add(record, fields::process::risks, via);
        add(record, fields::process::obligations, via);
        add(record, fields::process::objectives, via);
    };
    const auto add_needs = [&](RecordId id) {
        for (const RecordId need : needs_with_concerns(id)) {
            const RecordView record = (*graph_)[need];
            if (record.is(kinds::asset)) {
                add(record, fields::asset::risks, need);
                add(record, fields::asset::obligations, need);
            } else if (record.is(kinds::site)) {
                add(record, fields::site::risks, need);
                add(record, fields::site::obligations, need);
            } else if (record.is(kinds::supplier)) {
                add(record, fields::supplier::risks, need);
            }
        }
    };
    add_process(process, {});
    const std::vector<RecordId> all_parts = parts(process);
    for (const RecordId part : all_parts) add_process(part, part);
    add_needs(process);
    for (const RecordId part : all_parts) add_needs(part);
    return out;
}

std::vector<Concern> Facts::concerns(RecordId process, Discipline discipline) const {
    std::vector<Concern> out = concerns(process);
    std::erase_if(out, [&](const Concern& concern) { return !disciplines(concern.record).has(discipline); });
    return out;
}

std::span<const RecordId> Facts::processes_of(RecordId role) const { return processes_of_[place_[role.index()]]; }

Answer Facts::answer(RecordId role, RecordId process_id, Discipline discipline) const {
    const ProcessFacts* facts = process(process_id);
    const Participant* participant = facts == nullptr ? nullptr : facts->participant(role);
    if (participant == nullptr) return Answer::none;
    if (participant->specific.has(discipline)) return Answer::specific;
    return participant->generic.has(discipline) ? Answer::generic : Answer::none;
}

std::vector<RecordId> Facts::processes_needing(RecordId supplier) const {
    std::vector<RecordId> users = reach(supplier, [&](RecordId need, const auto& visit) {
        const std::uint32_t begin = user_starts_[need.index()];
        for (std::uint32_t at = begin; at < user_starts_[need.index() + 1]; ++at) visit(users_[at]);
    });
    std::erase_if(users, [&](RecordId user) { return process(user) == nullptr; });
    std::ranges::sort(users);
    return users;
}

DisciplineSet Facts::concerned_by(RecordId supplier) const { return concerned_by_[place_[supplier.index()]]; }

std::span<const Responsibility> Facts::responsibilities(RecordId role) const {
    return responsibilities_[place_[role.index()]];
}

const RiskFacts& Facts::risk(RecordId risk) const {
    IMS_ASSERT((*graph_)[risk].is(kinds::risk) && place_[risk.index()] != kNoPlace,
               "risk facts were asked of something that is no risk");
    return risks_[place_[risk.index()]];
}

Considered Facts::own_considered(const RecordView& record, RiskType type) const {
    Considered out;
    for (const RecordView each : record.linked(fields::process::risks)) {
        const RiskFacts& facts = risk(each.record());
        if (each.active() && facts.type == type) out.add(facts);
    }
    return out;
}

Considered Facts::considered(const RecordView& process, RiskType type) const {
    Considered out = own_considered(process, type);
    for (const RecordView site : process.linked(fields::process::sites)) out.add(considered_at(site, type));
    return out;
}

const Considered& Facts::considered_at(const RecordView& site, RiskType type) const {
    IMS_ASSERT(type == RiskType::hazard || type == RiskType::aspect, "only hazards and aspects have conditions");
    return considered_at_[place_[site.record().index()]][type == RiskType::hazard ? 0 : 1];
}

std::optional<Date> Facts::review_due(const RecordView& record) const {
    const FieldView review = record[fields::review];
    if (const FieldView next = review[fields::review.next]) return next.date();
    const FieldView every = review[fields::review.every];
    if (every.invalid()) return std::nullopt;
    return due_after(review[fields::review.last].date(), every.duration(), graph_->settings());
}

Facts assess(const Graph& graph, Date today, std::size_t jobs, std::set<std::string> missing_files,
             ReviewHistory review_history) {
    return Assessor(graph, today, jobs).run(std::move(missing_files), std::move(review_history));
}

}  // namespace ims
