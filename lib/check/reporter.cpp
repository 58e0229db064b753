#include "check/reporter.h"

#include "check/asking.h"
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

void FindingBuilder::on(const RecordView& record) {
    finding_.record = record.name();
    finding_.on = record.record();
}

FindingBuilder& FindingBuilder::about(const Settings& settings, DisciplineSet disciplines) {
    finding_.disciplines = settings.names(disciplines);
    finding_.about = disciplines;
    return *this;
}

FindingBuilder& FindingBuilder::asks_for(const RecordView& record, const FieldView& item,
                                         std::span<const Field> fields) {
    Asking asking = ask_for(record, item, fields, arena_);
    if (asking.fix) finding_.fix = std::move(asking.fix);
    if (asking.waiting) finding_.span = *asking.waiting;
    return *this;
}

void Reporter::not_asked(const RecordView& record) {
    // Of others it is not counted anyway.
    if (record.active()) ++not_asked_;
}

bool Reporter::accepts(const RecordView& record, DisciplineSet missed) const {
    if (!can_be_accepted(rule_)) return false;
    for (const FieldView exception : record[fields::exceptions].children()) {
        const bool narrowed = static_cast<bool>(exception[fields::exceptions.disciplines]);
        const bool of_all = !narrowed || (!missed.empty() && missed.without(disciplines_of(exception)).empty());
        if (of_all && names_rule(exception, rule_) && !is_over(exception, today_)) return true;
    }
    return false;
}

// A rule that is turned off has its own grade: what it finds is not told, but judged.
bool Reporter::is_regraded() const {
    const auto setting = graph_.settings().rules.find(rule_.id);
    return setting != graph_.settings().rules.end() && setting->second.grade;
}

Grade Reporter::grade() const { return graph_.settings().grade(rule_).value_or(rule_.grade); }

FindingBuilder Reporter::build(Span place, Message message) {
    Finding finding;
    finding.rule = rule_.id;
    finding.grade = grade();
    finding.span = place;
    finding.message = message;
    FindingBuilder builder(&findings_, arena_, std::move(finding));
    builder.regraded(is_regraded());
    return builder;
}

FindingBuilder Reporter::at(const RecordView& record, Span place, Message message) {
    FindingBuilder builder = about(record, {}, place, message);
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
                builder.accept(use(record, number).silenced, exception[fields::exceptions.until].date());
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

FindingBuilder Reporter::whole(Span place, Message message) { return build(place, message); }

DisciplineSet Reporter::excepted(const RecordView& record, DisciplineSet missed, std::optional<Grade> own_grade,
                                 std::span<const Cells> homes) {
    const FieldView exceptions = record[fields::exceptions];
    if (!exceptions || missed.empty() || !can_be_accepted(rule_)) return missed;
    const Grade silenced = is_regraded() ? grade() : own_grade.value_or(grade());
    DisciplineSet left = missed;
    std::uint32_t number = 0;
    for (const FieldView exception : exceptions.children()) {
        if (names_rule(exception, rule_) && !is_over(exception, today_)) {
            const DisciplineSet accepted =
                exception[fields::exceptions.disciplines] ? disciplines_of(exception) : missed;
            if (!(left & accepted).empty()) {
                std::optional<Grade>& worst = use(record, number).silenced;
                worst = std::max(worst, std::optional(silenced));
                // What is taken out has no message of its own: its rule writes one of what is left.
                about(record, left & accepted, record.id_span(), "{}: {:12}", rule_.summary, left & accepted)
                    .grade(silenced)
                    .cells(homes, accepted)
                    .accept(worst, exception[fields::exceptions.until].date());
            }
            left = left.without(accepted);
        }
        ++number;
    }
    if (!left.empty()) tell_lapsed(record, left);
    return left;
}

FindingBuilder Reporter::about(const RecordView& record, DisciplineSet disciplines, Span place, Message message) {
    FindingBuilder builder = build(place, message);
    builder.on(record);
    builder.about(graph_.settings(), disciplines);
    return builder;
}

}  // namespace ims
