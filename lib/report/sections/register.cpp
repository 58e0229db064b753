#include "report/sections/register.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "report/prose.h"
#include "report/sections/continuity.h"
#include "report/sections/paper.h"
#include "report/sections/register_columns.h"
#include "report/sections/sections.h"
#include "report/table_of.h"
#include "schema/fields.h"

namespace ims {
namespace {

// More than that is for programs, which get all.
constexpr std::size_t kMostRecords = 1000;
constexpr std::size_t kMostDue = 25;
constexpr std::int32_t kSoonDays = 90;

TableCell due_day_cell(const Page& page, const DueDate* date) {
    TableCell cell = day_cell(page, date->due, date->never ? Message("never done") : Message("no day set"),
                              date->overdue ? Message("overdue") : Message());
    if (date->overdue) cell.tone = Tone::bad;
    return cell;
}

TableCell due_record_cell(const Page& page, const DueDate& date) {
    if (!date.record.known()) return {};
    if (is_hidden(page, date.record)) return cell_name(page, date.record);
    // To the very line, where the day is written.
    Inline link = page.titled(date.record);
    if (date.place && !date.place.inherited()) link.line = page.placed(date.place.span(), "").line;
    return link;
}

Words spoken_plural(const Page& page, KindId kind) { return raw(spoken(page.graph.schema()[kind].plural)); }

}  // namespace

RegisterCell text_of(Field field) {
    return [field](const Page& page, const RecordView& record) { return text_cell(page, record[field]); };
}

RegisterCell word_of(Field field) {
    return [field](const Page& page, const RecordView& record) { return word_cell(page, record, field); };
}

RegisterCell prose_of(Field field) {
    return [field](const Page&, const RecordView& record) { return prose_cell(record[field].text()); };
}

RegisterCell links_of(std::vector<Field> fields, Message none) {
    return [fields = std::move(fields), none](const Page& page, const RecordView& record) {
        return linked_cell(page, record, fields, none);
    };
}

TableCell back_within(const Page& page, const RecordView& record) {
    return back_after(page, page.facts.recovery().effective(record.record()));
}

Register::Register(const ReportInput& input, RegisterSpec spec)
    : page(input, spec.report, "{}", spec.title), spec_(std::move(spec)) {
    for (const RecordId id : page.graph.of_kind(spec_.kind)) {
        if (!page.graph[id].retired()) records_.push_back(page.graph[id]);
    }
    for (const DueDate& date : page.analysis.due_dates()) {
        if (date.record.known() && page.graph[date.record].is(spec_.kind)) dates_.push_back(date);
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
        if (page.graph.may_be_unread(spec_.kind))
            return page.paragraph("No {} could be read. Some may stand in files that could not be read.",
                                  in_words(spec_.kind));
        return page.paragraph(capitalised(page.say(spec_.nothing)));
    }
    add_summary();
    add_table();
    add_due();
}

void Register::add_summary() {
    using Kind = Standing::Kind;
    struct Count {
        std::string state;
        Words shown;
        Kind kind;
        std::size_t count = 0;
    };
    std::vector<Count> counts;
    std::size_t late = 0;
    bool sure = true;  // of what is not late
    for (const RecordView& record : records_) {
        const Standing standing = standing_of(page, record);
        const Words shown = page.say(standing.words);
        const auto found = std::ranges::find(counts, shown.plain(), &Count::state);
        if (found == counts.end()) counts.push_back({shown.plain(), shown, standing.kind, 1});
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
    std::vector<Words> states;
    for (const Count& each : counts) {
        const Words told = page.say("{} ({})", each.shown, each.count);
        states.push_back(each.kind == Kind::bad ? strong(told) : told);
    }
    const Words all = records_.size() == 1 ? page.say("1 {}", in_words(spec_.kind))
                                           : page.say("{} {}", records_.size(), spoken_plural(page, spec_.kind));
    std::vector<Words> sentences = {page.say("{}: {}.", strong(all), listed(states)), told_gaps(late, sure)};
    const std::size_t retired = page.graph.of_kind(spec_.kind).size() - records_.size();
    if (retired > 0) sentences.push_back(page.say("Left out: {} retired.", retired));
    page.paragraph(in_a_row(sentences));
}

Words Register::told_gaps(std::size_t late, bool sure) const {
    const Words overdue =
        late > 0 ? page.say("Something is overdue in {}", strong(fmt::to_string(late)))
        : sure   ? page.say("Nothing is overdue")
                 : page.say("[[Nothing of which a day is known is overdue|Nothing is known to be overdue]]");
    // Told below too, since they belong to the register: an audit that nobody planned is found at the process.
    const std::vector<Gap> shown = gaps_about(page, gaps_, spec_.kind, spec_.report);
    const auto elsewhere = static_cast<std::size_t>(std::ranges::count_if(
        shown, [&](const Gap& gap) { return !gap.record.known() || !page.graph[gap.record].is(spec_.kind); }));
    Words found = !found_.empty()  ? page.say("gaps were found in {}", found_.size())
                  : elsewhere == 0 ? page.say("no gap was found")
                                   : page.say("no gap was found in them");
    if (elsewhere > 0)
        found = page.say(
            "{0}, [[and {1} {1:gap|gaps} that {1:belongs|belong} to them in other records|and {1} {1:gap|gaps} "
            "elsewhere {1:has|have} to do with them]]",
            found, elsewhere);
    const auto accepted = std::ranges::count_if(page.analysis.untold, [&](const Finding& each) {
        return each.silence == Silence::accepted && each.on.known() && page.graph[each.on].is(spec_.kind);
    });
    if (accepted > 0)
        found = page.say("{0}, and {1} [[more accepted|{1:gap is|gaps are} accepted by exception]]", found, accepted);
    return page.say("{}; {}.", overdue, found);
}

void Register::add_table() {
    const KindSpec& kind = page.graph.schema()[spec_.kind];
    TableOf<RecordView> table(
        {.key = "register", .title = page.say(spec_.title).plain(), .most_shown = kMostRecords},
        {{{std::string(kind.name), capitalised(spoken(kind.name)), {}, Column::Holds::record},
          [&](const auto& record) { return page.introduced(record.record()); }},
         // What matters first, where a narrow page still shows it.
         {{"state", "Today"}, [&](const auto& record) { return state_cell(page, record); }},
         {{"due", "Next due"}, [&](const auto& record) { return next_due_cell(page, due_of(record)); }},
         {{"overdue", "Overdue", {}, {}, Column::For::programs},
          [&](const auto& record) { return overdue_cell(record); }}},
        page.cells);
    constexpr auto kPrograms = Column::For::programs;
    for (const RegisterColumn& own : spec_.columns) {
        Column column = own.column;
        if (column.key != spec_.shown && column.key != spec_.instead_of_owner) column.readers = kPrograms;
        table.add_column({std::move(column), [&](const auto& record) { return own.cell(page, record); }});
    }
    if (page.graph.schema().spec(spec_.kind, fields::disciplines) != nullptr) {
        table.add_column(
            {{.key = "disciplines", .title = "Disciplines", .readers = kPrograms, .is_facet = true},
             [&](const auto& record) { return discipline_cell(page, page.facts.disciplines(record.record())); }});
    }
    table.add_column(
        {{.key = "owner",
          .title = "Owner",
          .holds = Column::Holds::record,
          .readers = spec_.instead_of_owner.empty() ? Column::For::all : kPrograms,
          .is_facet = true},
         [&](const auto& record) { return linked_cell(page, record, {fields::owner}, "nobody is named"); }});
    table.add_column(
        {{"found", "What was found"}, [&](const auto& record) { return gravest_found_cell(page, found_on(record)); }});
    table.add_column({{.key = "all_found", .title = "All that was found", .readers = kPrograms},
                      [&](const auto& record) { return found_cell(page, found_on(record)); }});
    table.add_column(
        {{.key = "found_grade", .title = "Grade of what was found", .readers = kPrograms, .is_facet = true},
         [&](const auto& record) { return gravest_cell(page, record.record()); }});
    table.add_column({{.key = "all_due", .title = "All that is due", .readers = kPrograms},
                      [&](const auto& record) { return TableCell(listed(told_dates(page, due_of(record)), "; ")); }});
    add_field_columns(page, spec_.kind, records_, table);
    table.add_all(records_);
    page.heading(2, "Register");
    page.add(without_empty_columns(table.take()));
}

TableCell Register::overdue_cell(const RecordView& record) const {
    const auto& due = due_of(record);
    const bool known = !due.empty() && (is_late(record) || !may_be_late(record));
    return past_cell(known ? due.front()->due : std::nullopt, is_late(record));
}

std::vector<const Gap*> Register::found_on(const RecordView& record) const {
    const auto found = found_.find(record.record());
    return found == found_.end() ? std::vector<const Gap*>() : found->second;
}

void Register::add_due() {
    std::vector<const DueDate*> shown;
    const Date soon{page.facts.today().days + kSoonDays};
    for (const DueDate& date : dates_) {
        if (date.due && *date.due <= soon) shown.push_back(&date);
    }
    page.heading(2, "Overdue, and due within 90 days");
    if (shown.empty()) return page.paragraph("Nothing.");
    Table table = due_table(page, shown, "due", "Overdue, and due within 90 days");
    table.most_shown = kMostDue;
    page.add(std::move(table));
}

Document Register::finish() {
    page.heading(2, "Gaps");
    add_gaps_about(page, gaps_, spec_.kind, spec_.report);
    return page.finish();
}

Words told_uncounted(const Register& out) {
    const auto count = std::ranges::count_if(out.records(), [&](const RecordView& record) {
        return record.active() && out.page.facts.disciplines(record.record()).empty();
    });
    if (count == 0) return {};
    return out.page.say("{0} {0:names|name} no discipline, and {0:counts|count} in none.", count);
}

std::vector<Words> told_dates(const Page& page, const std::vector<const DueDate*>& dates) {
    std::vector<Words> told;
    for (const DueDate* const date : dates) {
        if (!told.empty() && !date->overdue && !date->never) continue;
        const Message what = in_words(date->kind);
        Words words = date->due ? page.say("{} {}", *date->due, what) : page.say(what);
        if (date->overdue) words = page.say("{}, {}", words, strong(page.say("overdue")));
        if (date->never) words = page.say("[[{0}: {1}|{0}, {1}]]", words, strong(page.say("never done")));
        else if (!date->due) words = page.say("{}: no day set", words);
        told.push_back(std::move(words));
    }
    return told;
}

TableCell next_due_cell(const Page& page, const std::vector<const DueDate*>& dates) {
    const std::vector<Words> told = told_dates(page, dates);
    if (told.empty()) return {Words(), MachineValue(nullptr)};
    std::optional<Date> first;
    for (const DueDate* const date : dates) {
        if (!first) first = date->due;
    }
    return {told.size() == 1 ? told.front() : page.say("{}; and {} more", told.front(), told.size() - 1),
            first ? MachineValue(to_string(*first)) : MachineValue(nullptr)};
}

Words what_is_due(const Page& page, const DueDate& date) {
    const Words kind = capitalised(page.say(in_words(date.kind)));
    if (date.what.empty()) return kind;
    if (date.holder.known() && date.holder == page.subject)
        return page.say("{}: {}", kind, page.titled(date.competence));
    // Of an exception: editors know its rule by name, readers are told what it accepts.
    if (date.kind == DueKind::exception) {
        const std::string name = page.say(date.what).plain();
        const auto rule = page.rules.find(name);
        return rule ? page.say("{0}[[: {1}|: it accepts that {2}]]", kind, code(name), page.rules[*rule].summary)
                    : page.say("{0}[[: {1}]]", kind, code(name));
    }
    return page.say("{}: {}", kind, read_prose_line(page.say(date.what).plain()));
}

Table due_table(const Page& page, const std::vector<const DueDate*>& dates, std::string key, std::string title) {
    TableOf<const DueDate*> table(
        {.key = std::move(key), .title = std::move(title)},
        {{{"due", "Due"}, [&](const DueDate* date) { return due_day_cell(page, date); }},
         {{"overdue", "Overdue", {}, {}, Column::For::programs},
          [](const DueDate* date) { return past_cell(date->due, date->overdue); }},
         {{"what", "What"}, [&](const DueDate* date) { return what_is_due(page, *date); }},
         {{"kind", "Kind", {}, {}, Column::For::programs},
          [&](const DueDate* date) { return page.say(in_words(date->kind)); }},
         {{"record", "Of", {}, Column::Holds::record},
          [&](const DueDate* date) { return due_record_cell(page, *date); }},
         {{.key = "owner", .title = "Who", .holds = Column::Holds::record, .is_facet = true},
          [&](const DueDate* date) { return titled_cell(page, date->owner, "nobody is named"); }},
         {{.key = "disciplines", .title = "Disciplines", .is_facet = true},
          [&](const DueDate* date) { return discipline_cell(page, date->disciplines); }},
         {{"last", "Last done", {}, {}, Column::For::programs}, [](const DueDate* date) {
              return date->last ? TableCell(raw(to_string(*date->last))) : TableCell(Words(), MachineValue(nullptr));
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
    return told_once(own);
}

void add_gaps_about(Page& page, std::span<const Gap> gaps, std::optional<KindId> kind, std::string_view family,
                    Message none) {
    const std::vector<Gap> own = gaps_about(page, gaps, kind, family);
    if (own.empty()) return page.paragraph(page.say(none));
    add_gaps_by_rule(page, own);
}

}  // namespace ims
