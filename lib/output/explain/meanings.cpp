// What a word may mean, in the order in which people are told of it.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "base/words.h"
#include "output/explain/pages.h"
#include "schema/catalogues.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Meaning {
    std::string also;  // how the others are told of it: "the kind `risk`"
    std::function<Outcome(PageText&)> write;
};

std::string in_ticks(std::string_view word) { return fmt::format("`{}`", word); }

// Words in lower case, as people may write what is called `word`, title or name.
bool same_title(std::string_view word, std::string_view title) { return to_lower(word) == to_lower(title); }

const StandardFacts* find_standard(const Analysis& analysis, std::string_view word) {
    for (const StandardFacts& standard : analysis.facts.clauses().standards()) {
        if (standard.id == word || same_title(standard.title, word)) return &standard;
    }
    return nullptr;
}

bool is_built_in_standard(std::string_view id) {
    return std::ranges::find(built_in_catalogues(), id, &BuiltInCatalogue::id) != built_in_catalogues().end();
}

class Meanings {
public:
    Meanings(const LookUp& look_up, std::string_view word) : look_up_(look_up), word_(word) {}

    // Of the word as it stands. What only records can tell is not among them.
    std::vector<Meaning> by_name() {
        add_rule();
        add_kind(&KindSpec::name);
        add_family();
        add_kind(&KindSpec::plural);
        add_type();
        add_discipline();
        add_field();
        add_fields(fields_ending_in(look_up_.schema, word_));
        add_words();
        return std::move(meanings_);
    }

    // By what reports and messages call things.
    std::vector<Meaning> by_title() {
        for (const KindSpec& kind : look_up_.schema.kinds()) {
            if (!kind.absent && (same_title(word_, in_words(kind.name)) || same_title(word_, in_words(kind.plural))))
                add_kind_page(kind);
        }
        std::vector<NamedField> titled = all_fields(look_up_.schema);
        std::erase_if(titled,
                      [&](const NamedField& field) { return field.is_id() || !same_title(word_, field.spec->title); });
        add_fields(std::move(titled));
        for (std::size_t place = 0; place < look_up_.schema.words().size(); ++place) {
            const Choice choice = Choice::from(place);
            if (!same_title(word_, look_up_.schema.title(choice))) continue;
            word_ = look_up_.schema.word(choice);
            add_words();
            break;
        }
        return std::move(meanings_);
    }

private:
    template <class Write>
    void add(std::string also, const Write& write) {
        meanings_.push_back({std::move(also), [write](PageText& page) -> Outcome {
                                 write(page);
                                 return Nothing{};
                             }});
    }

    void add_rule() {
        const auto rule = look_up_.rules.book().find(word_);
        if (!rule) return;
        add("the rule " + in_ticks(word_),
            [this, rule](PageText& page) { page.as_it_is(explain_rule(look_up_.rules, *rule, page.style())); });
    }

    void add_kind(std::string_view KindSpec::*name) {
        for (const KindSpec& kind : look_up_.schema.kinds()) {
            if (!kind.absent && kind.*name == word_ && (name == &KindSpec::name || kind.name != word_))
                add_kind_page(kind);
        }
    }

    void add_kind_page(const KindSpec& kind) {
        const KindId id = KindId::from(static_cast<std::size_t>(&kind - look_up_.schema.kinds().data()));
        add("the kind " + in_ticks(kind.name), [this, id](PageText& page) { write_kind_page(look_up_, id, page); });
    }

    void add_family() {
        const auto entries = look_up_.rules.book().entries();
        const auto found = std::ranges::find(entries, word_, &RuleEntry::family);
        if (found == entries.end()) return;
        add("the family of rules " + in_ticks(word_),
            [this, family = found->family](PageText& page) { write_family_page(look_up_, family, page); });
    }

    void add_type() {
        const TypeOfValue* const type = find_type_of_value(word_);
        if (type == nullptr) return;
        add("the type of value " + in_ticks(type->name),
            [this, type](PageText& page) { write_type_page(look_up_, *type, page); });
    }

    void add_discipline() {
        const auto& known = look_up_.schema.known_disciplines();
        const std::vector<std::string>& here = look_up_.settings.vocabulary.disciplines;
        if (std::ranges::find(known, word_) == known.end() && std::ranges::find(here, word_) == here.end()) return;
        meanings_.push_back({"the discipline " + in_ticks(word_), [this](PageText& page) -> Outcome {
                                 IMS_TRY_ASSIGN(const Analysis* const analysis, look_up_.standards());
                                 write_discipline_page(look_up_, word_, *analysis, page);
                                 return Nothing{};
                             }});
    }

    void add_field() {
        const auto field = find_field(look_up_.schema, word_);
        if (field) add_fields({*field});
    }

