#include "report/sections/review_inputs.h"

#include <algorithm>

#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "assess/dates/last_check.h"
#include "assess/overview/due_dates.h"
#include "assess/overview/open_actions.h"
#include "assess/performance/audits.h"
#include "assess/performance/nonconformities.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/risk_level.h"
#include "report/sections/sections.h"
#include "schema/fields.h"
#include "settings/risk_criteria.h"

namespace ims {
namespace {

class Inputs {
public:
    Inputs(const Page& page, Date since) : page_(page), since_(since), today_(page.facts.today()) {}

    std::vector<ReviewTopic> run() {
        const std::vector<AskedTopic> asked = asked_topics(page_.graph, page_.facts.clauses());
        const auto is_asked = [&](std::string_view topic) {
            return std::ranges::find(asked, topic, &AskedTopic::topic) != asked.end();
        };
        begin("actions", "Actions", "decisions of earlier reviews, and whatever else is promised and not done");
        add_decisions();
        add_actions();
        begin("context", "Context", "external and internal issues, and changes");
        add_issues();
        add_changes();
        begin("parties", "Interested parties", "what interested parties need, and their complaints");
        add_parties();
        add_incidents(true);
        begin("performance", "Performance",
              "how far processes meet each discipline, compliance with obligations, controls and suppliers");
        add_cycles();
        // What has a topic of its own is told there.
        if (!is_asked("compliance")) add_obligations();
        add_controls();
        if (!is_asked("providers")) add_suppliers();
        begin("nonconformities", "Nonconformities", "what is open, and what happened since the last review");
        add_nonconformities(false);
        add_incidents(false);
        begin("audits", "Audits", "audits since the last review, and what is planned or overdue");
        add_audits();
        begin("objectives", "Objectives", "each objective, with its last measurement");
        add_objectives();
        begin("risks", "Risks", "how high risks stand, which are over the appetite, and treatments that are overdue");
        add_levels();
        add_risks();
        begin("improvement", "Improvement", "opportunities, observations, and lessons of incidents");
        add_opportunities();
        add_nonconformities(true);
        add_lessons();
        for (const AskedTopic& topic : asked) {
            if (!topic.by.empty()) add_asked(topic);
        }
        for (ReviewTopic& topic : topics_)
            std::ranges::stable_sort(topic.inputs, std::greater<>(), &ReviewInput::pressing);
        return std::move(topics_);
    }

private:
    // A topic that some standards ask for; one that has no words of ours yet has its name.
    void add_asked(const AskedTopic& asked) {
        struct Own {
            std::string_view topic, title, looked;
            void (Inputs::*add)();
        };
        static const Own kOwn[] = {
            {"resources", "Resources", "roles that nobody holds, and equipment that failed", &Inputs::add_resources},
            {"compliance", "Compliance", "how obligations are met, and when that was last looked at",
             &Inputs::add_obligations},
            {"consultation", "Consultation of workers", "what is named as evidence for clauses on it",
             &Inputs::add_consultation},
            {"aspects", "Environmental aspects", "significant aspects", &Inputs::add_aspects},
            {"providers", "External providers",
             "suppliers whose evaluation is new, poor or late, or of which something grave was found",
             &Inputs::add_suppliers},
            {"impact_analysis", "Impact analysis", "how soon prioritised processes have to be back",
             &Inputs::add_impacts},
            {"exercises", "Exercises", "exercises since the last review, and what is planned", &Inputs::add_exercises},
        };
        const auto own = std::ranges::find(kOwn, asked.topic, &Own::topic);
        if (own == std::end(kOwn)) {
            begin(asked.topic, asked.by.front().title, "nothing that records say by themselves");
        } else {
            begin(asked.topic, own->title, own->looked);
            (this->*own->add)();
        }
        topics_.back().by = asked.by;
    }

    void begin(std::string_view key, std::string_view title, std::string_view looked) {
        topics_.push_back({key, title, looked, {}});
    }

    void add(DisciplineSet disciplines, Words words, bool pressing = false) {
        topics_.back().inputs.push_back({disciplines, std::move(words), pressing});
    }

