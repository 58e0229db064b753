#include "check/reporter.h"

#include "schema/fields.h"

namespace ims {
namespace {

// An exception holds on its last day too; without a last day it holds for good.
bool holds(const FieldView& exception, Date today) {
    const FieldView until = exception[fields::exceptions.until];
    return !until || (until.date() && today <= *until.date());
}

bool names_rule(const FieldView& exception, RuleId rule) {
    const std::string_view name = exception[fields::exceptions.rule].text();
    return name == entry(rule).name || name == entry(rule).family;
}

}  // namespace

FindingBuilder Reporter::build(Span place, std::string message) {
    Finding finding;
    finding.rule = rule_;
    const Settings& settings = graph_.settings();
    const bool regraded = settings.rules.contains(rule_);
    finding.grade = settings.grade(rule_).value_or(entry(rule_).grade);
    finding.span = place;
    finding.message = std::move(message);
    FindingBuilder builder(&findings_, std::move(finding));
    builder.regraded(regraded);
    return builder;
}

FindingBuilder Reporter::at(const RecordView& record, Span place, std::string message) {
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        // An exception for some disciplines accepts nothing where a rule does not speak of disciplines.
        const bool whole = !exception[fields::exceptions.disciplines];
        if (whole && entry(rule_).fixedness == Fixedness::open && names_rule(exception, rule_) &&
            holds(exception, today_)) {
            used_.emplace(record.record(), number);
            return FindingBuilder(nullptr, {});
        }
        ++number;
    }
    return about(record, {}, place, std::move(message));
}

FindingBuilder Reporter::whole(Span place, std::string message) { return build(place, std::move(message)); }

DisciplineSet Reporter::excepted(const RecordView& record, DisciplineSet missed) {
    DisciplineSet left = missed;
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        if (names_rule(exception, rule_) && holds(exception, today_)) {
            DisciplineSet accepted;
            for (const FieldView item : exception[fields::exceptions.disciplines].children()) {
                if (const auto discipline = item.discipline()) accepted.add(*discipline);
            }
            if (!exception[fields::exceptions.disciplines]) accepted = missed;
            if (!(missed & accepted).empty()) used_.emplace(record.record(), number);
            left = left.without(accepted);
        }
        ++number;
    }
    return left;
}

FindingBuilder Reporter::about(const RecordView& record, DisciplineSet disciplines, Span place, std::string message) {
    FindingBuilder builder = build(place, std::move(message));
    builder.about(record.name(), graph_.settings().names(disciplines));
    return builder;
}

}  // namespace ims
