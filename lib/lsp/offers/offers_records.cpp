// Ids of records, where one names another.
#include <algorithm>
#include <tuple>
#include <unordered_set>

#include <fmt/format.h>

#include "lsp/offers/begun_records.h"
#include "lsp/offers/offers.h"
#include "lsp/told/told_text.h"
#include "schema/catalogues.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct FittingRecord {
    RecordId record;
    WordFit fit;
    bool with_kind = false;  // `role/cashier`
    bool last = false;       // retired, or not of this folder
    std::string_view id;
};

class RecordOffers {
public:
    RecordOffers(const PlaceInSchema& where, const ReferenceSpec& reference, Offers& offers)
        : where_(where),
          reference_(reference),
          offers_(offers),
          graph_(offers.asked().judged->graph()),
          schema_(graph_.schema()),
          beside_(offers.place().beside.begin(), offers.place().beside.end()) {
        const std::string_view typed = offers.place().typed;
        const std::size_t slash = typed.find('/');
        if (slash != std::string_view::npos) kind_typed_ = schema_.find_kind(typed.substr(0, slash));
        if (kind_typed_) typed_ = TypedWord(typed.substr(slash + 1));
    }

    void run() {
        const std::vector<KindId> kinds = kinds_to_offer();
        for (const KindId kind : kinds) find_fitting(kind);
        const std::size_t shown = std::min(fitting_.size(), Offers::kMost);
        const auto earlier = [](const FittingRecord& one, const FittingRecord& other) {
            return std::tuple(one.last, one.fit.how, one.with_kind, one.id) <
                   std::tuple(other.last, other.fit.how, other.with_kind, other.id);
        };
        std::ranges::partial_sort(fitting_, fitting_.begin() + static_cast<std::ptrdiff_t>(shown), earlier);
        if (shown < fitting_.size()) offers_.leave_out();
        for (std::size_t place = 0; place < shown; ++place) add(fitting_[place], static_cast<std::uint32_t>(place));
        if (std::ranges::find(kinds, kinds::standard) != kinds.end()) offer_built_in_standards();
        for (const BegunRecord& begun : begun_records(offers_.asked(), kinds)) add(begun);
        if (takes_any() && !kind_typed_) offer_kinds();
    }

private:
    [[nodiscard]] bool takes_any() const { return reference_.kinds.empty() && !reference_.same_kind; }

    [[nodiscard]] std::vector<KindId> kinds_to_offer() const {
        std::vector<KindId> all;
        for (std::size_t index = 0; index < schema_.kinds().size(); ++index) {
            const KindId kind = KindId::from(index);
            const KindSpec& spec = schema_[kind];
            const bool same = reference_.same_kind && where_.kind == kind;
            const bool named = std::ranges::find(reference_.kinds, spec.name) != reference_.kinds.end();
            if (!spec.of_records() || !(takes_any() || same || named)) continue;
            if (!kind_typed_ || kind_typed_ == kind) all.push_back(kind);
        }
        return all;
    }

    // Whether an id alone does not say which record is meant, or the kind is typed already.
    [[nodiscard]] bool is_named_with_kind(KindId kind) const {
        if (kind_typed_ || takes_text_too()) return true;
        if (reference_.same_kind) return false;
        if (!reference_.bare.empty()) return schema_[kind].name != reference_.bare;
        return reference_.kinds.size() != 1;
    }

    [[nodiscard]] bool takes_text_too() const {
        return std::ranges::any_of(where_.shapes, [&](const Shape& shape) {
            return shape.reference == &reference_ && shape.scalar == ScalarType::reference_or_text;
        });
    }

    [[nodiscard]] bool is_there_already(std::string_view kind, std::string_view id) const {
        if (beside_.empty()) return false;
        return beside_.contains(id) || beside_.contains(fmt::format("{}/{}", kind, id));
    }

    void find_fitting(KindId kind) {
        const std::string_view kind_name = schema_[kind].name;
        const bool not_self = (reference_.not_self || reference_.tree) && where_.kind == kind;
        const std::string_view own = not_self ? top_value(offers_.place(), kind_name) : std::string_view();
        const bool with_kind = is_named_with_kind(kind);
        for (const RecordId each : graph_.of_kind(kind)) {
            const RecordView record = graph_[each];
            // Titles are looked up, which takes longer than all else here.
            const auto fit = typed_.fit(record.id(), typed_.empty() ? std::string_view() : record.title());
            if (!fit || (not_self && record.id() == own) || is_there_already(kind_name, record.id())) continue;
            fitting_.push_back({each, *fit, with_kind, record.retired() || record.built_in(), record.id()});
        }
    }

