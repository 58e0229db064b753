// What single records show of checking and acting, with the day: the facts that earn the letters C and A. A record is
// counted in the cells where it is at home, as a finding on it would be.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "assess/facts/facts.h"
#include "assess/performance/notices.h"
#include "diagnostics/message.h"
#include "judge/nearest_processes.h"
#include "link/graph.h"

namespace ims {

struct Evidence {
    enum class Kind : std::uint8_t {
        good,     // looked at in time; a bad result that is acted on in time, or was shown to be mended
        late,     // what was promised against a bad result is past its day, or had no effect
        missing,  // due, and not looked at in time; a bad result about which nothing is done
        unknown,  // what would tell could not be read
    };
    Kind kind = Kind::good;
    RecordId record;
    DisciplineSet disciplines;
    Message what;          // "evaluated on 2026-01-10"
    bool treated = false;  // of a bad result: it has a cause, where one is asked for, and an action
};

// Of what is done again and again: whether it was looked at, if its day has passed. What is planned for a day to come
// is left out, and so is what is due from suppliers: which of them matter is the rules' to say. `arena`: where what it
// says is kept.
void find_checks(const Graph& graph, const Facts& facts, RecordId record, std::vector<Evidence>& out, Arena& arena);

// Bad results: obligations that are not met, controls that do not work, exercises that failed, objectives that were
// missed, suppliers that were rejected, nonconformities and incidents.
class BadResults {
public:
    // `arena`: where what they say is kept.
    BadResults(const Graph& graph, const Facts& facts, const NearestProcesses& nearest, Arena& arena);
    void find(RecordId record, std::vector<Evidence>& out) const;

private:
    // Those that are about one of several risks, processes or suppliers, in their order.
    [[nodiscard]] std::vector<RecordView> nonconformities_about(std::span<const RecordId> things) const;
    [[nodiscard]] Evidence of_nonconformity(const RecordView& record) const;
    [[nodiscard]] Evidence by_nonconformities(const RecordView& record, std::span<const RecordView> found,
                                              Message what) const;
    void add_obligation(const RecordView& record, std::vector<Evidence>& out) const;
    void add_control(const RecordView& record, std::vector<Evidence>& out) const;
    void add_exercise(const RecordView& record, std::vector<Evidence>& out) const;
    void add_objective(const RecordView& record, std::vector<Evidence>& out) const;
    void add_supplier(const RecordView& record, std::vector<Evidence>& out) const;
    void add_incident(const RecordView& record, std::vector<Evidence>& out) const;
    void weigh_notices(const RecordView& incident, Evidence& found) const;
    [[nodiscard]] DisciplineSet disciplines_of_exercise(const RecordView& exercise) const;

    const Graph& graph_;
    const Facts& facts_;
    const NearestProcesses& nearest_;
    Arena& arena_;
    std::unordered_map<RecordId, std::vector<RecordId>> nonconformities_;  // active ones, by what they are about
    std::vector<DutyToNotify> duties_;
};

}  // namespace ims
