// The map of processes: boxes by type, and arrows for what flows between them, to customers and from suppliers.
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

// With more arrows than this nobody can follow them; then only processes are drawn, without those outside.
constexpr std::size_t kMostWithOutsiders = 120;
constexpr std::size_t kMostItems = 2;

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
        const bool outsiders = flows_.size() <= kMostWithOutsiders;
        const bool parts = std::ranges::any_of(whole_, [](const auto& each) { return each.first != each.second; });
        Diagram diagram = draw(outsiders);
        std::vector<Words> says = {page_.say("Arrows show what one gives to the other.")};
        if (parts) says.push_back(page_.say("Parts of a process are drawn as the whole that they belong to."));
        if (!outsiders) says.push_back(page_.say("Suppliers and customers are left out, since there are many."));
        page_.paragraph(in_a_row(says));
        page_.add(std::move(diagram));
    }

private:
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

    std::string name(const FieldView& item) const { return item_words(page_, item).plain(); }

    [[nodiscard]] std::string label(const std::vector<std::string>& items) const {
        std::vector<Words> shown;
        for (std::size_t index = 0; index < items.size() && index < kMostItems; ++index)
            shown.push_back(raw(items[index]));
        const Words first = listed(shown);
        return items.size() > kMostItems ? page_.say("{} and {} more", first, items.size() - kMostItems).plain()
                                         : first.plain();
    }

    Diagram draw(bool outsiders) {
        Diagram diagram;
        std::map<RecordId, std::size_t> nodes;
        const auto node = [&](RecordId id, Diagram::Shape shape, std::optional<std::size_t> group) {
            nodes[id] = diagram.nodes.size();
            diagram.nodes.push_back({std::string(page_.graph[id].title()), shape, group});
        };
        struct Group {
            std::string_view type;
            Message title;
        };
        constexpr std::array<Group, 4> kGroups = {
            {{"management", "Management"}, {"core", "Core"}, {"support", "Support"}, {"", "Without a type"}}};
        for (const auto& [type, name] : kGroups) {
            const std::string title = page_.say(name).plain();
            for (const RecordView& process : processes_) {
                if (whole_[process.record()] != process.record() || process.word(own::type) != type) continue;
                if (diagram.groups.empty() || diagram.groups.back() != title) diagram.groups.push_back(title);
                node(process.record(), Diagram::Shape::box, diagram.groups.size() - 1);
            }
        }
        const std::size_t processes = diagram.nodes.size();
        for (const auto& [pair, items] : flows_) {
            for (const RecordId end : {pair.first, pair.second}) {
                if (nodes.contains(end) || !outsiders) continue;
                node(end, page_.graph[end].is(kinds::supplier) ? Diagram::Shape::store : Diagram::Shape::person,
                     std::nullopt);
            }
            if (!nodes.contains(pair.first) || !nodes.contains(pair.second)) continue;
            diagram.arrows.push_back({nodes[pair.first], nodes[pair.second], label(items), {}});
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
    std::map<std::pair<RecordId, RecordId>, std::vector<std::string>> flows_;  // what goes from one to the other
};

}  // namespace

void add_process_map(Page& page, const std::vector<RecordView>& processes) { Map(page, processes).run(); }

}  // namespace ims
