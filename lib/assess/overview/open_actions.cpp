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
        for (const KindId kind :
             {kinds::objective, kinds::nonconformity, kinds::management_review, kinds::risk, kinds::control}) {
            for (const RecordId id : graph_.of_kind(kind)) add_of(graph_[id]);
        }
        std::ranges::stable_sort(actions_, [](const OpenAction& a, const OpenAction& b) {
            if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
            if (a.due != b.due) return a.due < b.due;
            return a.record < b.record;
        });
        return std::move(actions_);
    }

    std::vector<OpenAction> run(const RecordView& record) {
        add_of(record);
        return std::move(actions_);
    }

private:
    void add_of(const RecordView& record) {
        if (!record.active()) return;
        if (record.is(kinds::objective)) {
            namespace own = fields::objective;
            for (const FieldView entry : record[own::actions].children())
                add(record, entry, own::actions.does, own::actions.owner, own::actions.due, own::actions.done);
        } else if (record.is(kinds::nonconformity)) {
            namespace own = fields::nonconformity;
            add(record, record[own::action], own::action.does, own::action.owner, own::action.due, own::action.done);
        } else if (record.is(kinds::management_review)) {
            namespace own = fields::management_review;
            for (const FieldView entry : record[own::decisions].children())
                add(record, entry, own::decisions.what, own::decisions.owner, own::decisions.due, own::decisions.done);
        } else if (record.is(kinds::risk)) {
            const Treatment treatment = facts_.risk(record.record()).treatment;
            if (treatment == Treatment::open || treatment == Treatment::overdue)
                add_owned(record, record[fields::risk::due]);
        } else if (record.is(kinds::control)) {
            const std::string_view state = record.word(fields::control::implementation);
            if (state == "planned" || state == "partly") add_owned(record, record[fields::control::due]);
        }
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

std::vector<OpenAction> open_actions_of(const RecordView& record, const Facts& facts) {
    return ActionCollector(record.graph(), facts).run(record);
}

}  // namespace ims
