#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/intervals.h"
#include "assess/recovery/continuity.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

TableCell restore_state(const Page& page, const RecordView& record) {
    if (!record.is(kinds::asset) || !record.has(fields::asset::backup)) return {Words(), MachineValue(nullptr)};
    const FieldView written = record[fields::asset::backup][fields::asset::backup.restore_tested];
    const auto tested = written.date();
    if (!tested) return not_stated(page, written ? Message("could not be read") : Message("no evidence found"));
    if (*tested > page.facts.today())
        return not_stated(page, make_message(page.arena(), "{}, which is to come", *tested));
    const bool current = is_current(tested, std::nullopt, page.settings, page.facts.today());
    return {current ? page.say("{}", *tested) : page.say("{}, too long ago", *tested), to_string(*tested)};
}

// Whether it is backed up as often as a process asks.
Standing backed_up(const Demand& demand, const DataLoss& loss, bool asked) {
    using Kind = Standing::Kind;
    if (!asked) return {Kind::none, "no RPO asks for it", "[[no RPO|no process]] asks for it"};
    if (loss.invalid) return unjudged("how much may be lost could not be read");
    if (!loss.time) return unjudged("how much may be lost is not stated");
    return *loss.time > *demand.may_lose.duration() ? Standing{Kind::bad, "too seldom"}
                                                    : Standing{Kind::good, "often enough"};
}

// For which days exercises are planned, each once; of one that has passed, that nothing says it was held.
// `planned`: the earliest first.
TableCell planned_cell(const Page& page, const std::vector<RecordView>& planned) {
    std::vector<Words> shown;
    std::vector<std::string> days;
    for (const RecordView& exercise : planned) {
        const Date day = *planned_for(exercise);
        if (!days.empty() && days.back() == to_string(day)) continue;
        shown.push_back(day < page.facts.today() ? page.say("{} (no evidence found that it was held)", day)
                                                 : page.say("{}", day));
        days.push_back(to_string(day));
    }
    return {listed(shown), std::move(days)};
}

// What is done in each plan, in order.
void add_steps(Page& page, const std::vector<RecordView>& plans) {
    namespace own = fields::plan;
    Table table{.key = "plan-steps",
                .title = "What the plans say",
                .columns = {{"plan", "Plan", {}, Column::Holds::record},
                            {"step", "Step", Column::Align::right},
                            {"does", "What is done"},
                            {"by", "By", {}, Column::Holds::record},
                            {"within", "Within"}}};
    for (const RecordView& plan : plans) {
        std::size_t step = 0;
        for (const FieldView entry : plan[own::steps].children()) {
            const FieldView does = entry[own::steps.does];
            table.rows.push_back({page.titled(plan.record()), TableCell::number(++step),
                                  read_prose_line(does ? does.text() : entry.text()),
                                  target_cell(page, entry[own::steps.by]), as_written(page, entry[own::steps.within])});
        }
    }
    if (!table.rows.empty()) page.add_titled(3, std::move(table));
}

// Whom each plan has called, in order. A person is told by the roles that they hold.
void add_calls(Page& page, const std::vector<RecordView>& plans) {
    namespace own = fields::plan;
    Table table{
        .key = "plan-calls",
        .title = "Who is called",
        .columns = {
            {"plan", "Plan", {}, Column::Holds::record}, {"who", "Who", {}, Column::Holds::records}, {"how", "How"}}};
    for (const RecordView& plan : plans) {
        for (const FieldView entry : plan[own::calls].children()) {
            TableCell called = target_cell(page, entry[own::calls.who], "not known");
            table.rows.push_back(
                {page.titled(plan.record()), std::move(called), read_prose_line(entry[own::calls.how].text())});
        }
    }
    if (!table.rows.empty()) page.add_titled(3, std::move(table));
}

void add_plans(Page& page) {
    namespace own = fields::plan;
    Table table{.key = "plans",
                .title = "Plans",
                .columns = {{"plan", "Plan", {}, Column::Holds::record},
                            {"processes", "Brings back", {}, Column::Holds::records},
                            {"risks", "For", {}, Column::Holds::records},
                            {"activation", "Begins when"},
                            {"ends", "Ends when"},
                            {"team", "Team", {}, Column::Holds::records},
                            {"last", "Last exercised"},
                            {"result", "Result"},
                            {"planned", "Planned for"},
                            {"due", "Due again"},
                            {"state", "State"}}};
    for (const RecordId id : page.graph.of_kind(kinds::plan)) {
        const RecordView plan = page.graph[id];
        if (!plan.active()) continue;
        const std::vector<RecordView> exercises = exercises_of(plan, page.facts.today());
        const auto every = plan[own::exercise_every].duration();
        const auto last = exercises.empty() ? std::nullopt : held_on(exercises.front(), page.facts.today());
        std::vector<Inline> processes;
        for (const Edge& edge : page.graph.edges(id, own::processes)) {
            if (!page.graph[edge.other].retired() && !page.graph[edge.other].unread())
                processes.push_back(page.titled(edge.other));
        }
        table.rows.push_back(
            {page.introduced(id), listed(processes), page.titles(plan.linked(own::risks)),
             read_prose_line(plan[own::activation].text()), read_prose_line(plan[own::ends].text()),
             page.titles(plan.linked(own::team)), TableCell::day(last),
             exercises.empty() ? TableCell() : word_cell(page, exercises.front(), fields::exercise::result),
             planned_cell(page, planned_exercises_of(plan)), TableCell::day(due_after(last, every, page.settings)),
             state_cell(page, plan)});
    }
    page.add_titled(2, std::move(table), page.say("None was found."));
    std::vector<RecordView> plans;
    for (const RecordId id : page.graph.of_kind(kinds::plan)) {
        if (page.graph[id].active()) plans.push_back(page.graph[id]);
    }
    add_calls(page, plans);
    add_steps(page, plans);
}

