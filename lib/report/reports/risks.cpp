// The risk register: how high risks stand, by discipline and together, and what was decided about them.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "assess/risk_position.h"
#include "base/text.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

class RiskReport {
public:
    explicit RiskReport(const ReportInput& input)
        : page_(input, "risks", "Risk report"), words_(page_.settings.vocabulary) {
        for (const RecordId id : page_.graph.of_kind(kinds::risk)) {
            if (page_.graph[id].active()) risks_.push_back(id);
        }
        // The highest first; what is not rated is no lower for that, so it comes last where it is seen.
        std::ranges::stable_sort(risks_, {}, [&](RecordId id) {
            const RiskFacts& risk = page_.facts.risk(id);
            return std::pair(!risk.counting, risk.counting ? -static_cast<int>(*risk.counting) : 0);
        });
    }

    Document run() {
        add_summary();
        add_over_appetite();
        add_heat_map(kAll);
        for (const Discipline discipline : page_.settings.in_force()) add_heat_map(discipline);
        add_register();
        add_aspects();
        add_treatments();
        add_acceptances();
        add_gaps();
        return page_.finish();
    }

private:
    static constexpr Discipline kAll = {};

    const RiskFacts& facts(RecordId id) const { return page_.facts.risk(id); }
    std::string level(std::optional<RiskLevel> level) const {
        return level ? words_.risk_levels[*level] : std::string();
    }

    // What is held against the appetite, or at least put on the same scales.
    bool rated_kind(RecordId id) const { return facts(id).type != RiskType::aspect; }

    static Tone tone_of(const RiskFacts& risk) {
        if (!risk.counting || !risk.appetite) return Tone::none;
        return risk.unaccepted() ? Tone::bad : risk.over_appetite() ? Tone::poor : Tone::good;
    }

    TableCell disciplines(RecordId id) const {
        const DisciplineSet set = page_.facts.disciplines(id);
        return {spoken(page_.settings, set), page_.settings.names(set)};
    }

    TableCell owner(RecordId id) const { return page_.titles(page_.graph[id].linked(fields::owner)); }

    // "possible × major = high"; where nothing is known, so it says.
    TableCell rating(const std::optional<std::uint32_t>& likelihood, const std::optional<std::uint32_t>& consequence,
                     std::optional<RiskLevel> level_of) const {
        if (!level_of) return {"not rated", MachineValue(nullptr)};
        return {Words() << strong(level(level_of))
                        << fmt::format(" ({} × {})", words_.scale(Scale::likelihood)[*likelihood - 1],
                                       words_.scale(Scale::consequence)[*consequence - 1]),
                level(level_of)};
    }

    void add_summary() {
        std::size_t over = 0;
        std::size_t accepted = 0;
        std::size_t unrated = 0;
        std::size_t several = 0;
        for (const RecordId id : risks_) {
            const RiskFacts& risk = facts(id);
            if (risk.over_appetite()) ++(risk.unaccepted() ? over : accepted);
            if (rated_kind(id) && !risk.counting) ++unrated;
            if (page_.facts.disciplines(id).size() > 1) ++several;
        }
        page_.heading(2, "In short");
        Words words;
        words << strong(counted(risks_.size(), "risk"))
              << fmt::format(", {} of them seen from two disciplines or more. ", several);
        words << (over == 0
                      ? Words("None stands over the appetite without an acceptance")
                      : Words() << strong(fmt::format("{} over the appetite", over)) << ", without a valid acceptance");
        words << fmt::format("; {} accepted knowingly; {} not rated.", accepted, unrated);
        page_.say(std::move(words));
        const RiskCriteria& criteria = page_.settings.risk;
        if (!criteria.general_appetite)
            return page_.say("No appetite is set in ims.yaml, so nothing can be held against it.");
        Words appetite = "The appetite, the highest level that may be retained, is ";
        appetite << strong(level(criteria.general_appetite));
        for (const Discipline discipline : page_.settings.in_force()) {
            const auto own = criteria.appetite[discipline.index()];
            if (own && own != criteria.general_appetite)
                appetite << fmt::format("; in {} {}", spoken(page_.settings.name(discipline)), level(own));
        }
        page_.say(appetite
                  << ". The level that counts is the residual one where a control is in place, else the inherent one.");
    }

