#include "report/sections/sections.h"

namespace ims {

Words spoken(const Page& page, const Participant& participant) {
    std::vector<Message> words;
    if (participant.as(Part::owner)) words.push_back("owner");
    if (participant.as(Part::accountable)) words.push_back("accountable");
    if (participant.as(Part::responsible)) words.push_back("responsible");
    if (words.empty()) words.push_back("taking part");
    return page.say("{}", words);
}

Words discipline_words(const Page& page, DisciplineSet disciplines) {
    const bool all = disciplines.size() > 2 && disciplines == page.settings.in_force();
    return all && page.audience() == Audience::readers ? page.say("all disciplines")
                                                       : raw(spoken(page.settings, disciplines));
}

DisciplineSet answered_by(const Page& page, RecordId role) {
    DisciplineSet answers;
    for (const Responsibility& each : page.facts.responsibilities().all(role)) {
        if (each.answers) answers |= each.disciplines;
    }
    return answers;
}

Words holder_words(const Page& page, const Holders& holders) {
    return page.say("{0} {0:person|people}", holders.people.size() + holders.unnamed);
}

}  // namespace ims
