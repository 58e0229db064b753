// What a fire warden or a contractor has to know of a site: where it is, who answers, what is dangerous there, what to
// do in an emergency and who is called. Nothing that was found.
#include <algorithm>
#include <set>

#include "assess/dates/upkeep.h"
#include "assess/recovery/continuity.h"
#include "assess/risks/risk_links.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/hazards.h"
#include "report/sections/paper.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::site {
namespace {

class SiteReport {
public:
    explicit SiteReport(const ReportInput& input)
        : page_(input, "site", Page::Frame::paper, "Site: {}", plain(input.analysis.graph[input.subject].title())),
          site_(page_.graph[page_.subject]),
          assets_(assets_at(page_, page_.subject)),
          hazards_(hazards_here()),
          plans_(plans_here()) {
        for (const Edge& edge : page_.graph.references_to(page_.subject)) {
            const RecordView other = page_.graph[edge.other];
            if (other.active() && edge.field == fields::supplier::works_on_site) suppliers_.insert(edge.other);
        }
        // What one can touch first.
        std::ranges::stable_sort(assets_, {}, [&](RecordId id) {
            const std::string_view type = page_.graph[id].word(fields::asset::type);
            return type == "information" || type == "system";
        });
    }

    Document run() {
        add_status(page_);
        add_place();
        add_plans();
        add_hazards();
        add_assets();
        add_suppliers();
        add_exercises();
        return page_.finish();
    }

private:
    [[nodiscard]] std::vector<RecordId> hazards_here() const {
        HazardsAt found = hazards_at(page_, site_);
        std::vector<RecordId> all = std::move(found.own);
        all.insert(all.end(), found.through.begin(), found.through.end());
        sort_hazards(page_, all);
        return all;
    }

    // Those that name the site; of those that name none, the ones for what is dangerous there.
    [[nodiscard]] std::vector<RecordId> plans_here() const {
        std::vector<RecordId> plans;
        std::set<RecordId> for_hazards;
        for (const RecordId hazard : hazards_) {
            for (const RecordView& plan : plans_for(page_.graph[hazard])) {
                // One for another site is none for this.
                if (plan.linked(fields::plan::sites).empty()) for_hazards.insert(plan.record());
            }
        }
        for (const RecordId id : page_.graph.of_kind(kinds::plan)) {
            const RecordView plan = page_.graph[id];
            if (!plan.active() || !plan.links_to(fields::plan::sites, page_.subject)) continue;
            plans.push_back(id);
            for_hazards.erase(id);
        }
        plans.insert(plans.end(), for_hazards.begin(), for_hazards.end());
        return plans;
    }

    void add_place() {
        CardTable card("site", "The site");
        const FieldView address = site_[fields::site::address];
        card.add("address", "Address", address ? prose_cell(address.text()) : not_stated(page_));
        card.add("owner", "Answers for it", linked_cell(page_, site_, {fields::owner}, "nobody is named"),
                 Column::Holds::records);
        card.add("processes", "What is done there", titles_with_status(page_, site_.linked(fields::site::processes)),
                 Column::Holds::records);
        page_.add(card.take());
        if (const std::string_view text = site_[fields::description].text(); !text.empty()) page_.add(read_prose(text));
    }

    // Each plan with all that is needed of it at the door: when, who, what.
    void add_plans() {
        namespace own = fields::plan;
        page_.heading(2, "In an emergency");
        if (page_.graph.may_be_unread(kinds::plan))
            page_.note("Some records could not be read: plans may be missing here.");
        if (plans_.empty()) return page_.paragraph("No plan names the site, or a hazard there.");
        for (const RecordId id : plans_) {
            const RecordView plan = page_.graph[id];
            page_.heading(3, Words(page_.titled(id)));
            if (const FieldView activation = plan[own::activation])
                page_.paragraph("{} {}", strong("It starts when:"), read_prose_line(activation.text()));
            add_steps(plan);
            add_calls(plan);
            if (const FieldView ends = plan[own::ends])
                page_.paragraph("{} {}", strong("It is over when:"), read_prose_line(ends.text()));
        }
    }

    void add_steps(const RecordView& plan) {
        namespace own = fields::plan;
        Bullets list{.numbered = true, .items = {}};
        for (const FieldView entry : plan[own::steps].children()) {
            const FieldView does = entry[own::steps.does];
            Words words = read_prose_line(does ? does.text() : entry.text());
            const Words by = who_cell(page_, entry[own::steps.by]).words;
            const FieldView within = entry[own::steps.within];
            if (!by.empty()) words = page_.say("{} — {}", words, by);
            if (within.duration()) words = page_.say("{}, within {}", words, plain(within));
            list.items.push_back({std::move(words), {}});
        }
        if (!list.items.empty()) page_.add(std::move(list));
    }

    void add_calls(const RecordView& plan) {
        namespace own = fields::plan;
        std::vector<Words> calls;
        for (const FieldView entry : plan[own::calls].children()) {
            const FieldView written = entry[own::calls.who];
            const Words who = written ? who_cell(page_, written).words : page_.say("not stated");
            const FieldView how = entry[own::calls.how];
            calls.push_back(how ? page_.say("{} ({})", who, read_prose_line(how.text())) : who);
        }
        const Words team = whos_cell(page_, plan, own::team, {}).words;
        if (calls.empty()) page_.paragraph("{} nobody is named", strong("Is called:"));
        else page_.paragraph("{} {}", strong("Is called, in this order:"), listed(calls, "; "));
        if (!team.empty()) page_.paragraph("{} {}", strong("Team:"), team);
    }

