#include "assess/participation/responsibilities.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "assess/participation/roles.h"
#include "schema/fields.h"

namespace ims {
namespace {

Responsibility read(const Graph& graph, const Disciplines& disciplines, const FieldView& entry, RecordId role) {
    namespace own = fields::role;
    Responsibility out;
    out.entry = entry;
    out.stated_by = role;
    out.disciplines = entry[own::responsibilities.disciplines].disciplines();
    DisciplineSet of_about;
    for (const FieldView item : entry[own::responsibilities.about].children()) {
        out.specific = true;
        if (const auto about = target_of(graph, item)) of_about |= disciplines[about->record()];
    }
    if (!entry[own::responsibilities.disciplines]) out.disciplines = of_about;
    for (const FieldView item : entry[own::responsibilities.processes].children()) {
        out.specific = true;
        if (const RecordId target = item.target(); target.known()) out.processes.push_back(target);
    }
    const FieldView level = entry[own::responsibilities.level];
    out.answers = !level || level.invalid() || level.word() == "responsible" || level.word() == "accountable";
    // Nobody answers for what nobody has put in words yet.
    if (!entry[own::responsibilities.does]) out.answers = false;
    // Named processes that could not be read or found: it is for those, not for every process.
    if (out.processes.empty() && entry[own::responsibilities.processes]) out.answers = false;
    return out;
}

}  // namespace

Responsibilities::Responsibilities(const Graph& graph, RecordIndex places, const Closure& included,
                                   std::vector<std::vector<Responsibility>> by_place)
    : graph_(&graph), places_(std::move(places)), by_place_(std::move(by_place)) {
    name_processes();
    join_included(included);
}

// Each process to what names it, counted first.
void Responsibilities::name_processes() {
    const std::size_t processes = graph_->of_kind(kinds::process).size();
    std::vector<const Responsibility*> last(processes);
    const auto visit_named = [&](const auto& visit) {
        std::ranges::fill(last, nullptr);
        for (const auto& all : by_place_) {
            for (const Responsibility& each : all) {
                for (const RecordId process : each.processes) {
                    const auto place = places_.find(process);  // none where it could not be read
                    if (!place || std::exchange(last[*place], &each) == &each) continue;
                    visit(*place, each);
                }
            }
        }
    };
    naming_starts_.assign(processes + 1, 0);
    visit_named([&](std::size_t place, const Responsibility&) { ++naming_starts_[place + 1]; });
    for (std::size_t place = 0; place < processes; ++place) naming_starts_[place + 1] += naming_starts_[place];
    naming_.resize(naming_starts_.back());
    std::vector<std::uint32_t> next(naming_starts_.begin(), naming_starts_.end() - 1);
    visit_named([&](std::size_t place, const Responsibility& each) { naming_[next[place]++] = &each; });
}

void Responsibilities::join_included(const Closure& included) {
    everywhere_.resize(by_place_.size());
    for (std::size_t place = 0; place < by_place_.size(); ++place) {
        for (const Responsibility& each : by_place_[place]) {
            if (!each.answers || !each.processes.empty()) continue;
            (each.specific ? everywhere_[place].specific : everywhere_[place].general) |= each.disciplines;
        }
    }
    const RecordTable<DisciplineSet> taken_over =
        included.gather([&](RecordId role) { return everywhere_[places_[role]].own(); });
    const auto roles = graph_->of_kind(kinds::role);
    for (std::size_t place = 0; place < roles.size(); ++place) everywhere_[place].taken_over = taken_over[roles[place]];
    stated_ = included.gather([&](RecordId role) { return Anywhere{!own(role).empty()}; });
    named_ = included.gather([&](RecordId role) {
        return Anywhere{std::ranges::any_of(
            own(role), [](const Responsibility& each) { return each.answers && !each.processes.empty(); })};
    });
}

std::vector<std::reference_wrapper<const Responsibility>> Responsibilities::all(RecordId role) const {
    std::vector<std::reference_wrapper<const Responsibility>> out(own(role).begin(), own(role).end());
    if (!any(role)) return out;
    for (const RecordId each : included_roles(*graph_, role, [&](RecordId included) { return any(included); }))
        out.insert(out.end(), own(each).begin(), own(each).end());
    return out;
}

std::span<const Responsibility* const> Responsibilities::naming(RecordId process) const {
    const std::size_t place = places_[process];
    return std::span(naming_).subspan(naming_starts_[place], naming_starts_[place + 1] - naming_starts_[place]);
}

std::span<const Responsibility* const> Responsibilities::naming(RecordId process, RecordId role) const {
    const auto found = std::ranges::equal_range(naming(process), role, {}, &Responsibility::stated_by);
    return {found.begin(), found.end()};
}

AnswersFor Responsibilities::answers(RecordId role, RecordId process) const {
    AnswersFor out = everywhere_[places_[role]];
    for (const Responsibility* each : naming(process, role)) {
        if (each->answers) out.specific |= each->disciplines;
    }
    const auto answered = [&](RecordId included) { return named_[included].found; };
    if (naming(process).empty() || !answered(role)) return out;
    for (const RecordId included : included_roles(*graph_, role, answered)) {
        for (const Responsibility* each : naming(process, included)) {
            if (each->answers) out.taken_over |= each->disciplines;
        }
    }
    return out;
}

Responsibilities find_responsibilities(const Graph& graph, const Disciplines& disciplines, const RecordIndex& places,
                                       const Closure& included, const Jobs& jobs) {
    const auto roles = graph.of_kind(kinds::role);
    std::vector<std::vector<Responsibility>> by_place(roles.size());
    parallel_slices(jobs, roles.size(), [&](std::size_t place) {
        const RecordView role = graph[roles[place]];
        if (role.retired()) return;
        for (const FieldView entry : role[fields::role::responsibilities].children()) {
            if (entry.is(ValueType::map)) by_place[place].push_back(read(graph, disciplines, entry, role.record()));
        }
    });
    return {graph, places, included, std::move(by_place)};
}

}  // namespace ims
