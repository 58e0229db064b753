#include "assess/overview/open_actions.h"

#include <algorithm>

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {
namespace {

class ActionCollector {
public:
    ActionCollector(const Graph& graph, const Facts& facts) : graph_(graph), facts_(facts) {}

    std::vector<OpenAction> run() {
        for (const RecordView objective : active(kinds::objective)) {
            namespace own = fields::objective;
            for (const FieldView entry : objective[own::actions].children()) {
                add(objective, entry, own::actions.does, own::actions.owner, own::actions.due, own::actions.done);
            }
        }
        for (const RecordView each : active(kinds::nonconformity)) {
            namespace own = fields::nonconformity;
            add(each, each[own::action], own::action.does, own::action.owner, own::action.due, own::action.done);
        }
        for (const RecordView review : active(kinds::management_review)) {
            namespace own = fields::management_review;
            for (const FieldView entry : review[own::decisions].children()) {
                add(review, entry, own::decisions.what, own::decisions.owner, own::decisions.due, own::decisions.done);
            }
        }
        for (const RecordView risk : active(kinds::risk)) {
            const Treatment treatment = facts_.risk(risk.record()).treatment;
            if (treatment != Treatment::open && treatment != Treatment::overdue) continue;
            add_owned(risk, risk[fields::risk::due]);
        }
        for (const RecordView control : active(kinds::control)) {
            const std::string_view state = control.word(fields::control::implementation);
            if (state == "planned" || state == "partly") add_owned(control, control[fields::control::due]);
        }
        std::ranges::stable_sort(actions_, [](const OpenAction& a, const OpenAction& b) {
            if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
            if (a.due != b.due) return a.due < b.due;
            return a.record < b.record;
        });
        return std::move(actions_);
    }

private:
    std::vector<RecordView> active(KindId kind) const {
        std::vector<RecordView> records;
        for (const RecordId id : graph_.of_kind(kind)) {
            if (graph_[id].active()) records.push_back(graph_[id]);
        }
        return records;
    }

    void add(const RecordView& record, const FieldView& entry, Field does, Field owner, Field due, Field done) {
        if (!entry.is(ValueType::map) || entry[done]) return;
        const auto who = target_of(graph_, entry[owner]);
        push(record, entry, entry[does].text(), who ? who->record() : RecordId(), entry[due]);
    }

    void add_owned(const RecordView& record, const FieldView& due) {
        const auto owners = record.linked(fields::owner);
        push(record, due, {}, owners.empty() ? RecordId() : (*owners.begin()).record(), due);
    }

    void push(const RecordView& record, const FieldView& place, std::string_view what, RecordId owner,
              const FieldView& due) {
        const bool overdue = is_overdue(due, {}, facts_.today());
        actions_.push_back({record.record(), place, what, owner, due.date(), overdue});
    }

    const Graph& graph_;
    const Facts& facts_;
    std::vector<OpenAction> actions_;
};

}  // namespace

std::vector<OpenAction> open_actions(const Graph& graph, const Facts& facts) {
    return ActionCollector(graph, facts).run();
}

}  // namespace ims
