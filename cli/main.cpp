// argv to exit code: the process around the program.
#include <algorithm>
#include <csignal>

#include "cli/program.h"

int main(int count, char** arguments) {
    using namespace ims;
    // Whoever reads our output may stop reading: then writing fails, and the writer knows why.
    std::signal(SIGPIPE, SIG_IGN);
    const DiskFileSystem files;
    Writer out = Writer::to_standard_output();
    Writer err = Writer::to_standard_error();
    const Environment environment = environment_of_process(files, out, err);
    return static_cast<int>(run_program({arguments + std::min(count, 1), arguments + count}, environment));
}
