// Standards clause by clause: which evidence was found, what serves several standards, and what a new edition changes.
// Of one standard, in force here or not, or of all that are.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/counts.h"
#include "base/text.h"
#include "judge/clause_evidence.h"
#include "report/sections/cells.h"
#include "report/sections/clauses.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::clauses {
namespace {

std::string title_of(const ReportInput& input) {
    if (!input.subject.known()) return "Clauses of the standards in force";
    return fmt::format("Clauses of {}", input.analysis.graph[input.subject].title());
}

std::string spoken_documented(std::string_view documented) {
    if (documented == "both") return "document and record";
    return std::string(documented);
}

class ClauseReport {
public:
    explicit ClauseReport(const ReportInput& input) : page_(input, "clauses", title_of(input)) {
        for (const StandardFacts& standard : page_.facts.clauses().standards()) {
            const bool asked = page_.subject.known() ? standard.record == page_.subject : standard.in_force();
            if (asked) standards_.push_back(&standard);
        }
    }

    Document run() {
        add_summary();
        for (const StandardFacts* standard : standards_) add_standard(*standard);
        add_transitions();
        if (!standards_.empty()) add_what_standards_share(page_, page_.subject.known() ? standards_.front() : nullptr);
        if (!page_.subject.known()) add_gaps();
        return page_.finish();
    }

private:
    void add_summary() {
        page_.heading(2, "In short");
        if (standards_.empty()) {
            if (page_.subject.known()) return page_.say("This catalogue is a draft or retired, and takes no part.");
            page_.say(Words() << "No discipline of ims.yaml follows a standard. Ask for one by its name, for example "
                              << code("ims report clauses iso-9001-2026") << ", or write under the discipline "
                              << code("standards: [iso-9001-2026]") << ".");
            return;
        }
        page_.say(in_short());
        Table table{.key = "standards",
                    .title = "Standards",
                    .columns = {{"standard", "Standard", {}, Column::Holds::record},
                                {"followed_by", "Followed by"},
                                {"clauses", "Clauses", Column::Align::right},
                                {"named", "Named", Column::Align::right},
                                {"sound", "Sound", Column::Align::right},
                                {"weak", "Weak", Column::Align::right},
                                {"by_kind", "By kind only", Column::Align::right},
                                {"cannot_be_judged", "Cannot be judged", Column::Align::right},
                                {"not_found", "None found", Column::Align::right},
                                {"left_out", "Left out", Column::Align::right},
                                {"percent", "Named, of those not left out", Column::Align::right}}};
        for (const StandardFacts* standard : standards_) {
            const ClauseCounts counts = count_clauses(*standard);
            const NamedCounts named = count_named(page_.analysis.judgement, *standard);
            DisciplineSet followers;
            for (const StandardFacts::Following& each : standard->followed) followers.add(each.discipline);
            const auto percent = counts.percent();
            table.rows.push_back(
                {page_.titled(standard->record),
                 TableCell(followers.empty() ? "nobody here" : capitalised(spoken(page_.settings, followers)),
                           page_.settings.names(followers)),
                 TableCell::number(counts.clauses), TableCell::number(counts.named), TableCell::number(named.sound),
                 TableCell::number(named.weak), TableCell::number(counts.by_kind), TableCell::number(counts.unjudged),
                 TableCell::number(counts.none), TableCell::number(counts.excluded),
                 percent ? TableCell(fmt::format("{} %", *percent), static_cast<std::int64_t>(*percent))
                         : TableCell("not counted", MachineValue(nullptr))});
        }
        page_.add(std::move(table));
        page_.note(Words() << strong("Named") << ": a record says under " << code("clauses")
                           << " that it is evidence for the clause; only this counts in percentages. " << strong("Weak")
                           << ": of each record that does, something grave is found, such as a gauge past its "
                              "calibration; where one of them is free of that, the evidence is "
                           << strong("sound") << ". " << strong("By kind only")
                           << ": no record says so, but there are records of a kind that normally is. "
                           << strong("Cannot be judged")
                           << ": there are such records, and they name no discipline; or files could not be read. "
                           << strong("None found") << ": neither. " << strong("Left out")
                           << ": a statement of applicability says that the clause does not apply, and why. Headings "
                              "and controls of an annex are not counted. "
                           << strong("Keep") << ": the documented information that it asks for. " << emphasis("check")
                           << ": the entry is not certain, and told again below its table. Whether what was found is "
                              "enough is for an auditor to judge.");
    }

    Words in_short() const {
        Words words;
        for (const StandardFacts* standard : standards_) {
            const ClauseCounts counts = count_clauses(*standard);
            const NamedCounts named = count_named(page_.analysis.judgement, *standard);
            if (!words.empty()) words << " ";
            words << standard->title << ": evidence is named for "
                  << fmt::format("{} of {}", counts.named, counts.asked()) << " clauses";
            if (named.weak > 0) words << fmt::format(" ({} sound, {} weak)", named.sound, named.weak);
            words << ", found by kind only for " << std::to_string(counts.by_kind);
            if (counts.unjudged > 0) words << fmt::format(", cannot be judged for {}", counts.unjudged);
            words << fmt::format(", and not found for {}.", counts.none);
        }
        return words;
    }

