// A process on a page (the turtle): what goes in and comes out, who, with what, how, how well, what could go wrong, and
// how soon it must be back.
#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/last_check.h"
#include "base/text.h"
#include "report/gap.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/hazards.h"
#include "report/sections/job.h"
#include "report/sections/paper.h"
#include "report/sections/risk_level.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::process {
namespace {

namespace own = fields::process;

class ProcessReport {
public:
    explicit ProcessReport(const ReportInput& input)
        : page_(input, "process", "Process: {}", plain(input.analysis.graph[input.subject].title())),
          process_(page_.graph[page_.subject]),
          facts_(page_.facts.process(page_.subject)) {}

    Document run() {
        add_purpose();
        add_turtle(page_);
        add_flow();
        add_who();
        add_how();
        add_with_what();
        add_how_well();
        add_concerns();
        add_disciplines();
        add_recovery();
        add_missing();
        return page_.finish();
    }

private:
    void add_purpose() {
        for (const Field field : {Field(own::purpose), Field(fields::description)}) {
            if (const std::string_view text = process_[field].text(); !text.empty()) page_.add(read_prose(text));
        }
        Bullets list;
        const auto add = [&](Message label, const Words& words) {
            if (!words.empty()) list.items.push_back({page_.say("{} {}", strong(page_.say(label)), words), {}});
        };
        add("Type:", word_cell(page_, process_, own::type).words);
        add("Owner:", page_.titles(process_.linked(fields::owner)));
        add("Part of:", page_.titles(process_.linked(own::part_of)));
        add("Sites:", page_.titles(process_.linked(own::sites)));
        if (!list.items.empty()) page_.add(std::move(list));
    }

    void add_flow() {
        // Who is not named may be known from the other side.
        const Flows& flows = page_.facts.flows();
        const auto table_of = [&](const char* key, const char* title, const char* one, const char* other, Field list,
                                  Field what, Field who, const auto& known) {
            Table table{.key = key,
                        .title = title,
                        .columns = {{"item", one}, {other, capitalised(other), {}, Column::Holds::records}}};
            for (const FieldView entry : process_[list].children())
                table.rows.push_back({item_words(page_, entry[what]),
                                      entry[who] ? targets(page_, entry[who]) : page_.titles(known(entry[what]))});
            page_.add_titled(2, std::move(table), page_.say("None is stated."));
        };
        table_of("inputs", "Inputs", "What", "from", own::inputs, own::inputs.item, own::inputs.from,
                 [&](const FieldView& item) { return flows.givers(item); });
        table_of("outputs", "Outputs", "What", "to", own::outputs, own::outputs.item, own::outputs.to,
                 [&](const FieldView& item) { return flows.takers(item); });
    }

    void add_who() {
        page_.heading(2, "Who");
        if (facts_ == nullptr) return page_.paragraph("Not judged: the process is not in force.");
        Table table{.key = "participants",
                    .title = "Who",
                    .columns = {{"role", "Role", {}, Column::Holds::record},
                                {"as", "Takes part as"},
                                {"answers", "Answers here for"},
                                {"deputies", "Deputies", {}, Column::Holds::records}}};
        for (const Participant& participant : facts_->participants) {
            const DisciplineSet answers = participant.answers_for();
            table.rows.push_back({page_.introduced(participant.role), spoken(page_, participant),
                                  TableCell(answers.empty() ? page_.say("none") : discipline_words(page_, answers),
                                            page_.settings.names(answers)),
                                  deputies_cell(page_, std::span(&participant.role, 1))});
        }
        if (table.rows.empty()) page_.paragraph("No role takes part in it.");
        page_.add_filled(without_empty_columns(std::move(table)));
    }

    void add_how() {
        Table table{.key = "activities",
                    .title = "How",
                    .columns = {{"activity", "Activity"},
                                {"accountable", "Accountable", {}, Column::Holds::records},
                                {"responsible", "Responsible", {}, Column::Holds::records}}};
        for (const FieldView entry : process_[own::activities].children()) {
            table.rows.push_back({read_prose_line(entry[own::activities.name].text()),
                                  targets(page_, entry[own::activities.accountable]),
                                  targets(page_, entry[own::activities.responsible])});
        }
        const Words documents = page_.titles(process_.linked(fields::documents));
        const Words controls = page_.titles(process_.linked(own::controls));
        page_.heading(2, "How");
        if (table.rows.empty() && documents.empty() && controls.empty())
            return page_.paragraph("Neither activities nor documents nor controls are stated.");
        page_.add_filled(std::move(table));
        if (!documents.empty()) page_.paragraph("{} {}", strong(page_.say("Documents:")), documents);
        if (!controls.empty()) page_.paragraph("{} {}", strong(page_.say("Controls:")), controls);
    }

