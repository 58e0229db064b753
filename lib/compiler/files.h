// What the parts of the build's own compiler share: reading files, writing what changed, C++ literals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ims::compiler {

// Trouble that stops the build; `what()` begins with the file, and the line where one is known.
[[noreturn]] void stop(const std::string& message);

std::string read_file(const std::string& path);

// Leaves a file alone that holds these bytes already, so that nothing is built anew that has not changed.
void write_changed(const std::string& path, std::string_view text);

// "text" as a std::string_view literal on one line.
std::string literal(std::string_view text);
// The same as what a Message is made of, so that the compiler looks at it.
std::string template_literal(std::string_view text);
// The same for a long text, over several lines; for any bytes.
std::string raw(std::string_view text);

// The parts of the compiler. `arguments`: what stands behind the part's name on the command line.
void compile_schemas(const std::vector<std::string>& arguments);
void compile_pages(const std::vector<std::string>& arguments);
void compile_texts(const std::vector<std::string>& arguments);
void compile_starters(const std::vector<std::string>& arguments);

}  // namespace ims::compiler
