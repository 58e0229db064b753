#include "engine/workspace.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "diagnostics/rules.h"
#include "diagnostics/voice.h"
#include "engine/compare_with_git.h"
#include "engine/left_out.h"
#include "source/paths.h"
#include "yaml/alias_values.h"
#include "yaml/messages.h"

namespace ims {
namespace {

constexpr std::string_view kSettings = "ims.yaml";

// Whether a path is one of these, or lies in one of them. Requires: they are sorted.
bool is_within(const std::vector<std::string>& places, std::string_view path) {
    if (places.empty()) return false;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        if (std::ranges::binary_search(places, path.substr(0, slash))) return true;
    }
    return std::ranges::binary_search(places, path);
}

// `./a//b.yaml`, `sites/` and `c/../a.yaml` as the folder's own files are called. None where it leaves the folder.
std::optional<std::string> plain_path(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.push_back(part);
        } else if (parts.empty()) {
            return std::nullopt;
        } else {
            parts.pop_back();
        }
    }
    return fmt::format("{}", fmt::join(parts, "/"));
}

const std::shared_ptr<const ReadFile>& empty_file() {
    static const std::shared_ptr<const ReadFile> empty = [] {
        ReadFile file;
        file.parsed = std::make_shared<const ParsedFile>();
        return std::make_shared<const ReadFile>(std::move(file));
    }();
    return empty;
}

// Why nothing can be read of ims.yaml; none where something can.
std::optional<Error> trouble_of(const ParsedFile& settings, const std::string& path) {
    const auto broken = [](const YamlDocument& each) { return each.broken; };
    const YamlTree& tree = settings.tree;
    if (tree.problems.empty() || !(tree.documents.empty() || std::ranges::any_of(tree.documents, broken)))
        return std::nullopt;
    const YamlProblem& problem = tree.problems.front();
    Arena arena;
    const YamlWords words = words_of(problem, tree, settings.bytes, arena);
    SourceMap one;
    const std::string name(kSettings);
    const FileId file = one.add(name, settings.bytes);
    const Position at = Positions(one).position(file, problem.begin);
    return Error{path, fmt::format(":{}:{}", at.line, at.column),
                 for_editors(make_message(arena, "{}; {}", words.message, words.help))};
}

}  // namespace

template <class Work>
auto Workspace::timed(Stage stage, const Work& work) const {
    const Lap lap(options_.stats, stage);
    return work();
}

Workspace::Workspace(const FileSystem& files, const RuleBook& rules, ReadOptions options)
    : disk_(&files), rules_(rules), options_(std::move(options)) {}

void Workspace::turn_to(const FileSystem& files, std::string root, std::string revision,
                        const std::optional<std::vector<std::string>>& differing) {
    // What links lead to may differ though they do not.
    everything_ = !differing || !found_ || !found_->links.empty() || root != options_.root;
    disk_ = &files;
    options_.root = std::move(root);
    options_.revision = std::move(revision);
    found_.reset();
    if (everything_) return files_.clear();
    for (const std::string& path : *differing) remember(path);
    std::ranges::sort(changed_);
}

Workspace::State Workspace::read() {
    everything_ = true;
    return refresh({});
}

Workspace::State Workspace::refresh(std::span<const std::string> changed) {
    for (const std::string& path : changed) remember(path);
    std::ranges::sort(changed_);
    IMS_TRY(look_at_settings());
    IMS_TRY(look_for_files());
    IMS_TRY(look_at_schema());
    read_files();
    read_settings();
    leave_out_what_aliases_swell();
    read_records();
    auto next = std::make_shared<Snapshot>();
    next->root = options_.root;
    next->schema = schema_;
    next->settings = settings_;
    next->hints = left_out_;
    next->files = std::make_shared<const FolderFiles>(gather_files());
    DocumentFiles documents(*disk_, options_.root);
    // Rules do not touch the disk, so what they may ask of it is looked up before.
    next->missing_files =
        timed(Stage::source, [&] { return find_missing_files(documents, *next->files, *settings_file_, *schema_); });
    ask_git(*next, documents);
    read_baseline(*next);
    everything_ = false;
    changed_.clear();
    return std::shared_ptr<const Snapshot>(std::move(next));
}

// A file that is told by another way than its own is known by where that leads.
void Workspace::remember(std::string_view path) {
    const bool absolute = path.starts_with('/');
    auto inner = absolute ? std::nullopt : plain_path(path);
    const auto real = disk_->real_path(absolute ? std::string(path) : join_path(options_.root, path));
    const auto real_root = disk_->real_path(options_.root.empty() ? "." : options_.root);
    const auto below_root = [&](std::string_view place) -> std::optional<std::string> {
        if (!real_root || !(place == *real_root || place.starts_with(*real_root + "/"))) return std::nullopt;
        return plain_path(place.substr(real_root->size()));
    };
    auto led = real ? below_root(*real) : std::nullopt;
    if (absolute && !led) inner = below_root(path);  // what is gone leads nowhere
    if (!inner && !led) everything_ = true;
    for (auto& each : {inner, led}) {
        if (each && each->empty()) everything_ = true;
        if (each) changed_.push_back(*each);
    }
}

