#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "check/fixes.h"
#include "check/flow_items.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unmatched_input {
namespace {

class Checker {
public:
    Checker(const CheckContext& context, Reporter& report)
        : graph_(context.graph), flows_(context.facts.flows()), report_(report) {}

    void run() {
        for (const RecordId id : graph_.of_kind(kinds::process)) {
            const RecordView process = graph_[id];
            if (!process.active()) continue;
            for (const FieldView input : process[fields::process::inputs].children()) {
                const FieldView item = input[fields::process::inputs.item];
                if (!is_known_item(item)) continue;
                if (input[fields::process::inputs.from]) check_from(process, input, item);
                else check_anywhere(process, input, item);
            }
        }
    }

private:
    struct Giver {
        std::vector<FieldView> offered;
        NearItems items;
    };

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
        std::vector<RecordId> givers;
        std::vector<FieldView> offered;
        std::optional<NearItems::Near> near;
        const auto is_left = [&](const FieldView& output) { return !flows_.takes(process.record(), output); };
        for (const RecordView giver : silent) {
            const Giver& from = giver_of(giver.record());
            givers.push_back(giver.record());
            offered.insert(offered.end(), from.offered.begin(), from.offered.end());
            const auto here = from.items.find(item, is_left);
            if (here && (!near || *here < *near)) near = here;
        }
        FindingBuilder finding = report(process, item,
                                        report_.say("{0:process|processes} {0} {0:does|do} not give out {1}", givers,
                                                    shown_item(item, report_.arena())));
        finding.note(offered.empty() ? Message("no outputs are named there")
                                     : report_.say("what is given out there: {}", offered));
        suggest(finding, item, near,
                "add it to [[the `outputs`|what is given out]] there, or name it as it is called there");
        if (auto fix = near ? std::nullopt : fix_that_gives_out(process, item, silent, report_))
            finding.fix(std::move(*fix));
        for (const RecordView giver : silent)
            finding.because(giver.record()).label(giver.id_span(), "it is to come from here");
    }

    // Each of them says what it gives out, in a list of its own, so that a program can say one thing more there.
    static std::optional<Fix> fix_that_gives_out(const RecordView& taker, const FieldView& item,
                                                 const std::vector<RecordView>& silent, Reporter& report) {
        Fix fix;
        std::vector<RecordId> givers;
        for (const RecordView giver : silent) {
            if (std::ranges::find(givers, giver.record()) != givers.end()) continue;  // the input names it twice
            const FieldView outputs = giver[fields::process::outputs];
            auto operation = one_more(giver, fields::process::outputs, output(taker, item, outputs));
            if (!operation) return std::nullopt;
            fix.operations.push_back(std::move(*operation));
            givers.push_back(giver.record());
        }
        fix.title = report.say("add {} to the outputs of {}", shown_item(item, report.arena()), givers);
        return fix;
    }

    // Whom it is for is said where the others there say so, and in their way.
    static NewValue output(const RecordView& taker, const FieldView& item, const FieldView& outputs) {
        NewValue entry = new_map({{"item", new_text(trim(item.text()))}});
        FieldView to;
        for (const FieldView each : outputs.children()) to = each[fields::process::outputs.to];
        if (!to || to.invalid() || to.children().empty()) return entry;
        const NewValue name = new_text(taker.name().text());
        const bool is_one_value = to.value().node == (*to.children().begin()).value().node;
        entry.entries.push_back({"to", is_one_value ? name : new_list({name})});
        return entry;
    }

    void check_anywhere(const RecordView& process, const FieldView& input, const FieldView& item) {
        if (!flows_.givers(item).empty() || graph_.may_be_unread(kinds::process)) return;
        FindingBuilder finding = report(process, item,
                                        report_.say("no process gives out {}, and nothing says where it comes from",
                                                    shown_item(item, report_.arena())));
        const auto near = nearest_of_all(item);
        if (!near) finding.asks_for(process, input, {fields::process::inputs.from});
        suggest(finding, item, near,
                "say where it comes from: [[`from: supplier/…`, `from: interested_party/…` or `from: process/…`|a "
                "supplier, an interested party or another process]]");
    }

    FindingBuilder report(const RecordView& process, const FieldView& item, Message message) {
        FindingBuilder finding = report_.at(process, item, message);
        finding.field(fmt::format("inputs[{}].item", item_name(item))).because(process.record());
        return finding;
    }

    static void suggest(FindingBuilder& finding, const FieldView& item, const std::optional<NearItems::Near>& near,
                        Message otherwise) {
        if (near) finding.suggest(near->name, item.span());
        else finding.help(otherwise);
    }

    // A hub is asked for by many: its list is made once.
    const Giver& giver_of(RecordId process) {
        const auto found = givers_.find(process);
        if (found != givers_.end()) return found->second;
        std::vector<FieldView> outputs = flows_.outputs(process);
        NearItems items(outputs);
        return givers_.emplace(process, Giver{std::move(outputs), std::move(items)}).first->second;
    }

    std::optional<NearItems::Near> nearest_of_all(const FieldView& item) {
        if (!all_) {
            std::vector<FieldView> items;
            for (const RecordId id : graph_.of_kind(kinds::process)) {
                if (graph_[id].retired()) continue;
                for (const FieldView& each : flows_.outputs(id)) items.push_back(each);
            }
            all_.emplace(items);
        }
        return all_->find(item);
    }

    const Graph& graph_;
    const Flows& flows_;
    Reporter& report_;
    std::unordered_map<RecordId, Giver> givers_;
    std::optional<NearItems> all_;  // made at the first miss
};

}  // namespace

void check(const CheckContext& context, Reporter& report) { Checker(context, report).run(); }

}  // namespace ims::rules::unmatched_input