    // Of the site itself, of what stands there, of what is done there.
    void add_hazards() {
        const auto record = [&](RecordId id) { return page_.graph[id]; };
        TableOf<RecordId> table(
            {.key = "hazards", .title = "What is dangerous here"},
            {{{"hazard", "Hazard", {}, Column::Holds::record},
              [&](RecordId id) { return TableCell(page_.titled(id)); }},
             {{"where", "Where, in which work", {}, Column::Holds::records},
              [&](RecordId id) {
                  return linked_cell(page_, record(id), {fields::risk::sites, fields::risk::processes});
              }},
             {{"assets", "At what", {}, Column::Holds::records},
              [&](RecordId id) { return linked_cell(page_, record(id), {fields::risk::assets}); }},
             {{"rating", "Rating"}, [&](RecordId id) { return rating_cell(page_, id); }},
             {{"measures", "What is done against it, the strongest first", {}, Column::Holds::records},
              [&](RecordId id) { return measures_cell(page_, record(id)); }}});
        table.add_all(hazards_);
        page_.heading(2, "What is dangerous here");
        add_unread_hazards(page_);
        if (hazards_.empty()) page_.paragraph("No hazard is recorded, so it cannot be judged what is dangerous here.");
        page_.add_filled(table.take());
    }

    void add_assets() {
        namespace own = fields::asset;
        Table table{.key = "assets",
                    .title = "What stands here",
                    .columns = {{"asset", "What", {}, Column::Holds::record},
                                {"type", "Kind"},
                                {"owner", "Answers for it", {}, Column::Holds::records},
                                {"checked", "Last maintained or calibrated"},
                                {"due", "Due again"}}};
        for (const RecordId id : assets_) {
            const RecordView asset = page_.graph[id];
            std::vector<Words> checked;
            std::vector<Words> due_again;
            for (const Upkeep& upkeep : upkeep_of(asset)) {
                if (!upkeep.written) continue;
                const Words result = word_words(page_, upkeep.result);
                const auto last = upkeep.last.date();
                const Words when = last ? page_.say("{}", *last) : page_.say("no evidence found");
                checked.push_back(result.empty() ? page_.say("{}: {}", upkeep.name, when)
                                                 : page_.say("{}: {}, {}", upkeep.name, when, result));
                if (const auto day = due(upkeep, page_.settings))
                    due_again.push_back(*day < page_.facts.today() ? page_.say("{}: {}, overdue", upkeep.name, *day)
                                                                   : page_.say("{}: {}", upkeep.name, *day));
            }
            table.rows.push_back({page_.titled(id), word_cell(page_, asset, own::type),
                                  linked_cell(page_, asset, {fields::owner}),
                                  checked.empty() ? not_stated(page_, "no upkeep is asked for") : listed(checked, "; "),
                                  TableCell(listed(due_again, "; "))});
        }
        page_.add_titled(2, std::move(table), page_.say("Nothing is recorded."));
    }

    void add_suppliers() {
        namespace own = fields::supplier;
        Table table{.key = "suppliers",
                    .title = "Who works here from outside",
                    .columns = {{"supplier", "Who", {}, Column::Holds::record},
                                {"provides", "What they do"},
                                {"owner", "Answers for them", {}, Column::Holds::records},
                                {"where", "Where"}}};
        for (const RecordId id : page_.graph.of_kind(kinds::supplier)) {
            const RecordView supplier = page_.graph[id];
            const bool here = suppliers_.contains(id);
            // Of those who only say that they do, nobody knows where.
            const bool anywhere = supplier.linked(own::works_on_site).empty() && supplier.says_yes(own::works_on_site);
            if (!supplier.active() || (!here && !anywhere)) continue;
            table.rows.push_back(
                {page_.titled(id), prose_cell(supplier[own::provides].text()),
                 linked_cell(page_, supplier, {fields::owner}, "nobody is named"),
                 here ? TableCell(page_.say("here")) : not_stated(page_, "at which site is not stated")});
        }
        // Where all of them are known to work here, the title says so.
        const auto elsewhere = [&](const auto& row) { return std::holds_alternative<std::nullptr_t>(row[3].value); };
        if (std::ranges::none_of(table.rows, elsewhere)) table.columns[3].readers = Column::For::programs;
        page_.add_titled(2, std::move(table), page_.say("Nobody is recorded."));
    }

    void add_exercises() {
        namespace own = fields::exercise;
        Table table{.key = "exercises",
                    .title = "Exercises",
                    .columns = {{"exercise", "Exercise", {}, Column::Holds::record},
                                {"plan", "Plan", {}, Column::Holds::record},
                                {"date", "On"},
                                {"type", "As"},
                                {"result", "Result"}}};
        constexpr std::size_t kMost = 5;
        const Date today = page_.facts.today();
        std::vector<std::pair<Date, std::vector<TableCell>>> rows;
        for (const RecordId id : plans_) {
            for (const RecordView& each : exercises_of(page_.graph[id], today)) {
                const Date day = *held_on(each, today);
                rows.emplace_back(day, std::vector<TableCell>{page_.titled(each.record()), page_.titled(id),
                                                              TableCell::day(day), word_cell(page_, each, own::type),
                                                              word_cell(page_, each, own::result)});
            }
        }
        std::ranges::stable_sort(rows, std::greater(), [](const auto& row) { return row.first; });
        if (rows.size() > kMost) rows.erase(rows.begin() + kMost, rows.end());
        for (auto& row : rows) table.rows.push_back(std::move(row.second));
        page_.add_titled(2, std::move(table), page_.say("No evidence found that one was held."));
    }

    Page page_;
    RecordView site_;
    std::vector<RecordId> assets_;
    std::vector<RecordId> hazards_;
    std::vector<RecordId> plans_;
    std::set<RecordId> suppliers_;
};

}  // namespace

Document build(const ReportInput& input) { return SiteReport(input).run(); }

}  // namespace ims::reports::site
