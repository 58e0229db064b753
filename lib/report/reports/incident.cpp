// One incident: what happened, every duty to notify with its clock, what was done and learnt. For an authority the
// facts of the notice alone: nothing that was concluded, found or said about anybody.
#include <algorithm>

#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "report/sections/notices.h"
#include "report/sections/paper.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::incident {
namespace {

namespace own = fields::incident;

class IncidentReport {
public:
    explicit IncidentReport(const ReportInput& input)
        : page_(input, "incident", Page::Frame::paper,
                input.made_for == ReportFor::authority ? TemplateFor<TextArgument>("Facts of an incident: {}")
                                                       : TemplateFor<TextArgument>("Incident: {}"),
                plain(input.analysis.graph[input.subject].title())),
          incident_(page_.graph[page_.subject]) {}

    Document run() {
        add_status(page_);
        if (page_.made_for == ReportFor::authority) add_facts();
        else add_all();
        return page_.finish();
    }

private:
    // --- Inside

    void add_all() {
        add_what_happened();
        add_description();
        add_clocks();
        page_.add_titled(2, not_notifiable_table_of(page_, incident_));
        add_what_was_done();
        add_what_came_true();
        static constexpr KindId kNearby[] = {kinds::nonconformity, kinds::risk};
        ims::add_missing(page_, kNearby);
    }

    TableCell when(const FieldView& field, const Message& otherwise) const {
        if (!field) return not_stated(page_, otherwise);
        if (field.invalid()) return state_cell(page_, unjudged("it could not be read"));
        return {raw(field.text()), std::string(field.text())};
    }

    TableCell titles_or(Field field, const Message& otherwise) const {
        const Words titles = page_.titles(incident_.linked(field));
        return titles.empty() ? not_stated(page_, otherwise) : TableCell(titles);
    }

    void add_what_happened() {
        CardTable card("incident", "What happened");
        card.add("type", "Type", word_cell(page_, incident_, own::type));
        card.add("date", "Happened", when(incident_[own::date], "not stated"));
        card.add("known", "Known since", when(incident_[own::known], "not stated"));
        card.add("classified", "Classified", when(incident_[own::classified], "not stated"));
        card.add("processes", "Struck processes", page_.titles(incident_.linked(own::processes)),
                 Column::Holds::records);
        card.add("assets", "Struck assets", page_.titles(incident_.linked(own::assets)), Column::Holds::records);
        card.add("suppliers", "Suppliers that had part in it", page_.titles(incident_.linked(own::suppliers)),
                 Column::Holds::records);
        card.add("downtime", "Stood still for", as_written(page_, incident_[own::downtime], "not stated"));
        card.add("owner", "Answers for it", linked_cell(page_, incident_, {fields::owner}, "nobody is named"),
                 Column::Holds::record);
        card.add("state", "Today", state_cell(page_, incident_));
        card.add("documents", "Documents", page_.titles(incident_.linked(fields::documents)), Column::Holds::records);
        page_.add_titled(2, card.take());
    }

    void add_description() {
        const std::string_view text = incident_[fields::description].text();
        if (!text.empty()) page_.add(read_prose(text));
    }

    void add_clocks() {
        page_.add_titled(2, notices_table_of(page_, incident_),
                         incident_.active()
                             ? page_.say("No duty to notify that is recorded here calls for a notice of it.")
                             : page_.say("Not judged: the incident is not in force."));
    }

    void add_what_was_done() {
        namespace act = fields::nonconformity;
        page_.heading(2, "What was done and learnt");
        const FieldView lessons = incident_[own::lessons];
        if (lessons) page_.add(read_prose(lessons.text()));
        else page_.paragraph("No lesson is written down.");
        constexpr auto kPrograms = Column::For::programs;
        Table table{.key = "nonconformities",
                    .title = "What was done about it",
                    .columns = {{"nonconformity", "Raised", {}, Column::Holds::record},
                                {"cause", "Cause"},
                                {"correction", "Put right at once"},
                                {"action", "So that it does not come back"},
                                {"owner", "Who", {}, Column::Holds::record, kPrograms},
                                {"due", "Until", {}, {}, kPrograms},
                                {"state", "Today"}}};
        for (const RecordView each : incident_.linked(own::nonconformities)) {
            const FieldView action = each[act::action];
            TableCell owner = target_cell(page_, action[act::action.owner]);
            const auto due = action[act::action.due].date();
            Words does = read_prose_line(action[act::action.does].text());
            if (!owner.words.empty() && due) does = page_.say("{} ({}, by {})", does, owner.words, *due);
            table.rows.push_back({page_.titled(each.record()), prose_cell(each[act::cause].text()),
                                  prose_cell(each[act::correction].text()), TableCell(std::move(does)),
                                  std::move(owner), TableCell::day(due), state_cell(page_, each)});
        }
        if (table.rows.empty())
            page_.paragraph("No nonconformity was raised from it, so neither a cause nor an action is recorded.");
        page_.add_filled(without_empty_columns(std::move(table)));
    }

