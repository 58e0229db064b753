#include "assess/risks/risk.h"

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims {
namespace {

namespace own = fields::risk;

struct Rating {
    std::optional<std::uint32_t> step;
    bool invalid = false;
};

// A step, or the highest of a map discipline → step.
Rating rating(const FieldView& field) {
    if (field.invalid()) return {std::nullopt, true};
    if (const auto step = field.step()) return {step, false};
    Rating highest;
    for (const FieldView entry : field.children()) {
        if (entry.invalid()) return {std::nullopt, true};
        if (const auto step = entry.step()) highest.step = std::max(highest.step.value_or(0), *step);
    }
    return highest;
}

// Where what remains is told for some disciplines only, it is for the others what it was.
void keep_what_is_not_told(const FieldView& before, const FieldView& after, Rating& remaining) {
    if (!before.is(ValueType::map) || !after.is(ValueType::map) || !remaining.step) return;
    for (const FieldView entry : before.children()) {
        bool told = false;
        for (const FieldView other : after.children()) told = told || other.key() == entry.key();
        if (const auto step = entry.step(); step && !told) remaining.step = std::max(*remaining.step, *step);
    }
}

RiskType type_of(const RecordView& risk) {
    const std::string_view word = risk.word(own::type);
    if (word == "threat") return RiskType::threat;
    if (word == "opportunity") return RiskType::opportunity;
    if (word == "hazard") return RiskType::hazard;
    return word == "aspect" ? RiskType::aspect : RiskType::unknown;
}

struct Controls {
    bool all_in_place = true;
    bool low = false;
    bool higher = false;  // or may be
    bool doubt = false;   // a control that could not be read may be in place
};

Controls read_controls(const RecordView& risk, Date today, RiskFacts& facts) {
    Controls controls;
    controls.doubt = risk.graph().may_be_unread(kinds::control);
    for (const RecordView control : risk.linked(own::controls)) {
        if (!control.active()) continue;
        facts.controlled = true;
        const std::string_view implementation = control.word(fields::control::implementation);
        controls.all_in_place = controls.all_in_place && implementation == "in-place";
        controls.doubt = controls.doubt || control[fields::control::implementation].invalid();
        add_shortfalls(control, today, facts.shortfalls);
        if (implementation == "planned") continue;
        facts.held = true;
        const std::string_view hierarchy = control.word(fields::control::hierarchy);
        const bool low = hierarchy == "administrative" || hierarchy == "ppe";
        (low ? controls.low : controls.higher) = true;
    }
    std::ranges::stable_sort(facts.shortfalls, {}, &Shortfall::reason);
    facts.held_low = controls.low && !controls.higher && !controls.doubt;
    return controls;
}

// None where ims.yaml has no levels that could be true of it.
std::optional<RiskLevel> level_of(const Settings& settings, std::optional<std::uint32_t> likelihood,
                                  std::optional<std::uint32_t> consequence) {
    if (!likelihood || !consequence || !rates(settings.risk)) return std::nullopt;
    return settings.risk.level(*likelihood, *consequence);
}

// What a map beside the rating before controls says.
struct WithControls {
    std::optional<std::uint32_t> likelihood;
    std::optional<std::uint32_t> consequence;
    std::optional<RiskLevel> level;
    bool invalid = false;
};

WithControls read_with_controls(const RecordView& risk, const RiskFacts& facts, const FieldView& likelihood_field,
                                const FieldView& consequence_field) {
    const Rating likelihood = rating(likelihood_field);
    Rating consequence = rating(consequence_field);
    keep_what_is_not_told(risk[own::consequence], consequence_field, consequence);
    WithControls out;
    out.invalid = likelihood.invalid || consequence.invalid;
    if (out.invalid) return out;
    out.likelihood = likelihood.step ? likelihood.step : facts.likelihood;
    out.consequence = consequence.step ? consequence.step : facts.consequence;
    out.level = level_of(risk.graph().settings(), out.likelihood, out.consequence);
    return out;
}

void count(RiskFacts& facts, Basis basis, std::optional<RiskLevel> level) {
    facts.basis = level ? basis : Basis::none;
    facts.counting = level;
}

// Whether what the treatment aims at is reached. `aim_invalid`: it is written, and could not be read.
void count_aim(const Controls& controls, bool aim_invalid, RiskFacts& facts) {
    if (!facts.residual && !aim_invalid) return;
    if (facts.shortfalls.empty()) {
        if (!facts.controlled && !controls.doubt) return;
        const bool lower_before = facts.residual && facts.inherent && *facts.inherent < *facts.residual;
        if (!controls.doubt || !lower_before) count(facts, Basis::residual, facts.residual);
        return;
    }
    const bool uncertain = std::ranges::all_of(facts.shortfalls, &Shortfall::uncertain);
    if (!uncertain || (!aim_invalid && !facts.aims_elsewhere())) return;
    facts.unjudged = true;
    count(facts, Basis::none, std::nullopt);
}

void read_levels(const RecordView& risk, const Controls& controls, RiskFacts& facts) {
    facts.likelihood = rating(risk[own::likelihood]).step;
    facts.consequence = rating(risk[own::consequence]).step;
    facts.inherent = level_of(risk.graph().settings(), facts.likelihood, facts.consequence);
    count(facts, Basis::inherent, facts.inherent);

    const FieldView aim = risk[own::residual];
    bool aim_invalid = aim.invalid();
    if (aim && !aim_invalid) {
        const WithControls told = read_with_controls(risk, facts, aim[own::residual.likelihood],  //
                                                     aim[own::residual.consequence]);
        facts.residual_likelihood = told.likelihood;
        facts.residual_consequence = told.consequence;
        facts.residual = told.level;
        aim_invalid = told.invalid;
    }
    const FieldView today = risk[own::current];
    if (!today) return count_aim(controls, aim_invalid, facts);
    if (today.invalid()) return count(facts, Basis::none, std::nullopt);
    const WithControls told = read_with_controls(risk, facts, today[own::current.likelihood],  //
                                                 today[own::current.consequence]);
    facts.current_likelihood = told.likelihood;
    facts.current_consequence = told.consequence;
    facts.current = told.level;
    count(facts, Basis::current, facts.current);
}

void read_appetite(const RiskCriteria& criteria, DisciplineSet disciplines, RiskFacts& facts) {
    if (disciplines.empty()) facts.appetite = criteria.general_appetite;
    for (const Discipline discipline : disciplines) {
        const auto specific = criteria.appetite[discipline.index()];
        const auto level = specific ? specific : criteria.general_appetite;
        if (!level || (facts.appetite && *facts.appetite <= *level)) continue;
        facts.appetite = level;
        facts.strictest = specific ? discipline : Discipline();
    }
}

void read_conditions(const RecordView& risk, RiskFacts& facts) {
    const FieldView conditions = risk[own::conditions];
    facts.conditions_known = !conditions.invalid();
    for (const FieldView item : conditions.children()) {
        const std::string_view word = item.word();
        if (item.invalid()) facts.conditions_known = false;
        const Condition condition = word == "emergency"  ? Condition::emergency
                                    : word == "abnormal" ? Condition::abnormal
                                                         : Condition::normal;
        if (!word.empty()) facts.conditions = static_cast<std::uint8_t>(facts.conditions | static_cast<int>(condition));
    }
}

Acceptance acceptance_of(const RecordView& risk, Date today) {
    const FieldView accepted = risk[own::accepted];
    if (!accepted) return Acceptance::none;
    const auto until = accepted[own::accepted.until].date();
    return until && *until < today ? Acceptance::expired : Acceptance::valid;
}

Treatment treatment_of(const RecordView& risk, const Controls& controls, const RiskFacts& facts, Date today) {
    const auto due = risk[own::due].date();
    const FieldView ways = risk[own::treatment];
    bool retained = static_cast<bool>(ways) && !ways.invalid();
    for (const FieldView way : ways.children()) retained = retained && way.word() == "retain";
    if (!due || retained) return Treatment::undated;
    const bool in_place = (facts.controlled && controls.all_in_place) || controls.doubt;
    if (in_place && !facts.over_appetite()) return Treatment::settled;
    if (*due >= today) return Treatment::open;
    return facts.acceptance == Acceptance::valid ? Treatment::settled : Treatment::overdue;
}

}  // namespace

const Shortfall* RiskFacts::find(Shortfall::Reason reason) const {
    const auto found = std::ranges::find(shortfalls, reason, &Shortfall::reason);
    return found == shortfalls.end() ? nullptr : &*found;
}

RiskFacts assess_risk(const RecordView& risk, DisciplineSet disciplines, Date today) {
    RiskFacts facts;
    facts.type = type_of(risk);
    const Controls controls = read_controls(risk, today, facts);
    read_conditions(risk, facts);
    if (facts.type == RiskType::aspect) facts.significant = risk.says_yes(own::significant);
    else read_levels(risk, controls, facts);
    if (facts.type == RiskType::threat || facts.type == RiskType::hazard)
        read_appetite(risk.graph().settings().risk, disciplines, facts);
    // It was rated, and by what ims.yaml says nobody can tell how high that is.
    const bool rated =
        (facts.likelihood && facts.consequence) || (facts.current_likelihood && facts.current_consequence);
    if (rated && !rates(risk.graph().settings().risk)) facts.unjudged = true;
    facts.acceptance = acceptance_of(risk, today);
    facts.treatment = treatment_of(risk, controls, facts, today);
    return facts;
}

Message noun(RiskType type) {
    switch (type) {
        case RiskType::opportunity: return "opportunity";
        case RiskType::hazard: return "hazard";
        case RiskType::aspect: return "[[|environmental ]]aspect";
        case RiskType::threat:
        case RiskType::unknown: break;
    }
    return "risk";
}

Message standing(const RiskFacts& risk, const Settings& settings, Arena& arena) {
    IMS_ASSERT(risk.over_appetite(), "a risk within the appetite stands over nothing");
    const std::vector<std::string>& names = settings.vocabulary.risk_levels;
    const TextArgument level = plain(names[*risk.at_least()]);
    const TextArgument appetite = plain(names[*risk.appetite]);
    const Message at_least =
        risk.unjudged ? make_message(arena, "at least {}", level) : make_message(arena, "{}", level);
    return risk.strictest.known()
               ? make_message(arena, "{}, over the appetite of {} for {}", at_least, appetite, risk.strictest)
               : make_message(arena, "{}, over the appetite of {}", at_least, appetite);
}

void Considered::add(const RiskFacts& risk) {
    any = true;
    certain = certain && risk.conditions_known;
    conditions = static_cast<std::uint8_t>(conditions | risk.conditions);
}

void Considered::add(const Considered& other) {
    any = any || other.any;
    certain = certain && other.certain;
    conditions = static_cast<std::uint8_t>(conditions | other.conditions);
}

}  // namespace ims
