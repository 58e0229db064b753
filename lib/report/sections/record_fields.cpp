#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "link/own_fields.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/field_values.h"
#include "report/sections/record_parts.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Longer texts are read in lines of their own.
constexpr std::size_t kMostInCard = 240;

}  // namespace

class RecordFields::Parts {
public:
    explicit Parts(Page& page)
        : page_(page), record_(page.graph[page.subject]), kind_(page.graph.schema()[record_.kind()]) {
        sort_fields();
    }

    void add_card() {
        add_description();
        // They speak for themselves, right below the title.
        what_.put_untitled(page_);
        who_.put_untitled(page_);
        when_.put_untitled(page_);
    }

    void add_rest() {
        for (const FieldSpec* const each : maps_) add_map(*each, 2, std::string(each->name), record_[each->field]);
        for (const FieldSpec* const each : texts_) add_text(*each);
        for (const FieldSpec* const each : lists_) add_list(*each, 2, std::string(each->name), record_[each->field]);
        add_own();
    }

private:
    // One row of what is filled, each under its title.
    class Card {
    public:
        Card(std::string key, std::string title)
            : table_{.key = std::move(key), .title = std::move(title), .rows = {{}}, .layout = Table::Layout::card} {}

        void add(std::string key, std::string title, TableCell cell, Column::Holds holds = Column::Holds::text,
                 Column::For readers = Column::For::all) {
            if (cell.words.empty()) return;
            shown_ = shown_ || readers == Column::For::all;
            table_.columns.push_back(
                {.key = std::move(key), .title = std::move(title), .holds = holds, .readers = readers});
            table_.rows.front().push_back(std::move(cell));
        }
        [[nodiscard]] bool empty() const { return table_.columns.empty(); }
        void put(Page& page, int level) {
            if (empty()) return;
            if (shown_) page.heading(level, raw(table_.title));
            page.add(std::move(table_));
        }
        void put_untitled(Page& page) {
            if (!empty()) page.add(std::move(table_));
        }

    private:
        Table table_;
        bool shown_ = false;
    };

    // Those that people look for first come first, whichever kind it is.
    void sort_fields() {
        what_.add("kind", "Kind",
                  TableCell(capitalised(page_.say("{}", in_words(record_.kind()))), std::string(record_.kind_name())));
        what_.add("title", page_.say("Title").plain(), raw(record_.title()), Column::Holds::text,
                  Column::For::programs);
        const std::vector<FieldPlace> places = field_places(page_.graph.schema(), record_.kind());
        for (const bool owner : {true, false}) {
            for (const FieldPlace& place : places) {
                if ((place.spec->field == fields::owner) == owner && place.chain.size() == 1 && place.path != "title")
                    add_place(place);
            }
        }
        for (const FieldSpec& spec : kind_.fields) {
            const Shape& inner = inner_shape(spec);
            if (!record_[spec.field] || inner.fields.empty()) continue;
            // A catalogue that comes along has a report of its own, clause by clause.
            if (record_.built_in() && spec.field == fields::standard::clauses) continue;
            if (spec.field == fields::review) add_review(spec, places);
            else if (spec.shape->item != nullptr) lists_.push_back(&spec);
            else maps_.push_back(&spec);
        }
    }

    void add_place(const FieldPlace& place) {
        const FieldSpec& spec = *place.spec;
        const Shape& shape = *spec.shape;
        const FieldView written = record_[spec.field];
        const ReferenceSpec* const reference = reference_of(spec);
        if (reference != nullptr && !is_who(*reference) && shape.scalar != ScalarType::yes_no) return;  // links
        if (!inner_shape(spec).fields.empty()) return;                                                  // lists of maps
        if (shape.entry != nullptr && written.is(ValueType::map)) {
            lists_.push_back(&spec);
            return;
        }
        // What holds where nothing is written says nothing of the record; but of what type it is, people ask first.
        if (!written && reference == nullptr && spec.name != "type") return;
        TableCell cell = place_cell(page_, record_, place);
        if (reference != nullptr && is_hidden_holder(*reference)) cell = holders();
        if (reference != nullptr && place.many && cell.words.empty()) return;
        const bool leads = spec.field == fields::description;  // is read before all else
        if (!leads && shape.scalar == ScalarType::markdown && is_long(written.text())) {
            texts_.push_back(&spec);
            what_.add(place.path, place.title, std::move(cell), Column::Holds::text, Column::For::programs);
            return;
        }
        if (leads) {
            what_.add(place.path, place.title, std::move(cell), Column::Holds::text, Column::For::programs);
            return;
        }
        if (inner_shape(spec).scalar == ScalarType::clause && written.is(ValueType::list))
            cell.words = clauses(written);
        if (written.inherited()) cell = inherited(cell);
        group_of(spec).add(place.path, place.title, std::move(cell), holds_of(place));
    }

