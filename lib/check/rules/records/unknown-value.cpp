#include "base/nearest.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unknown_value {
namespace {

// The levels of a competence stand in its own record: what reads one record alone cannot know them.
void check_level(const RecordView& record, const FieldView& competence_field, const FieldView& level,
                 Reporter& report) {
    const auto competence = target_of(record.graph(), competence_field);
    if (!competence || !level || level.invalid()) return;
    const FieldView levels = (*competence)[fields::competence::levels];
    if (!levels || levels.invalid() || level_place(*competence, level.text())) return;
    std::vector<std::string_view> names;
    std::vector<TextArgument> shown;
    for (const FieldView each : levels.children()) {
        names.push_back(each.text());
        shown.push_back(quoted(each.text()));
    }
    auto finding = report.at(record, level, "{} is no level of competence {}", quoted(level.text(), 40), *competence);
    finding.field("competences.level").key(std::string(competence->id())).label(levels.span(), "its levels");
    if (const auto near = nearest(level.text(), names)) {
        finding.suggest(*near);
    } else {
        finding.help("[[write|choose]] one of {:12}", shown);
    }
}

}  // namespace

void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace role = fields::role;
    namespace person = fields::person;
    if (!record.has(fields::competences)) return report.not_asked(record);
    for (const FieldView entry : record[fields::competences].children()) {
        if (record.is(kinds::role))
            check_level(record, entry[role::competences.competence], entry[role::competences.level], report);
        else check_level(record, entry[person::competences.competence], entry[person::competences.level], report);
    }
}

// Words that a field's schema lists are judged where values are read.

}  // namespace ims::rules::unknown_value
