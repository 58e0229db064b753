#include <algorithm>
#include <string>
#include <vector>

#include "assess/records/circles.h"
#include "check/rule.h"

namespace ims::rules::reference_cycle {
namespace {

constexpr std::size_t kMostShown = 6;

// "`a` → `b` → … (3 more) → `a`"
Message drawn(const std::vector<Message>& names, Reporter& report) {
    std::vector<Message> steps(names.begin(), names.begin() + std::ptrdiff_t(std::min(names.size(), kMostShown)));
    if (names.size() > kMostShown) steps.push_back(report.say("… ({} more)", names.size() - kMostShown));
    steps.push_back(names[0]);
    return report.say("{:all}", listed_by(Joined::by_arrows, steps));
}

void report_circle(const Graph& graph, Field field, const Circle& circle, Reporter& report) {
    const RecordView first = graph[circle[0].record];
    const auto of_first_kind = [&](const CircleStep& step) { return graph[step.record].is(first.kind()); };
    const bool one_kind = std::ranges::all_of(circle, of_first_kind);
    std::vector<Message> names;
    for (const CircleStep& step : circle)
        names.push_back(one_kind ? report.say("{}", step.record) : report.say("{}", full(step.record)));
    const auto place = [&](std::size_t index) { return graph.written(circle[index].record, *circle[index].edge); };
    FindingBuilder finding =
        report.at(first, place(0), "[[{0} goes round in a circle|these lead back to one another ({0})]]: {1}",
                  full(field), drawn(names, report));
    finding.help(
        "[[take out the one of these references|find the one of these links]] that is wrong[[|, and undo it]]");
    finding.field(std::string(graph.schema().path(field)));
    for (const CircleStep& step : circle) finding.because(step.record);
    const auto step = [&](std::size_t index) {
        return report.say("from {} to {}", names[index], names[(index + 1) % names.size()]);
    };
    for (std::size_t index = 1; index < std::min(circle.size(), kMostShown); ++index)
        finding.label(place(index).span(), step(index));
    std::vector<Side> sides;
    for (std::size_t index = 0; index < circle.size(); ++index)
        sides.push_back({place(index).span(), circle[index].record});
    finding.sides(std::move(sides), step(0));
}

// The fields that make a tree. Of a link of two sides one is enough, since its edges hold what both sides say.
std::vector<Field> tree_fields(const Schema& schema) {
    std::vector<Field> fields;
    for (std::size_t kind = 0; kind < schema.kinds().size(); ++kind) {
        for (std::size_t index = 0; index < schema.paths().size(); ++index) {
            const Field field = Field::from(index);
            const ReferenceSpec* spec = schema.reference(KindId::from(kind), field);
            if (spec == nullptr || !spec->tree) continue;
            const FieldSpec* back =
                spec->inverse.empty() ? nullptr : schema.find_field(KindId::from(kind), spec->inverse);
            if (back != nullptr && back->field < field) continue;
            fields.push_back(field);
        }
    }
    std::ranges::sort(fields);
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const Field field : tree_fields(context.graph.schema())) {
        for (const Circle& circle : find_circles(context.graph, field)) {
            report_circle(context.graph, field, circle, report);
        }
    }
}

}  // namespace ims::rules::reference_cycle
