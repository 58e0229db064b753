#include "report/sections/cells.h"

#include <algorithm>

#include "link/graph_names.h"
#include "report/prose.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What is told of a standing, with its words standing out: they are its first argument, or the first of that one,
// unless they are all of it.
Words with_strong_words(const Page& page, const Message& told) {
    const auto said = told.arguments();
    if (said.empty() || said.front().kind != Argument::Kind::message) return strong(page.say(told));
    const Words words = with_strong_words(page, {said.front().text, said.front().items});
    std::vector<Argument> arguments(said.begin(), said.end());
    Arena arena;
    arguments.front() = argument(arena, words);
    return page.say(Message(told.text(), arguments));
}

// The word that a choice says, its default where nothing is written.
std::optional<Choice> choice_of(const RecordView& record, Field field) {
    if (const FieldView written = record[field]) {
        if (!written.is(ValueType::choice)) return std::nullopt;
        return written.value().choice();
    }
    const FieldSpec* const spec = record.graph().schema().spec(record.kind(), field);
    if (spec == nullptr) return std::nullopt;
    for (const EnumValue& each : spec->shape->values) {
        if (each.name == spec->shape->default_value) return each.word;
    }
    return std::nullopt;
}

Words choice_words(const Page& page, std::optional<Choice> choice) {
    return choice ? page.say("{}", plain(*choice)) : Words();
}

}  // namespace

Standing capped(const Page& page, RecordId record, Standing standing) {
    const auto gravest = page.analysis.judgement.gravest(record);
    if (standing.kind != Standing::Kind::good || !gravest) return standing;
    const Finding& finding = page.analysis.judgement.findings()[*gravest];
    if (finding.grade < Grade::high) return standing;
    standing.kind = Standing::Kind::poor;
    standing.told = make_message(page.arena(), "[[{0}; but {1}|{0}, but this was found: {1}]]", standing.told,
                                 page.rules[finding.rule].summary);
    return standing;
}

Standing standing_of(const Page& page, const RecordView& record) {
    return capped(page, record.record(), standing_of(record, page.facts, page.arena()));
}

Words state_words(const Page& page, const Standing& standing) {
    if (!standing.known()) return page.say("{}: {}", standing.told, standing.why);
    return standing.kind == Standing::Kind::bad ? with_strong_words(page, standing.told) : page.say(standing.told);
}

Tone tone_of(Standing::Kind kind) {
    switch (kind) {
        case Standing::Kind::good: return Tone::good;
        case Standing::Kind::fair: return Tone::fair;
        case Standing::Kind::poor: return Tone::poor;
        case Standing::Kind::bad: return Tone::bad;
        case Standing::Kind::none: return Tone::none;
        case Standing::Kind::out:
        case Standing::Kind::unknown: break;
    }
    return Tone::muted;
}

TableCell state_cell(const Page& page, const Standing& standing) {
    if (standing.words.empty()) return {Words(), MachineValue(nullptr)};
    // Programs count states: they get the same words whoever reads the report.
    TableCell cell(state_words(page, standing),
                   standing.known() ? MachineValue(for_editors(standing.words, page.graph)) : MachineValue(nullptr));
    cell.tone = tone_of(standing.kind);
    cell.why_null = page.say(standing.why).plain();
    return cell;
}

TableCell state_cell(const Page& page, const RecordView& record) { return state_cell(page, standing_of(page, record)); }

TableCell none_found(const Page& page, std::initializer_list<KindId> kinds) {
    const bool unread = std::ranges::any_of(kinds, [&](KindId kind) { return page.graph.may_be_unread(kind); });
    return unread ? state_cell(page, unjudged("files that could not be read may hold one"))
                  : TableCell(page.say("none found"));
}

TableCell not_stated(const Page& page, Message words) {
    TableCell cell(page.say(words), MachineValue(nullptr));
    cell.why_null = cell.words.plain();
    return cell;
}

TableCell yes_no_cell(const Page& page, const FieldView& written) {
    if (!written) return not_stated(page);
    const auto yes = written.yes();
    if (!yes) return state_cell(page, unjudged("it could not be read"));
    return {*yes ? page.say("yes") : page.say("no"), *yes};
}

TableCell past_cell(std::optional<Date> day, bool past) {
    if (day) return {Words(), past};
    TableCell cell(Words(), MachineValue(nullptr));
    cell.why_null = "no day is known";
    return cell;
}

Words word_words(const Page& page, const FieldView& choice) {
    if (!choice.is(ValueType::choice)) return {};
    return choice_words(page, choice.value().choice());
}

TableCell word_cell(const Page& page, const FieldView& choice) {
    if (!choice.is(ValueType::choice)) return {};
    return {word_words(page, choice), std::string(choice.word())};
}

TableCell word_cell(const Page& page, const RecordView& record, Field field) {
    const auto choice = choice_of(record, field);
    if (!choice) return {};
    return {choice_words(page, choice), std::string(record.word(field))};
}

