// Every clause number on the page of a rule is one of the standard that it is written with. What can be read:
//
//     ISO 9001 8.4.1                    in every edition that there is a catalogue of, and with one meaning
//     ISO 14001:2026 6.1.5              where editions differ
//     clause 9.3 of ISO 9001, 14001:2026 and 27001, 10.1 in ISO 22301
//                                       with one meaning in all that are named
//     10.3 of ISO 9001:2015 is 10.1 in 2026
//     clause 7.2 of the standards       in every standard that follows the common structure
//     harmonised clause 6.3             of that structure itself, which not every standard follows
//
// A number without any of them before it in its sentence is none that a reader could look up. Numbers between backticks
// are examples of what a user writes.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/reuse.h"
#include "built_in.h"
#include "engine/analyze_folder.h"
#include "schema/catalogues.h"

using namespace ims;

namespace {

// The catalogues by number of the standard, then by edition.
class CataloguesByNumber {
public:
    CataloguesByNumber() {
        MemoryFileSystem files;
        files.files["folder/ims.yaml"] = "organisation: A\ndisciplines: {quality: {}}\n";
        FolderOptions options;
        options.root = "folder";
        options.today = *parse_date("2026-06-01");
        for (const BuiltInCatalogue& each : built_in_catalogues()) options.standards.emplace_back(each.id);
        auto analysis = analyze_folder(files, built_in_rules(), options);
        REQUIRE(analysis.has_value());
        analysis_ = std::move(*analysis);
        for (const StandardFacts& each : analysis_->facts.clauses().standards()) {
            const std::size_t dash = each.id.rfind('-');
            const std::string name(each.id.substr(4, dash - 4));  // of iso-20000-1-2018
            all_[name][std::string(each.id.substr(dash + 1))] = &each;
        }
    }