// "Deliver flowers 5 h of 4 h, too late"
Words back_in(const Page& page, const RecordView& process, const FieldView& in) {
    const FieldView rto = process[fields::process::continuity][fields::process::continuity.rto];
    const Inline title = page.titled(process.record());
    if (!rto.duration()) return page.say("{} {}", title, plain(in));
    const Words back = page.say("{0} {1}[[ of {2}| (objective: {2})]]", title, plain(in), plain(rto));
    return *in.duration() > *rto.duration() ? page.say("{}, {}", back, strong("too late")) : back;
}

// One that was not held shows nothing.
TableCell day_of(const Page& page, const RecordView& exercise) {
    const auto planned = planned_for(exercise);
    if (!planned) return TableCell::day(exercise[fields::exercise::date].date());
    return not_stated(page,
                      *planned < page.facts.today()
                          ? make_message(page.arena(), "planned for {}, no evidence found that it was held", *planned)
                          : make_message(page.arena(), "planned for {}", *planned));
}

void add_exercises(Page& page) {
    namespace own = fields::exercise;
    Table table{.key = "exercises",
                .title = "Exercises",
                .columns = {{"exercise", "Exercise", {}, Column::Holds::record},
                            {"date", "On"},
                            {"plans", "Tried out", {}, Column::Holds::records},
                            {"type", "As"},
                            {"result", "Result"},
                            {"achieved", "Back after"},
                            {"nonconformities", "Raised", {}, Column::Holds::records}},
                .most_shown = 100};
    std::vector<RecordView> exercises;
    for (const RecordId id : page.graph.of_kind(kinds::exercise)) {
        if (page.graph[id].active()) exercises.push_back(page.graph[id]);
    }
    std::ranges::stable_sort(exercises, std::ranges::greater(), [](const RecordView& each) {
        const auto planned = planned_for(each);
        return planned ? planned : each[own::date].date();
    });
    for (const RecordView& exercise : exercises) {
        std::vector<Words> achieved;
        std::vector<std::string> told;
        for (const FieldView entry : exercise[own::achieved].children()) {
            const auto process = target_of(page.graph, entry[own::achieved.process]);
            const FieldView in = entry[own::achieved.in];
            if (!process || !in.duration()) continue;
            achieved.push_back(back_in(page, *process, in));
            told.push_back(fmt::format("{}: {}", process->name().text(), in.text()));
        }
        table.rows.push_back({page.introduced(exercise.record()), day_of(page, exercise),
                              page.titles(exercise.linked(own::tests)), word_cell(page, exercise, own::type),
                              word_cell(page, exercise, own::result), TableCell(listed(achieved), std::move(told)),
                              page.titles(exercise.linked(own::nonconformities))});
    }
    page.add_titled(2, std::move(table), page.say("None was found."));
}

}  // namespace

void add_backups(Page& page) {
    Table table{.key = "backups",
                .title = "Backups",
                .columns = {{"record", "What", {}, Column::Holds::record},
                            {"rpo", "May lose (RPO)"},
                            {"needed_for", "By", {}, Column::Holds::record},
                            {"loses", "Loses at most"},
                            {"restore_tested", "Restore tested"},
                            {"state", "State"}}};
    for (const KindId kind : {kinds::asset, kinds::supplier}) {
        for (const RecordId id : page.graph.of_kind(kind)) {
            const RecordView record = page.graph[id];
            const Demand& demand = page.facts.recovery().demand(id);
            const DataLoss loss = data_loss(record);
            const bool data = record.is(kinds::asset) && (record.word(fields::asset::type) == "information" ||
                                                          record.word(fields::asset::type) == "system");
            const bool asked = demand.may_lose_for.known() && (data || loss.time);
            if (!record.active() || (!asked && !record.has(fields::asset::backup))) continue;
            table.rows.push_back({page.introduced(id), as_written(page, demand.may_lose),
                                  titled_cell(page, demand.may_lose_for), as_written(page, loss.written, "not known"),
                                  restore_state(page, record),
                                  state_cell(page, capped(page, record.record(), backed_up(demand, loss, asked)))});
        }
    }
    page.add_titled(
        2, std::move(table),
        page.say("No process states [[an RPO for anything|how much work may be lost]], and no backup is stated."));
}

void add_plans_and_exercises(Page& page) {
    add_plans(page);
    add_exercises(page);
}

}  // namespace ims
