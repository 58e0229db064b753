#include "judge/decisions.h"

#include <algorithm>
#include <unordered_set>

#include "assess/dates/upkeep.h"
#include "assess/overview/open_actions.h"
#include "assess/participation/leads.h"
#include "assess/performance/management_reviews.h"
#include "diagnostics/rules.h"
#include "schema/fields.h"

namespace ims {
namespace {

class DecisionFinder {
public:
    DecisionFinder(const Judged& judged, std::span<const Cause> causes)
        : judged_(judged), graph_(judged.graph), causes_(causes), top_(top_management(judged.graph)) {}

    std::vector<AskedDecision> run() {
        add_found(DecisionKind::bear_risk, RuleId::risk_over_appetite);
        add_disciplines(DecisionKind::policy, RuleId::policy_missing);
        add_disciplines(DecisionKind::lead, RuleId::unassigned_lead);
        add_found(DecisionKind::unmet_law, RuleId::obligation_not_met);
        add_disciplines(DecisionKind::silo, RuleId::discipline_silo);
        add_found(DecisionKind::unanswered, RuleId::concern_without_responsible);
        add_review();
        add_found(DecisionKind::vacancy, RuleId::vacant_role);
        add_found(DecisionKind::supplier, RuleId::rejected_supplier_in_use);
        add_equipment();
        add_actions();
        add_causes();
        return std::move(out_);
    }

private:
    void add(AskedDecision decision) {
        if (decision.about.empty() && decision.disciplines.empty() && decision.kind != DecisionKind::review) return;
        std::unordered_set<RecordId> known;
        std::erase_if(decision.who, [&](RecordId record) { return !known.insert(record).second; });
        if (decision.who.empty()) decision.who = top_;
        out_.push_back(std::move(decision));
    }

    // Each is kept once in the end.
    static void add_known(std::vector<RecordId>& who, RecordId record) {
        if (record.known()) who.push_back(record);
    }

    // Who a field of a record names; none: nobody.
    [[nodiscard]] RecordId named(RecordId record, Field field) const {
        for (const RecordView each : graph_[record].linked(field)) return each.record();
        return {};
    }

    template <class Function>
    void each_told(RuleId rule, const Function& function) const {
        const FindingList& findings = judged_.judgement.findings();
        for (std::size_t index = 0; index < findings.told(); ++index) {
            const Finding& finding = findings[FindingId::from(index)];
            if (finding.rule == rule) function(finding);
        }
    }

    void add_found(DecisionKind kind, RuleId rule) {
        AskedDecision decision{.kind = kind};
        each_told(rule, [&](const Finding& finding) {
            if (!finding.on.known()) return;
            const std::string_view source = graph_[finding.on].word(fields::obligation::source);
            if (kind == DecisionKind::unmet_law && source != "law" && source != "permit") return;
            AskedDecision::About about{.record = finding.on};
            if (kind == DecisionKind::bear_risk) about.day = graph_[finding.on][fields::risk::due].date();
            about.overdue = about.day && *about.day < judged_.facts.today();
            decision.about.push_back(about);
            // A risk over the appetite is borne by the top, where the records say who that is.
            if (kind != DecisionKind::bear_risk || top_.empty()) add_known(decision.who, desk(kind, finding.on));
        });
        add(std::move(decision));
    }

    [[nodiscard]] RecordId desk(DecisionKind kind, RecordId record) const {
        return named(record, kind == DecisionKind::vacancy ? Field(fields::role::reports_to) : Field(fields::owner));
    }

    void add_disciplines(DecisionKind kind, RuleId rule) {
        AskedDecision decision{.kind = kind};
        each_told(rule, [&](const Finding& finding) { decision.disciplines |= finding.about; });
        add(std::move(decision));
    }

    void add_review() {
        // Whether one is due, its rule says; a folder that does not look for it yet is not asked.
        bool asked = false;
        each_told(RuleId::management_review_incomplete, [&](const Finding&) { asked = true; });
        const auto held = held_management_reviews(graph_, judged_.facts.today());
        if (held.empty()) {
            if (asked) add({.kind = DecisionKind::review});
            return;
        }
        const auto next = next_management_review(held.front());
        if (next && *next < judged_.facts.today()) add({.kind = DecisionKind::review, .due = next});
    }

    void add_equipment() {
        AskedDecision decision{.kind = DecisionKind::equipment};
        for (const RecordId asset : graph_.of_kind(kinds::asset)) {
            if (!graph_[asset].active()) continue;
            const auto all = upkeep_of(graph_[asset]);
            if (std::ranges::none_of(all, [](const Upkeep& each) { return each.result.word() == "failed"; })) continue;
            decision.about.push_back({.record = asset});
            add_known(decision.who, named(asset, fields::owner));
        }
        add(std::move(decision));
    }

    void add_actions() {
        AskedDecision late{.kind = DecisionKind::late_action};
        AskedDecision unowned{.kind = DecisionKind::action_without_owner};
        AskedDecision undated{.kind = DecisionKind::action_without_day};
        for (const OpenAction& action : open_actions(graph_, judged_.facts)) {
            const auto ask = [&](AskedDecision& decision) {
                decision.about.push_back({action.record, action.what, action.due, action.overdue, {}});
                add_known(decision.who, named(action.record, fields::owner));
            };
            if (action.overdue) ask(late);
            if (!action.owner.known()) ask(unowned);
            else if (!action.due) ask(undated);
        }
        add(std::move(late));
        add(std::move(unowned));
        add(std::move(undated));
    }

    void add_causes() {
        AskedDecision decision{.kind = DecisionKind::cause_without_owner};
        const FindingList& findings = judged_.judgement.findings();
        for (const Cause& cause : causes_) {
            const bool asked_above = findings[cause.first()].rule == RuleId::unassigned_lead ||
                                     findings[cause.first()].rule == RuleId::policy_missing;
            if (cause.accepted || cause.owner.known() || cause.grade == Grade::low || asked_above) continue;
            if (is_unread(findings[cause.first()], judged_.rules)) continue;
            decision.about.push_back({.record = findings[cause.first()].on, .finding = cause.first()});
        }
        add(std::move(decision));
    }

    const Judged& judged_;
    const Graph& graph_;
    std::span<const Cause> causes_;
    std::vector<RecordId> top_;
    std::vector<AskedDecision> out_;
};

}  // namespace

std::vector<AskedDecision> decisions_asked(const Judged& judged, std::span<const Cause> causes) {
    return DecisionFinder(judged, causes).run();
}

}  // namespace ims
