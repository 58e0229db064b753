// What git ignores below a folder, by the command `git`: files that it does not track and that a `.gitignore`, an
// `.git/info/exclude` or the user's own settings name. The same as `git check-ignore` tells, in one question.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ims {

struct GitIgnored {
    // From the folder, in no order. A folder stands for all that is in it, and has no `/` at its end. Empty where the
    // folder itself is ignored: whoever has records there wants them read.
    std::vector<std::string> paths;
    // Why git does not say, and what helps; empty where it did, and where it knows no
    // repository.
    std::string trouble;
};

// `git`: the command.
GitIgnored git_ignored(const std::string& git, const std::string& folder);

// Whoever tells what is ignored below a folder; in tests somebody else than git. None: nobody does.
using AskIgnored = std::function<GitIgnored(const std::string& folder)>;

}  // namespace ims
