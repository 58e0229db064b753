#include "report/sections/register.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "report/prose.h"
#include "report/sections/continuity.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Nobody reads more of a page; programs get all.
constexpr std::size_t kMostRecords = 100;
constexpr std::size_t kMostDue = 25;
constexpr std::int32_t kSoonDays = 90;

// A column in which no row says anything would only take room.
void hide_empty_columns(Table& table) {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const bool empty = std::ranges::all_of(table.rows, [&](const auto& row) { return row[index].words.empty(); });
        if (empty) table.columns[index].readers = Column::For::programs;
    }
}

TableCell due_day_cell(const DueDate* date) {
    TableCell cell =
        day_cell(date->due, date->never ? "never done" : "no day set", date->overdue ? "overdue" : std::string_view());
    if (date->overdue) cell.tone = Tone::bad;
    return cell;
}

TableCell due_record_cell(const Page& page, const DueDate& date) {
    if (!date.record.known()) return {};
    // To the very line, where the day is written.
    Inline link = page.titled(date.record);
    if (date.place && !date.place.inherited()) link.line = page.placed(date.place.span(), "").line;
    return link;
}

}  // namespace

RegisterCell text_of(Field field) {
    return [field](const Page&, const RecordView& record) { return record[field].text(); };
}

RegisterCell word_of(Field field) {
    return [field](const Page&, const RecordView& record) { return record.word(field); };
}

RegisterCell prose_of(Field field) {
    return [field](const Page&, const RecordView& record) { return prose_cell(record[field].text()); };
}

RegisterCell links_of(std::vector<Field> fields, std::string_view none) {
    return [fields = std::move(fields), none](const Page& page, const RecordView& record) {
        return linked_cell(page, record, fields, none);
    };
}

TableCell back_within(const Page& page, const RecordView& record) {
    return back_after(page, page.facts.recovery().effective(record.record()));
}

Register::Register(const ReportInput& input, RegisterSpec spec)
    : page(input, spec.report, std::string(spec.title)), spec_(std::move(spec)) {
    for (const RecordId id : page.graph.of_kind(spec_.kind)) {
        if (!page.graph[id].retired()) records_.push_back(page.graph[id]);
    }
    for (DueDate& date : due_dates(page.graph, page.facts)) {
        if (date.record.known() && page.graph[date.record].is(spec_.kind)) dates_.push_back(std::move(date));
    }
    for (const DueDate& date : dates_) due_[date.record].push_back(&date);
    gaps_ = collect_gaps(page);
    for (const Gap& gap : gaps_) {
        if (gap.record.known() && page.graph[gap.record].is(spec_.kind)) found_[gap.record].push_back(&gap);
    }
    const auto worst = [&](const RecordView& record) {
        const auto found = found_.find(record.record());
        return found == found_.end() ? -1 : static_cast<int>(found->second.front()->finding->grade);
    };
    std::ranges::stable_sort(records_, {}, [&](const RecordView& record) {
        const auto& due = due_of(record);
        const bool dated = !due.empty() && due.front()->due;
        // What is late weighs as much as a medium finding.
        const int weight = std::max(worst(record), is_late(record) ? static_cast<int>(Grade::medium) : -1);
        return std::tuple(!record.active(), -weight, !dated, dated ? *due.front()->due : Date());
    });
}

const std::vector<const DueDate*>& Register::due_of(const RecordView& record) const {
    static const std::vector<const DueDate*> none;
    const auto found = due_.find(record.record());
    return found == due_.end() ? none : found->second;
}

bool Register::is_late(const RecordView& record) const {
    const auto& due = due_of(record);
    return !due.empty() && due.front()->overdue;
}

bool Register::may_be_late(const RecordView& record) const {
    return std::ranges::any_of(due_of(record), [](const DueDate* date) { return !date->due; });
}

void Register::begin() {
    page.heading(2, "In short");
    if (records_.empty()) {
        const KindSpec& kind = page.graph.schema()[spec_.kind];
        if (page.graph.may_be_unread(spec_.kind))
            return page.say(
                fmt::format("No {} could be read. Some may stand in files that could not be read.", spoken(kind.name)));
        return page.say(sentence(spec_.nothing));
    }
    add_summary();
    add_table();
    add_due();
}

