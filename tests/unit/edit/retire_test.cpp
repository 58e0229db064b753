#include "edit/retire.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "analyzed.h"
#include "edit/apply.h"
#include "edit/lost_comments.h"
#include "edit/render.h"

using namespace ims;

namespace {

// What records.yaml becomes, or why it does not; then why what stays does, and what it says itself.
std::string retired(std::string_view folder, std::string_view name, std::string_view other = {}) {
    const auto analysis = analyzed(folder);
    const auto by = other.empty() ? std::nullopt : std::optional(id_of(*analysis, other));
    const auto retirement = retire(*analysis, id_of(*analysis, name), by);
    if (!retirement) return retirement.error().message();
    std::string out;
    if (retirement->fix.operations.empty()) {
        out = "nothing to do\n";
    } else {
        const auto files = apply(*analysis, retirement->fix);
        if (!files) return files.error().message();
        REQUIRE(files->size() == 1);
        out = files->front().bytes;
    }
    for (const StayingPlace& each : retirement->staying)
        out += "stays " + std::to_string(static_cast<int>(each.why)) + ": " + each.place.text + "\n";
    for (const LeftField& each : retirement->left)
        out += "left: " + std::string(each.name) + " " + std::to_string(each.items) + "\n";
    return out;
}

constexpr std::string_view kOther = "---\nrole: b\ntitle: B\n";

}  // namespace

TEST_CASE("the status is written where it stands, or behind the title") {
    CHECK(retired("site: a\ntitle: A\naddress: There\n", "site/a") ==
          "site: a\ntitle: A\nstatus: retired\naddress: There\n");
    CHECK(retired("site: a\ntitle: A\nstatus: 'draft' # b\n", "site/a") ==
          "site: a\ntitle: A\nstatus: 'retired' # b\n");
    CHECK(retired("site: a\ntitle: A\nstatus:\n", "site/a") == "site: a\ntitle: A\nstatus: retired\n");
    CHECK(retired("{site: a, title: A}\n", "site/a") == "{site: a, title: A, status: retired}\n");
    CHECK(retired("site: a\ntitle: A\nstatus: retired\n", "site/a") == "nothing to do\n");
    CHECK(retired("# file: ims.yaml\norganisation: O\ndefaults: {site: {status: draft}}\n# file: records.yaml\nsite: "
                  "a\ntitle: A\n",
                  "site/a") == "site: a\ntitle: A\nstatus: retired\n");
}

TEST_CASE("another one takes over where it is named") {
    CHECK(retired("role: a\ntitle: A\n---\nrole: b\ntitle: B\n---\nrole: c\ntitle: C\nreports_to: role/a\n", "role/a",
                  "role/b") ==
          "role: a\ntitle: A\nstatus: retired\nreplaced_by: b\n---\nrole: b\ntitle: B\n---\nrole: c\ntitle: C\n"
          "reports_to: role/b\n");
    CHECK(retired("role: a\ntitle: A\nstatus: retired\nreplaced_by: b\n---\nrole: b\ntitle: B\n", "role/a", "role/b") ==
          "nothing to do\n");
    CHECK(retired("role: a\ntitle: A\nreplaced_by: c\n---\nrole: b\ntitle: B\n---\nrole: c\ntitle: C\n", "role/a",
                  "role/b") ==
          "records.yaml:3: it says already that `c` replaced it; change that first, if `role/b` did");
}

TEST_CASE("a list that holds it already loses the item") {
    const std::string begin = "role: a\ntitle: A\nstatus: retired\nreplaced_by: b\n" + std::string(kOther);
    const auto list = [&](std::string_view written) {
        const std::string text =
            retired(begin + "---\nrole: c\ntitle: C\ndeputies: " + std::string(written) + "\n", "role/a", "role/b");
        REQUIRE_MESSAGE(text.starts_with(begin), text);
        return text.substr(begin.size() + std::string_view("---\nrole: c\ntitle: C\ndeputies: ").size());
    };
    CHECK(list("[a, b]") == "[b]\n");
    CHECK(list("[role/b, d, role/a]") == "[role/b, d]\n");
    CHECK(list("[a, role/a]") == "[b]\n");
    CHECK(list("\n  - a\n  - b") == "\n  - b\n");
    CHECK(list("a") == "b\n");
    CHECK(list("[a]") == "[b]\n");
}

