#include "lsp/judged/own_findings.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diagnostics/rules.h"
#include "link/link.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Other records stand there, with their names and nothing else.
constexpr const char* kOthers = "<others>";

// Those with another side than this file need to know where that is.
bool has_other_side(RuleId rule) { return rule == RuleId::duplicate_id || rule == RuleId::copied_file; }

// The other records that matter to the references of a file: those of the ids that are named, whatever their kind; and
// where nothing has such an id, all that might have been meant, so that the nearest of them is found.
class Others {
public:
    Others(const Graph& graph, FileId here) : graph_(graph), here_(here) { add_kind(kinds::standard); }

    void look_at(const ReadFile& file) {
        const UnlinkedFile unlinked(file, *graph_.files()[graph_.settings().file.index()].read->parsed,
                                    graph_.schema());
        for (const Record& record : file.records) own_.insert(record.id);
        for (const Record& record : file.records) {
            for (std::uint32_t place = record.first; place < record.last; ++place) {
                if (file.values[place].type == ValueType::reference) look_at(record, unlinked.value(place));
            }
        }
    }

    [[nodiscard]] ReadFile read() const {
        ReadFile file;
        file.parsed = std::make_shared<const ParsedFile>();
        auto troubles = std::make_unique<FileTroubles>();
        for (const RecordId id : found_) {
            Record record = graph_.record(id);
            record.first = record.last = record.id_begin = record.id_end = 0;
            if (!record.unread) {
                file.records.push_back(record);
            } else {
                troubles->unread_ids.emplace_back(record.id);
                troubles->unread.push_back(record);
            }
        }
        file.found = std::move(troubles);
        return file;
    }

private:
    void look_at(const Record& record, const FieldView& value) {
        const std::string_view text = value.text();
        const std::string_view id = text.substr(text.find('/') + 1);
        bool there = own_.contains(id);
        for (std::size_t kind = 0; kind < graph_.schema().kinds().size(); ++kind) {
            const auto found = graph_.find(KindId::from(kind), id);
            if (found && add(*found)) there = true;
        }
        if (!there) add_what_is_due(record, value.field());
    }

    void add_what_is_due(const Record& record, Field field) {
        const ReferenceSpec* const spec = graph_.schema().reference(record.kind, field);
        if (spec == nullptr) return;
        if (spec->same_kind) add_kind(record.kind);
        for (const std::string_view name : spec->kinds) {
            if (const auto kind = graph_.schema().find_kind(name)) add_kind(*kind);
        }
        if (!spec->kinds.empty() || spec->same_kind) return;
        for (std::size_t kind = 0; kind < graph_.schema().kinds().size(); ++kind) add_kind(KindId::from(kind));
    }

    void add_kind(KindId kind) {
        if (!added_.insert(kind).second) return;
        for (const RecordId each : graph_.of_kind(kind)) add(each);
    }

    // Whether it stands elsewhere.
    bool add(RecordId id) {
        const Record& record = graph_.record(id);
        if (record.file == here_) return false;
        if (!record.built_in && record.file != graph_.settings().file) found_.insert(id);
        return true;
    }

    const Graph& graph_;
    FileId here_;
    std::set<std::string_view> own_;
    std::set<RecordId> found_;
    std::set<KindId> added_;
};

}  // namespace

const FolderFiles& files_around(const JudgedState& folder) {
    return folder.around.get([&] {
        FolderFiles files;
        for (const FolderFile& file : folder.graph().files()) {
            // One that cannot be opened may hold what its name says.
            if (file.built_in() || file.path == "ims.yaml" || file.read->troubles().opaque) files.push_back(file);
        }
        return files;
    });
}

bool is_own(const RuleSet& rules, RuleId rule) {
    const Rule about = rules[rule];
    return about.entry.fixedness == Fixedness::fixed && about.code.check_record == nullptr &&
           about.code.check_folder == nullptr && !has_other_side(rule);
}

FileAmongOthers::FileAmongOthers(const JudgedState& folder, const std::string& path, std::string text) {
    const Graph& then = folder.graph();
    auto parsed = std::make_shared<const ParsedFile>(parse_file(std::move(text)));
    const auto read = std::make_shared<const ReadFile>(read_records(parsed, then.schema(), then.settings()));
    Others others(then, then.sources().find(path).value_or(FileId()));
    others.look_at(*read);
    FolderFiles files = files_around(folder);
    std::erase_if(files, [&](const FolderFile& file) { return file.path == path; });
    files.push_back({path, read});
    files.push_back({kOthers, std::make_shared<const ReadFile>(others.read())});
    std::ranges::sort(files, {}, &FolderFile::path);
    std::vector<Finding> found;
    graph_ = std::make_unique<const Graph>(link(std::make_shared<const FolderFiles>(std::move(files)), then.schema(),
                                                then.settings(), Jobs(1), found, arena_));
    file_ = *graph_->sources().find(path);
    for (Finding& finding : found) {
        if (finding.span.file == file_ && is_own(folder.analysis->rules, finding.rule))
            findings_.push_back(std::move(finding));
    }
    sort_and_deduplicate(findings_, folder.analysis->rules.book(), GraphNames(*graph_));
}

}  // namespace ims
