// A program that runs while `ims` is built: data that people edit (schemas, catalogues, pages of rules, style sheets,
// starters) goes in, C++ tables come out. A mistake in the data stops the build and says where; nothing is parsed when
// `ims` starts, and `ims` needs no file beside itself.
#include <algorithm>
#include <cstdio>
#include <exception>

#include "compiler/files.h"

int main(int count, char** arguments) {
    using namespace ims::compiler;
    const std::string part = count > 1 ? arguments[1] : "";
    const std::vector<std::string> rest(arguments + std::min(count, 2), arguments + count);
    try {
        if (part == "schemas") compile_schemas(rest);
        else if (part == "pages") compile_pages(rest);
        else if (part == "texts") compile_texts(rest);
        else if (part == "starters") compile_starters(rest);
        else stop("usage: ims_compiler schemas|pages|texts|starters OUTPUT …");
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "%s\n", trouble.what());
        return 1;
    }
    return 0;
}
