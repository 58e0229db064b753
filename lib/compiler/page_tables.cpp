#include "compiler/page_tables.h"

#include <algorithm>

#include "compiler/files.h"

namespace ims::compiler {

constexpr const char* kHead = "// Made from lib/check/rules/ by the build. Do not edit.\n";

std::string write_names(const std::vector<Page>& pages) {
    std::string out =
        std::string(kHead) +
        "// Every rule's name as a constant, for stages that report by name. A rule's own file needs none.\n"
        "#pragma once\n\n#include \"diagnostics/rule_id.h\"\n\nnamespace ims {\n\n"
        "enum class RuleId : std::uint16_t {\n";
    for (const Page& page : pages) out += "    " + page.identifier() + ",\n";
    return out + "};\n\n}  // namespace ims\n";
}

std::string write_book(const std::vector<Page>& pages, const Known& known) {
    std::string lists;
    std::string entries;
    for (const Page& page : pages) {
        const auto list = [&](const std::string& type, const char* name, const std::vector<std::string>& items) {
            if (items.empty()) return std::string("{}");
            const std::string table = std::string(name) + "_" + page.identifier();
            lists += "constexpr " + type + " " + table + "[] = {" + listed(items) + "};\n";
            return table;
        };
        std::vector<std::string> marks;
        for (const std::string& mark : page.marks) {
            if (mark != "none") marks.push_back("Mark::" + (mark == "do" ? "do_it" : mark));
        }
        std::vector<std::string> explains;
        for (const Explained& each : page.explains) {
            std::string identifier = each.rule;
            std::ranges::replace(identifier, '-', '_');
            explains.push_back("{RuleId::" + identifier + ", Same::" + each.shared + ", " + literal(each.clause) +
                               ", " + literal(each.field) + "}");
        }
        std::vector<std::string> home;
        for (const std::string& discipline : page.home_disciplines) home.push_back(literal(discipline));
        entries += "    {RuleId::" + page.identifier() + ", " + literal(page.name) + ", " + literal(page.family) +
                   ", Grade::" + page.grade + ", Fixedness::" + (page.fixed ? "fixed" : "open") + ",\n     " +
                   template_literal(page.summary) + ",\n     " + list("Mark", "marks", marks) + ", " +
                   (page.home_is_system ? "true" : "false") + ", " + list("std::string_view", "home", home) + ", " +
                   list("Explanation", "explains", explains) +
                   ",\n     Cost::" + (page.cost.empty() ? "none" : page.cost) + ", " + literal(page.everywhere_says) +
                   ", " + literal(page.everywhere_mend) + ", Faded::" + (page.faded.empty() ? "no" : page.faded) +
                   "},\n";
    }
    std::string families;
    for (const Family& family : known.families)
        families +=
            "    {" + literal(family.name) + ", " + literal(family.says) + ", Profile::" + family.profile + "},\n";
    return std::string(kHead) +
           "#include \"diagnostics/rule_book.h\"\n#include \"diagnostics/rules.h\"\n\nnamespace ims {\nnamespace {\n"
           "using namespace std::string_view_literals;\n\n" +
           lists + "\nconstexpr RuleEntry kRules[] = {\n" + entries + "};\n\nconstexpr RuleFamily kFamilies[] = {\n" +
           families +
           "};\n\n}  // namespace\n\nRuleBook RuleBook::built_in() { return RuleBook(kRules, kFamilies); }\n\n"
           "}  // namespace ims\n";
}

std::string write_code(const std::vector<Page>& pages) {
    std::string declarations;
    std::string tables;
    std::string entries;
    for (const Page& page : pages) {
        if (!page.has_code()) {
            entries += "    {},\n";
            continue;
        }
        const std::string identifier = page.identifier();
        declarations += "namespace " + identifier + " {\nvoid check(" +
                        (page.whole_folder ? "" : "const RecordView&, ") + "const CheckContext&, Reporter&);\n}\n";
        std::vector<std::string> kinds;
        for (const std::string& kind : page.kinds) kinds.push_back("kinds::" + kind);
        if (!kinds.empty()) tables += "constexpr KindId kinds_of_" + identifier + "[] = {" + listed(kinds) + "};\n";
        entries += kinds.empty() ? "    {{}, nullptr, rules::" + identifier + "::check},\n"
                                 : "    {kinds_of_" + identifier + ", rules::" + identifier + "::check, nullptr},\n";
    }
    return std::string(kHead) +
           "#include \"check/rule_set.h\"\n#include \"schema/fields.h\"\n\nnamespace ims {\n\n"
           "namespace rules {\n" +
           declarations + "}  // namespace rules\n\nnamespace {\n\n" + tables + "\nconstexpr RuleCode kCode[] = {\n" +
           entries +
           "};\n\n}  // namespace\n\nstd::span<const RuleCode> built_in_code() { return kCode; }\n\n}  // namespace "
           "ims\n";
}

std::string write_texts(const std::vector<Page>& pages) {
    std::string entries;
    for (const Page& page : pages) {
        entries += "    {" + raw(page.prose) + ",\n     " + raw(page.reported) + ",\n     " + raw(page.mended) + "},\n";
    }
    return std::string(kHead) +
           "#include \"check/rule_set.h\"\n\nnamespace ims {\nnamespace {\nusing namespace "
           "std::string_view_literals;\n\n"
           "constexpr RulePage kPages[] = {\n" +
           entries +
           "};\n\n}  // namespace\n\nstd::span<const RulePage> built_in_pages() { return kPages; }\n\n}  // namespace "
           "ims\n";
}

}  // namespace ims::compiler
