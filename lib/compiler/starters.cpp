// The starters of `ims init`, which people edit as records: OUTPUT.cpp HEADER FOLDER FILE… Each file becomes a row: its
// starter, its path in there, its text. What its lines that begin with `#if` and the like mean, HEADER says; here they
// are held against each other, so that a mistake stops the build.
#include <algorithm>

#include "compiler/files.h"

namespace ims::compiler {
namespace {

struct Line {
    const std::string& path;
    int number;
    std::string_view text;

    [[noreturn]] void complain(const std::string& why) const { stop(path + ":" + std::to_string(number) + ": " + why); }
};

// How many blocks are open behind the line.
int depth_after(const Line& line, int depth) {
    if (line.text.starts_with("#end")) {
        if (line.text != "#end" || depth == 0) line.complain("no block ends here");
        return depth - 1;
    }
    if (line.text.starts_with("#if ") || line.text == "#others") return depth + 1;
    if (line.text.starts_with('#') && !line.text.starts_with("# "))
        line.complain("a comment begins with `# `; else it is `#if WORD…`, `#others` or `#end`");
    return depth;
}

void check_blocks(const std::string& path, std::string_view text) {
    int number = 0;
    int depth = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const Line line{path, ++number, text.substr(0, end)};
        if (end == std::string_view::npos) line.complain("the last line does not end");
        depth = depth_after(line, depth);
        text.remove_prefix(end + 1);
        if (text.empty() && depth != 0) line.complain("a block of `#if` or `#others` has no `#end`");
    }
}

}  // namespace

void compile_starters(const std::vector<std::string>& arguments) {
    if (arguments.size() < 4) stop("usage: ims_compiler starters OUTPUT.cpp HEADER FOLDER FILE…");
    std::string out = "// Made by the build from the files of cli/starters/. Do not edit.\n#include \"" + arguments[1] +
                      "\"\n\nnamespace ims {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n" +
                      "constexpr StarterFile kFiles[] = {\n";
    const std::string& folder = arguments[2];
    for (std::size_t index = 3; index < arguments.size(); ++index) {
        const std::string& path = arguments[index];
        if (!path.starts_with(folder + "/")) stop(path + ": is not in " + folder);
        const std::string_view inside = std::string_view(path).substr(folder.size() + 1);
        const std::size_t slash = inside.find('/');
        if (slash == std::string_view::npos) stop(path + ": belongs to no starter");
        const std::string text = read_file(path);
        check_blocks(path, text);
        out += "    {" + literal(inside.substr(0, slash)) + ", " + literal(inside.substr(slash + 1)) + "," + raw(text) +
               "},\n";
    }
    out +=
        "};\n\n}  // namespace\n\nstd::span<const StarterFile> starter_files() { return kFiles; }\n\n}  // namespace "
        "ims\n";
    write_changed(arguments[0], out);
}

}  // namespace ims::compiler
