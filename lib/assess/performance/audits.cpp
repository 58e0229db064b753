#include "assess/performance/audits.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "assess/dates/intervals.h"
#include "assess/records/record_set.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::optional<RecordView> whole_of(const RecordView& process) {
    const auto whole = process.linked(fields::process::part_of);
    if (whole.empty() || !(*whole.begin()).active()) return std::nullopt;
    return *whole.begin();
}

class Coverage {
public:
    Coverage(const Graph& graph, const Disciplines& disciplines, const Concerns& concerns, Date today)
        : graph_(graph),
          disciplines_(disciplines),
          concerns_(concerns),
          today_(today),
          coverage_(concerns.processes().size()),
          state_(concerns.processes().size()) {}

    std::vector<AuditCoverage> run() {
        for (const RecordId id : graph_.of_kind(kinds::audit)) {
            if (graph_[id].active()) add(graph_[id]);
        }
        for (std::size_t place = 0; place < coverage_.size(); ++place) take_over(place);
        return std::move(coverage_);
    }

private:
    std::optional<std::size_t> place(const RecordView& process) const { return concerns_.place(process.record()); }

    void add(const RecordView& audit) {
        const bool done = audit_state(audit, today_) == AuditState::done;
        if (!done && !is_expected(audit, today_)) return;
        const DisciplineSet served = disciplines_[audit.record()];
        for (const RecordView process : audit.linked(fields::audit::processes)) {
            const auto at = place(process);
            if (!at) continue;
            (done ? coverage_[*at].done : coverage_[*at].expected) |= served;
            coverage_[*at].together = coverage_[*at].together || (done && served.size() > 1);
        }
    }

    // A part is looked at with its whole. Each process is passed once; parts that form a circle, an error of its own,
    // end the way.
    void take_over(std::size_t start) {
        enum : std::uint8_t { unseen, on_the_way, settled };
        std::vector<std::size_t> way;
        std::optional<std::size_t> at = start;
        while (at && state_[*at] == unseen) {
            state_[*at] = on_the_way;
            way.push_back(*at);
            const auto whole = whole_of(graph_[concerns_.processes()[*at].process]);
            at = whole ? place(*whole) : std::nullopt;
        }
        for (; !way.empty(); way.pop_back()) {
            AuditCoverage& part = coverage_[way.back()];
            if (at) {
                part.done |= coverage_[*at].done;
                part.expected |= coverage_[*at].expected;
                part.together = part.together || coverage_[*at].together;
            }
            at = way.back();
            state_[*at] = settled;
        }
    }

    const Graph& graph_;
    const Disciplines& disciplines_;
    const Concerns& concerns_;
    Date today_;
    std::vector<AuditCoverage> coverage_;
    std::vector<std::uint8_t> state_;
};

}  // namespace

AuditState audit_state(const RecordView& audit, Date today) {
    const Settings& settings = audit.graph().settings();
    if (const FieldView done = audit[fields::audit::done]) {
        if (!done.date() || *done.date() > today) return AuditState::unknown;
        return is_current(done.date(), settings.audit_cycle, settings, today) ? AuditState::done : AuditState::outdated;
    }
    const auto planned = audit[fields::audit::planned].date();
    if (!planned) return AuditState::unknown;
    if (*planned < today) return AuditState::overdue;
    return *planned <= add(today, settings.audit_cycle) ? AuditState::planned : AuditState::far_off;
}

bool is_expected(const RecordView& audit, Date today) {
    const Settings& settings = audit.graph().settings();
    switch (audit_state(audit, today)) {
        case AuditState::planned:
        case AuditState::unknown: return true;
        case AuditState::overdue:
            return is_current(audit[fields::audit::planned].date(), settings.audit_cycle, settings, today);
        case AuditState::done:
        case AuditState::outdated:
        case AuditState::far_off: break;
    }
    return false;
}

std::vector<RecordView> audits_of(const RecordView& process) {
    const Graph& graph = process.graph();
    std::vector<RecordView> audits;
    RecordSet wholes;
    for (std::optional<RecordView> at = process; at && wholes.insert(at->record()); at = whole_of(*at)) {
        for (const Edge& edge : graph.references_to(at->record())) {
            const RecordView audit = graph[edge.other];
            if (audit.is(kinds::audit) && edge.field == fields::audit::processes && audit.active())
                audits.push_back(audit);
        }
    }
    std::ranges::sort(audits);
    const auto [first, last] = std::ranges::unique(audits);
    audits.erase(first, last);
    return audits;
}

std::vector<AuditCoverage> audit_coverage(const Graph& graph, const Disciplines& disciplines, const Concerns& concerns,
                                          Date today) {
    return Coverage(graph, disciplines, concerns, today).run();
}

}  // namespace ims
