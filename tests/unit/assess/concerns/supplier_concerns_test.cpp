// What concerns suppliers: through those that need them, and without.
#include "assess/concerns/supplier_concerns.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

std::string asked(const Folder& folder, std::string_view supplier) {
    return folder.names(folder.facts().concerned_by(folder.id(supplier)));
}

}  // namespace

TEST_CASE("a supplier is asked for what its users carry, hazards that name it, and what it handles is about") {
    const Folder folder(R"(process: sell
title: Sell
risks: [wrong]
needs: [{what: supplier/host}, {what: supplier/keeper}, {what: supplier/cleaner}]
---
supplier: cleaner
title: Needed, and no more
provides: a clean shop
---
supplier: host
title: Needed, and named by a hazard
provides: software
---
supplier: mailer
title: Handles information, and is needed by nothing
provides: letters
handles: [list]
---
supplier: keeper
title: Handles information too, and is needed
provides: copies
handles: [list]
---
supplier: named
title: Named by a threat alone
provides: letters
---
supplier: old
title: Retired
status: retired
provides: letters
handles: [list]
---
asset: list
title: List
obligations: [secrecy]
---
obligation: secrecy
title: Secrecy
source: law
requires: secrecy
disciplines: [business-continuity]
---
obligation: other
title: Does not apply
source: law
requires: nothing
applies: no
why_not: we are too small
disciplines: [environment]
assets: [list]
---
risk: wrong
title: Wrong
disciplines: [quality]
---
risk: leak
title: Leak
disciplines: [information-security]
assets: [list]
suppliers: [named]
---
risk: fall
title: Fall
type: hazard
disciplines: [health-and-safety]
suppliers: [host]
)");
    CHECK(asked(folder, "supplier/host") == "quality, health-and-safety");
    CHECK(asked(folder, "supplier/mailer") == "information-security, business-continuity");
    CHECK(asked(folder, "supplier/named") == "");
    CHECK(asked(folder, "supplier/old") == "");
    CHECK(asked(folder, "supplier/keeper") == "quality, health-and-safety, information-security, business-continuity");
    // What it handles is no need: a process does not carry it by needing the supplier.
    CHECK(folder.names(folder.facts().process(folder.id("process/sell"))->concerned) == "quality, health-and-safety");
    const Disciplines& disciplines = folder.facts().disciplines();
    const Concerns& concerns = folder.facts().concerns();
    CHECK(folder.names(nearest_disciplines(folder["supplier/named"], disciplines, concerns)) == "information-security");
    CHECK(folder.names(nearest_disciplines(folder["supplier/mailer"], disciplines, concerns)) ==
          "information-security, business-continuity");
    // Nothing concerns it more nearly than those who need it.
    CHECK(folder.names(nearest_disciplines(folder["supplier/cleaner"], disciplines, concerns)) ==
          "quality, health-and-safety");
}
