// Disciplines, the standards that they follow, and their clauses.
#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses/exclusion.h"
#include "assess/clauses/reuse.h"
#include "assess/participation/leads.h"
#include "base/text.h"
#include "output/explain/pages.h"
#include "report/prose.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::standard;

// "`iso-9001-2026:8.4.1`"
std::string lasting_name(const StandardFacts& standard, const Clause& clause) {
    return fmt::format("{}:{}", standard.id, clause.number);
}

std::vector<std::string> ids(const std::vector<const StandardFacts*>& standards) {
    std::vector<std::string> out;
    for (const StandardFacts* each : standards) out.emplace_back(each->id);
    return out;
}

// What the schema says of a word of a field.
std::string_view meaning_of(const Schema& schema, Field field, std::string_view word) {
    for (std::size_t kind = 0; kind < schema.kinds().size(); ++kind) {
        const FieldSpec* const spec = schema.kinds()[kind].absent ? nullptr : schema.spec(KindId::from(kind), field);
        if (spec == nullptr) continue;
        for (const EnumValue& value : spec->shape->values) {
            if (value.name == word) return value.meaning;
        }
    }
    return {};
}

const DisciplineInForce* in_force(const Settings& settings, std::string_view name) {
    const auto found = std::ranges::find(settings.disciplines, name, &DisciplineInForce::name);
    return found == settings.disciplines.end() ? nullptr : &*found;
}

Words told_force(const LookUp& look_up, std::string_view name, const DisciplineInForce* here) {
    if (here != nullptr) return said("yes");
    const std::string line = fmt::format("disciplines: {{{}: {{}}}}", name);
    return look_up.in_folder ? said("no[[; {} in ims.yaml puts it in force]]", quoted(line))
                             : said("[[by {} in ims.yaml|where the settings say so]]", quoted(line));
}

Words told_lead(const Analysis& analysis, std::string_view name, bool here) {
    const auto discipline = analysis.settings.find(name);
    if (!here || !discipline) return {};
    const RecordId lead = lead_of(analysis.graph, *discipline);
    if (!lead.known()) return said("nobody is named who could be found");
    const RecordView role = analysis.graph[lead];
    return said("{}, {}", quoted(role.name().text()), plain(role.title()));
}

Words told_cost(const Schema& schema, std::string_view name, const DisciplineInForce* here) {
    const bool stated = here != nullptr && here->costs.has_value();
    const std::string_view cost = stated ? to_string(*here->costs) : schema.known_cost(name);
    if (cost.empty()) return {};
    const std::string_view meaning = meaning_of(schema, fields::ims::disciplines.costs, cost);
    return meaning.empty() ? said("{}", quoted(cost)) : said("{}: {}", quoted(cost), plain(meaning));
}

// The nearest clause above that the catalogue lists; null where there is none.
const Clause* above(const StandardFacts& standard, const Clause& clause) {
    std::string_view number = clause.number;
    while (true) {
        const std::size_t dot = number.rfind('.');
        if (dot == std::string_view::npos) return nullptr;
        number = number.substr(0, dot);
        const auto found = std::ranges::find(standard.clauses, number, &Clause::number);
        if (found != standard.clauses.end()) return &*found;
    }
}

Table clauses_table(const std::vector<std::pair<std::string, std::string_view>>& clauses) {
    Table table{.key = "clauses", .title = "Clauses", .columns = {{"clause", "Clause"}, {"title", "Title"}}};
    for (const auto& [number, title] : clauses) table.rows.push_back({TableCell(raw(number)), TableCell(raw(title))});
    return table;
}

Table clauses_below(const StandardFacts& standard, const Clause& clause) {
    std::vector<std::pair<std::string, std::string_view>> below;
    const std::string beginning = std::string(clause.number) + ".";
    for (const Clause& each : standard.clauses) {
        if (each.number.starts_with(beginning)) below.emplace_back(each.number, each.title);
    }
    return clauses_table(below);
}

Table clauses_alike(const StandardFacts& standard, const Clause& clause, const ClauseFacts& all) {
    std::vector<std::pair<std::string, std::string_view>> alike;
    if (const auto topic = topic_of(clause)) {
        for (const StandardFacts& other : all.standards()) {
            if (&other == &standard) continue;
            for (const Clause& each : other.clauses) {
                if (topic_of(each) == topic) alike.emplace_back(lasting_name(other, each), each.title);
            }
        }
    }
    return clauses_table(alike);
}

Words told_evidence(const Schema& schema, const Clause& clause) {
    std::vector<std::string> kinds;
    for (const KindId kind : clause.evidence) kinds.emplace_back(schema[kind].name);
    if (kinds.empty()) return {};
    return said("a record of the {0:kind|kinds} {1:all} that names it under {2}", kinds.size(),
                listed_by(Joined::by_or, quoted_each(kinds)), quoted(std::string_view("clauses")));
}

Words told_documented(const Schema& schema, const Clause& clause) {
    return raw(meaning_of(schema, own::clauses.documented, clause.documented));
}

// How a record says that it is evidence for it, or a statement of applicability what was decided.
std::string line_for(const StandardFacts& standard, const Clause& clause) {
    return clause.annex ? fmt::format("decisions:\n  {}: {{applies: yes, reason: …}}\n", clause.number)
                        : fmt::format("clauses: [{}]\n", lasting_name(standard, clause));
}

}  // namespace

