// How soon things must be back after a disruption, and how soon they are: processes, what they need, plans and
// exercises.
#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "diagnostics/rules.h"
#include "report/gap.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::continuity {
namespace {

namespace own = fields::process;

class ContinuityReport {
public:
    explicit ContinuityReport(const ReportInput& input) : page_(input, "continuity", "Continuity report") {
        for (const ProcessFacts& process : page_.facts.processes()) processes_.push_back(process.process);
        // The order of recovery: what is prioritised and most urgent first.
        std::ranges::stable_sort(processes_, {}, [&](RecordId id) {
            const auto rto = value(id, own::continuity.rto).duration();
            return std::tuple(!is_prioritised(page_.graph[id]), !rto, rto.value_or(Duration{}));
        });
    }

    Document run() {
        add_summary();
        add_processes();
        add_slowest_paths(page_, processes_);
        add_fallbacks(page_, processes_);
        add_required_recovery(page_);
        add_backups(page_);
        add_plans_and_exercises(page_);
        add_gaps();
        return page_.finish();
    }

private:
    FieldView value(RecordId process, Field field) const { return page_.graph[process][own::continuity][field]; }

    void add_summary() {
        std::size_t prioritised = 0;
        std::size_t planned = 0;
        std::size_t in_time = 0;
        std::size_t for_a_while = 0;  // of these, while something bridges what is not known
        std::size_t late = 0;
        std::size_t unknown = 0;
        for (const RecordId id : processes_) {
            if (is_prioritised(page_.graph[id])) {
                ++prioritised;
                for (const RecordView plan : page_.graph[id].linked(own::plans)) {
                    if (!plan.active()) continue;
                    ++planned;
                    break;
                }
            }
            if (!value(id, own::continuity.rto)) continue;
            const Standing stands = standing_of(page_, id, readiness(page_, id));
            const bool bridged = stands.kind == Standing::Kind::fair;
            if (bridged) ++for_a_while;
            ++(!stands.known() ? unknown : bridged || stands.kind == Standing::Kind::good ? in_time : late);
        }
        page_.heading(2, "In short");
        if (!continuity_discipline(page_.settings)) {
            page_.note(
                "Business continuity is not in force here. What is written is compared; what is missing is not asked "
                "for.");
        }
        page_.say(
            Words() << strong(counted(processes_.size(), "process", "processes")) << ", "
                    << fmt::format("{} of them prioritised; a plan is found for {} of these.", prioritised, planned));
        page_.say(
            Words() << fmt::format("Of {} with an RTO, ", counted(in_time + late + unknown, "process", "processes"))
                    << strong(fmt::format("{} can be back in time", in_time - for_a_while))
                    << " by what is agreed and demonstrated, "
                    << (for_a_while == 0 ? "" : fmt::format("{} more only while a workaround lasts, ", for_a_while))
                    << fmt::format("{} cannot, and of {} it is not known.", late, unknown));
    }

    // The latest exercise that says when the process was back.
    TableCell exercised(RecordId process) const {
        namespace exercise = fields::exercise;
        std::optional<Date> newest;
        FieldView achieved;
        for (const Edge& edge : page_.graph.references_to(process)) {
            const RecordView record = page_.graph[edge.other];
            if (edge.field != exercise::achieved.process || !record.is(kinds::exercise)) continue;
            const auto day = held_on(record, page_.facts.today());
            if (!day || (newest && *day < *newest)) continue;
            for (const FieldView entry : record[exercise::achieved].children()) {
                if (entry[exercise::achieved.process].target() != process || !entry[exercise::achieved.in].duration())
                    continue;
                achieved = entry[exercise::achieved.in];
                newest = day;
            }
        }
        if (!newest) return {"", MachineValue(nullptr)};
        return {fmt::format("{} on {}", achieved.text(), to_string(*newest)), std::string(achieved.text())};
    }

    TableCell impact(RecordId process) const {
        std::vector<std::string> steps;
        for (const FieldView entry : value(process, own::continuity.impact).children()) {
            steps.push_back(fmt::format("{} after {}", entry[own::continuity.impact.level].text(),
                                        entry[own::continuity.impact.after].text()));
        }
        return {fmt::format("{}", fmt::join(steps, ", ")), steps};
    }

    void add_processes() {
        struct Row {
            RecordId process;
            Readiness ready;
        };
        const auto written = [&](Field field) {
            return [this, field](const Row& row) { return as_written(value(row.process, field)); };
        };
        TableOf<Row> table(
            {.key = "processes", .title = "Processes"},
            {{{"process", "Process", {}, Column::Holds::record},
              [&](const Row& row) { return page_.introduced(row.process); }},
             {{"prioritised", "Prioritised"},
              [&](const Row& row) { return yes_no_cell(value(row.process, own::continuity.prioritised)); }},
             {{"impact", "Impact"}, [&](const Row& row) { return impact(row.process); }},
             {{"mtpd", "MTPD"}, written(own::continuity.mtpd)},
             {{"rto", "RTO"}, written(own::continuity.rto)},
             {{"back_after", "What it needs is back after"},
              [&](const Row& row) {
                  const Dependency* const told = row.ready.slowest != nullptr ? row.ready.slowest : row.ready.waits;
                  if (told == nullptr) return TableCell("", MachineValue(nullptr));
                  // What is not known, and bridged by nothing, may take longer.
                  const bool at_least = row.ready.slowest != nullptr && row.ready.waits != nullptr &&
                                        row.ready.waits != row.ready.slowest && !row.ready.waits->need->workaround;
                  TableCell cell = back_after(page_, *told);
                  return at_least ? not_stated("at least " + cell.words.plain()) : cell;
              }},
             {{"state", "State"},
              [&](const Row& row) { return state_cell(standing_of(page_, row.process, row.ready)); }},
             {{"exercised", "Shown in an exercise"}, [&](const Row& row) { return exercised(row.process); }},
             {{"rpo", "RPO"}, written(own::continuity.rpo)},
             {{"mbco", "Meanwhile at least"},
              [&](const Row& row) { return value(row.process, own::continuity.mbco).text(); }}});
        for (const RecordId id : processes_) table.add({id, readiness(page_, id)});
        page_.heading(2, "Processes");
        if (processes_.empty()) return page_.say("None is in force.");
        page_.say("In the order of recovery: prioritised ones first, and of those the one with the shortest RTO.");
        page_.add(table.take());
    }

    void add_gaps() {
        page_.heading(2, "Gaps");
        // Two of other families tell of times too.
        std::vector<Gap> gaps = collect_gaps(page_);
        std::erase_if(gaps, [&](const Gap& gap) {
            const RuleId rule = gap.finding->rule;
            return page_.rules[rule].family != "continuity" && rule != RuleId::downtime_beyond_rto &&
                   rule != RuleId::supplier_misses_agreement;
        });
        if (gaps.empty()) return page_.say("None was found in continuity.");
        add_gaps_by_rule(page_, gaps);
    }

    Page page_;
    std::vector<RecordId> processes_;  // in force, in the order of recovery
};

}  // namespace

Document build(const ReportInput& input) { return ContinuityReport(input).run(); }

}  // namespace ims::reports::continuity