    using Editions = std::map<std::string, const StandardFacts*>;
    [[nodiscard]] const std::map<std::string, Editions>& all() const { return all_; }

private:
    std::unique_ptr<Analysis> analysis_;
    std::map<std::string, Editions> all_;
};

// A clause that a number stands for: itself, or the first below or above it.
const Clause* find_clause(const StandardFacts& standard, std::string_view number) {
    for (const Clause& clause : standard.clauses) {
        if (clause.number == number) return &clause;
    }
    const auto meant = standard.meant(number);
    return meant.empty() ? nullptr : &standard.clauses[meant.front()];
}

struct Named {
    std::string standard;  // `14001`
    std::string edition;   // may be empty
};

struct Item {
    enum class What { word, clause, number, year, standards, all, harmonised, end };
    What what = What::word;
    std::string text = {};
    std::vector<Named> names = {};
    bool bracketed = false;  // a number with an opening bracket before it belongs to none before that
};

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// `14001:2026`, `20000-1`
std::optional<Named> read_name(std::string_view word) {
    const std::size_t colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    const std::string_view digits = name.substr(0, name.find('-'));
    if (!is_digits(digits) || digits.size() < 4 || digits.size() > 5) return std::nullopt;
    return Named{std::string(name), colon == std::string_view::npos ? "" : std::string(word.substr(colon + 1))};
}

// `8.4.1`, `A.5.31`, `6.1.3d`
bool is_number(std::string_view word) {
    if (word.starts_with("A.")) word.remove_prefix(2);
    else if (word.find('.') == std::string_view::npos) return false;
    if (!word.empty() && word.back() >= 'a' && word.back() <= 'z') word.remove_suffix(1);
    while (true) {
        const std::size_t dot = word.find('.');
        if (!is_digits(word.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        word.remove_prefix(dot + 1);
    }
}

struct Word {
    std::string core;   // without brackets and stops
    std::string after;  // those that follow it
    std::string whole;
};

std::vector<Word> words_of(std::string_view text) {
    constexpr std::string_view kStops = ".,;:)?!";
    std::vector<Word> out;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        const std::string_view whole = text.substr(0, blank);
        text.remove_prefix(std::min(blank + 1, text.size()));
        if (whole.empty()) continue;
        std::string_view core = whole;
        while (core.starts_with('(')) core.remove_prefix(1);
        const std::size_t last = core.find_last_not_of(kStops);
        const std::string_view kept = last == std::string_view::npos ? std::string_view() : core.substr(0, last + 1);
        out.push_back({std::string(kept), std::string(core.substr(kept.size())), std::string(whole)});
    }
    return out;
}

bool is_iso(std::string_view word) { return word == "ISO" || word == "ISO/IEC"; }

std::vector<Item> items_of(std::string_view text) {
    using What = Item::What;
    const std::vector<Word> words = words_of(text);
    const auto core = [&](std::size_t place) { return place < words.size() ? words[place].core : std::string(); };
    std::vector<Item> out;
    bool open = false;  // whether the list of standards may go on
    for (std::size_t place = 0; place < words.size(); ++place) {
        const Word& word = words[place];
        const bool after_iso = place > 0 && is_iso(words[place - 1].core);
        if (const auto name = read_name(word.core); name && (after_iso || open)) {
            if (!open) out.push_back({What::standards});
            out.back().names.push_back(*name);
            open = word.after.empty() || word.after == ",";
        } else if (is_iso(word.core) || (open && word.core == "and")) {
            const std::size_t next = is_iso(core(place + 1)) ? place + 2 : place + 1;
            open = open && read_name(core(next)).has_value();
        } else {
            open = false;
            const Item before = out.empty() ? Item() : out.back();
            const bool in_list = out.size() > 1 && (before.text == "and" || before.text == "to") &&
                                 out[out.size() - 2].what == What::number;
            if (is_number(word.core) && core(place - 1) != "YAML") {
                out.push_back({What::number, word.core, {}, word.whole.starts_with('(')});
            } else if (is_digits(word.core) && word.core.size() <= 2 && (before.what == What::clause || in_list)) {
                out.push_back({What::number, word.core});
            } else if (is_digits(word.core) && word.core.size() == 4 && before.text == "in") {
                out.push_back({What::year, word.core});
            } else if (word.core == "standard" || word.core == "standards") {
                out.push_back({What::all});
            } else if (word.core == "harmonised") {
                out.push_back({What::harmonised});
            } else if (word.core == "clause" || word.core == "Clause" || word.core == "clauses" ||
                       word.core == "Clauses") {
                out.push_back({What::clause});
            } else {
                out.push_back({What::word, word.core});
            }
        }
        const bool stops = word.after.find_first_of(".?!") != std::string::npos;
        const char next =
            place + 1 < words.size() ? words[place + 1].whole.substr(words[place + 1].whole.starts_with('('))[0] : 'A';
        if (stops && next >= 'A' && next <= 'Z') out.push_back({What::end});
    }
    return out;
}

class Reader {
public:
    explicit Reader(const CataloguesByNumber& catalogues) : catalogues_(catalogues) {}

    void read(const std::string& paragraph) {
        using What = Item::What;
        items_ = items_of(paragraph);
        const Item* current = nullptr;
        for (std::size_t place = 0; place < items_.size(); ++place) {
            const Item& item = items_[place];
            switch (item.what) {
                case What::end: current = nullptr; break;
                case What::standards:
                case What::all:
                case What::harmonised: current = &item; break;
                case What::number: judge(place, current); break;
                case What::word:
                case What::clause:
                case What::year: break;
            }
        }
    }

    std::size_t numbers = 0;
    std::string complaints;

private:
    template <class... Parts>
    void complain(fmt::format_string<Parts...> words, Parts&&... parts) {
        complaints += fmt::format(words, std::forward<Parts>(parts)...) + "\n";
    }

    // "9.2 and 9.3 of ISO 9001", "10.1 in ISO 22301", "10.1 in 2026": what follows a number, or a list of them.
    [[nodiscard]] const Item* named_behind(std::size_t place) const {
        using What = Item::What;
        std::size_t at = place + 1;
        const auto is_word = [&](std::string_view text) {
            return items_[at].what == What::word && items_[at].text == text;
        };
        const auto goes_on = [&] {
            return at < items_.size() && ((items_[at].what == What::number && !items_[at].bracketed) ||
                                          is_word("and") || is_word("to") || is_word("or"));
        };
        while (goes_on()) ++at;
        if (at == items_.size() || (!is_word("of") && !is_word("in"))) return nullptr;
        ++at;
        const auto is_filler = [&] {
            return at < items_.size() &&
                   (is_word("the") || is_word("all") || is_word("management") || is_word("system"));
        };
        while (is_filler()) ++at;
        if (at == items_.size()) return nullptr;
        const What what = items_[at].what;
        return what == What::standards || what == What::all || what == What::year ? &items_[at] : nullptr;
    }

    [[nodiscard]] bool stands_after_clause(std::size_t place) const {
        const std::size_t first = place < 4 ? 0 : place - 4;
        for (std::size_t at = first; at < place; ++at) {
            if (items_[at].what == Item::What::clause) return true;
        }
        return false;
    }

    void judge(std::size_t place, const Item* current) {
        using What = Item::What;
        ++numbers;
        const std::string& number = items_[place].text;
        static const Item kAll{What::all};
        const Item* meant = named_behind(place);
        if (meant == nullptr) meant = current;
        if (meant == nullptr && stands_after_clause(place)) meant = &kAll;
        if (meant == nullptr) return complain("{} stands beside no standard", number);
        if (meant->what == What::harmonised) return in_the_structure(number);
        if (meant->what == What::all) return in_all(number);
        if (meant->what == What::standards) return in_these(number, meant->names);
        std::vector<Named> names;
        if (current != nullptr && current->what == What::standards) names = current->names;
        for (Named& each : names) each.edition = meant->text;
        if (names.empty()) return complain("{} in {}: of which standard?", number, meant->text);
        in_these(number, names);
    }

    void in_the_structure(const std::string& number) {
        for (const auto& [name, editions] : catalogues_.all()) {
            for (const auto& [edition, standard] : editions) {
                for (const Clause& clause : standard->clauses) {
                    if (clause.harmonised == "hs:" + number || clause.harmonised.starts_with("hs:" + number + "."))
                        return;
                }
            }
        }
        complain("harmonised clause {}: there is none", number);
    }

    void in_all(const std::string& number) {
        std::vector<std::string> not_in;
        for (const auto& [name, editions] : catalogues_.all()) {
            if (name == "13485") continue;  // it does not follow the common structure
            for (const auto& [edition, standard] : editions) {
                const Clause* clause = find_clause(*standard, number);
                const bool same =
                    clause != nullptr && (number.find('.') == std::string::npos
                                              ? clause->harmonised.starts_with("hs:" + number + ".")
                                              : rolled_up(clause->harmonised) == rolled_up("hs:" + number));
                if (!same) not_in.push_back(name + ":" + edition);
            }
        }
        if (!not_in.empty())
            complain("{} of all standards: not, or another thing, in {}", number, fmt::join(not_in, ", "));
    }

    void in_these(const std::string& number, const std::vector<Named>& names) {
        std::set<std::string_view> keys;
        for (const Named& each : names) {
            const auto editions = catalogues_.all().find(each.standard);
            if (editions == catalogues_.all().end()) continue;  // ISO 31000, of which there is no catalogue
            if (!each.edition.empty() && !editions->second.contains(each.edition))
                complain("ISO {}:{}: there is no such catalogue", each.standard, each.edition);
            std::set<std::string> meanings;
            for (const auto& [edition, standard] : editions->second) {
                if (!each.edition.empty() && edition != each.edition) continue;
                const Clause* clause = standard->meant(number).empty() ? nullptr : find_clause(*standard, number);
                if (clause == nullptr) {
                    complain("ISO {}:{} has no {}", each.standard, edition, number);
                    continue;
                }
                keys.insert(rolled_up(clause->harmonised));
                meanings.insert(fmt::format("{} {}", rolled_up(clause->harmonised), clause->theme));
            }
            if (meanings.size() > 1)
                complain("{} of ISO {} differs between editions: {}", number, each.standard, fmt::join(meanings, ", "));
        }
        if (keys.size() > 1) complain("{} is not the same in all of these: {}", number, fmt::join(keys, ", "));
    }

    const CataloguesByNumber& catalogues_;
    std::vector<Item> items_;
};

// Paragraphs without headings, examples and what stands between backticks.
std::vector<std::string> paragraphs_of(std::string_view page) {
    std::vector<std::string> out(1);
    bool fence = false;
    while (!page.empty()) {
        const std::size_t end = std::min(page.find('\n'), page.size());
        const std::string_view line = page.substr(0, end);
        page.remove_prefix(std::min(end + 1, page.size()));
        if (line.starts_with("```")) fence = !fence;
        if (fence || line.starts_with("```")) continue;
        if (line.empty() || line.starts_with('#')) out.emplace_back();
        else out.back() += std::string(line) + " ";
    }
    for (std::string& each : out) {
        std::string kept;
        bool code = false;
        for (const char c : each) {
            if (c == '`') code = !code;
            else if (!code) kept += c;
        }
        each = std::move(kept);
    }
    return out;
}

std::string complaints_about(const CataloguesByNumber& catalogues, std::string_view page) {
    Reader reader(catalogues);
    for (const std::string& each : paragraphs_of(page)) reader.read(each);
    return reader.complaints;
}

}  // namespace

TEST_CASE("every clause number on a page is one of the standard and edition that it is written with") {
    const CataloguesByNumber catalogues;
    std::size_t numbers = 0;
    for (const RuleEntry& each : built_in_book().entries()) {
        CAPTURE(each.name);
        Reader reader(catalogues);
        for (const std::string& paragraph : paragraphs_of(built_in_rules()[each.id].page.prose)) reader.read(paragraph);
        CHECK(reader.complaints == "");
        numbers += reader.numbers;
    }
    CHECK(numbers > 300);
}

TEST_CASE("a number that is wrong, that differs, or that stands alone is seen") {
    const CataloguesByNumber catalogues;
    const auto about = [&](std::string_view page) { return complaints_about(catalogues, page); };
    CHECK(about("Clause 10.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks for it.") ==
          "10.2 is not the same in all of these: hs:10.1, hs:10.2\n");
    CHECK(about("Clause 10.2 of ISO 9001, 14001, 45001 and 27001 (10.1 in ISO 22301) asks for it.") == "");
    CHECK(about("Changes are planned (ISO 14001 6.3).") == "ISO 14001:2015 has no 6.3\n");
    CHECK(about("Changes are planned (ISO 14001:2026 6.3, ISO/IEC 27001 6.3).") == "");
    CHECK(about("ISO 14001 6.1.4 asks for actions.") ==
          "6.1.4 of ISO 14001 differs between editions: hs:6.1 planning-actions, hs:6.1 risk\n");
    CHECK(about("ISO 14001:2015 6.1.4 and ISO\n14001:2026 6.1.5 ask for actions, ISO 14001 8.1 for controls.") == "");
    CHECK(about("10.3 of ISO 9001:2015 is 10.1 in 2026.") == "");
    CHECK(about("10.3 of ISO 9001:2015 is 10.3 in 2026.") == "ISO 9001:2026 has no 10.3\n");
    CHECK(about("ISO 9001:2020 8.4.1 asks.") == "ISO 9001:2020: there is no such catalogue\n");
    CHECK(about("ISO 22301 8.2.9 asks for it, ISO 31000 too.") == "ISO 22301:2019 has no 8.2.9\n");
    CHECK(about("ISO 22301 8.3.4.1 asks for it.") == "");  // below a clause of a catalogue that is coarse
    CHECK(about("Clause 9.9 of ISO 9001, and A.9.9 of ISO/IEC 27001.") ==
          "ISO 9001:2015 has no 9.9\nISO 9001:2026 has no 9.9\nISO 27001:2022 has no A.9.9\n");
    CHECK(about("Competence is asked for (clause 7.2 of all the standards), and so are the harmonised clauses 6.1 to "
                "6.3; see `8.4.7`.") == "");
    CHECK(about("Improvement is asked for by the standards (10.1).") ==
          "10.1 of all standards: not, or another thing, in 20000-1:2018, 22000:2018, 22301:2019, 50001:2018\n");
    CHECK(about("It is asked for. ISO 9001 4.1 asks too. It is asked for (4.1).") == "4.1 stands beside no standard\n");
    CHECK(about("The harmonised clause 6.9 asks.") == "harmonised clause 6.9: there is none\n");
}
