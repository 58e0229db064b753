#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/likeness.h"
#include "check/discipline_words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::parallel_records {
namespace {

// A title of which only its words count.
struct Words {
    explicit Words(std::string_view title) : text(joined_title_words(title)) {}
    // Taken apart once it is held against another.
    const LikeTitle& like() const {
        if (!like_) like_.emplace(text);
        return *like_;
    }
    std::string text;

private:
    mutable std::optional<LikeTitle> like_;
};

struct Titled {
    const Words* title;
    RecordId record;
};

// A record that many processes share is read once.
class Titles {
public:
    const Words* of(const RecordView& record) {
        return &words_.try_emplace(record.record(), record.title()).first->second;
    }

private:
    std::unordered_map<RecordId, Words> words_;
};

// How many titles that stand next in the alphabet are compared with one: those that begin alike are near it.
constexpr std::size_t kNeighbours = 8;
std::string_view beginning(const Words& title) { return std::string_view(title.text).substr(0, 3); }

// What is told at the one of the two.
void tell(const CheckContext& context, const RecordView& process, const RecordView& record, const RecordView& other,
          Reporter& report) {
    const DisciplineSet own = context.facts.disciplines(record.record());
    const DisciplineSet others = context.facts.disciplines(other.record());
    report.on(record, "{} {} and {} may say the same for two disciplines", plural(record.kind()), record, other)
        .key(std::string(other.id()))
        .twins(record, other)
        .because(other.record())
        .note("both belong to process {}; one is kept for {}, the other for {}", process, own, others)
        .label(other.id_span(), "the other {}", other.kind())
        .help(
            "keep one {0} [[with `disciplines: [{1:all}]`, and retire the other with `replaced_by`|"
            "for both disciplines, and retire the other]]",
            record.kind(), listed_by(Joined::by_commas, each_of(own | others)));
}

// At both, unless one of them accepts that there are two.
void tell_both(const CheckContext& context, const RecordView& process, const RecordView& a, const RecordView& b,
               Reporter& report) {
    const bool by_a = report.accepts(a);
    const bool by_b = report.accepts(b);
    if (by_a || !by_b) tell(context, process, a, b, report);
    if (by_b || !by_a) tell(context, process, b, a, report);
}

void compare(const CheckContext& context, const RecordView& process, std::vector<Titled>& titled,
             std::set<std::pair<RecordId, RecordId>>& told, Reporter& report) {
    std::ranges::sort(titled, [](const Titled& a, const Titled& b) {
        return std::tie(a.title->text, a.record) < std::tie(b.title->text, b.record);
    });
    for (std::size_t index = 0; index < titled.size(); ++index) {
        for (std::size_t next = index + 1; next < std::min(titled.size(), index + 1 + kNeighbours); ++next) {
            const Titled& a = titled[index];
            const Titled& b = titled[next];
            if (beginning(*a.title) != beginning(*b.title)) break;
            const DisciplineSet both = context.facts.disciplines(a.record) | context.facts.disciplines(b.record);
            if (both.size() != 2 || !may_say_the_same(a.title->like(), b.title->like())) continue;
            const auto [first, second] = std::minmax(a.record, b.record);
            if (!told.emplace(first, second).second) continue;
            tell_both(context, process, context.graph[first], context.graph[second], report);
        }
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    std::set<std::pair<RecordId, RecordId>> told;  // a pair may share several processes
    Titles titles;
    for (const ProcessFacts& facts : context.facts.processes()) {
        const RecordView process = context.graph[facts.process];
        std::map<KindId, std::vector<Titled>> by_kind;
        for (const Field field : {fields::process::risks, fields::process::controls, fields::process::obligations,
                                  fields::process::objectives, fields::process::plans, Field(fields::documents)}) {
            for (const RecordView each : process.linked(field)) {
                if (each.active() && context.facts.disciplines(each.record()).size() == 1) {
                    by_kind[each.kind()].push_back({titles.of(each), each.record()});
                }
            }
        }
        for (auto& [kind, titled] : by_kind) compare(context, process, titled, told, report);
    }
}

}  // namespace ims::rules::parallel_records
