#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::generic_responsibility {
namespace {

// What asks for more than a general word: a risk over the appetite, or a duty of law.
bool is_weighty(const CheckContext& context, const RecordView& record) {
    if (record.is(kinds::risk)) return context.facts.risk(record.record()).high();
    if (!record.is(kinds::obligation)) return false;
    const std::string_view source = record.word(fields::obligation::source);
    return source == "law" || source == "permit";
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    DisciplineSet generic;
    std::vector<std::pair<RecordId, Concern>> weighty;  // the process, what it carries
    std::vector<Cells> homes;
    const auto processes = context.facts.processes_of(role.record());
    if (processes.empty()) return report.not_asked(role);
    for (const RecordId process : processes) {
        const ProcessFacts& facts = *context.facts.process(process);
        const Participant* self = facts.participant(role.record());
        const DisciplineSet here = self->generic & facts.concerned;
        if (here.empty()) continue;
        homes.push_back({process, {}});
        for (const Concern& concern : context.facts.concerns(process)) {
            const DisciplineSet meant = context.facts.disciplines(concern.record) & here;
            if (meant.empty() || !is_weighty(context, context.graph[concern.record])) continue;
            generic |= meant;
            homes.back().disciplines |= meant;
            weighty.emplace_back(process, concern);
        }
    }
    generic = report.excepted(role, generic, {}, homes);
    if (generic.empty()) return;
    auto finding =
        report.about(role, generic, role.id_span(), "role {} answers for {:12} only in general", role, generic);
    finding.because(role.record());
    finding.cells(homes, generic);
    std::size_t notes = 0;
    for (const auto& [process, concern] : weighty) {
        if ((context.facts.disciplines(concern.record) & generic).empty()) continue;
        if (++notes > 4) continue;
        const RecordView record = context.graph[concern.record];
        const Message what = record.is(kinds::risk) ? Message("high risk") : Message("legal duty");
        if (concern.via.known()) {
            finding.note("process {0} carries the {1} {2} ([[via {3}|through {4} {3}]])", process, what, record,
                         bare(concern.via), context.graph[concern.via].kind());
        } else {
            finding.note("process {} carries the {} {}", process, what, record);
        }
    }
    if (notes > 4) finding.note("{} more like these", notes - 4);
    finding.help(
        "say what the role itself does about it"
        "[[: a responsibility with `disciplines: [{}]` and `processes` or `about`|, so plainly that whoever has it "
        "knows what to do]]",
        *generic.begin());
}

}  // namespace ims::rules::generic_responsibility