Message rule_in_words(const Page& page, RuleId rule) {
    const RuleEntry& entry = page.rules[rule];
    return make_message(page.arena(), "[[{0}|{1}]]", plain(spoken(entry.name)), entry.summary);
}

TableCell found_cell(const Page& page, const std::vector<const Gap*>& gaps) {
    std::vector<Words> found;
    std::vector<std::string> names;
    for (const Gap* const gap : gaps) {
        const RuleId rule = gap->finding->rule;
        const std::string_view name = page.rules[rule].name;
        if (std::ranges::find(names, name) != names.end()) continue;
        found.push_back(page.say("{}: {}", gap->grade, rule_in_words(page, rule)));
        names.emplace_back(name);
    }
    TableCell cell(listed(found, "; "), std::move(names));
    if (!gaps.empty()) cell.tone = gaps.front()->grade >= Grade::high ? Tone::bad : Tone::poor;
    return cell;
}

TableCell gravest_found_cell(const Page& page, const std::vector<const Gap*>& gaps) {
    TableCell cell = found_cell(page, gaps);
    const std::vector<Words> found = items_of(cell.words);
    if (found.size() > 1) cell.words = page.say("{}; and {} more", found.front(), found.size() - 1);
    return cell;
}

TableCell discipline_cell(const Page& page, DisciplineSet disciplines) {
    std::vector<Words> names;
    for (const Discipline each : disciplines) names.push_back(raw(spoken(page.settings.name(each))));
    return {listed(names), page.settings.names(disciplines)};
}

TableCell text_cell(const Page& page, const FieldView& value) {
    if (!value.duration()) return raw(value.text());
    TableCell cell(page.say("{}", plain(value)));
    if (cell.words.plain() != value.text()) cell.value = std::string(value.text());
    return cell;
}

TableCell prose_cell(std::string_view markdown) { return read_prose_line(markdown); }

bool is_hidden(const Page& page, RecordId record) { return page.hides(record); }

Words cell_name(const Page& page, RecordId record) { return page.called(record); }

TableCell linked_cell(const Page& page, const RecordView& record, const std::vector<Field>& fields, Message none) {
    std::vector<Words> links;
    for (const Field field : fields) {
        for (const RecordView each : record.linked(field)) links.push_back(cell_name(page, each.record()));
    }
    return links.empty() ? page.say(none) : page.in_a_list(links);
}

TableCell titled_cell(const Page& page, RecordId record, Message none) {
    return record.known() ? cell_name(page, record) : page.say(none);
}

TableCell target_cell(const Page& page, const FieldView& field, Message none) {
    const auto target = target_of(page.graph, field);
    if (!target) return page.say(none);
    // Editors are told of all roles of a person.
    if (!target->is(kinds::person) || page.audience() == Audience::readers) return cell_name(page, target->record());
    const Words roles = page.titles(target->linked(fields::person::roles));
    return roles.empty() ? page.say("a person") : page.say("a holder of {}", roles);
}

TableCell written_day_cell(const Page& page, const FieldView& field, Message none) {
    const auto day = field.date();
    return day ? TableCell::day(day) : TableCell(page.say(none), MachineValue(nullptr));
}

TableCell day_cell(const Page& page, std::optional<Date> day, Message otherwise, Message past) {
    const Words shown = day ? page.say("{}", *day) : page.say(otherwise);
    return {past.empty() ? shown : page.say("{}, {}", shown, strong(page.say(past))),
            day ? MachineValue(to_string(*day)) : MachineValue(nullptr)};
}

TableCell end_cell(const Page& page, const FieldView& until, bool expired) {
    if (until.invalid()) return state_cell(page, unjudged("it could not be read"));
    return day_cell(page, until.date(), "no end stated", expired ? Message("expired") : Message());
}

TableCell expired_cell(const FieldView& until, bool expired) {
    // What has no end does not expire.
    if (!until.invalid()) return {Words(), expired};
    return past_cell(std::nullopt, false);
}

Column discipline_column(const Settings& settings, Discipline discipline, Column::Align align) {
    const std::string& name = settings.name(discipline);
    return {name, capitalised(spoken(name)), align};
}

Words targets(const Page& page, const FieldView& field) {
    std::vector<Words> links;
    const auto add = [&](const FieldView& item) {
        if (const auto target = target_of(page.graph, item)) links.push_back(cell_name(page, target->record()));
    };
    if (field.is(ValueType::list)) {
        for (const FieldView item : field.children()) add(item);
    } else {
        add(field);
    }
    return page.in_a_list(links);
}

Words item_words(const Page& page, const FieldView& item) {
    if (const auto target = target_of(page.graph, item)) return cell_name(page, target->record());
    return read_prose_line(item.text());
}

void hide_empty_columns(Table& table) {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const bool empty = std::ranges::all_of(table.rows, [&](const auto& row) { return row[index].words.empty(); });
        if (empty) table.columns[index].readers = Column::For::programs;
    }
}

}  // namespace ims
