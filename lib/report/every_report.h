// All reports of a folder. The pages that lead to them: site/site.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"

namespace ims {

struct WantedReport {
    const Report* report = nullptr;
    RecordId subject;  // none where the report is about the whole folder
};

// Whether pages about persons are among them: these are for the person alone.
enum class Persons : std::uint8_t { left_out, shown };

// Each report but those that look back; one that must be about a record once for each of its kind that could be read
// and is not retired (a page for each record: for those too), one that may be once about all.
std::vector<WantedReport> every_report(const Analysis& analysis, Persons persons);

// Whether reports about a record are among them. A catalogue has one only where it is about something here: controls to
// be decided on, or a statement.
bool has_own_reports(const Analysis& analysis, const RecordView& record);

// What a report says of itself "In short", for the index; without links that lead nowhere outside of it.
Words in_short(const Document& document);

// What links call it: `gaps`, `role role/cashier`.
std::string target_of(const WantedReport& wanted, const Graph& graph);

}  // namespace ims
