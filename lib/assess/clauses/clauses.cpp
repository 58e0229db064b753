#include "assess/clauses/clauses.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "assess/clauses/exclusion.h"
#include "assess/dates/history.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace of_standard = fields::standard;
namespace of_statement = fields::applicability;

bool carries_disciplines(const Graph& graph, KindId kind) {
    return graph.schema().find_field(kind, "disciplines") != nullptr;
}

bool serves(const Graph& graph, const Disciplines& served, const RecordView& record, DisciplineSet disciplines) {
    return !carries_disciplines(graph, record.kind()) || !(served[record.record()] & disciplines).empty();
}

// In force, and of an exercise that it was held: one that is only planned has shown nothing yet.
bool is_evidence(const RecordView& record) {
    return record.active() && (!record.is(kinds::exercise) || is_history(record));
}

// How much evidence of each kind serves which disciplines: a handful of sets, however many records.
class Pool {
public:
    Pool(const Graph& graph, const Disciplines& served) : counts_(graph.schema().kinds().size()) {
        carries_.reserve(counts_.size());
        for (std::size_t kind = 0; kind < counts_.size(); ++kind)
            carries_.push_back(carries_disciplines(graph, KindId::from(kind)));
        for (const RecordId id : graph.all()) {
            const RecordView record = graph[id];
            if (!is_evidence(record)) continue;
            const std::size_t kind = record.kind().index();
            const DisciplineSet set = carries_[kind] ? served[id] : DisciplineSet();
            const std::string_view type =
                record.is(kinds::document) ? record.word(fields::document::type) : std::string_view();
            auto found = std::ranges::find_if(counts_[kind],
                                              [&](const Count& each) { return each.set == set && each.type == type; });
            if (found == counts_[kind].end()) found = counts_[kind].insert(found, Count{set, type, 0});
            ++found->records;
        }
    }

    [[nodiscard]] std::size_t count(KindId kind, std::string_view type, DisciplineSet disciplines) const {
        std::size_t out = 0;
        for (const Count& each : counts_[kind.index()]) {
            const bool serving = !carries_[kind.index()] || !(each.set & disciplines).empty();
            if (serving && (type.empty() || each.type == type)) out += each.records;
        }
        return out;
    }

    // Of those that are to name disciplines and name none.
    [[nodiscard]] std::size_t count_undisciplined(KindId kind, std::string_view type) const {
        std::size_t out = 0;
        for (const Count& each : counts_[kind.index()]) {
            const bool meant = type.empty() || each.type == type;
            if (carries_[kind.index()] && each.set.empty() && meant) out += each.records;
        }
        return out;
    }

private:
    struct Count {
        DisciplineSet set;
        std::string_view type;
        std::size_t records = 0;
    };
    std::vector<std::vector<Count>> counts_;  // by kind
    std::vector<bool> carries_;
};

// `6.1.3` of `6.1.3 d)`, `6.1.3.d` and `6.1.3d`; empty where there is no such ending.
std::string_view without_letter(std::string_view number) {
    if (number.ends_with(')')) number.remove_suffix(1);
    if (number.size() < 2 || number.back() < 'a' || number.back() > 'z') return {};
    number.remove_suffix(1);
    while (number.ends_with('(') || number.ends_with('.') || number.ends_with(' ')) number.remove_suffix(1);
    return number.empty() || number.back() < '0' || number.back() > '9' ? std::string_view() : number;
}

std::string_view parent_of(std::string_view number) {
    const std::size_t dot = number.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : number.substr(0, dot);
}

}  // namespace

bool Decision::applies() const { return made() && entry[of_statement::decisions.applies].yes().value_or(false); }
bool Decision::excludes() const { return made() && !entry[of_statement::decisions.applies].yes().value_or(true); }
std::string_view Decision::reason() const { return trim(entry[of_statement::decisions.reason].text()); }

bool Clause::takes(const RecordView& record) const {
    if (std::ranges::find(evidence, record.kind()) == evidence.end()) return false;
    return document_type.empty() || !record.is(kinds::document) || record.word(fields::document::type) == document_type;
}

Message Clause::told(Arena& arena) const {
    const auto without_stop = [](std::string_view text) { return text.substr(0, text.size() - text.ends_with('.')); };
    if (asks.empty()) return make_message(arena, "[[`{0}`|{0}]] {1}", plain(number), plain(without_stop(title)));
    return make_message(arena, "[[`{0}`|{0}]] {1}: {2}", plain(number), plain(title), plain(without_stop(asks)));
}

