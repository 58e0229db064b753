// What a rule says, turned into findings: grades from the settings, exceptions of the record taken out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/record_exceptions.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule_book.h"
#include "link/graph.h"

namespace ims {

// What came of an exception.
struct ExceptionUse {
    std::optional<Grade> silenced;  // the worst grade of what it kept silent; none where it kept nothing silent
    bool lapsed = false;            // it is over, and would have kept something silent
    bool too_narrow = false;        // it names disciplines, and what it should accept does not speak of any
};
// By record and place of the exception in its list; those that met no finding are not there.
using UsedExceptions = std::map<std::pair<RecordId, std::uint32_t>, ExceptionUse>;
// Adds what another run over other records or rules has seen.
void add_uses(UsedExceptions& all, const UsedExceptions& more);

// A finding being built; it is added when the builder ends. What it says: lower case, no full stop.
class FindingBuilder {
public:
    FindingBuilder(std::vector<Finding>* findings, Arena& arena, Finding finding)
        : findings_(findings), arena_(arena), finding_(std::move(finding)) {}
    FindingBuilder(FindingBuilder&& other) noexcept
        : findings_(std::exchange(other.findings_, nullptr)),
          arena_(other.arena_),
          silenced_(std::exchange(other.silenced_, nullptr)),
          finding_(std::move(other.finding_)),
          regraded_(other.regraded_) {}
    FindingBuilder(const FindingBuilder&) = delete;
    FindingBuilder& operator=(const FindingBuilder&) = delete;
    FindingBuilder& operator=(FindingBuilder&&) = delete;
    ~FindingBuilder() {
        if (silenced_ != nullptr) *silenced_ = std::max(silenced_->value_or(finding_.grade), finding_.grade);
        if (findings_ != nullptr) findings_->push_back(std::move(finding_));
    }

    // What was seen besides, or why it matters; each becomes a line.
    FindingBuilder& note(Message says) {
        finding_.notes.push_back(says);
        return *this;
    }
    template <class... Types>
    FindingBuilder& note(Template<Types...> text, const Types&... arguments) {
        return note(make_message(arena_, text, arguments...));
    }
    // What to do.
    FindingBuilder& help(Message says) {
        finding_.help = says;
        return *this;
    }
    template <class... Types>
    FindingBuilder& help(Template<Types...> text, const Types&... arguments) {
        return help(make_message(arena_, text, arguments...));
    }
    // What stands at the finding's place, or at `place`, is a slip of the pen for `near`: asks, and offers to write it.
    FindingBuilder& suggest(std::string_view near) { return suggest(near, finding_.span); }
    FindingBuilder& suggest(std::string_view near, Span place) {
        ims::suggest(finding_, near, place, arena_);
        return *this;
    }
    FindingBuilder& label(Span span, Message says) {
        finding_.labels.push_back({span, says});
        return *this;
    }
    template <class... Types>
    FindingBuilder& label(Span span, Template<Types...> text, const Types&... arguments) {
        return label(span, make_message(arena_, text, arguments...));
    }
    FindingBuilder& fix(std::optional<Fix> fix) {
        finding_.fix = std::move(fix);
        return *this;
    }
    // A program may make a place for what is missing, with what is asked for beside it; where somebody has made it, the
    // finding points there. Fields of the record, or of `item`, a map within it.
    FindingBuilder& asks_for(const RecordView& record, std::initializer_list<Field> fields) {
        return asks_for(record, {}, std::span(fields.begin(), fields.size()));
    }
    FindingBuilder& asks_for(const RecordView& record, const FieldView& item, std::initializer_list<Field> fields) {
        return asks_for(record, item, std::span(fields.begin(), fields.size()));
    }
    FindingBuilder& asks_for(const RecordView& record, const FieldView& item, std::span<const Field> fields);
    // Where its messages' arguments stand.
    [[nodiscard]] Arena& arena() const { return arena_; }
    // The dotted path of the field that it is about, items by name: `activities[pack].responsible`.
    FindingBuilder& field(std::string path) {
        finding_.field = std::move(path);
        return *this;
    }
    // Tells findings of one rule on one field apart, in the fingerprint: never a line, a count or a wording.
    FindingBuilder& key(std::string text) {
        finding_.key = std::move(text);
        return *this;
    }
    // Another grade than the rule's own; a grade set in ims.yaml beats it.
    FindingBuilder& grade(Grade grade) {
        if (!regraded_) finding_.grade = grade;
        return *this;
    }
    // The disciplines that a finding about the whole folder is about.
    FindingBuilder& about(const Settings& settings, DisciplineSet disciplines);
    // Which letter of a cell it costs, of those that the rule's page leaves open.
    FindingBuilder& mark(Mark mark) {
        finding_.mark = mark;
        return *this;
    }
    // Where it is at home, as far as the rule knows: this process, in these disciplines. Without any that follows from
    // the record.
    FindingBuilder& cell(RecordId process, DisciplineSet disciplines) {
        if (!disciplines.empty()) finding_.cells.push_back({process, disciplines});
        return *this;
    }
    // Of such cells those in some disciplines.
    FindingBuilder& cells(std::span<const Cells> homes, DisciplineSet among) {
        for (const Cells& home : homes) cell(home.process, home.disciplines & among);
        return *this;
    }
    // A record but for which this would not have been found: findings on that one explain it, and not those on others
    // that its record happens to name. Its record itself, where nothing on another one explains it.
    FindingBuilder& because(RecordId record) {
        finding_.because.push_back(record);
        return *this;
    }
    // A clause that it is about, by its keys in the catalogue.
    FindingBuilder& clause(std::string_view harmonised, std::string_view theme) {
        finding_.clauses.push_back({std::string(harmonised), std::string(theme)});
        return *this;
    }
    // Two records are equal sides of one trouble: each has a finding of this rule, which names the other.
    FindingBuilder& twins(const RecordView& a, const RecordView& b) {
        finding_.twins = {std::min(a.record(), b.record()), std::max(a.record(), b.record())};
        return *this;
    }
    // It is told once, and could be told at any of these places, its own among them; `here`: what stands at its own
    // where it is told at another.
    FindingBuilder& sides(std::vector<Side> sides, Message here) {
        std::ranges::sort(sides, {}, &Side::span);
        finding_.sides = std::move(sides);
        finding_.says_here = here;
        return *this;
    }
    // For the reporter.
    void regraded(bool yes) { regraded_ = yes; }
    void accept(std::optional<Grade>& silenced, std::optional<Date> until) {
        silenced_ = &silenced;
        finding_.silence = Silence::accepted;
        finding_.until = until;
    }
    void on(const RecordView& record);

private:
    std::vector<Finding>* findings_;
    Arena& arena_;
    std::optional<Grade>* silenced_ = nullptr;  // where the exception that keeps it silent is told of its grade
    Finding finding_;
    bool regraded_ = false;
};

class Reporter {
public:
    // `arena`: where what findings say is kept.
    Reporter(const Graph& graph, const RuleEntry& rule, Date today, std::vector<Finding>& findings, Arena& arena,
             UsedExceptions& used)
        : graph_(graph), rule_(rule), today_(today), findings_(findings), arena_(arena), used_(used) {}

