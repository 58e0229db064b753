// No field by which records name others makes work that grows faster than the folder: for each field of the schema, a
// folder of n records in each shape that the field can have, and one of 2n. Where a piece of code works more than three
// times as much on the larger one, and again on one of 4n, it walks or looks up anew for each record what could be
// known once. Without IMS_LONG_TESTS, which also takes more records, every other of the shapes of a field is tried, in
// turn; IMS_GROWTH=process.part_of looks at the fields alone whose names begin so, in all their shapes.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "growth/counted_samples.h"
#include "growth/growth.h"
#include "growth/shapes.h"

using namespace ims;

namespace {

std::size_t from_environment(const char* name, std::size_t otherwise) {
    const char* const value = std::getenv(name);
    return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// What is known to grow too much up to a point, until it is mended: all that needs a thing through others is told of
// each such thing, and walks end at a thousand records (assess/records/reach.h).
struct Known {
    std::string_view link;  // as it begins
    std::string_view reason;
};
constexpr std::array kKnown{
    Known{"process.inputs.from to supplier", "each supplier looks anew for the processes that need it"},
    Known{"process.needs.what to supplier", "likewise"},
    Known{"process.needs.alternatives to supplier", "likewise"},
    Known{"asset.needs.alternatives to process", "likewise, through what may stand in"},
    Known{"supplier.needs.what", "likewise"},
    Known{"supplier.needs.alternatives", "likewise"},
    Known{"nonconformity.assets", "each nonconformity goes through all that name the same asset"},
    Known{"nonconformity.suppliers", "likewise"},
};
bool is_known(std::string_view link) {
    return std::getenv("IMS_GROWTH_KNOWN") == nullptr &&
           std::ranges::any_of(kKnown, [&](const Known& known) { return link.starts_with(known.link); });
}

// What grows too much of n to 2n, and of 2n to 4n.
std::vector<Growing> growing_twice(FolderMaker& maker, const Link& link, FolderShape shape, std::size_t n) {
    const FolderWork first = work_of(*maker.make(link, shape, n));
    const FolderWork second = work_of(*maker.make(link, shape, 2 * n));
    std::vector<Growing> out = growing(first, second, 2 * n);
    if (out.empty()) return out;
    const std::vector<Growing> again = growing(second, work_of(*maker.make(link, shape, 4 * n)), 4 * n);
    std::erase_if(out, [&](const Growing& each) {
        return std::ranges::find(again, each.address, &Growing::address) == again.end();
    });
    return out;
}

// Whether most kinds have the field: what holds of it in one of them holds in all.
bool is_common(const std::vector<ReferencePlace>& places, const Link& link) {
    const auto field_of = [](const ReferencePlace& place) { return place.path.back()->field; };
    std::set<KindId> kinds;
    for (const ReferencePlace& place : places) {
        if (field_of(place) == field_of(*link.place)) kinds.insert(place.kind);
    }
    return kinds.size() > 12;
}

std::vector<int> numbers(std::size_t n) {
    std::vector<int> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(static_cast<int>(i * 7919 % 104729));
    return out;
}

}  // namespace

TEST_CASE("work that grows with the square is seen, and that of sorting is none") {
    const auto seen = [](const auto& function) {
        std::size_t found = 0;
        const auto work = [&](std::size_t n) {
            const std::vector<int> all = numbers(n);
            return count_work([&] { found += function(all); });
        };
        return !growing(work(1000), work(2000), 2000).empty();
    };
    CHECK(seen(twice_by_pairs));
    CHECK(seen(copies));
    CHECK_FALSE(seen(twice_by_order));
}

TEST_CASE("each field that holds references is tried in some shape") {
    const Schema& schema = Schema::built_in();
    const auto places = reference_places(schema);
    CHECK(places.size() > 200);
    std::string shapes;
    for (const Link& link : links_of(schema, places)) {
        std::string line = name_of(schema, link) + ":";
        bool any = false;
        for (const FolderShape shape : kFolderShapes) {
            if (!FolderMaker::can_be(schema, link, shape)) continue;
            any = true;
            line += fmt::format(" {}", name_of(shape));
        }
        // ims.yaml is there once, and most of its fields name one record.
        CHECK_MESSAGE((any || schema[link.place->kind].settings), line);
        shapes += line + "\n";
    }
    if (std::getenv("IMS_GROWTH_SHAPES") != nullptr) std::fputs(shapes.c_str(), stdout);
}

TEST_CASE("no reference makes work that grows faster than the folder") {
    const Schema& schema = Schema::built_in();
    const auto places = reference_places(schema);
    const auto links = links_of(schema, places);
    const char* const wanted = std::getenv("IMS_GROWTH");
    const bool is_long = std::getenv("IMS_LONG_TESTS") != nullptr;
    const std::size_t n = from_environment("IMS_GROWTH_RECORDS", is_long ? 200 : 24);
    for (const bool full : {false, true}) {
        if (full && !is_long) continue;
        FolderMaker maker(schema, full);
        work_of(*maker.make(links.front(), FolderShape::star, 1));  // what is made once stays out of it
        std::size_t turn = 0;
        for (const Link& link : links) {
            ++turn;
            if (wanted != nullptr && !link.place->name.starts_with(wanted)) continue;
            const bool once = wanted == nullptr && !is_long && is_common(places, link);
            if (once && schema[link.place->kind].name != "process") continue;
            if (is_known(name_of(schema, link))) continue;
            for (const FolderShape shape : kFolderShapes) {
                if (!FolderMaker::can_be(schema, link, shape)) continue;
                // Every other one, in turn, so that neighbours among the fields are tried in different shapes.
                const bool left_out =
                    wanted == nullptr && !is_long && (static_cast<std::size_t>(shape) + turn) % 2 != 0;
                if (left_out) continue;
                const std::vector<Growing> found = growing_twice(maker, link, shape, n);
                if (found.empty()) continue;
                std::string text = fmt::format("{}, {} of {} and {} {}records:", name_of(schema, link), name_of(shape),
                                               n, 2 * n, full ? "full " : "");
                for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i)
                    text += "\n  " + told(found[i]);
                FAIL_CHECK(text);
            }
        }
    }
}
