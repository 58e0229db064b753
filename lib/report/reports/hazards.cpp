// The workplace risk assessment: the hazards of each process and site, what is done against them in the order of the
// hierarchy of controls, and where nothing is recorded.
#include "report/sections/hazards.h"

#include <algorithm>

#include "assess/participation/leads.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/paper.h"
#include "report/sections/risk_level.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::hazards {
namespace {

class HazardReport {
public:
    explicit HazardReport(const ReportInput& input)
        : page_(input, "hazards", Page::Frame::paper, "Workplace risk assessment") {
        for (const RecordId id : page_.graph.of_kind(kinds::risk)) {
            if (page_.graph[id].active() && page_.facts.risk(id).type == RiskType::hazard) all_.push_back(id);
        }
    }

    Document run() {
        add_summary();
        add_assessment();
        add_by_process();
        add_by_site();
        if (!all_.empty()) add_signatures(page_, signers());
        return page_.finish();
    }

private:
    void add_summary() {
        page_.heading(2, "In short");
        add_unread_hazards(page_);
        if (safety().empty())
            page_.note(
                "Health and safety is not among the disciplines in force here, so it is not looked at whether hazards "
                "are missing.");
        if (all_.empty()) {
            page_.paragraph(
                "No hazard is recorded, so nothing can be said about how safe the work is here: it cannot be judged.");
            return;
        }
        std::size_t unrated = 0;
        std::size_t over = 0;
        for (const RecordId id : all_) {
            const RiskFacts& risk = page_.facts.risk(id);
            if (risk.unaccepted()) ++over;
            else if (!risk.counting && !risk.over_appetite()) ++unrated;
        }
        std::vector<Words> told = {strong(page_.say("{0} {0:hazard|hazards}", all_.size()))};
        if (over > 0) told.push_back(page_.say("{0} {0:stands|stand} higher than what may be retained", over));
        const auto held = [&](RecordId id) { return page_.facts.risk(id).counting && page_.facts.risk(id).appetite; };
        if (over == 0 && std::ranges::all_of(all_, held))
            told.push_back(page_.say("none stands higher than what may be retained"));
        if (unrated > 0) told.push_back(page_.say("{0} {0:is|are} not rated, or cannot be judged", unrated));
        page_.paragraph("{:all}.", listed_by(Joined::by_semicolons, told));
        const auto unsaid = std::ranges::count_if(all_, [&](RecordId id) {
            return std::holds_alternative<std::nullptr_t>(harm_cell(page_, page_.graph[id]).value);
        });
        if (static_cast<std::size_t>(unsaid) == all_.size())
            page_.paragraph("Of none of them it is written down who may be harmed, and how.");
        else if (unsaid > 0) page_.paragraph("Of {} of them nobody wrote down who may be harmed, and how.", unsaid);
        page_.paragraph(
            "The measures stand in the order in which they protect: what takes a hazard away comes before technical "
            "means, these before rules, and rules before equipment that people wear.");
    }

    [[nodiscard]] DisciplineSet safety() const {
        const auto discipline = page_.settings.find("health-and-safety");
        return discipline ? DisciplineSet::of(*discipline) : DisciplineSet();
    }

    // Why a process is said not to be concerned; nothing where it is not.
    [[nodiscard]] std::string_view why_not(const RecordView& process) const {
        for (const FieldView entry : process[fields::process::not_applicable].children()) {
            if (entry.key() == "health-and-safety") return entry.text();
        }
        return {};
    }

    // "Acid (medium), Fire (not rated)": hazards with how high they stand today.
    [[nodiscard]] Words with_levels(const std::vector<RecordId>& hazards) const {
        std::vector<Words> words;
        for (const RecordId id : hazards)
            words.push_back(page_.say("{} ({})", page_.titled(id), level_words(page_, page_.facts.risk(id))));
        return listed(words, "; ");
    }

