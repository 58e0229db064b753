// What a process waits for after a disruption, drawn: each thing that it needs with how soon it is back, the things
// that those wait for in turn, and of all ways the one that takes longest.
#include <algorithm>
#include <map>
#include <tuple>

#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostNeedsDrawn = 7;
constexpr std::size_t kMostStepsDrawn = 5;

class RecoveryPaths {
public:
    RecoveryPaths(Page& page, RecordId process) : page_(page), process_(process), ready_(readiness(page, process)) {}

    void run() {
        std::vector<const Dependency*> needs;
        for (const Dependency& need : ready_.needs) needs.push_back(&need);
        if (needs.empty()) return;
        // The marked one first, then what nobody knows, then the slowest.
        std::ranges::stable_sort(needs, [&](const Dependency* a, const Dependency* b) {
            return std::tuple(a == marked(), a->effective.unknown.known(), a->effective.time) >
                   std::tuple(b == marked(), b->effective.unknown.known(), b->effective.time);
        });
        add_process();
        const std::size_t shown = needs.size() > kMostNeedsDrawn + 1 ? kMostNeedsDrawn : needs.size();
        for (std::size_t index = 0; index < shown; ++index) add_way(*needs[index]);
        if (shown < needs.size()) {
            diagram_.arrows.push_back({.from = 0, .to = diagram_.nodes.size(), .label = {}});
            diagram_.nodes.push_back({.label = page_.say("{} more", needs.size() - shown).plain(),
                                      .note = page_.say("none of them slower").plain()});
        }
        diagram_.says = page_
                            .say(
                                "{0} waits for {1} {1:thing|things} that it needs; each step says how soon it is back "
                                "by itself.",
                                plain(page_.graph[process_].title()), needs.size())
                            .plain();
        page_.add(std::move(diagram_));
    }

private:
    [[nodiscard]] const Dependency* marked() const { return ready_.slowest != nullptr ? ready_.slowest : ready_.waits; }

    void add_process() {
        const FieldView rto = page_.graph[process_][fields::process::continuity][fields::process::continuity.rto];
        Words note = rto.duration() ? page_.say("to be back within {}", plain(rto))
                                    : page_.say("nobody says how soon it must be back");
        if (marked() != nullptr) {
            note = page_.say("{}; what it needs is back after {}", note, back_after(page_, marked()->effective).words);
            if (ready_.too_late) note = page_.say("{}: too late", note);
        }
        diagram_.nodes.push_back({.label = std::string(page_.graph[process_].title()),
                                  .shape = Diagram::Shape::round,
                                  .link = page_.titled(process_),
                                  .note = note.plain()});
        nodes_[process_] = 0;
    }

    // "24 hours, shown", "not known".
    [[nodiscard]] Words told(RecordId step) const {
        const OwnRecovery& own = page_.facts.recovery().own(step);
        if (!own.time) return page_.say("not known");
        return own.demonstrated ? page_.say("{}, shown", plain(own.written)) : page_.say("{}", plain(own.written));
    }

    std::size_t node_of(RecordId step, const Words& more) {
        const auto [at, first] = nodes_.try_emplace(step, diagram_.nodes.size());
        if (first) {
            const RecordView view = page_.graph[step];
            const bool store = view.is(kinds::supplier) || view.is(kinds::asset);
            Diagram::Node node{.label = page_.called(step).plain(),
                               .shape = store ? Diagram::Shape::store : Diagram::Shape::box,
                               .note = (more.empty() ? told(step) : page_.say("{}, {}", told(step), more)).plain()};
            if (!is_hidden(page_, step)) node.link = page_.titled(step);
            diagram_.nodes.push_back(std::move(node));
        }
        return at->second;
    }

    void add_way(const Dependency& need) {
        const bool slowest = &need == marked();
        const Diagram::Line line = slowest ? Diagram::Line::strong : Diagram::Line::solid;
        std::string label;
        if (slowest) label = (ready_.slowest != nullptr ? page_.say("slowest") : page_.say("not known")).plain();
        std::vector<Words> more;
        if (need.by != need.need->what) more.push_back(page_.say("in place of {}", page_.called(need.need->what)));
        if (need.need->workaround)
            more.push_back(page_.say("bridged for {}", plain(need.need->entry[fields::process::needs.workaround])));
        const Words instead = listed(more);
        std::size_t before = 0;
        const std::vector<RecordId> way = page_.facts.recovery().path(need.by, kMostStepsDrawn);
        for (std::size_t index = 0; index < way.size(); ++index) {
            const std::size_t node = node_of(way[index], index == 0 ? instead : Words());
            join(before, node, index == 0 ? label : std::string(), line);
            before = node;
        }
        if (need.effective.steps <= way.size()) return;
        join(before, node_of(need.effective.sets, {}),
             page_.say("{0} more {0:step|steps}", need.effective.steps - way.size()).plain(), line);
    }

    void join(std::size_t from, std::size_t to, std::string label, Diagram::Line line) {
        const auto same = [&](const Diagram::Arrow& arrow) { return arrow.from == from && arrow.to == to; };
        if (from == to || std::ranges::any_of(diagram_.arrows, same)) return;
        diagram_.arrows.push_back({.from = from, .to = to, .label = std::move(label), .line = line});
    }

    Page& page_;
    RecordId process_;
    Readiness ready_;
    Diagram diagram_;
    std::map<RecordId, std::size_t> nodes_;
};

}  // namespace

void add_recovery_paths(Page& page, RecordId process) { RecoveryPaths(page, process).run(); }

void add_late_paths(Page& page, const std::vector<RecordId>& processes) {
    constexpr std::size_t kMost = 5;
    std::vector<RecordId> late;
    for (const RecordId process : processes) {
        if (readiness(page, process).too_late) late.push_back(process);
    }
    if (late.empty()) return;
    const std::size_t shown = std::min(late.size(), kMost);
    if (shown < late.size())
        page.paragraph("Too late are {0} processes. The first {1} are drawn; the others are on their own pages.",
                       late.size(), shown);
    for (std::size_t index = 0; index < shown; ++index) {
        page.heading(3, page.titled(late[index]));
        add_recovery_paths(page, late[index]);
    }
}

}  // namespace ims
