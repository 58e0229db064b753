// Records of all folders by a part of their id or title, those that fit best first.
#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "lsp/judged/asked.h"

namespace ims::requests {
namespace {

constexpr std::size_t kMostSymbols = 200;
constexpr int kSymbolOfRecord = 5;  // a class, as the protocol counts

struct FoundSymbol {
    int distance = 0;
    std::string_view id;
    std::size_t folder = 0;
    RecordId record;
    [[nodiscard]] auto order() const { return std::tuple(distance, id.size(), id, folder, record); }
};

// 0 for what is meant most likely; none where nothing fits.
std::optional<int> distance(const RecordView& record, std::string_view asked) {
    const std::string id = to_lower(record.id());
    if (id == asked) return 0;
    if (id.starts_with(asked)) return 1;
    const std::string title = to_lower(record.title());
    if (title.starts_with(asked)) return 2;
    if (id.find(asked) != std::string::npos) return 3;
    if (title.find(asked) != std::string::npos) return 4;
    const std::string name = fmt::format("{}/{}", record.kind_name(), id);
    const std::string words = fmt::format("{} {}", record.kind_name(), id);
    return name.find(asked) != std::string::npos || words.find(asked) != std::string::npos ? std::optional(5)
                                                                                           : std::nullopt;
}

}  // namespace

Reply workspace_symbols(const Asked& asked) {
    const std::string query = to_lower(composed(trim(text_at(asked.params, {"query"}))));
    std::vector<FoundSymbol> found;
    for (std::size_t folder = 0; folder < asked.folders.size(); ++folder) {
        const Graph& graph = asked.folders[folder]->graph();
        for (const RecordId record : graph.all()) {
            if (const auto far = distance(graph[record], query))
                found.push_back({*far, graph[record].id(), folder, record});
        }
    }
    const std::size_t most = std::min(found.size(), kMostSymbols);
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(most), {}, &FoundSymbol::order);
    found.resize(most);
    Json symbols = Json::list();
    for (const FoundSymbol& each : found) {
        const JudgedState& judged = *asked.folders[each.folder];
        const RecordView record = judged.graph()[each.record];
        std::string name(record.id());
        if (record.title() != record.id()) name += fmt::format(" — {}", shorten(record.title(), 100));
        symbols.add(Json::object({{"name", std::move(name)},
                                  {"kind", kSymbolOfRecord},
                                  {"containerName", record.kind_name()},
                                  {"location", asked.location(judged, record.id_span())}}));
    }
    return symbols;
}

}  // namespace ims::requests
