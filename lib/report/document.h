// A report as plain data: what it says, not how it looks. All texts are raw, as people and records wrote them; to keep
// them from breaking a page is up to each format. Nothing here points into the records: a document stands by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"

namespace ims {

// A piece of a line. A record is told with its lasting name and its place, so that every format can lead there.
struct Inline {
    enum class Kind : std::uint8_t { text, strong, emphasis, code, record, place, section, report, url };
    Kind kind = Kind::text;
    std::string text;        // what a reader sees
    std::string target;      // record: `role/cashier`; section: an anchor; report: `gaps`, `role role/cashier`; url
    std::string path;        // record, place: from the folder of ims.yaml; empty where there is no file to go to
    std::uint32_t line = 0;  // record, place: from 1
    bool divides = false;    // text: stands between two items of a list, which programs take apart there
};

// A line of text. What a report says is said by `say` (page.h); what a record says, or a number, is `raw`.
class Words {
public:
    Words() = default;
    Words(Inline part) { add(std::move(part)); }

    // What stands side by side without being one sentence: for voices, and for texts of records.
    void add(Inline part);
    void add(const Words& words);

    [[nodiscard]] bool empty() const { return parts_.empty(); }
    [[nodiscard]] const std::vector<Inline>& parts() const { return parts_; }
    // What a reader sees, without any mark-up.
    [[nodiscard]] std::string plain() const;

private:
    std::vector<Inline> parts_;
};

// A text as it stands.
Words raw(std::string_view text);
// With a capital at its beginning, unless a title or a word of a record stands there.
Words capitalised(Words words);
// All of it, whatever it is made of.
Words strong(Words words);
Inline strong(std::string_view text);
Inline emphasis(std::string_view text);
Inline code(std::string_view text);
Inline url(std::string_view text, std::string_view address);
// A link to another report, where it is written too: `gaps`; or `role` about `role/cashier`.
Inline to_report(std::string_view text, std::string_view report, std::string_view subject = {});

// Sentences one after the other; empty ones are left out.
Words in_a_row(const std::vector<Words>& sentences);

// The items with ", " between them; a text that divides them, so that a list stays one.
Words listed(const std::vector<Words>& items, std::string_view separator = ", ");
Words listed(const std::vector<Inline>& items, std::string_view separator = ", ");
// The same where some items may say nothing, which stand in their places: one of several columns of a list.
Words in_lines(const std::vector<Words>& items);
// A list as a piece of a line, or an item of another list.
Words undivided(const Words& words);
// The items of a list; one where it is none.
std::vector<Words> items_of(const Words& words);

struct Heading {
    int level = 2;  // 1: the title
    Words words;
    std::string anchor;   // the words in lower case, joined by `-`; each once in a document
    bool detail = false;  // what stands below it is looked up, not read: a comment folds it
};

struct Paragraph {
    Words words;
};

// Worth a frame of its own: how to read what follows, or a warning.
struct Note {
    Words words;
};

struct Bullets {
    struct Item {
        Words words;
        std::vector<Words> below;
    };
    bool numbered = false;
    std::vector<Item> items;
};

// What a cell says to a program: nothing of its own, so what its words say; null, so that it is not known; or a value.
using MachineValue =
    std::variant<std::monostate, std::nullptr_t, bool, std::int64_t, double, std::string, std::vector<std::string>>;

// Whether what a cell says is well or not. Never the only way in which it is told.
enum class Tone : std::uint8_t { none, good, fair, poor, bad, muted };

struct TableCell {
    TableCell() = default;
    TableCell(Words shown) : words(std::move(shown)) {}
    TableCell(Inline shown) : words(std::move(shown)) {}
    TableCell(Words shown, MachineValue said) : words(std::move(shown)), value(std::move(said)) {}
    // A number says itself.
    static TableCell number(std::size_t count);
    static TableCell day(std::optional<Date> date);

