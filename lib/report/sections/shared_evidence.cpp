#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses/reuse.h"
#include "report/sections/clauses.h"

namespace ims {
namespace {

constexpr std::size_t kMostShared = 4;

// Where the newest edition is told, the one before would only repeat it.
bool is_told_by_newer(const SharedTopic& topic, const ClauseOf& clause) {
    return clause.standard->record != clause.newest && std::ranges::any_of(topic.clauses, [&](const ClauseOf& each) {
               return each.standard->record == clause.newest;
           });
}

// "ISO 9001:2026 9.3.1, 9.3.2; ISO 14001:2026 9.3"
TableCell clauses_of(const SharedTopic& topic) {
    std::string text;
    std::vector<std::string> names;
    const StandardFacts* last = nullptr;
    for (const ClauseOf& each : topic.clauses) {
        if (is_told_by_newer(topic, each)) continue;
        if (each.standard != last) text += fmt::format("{}{} ", text.empty() ? "" : "; ", each.standard->title);
        else text += ", ";
        text += each.clause->number;
        last = each.standard;
        names.push_back(fmt::format("{}:{}", each.standard->id, each.clause->number));
    }
    return {raw(text), std::move(names)};
}

// Records that are named for one standard of the topic only.
std::vector<RecordId> for_one_only(const SharedTopic& topic) {
    std::vector<RecordId> out;
    for (const ClauseOf& each : topic.clauses) {
        for (const RecordId record : each.clause->named) {
            if (!std::ranges::binary_search(topic.shared, record)) out.push_back(record);
        }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

void add_what_standards_share(Page& page, const StandardFacts* besides) {
    const std::vector<SharedTopic> topics = shared_topics(page.facts.clauses(), besides);
    if (topics.empty()) return;
    page.heading(2, "What serves several standards");
    page.paragraph(
        "Clauses of different standards that ask for the same are joined by what they mean, never by their number. A "
        "record that is named for one standard only may serve the others too: [[then name their clauses in it|it is "
        "worth a look whether it does]].");
    Table table{.key = "shared",
                .title = "What serves several standards",
                .columns = {{"topic", "Topic"},
                            {"harmonised", "Harmonised", {}, {}, Column::For::programs},
                            {"clauses", "Clauses"},
                            {"shared", "Serves several", {}, Column::Holds::records},
                            {"one_only", "Named for one only", {}, Column::Holds::records},
                            {"served", "Disciplines served", Column::Align::right}}};
    std::size_t reused = 0;
    for (const SharedTopic& topic : topics) {
        if (!topic.shared.empty()) ++reused;
        table.rows.push_back({TableCell(raw(capitalised(spoken(topic.theme))), std::string(topic.theme)),
                              raw(topic.harmonised), clauses_of(topic), record_links(page, topic.shared, kMostShared),
                              record_links(page, for_one_only(topic), kMostShared),
                              TableCell(page.say("{} of {}", topic.served.size(), topic.concerned.size()),
                                        page.settings.names(topic.served))});
    }
    page.paragraph(
        "Of {0} {0:topic|topics} that several standards have in common, {1} {1:is|are} shown by a record that serves "
        "more than one.",
        topics.size(), reused);
    page.add(std::move(table));
}

}  // namespace ims
