#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "assess/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
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
                finding.help(fmt::format("did you mean `{}`?", visible(text)))
                    .fix({fmt::format("write `{}`", visible(text)), Fix::Safety::unsafe, {{place, text}}});
                continue;
            }
            const std::vector<std::string_view> near = siblings(standard, naming.number);
            finding.help(fmt::format("it has {}; `ims report clauses {}` shows them all",
                                     join_names(near, Ticks::no, 12), visible(standard.id)));
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(unknown_clause) = {
    .check_folder = check,
    .page =
        R"(A record names a clause, under `clauses`, as the `clause` of a nonconformity or as a key of `decisions`, that the
catalogue of the standard does not have. The standard need not be in force. A heading such as 8.4 may be named: it stands
for all below it. So may a lettered item (`iso-27001-2022:6.1.3d`), and, where a catalogue does not go down to every
numbered paragraph (`coarse: yes`), a number below one that it has. A standard that does not exist is told by
`unknown-reference`.

## Why it matters

Evidence for a clause that does not exist is evidence for nothing, and the clause that was meant stays without. Numbers
change between editions: 10.3 of ISO 9001:2015 is 10.1 in 2026, 6.1.4 of ISO 14001:2015 is 6.1.5.

## How to mend it

Write the number as it is printed in the edition that you name; the message tells which there are, and `ims report clauses
STANDARD` shows the catalogue. Controls of Annex A carry their letter: `iso-27001-2022:A.5.31`. If a catalogue of your own
lacks the clause, add it there. Its grade is fixed.
)",
    .bad = R"(# file: suppliers/mill.yaml
supplier: mill
title: Valley mill
provides: Flour
clauses: [iso-9001-2026:8.4.7]
)",
    .good = R"(# file: suppliers/mill.yaml
supplier: mill
title: Valley mill
provides: Flour
clauses: [iso-9001-2026:8.4.1]
)"};

}  // namespace ims
