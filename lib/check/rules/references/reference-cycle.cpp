#include <algorithm>

#include <fmt/format.h>

#include "assess/records/circles.h"
#include "base/text.h"
#include "check/rule.h"

namespace ims::rules::reference_cycle {
namespace {

constexpr std::size_t kMostShown = 6;

std::string drawn(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t index = 0; index < std::min(names.size(), kMostShown); ++index) {
        text += fmt::format("`{}` → ", visible(names[index]));
    }
    if (names.size() > kMostShown) text += fmt::format("… ({} more) → ", names.size() - kMostShown);
    return text + fmt::format("`{}`", visible(names[0]));
}

void report_circle(const Graph& graph, Field field, const Circle& circle, Reporter& report) {
    const std::string_view path = graph.schema().path(field);
    const RecordView first = graph[circle[0].record];
    const auto of_first_kind = [&](const CircleStep& step) { return graph[step.record].is(first.kind()); };
    const bool one_kind = std::ranges::all_of(circle, of_first_kind);
    std::vector<std::string> names;
    for (const CircleStep& step : circle) {
        const RecordView record = graph[step.record];
        names.push_back(one_kind ? std::string(record.id()) : record.name());
    }
    const auto place = [&](std::size_t index) { return graph.written(circle[index].record, *circle[index].edge); };
    FindingBuilder finding =
        report.at(first, place(0), fmt::format("`{}` goes round in a circle: {}", path, drawn(names)));
    finding.help("take out the one of these references that is wrong").field(std::string(path));
    for (const CircleStep& step : circle) finding.because(step.record);
    for (std::size_t index = 1; index < std::min(circle.size(), kMostShown); ++index) {
        const std::string& next = names[(index + 1) % names.size()];
        finding.label(place(index).span(), fmt::format("from `{}` to `{}`", visible(names[index]), visible(next)));
    }
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
