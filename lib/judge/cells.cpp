#include "judge/cells.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "assess/performance/audits.h"
#include "assess/performance/audits_due.h"
#include "base/assert.h"
#include "judge/at_home.h"
#include "judge/evidence.h"
#include "judge/letters.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims {
namespace {

using ProcessSet = NearestProcesses::Set;

// Whoever was not read may be the one that answers: by a responsibility, by owning a concern or its control, or in the
// team of a plan.
bool may_be_answered_unread(const Graph& graph) {
    if (!graph.anything_unread()) return false;
    constexpr std::array<KindId, 6> kWhere = {kinds::role,       kinds::risk,      kinds::control,
                                              kinds::obligation, kinds::objective, kinds::plan};
    return std::ranges::any_of(kWhere, [&](KindId kind) { return graph.may_be_unread(kind); });
}

class CellJudge {
public:
    // `arena`: where what traces say is kept.
    CellJudge(const Judged& judged, Arena& arena)
        : judged_(judged),
          arena_(arena),
          nearest_(judged.judgement.homes().nearest()),
          at_home_(judged),
          results_(judged.graph, judged.facts, nearest_, arena),
          unlooked_(unlooked(judged, false)),
          unread_answers_(may_be_answered_unread(judged.graph)),
          members_(nearest_.sets()),
          counted_(nearest_.sets()) {
        for (const RecordId record : judged.graph.all()) {
            if (const ProcessSet set = nearest_.set_of(record); set.known()) members_[set.index()].push_back(record);
        }
    }

    // The sets that hold each process, by its place.
    std::vector<std::vector<ProcessSet>> all_sets() const {
        std::vector<std::vector<ProcessSet>> out(judged_.facts.processes().size());
        for (std::size_t index = 0; index < nearest_.sets(); ++index) {
            const ProcessSet set = ProcessSet::from(index);
            for (const RecordId process : nearest_[set]) {
                if (const auto place = judged_.facts.concerns().place(process)) out[*place].push_back(set);
            }
        }
        return out;
    }

    std::vector<ProcessSet> sets_of(RecordId process) const {
        std::vector<ProcessSet> out;
        for (std::size_t index = 0; index < nearest_.sets(); ++index) {
            const ProcessSet set = ProcessSet::from(index);
            if (std::ranges::binary_search(nearest_[set], process)) out.push_back(set);
        }
        return out;
    }

    Cell cell(const ProcessFacts& process, std::span<const ProcessSet> sets, const AuditCoverage& audits,
              Discipline discipline) {
        Cell cell;
        const AtHome at_home = at_home_.in_cell(process, sets, discipline);
        weigh(cell, at_home);
        if (!process.concerned.has(discipline)) {
            cell.state = process.not_applicable.has(discipline) ? CellState::not_applicable
                         : process.must_address.has(discipline) ? CellState::unaddressed
                                                                : CellState::not_covered;
            if (cell.state == CellState::not_applicable) cell.reason = reason_of(process.process, discipline);
            return cell;
        }
        cell.state = CellState::addressed;
        Counts checked = of_audits(process, audits, discipline);
        Counts acted;
        for (const ProcessSet set : sets) {
            const Counted& counted = count(set);
            if (counted.checked.empty()) continue;
            checked += counted.checked[discipline.index()];
            acted += counted.acted[discipline.index()];
        }
        const std::array<Counts, 4> facts = {of_plan(process.process, discipline), of_answers(process, discipline),
                                             checked, acted};
        for (const Mark mark : kMarks) {
            const auto index = static_cast<std::size_t>(mark);
            cell.letters[index] = letter_of(facts[index], at_home[mark], unlooked_[index]);
        }
        return cell;
    }

    void trace(Cell& cell, const ProcessFacts& process, std::span<const ProcessSet> sets, Discipline discipline) {
        traces_ = &cell.traces;
        if (cell.state == CellState::addressed) {
            trace_plan(process.process, discipline);
            trace_answers(process, discipline);
            trace_audits(process, discipline);
            trace_records(sets, discipline);
        }
        trace_findings(judged_, judged_.judgement.homes().at(process.process, discipline), cell.traces, arena_);
        trace_elsewhere(process, discipline);
    }

private:
    struct Counted {  // by discipline; empty: nothing
        std::vector<Counts> checked;
        std::vector<Counts> acted;
    };

    std::string reason_of(RecordId process, Discipline discipline) const {
        for (const FieldView entry : judged_.graph[process][fields::process::not_applicable].children()) {
            if (entry.key() == judged_.graph.settings().name(discipline)) return std::string(entry.text());
        }
        return {};
    }

    // What the records of a set show, once.
    const Counted& count(ProcessSet set) {
        std::optional<Counted>& known = counted_[set.index()];
        if (known) return *known;
        known.emplace();
        const std::size_t disciplines = judged_.graph.settings().disciplines.size();
        for (const RecordId record : members_[set.index()]) {
            gather(record);
            if (checks_.empty() && bad_.empty()) continue;
            known->checked.resize(disciplines);
            known->acted.resize(disciplines);
            count_evidence(checks_, known->checked);
            count_evidence(bad_, known->acted);
        }
        return *known;
    }