    void add_standard(const StandardFacts& standard) {
        page_.heading(2, standard.title);
        if (!standard.in_force()) say_that_nobody_follows(standard);
        EvidenceCells evidence(page_, standard);
        TableOf<Clause> table(
            {.key = fmt::format("clauses-{}", standard.id), .title = std::string(standard.title)},
            {{{"number", "Clause"},
              [](const Clause& each) { return each.group ? TableCell(strong(each.number)) : TableCell(each.number); }},
             {{"title", "What it asks for"}, what_it_asks},
             {{"evidence", "Evidence"}, [&](const Clause& each) { return state_cell(standing_of(page_, each)); }},
             {{"records", "Records", {}, Column::Holds::records},
              [&](const Clause& each) { return evidence.records(each); }},
             {{"documented", "Keep"}, [](const Clause& each) { return spoken_documented(each.documented); }},
             {{"notes", "Notes"}, notes},
             {{"asks", "Asks", {}, {}, Column::For::programs}, &Clause::asks},
             {{"left_out_because", "Left out because", {}, {}, Column::For::programs},
              [](const Clause& each) { return each.decision.excludes() ? each.decision.reason() : ""; }},
             {{"edition_change", "This edition", {}, {}, Column::For::programs}, &Clause::edition_change},
             {{"check", "To be checked", {}, {}, Column::For::programs}, &Clause::check},
             {{"harmonised", "Harmonised", {}, {}, Column::For::programs}, &Clause::harmonised},
             {{"theme", "Theme", {}, {}, Column::For::programs}, &Clause::theme}});
        for (const Clause& clause : standard.clauses) {
            if (!clause.annex) table.add(clause);
        }
        page_.add_filled(table.take());
        add_controls(standard);
        add_checks(standard);
    }

    static TableCell what_it_asks(const Clause& clause) {
        Words words;
        if (clause.group) words << strong(clause.title);
        else words << clause.title << (clause.asks.empty() ? "" : ": ") << clause.asks;
        return {std::move(words), std::string(clause.title)};
    }

    static Words notes(const Clause& clause) {
        Words words;
        if (!clause.edition_change.empty()) words << fmt::format("this edition: {}", clause.edition_change);
        if (!clause.check.empty()) words << (words.empty() ? "" : "; ") << emphasis("check");
        return words;
    }

    void say_that_nobody_follows(const StandardFacts& standard) {
        Words words = "No discipline of ims.yaml follows this standard, so no rule asks for it. ";
        if (standard.disciplines.empty()) {
            words << "Its own discipline is not in force here: by their kind, only records that serve every discipline "
                     "are counted.";
        } else {
            words << fmt::format("By their kind, records of its discipline ({}) are counted.",
                                 spoken(page_.settings, standard.disciplines));
        }
        page_.say(std::move(words));
    }

    void add_controls(const StandardFacts& standard) {
        const ClauseCounts counts = count_clauses(standard);
        if (counts.controls == 0) return;
        page_.say(
            Words() << fmt::format("Controls of its annex: {}. They are judged by the ", counts.controls)
                    << to_report("statement of applicability", "applicability", page_.graph[standard.record].name())
                    << " alone: " << code(fmt::format("ims report applicability {}", standard.id)) << ".");
    }

    // What is our own knowledge, or could not be seen: the same words for many clauses once.
    void add_checks(const StandardFacts& standard) {
        std::vector<std::pair<std::string_view, std::vector<std::string_view>>> checks;
        for (const Clause& clause : standard.clauses) {
            if (clause.check.empty()) continue;
            auto found = std::ranges::find(checks, clause.check, [](const auto& each) { return each.first; });
            if (found == checks.end()) found = checks.insert(found, {clause.check, {}});
            found->second.push_back(clause.number);
        }
        if (checks.empty()) return;
        page_.heading(3, fmt::format("To be checked in {}", standard.title));
        page_.say(
            "These entries of the catalogue are not certain; look them up in the standard before you rely on them.");
        Bullets list;
        for (const auto& [text, numbers] : checks)
            list.items.push_back({Words() << strong(fmt::format("{}", fmt::join(numbers, ", "))) << ": " << text, {}});
        page_.add(std::move(list));
    }

    void add_transitions() {
        const ClauseFacts& facts = page_.facts.clauses();
        const auto covered = [&](const StandardFacts* standard) {
            return std::ranges::find(standards_, standard) != standards_.end();
        };
        bool begun = false;
        for (const StandardFacts& before : facts.standards()) {
            const StandardFacts* after = facts.find(before.next);
            if (after == nullptr || after == &before || (!covered(&before) && !covered(after))) continue;
            if (!begun) page_.heading(2, "Transition between editions");
            begun = true;
            add_transition(page_, before, *after);
        }
    }

    void add_gaps() {
        const std::vector<Gap> gaps = gaps_about(page_, collect_gaps(page_), std::nullopt, "clauses");
        if (gaps.empty()) return;
        page_.heading(2, "Gaps");
        add_gaps_by_rule(page_, gaps);
    }

    Page page_;
    std::vector<const StandardFacts*> standards_;  // those that the report is about
};

}  // namespace

Document build(const ReportInput& input) { return ClauseReport(input).run(); }

}  // namespace ims::reports::clauses
