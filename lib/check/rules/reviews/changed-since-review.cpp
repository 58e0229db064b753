#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::changed_since_review {
namespace {

constexpr std::size_t kShortHash = 10;

Message what_differs(const ChangedSinceReview& change, const RecordView& record, Reporter& report) {
    std::vector<Message> fields;
    for (const std::string& name : change.fields) {
        const FieldSpec* spec = record.graph().schema().find_field(record.kind(), name);
        fields.push_back(spec == nullptr || spec->title.empty()
                             ? report.say("{}", quoted(name))
                             : report.say("{}", FieldNames{spec->name, spec->title}));
    }
    if (!change.file) return report.say("what differs: {}", fields);
    const TextArgument file = quoted(record[fields::document::location].text(), 60);
    return fields.empty() ? report.say("what differs: what its file[[ {}]] says", file)
                          : report.say("what differs: {}; and what its file[[ {}]] says", fields, file);
}

void tell_unknown(const std::vector<RecordId>& unknown, const CheckContext& context, Reporter& report) {
    std::vector<RecordId> records;
    for (const RecordId id : unknown) {
        if (context.graph[id].active()) records.push_back(id);
    }
    if (records.empty()) return;
    const RecordView settings = context.graph[context.graph.settings_record()];
    const FieldView asked = settings[fields::ims::review][fields::ims::review.history];
    report
        .whole(asked ? asked.span() : settings.id_span(),
               "whether {0} {0:record|records} changed since {0:its|their} last review could not be judged",
               records.size())
        .key("could not be judged")
        .note(
            "the [[git ]]history that is at hand here begins later[[: it is a shallow or partial clone|, so nobody can "
            "tell what was there before]]")
        .note("reviewed before: {:4}", full(records))
        .help(
            "[[fetch all of it with `git fetch --unshallow`; on a build server, tell the step that checks out to do so "
            "(`fetch-depth: 0`)|ask whoever runs this check to look at the whole history]]");
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const ChangesSinceReview& history = context.facts.changes_since_review();
    for (const auto& [id, change] : history.changed) {
        const RecordView record = context.graph[id];
        if (!record.active()) continue;
        const FieldView last = record[fields::review][fields::review.last];
        report.at(record, last, "{} {} changed since its review of {}", record.kind(), record, *last.date())
            .field("review.last")
            .note(what_differs(change, record, report))
            .note(
                "compared with [[commit {0} of {1}, which set that day|what it said on {1}, when that day was "
                "entered]]",
                plain(std::string_view(change.commit).substr(0, kShortHash)), change.committed)
            .help(
                "look whether the change needs a review[[; once it is reviewed, write the day under `review.last`|, "
                "hold it if so, and note the day]]");
    }
    tell_unknown(history.unknown, context, report);
}

// Its examples would need a history, which no text can show; tests/unit/engine/compare_with_git_test.cpp has some.

}  // namespace ims::rules::changed_since_review
