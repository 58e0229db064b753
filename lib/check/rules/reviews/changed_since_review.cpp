#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kShortHash = 10;

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

void check(const CheckContext& context, Reporter& report) {
    const ReviewHistory& history = context.facts.review_history();
    for (const auto& [id, change] : history.changed) {
        const RecordView record = context.graph[id];
        if (!record.active()) continue;
        const FieldView last = record[fields::review][fields::review.last];
        report
            .at(record, last,
                fmt::format("{} `{}` changed since its review of {}", record.kind_name(), visible(record.id()),
                            to_string(*last.date())))
            .field("review.last")
            .note(fmt::format("what differs: {}", join_names(change.fields, Ticks::yes)))
            .note(fmt::format("compared with commit {} of {}, which set that day", change.commit.substr(0, kShortHash),
                              to_string(change.committed)))
            .help("look whether the change needs a review; once it is reviewed, write the day under `review.last`");
    }
    tell_unknown(history.unknown, context, report);
}

}  // namespace

// Its examples would need a history, which no text can show; tests/unit/engine/review_history_test.cpp has some.
IMS_DEFINE_RULE(changed_since_review) = {
    .check_folder = check,
    .page =
        R"(A record says something else than it did in the commit that set its present `review.last`. Only looked for where `ims.yaml`
says `review: {history: git}`. What counts is what the record itself says: not its `review`, not keys that begin with `x_`,
not comments, order of keys, quotes or line breaks, and not what other records say of it. Changes that are not committed
count too. A record that moved to another file stays the same record. Without git, or outside a repository, nothing is
found, and a hint says so. With a shallow clone one finding says of how many records it could not be judged.

For example, a risk was reviewed on 2026-01-10; in March somebody lowered its `likelihood` and left the day as it was. The
finding stands at `review.last`, and says that `likelihood` differs.

## Why it matters

A review vouches for what was there on that day. What is changed afterwards, with the best intentions, nobody else has
looked at. Documented information is to be reviewed and approved when it is updated, and changes are to be controlled
(clause 7.5.2 and 7.5.3 of all management system standards); changed risks are to be assessed again (ISO/IEC 27001 8.2, ISO
45001 6.1.2).

## How to mend it

Look at what differs: `git log -p` on the file shows who changed it and why. If it is right, write the day on which you
looked under `review.last`; a slip that is corrected needs no more than that. To see it never, write
`changed-since-review: off` under `check.rules`, or leave `history` out. To accept it for one record, add an entry to
`exceptions` with `rule: changed-since-review`, `reason` and `by`.
)"};

}  // namespace ims