    void add_fields(std::vector<NamedField> fields) {
        if (fields.empty()) return;
        std::vector<std::string> paths;
        for (const NamedField& field : fields) paths.push_back(field.path);
        add(fmt::format("the field{} {}", paths.size() == 1 ? "" : "s", join_names(paths, Ticks::yes, 4)),
            [this, word = word_, fields = std::move(fields)](PageText& page) {
                if (fields.size() == 1) write_field_page(look_up_, fields.front(), page);
                else write_fields_page(look_up_, word, fields, page);
            });
    }

    void add_words() {
        std::vector<WordOfField> fields = fields_that_take(look_up_, word_);
        if (fields.empty()) return;
        std::vector<std::string> paths;
        for (const WordOfField& each : fields) paths.push_back(each.field.path);
        add("a word of " + join_names(paths, Ticks::yes, 4),
            [word = word_, fields = std::move(fields)](PageText& page) { write_word_page(word, fields, page); });
    }

    const LookUp& look_up_;
    std::string_view word_;
    std::vector<Meaning> meanings_;
};

Words told_also(const std::vector<Meaning>& meanings) {
    std::string others;
    for (std::size_t place = 1; place < meanings.size(); ++place)
        others += (others.empty() ? "" : "; ") + meanings[place].also;
    return others.empty() ? Words() : said("Also: {}.", plain(others));
}

Result<std::string> page_of(const std::vector<Meaning>& meanings, const Style& style) {
    PageText page(style);
    IMS_TRY(meanings.front().write(page));
    page.paragraph(told_also(meanings));
    return page.take();
}

// A number that the standard has, or what it stands for there; nearest ones where it has none.
Result<const Clause*> find_clause(const StandardFacts& standard, std::string_view number) {
    const auto found = std::ranges::find(standard.clauses, number, &Clause::number);
    if (found != standard.clauses.end()) return &*found;
    const std::span<const std::size_t> meant = standard.meant(number);
    if (meant.size() == 1) return &standard.clauses[meant.front()];
    std::vector<std::string_view> numbers;
    for (const Clause& clause : standard.clauses) numbers.push_back(clause.number);
    const auto near = nearest(number, numbers);
    return Error{fmt::format(
        "{} has no clause `{}`{}", standard.id, visible(number),
        near ? "; " + did_you_mean(*near) : fmt::format("; `ims explain {}` lists those that it has", standard.id))};
}

// A standard, or a clause of one; none where the word is neither.
Result<std::optional<std::string>> explain_standard(std::string_view word, const Analysis& analysis,
                                                    const Style& style) {
    PageText page(style);
    if (const StandardFacts* const standard = find_standard(analysis, word)) {
        write_standard_page(*standard, analysis, page);
        return std::optional(page.take());
    }
    const std::size_t colon = word.rfind(':');
    if (colon == std::string_view::npos) return std::optional<std::string>();
    const StandardFacts* const standard = find_standard(analysis, trim(word.substr(0, colon)));
    if (standard == nullptr) return std::optional<std::string>();
    IMS_TRY_ASSIGN(const Clause* const clause, find_clause(*standard, trim(word.substr(colon + 1))));
    write_clause_page(*standard, *clause, analysis, page);
    return std::optional(page.take());
}

// Standards whose ids begin so (`iso-9001`), or clauses that many of them have (`8.4.1`).
std::vector<std::string> longer_names(std::string_view word, const Analysis& analysis) {
    std::vector<std::string> out;
    for (const StandardFacts& standard : analysis.facts.clauses().standards()) {
        if (standard.id.starts_with(std::string(word) + "-")) out.emplace_back(standard.id);
        if (std::ranges::find(standard.clauses, word, &Clause::number) != standard.clauses.end())
            out.push_back(fmt::format("{}:{}", standard.id, word));
    }
    std::ranges::sort(out);
    return out;
}

// Where a word is meant as a clause, and what stands before its colon is no standard: those that may be meant.
std::vector<std::string> nearest_standards(std::string_view word, const Analysis& analysis) {
    const std::size_t colon = word.rfind(':');
    if (colon == std::string_view::npos) return {};
    const std::string_view name = trim(word.substr(0, colon));
    std::vector<std::string> out;
    std::vector<std::string_view> ids;
    for (const StandardFacts& standard : analysis.facts.clauses().standards()) {
        ids.push_back(standard.id);
        if (standard.id.starts_with(std::string(name) + "-"))
            out.push_back(fmt::format("{}{}", standard.id, word.substr(colon)));
    }
    if (out.empty()) {
        if (const auto near = nearest(name, ids)) out.push_back(fmt::format("{}{}", *near, word.substr(colon)));
    }
    std::ranges::sort(out);
    return out;
}

