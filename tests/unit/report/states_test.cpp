// Every report on records that state next to nothing, and on records of which next to nothing can be read: no cell, in
// any format, claims what nobody states. Neither a state that is good, nor yes or no.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "analyzed.h"
#include "output/document/document_format.h"
#include "report/every_report.h"

using namespace ims;

namespace {

// What must be there and no more; every kind that a register shows, and what these need.
constexpr std::string_view kBare = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {standards: [house]}, business-continuity: {}, information-security: {}}
# file: house.yaml
standard: house
title: House
clauses: [{number: "1", title: T, evidence: [document]}, {number: "2", title: U, evidence: [site]}]
# file: records.yaml
process: sell
title: Sell
---
role: boss
title: Boss
---
person: p-1
title: P 1
---
competence: lift
title: Lift
---
control: lock
title: Lock
---
obligation: law
title: Law
source: law
requires: R
---
interested_party: guests
title: Guests
---
supplier: mill
title: Mill
provides: Flour
---
asset: till
title: Till
---
site: shop
title: Shop
---
objective: more
title: More
measure: M
---
document: paper
title: Paper
type: policy
---
plan: fire
title: Fire
activation: A
---
audit: spring
title: Spring
planned: 2026-07-01
---
nonconformity: thin
title: Thin
grade: minor
date: 2026-05-01
---
incident: cut
title: Cut
date: 2026-05-01
type: incident
---
change: tablets
title: Tablets
reason: R
)";

// What would tell of a state is there and cannot be read.
constexpr std::string_view kUnreadable = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {standards: [house]}, business-continuity: {}, information-security: {}}
# file: house.yaml
standard: house
title: House
clauses: [{number: "1", title: T, evidence: [document]}]
# file: records.yaml
process: sell
title: Sell
inputs: {item: flour, from: supplier/mill}
assets: [till]
continuity: {prioritised: perhaps, rto: soon, impact: {after: soon, level: 9}}
---
obligation: law
title: Law
source: law
requires: R
disciplines: [quality]
evaluate_every: often
evaluations: {date: 2026-05-01, result: met}
---
supplier: mill
title: Mill
provides: Flour
critical: perhaps
evaluate_every: often
evaluations: {disciplines: [quality], date: 2026-05-01, result: approved}
agreement: {reference: C-17, ends: soon}
recovery: {agreed: soon}
---
asset: till
title: Till
maintenance: {every: 1 y, last: soon, result: passed}
calibration: {every: 1 y, last: 2026-05-01, result: good}
backup: {every: often, restore_tested: soon}
---
objective: more
title: More
measure: M
target: many
direction: at-least
measurements: {date: 2026-05-01, value: 99}
actions: {does: D, due: soon, done: soon}
---
document: paper
title: Paper
type: policy
disciplines: [qualty]
approved: {by: nobody, date: 2026-05-01}
---
plan: fire
title: Fire
activation: A
processes: [sell]
exercise_every: often
---
exercise: drill
title: Drill
tests: fire
date: 2026-05-01
result: passed
---
audit: spring
title: Spring
planned: 2026-05-01
done: soon
processes: [sell]
---
nonconformity: thin
title: Thin
grade: minor
date: 2026-05-01
action: {does: A, due: 2026-05-10, done: soon}
effectiveness: {result: perhaps}
---
incident: cut
title: Cut
date: 2026-05-01
type: incident
risks: [none-such]
---
change: tablets
title: Tablets
reason: R
effective: soon
approved: {by: nobody, date: soon}
)";

std::string written(const Document& document, void (*format)(const Document&, const DocumentStyle&, const Sink&)) {
    std::string text;
    format(document, {}, [&](std::string_view piece) { text += piece; });
    return text;
}

// How high risks stand is told by their level. What is to be talked about first is our order, no claim of a record.
bool has_levels(const WantedReport& wanted) { return wanted.report->name == "risks"; }
bool is_order(std::string_view key) { return key == "pressing"; }

// "suppliers, register, mill, critical"
std::string place(const nlohmann::json& report, const nlohmann::json& table, const nlohmann::json& row,
                  const std::string& key) {
    return report["report"].get<std::string>() + ", " + table["key"].get<std::string>() + ", " +
           row.begin().value().dump() + ", " + key;
}

