// Management reviews: which were held, when the next one is due, and what was heard.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "link/graph.h"

namespace ims {

// What a review is to hear of, in the order of the schema: actions, context, parties …
std::span<const std::string_view> review_topics(const Schema& schema);

// Active ones held until today, the latest first.
std::vector<RecordView> held_management_reviews(const Graph& graph, Date today);

// `review.next`, or its day and the interval: its own or that of ims.yaml. None where one of them cannot be read.
std::optional<Date> next_management_review(const RecordView& review);

// A topic or discipline with words beside it. A discipline is heard under its own name or under a topic.
struct Heard {
    std::vector<bool> topics;  // by place in review_topics
    DisciplineSet disciplines;
    bool certain = true;  // false: something there could not be read, or is neither a topic nor a discipline
    void add(const Heard& other);
};
Heard heard_in(const RecordView& review);

}  // namespace ims
