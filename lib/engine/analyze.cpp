#include "engine/analyze.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

#include "assess/overview/plans_by_who.h"
#include "check/run.h"
#include "diagnostics/rules.h"
#include "judge/gravest.h"
#include "judge/judge.h"
#include "judge/unused_baseline.h"
#include "link/graph_names.h"
#include "link/link.h"

namespace ims {
namespace {

class Run {
public:
    Run(const Snapshot& state, const RuleSet& rules, const AnalyzeOptions& options)
        : state_(state), rules_(rules), options_(options) {}

    std::unique_ptr<Analysis> run() {
        link_files();
        go_on(options_.stop);
        assess_graph();
        go_on(options_.stop);
        check_records();
        go_on(options_.stop);
        sort_findings();
        check_baseline();
        go_on(options_.stop);
        judge_findings();
        return std::move(analysis_);
    }

private:
    void link_files() {
        std::vector<Finding> findings;
        Arena arena;
        Graph graph = [&] {
            const Lap lap(options_.stats, Stage::link);
            return link(state_.files, *state_.schema, *state_.settings, jobs(), findings, arena);
        }();
        analysis_ = std::make_unique<Analysis>(rules_, state_, std::move(graph));
        analysis_->findings = std::move(findings);
        analysis_->said.push_back(std::move(arena));
        std::size_t read = 0;
        for (const FolderFile& file : *state_.files) read += file.read->troubles().findings.size();
        tell_found(read, [this](const Finding& finding) { return reading_stage(finding); });
        tell_found(analysis_->findings.size(), [](const Finding&) { return Stage::link; });
    }

    void assess_graph() {
        const Lap lap(options_.stats, Stage::assess);
        analysis_->facts = assess(analysis_->graph, options_.today, jobs(), state_.missing_files, history());
    }

    void check_records() {
        analysis_->before_rules = std::move(analysis_->findings);
        Found found =
            run_rules(rules_, analysis_->graph, analysis_->facts, jobs(), analysis_->before_rules, options_.stats);
        analysis_->findings = std::move(found.told);
        analysis_->untold = std::move(found.untold);
        std::ranges::move(found.said, std::back_inserter(analysis_->said));
        asked_ = std::move(found.asked);
        told_ = found.earlier;
        tell_found(analysis_->findings.size(), [](const Finding&) { return Stage::check; });
    }

    void sort_findings() {
        const Lap lap(options_.stats, Stage::diagnostics);
        const GraphNames names(analysis_->graph);
        sort_and_deduplicate(analysis_->findings, rules_.book(), names);
        sort_and_deduplicate(analysis_->untold, rules_.book(), names);
    }

    // Only now is it known what there is to hold back.
    void check_baseline() {
        if (analysis_->baseline == nullptr || !analysis_->settings.strict_baseline) return;
        Arena arena;
        auto found = find_unused_baseline(*analysis_->baseline, {analysis_->findings, {}}, analysis_->graph,
                                          rules_.book(), arena);
        if (!found) return;
        const auto grade = analysis_->settings.grade(rules_.book()[found->rule]);
        found->silence = grade ? Silence::none : Silence::off;
        found->grade = grade.value_or(found->grade);
        (grade ? analysis_->findings : analysis_->untold).push_back(*std::move(found));
        analysis_->said.push_back(std::move(arena));
        sort_findings();
    }

    void judge_findings() {
        const Lap lap(options_.stats, Stage::judge);
        analysis_->judgement = judge({analysis_->graph,
                                      analysis_->facts,
                                      analysis_->rules.book(),
                                      {analysis_->findings, analysis_->untold},
                                      asked_,
                                      jobs()});
    }

    // What was found since it was last asked, up to the first `count`.
    void tell_found(std::size_t count, const std::function<Stage(const Finding&)>& stage_of) {
        if (options_.stats == nullptr) return;
        const auto begin = analysis_->findings.begin();
        options_.stats->found({begin + static_cast<std::ptrdiff_t>(told_), begin + static_cast<std::ptrdiff_t>(count)},
                              rules_.book(), GraphNames(analysis_->graph), stage_of);
        told_ = count;
    }

