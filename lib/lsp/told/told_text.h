// Text for people who may see Markdown or not, of pieces that are ours and pieces of records.
#pragma once

#include <string>
#include <string_view>

#include "lsp/protocol/client.h"

namespace ims {

class ToldText {
public:
    explicit ToldText(const Client& client) : markdown_(client.markdown) {}

    // Words of ours, as they are; may be Markdown.
    ToldText& own(std::string_view words) { return text_ += words, *this; }
    // What a record, a schema or a setting says: shown as it is, on one line.
    ToldText& raw(std::string_view words);
    ToldText& code(std::string_view words);
    ToldText& strong(std::string_view words);
    // What is said to editors: names between backticks, and words of records.
    ToldText& said(std::string_view words);
    ToldText& paragraph();
    ToldText& item();  // of a list
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    bool markdown_;
    std::string text_;
};

}  // namespace ims
