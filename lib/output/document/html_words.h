// Words and tables as pieces of a page for a browser.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "output/document/document_format.h"

namespace ims {

// ` class="a b"`; empty names are left out, and so is all of it where none is left.
std::string html_classes(std::initializer_list<std::string_view> names);
// A line with its links, as they lead from where the page will stand.
std::string html_line(const DocumentStyle& style, const Words& words);
// `heading`: what the table is called where it has no title.
void write_html_table(const DocumentStyle& style, const Table& table, std::string_view heading, const Sink& sink);

}  // namespace ims
