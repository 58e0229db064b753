// What falls if one thing fails: staff calling in sick, a fire, a lost supplier. The worst first, then pairs, then what
// goes on all the same.
#include <algorithm>

#include "assess/recovery/continuity.h"
#include "report/sections/cells.h"
#include "report/sections/failures.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::failures {
namespace {

constexpr std::size_t kMostInShort = 3;
constexpr std::size_t kMostTold = 10;
constexpr std::size_t kMostRows = 100;
constexpr auto kPrograms = Column::For::programs;

std::vector<const StoppedProcess*> interrupted(const std::vector<StoppedProcess>& all) {
    std::vector<const StoppedProcess*> out;
    for (const StoppedProcess& each : all) {
        if (each.interrupted()) out.push_back(&each);
    }
    return out;
}

class FailuresReport {
public:
    explicit FailuresReport(const ReportInput& input)
        : page_(input, "failures", "What falls if one thing fails"), found_(page_.analysis.failures()) {
        for (const Failure& each : found_.all) {
            if (each.not_told != NotTold::no || (!each.stops() && !each.unclear.empty())) continue;
            (each.stops() ? stopping_ : going_on_).push_back(&each);
        }
    }

    Document run() {
        add_summary();
        add_worst();
        add_details();
        add_standstills();
        add_pairs();
        add_left_alone();
        add_going_on();
        add_open();
        return page_.finish();
    }

private:
    [[nodiscard]] std::size_t count(KindId kind) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(found_.all, [&](const Failure& each) { return page_.graph[each.what].is(kind); }));
    }

    void add_summary() {
        page_.heading(2, "In short");
        if (found_.all.empty()) {
            page_.paragraph(
                "Nothing is recorded that could be taken away: no role that somebody holds, no supplier, asset or "
                "site.");
            return;
        }
        std::vector<Words> taken;
        const auto add = [&](std::size_t many, Words words) {
            if (many > 0) taken.push_back(std::move(words));
        };
        const std::size_t roles = count(kinds::role);
        const std::size_t suppliers = count(kinds::supplier);
        const std::size_t assets = count(kinds::asset);
        const std::size_t sites = count(kinds::site);
        add(roles, page_.say("{0} {0:person|people}, by their roles", roles));
        add(suppliers, page_.say("{0} {0:supplier|suppliers}", suppliers));
        add(assets, page_.say("{0} {0:asset|assets}", assets));
        add(sites, page_.say("{0} {0:site|sites}", sites));
        const auto grave = std::ranges::count_if(
            stopping_, [&](const Failure* each) { return prioritised_beyond(page_.graph, each->stopped) > 0; });
        const auto grave_ones = static_cast<std::size_t>(grave);
        const Words beyond =
            grave_ones == 0
                ? page_.say("none of these keeps a prioritised process beyond its limit, as far as is recorded")
                : page_.say("{} of these may keep a prioritised process beyond its limit", grave_ones);
        const Words stop =
            strong(page_.say("{0} of {1} {0:stops|stop} a process", stopping_.size(), found_.all.size()));
        page_.paragraph(in_a_row({page_.say("Taken away one at a time: {}.", listed_by(Joined::by_semicolons, taken)),
                                  stopping_.empty() ? page_.say("{}.", stop) : page_.say("{}; {}.", stop, beyond),
                                  page_.say("{0} {0:stops|stop} nothing.", going_on_.size())}));
        if (stopping_.empty()) return;
        Bullets list;
        for (std::size_t place = 0; place < std::min(kMostInShort, stopping_.size()); ++place)
            list.items.push_back({in_short(*stopping_[place]), {}});
        page_.paragraph("The worst:");
        page_.add(std::move(list));
        page_.paragraph(
            "A process stops when something that it needs is gone, once no workaround and no alternative that is "
            "recorded bridges it; or when nobody is left to do its work. See also {}.",
            to_report("Continuity and recovery", "continuity"));
    }

    // "Van: 3 processes stop, the first at once. Deliver flowers stops at once. Back after 4 hours, in time …"
    Words in_short(const Failure& failure) const {
        const auto stopped = interrupted(failure.stopped);
        const StoppedProcess& worst = *worst_off(page_, failure);
        const Words what = strong(taken_away_words(page_, failure));
        if (stopped.size() == 1) return page_.say("{}: {}", what, stopped_words(page_, failure, worst));
        return page_.say("{0}: {1} processes stop, the first {2}. {3} stops {4}. {5}", what, stopped.size(),
                         when_words(page_, stopped.front()->after), page_.titled(worst.process),
                         when_words(page_, worst.after), ending_words(page_, failure, worst));
    }

    Words stops_words(const Failure& failure) const {
        std::vector<Words> all;
        for (const StoppedProcess* each : interrupted(failure.stopped))
            all.push_back(page_.say("{} {}", page_.titled(each->process), when_words(page_, each->after)));
        if (failure.at_least) all.push_back(page_.say("perhaps more"));
        return page_.in_a_list(all);
    }

    // The first limit that is passed, and how it ends there.
    const StoppedProcess* first_limit(const Failure& failure) const {
        const StoppedProcess* first = nullptr;
        for (const StoppedProcess* each : interrupted(failure.stopped)) {
            if (each->passes && (first == nullptr || *each->passes < *first->passes)) first = each;
        }
        return first;
    }

    TableCell limit_cell(const Failure& failure) const {
        const StoppedProcess* const first = first_limit(failure);
        if (first == nullptr) return not_stated(page_);
        return time_cell(page_, first->passes);
    }

    TableCell back_cell(const Failure& failure) const {
        if (page_.graph[failure.what].is(kinds::role))
            return failure.stops() ? not_stated(page_, "when somebody takes over")
                                   : TableCell(Words(), MachineValue(nullptr));
        return failure.back ? time_cell(page_, failure.back) : not_stated(page_, "nobody says");
    }

    void add_worst() {
        using Row = const Failure*;
        TableOf<Row> table(
            {.key = "failures", .title = "The worst first", .most_shown = kMostRows},
            {{{"what", "What is gone", {}, Column::Holds::record},
              [&](Row each) { return TableCell(taken_away_words(page_, *each)); }},
             {{"kind", "Kind", {}, {}, kPrograms, true},
              [&](Row each) { return raw(page_.graph.schema()[page_.graph[each->what].kind()].name); }},
             {{"with", "Gone with it", {}, Column::Holds::records, kPrograms},
              [&](Row each) { return page_.titles(each->with); }},
             {{"stops", "What stops"}, [&](Row each) { return stops_cell(*each); }},
             {{"passes_limit_after", "First limit passed after"}, [&](Row each) { return limit_cell(*each); }},
             {{"back_after", "Back after"}, [&](Row each) { return back_cell(*each); }},
             {{"stands_in", "What stands in"}, [&](Row each) { return stand_ins_cell(page_, *each); }},
             {{"left", "Disciplines concerned", {}, {}, kPrograms},
              [&](Row each) { return discipline_cell(page_, each->alone.disciplines); }}});
        table.add_all(stopping_);
        if (stopping_.empty()) return;
        page_.heading(2, "The worst first");
        page_.paragraph(
            "What lets most prioritised processes pass their limit, or leaves it open whether they do, comes first; "
            "then "
            "what stops most; then what stops it soonest; then what leaves most without anybody. A limit is how long a "
            "process may stand still, its [[MTPD|maximum tolerable period of disruption (MTPD)]], counted from when it "
            "stops.");
        page_.add(table.take());
    }

    TableCell stops_cell(const Failure& failure) const {
        TableCell cell(stops_words(failure));
        std::vector<std::string> names;
        for (const StoppedProcess* each : interrupted(failure.stopped))
            names.push_back(page_.graph[each->process].name().text());
        cell.value = std::move(names);
        cell.tone = prioritised_beyond(page_.graph, failure.stopped) > 0 ? Tone::bad : Tone::poor;
        return cell;
    }

    // Each process that stops, or would if what failed took longer, with its times.
    void add_standstills() {
        struct Row {
            const Failure* failure;
            const StoppedProcess* stopped;
        };
        TableOf<Row> table(
            {.key = "standstills", .title = "Process by process", .most_shown = kMostRows},
            {{{"what", "What is gone", {}, Column::Holds::record},
              [&](const Row& row) { return page_.titled(row.failure->what); }},
             {{"process", "Process", {}, Column::Holds::record},
              [&](const Row& row) { return page_.titled(row.stopped->process); }},
             {{"stops_after", "Stops after"}, [&](const Row& row) { return time_cell(page_, row.stopped->after); }},
             {{"through", "For want of", {}, Column::Holds::record},
              [&](const Row& row) { return TableCell(page_.titled(row.stopped->through)); }},
             {{"passes_limit_after", "Passes its limit after"},
              [&](const Row& row) { return time_cell(page_, row.stopped->passes); }},
             {{"back_after", "Back after"}, [&](const Row& row) { return time_cell(page_, row.stopped->back); }},
             {{"stops_again_after", "Stops again after"},
              [&](const Row& row) { return time_cell(page_, row.stopped->again); }},
             {{"state", "State"}, [&](const Row& row) { return ending_word(page_, *row.stopped); }}});
        for (const Failure& each : found_.all) {
            for (const StoppedProcess& stopped : each.stopped) table.add({&each, &stopped});
        }
        page_.add_titled(2, table.take());
    }

    void add_details() {
        std::size_t told = 0;
        for (const Failure* each : stopping_) {
            if (told++ == kMostTold) break;
            page_.heading(3, taken_away_words(page_, *each));
            if (!each->with.empty() && !page_.graph[each->what].is(kinds::role))
                page_.paragraph("Gone with it, since it stands there: {}.", page_.titles(each->with));
            Bullets list;
            for (const StoppedProcess* stopped : interrupted(each->stopped))
                list.items.push_back({stopped_words(page_, *each, *stopped), {}});
            if (Words bridged = bridged_words(page_, *each); !bridged.empty())
                list.items.push_back({std::move(bridged), {}});
            if (const TableCell cell = stand_ins_cell(page_, *each); !cell.words.empty())
                list.items.push_back({page_.say("What stands in: {}.", cell.words), {}});
            for (Words& words : left_alone_words(page_, *each)) list.items.push_back({std::move(words), {}});
            page_.add(std::move(list));
        }
    }

    void add_pairs() {
        if (found_.all.size() < 2) return;
        page_.heading(2, "Two at once");
        if (found_.pairs.empty()) {
            return page_.paragraph(
                "No two stop more together than each does by itself. Tried were the worst {0} with each other, and "
                "each thing with what stands in for it.",
                kMostPaired);
        }
        page_.paragraph(
            "Each alone is bridged, or stops less. Tried were the worst {0} with each other, and each thing with what "
            "stands in for it.",
            kMostPaired);
        TableOf<FailurePair> table(
            {.key = "pairs", .title = "Two at once", .most_shown = 20},
            {{{"first", "What is gone", {}, Column::Holds::record},
              [&](const FailurePair& each) { return taken_away_words(page_, *found_.of(each.first)); }},
             {{"second", "And with it", {}, Column::Holds::record},
              [&](const FailurePair& each) { return taken_away_words(page_, *found_.of(each.second)); }},
             {{"stops", "What stops then, and not with one alone"}, [&](const FailurePair& each) {
                  std::vector<Words> all;
                  std::vector<std::string> names;
                  for (const StoppedProcess& stopped : each.more) {
                      all.push_back(
                          page_.say("{} {}", page_.titled(stopped.process), when_words(page_, stopped.after)));
                      names.push_back(page_.graph[stopped.process].name().text());
                  }
                  return TableCell(page_.in_a_list(all), std::move(names));
              }}});
        table.add_all(found_.pairs);
        page_.add(table.take());
    }

    // No process stops, and yet something is missed.
    void add_left_alone() {
        constexpr std::size_t kMost = 20;
        Bullets list;
        for (const Failure* each : going_on_) {
            std::vector<Words> left = left_alone_words(page_, *each);
            if (left.empty() || list.items.size() == kMost) continue;
            list.items.push_back({strong(taken_away_words(page_, *each)), std::move(left)});
        }
        if (list.items.empty()) return;
        page_.heading(2, "What stops nothing, and is missed all the same");
        page_.add(std::move(list));
    }

    // Why nothing stops: what is bridged until it is back, and what stands in.
    TableCell why_cell(const Failure& failure) const {
        TableCell cell = stand_ins_cell(page_, failure);
        std::vector<Words> all;
        if (!cell.words.empty()) all.push_back(cell.words);
        if (!failure.stopped.empty()) {
            const StoppedProcess& first = failure.stopped.front();
            const std::size_t more = failure.stopped.size() - 1;
            const Words works = page_.say("{} works on for {}", page_.titled(first.process), first.after);
            all.push_back(more == 0 ? works : page_.say("{}, {} more for as long at least", works, more));
        }
        cell.words = page_.in_a_list(all);
        return cell;
    }

    void add_going_on() {
        using Row = const Failure*;
        TableOf<Row> table({.key = "stops-nothing", .title = "What stops nothing", .most_shown = kMostRows},
                           {{{"what", "What is gone", {}, Column::Holds::record},
                             [&](Row each) { return taken_away_words(page_, *each); }},
                            {{"stands_in", "What bridges it"}, [&](Row each) { return why_cell(*each); }},
                            {{"back_after", "Back after"}, [&](Row each) { return back_cell(*each); }}});
        std::vector<RecordId> unneeded;
        for (const Failure* each : going_on_) {
            const bool role = page_.graph[each->what].is(kinds::role);
            if (each->bridges.empty() && each->stopped.empty() && each->others == 0 && !role)
                unneeded.push_back(each->what);
            else table.add(each);
        }
        Table made = table.take();
        if (made.rows.empty() && unneeded.empty()) return;
        page_.heading(2, "What stops nothing");
        page_.add_filled(std::move(made));
        if (!unneeded.empty())
            page_.paragraph("As far as is recorded, no process stops without {0:this|these} alone: {1:20}.",
                            unneeded.size(), unneeded_titles(unneeded));
    }
    std::vector<Words> unneeded_titles(const std::vector<RecordId>& records) const {
        std::vector<Words> out;
        for (const RecordId each : records) out.emplace_back(page_.titled(each));
        return out;
    }

    void add_open() {
        Bullets list;
        const auto add = [&](std::vector<RecordId> records, Message what) {
            if (records.empty()) return;
            list.items.push_back({page_.say("{}: {:20}.", what, unneeded_titles(records)), {}});
        };
        std::vector<RecordId> holders;
        std::vector<RecordId> deputies;
        std::vector<RecordId> unclear;
        for (const Failure& each : found_.all) {
            if (each.not_told == NotTold::holders) holders.push_back(each.what);
            if (each.not_told == NotTold::deputies) deputies.push_back(each.what);
            for (const RecordId process : each.unclear) {
                if (std::ranges::find(unclear, process) == unclear.end()) unclear.push_back(process);
            }
        }
        add(std::move(holders), "Nobody says who or how many hold these, so it is not known what stops without one");
        add(std::move(deputies), "Who stands in for these could not be told");
        add(std::move(unclear),
            "Something is written that may bridge what these need, and it could not be read, so whether they stop is "
            "not known");
        add(found_.nobody_says, "Nobody is said to do the work of these, so no absence is known to stop them");
        if (list.items.empty()) return;
        page_.heading(2, "What is not known");
        page_.add(std::move(list));
    }

    Page page_;
    const Failures& found_;
    std::vector<const Failure*> stopping_;  // the worst first
    std::vector<const Failure*> going_on_;
};

}  // namespace

Document build(const ReportInput& input) { return FailuresReport(input).run(); }

}  // namespace ims::reports::failures
