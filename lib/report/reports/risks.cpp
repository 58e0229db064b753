// The risk register: how high risks stand, by discipline and together, and what was decided about them.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "assess/risks/risk_position.h"
#include "report/sections/register.h"
#include "report/sections/risk_level.h"
#include "report/sections/risk_register.h"
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
        add_risk_register(page_, risks_);
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

    struct Counts {
        std::size_t over = 0;  // the appetite, without a valid acceptance
        std::size_t accepted = 0;
        std::size_t unrated = 0;
        std::size_t unjudged = 0;
        std::size_t several = 0;  // seen from two disciplines or more
        std::size_t aspects = 0;
    };

    [[nodiscard]] Counts count() const {
        Counts counts;
        for (const RecordId id : risks_) {
            const RiskFacts& risk = facts(id);
            if (risk.over_appetite()) ++(risk.unaccepted() ? counts.over : counts.accepted);
            if (rated_kind(id) && !risk.counting && !risk.over_appetite())
                ++(risk.unjudged ? counts.unjudged : counts.unrated);
            if (page_.facts.disciplines(id).size() > 1) ++counts.several;
            if (!rated_kind(id)) ++counts.aspects;
        }
        return counts;
    }

    void add_summary() {
        page_.heading(2, "In short");
        if (risks_.empty() && page_.audience() == Audience::readers) return page_.paragraph("No risk is in force.");
        const Counts counts = count();
        page_.paragraph(in_a_row({told_number(counts), told_levels(counts)}));
        add_appetite();
    }

    [[nodiscard]] Words told_number(const Counts& counts) const {
        const Words all = strong(page_.say("{0} {0:risk|risks}", risks_.size()));
        const Words whose = counts.several == 0
                                ? page_.say("none concerns more than one discipline")
                                : page_.say("{0} {0:concerns|concern} more than one discipline", counts.several);
        return counts.aspects == 0 ? page_.say("[[{0}, {1} of them seen from two disciplines or more|{0}; {2}]].", all,
                                               counts.several, whose)
                                   : page_.say(
                                         "[[{0}, {1} of them seen from two disciplines or more|"
                                         "{0}, {3} environmental {3:aspect|aspects} among them; {2}]].",
                                         all, counts.several, whose, counts.aspects);
    }

    // Readers hear of what there is none of only where that is good news.
    [[nodiscard]] Words told_levels(const Counts& counts) const {
        const Words stands =
            counts.over > 0 ? page_.say("[[{0}, without a valid acceptance|{1} without a valid acceptance]]",
                                        strong(page_.say("{} over the appetite", counts.over)),
                                        strong(page_.say("{0} {0:stands|stand} over the appetite", counts.over)))
            : counts.unjudged > 0
                ? page_.say("None of those that can be judged stands over the appetite without an acceptance")
                : page_.say("None stands over the appetite without an acceptance");
        if (page_.audience() == Audience::editors)
            return counts.unjudged > 0
                       ? page_.say("{}; {} accepted knowingly; {} not rated; {} cannot be judged.", stands,
                                   counts.accepted, counts.unrated, counts.unjudged)
                       : page_.say("{}; {} accepted knowingly; {} not rated.", stands, counts.accepted, counts.unrated);
        std::vector<Words> told = {stands};
        if (counts.accepted > 0)
            told.push_back(
                page_.say("{0} {0:stands|stand} over it and {0:was|were} accepted knowingly", counts.accepted));
        if (counts.unrated > 0) told.push_back(page_.say("{0} {0:is|are} not rated", counts.unrated));
        if (counts.unjudged > 0) told.push_back(page_.say("{} cannot be judged", counts.unjudged));
        return page_.say("{:all}.", listed_by(Joined::by_semicolons, told));
    }

    void add_appetite() {
        const RiskCriteria& criteria = page_.settings.risk;
        if (!rates(criteria))
            return page_.paragraph(
                "How high the risks stand cannot be judged, because {}"
                "[[: see what `ims check` says of them|; they have to rise with likelihood and consequence]].",
                kRatesNothing);
        if (!criteria.general_appetite)
            return page_.paragraph("No appetite is set[[ in ims.yaml]], so nothing can be held against it.");
        std::vector<Words> appetites = {strong(level(criteria.general_appetite))};
        for (const Discipline discipline : page_.settings.in_force()) {
            const auto own = criteria.appetite[discipline.index()];
            if (own && own != criteria.general_appetite)
                appetites.push_back(page_.say("in {} [[|it is ]]{}", in_words(discipline), raw(level(own))));
        }
        page_.paragraph(
            "The appetite, the highest level that may be retained, is {0}. [[The level that counts is that of today "
            "where somebody said it; else what remains with the controls where all of them are in place and hold; else "
            "the one before controls.|What counts is how a risk was rated as of today. Where nobody did that, it is "
            "what remains with its controls, if all of them are in place and hold; otherwise the rating before "
            "controls.]]",
            listed(appetites, "; "));
    }

    void add_over_appetite() {
        TableOf<RecordId> table(
            {.key = "over-appetite", .title = "Over the appetite"},
            {risk_,
             disciplines_,
             {{"level", "Level that counts"}, [&](RecordId id) { return counting(id); }},
             {{"appetite", "Appetite"}, [&](RecordId id) { return raw(level(facts(id).appetite)); }},
             owner_,
             {{"state", "What was decided"}, [&](RecordId id) { return decided(id); }}});
        for (const RecordId id : risks_) {
            if (facts(id).over_appetite()) table.add(id);
        }
        const bool judged = std::ranges::none_of(risks_, [&](RecordId id) { return facts(id).unjudged; });
        page_.add_titled(2, table.take(), judged ? page_.say("None.") : page_.say("None of those that can be judged."));
    }

    TableCell counting(RecordId id) const {
        TableCell cell(strong(level_words(page_, facts(id))), counted_value(id));
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
            return until ? page_.say("accepted until {}", *until) : page_.say("accepted");
        if (risk.acceptance == Acceptance::expired)
            return page_.say("{} on {}", strong(page_.say("acceptance expired")), *until);
        const auto due = record[fields::risk::due].date();
        if (risk.treatment == Treatment::open && due) return page_.say("[[treatment due|to be treated by]] {}", *due);
        if (risk.treatment == Treatment::overdue && due)
            return page_.say("{} since {}", strong(page_.say("treatment overdue")), *due);
        return page_.say("no acceptance and no day for treatment found");
    }

    // Where many stand close together: for editors by the id, which is short.
    Inline brief(RecordId id) const {
        return page_.audience() == Audience::editors ? page_.named(id) : page_.titled(id);
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
                unjudged.push_back(discipline.known() ? Words(brief(id))
                                                      : page_.say("{} ({})", brief(id), why_not_held(page_, risk)));
            }
            if (!risk.counting) continue;
            const auto position = risk_position(page_.graph[id], risk, discipline);
            if (!position) {
                elsewhere.push_back(brief(id));
                continue;
            }
            at[{position->likelihood, position->consequence}].push_back(id);
            ++count;
        }
        if (!discipline.known()) page_.heading(2, "Heat map");
        // Without levels no cell could say what it means.
        if (!rates(page_.settings.risk)) {
            if (!discipline.known()) page_.paragraph("None can be drawn, because {}.", kRatesNothing);
            return;
        }
        if (count == 0 && unjudged.empty()) {
            if (!discipline.known()) page_.paragraph("No risk is rated.");
            return;
        }
        const std::string name = discipline.known() ? page_.settings.name(discipline) : std::string("all");
        page_.heading(3, discipline.known() ? capitalised(page_.say("{}", in_words(discipline)))
                                            : page_.say("All disciplines together"));
        if (!discipline.known()) {
            const bool each = std::ranges::any_of(
                risks_, [&](RecordId id) { return page_.graph[id][fields::risk::consequence].is(ValueType::map); });
            page_.paragraph(in_a_row(
                {page_.say("Where the risks stand now, likelihood upwards, consequence to the right. Each cell tells "
                           "its level and what lies there. Opportunities are left out."),
                 each ? page_.say("Where a consequence is rated discipline by discipline, the highest counts here, and "
                                  "below that of the discipline.")
                      : Words()}));
        }
        Table table{.key = "heat-map-" + name,
                    .title = "Heat map: " + (discipline.known() ? spoken(name) : name),
                    .columns = {{"likelihood", "Likelihood"}},
                    .sortable = false};
        for (std::size_t column = 0; column < consequence.size(); ++column)
            table.columns.push_back({fmt::format("consequence_{}", column + 1), capitalised(consequence[column]),
                                     Column::Align::centre, Column::Holds::records});
        for (std::size_t row = likelihood.size(); row > 0; --row) {
            std::vector<TableCell> cells = {raw(capitalised(likelihood[row - 1]))};
            for (std::size_t column = 1; column <= consequence.size(); ++column) {
                const RiskLevel of =
                    page_.settings.risk.level(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
                cells.push_back(heat_cell(of, at[{row, column}]));
            }
            table.rows.push_back(std::move(cells));
        }
        page_.add(std::move(table));
        if (!elsewhere.empty()) page_.paragraph("Rated for other disciplines only: {}.", listed(elsewhere));
        if (!unjudged.empty())
            page_.paragraph("Not shown, because it cannot be judged how high they stand: {}.", listed(unjudged, "; "));
    }

    TableCell heat_cell(RiskLevel of, const std::vector<RecordId>& risks) const {
        constexpr std::size_t kMost = 4;
        const auto appetite = page_.settings.risk.general_appetite;
        TableCell cell;
        cell.tone = !appetite ? Tone::none : of > *appetite ? Tone::bad : of == *appetite ? Tone::fair : Tone::good;
        if (risks.empty()) {
            cell.words = emphasis(level(of));
            return cell;
        }
        std::vector<Inline> shown;
        for (const RecordId id : risks) {
            if (shown.size() < kMost) shown.push_back(brief(id));
        }
        const Words count = strong(page_.say("{}: {}", raw(level(of)), risks.size()));
        cell.words = risks.size() > kMost ? page_.say("{} {} and {} more", count, listed(shown), risks.size() - kMost)
                                          : page_.say("{} {}", count, listed(shown));
        std::vector<std::string> names;
        for (const RecordId id : risks) names.push_back(page_.graph[id].name().text());
        cell.value = std::move(names);
        return cell;
    }

    // The words of a list, for people in a line.
    TableCell word_list(RecordId id, Field field) const {
        std::vector<Words> shown;
        std::vector<std::string> words;
        for (const FieldView item : page_.graph[id][field].children()) {
            if (item.is(ValueType::choice)) shown.push_back(word_words(page_, item));
            words.emplace_back(item.word());
        }
        return {page_.say("{}", shown), std::move(words)};
    }

    void add_treatments() {
        const auto overdue = [&](RecordId id) { return facts(id).treatment == Treatment::overdue; };
        TableOf<RecordId> table(
            {.key = "treatment-plan", .title = "Treatment plan"},
            {{{"due", "Due"},
              [&](RecordId id) {
                  return day_cell(page_, page_.graph[id][fields::risk::due].date(), {},
                                  overdue(id) ? Message("overdue") : Message());
              }},
             {{"overdue", "Overdue", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell(Words(), overdue(id)); }},
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
        page_.add_titled(2, table.take(), page_.say("No treatment is open."));
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
              [&](RecordId id) { return written_day_cell(page_, accepted(id)[own::accepted.date], "no date"); }},
             {{"until", "Until"},
              [&](RecordId id) {
                  return day_cell(page_, accepted(id)[own::accepted.until].date(), "no end stated",
                                  expired(id) ? Message("expired") : Message());
              }},
             {{"expired", "Expired", {}, {}, Column::For::programs},
              [&](RecordId id) { return TableCell(Words(), expired(id)); }},
             {{"reason", "Reason"}, [&](RecordId id) { return raw(accepted(id)[own::accepted.reason].text()); }}});
        for (const RecordId id : risks_) {
            if (accepted(id).is(ValueType::map)) table.add(id);
        }
        page_.add_titled(2, table.take(),
                         page_.say("No [[risk is accepted by name|acceptance of a risk is recorded]]."));
    }

    void add_gaps() {
        page_.heading(2, "Gaps");
        add_gaps_about(page_, collect_gaps(page_), std::nullopt, "risks", "None was found in the risks themselves.");
    }

    // Columns that several tables have.
    const ColumnOf<RecordId> risk_ = {{"risk", "Risk", {}, Column::Holds::record},
                                      [this](RecordId id) { return page_.titled(id); }};
    const ColumnOf<RecordId> disciplines_ = {{"disciplines", "Disciplines"}, [this](RecordId id) {
                                                 return discipline_cell(page_, page_.facts.disciplines(id));
                                             }};
    const ColumnOf<RecordId> owner_ = {{"owner", "Owner", {}, Column::Holds::record}, [this](RecordId id) {
                                           return page_.titles(page_.graph[id].linked(fields::owner));
                                       }};
    const ColumnOf<RecordId> controls_ = {{"controls", "Controls", {}, Column::Holds::records},
                                          [this](RecordId id) { return controls_cell(page_, page_.graph[id]); }};

    Page page_;
    const Vocabulary& words_;
    std::vector<RecordId> risks_;  // active ones, the highest first
};

}  // namespace

Document build(const ReportInput& input) { return RiskReport(input).run(); }

}  // namespace ims::reports::risks