std::span<const std::size_t> StandardFacts::meant(std::string_view number) const {
    const auto one = [&](std::size_t index) { return std::span(itself_).subspan(index, 1); };
    const auto exact = by_number_.find(number);
    if (exact != by_number_.end() && !clauses[exact->second].group) return one(exact->second);
    if (const auto below = below_.find(number); below != below_.end()) return below->second;
    if (exact != by_number_.end()) return one(exact->second);  // a heading without anything below it
    std::string_view above = without_letter(number);
    if (above.empty() && coarse_) above = parent_of(number);
    while (!above.empty()) {
        const auto found = by_number_.find(above);
        if (found != by_number_.end() && !clauses[found->second].group && !below_.contains(above))
            return one(found->second);
        if (found != by_number_.end() || below_.contains(above) || !coarse_) break;
        above = parent_of(above);
    }
    return {};
}

std::span<const ClauseNaming> StandardFacts::namings_of(RecordId naming) const {
    const auto range = std::ranges::equal_range(namings, naming, {}, &ClauseNaming::record);
    return {range.begin(), range.end()};
}

const Clause* StandardFacts::find(std::string_view number) const {
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? nullptr : &clauses[found->second];
}

const Clause* StandardFacts::says_excludable(std::string_view number) const {
    for (; !number.empty(); number = parent_of(number)) {
        if (const auto found = excludable_.find(number); found != excludable_.end()) return &clauses[found->second];
    }
    return nullptr;
}

std::vector<std::string_view> StandardFacts::condensed(std::span<const std::size_t> chosen) const {
    std::vector<bool> is_chosen(clauses.size(), false);
    for (const std::size_t index : chosen) is_chosen[index] = true;
    std::unordered_map<std::string_view, bool> whole;  // by heading: whether all below it are chosen
    const auto is_whole = [&](std::string_view heading) {
        const auto [place, added] = whole.try_emplace(heading, false);
        if (!added) return place->second;
        const auto below = below_.find(heading);
        return place->second = below != below_.end() && below->second.size() > 1 && !is_leaf(heading) &&
                               std::ranges::all_of(below->second, [&](std::size_t each) { return is_chosen[each]; });
    };
    std::unordered_set<std::string_view> told;
    std::vector<std::string_view> out;
    for (const std::size_t index : chosen) {
        std::string_view number = clauses[index].number;
        // A main clause is no heading that says anything by itself.
        for (std::string_view above = parent_of(number); above.find('.') != std::string_view::npos;
             above = parent_of(above)) {
            if (!is_whole(above)) break;
            number = above;
        }
        if (told.insert(number).second) out.push_back(number);
    }
    return out;
}

bool StandardFacts::is_leaf(std::string_view number) const {
    const auto found = by_number_.find(number);
    return found != by_number_.end() && !clauses[found->second].group;
}

const StandardFacts* ClauseFacts::find(RecordId standard) const {
    const auto found = std::ranges::lower_bound(standards_, standard, {}, &StandardFacts::record);
    return found == standards_.end() || found->record != standard ? nullptr : &*found;
}

const StandardFacts& ClauseFacts::newest(const StandardFacts& standard) const {
    return standards_[newest_[static_cast<std::size_t>(&standard - standards_.data())]];
}

class ClauseAssessor {
public:
    ClauseAssessor(const Graph& graph, const Disciplines& served) : graph_(graph), served_(served) {}

