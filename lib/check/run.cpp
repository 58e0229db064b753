#include "check/run.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

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

struct TaskOutcome {
    std::vector<Finding> findings;
    Arena arena;  // of what they say
    UsedExceptions used;
    std::size_t asked = 0;
    std::uint64_t nanoseconds = 0;
};

// What is broken or misspelt is so in a draft too; what is missing is what it is still a draft for.
bool looks_at_drafts(const RuleEntry& rule) {
    constexpr std::array<std::string_view, 4> kFamilies = {"yaml", "records", "slips", "references"};
    return std::ranges::find(kFamilies, rule.family) != kFamilies.end();
}

void run_task(const Task& task, const CheckContext& context, TaskOutcome& outcome) {
    Reporter reporter(context.graph, *task.rule, context.today, outcome.findings, outcome.arena, outcome.used);
    if (!task.kind.known()) {
        task.code->check_folder(context, reporter);
        return;
    }
    const auto records = context.graph.of_kind(task.kind);
    const bool drafts = looks_at_drafts(*task.rule);
    for (std::size_t index = task.begin; index < task.end; ++index) {
        const RecordView record = context.graph[records[index]];
        if (record.built_in() || record.retired() || !(record.active() || drafts)) continue;
        outcome.asked += record.active() ? 1 : 0;
        task.code->check_record(record, context, reporter);
    }
    outcome.asked -= reporter.not_asked();
    outcome.findings.shrink_to_fit();
}

void run_timed(const Task& task, const CheckContext& context, TaskOutcome& outcome, const Stats& stats) {
    const std::uint64_t begin = stats.now();
    run_task(task, context, outcome);
    outcome.nanoseconds = stats.now() - begin;
}

void take(const Task& task, TaskOutcome& outcome, const CheckContext& context, Found& found) {
    const Silence silence = silence_of(*task.rule, context.rules, context.settings);
    for (Finding& finding : outcome.findings) {
        // What is accepted was found; whether anybody looks for it is another matter.
        if (silence != Silence::none && finding.silence == Silence::none) finding.silence = silence;
        (finding.silence == Silence::none ? found.told : found.untold).push_back(std::move(finding));
    }
    if (!outcome.findings.empty()) found.said.push_back(std::move(outcome.arena));
    outcome.findings = {};
    if (task.kind.known()) found.asked[{task.rule->id, task.kind}] += outcome.asked;
}

// What earlier stages found is graded, turned off and left out as what rules find, unless its grade is fixed.
void take_earlier(std::vector<Finding> before, const CheckContext& context, Found& found) {
    found.told.reserve(before.size());
    for (Finding& finding : before) {
        const RuleEntry& rule = context.rules[finding.rule];
        if (rule.fixedness == Fixedness::open) {
            const auto setting = context.settings.rules.find(finding.rule);
            if (setting != context.settings.rules.end()) finding.grade = setting->second.grade.value_or(finding.grade);
            finding.silence = silence_of(rule, context.rules, context.settings);
        }
        (finding.silence == Silence::none ? found.told : found.untold).push_back(std::move(finding));
    }
}

// What cannot be regraded makes records untrustworthy.
std::set<FileId> files_misread(const Found& found, const RuleBook& rules) {
    std::set<FileId> files;
    for (const Finding& each : found.told) {
        if (rules[each.rule].fixedness == Fixedness::fixed) files.insert(each.span.file);
    }
    return files;
}

}  // namespace

Silence silence_of(const RuleEntry& rule, const RuleBook& rules, const Settings& settings) {
    if (!settings.grade(rule)) return Silence::off;
    const bool looked_at = rules.in_profile(rule.id, settings.profile);
    return looked_at || settings.rules.contains(rule.id) ? Silence::none : Silence::outside;
}

Found run_rules(const RuleSet& rules, const Graph& graph, const Facts& facts, const Jobs& jobs,
                std::vector<Finding> before, Stats* stats) {
    const RuleBook& book = rules.book();
    CheckContext context{graph, facts, graph.settings(), book, facts.today()};
    UsedExceptions used;
    Found found;
    take_earlier(std::move(before), context, found);
    found.earlier = found.told.size();
    // Which exceptions were of use is known only when every other rule has run.
    for (const bool last : {false, true}) {
        const std::set<FileId> misread = last ? files_misread(found, book) : std::set<FileId>();
        std::vector<Task> tasks;
        for (const RuleEntry& about : book.entries()) {
            const RuleCode& rule = rules[about.id].code;
            if ((about.family == "exceptions") != last) continue;
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
        std::vector<TaskOutcome> outcomes(tasks.size());
        context.used_exceptions = last ? &used : nullptr;
        context.misread = last ? &misread : nullptr;
        parallel_for(jobs, tasks.size(), [&](std::size_t index) {
            if (stats == nullptr) run_task(tasks[index], context, outcomes[index]);
            else run_timed(tasks[index], context, outcomes[index], *stats);
        });
        std::size_t count = found.told.size();
        for (const TaskOutcome& outcome : outcomes) count += outcome.findings.size();
        found.told.reserve(count);  // a first day has many, and each takes some room
        for (std::size_t index = 0; index < tasks.size(); ++index) {
            if (stats != nullptr) {
                stats->ran(tasks[index].rule->id, outcomes[index].nanoseconds);
                stats->took(Stage::check, outcomes[index].nanoseconds);
            }
            take(tasks[index], outcomes[index], context, found);
            if (!last) add_uses(used, outcomes[index].used);
        }
    }
    return found;
}

}  // namespace ims