    void add(const FittingRecord& fitting, std::uint32_t order) {
        const RecordView record = graph_[fitting.record];
        Offer offer;
        offer.kind = OfferKind::record;
        offer.label = fitting.with_kind ? record.name().text() : std::string(record.id());
        offer.title = record.title();
        offer.outdated = record.retired();
        offer.group = fitting.last ? 1 : 0;
        offer.is_text = true;
        const std::string owner = owner_of(record);
        const std::string_view path = record.built_in() ? std::string_view() : graph_.sources()[record.file()].path;
        offer.beside = fmt::format("{}{}{}", owner, owner.empty() || path.empty() ? "" : " · ", path);
        ToldText about(offers_.asked().client);
        if (record.status() == Status::draft) about.own("A draft. ");
        if (record.retired()) about.own("Retired. ");
        if (const std::string_view says = record[fields::description].text(); !says.empty()) about.raw(says);
        offer.about = about.take();
        offers_.add(std::move(offer), fitting.fit, order);
    }

    void add(const BegunRecord& begun) {
        const std::string_view kind = schema_[begun.kind].name;
        const auto fit = typed_.fit(begun.id, begun.title);
        if (!fit || is_there_already(kind, begun.id) || begun.id == top_value(offers_.place(), kind)) return;
        Offer offer;
        offer.kind = OfferKind::record;
        offer.label = is_named_with_kind(begun.kind) ? fmt::format("{}/{}", kind, begun.id) : std::string(begun.id);
        offer.title = begun.title;
        offer.beside = begun.path;
        offer.is_text = true;
        offers_.add(std::move(offer), *fit, static_cast<std::uint32_t>(Offers::kMost));
    }

    [[nodiscard]] std::string owner_of(const RecordView& record) const {
        const FieldView owner = record[fields::owner];
        if (!owner) return {};
        const auto target = target_of(graph_, owner);
        return std::string(target ? target->title() : owner.text());
    }

    // Which no record and no discipline names yet: they are read once one does.
    void offer_built_in_standards() {
        auto order = static_cast<std::uint32_t>(Offers::kMost);
        for (const BuiltInCatalogue& catalogue : built_in_catalogues()) {
            if (graph_.find(kinds::standard, catalogue.id) || is_there_already("standard", catalogue.id)) continue;
            const std::string_view title = title_in(catalogue.text);
            const auto fit = typed_.fit(catalogue.id, title);
            if (!fit) continue;
            Offer offer;
            offer.kind = OfferKind::record;
            const bool with_kind = is_named_with_kind(kinds::standard);
            offer.label = fmt::format("{}{}", with_kind ? "standard/" : "", catalogue.id);
            offer.title = title;
            offer.beside = "comes with ims";
            offer.group = 1;
            offers_.add(std::move(offer), *fit, order++);
        }
    }

    static std::string_view title_in(std::string_view catalogue) {
        constexpr std::string_view kKey = "\ntitle: ";
        const std::size_t key = catalogue.find(kKey);
        if (key == std::string_view::npos) return {};
        std::string_view title = catalogue.substr(key + kKey.size());
        title = title.substr(0, title.find('\n'));
        if (title.size() > 1 && title.front() == '"' && title.back() == '"') title = title.substr(1, title.size() - 2);
        return title;
    }

    void offer_kinds() {
        for (const KindSpec& kind : schema_.kinds()) {
            if (!kind.of_records()) continue;
            Offer offer;
            offer.kind = OfferKind::kind;
            offer.label = fmt::format("{}/", kind.name);
            offer.title = "and the id of one";
            offer.group = offers_.place().typed.empty() ? 0 : 1;
            offers_.add(std::move(offer));
        }
    }

    const PlaceInSchema& where_;
    const ReferenceSpec& reference_;
    Offers& offers_;
    const Graph& graph_;
    const Schema& schema_;
    std::unordered_set<std::string_view> beside_;
    std::optional<KindId> kind_typed_;
    TypedWord typed_{offers_.place().typed};
    std::vector<FittingRecord> fitting_;
};

}  // namespace

void offer_records(const PlaceInSchema& where, const ReferenceSpec& reference, Offers& offers) {
    RecordOffers(where, reference, offers).run();
}

}  // namespace ims