    void add_with_what() {
        Table table{.key = "needs",
                    .title = "With what",
                    .columns = {{"need", "Needs", {}, Column::Holds::record},
                                {"kind", "Kind"},
                                {"back", "Back within"},
                                {"workaround", "Workaround"},
                                {"alternatives", "Alternatives", {}, Column::Holds::records}}};
        if (facts_ != nullptr) {
            for (const Dependency& dependency : page_.facts.dependencies(page_.subject)) {
                const bool role = page_.graph[dependency.need->what].is(kinds::role);
                table.rows.push_back(
                    {page_.titled(dependency.need->what), kind_cell(page_.graph[dependency.need->what]),
                     role ? TableCell(page_.say("see deputies")) : back_after(page_, dependency),
                     dependency.need->workaround ? page_.say("{}", *dependency.need->workaround) : Words(),
                     alternatives_cell(page_, dependency.need->what, dependency.need->alternatives())});
            }
        }
        page_.add_titled(2, without_empty_columns(std::move(table)),
                         page_.say("No asset, site, supplier or other need is stated."));
    }

    void add_how_well() {
        namespace objective = fields::objective;
        Table table{.key = "objectives",
                    .title = "How well",
                    .columns = {{"objective", "Objective", {}, Column::Holds::record},
                                {"measure", "Measure"},
                                {"target", "Target"},
                                {"last", "Last measured"},
                                {"due", "Due"}}};
        for (const RecordView each : process_.linked(own::objectives)) {
            const LastCheck last = last_measurement(each, page_.facts.today());
            const std::string_view unit = each[objective::unit].text();
            const std::string_view target = each[objective::target].text();
            table.rows.push_back({page_.titled(each.record()), read_prose_line(each[objective::measure].text()),
                                  target.empty() ? page_.say("not stated")
                                  : unit.empty() ? raw(target)
                                                 : page_.say("{} {}", raw(target), raw(unit)),
                                  measured(last, unit), TableCell::day(each[objective::due].date())});
        }
        page_.add_titled(2, std::move(table), page_.say("No objective is linked to it."));
    }

    Words measured(const LastCheck& last, std::string_view unit) const {
        if (!last.day) return page_.say("no evidence found");
        const auto value = plain(last.entry[fields::objective::measurements.value]);
        return unit.empty() ? page_.say("{} on {}", value, *last.day)
                            : page_.say("[[{0} on {2}|{0} {1} on {2}]]", value, plain(unit), *last.day);
    }

    void add_concerns() {
        page_.heading(2, "Risks and obligations");
        if (facts_ == nullptr) return page_.paragraph("Not judged: the process is not in force.");
        Table table{.key = "concerns",
                    .title = "Risks and obligations",
                    .columns = {{"concern", "What", {}, Column::Holds::record},
                                {"kind", "Kind"},
                                {"disciplines", "Disciplines"},
                                {"level", "Level that counts"},
                                {"controls", "Controls", {}, Column::Holds::records},
                                {"via", "Through", {}, Column::Holds::record}}};
        for (const Concern& concern : page_.facts.concerns(page_.subject)) {
            const RecordView record = page_.graph[concern.record];
            if (record.is(kinds::objective)) continue;
            const bool risk = record.is(kinds::risk);
            table.rows.push_back(
                {page_.titled(concern.record), risk ? word_cell(page_, record, fields::risk::type) : kind_cell(record),
                 discipline_cell(page_, page_.facts.disciplines(concern.record)),
                 risk ? level(concern.record) : TableCell(),
                 control_list(page_, record.linked(risk ? fields::risk::controls : fields::obligation::controls)),
                 titled_cell(page_, concern.via)});
        }
        if (table.rows.empty()) page_.paragraph("None is linked to it or to what it needs.");
        page_.add_filled(without_empty_columns(std::move(table)));
    }