    template <class Function>
    void each(KindId kind, const Function& function) const {
        for (const RecordId id : page_.graph.of_kind(kind)) {
            if (page_.graph[id].active()) function(page_.graph[id]);
        }
    }

    [[nodiscard]] DisciplineSet disciplines(const RecordView& record) const {
        return page_.facts.disciplines(record.record());
    }
    [[nodiscard]] Inline link(const RecordView& record) const { return page_.titled(record.record()); }
    // After the last review, and not to come.
    [[nodiscard]] bool is_news(std::optional<Date> day) const { return day && *day > since_ && *day <= today_; }

    // What is poor presses as well.
    static Words pressed(const Standing& standing) {
        if (standing.kind == Standing::Kind::poor) return Words(strong(standing.words)) << standing.more;
        return state_words(standing);
    }
    static Words flag(bool shown, std::string_view text) { return shown ? Words(strong(text)) : Words(text); }

    void add_decisions() {
        namespace own = fields::management_review;
        each(kinds::management_review, [&](const RecordView& review) {
            for (const FieldView entry : review[own::decisions].children()) {
                const auto done = entry[own::decisions.done].date();
                if (!done || !is_news(done)) continue;
                add({}, Words() << "Decision, done " << to_string(*done) << ": "
                                << read_prose_line(entry[own::decisions.what].text()) << " (" << link(review) << ")");
            }
        });
    }

    void add_actions() {
        for (const OpenAction& action : open_actions(page_.graph, page_.facts)) {
            const RecordView record = page_.graph[action.record];
            const bool decision = record.is(kinds::management_review);
            Words words = decision ? "Decision: " : "";
            if (action.what.empty())
                words << (record.is(kinds::risk) ? "Treatment of the risk" : "Control to be put in place");
            else words << read_prose_line(action.what);
            words << " (" << link(record) << "), ";
            if (action.overdue) words << strong(fmt::format("overdue since {}", to_string(*action.due)));
            else words << (action.due ? fmt::format("due {}", to_string(*action.due)) : std::string("no day set"));
            add(disciplines(record), std::move(words), action.overdue);
        }
    }

    void add_issues() {
        namespace own = fields::issue;
        each(kinds::issue, [&](const RecordView& issue) {
            Words words = link(issue);
            const std::string_view effect = issue[own::effect].word();
            words << fmt::format(" ({}{}{})", issue.word(own::origin), effect.empty() ? "" : ", ", effect);
            if (const TableCell leads = linked_cell(page_, issue, {own::leads_to}); !leads.words.empty())
                words << " → " << leads.words;
            else words << ", leads to nothing yet";
            add(disciplines(issue), std::move(words));
        });
    }

    void add_changes() {
        namespace own = fields::change;
        each(kinds::change, [&](const RecordView& change) {
            const auto effective = change[own::effective].date();
            if (effective && *effective <= since_) return;
            add(page_.settings.keys_of(change[own::effects]),
                Words() << "Change: " << link(change)
                        << (effective ? fmt::format(", in effect from {}", to_string(*effective)) : ", no day set"));
        });
    }

    void add_parties() {
        namespace own = fields::interested_party;
        each(kinds::interested_party, [&](const RecordView& party) {
            std::size_t met = 0;
            std::size_t declined = 0;
            std::size_t open = 0;
            for (const FieldView entry : party[own::needs].children()) {
                if (entry[own::needs.met_by]) ++met;
                else if (entry[own::needs.declined]) ++declined;
                else ++open;
            }
            if (met + declined + open == 0) return;
            Words words = link(party);
            words << fmt::format(": {}, {} taken on", counted(met + declined + open, "need"), met);
            if (declined > 0) words << fmt::format(", {} declined", declined);
            if (open > 0) words << ", " << strong(fmt::format("{} not decided", open));
            add(disciplines(party), std::move(words), open > 0);
        });
    }

