// Standards clause by clause: which evidence was found, what serves several standards, and what a new edition changes.
// Of one standard, in force here or not, or of all that are.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/counts.h"
#include "judge/clause_evidence.h"
#include "report/sections/cells.h"
#include "report/sections/clauses.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::clauses {
namespace {

Words whose(const ReportInput& input) {
    if (!input.subject.known()) return raw(for_editors("the standards in force"));
    return raw(input.analysis.graph[input.subject].title());
}

// Which documented information a clause asks to keep; a program reads the same whoever the report is for.
TableCell keep_cell(const Page& page, const Clause& clause) {
    if (clause.documented.empty()) return {};
    if (clause.documented == "both") return page.say("document and record");
    return {word_words(page, clause.entry[fields::standard::clauses.documented]), std::string(clause.documented)};
}

// What the catalogue says of a clause, as it stands there.
auto text_of_clause(std::string_view Clause::*text) {
    return [text](const Clause& clause) { return TableCell(raw(clause.*text)); };
}

class ClauseReport {
public:
    explicit ClauseReport(const ReportInput& input) : page_(input, "clauses", "Clauses of {}", whose(input)) {
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
            if (page_.subject.known())
                return page_.paragraph(
                    "[[This catalogue|What is recorded of this standard]] is a draft or retired, "
                    "and takes no part.");
            return page_.paragraph(
                "[[No discipline of ims.yaml follows a standard. Ask for one by its name, for example "
                "`ims report clauses iso-9001-2026`, or write under the discipline `standards: [iso-9001-2026]`.|"
                "No discipline here follows a standard yet, so no clause is asked for. Decide which standards each "
                "discipline is to follow; how a single one is met can be reported before that.]]");
        }
        page_.paragraph(in_short());
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
            table.rows.push_back({page_.titled(standard->record),
                                  TableCell(followers.empty() ? page_.say("nobody here")
                                                              : raw(capitalised(spoken(page_.settings, followers))),
                                            page_.settings.names(followers)),
                                  TableCell::number(counts.clauses), TableCell::number(counts.named),
                                  TableCell::number(named.sound), TableCell::number(named.weak),
                                  TableCell::number(counts.by_kind), TableCell::number(counts.unjudged),
                                  TableCell::number(counts.none), TableCell::number(counts.excluded),
                                  percent ? TableCell(page_.say("{} %", *percent), static_cast<std::int64_t>(*percent))
                                          : TableCell(page_.say("not counted"), MachineValue(nullptr))});
        }
        page_.add(std::move(table));
        page_.note(
            "{}: a record says[[ under `clauses`]] that it is evidence for the clause; only this counts in "
            "percentages. {}: of each record that does, something grave is found, such as a gauge past its "
            "calibration; where one of them is free of that, the evidence is {}. {}: no record says so, but there are "
            "records of a kind that normally is[[| evidence for it]]. {}: there are such records, and they name no "
            "discipline; or files could not be read. {}: neither. {}: a statement of applicability says that the "
            "clause does not apply, and why. Headings and controls of an annex are not counted. {}: the documented "
            "information that it asks for. {}: [[the entry is not certain, and|what is said of the clause is not "
            "certain, which is]] told again below its table. Whether what was found is enough is for an auditor to "
            "judge.",
            strong("Named"), strong("Weak"), strong("sound"), strong("By kind only"), strong("Cannot be judged"),
            strong("None found"), strong("Left out"), strong("Keep"), emphasis("check"));
    }

    [[nodiscard]] Words in_short() const {
        std::vector<Words> sentences;
        for (const StandardFacts* standard : standards_) sentences.push_back(in_short(*standard));
        return in_a_row(sentences);
    }

    [[nodiscard]] Words in_short(const StandardFacts& standard) const {
        const ClauseCounts counts = count_clauses(standard);
        const NamedCounts named = count_named(page_.analysis.judgement, standard);
        if (page_.audience() == Audience::readers) return in_short(standard, counts, named);
        const Words shown = named.weak > 0 ? page_.say("{} of {} clauses ({} sound, {} weak)", counts.named,
                                                       counts.asked(), named.sound, named.weak)
                                           : page_.say("{} of {} clauses", counts.named, counts.asked());
        const Words rest =
            counts.unjudged > 0
                ? page_.say("found by kind only for {}, cannot be judged for {}, and not found for {}", counts.by_kind,
                            counts.unjudged, counts.none)
                : page_.say("found by kind only for {}, and not found for {}", counts.by_kind, counts.none);
        return page_.say("{}: evidence is named for {}, {}.", raw(standard.title), shown, rest);
    }

    // Readers hear only of what there is.
    [[nodiscard]] Words in_short(const StandardFacts& standard, const ClauseCounts& counts,
                                 const NamedCounts& named) const {
        const bool all = counts.named == counts.asked() && counts.named > 1;
        const Words clauses = all ? page_.say("all {} clauses", counts.named)
                                  : page_.say("{0} of {1} {1:clause|clauses}", counts.named, counts.asked());
        std::vector<Words> told = {
            named.weak > 0 ? page_.say("evidence is named for {} ({} sound, {} weak)", clauses, named.sound, named.weak)
                           : page_.say("evidence is named for {}", clauses)};
        if (counts.by_kind > 0)
            told.push_back(page_.say("for {} there are only records that could be evidence", counts.by_kind));
        if (counts.unjudged > 0) told.push_back(page_.say("for {} it cannot be judged", counts.unjudged));
        if (counts.none > 0) told.push_back(page_.say("for {} no evidence was found", counts.none));
        return page_.say("{}: {:all}.", raw(standard.title), listed_by(Joined::by_comma_and, told));
    }

    void add_standard(const StandardFacts& standard) {
        page_.heading(2, raw(standard.title));
        if (!standard.in_force()) say_that_nobody_follows(standard);
        EvidenceCells evidence(page_, standard);
        TableOf<Clause> table(
            {.key = fmt::format("clauses-{}", standard.id), .title = std::string(standard.title)},
            {{{"number", "Clause"},
              [](const Clause& each) {
                  return each.group ? TableCell(strong(each.number)) : TableCell(raw(each.number));
              }},
             {{"title", "What it asks for"}, [&](const Clause& each) { return what_it_asks(each); }},
             {{"evidence", "Evidence"},
              [&](const Clause& each) { return state_cell(page_, standing_of(page_, each)); }},
             {{"records", "Records", {}, Column::Holds::records},
              [&](const Clause& each) { return evidence.records(each); }},
             {{"documented", "Keep"}, [&](const Clause& each) { return keep_cell(page_, each); }},
             {{"notes", "Notes"}, [&](const Clause& each) { return notes(each); }},
             {{"asks", "Asks", {}, {}, Column::For::programs}, text_of_clause(&Clause::asks)},
             {{"left_out_because", "Left out because", {}, {}, Column::For::programs},
              [](const Clause& each) {
                  return each.decision.excludes() ? TableCell(raw(each.decision.reason())) : TableCell();
              }},
             {{"edition_change", "This edition", {}, {}, Column::For::programs},
              text_of_clause(&Clause::edition_change)},
             {{"check", "To be checked", {}, {}, Column::For::programs}, text_of_clause(&Clause::check)},
             {{"harmonised", "Harmonised", {}, {}, Column::For::programs}, text_of_clause(&Clause::harmonised)},
             {{"theme", "Theme", {}, {}, Column::For::programs}, text_of_clause(&Clause::theme)}});
        for (const Clause& clause : standard.clauses) {
            if (!clause.annex) table.add(clause);
        }
        Table filled = table.take();
        hide_empty_columns(filled);
        page_.add_filled(std::move(filled));
        add_controls(standard);
        add_checks(standard);
    }

    [[nodiscard]] TableCell what_it_asks(const Clause& clause) const {
        const Words title = raw(clause.title);
        const Words words = clause.group          ? strong(title)
                            : clause.asks.empty() ? title
                                                  : page_.say("{}: {}", title, raw(clause.asks));
        return {words, std::string(clause.title)};
    }

    [[nodiscard]] Words notes(const Clause& clause) const {
        std::vector<Words> told;
        if (!clause.edition_change.empty()) told.push_back(page_.say("this edition: {}", raw(clause.edition_change)));
        if (!clause.check.empty()) told.emplace_back(emphasis("check"));
        return listed(told, "; ");
    }

    void say_that_nobody_follows(const StandardFacts& standard) {
        const Words counted = standard.disciplines.empty()
                                  ? page_.say(
                                        "Its own discipline is not in force here: [[by their kind,|as evidence by "
                                        "kind]] only records that serve every discipline are counted.")
                                  : page_.say(
                                        "[[By their kind,|As evidence by kind only,]] records of its discipline "
                                        "({}) are counted.",
                                        raw(spoken(page_.settings, standard.disciplines)));
        page_.paragraph(
            in_a_row({page_.say("No discipline [[of ims.yaml follows this standard, so no rule|here follows "
                                "this standard, so nothing]] asks for it."),
                      counted}));
    }

    void add_controls(const StandardFacts& standard) {
        const ClauseCounts counts = count_clauses(standard);
        if (counts.controls == 0) return;
        page_.paragraph(
            "Controls of its annex: {}. They are judged by the {} alone[[: `ims report applicability {}`]].",
            counts.controls,
            to_report("statement of applicability", "applicability", page_.graph[standard.record].name().text()),
            plain(standard.id));
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
        page_.heading(3, "To be checked in {}", raw(standard.title));
        page_.paragraph(
            "[[These entries of the catalogue are not certain; look them up in the standard before you rely on them|"
            "What is said here of these clauses is not certain; look it up in the standard before you rely on it]].");
        Bullets list;
        for (const auto& [text, numbers] : checks)
            list.items.push_back(
                {page_.say("{}: {}", strong(fmt::format("{}", fmt::join(numbers, ", "))), raw(text)), {}});
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
