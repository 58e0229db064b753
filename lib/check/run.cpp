#include "check/run.h"

#include <algorithm>

#include "base/parallel.h"

namespace ims {
namespace {

// Enough records for a task to be worth its start.
constexpr std::size_t kSlice = 512;

struct Task {
    const RuleCode* code = nullptr;
    const RuleEntry* rule = nullptr;
    KindId kind;  // none: the whole folder
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Outcome {
    std::vector<Finding> findings;
    UsedExceptions used;
    std::uint64_t nanoseconds = 0;
};

void run_task(const Task& task, const CheckContext& context, Outcome& outcome) {
    Reporter reporter(context.graph, *task.rule, context.today, outcome.findings, outcome.used);
    if (!task.kind.known()) {
        task.code->check_folder(context, reporter);
        return;
    }
    const auto records = context.graph.of_kind(task.kind);
    for (std::size_t index = task.begin; index < task.end; ++index) {
        const RecordView record = context.graph[records[index]];
        if (!record.retired() && !record.built_in()) task.code->check_record(record, context, reporter);
    }
    outcome.findings.shrink_to_fit();
}

void run_timed(const Task& task, const CheckContext& context, Outcome& outcome, const Stats& stats) {
    const std::uint64_t begin = stats.now();
    run_task(task, context, outcome);
    outcome.nanoseconds = stats.now() - begin;
}

}  // namespace

void run_rules(const RuleSet& rules, const Graph& graph, const Facts& facts, const std::set<RuleId>& wanted,
               std::size_t jobs, std::vector<Finding>& findings, Stats* stats) {
    const RuleBook& book = rules.book();
    CheckContext context{graph, facts, graph.settings(), book, facts.today(), nullptr};
    UsedExceptions used;
    // Which exceptions were of use is known only when every other rule has run.
    for (const bool last : {false, true}) {
        std::vector<Task> tasks;
        for (const RuleEntry& about : book.entries()) {
            const RuleCode& rule = rules[about.id].code;
            const bool exceptions = about.family == "exceptions";
            // What exceptions are of use depends on every rule, wanted or not; the others are run only to know that
            // where the family exceptions is wanted.
            if (exceptions != last || !graph.settings().grade(about)) continue;
            if (!wanted.empty() && !wanted.contains(about.id) &&
                (exceptions ||
                 !std::ranges::any_of(wanted, [&](RuleId id) { return book[id].family == "exceptions"; })))
                continue;
            const bool runs = rule.check_folder != nullptr || rule.check_record != nullptr;
            if (stats != nullptr && runs) stats->ran(about.id, 0);
            if (rule.check_folder != nullptr) tasks.push_back({&rule, &about, {}, 0, 0});
            if (rule.check_record == nullptr) continue;
            for (const KindId kind : rule.kinds) {
                const std::size_t count = graph.of_kind(kind).size();
                for (std::size_t begin = 0; begin < count; begin += kSlice)
                    tasks.push_back({&rule, &about, kind, begin, std::min(count, begin + kSlice)});
            }
        }
        std::vector<Outcome> outcomes(tasks.size());
        context.used_exceptions = last ? &used : nullptr;
        parallel_for(jobs, tasks.size(), [&](std::size_t index) {
            if (stats == nullptr) run_task(tasks[index], context, outcomes[index]);
            else run_timed(tasks[index], context, outcomes[index], *stats);
        });
        std::size_t count = findings.size();
        for (const Outcome& outcome : outcomes) count += outcome.findings.size();
        findings.reserve(count);  // a first day has many, and each takes some room
        for (std::size_t index = 0; index < tasks.size(); ++index) {
            Outcome& outcome = outcomes[index];
            if (stats != nullptr) {
                stats->ran(tasks[index].rule->id, outcome.nanoseconds);
                stats->took(Stage::check, outcome.nanoseconds);
            }
            std::ranges::move(outcome.findings, std::back_inserter(findings));
            outcome.findings = {};
            if (!last) add_uses(used, outcome.used);
        }
    }
}

}  // namespace ims
