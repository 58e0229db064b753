// Cells of the matrix as tests read them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/cells.h"

namespace ims {

// A folder of examples, with more files or with others in their place.
inline std::unique_ptr<Analysis> analyzed_with(std::string_view folder, const std::string& more) {
    auto all = example_files(folder);
    for (auto& [path, text] : example_files(more)) {
        if (more.find("# file: " + path + "\n") != std::string::npos) all[path] = text;
    }
    std::string files;
    for (const auto& [path, text] : all) files += "# file: " + path + "\n" + text;
    return analyzed(files);
}

inline Judged judged(const Analysis& analysis) {
    return {analysis.graph, analysis.facts, analysis.rules.book(), analysis.judgement};
}

// Where what traces of these tests say is kept.
inline Arena& trace_arena() {
    static Arena arena;
    return arena;
}

// "PdCA", with " 2" where so many findings of medium or worse are at home.
inline std::string shown(const Cell& cell) {
    return cell.text() + (cell.weighty == 0 ? "" : " " + std::to_string(cell.weighty));
}

inline Cell cell_of(const Analysis& analysis, std::string_view process, std::string_view discipline) {
    const auto found = analysis.settings.find(discipline);
    REQUIRE(found.has_value());
    return process == "ims" ? judge_system(judged(analysis), *found, trace_arena())
                            : judge_cell(judged(analysis), id_of(analysis, process), *found, trace_arena());
}

// Every cell: "process/sell quality" and what it shows; the system's row under "ims".
inline std::map<std::string, std::string> all_cells(const Analysis& analysis) {
    std::map<std::string, std::string> out;
    const Matrix matrix = judge_matrix(judged(analysis));
    for (const Discipline each : analysis.settings.in_force()) {
        const std::string& name = analysis.settings.name(each);
        out["ims " + name] = shown(matrix.system[each.index()]);
        for (const Matrix::Row& row : matrix.rows)
            out[analysis.graph[row.process].name().text() + " " + name] = shown(row.cells[each.index()]);
    }
    return out;
}

// "for it risk/late: risk", a line each, of one mark.
inline std::string traces_of(const Analysis& analysis, const Cell& cell, std::optional<Mark> mark) {
    std::string text;
    for (const Trace& trace : cell.traces) {
        if (trace.mark != mark) continue;
        constexpr std::array<std::string_view, 5> kSays = {"for", "against", "accepted", "unjudged", "elsewhere"};
        text += std::string(kSays[static_cast<std::size_t>(trace.says)]) + " ";
        if (trace.record.known()) text += analysis.graph[trace.record].name().text() + ": ";
        if (trace.finding.known())
            text += std::string(analysis.rules.book()[analysis.judgement.findings()[trace.finding].rule].name) + "\n";
        else text += said(analysis, trace.what) + "\n";
    }
    return text;
}

}  // namespace ims
