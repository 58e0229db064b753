#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
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
                return fmt::format("it answers for it in process `{}`", context.graph[process].id());
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

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    DisciplineSet both;
    for (const FieldView entry : record[fields::not_applicable].children()) {
        const auto discipline = context.settings.find(entry.key());
        if (discipline && !handled(context, record, *discipline).empty()) both.add(*discipline);
    }
    both = report.excepted(record, both);
    if (both.empty()) return;
    Span place = record.id_span();
    for (const FieldView entry : record[fields::not_applicable].children()) {
        if (context.settings.find(entry.key()) == *both.begin()) place = entry.key_span();
    }
    auto finding = report.about(record, both, place,
                                fmt::format("{} `{}` excludes {} and handles it all the same", record.kind_name(),
                                            record.id(), join_names(context.settings.names(both), Ticks::no, 12)));
    finding.field("not_applicable");
    for (const Discipline discipline : both) {
        finding.note(fmt::format("{}: {}", context.settings.name(discipline), handled(context, record, discipline)));
    }
    finding.help("take the discipline out of `not_applicable`, or take away what contradicts it");
}

}  // namespace

IMS_DEFINE_RULE(excluded_but_handled) = {
    .kinds = {kinds::process, kinds::role, kinds::supplier},
    .check_record = check,
    .page =
        R"(A record says that a discipline does not concern it (`not_applicable`), and other records show that it does: a process
carries a concern of the discipline, a role answers for it, or a supplier was evaluated in it.

## Why it matters

One of the two is out of date. An auditor who reads the exclusion and then meets the risk will doubt both; what may be
left out of a system has to be justified (ISO 9001 4.3, ISO/IEC 27001 6.1.3, ISO 22301 4.3.2).

## How to mend it

Mostly the exclusion is the older word: take the discipline out of `not_applicable`. If the exclusion is right, unlink
the risk, obligation or objective, or the responsibility, that contradicts it. A concern may come along with an asset,
site or supplier that the process needs; the finding then says `via`. To accept it, add an entry to `exceptions`.
)",
    .bad = R"(# file: processes/print-cards.yaml
process: print-cards
title: Print greeting cards
not_applicable: {environment: paper only, health-and-safety: desk work, information-security: no data, business-continuity: can wait}
# file: risks/ink-waste.yaml
risk: ink-waste
title: Ink reaches the drain
type: aspect
significant: no
disciplines: [environment, quality]
processes: [print-cards]
)",
    .good = R"(# file: processes/print-cards.yaml
process: print-cards
title: Print greeting cards
not_applicable: {health-and-safety: desk work, information-security: no data, business-continuity: can wait}
# file: risks/ink-waste.yaml
risk: ink-waste
title: Ink reaches the drain
type: aspect
significant: no
disciplines: [environment, quality]
processes: [print-cards]
)"};

}  // namespace ims
