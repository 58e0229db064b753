// The input pack of a management review for all disciplines at once: what the records say on each topic, and where they
// say nothing.
#include <algorithm>

#include "assess/participation/leads.h"
#include "assess/performance/management_reviews.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/overview.h"
#include "report/sections/register.h"
#include "report/sections/review_inputs.h"
#include "schema/fields.h"

namespace ims::reports::management_review {
namespace {

namespace own = fields::management_review;

class Pack {
public:
    explicit Pack(const ReportInput& input)
        : page_(input, "management-review", "Input to the management review"),
          held_(held_management_reviews(page_.graph, page_.facts.today())) {
        // Without an earlier review the news are those of one interval.
        since_ = held_.empty() ? Date{page_.facts.today().days - kYear} : *held_.front()[own::date].date();
        topics_ = collect_review_inputs(page_, since_);
        overview_ = overview_of(page_);
    }

    Document run() {
        add_summary();
        add_decided();
        add_overview();
        page_.heading(2, "Topic by topic");
        for (const ReviewTopic& topic : topics_) add_topic(topic);
        page_.heading(2, "Gaps in the review itself");
        add_gaps_about(page_, collect_gaps(page_), kinds::management_review, {});
        add_forms();
        return page_.finish();
    }

private:
    static constexpr std::int32_t kYear = 365;
    static constexpr std::size_t kMostShown = 60;  // of a topic

    void add_summary() {
        page_.heading(2, "In short");
        page_.paragraph(in_a_row(conclusions(page_, overview_)));
        if (held_.empty()) {
            page_.paragraph("No management review was found to have been held; what follows looks back for a year.");
        } else {
            page_.paragraph(in_a_row({page_.say("The last review was held on {}: {}.", strong(page_.say("{}", since_)),
                                                page_.titled(held_.front().record())),
                                      told_conclusion(), told_next()}));
        }
        std::vector<Words> silent;
        for (const ReviewTopic& topic : topics_) {
            if (topic.inputs.empty()) silent.push_back(raw(to_lower(page_.say(topic.title).plain())));
        }
        if (silent.empty()) page_.paragraph("Input was found on each of the {} topics.", topics_.size());
        else
            page_.paragraph("Nothing is recorded on {:all}: somebody has to bring it, or say that there is nothing.",
                            silent);
        add_decisions_asked(page_, overview_);
    }

    // What became of what was decided.
    [[nodiscard]] TableCell became(const FieldView& entry) const {
        const auto done = entry[own::decisions.done].date();
        if (done) return {page_.say("done on {}", *done), to_string(*done)};
        if (entry[own::decisions.done])
            return {page_.say("done, on a day that could not be read"), MachineValue(nullptr)};
        const auto due = entry[own::decisions.due].date();
        const bool late = due && *due < page_.facts.today();
        TableCell cell(late ? strong(page_.say("overdue")) : page_.say("open"), MachineValue(nullptr));
        cell.tone = late ? Tone::bad : Tone::none;
        return cell;
    }

    void add_decided() {
        page_.heading(2, "What the last review decided");
        if (held_.empty()) return page_.paragraph("No review was held, so nothing was decided.");
        Table table{.key = "decided",
                    .title = "What the last review decided",
                    .columns = {{"what", "Decision"},
                                {"owner", "Who", {}, Column::Holds::record},
                                {"due", "By when"},
                                {"done", "What became of it"}},
                    .sortable = false};
        for (const FieldView entry : held_.front()[own::decisions].children()) {
            table.rows.push_back({read_prose_line(entry[own::decisions.what].text()),
                                  target_cell(page_, entry[own::decisions.owner], "nobody is named"),
                                  written_day_cell(page_, entry[own::decisions.due], "no day set"), became(entry)});
        }
        if (table.rows.empty()) return page_.paragraph("No decision of it is on record.");
        page_.add(std::move(table));
    }

    // What the review itself adds, to be filled in where it is held.
    void add_forms() {
        constexpr int kParticipants = 6;
        constexpr int kDecisions = 6;
        page_.heading(2, "To be filled in at the review");
        Table present{.key = "participants",
                      .title = "Who took part",
                      .columns = {{"role", "Role"}, {"name", "Name"}, {"signature", "Signature"}},
                      .layout = Table::Layout::form,
                      .sortable = false};
        for (const RecordId role : top_management(page_.graph))
            present.rows.push_back({TableCell(raw(page_.graph[role].title())), TableCell(), TableCell()});
        while (present.rows.size() < kParticipants) present.rows.push_back({TableCell(), TableCell(), TableCell()});
        page_.add_titled(3, std::move(present));
        Table decisions{.key = "decisions",
                        .title = "Decisions",
                        .columns = {{"what", "What was decided"}, {"who", "Who"}, {"due", "By when"}},
                        .layout = Table::Layout::form,
                        .sortable = false};
        for (int row = 0; row < kDecisions; ++row) decisions.rows.push_back({TableCell(), TableCell(), TableCell()});
        page_.add_titled(3, std::move(decisions));
        Table conclusion{.key = "conclusion",
                         .title = "Conclusion",
                         .columns = {{"question", "Is the system still …"}, {"answer", "Yes or no, and why"}},
                         .layout = Table::Layout::form,
                         .sortable = false};
        for (const Message word : {Message("suitable"), Message("adequate"), Message("effective")})
            conclusion.rows.push_back({page_.say(word), TableCell()});
        page_.add_titled(3, std::move(conclusion));
    }

