#include "report/sections/risk_register.h"

#include <map>
#include <optional>

#include "assess/overview/due_dates.h"
#include "report/sections/hazards.h"
#include "report/sections/register.h"
#include "report/sections/register_columns.h"
#include "report/sections/risk_level.h"
#include "report/table_of.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims {
namespace {

class RiskRegister {
public:
    RiskRegister(Page& page, std::span<const RecordId> risks)
        : page_(page), words_(page.settings.vocabulary), risks_(risks) {}

    void run() {
        add_register();
        add_aspects();
    }

private:
    [[nodiscard]] const RiskFacts& facts(RecordId id) const { return page_.facts.risk(id); }
    [[nodiscard]] std::string level_name(std::optional<RiskLevel> level) const {
        return level ? words_.risk_levels[*level] : std::string();
    }
    [[nodiscard]] bool rated_kind(RecordId id) const { return facts(id).type != RiskType::aspect; }

    // "possible × major = high"; where nothing is known, so it says.
    TableCell rating(const std::optional<std::uint32_t>& likelihood, const std::optional<std::uint32_t>& consequence,
                     std::optional<RiskLevel> level_of) const {
        if (!level_of && likelihood && consequence && !rates(page_.settings.risk))
            return state_cell(page_, unjudged(kRatesNothing));
        if (!level_of) return {page_.say("not rated"), MachineValue(nullptr)};
        return {page_.say("{} ({} × {})", strong(level_name(level_of)),
                          raw(words_.scale(Scale::likelihood)[*likelihood - 1]),
                          raw(words_.scale(Scale::consequence)[*consequence - 1])),
                level_name(level_of)};
    }

    // What is about one risk alone, found once for its row.
    struct Pressing {
        std::vector<DueDate> dates;
        std::vector<Gap> gaps;
        [[nodiscard]] std::vector<const DueDate*> due() const {
            std::vector<const DueDate*> out;
            for (const DueDate& date : dates) out.push_back(&date);
            return out;
        }
        [[nodiscard]] std::vector<const Gap*> found() const {
            std::vector<const Gap*> out;
            for (const Gap& gap : gaps) out.push_back(&gap);
            return out;
        }
    };

    const Pressing& pressing(RecordId id) {
        const auto [place, is_new] = pressing_.try_emplace(id);
        if (is_new)
            place->second = {
                due_dates_of(page_.graph[id], page_.facts, page_.analysis.duties_to_notify(), page_.arena()),
                collect_gaps_of(page_, id)};
        return place->second;
    }

    void add_register() {
        constexpr auto kPrograms = Column::For::programs;
        using View = RecordView;
        TableOf<View> table(
            {.key = "register", .title = "Register", .most_shown = 1000},
            {{{"risk", "Risk", {}, Column::Holds::record},
              [&](const View& risk) { return page_.introduced(risk.record()); }},
             {{"counting", "Level"}, [&](const View& risk) { return level(risk.record()); }},
             {{"next_due", "Next due"},
              [&](const View& risk) { return next_due_cell(page_, pressing(risk.record()).due()); }},
             {{.key = "owner", .title = "Owner", .holds = Column::Holds::record, .is_facet = true},
              [&](const View& risk) { return linked_cell(page_, risk, {fields::owner}, "nobody is named"); }},
             {{"found", "What was found"},
              [&](const View& risk) { return gravest_found_cell(page_, pressing(risk.record()).found()); }}},
            page_.cells);
        const auto hidden = [&](Column column, std::function<TableCell(const View&)> cell) {
            column.readers = kPrograms;
            table.add_column({std::move(column), std::move(cell)});
        };
        hidden({"type", "Type"}, [&](const View& risk) { return word_cell(page_, risk, fields::risk::type); });
        hidden({.key = "disciplines", .title = "Disciplines", .is_facet = true},
               [&](const View& risk) { return discipline_cell(page_, page_.facts.disciplines(risk.record())); });
        hidden({"inherent", "Before controls"}, [&](const View& risk) {
            const RiskFacts& known = facts(risk.record());
            return rating(known.likelihood, known.consequence, known.inherent);
        });
        hidden({"current", "Today"}, [&](const View& risk) {
            const auto current = facts(risk.record()).current;
            return TableCell(Words(), current ? MachineValue(level_name(current)) : MachineValue(nullptr));
        });
        hidden({"residual", "With controls"}, [&](const View& risk) { return with_controls(facts(risk.record())); });
        hidden({"over_appetite", "Over the appetite"},
               [&](const View& risk) { return TableCell(Words(), facts(risk.record()).over_appetite()); });
        hidden({"controls", "Controls", {}, Column::Holds::records},
               [&](const View& risk) { return controls_cell(page_, risk); });
        hidden({"all_found", "All that was found"},
               [&](const View& risk) { return found_cell(page_, pressing(risk.record()).found()); });
        hidden({.key = "found_grade", .title = "Grade of what was found", .is_facet = true},
               [&](const View& risk) { return gravest_cell(page_, risk.record()); });
        hidden({"all_due", "All that is due"}, [&](const View& risk) {
            return TableCell(listed(told_dates(page_, pressing(risk.record()).due()), "; "));
        });
        std::vector<RecordView> rows;
        for (const RecordId id : risks_) {
            if (rated_kind(id)) rows.push_back(page_.graph[id]);
        }
        add_field_columns(page_, kinds::risk, rows, table);
        table.add_all(rows);
        page_.add_titled(2, table.take(), page_.say("No threat, hazard or opportunity is recorded."));
    }

