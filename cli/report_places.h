// Where the reports of a folder stand. No two are one file, nor is one refused, on any file system: also where capitals
// or the forms of letters are one. A record's report is named by its id alone where no other id is in the way; else
// what is added to it depends on the id, not on its place among others, so that links stay right when records come and
// go.
#pragma once

#include <vector>

#include "output/document/document_format.h"
#include "report/every_report.h"

namespace ims {

// By what links call a report, those that lead to others included.
ReportPlaces places_of(const std::vector<WantedReport>& reports, const Graph& graph);

}  // namespace ims
