#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unknown_clause {
namespace {

// The number that is meant: of an annex without its letter, or a slip of the pen.
std::optional<std::string> meant_instead(const StandardFacts& standard, std::string_view number) {
    const std::string control = fmt::format("A.{}", number);
    const std::string_view without_dot = number.substr(0, number.size() - (number.ends_with('.') ? 1 : 0));
    for (const Clause& clause : standard.clauses) {
        if (clause.number == control) return control;
        if (clause.number == without_dot) return std::string(without_dot);
    }
    return std::nullopt;
}

// The numbers nearest to it: below the longest beginning that it shares with one.
std::vector<std::string_view> siblings(const StandardFacts& standard, std::string_view number) {
    std::vector<std::string_view> out;
    for (std::size_t dot = number.rfind('.'); dot != std::string_view::npos && out.empty();
         dot = dot == 0 ? std::string_view::npos : number.rfind('.', dot - 1)) {
        const std::string_view beginning = number.substr(0, dot + 1);
        for (const Clause& clause : standard.clauses) {
            const bool direct = clause.number.starts_with(beginning) &&
                                clause.number.find('.', beginning.size()) == std::string_view::npos;
            if (direct) out.push_back(clause.number);
        }
    }
    return out.empty() ? standard.parts : out;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        for (const ClauseNaming& naming : standard.namings) {
            if (!naming.clauses.empty()) continue;
            const RecordView record = context.graph[naming.record];
            const bool is_key = record.is(kinds::applicability) && !naming.as_evidence;
            const Span place = is_key ? naming.place.key_span() : naming.place.span();
            auto finding = report.at(
                record, place,
                fmt::format("there is no clause `{}` in {}", shorten(naming.number, 40), visible(standard.title)));
            finding.field(std::string(context.graph.schema().path(naming.place.field())))
                .key(std::string(naming.number));
            if (const auto instead = meant_instead(standard, naming.number)) {
                const std::string text = is_key ? *instead : fmt::format("{}:{}", standard.id, *instead);
                finding.suggest(text);
                continue;
            }
            const std::vector<std::string_view> near = siblings(standard, naming.number);
            finding.help(fmt::format("it has {}; `ims report clauses {}` shows them all",
                                     join_names(near, Ticks::no, 12), visible(standard.id)));
        }
    }
}

}  // namespace ims::rules::unknown_clause
