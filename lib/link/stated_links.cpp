#include "link/stated_links.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ims {
namespace {

bool says_the_same(const StatedLink& a, const StatedLink& b) {
    return a.field == b.field && a.to == b.to && !a.clause && !b.clause;
}

}  // namespace

void join_repeated(std::vector<StatedLink>& links, std::vector<std::vector<std::uint32_t>>& more_places) {
    const auto add_place = [&](StatedLink& link, std::uint32_t value) {
        if (link.more == 0) {
            more_places.emplace_back();
            link.more = static_cast<std::uint32_t>(more_places.size());
        }
        more_places[link.more - 1].push_back(value);
    };
    auto kept = links.begin();
    for (auto first = links.begin(); first != links.end();) {
        const auto last =
            std::find_if(first, links.end(), [&](const StatedLink& each) { return each.from != first->from; });
        std::ranges::sort(first, last, {},
                          [](const StatedLink& each) { return std::tuple(each.field, each.to, each.value); });
        const auto begin = kept;
        for (; first != last; ++first) {
            if (kept != begin && says_the_same(*std::prev(kept), *first)) add_place(*std::prev(kept), first->value);
            else *kept++ = *first;
        }
        std::ranges::sort(begin, kept, {}, &StatedLink::value);
    }
    links.erase(kept, links.end());
}

}  // namespace ims
