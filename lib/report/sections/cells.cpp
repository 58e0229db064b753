#include "report/sections/cells.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/prose.h"
#include "schema/fields.h"

namespace ims {

Standing capped(const Page& page, RecordId record, Standing standing) {
    const auto gravest = page.analysis.judgement.gravest(record);
    if (standing.kind != Standing::Kind::good || !gravest) return standing;
    const Finding& finding = page.analysis.judgement.findings()[*gravest];
    if (finding.grade < Grade::high) return standing;
    standing.kind = Standing::Kind::poor;
    standing.more += fmt::format("; but {}", page.rules[finding.rule].summary);
    return standing;
}

Standing standing_of(const Page& page, const RecordView& record) {
    return capped(page, record.record(), standing_of(record, page.facts));
}

Words state_words(const Standing& standing) {
    Words words;
    if (standing.kind == Standing::Kind::bad) words << strong(standing.words);
    else words << standing.words;
    if (!standing.known()) words << ": " << standing.why;
    return words << standing.more;
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

TableCell state_cell(const Standing& standing) {
    if (standing.words.empty()) return {"", MachineValue(nullptr)};
    TableCell cell(state_words(standing), standing.known() ? MachineValue(standing.words) : MachineValue(nullptr));
    cell.tone = tone_of(standing.kind);
    cell.why_null = standing.why;
    return cell;
}

TableCell state_cell(const Page& page, const RecordView& record) { return state_cell(standing_of(page, record)); }

TableCell none_found(const Page& page, std::initializer_list<KindId> kinds) {
    const bool unread = std::ranges::any_of(kinds, [&](KindId kind) { return page.graph.may_be_unread(kind); });
    return unread ? state_cell(unjudged("files that could not be read may hold one")) : TableCell("none found");
}

TableCell not_stated(std::string_view words) {
    TableCell cell(words, MachineValue(nullptr));
    cell.why_null = words;
    return cell;
}

TableCell yes_no_cell(const FieldView& written) {
    if (!written) return not_stated();
    const auto yes = written.yes();
    if (!yes) return state_cell(unjudged("it could not be read"));
    return {Words(*yes ? "yes" : "no"), *yes};
}

TableCell past_cell(std::optional<Date> day, bool past) {
    if (day) return {"", past};
    TableCell cell("", MachineValue(nullptr));
    cell.why_null = "no day is known";
    return cell;
}

TableCell found_cell(const Page& page, const std::vector<const Gap*>& gaps) {
    Words words;
    std::vector<std::string> names;
    for (const Gap* const gap : gaps) {
        const RuleEntry& rule = page.rules[gap->finding->rule];
        if (std::ranges::find(names, rule.name) != names.end()) continue;
        words << (words.empty() ? "" : "; ") << fmt::format("{}: {}", to_string(gap->grade), spoken(rule.name));
        names.emplace_back(rule.name);
    }
    TableCell cell(std::move(words), std::move(names));
    if (!gaps.empty()) cell.tone = gaps.front()->grade >= Grade::high ? Tone::bad : Tone::poor;
    return cell;
}

TableCell discipline_cell(const Page& page, DisciplineSet disciplines) {
    return {spoken(page.settings, disciplines), page.settings.names(disciplines)};
}

TableCell prose_cell(std::string_view markdown) { return read_prose_line(markdown); }

TableCell linked_cell(const Page& page, const RecordView& record, const std::vector<Field>& fields,
                      std::string_view none) {
    Words words;
    for (const Field field : fields) {
        for (const RecordView each : record.linked(field))
            words << (words.empty() ? "" : ", ") << page.titled(each.record());
    }
    if (words.empty()) words << none;
    return words;
}

TableCell titled_cell(const Page& page, RecordId record, std::string_view none) {
    return record.known() ? TableCell(page.titled(record)) : TableCell(none);
}

TableCell target_cell(const Page& page, const FieldView& field, std::string_view none) {
    const auto target = target_of(page.graph, field);
    if (!target) return TableCell(none);
    // Who a person is, is nobody's business but theirs and their manager's.
    if (!target->is(kinds::person)) return TableCell(page.titled(target->record()));
    const Words roles = page.titles(target->linked(fields::person::roles));
    return roles.empty() ? Words("a person") : Words("a holder of ") << roles;
}

TableCell written_day_cell(const FieldView& field, std::string_view none) {
    const auto day = field.date();
    return day ? TableCell(to_string(*day)) : TableCell(none, MachineValue(nullptr));
}

TableCell day_cell(std::optional<Date> day, std::string_view otherwise, std::string_view past) {
    Words words = day ? to_string(*day) : std::string(otherwise);
    if (!past.empty()) words << ", " << strong(past);
    return {std::move(words), day ? MachineValue(to_string(*day)) : MachineValue(nullptr)};
}

TableCell end_cell(const FieldView& until, bool expired) {
    if (until.invalid()) return state_cell(unjudged("it could not be read"));
    return day_cell(until.date(), "no end stated", expired ? "expired" : "");
}

TableCell expired_cell(const FieldView& until, bool expired) {
    // What has no end does not expire.
    if (!until.invalid()) return {"", expired};
    return past_cell(std::nullopt, false);
}

Column discipline_column(const Settings& settings, Discipline discipline, Column::Align align) {
    const std::string& name = settings.name(discipline);
    return {name, capitalised(spoken(name)), align};
}

Words targets(const Page& page, const FieldView& field) {
    std::vector<Inline> links;
    const auto add = [&](const FieldView& item) {
        if (const auto target = target_of(page.graph, item)) links.push_back(page.titled(target->record()));
    };
    if (field.is(ValueType::list)) {
        for (const FieldView item : field.children()) add(item);
    } else {
        add(field);
    }
    return listed(links);
}

Words item_words(const Page& page, const FieldView& item) {
    if (const auto target = target_of(page.graph, item)) return page.titled(target->record());
    return read_prose_line(item.text());
}

}  // namespace ims