    void add_over_appetite() {
        Table table{.key = "over-appetite",
                    .title = "Over the appetite",
                    .columns = {{"risk", "Risk", {}, Column::Holds::record},
                                {"disciplines", "Disciplines"},
                                {"level", "Level that counts"},
                                {"appetite", "Appetite"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"state", "What was decided"}}};
        for (const RecordId id : risks_) {
            const RiskFacts& risk = facts(id);
            if (!risk.over_appetite()) continue;
            TableCell counting(Words(strong(level(risk.counting))));
            counting.tone = tone_of(risk);
            table.rows.push_back(
                {page_.titled(id), disciplines(id), std::move(counting), level(risk.appetite), owner(id), decided(id)});
        }
        page_.heading(2, "Over the appetite");
        if (table.rows.empty()) return page_.say("None.");
        page_.add(std::move(table));
    }

    Words decided(RecordId id) const {
        const RecordView record = page_.graph[id];
        const RiskFacts& risk = facts(id);
        const FieldView accepted = record[fields::risk::accepted];
        const auto until = accepted[fields::risk::accepted.until].date();
        if (risk.acceptance == Acceptance::valid)
            return fmt::format("accepted{}", until ? fmt::format(" until {}", to_string(*until)) : std::string());
        if (risk.acceptance == Acceptance::expired)
            return Words() << strong("acceptance expired") << fmt::format(" on {}", to_string(*until));
        const auto due = record[fields::risk::due].date();
        if (risk.treatment == Treatment::open && due) return fmt::format("treatment due {}", to_string(*due));
        if (risk.treatment == Treatment::overdue && due)
            return Words() << strong("treatment overdue") << fmt::format(" since {}", to_string(*due));
        return "no acceptance and no day for treatment found";
    }

