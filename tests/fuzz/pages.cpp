#include <algorithm>
#include <exception>
#include <string>
#include <string_view>

#include "compiler/page.h"
#include "compiler/page_tables.h"
#include "fuzz/targets.h"

namespace ims::fuzz {
namespace {

const std::string kPath = "rules/risks/risk-of-its-own.md";

const compiler::Known& known() {
    static const compiler::Known all = {
        {{"risks", "risks, and how they are treated", {}, "described"}, {"roles", "roles", {"empty-role"}, "records"}},
        {"process", "risk", "role"},
        {"hs:6.1", "policy"},
        R"({"x-ims-known": ["quality", "environment"]})"};
    return all;
}

std::string flaw_of(const compiler::Page& page) {
    if (page.name != "risk-of-its-own" || page.family != "risks") return "the page is another's";
    if (page.summary.empty() || page.summary.ends_with('.')) return "the summary is none";
    if (page.fixed && page.grade != "error") return "what is no error is fixed";
    if (page.found_by.empty() || page.marks.empty()) return "nobody finds it, or it costs no word";
    if (page.has_code() && page.kinds.empty() && !page.whole_folder) return "it looks at nothing";
    if (!page.has_code() && !page.everywhere_says.empty()) return "what has no code is true everywhere";
    if (page.reported.empty() != page.mended.empty()) return "it has one example";
    if (page.prose.empty() || page.prose.starts_with('\n') || page.prose.ends_with("\n\n")) return "the text is untidy";
    for (const compiler::Explained& each : page.explains) {
        if (each.rule.empty() == each.family.empty()) return "it explains nothing, or two things";
    }
    if (page.prose.find("```") == 0 || page.prose.find("\n```") != std::string::npos) return "an example is left over";
    return {};
}

// Quotes that are not escaped would end a text in the middle.
bool has_open_literal(const std::string& code) {
    bool inside = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (!inside && code.compare(at, 7, "R\"ims~(") == 0) {
            at = code.find(")ims~\"", at);
            if (at == std::string::npos) return true;
            at += 5;
        } else if (inside && code[at] == '\\') {
            ++at;
        } else if (code[at] == '"') {
            inside = !inside;
        } else if (inside && code[at] == '\n') {
            return true;
        }
    }
    return inside;
}

}  // namespace

std::string pages(std::string_view input) {
    compiler::Page page;
    try {
        page = compiler::read_page(kPath, std::string(input), known());
    } catch (const std::exception& trouble) {
        // What stops the build names the page, and says something.
        const std::string_view said = trouble.what();
        return said.starts_with(kPath + ":") && said.size() > kPath.size() + 4
                   ? ""
                   : "the build stops with: " + std::string(said);
    }
    if (std::string flaw = flaw_of(page); !flaw.empty()) return flaw;
    // Whether the rules that it names are there is looked at once all pages are read, before anything is written.
    page.explains.clear();
    for (const std::string& code : {compiler::write_names({page}), compiler::write_book({page}, known()),
                                    compiler::write_code({page}), compiler::write_texts({page})}) {
        if (code.empty()) return "a table is empty";
        if (has_open_literal(code)) return "a text does not end in what the compiler reads:\n" + code;
    }
    return {};
}

}  // namespace ims::fuzz
