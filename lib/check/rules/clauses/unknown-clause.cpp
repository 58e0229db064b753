#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
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
std::vector<TextArgument> siblings(const StandardFacts& standard, std::string_view number) {
    std::vector<TextArgument> out;
    for (std::size_t dot = number.rfind('.'); dot != std::string_view::npos && out.empty();
         dot = dot == 0 ? std::string_view::npos : number.rfind('.', dot - 1)) {
        const std::string_view beginning = number.substr(0, dot + 1);
        for (const Clause& clause : standard.clauses) {
            const bool direct = clause.number.starts_with(beginning) &&
                                clause.number.find('.', beginning.size()) == std::string_view::npos;
            if (direct) out.push_back(plain(clause.number));
        }
    }
    if (out.empty()) {
        for (const std::string_view part : standard.parts) out.push_back(plain(part));
    }
    return out;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
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
            finding.help(
                "[[it has {0:12}; `ims report clauses {1}` shows them all|"
                "look the number up in the standard, which has {0:12}]]",
                siblings(standard, naming.number), plain(standard.id));
        }
    }
}

}  // namespace ims::rules::unknown_clause