    void add_heat_map(Discipline discipline) {
        const auto& likelihood = words_.scale(Scale::likelihood);
        const auto& consequence = words_.scale(Scale::consequence);
        std::map<std::pair<std::size_t, std::size_t>, std::vector<RecordId>> at;
        std::vector<Inline> elsewhere;  // rated, but not for this discipline
        std::size_t count = 0;
        for (const RecordId id : risks_) {
            if (discipline.known() && !page_.facts.disciplines(id).has(discipline)) continue;
            const RiskFacts& risk = facts(id);
            if (risk.type == RiskType::opportunity || !risk.counting) continue;
            const auto position = risk_position(page_.graph[id], risk, discipline);
            if (!position) {
                elsewhere.push_back(page_.named(id));
                continue;
            }
            at[{position->likelihood, position->consequence}].push_back(id);
            ++count;
        }
        if (!discipline.known()) page_.heading(2, "Heat map");
        if (count == 0) {
            if (!discipline.known()) page_.say("No risk is rated.");
            return;
        }
        const std::string name = discipline.known() ? page_.settings.name(discipline) : std::string("all");
        page_.heading(3, discipline.known() ? capitalised(spoken(name)) : std::string("All disciplines together"));
        if (!discipline.known()) {
            const bool each = std::ranges::any_of(
                risks_, [&](RecordId id) { return page_.graph[id][fields::risk::consequence].is(ValueType::map); });
            page_.say(Words()
                      << "Where the risks stand now, likelihood upwards, consequence to the right. Each cell tells its "
                         "level and what lies there. Opportunities are left out."
                      << (each ? " Where a consequence is rated discipline by discipline, the highest counts here, "
                                 "and below that of the discipline."
                               : ""));
        }
        Table table{.key = "heat-map-" + name,
                    .title = "Heat map: " + (discipline.known() ? spoken(name) : name),
                    .columns = {{"likelihood", "Likelihood"}},
                    .sortable = false};
        for (std::size_t column = 0; column < consequence.size(); ++column)
            table.columns.push_back({fmt::format("consequence_{}", column + 1), capitalised(consequence[column]),
                                     Column::Align::centre, Column::Holds::records});
        for (std::size_t row = likelihood.size(); row > 0; --row) {
            std::vector<TableCell> cells = {TableCell(capitalised(likelihood[row - 1]))};
            for (std::size_t column = 1; column <= consequence.size(); ++column) {
                const RiskLevel of =
                    page_.settings.risk.level(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
                cells.push_back(heat_cell(of, at[{row, column}]));
            }
            table.rows.push_back(std::move(cells));
        }
        page_.add(std::move(table));
        if (!elsewhere.empty()) page_.say(Words() << "Rated for other disciplines only: " << listed(elsewhere) << ".");
    }

    TableCell heat_cell(RiskLevel of, const std::vector<RecordId>& risks) const {
        constexpr std::size_t kMost = 4;
        const auto appetite = page_.settings.risk.general_appetite;
        TableCell cell;
        cell.tone = !appetite ? Tone::none : of > *appetite ? Tone::bad : of == *appetite ? Tone::fair : Tone::good;
        if (risks.empty()) {
            cell.words << emphasis(level(of));
            return cell;
        }
        std::vector<Inline> shown;
        for (const RecordId id : risks) {
            if (shown.size() < kMost) shown.push_back(page_.named(id));
        }
        cell.words << strong(fmt::format("{}: {}", level(of), risks.size())) << " " << listed(shown);
        if (risks.size() > kMost) cell.words << fmt::format(" and {} more", risks.size() - kMost);
        std::vector<std::string> names;
        for (const RecordId id : risks) names.push_back(page_.graph[id].name());
        cell.value = std::move(names);
        return cell;
    }

    void add_register() {
        Table table{.key = "register",
                    .title = "Register",
                    .columns = {{"risk", "Risk", {}, Column::Holds::record},
                                {"type", "Type"},
                                {"disciplines", "Disciplines"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"inherent", "Before controls"},
                                {"residual", "With controls"},
                                {"counting", "Counts", {}, {}, Column::For::programs},
                                {"over_appetite", "Over the appetite", {}, {}, Column::For::programs},
                                {"controls", "Controls", {}, Column::Holds::records},
                                {"processes", "Processes", {}, Column::Holds::records, Column::For::programs}}};
        for (const RecordId id : risks_) {
            if (!rated_kind(id)) continue;
            const RecordView record = page_.graph[id];
            const RiskFacts& risk = facts(id);
            TableCell residual = risk.residual
                                     ? rating(risk.residual_likelihood, risk.residual_consequence, risk.residual)
                                     : TableCell("", MachineValue(nullptr));
            if (risk.residual && !risk.control_in_place) residual.words << ", not yet in place";
            table.rows.push_back(
                {page_.introduced(id), record.word(fields::risk::type), disciplines(id), owner(id),
                 rating(risk.likelihood, risk.consequence, risk.inherent), std::move(residual),
                 risk.counting ? TableCell(level(risk.counting)) : TableCell("", MachineValue(nullptr)),
                 TableCell("", risk.over_appetite()), controls(record),
                 page_.ids(record.linked(fields::risk::processes))});
        }
        page_.heading(2, "Register");
        if (table.rows.empty()) return page_.say("No threat, hazard or opportunity is recorded.");
        page_.add(std::move(table));
    }

    // Controls with how far they are, and measures that are only words.
    TableCell controls(const RecordView& risk) const {
        Words words;
        std::vector<std::string> names;
        for (const RecordView control : risk.linked(fields::risk::controls)) {
            if (!control.active()) continue;
            words << (words.empty() ? "" : ", ") << page_.titled(control.record());
            const std::string_view state = control.word(fields::control::implementation);
            if (!state.empty() && state != "in-place") words << fmt::format(" ({})", state);
            names.push_back(control.name());
        }
        const std::size_t measures = risk[fields::risk::measures].children().size();
        if (measures > 0) words << (words.empty() ? "" : "; ") << counted(measures, "measure") << " in words only";
        return {std::move(words), std::move(names)};
    }

    void add_aspects() {
        Table table{.key = "aspects",
                    .title = "Environmental aspects",
                    .columns = {{"aspect", "Aspect", {}, Column::Holds::record},
                                {"impact", "Impact"},
                                {"conditions", "Conditions"},
                                {"significant", "Significant"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"controls", "Controls", {}, Column::Holds::records}}};
        for (const RecordId id : risks_) {
            if (rated_kind(id)) continue;
            const RecordView record = page_.graph[id];
            std::vector<std::string> conditions;
            for (const FieldView item : record[fields::risk::conditions].children())
                conditions.emplace_back(item.word());
            const bool significant = facts(id).significant;
            table.rows.push_back({page_.introduced(id), record[fields::risk::impact].text(),
                                  TableCell(join_names(conditions, Ticks::no), conditions),
                                  TableCell(significant ? Words(strong("yes")) : Words("no"), significant), owner(id),
                                  controls(record)});
        }
        if (table.rows.empty()) return;
        page_.heading(2, "Environmental aspects");
        page_.say("Aspects are not rated by likelihood and consequence; a criterion says which are significant.");
        page_.add(std::move(table));
    }

    void add_treatments() {
        Table table{.key = "treatment-plan",
                    .title = "Treatment plan",
                    .columns = {{"due", "Due"},
                                {"overdue", "Overdue", {}, {}, Column::For::programs},
                                {"risk", "Risk", {}, Column::Holds::record},
                                {"treatment", "Treatment"},
                                {"owner", "Owner", {}, Column::Holds::record},
                                {"controls", "Controls", {}, Column::Holds::records}}};
        std::vector<std::pair<Date, RecordId>> dated;
        for (const RecordId id : risks_) {
            const Treatment treatment = facts(id).treatment;
            const auto due = page_.graph[id][fields::risk::due].date();
            if (due && (treatment == Treatment::open || treatment == Treatment::overdue)) dated.emplace_back(*due, id);
        }
        std::ranges::sort(dated);
        for (const auto& [due, id] : dated) {
            const RecordView record = page_.graph[id];
            const bool overdue = facts(id).treatment == Treatment::overdue;
            Words day = to_string(due);
            if (overdue) day << ", " << strong("overdue");
            std::vector<std::string> ways;
            for (const FieldView item : record[fields::risk::treatment].children()) ways.emplace_back(item.word());
            table.rows.push_back({TableCell(std::move(day), to_string(due)), TableCell("", overdue), page_.titled(id),
                                  TableCell(join_names(ways, Ticks::no), ways), owner(id), controls(record)});
        }
        page_.heading(2, "Treatment plan");
        if (table.rows.empty()) return page_.say("No treatment is open.");
        page_.add(std::move(table));
    }

    void add_acceptances() {
        Table table{.key = "acceptances",
                    .title = "Acceptances",
                    .columns = {{"risk", "Risk", {}, Column::Holds::record},
                                {"level", "Level"},
                                {"by", "By", {}, Column::Holds::record},
                                {"date", "On"},
                                {"until", "Until"},
                                {"expired", "Expired", {}, {}, Column::For::programs},
                                {"reason", "Reason"}}};
        for (const RecordId id : risks_) {
            const FieldView accepted = page_.graph[id][fields::risk::accepted];
            if (!accepted.is(ValueType::map)) continue;
            namespace own = fields::risk;
            const auto by = target_of(page_.graph, accepted[own::accepted.by]);
            const auto until = accepted[own::accepted.until].date();
            const auto date = accepted[own::accepted.date].date();
            const bool expired = facts(id).acceptance == Acceptance::expired;
            Words last = until ? to_string(*until) : "for good";
            if (expired) last << ", " << strong("expired");
            table.rows.push_back(
                {page_.titled(id), level(facts(id).counting), by ? TableCell(page_.titled(by->record())) : TableCell(),
                 date ? TableCell(to_string(*date)) : TableCell("no date", MachineValue(nullptr)),
                 TableCell(std::move(last), until ? MachineValue(to_string(*until)) : MachineValue(nullptr)),
                 TableCell("", expired), accepted[own::accepted.reason].text()});
        }
        page_.heading(2, "Acceptances");
        if (table.rows.empty()) return page_.say("No risk is accepted by name.");
        page_.add(std::move(table));
    }

    void add_gaps() {
        const std::vector<Gap> gaps = collect_gaps(page_);
        page_.heading(2, "Gaps");
        std::size_t told = 0;
        for (std::span<const Gap> rest = gaps; !rest.empty();) {
            const std::span<const Gap> group = same_rule(rest);
            rest = rest.subspan(group.size());
            const RuleEntry& rule = entry(group.front().finding->rule);
            if (rule.family != "risks") continue;
            page_.heading(3, fmt::format("{}: {} ({})", capitalised(rule.summary), group.size(),
                                         to_string(group.front().finding->grade)));
            add_gaps_of_one_rule(page_, group);
            ++told;
        }
        if (told == 0) page_.say("None was found in the risks themselves.");
    }

    Page page_;
    const Vocabulary& words_;
    std::vector<RecordId> risks_;  // active ones, the highest first
};

}  // namespace

Document reports::risks(const ReportInput& input) { return RiskReport(input).run(); }

}  // namespace ims
