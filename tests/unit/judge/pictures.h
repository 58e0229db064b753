// What a folder's pictures say: cells of the matrix, and whole reports in every format.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzed.h"
#include "judge/cells.h"
#include "output/document/document_format.h"
#include "report/every_report.h"
#include "report/report.h"

namespace ims::test {

inline Judged judged(const Analysis& analysis) {
    return {analysis.graph, analysis.facts, analysis.rules.book(), analysis.judgement};
}

// "PdC·"
inline std::string cell(const Analysis& analysis, std::string_view process, std::string_view discipline) {
    const auto known = analysis.settings.find(discipline);
    REQUIRE_MESSAGE(known.has_value(), std::string(discipline));
    Arena unsaid;
    return judge_cell(judged(analysis), id_of(analysis, process), *known, unsaid).text();
}

inline std::string written(const Document& document, const DocumentFormat& format) {
    std::string text;
    format.write(document, {}, [&](std::string_view piece) { text += piece; });
    return text;
}

// A report in every format that there is, one after the other.
inline std::string in_every_format(const Analysis& analysis, std::string_view report) {
    const Report* const found = find_report(report);
    REQUIRE_MESSAGE(found != nullptr, std::string(report));
    const Document document = found->build({analysis, {}});
    std::string text;
    for (const DocumentFormat& format : all_document_formats()) text += written(document, format) + "\n";
    return text;
}

// All reports on the whole, without those that are about one record.
inline std::vector<Document> all_documents(const Analysis& analysis) {
    std::vector<Document> out;
    for (const Report& report : all_reports()) {
        if (report.subject != ReportSubject::required && !looks_back(report))
            out.push_back(report.build({analysis, {}}));
    }
    return out;
}

}  // namespace ims::test