    TableCell level(RecordId risk) const {
        const RiskFacts& facts = page_.facts.risk(risk);
        const Words name = level_words(page_, facts, {});
        if (!facts.counting) {
            return {facts.unjudged ? page_.say("{}: {}", name, why_not_held(page_, facts)) : name,
                    MachineValue(nullptr)};
        }
        return facts.over_appetite() ? TableCell(page_.say("{}, over the appetite", strong(name)), name.plain())
                                     : TableCell(name);
    }

    TableCell kind_cell(const RecordView& record) const {
        return {page_.say("[[{0}|{1}]]", record.kind(), in_words(record.kind())), std::string(record.kind_name())};
    }

    void add_disciplines() {
        if (facts_ == nullptr) return;
        page_.heading(2, "By discipline");
        Table table{.key = "disciplines",
                    .title = "By discipline",
                    .columns = {{"discipline", "Discipline"},
                                {"cycle", "Plan, do, check, act"},
                                {"missing", "No evidence found of"},
                                {"partly", "Only partly"},
                                {"found", "", Column::Align::right, {}, Column::For::programs}}};
        const std::vector<Cell>& cells = page_.analysis.cells_of(page_.subject);
        page_.paragraph(matrix_legend(page_, Matrix{.system = {}, .rows = {{page_.subject, cells}}}));
        for (const Discipline discipline : page_.settings.in_force()) {
            const Cell& cell = cells[discipline.index()];
            if (cell.state == CellState::not_covered) continue;
            Words missing = raw(marks_with(cell, Letter::none));
            if (cell.state == CellState::unaddressed) missing = page_.say("any concern");
            if (cell.state == CellState::not_applicable)
                missing = page_.say("not applicable: {}", read_prose_line(cell.reason));
            table.rows.push_back({capitalised(page_.say("{}", in_words(discipline))), pdca_cell(page_, cell),
                                  std::move(missing), raw(marks_with(cell, Letter::small)),
                                  TableCell::number(cell.weighty)});
        }
        page_.add_filled(without_empty_columns(std::move(table)));
    }

    void add_recovery() {
        const FieldView continuity = process_[own::continuity];
        if (!continuity) return;
        page_.heading(2, "When it is disrupted");
        Bullets list;
        const auto add = [&](Message label, const Words& words) {
            if (!words.empty()) list.items.push_back({page_.say("{} {}", strong(page_.say(label)), words), {}});
        };
        const auto written = [&](Field field) { return page_.say("{}", plain(continuity[field])); };
        if (const auto prioritised = continuity[own::continuity.prioritised].yes())
            add("Prioritised:", *prioritised ? page_.say("yes") : page_.say("no"));
        add("Because:", raw(continuity[own::continuity.reason].text()));
        add("Longest tolerable disruption (MTPD):", written(own::continuity.mtpd));
        add("Back within (RTO):", written(own::continuity.rto));
        add("Data lost at most (RPO):", written(own::continuity.rpo));
        add("Meanwhile at least (MBCO):", raw(continuity[own::continuity.mbco].text()));
        if (!list.items.empty()) page_.add(std::move(list));
        const Words plans = page_.titles(process_.linked(own::plans));
        page_.paragraph("{} {}", strong(page_.say("Plans:")), plans.empty() ? page_.say("none is linked") : plans);
        if (facts_ == nullptr || page_.facts.dependencies(page_.subject).empty()) return;
        page_.paragraph("What it waits for, and how soon each is back by itself:");
        add_recovery_paths(page_, page_.subject);
    }

    void add_missing() {
        static constexpr KindId kNearby[] = {kinds::risk,  kinds::control,       kinds::obligation, kinds::objective,
                                             kinds::asset, kinds::site,          kinds::supplier,   kinds::role,
                                             kinds::plan,  kinds::nonconformity, kinds::incident,   kinds::change,
                                             kinds::audit};
        ims::add_missing(page_, kNearby);
    }

    Page page_;
    RecordView process_;
    const ProcessFacts* facts_;
};

}  // namespace

Document build(const ReportInput& input) { return ProcessReport(input).run(); }

}  // namespace ims::reports::process
