#include "assess/needs/need_graph.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "assess/needs/judge_alternatives.h"
#include "assess/records/reach.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool may_need(const RecordView& record) {
    if (record.unread() || record.retired()) return false;
    return record.is(kinds::process) || record.is(kinds::asset) || record.is(kinds::supplier) || record.is(kinds::site);
}

class NeedCollector {
public:
    NeedCollector(const Graph& graph, std::span<const RecordId> rejected)
        : graph_(graph), rejected_(rejected), claimed_(graph.size()) {}

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
            add_inputs(record);
        } else if (record.is(kinds::asset)) {
            for (const RecordView provider : record.linked(fields::asset::provider)) add(provider);
        } else if (record.is(kinds::supplier) && record.has(fields::supplier::alternatives)) {
            list_of(record);  // though every need of it may name others
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
            Need need{target->record(), {}, entry[own::needs.workaround].duration(), entry, {}};
            claimed_[need.what.index()] = user_;
            std::vector<Alternative> named;
            need.unclear = add_named(entry[own::needs.alternatives], need.what, named);
            for (const Alternative& each : named) {
                if (each.unfit != Unfit::retired) claimed_[each.what.index()] = user_;
            }
            // An entry that only says how to do without an input makes no need of it that was none before.
            if (need.workaround || !named.empty()) need.input = input_from(record, *target);
            add_of_supplier(need, std::move(named));
            if (!need.input) lists_.direct.push_back(need.what);
            lists_.needs.push_back(std::move(need));
        }
    }

    // The input of a process that another process gives.
    static FieldView input_from(const RecordView& process, const RecordView& giver) {
        namespace own = fields::process;
        if (!process.is(kinds::process) || !giver.is(kinds::process)) return {};
        for (const FieldView input : process[own::inputs].children()) {
            for (const FieldView from : input[own::inputs.from].children()) {
                if (from.target() == giver.record()) return input;
            }
        }
        return {};
    }

    // By themselves; what they need is looked at when all needs are known. Answers whether one is written of which
    // nothing is known.
    bool add_named(const FieldView& alternatives, RecordId of, std::vector<Alternative>& named) const {
        bool unclear = alternatives.invalid();
        for (const FieldView item : alternatives.children()) {
            const RecordId what = item.target();
            if (!what.known() || graph_[what].unread()) {
                unclear = true;
            } else if (std::ranges::find(named, what, &Alternative::what) == named.end()) {
                named.push_back({what, unfit_by_itself(graph_[what], of)});
            }
        }
        return unclear;
    }

    Unfit unfit_by_itself(const RecordView& alternative, RecordId what) const {
        if (alternative.record() == what) return Unfit::itself;
        if (alternative.retired()) return Unfit::retired;
        if (!alternative.active()) return Unfit::draft;
        return std::ranges::binary_search(rejected_, alternative.record()) ? Unfit::rejected : Unfit::no;
    }

    // A supplier may name others itself: these are one list for all who need it. Null where it names none.
    Alternatives list_of(const RecordView& supplier) {
        const auto [place, added] = lists_.of_suppliers.try_emplace(supplier.record());
        if (added) {
            std::vector<Alternative> named;
            if (add_named(supplier[fields::supplier::alternatives], supplier.record(), named))
                unclear_.insert(supplier.record());
            if (!named.empty()) place->second = std::make_shared<const std::vector<Alternative>>(std::move(named));
        }
        return place->second;
    }

    void add_of_supplier(Need& need, std::vector<Alternative> named) {
        const RecordView what = graph_[need.what];
        const FieldView own = what.is(kinds::supplier) ? what[fields::supplier::alternatives] : FieldView();
        if (own && named.empty()) {
            need.named = list_of(what);
            need.unclear = need.unclear || unclear_.contains(need.what);
            return;
        }
        if (own && add_named(own, need.what, named)) need.unclear = true;
        if (!named.empty()) need.named = std::make_shared<const std::vector<Alternative>>(std::move(named));
    }

    void add(const RecordView& what) {
        lists_.direct.push_back(what.record());
        if (!claim(what.record())) return;
        Need need{what.record(), {}, std::nullopt, {}, {}};
        add_of_supplier(need, {});
        lists_.needs.push_back(std::move(need));
    }

    bool claim(RecordId what) {
        RecordId& claimed = claimed_[what.index()];
        if (claimed == user_) return false;
        claimed = user_;
        return true;
    }

    // The process that alone gives an input; none where there is another source, or may be one.
    std::optional<RecordId> only_giver(const FieldView& input) const {
        const FieldView from = input[fields::process::inputs.from];
        if (from.invalid()) return std::nullopt;
        std::vector<RecordId> givers;
        for (const FieldView item : from.children()) {
            const RecordId giver = item.target();
            if (!giver.known() || graph_[giver].unread()) return std::nullopt;
            if (!graph_[giver].retired()) givers.push_back(giver);
        }
        if (givers.size() > 1) std::erase_if(givers, [&](RecordId giver) { return !graph_[giver].active(); });
        std::ranges::sort(givers);
        givers.erase(std::unique(givers.begin(), givers.end()), givers.end());
        if (givers.size() != 1 || !graph_[givers.front()].is(kinds::process) || givers.front() == user_)
            return std::nullopt;
        return givers.front();
    }

    // An input may be written in two entries, from two sources.
    void add_inputs(const RecordView& process) {
        namespace own = fields::process;
        if (!process[own::continuity][own::continuity.rto].duration()) return;
        struct Source {
            FieldView input;
            std::optional<RecordId> giver;
        };
        std::vector<Source> sources;
        std::unordered_map<std::string, std::size_t> places;  // by item
        for (const FieldView input : process[own::inputs].children()) {
            if (!input[own::inputs.from]) continue;
            const FieldView item = input[own::inputs.item];
            const RecordId record = item.target();
            std::string name = record.known() ? graph_[record].name().text() : to_lower(trim(item.text()));
            const std::optional<RecordId> giver = only_giver(input);
            const auto [place, added] = places.try_emplace(std::move(name), sources.size());
            if (added) sources.push_back({input, giver});
            else if (sources[place->second].giver != giver) sources[place->second].giver.reset();
        }
        for (const Source& source : sources) {
            if (source.giver && claim(*source.giver))
                lists_.needs.push_back({*source.giver, {}, std::nullopt, {}, source.input});
        }
    }

    const Graph& graph_;
    std::span<const RecordId> rejected_;
    NeedGraph::Lists lists_;
    std::unordered_set<RecordId> unclear_;  // suppliers that name an alternative of which nothing is known
    std::vector<RecordId> claimed_;         // by record: the last one that is known to need it
    RecordId user_;
};

}  // namespace

