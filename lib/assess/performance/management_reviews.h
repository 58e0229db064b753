// Management reviews: which were held, when the next one is due, and what was heard.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "assess/clauses/clauses.h"
#include "link/graph.h"

namespace ims {

// What a review may hear of, in the order of the schema: actions, context, parties …
std::span<const std::string_view> review_topics(const Schema& schema);

// What it has to hear of here: the topics that all standards have in common, and those that a standard in force asks
// for
// (`review_topics` of its catalogue).
struct AskedTopic {
    struct By {
        const StandardFacts* standard;
        std::string_view title;  // what that standard calls it
    };
    std::string_view topic;
    std::size_t place = 0;  // in review_topics
    std::vector<By> by;     // empty: all have it in common
};
// In the order of review_topics.
std::vector<AskedTopic> asked_topics(const Graph& graph, const ClauseFacts& clauses);

// Active ones held until today, the latest first.
std::vector<RecordView> held_management_reviews(const Graph& graph, Date today);

// Those of `held` that still hold: the latest, and others whose next one is not due yet. Separate reviews of the
// disciplines make up for each other.
std::vector<RecordView> holding_management_reviews(const std::vector<RecordView>& held, Date today);

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

// Whether somebody of top management is among the participants. None where nobody can tell.
std::optional<bool> held_by_the_top(const RecordView& review);

}  // namespace ims
