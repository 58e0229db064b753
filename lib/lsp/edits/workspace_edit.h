// Changes of files as a client makes them: all of them or none.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "edit/render.h"
#include "lsp/judged/asked.h"

namespace ims {

class WorkspaceEdit {
public:
    explicit WorkspaceEdit(const Asked& asked) : asked_(asked) {}

    // Places of what was judged.
    void add(const JudgedState& judged, std::span<const Edit> edits);
    // A file, by its absolute path, gets another text: only the lines that differ change.
    void rewrite(const std::string& path, std::string_view before, std::string_view after);
    // A file that is not there yet. Requires: the client makes files.
    void create(const std::string& path, std::string_view text);

    [[nodiscard]] bool empty() const { return edits_.empty(); }
    // An error where a file is otherwise by now than the edits take it to be, or what was judged is not the folder as
    // it stands: then nothing may be changed.
    [[nodiscard]] Result<Json> json() const;

private:
    void add(const std::string& path, Json range, std::string_view text);
    [[nodiscard]] Outcome may_be_made() const;
    [[nodiscard]] Json written() const;
    const Asked& asked_;
    std::vector<std::string> created_;
    std::map<std::string, Json> edits_;          // by path
    std::map<std::string, std::string> before_;  // what the file says before them
};

// The fix of a finding, or any other one, as `apply` accepts it; an error where a program had better not write it.
Result<Json> edit_of(const Asked& asked, const JudgedState& judged, const Fix& fix);

}  // namespace ims
