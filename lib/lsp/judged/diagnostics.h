// What is found, as a client shows it in a file.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "lsp/judged/asked.h"
#include "lsp/judged/judged_folder.h"

namespace ims {

// Findings as the items of a list of diagnostics, one after the other with commas between them.
class DiagnosticWriter {
public:
    // Of the findings of this graph. `uri`: how the client spells a file of the graph. All of them outlive it.
    DiagnosticWriter(const Client& client, const Graph& graph, const LineStarts& lines, const RuleBook& rules,
                     std::function<std::string(FileId)> uri)
        : client_(client), graph_(graph), lines_(lines), rules_(rules), uri_(std::move(uri)) {}

    // At the end of `out`. `news`: why it is new; may be empty. `moved`: where its place is in the file as it stands
    // now; null: where it was found. Not where the client leaves it to another server. From several threads at once.
    void write(const Finding& finding, std::string_view news, const TextLines* now, const MovedText* moved,
               std::string& out) const;

private:
    [[nodiscard]] TextRange range(Span span) const;
    const Client& client_;
    const Graph& graph_;
    const LineStarts& lines_;
    const RuleBook& rules_;
    std::function<std::string(FileId)> uri_;
};

// Whether the client leaves what this rule finds to another server.
bool is_left_to_others(const Client& client, RuleId rule);

// Error 1, warning 2, information 3, hint 4.
int severity_of(Grade grade);

// Of a finding all that people are told, in lines: its message, what else was seen, what to do.
std::string told_lines(const Finding& finding, std::string_view news, const Graph& graph);

}  // namespace ims
