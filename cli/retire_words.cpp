#include "cli/retire_words.h"

#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

std::string words_of_staying(Stays why, std::size_t count) {
    const bool one = count == 1;
    const std::string places = fmt::format("{} still name{} it", counted(count, "place"), one ? "s" : "");
    switch (why) {
        case Stays::nobody: return places + ", and `ims check` tells of each (retired-reference)";
        case Stays::itself:
            return places +
                   fmt::format(" where the other one would name itself; change {} by hand", one ? "it" : "these");
        case Stays::decision: return places + " for what was accepted; somebody has to accept that anew";
        case Stays::clause: return places + " by a clause; those of the other standard may be numbered otherwise";
        case Stays::past:
            return places + (one ? ", and may: it tells of the past" : ", and may: they tell of the past");
        case Stays::retired:
            return places + (one ? " in a record that is retired itself" : " in records that are retired themselves");
    }
    return {};
}

std::string words_of_left(const std::vector<LeftField>& left, const std::string& name, const std::string& other) {
    std::vector<std::string> fields;
    for (const LeftField& each : left) {
        fields.push_back(each.items == 0 ? fmt::format("`{}`", each.name)
                                         : fmt::format("`{}` ({})", each.name, each.items));
    }
    return fmt::format("`{}` takes with it what it says itself: {}; copy to {} what is still to be done", name,
                       join_names(fields, Ticks::no, fields.size()),
                       other.empty() ? "whoever goes on with it" : fmt::format("`{}`", other));
}

}  // namespace ims