    struct Row {
        RecordId place;
        std::vector<RecordId> own;
        std::vector<RecordId> through;  // what it uses, or what is done there
        std::string_view excused;       // why it is said not to be concerned
    };

    [[nodiscard]] TableCell own_cell(const Row& row) const {
        if (!row.own.empty()) return with_levels(row.own);
        if (!row.through.empty()) return page_.say("none of its own");
        if (!row.excused.empty()) return page_.say("said not to be concerned: {}", read_prose_line(row.excused));
        TableCell cell = state_cell(page_, unjudged("nothing is recorded"));
        cell.words = strong(cell.words);
        return cell;
    }

    void add_overview(const std::string& kind, const char* place, const char* through, std::span<const Row> rows) {
        TableOf<Row> table({.key = "by-" + kind, .title = "By " + kind, .sortable = false},
                           {{{kind, place, {}, Column::Holds::record},
                             [&](const Row& row) { return TableCell(page_.titled(row.place)); }},
                            {{"hazards", "Hazards, and how high they stand", {}, Column::Holds::records},
                             [&](const Row& row) { return own_cell(row); }},
                            {{"through", through, {}, Column::Holds::records},
                             [&](const Row& row) { return TableCell(with_levels(row.through)); }}});
        table.add_all(rows);
        page_.add_titled(2, without_empty_columns(table.take()));
    }

    void add_by_process() {
        std::vector<Row> rows;
        for (const ProcessFacts& each : page_.facts.processes()) {
            const RecordView process = page_.graph[each.process];
            Row row{each.process, hazards_of(page_, process, fields::process::risks), {}, why_not(process)};
            row.through = without(through_needs(each.process), row.own);
            rows.push_back(std::move(row));
        }
        add_overview("process", "Process", "Through what it uses", rows);
    }

    static std::vector<RecordId> without(std::vector<RecordId> hazards, const std::vector<RecordId>& told) {
        std::erase_if(hazards, [&](RecordId id) { return std::ranges::find(told, id) != told.end(); });
        return hazards;
    }

    // Of the sites, assets and suppliers that a process needs.
    [[nodiscard]] std::vector<RecordId> through_needs(RecordId process) const {
        std::vector<RecordId> hazards;
        for (const Concern& concern : page_.facts.concerns(process)) {
            if (!page_.graph[concern.record].is(kinds::risk) || !page_.graph[concern.record].active()) continue;
            if (page_.facts.risk(concern.record).type == RiskType::hazard) hazards.push_back(concern.record);
        }
        sort_hazards(page_, hazards);
        return hazards;
    }

    void add_by_site() {
        std::vector<Row> rows;
        for (const RecordId id : page_.graph.of_kind(kinds::site)) {
            const RecordView site = page_.graph[id];
            if (!site.active()) continue;
            HazardsAt found = hazards_at(page_, site);
            rows.push_back({id, std::move(found.own), std::move(found.through), {}});
        }
        add_overview("site", "Site", "From what is done or stands there", rows);
    }

    void add_assessment() {
        sort_hazards(page_, all_);
        page_.add_titled(2, hazard_table(page_, all_));
    }

    // Whoever leads health and safety, and top management.
    [[nodiscard]] std::vector<Words> signers() const {
        std::vector<Words> who;
        for (const Discipline each : safety()) {
            if (const RecordId lead = lead_of(page_.graph, each); lead.known()) who.push_back(page_.called(lead));
        }
        for (const RecordId top : top_management(page_.graph)) {
            const Words name = page_.called(top);
            const auto is_named = [&](const Words& each) { return each.plain() == name.plain(); };
            if (std::ranges::none_of(who, is_named)) who.push_back(name);
        }
        if (who.empty()) who.push_back(page_.say("Employer"));
        who.push_back(page_.say("Representative of those who work here"));
        return who;
    }

    Page page_;
    std::vector<RecordId> all_;  // hazards in force
};

}  // namespace

Document build(const ReportInput& input) { return HazardReport(input).run(); }

}  // namespace ims::reports::hazards
