// The statement of applicability against a standard: for each control of its annex whether it is needed, why, what puts
// it into practice and how far that is implemented.
#include "assess/clauses/applicability.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "assess/clauses/exclusion.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/clauses.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::reports::applicability {
namespace {

constexpr std::size_t kMost = 4;

// How far what puts a control into practice is implemented, by the records' own word.
enum class Practice : std::uint8_t { unknown, nothing, documents, planned, partly, in_place };

Standing standing_of(Practice practice) {
    using Kind = Standing::Kind;
    switch (practice) {
        case Practice::unknown: break;
        case Practice::nothing: return {Kind::bad, "not found"};
        case Practice::documents: return {Kind::poor, "described"};
        case Practice::planned: return {Kind::poor, "planned"};
        case Practice::partly: return {Kind::fair, "partly"};
        case Practice::in_place: return {Kind::good, "in place"};
    }
    return unjudged("how far it is in place is not stated");
}

class ApplicabilityReport {
public:
    explicit ApplicabilityReport(const ReportInput& input)
        : page_(input, "applicability",
                fmt::format("Statement of applicability for {}", input.analysis.graph[input.subject].title())),
          standard_(page_.facts.clauses().find(input.subject)) {}

    Document run() {
        if (standard_ == nullptr) {
            page_.heading(2, "In short");
            page_.say("This catalogue is a draft or retired, and takes no part.");
            return page_.finish();
        }
        for (const Clause& clause : standard_->clauses) {
            if (clause.annex && !clause.group) controls_.push_back(&clause);
        }
        add_summary();
        add_statements();
        add_controls();
        add_left_out();
        return page_.finish();
    }

private:
    std::vector<RecordId> records_of(const Clause& clause) const {
        return put_into_practice(page_.graph, clause.decision, clause);
    }

    // The best that is in place says so only if all of it is; one that does not say leaves all open.
    Practice practice_of(const std::vector<RecordId>& records) const {
        std::vector<Practice> found;
        for (const RecordId id : records) {
            const RecordView record = page_.graph[id];
            if (!record.is(kinds::control)) continue;
            const std::string_view state = record.word(fields::control::implementation);
            found.push_back(state == "in-place"  ? Practice::in_place
                            : state == "partly"  ? Practice::partly
                            : state == "planned" ? Practice::planned
                                                 : Practice::unknown);
        }
        if (found.empty()) return records.empty() ? Practice::nothing : Practice::documents;
        const auto [worst, best] = std::ranges::minmax(found);
        if (worst == Practice::unknown) return worst;
        return worst == best ? best : best == Practice::in_place ? Practice::partly : best;
    }

    void add_summary() {
        std::size_t applied = 0;
        std::size_t excluded = 0;
        std::size_t undecided = 0;
        std::size_t in_place = 0;
        std::size_t nothing = 0;
        for (const Clause* clause : controls_) {
            undecided += clause->decision.applies() || clause->decision.excludes() ? 0 : 1;
            excluded += clause->decision.excludes() ? 1 : 0;
            if (!clause->decision.applies()) continue;
            ++applied;
            const Practice practice = practice_of(records_of(*clause));
            in_place += practice == Practice::in_place ? 1 : 0;
            nothing += practice == Practice::nothing ? 1 : 0;
        }
        page_.heading(2, "In short");
        if (controls_.empty()) {
            return page_.say(
                "This standard has no annex of controls. A statement of applicability against it can leave out clauses "
                "that do not apply; those are below.");
        }
        page_.say(fmt::format(
            "Of {}, {} {}, {} {} left out and {} {} undecided. Of those that apply, {} {} in place; for {} nothing was "
            "found that puts {} into practice.",
            counted(controls_.size(), "control"), applied, applied == 1 ? "applies" : "apply", excluded,
            excluded == 1 ? "is" : "are", undecided, undecided == 1 ? "is" : "are", in_place,
            in_place == 1 ? "is" : "are", nothing, nothing == 1 ? "it" : "them"));
    }

    void add_statements() {
        Table table{.key = "statements",
                    .title = "Statements",
                    .columns = {{"statement", "Statement", {}, Column::Holds::record},
                                {"status", "Status"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"decisions", "Decisions", Column::Align::right},
                                {"review", "Last review"}}};
        for (const RecordId id : page_.graph.of_kind(kinds::applicability)) {
            const RecordView record = page_.graph[id];
            if (record.retired() || record[fields::applicability::against].target() != standard_->record) continue;
            const auto owner = target_of(page_.graph, record[fields::owner]);
            table.rows.push_back(
                {page_.introduced(id), record.active() ? "active" : "draft",
                 owner ? TableCell(page_.titled(owner->record())) : TableCell("", MachineValue(nullptr)),
                 TableCell::number(count(record[fields::applicability::decisions])),
                 TableCell::day(record[fields::review][fields::review.last].date())});
        }
        if (table.rows.empty()) {
            return page_.say(Words() << "No statement of applicability was found. Add a record "
                                     << code("applicability: …") << " with "
                                     << code(fmt::format("against: {}", standard_->id))
                                     << " and a decision for each control.");
        }
        page_.add(std::move(table));
    }

    static std::size_t count(const FieldView& map) {
        std::size_t out = 0;
        for ([[maybe_unused]] const FieldView each : map.children()) ++out;
        return out;
    }