bool Need::has_fallback() const { return std::ranges::any_of(alternatives(), &Alternative::usable); }

bool Need::bridged() const { return unclear || (entry && entry[fields::process::needs.workaround]) || has_fallback(); }

bool Need::hard(RecordId user) const {
    const bool workaround_written = entry && entry[fields::process::needs.workaround];
    return !unclear && !input && !workaround_written &&
           std::ranges::none_of(alternatives(),
                                [&](const Alternative& each) { return each.is_another() && each.what != user; });
}

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

const Need* NeedGraph::need(RecordId record, RecordId what) const {
    const std::span<const Need> all = needs(record);
    const auto found = std::ranges::find(all, what, &Need::what);
    return found == all.end() ? nullptr : &*found;
}

std::span<const Alternative> NeedGraph::alternatives(RecordId supplier) const {
    const auto found = lists_.of_suppliers.find(supplier);
    if (found == lists_.of_suppliers.end() || found->second == nullptr) return {};
    return *found->second;
}

NeedGraph find_needs(const Graph& graph, std::span<const RecordId> rejected) {
    NeedGraph::Lists lists = NeedCollector(graph, rejected).run();
    judge_alternatives(graph, RecordIndex(graph, lists.records), lists);
    return {graph, std::move(lists)};
}

}  // namespace ims
