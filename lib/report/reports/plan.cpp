// A plan to take along: when it starts, who is called, what to do in which order, what comes back first, when it is
// over. With room to tick off and to write a time; without anything that was found.
#include <algorithm>
#include <tuple>

#include "assess/recovery/continuity.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/paper.h"
#include "schema/fields.h"

namespace ims::reports::plan {
namespace {

namespace own = fields::plan;

void add_start(Page& page, const RecordView& plan) {
    CardTable card("start", "When it starts");
    const auto text = [&](Field field) { return plan[field] ? prose_cell(plan[field].text()) : not_stated(page); };
    card.add("activation", "Starts when", text(own::activation));
    card.add("ends", "Is over when", text(own::ends));
    card.add("owner", "Answers for it", whos_cell(page, plan, fields::owner, "nobody is named"),
             Column::Holds::records);
    card.add("team", "Team", whos_cell(page, plan, own::team, "nobody is named"), Column::Holds::records);
    card.add("risks", "For", titles_with_status(page, plan.linked(own::risks)), Column::Holds::records);
    card.add("sites", "At", titles_with_status(page, plan.linked(own::sites)), Column::Holds::records);
    page.add(card.take());
    if (const std::string_view about = plan[fields::description].text(); !about.empty()) page.add(read_prose(about));
}

void add_calls(Page& page, const RecordView& plan) {
    Table table{.key = "calls",
                .title = "Who is called",
                .columns = {{"number", "No.", Column::Align::right},
                            {"who", "Who", {}, Column::Holds::record},
                            {"how", "How"},
                            {"reached", "Reached at"}},
                .layout = Table::Layout::form,
                .sortable = false};
    for (const FieldView entry : plan[own::calls].children()) {
        const FieldView how = entry[own::calls.how];
        table.rows.push_back({TableCell::number(table.rows.size() + 1),
                              entry[own::calls.who] ? who_cell(page, entry[own::calls.who]) : not_stated(page),
                              how ? prose_cell(how.text()) : not_stated(page),
                              {}});
    }
    page.add_titled(2, std::move(table), page.say("Nobody is named."));
}

void add_steps(Page& page, const RecordView& plan) {
    Table table{.key = "steps",
                .title = "What to do",
                .columns = {{"number", "No.", Column::Align::right},
                            {"does", "Step"},
                            {"by", "Who", {}, Column::Holds::record},
                            {"within", "Within"},
                            {"done", "Done at"}},
                .layout = Table::Layout::form,
                .sortable = false};
    for (const FieldView entry : plan[own::steps].children()) {
        const FieldView does = entry[own::steps.does];
        table.rows.push_back({TableCell::number(table.rows.size() + 1),
                              read_prose_line(does ? does.text() : entry.text()), who_cell(page, entry[own::steps.by]),
                              as_written(page, entry[own::steps.within]), page.say("☐")});
    }
    page.add_titled(2, std::move(table), page.say("No step is written down."));
}

FieldView rto_of(const RecordView& process) {
    return process[fields::process::continuity][fields::process::continuity.rto];
}

// Whoever works by the plan has to know that one of the two cannot be kept.
TableCell required_time(const Page& page, const RecordView& process) {
    TableCell cell = as_written(page, rto_of(process), "not stated");
    const auto rto = rto_of(process).duration();
    const FieldView latest = process[fields::process::continuity][fields::process::continuity.mtpd];
    if (!rto || !latest.duration() || *rto <= *latest.duration()) return cell;
    cell.words = page.say("{} ({}: one of the two is wrong)", cell.words,
                          strong(page.say("contradicts the very latest of {}", plain(latest))));
    return cell;
}

// "Order system (24 h), Forklifts (not known)": what it waits for, and how soon each is back.
Words needs_of(const Page& page, RecordId process) {
    std::vector<Words> needs;
    for (const Dependency& each : page.facts.dependencies(process)) {
        const Inline title = page.titled(each.need->what);
        if (page.graph[each.need->what].is(kinds::role)) needs.push_back(title);
        else needs.push_back(page.say("{} ({})", title, back_after(page, each).words));
    }
    return page.in_a_list(needs);
}

// The most pressing first; those of which nobody says how soon they have to be back come last.
void add_recovery_order(Page& page, const RecordView& plan) {
    namespace of = fields::process;
    std::vector<RecordView> processes;
    for (const RecordView each : plan.linked(own::processes)) processes.push_back(each);
    std::ranges::stable_sort(processes, {}, [](const RecordView& each) {
        const auto rto = rto_of(each).duration();
        return std::tuple(!each.active(), !rto, rto.value_or(Duration()));
    });
    Table table{.key = "recovery",
                .title = "What comes back, in this order",
                .columns = {{"process", "Process", {}, Column::Holds::record},
                            {"rto", "Back within"},
                            {"mtpd", "At the very latest within"},
                            {"mbco", "Until then at least"},
                            {"needs", "Needs (back within)", {}, Column::Holds::records}},
                .sortable = false};
    const bool ordered = std::ranges::any_of(processes, [](const RecordView& each) { return !!rto_of(each); });
    if (!ordered) table.title = "What comes back";
    for (const RecordView& process : processes) {
        const FieldView continuity = process[of::continuity];
        const Inline title = page.titled(process.record());
        table.rows.push_back({process.active() ? Words(title) : page.say("{} (draft)", title),
                              required_time(page, process),
                              as_written(page, continuity[of::continuity.mtpd], "not stated"),
                              prose_cell(continuity[of::continuity.mbco].text()), needs_of(page, process.record())});
    }
    // Where nobody says it of any process, that is said once.
    const auto says = [](const RecordView& each, auto field) { return !!each[of::continuity][field]; };
    if (!ordered) table.columns[1].readers = Column::For::programs;
    if (std::ranges::none_of(processes, [&](const auto& each) { return says(each, of::continuity.mtpd); }))
        table.columns[2].readers = Column::For::programs;
    if (table.rows.empty()) return;
    page.heading(2, raw(table.title));
    if (!ordered) page.paragraph("Nobody says how soon, so no order is known.");
    page.add(without_empty_columns(std::move(table)));
}

void add_exercises(Page& page, const RecordView& plan) {
    const Date today = page.facts.today();
    const std::vector<RecordView> held = exercises_of(plan, today);
    const std::vector<RecordView> planned = planned_exercises_of(plan);
    CardTable card("kept-ready", "Kept ready");
    if (held.empty()) {
        card.add("exercised", "Last exercised", not_stated(page, "no evidence found"));
    } else {
        const Words result = word_cell(page, held.front(), fields::exercise::result).words;
        const Date day = *held_on(held.front(), today);
        card.add("exercised", "Last exercised",
                 {result.empty() ? page.say("{}, result not stated", day) : page.say("{}, {}", day, result),
                  to_string(day)});
    }
    std::vector<Words> days;
    for (const RecordView& each : planned) {
        if (*planned_for(each) >= today) days.push_back(page.say("{}", *planned_for(each)));
    }
    card.add("planned", "Next exercise", listed(days));
    const FieldView review = plan[fields::review];
    card.add("reviewed", "Last reviewed", written_day_cell(page, review[fields::review.last], "not stated"));
    std::vector<Words> documents;
    for (const RecordView each : plan.linked(fields::documents)) {
        const FieldView kept = each[fields::document::kept];
        const Inline title = page.titled(each.record());
        documents.push_back(kept ? page.say("{} ({})", title, raw(kept.text())) : Words(title));
    }
    card.add("documents", "Documents", listed(documents, "; "), Column::Holds::records);
    page.add_titled(2, card.take());
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "plan", Page::Frame::paper, "Plan: {}", plain(input.analysis.graph[input.subject].title()));
    const RecordView plan = page.graph[page.subject];
    add_status(page);
    add_start(page, plan);
    add_calls(page, plan);
    add_steps(page, plan);
    add_recovery_order(page, plan);
    add_exercises(page, plan);
    return page.finish();
}

}  // namespace ims::reports::plan
