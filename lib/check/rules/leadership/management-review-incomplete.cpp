#include <algorithm>
#include <iterator>

#include "assess/performance/management_reviews.h"
#include "check/rule.h"
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
    std::vector<std::pair<FieldView, Message>> decisions;  // each with what it lacks
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
        gaps.decisions.emplace_back(decision, owner ? Message("no day")
                                              : due ? Message("no owner")
                                                    : Message("neither owner nor day"));
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

// What all standards ask for, where its name alone says too little.
constexpr FieldNames kCommonTopics[] = {
    {"actions", "actions from earlier reviews"},
    {"context", "changes in the context"},
    {"parties", "interested parties"},
    {"audits", "audit results"},
};

// The topic, and what people call it.
FieldNames named(const AskedTopic& topic, const Schema& schema) {
    if (topic.by.empty()) {
        const auto common = std::ranges::find(kCommonTopics, topic.topic, &FieldNames::name);
        return common == std::end(kCommonTopics) ? FieldNames{topic.topic, topic.topic} : *common;
    }
    if (const FieldSpec* spec = schema.spec(kinds::standard, fields::standard::review_topics.topic)) {
        const auto value = std::ranges::find(spec->shape->values, topic.topic, &EnumValue::name);
        if (value != spec->shape->values.end()) return {topic.topic, value->title};
    }
    return {topic.topic, topic.by.front().title};
}

std::vector<FieldNames> named(const std::vector<AskedTopic>& topics, const Schema& schema) {
    std::vector<FieldNames> names;
    for (const AskedTopic& each : topics) names.push_back(named(each, schema));
    return names;
}

// "`consultation` is asked for by ISO 45001:2018"
Message told_asking(const AskedTopic& topic, const Schema& schema, Reporter& report) {
    std::vector<TextArgument> standards;
    for (const AskedTopic::By& each : topic.by) standards.push_back(plain(each.standard->title));
    return report.say("[[{0} ({1}) is asked for by {2}|{2} {2:asks|ask} for input on {0}]]", named(topic, schema),
                      plain(topic.by.front().title), standards);
}

std::vector<Message> told(const Gaps& gaps, DisciplineSet disciplines, const Schema& schema, Reporter& report) {
    std::vector<Message> parts;
    if (!gaps.topics.empty())
        parts.push_back(report.say("no input on [[the {0:topic|topics} ]]{0:16}", named(gaps.topics, schema)));
    if (!disciplines.empty()) parts.push_back(report.say("no input on {:12}", disciplines));
    if (gaps.without_the_top) parts.push_back("nobody of top management [[|was ]]among the participants");
    if (gaps.without_conclusion) parts.push_back("no conclusion");
    if (!gaps.decisions.empty())
        parts.push_back(report.say("{0} open {0:decision|decisions} without an owner or a day", gaps.decisions.size()));
    return parts;
}

Message help(const Gaps& gaps, DisciplineSet disciplines, Reporter& report) {
    if (gaps.next_was_due)
        return "hold the next one, and [[write a record of it: `date`, `inputs`, `decisions`, `conclusion`|record what "
               "was heard, decided and concluded]]";
    std::vector<Message> steps;
    if (!gaps.topics.empty()) {
        steps.push_back(report.say("[[write under `inputs` what was heard: `{}: …`|record what was heard on these]]",
                                   plain(gaps.topics.front().topic)));
    } else if (!disciplines.empty()) {
        steps.push_back(report.say(
            "[[write under `inputs` what was heard: `performance: {{{0}: …}}`|record what was heard on {1:12}]]",
            *disciplines.begin(), disciplines));
    }
    if (!steps.empty())
        steps.push_back(
            "[[if it was not, take it up in the next review|take up in the next review what was not heard]]");
    if (gaps.without_the_top)
        steps.push_back(
            "[[let one of those named under `top_management` in ims.yaml take part, and name that role under "
            "`participants`|see that somebody of top management takes part]]");
    if (gaps.without_conclusion)
        steps.push_back(
            "[[write under `conclusion`|conclude]] whether the whole is still suitable, adequate and effective");
    if (!gaps.decisions.empty())
        steps.push_back("[[write beside|settle for]] each decision who carries it out and by when[[: `owner`, `due`]]");
    return report.say("{:all}", listed_by(Joined::by_semicolons, steps));
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
    const Schema& schema = context.graph.schema();
    const std::vector<Message> parts = told(gaps, disciplines, schema, report);
    const bool unheard = !gaps.topics.empty() || !disciplines.empty();
    const Span place = place_of(review, gaps, unheard);
    const Message incomplete =
        report.say("management review {} is incomplete: {:all}", review, listed_by(Joined::by_semicolons, parts));
    const Message message = gaps.next_was_due
                                ? report.say("the management review after {} was due on {}", review, *gaps.next_was_due)
                                : incomplete;
    // An exception for the whole record is asked here; those for single disciplines were.
    FindingBuilder finding = gaps.any_besides_disciplines() ? report.at(review, place, message)
                                                            : report.about(review, disciplines, place, message);
    // A topic, a day or a conclusion that is missing is missing for all of them.
    finding.about(context.settings, gaps.any_besides_disciplines() ? context.settings.in_force() : disciplines)
        .mark(gaps.next_was_due || unheard || gaps.any_of_the_whole() ? Mark::check : Mark::act);
    if (gaps.next_was_due && !parts.empty()) finding.note(incomplete);
    for (const AskedTopic& topic : gaps.topics) {
        if (!topic.by.empty()) finding.note(told_asking(topic, schema, report));
    }
    for (const auto& [decision, lacks] : gaps.decisions) {
        const FieldView what = decision[own::decisions.what];
        const Span at = what ? what.span() : decision.span();
        if (at != place) finding.label(at, lacks);
        else finding.note("this decision has {}", lacks);
    }
    finding.help(help(gaps, disciplines, report));
}

void report_none(const CheckContext& context, Reporter& report) {
    if (context.settings.disciplines.empty() || context.graph.may_be_unread(kinds::management_review)) return;
    std::vector<RecordId> drafts;
    for (const RecordId id : context.graph.of_kind(kinds::management_review)) {
        const RecordView review = context.graph[id];
        // Its day is wrong or still to come, which is reported there: whether it was held cannot be told.
        if (review.active()) return;
        if (!review.retired()) drafts.push_back(id);
    }
    auto finding = report.whole(context.settings.disciplines.front().span, "no management review was held");
    finding.about(context.settings, context.settings.in_force()).mark(Mark::check);
    if (!drafts.empty()) finding.note("only {0:a draft|drafts}[[| {0:is|are} there]]: {0}", drafts);
    finding.note("top management has not looked at the whole, as far as the records tell")
        .help(
            "hold one, for all disciplines at once, and [[write a record of it: `management_review: {}`, `date`, "
            "`inputs`, `decisions`, `conclusion`|record what was heard, decided and concluded]]",
            plain(to_string(context.today).substr(0, 4)));
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
