#include "assess/needs/need_graph.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "assess/records/reach.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool may_need(const RecordView& record) {
    if (record.unread() || record.retired()) return false;
    return record.is(kinds::process) || record.is(kinds::asset) || record.is(kinds::supplier) || record.is(kinds::site);
}

class NeedCollector {
public:
    explicit NeedCollector(const Graph& graph) : graph_(graph), claimed_(graph.size()) {}

    NeedGraph::Lists run() {
        for (std::size_t index = 0; index < graph_.size(); ++index) {
            const RecordView record = graph_[RecordId::from(index)];
            if (!may_need(record)) continue;
            start();
            lists_.records.push_back(record.record());
            collect(record);
        }
        start();
        return std::move(lists_);
    }

private:
    void start() {
        lists_.need_starts.push_back(static_cast<std::uint32_t>(lists_.needs.size()));
        lists_.direct_starts.push_back(static_cast<std::uint32_t>(lists_.direct.size()));
    }

    void collect(const RecordView& record) {
        user_ = record.record();
        add_entries(record);
        if (record.is(kinds::process)) {
            namespace own = fields::process;
            for (const RecordView asset : record.linked(own::assets)) add(asset);
            for (const RecordView site : record.linked(own::sites)) add(site);
            for (const RecordView giver : record.linked(own::inputs.from)) {
                if (giver.is(kinds::supplier)) add(giver);
            }
        } else if (record.is(kinds::asset)) {
            for (const RecordView provider : record.linked(fields::asset::provider)) add(provider);
        }
        const auto first = lists_.direct.begin() + static_cast<std::ptrdiff_t>(lists_.direct_starts.back());
        std::sort(first, lists_.direct.end());
        lists_.direct.erase(std::unique(first, lists_.direct.end()), lists_.direct.end());
    }

    // `needs` is one field, whatever the kind of its record.
    void add_entries(const RecordView& record) {
        namespace own = fields::process;
        for (const FieldView entry : record[own::needs].children()) {
            const auto target = target_of(graph_, entry[own::needs.what]);
            if (!target) continue;
            Need need{target->record(), {}, entry[own::needs.workaround].duration(), entry};
            claimed_[need.what.index()] = user_;
            for (const FieldView item : entry[own::needs.alternatives].children()) {
                const auto alternative = target_of(graph_, item);
                if (!alternative) continue;
                need.alternatives.push_back(alternative->record());
                claimed_[alternative->record().index()] = user_;
            }
            lists_.direct.push_back(need.what);
            lists_.needs.push_back(std::move(need));
        }
    }

    void add(const RecordView& what) {
        lists_.direct.push_back(what.record());
        RecordId& claimed = claimed_[what.record().index()];
        if (claimed == user_) return;
        claimed = user_;
        lists_.needs.push_back({what.record(), {}, std::nullopt, {}});
    }

    const Graph& graph_;
    NeedGraph::Lists lists_;
    std::vector<RecordId> claimed_;  // by record: the last one that is known to need it
    RecordId user_;
};

}  // namespace

NeedGraph::NeedGraph(const Graph& graph, Lists lists) : lists_(std::move(lists)), places_(graph, lists_.records) {
    user_starts_.assign(graph.size() + 1, 0);
    for (const RecordId need : lists_.direct) ++user_starts_[need.index() + 1];
    for (std::size_t index = 0; index < graph.size(); ++index) user_starts_[index + 1] += user_starts_[index];
    std::vector<std::uint32_t> next(user_starts_.begin(), user_starts_.end() - 1);
    users_.resize(lists_.direct.size());
    for (const RecordId user : lists_.records) {
        for (const RecordId need : direct(user)) users_[next[need.index()]++] = user;
    }
}

std::span<const Need> NeedGraph::needs(RecordId record) const {
    const auto place = places_.find(record);
    if (!place) return {};
    return std::span(lists_.needs)
        .subspan(lists_.need_starts[*place], lists_.need_starts[*place + 1] - lists_.need_starts[*place]);
}

std::span<const RecordId> NeedGraph::direct(RecordId record) const {
    const auto place = places_.find(record);
    if (!place) return {};
    return std::span(lists_.direct)
        .subspan(lists_.direct_starts[*place], lists_.direct_starts[*place + 1] - lists_.direct_starts[*place]);
}

std::span<const RecordId> NeedGraph::users(RecordId record) const {
    if (user_starts_.empty()) return {};
    const std::uint32_t begin = user_starts_[record.index()];
    return std::span(users_).subspan(begin, user_starts_[record.index() + 1] - begin);
}

std::vector<RecordId> NeedGraph::all(RecordId record) const {
    return reach(record, [&](RecordId user, const auto& visit) {
        for (const RecordId need : direct(user)) visit(need);
    });
}

NeedGraph find_needs(const Graph& graph) { return {graph, NeedCollector(graph).run()}; }

}  // namespace ims