// Without what only repeats a field as it is written: the columns with a dotted path, and pages made of fields.
Document without_fields(Document document) {
    if (document.report == "record") document.blocks.clear();
    for (Block& block : document.blocks) {
        Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        for (std::size_t index = table->columns.size(); index-- > 0;) {
            if (table->columns[index].key.find('.') == std::string::npos) continue;
            const auto place = static_cast<std::ptrdiff_t>(index);
            table->columns.erase(table->columns.begin() + place);
            for (auto& row : table->rows) row.erase(row.begin() + place);
        }
    }
    return document;
}

// Cells that claim something, one a line.
std::string claims(const Analysis& analysis) {
    std::string found;
    for (const WantedReport& wanted : every_report(analysis, Persons::shown)) {
        if (has_levels(wanted)) continue;
        const Document document = wanted.report->build({analysis, wanted.subject});
        for (const Block& block : document.blocks) {
            const Table* const table = std::get_if<Table>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) {
                for (const TableCell& cell : row) {
                    if (cell.tone == Tone::good)
                        found += document.report + ", " + table->key + ": good: " + cell.words.plain() + "\n";
                }
            }
        }
        const auto json = nlohmann::json::parse(written(document, document_formats::json));
        for (const auto& table : json["tables"]) {
            for (const auto& row : table["rows"]) {
                for (const auto& [key, value] : row.items()) {
                    // A day that is known is past, or is not.
                    const bool dated = key == "overdue" && row.contains("due") && row["due"].is_string();
                    // What nobody promised is no claim that it is done.
                    const bool unpromised = key == "promised" && value == false;
                    if (value.is_boolean() && !is_order(key) && !dated && !unpromised)
                        found += place(json, table, row, key) + ": " + value.dump() + "\n";
                }
            }
        }
        const std::string csv = written(without_fields(document), document_formats::csv);
        for (const std::string claim : {"met", "approved", "done", "closed", "kept fit", "exercised"}) {
            const bool claimed =
                csv.find("," + claim + ",") != std::string::npos || csv.find("," + claim + "\r\n") != std::string::npos;
            if (claimed) found += document.report + " as CSV: " + claim + "\n";
        }
    }
    return found;
}

// "assets: no upkeep stated", a line for each state that a register tells; null with the reason.
std::string states(const Analysis& analysis) {
    std::string found;
    for (const WantedReport& wanted : every_report(analysis, Persons::shown)) {
        if (has_levels(wanted)) continue;
        const Document document = wanted.report->build({analysis, wanted.subject});
        const auto json = nlohmann::json::parse(written(document, document_formats::json));
        for (const auto& table : json["tables"]) {
            for (const auto& row : table["rows"]) {
                for (const char* const key : {"state", "evidence"}) {
                    // What a catalogue names as usual evidence says nothing of what there is.
                    const bool of_catalogue = document.report == "record" && std::string_view(key) == "evidence";
                    if (!row.contains(key) || of_catalogue) continue;
                    found += document.report + ": ";
                    const std::string why = std::string(key) + "_unknown";
                    if (row[key].is_null()) found += "null, " + (row.contains(why) ? row[why].get<std::string>() : "");
                    else found += row[key].get<std::string>();
                    found += "\n";
                }
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("of records that state next to nothing no report claims anything") {
    const auto analysis = analyzed(kBare);
    CHECK(claims(*analysis) == "");
    CHECK(states(*analysis) == R"(continuity: no RTO asked for
continuity: null, never exercised
obligations: null, never evaluated
objectives: null, no target
suppliers: null, never evaluated
assets: no upkeep stated
documents: no approval found
audits: planned
nonconformities: no action found
incidents: nothing learnt found
incident: nothing learnt found
changes: no approval found
clauses: null, 1 record of such kinds names no discipline
clauses: by kind only
)");
}

TEST_CASE("of records that could not be read no report claims anything") {
    const auto analysis = analyzed(kUnreadable);
    CHECK(claims(*analysis) == "");
}
