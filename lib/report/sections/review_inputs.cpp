#include "report/sections/review_inputs.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "report/sections/cells.h"
#include "report/sections/review_collector.h"

namespace ims {
namespace review_inputs {

Words pressed(const Page& page, Standing standing) {
    if (standing.kind == Standing::Kind::poor) standing.kind = Standing::Kind::bad;
    return state_words(page, standing);
}

Words strong_if(bool pressing, Words words) { return pressing ? strong(std::move(words)) : words; }

namespace {

// A part of what a topic is made of; where a standard asks for the topic `else_in`, it is told there.
struct Part {
    void (*add)(Collector& out) = nullptr;
    std::string_view else_in = {};
};

// A topic in words of ours.
struct Topic {
    std::string_view key;
    Message title;
    Message looked;
    std::array<Part, 4> parts;
};

// Those that all standards have in common, in their order.
constexpr Topic kCommon[] = {
    {"actions",
     "Actions",
     "decisions of earlier reviews, and whatever else is promised and not done",
     {{{add_decisions}, {add_actions}}}},
    {"context", "Context", "external and internal issues, and changes", {{{add_issues}, {add_changes}}}},
    {"parties",
     "Interested parties",
     "what interested parties need, and their complaints",
     {{{add_parties}, {add_complaints}}}},
    {"performance",
     "Performance",
     "how far processes meet each discipline, compliance with obligations, controls and suppliers",
     {{{add_cycles}, {add_obligations, "compliance"}, {add_controls}, {add_suppliers, "providers"}}}},
    {"nonconformities",
     "Nonconformities",
     "what is open, and what happened since the last review",
     {{{add_lapses}, {add_incidents}}}},
    {"audits", "Audits", "audits since the last review, and what is planned or overdue", {{{add_audits}}}},
    {"objectives", "Objectives", "each objective, with its last measurement", {{{add_objectives}}}},
    {"risks",
     "Risks",
     "how high risks stand, which are over the appetite, and treatments that are overdue",
     {{{add_levels}, {add_risks}}}},
    {"improvement",
     "Improvement",
     "opportunities, observations, and lessons of incidents",
     {{{add_opportunities}, {add_observations}, {add_lessons}}}},
};

// Those that some standards ask for.
constexpr Topic kAsked[] = {
    {"resources", "Resources", "roles that nobody holds, and equipment that failed", {{{add_resources}}}},
    {"compliance", "Compliance", "how obligations are met, and when that was last looked at", {{{add_obligations}}}},
    {"consultation", "Consultation of workers", "what is named as evidence for clauses on it", {{{add_consultation}}}},
    {"aspects", "Environmental aspects", "significant aspects", {{{add_aspects}}}},
    {"providers",
     "External providers",
     "suppliers whose evaluation is new, poor or late, or of which something grave was found",
     {{{add_suppliers}}}},
    {"impact_analysis", "Impact analysis", "how soon prioritised processes have to be back", {{{add_impacts}}}},
    {"exercises", "Exercises", "exercises since the last review, and what is planned", {{{add_exercises}}}},
};

// One that has no words of ours yet has the name that the first standard gives it.
Topic of_asked(const Page& page, const AskedTopic& asked) {
    const auto* const own = std::ranges::find(kAsked, asked.topic, &Topic::key);
    if (own != std::end(kAsked)) return *own;
    return {asked.topic,
            make_message(page.arena(), "{}", plain(asked.by.front().title)),
            "[[nothing that records say by themselves|nothing, since only people can tell it]]",
            {}};
}

ReviewTopic collect(const Page& page, Date since, const Topic& topic, std::span<const AskedTopic> asked) {
    ReviewTopic out{topic.key, topic.title, topic.looked, {}};
    Collector collector(page, since, out.inputs);
    for (const Part& part : topic.parts) {
        const bool elsewhere =
            !part.else_in.empty() && std::ranges::find(asked, part.else_in, &AskedTopic::topic) != asked.end();
        if (part.add != nullptr && !elsewhere) part.add(collector);
    }
    std::ranges::stable_sort(out.inputs, std::greater<>(), &ReviewInput::pressing);
    return out;
}

}  // namespace
}  // namespace review_inputs

std::vector<ReviewTopic> collect_review_inputs(const Page& page, Date since) {
    const std::vector<AskedTopic> asked = asked_topics(page.graph, page.facts.clauses());
    std::vector<ReviewTopic> topics;
    for (const review_inputs::Topic& topic : review_inputs::kCommon)
        topics.push_back(review_inputs::collect(page, since, topic, asked));
    for (const AskedTopic& each : asked) {
        if (each.by.empty()) continue;
        topics.push_back(review_inputs::collect(page, since, review_inputs::of_asked(page, each), asked));
        topics.back().by = each.by;
    }
    return topics;
}

}  // namespace ims
