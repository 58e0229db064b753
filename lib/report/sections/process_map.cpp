// The map of processes: lanes by type, and one line for all that one gives to another, to customers and from suppliers;
// a thick one where a discipline is dropped on the way.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::process;

// With more nobody can follow the lines; then those outside are left out, or only the boxes are drawn, or nothing is.
constexpr std::size_t kMostWithOutsiders = 120;
constexpr std::size_t kMostFlows = 160;
constexpr std::size_t kMostJoined = 40;
constexpr std::size_t kMostDrawn = 110;
// Of suppliers, and of interested parties; the others are one box.
constexpr std::size_t kMostOutside = 12;

class Map {
public:
    Map(Page& page, const std::vector<RecordView>& processes) : page_(page), processes_(processes) {}

    void run() {
        for (const RecordView& process : processes_) whole_[process.record()] = whole_of(process);
        for (const RecordView& process : processes_) {
            add_inputs(process);
            add_outputs(process);
            add_open_flows(process);
        }
        note_drops();
        tell();
    }

private:
    static constexpr std::size_t kMostDropsTold = 6;

    // The process that it is a part of, to any depth; a circle ends.
    RecordId whole_of(const RecordView& process) const {
        RecordView whole = process;
        std::set<RecordId> seen = {whole.record()};
        while (true) {
            const auto next = whole.linked(own::part_of);
            if (next.empty() || !seen.insert((*next.begin()).record()).second) return whole.record();
            whole = *next.begin();
        }
    }

    RecordId drawn(RecordId record) const {
        const auto found = whole_.find(record);
        return found == whole_.end() ? record : found->second;
    }

    void flow(RecordId from, RecordId to, std::string item) {
        from = drawn(from);
        to = drawn(to);
        if (from == to) return;
        std::vector<std::string>& items = flows_[{from, to}];
        if (std::ranges::find(items, item) == items.end()) items.push_back(std::move(item));
    }

    void add_inputs(const RecordView& process) {
        for (const FieldView entry : process[own::inputs].children()) {
            for (const FieldView each : entry[own::inputs.from].children()) {
                if (const auto giver = target_of(page_.graph, each))
                    flow(giver->record(), process.record(), name(entry[own::inputs.item]));
            }
        }
    }

    void add_outputs(const RecordView& process) {
        for (const FieldView entry : process[own::outputs].children()) {
            for (const FieldView each : entry[own::outputs.to].children()) {
                if (const auto taker = target_of(page_.graph, each))
                    flow(process.record(), taker->record(), name(entry[own::outputs.item]));
            }
        }
    }

    // Inputs that do not say where they come from, met by what others give.
    void add_open_flows(const RecordView& process) {
        for (const FieldView entry : process[own::inputs].children()) {
            if (entry[own::inputs.from]) continue;
            for (const RecordId giver : page_.facts.flows().givers(entry[own::inputs.item]))
                flow(giver, process.record(), name(entry[own::inputs.item]));
        }
    }

    void note_drops() {
        const Handovers& handovers = page_.analysis.handovers();
        if (!handovers.certain) return;
        for (const Handover& each : handovers.all) {
            const std::pair ends(drawn(each.giver.who), drawn(each.taker.who));
            if (!each.dropped().empty() && flows_.contains(ends)) dropped_[ends] |= each.dropped();
        }
    }

    // The same in words, for those who do not see how thick a line is.
    Words told_drops() const {
        std::vector<Words> told;
        for (const auto& [ends, disciplines] : dropped_) {
            if (told.size() == kMostDropsTold) break;
            told.push_back(page_.say("{} → {} ({})", page_.titled(ends.first), page_.titled(ends.second),
                                     discipline_words(page_, disciplines)));
        }
        const std::size_t more = dropped_.size() - told.size();
        const Words list = page_.in_a_list(told);
        const Words all = more == 0 ? list : page_.say("{} and {} more", list, more);
        return lines_
                   ? page_.say("A thick arrow marks where one side drops a discipline that the other carries: {}.", all)
                   : page_.say("One side drops a discipline that the other carries: {}.", all);
    }

    std::string name(const FieldView& item) const { return item_words(page_, item).plain(); }

    void tell() {
        const auto whole = [&](const RecordView& each) { return whole_.at(each.record()) == each.record(); };
        const auto boxes = static_cast<std::size_t>(std::ranges::count_if(processes_, whole));
        if (boxes > kMostDrawn) {
            return page_.paragraph(
                "A map of {} processes would be too large to read; the tables below show what each gives to whom.",
                boxes);
        }
        const auto inner = [&](const auto& flow) {
            return whole_.contains(flow.first.first) && whole_.contains(flow.first.second);
        };
        const auto between = static_cast<std::size_t>(std::ranges::count_if(flows_, inner));
        lines_ = boxes <= kMostJoined && between <= kMostFlows;
        outsiders_ = lines_ && flows_.size() <= kMostWithOutsiders;
        std::vector<Words> says;
        if (!lines_)
            says.push_back(page_.say(
                "What one gives to another is left out, since nobody could follow so many lines; the tables below show "
                "it."));
        else if (!flows_.empty())
            says.push_back(
                page_.say("An arrow stands for all that one gives to the other; the tables below show what that is."));
        if (boxes < processes_.size())
            says.push_back(page_.say("Parts of a process are drawn as the whole that they belong to."));
        if (lines_ && !outsiders_ && between < flows_.size())
            says.push_back(page_.say("Suppliers and interested parties are left out, since there are many."));
        if (!dropped_.empty()) says.push_back(told_drops());
        if (!says.empty()) page_.paragraph(in_a_row(says));
        page_.add(draw());
    }

