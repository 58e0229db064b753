// What is compared with itself brings no news; and whichever record is taken out, what is found because of it says so.
#include <doctest/doctest.h>

#include <string>

#include "compare/comparison.h"
#include "judge/example_folders.h"
#include "link/graph_names.h"

using namespace ims;

namespace {

bool any_news(const Analysis& now, const Analysis& before) {
    const Comparison comparison = compare(now, {.before = &before});
    for (std::size_t index = 0; index < now.findings.size(); ++index) {
        if (comparison.of(FindingId::from(index)) != Novelty::known) return true;
    }
    return comparison.mended() > 0;
}

// The text without the document that a record stands in.
std::string without(const std::string& text, std::size_t begin) {
    std::size_t from = text.rfind("\n---\n", begin);
    from = from == std::string::npos ? 0 : from + 1;
    std::size_t to = text.find("\n---\n", begin);
    to = to == std::string::npos ? text.size() : to + 1;
    return text.substr(0, from) + text.substr(to);
}

}  // namespace

TEST_CASE("no example has news compared with itself") {
    for (const char* name : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        const test::Texts files = test::example(name);
        const auto one = test::analysis_of(files);
        const auto other = test::analysis_of(files);
        CHECK_MESSAGE(!any_news(*one, *other), name);
    }
}

TEST_CASE("what is found because a record is gone names it") {
    for (const auto& [name, step] : {std::pair{"minimal", 1}, std::pair{"corner-shop", 12}}) {
        const test::Texts files = test::example(name);
        const auto before = test::analysis_of(files);
        const std::span<const RecordId> all = before->graph.all();
        for (std::size_t index = 0; index < all.size(); index += static_cast<std::size_t>(step)) {
            const RecordView record = before->graph[all[index]];
            const Span place = before->graph.record(all[index]).id_span();
            const std::string path = before->sources[place.file].path;
            test::Texts fewer = files;
            fewer[path] = without(fewer[path], place.begin);
            const auto now = test::analysis_of(fewer);
            REQUIRE(now != nullptr);
            const Comparison comparison = compare(*now, {.before = before.get()});
            for (std::size_t at = 0; at < now->findings.size(); ++at) {
                const FindingId id = FindingId::from(at);
                if (comparison.of(id) == Novelty::known) continue;
                const std::string why = for_editors(comparison.why(id), now->graph);
                INFO(record.name().text(), " is gone; ", for_editors(now->findings[at].message, now->graph), ": ", why);
                CHECK(why.find("`" + std::string(record.id()) + "` is gone") != std::string::npos);
            }
        }
    }
}
