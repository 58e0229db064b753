// Names in a sentence of which some stand for several things: "A.5.2, A.5.9 to A.5.37 and 34 more". What is not shown
// is counted in things, never in names, so that the sum adds up for a reader who does it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"

namespace ims {

struct CountedName {
    std::string text;
    std::size_t count = 1;  // how many things it stands for
};

// As join_names does it.
inline std::string join_counted(std::span<const CountedName> names, Ticks ticks, std::size_t limit) {
    std::vector<std::string> shown;
    std::size_t hidden = 0;
    // One more name is shorter than "and 1 more".
    const bool all = names.size() <= limit + 1;
    for (const CountedName& each : names) {
        if (all || shown.size() < limit) shown.push_back(each.text);
        else hidden += each.count;
    }
    if (hidden == 0) return join_names(shown, ticks, shown.size());
    std::string text;
    for (const std::string& each : shown) {
        if (!text.empty()) text += ", ";
        text += ticks == Ticks::yes ? '`' + visible(each) + '`' : visible(each);
    }
    return text + " and " + std::to_string(hidden) + " more";
}

}  // namespace ims