TEST_CASE("a list that names it several times is left to people") {
    CHECK(retired("role: a\ntitle: A\n" + std::string(kOther) + "---\nrole: c\ntitle: C\ndeputies: [a, role/a, b]\n",
                  "role/a",
                  "role/b") == "records.yaml:9: this list names `role/a` several times; take all but one out first");
}

TEST_CASE("nobody names himself") {
    const std::string begin = "role: a\ntitle: A\nstatus: retired\nreplaced_by: b\n";
    CHECK(retired(begin + "---\nrole: b\ntitle: B\nreports_to: a\npurpose: P\n", "role/a", "role/b") ==
          begin + "---\nrole: b\ntitle: B\npurpose: P\n");
    CHECK(retired(begin + "---\nrole: b\ntitle: B\nincludes: [a]\n", "role/a", "role/b") ==
          begin + "---\nrole: b\ntitle: B\n");
    CHECK(retired(begin + "---\nrole: b\ntitle: B\nincludes: [a, c]\n", "role/a", "role/b") ==
          begin + "---\nrole: b\ntitle: B\nincludes: [c]\n");
    const std::string conflicts = begin + "---\nrole: b\ntitle: B\nconflicts_with: [{role: a}]\n";
    CHECK(retired(conflicts, "role/a", "role/b") == "nothing to do\nstays 1: a\n");
}

TEST_CASE("what tells of the past stays, and what only one could accept") {
    const std::string text =
        "role: a\ntitle: A\nstatus: retired\nreplaced_by: b\n---\nrole: b\ntitle: B\n---\nincident: i\ntitle: I\n"
        "date: 2026-01-01\ntype: breach\nowner: a\n---\nrisk: r\ntitle: R\naccepted: {by: a, reason: So}\n---\nrole: "
        "c\n"
        "title: C\nstatus: retired\nreplaced_by: a\ndeputies: [a]\n";
    CHECK(retired(text, "role/a", "role/b") == "nothing to do\nstays 4: a\nstays 2: a\nstays 5: a\nstays 5: a\n");
    CHECK(retired(text, "role/a") == "nothing to do\nstays 4: a\nstays 2: a\nstays 5: a\nstays 5: a\n");
}

TEST_CASE("a link that may be written on either side goes over from the side of the one that is retired") {
    const std::string begin = "control: a\ntitle: A\nstatus: retired\nreplaced_by: b\n";
    const std::string rest = "---\nrisk: r\ntitle: R\n---\nrisk: s\ntitle: S\ncontrols: [b]\n---\nrisk: t\ntitle: T\n";
    const auto other = [&](const std::string& said, const std::string& fields, std::string_view others) {
        std::string text = retired(begin + said + "---\ncontrol: b\ntitle: B\n" + fields + std::string(others),
                                   "control/a", "control/b");
        const std::string before = begin + said + "---\ncontrol: b\ntitle: B\n";
        REQUIRE_MESSAGE(text.starts_with(before), text);
        REQUIRE_MESSAGE(text.ends_with(others), text);
        return text.substr(before.size(), text.size() - before.size() - others.size());
    };
    CHECK(other("risks: [r, s, t]\n", "owner: o\n", rest) == "risks: [r, t]\nowner: o\n");
    CHECK(other("risks: [r, s, t]\n", "risks: [r]  # c\n", rest) == "risks: [r, t]  # c\n");
    CHECK(other("risks: [r, risk/r, t]\n", "risks:\n  - s\n", rest) == "risks:\n  - s\n  - r\n  - t\n");
    CHECK(other("risks: r\nprocesses: p\n", "risks: t\n", rest + "---\nprocess: p\ntitle: P\n") ==
          "processes: [p]\nrisks: [t, r]\n");
    // Both sides say it, or what is named is retired itself.
    CHECK(retired(begin + "risks: [r]\n---\ncontrol: b\ntitle: B\n---\nrisk: r\ntitle: R\ncontrols: [a]\n", "control/a",
                  "control/b") ==
          begin + "risks: [r]\n---\ncontrol: b\ntitle: B\n---\nrisk: r\ntitle: R\ncontrols: [b]\n");
    CHECK(retired(begin + "risks: [r]\n---\ncontrol: b\ntitle: B\n---\nrisk: r\ntitle: R\nstatus: retired\n",
                  "control/a", "control/b") == "nothing to do\n");
    // A program had better not.
    CHECK(retired(begin + "risks: [r]\n---\ncontrol: b\ntitle: B\nrisks: &r [t]\nx_risks: *r\n" + rest, "control/a",
                  "control/b") == "nothing to do\nleft: risks 1\n");
}