    // Complaints are told with those who complain, the rest with what went wrong.
    void add_incidents(bool complaints) {
        namespace own = fields::incident;
        each(kinds::incident, [&](const RecordView& incident) {
            const auto day = incident[own::date].date();
            const std::string_view type = incident.word(own::type);
            if (!is_news(day) || (type == "complaint") != complaints) return;
            add(disciplines(incident),
                Words() << capitalised(spoken(type)) << " on " << to_string(*day) << ": " << link(incident));
        });
    }

    void add_cycles() {
        const Matrix matrix = judge_matrix(judged(page_));
        for (const Discipline discipline : page_.settings.in_force()) {
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
            add(set,
                fmt::format("Processes that address it: {} of {}; evidence of the whole cycle of plan, do, check and "
                            "act: {}",
                            addressed, all, complete));
        }
    }

    void add_obligations() {
        each(kinds::obligation, [&](const RecordView& obligation) {
            if (!is_binding(obligation, today_)) return;
            const LastCheck last = last_evaluation(obligation, today_);
            const Standing standing = standing_of(page_, obligation);
            const bool bad = standing.kind == Standing::Kind::bad || standing.kind == Standing::Kind::poor;
            const bool late = last.late(today_) || last.never(today_);
            Words words = link(obligation);
            words << ": " << pressed(standing);
            if (late) words << ", " << strong("evaluation overdue");
            add(disciplines(obligation), std::move(words), bad || late);
        });
    }

    void add_controls() {
        namespace own = fields::control;
        each(kinds::control, [&](const RecordView& control) {
            const LastCheck last = last_verification(control, today_);
            const std::string_view result = last.entry[own::verifications.result].word();
            const bool bad = result == "ineffective";
            if (!last.day || (!bad && !is_news(last.day))) return;
            add(disciplines(control),
                Words() << "Control " << link(control) << ": "
                        << flag(bad, result.empty() ? "cannot be judged: no result that could be read" : result)
                        << " on " << to_string(*last.day),
                bad);
        });
    }

    void add_suppliers() {
        each(kinds::supplier, [&](const RecordView& supplier) {
            const SupplierEvaluations evaluations = evaluations_of(supplier, today_);
            for (const LastEvaluation& last : evaluations.last) {
                const Standing standing = standing_of(last, supplier, today_);
                if (standing.kind == Standing::Kind::good && !is_news(last.date)) continue;
                DisciplineSet set;
                set.add(last.discipline);
                add(set, Words() << "Supplier " << link(supplier) << ": " << state_words(standing),
                    standing.kind == Standing::Kind::bad);
            }
            const auto gravest = page_.analysis.judgement.gravest(supplier.record());
            if (!gravest) return;
            const Finding& finding = page_.analysis.judgement.findings()[*gravest];
            if (finding.grade < Grade::high) return;
            add(finding.about,
                Words() << "Supplier " << link(supplier) << ": "
                        << strong(std::string(page_.rules[finding.rule].summary)),
                true);
        });
    }

    void add_resources() {
        each(kinds::role, [&](const RecordView& role) {
            if (page_.facts.people().holders(role.record()).vacant())
                add({}, Words() << "Role " << link(role) << ": " << strong("nobody holds it"), true);
        });
        each(kinds::asset, [&](const RecordView& asset) {
            const Standing standing = standing_of(page_, asset);
            if (standing.kind != Standing::Kind::bad && standing.kind != Standing::Kind::poor) return;
            add({}, Words() << "Asset " << link(asset) << ": " << pressed(standing),
                standing.kind == Standing::Kind::bad);
        });
    }

    void add_consultation() {
        std::vector<RecordId> seen;
        for (const StandardFacts& standard : page_.facts.clauses().standards()) {
            if (!standard.in_force()) continue;
            for (const Clause& clause : standard.clauses) {
                if (clause.theme != "participation") continue;
                for (const RecordId id : clause.named) {
                    if (std::ranges::find(seen, id) != seen.end()) continue;
                    seen.push_back(id);
                    add(standard.disciplines, Words()
                                                  << page_.titled(id) << fmt::format(", named for {}", clause.number));
                }
            }
        }
    }