    void add_lanes(Diagram& diagram) {
        struct Group {
            std::string_view type;
            Message title;
        };
        constexpr std::array<Group, 4> kGroups = {
            {{"management", "Management"}, {"core", "Core"}, {"support", "Support"}, {"", "Without a type"}}};
        for (const auto& [type, name] : kGroups) {
            bool first = true;
            for (const RecordView& process : processes_) {
                if (whole_[process.record()] != process.record() || process.word(own::type) != type) continue;
                if (first) diagram.groups.push_back({page_.say(name).plain(), {}});
                first = false;
                nodes_[process.record()] = diagram.nodes.size();
                diagram.nodes.push_back({.label = std::string(process.title()),
                                         .group = diagram.groups.size() - 1,
                                         .link = page_.titled(process.record())});
            }
        }
    }

    // Suppliers at the left, where what is needed comes from; who wants something at the right.
    void add_outsiders(Diagram& diagram) {
        std::vector<RecordId> suppliers;
        std::vector<RecordId> parties;
        for (const auto& [pair, items] : flows_) {
            for (const RecordId end : {pair.first, pair.second}) {
                std::vector<RecordId>& side = page_.graph[end].is(kinds::supplier) ? suppliers : parties;
                if (!nodes_.contains(end) && std::ranges::find(side, end) == side.end()) side.push_back(end);
            }
        }
        const auto add = [&](const std::vector<RecordId>& all, Diagram::Shape shape, Diagram::Side side, Message more) {
            const std::size_t shown = all.size() > kMostOutside + 1 ? kMostOutside : all.size();
            for (std::size_t index = 0; index < all.size(); ++index) {
                if (index > shown) {
                    nodes_[all[index]] = diagram.nodes.size() - 1;
                    continue;
                }
                nodes_[all[index]] = diagram.nodes.size();
                Diagram::Node node{.label = {}, .shape = shape, .side = side};
                if (index < shown) {
                    node.label = page_.called(all[index]).plain();
                    if (!is_hidden(page_, all[index])) node.link = page_.titled(all[index]);
                } else {
                    node.label = page_.say("{} {}", all.size() - shown, page_.say(more)).plain();
                }
                diagram.nodes.push_back(std::move(node));
            }
        };
        add(suppliers, Diagram::Shape::store, Diagram::Side::left, "more suppliers");
        add(parties, Diagram::Shape::person, Diagram::Side::right, "more interested parties");
    }

    Diagram draw() {
        Diagram diagram;
        diagram.layout = Diagram::Layout::lanes;
        add_lanes(diagram);
        const std::size_t processes = diagram.nodes.size();
        if (outsiders_) add_outsiders(diagram);
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> arrows;
        for (const auto& [pair, items] : flows_) {
            if (!lines_ || !nodes_.contains(pair.first) || !nodes_.contains(pair.second)) continue;
            const std::pair ends(nodes_[pair.first], nodes_[pair.second]);
            const auto [at, first] = arrows.try_emplace(ends, diagram.arrows.size());
            if (first) diagram.arrows.push_back({.from = ends.first, .to = ends.second, .label = {}});
            std::vector<std::string>& told = diagram.arrows[at->second].items;
            told.insert(told.end(), items.begin(), items.end());
            if (const auto found = dropped_.find(pair); found != dropped_.end()) {
                Diagram::Arrow& arrow = diagram.arrows[at->second];
                arrow.line = Diagram::Line::strong;
                // Where several suppliers are one box, what any of them drops.
                if (arrow.label.empty())
                    arrow.label = page_.say("drops {}", discipline_words(page_, found->second)).plain();
            }
        }
        diagram.says = page_
                           .say(
                               "A map of {0} {0:process|processes}, {1} {1:supplier or interested party|suppliers and "
                               "interested parties} outside them, and {2} {2:flow|flows} between them.",
                               processes, diagram.nodes.size() - processes, diagram.arrows.size())
                           .plain();
        return diagram;
    }

    Page& page_;
    const std::vector<RecordView>& processes_;
    std::map<RecordId, RecordId> whole_;
    std::map<RecordId, std::size_t> nodes_;
    bool lines_ = true;
    bool outsiders_ = true;
    std::map<std::pair<RecordId, RecordId>, std::vector<std::string>> flows_;  // what goes from one to the other
    std::map<std::pair<RecordId, RecordId>, DisciplineSet> dropped_;           // and what is dropped there
};

}  // namespace

void add_process_map(Page& page, const std::vector<RecordView>& processes) { Map(page, processes).run(); }

}  // namespace ims