    void gather(RecordId record) {
        checks_.clear();
        bad_.clear();
        find_checks(judged_.graph, judged_.facts, record, checks_, arena_);
        results_.find(record, bad_);
    }

    // What carries a concern has planned; what is wrong with the plan is found by rules. Where the levels of ims.yaml
    // let no risk be rated, they find nothing wrong with it, and nobody can tell.
    Counts of_plan(RecordId process, Discipline discipline) const {
        Counts out{.good = 1};
        if (rates(judged_.graph.settings().risk)) return out;
        for (const Concern& concern : judged_.facts.concerns(process, discipline)) {
            const bool risk = judged_.graph[concern.record].is(kinds::risk);
            if (risk && judged_.facts.risk(concern.record).unjudged) ++out.unknown;
        }
        return out;
    }

    Counts of_answers(const ProcessFacts& process, Discipline discipline) const {
        Counts out;
        for (const Participant& each : process.participants) {
            if (each.answers_for().has(discipline)) ++out.good;
            else if (is_excused(each.role, discipline)) continue;
            else if (unread_answers_) ++out.unknown;
            else ++out.missing;
        }
        // Nobody takes part, or all who do say why not.
        if (out.good + out.missing + out.unknown == 0) (unread_answers_ ? out.unknown : out.missing) = 1;
        return out;
    }

    bool is_excused(RecordId role, Discipline discipline) const {
        return judged_.graph.settings().keys_of(judged_.graph[role][fields::role::not_applicable]).has(discipline);
    }

    // What is planned neither earns nor costs; what is late is found by a rule.
    Counts of_audits(const ProcessFacts& process, const AuditCoverage& audits, Discipline discipline) const {
        Counts out;
        if (audits.done.has(discipline)) ++out.good;
        else if (is_audit_due(process, audits, discipline))
            ++(judged_.graph.may_be_unread(kinds::audit) ? out.unknown : out.missing);
        return out;
    }

    static bool is_audit_due(const ProcessFacts& process, const AuditCoverage& audits, Discipline discipline) {
        return audits_due_in(process).has(discipline) && !audits.expected.has(discipline);
    }

    void tell(Trace::Says says, Mark mark, RecordId record, Message what) {
        traces_->push_back({says, mark, record, what, {}});
    }

    void trace_plan(RecordId process, Discipline discipline) {
        const Graph& graph = judged_.graph;
        const std::vector<Concern> concerns = judged_.facts.concerns(process, discipline);
        for (const Concern& concern : concerns) {
            const RecordView record = graph[concern.record];
            Message what = concern.via.known() ? make_message(arena_, "{}, via {}", record.kind(), bare(concern.via))
                                               : make_message(arena_, "{}", record.kind());
            const bool unjudged = record.is(kinds::risk) && judged_.facts.risk(concern.record).unjudged;
            const bool unrated = unjudged && !rates(graph.settings().risk);
            if (unrated) what = make_message(arena_, "{}, whose level cannot be judged: {}", what, kRatesNothing);
            else if (unjudged) what = make_message(arena_, "{}, whose level cannot be judged", what);
            tell(unrated ? Trace::Says::unjudged : Trace::Says::earns, Mark::plan, concern.record, what);
        }
        if (concerns.empty()) tell(Trace::Says::earns, Mark::plan, process, "it says something of continuity");
    }

    void trace_answers(const ProcessFacts& process, Discipline discipline) {
        if (process.participants.empty())
            tell(Trace::Says::takes, Mark::do_it, process.process, "no role takes part in it");
        for (const Participant& each : process.participants) {
            if (each.specific.has(discipline)) tell(Trace::Says::earns, Mark::do_it, each.role, "answers for it here");
            else if (each.generic.has(discipline))
                tell(Trace::Says::earns, Mark::do_it, each.role, "answers for it in general");
            else if (is_excused(each.role, discipline))
                tell(Trace::Says::earns, Mark::do_it, each.role, "says why it does not concern the role");
            else if (unread_answers_)
                tell(Trace::Says::unjudged, Mark::do_it, each.role,
                     "takes part, and whether it answers for it could not be read");
            else tell(Trace::Says::takes, Mark::do_it, each.role, "takes part, and does not answer for it");
        }
    }

    void trace_audits(const ProcessFacts& process, Discipline discipline) {
        const AuditCoverage& audits = coverage_of(process.process);
        const Date today = judged_.facts.today();
        for (const RecordView& audit : audits_of(judged_.graph[process.process])) {
            if (!judged_.facts.disciplines(audit.record()).has(discipline)) continue;
            const AuditState state = audit_state(audit, today);
            if (state == AuditState::done || state == AuditState::outdated) {
                const bool current = state == AuditState::done;
                const Date day = *audit[fields::audit::done].date();
                tell(current ? Trace::Says::earns : Trace::Says::takes, Mark::check, audit.record(),
                     current ? make_message(arena_, "audited on {}", day)
                             : make_message(arena_, "audited on {}, longer ago than the cycle", day));
            }
        }
        if (audits.done.has(discipline) || !is_audit_due(process, audits, discipline)) return;
        if (judged_.graph.may_be_unread(kinds::audit))
            tell(Trace::Says::unjudged, Mark::check, {}, "whether it was audited could not be read");
        else tell(Trace::Says::takes, Mark::check, {}, "no audit is done or planned within the cycle");
    }

