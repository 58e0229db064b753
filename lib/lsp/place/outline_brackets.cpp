// Lists and maps within brackets, and texts between quotes, which may go on over several lines. What is not closed ends
// where a line is not indented deeper than what it belongs to: there something else begins.
#include <algorithm>

#include "lsp/place/outliner.h"

namespace ims {

// The first byte that is no blank of the next line that still belongs to what was opened in this column.
std::optional<std::uint32_t> Outliner::line_that_goes_on(std::uint32_t line_end, std::int64_t column) const {
    for (std::uint32_t at = line_end; at < end_;) {
        const std::uint32_t begin = next_line(at);
        const std::uint32_t first = after_blanks(begin);
        at = end_of_line(begin);
        if (first < at) {
            const bool closes = byte(first) == ']' || byte(first) == '}';
            return closes || first - begin > column ? std::optional(first) : std::nullopt;
        }
        // Where the cursor is, something is about to be typed.
        if (cursor_ >= begin && cursor_ <= at && cursor_ - begin > column) return at;
    }
    return std::nullopt;
}

void Outliner::brackets(std::uint32_t part, std::int64_t column) {
    out_.parts[part].holds = Holds::brackets;
    out_.parts[part].slot.end = at_;
    brackets_.assign(1, {byte(at_) == '[', part});
    ++at_;
    begin_slot(part, brackets_.back().list);
    while (!brackets_.empty() && at_ < end_) within_brackets(column);
    if (!brackets_.empty()) out_.parts[current_].slot.end = at_;
    brackets_.clear();
}

void Outliner::begin_slot(std::uint32_t holder, bool list) {
    OutlinePart part;
    part.holder = holder;
    part.is = list ? Is::item : Is::word;
    part.in_brackets = true;
    part.slot = {at_, at_};
    current_ = static_cast<std::uint32_t>(out_.parts.size());
    out_.parts.push_back(part);
}

void Outliner::within_brackets(std::int64_t column) {
    const char here = byte(at_);
    OutlinePart& part = out_.parts[current_];
    if (here == '\n' || here == '\r') {
        const auto next = line_that_goes_on(at_, column);
        if (next) at_ = *next;
        else {
            part.slot.end = at_;
            brackets_.clear();
        }
    } else if (here == ' ' || here == '\t') {
        ++at_;
    } else if (here == '#' && is_end_of_word(at_ - 1)) {
        comment(at_);
        at_ = end_of_line(at_);
    } else if (here == ',') {
        part.slot.end = at_++;
        begin_slot(brackets_.back().holder, brackets_.back().list);
    } else if (here == ']' || here == '}') {
        part.slot.end = at_++;
        current_ = brackets_.back().holder;
        brackets_.pop_back();
    } else if ((here == '[' || here == '{') && part.holds != Holds::text) {
        part.holds = Holds::brackets;
        part.slot.end = at_++;
        brackets_.push_back({here == '[', current_});
        begin_slot(current_, here == '[');
    } else if ((here == '"' || here == '\'') && part.holds == Holds::nothing) {
        quotes(current_, column, true);
        if (byte(after_blanks(at_)) == ':') {
            at_ = after_blanks(at_);
            key_ends();
        }
    } else {
        plain_in_brackets(end_of_line(at_));
    }
}

// At the colon behind what turns out to be a key.
void Outliner::key_ends() {
    OutlinePart& part = out_.parts[current_];
    const std::uint32_t holder = current_;
    const ByteRange key = part.text;
    const bool key_quoted = part.quoted;
    ++at_;
    if (part.is == Is::item) {  // `[key: value]`: a map of one entry
        part.holds = Holds::more;
        part.text = part.slot = {part.slot.begin, part.slot.begin};
        begin_slot(holder, false);
    }
    OutlinePart& entry = out_.parts[current_];
    entry.is = Is::entry;
    entry.key = key;
    entry.key_quoted = key_quoted;
    entry.quoted = false;
    entry.holds = Holds::nothing;
    entry.slot = {at_, at_};
    entry.text = {at_, at_};
}

void Outliner::plain_in_brackets(std::uint32_t line_end) {
    constexpr std::string_view kSigns = ",[]{}";
    const std::uint32_t begin = at_;
    const auto is_sign = [&](std::uint32_t at) { return kSigns.find(byte(at)) != std::string_view::npos; };
    const auto ends_key = [&](std::uint32_t at) {
        return byte(at) == ':' && (is_end_of_word(at + 1) || is_sign(at + 1)) && out_.parts[current_].is != Is::entry;
    };
    while (at_ < line_end && !is_sign(at_) && !ends_key(at_) && !(byte(at_) == '#' && is_end_of_word(at_ - 1))) ++at_;
    OutlinePart& part = out_.parts[current_];
    std::uint32_t end = at_;
    while (end > begin && is_end_of_word(end - 1)) --end;
    if (part.holds == Holds::nothing || part.holds == Holds::text) {
        if (part.holds == Holds::nothing) part.text = {begin, end};
        else part.text.end = std::max(part.text.end, end);
        part.holds = Holds::text;
    }
    if (at_ < line_end && ends_key(at_)) key_ends();
    else if (at_ == begin) ++at_;  // an opening bracket within a text
}

std::optional<std::uint32_t> Outliner::closing_quote(std::uint32_t from, char quote, std::int64_t column) const {
    for (std::uint32_t at = from; at < end_; ++at) {
        const char here = text_[at];
        if (here == '\\' && quote == '"') {
            ++at;
        } else if (here == quote) {
            if (quote == '"' || byte(at + 1) != quote) return at;
            ++at;
        } else if (here == '\n' || here == '\r') {
            const auto next = line_that_goes_on(at, column);
            if (!next) return std::nullopt;
            at = *next - 1;
        }
    }
    return std::nullopt;
}

void Outliner::quotes(std::uint32_t part, std::int64_t column, bool in_brackets) {
    const std::uint32_t begin = at_ + 1;
    OutlinePart& about = out_.parts[part];
    about.holds = Holds::text;
    about.quoted = true;
    if (const auto close = closing_quote(begin, byte(at_), column)) {
        about.text = {begin, *close};
        at_ = *close + 1;
        return;
    }
    // Not closed: as far as it may go here.
    std::uint32_t end = begin;
    const std::uint32_t line_end = end_of_line(begin);
    while (end < line_end && !(in_brackets && std::string_view(",]}").find(text_[end]) != std::string_view::npos))
        ++end;
    about.text = {begin, end};
    at_ = end;
}

}  // namespace ims
