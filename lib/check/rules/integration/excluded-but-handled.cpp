#include <fmt/format.h>

#include "base/text.h"
#include "check/at_home.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::excluded_but_handled {
namespace {

// What speaks against an exclusion, in words; empty where nothing does.
std::string handled(const CheckContext& context, const RecordView& record, Discipline discipline) {
    if (record.is(kinds::process)) {
        const ProcessFacts* facts = context.facts.process(record.record());
        if (facts == nullptr || !facts->concerned.has(discipline)) return {};
        std::vector<std::string> shown;
        for (const Concern& concern : context.facts.concerns(record.record(), discipline)) {
            const RecordView each = context.graph[concern.record];
            shown.push_back(concern.via.known()
                                ? fmt::format("{} (via {})", each.name(), context.graph[concern.via].name())
                                : each.name());
        }
        return shown.empty() ? "it has a `continuity` block" : "it carries " + join_names(shown, Ticks::no, 3);
    }
    if (record.is(kinds::role)) {
        if (!record.active()) return {};
        for (const Responsibility& each : context.facts.responsibilities(record.record())) {
            if (each.stated_by == record.record() && each.answers && each.disciplines.has(discipline)) {
                return fmt::format("it has the responsibility \"{}\"",
                                   shorten(visible(each.entry[fields::role::responsibilities.does].text()), 80));
            }
        }
        for (const RecordId process : context.facts.processes_of(record.record())) {
            if (context.facts.process(process)->participant(record.record())->specific.has(discipline)) {
                return fmt::format("it answers for it in process {}", ticked(context.graph[process]));
            }
        }
        return {};
    }
    for (const FieldView evaluation : record[fields::supplier::evaluations].children()) {
        for (const FieldView item : evaluation[fields::supplier::evaluations.disciplines].children()) {
            if (item.discipline() == discipline) return "it was evaluated in it";
        }
    }
    return {};
}

// A role excludes what it answers for in some of its processes; a supplier, what it was evaluated in for those who use
// it.
std::vector<Cells> homes_of(const RecordView& record, const CheckContext& context) {
    std::vector<Cells> homes;
    if (record.is(kinds::supplier)) homes = where_used(record, context);
    if (!record.is(kinds::role)) return homes;
    for (const RecordId process : context.facts.processes_of(record.record()))
        homes.push_back({process, context.facts.process(process)->participant(record.record())->answers_for()});
    return homes;
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (!record.has(fields::not_applicable)) return report.not_asked(record);
    DisciplineSet both;
    for (const FieldView entry : record[fields::not_applicable].children()) {
        const auto discipline = context.settings.find(entry.key());
        if (discipline && !handled(context, record, *discipline).empty()) both.add(*discipline);
    }
    if (both.empty()) return;
    const std::vector<Cells> homes = homes_of(record, context);
    both = report.excepted(record, both, {}, homes);
    if (both.empty()) return;
    Span place = record.id_span();
    for (const FieldView entry : record[fields::not_applicable].children()) {
        if (context.settings.find(entry.key()) == *both.begin()) place = entry.key_span();
    }
    auto finding = report.about(record, both, place,
                                fmt::format("{} {} excludes {} and handles it all the same", record.kind_name(),
                                            ticked(record), join_names(context.settings.names(both), Ticks::no, 12)));
    finding.field("not_applicable");
    finding.cells(homes, both);
    for (const Discipline discipline : both) {
        finding.note(fmt::format("{}: {}", context.settings.name(discipline), handled(context, record, discipline)));
    }
    finding.help("take the discipline out of `not_applicable`, or take away what contradicts it");
}

}  // namespace ims::rules::excluded_but_handled
