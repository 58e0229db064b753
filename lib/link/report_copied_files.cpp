#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "diagnostics/rules.h"
#include "link/copied_files.h"
#include "link/record_differences.h"

namespace ims {
namespace {

// A copy and its original, up to where their paths end alike: `Kopie von roles` and `roles` of `Kopie von
// roles/driver.yaml` and `roles/driver.yaml`. Without a folder: only the file was copied.
struct Folders {
    std::string_view copy;
    std::string_view original;  // empty: that of ims.yaml
    auto operator<=>(const Folders&) const = default;
};

Folders folders_of(std::string_view copy, std::string_view original) {
    const std::string_view path = copy;
    for (;;) {
        const std::size_t slash = copy.rfind('/');
        const std::size_t others = original.rfind('/');
        const std::string_view name = slash == std::string_view::npos ? copy : copy.substr(slash + 1);
        const std::string_view other = others == std::string_view::npos ? original : original.substr(others + 1);
        if (name != other) return copy.size() == path.size() ? Folders() : Folders{copy, original};
        if (slash == std::string_view::npos) return {};
        copy = copy.substr(0, slash);
        original = others == std::string_view::npos ? std::string_view() : original.substr(0, others);
        if (original.empty()) return {copy, original};
    }
}

bool is_in(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

// A path as one item of a list in YAML.
std::string as_item(std::string_view path) {
    std::string out = "\"";
    for (const char c : path) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

class CopyReporter {
public:
    CopyReporter(const FolderFiles& files, std::span<const Record> records, const Schema& schema, bool ignored,
                 std::vector<Finding>& findings, Arena& arena)
        : files_(files), records_(records), schema_(schema), ignored_(ignored), findings_(findings), arena_(arena) {}

    void report(std::span<const CopiedFile> copies) {
        std::map<Folders, std::vector<const CopiedFile*>> by_folder;
        for (const CopiedFile& each : copies) {
            const Folders folders = folders_of(path(each.copy), path(each.original));
            if (folders.copy.empty() || is_in(path(each.original), folders.copy)) report_file(each);
            else by_folder[folders].push_back(&each);
        }
        for (const auto& [folders, all] : by_folder) {
            const std::vector<std::string_view> others = others_in(folders.copy, all);
            if (all.size() > 1 && all.size() > others.size()) {
                report_folder(folders, all, others);
                continue;
            }
            for (const CopiedFile* each : all) report_file(*each);
        }
    }

private:
    const std::string& path(FileId file) const { return files_[file.index()].path; }
    const FolderFile& file(FileId number) const { return files_[number.index()]; }
    const Record& record(RecordId number) const { return records_[number.index()]; }

    void report_file(const CopiedFile& each) {
        const std::string& original = path(each.original);
        Finding& finding = add(each, make_message(arena_,
                                                  "[[this file is a copy of {0}|a copy was made of {1:4}, and nobody "
                                                  "can tell which of the two holds]]",
                                                  quoted(original), originals(each)));
        const bool same = add_differences(finding, each);
        const std::size_t all = file(each.original).read->records.size();
        if (all > each.records.size())
            finding.notes.push_back(
                make_message(arena_, "[[the original has more: {0} {0:record|records} in all|]]", all));
        // A path without a folder would stand for files of this name in all of them.
        const std::string& copy = path(each.copy);
        advise(finding, copy.find('/') == std::string::npos ? "/" + copy : copy, same);
    }

    // All that is in a folder, or most of it; `others` are no copies.
    void report_folder(const Folders& folders, const std::vector<const CopiedFile*>& all,
                       const std::vector<std::string_view>& others) {
        std::vector<RecordId> records;
        std::vector<Side> sides;
        std::vector<std::string_view> changed;
        for (const CopiedFile* each : all) {
            for (const RecordId original : originals(*each)) records.push_back(original);
            sides.push_back({place(*each), {}});
            if (!differences(*each).empty()) changed.push_back(path(each->copy));
        }
        const Message where = folders.original.empty() ? Message("[[the folder of ims.yaml|its folder]]")
                                                       : make_message(arena_, "{}", quoted(folders.original));
        Finding& finding =
            add(*all.front(),
                others.empty()
                    ? make_message(arena_,
                                   "[[folder {0} is a copy of {1}, with {2} files|a copy was made of "
                                   "{3:4}, and nobody can tell what holds]]",
                                   quoted(folders.copy), where, all.size(), records)
                    : make_message(arena_,
                                   "[[{2} of the {4} files in folder {0} are copies of those in {1}|a "
                                   "copy was made of {3:4}, and nobody can tell what holds]]",
                                   quoted(folders.copy), where, all.size(), records, all.size() + others.size()));
        finding.key = folders.copy;
        std::ranges::sort(sides, {}, &Side::span);
        finding.sides = std::move(sides);
        finding.says_here = "another file of the copy";
        if (changed.empty()) {
            finding.notes.push_back(kTheSame);
        } else {
            finding.notes.push_back(make_message(arena_,
                                                 "[[{0} of them {0:does|do} not say what the original says: {1:4}|in "
                                                 "places the two say different things]]",
                                                 changed.size(), quoted_each(changed)));
        }
        if (others.empty()) return advise(finding, std::string(folders.copy) + "/", changed.empty());
        finding.notes.push_back(make_message(arena_, "[[no copies: {:4}|]]", quoted_each(others)));
        finding.help =
            "[[delete the copies, once what was changed in them stands in the original|find out which of them are to "
            "hold, and have the others taken away]]";
    }

    Span place(const CopiedFile& each) const { return record(each.records.front().first).id_span(); }

    Finding& add(const CopiedFile& each, Message message) {
        Finding& finding = add_error(findings_, RuleId::copied_file, place(each), message);
        finding.grade = Grade::medium;
        const Record& first = record(each.records.front().first);
        finding.record = {{}, schema_[first.kind].name, first.id};
        finding.labels.push_back({record(each.records.front().second).id_span(), "the original"});
        return finding;
    }

    static std::vector<RecordId> originals(const CopiedFile& each) {
        std::vector<RecordId> out;
        for (const auto& [copy, original] : each.records) out.push_back(original);
        return out;
    }

    // Files of a folder that hold records and are not among these, which are in the order of their paths, as all are.
    std::vector<std::string_view> others_in(std::string_view folder,
                                            const std::vector<const CopiedFile*>& these) const {
        std::vector<std::string_view> out;
        const std::string begin = std::string(folder) + '/';
        for (auto at = std::ranges::lower_bound(files_, begin, {}, &FolderFile::path);
             at != files_.end() && at->path.starts_with(begin); ++at) {
            const FileId number = FileId::from(static_cast<std::size_t>(at - files_.begin()));
            const auto file_of = [](const CopiedFile* each) { return each->copy; };
            if (!at->read->records.empty() && !std::ranges::binary_search(these, number, {}, file_of))
                out.push_back(at->path);
        }
        return out;
    }

    // The fields in which a copy differs, with their records where it has several: "driver: title".
    std::vector<std::string> differences(const CopiedFile& each) const {
        std::vector<std::string> out;
        for (const auto& [copy, original] : each.records) {
            const RecordDifferences found =
                compare(*file(each.copy).read, record(copy), *file(each.original).read, record(original));
            for (const std::string_view field : found.fields)
                out.push_back(each.records.size() == 1
                                  ? std::string(field)
                                  : fmt::format("{}/{}: {}", schema_[record(copy).kind].name, record(copy).id, field));
        }
        return out;
    }

    // Whether there are none.
    bool add_differences(Finding& finding, const CopiedFile& each) {
        const std::vector<std::string> found = differences(each);
        finding.notes.push_back(
            found.empty() ? kTheSame
                          : make_message(arena_,
                                         "[[it differs from the original in {0} {0:field|fields}: {1:4}|the two differ "
                                         "in {0} {0:place|places}]]",
                                         found.size(), quoted_each(found)));
        return found.empty();
    }

    // `pattern`: stands for the copy under `ignore`.
    void advise(Finding& finding, const std::string& pattern, bool same) {
        const Message away =
            same ? Message("delete it") : Message("delete it, once what was changed in it stands in the original");
        const std::string line = ignored_ ? "- " + as_item(pattern) : "ignore: [" + as_item(pattern) + "]";
        const Message where =
            ignored_ ? Message("[[under `ignore` in ims.yaml|there]]") : Message("[[in ims.yaml|there]]");
        finding.help = make_message(arena_,
                                    "[[{0}; or leave it out of the check: {1} {2}|find out which of them is to hold, "
                                    "and have the other one taken away]]",
                                    away, quoted(line), where);
    }

    static constexpr Message kTheSame = "[[but for comments and layout both|both]] say the same";
    const FolderFiles& files_;
    std::span<const Record> records_;
    const Schema& schema_;
    bool ignored_;
    std::vector<Finding>& findings_;
    Arena& arena_;
};

}  // namespace

void report_copied_files(const FolderFiles& files, std::span<const Record> records, const Schema& schema,
                         std::span<const CopiedFile> copies, bool ignored, std::vector<Finding>& findings,
                         Arena& arena) {
    CopyReporter(files, records, schema, ignored, findings, arena).report(copies);
}

}  // namespace ims