// What a link leads to may change without the link.
bool Workspace::is_changed(std::string_view path) const {
    return everything_ || is_within(changed_, path) || (found_ && is_within(found_->links, path));
}

// ims.yaml first: it says what else to look at.
Outcome Workspace::look_at_settings() {
    if (settings_file_ && !is_changed(kSettings)) return Nothing{};
    const std::string path = join_path(options_.root, kSettings);
    IMS_TRY_ASSIGN(std::string bytes, timed(Stage::source, [&] { return disk_->read(path, YamlLimits{}.file_bytes); }));
    if (settings_file_ && settings_file_->bytes == bytes) return Nothing{};
    ParsedFile parsed = timed(Stage::yaml, [&] { return parse_file(std::move(bytes)); });
    if (auto trouble = trouble_of(parsed, path)) return *std::move(trouble);
    settings_file_ = std::make_shared<const ParsedFile>(std::move(parsed));
    return Nothing{};
}

// Where only files changed that were found before and are still there, all others are still there too.
bool Workspace::must_find() const {
    if (!found_ || everything_ || !found_->links.empty()) return true;
    if (changed_.empty()) return false;
    const auto real_root = disk_->real_path(options_.root.empty() ? "." : options_.root);
    return !std::ranges::all_of(changed_, [&](const std::string& path) {
        const std::string full = join_path(options_.root, path);
        const auto path_of = [](const File& file) { return std::string_view(file.path); };
        const bool known = path == kSettings || std::ranges::binary_search(files_, std::string_view(path), {}, path_of);
        return known && disk_->type(full) == EntryType::file && real_root &&
               disk_->real_path(full) == join_path(*real_root, path);
    });
}

Outcome Workspace::look_for_files() {
    const Lap lap(options_.stats, Stage::source);
    std::vector<std::string> ignore = read_ignore(*settings_file_);
    if (!must_find() && ignore == ignore_) {
        for (File& file : files_) {
            if (is_changed(file.path)) file = {std::move(file.path), nullptr, nullptr};
        }
        return Nothing{};
    }
    AskIgnored ask;
    if (!options_.git.empty() && options_.revision.empty())
        ask = [&](const std::string& folder) { return git_ignored(options_.git, folder); };
    IMS_TRY_ASSIGN(FoundFiles found, find_files(*disk_, options_.root, ignore, ask));
    ignore_ = std::move(ignore);
    left_out_ = tell_left_out(found);
    // A folder may hold files at the place of ours, if only to see what happens.
    std::erase_if(found.unreadable, [](const auto& trouble) { return trouble.path.starts_with(kBuiltIn); });
    std::erase_if(found.paths, [](const std::string& path) { return path.starts_with(kBuiltIn); });
    found_ = std::move(found);
    list_files();
    return Nothing{};
}

// Those that were known and did not change keep what was read of them; the others have nothing yet.
void Workspace::list_files() {
    std::vector<File> files;
    files.reserve(found_->paths.size() + found_->unreadable.size());
    for (std::string& path : found_->paths) files.push_back({std::move(path), nullptr, nullptr});
    found_->paths = {};
    for (const FoundFiles::Trouble& each : found_->unreadable)
        files.push_back({each.path, nullptr, std::make_shared<const ReadFile>(unreadable_file(each.reason))});
    std::erase_if(files, [](const File& file) { return file.path == kSettings; });
    std::ranges::sort(files, {}, &File::path);
    auto known = files_.begin();
    for (File& file : files) {
        while (known != files_.end() && known->path < file.path) ++known;
        if (known == files_.end() || known->path != file.path || file.instead != nullptr) continue;
        if (!is_changed(file.path)) file = std::move(*known);
    }
    files_ = std::move(files);
}

