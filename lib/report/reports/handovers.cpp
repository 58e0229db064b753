// What goes from one to another: which disciplines go along, which side carries them, and what one of them drops.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "assess/overview/handovers.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims::reports::handovers {
namespace {

constexpr std::size_t kMostRows = 150;
constexpr std::size_t kMostReasons = 3;
constexpr std::size_t kMostLookedAt = 50;

// The worst first.
enum class State : std::uint8_t { weighs, dropped, by_none, left_out, not_judged, carried };

class HandoverPage {
public:
    explicit HandoverPage(const ReportInput& input)
        : page_(input, "handovers", "Hand-overs"), handovers_(page_.analysis.handovers()) {
        for (const Handover& each : handovers_.all) (each.along.empty() ? unknown_ : known_).push_back(&each);
        std::ranges::stable_sort(known_, {}, [&](const Handover* each) { return state_of(*each); });
    }

    Document run() {
        page_.heading(2, "In short");
        tell_summary();
        if (handovers_.all.empty()) return page_.finish();
        add_known();
        if (handovers_.certain)
            add_chapter(
                page_,
                {RuleId::discipline_dropped, "What to do where information, a hazard or a legal duty is dropped",
                 "Nowhere is one of these dropped, as far as it is known what goes along."},
                collect_gaps(page_));
        page_.heading(2, "Map");
        std::vector<RecordView> processes;
        for (const RecordId id : page_.graph.of_kind(kinds::process)) {
            if (!page_.graph[id].retired()) processes.push_back(page_.graph[id]);
        }
        add_process_map(page_, processes);
        add_unknown();
        return page_.finish();
    }

private:
    [[nodiscard]] State state_of(const Handover& each) const {
        const bool lacking = !(each.dropped() | each.carried_by_none()).empty();
        if (lacking && !handovers_.certain) return State::not_judged;
        if (!(each.dropped() & each.weighty).empty()) return State::weighs;
        if (!each.dropped().empty()) return State::dropped;
        if (lacking) return State::by_none;
        if (!(each.giver.left_out | each.taker.left_out).empty()) return State::left_out;
        const DisciplineSet left = each.giver.not_asked | each.taker.not_asked | each.giver.lacks | each.taker.lacks;
        return left.empty() && !is_party(each.giver) && !is_party(each.taker) ? State::carried : State::not_judged;
    }

    [[nodiscard]] bool is_party(const HandoverSide& side) const {
        return page_.graph[side.who].is(kinds::interested_party);
    }

