// `ims report all`: every report in every format, with an index and links between them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "diagnostics/voice.h"
#include "engine/analyze.h"
#include "output/document/document_format.h"
#include "report/every_report.h"

namespace ims {

struct AllReports {
    std::string folder;
    std::vector<const DocumentFormat*> formats;
    Audience audience = Audience::readers;
    std::string commit;  // as reports tell it
    LastChanges changes;
    Persons persons = Persons::left_out;
    DocumentStyle style;   // what all pages have in common
    std::size_t jobs = 1;  // how many pages may be made at once
    bool quiet = false;
};

// Which cells of tables these formats show.
MadeCells cells_for(const std::vector<const DocumentFormat*>& formats);

// Says on stderr how many files it wrote, and which to open.
Outcome write_all_reports(const Environment& environment, const Analysis& analysis, const AllReports& wanted);

}  // namespace ims
