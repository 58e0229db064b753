#include "report/sections/failures.h"

#include <algorithm>
#include <tuple>

#include "report/prose.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostListed = 5;

// The first of them, and how many more there are.
Words first_of(const Page& page, const std::vector<Words>& all) {
    if (all.size() <= kMostListed) return page.in_a_list(all);
    const std::vector<Words> first(all.begin(), all.begin() + kMostListed);
    return page.say("{} and {} more", page.in_a_list(first), all.size() - kMostListed);
}

Words first_titles(const Page& page, const std::vector<RecordId>& records) {
    std::vector<Words> all;
    for (const RecordId each : records) all.push_back(page.called(each));
    return first_of(page, all);
}

bool is_role(const Page& page, const Failure& failure) { return page.graph[failure.what].is(kinds::role); }

// The time alone, where it has a limit and is back.
Words told_again(const Page& page, const StoppedProcess& stopped) {
    if (!stopped.again) return {};
    if (!stopped.again_back) return page.say("It stops again after {}, and nobody says for how long.", *stopped.again);
    return page.say("It stops again after {}, until what it then waits for is back after {}.", *stopped.again,
                    *stopped.again_back);
}

Words first_ending(const Page& page, const Failure& failure, const StoppedProcess& stopped) {
    if (stopped.back) {
        if (!stopped.passes) return page.say("Back after {}; no limit is stated.", *stopped.back);
        if (*stopped.back <= *stopped.passes)
            return page.say("Back after {}, in time: its limit is passed after {}.", *stopped.back, *stopped.passes);
        return page.say("{} after {}: its limit is passed after {}.", strong(page.say("Back only")), *stopped.back,
                        *stopped.passes);
    }
    if (is_role(page, failure))
        return stopped.passes ? page.say("Its limit is passed after {}, unless somebody takes over.", *stopped.passes)
                              : page.say("No limit is stated.");
    return stopped.passes ? page.say("Nobody says when it is back; its limit is passed after {}.", *stopped.passes)
                          : page.say("Nobody says when it is back, and no limit is stated.");
}

}  // namespace

Words taken_away_words(const Page& page, const Failure& failure) {
    if (!is_role(page, failure)) return page.say("{}", page.titled(failure.what));
    if (failure.others > 0) return page.say("{}, one of {}, is away", page.titled(failure.what), failure.others + 1);
    if (failure.with.empty()) return page.say("{} is away", page.titled(failure.what));
    std::vector<RecordId> roles = {failure.what};
    roles.insert(roles.end(), failure.with.begin(), failure.with.end());
    std::vector<Words> titles;
    for (const RecordId each : roles) titles.emplace_back(page.titled(each));
    return page.say("{:all}, one person, is away", titles);
}

Words when_words(const Page& page, Duration after) {
    return after == Duration{} ? page.say("at once") : page.say("after {}", after);
}

TableCell time_cell(const Page& page, std::optional<Duration> time) {
    if (!time) return {Words(), MachineValue(nullptr)};
    return {page.say("{}", *time), to_string(*time)};
}

Words ending_word(const Page& page, const StoppedProcess& stopped) {
    switch (stopped.ending) {
        case Ending::bridged: return page.say("bridged until then");
        case Ending::in_time: return page.say("in time");
        case Ending::too_late: return page.say("too late");
        case Ending::limit_unknown: return page.say("no limit is stated");
        case Ending::open: break;
    }
    return stopped.passes ? page.say("nobody says when it is back") : page.say("neither limit nor return is stated");
}

Words ending_words(const Page& page, const Failure& failure, const StoppedProcess& stopped) {
    return in_a_row({first_ending(page, failure, stopped), told_again(page, stopped)});
}

Words stopped_words(const Page& page, const Failure& failure, const StoppedProcess& stopped) {
    const Words process = page.titled(stopped.process);
    const Words when = when_words(page, stopped.after);
    const Words ending = ending_words(page, failure, stopped);
    if (stopped.activity) {
        const FieldView name = stopped.activity[fields::process::activities.name];
        return page.say("{} stops {}, since nobody is left for its activity {}. {}", process, when, quoted(name.text()),
                        ending);
    }
    if (page.graph[stopped.through].is(kinds::role))
        return page.say("{} stops {}, since nobody is left to do it. {}", process, when, ending);
    if (stopped.through == failure.what) return page.say("{} stops {}. {}", process, when, ending);
    return page.say("{} stops {}, for want of {}. {}", process, when, page.titled(stopped.through), ending);
}

const StoppedProcess* worst_off(const Page& page, const Failure& failure) {
    const auto rank = [&](const StoppedProcess& each) {
        const bool grave = prioritised_beyond(page.graph, {each}) > 0;
        return std::tuple(!grave, each.ending != Ending::too_late, !each.passes, each.passes.value_or(each.after));
    };
    const StoppedProcess* worst = nullptr;
    for (const StoppedProcess& each : failure.stopped) {
        if (each.interrupted() && (worst == nullptr || rank(each) < rank(*worst))) worst = &each;
    }
    return worst;
}

