// The reports: one file in reports/, with a namespace of its own, and one line in reports.def each. A report turns an
// Analysis into a Document; it reads findings and facts, and computes nothing that a rule also computes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/voice.h"
#include "engine/analyze.h"
#include "report/document.h"
#include "source/last_changes.h"

namespace ims {

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
};

// Optional: about one record of the kind, or about all that are in force.
enum class ReportSubject : std::uint8_t { none, optional, required };

struct Report {
    std::string_view name;
    ReportSubject subject = ReportSubject::none;
    std::string_view kind;  // of the subject; `record`: any
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
// "manager"; empty for everyone.
std::string_view to_string(ReportFor made_for);

}  // namespace ims
