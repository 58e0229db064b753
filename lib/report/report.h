// The reports: one file in reports/, with a namespace of its own, and one line in reports.def each. A report turns an
// Analysis into a Document; it reads findings and facts, and computes nothing that a rule also computes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/voice.h"
#include "engine/analyze.h"
#include "report/document.h"
#include "source/last_changes.h"

namespace ims {

struct StateThen;  // compare/trend.h

// Who gets a report, where that changes what stands in it. manager: who leads those that it is about, so holders and
// gaps too. authority: who has to be told, so the facts of the notice and nothing else.
enum class ReportFor : std::uint8_t { everyone, manager, authority };

struct ReportInput {
    const Analysis& analysis;
    RecordId subject;  // of the report's kind, readable; none where the report is about the whole folder
    Audience audience = Audience::readers;
    std::string commit = {};                   // "1a2b3c4d5e, with uncommitted changes"; empty: not known
    ReportFor made_for = ReportFor::everyone;  // else one that the report knows
    const LastChanges* changes = nullptr;      // where git knows them
    MadeCells cells = MadeCells::all;          // shown: only where no format for programs is written
    const std::vector<StateThen>* trend =
        nullptr;             // how the folder stood on days gone by; for a report that looks back
    std::int32_t days = 90;  // how far a report looks ahead that does
    std::size_t jobs = 1;    // how many processors a report may keep busy by itself
};

// Optional: about one record of the kind, or about all that are in force.
enum class ReportSubject : std::uint8_t { none, optional, required };

struct Report {
    std::string_view name;
    ReportSubject subject = ReportSubject::none;
    std::string_view kind;  // of the subject; `record`: any; several with `_or_` between them
    ReportFor also_for = ReportFor::everyone;
    std::string_view summary;
    Document (*build)(const ReportInput& input);
};

namespace reports {
#define IMS_REPORT(identifier, subject, kind, also_for, summary) \
    namespace identifier {                                       \
    Document build(const ReportInput& input);                    \
    }
#include "report/reports.def"
#undef IMS_REPORT
}  // namespace reports

// In the order of reports.def; the first is the default.
std::span<const Report> all_reports();
const Report* find_report(std::string_view name);

// Reports about one record of any kind have this instead of a kind.
inline constexpr std::string_view kAnyKind = "record";
// It tells of days gone by, which somebody has to look up for it: it is made alone, and only where it is asked for.
bool looks_back(const Report& report);
// Whether the kind of its subject has to be named: it may be one of several.
bool is_of_several_kinds(const Report& report);
// The kinds of its subject; none where that may be any.
std::vector<std::string_view> kinds_of(const Report& report);
// "manager"; empty for everyone.
std::string_view to_string(ReportFor made_for);

}  // namespace ims