TEST_CASE("what it says itself is told") {
    const std::string role =
        "role: a\ntitle: A\nstatus: retired\npurpose: P\nholders: 1\nincludes: [c, d]\n"
        "responsibilities: [{does: X}, {does: Y}]\nprocesses: [p]\nnot_applicable: {quality: So}\ntags: [x]\n";
    const std::string rest = "---\nrole: c\ntitle: C\n---\nrole: d\ntitle: D\n---\nprocess: p\ntitle: P\n";
    CHECK(retired(role + rest, "role/a") ==
          "nothing to do\nleft: includes 2\nleft: responsibilities 2\nleft: processes 1\nleft: not_applicable 0\n");
    const std::string text =
        retired(role + "---\nrole: b\ntitle: B\nincludes: [d]\nprocesses: [p]\n" + rest, "role/a", "role/b");
    CHECK(text.substr(text.find("left:")) ==
          "left: holders 0\nleft: includes 1\nleft: responsibilities 2\nleft: not_applicable 0\n");
}

TEST_CASE("no process feeds itself") {
    const std::string begin = "process: a\ntitle: A\nstatus: retired\nreplaced_by: b\n---\nprocess: b\ntitle: B\n";
    CHECK(
        retired(begin + "inputs:\n  - item: x\n    from: [process/a]\n  - {item: y, from: process/a}\noutputs: [{item: "
                        "z, to: [process/a, process/c]}]\n",
                "process/a",
                "process/b") == begin + "inputs:\n  - item: x\n  - {item: y}\noutputs: [{item: z, to: [process/c]}]\n");
}

TEST_CASE("comments that go with what is taken out") {
    const auto analysis = analyzed(
        "role: a\ntitle: A\n---\nrole: b\ntitle: B\nincludes:\n  # above\n  - a  # '#' one\n"
        "  - c  # two\nreports_to: a # three\nx_note: 'a # b'\n");
    const auto retirement = retire(*analysis, id_of(*analysis, "role/a"), id_of(*analysis, "role/b"));
    REQUIRE(retirement);
    const auto edits = render(*analysis, retirement->fix);
    REQUIRE(edits);
    std::vector<std::string> comments;
    for (const Edit& edit : *edits) std::ranges::copy(lost_comments(*analysis, edit), std::back_inserter(comments));
    CHECK(comments == std::vector<std::string>{"# '#' one", "# three"});
}

TEST_CASE("an alias that cannot follow stops it") {
    CHECK(
        retired("role: a\ntitle: A\n---\nrole: b\ntitle: B\n---\ndocument: d\ntitle: D\ntype: form\nowner: &o a\n"
                "approved: {by: *o, date: 2026-01-01}\n",
                "role/a", "role/b") ==
        "records.yaml:10: what stands here is read at several places by aliases, and not all of them may name another "
        "role; write them out first");
}
