#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "check/fixes.h"
#include "check/flow_items.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::untaken_output {
namespace {

// The processes that an output names, and that take no such thing.
std::vector<RecordView> silent_takers(const FieldView& output, const FieldView& item, const CheckContext& context) {
    std::vector<RecordView> silent;
    for (const FieldView to : output[fields::process::outputs.to].children()) {
        const auto taker = target_of(context.graph, to);
        if (taker && taker->is(kinds::process) && !context.facts.flows().takes(taker->record(), item))
            silent.push_back(*taker);
    }
    return silent;
}

// Each of them says what it takes, in a list of its own, so that a program can say one thing more there, in the way of
// the others.
std::optional<Fix> fix_that_takes(const RecordView& giver, const FieldView& item, const std::vector<RecordView>& takers,
                                  Reporter& report) {
    Fix fix;
    std::vector<RecordId> added;
    for (const RecordView& taker : takers) {
        if (std::ranges::find(added, taker.record()) != added.end()) continue;  // the output names it twice
        FieldView from;
        for (const FieldView each : taker[fields::process::inputs].children())
            if (const FieldView named = each[fields::process::inputs.from]) from = named;
        const bool alone = from.is(ValueType::list) && from.node().type != NodeType::list;
        const NewValue name = new_text(giver.name().text());
        auto operation = one_more(
            taker, fields::process::inputs,
            new_map({{"item", new_text(trim(item.text()))}, {"from", alone || !from ? name : new_list({name})}}));
        if (!operation) return std::nullopt;
        fix.operations.push_back(std::move(*operation));
        added.push_back(taker.record());
    }
    fix.title = report.say("add {} to the inputs of {}", shown_item(item, report.arena()), added);
    return fix;
}

void report_output(const RecordView& process, const FieldView& item, const std::vector<RecordView>& silent,
                   const CheckContext& context, Reporter& report) {
    std::vector<RecordId> takers;
    std::vector<FieldView> wanted;
    for (const RecordView& taker : silent) {
        takers.push_back(taker.record());
        std::ranges::copy(context.facts.flows().inputs(taker.record()), std::back_inserter(wanted));
    }
    FindingBuilder finding = report.at(
        process, item, "{0:process|processes} {0} {0:does|do} not take {1}, which process {2} gives to {0:it|them}",
        takers, shown_item(item, report.arena()), process);
    finding.field(fmt::format("outputs[{}].to", item_name(item))).because(process.record());
    finding.note(wanted.empty() ? Message("no inputs are named there") : report.say("what is taken there: {}", wanted))
        .help(
            "add it to [[the `inputs`|what is taken]] there, name it as it is called there, or say who gets it "
            "instead");
    finding.fix(fix_that_takes(process, item, silent, report));
    for (const RecordView& taker : silent) finding.because(taker.record()).label(taker.id_span(), "it is to go here");
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    if (!process.has(fields::process::outputs)) return report.not_asked(process);
    // A part of it may stand in a file that cannot be read.
    if (context.graph.may_be_unread(kinds::process)) return;
    std::optional<NearItems> claims;  // made at the first miss
    for (const FieldView output : process[fields::process::outputs].children()) {
        const FieldView item = output[fields::process::outputs.item];
        if (!is_known_item(item) || !output[fields::process::outputs.to]) continue;
        const std::vector<RecordView> silent = silent_takers(output, item, context);
        if (silent.empty()) continue;
        // Where nearly the same is claimed from here, one of both sides has misspelt it: unmatched-input says so there.
        if (!claims) claims.emplace(unmatched_claims(context.facts.flows(), process.record()));
        if (claims->find(item)) continue;
        report_output(process, item, silent, context, report);
    }
}

}  // namespace ims::rules::untaken_output
