#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

class Checker {
public:
    Checker(const CheckContext& context, Reporter& report)
        : graph_(context.graph), flows_(context.facts.flows()), report_(report) {}

    void run() {
        for (const RecordId id : graph_.of_kind(kinds::process)) {
            const RecordView process = graph_[id];
            if (process.retired()) continue;
            for (const FieldView input : process[fields::process::inputs].children()) {
                const FieldView item = input[fields::process::inputs.item];
                if (!item || item.invalid()) continue;
                if (input[fields::process::inputs.from]) check_from(process, input, item);
                else check_anywhere(process, item);
            }
        }
    }

private:
    static std::string shown(const FieldView& item) { return shorten(item.text(), 60); }

    // One finding an input, however many processes it names.
    void check_from(const RecordView& process, const FieldView& input, const FieldView& item) {
        std::vector<RecordView> silent;
        for (const FieldView from : input[fields::process::inputs.from].children()) {
            const auto giver = target_of(graph_, from);
            if (giver && giver->is(kinds::process) && !flows_.gives(giver->record(), item)) silent.push_back(*giver);
        }
        if (silent.empty()) return;
        // A part of it may stand in a file that cannot be read.
        if (graph_.may_be_unread(kinds::process)) return;
        std::vector<std::string_view> ids;
        std::vector<std::string_view> offered;
        for (const RecordView giver : silent) {
            ids.push_back(giver.id());
            for (const std::string_view name : flows_.outputs(giver.record())) offered.push_back(name);
        }
        const std::string_view words =
            silent.size() == 1 ? "process {} does not give out `{}`" : "processes {} do not give out `{}`";
        FindingBuilder finding =
            report(process, item, fmt::format(fmt::runtime(words), join_names(ids, Ticks::yes), shown(item)));
        finding.note(offered.empty() ? std::string("no outputs are named there")
                                     : fmt::format("what is given out there: {}", join_names(offered, Ticks::yes)));
        suggest(finding, item, nearest(item.text(), offered),
                "add it to the `outputs` there, or name it as it is called there");
        for (const RecordView giver : silent) finding.label(giver.id_span(), "it is to come from here");
    }

    void check_anywhere(const RecordView& process, const FieldView& item) {
        if (!flows_.givers(item).empty() || graph_.may_be_unread(kinds::process)) return;
        FindingBuilder finding = report(
            process, item, fmt::format("no process gives out `{}`, and nothing says where it comes from", shown(item)));
        suggest(finding, item, nearest_of_all(item.text()),
                "say where it comes from: `from: supplier/…`, `from: interested_party/…` or `from: process/…`");
    }

    FindingBuilder report(const RecordView& process, const FieldView& item, std::string message) {
        FindingBuilder finding = report_.at(process, item, std::move(message));
        finding.field(fmt::format("inputs[{}].item", shown(item)));
        return finding;
    }

    static void suggest(FindingBuilder& finding, const FieldView& item, std::optional<std::string_view> near,
                        std::string otherwise) {
        if (!near) {
            finding.help(std::move(otherwise));
            return;
        }
        finding.help(fmt::format("did you mean `{}`?", visible(*near)));
        finding.fix(
            {fmt::format("write `{}`", visible(*near)), Fix::Safety::unsafe, {{item.span(), std::string(*near)}}});
    }

    std::optional<std::string_view> nearest_of_all(std::string_view name) {
        if (!all_) {
            std::vector<std::string_view> names;
            for (const RecordId id : graph_.of_kind(kinds::process)) {
                if (graph_[id].retired()) continue;
                for (const std::string_view each : flows_.outputs(id)) names.push_back(each);
            }
            std::ranges::sort(names);
            names.erase(std::unique(names.begin(), names.end()), names.end());
            all_ = std::make_unique<NearestNames>(names);
        }
        return all_->find(name);
    }

    const Graph& graph_;
    const Flows& flows_;
    Reporter& report_;
    std::unique_ptr<NearestNames> all_;  // made at the first miss
};

void check(const CheckContext& context, Reporter& report) { Checker(context, report).run(); }

}  // namespace

IMS_DEFINE_RULE(unmatched_input) = {
    .check_folder = check,
    .page =
        R"(A process takes something in from another process that does not give it out, or does not say where it comes from while no
process gives it. Items are the same if they are called the same; small and capital letters do not matter, and a document
or asset is also known by its title. What a part gives out, the whole gives out.

## Why it matters

Handovers are where work gets lost. One side waits for the order slip, the other has never heard of it, or each has another
thing in mind. How processes follow each other and interact has to be determined (ISO 9001 4.4.1 b).

## How to mend it

Call the thing by one name on both sides: take the suggested name, or add the output to the process that gives it. If it
comes from outside, say so: `from: supplier/flower-market` or `from: interested_party/customers`. If it is not needed, take
it out.

To accept it, add an entry to `exceptions` of the process: `rule: unmatched-input`, with `reason`, `by` and `until`. To see
it never, write `unmatched-input: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
outputs:
  - item: order slip
# file: processes/arrange-flowers.yaml
process: arrange-flowers
title: Arrange flowers
inputs:
  - item: order slips
    from: process/take-orders
)",
    .good = R"(# file: processes/take-orders.yaml
process: take-orders
title: Take orders
outputs:
  - item: order slip
# file: processes/arrange-flowers.yaml
process: arrange-flowers
title: Arrange flowers
inputs:
  - item: order slip
    from: process/take-orders
)"};

}  // namespace ims