    void add_aspects() {
        each(kinds::risk, [&](const RecordView& risk) {
            const RiskFacts& facts = page_.facts.risk(risk.record());
            if (facts.type != RiskType::aspect || !facts.significant) return;
            Words words = link(risk);
            words << ": significant";
            const TableCell controls = linked_cell(page_, risk, {fields::risk::controls});
            if (!controls.words.empty()) words << ", held by " << controls.words;
            add(disciplines(risk), std::move(words));
        });
    }

    void add_impacts() {
        namespace own = fields::process;
        const auto continuity = page_.settings.find("business-continuity");
        DisciplineSet set;
        if (continuity) set.add(*continuity);
        each(kinds::process, [&](const RecordView& process) {
            if (!is_prioritised(process)) return;
            const FieldView rto = process[own::continuity][own::continuity.rto];
            const FieldView mtpd = process[own::continuity][own::continuity.mtpd];
            Words words = link(process);
            words << ": ";
            if (rto.duration()) words << "to be back within " << to_string(*rto.duration());
            else words << strong("how soon it has to be back is not stated");
            if (mtpd.duration()) words << ", at the latest after " << to_string(*mtpd.duration());
            add(set, std::move(words), !rto.duration());
        });
    }

    void add_exercises() {
        namespace own = fields::exercise;
        each(kinds::exercise, [&](const RecordView& exercise) {
            const auto held = exercise[own::date].date();
            const auto planned = exercise[own::planned].date();
            const std::string_view result = exercise.word(own::result);
            if (held && is_news(held)) {
                const bool bad = result == "failed" || result == "partly";
                add(disciplines(exercise),
                    Words() << link(exercise) << fmt::format(", held {}: ", to_string(*held))
                            << flag(bad, result.empty() ? "no result on record" : result),
                    result == "failed");
            } else if (!held && planned) {
                const bool late = *planned < today_;
                add(disciplines(exercise),
                    Words() << link(exercise) << ", "
                            << flag(late,
                                    fmt::format("{} {}", late ? "overdue since" : "planned for", to_string(*planned))),
                    late);
            }
        });
    }

    // Lapses, or what is no lapse and could be done better.
    void add_nonconformities(bool lesser) {
        namespace own = fields::nonconformity;
        each(kinds::nonconformity, [&](const RecordView& record) {
            const auto day = record[own::date].date();
            if (is_lapse(record) == lesser || (!is_open(record) && !is_news(day))) return;
            const bool overdue = is_action_overdue(record, today_);
            Words words = capitalised(record.word(own::grade));
            words << ": " << link(record);
            if (day) words << fmt::format(", found {}", to_string(*day));
            const Standing standing = standing_of(page_, record);
            if (overdue) words << ", " << strong("action overdue");
            else if (!standing.known()) words << ", " << state_words(standing);
            else words << (standing.kind == Standing::Kind::good ? ", closed" : ", open");
            add(disciplines(record), std::move(words), overdue || record.word(own::grade) == "major");
        });
    }

    void add_audits() {
        namespace own = fields::audit;
        each(kinds::audit, [&](const RecordView& audit) {
            const AuditState state = audit_state(audit, today_);
            const auto done = audit[own::done].date();
            const auto planned = audit[own::planned].date();
            Words words = link(audit);
            if (done && is_news(done)) {
                words << fmt::format(", done {}", to_string(*done));
                const std::size_t raised = audit.linked(own::nonconformities).size();
                words << (raised == 0 ? std::string(", nothing raised") : fmt::format(", {} raised", raised));
                if (const FieldView result = audit[own::result]) words << ": " << read_prose_line(result.text());
            } else if (planned && (state == AuditState::planned || state == AuditState::overdue)) {
                const bool late = state == AuditState::overdue;
                words << ", "
                      << flag(late, fmt::format("{} {}", late ? "overdue since" : "planned for", to_string(*planned)));
            } else if (state == AuditState::unknown) {
                words << ": " << state_words(standing_of(page_, audit));
            } else {
                return;
            }
            add(disciplines(audit), std::move(words), state == AuditState::overdue);
        });
    }

