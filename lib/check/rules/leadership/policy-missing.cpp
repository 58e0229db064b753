#include <fmt/format.h>

#include "assess/performance/policies.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
    std::string_view what;
    std::string help;
};

// Why a policy that somebody wrote does not count; none where it is no policy, or serves something else.
std::optional<Shortcoming> shortcoming(const RecordView& document, DisciplineSet missed, const CheckContext& context) {
    if (document.retired() || document.word(own::type) != "policy") return std::nullopt;
    const std::string id = visible(document.id());
    const DisciplineSet named = context.facts.disciplines(document.record());
    if (named.empty())
        return Shortcoming{"names no discipline",
                           fmt::format("add to policy `{}` those that it serves: `disciplines: [{}]`", id,
                                       fmt::join(context.settings.names(missed), ", "))};
    if ((named & missed).empty()) return std::nullopt;
    if (!document.active())
        return Shortcoming{"is a draft", fmt::format("finish policy `{}` and delete its `status: draft`", id)};
    return Shortcoming{
        "is not approved",
        fmt::format("let top management approve policy `{}`, and say so: `approved: {{by: ROLE, date: {}}}`", id,
                    to_string(context.today))};
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::document)) return;
    DisciplineSet missed = context.settings.in_force();
    const std::span<const RecordId> documents = context.graph.of_kind(kinds::document);
    for (const RecordId id : documents) missed = missed.without(served(context.graph[id], context));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.whole(context.settings.disciplines[(*missed.begin()).index()].span,
                                fmt::format("no approved policy serves {}", join_names(names, Ticks::no, 12)));
    finding.about(context.settings, missed);
    finding.field("disciplines")
        .help(fmt::format("write a policy, one may serve all: `document: policy`, `type: policy`, `disciplines: [{}]`, "
                          "`approved: {{by: ROLE, date: {}}}`",
                          fmt::join(names, ", "), to_string(context.today)));
    std::size_t found = 0;
    for (const RecordId id : documents) {
        const auto short_of = shortcoming(context.graph[id], missed, context);
        if (!short_of) continue;
        finding.because(id);
        if (found == kNotes) continue;
        ++found;
        finding.note(fmt::format("policy {} {}", ticked(context.graph[id]), short_of->what));
        if (found == 1) finding.help(short_of->help);
    }
}

}  // namespace ims::rules::policy_missing