    static bool is_long(std::string_view text) {
        return text.size() > kMostInCard || trim(text).find('\n') != std::string_view::npos;
    }

    // Who holds a role is theirs and their manager's to know.
    [[nodiscard]] bool is_hidden_holder(const ReferenceSpec& reference) const {
        return page_.audience() == Audience::readers && reference.kinds.size() == 1 &&
               reference.kinds.front() == "person";
    }
    [[nodiscard]] TableCell holders() const {
        const std::size_t count = record_.linked(fields::role::people).size();
        return count == 0 ? TableCell() : TableCell(page_.say("{0} {0:person|people}", count));
    }

    Card& group_of(const FieldSpec& spec) {
        if (const ReferenceSpec* const reference = reference_of(spec); reference != nullptr && is_who(*reference))
            return who_;
        switch (inner_shape(spec).scalar) {
            case ScalarType::date:
            case ScalarType::point_in_time:
            case ScalarType::duration: return when_;
            default: return what_;
        }
    }

    // "ISO 9001:2015, 8.1, 8.5.1; ISO 14001:2015, 8.1": each standard once.
    [[nodiscard]] Words clauses(const FieldView& list) const {
        std::vector<std::pair<std::string_view, Words>> by_standard;
        for (const FieldView item : list.children()) {
            const std::string_view text = item.text();
            const std::size_t colon = text.find(':');
            const std::string_view standard = text.substr(0, colon);
            const auto told = std::ranges::find(by_standard, standard, &std::pair<std::string_view, Words>::first);
            if (colon == std::string_view::npos || item.invalid() || told == by_standard.end())
                by_standard.emplace_back(item.invalid() ? std::string_view() : standard,
                                         value_words(page_, record_.kind(), item));
            else told->second = page_.say("{}, {}", told->second, plain(text.substr(colon + 1)));
        }
        std::vector<Words> told;
        for (auto& [standard, words] : by_standard) told.push_back(std::move(words));
        return listed(told, "; ");
    }

    // Said once for all of a kind, in the settings.
    [[nodiscard]] TableCell inherited(const TableCell& cell) const {
        TableCell out(page_.say("{} (as for all {})", cell.words, raw(spoken(kind_.plural))), cell.value);
        return out;
    }

    void add_review(const FieldSpec& review, const std::vector<FieldPlace>& places) {
        for (const FieldPlace& place : places) {
            if (place.chain.size() != 2 || place.chain.front() != review.field) continue;
            TableCell cell = place_cell(page_, record_, place);
            const FieldView written = record_[review.field][place.spec->field];
            if (written.inherited()) cell = inherited(cell);
            when_.add(place.path, std::string(place.spec->title), std::move(cell), holds_of(place));
        }
    }

    void add_description() {
        if (const FieldView text = record_[fields::description]) page_.add(read_prose(text.text()));
    }

    void add_text(const FieldSpec& spec) {
        page_.heading(2, raw(spec.title));
        page_.add(read_prose(record_[spec.field].text()));
    }

    // Its fields under their titles; lists and maps within it below.
    void add_map(const FieldSpec& spec, int level, const std::string& path, const FieldView& map) {
        if (map.invalid()) return add_unreadable(spec, level, path);
        Card card(path, std::string(spec.title));
        std::vector<std::pair<const FieldSpec*, FieldView>> below;
        for (const FieldSpec& inner : inner_shape(spec).fields) {
            const FieldView value = map[inner.field];
            if (!value) continue;
            if (value.is(ValueType::map) || (value.is(ValueType::list) && !inner_shape(inner).fields.empty())) {
                below.emplace_back(&inner, value);
                continue;
            }
            TableCell cell(item_words_of(value));
            if (value.inherited()) cell = inherited(cell);
            card.add(path + "." + std::string(inner.name), std::string(inner.title), std::move(cell));
        }
        if (card.empty()) page_.heading(level, raw(spec.title));
        else card.put(page_, level);
        for (const auto& [inner, value] : below) {
            const std::string name = path + "." + std::string(inner->name);
            if (inner_shape(*inner).fields.empty() || value.is(ValueType::list))
                add_list(*inner, level + 1, name, value);
            else add_map(*inner, level + 1, name, value);
        }
    }

    void add_unreadable(const FieldSpec& spec, int level, const std::string& path) {
        Card card(path, std::string(spec.title));
        card.add(path, std::string(spec.title), page_.say("could not be understood"));
        card.put(page_, level);
    }

    // Each item of a list of its own, in a cell; else one after the other.
    [[nodiscard]] Words item_words_of(const FieldView& value) const {
        if (!value.is(ValueType::list)) return value_words(page_, record_.kind(), value);
        std::vector<Words> items;
        for (const FieldView item : value.children()) items.push_back(value_words(page_, record_.kind(), item));
        return page_.in_a_list(items);
    }

