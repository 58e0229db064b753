// How well things are done: processes, obligations, controls, suppliers, people and equipment, objectives.
#include "assess/concerns/obligations.h"
#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "judge/cells.h"
#include "report/sections/cells.h"
#include "report/sections/review_collector.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims::review_inputs {
namespace {

// The last evaluation in each discipline; of what is well only news.
void add_evaluations(Collector& out, const RecordView& supplier) {
    const SupplierEvaluations evaluations = evaluations_of(supplier, out.today);
    for (const LastEvaluation& last : evaluations.last) {
        const Standing standing = standing_of(last, supplier, out.today, out.page.arena());
        if (standing.kind == Standing::Kind::good && !out.is_news(last.date)) continue;
        DisciplineSet set;
        set.add(last.discipline);
        out.add(set, out.page.say("Supplier {}: {}", out.link(supplier), state_words(out.page, standing)),
                standing.kind == Standing::Kind::bad);
    }
}

}  // namespace

void add_cycles(Collector& out) {
    const Matrix& matrix = out.page.analysis.matrix();
    for (const Discipline discipline : out.page.settings.in_force()) {
        std::size_t all = 0;
        std::size_t addressed = 0;
        std::size_t complete = 0;
        for (const Matrix::Row& row : matrix.rows) {
            const Cell& cell = row.cells[discipline.index()];
            if (cell.state == CellState::not_covered || cell.state == CellState::not_applicable) continue;
            ++all;
            if (cell.state != CellState::addressed) continue;
            ++addressed;
            if (cell.whole()) ++complete;
        }
        if (all == 0) continue;
        DisciplineSet set;
        set.add(discipline);
        out.add(set, out.page.say("[[Processes that address it: {0} of {1}; evidence of the whole cycle of plan, do, "
                                  "check and act: {2}|{0} of {1} {1:process|processes} {0:addresses|address} {3}; "
                                  "evidence of planning, doing, checking and acting was found for {2}]]",
                                  addressed, all, complete, in_words(discipline)));
    }
}

void add_obligations(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::obligation, [&](const RecordView& obligation) {
        if (!is_binding(obligation, out.today)) return;
        const LastCheck last = last_evaluation(obligation, out.today);
        const Standing standing = standing_of(page, obligation);
        const bool bad = standing.kind == Standing::Kind::bad || standing.kind == Standing::Kind::poor;
        const bool late = last.late(out.today) || last.never(out.today);
        Words words = page.say("[[|Obligation ]]{}: {}", out.link(obligation), pressed(page, standing));
        if (late) words = page.say("{}[[,|;]] {}", words, strong(page.say("evaluation overdue")));
        out.add(out.disciplines(obligation), std::move(words), bad || late);
    });
}

void add_controls(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::control, [&](const RecordView& control) {
        const LastCheck last = last_verification(control, out.today);
        const FieldView result = last.entry[fields::control::verifications.result];
        const bool bad = result.word() == "ineffective";
        if (!last.day || (!bad && !out.is_news(last.day))) return;
        if (result.word().empty()) {
            out.add(out.disciplines(control), page.say("Control {0}: cannot be judged: [[no result that could be read "
                                                       "on {1}|what was found on {1} could not "
                                                       "be read]]",
                                                       out.link(control), *last.day));
            return;
        }
        out.add(out.disciplines(control),
                page.say("Control {}: [[|found ]]{} on {}", out.link(control), strong_if(bad, word_words(page, result)),
                         *last.day),
                bad);
    });
}

void add_suppliers(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::supplier, [&](const RecordView& supplier) {
        add_evaluations(out, supplier);
        const auto gravest = page.analysis.judgement.gravest(supplier.record());
        if (!gravest) return;
        const Finding& finding = page.analysis.judgement.findings()[*gravest];
        if (finding.grade < Grade::high) return;
        out.add(finding.about,
                page.say("[[Supplier {0}: {1}|{2}: {0}]]", out.link(supplier),
                         strong(page.say(page.rules[finding.rule].summary)),
                         strong(capitalised(page.say(page.rules[finding.rule].summary)))),
                true);
    });
}

void add_resources(Collector& out) {
    const Page& page = out.page;
    out.each(kinds::role, [&](const RecordView& role) {
        if (page.facts.people().holders(role.record()).vacant())
            out.add({}, page.say("Role {}: {}", out.link(role), strong(page.say("nobody holds it"))), true);
    });
    out.each(kinds::asset, [&](const RecordView& asset) {
        const Standing standing = standing_of(page, asset);
        if (standing.kind != Standing::Kind::bad && standing.kind != Standing::Kind::poor) return;
        out.add({}, page.say("Asset {}: {}", out.link(asset), pressed(page, standing)),
                standing.kind == Standing::Kind::bad);
    });
}

void add_objectives(Collector& out) {
    namespace own = fields::objective;
    const Page& page = out.page;
    out.each(kinds::objective, [&](const RecordView& objective) {
        const LastCheck last = last_measurement(objective, out.today);
        const Standing standing = standing_of(page, objective);
        const bool bad = standing.kind == Standing::Kind::bad || standing.kind == Standing::Kind::poor;
        const Words state = pressed(page, standing);
        Words words = last.day ? page.say("{}: {}[[,|;]] {} on {}", out.link(objective), state,
                                          raw(last.entry[own::measurements.value].text()), *last.day)
                               : page.say("{}: {}[[,|;]] no measurement found", out.link(objective), state);
        if (const FieldView target = objective[own::target])
            words = page.say("{} (target {})", words, raw(target.text()));
        out.add(out.disciplines(objective), std::move(words), bad);
    });
}

}  // namespace ims::review_inputs