    void add_controls() {
        Table table{.key = "controls",
                    .title = "Controls",
                    .columns = {{"number", "Control"},
                                {"title", "Title"},
                                {"applies", "Applies"},
                                {"reason", "Reason"},
                                {"because_of", "Because of", {}, Column::Holds::records},
                                {"records", "Put into practice by", {}, Column::Holds::records},
                                {"implementation", "Implementation"},
                                {"check", "To be checked", {}, {}, Column::For::programs}}};
        for (const Clause* clause : controls_) {
            const std::vector<RecordId> records = records_of(*clause);
            table.rows.push_back(
                {clause->number, TableCell(told(*clause), std::string(clause->title)), applies(clause->decision),
                 TableCell(read_prose_line(clause->decision.reason()), std::string(clause->decision.reason())),
                 record_links(page_, reasons(records), kMost), record_links(page_, records, kMost),
                 implementation(*clause, records), clause->check});
        }
        if (table.rows.empty()) return;
        // A column in which no row says anything would only take room.
        const auto because = std::ranges::find(table.columns, "because_of", &Column::key);
        const auto place = static_cast<std::size_t>(because - table.columns.begin());
        const bool says_why =
            std::ranges::any_of(table.rows, [&](const auto& row) { return !row[place].words.empty(); });
        if (!says_why) because->readers = Column::For::programs;
        page_.heading(2, "Controls");
        page_.say(
            Words() << "What puts a control into practice is named in the decision, or names the control under "
                    << code("clauses")
                    << "; how far it is implemented is what the control's own record says. Where several do, "
                       "all of them must be in place. "
                    << (says_why ? Words() << strong("Because of")
                                           << ": the risks that such a record holds, and the obligations that it meets "
                                              "or that these risks are about. "
                                 : Words())
                    << strong("Described") << ": documents only.");
        page_.add(std::move(table));
    }

    // What the controls that put it into practice are for, which is why it applies: the risks that they hold, and the
    // obligations that they meet or that these risks are about.
    std::vector<RecordId> reasons(const std::vector<RecordId>& records) const {
        std::vector<RecordId> out;
        std::unordered_set<RecordId> seen;
        const auto add = [&](const LinkedRecords& linked) {
            for (const RecordView record : linked) {
                if (record.active() && seen.insert(record.record()).second) out.push_back(record.record());
            }
        };
        for (const RecordId id : records) {
            const RecordView control = page_.graph[id];
            if (!control.is(kinds::control)) continue;
            add(control.linked(fields::control::risks));
            add(control.linked(fields::control::obligations));
            for (const RecordView risk : control.linked(fields::control::risks)) {
                if (risk.active()) add(risk.linked(fields::risk::obligations));
            }
        }
        return out;
    }

    static Words told(const Clause& clause) {
        Words words = clause.title;
        if (!clause.check.empty()) words << " (" << emphasis("check") << ")";
        return words;
    }

    static TableCell applies(const Decision& decision) {
        if (decision.applies()) return {"yes", true};
        if (decision.excludes()) return {"no", false};
        if (decision.made() && decision.entry[fields::applicability::decisions.applies])
            return state_cell(unjudged("it could not be read"));
        TableCell cell(strong("undecided"));
        cell.value = nullptr;
        cell.tone = Tone::bad;
        return cell;
    }

    TableCell implementation(const Clause& clause, const std::vector<RecordId>& records) const {
        if (clause.decision.excludes() && records.empty()) return {"", MachineValue(nullptr)};
        Standing standing = standing_of(practice_of(records));
        if (records.empty() && page_.graph.anything_unread())
            standing = unjudged("files that could not be read may hold what puts it into practice");
        if (clause.decision.excludes()) {
            if (standing.known()) standing.kind = Standing::Kind::bad;
            standing.more += ", though left out";
        }
        return state_cell(standing);
    }

    TableCell may_be(const Clause& clause) const {
        if (may_be_left_out(*standard_, clause)) return {"not ruled out", MachineValue(nullptr)};
        TableCell cell(Words(strong("no")), false);
        cell.tone = Tone::bad;
        return cell;
    }

    void add_left_out() {
        Table table{.key = "left-out",
                    .title = "Clauses left out",
                    .columns = {{"number", "Clause"},
                                {"title", "Title"},
                                {"may_be_left_out", "May be left out"},
                                {"reason", "Reason"}}};
        for (const Clause& clause : standard_->clauses) {
            if (!clause.counts() || !clause.decision.excludes()) continue;
            table.rows.push_back(
                {clause.number, clause.title, may_be(clause),
                 TableCell(read_prose_line(clause.decision.reason()), std::string(clause.decision.reason()))});
        }
        page_.heading(2, "Clauses left out");
        if (table.rows.empty()) return page_.say("None: every clause of the standard itself is asked for.");
        page_.say(
            "These are clauses of the standard itself. Not every standard lets a clause be left out; where this one "
            "does not, the clause is asked for all the same.");
        page_.add(std::move(table));
    }

    Page page_;
    const StandardFacts* standard_;
    std::vector<const Clause*> controls_;
};

}  // namespace

Document build(const ReportInput& input) { return ApplicabilityReport(input).run(); }

}  // namespace ims::reports::applicability
