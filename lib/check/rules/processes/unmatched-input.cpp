#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
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
        for (const RecordView giver : silent)
            finding.because(giver.record()).label(giver.id_span(), "it is to come from here");
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
        finding.field(fmt::format("inputs[{}].item", shown(item))).because(process.record());
        return finding;
    }

    static void suggest(FindingBuilder& finding, const FieldView& item, std::optional<std::string_view> near,
                        std::string otherwise) {
        if (near) finding.suggest(*near, item.span());
        else finding.help(std::move(otherwise));
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

}  // namespace

void check(const CheckContext& context, Reporter& report) { Checker(context, report).run(); }

}  // namespace ims::rules::unmatched_input
