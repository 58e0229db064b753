#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    const std::vector<std::string> names = context.settings.names(generic);
    auto finding = report.about(
        role, generic, role.id_span(),
        fmt::format("role {} answers for {} only in general", ticked(role), join_names(names, Ticks::no, 12)));
    finding.because(role.record());
    finding.cells(homes, generic);
    std::size_t notes = 0;
    for (const auto& [process, concern] : weighty) {
        if ((context.facts.disciplines(concern.record) & generic).empty()) continue;
        const RecordView record = context.graph[concern.record];
        if (++notes > 4) continue;
        finding.note(
            fmt::format("process {} carries the {} {}{}", ticked(context.graph[process]),
                        record.is(kinds::risk) ? "high risk" : "legal duty", ticked(record),
                        concern.via.known() ? fmt::format(" (via {})", context.graph[concern.via].name()) : ""));
    }
    if (notes > 4) finding.note(fmt::format("and {} like these", notes - 4));
    finding.help(fmt::format(
        "say what the role itself does about it: a responsibility with `disciplines: [{}]` and `processes` or `about`",
        names.front()));
}

}  // namespace ims::rules::generic_responsibility
