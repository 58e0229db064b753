// What every report of the examples says to people who have no file before them: titles and plain words. No id between
// backticks, no name of a field, no YAML.
#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>

#include "built_in.h"
#include "engine/analyze_folder.h"
#include "report/site/site.h"

using namespace ims;

namespace {

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Why a text is not for readers; empty where it is.
std::string flaw(std::string_view text) {
    if (text.find('`') != std::string_view::npos) return "a backtick";
    if (text.find(".yaml") != std::string_view::npos) return "a file of records";
    if (text.find(": {") != std::string_view::npos || text.find(": [") != std::string_view::npos) return "YAML";
    for (std::size_t at = text.find('_'); at != std::string_view::npos; at = text.find('_', at + 1)) {
        const bool inside = at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1]);
        if (inside) return "a name with _";
    }
    return {};
}

void check_words(const Words& words, const std::string& where) {
    for (const Inline& part : words.parts()) {
        const bool is_code = part.kind == Inline::Kind::code;
        CHECK_MESSAGE(!is_code, where, ": code: ", part.text);
        CHECK_MESSAGE(flaw(part.text) == "", where, ": ", part.text);
    }
    const std::string plain = words.plain();
    CHECK_MESSAGE(flaw(plain) == "", where, ": ", plain);
    CHECK_MESSAGE(plain.find("  ") == std::string::npos, where, ": two blanks: ", plain);
}

struct Checker {
    std::string where;

    void operator()(const Heading& heading) const { check_words(heading.words, where); }
    void operator()(const Paragraph& paragraph) const { check_words(paragraph.words, where); }
    void operator()(const Note& note) const { check_words(note.words, where); }
    void operator()(const Bullets& bullets) const {
        for (const Bullets::Item& item : bullets.items) {
            check_words(item.words, where);
            for (const Words& below : item.below) check_words(below, where);
        }
    }
    void operator()(const Table& table) const {
        const std::string here = where + ", table " + table.key;
        CHECK_MESSAGE(flaw(table.title) == "", here, ": ", table.title);
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].readers == Column::For::programs) continue;
            CHECK_MESSAGE(flaw(table.columns[index].title) == "", here, ": ", table.columns[index].title);
            for (const auto& row : table.rows) check_words(row[index].words, here);
        }
    }
    void operator()(const Diagram& diagram) const {
        CHECK_MESSAGE(flaw(diagram.says) == "", where, ": ", diagram.says);
        for (const Diagram::Node& node : diagram.nodes) CHECK_MESSAGE(flaw(node.label) == "", where, ": ", node.label);
    }
    // What is shown of it; it is found by ids too.
    void operator()(const Search& search) const {
        check_words(search.otherwise, where);
        for (const Search::Entry& each : search.entries) {
            CHECK_MESSAGE(flaw(each.title) == "", where, ": ", each.title);
            CHECK_MESSAGE(flaw(each.about) == "", where, ": ", each.about);
        }
    }
};

}  // namespace

TEST_CASE("no report of the examples shows readers a backtick, a name of a field or YAML") {
    for (const std::string_view example : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        std::vector<WantedReport> reports = every_report(**analysis, Persons::shown);
        std::vector<Words> shorts;
        for (const WantedReport& each : reports) {
            const std::string subject =
                each.subject.known() ? " " + (*analysis)->graph[each.subject].name().text() : std::string();
            const Checker check{std::string(example) + ": " + std::string(each.report->name) + subject};
            const Document document = each.report->build({**analysis, each.subject});
            for (const Block& block : document.blocks) std::visit(check, block);
            shorts.push_back(in_short(document));
        }
        const SiteInput site{{**analysis, {}}, reports};
        std::vector<Document> pages = lists_of_records(site);
        pages.push_back(index_of_reports(site, shorts));
        pages.push_back(search_of_reports(site));
        for (const Document& page : pages) {
            for (const Block& block : page.blocks) std::visit(Checker{std::string(example) + ": " + page.title}, block);
        }
    }
}