Words bridged_words(const Page& page, const Failure& failure) {
    std::vector<Words> all;
    std::optional<Duration> back;
    for (const StoppedProcess& each : failure.stopped) {
        if (each.interrupted()) continue;
        all.push_back(page.say("{} ({})", page.titled(each.process), each.after));
        if (!back || *each.back > *back) back = each.back;
    }
    if (all.empty()) return {};
    return page.say("Back after {}, before these have to stop: {}.", *back, first_of(page, all));
}

TableCell stand_ins_cell(const Page& page, const Failure& failure) {
    std::vector<Words> all;
    std::vector<std::string> names;
    if (failure.others > 0) all.push_back(page.say("{0} more {0:holds|hold} it", failure.others));
    for (const Bridge& each : failure.bridges) {
        Words who = page.called(each.by.who);
        if (each.by.unsure) who = page.say("{}, though nobody says who that is", who);
        const bool itself = each.for_what == failure.what && failure.with.empty();
        Words words = itself ? who : page.say("{} for {}", who, page.titled(each.for_what));
        const auto same = [&](const Words& other) { return other.plain() == words.plain(); };
        if (std::ranges::none_of(all, same)) all.push_back(std::move(words));
        const std::string name =
            page.hides(each.by.who) ? page.called(each.by.who).plain() : page.graph[each.by.who].name().text();
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return {page.in_a_list(all), std::move(names)};
}

std::vector<Words> left_alone_words(const Page& page, const Failure& failure) {
    const LeftAlone& alone = failure.alone;
    std::vector<Words> out;
    if (!alone.answers.empty()) {
        std::vector<Words> all;
        for (const auto& [process, disciplines] : alone.answers)
            all.push_back(page.say("{} ({})", page.titled(process), discipline_words(page, disciplines)));
        out.push_back(page.say("Nobody else answers for what is at stake in {}.", first_of(page, all)));
    }
    if (!alone.led.empty()) out.push_back(page.say("Nobody is there to lead {}.", discipline_words(page, alone.led)));
    if (!alone.duties.empty()) {
        std::vector<Words> all;
        for (const FieldView each : alone.duties)
            all.push_back(page.say("{}", quoted(each[fields::role::responsibilities.does].text(), 80)));
        out.push_back(page.say("{0} {0:duty is|duties are} left: {1}.", alone.duties.size(), first_of(page, all)));
    }
    if (!alone.plans.empty())
        out.push_back(page.say("Nobody of the team is there for {}.", first_titles(page, alone.plans)));
    if (!alone.risks.empty())
        out.push_back(
            page.say("{0:This control leans|These controls lean} on what is gone: {1}. So there is less to hold {2} "
                     "({3}).",
                     alone.controls.size(), first_titles(page, alone.controls), first_titles(page, alone.risks),
                     discipline_words(page, alone.disciplines)));
    else if (!alone.controls.empty())
        out.push_back(page.say("{0:This control leans|These controls lean} on what is gone: {1}.",
                               alone.controls.size(), first_titles(page, alone.controls)));
    return out;
}

void add_if_it_fails(Page& page) {
    const RecordView record = page.graph[page.subject];
    const bool asked = record.is(kinds::asset) || record.is(kinds::supplier) || record.is(kinds::site);
    const Failure* const failure = asked && record.active() ? page.analysis.failures().of(page.subject) : nullptr;
    if (failure == nullptr || !failure->needed) return;
    const Inline report = to_report("What falls if one thing fails", "failures");
    const auto more = static_cast<std::size_t>(std::ranges::count_if(failure->stopped, &StoppedProcess::interrupted));
    if (const StoppedProcess* const worst = worst_off(page, *failure); worst != nullptr) {
        std::vector<Words> sentences = {page.say("If it fails: {}", stopped_words(page, *failure, *worst))};
        if (more > 1)
            sentences.push_back(
                page.say("{0} more {0:process stops|processes stop} then. More: {1}.", more - 1, report));
        return page.paragraph(in_a_row(sentences));
    }
    std::vector<Words> sentences;
    const TableCell stands_in = stand_ins_cell(page, *failure);
    if (!stands_in.words.empty()) sentences.push_back(page.say("What stands in: {}.", stands_in.words));
    sentences.push_back(bridged_words(page, *failure));
    std::erase_if(sentences, [](const Words& each) { return each.empty(); });
    if (!sentences.empty() && failure->unclear.empty())
        page.paragraph("If it fails, no process stops. {}", in_a_row(sentences));
}

}  // namespace ims