    // A row an item, a column a field that any of them has.
    void add_list(const FieldSpec& spec, int level, const std::string& path, const FieldView& list) {
        if (list.invalid()) return add_unreadable(spec, level, path);
        if (list.is(ValueType::map)) return add_entries(spec, level, path, list);
        Table table{.key = path, .title = std::string(spec.title), .sortable = false};
        const Shape& inner = inner_shape(spec);
        const auto any_has = [&](const auto& has) {
            bool any = false;
            for (const FieldView item : list.children()) any = any || has(item);
            return any;
        };
        const bool alone = any_has([](const FieldView& item) { return !item.is(ValueType::map); });
        std::vector<const FieldSpec*> shown;
        for (const FieldSpec& each : inner.fields) {
            if (!any_has([&](const FieldView& item) { return static_cast<bool>(item[each.field]); })) continue;
            shown.push_back(&each);
            table.columns.push_back({std::string(each.name), std::string(each.title)});
        }
        // "Stop the line" stands for `does: Stop the line`: what is said in words alone stands with what others say
        // first.
        const bool in_first = !shown.empty() && shown.front()->shape->scalar == ScalarType::markdown;
        if (alone && !in_first) table.columns.insert(table.columns.begin(), {"says", std::string(spec.title)});
        for (const FieldView item : list.children()) {
            auto& row = table.rows.emplace_back();
            if (in_first && !item.is(ValueType::map)) {
                row.emplace_back(value_words(page_, record_.kind(), item));
                row.resize(table.columns.size());
                continue;
            }
            if (alone && !in_first)
                row.emplace_back(item.is(ValueType::map) ? Words() : value_words(page_, record_.kind(), item));
            for (const FieldSpec* const each : shown) row.push_back(item_words_of(item[each->field]));
        }
        page_.add_titled(level, std::move(table));
    }

    static Message told_keys(KeyType keys) {
        switch (keys) {
            case KeyType::discipline: return "Discipline";
            case KeyType::topic: return "Topic";
            case KeyType::standard_clause: return "Clause";
            default: return "Of";
        }
    }

    // A map with names of its own: what each says.
    void add_entries(const FieldSpec& spec, int level, const std::string& path, const FieldView& map) {
        const Shape& entry = *spec.shape->entry;
        Table table{.key = path,
                    .title = std::string(spec.title),
                    .columns = {{"of", page_.say(told_keys(spec.shape->keys)).plain()}},
                    .sortable = false};
        if (entry.fields.empty()) table.columns.push_back({"says", page_.say("What is said").plain()});
        for (const FieldSpec& each : entry.fields)
            table.columns.push_back({std::string(each.name), std::string(each.title)});
        for (const FieldView child : map.children()) add_entry(spec, child, {}, table);
        page_.add_titled(level, std::move(table));
    }

    void add_entry(const FieldSpec& spec, const FieldView& entry, const std::string& before, Table& table) {
        const std::string name = before + name_of(entry);
        const std::span<const FieldSpec> fields = spec.shape->entry->fields;
        if (!fields.empty() && entry.is(ValueType::map)) {
            auto& row = table.rows.emplace_back(std::vector<TableCell>{raw(name)});
            for (const FieldSpec& each : fields) row.push_back(item_words_of(entry[each.field]));
            return;
        }
        if (entry.is(ValueType::map)) {
            for (const FieldView child : entry.children()) add_entry(spec, child, name + ": ", table);
            return;
        }
        table.rows.push_back({raw(name), value_words(page_, record_.kind(), entry)});
        table.rows.back().resize(table.columns.size());
    }

    // A name of a discipline or topic in words; a clause stays as it is.
    [[nodiscard]] std::string name_of(const FieldView& entry) const {
        std::string name = spoken(entry.key());
        std::ranges::replace(name, '_', ' ');
        return capitalised(name);
    }

    void add_own() {
        Card card("own", page_.say("Own fields").plain());
        for (const OwnField& own : own_fields(record_)) {
            std::vector<Words> items;
            for (const std::string& item : own.items) items.push_back(raw(item));
            TableCell cell(page_.in_a_list(items));
            if (items.size() > 1) cell.value = own.items;
            card.add(own.path, own_title(own.path), std::move(cell));
        }
        card.put(page_, 2);
    }

    Page& page_;
    RecordView record_;
    const KindSpec& kind_;
    Card what_{"what", page_.say("What it is").plain()};
    Card who_{"who", page_.say("Who").plain()};
    Card when_{"when", page_.say("When").plain()};
    std::vector<const FieldSpec*> maps_;
    std::vector<const FieldSpec*> texts_;  // longer ones
    std::vector<const FieldSpec*> lists_;  // of maps, and maps with names of their own
};

RecordFields::RecordFields(Page& page) : parts_(std::make_unique<Parts>(page)) {}
RecordFields::~RecordFields() = default;
void RecordFields::add_card() { parts_->add_card(); }
void RecordFields::add_rest() { parts_->add_rest(); }

}  // namespace ims