void Register::add_summary() {
    using Kind = Standing::Kind;
    struct Count {
        std::string state;
        Kind kind;
        std::size_t count = 0;
    };
    std::vector<Count> counts;
    std::size_t late = 0;
    bool sure = true;  // of what is not late
    for (const RecordView& record : records_) {
        const Standing standing = standing_of(page, record);
        const auto found = std::ranges::find(counts, standing.words, &Count::state);
        if (found == counts.end()) counts.push_back({standing.words, standing.kind, 1});
        else ++found->count;
        if (is_late(record)) ++late;
        sure = sure && standing.known() && !may_be_late(record);
    }
    // What went well comes last.
    const auto rank = [](const Count& count) {
        constexpr std::array<Kind, 7> kOrder = {Kind::bad,  Kind::poor, Kind::unknown, Kind::fair,
                                                Kind::none, Kind::good, Kind::out};
        return std::ranges::find(kOrder, count.kind) - kOrder.begin();
    };
    std::ranges::stable_sort(counts, {}, rank);
    const KindSpec& kind = page.graph.schema()[spec_.kind];
    Words words = strong(counted(records_.size(), spoken(kind.name), spoken(kind.plural)));
    for (std::size_t index = 0; index < counts.size(); ++index) {
        words << (index == 0 ? ": " : ", ");
        const std::string told = fmt::format("{} ({})", counts[index].state, counts[index].count);
        if (counts[index].kind == Kind::bad) words << strong(told);
        else words << told;
    }
    words << ". ";
    if (late > 0) words << "Something is overdue in " << strong(fmt::format("{}", late));
    else words << (sure ? "Nothing is overdue" : "Nothing of which a day is known is overdue");
    // Told below too, since they belong to the register: an audit that nobody planned is found at the process.
    const std::vector<Gap> shown = gaps_about(page, gaps_, spec_.kind, spec_.report);
    const auto elsewhere = static_cast<std::size_t>(std::ranges::count_if(
        shown, [&](const Gap& gap) { return !gap.record.known() || !page.graph[gap.record].is(spec_.kind); }));
    if (!found_.empty()) words << fmt::format("; gaps were found in {}", found_.size());
    else if (elsewhere == 0) words << "; no gap was found";
    else words << "; no gap was found in them";
    if (elsewhere > 0)
        words << fmt::format(", and {} that {} to them in other records", counted(elsewhere, "gap"),
                             elsewhere == 1 ? "belongs" : "belong");
    const auto accepted = std::ranges::count_if(page.analysis.untold, [&](const Finding& each) {
        return each.silence == Silence::accepted && each.on.known() && page.graph[each.on].is(spec_.kind);
    });
    if (accepted > 0) words << fmt::format(", and {} more accepted", accepted);
    words << ".";
    const std::size_t retired = page.graph.of_kind(spec_.kind).size() - records_.size();
    if (retired > 0) words << fmt::format(" Left out: {} retired.", retired);
    page.say(std::move(words));
}

void Register::add_table() {
    const KindSpec& kind = page.graph.schema()[spec_.kind];
    TableOf<RecordView> table({.key = "register", .title = std::string(spec_.title), .most_shown = kMostRecords},
                              {{{std::string(kind.name), capitalised(spoken(kind.name)), {}, Column::Holds::record},
                                [&](const auto& record) { return page.introduced(record.record()); }},
                               // What matters first, where a narrow page still shows it.
                               {{"state", "Today"}, [&](const auto& record) { return state_cell(page, record); }},
                               {{"due", "Next due"}, [&](const auto& record) { return due_cell(record); }},
                               {{"overdue", "Overdue", {}, {}, Column::For::programs},
                                [&](const auto& record) { return overdue_cell(record); }}});
    for (const RegisterColumn& own : spec_.columns)
        table.add_column({own.column, [&](const auto& record) { return own.cell(page, record); }});
    if (page.graph.schema().spec(spec_.kind, fields::disciplines) != nullptr) {
        table.add_column({{"disciplines", "Disciplines"}, [&](const auto& record) {
                              return discipline_cell(page, page.facts.disciplines(record.record()));
                          }});
    }
    table.add_column({{"owner", "Owner", {}, Column::Holds::record}, [&](const auto& record) {
                          return linked_cell(page, record, {fields::owner}, "nobody is named");
                      }});
    table.add_column({{"found", "What was found"}, [&](const auto& record) { return found_cell(record); }});
    table.add_all(records_);
    Table filled = table.take();
    hide_empty_columns(filled);
    page.heading(2, "Register");
    page.add(std::move(filled));
}

