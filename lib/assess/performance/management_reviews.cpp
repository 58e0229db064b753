#include "assess/performance/management_reviews.h"

#include <algorithm>

#include "assess/participation/leads.h"
#include "base/assert.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool says_something(const FieldView& entry) {
    for (const FieldView part : entry.children()) {
        if (!part.text().empty()) return true;
    }
    return !entry.text().empty();
}

}  // namespace

std::span<const std::string_view> review_topics(const Schema& schema) {
    const FieldSpec* inputs = schema.spec(kinds::management_review, fields::management_review::inputs);
    IMS_ASSERT(inputs != nullptr, "management reviews have no inputs");
    return inputs->shape->known;
}

std::vector<AskedTopic> asked_topics(const Graph& graph, const ClauseFacts& clauses) {
    namespace of_standard = fields::standard;
    const FieldSpec* spec = graph.schema().spec(kinds::standard, of_standard::review_topics.topic);
    const auto is_common = [&](std::string_view topic) {
        return spec == nullptr ||
               std::ranges::find(spec->shape->values, topic, &EnumValue::name) == spec->shape->values.end();
    };
    std::vector<AskedTopic> out;
    const std::span<const std::string_view> topics = review_topics(graph.schema());
    for (std::size_t place = 0; place < topics.size(); ++place) {
        AskedTopic asked{topics[place], place, {}};
        for (const StandardFacts& standard : clauses.standards()) {
            if (!standard.in_force()) continue;
            for (const FieldView entry : graph[standard.record][of_standard::review_topics].children()) {
                if (entry[of_standard::review_topics.topic].word() == asked.topic)
                    asked.by.push_back({&standard, entry[of_standard::review_topics.title].text()});
            }
        }
        if (is_common(asked.topic)) asked.by.clear();
        else if (asked.by.empty()) continue;
        out.push_back(std::move(asked));
    }
    return out;
}

std::vector<RecordView> holding_management_reviews(const std::vector<RecordView>& held, Date today) {
    std::vector<RecordView> out;
    for (const RecordView& review : held) {
        const auto next = next_management_review(review);
        if (out.empty() || !next || today <= *next) out.push_back(review);
    }
    return out;
}

std::vector<RecordView> held_management_reviews(const Graph& graph, Date today) {
    const auto day = [](const RecordView& review) { return review[fields::management_review::date].date(); };
    std::vector<RecordView> held;
    for (const RecordId id : graph.of_kind(kinds::management_review)) {
        const RecordView review = graph[id];
        if (review.active() && day(review) && *day(review) <= today) held.push_back(review);
    }
    std::ranges::stable_sort(held, [&](const RecordView& a, const RecordView& b) { return *day(a) > *day(b); });
    return held;
}

std::optional<Date> next_management_review(const RecordView& review) {
    const FieldView plan = review[fields::review];
    const FieldView next = plan[fields::review.next];
    const FieldView every = plan[fields::review.every];
    if (plan.invalid() || next.invalid() || every.invalid()) return std::nullopt;
    if (next) return next.date();
    const auto date = review[fields::management_review::date].date();
    if (!date) return std::nullopt;
    return add(*date, every.duration().value_or(review.graph().settings().review_every));
}

void Heard::add(const Heard& other) {
    topics.resize(std::max(topics.size(), other.topics.size()));
    for (std::size_t index = 0; index < other.topics.size(); ++index) {
        if (other.topics[index]) topics[index] = true;
    }
    disciplines |= other.disciplines;
    certain = certain && other.certain;
}

Heard heard_in(const RecordView& review) {
    const std::span<const std::string_view> known = review_topics(review.graph().schema());
    const Settings& settings = review.graph().settings();
    Heard heard;
    heard.topics.resize(known.size());
    const FieldView inputs = review[fields::management_review::inputs];
    heard.certain = !inputs.invalid();
    for (const FieldView entry : inputs.children()) {
        const auto topic = std::ranges::find(known, entry.key());
        const auto discipline = settings.find(entry.key());
        const bool is_topic = topic != known.end();
        if (entry.invalid() || (!is_topic && !discipline)) heard.certain = false;
        if (entry.invalid() || !says_something(entry)) continue;
        if (is_topic) heard.topics[static_cast<std::size_t>(topic - known.begin())] = true;
        if (discipline) heard.disciplines.add(*discipline);
        for (const FieldView part : entry.children()) {
            const auto of = settings.find(part.key());
            if (part.invalid() || !of) heard.certain = false;
            else if (!part.text().empty()) heard.disciplines.add(*of);
        }
    }
    return heard;
}

std::optional<bool> held_by_the_top(const RecordView& review) {
    const Graph& graph = review.graph();
    const FieldView top = graph[graph.settings_record()][fields::ims::top_management];
    const FieldView participants = review[fields::management_review::participants];
    if (!top || top.invalid() || participants.invalid()) return std::nullopt;
    bool unsure = false;
    for (const FieldView item : participants.children()) {
        const auto participant = target_of(graph, item);
        const std::optional<bool> is_top = participant ? is_of_the_top(*participant) : std::nullopt;
        if (is_top.value_or(false)) return true;
        unsure = unsure || !is_top;
    }
    return unsure ? std::nullopt : std::optional(false);
}

}  // namespace ims
