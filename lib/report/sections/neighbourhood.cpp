// The neighbourhood of a record: in the middle the record, at its right what it names, by field, at its left what names
// it, by kind. It stands on every record's page, so it looks at the record's own links and at nothing else.
#include <algorithm>
#include <map>
#include <set>

#include "report/sections/cells.h"
#include "report/sections/field_values.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

constexpr std::size_t kMostLists = 10;  // on a side

class Neighbourhood {
public:
    explicit Neighbourhood(Page& page) : page_(page), record_(page.graph[page.subject]) {}

    void run() {
        diagram_.layout = Diagram::Layout::around;
        diagram_.nodes.push_back({.label = page_.called(page_.subject).plain(), .shape = Diagram::Shape::round});
        find_named();
        find_naming();
        if (named_.empty() && naming_.empty()) return;
        std::size_t given = 0;
        std::size_t taken = 0;
        for (const Box& box : naming_) taken += box.records.size();
        for (const Box& box : named_) given += box.records.size();
        add(naming_, Diagram::Side::left);
        add(named_, Diagram::Side::right);
        diagram_.says = page_
                            .say("{0} leads to {1} {1:record|records}, and {2} {2:record leads|records lead} to it.",
                                 plain(diagram_.nodes.front().label), given, taken)
                            .plain();
        page_.heading(2, "Neighbourhood");
        page_.paragraph("An arrow leads from what names another record to what is named.");
        page_.add(std::move(diagram_));
    }

private:
    struct Box {
        std::string title;
        std::vector<RecordId> records;
    };

    [[nodiscard]] bool shows(RecordId other) const {
        const RecordView view = page_.graph[other];
        return other != page_.subject && other != page_.graph.settings_record() && !view.retired() && !view.unread();
    }

    static void put(std::vector<Box>& boxes, std::string title, RecordId record) {
        auto box = std::ranges::find(boxes, title, &Box::title);
        if (box == boxes.end()) box = boxes.insert(box, Box{std::move(title), {}});
        // Each field has its records together and in order, a kind may have them through several fields.
        if (std::ranges::find(box->records, record) == box->records.end()) box->records.push_back(record);
    }

    void find_named() {
        const Schema& schema = page_.graph.schema();
        for (const Edge& edge : page_.graph.edges(page_.subject)) {
            if (!shows(edge.other)) continue;
            const std::string title = title_with_maps(schema, record_.kind(), edge.field);
            put(named_, capitalised(title.empty() ? schema.title(edge.field) : std::string_view(title)), edge.other);
            shown_.insert(edge.other);
        }
    }

    void find_naming() {
        std::map<KindId, std::set<RecordId>> by_kind;
        for (const Edge& edge : page_.graph.references_to(page_.subject)) {
            if (!shows(edge.other) || shown_.contains(edge.other)) continue;
            by_kind[page_.graph[edge.other].kind()].insert(edge.other);
        }
        for (const auto& [kind, records] : by_kind) {
            naming_.push_back({capitalised(page_.say("{}", plural(kind))).plain(), {}});
            naming_.back().records.assign(records.begin(), records.end());
        }
    }

    void add(const std::vector<Box>& boxes, Diagram::Side side) {
        const std::size_t shown = boxes.size() > kMostLists + 1 ? kMostLists : boxes.size();
        const std::size_t most = shown > 7 ? 3 : shown > 4 ? 4 : 6;
        std::size_t left_out = 0;
        for (std::size_t index = 0; index < boxes.size(); ++index) {
            if (index < shown) add(boxes[index], side, most);
            else left_out += boxes[index].records.size();
        }
        if (left_out == 0) return;
        diagram_.groups.push_back({page_.say("Others").plain(), side});
        diagram_.nodes.push_back(
            {.label = page_.say("{0} more {0:record|records}", left_out).plain(), .group = diagram_.groups.size() - 1});
    }

    void add(const Box& box, Diagram::Side side, std::size_t most) {
        diagram_.groups.push_back({box.title, side});
        const std::size_t number = diagram_.groups.size() - 1;
        const std::size_t shown = box.records.size() > most + 1 ? most : box.records.size();
        std::set<std::string> told;  // several holders of one role are told by the same words
        for (std::size_t index = 0; index < shown; ++index) {
            const RecordId record = box.records[index];
            std::string label = page_.called(record).plain();
            if (!told.insert(label).second) continue;
            Diagram::Node node{.label = std::move(label), .group = number};
            if (!is_hidden(page_, record)) node.link = page_.titled(record);
            diagram_.nodes.push_back(std::move(node));
        }
        if (shown < box.records.size())
            diagram_.nodes.push_back(
                {.label = page_.say("{} more", box.records.size() - shown).plain(), .group = number});
    }

    Page& page_;
    RecordView record_;
    Diagram diagram_;
    std::vector<Box> named_;
    std::vector<Box> naming_;
    std::set<RecordId> shown_;  // with what each of them is to the record: that says more than its kind
};

}  // namespace

void add_neighbourhood(Page& page) {
    if (page.subject.known()) Neighbourhood(page).run();
}

}  // namespace ims
