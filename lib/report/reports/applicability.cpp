// The statement of applicability against a standard: for each control of its annex whether it is needed, why, what puts
// it into practice and how far that is implemented.
#include "assess/clauses/applicability.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "assess/clauses/exclusion.h"
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
        : page_(input, "applicability", "Statement of applicability for {}",
                plain(input.analysis.graph[input.subject].title())),
          standard_(page_.facts.clauses().find(input.subject)) {}

    Document run() {
        if (standard_ == nullptr) {
            page_.heading(2, "In short");
            page_.paragraph(
                "[[This catalogue|What is recorded of this standard]] is a draft or retired, and takes no "
                "part.");
            return page_.finish();
        }
        for (const Clause& clause : standard_->clauses) {
            if (clause.annex && !clause.group) controls_.push_back(&clause);
        }
        add_summary();
        add_statements();
        add_controls();
        add_left_out();
        // The table is wide, and is read line by line.
        Document document = page_.finish();
        document.paper = Paper::across;
        return document;
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
            return page_.paragraph(
                "This standard has no annex of controls. A statement of applicability against it can leave out clauses "
                "that do not apply; those are below.");
        }
        if (applied == 0 && page_.audience() == Audience::readers) {
            if (excluded == 0)
                return page_.paragraph("It is decided of none of {0} {0:control|controls} whether it applies.",
                                       controls_.size());
            return page_.paragraph(
                "Of {0} {0:control|controls} none is said to apply; {1} {1:is|are} left out, and {2} {2:is|are} "
                "undecided.",
                controls_.size(), excluded, undecided);
        }
        page_.paragraph(
            "Of {0} {0:control|controls}, {1} {1:applies|apply}, {2} {2:is|are} left out and {3} {3:is|are} undecided. "
            "Of those that apply, {4} {4:is|are} in place; for {5} nothing was found that puts {5:it|them} into "
            "practice.",
            controls_.size(), applied, excluded, undecided, in_place, nothing);
    }

    // The statement itself has no version and nobody who approves it: its documents do.
    [[nodiscard]] TableCell versions(const RecordView& statement) const {
        std::vector<Words> told;
        for (const RecordView document : statement.linked(fields::documents)) {
            const std::string_view version = document[fields::document::version].text();
            told.push_back(version.empty()
                               ? page_.say("{}, no version stated", page_.titled(document.record()))
                               : page_.say("{}, version {}", page_.titled(document.record()), raw(version)));
        }
        return told.empty() ? not_stated(page_, "not stated: no document is named for it")
                            : TableCell(listed(told, "; "));
    }

    [[nodiscard]] TableCell approvals(const RecordView& statement) const {
        std::vector<Words> told;
        for (const RecordView document : statement.linked(fields::documents)) {
            const FieldView approved = document[fields::document::approved];
            const auto by = target_of(page_.graph, approved[fields::document::approved.by]);
            const auto day = approved[fields::document::approved.date].date();
            if (!by && !day) continue;
            const Words who = by ? page_.called(by->record()) : page_.say("nobody named");
            told.push_back(day ? page_.say("by {} on {}", who, *day) : page_.say("by {}, no day stated", who));
        }
        return told.empty() ? not_stated(page_, "not stated") : TableCell(capitalised(listed(told, "; ")));
    }

    void add_statements() {
        Table table{.key = "statements",
                    .title = "The statement",
                    .columns = {{"statement", "Statement", {}, Column::Holds::record},
                                {"status", "Status"},
                                {"version", "Version"},
                                {"approved", "Approved"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"decisions", "Decisions", Column::Align::right},
                                {"review", "Last looked through"},
                                {"next", "To be looked through by"}},
                    .layout = Table::Layout::card};
        for (const RecordId id : page_.graph.of_kind(kinds::applicability)) {
            const RecordView record = page_.graph[id];
            if (record.retired() || record[fields::applicability::against].target() != standard_->record) continue;
            const auto next = page_.facts.review_due(record);
            const bool late = next && *next < page_.facts.today();
            table.rows.push_back({page_.introduced(id), record.active() ? page_.say("active") : page_.say("draft"),
                                  versions(record), approvals(record),
                                  target_cell(page_, record[fields::owner], "nobody is named"),
                                  TableCell::number(count(record[fields::applicability::decisions])),
                                  written_day_cell(page_, record[fields::review][fields::review.last], "not stated"),
                                  day_cell(page_, next, "not stated", late ? Message("overdue") : Message())});
        }
        if (table.rows.empty() && controls_.empty() && page_.audience() == Audience::readers)
            return page_.paragraph("No statement of applicability was found, so no clause is left out.");
        if (table.rows.empty()) {
            return page_.paragraph(
                "No statement of applicability was found. [[Add a record `applicability: …` with `against: {}` and a "
                "decision for each control.|Draw one up that decides for each control whether it is needed, and why.]]",
                plain(standard_->id));
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
                                {.key = "applies", .title = "Applies", .is_facet = true},
                                {"reason", "Why, or why not"},
                                {"because_of", "Because of", {}, Column::Holds::records},
                                {.key = "implementation", .title = "How far", .is_facet = true},
                                {"records", "By what", {}, Column::Holds::records},
                                {.key = "owner", .title = "Owner", .holds = Column::Holds::records, .is_facet = true},
                                {"check", "To be checked", {}, {}, Column::For::programs}}};
        for (const Clause* clause : controls_) {
            const std::vector<RecordId> records = records_of(*clause);
            table.rows.push_back({raw(clause->number), TableCell(raw(clause->title), std::string(clause->title)),
                                  applies(clause->decision), why(clause->decision), because_of(reasons(records)),
                                  implementation(*clause, records), record_links(page_, records, kMost),
                                  owners(records), raw(clause->check)});
        }
        if (table.rows.empty()) return;
        // A column in which no row says anything would only take room.
        const auto says_something = [&](std::string_view key) {
            const auto column = std::ranges::find(table.columns, key, &Column::key);
            const auto place = static_cast<std::size_t>(column - table.columns.begin());
            const bool says =
                std::ranges::any_of(table.rows, [&](const auto& row) { return !row[place].words.empty(); });
            if (!says) column->readers = Column::For::programs;
            return says;
        };
        says_something("owner");
        const Words because = says_something("because_of")
                                  ? page_.say(
                                        "{}: the risks that such a record holds, and the obligations that it "
                                        "meets or that these risks are about, with where these come from.",
                                        strong("Because of"))
                                  : Words();
        page_.heading(2, "Controls");
        page_.paragraph(in_a_row(
            {page_.say("What puts a control into practice is named in the decision, or names the control[[ under "
                       "`clauses`| itself]]; how far it is implemented is what [[the control's own record says|is "
                       "recorded of it]], and where several do, all of them must be in place."),
             page_.say("{}: documents only.", strong("Described")), because}));
        page_.add(std::move(table));
        add_uncertain();
    }

    // What is not certain of the list of controls itself, the same words for many of them once.
    void add_uncertain() {
        std::vector<std::pair<std::string_view, std::vector<std::string_view>>> checks;
        for (const Clause* clause : controls_) {
            if (clause->check.empty()) continue;
            auto found = std::ranges::find(checks, clause->check, [](const auto& each) { return each.first; });
            if (found == checks.end()) found = checks.insert(found, {clause->check, {}});
            found->second.push_back(clause->number);
        }
        for (const auto& [text, numbers] : checks)
            page_.paragraph("To be checked in the standard itself: {} ({})", raw(text),
                            raw(numbers.size() == controls_.size() ? std::string("all controls")
                                                                   : fmt::format("{}", fmt::join(numbers, ", "))));
    }

    [[nodiscard]] TableCell why(const Decision& decision) const {
        const std::string_view reason = decision.reason();
        if (reason.empty() && decision.made()) return not_stated(page_, "no reason stated");
        return {read_prose_line(reason), std::string(reason)};
    }

    [[nodiscard]] TableCell owners(const std::vector<RecordId>& records) const {
        std::vector<RecordId> out;
        for (const RecordId id : records) {
            for (const RecordView owner : page_.graph[id].linked(fields::owner)) {
                if (std::ranges::find(out, owner.record()) == out.end()) out.push_back(owner.record());
            }
        }
        return page_.titles(out);
    }

    // What the controls that put it into practice are for, which is why it applies: the risks that they hold, and the
    // obligations that they meet or that these risks are about.
    [[nodiscard]] std::vector<RecordId> reasons(const std::vector<RecordId>& records) const {
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

    // "Risk: …; law: …": where each reason comes from.
    [[nodiscard]] TableCell because_of(const std::vector<RecordId>& records) const {
        std::vector<std::pair<std::string, std::vector<Words>>> by_source;
        for (const RecordId id : records) {
            const RecordView record = page_.graph[id];
            const Words source = record.is(kinds::obligation) ? word_words(page_, record[fields::obligation::source])
                                                              : page_.say("risk");
            const std::string key = source.empty() ? page_.say("obligation").plain() : source.plain();
            auto found = std::ranges::find(by_source, key, [](const auto& each) { return each.first; });
            if (found == by_source.end()) found = by_source.insert(found, {key, {}});
            if (found->second.size() < kMost) found->second.push_back(page_.titled(id));
            else if (found->second.size() == kMost) found->second.push_back(page_.say("more"));
        }
        std::vector<Words> told;
        for (const auto& [source, links] : by_source)
            told.push_back(page_.say("{}: {}", raw(source), page_.in_a_list(links)));
        TableCell cell(capitalised(listed(told, "; ")));
        std::vector<std::string> names;
        for (const RecordId id : records) names.push_back(page_.graph[id].name().text());
        cell.value = std::move(names);
        return cell;
    }

    [[nodiscard]] TableCell applies(const Decision& decision) const {
        if (decision.applies()) return {page_.say("yes"), true};
        if (decision.excludes()) return {page_.say("no"), false};
        if (decision.made() && decision.entry[fields::applicability::decisions.applies])
            return state_cell(page_, unjudged("it could not be read"));
        TableCell cell(strong(page_.say("undecided")));
        cell.value = nullptr;
        cell.tone = Tone::bad;
        return cell;
    }

    [[nodiscard]] TableCell implementation(const Clause& clause, const std::vector<RecordId>& records) const {
        if (clause.decision.excludes() && records.empty()) return {Words(), MachineValue(nullptr)};
        Standing standing = standing_of(practice_of(records));
        if (records.empty() && page_.graph.anything_unread())
            standing = unjudged("files that could not be read may hold what puts it into practice");
        if (!clause.decision.excludes()) return state_cell(page_, standing);
        if (standing.known()) standing.kind = Standing::Kind::bad;
        TableCell cell = state_cell(page_, standing);
        cell.words = page_.say("{}, though left out", cell.words);
        return cell;
    }

    [[nodiscard]] TableCell may_be(const Clause& clause) const {
        if (may_be_left_out(*standard_, clause)) return {page_.say("not ruled out"), MachineValue(nullptr)};
        TableCell cell(strong(page_.say("no")), false);
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
                {raw(clause.number), raw(clause.title), may_be(clause),
                 TableCell(read_prose_line(clause.decision.reason()), std::string(clause.decision.reason()))});
        }
        page_.heading(2, "Clauses left out");
        if (table.rows.empty()) return page_.paragraph("None: every clause of the standard itself is asked for.");
        page_.paragraph(
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
