#include <span>
#include <utility>

#include "assess/dates/intervals.h"
#include "assess/participation/leads.h"
#include "assess/performance/management_reviews.h"
#include "assess/performance/policies.h"
#include "judge/cells.h"
#include "judge/evidence.h"
#include "judge/letters.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What there is once for all processes: policy and objectives, the lead, the management review and what it decided; and
// whatever belongs to no process.
class SystemJudge {
public:
    SystemJudge(const Judged& judged, Discipline discipline, Arena& arena)
        : judged_(judged), arena_(arena), graph_(judged.graph), discipline_(discipline), today_(judged.facts.today()) {}

    Cell run() {
        cell_.state = CellState::addressed;
        plan();
        lead();
        review();
        decisions();
        records();
        const AtHome at_home = at_home_in_system(judged_, discipline_);
        const Unlooked unlooked_marks = unlooked(judged_, true);
        weigh(cell_, at_home);
        for (const Mark mark : kMarks) {
            const auto index = static_cast<std::size_t>(mark);
            cell_.letters[index] = letter_of(facts_[index], at_home[mark], unlooked_marks[index]);
        }
        std::vector<FindingId> found;
        for (const FindingId id : judged_.judgement.homes().of_system(discipline_)) {
            const Finding& finding = judged_.judgement.findings()[id];
            if (counts_in_system(finding, judged_.rules[finding.rule])) found.push_back(id);
        }
        trace_findings(judged_, found, cell_.traces, arena_);
        return std::move(cell_);
    }

private:
    void tell(Mark mark, Evidence::Kind kind, RecordId record, Message what) {
        const Evidence evidence{kind, record, DisciplineSet::of(discipline_), what};
        trace_evidence(std::span(&evidence, 1), mark, discipline_, cell_.traces);
        Counts& counts = facts_[static_cast<std::size_t>(mark)];
        switch (kind) {
            case Evidence::Kind::good: ++counts.good; break;
            case Evidence::Kind::late: ++counts.late; break;
            case Evidence::Kind::missing: ++counts.missing; break;
            case Evidence::Kind::unknown: ++counts.unknown; break;
        }
    }

    [[nodiscard]] bool serves(const RecordView& record) const {
        return record.active() && judged_.facts.disciplines(record.record()).has(discipline_);
    }

    // A thing of which one is enough.
    template <class Counts>
    void need_one(KindId kind, Message what, const Counts& counts) {
        bool any = false;
        for (const RecordId id : graph_.of_kind(kind)) {
            if (!serves(graph_[id]) || !counts(graph_[id])) continue;
            tell(Mark::plan, Evidence::Kind::good, id, what);
            any = true;
        }
        if (any) return;
        if (graph_.may_be_unread(kind))
            tell(Mark::plan, Evidence::Kind::unknown, {},
                 make_message(arena_, "no {} was found, and some files could not be read", what));
        else tell(Mark::plan, Evidence::Kind::missing, {}, make_message(arena_, "no {}", what));
    }

    void plan() {
        need_one(kinds::document, "approved policy", [](const RecordView& each) { return is_approved_policy(each); });
        need_one(kinds::objective, "objective", [](const RecordView&) { return true; });
    }

    void lead() {
        const RecordId lead = lead_of(graph_, discipline_);
        if (lead.known() && graph_[lead].active()) tell(Mark::do_it, Evidence::Kind::good, lead, "leads it");
        else if (graph_.may_be_unread(kinds::role))
            tell(Mark::do_it, Evidence::Kind::unknown, {},
                 "nobody is known to lead it, and some files could not be read");
        else tell(Mark::do_it, Evidence::Kind::missing, {}, "nobody leads it");
    }

    // Separate reviews of the disciplines make up for each other, as long as they hold.
    void review() {
        const std::vector<RecordView> held = held_management_reviews(graph_, today_);
        if (held.empty()) {
            const bool unread = graph_.may_be_unread(kinds::management_review);
            tell(Mark::check, unread ? Evidence::Kind::unknown : Evidence::Kind::missing, {},
                 unread ? Message("no management review was found, and some files could not be read")
                        : Message("no management review was held"));
            return;
        }
        const auto next = next_management_review(held.front());
        const bool late = next && *next < today_;
        tell(Mark::check, late ? Evidence::Kind::missing : Evidence::Kind::good, held.front().record(),
             late ? make_message(arena_, "the next management review was due on {}", *next)
                  : make_message(arena_, "management review, held on {}",
                                 *held.front()[fields::management_review::date].date()));
        bool certain = true;
        for (const RecordView& each : held) {
            const auto until = next_management_review(each);
            if (each != held.front() && until && *until < today_) continue;
            const Heard heard = heard_in(each);
            if (heard.disciplines.has(discipline_))
                return tell(Mark::check, Evidence::Kind::good, each.record(), "it has input of its own there");
            certain = certain && heard.certain;
        }
        tell(Mark::check, certain ? Evidence::Kind::missing : Evidence::Kind::unknown, held.front().record(),
             certain ? Message("it has no input of its own there")
                     : Message("whether it has input of its own there could not be read"));
    }

    void decisions() {
        namespace own = fields::management_review;
        for (const RecordId id : graph_.of_kind(kinds::management_review)) {
            // What is decided where a discipline was not heard is decided for others.
            if (!graph_[id].active() || !heard_in(graph_[id]).disciplines.has(discipline_)) continue;
            for (const FieldView entry : graph_[id][own::decisions].children()) {
                if (!entry.is(ValueType::map)) continue;
                const FieldView due = entry[own::decisions.due];
                if (entry[own::decisions.done]) {
                    tell(Mark::act, Evidence::Kind::good, id, "a decision that is carried out");
                } else if (!due || !entry[own::decisions.owner]) {
                    tell(Mark::act, Evidence::Kind::missing, id, "a decision without owner or day");
                } else if (is_overdue(due, {}, today_)) {
                    tell(Mark::act, Evidence::Kind::late, id,
                         make_message(arena_, "a decision that was due on {}", *due.date()));
                } else {
                    tell(Mark::act, Evidence::Kind::good, id, "a decision with owner and day");
                }
            }
        }
    }

    // What belongs to no process, or reaches processes through a site alone.
    void records() {
        const NearestProcesses& nearest = judged_.judgement.homes().nearest();
        const BadResults results(graph_, judged_.facts, nearest, arena_);
        std::vector<Evidence> checks;
        std::vector<Evidence> bad;
        for (const RecordId record : graph_.all()) {
            if (nearest.set_of(record).known()) continue;
            find_checks(graph_, judged_.facts, record, checks, arena_);
            results.find(record, bad);
        }
        for (const auto& [mark, evidence] : {std::pair(Mark::check, &checks), std::pair(Mark::act, &bad)}) {
            for (const Evidence& each : *evidence) {
                if (each.disciplines.has(discipline_)) tell(mark, each.kind, each.record, each.what);
            }
        }
    }

    const Judged& judged_;
    Arena& arena_;
    const Graph& graph_;
    Discipline discipline_;
    Date today_;
    std::array<Counts, 4> facts_ = {};
    Cell cell_;
};

}  // namespace

Cell judge_system(const Judged& judged, Discipline discipline, Arena& arena) {
    return SystemJudge(judged, discipline, arena).run();
}

}  // namespace ims
