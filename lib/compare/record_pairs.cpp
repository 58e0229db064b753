#include "compare/record_pairs.h"

namespace ims {

RecordPairs::RecordPairs(const Analysis* before, const Analysis& now, const Changes& changes)
    : before_(now.graph.size()), now_(before == nullptr ? 0 : before->graph.size()) {
    if (before == nullptr) return;
    for (const RecordId record : now.graph.all()) {
        const std::string name = now.graph[record].name().text();
        const auto then = before->graph.find(changes.name_before(name));
        if (!then || before->graph[*then].unread()) continue;
        before_[record.index()] = *then;
        now_[then->index()] = record;
    }
}

}  // namespace ims
