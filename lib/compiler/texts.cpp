// Files that are built in as they are: OUTPUT.cpp HEADER NAMESPACE FILE… For each `page.css` a function
// `std::string_view page_css()`, which HEADER declares.
#include <algorithm>

#include "compiler/files.h"

namespace ims::compiler {

void compile_texts(const std::vector<std::string>& arguments) {
    if (arguments.size() < 4) stop("usage: ims_compiler texts OUTPUT.cpp HEADER NAMESPACE FILE…");
    std::string out = "// Made by the build from files beside the header. Do not edit.\n#include \"" + arguments[1] +
                      "\"\n\nnamespace " + arguments[2] + " {\nusing namespace std::string_view_literals;\n";
    for (std::size_t index = 3; index < arguments.size(); ++index) {
        std::string name = arguments[index].substr(arguments[index].find_last_of("/\\") + 1);
        std::ranges::replace_if(
            name, [](char c) { return c == '.' || c == '-'; }, '_');
        out += "\nstd::string_view " + name + "() {\n    return " + raw(read_file(arguments[index])) + ";\n}\n";
    }
    write_changed(arguments[0], out + "\n}  // namespace " + arguments[2] + "\n");
}

}  // namespace ims::compiler
