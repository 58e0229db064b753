#include "assess/needs/judge_alternatives.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "assess/records/reach.h"
#include "schema/fields.h"

namespace ims {
namespace {

class AlternativeJudge {
public:
    AlternativeJudge(const Graph& graph, const RecordIndex& places, NeedGraph::Lists& lists)
        : graph_(graph), places_(places), lists_(lists) {}

    void run() {
        // Those of a supplier first, as they are for nobody in particular.
        const std::unordered_map<RecordId, Alternatives> as_named = lists_.of_suppliers;
        for (auto& [supplier, named] : lists_.of_suppliers) {
            if (named != nullptr) named = judge(named, supplier, {});
        }
        for (std::size_t place = 0; place < lists_.records.size(); ++place) {
            for (std::uint32_t at = lists_.need_starts[place]; at < lists_.need_starts[place + 1]; ++at) {
                Need& need = lists_.needs[at];
                if (need.named == nullptr) continue;
                const auto own = as_named.find(need.what);
                if (own != as_named.end() && own->second == need.named) need.named = lists_.of_suppliers[need.what];
                need.named = judge(need.named, need.what, lists_.records[place]);
            }
        }
    }

private:
    // How a thing and an alternative to it hang together.
    struct Together {
        bool needs_it = false;         // the alternative cannot do without the thing
        bool needed = false;           // nor the thing without the alternative
        std::vector<RecordId> shared;  // what neither can do without, nearest first
    };

    // The same list where nothing changes.
    Alternatives judge(const Alternatives& named, RecordId what, RecordId user) {
        std::vector<Alternative> out;
        out.reserve(named->size());
        for (const Alternative& each : *named) out.push_back(verdict(each, what, user));
        if (out == *named) return named;
        return std::make_shared<const std::vector<Alternative>>(std::move(out));
    }

    Alternative verdict(const Alternative& alternative, RecordId what, RecordId user) {
        Alternative out = {alternative.what, alternative.unfit};
        if (!alternative.is_another()) return out;
        out.unfit = Unfit::no;
        const Together& both = together(what, alternative.what);
        if (alternative.what == user) {
            out.unfit = Unfit::itself;
        } else if (both.needs_it) {
            out.unfit = Unfit::needs_it;
        } else if (both.needed && !is_needed_anyway(user, alternative.what)) {
            out.unfit = Unfit::needed;
        } else {
            const auto lost = std::ranges::find_if(
                both.shared, [&](RecordId each) { return each != user && !is_needed_anyway(user, each); });
            if (lost == both.shared.end()) return out;
            out.unfit = Unfit::shared;
            out.shared = *lost;
        }
        return out;
    }

    const Together& together(RecordId what, RecordId alternative) {
        const std::uint64_t pair = (std::uint64_t{what.value} << 32) | alternative.value;
        const auto [place, added] = together_.try_emplace(pair);
        Together& both = place->second;
        if (!added) return both;
        const std::vector<RecordId> needs = cannot_do_without(alternative);
        both.needs_it = std::ranges::find(needs, what) != needs.end();
        if (both.needs_it) return both;
        std::vector<RecordId> of_what = cannot_do_without(what);
        std::ranges::sort(of_what);
        both.needed = std::ranges::binary_search(of_what, alternative);
        for (const RecordId each : needs) {
            if (std::ranges::binary_search(of_what, each)) both.shared.push_back(each);
        }
        return both;
    }

    bool is_needed_anyway(RecordId user, RecordId thing) {
        if (!user.known()) return false;
        if (user != last_user_) {
            last_user_ = user;
            anyway_ = cannot_do_without(user);
            std::ranges::sort(anyway_);
        }
        return std::ranges::binary_search(anyway_, thing);
    }

    // Nearest first, without itself.
    std::vector<RecordId> cannot_do_without(RecordId record) const {
        return reach(record, [&](RecordId user, const auto& visit) {
            const auto place = places_.find(user);
            if (!place) return;
            const std::uint32_t begin = lists_.need_starts[*place];
            for (const Need& need : std::span(lists_.needs).subspan(begin, lists_.need_starts[*place + 1] - begin)) {
                if (need.hard(user) && !graph_[need.what].is(kinds::role)) visit(need.what);
            }
            if (!graph_[user].is(kinds::asset)) return;
            for (const RecordView site : graph_[user].linked(fields::asset::location)) visit(site.record());
        });
    }

    const Graph& graph_;
    const RecordIndex& places_;
    NeedGraph::Lists& lists_;
    std::unordered_map<std::uint64_t, Together> together_;
    RecordId last_user_;
    std::vector<RecordId> anyway_;  // what that user cannot do without, sorted
};

}  // namespace

void judge_alternatives(const Graph& graph, const RecordIndex& places, NeedGraph::Lists& lists) {
    AlternativeJudge(graph, places, lists).run();
}

}  // namespace ims
