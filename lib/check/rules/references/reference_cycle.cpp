#include <algorithm>

#include <fmt/format.h>

#include "assess/circles.h"
#include "base/text.h"
#include "check/rule.h"

namespace ims {
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

void check(const CheckContext& context, Reporter& report) {
    for (const Field field : tree_fields(context.graph.schema())) {
        for (const Circle& circle : find_circles(context.graph, field)) {
            report_circle(context.graph, field, circle, report);
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(reference_cycle) = {
    .check_folder = check,
    .page =
        R"(References that must form a tree lead back to where they began: a process is part of its own part, a role reports to
someone who reports to it, a role includes one that includes it, a document supersedes its own successor, or a retired
record was replaced by one that it replaced. The message names the whole circle; it is reported once, at its first record.

## Why it matters

Nobody is at the top: who decides, which version is in force, which process the part belongs to cannot be told, and a
report that follows the references finds no end. Authority is assigned from the top (harmonised clause 5.3), processes
have a sequence (ISO 9001 4.4.1), and versions are under control (harmonised clause 7.5.3).

## How to mend it

Look at the circle and find the reference that points the wrong way; take it out or turn it round. Often two people each
wrote their own side of the same link.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
part_of: sell-flowers
# file: processes/sell-flowers.yaml
process: sell-flowers
title: Sell flowers
part_of: deliver-flowers
)",
    .good = R"(# file: processes/deliver-flowers.yaml
process: deliver-flowers
title: Deliver flowers
part_of: sell-flowers
# file: processes/sell-flowers.yaml
process: sell-flowers
title: Sell flowers
)"};

}  // namespace ims
