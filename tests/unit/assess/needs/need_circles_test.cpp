// Which things need each other to be back.
#include "assess/needs/need_circles.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

// "asset/a asset/b (3)": a way round, and how many need each other.
std::vector<std::string> circles(std::string_view records) {
    const Folder folder(records);
    std::vector<std::string> out;
    for (const NeedCircle& circle : find_need_circles(folder.facts().needs()))
        out.push_back(folder.names(circle.way) + " (" + std::to_string(circle.members) + ")");
    return out;
}

}  // namespace

TEST_CASE("a circle of needs is told once, lowest record first") {
    CHECK(circles(R"(asset: a
title: A
needs: [{what: asset/b}]
---
asset: b
title: B
needs: [{what: site/c}]
---
site: c
title: C
needs: [{what: asset/a}, {what: role/d}]
---
role: d
title: D
)") == std::vector<std::string>{"asset/a, asset/b, site/c (3)"});
}

TEST_CASE("what bridges the time, and what may stand in, breaks a circle") {
    CHECK(circles(R"(asset: a
title: A
needs: [{what: asset/b, workaround: 2 h}]
---
asset: b
title: B
needs: [{what: asset/a}]
---
asset: c
title: C
needs: [{what: asset/d, alternatives: [asset/a]}, {what: asset/c}]
---
asset: d
title: D
needs: [{what: asset/c}]
)")
              .empty());
}
