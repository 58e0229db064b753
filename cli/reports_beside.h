// All reports of a folder, built in a folder beside it that takes its place when it is complete: nobody finds half of
// them, and a run that ends early leaves those of the run before.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "cli/environment.h"

namespace ims {

class ReportsBeside {
public:
    // `path`: where they are to stand, without `/` at its end; the folder above it is there. `earlier`: what an earlier
    // run wrote there, by path from it. None where a folder stands there that must stay the one it is, since it holds
    // something else, or this process stands in it; and where nothing can be made beside it.
    // What runs that were killed have left beside it is removed.
    static Result<std::unique_ptr<ReportsBeside>> begin(const Environment& environment, const std::string& path,
                                                        const std::set<std::string>& earlier);
    // Whatever has not taken its place is gone again.
    ~ReportsBeside();
    ReportsBeside(const ReportsBeside&) = delete;
    ReportsBeside& operator=(const ReportsBeside&) = delete;

    // Where files are written now, with `/` at its end.
    [[nodiscard]] std::string folder() const { return built_ + '/'; }
    // Where they will stand, without links, with `/` at its end.
    [[nodiscard]] std::string future_folder() const { return place_ + '/'; }

    // The folder that stands there is replaced; those of its files that are `left_over` stand in the new one too. False
    // where that cannot be, and all is as before.
    bool take_place(const std::set<std::string>& left_over);
    // Where the folder stands that was replaced, if somebody else has put a file into it at that very moment; else
    // empty.
    [[nodiscard]] const std::string& set_aside() const { return set_aside_; }

private:
    ReportsBeside(const Environment& environment, std::string place, std::string built,
                  const std::set<std::string>& earlier);
    [[nodiscard]] bool take_over(const std::set<std::string>& left_over) const;
    void remove_replaced();

    const Environment& environment_;
    std::string place_;
    std::string built_;  // empty: has taken its place
    std::string set_aside_;
    const std::set<std::string>& earlier_;
    std::optional<FolderLock> lock_;  // tells other runs that this one lives
};

}  // namespace ims
