#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "assess/overview/handovers.h"
#include "check/flow_items.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::discipline_dropped {
namespace {

constexpr std::size_t kMostOthers = 3;    // told one by one
constexpr std::size_t kMostConcerns = 3;  // by which one carries a discipline
constexpr std::size_t kMostLinked = 5;    // to the thing

// What a process drops of one thing, from or to whomever it goes.
struct Drop {
    RecordId process;
    RecordId thing;
    bool takes = false;  // else it gives the thing
    FieldView item;      // as the process writes it; none where only others do
    DisciplineSet missed;
    std::vector<std::pair<RecordId, DisciplineSet>> others;  // those that carry it
};

// One for a process and thing. What comes to it from somebody who carries it is told as that, whoever it goes on to.
class Drops {
public:
    Drops(const Handovers& handovers, const Facts& facts) : facts_(facts) {
        for (const Handover& each : handovers.all) add(each, each.taker, each.giver, true);
        for (const Handover& each : handovers.all) add(each, each.giver, each.taker, false);
    }

    [[nodiscard]] const std::vector<Drop>& all() const { return all_; }

private:
    void add(const Handover& each, const HandoverSide& side, const HandoverSide& other, bool takes) {
        const DisciplineSet missed = each.dropped_by(side) & each.weighty;
        if (missed.empty() || facts_.process(side.who) == nullptr) return;
        const auto [found, first] = places_.try_emplace({side.who, each.thing}, all_.size());
        if (first) all_.push_back({side.who, each.thing, takes, {}, {}, {}});
        Drop& drop = all_[found->second];
        if (drop.takes != takes) return;
        if (!drop.item) drop.item = side.item;
        drop.missed |= missed;
        drop.others.emplace_back(other.who, missed);
    }

    const Facts& facts_;
    std::map<std::pair<RecordId, RecordId>, std::size_t> places_;
    std::vector<Drop> all_;
};

void tell_reasons(const RecordView& process, DisciplineSet missed, const Settings& settings, FindingBuilder& finding) {
    for (const FieldView entry : process[fields::not_applicable].children()) {
        const auto discipline = settings.find(entry.key());
        if (!discipline || !missed.has(*discipline)) continue;
        finding.note("it says that {} does not apply to it, and does not say that it comes by this: {}", *discipline,
                     quoted(entry.text(), 80));
    }
}

// Tells drops one after the other. What many of them name (a thing that goes everywhere, a process that gives to all)
// is looked at once.
class Teller {
public:
    Teller(const Handovers& handovers, const CheckContext& context, Reporter& report)
        : handovers_(handovers), context_(context), report_(report) {}

    void tell(const Drop& drop) {
        const RecordView process = context_.graph[drop.process];
        const RecordView thing = context_.graph[drop.thing];
        const std::vector<Cells> homes = {{drop.process, drop.missed}};
        const DisciplineSet missed = report_.excepted(process, drop.missed, {}, homes);
        if (missed.empty()) return;
        auto finding = report_.about(process, missed, drop.item ? drop.item.span() : process.id_span(),
                                     what_is_dropped(drop, missed));
        if (drop.item)
            finding.field(fmt::format("{}[{}].item", drop.takes ? "inputs" : "outputs", item_name(drop.item)));
        finding.key(thing.name().text()).because(drop.process).cell(drop.process, missed);
        const Few& linked = linked_to(drop.thing, missed);
        if (linked.all == 1) finding.note("{} is linked to {}", linked.first.front(), thing);
        else finding.note("{} are linked to {}", named(linked), thing);
        tell_reasons(process, missed, context_.settings, finding);
        tell_others(drop, missed, finding);
        const RecordView first = context_.graph[linked.first.front()];
        finding.label(first.id_span(), "it goes along by this {}", first.kind());
        tell_help(thing, missed, finding);
    }

private:
    // The first of several records, and how many they are.
    struct Few {
        std::vector<RecordId> first;
        std::size_t all = 0;
        void add(RecordId record, std::size_t most) {
            if (all++ < most) first.push_back(record);
        }
    };