    [[nodiscard]] Words told_conclusion() const {
        const FieldView conclusion = held_.front()[own::conclusion];
        if (!conclusion) return strong(page_.say("No conclusion is on record."));
        const Words words = read_prose_line(conclusion.text());
        return trim(conclusion.text()).ends_with('.')
                   ? page_.say("[[It concluded: {0}|Its conclusion: “{0}”]]", words)
                   : page_.say("[[It concluded: {0}.|Its conclusion: “{0}”.]]", words);
    }

    [[nodiscard]] Words told_next() const {
        const auto next = next_management_review(held_.front());
        if (!next) return {};
        if (*next >= page_.facts.today()) return page_.say("The next is due on {}.", *next);
        return page_.say("{}.", strong(page_.say("The next is due on {}, which has passed", *next)));
    }

    static std::vector<const ReviewInput*> of(const ReviewTopic& topic, Discipline discipline) {
        std::vector<const ReviewInput*> inputs;
        for (const ReviewInput& input : topic.inputs) {
            if (discipline.known() ? input.disciplines.has(discipline) : input.disciplines.empty())
                inputs.push_back(&input);
        }
        return inputs;
    }

    void add_overview() {
        // The topics stand in the order of the standards.
        Table table{.key = "overview",
                    .title = "What there is to hear",
                    .columns = {{"topic", "Topic"}, {"asked_by", "Asked for by"}},
                    .sortable = false};
        for (const Discipline each : page_.settings.in_force())
            table.columns.push_back(discipline_column(page_.settings, each, Column::Align::centre));
        table.columns.push_back({"all", "All alike", Column::Align::centre});
        for (const ReviewTopic& topic : topics_) {
            std::vector<TableCell>& row = table.rows.emplace_back();
            row.emplace_back(page_.say(topic.title), std::string(topic.key));
            row.push_back(asked_by(topic));
            const std::size_t general = of(topic, {}).size();
            for (const Discipline discipline : page_.settings.in_force())
                row.push_back(count(of(topic, discipline), general));
            row.push_back(general == 0 ? TableCell(Words(), std::int64_t{0}) : TableCell::number(general));
        }
        page_.heading(2, "What there is to hear");
        page_.paragraph(
            "How many inputs the records give, by topic and discipline; one that concerns several disciplines counts "
            "in each.");
        page_.add(std::move(table));
    }

    [[nodiscard]] TableCell asked_by(const ReviewTopic& topic) const {
        std::vector<std::string> standards;
        for (const AskedTopic::By& each : topic.by) standards.emplace_back(each.standard->id);
        if (standards.empty()) return {page_.say("[[all|every standard]]"), std::move(standards)};
        std::vector<Words> titles;
        for (const AskedTopic::By& each : topic.by) titles.push_back(raw(each.standard->title));
        return {page_.say("{:all}", titles), std::move(standards)};
    }

    // What is there for all alike is input for each.
    [[nodiscard]] TableCell count(const std::vector<const ReviewInput*>& inputs, std::size_t general) const {
        if (!inputs.empty()) return TableCell::number(inputs.size());
        if (general > 0) return {Words(), std::int64_t{0}};
        TableCell none(page_.say("–"), std::int64_t{0});
        none.tone = Tone::muted;
        return none;
    }

    // "ISO 9001:2026 (Adequacy of resources)"; readers get standards that call it the same together.
    [[nodiscard]] std::vector<Words> told_asking(const ReviewTopic& topic) const {
        std::vector<std::pair<std::string_view, std::vector<Words>>> by_title;
        for (const AskedTopic::By& each : topic.by) {
            auto same = std::ranges::find(by_title, each.title, [](const auto& one) { return one.first; });
            if (page_.audience() == Audience::editors || same == by_title.end())
                same = by_title.insert(by_title.end(), {each.title, {}});
            same->second.push_back(raw(each.standard->title));
        }
        std::vector<Words> told;
        for (const auto& [title, standards] : by_title) told.push_back(page_.say("{:all} ({})", standards, raw(title)));
        return told;
    }

    void add_topic(const ReviewTopic& topic) {
        page_.heading(3, page_.say(topic.title));
        if (!topic.by.empty()) {
            page_.paragraph("Asked for by {:all}.", told_asking(topic));
        }
        if (topic.inputs.empty()) return page_.paragraph("Nothing is recorded. Looked for: {}.", topic.looked);
        page_.paragraph("Looked for: {}.", topic.looked);
        Table table{.key = std::string(topic.key),
                    .title = page_.say(topic.title).plain(),
                    .columns = {{"input", "What the records say"},
                                {"records", "Records", {}, Column::Holds::records, Column::For::programs},
                                {"disciplines", "Disciplines"},
                                {"pressing", "Pressing", {}, {}, Column::For::programs}},
                    .most_shown = kMostShown};
        DisciplineSet silent = page_.settings.in_force();
        for (const ReviewInput& input : topic.inputs) {
            table.rows.push_back({input.words, input.words,
                                  input.disciplines.empty()
                                      ? TableCell(page_.say("all alike"), std::vector<std::string>())
                                      : discipline_cell(page_, input.disciplines),
                                  TableCell(Words(), input.pressing)});
            silent = silent.without(input.disciplines);
        }
        page_.add(std::move(table));
        if (!silent.empty())
            page_.paragraph("[[No input of their own was found for: {0}|Nothing was found on {1:all} in particular]].",
                            raw(spoken(page_.settings, silent)), silent);
    }

    Page page_;
    std::vector<RecordView> held_;  // the latest first
    Date since_;
    std::vector<ReviewTopic> topics_;
    Overview overview_;
};

}  // namespace

Document build(const ReportInput& input) { return Pack(input).run(); }

}  // namespace ims::reports::management_review
