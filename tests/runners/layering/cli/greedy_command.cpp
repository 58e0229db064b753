#include <fstream>
#include "cli/platform/disk.h"

void write(const Environment& environment) {
    auto writer = environment.replace_file("roles/a.yaml", "roles/.ims-1-1.tmp");
    environment_.remove_file("roles/b.yaml");
    environment.create_output("roles/c.yaml");
    std::rename("roles/d.yaml", "roles/e.yaml");
    text.replace(0, 1, "fine");
    changes.remove("roles/f.yaml", "fine");
}