    Words words;
    MachineValue value;
    Tone tone = Tone::none;
    // Why `value` is null although there is something to say: "no target". Programs read it beside the value.
    std::string why_null = {};
};

struct Column {
    enum class Align : std::uint8_t { left, centre, right };
    // What a program reads in a cell without a value of its own: its words, the name of the record that it names, or
    // the names of all.
    enum class Holds : std::uint8_t { text, record, records };
    // People need no column that says the same in every row, or what a link says already.
    enum class For : std::uint8_t { all, programs };
    std::string key;    // `accepted_by`; each once in a table
    std::string title;  // "Accepted by"
    Align align = Align::left;
    Holds holds = Holds::text;
    For readers = For::all;
    // Readers may have only those rows shown that say one of its words, also where the column itself is for programs:
    // by discipline, owner, site, grade.
    bool is_facet = false;
};

// Which cells of a table are made: all, or those alone that people see or filter rows by.
enum class MadeCells : std::uint8_t { all, shown };

struct Table {
    // A card has one row, which reads better from top to bottom. A line has one row too, and its cells stand one behind
    // the other, small and without their titles: what a report is about.
    // The empty cells of a form are to be filled in by hand: signatures, a time.
    enum class Layout : std::uint8_t { grid, card, line, form };
    std::string key = {};    // `gaps-by-role`; each once in a document
    std::string title = {};  // for formats that show tables without their headings
    std::vector<Column> columns = {};
    std::vector<std::vector<TableCell>> rows = {};
    Layout layout = Layout::grid;
    // People see so many rows, and then how many more there are; programs see all.
    std::size_t most_shown = kAllRows;
    static constexpr std::size_t kAllRows = static_cast<std::size_t>(-1);
    // Whether a reader may put the rows in another order; not where their order is an axis.
    bool sortable = true;
};

// Boxes and arrows; each format draws them with what it has.
struct Diagram {
    // layers: one behind the other, as the arrows go. lanes: each group from left to right, one below the other, and
    // beside them what is in no group. around: the first node in the middle, and around it each group as a list with
    // a title and one line; without arrows of its own.
    enum class Layout : std::uint8_t { layers, lanes, around };
    enum class Shape : std::uint8_t { box, round, store, person, diamond };
    // strong: the one that counts; what it is says its label.
    enum class Line : std::uint8_t { solid, dashed, strong };
    enum class Direction : std::uint8_t { right, down };
    // In lanes, of a node beside them: left or right. Around: of a group; what is left gives to the middle, what is
    // right is given by it, what is above and below just belongs to it.
    enum class Side : std::uint8_t { left, right, above, below };
    struct Node {
        std::string label;
        Shape shape = Shape::box;
        std::optional<std::size_t> group = std::nullopt;
        std::optional<Inline> link = std::nullopt;  // the record that it stands for
        std::string note = {};                      // below the label: "24 hours, shown"
        Side side = Side::left;
    };
    struct Arrow {
        std::size_t from = 0;
        std::size_t to = 0;
        std::string label;
        Line line = Line::solid;
        std::vector<std::string> items = {};  // what goes along it: told beside the drawing, not in it
    };
    struct Group {
        std::string title;
        Side side = Side::left;
    };
    Layout layout = Layout::layers;
    Direction direction = Direction::right;
    std::vector<Node> nodes;
    std::vector<Arrow> arrows;
    std::vector<Group> groups;
    std::string says;  // the same in words, for those who do not see it
};

// How numbers went: lines over the same steps, from left to right.
struct Chart {
    struct Line {
        std::string name;
        std::vector<std::optional<double>> values;  // one a step; none: not known there
    };
    std::vector<std::string> steps;  // what stands below each: a day
    std::vector<Line> lines;         // none below 0
    std::string says;                // the same in words, for those who do not see it
};

// What can be looked for among the pages that are written together. A format that a program of its own can stand in
// offers a field for it; else, and where that program may not run, it says `otherwise`.
struct Search {
    struct Entry {
        std::string title;
        std::string about;   // what it is, in a few words
        std::string target;  // as links to reports tell it: `record risk/fire`
        std::string words;   // by which it is found too
    };
    std::vector<Entry> entries;
    Words otherwise;
};

using Block = std::variant<Heading, Paragraph, Note, Bullets, Table, Diagram, Chart, Search>;

// How its pages lie where they are printed: upright; across, for wide tables; small, so that all of it fits one page.
enum class Paper : std::uint8_t { upright, across, one_page };

// A day in a calendar, as plain text.
struct CalendarEvent {
    // What it is known by from run to run: of its record and field, and of which of several; never of its day, its
    // place in a file or a list, or its wording. Each once in a document.
    std::string key;
    Date day;
    std::string title;
    std::string description;  // in lines
    std::vector<std::string> categories;
    Inline link = {};  // where it is written
};

struct CalendarOf {
    std::string name;  // what a program for calendars calls it: "Florist, Petal & Post"
    std::string says;  // what stands in it, and what has no day
    std::vector<CalendarEvent> events;
};

struct Document {
    std::string report;   // `gaps`
    std::string subject;  // the lasting name of the record that it is about; empty: all of them
    std::string title;
    std::string organisation;
    std::string scope;
    Date today;
    Paper paper = Paper::upright;
    std::vector<Block> blocks;
    std::optional<CalendarOf> calendar = {};  // none: it is no report of days
};

}  // namespace ims
