// A folder does not differ from itself, and what a change does its way back undoes.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "compare/difference.h"
#include "judge/example_folders.h"

using namespace ims;

namespace {

std::size_t count(const FolderDifference& difference, ChangeSort sort) {
    return static_cast<std::size_t>(std::ranges::count(difference.changes.all(), sort, &RecordChange::sort));
}

// "deliver quality PDCA PdCA", as seen from one side or the other.
std::multiset<std::string> cells(const FolderDifference& difference, const Analysis& before, const Analysis& now,
                                 bool back) {
    std::multiset<std::string> out;
    for (const CellChange& each : difference.cells) {
        const std::string name = each.process.now.known()      ? now.graph[each.process.now].name().text()
                                 : each.process.before.known() ? before.graph[each.process.before].name().text()
                                                               : "ims";
        const auto text = [](const Cell* cell) { return cell == nullptr ? std::string("none") : cell->code(); };
        const std::string was = text(back ? each.now : each.before);
        const std::string is = text(back ? each.before : each.now);
        out.insert(name + " " + each.discipline + " " + was + " " + is);
    }
    return out;
}

// Without the `number`th file of records; nothing where there is none.
test::Texts without_file(const test::Texts& files, std::size_t number) {
    test::Texts fewer = files;
    for (auto file = fewer.begin(); file != fewer.end(); ++file) {
        if (!file->first.ends_with(".yaml") || file->first == "ims.yaml" || number-- > 0) continue;
        fewer.erase(file);
        return fewer;
    }
    return {};
}

}  // namespace

TEST_CASE("no example differs from itself") {
    for (const char* name : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        const test::Texts files = test::example(name);
        const auto one = test::analysis_of(files);
        const auto other = test::analysis_of(files);
        const FolderDifference difference = find_difference(one.get(), *other);
        CHECK_MESSAGE(difference.nothing(), name);
        CHECK_MESSAGE(difference.concerned.empty(), name);
    }
}

TEST_CASE("what a change does its way back undoes") {
    const test::Texts files = test::example("corner-shop-siloed");
    const auto whole = test::analysis_of(files);
    for (std::size_t number = 0; number < files.size(); number += 9) {
        const test::Texts fewer = without_file(files, number);
        if (fewer.empty()) break;
        const auto less = test::analysis_of(fewer);
        const FolderDifference there = find_difference(whole.get(), *less);
        const FolderDifference back = find_difference(less.get(), *whole);
        CAPTURE(number);
        CHECK(count(there, ChangeSort::gone) == count(back, ChangeSort::added));
        CHECK(count(there, ChangeSort::gone) > 0);
        const auto fresh = [](const FolderDifference& each) {
            return std::ranges::count_if(each.come, [&](FindingId id) { return each.novelty(id) == Novelty::fresh; });
        };
        CHECK(static_cast<std::size_t>(fresh(there)) == back.closed.size());
        CHECK(there.closed.size() == static_cast<std::size_t>(fresh(back)));
        CHECK(there.come.size() - static_cast<std::size_t>(fresh(there)) == back.lessened.size());
        CHECK(cells(there, *whole, *less, false) == cells(back, *less, *whole, true));
        CHECK(there.recovery.size() == back.recovery.size());
        // Whom a change concerns its way back concerns too.
        CHECK(there.concerned.size() == back.concerned.size());
    }
}
