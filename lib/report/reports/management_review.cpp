// The input pack of a management review for all disciplines at once: what the records say on each topic, and where they
// say nothing.
#include <algorithm>

#include <fmt/format.h>

#include "assess/performance/management_reviews.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/sections/cells.h"
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
    }

    Document run() {
        add_summary();
        add_overview();
        for (const ReviewTopic& topic : topics_) add_topic(topic);
        page_.heading(2, "Gaps in the review itself");
        add_gaps_about(page_, collect_gaps(page_), kinds::management_review, {});
        return page_.finish();
    }

private:
    static constexpr std::int32_t kYear = 365;
    static constexpr std::size_t kMostShown = 60;  // of a topic

    void add_summary() {
        page_.heading(2, "In short");
        Words words;
        if (held_.empty()) {
            words << "No management review was found to have been held; what follows looks back for a year.";
        } else {
            words << "The last review was held on " << strong(to_string(since_)) << ": "
                  << page_.titled(held_.front().record()) << ". ";
            if (const FieldView conclusion = held_.front()[own::conclusion])
                words << "It concluded: " << read_prose_line(conclusion.text())
                      << (trim(conclusion.text()).ends_with('.') ? " " : ". ");
            else words << strong("No conclusion is on record.") << " ";
            if (const auto next = next_management_review(held_.front())) {
                const std::string due = fmt::format("The next is due on {}", to_string(*next));
                if (*next < page_.facts.today()) words << strong(due + ", which has passed") << ".";
                else words << due << ".";
            }
        }
        page_.say(std::move(words));
        std::vector<std::string> silent;
        for (const ReviewTopic& topic : topics_) {
            if (topic.inputs.empty()) silent.push_back(to_lower(topic.title));
        }
        page_.say(silent.empty()
                      ? fmt::format("Input was found on each of the {} topics.", topics_.size())
                      : fmt::format("No input at all was found on {}.", join_names(silent, Ticks::no, silent.size())));
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
            row.emplace_back(Words(topic.title), std::string(topic.key));
            row.push_back(asked_by(topic));
            const std::size_t general = of(topic, {}).size();
            for (const Discipline discipline : page_.settings.in_force())
                row.push_back(count(of(topic, discipline), general));
            row.push_back(general == 0 ? TableCell("", std::int64_t{0}) : TableCell::number(general));
        }
        page_.heading(2, "What there is to hear");
        page_.say(Words() << "How many inputs the records give, by topic and discipline; one that concerns several "
                             "disciplines counts in each. "
                          << strong("none found")
                          << ": nothing in the records speaks of it, so somebody has to "
                             "bring it, or say that there is nothing.");
        page_.add(std::move(table));
    }

    static TableCell asked_by(const ReviewTopic& topic) {
        std::vector<std::string> standards;
        for (const AskedTopic::By& each : topic.by) standards.emplace_back(each.standard->id);
        if (standards.empty()) return {"all", std::move(standards)};
        std::vector<std::string_view> titles;
        for (const AskedTopic::By& each : topic.by) titles.push_back(each.standard->title);
        return {join_names(titles, Ticks::no, titles.size()), std::move(standards)};
    }

    // What is there for all alike is input for each.
    static TableCell count(const std::vector<const ReviewInput*>& inputs, std::size_t general) {
        if (!inputs.empty()) return TableCell::number(inputs.size());
        if (general > 0) return {"", std::int64_t{0}};
        TableCell none(Words(strong("none found")), std::int64_t{0});
        none.tone = Tone::poor;
        return none;
    }

    void add_topic(const ReviewTopic& topic) {
        page_.heading(2, topic.title);
        if (!topic.by.empty()) {
            std::vector<std::string> told;
            for (const AskedTopic::By& each : topic.by)
                told.push_back(fmt::format("{} ({})", each.standard->title, each.title));
            page_.say(fmt::format("Asked for by {}.", join_names(told, Ticks::no, told.size())));
        }
        if (topic.inputs.empty()) return page_.say(fmt::format("No input was found. Looked for: {}.", topic.looked));
        page_.say(fmt::format("Looked for: {}.", topic.looked));
        Table table{.key = std::string(topic.key),
                    .title = std::string(topic.title),
                    .columns = {{"input", "What the records say"},
                                {"records", "Records", {}, Column::Holds::records, Column::For::programs},
                                {"disciplines", "Disciplines"},
                                {"pressing", "Pressing", {}, {}, Column::For::programs}},
                    .most_shown = kMostShown};
        DisciplineSet silent = page_.settings.in_force();
        for (const ReviewInput& input : topic.inputs) {
            table.rows.push_back({input.words, input.words,
                                  input.disciplines.empty() ? TableCell("all alike", std::vector<std::string>())
                                                            : discipline_cell(page_, input.disciplines),
                                  TableCell("", input.pressing)});
            silent = silent.without(input.disciplines);
        }
        page_.add(std::move(table));
        if (!silent.empty())
            page_.say(Words() << "No input of their own was found for: " << spoken(page_.settings, silent) << ".");
    }

    Page page_;
    std::vector<RecordView> held_;  // the latest first
    Date since_;
    std::vector<ReviewTopic> topics_;
};

}  // namespace

Document build(const ReportInput& input) { return Pack(input).run(); }

}  // namespace ims::reports::management_review
