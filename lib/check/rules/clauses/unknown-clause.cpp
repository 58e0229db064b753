#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unknown_clause {
namespace {

// The number that is meant: of an annex without its letter, or a slip of the pen; of both the first in the catalogue.
std::optional<std::string> meant_instead(const StandardFacts& standard, std::string_view number) {
    const std::string control = fmt::format("A.{}", number);
    const std::string_view without_dot = number.substr(0, number.size() - (number.ends_with('.') ? 1 : 0));
    const Clause* const one = standard.find(control);
    const Clause* const other = standard.find(without_dot);
    if (one == nullptr && other == nullptr) return std::nullopt;
    const bool first = other == nullptr || (one != nullptr && one < other);
    return first ? control : std::string(without_dot);
}

// What a standard has where somebody looked for a clause: made once, however many look there.
class Siblings {
public:
    Siblings(const StandardFacts& standard, Reporter& report) : standard_(standard), report_(report) {
        for (const Clause& clause : standard.clauses) {
            const std::size_t dot = clause.number.rfind('.');
            if (dot != std::string_view::npos) direct_[clause.number.substr(0, dot + 1)].push_back(clause.number);
        }
    }

    // The numbers nearest to it: below the longest beginning that it shares with one.
    Message told(std::string_view number) {
        for (std::size_t dot = number.rfind('.'); dot != std::string_view::npos;
             dot = dot == 0 ? std::string_view::npos : number.rfind('.', dot - 1)) {
            const std::string_view beginning = number.substr(0, dot + 1);
            const auto found = direct_.find(beginning);
            if (found != direct_.end()) return told(found->first, found->second);
        }
        return told({}, standard_.parts);
    }

private:
    Message told(std::string_view beginning, const std::vector<std::string_view>& numbers) {
        Message& message = told_[beginning];
        if (!message.empty()) return message;
        std::vector<TextArgument> all;
        for (const std::string_view each : numbers) all.push_back(plain(each));
        return message = report_.say("{:12}", all);
    }

    const StandardFacts& standard_;
    Reporter& report_;
    std::unordered_map<std::string_view, std::vector<std::string_view>> direct_;  // by what stands before the last part
    std::unordered_map<std::string_view, Message> told_;
};

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        std::optional<Siblings> siblings;
        for (const ClauseNaming& naming : standard.namings) {
            if (!naming.clauses.empty()) continue;
            const RecordView record = context.graph[naming.record];
            const bool is_key = record.is(kinds::applicability) && !naming.as_evidence;
            const Span place = is_key ? naming.place.key_span() : naming.place.span();
            auto finding = report.at(record, place, "there is no clause {} in {}", quoted(naming.number, 40),
                                     plain(standard.title));
            finding.field(std::string(context.graph.schema().path(naming.place.field())))
                .key(std::string(naming.number));
            if (const auto instead = meant_instead(standard, naming.number)) {
                const std::string text = is_key ? *instead : fmt::format("{}:{}", standard.id, *instead);
                finding.suggest(text);
                finding.help("did you mean [[{0}|{1}]]?", quoted(text), plain(std::string_view(*instead)));
                continue;
            }
            if (!siblings) siblings.emplace(standard, report);
            finding.help(
                "[[it has {0}; `ims report clauses {1}` shows them all|"
                "look the number up in the standard, which has {0}]]",
                siblings->told(naming.number), plain(standard.id));
        }
    }
}

}  // namespace ims::rules::unknown_clause