    // A message, for what is said in several pieces or chosen between.
    template <class... Types>
    Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }
    [[nodiscard]] Arena& arena() { return arena_; }

    // A finding on a record, at its id: where a field or link is missing.
    FindingBuilder on(const RecordView& record, Message message) { return at(record, record.id_span(), message); }
    template <class... Types>
    FindingBuilder on(const RecordView& record, Template<Types...> text, const Types&... arguments) {
        return on(record, say(text, arguments...));
    }
    // A finding on a record, at the value that is wrong.
    FindingBuilder at(const RecordView& record, const FieldView& place, Message message) {
        return at(record, place ? place.span() : record.id_span(), message);
    }
    template <class... Types>
    FindingBuilder at(const RecordView& record, const FieldView& place, Template<Types...> text,
                      const Types&... arguments) {
        return at(record, place, say(text, arguments...));
    }
    FindingBuilder at(const RecordView& record, Span place, Message message);
    template <class... Types>
    FindingBuilder at(const RecordView& record, Span place, Template<Types...> text, const Types&... arguments) {
        return at(record, place, say(text, arguments...));
    }
    // A finding about the whole folder, or about some disciplines as a whole: no record, and so no exception.
    FindingBuilder whole(Span place, Message message);
    template <class... Types>
    FindingBuilder whole(Span place, Template<Types...> text, const Types&... arguments) {
        return whole(place, say(text, arguments...));
    }

    // For rules that go through disciplines: those of `missed` that no valid exception of the record takes out.
    // Nothing is left: there is nothing to report. The message names what is left; hand it over with `about`.
    // `grade`: of the finding, where it is another than the rule's own. `homes`: where it is at home, as far as the
    // rule knows, since what is accepted is at home there too.
    [[nodiscard]] DisciplineSet excepted(const RecordView& record, DisciplineSet missed,
                                         std::optional<Grade> grade = {}, std::span<const Cells> homes = {});
    FindingBuilder about(const RecordView& record, DisciplineSet disciplines, Span place, Message message);
    template <class... Types>
    FindingBuilder about(const RecordView& record, DisciplineSet disciplines, Span place, Template<Types...> text,
                         const Types&... arguments) {
        return about(record, disciplines, place, say(text, arguments...));
    }

    // Whether an exception of this record accepts all that the rule finds of it, in all of `missed` where the rule goes
    // through disciplines. Where two records, or a circle of them, are one trouble, it is enough that one of them
    // accepts it: the finding belongs there then, and nowhere else.
    [[nodiscard]] bool accepts(const RecordView& record, DisciplineSet missed = {}) const;

    // The rule did not look at this record, since what it asks is not asked of such a one: it counts neither among
    // those that are well nor among those that are not ("no obligation has an owner: 12 of 12").
    void not_asked(const RecordView& record);
    [[nodiscard]] std::size_t not_asked() const { return not_asked_; }

private:
    FindingBuilder build(Span place, Message message);
    [[nodiscard]] Grade grade() const;
    [[nodiscard]] bool is_regraded() const;
    // None where the record has no exceptions, or the rule takes none.
    RecordExceptions* exceptions_of(const RecordView& record) const;
    void tell_lapsed(const RecordView& record, RecordExceptions& exceptions, DisciplineSet returned);
    ExceptionUse& use(const RecordView& record, std::uint32_t number) { return used_[{record.record(), number}]; }
    const Graph& graph_;
    const RuleEntry& rule_;
    Date today_;
    std::vector<Finding>& findings_;
    Arena& arena_;
    UsedExceptions& used_;
    mutable std::map<RecordId, RecordExceptions> exceptions_;  // of records that the rule found something of
    std::size_t not_asked_ = 0;
};

}  // namespace ims
