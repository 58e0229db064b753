// What a server is to work with.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "check/rule_set.h"
#include "source/file_system.h"

namespace ims {

struct ServerOptions {
    const FileSystem* files = nullptr;  // outlives the server; the same of the rules
    const RuleSet* rules = nullptr;
    std::size_t jobs = 1;
    std::string git;  // as of ReadOptions
    std::string schema_folder;
    std::function<Date()> today;
    std::function<void(std::string_view message)> send;  // to the client; from one thread at a time
    // The client does not tell what changes on the disk: whoever can look is told which folders of ims.yaml there are,
    // each time when these change. Nobody is told where this is empty. From any thread.
    std::function<void(const std::vector<std::string>& roots)> look_yourself = {};
};

}  // namespace ims
