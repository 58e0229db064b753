// How soon things must be back after a disruption, and how soon they are: processes, what they need, plans and
// exercises.
#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "diagnostics/rules.h"
#include "report/gap.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/paper.h"
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
        page_.paragraph("See also: {}.", to_report("What falls if one thing fails", "failures"));
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
                "Business continuity is not [[in force here. What is written is compared; what is missing is not asked "
                "for|among the disciplines here. What is stated is compared all the same; what is missing is not asked "
                "for]].");
        }
        const Words all = strong(page_.say("{0} {0:process|processes}", processes_.size()));
        if (prioritised == 0)
            page_.paragraph(
                "{0}[[, {1} of them prioritised; a plan is found for {2} of these.|; none is prioritised.]]", all,
                prioritised, planned);
        else
            page_.paragraph(
                "{0}[[, {1} of them prioritised; a plan is found for {2} of these.|; {1} {1:is|are} prioritised, and "
                "{2} of these {2:has|have} a plan.]]",
                all, prioritised, planned);
        const std::size_t quick = in_time - for_a_while;
        if (page_.audience() == Audience::readers) return tell_readiness(quick, for_a_while, late, unknown);
        const std::size_t asked = in_time + late + unknown;
        const Words told = strong(page_.say("{} can be back in time", quick));
        if (for_a_while == 0) {
            page_.paragraph(
                "Of {0} {0:process|processes} with [[an RTO|a recovery time objective]], {1} by what is agreed and "
                "demonstrated, {2} cannot, and of {3} it is not known.",
                asked, told, late, unknown);
        } else {
            page_.paragraph(
                "Of {0} {0:process|processes} with [[an RTO|a recovery time objective]], {1} by what is agreed and "
                "demonstrated, {2} more only while a workaround lasts, {3} cannot, and of {4} it is not known.",
                asked, told, for_a_while, late, unknown);
        }
    }

    // Readers hear of none only that none is in time.
    void tell_readiness(std::size_t in_time, std::size_t for_a_while, std::size_t late, std::size_t unknown) {
        const std::size_t asked = in_time + for_a_while + late + unknown;
        if (asked == 0)
            return page_.paragraph(
                "No process has a recovery time objective, so that nothing can be held against one.");
        const Words quick =
            in_time == 0 ? page_.say("none is sure to be back in time") : page_.say("{} can be back in time", in_time);
        std::vector<Words> told = {page_.say("{} by what is agreed and demonstrated", strong(quick))};
        if (for_a_while > 0) told.push_back(page_.say("{} can be only while a workaround lasts", for_a_while));
        if (late > 0) told.push_back(page_.say("{} cannot", late));
        if (unknown > 0) told.push_back(page_.say("of {} it is not known", unknown));
        page_.paragraph("Of {0} {0:process|processes} with a recovery time objective, {1:all}.", asked,
                        listed_by(Joined::by_comma_and, told));
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
        if (!newest) return {Words(), MachineValue(nullptr)};
        return {page_.say("{} on {}", plain(achieved), *newest), std::string(achieved.text())};
    }

    TableCell impact(RecordId process) const {
        std::vector<Words> shown;
        std::vector<std::string> steps;
        for (const FieldView entry : value(process, own::continuity.impact).children()) {
            const FieldView level = entry[own::continuity.impact.level];
            const FieldView after = entry[own::continuity.impact.after];
            shown.push_back(page_.say("{} after {}", plain(level), plain(after)));
            steps.push_back(fmt::format("{} after {}", level.text(), after.text()));
        }
        return {listed(shown), std::move(steps)};
    }

    // When what a process needs is back: the slowest of it, or what nobody knows.
    TableCell needs_back_after(const Readiness& ready) const {
        const Dependency* const told = ready.slowest != nullptr ? ready.slowest : ready.waits;
        if (told == nullptr) return {Words(), MachineValue(nullptr)};
        TableCell cell = back_after(page_, *told);
        // What is not known, and bridged by nothing, may take longer.
        const bool at_least = ready.slowest != nullptr && ready.waits != nullptr && ready.waits != ready.slowest &&
                              !ready.waits->need->workaround;
        if (!at_least) return cell;
        TableCell open(page_.say("at least {}", cell.words), MachineValue(nullptr));
        open.why_null = open.words.plain();
        return open;
    }

    void add_processes() {
        struct Row {
            RecordId process;
            Readiness ready;
        };
        const auto written = [&](Field field) {
            return [this, field](const Row& row) { return as_written(page_, value(row.process, field)); };
        };
        constexpr auto kPrograms = Column::For::programs;
        TableOf<Row> table(
            {.key = "processes", .title = "Processes"},
            {{{"process", "Process", {}, Column::Holds::record},
              [&](const Row& row) { return page_.introduced(row.process); }},
             {{"prioritised", "Prioritised"},
              [&](const Row& row) { return yes_no_cell(page_, value(row.process, own::continuity.prioritised)); }},
             {{"impact", "Impact", {}, {}, kPrograms}, [&](const Row& row) { return impact(row.process); }},
             {{"mtpd", "Bearable for (MTPD)"}, written(own::continuity.mtpd)},
             {{"rto", "Back within (RTO)"}, written(own::continuity.rto)},
             {{"back_after", "What it needs is back after"},
              [&](const Row& row) { return needs_back_after(row.ready); }},
             {{"state", "State"},
              [&](const Row& row) { return state_cell(page_, standing_of(page_, row.process, row.ready)); }},
             {{"exercised", "Shown in an exercise"}, [&](const Row& row) { return exercised(row.process); }},
             {{"rpo", "May lose (RPO)", {}, {}, kPrograms}, written(own::continuity.rpo)},
             {{"mbco", "Meanwhile at least", {}, {}, kPrograms},
              [&](const Row& row) { return raw(value(row.process, own::continuity.mbco).text()); }}});
        for (const RecordId id : processes_) table.add({id, readiness(page_, id)});
        page_.heading(2, "Processes");
        if (processes_.empty()) return page_.paragraph("None is in force.");
        page_.paragraph(
            "In the order of recovery: prioritised ones first, and of those the one with the shortest [[RTO|recovery "
            "time objective (RTO)]].[[| That is how soon a process is to run again. After the maximum tolerable period "
            "of disruption (MTPD) the harm is no longer bearable.]]");
        page_.add(table.take());
        add_impact();
    }

    // What a standstill does, of the processes that say so: apart, since not all of it fits a line.
    void add_impact() {
        Table table{.key = "impact",
                    .title = "What a standstill does",
                    .columns = {{"process", "Process", {}, Column::Holds::record},
                                {"impact", "Impact"},
                                {"rpo", "May lose (RPO)"},
                                {"mbco", "Meanwhile at least"}}};
        for (const RecordId id : processes_) {
            TableCell bad = impact(id);
            TableCell lost = as_written(page_, value(id, own::continuity.rpo));
            Words least = raw(value(id, own::continuity.mbco).text());
            if (bad.words.empty() && lost.words.empty() && least.empty()) continue;
            table.rows.push_back({page_.titled(id), std::move(bad), std::move(lost), std::move(least)});
        }
        if (table.rows.empty()) return;
        page_.heading(2, raw(table.title));
        page_.paragraph(
            "Impact tells how bad a standstill is after a time, from 1, hardly felt, to 5, which the organisation may "
            "not survive. The recovery point objective (RPO) says how much work, in time, may be lost.");
        page_.add(without_empty_columns(std::move(table)));
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
        if (gaps.empty()) return page_.paragraph("None was found in continuity.");
        add_gaps_by_rule(page_, gaps);
    }

    Page page_;
    std::vector<RecordId> processes_;  // in force, in the order of recovery
};

}  // namespace

Document build(const ReportInput& input) { return ContinuityReport(input).run(); }

}  // namespace ims::reports::continuity
