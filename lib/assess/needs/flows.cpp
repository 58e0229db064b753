#include "assess/needs/flows.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : to_lower(trim(text))) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    return out;
}

// Requires: records come in their order.
void add_once(std::vector<RecordId>& records, RecordId record) {
    if (records.empty() || records.back() != record) records.push_back(record);
}

std::vector<RecordId> each_once(std::vector<RecordId> records) {
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

std::vector<FieldView> items_of(const FieldView& list, Field item) {
    std::vector<FieldView> items;
    for (const FieldView entry : list.children()) {
        if (const FieldView each = entry[item]; each && !each.invalid()) items.push_back(each);
    }
    return items;
}

}  // namespace

Flows::Names Flows::names(const FieldView& item) const {
    if (!item || item.invalid()) return {};
    // What stands before a name keeps ids, titles and words apart.
    if (const RecordId target = item.target(); target.known()) {
        const RecordView record = (*graph_)[target];
        const std::string id = "id " + record.name().text();
        const std::string title = folded(record.title());
        return {{id, "title " + title}, {id, "words " + title}};
    }
    const std::string words = folded(item.text());
    return {{"words " + words}, {"words " + words, "title " + words}};
}

void Flows::add(ByItem& by_item, const FieldView& item, RecordId process) const {
    for (std::string& name : names(item).own) {
        add_once(by_item[std::move(name)], process);
    }
}

std::vector<RecordId> Flows::with(const ByItem& by_item, const FieldView& item) const {
    std::vector<RecordId> out;
    for (const std::string& name : names(item).others) {
        const auto found = by_item.find(name);
        if (found != by_item.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    }
    return each_once(std::move(out));
}

bool Flows::gives(RecordId process, const FieldView& item) const { return is_among(givers(item), process); }

bool Flows::takes(RecordId process, const FieldView& item) const { return is_among(takers(item), process); }

// The process itself, or a part of it.
bool Flows::is_among(const std::vector<RecordId>& all, RecordId process) const {
    if (all.empty()) return false;
    std::vector<RecordId> order = {process};
    std::unordered_set<RecordId> seen = {process};
    for (std::size_t next = 0; next < order.size(); ++next) {
        if (std::ranges::binary_search(all, order[next])) return true;
        const auto parts = parts_.find(order[next]);
        if (parts == parts_.end()) continue;
        for (const RecordId part : parts->second) {
            if (seen.insert(part).second) order.push_back(part);
        }
    }
    return false;
}

std::vector<RecordId> Flows::next(RecordId process) const {
    std::vector<RecordId> out;
    const RecordView view = (*graph_)[process];
    for (const RecordView taker : view.linked(fields::process::outputs.to)) {
        if (taker.is(kinds::process)) out.push_back(taker.record());
    }
    if (const auto found = claimants_.find(process); found != claimants_.end()) {
        out.insert(out.end(), found->second.begin(), found->second.end());
    }
    for (const FieldView output : view[fields::process::outputs].children()) {
        const std::vector<RecordId> open = with(open_takers_, output[fields::process::outputs.item]);
        out.insert(out.end(), open.begin(), open.end());
    }
    return each_once(std::move(out));
}

std::vector<FieldView> Flows::outputs(RecordId process) const {
    return items_of((*graph_)[process][fields::process::outputs], fields::process::outputs.item);
}

std::vector<FieldView> Flows::inputs(RecordId process) const {
    return items_of((*graph_)[process][fields::process::inputs], fields::process::inputs.item);
}

std::span<const FieldView> Flows::claims(RecordId process) const {
    const auto found = claims_.find(process);
    return found == claims_.end() ? std::span<const FieldView>() : std::span(found->second);
}

Flows find_flows(const Graph& graph) {
    Flows flows;
    flows.graph_ = &graph;
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (process.retired()) continue;
        for (const RecordView whole : process.linked(fields::process::part_of)) {
            flows.parts_[whole.record()].push_back(id);
        }
        for (const FieldView output : process[fields::process::outputs].children()) {
            flows.add(flows.givers_, output[fields::process::outputs.item], id);
        }
        for (const FieldView input : process[fields::process::inputs].children()) {
            const FieldView item = input[fields::process::inputs.item];
            flows.add(flows.takers_, item, id);
            const FieldView from = input[fields::process::inputs.from];
            if (!from) flows.add(flows.open_takers_, item, id);
            for (const FieldView giver : from.children()) {
                const auto target = target_of(graph, giver);
                if (!target || !target->is(kinds::process)) continue;
                flows.claims_[target->record()].push_back(input);
                add_once(flows.claimants_[target->record()], id);
            }
        }
    }
    return flows;
}

}  // namespace ims
