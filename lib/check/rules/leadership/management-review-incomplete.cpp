#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "assess/performance/management_reviews.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::management_review_incomplete {
namespace {

namespace own = fields::management_review;

// What one review leaves open.
struct Gaps {
    std::optional<Date> next_was_due;
    std::vector<AskedTopic> topics;
    DisciplineSet disciplines;
    bool without_the_top = false;
    bool without_conclusion = false;
    std::vector<std::pair<FieldView, std::string_view>> decisions;  // each with what it lacks
    [[nodiscard]] bool any_of_the_whole() const { return !topics.empty() || without_the_top || without_conclusion; }
    [[nodiscard]] bool any_besides_disciplines() const {
        return next_was_due || any_of_the_whole() || !decisions.empty();
    }
};

void find_decisions(const RecordView& review, Gaps& gaps) {
    for (const FieldView decision : review[own::decisions].children()) {
        if (!decision.is(ValueType::map) || decision[own::decisions.done]) continue;
        const bool owner = static_cast<bool>(decision[own::decisions.owner]);
        const bool due = static_cast<bool>(decision[own::decisions.due]);
        if (owner && due) continue;
        gaps.decisions.emplace_back(decision, owner ? "no day" : due ? "no owner" : "neither owner nor day");
    }
}

// What none of the reviews that still hold has: separate reviews of the disciplines make up for each other.
void find_missing(const std::vector<RecordView>& held, const CheckContext& context, Gaps& gaps) {
    const std::vector<RecordView> holding = holding_management_reviews(held, context.today);
    gaps.without_the_top =
        std::ranges::all_of(holding, [](const RecordView& each) { return held_by_the_top(each) == false; });
    gaps.without_conclusion =
        std::ranges::none_of(holding, [](const RecordView& each) { return each.has(own::conclusion); });
    Heard heard;
    for (const RecordView& each : holding) heard.add(heard_in(each));
    if (!heard.certain) return;
    for (AskedTopic& asked : asked_topics(context.graph, context.facts.clauses())) {
        if (!heard.topics[asked.place]) gaps.topics.push_back(std::move(asked));
    }
    gaps.disciplines = context.settings.in_force().without(heard.disciplines);
}

std::vector<std::string_view> names_of(const std::vector<AskedTopic>& topics) {
    std::vector<std::string_view> names;
    for (const AskedTopic& each : topics) names.push_back(each.topic);
    return names;
}

// "`consultation` is asked for by ISO 45001:2018"
std::string told_asking(const AskedTopic& topic) {
    std::vector<std::string_view> standards;
    for (const AskedTopic::By& each : topic.by) standards.push_back(each.standard->title);
    return fmt::format("`{}` ({}) is asked for by {}", topic.topic, visible(topic.by.front().title),
                       join_names(standards, Ticks::no));
}

std::vector<std::string> told(const Gaps& gaps, DisciplineSet disciplines, const Settings& settings) {
    std::vector<std::string> parts;
    if (!gaps.topics.empty())
        parts.push_back(fmt::format("no input on the {} {}", gaps.topics.size() == 1 ? "topic" : "topics",
                                    join_names(names_of(gaps.topics), Ticks::yes, 16)));
    if (!disciplines.empty())
        parts.push_back(fmt::format("no input on {}", join_names(settings.names(disciplines), Ticks::no, 12)));
    if (gaps.without_the_top) parts.push_back("nobody of top management among the participants");
    if (gaps.without_conclusion) parts.push_back("no conclusion");
    if (!gaps.decisions.empty())
        parts.push_back(fmt::format("{} without an owner or a day", counted(gaps.decisions.size(), "open decision")));
    return parts;
}

std::string help(const Gaps& gaps, DisciplineSet disciplines, const Settings& settings) {
    if (gaps.next_was_due)
        return "hold the next one, and write a record of it: `date`, `inputs`, `decisions`, `conclusion`";
    std::string text;
    if (!gaps.topics.empty()) {
        text = fmt::format("write under `inputs` what was heard: `{}: …`", gaps.topics.front().topic);
    } else if (!disciplines.empty()) {
        text = fmt::format("write under `inputs` what was heard: `performance: {{{}: …}}`",
                           settings.names(disciplines).front());
    }
    if (!text.empty()) text += "; if it was not, take it up in the next review";
    const auto add = [&](std::string_view more) { text += fmt::format("{}{}", text.empty() ? "" : "; ", more); };
    if (gaps.without_the_top)
        add("let one of those named under `top_management` in ims.yaml take part, and name that role under "
            "`participants`");
    if (gaps.without_conclusion)
        add("write under `conclusion` whether the whole is still suitable, adequate and effective");
    if (!gaps.decisions.empty()) add("write beside each decision who carries it out and by when: `owner`, `due`");
    return text;
}

Span place_of(const RecordView& review, const Gaps& gaps, bool unheard) {
    const FieldView inputs = review[own::inputs];
    if (gaps.next_was_due) return review[own::date].span();
    if (unheard) return inputs && !inputs.inherited() ? inputs.key_span() : review.id_span();
    const FieldView participants = review[own::participants];
    if (gaps.without_the_top && participants && !participants.inherited()) return participants.key_span();
    if (gaps.without_the_top || gaps.without_conclusion) return review.id_span();
    const FieldView what = gaps.decisions.front().first[own::decisions.what];
    return what ? what.span() : gaps.decisions.front().first.span();
}

void report_gaps(const RecordView& review, const Gaps& gaps, const CheckContext& context, Reporter& report) {
    const DisciplineSet disciplines = report.excepted(review, gaps.disciplines);
    if (disciplines.empty() && !gaps.any_besides_disciplines()) return;
    const std::vector<std::string> parts = told(gaps, disciplines, context.settings);
    const bool unheard = !gaps.topics.empty() || !disciplines.empty();
    const Span place = place_of(review, gaps, unheard);
    const std::string incomplete =
        fmt::format("management review {} is incomplete: {}", ticked(review), fmt::join(parts, "; "));
    const std::string message = gaps.next_was_due ? fmt::format("the management review after {} was due on {}",
                                                                ticked(review), to_string(*gaps.next_was_due))
                                                  : incomplete;
    // An exception for the whole record is asked here; those for single disciplines were.
    FindingBuilder finding = gaps.any_besides_disciplines() ? report.at(review, place, message)
                                                            : report.about(review, disciplines, place, message);
    // A topic, a day or a conclusion that is missing is missing for all of them.
    finding.about(context.settings, gaps.any_besides_disciplines() ? context.settings.in_force() : disciplines)
        .mark(gaps.next_was_due || unheard || gaps.any_of_the_whole() ? Mark::check : Mark::act);
    if (gaps.next_was_due && !parts.empty()) finding.note(incomplete);
    for (const AskedTopic& topic : gaps.topics) {
        if (!topic.by.empty()) finding.note(told_asking(topic));
    }
    for (const auto& [decision, lacks] : gaps.decisions) {
        const FieldView what = decision[own::decisions.what];
        const Span at = what ? what.span() : decision.span();
        if (at != place) finding.label(at, std::string(lacks));
        else finding.note(fmt::format("this decision has {}", lacks));
    }
    finding.help(help(gaps, disciplines, context.settings));
}

void report_none(const CheckContext& context, Reporter& report) {
    if (context.settings.disciplines.empty() || context.graph.may_be_unread(kinds::management_review)) return;
    std::vector<std::string> drafts;
    for (const RecordId id : context.graph.of_kind(kinds::management_review)) {
        const RecordView review = context.graph[id];
        // Its day is wrong or still to come, which is reported there: whether it was held cannot be told.
        if (review.active()) return;
        if (!review.retired()) drafts.emplace_back(review.id());
    }
    auto finding = report.whole(context.settings.disciplines.front().span, "no management review was held");
    finding.about(context.settings, context.settings.in_force()).mark(Mark::check);
    if (!drafts.empty())
        finding.note(
            fmt::format("only {}: {}", drafts.size() == 1 ? "a draft" : "drafts", join_names(drafts, Ticks::yes)));
    finding.note("top management has not looked at the whole, as far as the records tell")
        .help(fmt::format("hold one, for all disciplines at once, and write a record of it: `management_review: {}`, "
                          "`date`, `inputs`, `decisions`, `conclusion`",
                          to_string(context.today).substr(0, 4)));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const std::vector<RecordView> held = held_management_reviews(context.graph, context.today);
    if (held.empty()) return report_none(context, report);
    for (const RecordView& review : held) {
        Gaps gaps;
        if (review == held.front()) {
            const auto next = next_management_review(review);
            // A later one may stand in what could not be read.
            if (!context.graph.may_be_unread(kinds::management_review)) {
                if (next && *next < context.today) gaps.next_was_due = next;
                find_missing(held, context, gaps);
            }
        }
        find_decisions(review, gaps);
        report_gaps(review, gaps, context, report);
    }
}

}  // namespace ims::rules::management_review_incomplete
