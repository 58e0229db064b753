#include "assess/performance/policies.h"
#include "check/discipline_words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::policy_missing {
namespace {

namespace own = fields::document;

constexpr std::size_t kNotes = 3;

bool any_invalid(const FieldView& list) {
    for (const FieldView item : list.children()) {
        if (item.invalid()) return true;
    }
    return list.invalid();
}

// Disciplines of which a policy is there, or may be: a word that could not be read is neither there nor missing.
DisciplineSet served(const RecordView& document, const CheckContext& context) {
    const bool may_be_one = document.active() && document[own::type].invalid();
    if (!may_be_one && !is_approved_policy(document)) return {};
    if (any_invalid(document[fields::disciplines])) return context.settings.in_force();
    return context.facts.disciplines(document.record());
}

struct Shortcoming {
    Message note;
    Message help;
};

// Why a policy that somebody wrote does not count; none where it is no policy, or serves something else.
std::optional<Shortcoming> shortcoming(const RecordView& document, DisciplineSet missed, const CheckContext& context,
                                       Reporter& report) {
    if (document.retired() || document.word(own::type) != "policy") return std::nullopt;
    const DisciplineSet named = context.facts.disciplines(document.record());
    if (named.empty())
        return Shortcoming{report.say("policy {} names no discipline", document),
                           report.say("[[add to policy {0} those that it serves: `disciplines: [{1:all}]`|"
                                      "say which disciplines policy {0} serves]]",
                                      document, listed_by(Joined::by_commas, each_of(missed)))};
    if ((named & missed).empty()) return std::nullopt;
    if (!document.active())
        return Shortcoming{report.say("policy {} is [[|only ]]a draft", document),
                           report.say("finish policy {} and [[delete its `status: draft`|put it in force]]", document)};
    return Shortcoming{
        report.say("policy {} is not approved", document),
        report.say("let top management approve policy {0}[[, and say so: `approved: {{by: ROLE, date: {1}}}`]]",
                   document, context.today)};
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::document)) return;
    DisciplineSet missed = context.settings.in_force();
    const std::span<const RecordId> documents = context.graph.of_kind(kinds::document);
    for (const RecordId id : documents) missed = missed.without(served(context.graph[id], context));
    if (missed.empty()) return;
    auto finding = report.whole(context.settings.disciplines[(*missed.begin()).index()].span,
                                "no approved policy serves {:12}", missed);
    finding.about(context.settings, missed);
    finding.field("disciplines")
        .help(
            "write a policy, one may serve all[[: `document: policy`, `type: policy`, `disciplines: [{:all}]`, "
            "`approved: {{by: ROLE, date: {}}}`|, and let top management approve it]]",
            listed_by(Joined::by_commas, each_of(missed)), context.today);
    std::size_t found = 0;
    for (const RecordId id : documents) {
        const auto short_of = shortcoming(context.graph[id], missed, context, report);
        if (!short_of) continue;
        finding.because(id);
        if (found == kNotes) continue;
        ++found;
        finding.note(short_of->note);
        if (found == 1) finding.help(short_of->help);
    }
}

}  // namespace ims::rules::policy_missing
