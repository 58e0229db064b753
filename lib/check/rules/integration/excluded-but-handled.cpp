#include "check/at_home.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::excluded_but_handled {
namespace {

// "risk/ink-waste (via site/mill)"
Message in_short(const Concern& concern, const CheckContext& context, Reporter& report) {
    const KindId kind = context.graph[concern.record].kind();
    if (!concern.via.known()) return report.say("[[{0}|{1} {0}]]", bare(concern.record), kind);
    return report.say("[[{0} (via {2})|{1} {0} (through {3} {2})]]", bare(concern.record), kind, bare(concern.via),
                      context.graph[concern.via].kind());
}

// What speaks against an exclusion, in words; empty where nothing does.
Message handled(const CheckContext& context, const RecordView& record, Discipline discipline, Reporter& report) {
    if (record.is(kinds::process)) {
        const ProcessFacts* facts = context.facts.process(record.record());
        if (facts == nullptr || !facts->concerned.has(discipline)) return {};
        std::vector<Message> shown;
        for (const Concern& concern : context.facts.concerns(record.record(), discipline))
            shown.push_back(in_short(concern, context, report));
        return shown.empty() ? Message("[[it has a `continuity` block|its own continuity was looked at]]")
                             : report.say("it carries {:3}", shown);
    }
    if (record.is(kinds::role)) {
        if (!record.active()) return {};
        for (const Responsibility& each : context.facts.responsibilities().own(record.record())) {
            if (each.answers && each.disciplines.has(discipline)) {
                const std::string_view does = each.entry[fields::role::responsibilities.does].text();
                return report.say("it has the responsibility [[\"|“]]{}[[\"|”]]",
                                  TextArgument{does, Written::plain, 80});
            }
        }
        for (const RecordId process : context.facts.processes_of(record.record())) {
            if (context.facts.process(process)->participant(record.record())->specific.has(discipline)) {
                return report.say("it answers for it in process {}", process);
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
        if (discipline && !handled(context, record, *discipline, report).empty()) both.add(*discipline);
    }
    if (both.empty()) return;
    const std::vector<Cells> homes = homes_of(record, context);
    both = report.excepted(record, both, {}, homes);
    if (both.empty()) return;
    Span place = record.id_span();
    for (const FieldView entry : record[fields::not_applicable].children()) {
        if (context.settings.find(entry.key()) == *both.begin()) place = entry.key_span();
    }
    auto finding =
        report.about(record, both, place,
                     "[[{0} {1} excludes {2:12} and handles it all the same|{2:12} {2:is|are} said not to apply to {0} "
                     "{1}, and {2:is|are} handled all the same]]",
                     record.kind(), record, both);
    finding.field("not_applicable");
    finding.cells(homes, both);
    for (const Discipline discipline : both)
        finding.note("{}: {}", discipline, handled(context, record, discipline, report));
    finding.help(
        "[[take the discipline out of `not_applicable`|ask which of the two is out of date: give up the exclusion]], "
        "or take away what contradicts it");
}

}  // namespace ims::rules::excluded_but_handled
