#include "lsp/offers/offers.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "yaml/write.h"

namespace ims {
namespace {

constexpr int kSnippetFormat = 2;
constexpr int kAdjustedIndentation = 2;
constexpr int kOutdatedTag = 1;

// What a client holds against what is typed: that which fits comes first, since some look at the beginning alone.
std::string text_to_filter_by(const Offer& offer, const WordFit& fit) {
    if (offer.title.empty()) return offer.label;
    if (!fit.by_title()) return fmt::format("{} {}", offer.label, offer.title);
    return fmt::format("{} {}", std::string_view(offer.title).substr(fit.in_title), offer.label);
}

}  // namespace

std::string in_snippet(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '$' || letter == '}' || letter == '\\') out += '\\';
        out += letter;
    }
    return out;
}

bool Offers::is_beside(std::string_view name) const {
    return std::ranges::find(place_.beside, name) != place_.beside.end();
}

void Offers::add(Offer offer) {
    const auto fit = typed_.fit(offer.label, offer.title);
    if (fit) add(std::move(offer), *fit, static_cast<std::uint32_t>(fitting_.size()));
}

void Offers::add(Offer offer, const WordFit& fit, std::uint32_t order) {
    fitting_.push_back({std::move(offer), fit, order});
}

std::string Offers::written(const Offer& offer) const {
    std::string text = offer.written.empty() ? offer.label : offer.written;
    if (offer.is_text && !place_.in_quotes && !can_be_plain(text, {place_.in_brackets, false}, ImpliedType::date))
        text = fmt::format("\"{}\"", escaped(text, ScalarStyle::double_quoted));
    if (place_.needs_braces) text = fmt::format("{{{}}}", text);
    return fmt::format("{}{}{}", place_.needs_blank ? " " : "", place_.needs_dash ? "- " : "", text);
}

Json Offers::item(const Fitting& fitting, std::size_t number, const Json& range) const {
    const Offer& offer = fitting.offer;
    Json item = Json::object({{"label", offer.label},
                              {"kind", static_cast<int>(offer.kind)},
                              {"sortText", fmt::format("{:03}", number)},
                              {"filterText", text_to_filter_by(offer, fitting.fit)}});
    if (!offer.title.empty()) item["detail"] = offer.title;
    if (!offer.beside.empty() && asked_.client.label_details)
        item["labelDetails"] = Json::object({{"description", offer.beside}});
    if (!offer.about.empty()) item["documentation"] = asked_.markup(offer.about);
    if (offer.outdated) item["tags"] = Json::list({kOutdatedTag});
    if (offer.snippet) {
        item["insertTextFormat"] = kSnippetFormat;
        item["insertTextMode"] = kAdjustedIndentation;
    }
    item["textEdit"] = Json::object({{"range", range}, {"newText", written(offer)}});
    return item;
}

Json Offers::json() {
    if (fitting_.empty()) return {};
    const std::size_t shown = std::min(fitting_.size(), kMost);
    const auto earlier = [](const Fitting& one, const Fitting& other) {
        return std::tuple(one.offer.group, one.fit.how, one.order) <
               std::tuple(other.offer.group, other.fit.how, other.order);
    };
    std::ranges::partial_sort(fitting_, fitting_.begin() + static_cast<std::ptrdiff_t>(shown), earlier);
    const Json range = asked_.range(place_.word);
    Json items = Json::list();
    for (std::size_t number = 0; number < shown; ++number) items.add(item(fitting_[number], number, range));
    return Json::object({{"isIncomplete", cut_ || shown < fitting_.size()}, {"items", std::move(items)}});
}

}  // namespace ims