    ClauseFacts run() {
        ClauseFacts out;
        for (const RecordId id : graph_.of_kind(kinds::standard)) {
            const RecordView record = graph_[id];
            if (!record.active()) continue;
            StandardFacts& standard = out.standards_.emplace_back();
            standard.record = id;
            standard.id = record.id();
            standard.title = record.title();
            standard.coarse_ = record.says_yes(of_standard::coarse);
            standard.next = record[fields::replaced_by].target();
            read_clauses(record, standard);
        }
        find_newest(out);
        if (out.standards_.empty()) return out;
        find_followers(out);
        const Pool pool(graph_, served_);
        for (StandardFacts& standard : out.standards_) {
            find_namings(standard);
            find_decisions(standard);
            for (Clause& clause : standard.clauses) judge(clause, standard, pool, graph_.anything_unread());
        }
        return out;
    }

private:
    // As many steps from each edition to the next as there are standards, for those that replace each other in a circle
    // (which is reported as such) too: steps are doubled, so that long rows of editions are no trouble.
    static void find_newest(ClauseFacts& facts) {
        const std::size_t count = facts.standards_.size();
        std::vector<std::size_t> ahead(count);
        for (std::size_t place = 0; place < count; ++place) {
            const StandardFacts* next = facts.find(facts.standards_[place].next);
            ahead[place] = next == nullptr ? place : static_cast<std::size_t>(next - facts.standards_.data());
            facts.newest_.push_back(place);
        }
        for (std::size_t steps = count; steps > 0; steps /= 2) {
            if (steps % 2 == 1) {
                for (std::size_t& newest : facts.newest_) newest = ahead[newest];
            }
            std::vector<std::size_t> twice(count);
            for (std::size_t place = 0; place < count; ++place) twice[place] = ahead[ahead[place]];
            ahead = std::move(twice);
        }
    }

    void read_clauses(const RecordView& record, StandardFacts& standard) const {
        std::unordered_set<std::string_view> parts;
        for (const FieldView entry : record[of_standard::clauses].children()) {
            if (!entry.is(ValueType::map)) continue;
            Clause clause;
            clause.entry = entry;
            clause.number = entry[of_standard::clauses.number].text();
            if (clause.number.empty()) continue;
            clause.title = entry[of_standard::clauses.title].text();
            clause.asks = entry[of_standard::clauses.asks].text();
            clause.harmonised = entry[of_standard::clauses.harmonised].text();
            clause.theme = entry[of_standard::clauses.theme].text();
            for (const FieldView item : entry[of_standard::clauses.also].children()) clause.also.push_back(item.text());
            clause.documented = entry[of_standard::clauses.documented].word();
            clause.document_type = entry[of_standard::clauses.document_type].word();
            clause.edition_change = entry[of_standard::clauses.edition_change].text();
            clause.check = entry[of_standard::clauses.check].text();
            for (const FieldView item : entry[of_standard::clauses.evidence].children()) {
                if (const auto kind = graph_.schema().find_kind(item.text())) clause.evidence.push_back(*kind);
            }
            clause.group = entry[of_standard::clauses.group].yes().value_or(false);
            clause.extension = entry[of_standard::clauses.extension].yes().value_or(false);
            clause.annex = entry[of_standard::clauses.annex].yes().value_or(false);
            if (entry[of_standard::clauses.excludable].yes())
                standard.excludable_.try_emplace(clause.number, standard.clauses.size());
            const std::string_view part = StandardFacts::part_of(clause.number);
            if (parts.insert(part).second) standard.parts.push_back(part);
            add(std::move(clause), standard);
        }
    }

    static void add(Clause clause, StandardFacts& standard) {
        const std::size_t index = standard.clauses.size();
        standard.has_annex = standard.has_annex || clause.annex;
        standard.itself_.push_back(index);
        standard.by_number_.try_emplace(clause.number, index);
        if (!clause.group) {
            for (std::string_view above = parent_of(clause.number); !above.empty(); above = parent_of(above))
                standard.below_[above].push_back(index);
        }
        standard.clauses.push_back(std::move(clause));
    }

    void find_followers(ClauseFacts& out) const {
        const RecordView settings = graph_[graph_.settings_record()];
        for (const FieldView entry : settings[fields::ims::disciplines].children()) {
            const auto discipline = graph_.settings().find(entry.key());
            if (!discipline) continue;
            for (const FieldView item : entry[fields::ims::disciplines.standards].children()) {
                const auto found = std::ranges::lower_bound(out.standards_, item.target(), {}, &StandardFacts::record);
                if (found == out.standards_.end() || found->record != item.target()) continue;
                found->followed.push_back({*discipline, item});
                found->disciplines.add(*discipline);
            }
        }
        for (StandardFacts& standard : out.standards_) {
            const auto own = graph_.settings().find(graph_[standard.record][of_standard::discipline].text());
            if (!standard.in_force() && own) standard.disciplines.add(*own);
        }
    }

