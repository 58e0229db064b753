// The inputs of one topic of a management review while they are collected, and what is collected of each sort of
// record: a function each, in review_inputs_of_….cpp. Which of them make up a topic is said in review_inputs.cpp.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "assess/standing/standing.h"
#include "report/page.h"
#include "report/sections/review_inputs.h"

namespace ims::review_inputs {

class Collector {
public:
    // `after`: what happened after that day is news. What is added goes to `into`.
    Collector(const Page& from, Date after, std::vector<ReviewInput>& into)
        : page(from), since(after), today(from.facts.today()), inputs_(into) {}

    const Page& page;
    const Date since;
    const Date today;

    // `pressing`: to be talked about first.
    void add(DisciplineSet disciplines, Words words, bool pressing = false) {
        inputs_.push_back({disciplines, std::move(words), pressing});
    }

    // Calls `function` for each active record of a kind.
    template <class Function>
    void each(KindId kind, const Function& function) const {
        for (const RecordId id : page.graph.of_kind(kind)) {
            if (page.graph[id].active()) function(page.graph[id]);
        }
    }
    [[nodiscard]] DisciplineSet disciplines(const RecordView& record) const {
        return page.facts.disciplines(record.record());
    }
    [[nodiscard]] Inline link(const RecordView& record) const { return page.titled(record.record()); }
    // After the last review, and not to come.
    [[nodiscard]] bool is_news(std::optional<Date> day) const { return day && *day > since && *day <= today; }

private:
    std::vector<ReviewInput>& inputs_;
};

// How something stands; what is poor stands out as what is bad does.
Words pressed(const Page& page, Standing standing);
// Standing out where it is pressing.
Words strong_if(bool pressing, Words words);

// What was promised, and what the organisation finds around it.
void add_decisions(Collector& out);
void add_actions(Collector& out);
void add_issues(Collector& out);
void add_changes(Collector& out);
void add_parties(Collector& out);
void add_consultation(Collector& out);

// How well things are done.
void add_cycles(Collector& out);
void add_obligations(Collector& out);
void add_controls(Collector& out);
void add_suppliers(Collector& out);
void add_resources(Collector& out);
void add_objectives(Collector& out);

// What happened, was found, audited or exercised. Complaints are told with those who complain, other incidents with
// what went wrong; lapses are nonconformities, observations what is none and could be done better.
void add_complaints(Collector& out);
void add_incidents(Collector& out);
void add_lessons(Collector& out);
void add_lapses(Collector& out);
void add_observations(Collector& out);
void add_audits(Collector& out);
void add_exercises(Collector& out);

// What may come: how high risks stand, what may be gained, what a disruption would do.
void add_levels(Collector& out);
void add_risks(Collector& out);
void add_opportunities(Collector& out);
void add_aspects(Collector& out);
void add_impacts(Collector& out);

}  // namespace ims::review_inputs
