#include "base/text.h"
#include "report/sections/sections.h"

namespace ims {

std::string spoken(const Participant& participant) {
    std::vector<std::string_view> words;
    if (participant.as(Part::owner)) words.emplace_back("owner");
    if (participant.as(Part::accountable)) words.emplace_back("accountable");
    if (participant.as(Part::responsible)) words.emplace_back("responsible");
    if (words.empty()) words.emplace_back("taking part");
    return join_names(words, Ticks::no);
}

}  // namespace ims