    [[nodiscard]] std::size_t count(State state) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(known_, [&](const Handover* each) { return state_of(*each) == state; }));
    }

    void tell_summary() {
        if (handovers_.all.empty())
            return page_.paragraph(
                "Nothing is recorded that goes from one to another. Begin with what each process takes in and gives "
                "out, and from whom and to whom.");
        const std::size_t drops = count(State::weighs) + count(State::dropped);
        std::vector<Words> says;
        if (!handovers_.certain)
            says.push_back(
                strong(page_.say("Whether a discipline is dropped cannot be judged: what a process carries may stand "
                                 "in files that could "
                                 "not be read.")));
        else if (drops > 0)
            says.push_back(strong(
                page_.say("In {0} of {1} {1:hand-over|hand-overs} one side drops a discipline that the other carries.",
                          drops, handovers_.all.size())));
        else if (!known_.empty())
            says.push_back(strong(page_.say("No discipline is dropped, as far as it is known what goes along.")));
        else says.push_back(strong(page_.say("It is not known of any hand-over what goes along with it.")));
        if (handovers_.certain && count(State::weighs) > 0)
            says.push_back(
                count(State::weighs) == drops
                    ? page_.say("What goes along there is a risk about information, a hazard or a legal duty.")
                    : page_.say("In {} of these it is a risk about information, a hazard or a legal duty.",
                                count(State::weighs)));
        if (const std::size_t none = count(State::by_none); none > 0)
            says.push_back(page_.say("In {} nobody carries a discipline that goes along.", none));
        if (!known_.empty())
            says.push_back(
                page_.say("What goes along is known of {} of {}: those that name an asset or a document, to "
                          "which risks, duties or controls are linked, and those of suppliers that handle "
                          "one.",
                          known_.size(), handovers_.all.size()));
        page_.paragraph(in_a_row(says));
    }

    // The item, and what of it a supplier is known to handle.
    TableCell item(const Handover& each) const {
        const bool by_taker = !each.giver.item || (each.thing.known() && each.giver.item.target() != each.thing);
        const Words words = item_words(page_, by_taker && each.taker.item ? each.taker.item : each.giver.item);
        std::vector<RecordId> handled;
        for (const HandoverSide* const side : {&each.giver, &each.taker}) {
            for (const RecordView asset : page_.graph[side->who].linked(fields::supplier::handles)) {
                if (asset.active() && asset.record() != each.thing) handled.push_back(asset.record());
            }
        }
        const std::string name = each.thing.known() ? lasting_name(each.thing) : words.plain();
        return {handled.empty() ? words : page_.say("{}, by one who handles {}", words, page_.titles(handled)), name};
    }

    // "Deliver flowers", or what people call who is outside.
    TableCell side(const HandoverSide& each) const { return {cell_name(page_, each.who), lasting_name(each.who)}; }

    std::string lasting_name(RecordId record) const { return page_.graph[record].name().text(); }

    TableCell carries(const Handover& each, const HandoverSide& side) const {
        if (side.carries.empty() && !handovers_.certain) return not_stated(page_, "not known");
        if (side.carries.empty()) return {page_.say("none of it"), page_.settings.names(side.carries)};
        const bool all = side.carries == each.along && side.carries.size() > 1;
        return {all ? page_.say("all of it") : discipline_words(page_, side.carries),
                page_.settings.names(side.carries)};
    }

    // What of the side's silence is to be said.
    void tell_side(const Handover& each, const HandoverSide& side, std::vector<Words>& told) const {
        const DisciplineSet dropped = each.dropped_by(side);
        if (!dropped.empty()) {
            const Words words = page_.say("{} drops {}", page_.called(side.who), discipline_words(page_, dropped));
            told.push_back(handovers_.certain ? strong(words)
                                              : page_.say("whether {} carries {} cannot be judged",
                                                          page_.called(side.who), discipline_words(page_, dropped)));
        }
        for (const Discipline discipline : side.left_out) {
            for (const FieldView entry : page_.graph[side.who][fields::not_applicable].children()) {
                if (page_.settings.find(entry.key()) != discipline) continue;
                told.push_back(page_.say("{} says that {} does not apply: {}", page_.called(side.who), discipline,
                                         read_prose_line(without_stop(entry.text()))));
            }
        }
        if (!side.not_asked.empty())
            told.push_back(
                page_.say("{} is not asked of {}", discipline_words(page_, side.not_asked), page_.called(side.who)));
    }

    TableCell state(const Handover& each) const {
        std::vector<Words> told;
        tell_side(each, each.giver, told);
        tell_side(each, each.taker, told);
        if (const DisciplineSet none = each.carried_by_none(); !none.empty())
            told.push_back(handovers_.certain ? page_.say("nobody carries {}", discipline_words(page_, none))
                                              : page_.say("whether anybody carries {} cannot be judged",
                                                          discipline_words(page_, none)));
        const State state = state_of(each);
        if (told.empty())
            told.push_back(state == State::carried ? page_.say("carried on")
                                                   : page_.say("nothing is asked of an interested party"));
        constexpr std::array<std::string_view, 6> kWords = {"dropped",  "dropped",    "carried-by-nobody",
                                                            "left-out", "not-judged", "carried"};
        TableCell cell(listed(told, "; "), std::string(kWords[static_cast<std::size_t>(state)]));
        constexpr std::array<Tone, 6> kTones = {Tone::bad, Tone::poor, Tone::fair, Tone::none, Tone::muted, Tone::good};
        cell.tone = kTones[static_cast<std::size_t>(state)];
        return cell;
    }

    // The risks, duties and controls that make it go along; those of what was dropped first. Of a thing to which very
    // many are linked the first are looked at.
    TableCell reasons(const Handover& each) const {
        std::vector<RecordId> looked_at;
        std::size_t all = 0;
        const auto add = [&](RecordId thing) {
            const auto found = handovers_.along.find(thing);
            if (found == handovers_.along.end()) return;
            const std::vector<RecordId>& records = found->second.records;
            all += records.size();
            const std::size_t count = std::min(records.size(), kMostLookedAt);
            looked_at.insert(looked_at.end(), records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count));
        };
        if (each.thing.known()) add(each.thing);
        for (const HandoverSide* const side : {&each.giver, &each.taker}) {
            for (const RecordView asset : page_.graph[side->who].linked(fields::supplier::handles)) {
                if (asset.record() != each.thing) add(asset.record());
            }
        }
        std::ranges::stable_sort(looked_at, {},
                                 [&](RecordId id) { return (page_.facts.disciplines(id) & each.dropped()).empty(); });
        std::vector<Words> shown;
        std::vector<std::string> names;
        for (const RecordId id : looked_at) {
            names.push_back(lasting_name(id));
            if (shown.size() < kMostReasons) shown.emplace_back(page_.titled(id));
        }
        const Words list = listed(shown, "; ");
        return {all > shown.size() ? page_.say("{}; {} more", list, all - shown.size()) : list, std::move(names)};
    }

    void add_known() {
        TableOf<const Handover*> table(
            {.key = "handovers", .title = "What goes along, and who carries it", .most_shown = kMostRows},
            {{{"from", "From", {}, Column::Holds::record}, [&](const auto& each) { return side(each->giver); }},
             {{"to", "To", {}, Column::Holds::record}, [&](const auto& each) { return side(each->taker); }},
             {{"item", "What"}, [&](const auto& each) { return item(*each); }},
             {{"along", "Goes along"},
              [&](const auto& each) {
                  return TableCell(discipline_words(page_, each->along), page_.settings.names(each->along));
              }},
             {{"giver_carries", "Who gives it carries"}, [&](const auto& each) { return carries(*each, each->giver); }},
             {{"taker_carries", "Who takes it carries"}, [&](const auto& each) { return carries(*each, each->taker); }},
             {{"state", "On the way"}, [&](const auto& each) { return state(*each); }},
             {{"dropped", "Dropped", {}, {}, Column::For::programs},
              [&](const auto& each) {
                  const DisciplineSet dropped = handovers_.certain ? each->dropped() : DisciplineSet();
                  return TableCell(discipline_words(page_, dropped), page_.settings.names(dropped));
              }},
             {{"because", "Goes along by", {}, Column::Holds::records},
              [&](const auto& each) { return reasons(*each); }}},
            page_.cells);
        table.add_all(known_);
        page_.add_titled(2, table.take(), page_.say("It is not known of any hand-over what goes along."));
        if (known_.empty()) return;
        page_.paragraph(
            "A process carries a discipline where a risk, duty or objective of it is linked to the process or to what "
            "it needs; a supplier, where it was evaluated in it or a risk names it; an interested party, where "
            "something of it meets a need.");
    }

    [[nodiscard]] static bool in_words_alone(const Handover& each) {
        const auto names_nothing = [](const FieldView& item) { return !item || item.is(ValueType::text); };
        return names_nothing(each.giver.item) && names_nothing(each.taker.item);
    }

    [[nodiscard]] std::size_t count_words() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(unknown_, [](const Handover* each) { return in_words_alone(*each); }));
    }

    void add_unknown() {
        if (unknown_.empty()) return;
        TableOf<const Handover*> table(
            {.key = "not-known", .title = "What goes along is not known", .most_shown = kMostRows},
            {{{"from", "From", {}, Column::Holds::record}, [&](const auto& each) { return side(each->giver); }},
             {{"to", "To", {}, Column::Holds::record}, [&](const auto& each) { return side(each->taker); }},
             {{"item", "What"}, [&](const auto& each) { return item(*each); }},
             {{"why", "Why not", {}, {}, count_words() == unknown_.size() ? Column::For::programs : Column::For::all},
              [&](const auto& each) {
                  if (in_words_alone(*each)) return TableCell(page_.say("named in words"), "words");
                  return each->thing.known()
                             ? TableCell(page_.say("no risk, duty or control is linked to it"), "nothing-linked")
                             : TableCell(page_.say("it names nothing that is in force"), "not-in-force");
              }}},
            page_.cells);
        table.add_all(unknown_);
        page_.heading(2, "What goes along is not known");
        const Words words = page_.say("{} of {} are named in words", count_words(), handovers_.all.size());
        const std::size_t bare = unknown_.size() - count_words();
        page_.paragraph(
            "{}. Such a hand-over may carry anything. Where it is information, equipment or a document that has a "
            "record, name that: [[`item: asset/ID` or `item: document/ID` on either side|then its risks and duties go "
            "along]]. The rest needs nothing.",
            bare == 0
                ? words
                : page_.say(
                      "{0}; {1} {1:names|name} what is not in force, or what no risk, duty or control is linked to",
                      words, bare));
        if (handovers_.cut)
            page_.paragraph(
                "Of a thing that many give, and of which nobody says from whom it comes, only some are told.");
        page_.add(table.take());
    }

    Page page_;
    const Handovers& handovers_;
    std::vector<const Handover*> known_;
    std::vector<const Handover*> unknown_;
};

}  // namespace

Document build(const ReportInput& input) { return HandoverPage(input).run(); }

}  // namespace ims::reports::handovers
