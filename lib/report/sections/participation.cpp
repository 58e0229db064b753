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

DisciplineSet answered_by(const Page& page, RecordId role) {
    DisciplineSet answers;
    for (const Responsibility& each : page.facts.responsibilities(role)) {
        if (each.answers) answers |= each.disciplines;
    }
    return answers;
}

std::string holder_words(const Holders& holders) {
    return counted(holders.people.size() + holders.unnamed, "person", "people");
}

}  // namespace ims
