#include "link/copied_files.h"

#include <algorithm>
#include <map>
#include <optional>

#include "link/copy_names.h"
#include "link/record_differences.h"

namespace ims {
namespace {

// So many different files of the same ids are compared with the next one.
constexpr std::size_t kMostOriginals = 8;

// A file by the ids of its records, each a number among those that are shared.
struct Contents {
    FileId file;
    std::vector<RecordId> records;    // that share their ids
    std::vector<std::uint32_t> same;  // of each of them, which id
    std::vector<std::uint32_t> ids;   // the same, sorted, each once
};

class CopyFinder {
public:
    CopyFinder(const FolderFiles& files, std::span<const Record> records, std::span<const SameId> same)
        : files_(files), records_(records), same_(same) {
        std::map<FileId, Contents> by_file;
        for (std::uint32_t number = 0; number < same.size(); ++number) {
            for (const RecordId record : same[number]) {
                Contents& contents = by_file[records[record.index()].file];
                contents.file = records[record.index()].file;
                contents.records.push_back(record);
                contents.same.push_back(number);
            }
        }
        for (auto& [file, contents] : by_file) {
            const FolderFile& read = files[file.index()];
            // A file of which something could not be read may hold more.
            if (read.built_in() || contents.records.size() != read.read->records.size() ||
                !read.read->troubles().unread.empty() || read.read->troubles().opaque)
                continue;
            contents.ids = contents.same;
            std::ranges::sort(contents.ids);
            contents.ids.erase(std::unique(contents.ids.begin(), contents.ids.end()), contents.ids.end());
            whole_.push_back(std::move(contents));
        }
    }

    std::vector<CopiedFile> run() {
        std::map<std::vector<std::uint32_t>, std::vector<const Contents*>> alike;
        for (const Contents& each : whole_) {
            if (const auto original = original_by_name(each)) add(each, *original);
            else alike[each.ids].push_back(&each);
        }
        for (auto& [ids, all] : alike) find_by_content(all);
        std::ranges::sort(copies_, {}, &CopiedFile::copy);
        return std::move(copies_);
    }

private:
    std::string_view path(FileId file) const { return files_[file.index()].path; }

    // The record of a file that has a shared id.
    std::optional<RecordId> in_file(std::uint32_t id, FileId file) const {
        const auto file_of = [&](RecordId record) { return records_[record.index()].file; };
        const auto found = std::ranges::lower_bound(same_[id], file, {}, file_of);
        return found == same_[id].end() || file_of(*found) != file ? std::nullopt : std::optional(*found);
    }

    std::optional<FileId> original_by_name(const Contents& contents) const {
        for (const std::string& name : originals_by_name(path(contents.file))) {
            const auto found = std::ranges::lower_bound(files_, name, {}, &FolderFile::path);
            if (found == files_.end() || found->path != name) continue;
            const FileId file = FileId::from(static_cast<std::size_t>(found - files_.begin()));
            const auto holds = [&](std::uint32_t id) { return in_file(id, file).has_value(); };
            if (std::ranges::all_of(contents.ids, holds)) return file;
        }
        return std::nullopt;
    }

    // Of files with the same ids.
    void find_by_content(std::vector<const Contents*>& all) {
        if (all.size() < 2) return;
        std::ranges::stable_sort(all, {}, [&](const Contents* each) { return is_called_copy(path(each->file)); });
        std::vector<const Contents*> originals;
        for (const Contents* each : all) {
            const auto same = std::ranges::find_if(
                originals, [&](const Contents* original) { return says_the_same(*each, original->file); });
            if (same != originals.end()) add(*each, (*same)->file);
            else if (originals.size() < kMostOriginals) originals.push_back(each);
        }
    }

    // Under the same titles, and half of it or more.
    bool says_the_same(const Contents& contents, FileId original) const {
        std::size_t alike = 0;
        std::size_t different = 0;
        for (std::size_t place = 0; place < contents.records.size(); ++place) {
            const Record& record = records_[contents.records[place].index()];
            const Record& other = records_[in_file(contents.same[place], original)->index()];
            const RecordDifferences differences =
                compare(*files_[contents.file.index()].read, record, *files_[original.index()].read, other);
            if (!differences.same_title) return false;
            alike += differences.alike;
            different += differences.fields.size();
        }
        return alike >= different;
    }

    void add(const Contents& contents, FileId original) {
        CopiedFile copy{contents.file, original, {}};
        for (std::size_t place = 0; place < contents.records.size(); ++place)
            copy.records.emplace_back(contents.records[place], *in_file(contents.same[place], original));
        std::ranges::sort(copy.records);
        copies_.push_back(std::move(copy));
    }

    const FolderFiles& files_;
    std::span<const Record> records_;
    std::span<const SameId> same_;
    std::vector<Contents> whole_;  // files each of whose records shares its id, in their order
    std::vector<CopiedFile> copies_;
};

}  // namespace

std::vector<CopiedFile> find_copied_files(const FolderFiles& files, std::span<const Record> records,
                                          std::span<const SameId> same) {
    return CopyFinder(files, records, same).run();
}

}  // namespace ims