Outcome Workspace::look_at_schema() {
    const Lap lap(options_.stats, Stage::schema);
    IMS_TRY_ASSIGN(SchemaTexts texts,
                   read_schema_texts(*disk_, options_.root, found_->schemas, options_.schema_folder));
    const bool same = schema_ != nullptr && texts == schema_texts_;
    if (!same) {
        IMS_TRY_ASSIGN(Schema schema, make_schema(texts));
        schema_ = std::make_shared<const Schema>(std::move(schema));
        schema_texts_ = std::move(texts);
    }
    // The built-in ones are always the same.
    if (same && catalogues_ != nullptr && options_.schema_folder.empty()) return Nothing{};
    if (!same) catalogues_ = nullptr;
    IMS_TRY_ASSIGN(std::vector<Catalogue> all, load_catalogues(*disk_, options_.schema_folder));
    if (catalogues_ != nullptr && catalogues_->all() == all) return Nothing{};
    catalogues_ = std::make_unique<Catalogues>(std::move(all), *schema_);
    of_catalogues_.clear();
    of_catalogues_.resize(catalogues_->size());
    contents_.forget_records();  // which catalogues they name is told by places in the list
    return Nothing{};
}

// Of those that have nothing yet, the bytes and their trees.
void Workspace::read_files() {
    std::vector<File*> wanted;
    for (File& file : files_) {
        if (file.content == nullptr && file.instead == nullptr) wanted.push_back(&file);
    }
    const bool first = contents_.empty();
    std::vector<std::shared_ptr<const ParsedFile>> fresh(wanted.size());
    parallel_for(options_.jobs, wanted.size(), [&](std::size_t index) { fresh[index] = read_file(*wanted[index]); });
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        if (fresh[index] != nullptr) wanted[index]->content = contents_.add(std::move(fresh[index]));
    }
    if (first) return;
    std::vector<Content*> used;
    for (const File& file : files_) used.push_back(file.content);
    contents_.keep_only(used);
}

// What was read, where nobody else has the same; else null.
std::shared_ptr<const ParsedFile> Workspace::read_file(File& file) {
    Result<std::string> bytes =
        timed(Stage::source, [&] { return disk_->read(join_path(options_.root, file.path), YamlLimits{}.file_bytes); });
    if (!bytes) {
        file.instead = std::make_shared<const ReadFile>(unreadable_file(bytes.error().reason));
        return nullptr;
    }
    file.content = contents_.find(*bytes);
    if (file.content != nullptr) return nullptr;
    return timed(Stage::yaml, [&] { return std::make_shared<const ParsedFile>(parse_file(std::move(*bytes))); });
}

void Workspace::read_settings() {
    if (settings_of_ == settings_file_ && read_by_ == schema_) return;
    const Lap lap(options_.stats, Stage::settings);
    FileTroubles found;
    settings_ = std::make_shared<const Settings>(
        ims::read_settings(*settings_file_, *schema_, rules_, found.findings, found.arena));
    settings_record_ =
        std::make_shared<const ReadFile>(record_of_settings(settings_file_, *schema_, *settings_, std::move(found)));
    settings_of_ = settings_file_;
    read_by_ = schema_;
    contents_.forget_records();
    for (OfCatalogue& each : of_catalogues_) each.read = nullptr;
}

// Many documents that each stay within their budget may stand for more than any machine holds. Which files are left out
// depends on names and contents alone.
void Workspace::leave_out_what_aliases_swell() {
    const Lap lap(options_.stats, Stage::yaml);
    std::vector<File*> swelling;
    std::vector<Amount> added;
    Amount read;
    Amount all;
    for (File& file : files_) {
        if (file.content == nullptr) continue;
        file.instead = nullptr;
        const ParsedFile& parsed = *file.content->parsed;
        read += {parsed.tree.nodes.size(), parsed.bytes.size()};
        if (!parsed.tree.added.any()) continue;
        swelling.push_back(&file);
        added.push_back(parsed.tree.added);
        all += parsed.tree.added;
    }
    const Amount most = options_.aliases.beside(read);
    for (const std::uint32_t place : beyond_budget(added, most)) leave_out(*swelling[place], all, most);
}

void Workspace::leave_out(File& file, const Amount& all, const Amount& most) {
    const ParsedFile& whole = *file.content->parsed;
    YamlProblem why = too_much_by_aliases(whole.tree, Mistake::folder_aliases_too_large, all, most);
    auto& known = file.content->emptied;
    if (known == nullptr || known->why != why) {
        ParsedFile emptied{whole.bytes, {}};
        emptied.tree = unread_tree(whole.tree, whole.bytes, why);
        auto read = std::make_shared<const ReadFile>(
            ims::read_records(std::make_shared<const ParsedFile>(std::move(emptied)), *schema_, *settings_));
        known = std::make_unique<const EmptiedFile>(EmptiedFile{std::move(read), why});
    }
    file.instead = known->read;
}

