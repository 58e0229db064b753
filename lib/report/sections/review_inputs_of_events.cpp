// What happened, was found, audited or exercised: incidents and their lessons, nonconformities, audits, exercises.
#include "assess/performance/audits.h"
#include "assess/performance/nonconformities.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/review_collector.h"
#include "schema/fields.h"

namespace ims::review_inputs {
namespace {

// "Near miss"
Words type_of_incident(const Page& page, const RecordView& incident) {
    namespace own = fields::incident;
    const Words type = word_cell(page, incident, own::type).words;
    if (type.empty()) return page.say("Incident");
    return capitalised(page.say("[[{0}|{1}]]", raw(spoken(incident.word(own::type))), type));
}

void add_incidents_of(Collector& out, bool complaints) {
    namespace own = fields::incident;
    out.each(kinds::incident, [&](const RecordView& incident) {
        const auto day = incident[own::date].date();
        if (!out.is_news(day) || (incident.word(own::type) == "complaint") != complaints) return;
        out.add(out.disciplines(incident),
                out.page.say("{} on {}: {}", type_of_incident(out.page, incident), *day, out.link(incident)));
    });
}

// "action overdue", "open", "closed"
Words state_of_nonconformity(const Collector& out, const RecordView& record) {
    if (is_action_overdue(record, out.today)) return strong(out.page.say("action overdue"));
    const Standing standing = standing_of(out.page, record);
    if (!standing.known()) return state_words(out.page, standing);
    return standing.kind == Standing::Kind::good ? out.page.say("closed") : out.page.say("open");
}

void add_nonconformities(Collector& out, bool lapses) {
    namespace own = fields::nonconformity;
    const Page& page = out.page;
    out.each(kinds::nonconformity, [&](const RecordView& record) {
        const auto day = record[own::date].date();
        if (is_lapse(record) != lapses || (!is_open(record) && !out.is_news(day))) return;
        const Words grade = capitalised(word_cell(page, record, own::grade).words);
        std::vector<Words> told = {grade.empty() ? Words(out.link(record))
                                                 : page.say("{}: {}", grade, out.link(record))};
        if (day) told.push_back(page.say("found [[|on ]]{}", *day));
        told.push_back(state_of_nonconformity(out, record));
        out.add(out.disciplines(record), listed(told),
                is_action_overdue(record, out.today) || record.word(own::grade) == "major");
    });
}

// "overdue since 2026-05-01"
Words planned_words(const Page& page, Date planned, bool late) {
    return late ? strong(page.say("overdue since {}", planned)) : page.say("planned for {}", planned);
}

// "done 2026-05-01, 2 raised: the desk works"
Words done_words(const Page& page, const RecordView& audit, Date done) {
    namespace own = fields::audit;
    const std::size_t raised = audit.linked(own::nonconformities).size();
    const Words words = raised == 0 ? page.say("done [[|on ]]{}, nothing raised", done)
                                    : page.say("done [[|on ]]{0}, {1}[[| {1:finding|findings}]] raised", done, raised);
    const FieldView result = audit[own::result];
    return result ? page.say("{0}[[: {1}|; result: “{1}”]]", words, read_prose_line(result.text())) : words;
}

}  // namespace

void add_complaints(Collector& out) { add_incidents_of(out, true); }
void add_incidents(Collector& out) { add_incidents_of(out, false); }

void add_lessons(Collector& out) {
    namespace own = fields::incident;
    out.each(kinds::incident, [&](const RecordView& incident) {
        const FieldView lessons = incident[own::lessons];
        if (!lessons || !out.is_news(incident[own::date].date())) return;
        out.add(out.disciplines(incident),
                out.page.say("Lessons of {} are written down on its own page", out.link(incident)));
    });
}

void add_lapses(Collector& out) { add_nonconformities(out, true); }
void add_observations(Collector& out) { add_nonconformities(out, false); }

void add_audits(Collector& out) {
    namespace own = fields::audit;
    const Page& page = out.page;
    out.each(kinds::audit, [&](const RecordView& audit) {
        const AuditState state = audit_state(audit, out.today);
        const auto done = audit[own::done].date();
        const auto planned = audit[own::planned].date();
        const bool late = state == AuditState::overdue;
        Words words;
        if (done && out.is_news(done)) {
            words = page.say("{}, {}", out.link(audit), done_words(page, audit, *done));
        } else if (planned && (state == AuditState::planned || late)) {
            words = page.say("{}, {}", out.link(audit), planned_words(page, *planned, late));
        } else if (state == AuditState::unknown) {
            words = page.say("{}: {}", out.link(audit), state_words(page, standing_of(page, audit)));
        } else {
            return;
        }
        out.add(out.disciplines(audit), std::move(words), late);
    });
}

void add_exercises(Collector& out) {
    namespace own = fields::exercise;
    const Page& page = out.page;
    out.each(kinds::exercise, [&](const RecordView& exercise) {
        const auto held = exercise[own::date].date();
        const auto planned = exercise[own::planned].date();
        const std::string_view result = exercise.word(own::result);
        if (held && out.is_news(held)) {
            const bool bad = result == "failed" || result == "partly";
            const Words told = result.empty() ? page.say("no result on record")
                                              : strong_if(bad, word_cell(page, exercise, own::result).words);
            out.add(out.disciplines(exercise), page.say("{}, held [[|on ]]{}: {}", out.link(exercise), *held, told),
                    result == "failed");
        } else if (!held && planned) {
            const bool late = *planned < out.today;
            out.add(out.disciplines(exercise),
                    page.say("{}, {}", out.link(exercise), planned_words(page, *planned, late)), late);
        }
    });
}

}  // namespace ims::review_inputs
