#include "report/sections/cells.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/prose.h"

namespace ims {

TableCell found_cell(const Page& page, const std::vector<const Gap*>& gaps) {
    Words words;
    std::vector<std::string> names;
    for (const Gap* const gap : gaps) {
        const RuleEntry& rule = page.rules[gap->finding->rule];
        if (std::ranges::find(names, rule.name) != names.end()) continue;
        words << (words.empty() ? "" : "; ")
              << fmt::format("{}: {}", to_string(gap->finding->grade), spoken(rule.name));
        names.emplace_back(rule.name);
    }
    TableCell cell(std::move(words), std::move(names));
    if (!gaps.empty()) cell.tone = gaps.front()->finding->grade >= Grade::high ? Tone::bad : Tone::poor;
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
    return target ? TableCell(page.titled(target->record())) : TableCell(none);
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
