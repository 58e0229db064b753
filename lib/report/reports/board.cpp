// One printed page for those who decide: where things stand, whether that is better or worse than at the last review,
// what it may cost, and what is asked of them.
#include "assess/overview/since_review.h"
#include "report/sections/overview.h"
#include "report/sections/sections.h"

namespace ims::reports::board {
namespace {

// What fits a page.
struct Room {
    std::size_t rows;  // of the matrix, the system among them
    MostAsked asked;
};
constexpr Room kRoom = {.rows = 17, .asked = {.questions = 6, .named = 3, .deciders = 2}};
// Where not all processes can be shown, there are many of everything.
constexpr Room kRoomForMany = {.rows = 8, .asked = {.questions = 5, .named = 2, .deciders = 1}};

Words told_decisions(const Page& page, const SinceReview& since) {
    if (since.decided() == 0) return page.say("It decided nothing that is on record.");
    if (since.decided() == 1) {
        return page.say("Its one decision is {}.", since.done > 0      ? page.say("done")
                                                   : since.late > 0    ? strong(page.say("late"))
                                                   : since.to_come > 0 ? page.say("not due yet")
                                                                       : page.say("without a day"));
    }
    std::vector<Words> parts;
    if (since.done > 0) parts.push_back(page.say("{} done", since.done));
    if (since.late > 0) parts.push_back(strong(page.say("{} late", since.late)));
    if (since.to_come > 0) parts.push_back(page.say("{} not due yet", since.to_come));
    if (since.undated > 0) parts.push_back(page.say("{} without a day", since.undated));
    return page.say("Of its {} decisions: {:all}.", since.decided(), parts);
}

Words told_objectives(const Page& page, const SinceReview& since) {
    if (since.compared() == 0)
        return page.say(
            "Whether things are better or worse than then cannot be judged: no objective was measured both before and "
            "since.");
    const Words how = since.further == 0 && since.nearer == 0 ? page.say("unchanged")
                      : since.further == 0                    ? page.say("better")
                      : since.nearer == 0                     ? page.say("worse")
                                                              : page.say("better in part, worse in part");
    std::vector<Words> parts;
    if (since.nearer > 0) parts.push_back(page.say("{} nearer to what they aim at", since.nearer));
    if (since.further > 0) parts.push_back(page.say("{} further from it", since.further));
    if (since.unchanged > 0) parts.push_back(page.say("{} unchanged", since.unchanged));
    return page.say(
        "{0} {0:objective was|objectives were} measured before and since; by {0:it|them} things are {1}: {2:all}.",
        since.compared(), strong(how), parts);
}

Words counted_or_no(const Page& page, std::size_t count) { return count == 0 ? page.say("no") : page.say("{}", count); }

Words told_events(const Page& page, const SinceReview& since) {
    return page.say("Since then {0} {1:incident|incidents} and {2} {3:nonconformity|nonconformities} were recorded.",
                    counted_or_no(page, since.incidents), since.incidents, counted_or_no(page, since.nonconformities),
                    since.nonconformities);
}

void add_since(Page& page) {
    page.heading(2, "Better or worse than at the last review");
    const auto since = since_last_review(page.graph, page.facts.today());
    if (!since)
        return page.paragraph(
            "No management review was found to have been held, so there is nothing to compare with: better or worse "
            "cannot be judged.");
    page.paragraph(in_a_row({page.say("The last one was {}, on {}.", page.titled(since->review), since->day),
                             told_decisions(page, *since), told_objectives(page, *since), told_events(page, *since)}));
}

// So that one long title does not push the rest from the page.
void shorten(Words& words) {
    constexpr std::size_t kLongest = 48;
    Words out;
    for (Inline part : words.parts()) {
        if (part.text.size() > kLongest && part.kind == Inline::Kind::record) {
            std::size_t end = kLongest;
            while (end > 0 && (static_cast<unsigned char>(part.text[end]) & 0xc0U) == 0x80U) --end;
            part.text = part.text.substr(0, end) + "…";
        }
        out.add(std::move(part));
    }
    words = std::move(out);
}

void shorten(Document& document) {
    for (Block& block : document.blocks) {
        if (Paragraph* const paragraph = std::get_if<Paragraph>(&block)) shorten(paragraph->words);
        Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        for (std::vector<TableCell>& row : table->rows) {
            for (TableCell& cell : row) shorten(cell.words);
        }
    }
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "board", Page::Frame::paper, "Board report");
    const Overview overview = overview_of(page);
    page.heading(2, "In short");
    page.paragraph(in_a_row(conclusions(page, overview)));
    add_since(page);
    add_exposures(page, overview);
    const Room& room = overview.matrix.rows.size() < kRoom.rows ? kRoom : kRoomForMany;
    add_decisions_asked(page, overview, room.asked);
    add_matrix(page, overview.matrix, room.rows);
    Document document = page.finish();
    document.paper = Paper::one_page;
    shorten(document);
    return document;
}

}  // namespace ims::reports::board
