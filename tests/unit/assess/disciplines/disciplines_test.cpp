// Which disciplines records serve.
#include "assess/disciplines/disciplines.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

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
