// Which disciplines records serve.
#include "assess/disciplines/disciplines.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

TEST_CASE("an interested party without disciplines is a matter of what meets its needs") {
    const Folder folder(R"(interested_party: guests
title: Guests
needs:
  - {need: To be safe, met_by: [control/exits, process/serve]}
  - {need: To be heard, met_by: objective/answers}
---
interested_party: named
title: Named
disciplines: [environment]
needs: {need: To be heard, met_by: objective/answers}
---
interested_party: unmet
title: Unmet
needs: {need: To be let in}
---
control: exits
title: Exits
risks: [fire]
---
risk: fire
title: Fire
disciplines: [health-and-safety]
---
process: serve
title: Serve
---
objective: answers
title: Answers
measure: Days
disciplines: [quality]
)");
    const auto served = [&](std::string_view name) {
        return folder.names(folder.facts().disciplines(folder.id(name)));
    };
    CHECK(served("interested_party/guests") == "quality, health-and-safety");
    CHECK(served("interested_party/named") == "environment");
    CHECK(served("interested_party/unmet") == "");
}

TEST_CASE("a control without disciplines serves those of its risks and obligations") {
    const Folder folder(R"(control: derived
title: Derived
risks: [fire]
---
control: named
title: Named
disciplines: [environment]
risks: [fire]
---
control: idle
title: Idle
---
control: of-retired
title: Of something retired
risks: [gone]
---
risk: fire
title: Fire
disciplines: [health-and-safety, business-continuity]
---
risk: gone
title: Gone
status: retired
disciplines: [quality]
---
obligation: fire-law
title: Fire law
source: law
requires: exits
disciplines: [quality]
controls: [derived]
)");
    const auto disciplines = [&](std::string_view name) {
        return folder.names(folder.facts().disciplines(folder.id(name)));
    };
    CHECK(disciplines("control/derived") == "quality, health-and-safety, business-continuity");
    CHECK(disciplines("control/named") == "environment");
    CHECK(disciplines("control/idle") == "");
    CHECK(disciplines("control/of-retired") == "");
    CHECK(disciplines("risk/fire") == "health-and-safety, business-continuity");
}
