#include "assess/overview/since_review.h"

#include "assess/performance/management_reviews.h"
#include "assess/performance/objectives.h"
#include "schema/fields.h"

namespace ims {
namespace {

void count_decisions(SinceReview& since, const RecordView& review, Date today) {
    namespace own = fields::management_review;
    for (const FieldView entry : review[own::decisions].children()) {
        const auto due = entry[own::decisions.due].date();
        if (entry[own::decisions.done]) ++since.done;
        else if (!due) ++since.undated;
        else if (*due < today) ++since.late;
        else ++since.to_come;
    }
}

// The value on or before a day; the latest of all where that is today's.
struct Measured {
    std::optional<Date> day;
    std::optional<double> value;
};

Measured measured_until(const RecordView& objective, Date until) {
    namespace own = fields::objective;
    Measured last;
    for (const FieldView entry : objective[own::measurements].children()) {
        const auto day = entry[own::measurements.date].date();
        if (!day || *day > until || (last.day && *last.day >= *day)) continue;
        last = {day, entry[own::measurements.value].number()};
    }
    return last;
}

void compare(SinceReview& since, const RecordView& objective, Date today) {
    const Measured then = measured_until(objective, since.day);
    const Measured now = measured_until(objective, today);
    const Direction direction = direction_of(objective);
    if (!then.value || !now.value || then.day == now.day || direction == Direction::unknown) return;
    if (*then.value == *now.value) ++since.unchanged;
    else if ((*now.value > *then.value) == (direction == Direction::at_least)) ++since.nearer;
    else ++since.further;
}

std::size_t dated_since(const Graph& graph, KindId kind, Field date, Date since, Date today) {
    std::size_t count = 0;
    for (const RecordId id : graph.of_kind(kind)) {
        const auto day = graph[id][date].date();
        count += graph[id].active() && day && *day > since && *day <= today ? 1 : 0;
    }
    return count;
}

}  // namespace

std::optional<SinceReview> since_last_review(const Graph& graph, Date today) {
    const std::vector<RecordView> held = held_management_reviews(graph, today);
    if (held.empty()) return std::nullopt;
    const RecordView review = held.front();
    SinceReview since{.review = review.record(), .day = *review[fields::management_review::date].date()};
    count_decisions(since, review, today);
    for (const RecordId id : graph.of_kind(kinds::objective)) {
        if (graph[id].active()) compare(since, graph[id], today);
    }
    since.incidents = dated_since(graph, kinds::incident, fields::incident::date, since.day, today);
    since.nonconformities = dated_since(graph, kinds::nonconformity, fields::nonconformity::date, since.day, today);
    return since;
}

}  // namespace ims
