#include "check/reporter.h"

#include "schema/fields.h"

namespace ims {
namespace {

// An exception holds on its last day too; without a last day it holds for good. A last day that cannot be read is
// reported as such: neither is the exception over, nor does what it accepts return beside that.
bool is_over(const FieldView& exception, Date today) {
    const auto until = exception[fields::exceptions.until].date();
    return until && *until < today;
}

// Errors that make records untrustworthy cannot be accepted, nor can what is wrong with an exception itself.
bool can_be_accepted(const RuleEntry& rule) { return rule.fixedness == Fixedness::open && rule.family != "exceptions"; }

DisciplineSet disciplines_of(const FieldView& exception) {
    return exception[fields::exceptions.disciplines].disciplines();
}

bool names_rule(const FieldView& exception, const RuleEntry& rule) {
    const std::string_view name = exception[fields::exceptions.rule].text();
    return name == rule.name || name == rule.family;
}

}  // namespace

void add_uses(UsedExceptions& all, const UsedExceptions& more) {
    for (const auto& [place, use] : more) {
        ExceptionUse& sum = all[place];
        sum.silenced = std::max(sum.silenced, use.silenced);
        sum.lapsed = sum.lapsed || use.lapsed;
        sum.too_narrow = sum.too_narrow || use.too_narrow;
    }
}

Grade Reporter::grade() const { return graph_.settings().grade(rule_).value_or(rule_.grade); }

FindingBuilder Reporter::build(Span place, std::string message) {
    Finding finding;
    finding.rule = rule_.id;
    finding.grade = grade();
    finding.span = place;
    finding.message = std::move(message);
    FindingBuilder builder(&findings_, std::move(finding));
    builder.regraded(graph_.settings().rules.contains(rule_.id));
    return builder;
}

FindingBuilder Reporter::at(const RecordView& record, Span place, std::string message) {
    FindingBuilder builder = about(record, {}, place, std::move(message));
    const FieldView exceptions = record[fields::exceptions];
    if (!exceptions || !can_be_accepted(rule_)) return builder;
    std::uint32_t number = 0;
    bool accepted = false;
    for (const FieldView exception : exceptions.children()) {
        if (names_rule(exception, rule_) && !accepted) {
            // An exception for some disciplines accepts nothing where a rule does not speak of disciplines.
            if (exception[fields::exceptions.disciplines]) {
                use(record, number).too_narrow = true;
            } else if (!is_over(exception, today_)) {
                builder.silence(use(record, number).silenced);
                accepted = true;
            }
        }
        ++number;
    }
    if (!accepted) tell_lapsed(record, {});
    return builder;
}

// What is over brings the finding back, unless another exception has taken its place.
void Reporter::tell_lapsed(const RecordView& record, DisciplineSet returned) {
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        if (names_rule(exception, rule_) && is_over(exception, today_)) {
            const FieldView named = exception[fields::exceptions.disciplines];
            const bool returns = returned.empty() ? !named : !named || !(disciplines_of(exception) & returned).empty();
            if (returns) use(record, number).lapsed = true;
        }
        ++number;
    }
}

FindingBuilder Reporter::whole(Span place, std::string message) { return build(place, std::move(message)); }

DisciplineSet Reporter::excepted(const RecordView& record, DisciplineSet missed, std::optional<Grade> own_grade) {
    const FieldView exceptions = record[fields::exceptions];
    if (!exceptions || missed.empty() || !can_be_accepted(rule_)) return missed;
    const bool regraded = graph_.settings().rules.contains(rule_.id);
    const Grade silenced = regraded ? grade() : own_grade.value_or(grade());
    DisciplineSet left = missed;
    std::uint32_t number = 0;
    for (const FieldView exception : exceptions.children()) {
        if (names_rule(exception, rule_) && !is_over(exception, today_)) {
            const DisciplineSet accepted =
                exception[fields::exceptions.disciplines] ? disciplines_of(exception) : missed;
            if (!(left & accepted).empty()) {
                std::optional<Grade>& worst = use(record, number).silenced;
                worst = std::max(worst, std::optional(silenced));
            }
            left = left.without(accepted);
        }
        ++number;
    }
    if (!left.empty()) tell_lapsed(record, left);
    return left;
}

FindingBuilder Reporter::about(const RecordView& record, DisciplineSet disciplines, Span place, std::string message) {
    FindingBuilder builder = build(place, std::move(message));
    builder.about(record.name(), graph_.settings().names(disciplines));
    return builder;
}

}  // namespace ims
