// A folder into which reports are written: all of them or none. A folder of all reports is built beside its place and
// takes it as a whole (`ReportsBeside`). Where other files stand in it too, and for a single report, each file is
// written beside its place and takes it when all are complete. So nobody finds half a report.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/reports_beside.h"
#include "output/document/document_format.h"

namespace ims {

// A document in one format, as it will stand in a folder.
struct RenderedReport {
    struct File {
        std::string name;  // from the folder, without an extension
        std::string bytes;
    };
    const DocumentFormat* format = nullptr;
    std::vector<File> files;  // one; of a format for tables one for each table
};

class ReportFolder {
public:
    // `root`: the folder of ims.yaml. `style`: of every page; where it names reports that stand beside each other,
    // links stay among these, and else lead to files of records, where a reader of that format can open them.
    ReportFolder(const Environment& environment, std::string path, std::string root, DocumentStyle style);
    // Whatever has not taken its place is gone again, and so are folders made for it.
    ~ReportFolder();
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    // Makes the folder. From now on a file that is there and was not written by an earlier run is an error.
    Outcome open_for_all();
    Outcome open_for_one();

    // Writes a document to `place` (from the folder, without an extension); the tables of one that is for tables to a
    // file each below it.
    Outcome add(const Document& document, const DocumentFormat& format, const std::string& place);
    // The same in two steps, for a style that names the reports that stand beside each other. `render` writes nothing
    // and may be called from several threads at once.
    [[nodiscard]] RenderedReport render(const Document& document, const DocumentFormat& format,
                                        const std::string& place) const;
    Outcome add(const RenderedReport& rendered);
    Outcome put_in_place();

    [[nodiscard]] std::size_t count() const { return places_.size(); }
    // What an earlier run wrote and this one did not, and which is still there.
    [[nodiscard]] std::vector<std::string> left_over() const;
    // Of `ReportsBeside`.
    [[nodiscard]] std::string set_aside() const { return beside_ ? beside_->set_aside() : std::string(); }

private:
    Outcome make_folders(const std::string& path);
    [[nodiscard]] DocumentStyle style_at(const std::string& place) const;
    // The path of a file for a table: names differ, but perhaps not as names of files.
    [[nodiscard]] std::string free_path(const std::string& name, std::string_view extension) const;
    // Of a place, without links.
    [[nodiscard]] std::string real_folder(const std::string& place) const;
    Outcome write(const std::string& place, const std::function<void(const Sink&)>& content);
    Outcome write_list(const std::string& folder);
    Outcome write_in_place();
    [[nodiscard]] bool was_written_earlier(const std::string& place);
    // Not only by one that its file system takes for the same.
    [[nodiscard]] bool stands_by_that_name(const std::string& place) const;

    const Environment& environment_;
    std::string path_;  // with a `/` at its end
    std::string root_;
    DocumentStyle style_;
    bool for_all_ = false;
    std::set<std::string> earlier_;                         // what an earlier run wrote
    std::map<std::string, std::string> earlier_by_folded_;  // the same, as `folded_` names it
    std::set<std::string> places_;                          // what this one wrote
    std::set<std::string> folded_;      // the same as file systems see them that tell neither capitals nor forms apart
    std::set<std::string> taken_over_;  // of earlier_: what this one wrote over, by a name that is the same there
    std::vector<std::string> made_;     // folders
    std::set<std::string> there_;       // folders, those that were there before too
    std::vector<Writer> writers_;
    std::unique_ptr<ReportsBeside> beside_;
};

}  // namespace ims