    Stage reading_stage(const Finding& finding) const {
        if (finding.rule == RuleId::unreadable_file) return Stage::source;
        if (rules_.book()[finding.rule].family == "yaml") return Stage::yaml;
        return finding.span.file == analysis_->settings.file ? Stage::settings : Stage::model;
    }

    [[nodiscard]] Jobs jobs() const { return {options_.jobs, options_.stop}; }

    [[nodiscard]] ChangesSinceReview history() const {
        const auto id_of = [this](RecordPlace place) {
            return analysis_->graph.record_of(FileId(place.file), place.record);
        };
        ChangesSinceReview history;
        for (const auto& [place, change] : state_.history.changed) history.changed.emplace(id_of(place), change);
        for (const RecordPlace place : state_.history.unknown) history.unknown.push_back(id_of(place));
        return history;
    }

    const Snapshot& state_;
    const RuleSet& rules_;
    const AnalyzeOptions& options_;
    std::unique_ptr<Analysis> analysis_;
    std::map<std::pair<RuleId, KindId>, std::size_t> asked_;
    std::size_t told_ = 0;  // how many findings Stats knows of
};

}  // namespace

Analysis::Analysis(RuleSet with, const Snapshot& state, Graph linked)
    : rules(std::move(with)),
      root(state.root),
      shared_schema(state.schema),
      schema(*shared_schema),
      graph(std::move(linked)),
      sources(graph.sources()),
      settings(graph.settings()),
      baseline(state.baseline),
      baseline_trouble(state.baseline_trouble),
      hints(state.hints),
      lines(sources) {}

const std::vector<DueDate>& Analysis::due_dates() const {
    const auto find = [&] {
        Dates found;
        found.dates = ims::due_dates(graph, facts, duties_to_notify(), found.said);
        return found;
    };
    return dates_.get(find).dates;
}

const std::vector<OpenAction>& Analysis::open_actions() const {
    return actions_.get([&] { return ims::open_actions(graph, facts); });
}

const std::vector<DutyToNotify>& Analysis::duties_to_notify() const {
    return duties_.get([&] { return ims::duties_to_notify(graph, facts.disciplines()); });
}

std::span<const RecordId> Analysis::plans_of(RecordId who) const {
    const auto& plans = plans_.get([&] { return plans_by_who(graph); });
    const auto found = plans.find(who);
    return found == plans.end() ? std::span<const RecordId>() : found->second;
}

const Failures& Analysis::failures() const {
    return failures_.get([&] { return find_failures(graph, facts); });
}

const Handovers& Analysis::handovers() const {
    return handovers_.get([&] { return find_handovers(graph, facts); });
}

const std::vector<Cause>& Analysis::causes() const {
    return causes_.get([&] { return judgement.causes(); });
}

const Matrix& Analysis::matrix() const {
    return matrix_.get([&] { return judge_matrix({graph, facts, rules.book(), judgement}); });
}

const std::vector<Cell>& Analysis::cells_of(RecordId process) const {
    return matrix().rows[*facts.concerns().place(process)].cells;
}

const std::vector<FindingId>& Analysis::worst_first() const {
    const auto sort = [&] {
        std::vector<FindingId> order;
        for (std::size_t index = 0; index < findings.size(); ++index) order.push_back(FindingId::from(index));
        std::ranges::stable_sort(order, {}, [&](FindingId id) { return urgency(findings[id.index()], rules.book()); });
        return order;
    };
    return worst_first_.get(sort);
}

FoundOnDay find_on_day(const Analysis& analysis, Date day, const Jobs& jobs) {
    const Facts facts =
        assess(analysis.graph, day, jobs, analysis.facts.missing_files(), analysis.facts.changes_since_review());
    Found found = run_rules(analysis.rules, analysis.graph, facts, jobs, analysis.before_rules);
    const GraphNames names(analysis.graph);
    sort_and_deduplicate(found.told, analysis.rules.book(), names);
    sort_and_deduplicate(found.untold, analysis.rules.book(), names);
    return {std::move(found.told), std::move(found.untold), std::move(found.said)};
}

std::unique_ptr<Analysis> analyze(const Snapshot& state, const RuleSet& rules, const AnalyzeOptions& options) {
    try {
        return Run(state, rules, options).run();
    } catch (const Stopped&) {
        return nullptr;
    }
}

}  // namespace ims
