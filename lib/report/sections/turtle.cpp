// The turtle: a process in the middle, and around it what goes in and out, with whom, with what, how and how well.
#include <algorithm>

#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::process;

// More than a few in a box say less.
constexpr std::size_t kMostInBox = 7;

class Turtle {
public:
    explicit Turtle(Page& page) : page_(page), process_(page.graph[page.subject]) {
        diagram_.layout = Diagram::Layout::around;
        diagram_.nodes.push_back({.label = std::string(process_.title()), .shape = Diagram::Shape::round});
    }

    void run() {
        const std::size_t inputs = flow(own::inputs, own::inputs.item, own::inputs.from);
        box("Inputs", Diagram::Side::left);
        for (const Field field : {Field(own::assets), Field(own::sites), Field(own::needs.what)}) linked(field);
        box("With what", Diagram::Side::above);
        who();
        box("With whom", Diagram::Side::above);
        for (const FieldView entry : process_[own::activities].children())
            items_.push_back({read_prose_line(entry[own::activities.name].text()).plain(), {}});
        for (const Field field : {Field(fields::documents), Field(own::controls)}) linked(field);
        box("How", Diagram::Side::below);
        linked(own::objectives);
        box("How well", Diagram::Side::below);
        const std::size_t outputs = flow(own::outputs, own::outputs.item, own::outputs.to);
        box("Outputs", Diagram::Side::right);
        if (!anything_) return;
        diagram_.says =
            page_
                .say(
                    "{0} takes in {1} {1:input|inputs} and gives out {2} {2:output|outputs}; the tables below "
                    "say with whom, with what, how and how well.",
                    plain(process_.title()), inputs, outputs)
                .plain();
        page_.add(std::move(diagram_));
    }

private:
    struct Item {
        std::string label;
        std::optional<Inline> link;
    };

    std::size_t flow(Field list, Field item, Field other) {
        for (const FieldView entry : process_[list].children()) {
            const Words what = item_words(page_, entry[item]);
            const Words others = targets(page_, entry[other]);
            const Words label = others.empty()                     ? what
                                : other == Field(own::inputs.from) ? page_.say("{} (from {})", what, others)
                                                                   : page_.say("{} (to {})", what, others);
            items_.push_back({label.plain(), only_link(others)});
        }
        return items_.size();
    }

    // To the one record that it names.
    static std::optional<Inline> only_link(const Words& words) {
        std::optional<Inline> link;
        for (const Inline& part : words.parts()) {
            if (part.kind != Inline::Kind::record) continue;
            if (link) return std::nullopt;
            link = part;
        }
        return link;
    }

    void who() {
        const ProcessFacts* const facts = page_.facts.process(process_.record());
        if (facts == nullptr) return;
        for (const Participant& participant : facts->participants) {
            items_.push_back(
                {page_.say("{} ({})", short_title(page_.graph[participant.role]), spoken(page_, participant)).plain(),
                 page_.titled(participant.role)});
        }
    }

    void linked(Field field) {
        for (const RecordView each : process_.linked(field)) {
            const Words name = cell_name(page_, each.record());
            std::string label = name.plain();
            const auto same = [&](const Item& item) { return item.label == label; };
            if (std::ranges::none_of(items_, same)) items_.push_back({std::move(label), only_link(name)});
        }
    }

    // Turns what was gathered into a box; one that is empty says so.
    void box(Message name, Diagram::Side side) {
        anything_ = anything_ || !items_.empty();
        const std::size_t number = diagram_.groups.size();
        diagram_.groups.push_back({page_.say(name).plain(), side});
        if (items_.empty()) items_.push_back({page_.say("not stated").plain(), {}});
        // One more line is no longer than "and 1 more".
        const std::size_t shown = items_.size() > kMostInBox + 1 ? kMostInBox : items_.size();
        if (shown < items_.size()) items_[shown] = Item{page_.say("{} more", items_.size() - shown).plain(), {}};
        for (std::size_t index = 0; index < items_.size() && index <= shown; ++index)
            diagram_.nodes.push_back(
                {.label = std::move(items_[index].label), .group = number, .link = std::move(items_[index].link)});
        items_.clear();
    }

    Page& page_;
    RecordView process_;
    Diagram diagram_;
    std::vector<Item> items_;
    bool anything_ = false;
};

}  // namespace

void add_turtle(Page& page) { Turtle(page).run(); }

}  // namespace ims
