// The risk register: how high risks stand, by discipline and together, and what was decided about them.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "assess/risks/risk_position.h"
#include "base/text.h"
#include "report/sections/register.h"
#include "report/sections/risk_level.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims::reports::risks {
namespace {

class RiskReport {
public:
    explicit RiskReport(const ReportInput& input)
        : page_(input, "risks", "Risk report"), words_(page_.settings.vocabulary) {
        for (const RecordId id : page_.graph.of_kind(kinds::risk)) {
            if (page_.graph[id].active()) risks_.push_back(id);
        }
        // A column in which no row says anything would only take room.
        const bool about = std::ranges::any_of(
            risks_, [&](RecordId id) { return !page_.graph[id].linked(fields::risk::obligations).empty(); });
        if (!about) obligations_for_ = Column::For::programs;
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

    // "possible × major = high"; where nothing is known, so it says.
    TableCell rating(const std::optional<std::uint32_t>& likelihood, const std::optional<std::uint32_t>& consequence,
                     std::optional<RiskLevel> level_of) const {
        if (!level_of && likelihood && consequence && !rates(page_.settings.risk))
            return state_cell(unjudged(std::string(kRatesNothing)));
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
        std::size_t unjudged = 0;
        std::size_t several = 0;
        for (const RecordId id : risks_) {
            const RiskFacts& risk = facts(id);
            if (risk.over_appetite()) ++(risk.unaccepted() ? over : accepted);
            if (rated_kind(id) && !risk.counting && !risk.over_appetite()) ++(risk.unjudged ? unjudged : unrated);
            if (page_.facts.disciplines(id).size() > 1) ++several;
        }
        page_.heading(2, "In short");
        Words words;
        words << strong(counted(risks_.size(), "risk"))
              << fmt::format(", {} of them seen from two disciplines or more. ", several);
        words << (over == 0
                      ? Words(unjudged > 0
                                  ? "None of those that can be judged stands over the appetite without an acceptance"
                                  : "None stands over the appetite without an acceptance")
                      : Words() << strong(fmt::format("{} over the appetite", over)) << ", without a valid acceptance");
        words << fmt::format("; {} accepted knowingly; {} not rated", accepted, unrated);
        if (unjudged > 0) words << fmt::format("; {} cannot be judged", unjudged);
        words << ".";
        page_.say(std::move(words));
        const RiskCriteria& criteria = page_.settings.risk;
        if (!rates(criteria))
            return page_.say(Words() << "How high the risks stand cannot be judged, because " << kRatesNothing
                                     << ": see what " << code("ims check") << " says of them.");
        if (!criteria.general_appetite)
            return page_.say("No appetite is set in ims.yaml, so nothing can be held against it.");
        Words appetite = "The appetite, the highest level that may be retained, is ";
        appetite << strong(level(criteria.general_appetite));
        for (const Discipline discipline : page_.settings.in_force()) {
            const auto own = criteria.appetite[discipline.index()];
            if (own && own != criteria.general_appetite)
                appetite << fmt::format("; in {} {}", spoken(page_.settings.name(discipline)), level(own));
        }
        page_.say(appetite << ". The level that counts is that of today where somebody said it; else what remains with "
                              "the controls where all of them are in place and hold; else the one before controls.");
    }

    void add_over_appetite() {
        TableOf<RecordId> table({.key = "over-appetite", .title = "Over the appetite"},
                                {risk_,
                                 disciplines_,
                                 {{"level", "Level that counts"}, [&](RecordId id) { return counting(id); }},
                                 {{"appetite", "Appetite"}, [&](RecordId id) { return level(facts(id).appetite); }},
                                 owner_,
                                 {{"state", "What was decided"}, [&](RecordId id) { return decided(id); }}});
        for (const RecordId id : risks_) {
            if (facts(id).over_appetite()) table.add(id);
        }
        const bool judged = std::ranges::none_of(risks_, [&](RecordId id) { return facts(id).unjudged; });
        page_.add_titled(2, table.take(), judged ? "None." : "None of those that can be judged.");
    }

    TableCell counting(RecordId id) const {
        TableCell cell(Words(strong(level_words(facts(id), page_.settings))), counted_value(id));
        cell.tone = tone_of(facts(id));
        return cell;
    }

    MachineValue counted_value(RecordId id) const {
        const auto counting = facts(id).counting;
        return counting ? MachineValue(level(counting)) : MachineValue(nullptr);
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
        std::vector<Words> unjudged;    // with why, once
        std::size_t count = 0;
        for (const RecordId id : risks_) {
            if (discipline.known() && !page_.facts.disciplines(id).has(discipline)) continue;
            const RiskFacts& risk = facts(id);
            if (risk.type == RiskType::opportunity) continue;
            if (risk.unjudged) {
                Words words = page_.named(id);
                if (!discipline.known()) words << " (" << why_not_held(page_, risk) << ")";
                unjudged.push_back(std::move(words));
            }
            if (!risk.counting) continue;
            const auto position = risk_position(page_.graph[id], risk, discipline);
            if (!position) {
                elsewhere.push_back(page_.named(id));
                continue;
            }
            at[{position->likelihood, position->consequence}].push_back(id);
            ++count;
        }
        if (!discipline.known()) page_.heading(2, "Heat map");
        // Without levels no cell could say what it means.
        if (!rates(page_.settings.risk)) {
            if (!discipline.known()) page_.say(fmt::format("None can be drawn, because {}.", kRatesNothing));
            return;
        }
        if (count == 0 && unjudged.empty()) {
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
        if (!unjudged.empty())
            page_.say(Words() << "Not shown, because it cannot be judged how high they stand: "
                              << listed(unjudged, "; ") << ".");
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
        TableOf<RecordId> table(
            {.key = "register", .title = "Register"},
            {introduced("risk", "Risk"),
             {{"type", "Type"}, [&](RecordId id) { return page_.graph[id].word(fields::risk::type); }},
             disciplines_,
             owner_,
             {{"inherent", "Before controls"},
              [&](RecordId id) { return rating(facts(id).likelihood, facts(id).consequence, facts(id).inherent); }},
             {{"current", "Today", {}, {}, Column::For::programs},
              [&](RecordId id) {
                  const RiskFacts& risk = facts(id);
                  return risk.current ? TableCell("", MachineValue(level(risk.current)))
                                      : TableCell("", MachineValue(nullptr));
              }},
             {{"residual", "With controls"}, [&](RecordId id) { return with_controls(facts(id)); }},
             {{"counting", "Counts", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell("", counted_value(id)); }},
             {{"over_appetite", "Over the appetite", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell("", facts(id).over_appetite()); }},
             controls_,
             {{"obligations", "Obligations", {}, Column::Holds::records, obligations_for_},
              [&](RecordId id) { return page_.titles(page_.graph[id].linked(fields::risk::obligations)); }},
             {{"processes", "Processes", {}, Column::Holds::records, Column::For::programs},
              [&](RecordId id) { return page_.ids(page_.graph[id].linked(fields::risk::processes)); }}});
        for (const RecordId id : risks_) {
            if (rated_kind(id)) table.add(id);
        }
        page_.add_titled(2, table.take(), "No threat, hazard or opportunity is recorded.");
    }

    // How it stands today, where somebody said it, and what its treatment aims at; why that is not reached.
    TableCell with_controls(const RiskFacts& risk) const {
        Words words;
        if (risk.current)
            words << rating(risk.current_likelihood, risk.current_consequence, risk.current).words << " today";
        if (!risk.residual && risk.residual_likelihood && risk.residual_consequence)
            return rating(risk.residual_likelihood, risk.residual_consequence, risk.residual);
        if (!risk.residual) return {std::move(words), MachineValue(nullptr)};
        const Words aim = rating(risk.residual_likelihood, risk.residual_consequence, risk.residual).words;
        if (risk.current) words << "; aims at " << aim;
        else if (risk.unjudged) words << "cannot be judged: " << why_not_held(page_, risk) << "; aims at " << aim;
        else if (risk.misses_aim()) words << "aims at " << aim << ", not reached: " << why_not_held(page_, risk);
        else words << aim;
        return {std::move(words), level(risk.residual)};
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

    // The words of a list, for people in a line.
    TableCell word_list(RecordId id, Field field) const {
        std::vector<std::string> words;
        for (const FieldView item : page_.graph[id][field].children()) words.emplace_back(item.word());
        return {join_names(words, Ticks::no), words};
    }

    void add_aspects() {
        TableOf<RecordId> table(
            {.key = "aspects", .title = "Environmental aspects"},
            {introduced("aspect", "Aspect"),
             {{"impact", "Impact"}, [&](RecordId id) { return page_.graph[id][fields::risk::impact].text(); }},
             {{"conditions", "Conditions"}, [&](RecordId id) { return word_list(id, fields::risk::conditions); }},
             {{"significant", "Significant"},
              [&](RecordId id) {
                  const bool significant = facts(id).significant;
                  return TableCell(significant ? Words(strong("yes")) : Words("no"), significant);
              }},
             {{"criterion", "Criterion"},
              [&](RecordId id) {
                  const FieldView criterion = page_.graph[id][fields::risk::criterion];
                  return criterion ? prose_cell(criterion.text()) : not_stated("no criterion found");
              }},
             owner_,
             controls_});
        for (const RecordId id : risks_) {
            if (!rated_kind(id)) table.add(id);
        }
        Table aspects = table.take();
        if (aspects.rows.empty()) return;
        page_.heading(2, "Environmental aspects");
        page_.say("Aspects are not rated by likelihood and consequence; a criterion says which are significant.");
        page_.add(std::move(aspects));
    }

    void add_treatments() {
        const auto overdue = [&](RecordId id) { return facts(id).treatment == Treatment::overdue; };
        TableOf<RecordId> table(
            {.key = "treatment-plan", .title = "Treatment plan"},
            {{{"due", "Due"},
              [&](RecordId id) {
                  return day_cell(page_.graph[id][fields::risk::due].date(), "", overdue(id) ? "overdue" : "");
              }},
             {{"overdue", "Overdue", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell("", overdue(id)); }},
             risk_,
             {{"treatment", "Treatment"}, [&](RecordId id) { return word_list(id, fields::risk::treatment); }},
             owner_,
             controls_});
        std::vector<std::pair<Date, RecordId>> dated;
        for (const RecordId id : risks_) {
            const Treatment treatment = facts(id).treatment;
            const auto due = page_.graph[id][fields::risk::due].date();
            if (due && (treatment == Treatment::open || treatment == Treatment::overdue)) dated.emplace_back(*due, id);
        }
        std::ranges::sort(dated);
        for (const auto& [due, id] : dated) table.add(id);
        page_.add_titled(2, table.take(), "No treatment is open.");
    }

    void add_acceptances() {
        namespace own = fields::risk;
        const auto accepted = [&](RecordId id) { return page_.graph[id][own::accepted]; };
        const auto expired = [&](RecordId id) { return facts(id).acceptance == Acceptance::expired; };
        TableOf<RecordId> table(
            {.key = "acceptances", .title = "Acceptances"},
            {risk_,
             {{"level", "Level"}, [&](RecordId id) { return level_cell(page_, facts(id)); }},
             {{"by", "By", {}, Column::Holds::record},
              [&](RecordId id) { return target_cell(page_, accepted(id)[own::accepted.by]); }},
             {{"date", "On"},
              [&](RecordId id) { return written_day_cell(accepted(id)[own::accepted.date], "no date"); }},
             {{"until", "Until"},
              [&](RecordId id) {
                  return day_cell(accepted(id)[own::accepted.until].date(), "no end stated",
                                  expired(id) ? "expired" : "");
              }},
             {{"expired", "Expired", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell("", expired(id)); }},
             {{"reason", "Reason"}, [&](RecordId id) { return accepted(id)[own::accepted.reason].text(); }}});
        for (const RecordId id : risks_) {
            if (accepted(id).is(ValueType::map)) table.add(id);
        }
        page_.add_titled(2, table.take(), "No risk is accepted by name.");
    }

    void add_gaps() {
        page_.heading(2, "Gaps");
        add_gaps_about(page_, collect_gaps(page_), std::nullopt, "risks", "None was found in the risks themselves.");
    }

    // Columns that several tables have.
    ColumnOf<RecordId> introduced(std::string key, std::string title) const {
        return {{std::move(key), std::move(title), {}, Column::Holds::record},
                [this](RecordId id) { return page_.introduced(id); }};
    }
    const ColumnOf<RecordId> risk_ = {{"risk", "Risk", {}, Column::Holds::record},
                                      [this](RecordId id) { return page_.titled(id); }};
    const ColumnOf<RecordId> disciplines_ = {{"disciplines", "Disciplines"}, [this](RecordId id) {
                                                 return discipline_cell(page_, page_.facts.disciplines(id));
                                             }};
    const ColumnOf<RecordId> owner_ = {{"owner", "Owner", {}, Column::Holds::record}, [this](RecordId id) {
                                           return page_.titles(page_.graph[id].linked(fields::owner));
                                       }};
    const ColumnOf<RecordId> controls_ = {{"controls", "Controls", {}, Column::Holds::records},
                                          [this](RecordId id) { return controls(page_.graph[id]); }};

    Page page_;
    const Vocabulary& words_;
    std::vector<RecordId> risks_;  // active ones, the highest first
    Column::For obligations_for_ = Column::For::all;
};

}  // namespace

Document build(const ReportInput& input) { return RiskReport(input).run(); }

}  // namespace ims::reports::risks
