// What the pages of the rules become: names, the RuleBook, what calls their code, their texts.
#pragma once

#include <string>
#include <vector>

#include "compiler/page.h"

namespace ims::compiler {

// Each the text of a generated file; `pages` in the order of the book.
std::string write_names(const std::vector<Page>& pages);
std::string write_book(const std::vector<Page>& pages, const Known& known);
std::string write_code(const std::vector<Page>& pages);
std::string write_texts(const std::vector<Page>& pages);

}  // namespace ims::compiler
