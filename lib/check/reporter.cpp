#include "check/reporter.h"

#include "check/acceptable.h"
#include "check/asking.h"
#include "schema/fields.h"

namespace ims {

bool can_be_accepted(const RuleEntry& rule) { return rule.fixedness == Fixedness::open && rule.family != "exceptions"; }

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

RecordExceptions* Reporter::exceptions_of(const RecordView& record) const {
    if (!can_be_accepted(rule_)) return nullptr;
    const FieldView exceptions = record[fields::exceptions];
    if (!exceptions) return nullptr;
    const auto found = exceptions_.find(record.record());
    if (found != exceptions_.end()) return &found->second;
    return &exceptions_.emplace(record.record(), RecordExceptions(exceptions, rule_, today_)).first->second;
}

bool Reporter::accepts(const RecordView& record, DisciplineSet missed) const {
    const RecordExceptions* exceptions = exceptions_of(record);
    return exceptions != nullptr && exceptions->accepts(missed);
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
    RecordExceptions* exceptions = exceptions_of(record);
    if (exceptions == nullptr) return builder;
    const RecordExceptions::Entry* accepted = exceptions->whole();
    if (exceptions->first_whole()) {
        for (const RecordExceptions::Entry& entry : exceptions->entries()) {
            if (accepted != nullptr && entry.number >= accepted->number) break;
            // An exception for some disciplines accepts nothing where a rule does not speak of disciplines.
            if (entry.narrowed) use(record, entry.number).too_narrow = true;
        }
    }
    if (accepted != nullptr) builder.accept(use(record, accepted->number).silenced, accepted->until);
    else tell_lapsed(record, *exceptions, {});
    return builder;
}

// What is over brings the finding back, unless another exception has taken its place.
void Reporter::tell_lapsed(const RecordView& record, RecordExceptions& exceptions, DisciplineSet returned) {
    for (const std::uint32_t number : exceptions.lapsed(returned)) use(record, number).lapsed = true;
}

FindingBuilder Reporter::whole(Span place, Message message) { return build(place, message); }

DisciplineSet Reporter::excepted(const RecordView& record, DisciplineSet missed, std::optional<Grade> own_grade,
                                 std::span<const Cells> homes) {
    RecordExceptions* exceptions = missed.empty() ? nullptr : exceptions_of(record);
    if (exceptions == nullptr) return missed;
    const Grade silenced = is_regraded() ? grade() : own_grade.value_or(grade());
    DisciplineSet left = missed;
    for (const RecordExceptions::Entry& entry : exceptions->parts()) {
        const DisciplineSet accepted = entry.narrowed ? entry.disciplines : missed;
        if (!(left & accepted).empty()) {
            std::optional<Grade>& worst = use(record, entry.number).silenced;
            worst = std::max(worst, std::optional(silenced));
            // What is taken out has no message of its own: its rule writes one of what is left.
            about(record, left & accepted, record.id_span(), "{}: {:12}", rule_.summary, left & accepted)
                .grade(silenced)
                .cells(homes, accepted)
                .accept(worst, entry.until);
        }
        left = left.without(accepted);
    }
    if (!left.empty()) tell_lapsed(record, *exceptions, left);
    return left;
}

FindingBuilder Reporter::about(const RecordView& record, DisciplineSet disciplines, Span place, Message message) {
    FindingBuilder builder = build(place, message);
    builder.on(record);
    builder.about(graph_.settings(), disciplines);
    return builder;
}

}  // namespace ims
