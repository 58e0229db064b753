// What a reader sees in a file: the one form in which all readers of YAML are compared. Texts are in NFC, in which we
// read them and others do not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ims::test {

enum class Shape : char {
    null = '~',  // nothing, or the word `null` without quotes
    plain = ':',
    single_quoted = '\'',
    double_quoted = '"',
    literal = '|',
    folded = '>',
    unknown = '?',  // a text whose quotes the reader does not tell: it has a tag
    list = '[',
    list_end = ']',
    map = '{',
    map_end = '}',
    alias = '*',
    document_end = '.',
};

struct Event {
    Shape shape = Shape::null;
    std::uint32_t anchor = 0;  // which of the file's anchors this value has, from 1, or an alias names; 0: none
    std::string text;
    bool operator==(const Event&) const = default;
};

inline bool is_scalar(const Event& event) {
    return event.shape != Shape::list && event.shape != Shape::list_end && event.shape != Shape::map &&
           event.shape != Shape::map_end && event.shape != Shape::alias && event.shape != Shape::document_end;
}

// `null`, `~` and what else says nothing when it stands without quotes.
inline bool says_nothing(std::string_view plain) {
    return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

struct Reading {
    std::vector<Event> events;  // documents that hold nothing are left out
    std::string refusal;        // why the file cannot be read; empty where it can
    [[nodiscard]] bool refused() const { return !refusal.empty(); }
};

// Puts a reading together, event by event.
class ReadingBuilder {
public:
    // An empty name: no anchor.
    void add_scalar(Shape shape, std::string text, std::string_view anchor = {});
    void open(Shape shape, std::string_view anchor = {});
    void close();
    // False where nothing has this name.
    [[nodiscard]] bool add_alias(std::string_view name);
    void end_document();
    [[nodiscard]] Reading take() { return std::move(reading_); }

private:
    std::uint32_t define(std::string_view anchor);

    Reading reading_;
    std::vector<Shape> open_;
    std::size_t document_ = 0;  // where its events begin
    std::map<std::string, std::uint32_t, std::less<>> anchors_;
    std::uint32_t count_ = 0;
};

// On one line: `!why` or a mark for each event, its anchor before it, its text behind it between quotes.
std::string to_line(const Reading& reading);
Reading from_line(std::string_view line);

// As yaml-cpp's nodes tell it: every alias replaced by what it names, all quotes and blocks alike. A reading with more
// than `limit` events then is refused.
Reading loosened(const Reading& reading, std::size_t limit = 100'000);

}  // namespace ims::test
