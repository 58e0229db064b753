// The records of a document as an outline, as its text stands now: below each its lists of named items.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "lsp/judged/asked.h"
#include "lsp/place/named_at.h"
#include "schema/fields.h"

namespace ims::requests {
namespace {

// As the protocol counts kinds of symbols.
constexpr int kRecordSymbol = 5;  // a class
constexpr int kListSymbol = 18;   // an array
constexpr int kItemSymbol = 8;    // a field

Json symbol(const Asked& asked, std::string name, int kind, ByteRange whole, ByteRange name_at) {
    whole.begin = std::min(whole.begin, name_at.begin);
    whole.end = std::max(whole.end, name_at.end);
    return Json::object({{"name", std::move(name)},
                         {"kind", kind},
                         {"range", asked.range(whole)},
                         {"selectionRange", asked.range(name_at)}});
}

ByteRange bytes_of(Span span) { return {span.begin, span.end}; }

class Outline {
public:
    explicit Outline(const Asked& asked)
        : asked_(asked),
          graph_(asked.judged->graph()),
          document_(*asked.judged, *asked.document),
          values_(document_.file(), *graph_.value_sources(graph_.settings().file).own.parsed, graph_.schema()) {}

    Json run() {
        Json symbols = Json::list();
        if (document_.is_settings()) return symbols;
        for (const Record& record : document_.file().records) symbols.add(of_record(record));
        return symbols;
    }

private:
    Json of_record(const Record& record) const {
        const FieldView title = values_.field(record, fields::title);
        std::string name = fmt::format("{} {}", graph_.schema()[record.kind].name, record.id);
        if (!title.text().empty()) name += fmt::format(" — {}", shorten(title.text(), 100));
        Json found = symbol(asked_, std::move(name), kRecordSymbol, document_.range_of(record),
                            {record.id_begin, record.id_end});
        if (!asked_.client.nested_symbols) return found;
        Json lists = Json::list();
        for (std::uint32_t place = record.first; place < record.last; place = document_.file().values[place].next) {
            const FieldView field = values_.value(place);
            if (Json list = of_list(field); list.as_object() != nullptr) lists.add(std::move(list));
        }
        if (!lists.as_list()->empty()) found["children"] = std::move(lists);
        return found;
    }

    // Null where the field is no list of named items.
    Json of_list(const FieldView& field) const {
        if (field.inherited() || !field.is(ValueType::list)) return {};
        Json items = Json::list();
        for (const FieldView item : field.children()) {
            const FieldView name = name_of_item(item);
            if (!name) continue;
            items.add(
                symbol(asked_, shorten(name.text(), 100), kItemSymbol, bytes_of(item.span()), bytes_of(name.span())));
        }
        if (items.as_list()->empty()) return {};
        ByteRange whole = bytes_of(field.span());
        whole.begin = field.key_span().begin;
        Json list = symbol(asked_, std::string(field.key()), kListSymbol, whole, bytes_of(field.key_span()));
        list["children"] = std::move(items);
        return list;
    }

    [[nodiscard]] FieldView name_of_item(const FieldView& item) const {
        static constexpr std::array<std::string_view, 4> kNames = {"name", "title", "what", "id"};
        if (!item.is(ValueType::map)) return {};
        for (const std::string_view name : kNames) {
            for (const FieldView field : item.children()) {
                if (field.key() == name && !field.text().empty()) return field;
            }
        }
        return {};
    }

    const Asked& asked_;
    const Graph& graph_;
    ReadDocument document_;
    UnlinkedFile values_;
};

}  // namespace

Reply document_symbols(const Asked& asked) {
    Json symbols = Outline(asked).run();
    if (asked.client.nested_symbols) return symbols;
    for (Json& each : *symbols.as_list()) {
        each["location"] = Json::object({{"uri", asked.document->uri}, {"range", *each.find("range")}});
        each.erase("range");
        each.erase("selectionRange");
    }
    return symbols;
}

}  // namespace ims::requests
