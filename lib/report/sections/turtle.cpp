// The turtle: a process in the middle, and around it what goes in and out, who, with what, how and how well.
#include <algorithm>

#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::process;

// More than a few boxes on a side say less.
constexpr std::size_t kMostInGroup = 6;

class Turtle {
public:
    explicit Turtle(Page& page) : page_(page), process_(page.graph[page.subject]) {
        diagram_.nodes.push_back({std::string(process_.title()), Diagram::Shape::round, std::nullopt});
    }

    void run() {
        const std::size_t inputs = flow(own::inputs, own::inputs.item, own::inputs.from);
        group("Inputs", Diagram::Shape::box, Side::in);
        who();
        group("Who", Diagram::Shape::person, Side::with);
        for (const Field field : {Field(own::assets), Field(own::sites), Field(own::needs.what)}) linked(field);
        group("With what", Diagram::Shape::store, Side::with);
        for (const FieldView entry : process_[own::activities].children())
            labels_.emplace_back(entry[own::activities.name].text());
        for (const Field field : {Field(fields::documents), Field(own::controls)}) linked(field);
        group("How", Diagram::Shape::box, Side::with);
        linked(own::objectives);
        group("How well", Diagram::Shape::box, Side::with);
        const std::size_t outputs = flow(own::outputs, own::outputs.item, own::outputs.to);
        group("Outputs", Diagram::Shape::box, Side::out);
        if (diagram_.groups.empty()) return;
        diagram_.says =
            page_
                .say(
                    "{0} takes in {1} {1:input|inputs} and gives out {2} {2:output|outputs}; the tables below "
                    "say who, with what, how and how well.",
                    plain(process_.title()), inputs, outputs)
                .plain();
        page_.add(std::move(diagram_));
    }

private:
    enum class Side : std::uint8_t { in, with, out };

    std::size_t flow(Field list, Field item, Field other) {
        for (const FieldView entry : process_[list].children()) {
            const Words what = item_words(page_, entry[item]);
            const Words others = targets(page_, entry[other]);
            const Words label = others.empty()                     ? what
                                : other == Field(own::inputs.from) ? page_.say("{} (from {})", what, others)
                                                                   : page_.say("{} (to {})", what, others);
            labels_.push_back(label.plain());
        }
        return labels_.size();
    }

    void who() {
        const ProcessFacts* const facts = page_.facts.process(process_.record());
        if (facts == nullptr) return;
        for (const Participant& participant : facts->participants)
            labels_.push_back(
                page_.say("{} ({})", plain(page_.graph[participant.role].title()), spoken(page_, participant)).plain());
    }

    void linked(Field field) {
        for (const RecordView each : process_.linked(field)) {
            std::string title(each.title());
            if (std::ranges::find(labels_, title) == labels_.end()) labels_.push_back(std::move(title));
        }
    }

    // Turns what was gathered into boxes of a group, tied to the process.
    void group(Message name, Diagram::Shape shape, Side side) {
        if (labels_.empty()) return;
        const std::size_t number = diagram_.groups.size();
        diagram_.groups.push_back(page_.say(name).plain());
        // One more box is no larger than "and 1 more".
        const std::size_t shown = labels_.size() > kMostInGroup + 1 ? kMostInGroup : labels_.size();
        if (shown < labels_.size()) labels_[shown] = page_.say("{} more", labels_.size() - shown).plain();
        for (std::size_t index = 0; index < labels_.size() && index <= shown; ++index) {
            const std::size_t node = diagram_.nodes.size();
            diagram_.nodes.push_back({std::move(labels_[index]), shape, number});
            Diagram::Arrow arrow{node, 0, "", side == Side::with ? Diagram::Line::dashed : Diagram::Line::solid};
            if (side == Side::out) std::swap(arrow.from, arrow.to);
            diagram_.arrows.push_back(std::move(arrow));
        }
        labels_.clear();
    }

    Page& page_;
    RecordView process_;
    Diagram diagram_;
    std::vector<std::string> labels_;
};

}  // namespace

void add_turtle(Page& page) { Turtle(page).run(); }

}  // namespace ims
