// The days of a document for programs that keep calendars, after RFC 5545: whole days that block nobody's time. What an
// event is known by outlives its day, so that a calendar that reads it again moves the event and has it once.
#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "output/document/document_format.h"

namespace ims {
namespace {

// Of a text: what would end it early, or is no text at all, is taken out.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '\\' || c == ';' || c == ',') out += {'\\', c};
        else if (c == '\t') out += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') out += c;
    }
    return out;
}

// A line of at most 75 bytes; what is longer goes on behind a blank, and no character is cut.
std::string folded(std::string_view line) {
    constexpr std::size_t kMost = 75;
    std::string out;
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < line.size();) {
        const std::size_t length = decode_utf8(line, offset).length;
        if (width + length > kMost) {
            out += "\r\n ";
            width = 1;
        }
        out += line.substr(offset, length);
        width += length;
        offset += length;
    }
    return out + "\r\n";
}

// Without the `-` between its parts.
std::string basic(Date day) {
    std::string text = to_string(day);
    std::erase(text, '-');
    return text;
}

constexpr std::size_t kHashDigits = 24;

// Two folders that one person subscribes to have each their own, wherever they lie.
std::string folder_of(const Document& document) {
    return sha256_hex(document.organisation + '\n' + document.scope).substr(0, 16) + ".ims";
}

class IcsWriter {
public:
    IcsWriter(const Document& document, const DocumentStyle& style, const Sink& sink)
        : document_(document), style_(style), sink_(sink) {}

    void write(const CalendarOf& calendar) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//ims//calendar//EN");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        text("X-WR-CALNAME", calendar.name);
        text("X-WR-CALDESC", calendar.says);
        for (const CalendarEvent& event : calendar.events) add(event);
        line("END", "VCALENDAR");
    }

private:
    void line(std::string_view name, std::string_view value) { sink_(folded(fmt::format("{}:{}", name, value))); }
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) line(name, escaped(value));
    }

    void add(const CalendarEvent& event) {
        line("BEGIN", "VEVENT");
        line("UID", fmt::format("{}@{}", sha256_hex(event.key).substr(0, kHashDigits), folder_of(document_)));
        line("DTSTAMP", basic(document_.today) + "T000000Z");
        line("DTSTART;VALUE=DATE", basic(event.day));
        text("SUMMARY", event.title);
        text("DESCRIPTION", event.description);
        std::string categories;
        for (const std::string& each : event.categories) categories += (categories.empty() ? "" : ",") + escaped(each);
        if (!categories.empty()) line("CATEGORIES", categories);
        const auto link = link_target(style_, event.link, "html");
        if (link && link->is_address)
            line("URL", link->fragment.empty() ? link->path : link->path + '#' + link->fragment);
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    const Document& document_;
    const DocumentStyle& style_;
    const Sink& sink_;
};

}  // namespace

void document_formats::ics(const Document& document, const DocumentStyle& style, const Sink& sink) {
    if (document.calendar) IcsWriter(document, style, sink).write(*document.calendar);
}

}  // namespace ims
