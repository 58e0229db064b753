#include "report/sections/calendar_events.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/sections/cells.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct ToldKind {
    std::string_view key;  // in what an event is known by: it never changes
    Message asks;
};

constexpr std::array<ToldKind, 19> kKinds = {{
    {"review", "Look whether it is still right, and record the day."},
    {"evaluation", "Evaluate it, and record the day and the result."},
    {"verification", "Check whether it works, and record the day and the result."},
    {"measurement", "Measure, and record the day and the value."},
    {"exercise", "Hold the exercise, and record how it went."},
    {"maintenance", "Have it maintained, and record the day and the result."},
    {"calibration", "Have it calibrated, and record the day and the result."},
    {"restore-test", "Bring the copy back, and record the day on which it worked."},
    {"management-review", "Hold the review, and record what was decided."},
    {"audit", "Hold the audit, and record what was found."},
    {"action", "Do it, and record the day."},
    {"target", "Look whether the target is met."},
    {"effectiveness", "Look whether the action helped, and record the day and the result."},
    {"follow-up", "Look whether the change did what it should, and record it."},
    {"notice", "Send the notice, and record when it went out."},
    {"acceptance", "Decide whether the risk is accepted any longer."},
    {"exception", "Decide whether it is accepted any longer."},
    {"agreement", "Renew the agreement, or let it end."},
    {"competence", "Renew it before it ends."},
}};

const ToldKind& told(DueKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

class CalendarWriter {
public:
    CalendarWriter(const Page& page, const std::vector<const DueDate*>& dates) : page_(page), dates_(dates) {}

    CalendarOf run() {
        std::size_t without = 0;
        for (const DueDate* const date : dates_) {
            if (date->due) add(*date);
            else ++without;
        }
        const Words whose = page_.subject.known() ? raw(page_.graph[page_.subject].title()) : page_.say("What is due");
        const std::string& organisation = page_.settings.organisation;
        out_.name = whose.plain() + (organisation.empty() ? "" : ", " + organisation);
        out_.says = page_.say("{0} {0:day|days}.", out_.events.size()).plain();
        if (without > 0)
            out_.says +=
                ' ' + page_
                          .say(
                              "{0} more {0:has|have} no day, or {0:was|were} never done, and {0:stands|stand} in "
                              "the report alone.",
                              without)
                          .plain();
        return std::move(out_);
    }

private:
    void add(const DueDate& date) {
        CalendarEvent& event = out_.events.emplace_back();
        event.key = key(date);
        if (const std::size_t again = ++keys_[event.key]; again > 1) event.key += fmt::format("\n{}", again);
        event.day = *date.due;
        event.title = (date.overdue ? page_.say("Overdue: {}", title(date)) : title(date)).plain();
        event.description = description(date);
        for (const Discipline each : date.disciplines)
            event.categories.push_back(capitalised(spoken(page_.settings.name(each))));
        if (date.place && !date.place.inherited()) event.link = page_.placed(date.place.span(), "");
    }

    // "Review of Fire in the shop", "Action: order a second van (The van breaks down)"
    Words title(const DueDate& date) const {
        const Words what = what_is_due(page_, date);
        if (!date.record.known() || date.kind == DueKind::management_review || own_competence(date)) return what;
        return date.what.empty() ? page_.say("{} of {}", what, page_.called(date.record))
                                 : page_.say("{} ({})", what, page_.called(date.record));
    }

    [[nodiscard]] bool own_competence(const DueDate& date) const {
        return date.holder.known() && date.holder == page_.subject;
    }

    std::string description(const DueDate& date) const {
        std::vector<Words> lines = {page_.say(told(date.kind).asks)};
        if (date.overdue) lines.push_back(page_.say("It was due on {} and is overdue.", *date.due));
        if (!own_competence(date))
            lines.push_back(date.owner.known() ? page_.say("Who: {}", cell_name(page_, date.owner))
                                               : page_.say("Who: nobody is named"));
        if (!date.disciplines.empty())
            lines.push_back(page_.say("Disciplines: {}", discipline_words(page_, date.disciplines)));
        if (date.last) lines.push_back(page_.say("Last done: {}", *date.last));
        std::string text;
        for (const Words& line : lines) text += line.plain() + '\n';
        const bool written = date.place && !date.place.inherited();
        const std::string path = written ? page_.placed(date.place.span(), "").path : std::string();
        if (!path.empty()) text += page_.say("Recorded in: {}", raw(path)).plain() + '\n';
        text.pop_back();
        return text;
    }

    // Its record and what is due of it; and which one, by its words, where a record can have several.
    std::string key(const DueDate& date) const {
        if (date.kind == DueKind::management_review) return std::string(told(date.kind).key);
        const RecordView record = page_.graph[date.record];
        std::string key = fmt::format("{}\n{}", record.name().text(), told(date.kind).key);
        const auto more = [&](std::string_view which) { key += fmt::format("\n{}", which); };
        switch (date.kind) {
            case DueKind::action:
                // Of a list; a risk has one treatment, a nonconformity one action.
                if (record.is(kinds::objective) || record.is(kinds::management_review)) more(words_of(date));
                break;
            case DueKind::notice: more(words_of(date)); break;
            case DueKind::exception:
                more(words_of(date));
                for (const std::string& name : named_disciplines(date)) more(name);
                break;
            case DueKind::evaluation:
                // A supplier is evaluated in each discipline by itself.
                if (record.is(kinds::supplier) && !date.disciplines.empty())
                    more(page_.settings.name(*date.disciplines.begin()));
                break;
            case DueKind::competence:
                more(page_.graph[date.holder].name().text());
                more(page_.graph[date.competence].name().text());
                break;
            default: break;
        }
        return key;
    }

    std::string words_of(const DueDate& date) const { return page_.say(date.what).plain(); }

    std::vector<std::string> named_disciplines(const DueDate& date) const {
        return page_.settings.names(date.place[fields::exceptions.disciplines].disciplines());
    }

    const Page& page_;
    const std::vector<const DueDate*>& dates_;
    CalendarOf out_;
    std::map<std::string, std::size_t> keys_;
};

}  // namespace

CalendarOf calendar_of(const Page& page, const std::vector<const DueDate*>& dates) {
    return CalendarWriter(page, dates).run();
}

}  // namespace ims