void write_discipline_page(const LookUp& look_up, std::string_view discipline, const Analysis& analysis,
                           PageText& page) {
    const DisciplineInForce* const here = in_force(look_up.settings, discipline);
    const auto& known = look_up.schema.known_disciplines();
    const bool well_known = std::ranges::find(known, discipline) != known.end();
    page.heading(fmt::format("{}: a discipline", discipline));
    page.paragraph(well_known ? said("A discipline is something that you manage, with people who answer for it. This "
                                     "one is well known: its name may be used without explaining it.")
                              : said("A discipline is something that you manage, with people who answer for it. This "
                                     "one is your own."));
    std::vector<const StandardFacts*> of_it;
    for (const StandardFacts& standard : analysis.facts.clauses().standards()) {
        if (analysis.graph[standard.record][own::discipline].text() == discipline) of_it.push_back(&standard);
    }
    std::ranges::sort(of_it, {}, [](const StandardFacts* each) { return each->id; });
    const std::vector<std::string> follows = here == nullptr ? std::vector<std::string>() : here->standards;
    const std::vector<std::string> types = here == nullptr ? std::vector<std::string>() : here->process_types;
    page.table(card({
        {"In force", told_force(look_up, discipline, here)},
        {"Lead", told_lead(analysis, discipline, here != nullptr)},
        {"Follows", follows.empty() ? Words() : said("{:all}", quoted_each(follows))},
        {"Its standards", of_it.empty() ? said("none is built in") : said("{:all}", quoted_each(ids(of_it)))},
        {"Processes", here == nullptr ? Words()
                      : types.empty() ? said("all")
                                      : said("{:all}", quoted_each(types))},
        {"May cost", told_cost(look_up.schema, discipline, here)},
    }));
    page.paragraph(said("More: {}.", quoted(std::string_view("ims explain ims.disciplines"))));
}

void write_standard_page(const StandardFacts& standard, const Analysis& analysis, PageText& page) {
    const RecordView record = analysis.graph[standard.record];
    page.heading(fmt::format("{}: {}", standard.id, standard.title));
    page.paragraph(raw(record[fields::description].text()));
    std::size_t counted = 0;
    std::size_t controls = 0;
    for (const Clause& clause : standard.clauses) {
        counted += clause.counts() ? 1 : 0;
        controls += clause.annex && !clause.group ? 1 : 0;
    }
    std::vector<std::string> followed;
    for (const auto& each : standard.followed) followed.push_back(analysis.settings.name(each.discipline));
    std::vector<std::string> before;
    for (const StandardFacts& each : analysis.facts.clauses().standards()) {
        if (each.next == standard.record) before.emplace_back(each.id);
    }
    const std::string_view edition = record[own::edition].text();
    const std::string_view published = record[own::published].text();
    const std::string_view next = standard.next.known() ? analysis.graph[standard.next].id() : std::string_view();
    page.table(card({
        {"Edition", published.empty() ? raw(edition) : said("{}, published on {}", plain(edition), plain(published))},
        {"Discipline", raw(record[own::discipline].text())},
        {"Followed by", followed.empty() ? Words() : said("{:all}", quoted_each(followed))},
        {"Replaces", before.empty() ? Words() : said("{:all}", quoted_each(before))},
        {"Replaced by", next.empty() ? Words() : said("{}", quoted(next))},
        {"Clauses", controls == 0 ? said("{} that ask for something", counted)
                                  : said("{0} that ask for something, and {1} {1:control|controls} of an annex",
                                         counted, controls)},
    }));
    std::vector<std::pair<std::string, std::string_view>> all;
    for (const Clause& clause : standard.clauses) all.emplace_back(clause.number, clause.title);
    page.table(clauses_table(all));
    if (!standard.clauses.empty())
        page.paragraph(said("{} tells what one asks for.",
                            quoted("ims explain " + lasting_name(standard, standard.clauses.front()))));
}

void write_clause_page(const StandardFacts& standard, const Clause& clause, const Analysis& analysis, PageText& page) {
    page.heading(fmt::format("{}: {}", lasting_name(standard, clause), clause.title));
    const Table below = clauses_below(standard, clause);
    page.paragraph(clause.group ? said("A heading: what it asks for stands in the clauses below it.")
                                : raw(clause.asks));
    const Clause* const holder = above(standard, clause);
    const bool asks = !clause.group;
    page.table(card({
        {"Standard", said("{}", plain(standard.title))},
        {"Within", holder == nullptr ? Words() : said("{} {}", plain(holder->number), plain(holder->title))},
        {"Shown by",
         clause.annex ? said("a decision in a statement of applicability") : told_evidence(analysis.schema, clause)},
        {"Documents", told_documented(analysis.schema, clause)},
        {"Left out",
         !asks || may_be_left_out(standard, clause) ? Words() : said("the standard lets nobody leave it out")},
        {"New in it", clause.edition_change.empty() ? Words() : said("{}", plain(without_stop(clause.edition_change)))},
        {"Uncertain", clause.check.empty() ? Words() : said("{}", plain(without_stop(clause.check)))},
    }));
    if (!below.rows.empty()) page.heading("Below it");
    page.table(below);
    const Table alike = clauses_alike(standard, clause, analysis.facts.clauses());
    if (!alike.rows.empty()) page.heading("What other standards ask for alike");
    page.table(alike);
    if (!asks) return;
    page.heading("How a record names it");
    page.lines(line_for(standard, clause));
}

}  // namespace ims
