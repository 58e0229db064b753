#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::changed_since_review {
namespace {

constexpr std::size_t kShortHash = 10;

std::string what_differs(const ChangedSinceReview& change, const RecordView& record) {
    if (!change.file) return join_names(change.fields, Ticks::yes);
    const std::string file =
        fmt::format("what its file `{}` says", shorten(record[fields::document::location].text(), 60));
    return change.fields.empty() ? file : fmt::format("{}; and {}", join_names(change.fields, Ticks::yes), file);
}

void tell_unknown(const std::vector<RecordId>& unknown, const CheckContext& context, Reporter& report) {
    std::vector<std::string> names;
    for (const RecordId id : unknown) {
        if (context.graph[id].active()) names.push_back(context.graph[id].name());
    }
    if (names.empty()) return;
    const RecordView settings = context.graph[context.graph.settings_record()];
    const FieldView asked = settings[fields::ims::review][fields::ims::review.history];
    report
        .whole(asked ? asked.span() : settings.id_span(),
               fmt::format("whether {} changed since {} last review could not be judged",
                           counted(names.size(), "record"), names.size() == 1 ? "its" : "their"))
        .key("could not be judged")
        .note("the git history that is at hand here begins later: it is a shallow or partial clone")
        .note(fmt::format("reviewed before: {}", join_names(names, Ticks::yes, 4)))
        .help(
            "fetch all of it with `git fetch --unshallow`; on a build server, tell the step that checks out to do so "
            "(`fetch-depth: 0`)");
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const ChangesSinceReview& history = context.facts.changes_since_review();
    for (const auto& [id, change] : history.changed) {
        const RecordView record = context.graph[id];
        if (!record.active()) continue;
        const FieldView last = record[fields::review][fields::review.last];
        report
            .at(record, last,
                fmt::format("{} {} changed since its review of {}", record.kind_name(), ticked(record),
                            to_string(*last.date())))
            .field("review.last")
            .note(fmt::format("what differs: {}", what_differs(change, record)))
            .note(fmt::format("compared with commit {} of {}, which set that day", change.commit.substr(0, kShortHash),
                              to_string(change.committed)))
            .help("look whether the change needs a review; once it is reviewed, write the day under `review.last`");
    }
    tell_unknown(history.unknown, context, report);
}

// Its examples would need a history, which no text can show; tests/unit/engine/compare_with_git_test.cpp has some.

}  // namespace ims::rules::changed_since_review