    void add_what_came_true() {
        Table table{.key = "risks",
                    .title = "Risks that came true",
                    .columns = {{"risk", "Risk", {}, Column::Holds::record},
                                {"reviewed", "Last looked at"},
                                {"owner", "Answers for it", {}, Column::Holds::records}}};
        for (const RecordView risk : incident_.linked(own::risks)) {
            table.rows.push_back({page_.titled(risk.record()),
                                  written_day_cell(page_, risk[fields::review][fields::review.last], "not stated"),
                                  page_.titles(risk.linked(fields::owner))});
        }
        page_.add_titled(2, std::move(table));
    }

    // --- For an authority

    void add_facts() {
        CardTable card("facts", "Facts");
        card.add("organisation", "Organisation", raw(page_.settings.organisation));
        card.add("what", "What",
                 page_.say("{} ({})", raw(incident_.title()), word_cell(page_, incident_, own::type).words));
        card.add("date", "When it happened", when(incident_[own::date], "not recorded"));
        card.add("known", "Known since", when(incident_[own::known], "not recorded"));
        card.add("classified", "Classified", when(incident_[own::classified], "not recorded"));
        card.add("processes", "Work that it struck", titles_or(own::processes, "not recorded"), Column::Holds::records);
        card.add("assets", "Systems and things that it struck", struck(Information::no), Column::Holds::records);
        card.add("information", "Kinds of information", struck(Information::yes), Column::Holds::records);
        card.add("suppliers", "Suppliers that had part in it", titles_or(own::suppliers, "not recorded"),
                 Column::Holds::records);
        card.add("sites", "Where", sites(), Column::Holds::records);
        card.add("downtime", "The work stood still for", as_written_or_not(incident_[own::downtime]));
        card.add("contact", "Contact", linked_cell(page_, incident_, {fields::owner}, "not recorded"),
                 Column::Holds::record);
        page_.add(card.take());
        page_.heading(2, "What happened");
        if (incident_[fields::description]) add_description();
        else page_.paragraph("Not recorded.");
        add_measures();
        Table told = told_table(page_, incident_);
        page_.add_titled(2, std::move(told), page_.say("No duty that is recorded calls for a notice of it."));
    }

    enum class Information : bool { no, yes };
    [[nodiscard]] TableCell struck(Information information) const {
        std::vector<RecordId> assets;
        for (const RecordView asset : incident_.linked(own::assets)) {
            if ((asset.word(fields::asset::type) == "information") == (information == Information::yes))
                assets.push_back(asset.record());
        }
        return assets.empty() ? not_recorded(page_) : TableCell(page_.titles(assets));
    }

    // Of what it struck there; where else work is done that it struck says nothing of it.
    [[nodiscard]] TableCell sites() const {
        std::vector<RecordId> sites;
        const auto add = [&](const RecordView& site) {
            if (std::ranges::find(sites, site.record()) == sites.end()) sites.push_back(site.record());
        };
        for (const RecordView asset : incident_.linked(own::assets)) {
            for (const RecordView site : asset.linked(fields::asset::location)) add(site);
        }
        return sites.empty() ? not_recorded(page_) : TableCell(page_.titles(sites));
    }

    [[nodiscard]] TableCell as_written_or_not(const FieldView& duration) const {
        return duration.duration() ? as_written(page_, duration) : not_recorded(page_);
    }

    void add_measures() {
        namespace act = fields::nonconformity;
        Bullets list;
        for (const RecordView each : incident_.linked(own::nonconformities)) {
            if (const FieldView correction = each[act::correction])
                list.items.push_back({read_prose_line(correction.text()), {}});
            const FieldView action = each[act::action];
            const FieldView does = action[act::action.does];
            if (!does) continue;
            const Words what = read_prose_line(does.text());
            const auto done = action[act::action.done].date();
            const auto due = action[act::action.due].date();
            list.items.push_back({done  ? page_.say("{} (done on {})", what, *done)
                                  : due ? page_.say("{} (to be done by {})", what, *due)
                                        : page_.say("{} (to be done)", what),
                                  {}});
        }
        page_.heading(2, "Measures taken");
        if (list.items.empty()) page_.paragraph("Not recorded.");
        else page_.add(std::move(list));
    }

    Page page_;
    RecordView incident_;
};

}  // namespace

Document build(const ReportInput& input) { return IncidentReport(input).run(); }

}  // namespace ims::reports::incident
