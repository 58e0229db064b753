#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/unicode.h"
#include "check/rule.h"
#include "diagnostics/look_alikes.h"

namespace ims::rules::look_alike_id {
namespace {

constexpr std::size_t kNamed = 5;  // others that a finding names

// Records of a kind by what their ids look like.
class Looks {
public:
    void add(const RecordView& record) {
        seen_[skeleton(record.id())].push_back(record.record());
        folded_[folded_skeleton(record.id())].push_back(record.record());
    }
    struct Others {
        std::vector<RecordId> first;  // in the order of files
        std::size_t more = 0;
    };
    [[nodiscard]] Others others(const RecordView& record) const {
        const Records& seen = seen_.find(skeleton(record.id()))->second;
        const Records& folded = folded_.find(folded_skeleton(record.id()))->second;
        // Those that both name are few: only names in several scripts have two looks that differ.
        const Records& most = seen.size() > folded.size() ? seen : folded;
        const Records& rest = seen.size() > folded.size() ? folded : seen;
        Others out;
        for (const Records* records : {&most, &rest}) {
            for (const RecordId each : std::span(*records).first(std::min(records->size(), kNamed + 1))) {
                const bool is_new = std::ranges::find(out.first, each) == out.first.end();
                if (each != record.record() && is_new && out.first.size() < kNamed) out.first.push_back(each);
            }
        }
        if (most.size() > out.first.size() + 1) out.more = most.size() - out.first.size() - 1;
        std::ranges::sort(out.first);
        return out;
    }

private:
    using Records = std::vector<RecordId>;
    std::unordered_map<std::string, Records> seen_;
    std::unordered_map<std::string, Records> folded_;
};

Message names_of(const Looks::Others& others, Reporter& report) {
    const Message names = report.say("[[{0:all}|that of {0:all}]]", others.first);
    return others.more == 0 ? names : report.say("{0} and {1} {1:other|others}", names, others.more);
}

void tell(const CheckContext& context, const RecordView& record, const Looks::Others& others, Reporter& report) {
    const Message how = how_they_differ(record.id(), context.graph[others.first.front()].id(), report.arena());
    const Message names = names_of(others, report);
    FindingBuilder finding = report.on(
        record, how.empty()
                    ? report.say("[[{0}|the short name of {0}]] differs from {1} by capitals alone", record, names)
                    : report.say("[[{0}|the short name of {0}]] looks like {1}", record, names));
    if (!how.empty()) finding.note(how);
    if (others.first.size() + others.more == 1) finding.twins(record, context.graph[others.first.front()]);
    for (const RecordId other : others.first) finding.label(context.graph[other].id_span(), "looks like it");
    finding.help(
        others.first.size() + others.more == 1
            ? Message("give one of the two another [[id and change what names it|short name]]; or, if they mean the "
                      "same, make them one record")
            : Message("give all but one of them another [[id and change what names it|short name]]; or make those one "
                      "record that mean the same"));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    for (std::size_t index = 0; index < graph.schema().kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        std::vector<RecordView> records;
        for (const RecordId each : graph.of_kind(kind)) {
            const RecordView record = graph[each];
            // Of several records with one id the first stands for all: `duplicate-id` tells of the others.
            const bool first = graph.find(kind, record.id()) == each;
            if (first && !record.built_in() && !record.retired()) records.push_back(record);
        }
        Looks looks;
        for (const RecordView& record : records) looks.add(record);
        for (const RecordView& record : records) {
            const Looks::Others others = looks.others(record);
            if (!others.first.empty()) tell(context, record, others, report);
        }
    }
}

}  // namespace ims::rules::look_alike_id
