#include "diagnostics/look_alikes.h"

#include <doctest/doctest.h>

#include "diagnostics/voice.h"

using namespace ims;

TEST_CASE("by which character words differ that look alike") {
    const auto check = [](std::string_view word, std::string_view meant, std::string_view expected) {
        CAPTURE(word);
        Arena arena;
        CHECK(for_editors(how_they_differ(word, meant, arena)) == expected);
    };
    check("drіver", "driver", "character 3 of `drіver` is Cyrillic і (U+0456), and of `driver` it is Latin i (U+0069)");
    check("driver", "drіver", "character 3 of `driver` is Latin i (U+0069), and of `drіver` it is Cyrillic і (U+0456)");
    check("line-l", "line-I",
          "character 6 of `line-l` is Latin small l (U+006C), and of `line-I` it is Latin capital I (U+0049)");
    check("Ｔeam", "Team",
          "character 1 of `Ｔeam` is wide capital Ｔ (U+FF34), and of `Team` it is Latin capital T (U+0054)");
    check("dri\u00adver", "driver", "behind `dri` stands a soft hyphen (U+00AD), which cannot be seen");
    check("\u200bdriver", "driver", "it begins with a zero-width space (U+200B), which cannot be seen");
    check("Driver", "driver", "");
    check("MÜLLER", "müller", "");
    check("driver", "driver", "");
}
