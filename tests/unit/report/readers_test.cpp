// What every report of the examples says to people who have no file before them: titles and plain words. No id between
// backticks or without, no name of a field, no YAML.
#include <doctest/doctest.h>

#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
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

// What no reader should meet: ids of records that are no words, and fields that are called by an abbreviation. What
// the records say themselves, they say.
class Unspeakable {
public:
    explicit Unspeakable(const Graph& graph) {
        for (const RecordId id : graph.all()) {
            const std::string_view name = graph[id].id();
            // An id of one word is what people call it too, and so is one that is a day.
            if (name.find('-') != std::string_view::npos && !parse_date(name)) ids_.emplace(name);
        }
        for (const FolderFile& file : graph.files()) {
            if (!file.built_in()) said_ += texts_of(file.read->parsed->bytes);
        }
        std::erase_if(ids_, [&](const std::string& id) { return has_token(said_, id); });
    }

    // Empty where there is none.
    [[nodiscard]] std::string in(std::string_view text) const {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            while (end < text.size() && (is_letter(text[end]) || text[end] == '-')) ++end;
            const std::string token(text.substr(at, end - at));
            if (ids_.contains(token)) return "the id " + token;
            // A term of the trade may stand in brackets behind its words.
            const bool in_brackets = at > 0 && text[at - 1] == '(' && end < text.size() && text[end] == ')';
            if (is_abbreviation(token) && !in_brackets) return "the abbreviation " + token;
            at = end + 1;
        }
        return {};
    }
    [[nodiscard]] std::size_t ids() const { return ids_.size(); }

private:
    static bool is_abbreviation(const std::string& token) {
        constexpr std::array<std::string_view, 4> kAbbreviations = {"rto", "rpo", "mtpd", "mbco"};
        const std::string lower = to_lower(token);
        return std::ranges::find(kAbbreviations, lower) != kAbbreviations.end();
    }

    static bool has_token(const std::string& text, const std::string& token) {
        for (std::size_t at = text.find(token); at != std::string::npos; at = text.find(token, at + 1)) {
            const auto ends = [&](std::size_t place) {
                return place >= text.size() || (!is_letter(text[place]) && text[place] != '-');
            };
            if ((at == 0 || ends(at - 1)) && ends(at + token.size())) return true;
        }
        return false;
    }

    // The lines of a file that hold a sentence: an id and a list of ids have no blank, or brackets round them.
    static std::string texts_of(std::string_view bytes) {
        std::string texts;
        while (!bytes.empty()) {
            const std::string_view line = bytes.substr(0, bytes.find('\n'));
            bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
            const std::size_t colon = line.find(": ");
            const std::string_view value = colon == std::string_view::npos ? line : line.substr(colon + 2);
            const bool is_list = value.find('[') != std::string_view::npos || value.find('{') != std::string_view::npos;
            const bool is_type = line.starts_with("type: ");  // people call it so
            if (is_type ||
                (!is_list && (value.find(' ') != std::string_view::npos || value.find('/') != std::string_view::npos)))
                texts += std::string(value) + "\n";
        }
        return texts;
    }

    std::set<std::string> ids_;
    std::string said_;
};

const Unspeakable* unspeakable = nullptr;  // of the example that is looked at

void check_words(const Words& words, const std::string& where) {
    for (const Inline& part : words.parts()) {
        const bool is_code = part.kind == Inline::Kind::code;
        CHECK_MESSAGE(!is_code, where, ": code: ", part.text);
        CHECK_MESSAGE(flaw(part.text) == "", where, ": ", part.text);
    }
    const std::string plain = words.plain();
    CHECK_MESSAGE(flaw(plain) == "", where, ": ", plain);
    CHECK_MESSAGE(plain.find("  ") == std::string::npos, where, ": two blanks: ", plain);
    CHECK_MESSAGE(unspeakable->in(plain) == "", where, ": ", plain);
}

struct Checker {
    std::string where;

    void operator()(const Heading& heading) const { check_words(heading.words, where); }
    // The one line that names a file: the last of a record's page, for who wants to change it.
    void operator()(const Paragraph& paragraph) const {
        const auto& parts = paragraph.words.parts();
        const bool file = parts.size() > 1 && parts[0].text == "File: " && parts[1].kind == Inline::Kind::place;
        if (!file || where.find(": record ") == std::string::npos) check_words(paragraph.words, where);
    }
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
            CHECK_MESSAGE(unspeakable->in(table.columns[index].title) == "", here, ": ", table.columns[index].title);
            for (const auto& row : table.rows) check_words(row[index].words, here);
        }
    }
    void operator()(const Diagram& diagram) const {
        CHECK_MESSAGE(flaw(diagram.says) == "", where, ": ", diagram.says);
        for (const Diagram::Node& node : diagram.nodes) CHECK_MESSAGE(flaw(node.label) == "", where, ": ", node.label);
    }
    void operator()(const Chart& chart) const {
        CHECK_MESSAGE(flaw(chart.says) == "", where, ": ", chart.says);
        for (const Chart::Line& line : chart.lines) CHECK_MESSAGE(flaw(line.name) == "", where, ": ", line.name);
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

TEST_CASE("no report of the examples shows readers a backtick, an id, a name of a field or YAML") {
    for (const std::string_view example : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        const Unspeakable known((*analysis)->graph);
        if (example == "medium-manufacturer") CHECK(known.ids() > 50);
        unspeakable = &known;
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
