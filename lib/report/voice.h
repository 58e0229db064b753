// The voice of reports. To readers it names records by their titles, as links, fields and words as people call them,
// and nothing that only somebody with the files before them understands; to editors it says what `check` says.
#pragma once

#include <functional>
#include <string>

#include "diagnostics/voice.h"
#include "link/graph.h"
#include "report/document.h"

namespace ims {

struct VoiceOfPage {
    Audience audience = Audience::readers;
    const Graph& graph;
    std::function<Inline(RecordId)> titled;  // a link to a record, by its title
    RecordId subject;  // a person's own page names them; elsewhere one is told by a role of theirs
};

Words in_voice(const VoiceOfPage& voice, const Message& message);

// "4 hours", "1 week", "1 hour 30 minutes".
std::string spoken(Duration duration);

// Words that a report made already: shown as they are. They outlive the message.
Argument argument(Arena& arena, const Words& words);
Argument argument(Arena& arena, const Inline& part);

}  // namespace ims