TableCell Register::overdue_cell(const RecordView& record) const {
    const auto& due = due_of(record);
    const bool known = !due.empty() && (is_late(record) || !may_be_late(record));
    return past_cell(known ? due.front()->due : std::nullopt, is_late(record));
}

TableCell Register::due_cell(const RecordView& record) const {
    Words words;
    std::optional<Date> first;
    for (const DueDate* const date : due_of(record)) {
        if (!words.empty() && !date->overdue && !date->never) continue;  // the next one is enough
        words << (words.empty() ? "" : "; ");
        if (date->due) words << to_string(*date->due) << " ";
        words << to_string(date->kind);
        if (date->overdue) words << ", " << strong("overdue");
        if (date->never) words << ": " << strong("never done");
        else if (!date->due) words << ": no day set";
        if (!first) first = date->due;
    }
    return {std::move(words), first ? MachineValue(to_string(*first)) : MachineValue(nullptr)};
}

TableCell Register::found_cell(const RecordView& record) const {
    const auto found = found_.find(record.record());
    return ims::found_cell(page, found == found_.end() ? std::vector<const Gap*>() : found->second);
}

void Register::add_due() {
    std::vector<const DueDate*> shown;
    const Date soon{page.facts.today().days + kSoonDays};
    for (const DueDate& date : dates_) {
        if (date.due && *date.due <= soon) shown.push_back(&date);
    }
    page.heading(2, "Overdue, and due within 90 days");
    if (shown.empty()) return page.say("Nothing.");
    Table table = due_table(page, shown, "due", "Overdue, and due within 90 days");
    table.most_shown = kMostDue;
    page.add(std::move(table));
}

Document Register::finish() {
    page.heading(2, "Gaps");
    add_gaps_about(page, gaps_, spec_.kind, spec_.report);
    return page.finish();
}

std::string told_uncounted(const Register& out) {
    const auto count = std::ranges::count_if(out.records(), [&](const RecordView& record) {
        return record.active() && out.page.facts.disciplines(record.record()).empty();
    });
    if (count == 0) return {};
    return fmt::format(" {} no discipline, and {} in none.", count == 1 ? "1 names" : fmt::format("{} name", count),
                       count == 1 ? "counts" : "count");
}

Words what_is_due(const DueDate& date) {
    Words words = capitalised(to_string(date.kind));
    if (date.kind == DueKind::exception) return words << ": " << code(date.what);
    if (!date.what.empty()) words << ": " << read_prose_line(date.what);
    return words;
}

Table due_table(const Page& page, const std::vector<const DueDate*>& dates, std::string key, std::string title) {
    TableOf<const DueDate*> table(
        {.key = std::move(key), .title = std::move(title)},
        {{{"due", "Due"}, due_day_cell},
         {{"overdue", "Overdue", {}, {}, Column::For::programs},
          [](const DueDate* date) { return past_cell(date->due, date->overdue); }},
         {{"what", "What"}, [](const DueDate* date) { return what_is_due(*date); }},
         {{"kind", "Kind", {}, {}, Column::For::programs}, [](const DueDate* date) { return to_string(date->kind); }},
         {{"record", "Of", {}, Column::Holds::record},
          [&](const DueDate* date) { return due_record_cell(page, *date); }},
         {{"owner", "Who", {}, Column::Holds::record},
          [&](const DueDate* date) { return titled_cell(page, date->owner, "nobody is named"); }},
         {{"disciplines", "Disciplines"},
          [&](const DueDate* date) { return discipline_cell(page, date->disciplines); }},
         {{"last", "Last done", {}, {}, Column::For::programs}, [](const DueDate* date) {
              return date->last ? TableCell(to_string(*date->last)) : TableCell("", MachineValue(nullptr));
          }}});
    table.add_all(dates);
    return table.take();
}

std::vector<Gap> gaps_about(const Page& page, std::span<const Gap> gaps, std::optional<KindId> kind,
                            std::string_view family) {
    std::vector<Gap> own;
    for (const Gap& gap : gaps) {
        const bool about = kind && gap.record.known() && page.graph[gap.record].is(*kind);
        if (about || page.rules[gap.finding->rule].family == family) own.push_back(gap);
    }
    return own;
}

void add_gaps_about(Page& page, std::span<const Gap> gaps, std::optional<KindId> kind, std::string_view family,
                    std::string_view none) {
    const std::vector<Gap> own = gaps_about(page, gaps, kind, family);
    if (own.empty()) return page.say(none);
    add_gaps_by_rule(page, own);
}

}  // namespace ims