void Workspace::read_records() {
    std::vector<Content*> wanted;
    for (const File& file : files_) {
        if (file.instead == nullptr && file.content->read == nullptr) wanted.push_back(file.content);
    }
    // Of several files with the same bytes one is enough.
    std::ranges::sort(wanted);
    const auto again = std::ranges::unique(wanted);
    wanted.erase(again.begin(), again.end());
    parallel_for(options_.jobs, wanted.size(), [&](std::size_t index) {
        const Lap lap(options_.stats, Stage::model);
        Content& content = *wanted[index];
        content.read = std::make_shared<const ReadFile>(ims::read_records(content.parsed, *schema_, *settings_));
        NamedCatalogues named = catalogues_named_by(*content.read);
        content.catalogues = named.any() ? std::make_unique<const NamedCatalogues>(std::move(named)) : nullptr;
    });
}

NamedCatalogues Workspace::catalogues_named_by(const ReadFile& file, bool built_in) const {
    return catalogues_->named_by(file, UnlinkedFile(file, *settings_file_, *schema_), built_in);
}

// Those that anything names, and that those name in turn.
std::vector<std::uint32_t> Workspace::read_catalogues() {
    NeededCatalogues needed(catalogues_->size());
    needed.note(catalogues_named_by(*settings_record_));
    for (const File& file : files_) {
        if (file.instead != nullptr) needed.note(catalogues_named_by(*file.instead));
        else if (file.content->catalogues != nullptr) needed.note(*file.content->catalogues);
    }
    for (const std::string& id : options_.standards) {
        if (const auto index = catalogues_->find(id)) needed.want(*index);
    }
    // What a folder says of its own standards is no word on ours.
    Settings settings;
    settings.vocabulary = settings_->vocabulary;
    std::vector<std::uint32_t> taken;
    for (auto batch = needed.take(); !batch.empty(); batch = needed.take()) {
        parallel_for(options_.jobs, batch.size(), [&](std::size_t index) {
            OfCatalogue& each = of_catalogues_[batch[index]];
            if (each.read != nullptr) return;
            if (each.parsed == nullptr) {
                each.parsed = std::make_shared<const ParsedFile>(
                    timed(Stage::yaml, [&] { return parse_file((*catalogues_)[batch[index]].text); }));
            }
            const Lap lap(options_.stats, Stage::model);
            each.read = std::make_shared<const ReadFile>(ims::read_records(each.parsed, *schema_, settings));
            each.catalogues = catalogues_named_by(*each.read, true);
        });
        for (const std::uint32_t index : batch) needed.note(of_catalogues_[index].catalogues);
        std::ranges::copy(batch, std::back_inserter(taken));
    }
    return taken;
}

// Catalogues have their places though nobody names them: what could be named is told by them.
FolderFiles Workspace::gather_files() {
    const std::vector<std::uint32_t> taken = read_catalogues();
    std::vector<FolderFile> more;
    for (std::uint32_t index = 0; index < catalogues_->size(); ++index)
        more.push_back({catalogues_->path(index), empty_file()});
    for (const std::uint32_t index : taken) more[index].read = of_catalogues_[index].read;
    more.push_back({std::string(kSettings), settings_record_});
    std::ranges::sort(more, {}, &FolderFile::path);
    FolderFiles files;
    files.reserve(files_.size() + more.size());
    auto next = more.begin();
    for (const File& file : files_) {
        for (; next != more.end() && next->path < file.path; ++next) files.push_back(std::move(*next));
        files.push_back({file.path, file.instead != nullptr ? file.instead : file.content->read});
    }
    std::move(next, more.end(), std::back_inserter(files));
    return files;
}

// A file of this name that is none is told only to whoever asks for what is new.
void Workspace::read_baseline(Snapshot& state) const {
    const std::string path = join_path(options_.root, kBaselineFile);
    if (disk_->type(path) == EntryType::missing) return;
    const Lap lap(options_.stats, Stage::source);
    const auto bytes = disk_->read(path, YamlLimits{}.file_bytes);
    auto baseline = bytes ? ims::read_baseline(*bytes, path) : Result<Baseline>(bytes.error());
    if (baseline) state.baseline = std::make_shared<const Baseline>(*std::move(baseline));
    else state.baseline_trouble = baseline.error();
}

// Nor do they ask git.
void Workspace::ask_git(Snapshot& state, DocumentFiles& documents) const {
    if (!settings_->review_history || !settings_->grade(rules_[RuleId::changed_since_review])) return;
    const Lap lap(options_.stats, Stage::source);
    const bool of_commit = !options_.revision.empty() && options_.revision != kIndex;
    const std::string commit = of_commit ? options_.revision : "HEAD";
    auto history = options_.git.empty() ? std::nullopt : GitHistory::read(options_.git, options_.root, commit);
    if (history) {
        state.history = compare_with_git(state, documents, *history);
        return;
    }
    state.hints.push_back(
        "`review.history` of ims.yaml asks for git, and git tells no history of this folder (`git log` there says "
        "why): what changed since its last review could not be judged");
}

}  // namespace ims