    void trace_records(std::span<const ProcessSet> sets, Discipline discipline) {
        std::vector<RecordId> records;
        for (const ProcessSet set : sets)
            records.insert(records.end(), members_[set.index()].begin(), members_[set.index()].end());
        std::ranges::sort(records);
        for (const RecordId record : records) {
            gather(record);
            trace_evidence(checks_, Mark::check, discipline, *traces_);
            trace_evidence(bad_, Mark::act, discipline, *traces_);
        }
    }

    // "1 through site/shop: …": what reaches the process through something that it needs, and is not at home here.
    void trace_elsewhere(const ProcessFacts& process, Discipline discipline) {
        std::vector<RecordId> through;                   // in the order of the concerns
        std::unordered_map<RecordId, RecordId> reached;  // a concern, and through what
        for (const Concern& concern : judged_.facts.concerns(process.process, discipline)) {
            if (!concern.via.known() || nearest_.belongs(concern.record, process.process)) continue;
            reached.emplace(concern.record, concern.via);
            if (std::ranges::find(through, concern.via) == through.end()) through.push_back(concern.via);
        }
        std::unordered_map<RecordId, std::vector<Message>> found;
        const FindingList& findings = judged_.judgement.findings();
        for (std::size_t index = 0; index < findings.told() && !reached.empty(); ++index) {
            const Finding& finding = findings[FindingId::from(index)];
            const auto concern = reached.find(finding.on);
            if (concern == reached.end() || finding.grade == Grade::low) continue;
            if (!finding.about.empty() && !finding.about.has(discipline)) continue;
            const RuleEntry& rule = judged_.rules[finding.rule];
            found[concern->second].push_back(
                make_message(arena_, "[[{0} at {2}|{1} ({2})]]", plain(rule.name), rule.summary, bare(finding.on)));
        }
        for (const RecordId via : through) {
            const auto names = found.find(via);
            if (names == found.end()) continue;
            traces_->push_back({Trace::Says::elsewhere,
                                std::nullopt,
                                via,
                                make_message(arena_, "{0}[[| {0:gap|gaps}]] through {1}: {2:4}", names->second.size(),
                                             bare(via), names->second),
                                {}});
        }
    }

    const AuditCoverage& coverage_of(RecordId process) {
        if (coverage_.empty()) coverage_ = judged_.facts.audit_coverage();
        return coverage_[*judged_.facts.concerns().place(process)];
    }

    Judged judged_;
    Arena& arena_;
    const NearestProcesses& nearest_;
    AtHomeBySet at_home_;
    BadResults results_;
    Unlooked unlooked_;
    bool unread_answers_;
    std::vector<std::vector<RecordId>> members_;   // by set
    std::vector<std::optional<Counted>> counted_;  // by set
    std::vector<AuditCoverage> coverage_;          // by place; empty: not asked for yet
    std::vector<Evidence> checks_;
    std::vector<Evidence> bad_;
    std::vector<Trace>* traces_ = nullptr;
};

const ProcessFacts& in_force(const Judged& judged, RecordId process) {
    const ProcessFacts* facts = judged.facts.process(process);
    IMS_ASSERT(facts != nullptr, "a cell of the matrix was asked of something that is no process in force");
    return *facts;
}

}  // namespace

Matrix judge_matrix(const Judged& judged) {
    Matrix matrix;
    Arena unsaid;
    const DisciplineSet disciplines = judged.graph.settings().in_force();
    for (const Discipline discipline : disciplines) {
        matrix.system.push_back(judge_system(judged, discipline, unsaid));
        matrix.system.back().traces = {};
    }
    CellJudge judge(judged, unsaid);
    const auto sets = judge.all_sets();
    const std::vector<AuditCoverage> audits = judged.facts.audit_coverage();
    for (std::size_t place = 0; place < sets.size(); ++place) {
        const ProcessFacts& process = judged.facts.processes()[place];
        Matrix::Row& row = matrix.rows.emplace_back();
        row.process = process.process;
        for (const Discipline discipline : disciplines)
            row.cells.push_back(judge.cell(process, sets[place], audits[place], discipline));
    }
    return matrix;
}

Cell judge_cell(const Judged& judged, RecordId id, Discipline discipline, Arena& arena) {
    const ProcessFacts& process = in_force(judged, id);
    CellJudge judge(judged, arena);
    const std::vector<ProcessSet> sets = judge.sets_of(id);
    const AuditCoverage audits = judged.facts.audit_coverage()[*judged.facts.concerns().place(id)];
    Cell cell = judge.cell(process, sets, audits, discipline);
    judge.trace(cell, process, sets, discipline);
    return cell;
}

}  // namespace ims
