#include "yaml/documents.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ims {

namespace {

// `---` or `...`, then a blank or the end of the line.
bool at_marker(const Cursor& cursor, char c) {
    return cursor.peek() == c && cursor.peek(1) == c && cursor.peek(2) == c && cursor.separates(3);
}

// Of YAML 1, any version; a directive of another name is for other programs.
bool is_understood(std::string_view directive) {
    constexpr std::string_view kVersion = "%YAML";
    if (!directive.starts_with(kVersion)) return true;
    directive.remove_prefix(kVersion.size());
    if (!directive.empty() && !is_blank(directive.front())) return directive.front() != '\r';
    directive.remove_prefix(std::min(directive.find_first_not_of(" \t"), directive.size()));
    if (!directive.starts_with("1.")) return false;
    directive.remove_prefix(2);
    const std::size_t digits = std::min(directive.find_first_not_of("0123456789"), directive.size());
    directive.remove_prefix(digits);
    const std::size_t rest = directive.find_first_not_of(" \t\r");
    return digits > 0 && (rest == std::string_view::npos || (rest > 0 && directive[rest] == '#'));
}

}  // namespace

DocumentSplitter::DocumentSplitter(std::string_view bytes, std::uint32_t begin, Problems& problems)
    : problems_(problems) {
    cursor_.bytes = bytes;
    cursor_.end = static_cast<std::uint32_t>(bytes.size());
    cursor_.begin_line(begin);
}

bool DocumentSplitter::next(DocumentPart& part) {
    part.begin = any_ ? cursor_.at : 0;
    if (!skip_prefix(part)) {
        if (any_) return false;
        part.line = part.content = part.end = cursor_.end;
    } else {
        find_end(part);
    }
    any_ = true;
    return true;
}

// Over comments and directives to the beginning of a document; false where none follows.
bool DocumentSplitter::skip_prefix(DocumentPart& part) {
    directive_ = kNoPlace;
    for (;;) {
        cursor_.skip_to_content();
        if (cursor_.done()) break;
        const bool at_line = cursor_.column() == 0;
        if (at_line && cursor_.peek() == '%') {
            read_directive();
        } else if (at_line && at_marker(cursor_, '.')) {
            if (directive_ != kNoPlace) break;
            skip_end_marker();
        } else if (at_line && at_marker(cursor_, '-')) {
            part.line = cursor_.line;
            part.content = cursor_.at + 3;
            return true;
        } else {
            if (directive_ != kNoPlace) break;
            part.line = part.content = cursor_.line;
            return true;
        }
    }
    if (directive_ == kNoPlace) return false;
    problems_.add({Mistake::directive_without_document, directive_, directive_ + 1});
    part.line = part.content = cursor_.line;
    return !cursor_.done();
}

void DocumentSplitter::read_directive() {
    if (directive_ == kNoPlace) directive_ = cursor_.at;
    const std::uint32_t begin = cursor_.at;
    cursor_.skip_line();
    if (!is_understood(cursor_.bytes.substr(begin, cursor_.at - begin))) {
        problems_.add({Mistake::wrong_directive, begin, cursor_.at});
    }
}

// Over a line `...`.
void DocumentSplitter::skip_end_marker() {
    cursor_.at += 3;
    cursor_.skip_blanks();
    const std::uint32_t begin = cursor_.at;
    const bool text = !cursor_.at_line_end() && !cursor_.at_comment();
    cursor_.skip_line();
    if (text) problems_.add({Mistake::text_after_document_end, begin, cursor_.at});
}

void DocumentSplitter::find_end(DocumentPart& part) {
    cursor_.at = part.content;
    for (;;) {
        cursor_.skip_line();
        part.end = cursor_.at;
        if (cursor_.done()) return;
        cursor_.enter_next_line();
        part.end = cursor_.at;
        if (at_marker(cursor_, '-')) return;
        if (!at_marker(cursor_, '.')) continue;
        skip_end_marker();
        if (!cursor_.done()) cursor_.enter_next_line();
        return;
    }
}

}  // namespace ims
