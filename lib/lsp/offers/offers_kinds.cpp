// What begins a record: its kind and its id.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "edit/new_id.h"
#include "lsp/offers/offers.h"
#include "lsp/told/told_text.h"
#include "schema/valid_id.h"
#include "source/paths.h"

namespace ims {
namespace {

// How many records of each kind stand in the folder of the document: what is begun there is most likely one of these.
std::map<KindId, std::size_t> kinds_beside(const Asked& asked) {
    std::map<KindId, std::size_t> count;
    const JudgedState& judged = *asked.judged;
    const std::string_view path = asked.document->path;
    const std::string_view folder = path.substr(0, path.rfind('/'));
    if (folder.size() <= judged.root.size()) return count;
    const std::string_view below = folder.substr(judged.root.size() + 1);
    for (const FolderFile& file : judged.graph().files()) {
        const std::string_view other = file.path;
        if (!other.starts_with(below) || other.rfind('/') != below.size()) continue;
        for (const Record& record : file.read->records) ++count[record.kind];
    }
    return count;
}

class RecordSnippet {
public:
    RecordSnippet(const Asked& asked, KindId kind)
        : asked_(asked), spec_(asked.judged->graph().schema()[kind]), kind_(kind) {}

    // With a place for each field that the kind needs.
    [[nodiscard]] std::string snippet() {
        std::string text = fmt::format("{}: {}", spec_.name, id());
        for (const FieldSpec& field : spec_.fields) {
            if (!field.required || !field.with.empty() || field.name == spec_.name) continue;
            text += fmt::format("\n{}:{}", field.name, value(*field.shape));
        }
        return text + "\n$0";
    }

private:
    [[nodiscard]] std::string id() {
        const auto number = next_number(asked_.judged->graph(), kind_);
        const int stop = stop_++;
        return number ? fmt::format("${{{}:{}}}", stop, in_snippet(*number)) : fmt::format("${}", stop);
    }

    [[nodiscard]] std::string value(const Shape& shape) {
        const int stop = stop_++;
        if (shape.scalar == ScalarType::enumeration) return choice(shape, stop);
        if (shape.scalar == ScalarType::date || shape.scalar == ScalarType::point_in_time)
            return fmt::format(" ${{{}:{}}}", stop, to_string(asked_.judged->analysis->facts.today()));
        if (shape.scalar != ScalarType::none) return fmt::format(" ${}", stop);
        if (shape.named_map || shape.entry != nullptr) return fmt::format("\n  ${}", stop);
        const bool single = shape.item != nullptr && shape.item->scalar != ScalarType::none;
        return single ? fmt::format(" [${}]", stop) : fmt::format("\n  - ${}", stop);
    }

    [[nodiscard]] static std::string choice(const Shape& shape, int stop) {
        std::string words;
        for (std::size_t place = 0; place < shape.values.size(); ++place) {
            const EnumValue& value = shape.values[place];
            if (value.canonical != place) continue;
            // Signs that mean something among choices.
            if (value.name.find_first_of(",|}\\$") != std::string_view::npos) return fmt::format(" ${}", stop);
            words += fmt::format("{}{}", words.empty() ? "" : ",", value.name);
        }
        return fmt::format(" ${{{}|{}|}}", stop, words);
    }

    const Asked& asked_;
    const KindSpec& spec_;
    KindId kind_;
    int stop_ = 1;
};

}  // namespace

void offer_new_records(Offers& offers) {
    const Asked& asked = offers.asked();
    const Schema& schema = asked.judged->graph().schema();
    const std::map<KindId, std::size_t> beside = kinds_beside(asked);
    const PlaceInText& place = offers.place();
    const bool whole =
        offers.snippets() && place.top.empty() && !place.has_colon && !place.in_quotes && !place.in_brackets;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const KindId kind = KindId::from(index);
        const KindSpec& spec = schema[kind];
        if (!spec.of_records() || offers.is_beside(spec.name)) continue;
        Offer offer;
        offer.kind = whole ? OfferKind::snippet : OfferKind::kind;
        offer.label = spec.name;
        offer.title = spec.description;
        const bool name_alone = place.has_colon || place.in_quotes;
        offer.written =
            whole ? RecordSnippet(asked, kind).snippet() : fmt::format("{}{}", spec.name, name_alone ? "" : ": ");
        offer.snippet = whole;
        offer.group = beside.contains(kind) ? 0 : 1;
        offers.add(std::move(offer));
    }
}

void offer_new_ids(KindId kind, Offers& offers) {
    const Graph& graph = offers.asked().judged->graph();
    const auto offer = [&](std::string id, std::string_view why) {
        if (id.empty() || graph.find(kind, id)) return;
        offers.add({.kind = OfferKind::value, .label = std::move(id), .title = std::string(why), .is_text = true});
    };
    if (auto number = next_number(graph, kind)) return offer(std::move(*number), "the next number");
    if (const std::string_view title = top_value(offers.place(), "title"); !title.empty())
        offer(id_of_title(title), "after its title");
    const std::string_view path = offers.asked().document->path;
    std::string_view name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    offer(likely_id(name), "as the file is called");
}

}  // namespace ims
