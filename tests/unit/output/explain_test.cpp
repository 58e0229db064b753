#include "output/explain.h"
#include "built_in.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace ims;

TEST_CASE("every rule explains itself with an example that it reports") {
    for (const RuleEntry& each : built_in_book().entries()) {
        const std::string text = explain_rule(built_in_rules(), each.id, {});
        CAPTURE(each.name);
        CHECK(text.starts_with(fmt::format("{}: {}\n===", each.name, for_editors(each.summary))));
        CHECK(text.find("\nHow to mend it\n------") != std::string::npos);
        if (built_in_rules()[each.id].page.reported.empty()) continue;
        CHECK(text.find(fmt::format("[{}]: ", each.name)) != std::string::npos);
        CHECK(text.find("\nis reported:\n\n") < text.find(fmt::format("[{}]: ", each.name)));
    }
}