    void find_namings(StandardFacts& standard) const {
        for (const Edge& edge : graph_.references_to(standard.record)) {
            const RecordView record = graph_[edge.other];
            if (record.retired()) continue;
            const FieldView place(graph_.values(record.file()), edge.value, &graph_.value_sources(record.file()));
            if (edge.field == of_statement::against && record.is(kinds::applicability)) {
                if (record.active()) standard.statements.push_back(edge.other);
                for (const FieldView entry : record[of_statement::decisions].children())
                    add_naming(standard, record, entry, entry.key(), false);
                continue;
            }
            const std::string_view word = place.text();
            const std::size_t colon = word.find(':');
            const bool clause = edge.field == fields::clauses || edge.field == fields::nonconformity::clause;
            if (clause && colon != std::string_view::npos)
                add_naming(standard, record, place, word.substr(colon + 1), edge.field == fields::clauses);
        }
    }

    static void add_naming(StandardFacts& standard, const RecordView& record, const FieldView& place,
                           std::string_view number, bool as_evidence) {
        ClauseNaming& naming = standard.namings.emplace_back();
        naming.record = record.record();
        naming.place = place;
        naming.number = number;
        naming.as_evidence = as_evidence;
        naming.clauses = standard.meant(number);
        if (!as_evidence || !is_evidence(record)) return;
        const bool heading = naming.clauses.size() > 1;
        for (const std::size_t index : naming.clauses) {
            Clause& clause = standard.clauses[index];
            // A whole chapter is not evidenced by a record of one kind: only what such a record normally shows.
            if (heading && !clause.takes(record)) continue;
            if (clause.named.empty() || clause.named.back() != record.record()) clause.named.push_back(record.record());
        }
    }

    // A decision on a clause itself beats one on a heading above it; among statements the first counts.
    void find_decisions(StandardFacts& standard) const {
        std::vector<std::size_t> length(standard.clauses.size(), 0);
        for (const ClauseNaming& naming : standard.namings) {
            const RecordView record = graph_[naming.record];
            if (!record.is(kinds::applicability) || naming.as_evidence || !record.active()) continue;
            for (const std::size_t index : naming.clauses) {
                if (naming.number.size() <= length[index]) continue;
                length[index] = naming.number.size();
                standard.clauses[index].decision = {naming.record, naming.place};
            }
        }
    }

    static void judge(Clause& clause, const StandardFacts& standard, const Pool& pool, bool unread) {
        if (clause.group) {
            clause.state = ClauseState::heading;
            return;
        }
        for (const KindId kind : clause.evidence) {
            const std::string_view type = kind == kinds::document ? clause.document_type : std::string_view();
            clause.by_kind += pool.count(kind, type, standard.disciplines);
            // Where no discipline that follows it is in force, none could be named.
            if (!standard.disciplines.empty()) clause.undisciplined += pool.count_undisciplined(kind, type);
        }
        const bool may_be_there = clause.undisciplined > 0 || unread;
        clause.state = clause.annex                    ? ClauseState::annex
                       : is_left_out(standard, clause) ? ClauseState::excluded
                       : !clause.named.empty()         ? ClauseState::named
                       : clause.by_kind > 0            ? ClauseState::by_kind
                       : may_be_there                  ? ClauseState::unjudged
                                                       : ClauseState::none;
    }

    const Graph& graph_;
    const Disciplines& served_;
};

ClauseFacts assess_clauses(const Graph& graph, const Disciplines& served) {
    return ClauseAssessor(graph, served).run();
}

std::vector<RecordId> evidence_by_kind(const Graph& graph, const Disciplines& served, const StandardFacts& standard,
                                       const Clause& clause) {
    std::vector<RecordId> out;
    for (const KindId kind : clause.evidence) {
        for (const RecordId id : graph.of_kind(kind)) {
            const RecordView record = graph[id];
            if (is_evidence(record) && clause.takes(record) && serves(graph, served, record, standard.disciplines))
                out.push_back(id);
        }
    }
    std::ranges::sort(out);
    return out;
}

std::vector<RecordId> undisciplined_evidence(const Graph& graph, const Disciplines& served, const Clause& clause) {
    std::vector<RecordId> out;
    for (const KindId kind : clause.evidence) {
        if (!carries_disciplines(graph, kind)) continue;
        for (const RecordId id : graph.of_kind(kind)) {
            if (is_evidence(graph[id]) && clause.takes(graph[id]) && served[id].empty()) out.push_back(id);
        }
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace ims
