// When records are to be looked at again.
#include "assess/dates/reviews.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

TEST_CASE("when a review is due") {
    const Folder folder(R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
review: {every: 6 months}
# file: records.yaml
risk: next
title: Next
review: {last: 2026-01-31, every: 1 y, next: 2026-02-02}
---
risk: every
title: Every
review: {last: 2026-01-31, every: 1 month}
---
risk: house
title: As everywhere in the house
review: {last: 2026-01-31}
---
risk: never
title: Never
---
risk: broken
title: Cannot be read
review: {last: 2020-01-01, next: soon}
)",
                        Folder::Records::faulty);
    const auto due = [&](std::string_view name) {
        const auto date = folder.facts().review_due(folder[name]);
        return date ? to_string(*date) : "none";
    };
    CHECK(due("risk/next") == "2026-02-02");
    CHECK(due("risk/every") == "2026-02-28");
    CHECK(due("risk/house") == "2026-07-31");
    CHECK(due("risk/never") == "none");
    CHECK(due("risk/broken") == "none");
}