std::optional<std::string> record_called(std::string_view word, const Analysis& analysis) {
    for (const RecordId record : analysis.graph.all()) {
        const RecordView each = analysis.graph[record];
        const std::string name = each.name().text();
        if (!each.built_in() && (each.id() == word || name == word)) return name;
    }
    return std::nullopt;
}

std::optional<std::string> nearest_word(const LookUp& look_up, std::string_view word, const Analysis& analysis) {
    std::vector<std::string_view> names = look_up.rules.book().names();
    for (const RuleEntry& rule : look_up.rules.book().entries()) names.push_back(rule.family);
    for (const KindSpec& kind : look_up.schema.kinds()) {
        if (!kind.absent) names.insert(names.end(), {kind.name, kind.plural});
    }
    for (const TypeOfValue& type : types_of_values()) names.push_back(type.name);
    const auto& known = look_up.schema.known_disciplines();
    names.insert(names.end(), known.begin(), known.end());
    const std::vector<std::string>& here = look_up.settings.vocabulary.disciplines;
    names.insert(names.end(), here.begin(), here.end());
    for (const StandardFacts& standard : analysis.facts.clauses().standards()) names.push_back(standard.id);
    const std::vector<NamedField> fields = all_fields(look_up.schema);
    for (const NamedField& field : fields) {
        if (field.is_id()) continue;
        names.push_back(field.path);
        names.push_back(field.spec->name);
    }
    names.insert(names.end(), look_up.schema.paths().begin(), look_up.schema.paths().end());
    const std::vector<std::string_view> words = words_of_fields(look_up);
    names.insert(names.end(), words.begin(), words.end());
    names.insert(names.end(), look_up.more_names.begin(), look_up.more_names.end());
    const auto near = nearest(word, names);
    return near ? std::optional<std::string>(*near) : std::nullopt;
}

Error nothing_called(const LookUp& look_up, std::string_view word, const Analysis& analysis) {
    const std::string shown = visible(word);
    if (const auto record = record_called(word, analysis))
        return Error{fmt::format("`{}` is a record: `ims show {}` shows it", shown, visible(*record))};
    std::vector<std::string> longer = longer_names(word, analysis);
    if (longer.empty()) longer = nearest_standards(word, analysis);
    if (longer.size() == 1) return Error{fmt::format("there is no `{}`; {}", shown, did_you_mean(longer.front()))};
    if (!longer.empty())
        return Error{fmt::format("`{}` is not the whole name: there are {}", shown,
                                 join_names(longer, Ticks::yes, longer.size()))};
    if (const auto near = nearest_word(look_up, word, analysis))
        return Error{fmt::format("there is no `{}`; {}", shown, did_you_mean(*near))};
    const std::size_t dot = word.find('.');
    const auto kind = look_up.schema.find_kind(word.substr(0, dot));
    if (kind && dot != std::string_view::npos)
        return Error{fmt::format("{} has no field `{}`; `ims explain {}` lists those that it has",
                                 with_article(in_words(word.substr(0, dot))), visible(word.substr(dot + 1)),
                                 word.substr(0, dot))};
    return Error{
        fmt::format("there is no `{}`\n     a word to explain is a rule, a family of rules, a kind of record, a field "
                    "(`risk.treatment`),\n     a word that a field takes (`reduce`), a type (`date`), a discipline, a "
                    "standard or a "
                    "clause",
                    shown)};
}

}  // namespace

bool is_explained(std::string_view word, const LookUp& look_up) {
    const std::string lower = to_lower(trim(word));
    return is_built_in_standard(lower.substr(0, lower.find(':'))) || !Meanings(look_up, lower).by_name().empty();
}

Result<std::string> explain(std::string_view word, const LookUp& look_up, const Style& style) {
    word = trim(word);
    const std::string lower = to_lower(word);
    // A standard may be named like nothing else; that it is one is known without reading its clauses.
    const bool of_standard = is_built_in_standard(lower.substr(0, lower.find(':')));
    if (!of_standard) {
        for (const std::string_view each : {word, std::string_view(lower)}) {
            Meanings found(look_up, each);
            const std::vector<Meaning> meanings = found.by_name();
            if (!meanings.empty()) return page_of(meanings, style);
        }
        Meanings titled(look_up, word);
        const std::vector<Meaning> meanings = titled.by_title();
        if (!meanings.empty()) return page_of(meanings, style);
    }
    IMS_TRY_ASSIGN(const Analysis* const analysis, look_up.standards());
    for (const std::string_view each : {word, std::string_view(lower)}) {
        IMS_TRY_ASSIGN(const std::optional<std::string> page, explain_standard(each, *analysis, style));
        if (page) return *page;
    }
    return nothing_called(look_up, word, *analysis);
}

}  // namespace ims