    Message named(const Few& few) {
        return few.all > few.first.size() ? report_.say("{:all} and {} more", listed_by(Joined::by_commas, few.first),
                                                        few.all - few.first.size())
                                          : report_.say("{:all}", few.first);
    }

    Message what_is_dropped(const Drop& drop, DisciplineSet missed) {
        Few others;
        for (const auto& [other, disciplines] : drop.others) {
            if (!(disciplines & missed).empty()) others.add(other, kMostOthers);
        }
        return drop.takes ? report_.say("process {} takes {} from {} and drops {:12}", drop.process, drop.thing,
                                        named(others), missed)
                          : report_.say("process {} gives {} to {} and does not carry {:12} itself", drop.process,
                                        drop.thing, named(others), missed);
    }

    // What is linked to the thing, and weighs. Not empty.
    const Few& linked_to(RecordId thing, DisciplineSet missed) {
        const auto [found, first] = linked_.try_emplace({thing, std::bit_cast<std::uint64_t>(missed)});
        if (!first) return found->second;
        for (const RecordId id : handovers_.along.at(thing).records) {
            const bool meant = !(context_.facts.disciplines(id) & missed).empty();
            if (meant && weighs_on_the_way(context_.graph[id], context_.graph[thing]))
                found->second.add(id, kMostLinked);
        }
        return found->second;
    }

    // What makes disciplines a concern of a process.
    const Few& concerns_in(RecordId process, DisciplineSet disciplines) {
        const auto [found, first] = concerns_.try_emplace({process, std::bit_cast<std::uint64_t>(disciplines)});
        if (!first) return found->second;
        for (const Concern& concern : context_.facts.concerns(process)) {
            if (!(context_.facts.disciplines(concern.record) & disciplines).empty())
                found->second.add(concern.record, kMostConcerns);
        }
        return found->second;
    }

    // The other side of it, and what makes it a concern there.
    void tell_others(const Drop& drop, DisciplineSet missed, FindingBuilder& finding) {
        std::size_t told = 0;
        for (const auto& [other, disciplines] : drop.others) {
            const DisciplineSet meant = disciplines & missed;
            if (meant.empty()) continue;
            if (told++ == kMostOthers) break;
            finding.label(context_.graph[other].id_span(),
                          drop.takes ? Message("it comes from here") : Message("it goes here"));
            if (context_.facts.process(other) == nullptr) continue;
            const Few& concerns = concerns_in(other, meant);
            if (concerns.all > 0) finding.note("{} carries {:12} by {}", other, meant, named(concerns));
        }
    }

    void tell_help(const RecordView& thing, DisciplineSet missed, FindingBuilder& finding) {
        if (thing.is(kinds::asset)) {
            finding.help(
                "[[if it works with {1}, name that there (`assets: [{2}]`); else say beside the item what keeps it "
                "from mattering: `not_applicable: {{{0}: reason}}`|ask those who do the work what they do with {1}: "
                "what holds for it elsewhere holds there too, unless there is a reason why not]]",
                *missed.begin(), thing, plain(thing));
        } else {
            finding.help(
                "[[link what goes along with {1} to the process (`obligations`); or say beside the item why it does "
                "not matter there: `not_applicable: {{{0}: reason}}`|ask those who do the work what they do with {1}: "
                "what holds for it elsewhere holds there too, unless there is a reason why not]]",
                *missed.begin(), thing);
        }
    }

    using Key = std::pair<RecordId, std::uint64_t>;  // with disciplines
    const Handovers& handovers_;
    const CheckContext& context_;
    Reporter& report_;
    std::map<Key, Few> linked_;
    std::map<Key, Few> concerns_;
};

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const Handovers handovers = find_handovers(context.graph, context.facts);
    if (!handovers.certain) return;
    const Drops drops(handovers, context.facts);
    Teller teller(handovers, context, report);
    for (const Drop& drop : drops.all()) teller.tell(drop);
}

}  // namespace ims::rules::discipline_dropped
