#include "lsp/place/text_outline.h"

#include "lsp/place/outliner.h"

namespace ims {

bool Outliner::is_end_of_word(std::uint32_t at) const {
    const char here = byte(at);
    return here == ' ' || here == '\t' || here == '\n' || here == '\r';
}

std::uint32_t Outliner::end_of_line(std::uint32_t at) const {
    while (at < end_ && text_[at] != '\n' && text_[at] != '\r') ++at;
    return at;
}

std::uint32_t Outliner::next_line(std::uint32_t line_end) const {
    if (line_end >= end_) return end_;
    const bool two = text_[line_end] == '\r' && line_end + 1 < end_ && text_[line_end + 1] == '\n';
    return line_end + (two ? 2 : 1);
}

std::uint32_t Outliner::after_blanks(std::uint32_t at) const {
    while (at < end_ && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
}

std::uint32_t Outliner::comment_or(std::uint32_t begin, std::uint32_t line_end) const {
    for (std::uint32_t at = begin; at < line_end; ++at) {
        if (text_[at] == '#' && (at == begin || is_end_of_word(at - 1))) return at;
    }
    return line_end;
}

std::uint32_t Outliner::end_of_plain(std::uint32_t begin, std::uint32_t line_end) const {
    std::uint32_t end = comment_or(begin, line_end);
    while (end > begin && is_end_of_word(end - 1)) --end;
    return end;
}

void Outliner::comment(std::uint32_t at) { out_.comments.push_back({at, end_of_line(at)}); }

TextOutline Outliner::run() {
    const std::uint32_t begin = at_;
    while (at_ < end_) line();
    // A last line that is empty is one too: the cursor may be there.
    if (at_ == begin || text_[at_ - 1] == '\n' || text_[at_ - 1] == '\r') line();
    return std::move(out_);
}

void Outliner::line() {
    const std::uint32_t begin = at_;
    const std::uint32_t end = end_of_line(begin);
    at_ = after_blanks(begin);
    const std::uint32_t column = at_ - begin;
    if (at_ == end) {
        empty_line(begin, end);
    } else if (open_text_ && open_text_->block && column > open_text_->column) {
        out_.parts[open_text_->part].text.end = end;
    } else if (byte(at_) == '#') {
        open_text_.reset();
        comment(at_);
    } else if (!goes_on_with_text(column, end)) {
        content(begin, end);
        return rest_of_line();
    }
    at_ = next_line(end);
}

// Whether an empty line, with the cursor in this column, belongs to a text that began above it.
bool Outliner::is_within_text(std::uint32_t column, std::uint32_t line_end) const {
    if (!open_text_) return false;
    if (column > open_text_->column) return true;
    for (std::uint32_t at = next_line(line_end); at < end_; at = next_line(end_of_line(at))) {
        const std::uint32_t first = after_blanks(at);
        if (first < end_of_line(at)) return first - at > open_text_->column;
    }
    return false;
}

void Outliner::empty_line(std::uint32_t begin, std::uint32_t end) {
    if (cursor_ < begin || cursor_ > end || is_within_text(cursor_ - begin, end)) return;
    auto part = word_at(cursor_ - begin);
    if (!part) return;
    part->slot = {begin, end};
    part->text = {cursor_, cursor_};
    out_.parts.push_back(*part);
}

bool Outliner::goes_on_with_text(std::uint32_t column, std::uint32_t end) {
    if (open_text_ && !open_text_->block && column > open_text_->column) {
        out_.parts[open_text_->part].text.end = end_of_plain(at_, end);
        if (const std::uint32_t behind = comment_or(at_, end); behind < end) comment(behind);
        return true;
    }
    open_text_.reset();
    return false;
}

std::uint32_t Outliner::add(std::uint32_t column, bool list, OutlinePart part) {
    while (!levels_.empty() && levels_.back().column > column) levels_.pop_back();
    // A list may stand in the column of the key that holds it: the next key there ends it.
    if (!list && !levels_.empty() && levels_.back().column == column && levels_.back().list) levels_.pop_back();
    if (levels_.empty() || levels_.back().column < column || levels_.back().list != list) {
        const std::uint32_t holder = levels_.empty() ? OutlinePart::kTop : levels_.back().last;
        levels_.push_back({column, list, holder, OutlinePart::kTop});
    }
    part.holder = levels_.back().holder;
    part.column = column;
    const auto place = static_cast<std::uint32_t>(out_.parts.size());
    if (part.holder != OutlinePart::kTop && out_.parts[part.holder].holds == Holds::nothing)
        out_.parts[part.holder].holds = Holds::more;
    out_.parts.push_back(part);
    levels_.back().last = place;
    return place;
}

std::optional<OutlinePart> Outliner::word_at(std::uint32_t column) const {
    OutlinePart part;
    part.column = column;
    std::size_t depth = levels_.size();
    while (depth > 0 && levels_[depth - 1].column > column) --depth;
    if (depth == 0) {
        // Left of all that is there: nothing can begin.
        if (!levels_.empty()) return std::nullopt;
        return part;
    }
    const Level& level = levels_[depth - 1];
    const bool in_column_of_key = depth > 1 && levels_[depth - 2].column == column;
    if (level.column == column) {
        part.holder = level.list && in_column_of_key ? levels_[depth - 2].holder : level.holder;
        part.becomes = level.list && !in_column_of_key ? Becomes::item : Becomes::key;
        return part;
    }
    part.holder = level.last;
    part.becomes = Becomes::value_or_key;
    if (out_.parts[level.last].holds != Holds::nothing) return std::nullopt;
    return part;
}

void Outliner::content(std::uint32_t line_begin, std::uint32_t line_end) {
    std::optional<std::uint32_t> item;
    while (byte(at_) == '-' && is_end_of_word(at_ + 1)) {
        OutlinePart part;
        part.is = Is::item;
        part.slot = {at_ + 1, comment_or(at_ + 1, line_end)};
        item = add(at_ - line_begin, true, part);
        at_ = after_blanks(at_ + 1);
        if (at_ == line_end || byte(at_) == '#') return;
    }
    const std::uint32_t column = at_ - line_begin;
    if (entry(column, line_end)) return;
    if (item) return value(*item, out_.parts[*item].column, line_end);
    word(column, line_end);
}

// A key and a colon.
bool Outliner::entry(std::uint32_t column, std::uint32_t line_end) {
    OutlinePart part;
    part.is = Is::entry;
    std::uint32_t colon = line_end;
    const char first = byte(at_);
    if (first == '"' || first == '\'') {
        const auto close = closing_quote(at_ + 1, first, end_);
        if (!close || *close >= line_end) return false;
        part.key = {at_ + 1, *close};
        part.key_quoted = true;
        colon = after_blanks(*close + 1);
        if (colon >= line_end || byte(colon) != ':' || !is_end_of_word(colon + 1)) return false;
    } else {
        if (std::string_view("[{]},#|>@%`").find(first) != std::string_view::npos) return false;
        colon = at_;
        const std::uint32_t end = comment_or(at_, line_end);
        while (colon < end && !(byte(colon) == ':' && is_end_of_word(colon + 1))) ++colon;
        if (colon >= end) return false;
        part.key = {at_, end_of_plain(at_, colon)};
    }
    part.slot = {colon + 1, comment_or(colon + 1, line_end)};
    const std::uint32_t place = add(column, false, part);
    at_ = colon + 1;
    value(place, column, line_end);
    return true;
}

// What stands alone on its line.
void Outliner::word(std::uint32_t column, std::uint32_t line_end) {
    auto part = word_at(column);
    if (!part) {
        part.emplace();
        part->becomes = Becomes::nothing;
        part->column = column;
    } else if (part->holder != OutlinePart::kTop && part->becomes == Becomes::value_or_key) {
        out_.parts[part->holder].holds = Holds::more;
    }
    part->slot = {at_, comment_or(at_, line_end)};
    out_.parts.push_back(*part);
    const auto place = static_cast<std::uint32_t>(out_.parts.size() - 1);
    // It is the value of its holder: what follows is its text, or its items, as far as that is indented deeper.
    const bool is_value = part->becomes == Becomes::value_or_key;
    const std::int64_t owner = is_value ? std::int64_t{out_.parts[part->holder].column} : std::int64_t{column};
    value(place, owner, line_end);
}

// `&name` and `!type` before a value.
void Outliner::skip_properties(std::uint32_t line_end) {
    at_ = after_blanks(at_);
    while (at_ < line_end && (byte(at_) == '&' || byte(at_) == '!')) {
        while (!is_end_of_word(at_)) ++at_;
        at_ = after_blanks(at_);
    }
}

void Outliner::value(std::uint32_t part, std::int64_t column, std::uint32_t line_end) {
    skip_properties(line_end);
    if (at_ >= line_end || byte(at_) == '#') return;
    const char first = byte(at_);
    if (first == '[' || first == '{') return brackets(part, column);
    if (first == '"' || first == '\'') return quotes(part, column, false);
    const bool is_word = out_.parts[part].is == Is::word;
    if ((first == '|' || first == '>') && !is_word) {
        out_.parts[part].holds = Holds::block_text;
        out_.parts[part].text = {at_, line_end};
        open_text_ = OpenText{part, column, true};
        at_ = comment_or(at_, line_end);
        return;
    }
    plain_text(part, column, line_end);
}

void Outliner::plain_text(std::uint32_t part, std::int64_t column, std::uint32_t line_end) {
    const std::uint32_t end = end_of_plain(at_, line_end);
    out_.parts[part].holds = Holds::text;
    out_.parts[part].text = {at_, end};
    open_text_ = OpenText{part, column, false};
    at_ = end;
}

// Only a comment can follow.
void Outliner::rest_of_line() {
    const std::uint32_t end = end_of_line(at_);
    if (const std::uint32_t behind = comment_or(at_, end); behind < end) comment(behind);
    at_ = next_line(end);
}

TextOutline outline_of(std::string_view text, ByteRange document, std::uint32_t cursor) {
    return Outliner(text, document, cursor).run();
}

}  // namespace ims
