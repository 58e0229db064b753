#include <optional>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
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
                else check_anywhere(process, item);
            }
        }
    }

private:
    struct Giver {
        std::vector<std::string_view> offered;
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
        std::vector<std::string_view> ids;
        std::vector<std::string_view> offered;
        std::optional<NearItems::Near> near;
        const auto is_left = [&](const FieldView& output) { return !flows_.takes(process.record(), output); };
        for (const RecordView giver : silent) {
            const Giver& from = giver_of(giver.record());
            ids.push_back(giver.id());
            offered.insert(offered.end(), from.offered.begin(), from.offered.end());
            const auto here = from.items.find(item, is_left);
            if (here && (!near || *here < *near)) near = here;
        }
        const std::string_view words =
            silent.size() == 1 ? "process {} does not give out `{}`" : "processes {} do not give out `{}`";
        FindingBuilder finding =
            report(process, item, fmt::format(fmt::runtime(words), join_names(ids, Ticks::yes), shown_item(item)));
        finding.note(offered.empty() ? std::string("no outputs are named there")
                                     : fmt::format("what is given out there: {}", join_names(offered, Ticks::yes)));
        suggest(finding, item, near, "add it to the `outputs` there, or name it as it is called there");
        for (const RecordView giver : silent)
            finding.because(giver.record()).label(giver.id_span(), "it is to come from here");
    }

    void check_anywhere(const RecordView& process, const FieldView& item) {
        if (!flows_.givers(item).empty() || graph_.may_be_unread(kinds::process)) return;
        FindingBuilder finding =
            report(process, item,
                   fmt::format("no process gives out `{}`, and nothing says where it comes from", shown_item(item)));
        suggest(finding, item, nearest_of_all(item),
                "say where it comes from: `from: supplier/…`, `from: interested_party/…` or `from: process/…`");
    }

    FindingBuilder report(const RecordView& process, const FieldView& item, std::string message) {
        FindingBuilder finding = report_.at(process, item, std::move(message));
        finding.field(fmt::format("inputs[{}].item", shown_item(item))).because(process.record());
        return finding;
    }

    static void suggest(FindingBuilder& finding, const FieldView& item, const std::optional<NearItems::Near>& near,
                        std::string otherwise) {
        if (near) finding.suggest(near->name, item.span());
        else finding.help(std::move(otherwise));
    }

    // A hub is asked for by many: its list is made once.
    const Giver& giver_of(RecordId process) {
        const auto found = givers_.find(process);
        if (found != givers_.end()) return found->second;
        const std::vector<FieldView> outputs = flows_.outputs(process);
        std::vector<std::string_view> offered;
        for (const FieldView& each : outputs) offered.push_back(each.text());
        return givers_.emplace(process, Giver{std::move(offered), NearItems(outputs)}).first->second;
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
