#include <algorithm>

#include "judge/fingerprint.h"
#include "report/gap.h"
#include "report/sections/cells.h"
#include "report/table_of.h"
#include "report/views/difference_parts.h"

namespace ims {
namespace {

constexpr std::size_t kMostNames = 2;
constexpr std::size_t kMostSteps = 5;

Inline without_place(Inline part) {
    part.path.clear();
    part.line = 0;
    return part;
}

Words unlinked(const Words& words) {
    Words out;
    for (const Inline& part : words.parts()) out.add(without_place(part));
    return out;
}

// Disciplines that the same processes carry are told together.
struct LeadsTogether {
    std::vector<Words> disciplines;
    const Concerned::Lead* like = nullptr;
};

std::vector<LeadsTogether> together(const DifferencePage& view, const std::vector<Concerned::Lead>& leads) {
    std::vector<LeadsTogether> out;
    for (const Concerned::Lead& lead : leads) {
        auto same = std::ranges::find_if(
            out, [&](const LeadsTogether& each) { return each.like->processes == lead.processes; });
        if (same == out.end()) same = out.insert(out.end(), {{}, &lead});
        same->disciplines.push_back(view.page.say("{}", plain(spoken(lead.discipline))));
    }
    return out;
}

// Why somebody is concerned.
std::vector<Words> reasons_of(const DifferencePage& view, const Concerned& each) {
    const Page& page = view.page;
    std::vector<Words> out;
    for (const LeadsTogether& group : together(view, each.leads)) {
        const std::vector<RecordPair>& processes = group.like->processes;
        if (processes.empty())
            out.push_back(page.say("leads {}, and what holds for the whole changed", group.disciplines));
        else
            out.push_back(page.say("leads {0}, which {1} {2:carries|carry}", group.disciplines,
                                   view.called(processes, kMostNames), processes.size()));
    }
    if (!each.owns.empty()) out.push_back(page.say("answers for {}", view.called(each.owns, kMostNames)));
    if (!each.reached.empty())
        out.push_back(page.say("answers for {}, which the change reaches", view.called(each.reached, kMostNames)));
    if (each.itself) out.push_back(page.say("what the role is, or who holds it, changed"));
    if (each.leads_all) out.push_back(page.say("leads the whole, and what holds for it changed"));
    return out;
}

struct GapRow {
    const DifferencePage& view;
    const Page& page;  // of the state in which it was found
    Gap gap;
    std::string_view state;
    Words why;
    std::string fingerprint;
};

Words what_is_wrong(const GapRow& row) {
    return capitalised(behind_place(row.page, row.gap, row.page.say(row.gap.finding->message)));
}

std::string name_of_gap(const GapRow& row) {
    return row.gap.finding->record.known() ? row.gap.finding->record.text() : std::string();
}

TableOf<GapRow> gap_table(Table table, bool with_why) {
    std::vector<ColumnOf<GapRow>> columns = {
        {{"state", "State"}, [](const GapRow& row) { return TableCell(raw(row.state)); }},
        {{"grade", "Grade"}, [](const GapRow& row) { return TableCell(raw(to_string(row.gap.grade))); }},
        {{"disciplines", "Disciplines"},
         [](const GapRow& row) { return discipline_cell(row.page, row.gap.disciplines); }},
        {{"what", "What"}, [](const GapRow& row) { return TableCell(unlinked(what_is_wrong(row))); }}};
    if (with_why) {
        columns.push_back({{"because", "Because"}, [](const GapRow& row) { return TableCell(row.why); }});
        columns.push_back({{"owner", "Who can mend it", {}, Column::Holds::record}, [](const GapRow& row) {
                               return row.gap.owner.known() ? TableCell(row.page.called(row.gap.owner)) : TableCell();
                           }});
    }
    const auto programs = Column::For::programs;
    columns.push_back({{.key = "rule", .title = "Rule", .readers = programs},
                       [](const GapRow& row) { return TableCell(raw(row.page.rules[row.gap.finding->rule].name)); }});
    columns.push_back({{.key = "record", .title = "Record", .readers = programs},
                       [](const GapRow& row) { return TableCell(raw(name_of_gap(row))); }});
    columns.push_back({{.key = "fingerprint", .title = "Fingerprint", .readers = programs},
                       [](const GapRow& row) { return TableCell(raw(row.fingerprint)); }});
    return {std::move(table), std::move(columns)};
}

std::vector<std::string> fingerprints_of(const Analysis& analysis) {
    return fingerprints(analysis.judgement.findings(), analysis.rules.book(), analysis.sources);
}

std::string_view how_it_ended(Ended::How how) {
    switch (how) {
        case Ended::How::accepted: return "accepted";
        case Ended::How::off: return "rule off";
        case Ended::How::outside: return "outside the profile";
        case Ended::How::closed: break;
    }
    return "closed";
}

}  // namespace

Words DifferencePage::called(RecordPair record) const {
    return record.now.known() ? page.called(record.now) : unlinked(then->called(record.before));
}

Words DifferencePage::quoted(RecordPair record) const {
    return unlinked(record.now.known() ? page.say("{}", record.now) : then->say("{}", record.before));
}

Words DifferencePage::called(const std::vector<RecordPair>& records, std::size_t most) const {
    std::vector<Words> names;
    // One more takes no more room than to say that there is one.
    const std::size_t shown = records.size() <= most + 1 ? records.size() : most;
    for (std::size_t index = 0; index < shown; ++index) names.push_back(quoted(records[index]));
    if (shown < records.size()) return page.say("{} and {} more", listed(names), records.size() - shown);
    return page.say("{}", names);
}

std::string DifferencePage::name(RecordPair record) const {
    return record.now.known() ? page.graph[record.now].name().text() : then->graph[record.before].name().text();
}

Words cell_words(const Page& page, const Cell* cell) {
    if (cell == nullptr) return page.say("none");
    const std::string text = cell->text();
    return text.empty() ? page.say("nothing asked") : raw(text);
}

Table concerned_table(const DifferencePage& view) {
    TableOf<Concerned> table(
        {.key = "concerned", .title = "Whom it concerns"},
        {{{"who", "Who", {}, Column::Holds::record},
          [&](const Concerned& row) { return TableCell(strong(capitalised(view.called(row.who)))); }},
         {{"why", "Why"}, [&](const Concerned& row) { return TableCell(listed(reasons_of(view, row), "; ")); }},
         {{"gaps", "New gaps", Column::Align::right}, [](const Concerned& row) {
              TableCell cell = TableCell::number(row.gaps);
              if (row.gaps == 0) cell.words = {};
              return cell;
          }}});
    table.add_all(view.difference.concerned);
    return table.take();
}

Table come_table(const DifferencePage& view) {
    auto table = gap_table({.key = "gaps", .title = "New and worse gaps"}, true);
    if (view.difference.come.empty()) return table.take();
    const std::vector<std::string> known_as = fingerprints_of(*view.difference.now);
    for (const FindingId id : view.difference.come) {
        const Words why = view.page.say(view.difference.comparison.why(id));
        table.add({view, view.page, gap_of(view.page, id), to_string(view.difference.novelty(id)), unlinked(why),
                   known_as[id.index()]});
    }
    return table.take();
}

Table ended_table(const DifferencePage& view) {
    auto table = gap_table({.key = "ended", .title = "Gaps that are closed, weigh less or are told no more"}, false);
    const FolderDifference& difference = view.difference;
    if (view.then == nullptr) return table.take();
    const std::vector<std::string> known_as = fingerprints_of(*difference.before);
    const auto add = [&](FindingId then, std::string_view state) {
        table.add({view, *view.then, gap_of(*view.then, then), state, {}, known_as[then.index()]});
    };
    for (const FindingId each : difference.closed) add(each, "closed");
    for (const Lessened& each : difference.lessened) add(each.then, "better");
    for (const Ended& each : difference.silenced) add(each.then, how_it_ended(each.how));
    for (const Lessened& each : difference.regraded) add(each.then, "weighs less by the settings");
    for (const FindingId each : difference.out_of_sight) add(each, "not judged any more");
    return table.take();
}

Table gates_table(const DifferencePage& view) {
    const Page& page = view.page;
    TableOf<GateChange> table(
        {.key = "gates", .title = "How checks are loosened, or tightened"},
        {{{"change", "Change"},
          [&](const GateChange& row) {
              return row.loosened ? TableCell(strong(page.say("loosened")), std::string("loosened"))
                                  : TableCell(page.say("tightened"));
          }},
         {{"what", "What"},
          [&](const GateChange& row) { return TableCell(unlinked(capitalised(page.say(row.what)))); }},
         {{.key = "gate", .title = "Gate", .readers = Column::For::programs},
          [](const GateChange& row) { return TableCell(raw(row.gate)); }},
         {{.key = "record", .title = "Record", .readers = Column::For::programs}, [&](const GateChange& row) {
              return row.record == RecordPair() ? TableCell() : TableCell(raw(view.name(row.record)));
          }}});
    table.add_all(view.difference.gates);
    return table.take();
}

Table cells_table(const DifferencePage& view) {
    const Page& page = view.page;
    const auto letters = [&](const Cell* cell) {
        return cell == nullptr ? TableCell(cell_words(page, cell), nullptr)
                               : TableCell(cell_words(page, cell), cell->code());
    };
    TableOf<CellChange> table(
        {.key = "cells", .title = "Cells of the matrix"},
        {{{"process", "Process", {}, Column::Holds::record},
          [&](const CellChange& row) {
              return row.of_system() ? TableCell(page.say("The system as a whole"), std::string("ims"))
                                     : TableCell(view.called(row.process));
          }},
         {{"discipline", "Discipline"},
          [&](const CellChange& row) { return TableCell(raw(capitalised(spoken(row.discipline))), row.discipline); }},
         {{"before", "Before"}, [&](const CellChange& row) { return letters(row.before); }},
         {{"now", "Now"}, [&](const CellChange& row) { return letters(row.now); }},
         {{"change", "Change"}, [&](const CellChange& row) {
              return TableCell(raw(row.turn == Turn::other ? "" : to_string(row.turn)),
                               std::string(to_string(row.turn)));
          }}});
    std::vector<const CellChange*> rows;
    for (const CellChange& each : view.difference.cells) rows.push_back(&each);
    // What is worse is read first.
    std::ranges::stable_sort(rows, {}, [](const CellChange* each) { return each->turn != Turn::worse; });
    for (const CellChange* each : rows) table.add(*each);
    return table.take();
}

Table recovery_table(const DifferencePage& view) {
    const Page& page = view.page;
    const auto back_in = [&](std::optional<Duration> duration, bool unknown) {
        if (!duration) return TableCell(page.say("not known"), nullptr);
        return unknown ? TableCell(page.say("at least {}", *duration), nullptr)
                       : TableCell(page.say("{}", *duration), to_string(*duration));
    };

    TableOf<RecoveryChange> table(
        {.key = "recovery", .title = "Back after a disruption"},
        {{{"record", "What", {}, Column::Holds::record},
          [&](const RecoveryChange& row) { return TableCell(view.called(row.what)); }},
         {{"before", "Back after, before"},
          [&](const RecoveryChange& row) { return back_in(row.before, row.turn == RecoveryChange::Turn::known); }},
         {{"now", "Now"},
          [&](const RecoveryChange& row) { return back_in(row.now, row.turn == RecoveryChange::Turn::unknown); }},
         {{"change", "Change"}, [](const RecoveryChange& row) { return TableCell(raw(to_string(row.turn))); }},
         {{"path", "What sets it now", {}, Column::Holds::records}, [&](const RecoveryChange& row) {
              std::vector<Words> path;
              for (const RecordId each : page.facts.recovery().path(row.what.now, kMostSteps))
                  path.push_back(unlinked(page.called(each)));
              return TableCell(listed(path, " → "));
          }}});
    table.add_all(view.difference.recovery);
    return table.take();
}

}  // namespace ims