    // How high it stands, in the words of the scale; why that cannot be judged stands on its page.
    TableCell level(RecordId id) const {
        const RiskFacts& risk = facts(id);
        TableCell cell(level_words(page_, risk),
                       risk.counting ? MachineValue(level_name(risk.counting)) : MachineValue(nullptr));
        if (risk.counting && risk.appetite)
            cell.tone = risk.unaccepted() ? Tone::bad : risk.over_appetite() ? Tone::poor : Tone::good;
        if (risk.over_appetite())
            cell.words = risk.unaccepted() ? page_.say("{}, over the appetite", strong(cell.words))
                                           : page_.say("{}, accepted", cell.words);
        // A high one is good news.
        if (risk.type == RiskType::opportunity) cell.words = page_.say("{} (an opportunity)", cell.words);
        return cell;
    }

    // How it stands today, where somebody said it, and what its treatment aims at; why that is not reached.
    TableCell with_controls(const RiskFacts& risk) const {
        const Words today =
            risk.current
                ? page_.say("{} today", rating(risk.current_likelihood, risk.current_consequence, risk.current).words)
                : Words();
        if (!risk.residual && risk.residual_likelihood && risk.residual_consequence)
            return rating(risk.residual_likelihood, risk.residual_consequence, risk.residual);
        if (!risk.residual) return {today, MachineValue(nullptr)};
        const Words aim = rating(risk.residual_likelihood, risk.residual_consequence, risk.residual).words;
        const auto why = [&] { return why_not_held(page_, risk); };
        const Words told = risk.current        ? page_.say("{}; aims at {}", today, aim)
                           : risk.unjudged     ? page_.say("cannot be judged: {}; aims at {}", why(), aim)
                           : risk.misses_aim() ? page_.say("aims at {}, not reached: {}", aim, why())
                                               : aim;
        return {told, level_name(risk.residual)};
    }

    void add_aspects() {
        namespace own = fields::risk;
        constexpr auto kPrograms = Column::For::programs;
        using View = RecordView;
        TableOf<View> table(
            {.key = "aspects", .title = "Environmental aspects", .most_shown = 1000},
            {{{"aspect", "Aspect", {}, Column::Holds::record},
              [&](const View& risk) { return page_.introduced(risk.record()); }},
             {{"significant", "Significant"},
              [&](const View& risk) {
                  const bool significant = facts(risk.record()).significant;
                  return TableCell(significant ? strong(page_.say("yes")) : page_.say("no"), significant);
              }},
             {{"next_due", "Next due"},
              [&](const View& risk) { return next_due_cell(page_, pressing(risk.record()).due()); }},
             {{.key = "owner", .title = "Owner", .holds = Column::Holds::record, .is_facet = true},
              [&](const View& risk) { return linked_cell(page_, risk, {fields::owner}, "nobody is named"); }},
             {{"found", "What was found"},
              [&](const View& risk) { return gravest_found_cell(page_, pressing(risk.record()).found()); }},
             {{.key = "criterion", .title = "Criterion", .readers = kPrograms},
              [&](const View& risk) {
                  const FieldView criterion = risk[own::criterion];
                  return criterion ? prose_cell(criterion.text()) : not_stated(page_, "no criterion found");
              }},
             {{.key = "controls", .title = "Controls", .holds = Column::Holds::records, .readers = kPrograms},
              [&](const View& risk) { return controls_cell(page_, risk); }},
             {{.key = "disciplines", .title = "Disciplines", .readers = kPrograms, .is_facet = true},
              [&](const View& risk) { return discipline_cell(page_, page_.facts.disciplines(risk.record())); }}},
            page_.cells);
        std::vector<RecordView> rows;
        for (const RecordId id : risks_) {
            if (!rated_kind(id)) rows.push_back(page_.graph[id]);
        }
        if (rows.empty()) return;
        add_field_columns(page_, kinds::risk, rows, table);
        table.add_all(rows);
        page_.heading(2, "Environmental aspects");
        page_.paragraph("Aspects are not rated by likelihood and consequence; a criterion says which are significant.");
        page_.add(table.take());
    }

    Page& page_;
    const Vocabulary& words_;
    std::span<const RecordId> risks_;
    std::map<RecordId, Pressing> pressing_;
};

}  // namespace

TableCell controls_cell(const Page& page, const RecordView& risk) {
    std::vector<Words> shown;
    std::vector<std::string> names;
    for (const RecordView control : risk.linked(fields::risk::controls)) {
        if (!control.active()) continue;
        shown.push_back(control_words(page, control));
        names.push_back(control.name().text());
    }
    std::vector<Words> told;
    if (!shown.empty()) told.push_back(listed(shown));
    const std::size_t measures = risk[fields::risk::measures].children().size();
    if (measures > 0)
        told.push_back(page.say("{0} {0:measure|measures}[[ in words only|, described without a control]]", measures));
    return {listed(told, "; "), std::move(names)};
}

void add_risk_register(Page& page, std::span<const RecordId> risks) { RiskRegister(page, risks).run(); }

}  // namespace ims