    void add_objectives() {
        namespace own = fields::objective;
        each(kinds::objective, [&](const RecordView& objective) {
            const LastCheck last = last_measurement(objective, today_);
            const Standing standing = standing_of(page_, objective);
            const bool bad = standing.kind == Standing::Kind::bad || standing.kind == Standing::Kind::poor;
            Words words = link(objective);
            words << ": " << pressed(standing);
            if (last.day)
                words << fmt::format(", {} on {}", last.entry[own::measurements.value].text(), to_string(*last.day));
            else words << ", no measurement found";
            if (const FieldView target = objective[own::target]) words << fmt::format(" (target {})", target.text());
            add(disciplines(objective), std::move(words), bad);
        });
    }

    // "12 risks: 1 high, 4 medium, 7 low", the highest first.
    void add_levels() {
        const auto& levels = page_.settings.vocabulary.risk_levels;
        for (const Discipline discipline : page_.settings.in_force()) {
            std::vector<std::size_t> counts(levels.size());
            std::size_t all = 0;
            std::size_t unjudged = 0;
            each(kinds::risk, [&](const RecordView& risk) {
                const RiskFacts& facts = page_.facts.risk(risk.record());
                if (facts.type == RiskType::opportunity || !disciplines(risk).has(discipline)) return;
                ++all;
                if (facts.counting) ++counts[*facts.counting];
                if (facts.unjudged) ++unjudged;
            });
            if (all == 0) continue;
            std::vector<std::string> parts;
            std::size_t rated = 0;
            for (std::size_t level = levels.size(); level > 0; --level) {
                rated += counts[level - 1];
                if (counts[level - 1] > 0) parts.push_back(fmt::format("{} {}", counts[level - 1], levels[level - 1]));
            }
            if (unjudged > 0) {
                parts.push_back(fmt::format("{} that cannot be judged", unjudged));
                if (!rates(page_.settings.risk)) parts.back() += fmt::format(", because {}", kRatesNothing);
            }
            if (rated + unjudged < all) parts.push_back(fmt::format("{} without a level", all - rated - unjudged));
            DisciplineSet set;
            set.add(discipline);
            add(set, fmt::format("{}: {}", counted(all, "risk"), join_names(parts, Ticks::no, parts.size())));
        }
    }

    void add_risks() {
        each(kinds::risk, [&](const RecordView& risk) {
            const RiskFacts& facts = page_.facts.risk(risk.record());
            const bool overdue = facts.treatment == Treatment::overdue;
            if (facts.type == RiskType::opportunity || (!facts.over_appetite() && !overdue)) return;
            Words words = link(risk);
            if (facts.at_least()) words << ": " << flag(facts.unaccepted(), level_words(facts, page_.settings));
            if (facts.over_appetite())
                words << (facts.unaccepted() ? ", over the appetite" : ", over the appetite and accepted");
            if (overdue) words << ", " << strong("treatment overdue");
            add(disciplines(risk), std::move(words), facts.unaccepted() || overdue);
        });
    }

    void add_opportunities() {
        each(kinds::risk, [&](const RecordView& risk) {
            if (page_.facts.risk(risk.record()).type != RiskType::opportunity) return;
            add(disciplines(risk), Words() << "Opportunity: " << link(risk));
        });
    }

    void add_lessons() {
        namespace own = fields::incident;
        each(kinds::incident, [&](const RecordView& incident) {
            const FieldView lessons = incident[own::lessons];
            if (!lessons || !is_news(incident[own::date].date())) return;
            add(disciplines(incident),
                Words() << "Lesson of " << link(incident) << ": " << read_prose_line(lessons.text()));
        });
    }

    const Page& page_;
    Date since_;
    Date today_;
    std::vector<ReviewTopic> topics_;
};

}  // namespace

std::vector<ReviewTopic> collect_review_inputs(const Page& page, Date since) { return Inputs(page, since).run(); }

}  // namespace ims
