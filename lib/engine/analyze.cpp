#include "engine/analyze.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "check/run.h"
#include "diagnostics/rules.h"
#include "engine/catalogues.h"
#include "engine/compare_with_git.h"
#include "engine/document_files.h"
#include "judge/judge.h"
#include "link/link.h"
#include "schema/fields.h"
#include "schema/read_schema.h"
#include "source/find_files.h"
#include "yaml/alias_values.h"
#include "yaml/messages.h"

namespace ims {
namespace {

class Engine {
public:
    Engine(const FileSystem& files, const RuleSet& rules, const AnalyzeOptions& options)
        : files_(files),
          options_(options),
          analysis_(std::make_unique<Analysis>(rules)),
          document_files_(files, options.root) {}

    Result<std::unique_ptr<Analysis>> run() {
        analysis_->root = options_.root;
        IMS_TRY(find());
        IMS_TRY(read_all());
        tell_found([this](const Finding& finding) { return reading_stage(finding); });
        link_records();
        tell_found([](const Finding&) { return Stage::link; });
        assess_graph();
        check_records();
        tell_found([](const Finding&) { return Stage::check; });
        sort_findings();
        judge_findings();
        return std::move(analysis_);
    }

private:
    template <class Work>
    auto timed(Stage stage, const Work& work) {
        const Lap lap(options_.stats, stage);
        return work();
    }

    void link_records() {
        const Lap lap(options_.stats, Stage::link);
        analysis_->graph = link(std::move(records_), analysis_->trees, analysis_->schema, analysis_->settings,
                                analysis_->sources, analysis_->findings);
    }

    void assess_graph() {
        MissingFiles missing = missing_files();
        auto history = timed(Stage::source, [this] { return changes_since_review(); });
        const Lap lap(options_.stats, Stage::assess);
        analysis_->facts =
            assess(analysis_->graph, options_.today, options_.jobs, std::move(missing), std::move(history));
    }

    void check_records() {
        Found found = run_rules(analysis_->rules, analysis_->graph, analysis_->facts, options_.jobs,
                                std::move(analysis_->findings), options_.stats);
        analysis_->findings = std::move(found.told);
        analysis_->untold = std::move(found.untold);
        asked_ = std::move(found.asked);
    }

    void sort_findings() {
        const Lap lap(options_.stats, Stage::diagnostics);
        sort_and_deduplicate(analysis_->findings, analysis_->rules.book());
        sort_and_deduplicate(analysis_->untold, analysis_->rules.book());
    }

    void judge_findings() {
        const Lap lap(options_.stats, Stage::judge);
        analysis_->judgement = judge({analysis_->graph,
                                      analysis_->facts,
                                      analysis_->rules.book(),
                                      {analysis_->findings, analysis_->untold},
                                      asked_});
    }

    // What was found since it was last asked.
    void tell_found(const std::function<Stage(const Finding&)>& stage_of) {
        if (options_.stats == nullptr) return;
        const std::vector<Finding>& all = analysis_->findings;
        options_.stats->found({all.begin() + static_cast<std::ptrdiff_t>(told_), all.end()}, analysis_->rules.book(),
                              stage_of);
        told_ = all.size();
    }

    Stage reading_stage(const Finding& finding) const {
        if (finding.rule == RuleId::unreadable_file) return Stage::source;
        if (analysis_->rules.book()[finding.rule].family == "yaml") return Stage::yaml;
        return finding.span.file == settings_file_ ? Stage::settings : Stage::model;
    }

    // ims.yaml first: it says what else to look at.
    Outcome find() {
        const std::string path = join_path(options_.root, "ims.yaml");
        IMS_TRY_ASSIGN(settings_bytes_,
                       timed(Stage::source, [&] { return files_.read(path, YamlLimits{}.file_bytes); }));
        settings_tree_ = timed(Stage::yaml, [&] { return parse_yaml(settings_bytes_); });
        for (const YamlProblem& problem : settings_tree_.problems) {
            const bool unreadable =
                settings_tree_.documents.empty() ||
                std::ranges::any_of(settings_tree_.documents, [](const YamlDocument& each) { return each.broken; });
            if (!unreadable) break;
            SourceMap one;
            const FileId file = one.add("ims.yaml");
            one[file].bytes = settings_bytes_;
            const Position at = Positions(one).position(file, problem.begin);
            const YamlWords words = words_of(problem, settings_tree_, settings_bytes_);
            return Error(path, fmt::format(":{}:{}", at.line, at.column),
                         fmt::format("{}; {}", words.message, words.help));
        }
        const std::vector<std::string> ignore = read_ignore({&settings_tree_, settings_bytes_, {}});
        IMS_TRY_ASSIGN(found_, timed(Stage::source, [&] { return find_files(files_, options_.root, ignore); }));
        IMS_TRY_ASSIGN(analysis_->schema, timed(Stage::schema, [&] {
                           return load_schema(files_, options_.root, found_.schemas, options_.schema_folder);
                       }));
        IMS_TRY_ASSIGN(std::vector<Catalogue> catalogues, load_catalogues(files_, options_.schema_folder));
        catalogues_ = std::make_unique<NeededCatalogues>(std::move(catalogues), analysis_->schema);
        leave_out_built_in();
        for (const std::string& link : found_.left_out) {
            analysis_->hints.push_back(
                fmt::format("{}: this link leaves the folder of ims.yaml and is not followed", link));
        }
        return Nothing{};
    }

    // A folder may hold files at the place of ours, if only to see what happens.
    void leave_out_built_in() {
        std::erase_if(found_.unreadable, [](const auto& trouble) { return trouble.path.starts_with(kBuiltIn); });
        std::erase_if(found_.paths, [&](const std::string& path) {
            const bool taken = path.starts_with(kBuiltIn);
            if (taken) analysis_->hints.push_back(fmt::format("{}: not read; name the folder differently", path));
            return taken;
        });
    }

    // Catalogues have their places before it is known which of them will be read: those of files that are not read stay
    // empty.
    Outcome read_all() {
        std::vector<std::string> paths = found_.paths;
        for (std::size_t index = 0; index < catalogues_->size(); ++index) paths.push_back(catalogues_->path(index));
        for (const FoundFiles::Trouble& trouble : found_.unreadable) paths.push_back(trouble.path);
        std::ranges::sort(paths);
        SourceMap& sources = analysis_->sources;
        for (std::string& path : paths) {
            const FileId file = sources.add(std::move(path));
            if (sources[file].path == "ims.yaml") settings_file_ = file;
        }
        analysis_->trees.resize(sources.size());
        records_.resize(sources.size());
        read_own_settings();
        parallel_for(options_.jobs, sources.size(), [&](std::size_t index) { parse_one(FileId::from(index)); });
        leave_out_what_aliases_swell();
        parallel_for(options_.jobs, sources.size(), [&](std::size_t index) { read_one(FileId::from(index)); });
        read_catalogues();
        for (FileRecords& records : records_) {
            std::ranges::move(records.findings, std::back_inserter(analysis_->findings));
            records.findings = {};
        }
        return Nothing{};
    }

    void read_own_settings() {
        const Lap lap(options_.stats, Stage::settings);
        SourceFile& source = analysis_->sources[settings_file_];
        source.bytes = std::move(settings_bytes_);
        YamlTree& tree = analysis_->trees[settings_file_.index()];
        tree = std::move(settings_tree_);
        FileRecords& records = records_[settings_file_.index()];
        append_problems({&tree, source.bytes, settings_file_}, records.findings);
        analysis_->settings = read_settings({&tree, source.bytes, settings_file_}, analysis_->schema,
                                            analysis_->rules.book(), records.findings);
        Record record;
        record.kind = *analysis_->schema.find_kind("ims");
        record.file = settings_file_;
        record.id = "ims";
        record.id_span = {
            settings_file_, 0,
            static_cast<std::uint32_t>(std::min(source.bytes.size(), source.bytes.find_first_of("\r\n")))};
        records.values = analysis_->settings.values;
        record.last = static_cast<std::uint32_t>(records.values.size());
        records.records.push_back(record);
        note_standards(settings_file_);
    }

    void note_standards(FileId file) {
        const auto source = [&](FileId of) {
            return ValueSource{&analysis_->trees[of.index()], analysis_->sources[of].bytes, of};
        };
        const ValueSource settings = source(settings_file_);
        catalogues_->note(records_[file.index()], {source(file), &settings});
    }

    void read_catalogues() {
        for (const std::string& id : options_.standards) catalogues_->want(id);
        for (auto batch = catalogues_->take(); !batch.empty(); batch = catalogues_->take()) {
            parallel_for(options_.jobs, batch.size(), [&](std::size_t index) { read_catalogue(batch[index]); });
        }
    }

    void read_catalogue(std::size_t index) {
        SourceMap& sources = analysis_->sources;
        const FileId file = *sources.find(catalogues_->path(index));
        sources[file].bytes = (*catalogues_)[index].text;
        analysis_->trees[file.index()] = timed(Stage::yaml, [&] { return parse_yaml(sources[file].bytes); });
        const Lap lap(options_.stats, Stage::model);
        // What a folder says of its own standards is no word on ours.
        Settings settings;
        settings.vocabulary = analysis_->settings.vocabulary;
        FileRecords& records = records_[file.index()];
        records =
            read_records({&analysis_->trees[file.index()], sources[file].bytes, file}, analysis_->schema, settings);
        for (Record& record : records.records) record.built_in = true;
        note_standards(file);
    }

    [[nodiscard]] bool is_own(FileId file) const {
        return file != settings_file_ && !analysis_->sources.is_built_in(file);
    }

    void parse_one(FileId file) {
        if (!is_own(file)) return;
        SourceFile& source = analysis_->sources[file];
        FileRecords& records = records_[file.index()];
        const auto trouble = std::ranges::find(found_.unreadable, source.path, &FoundFiles::Trouble::path);
        if (trouble != found_.unreadable.end()) return mark_unreadable(file, records, trouble->reason);
        Result<std::string> bytes = timed(
            Stage::source, [&] { return files_.read(join_path(options_.root, source.path), YamlLimits{}.file_bytes); });
        if (!bytes) return mark_unreadable(file, records, bytes.error().reason);
        source.bytes = std::move(*bytes);
        YamlTree& tree = analysis_->trees[file.index()];
        tree = timed(Stage::yaml, [&] { return parse_yaml(source.bytes); });
    }

    // Many files that each stay within the limit of a document may stand for more than any machine holds. Which ones
    // are left out depends on their names and contents alone.
    void leave_out_what_aliases_swell() {
        const Lap lap(options_.stats, Stage::yaml);
        std::uint64_t left = options_.alias_values;
        for (std::size_t index = 0; index < records_.size(); ++index) {
            const FileId file = FileId::from(index);
            if (!is_own(file)) continue;
            const std::uint64_t added = values_added_by_aliases(analysis_->trees[index]);
            if (added <= left) {
                left -= added;
                continue;
            }
            analysis_->trees[index] = unread_tree(analysis_->trees[index], analysis_->sources[file].bytes,
                                                  {Mistake::folder_aliases_too_large, 0, 0, options_.alias_values});
        }
    }

    void read_one(FileId file) {
        FileRecords& records = records_[file.index()];
        if (!is_own(file) || records.opaque) return;
        const Lap lap(options_.stats, Stage::model);
        records = read_records({&analysis_->trees[file.index()], analysis_->sources[file].bytes, file},
                               analysis_->schema, analysis_->settings);
        note_standards(file);
    }

    static void mark_unreadable(FileId file, FileRecords& records, const std::string& reason) {
        records.opaque = true;
        add_error(records.findings, RuleId::unreadable_file, {file, 0, 0},
                  fmt::format("this file cannot be read: {}", reason),
                  "make it readable, move it away, or name it under `ignore` in ims.yaml");
    }

    // Rules do not touch the disk, so what they may ask of it is looked up before.
    MissingFiles missing_files() {
        const Lap lap(options_.stats, Stage::source);
        return find_missing_files(document_files_, analysis_->graph);
    }

    // Nor do they ask git.
    ChangesSinceReview changes_since_review() {
        const Settings& settings = analysis_->settings;
        if (!settings.review_history || !settings.grade(analysis_->rules.book()[RuleId::changed_since_review]))
            return {};
        auto history = options_.git.empty() ? std::nullopt : GitHistory::read(options_.git, options_.root);
        if (history) return compare_with_git(analysis_->graph, analysis_->trees, document_files_, *history);
        analysis_->hints.push_back(
            "`review.history` of ims.yaml asks for git, and git tells no history of this folder (`git log` there says "
            "why): what changed since its last review could not be judged");
        return {};
    }

    const FileSystem& files_;
    const AnalyzeOptions& options_;
    std::unique_ptr<Analysis> analysis_;
    DocumentFiles document_files_;
    std::string settings_bytes_;
    YamlTree settings_tree_;
    FoundFiles found_;
    FileId settings_file_;
    std::unique_ptr<NeededCatalogues> catalogues_;
    std::vector<FileRecords> records_;
    std::map<std::pair<RuleId, KindId>, std::size_t> asked_;
    std::size_t told_ = 0;  // how many findings Stats knows of
};

}  // namespace

Result<std::unique_ptr<Analysis>> analyze(const FileSystem& files, const RuleSet& rules,
                                          const AnalyzeOptions& options) {
    return Engine(files, rules, options).run();
}

Result<Schema> load_schema(const FileSystem& files, const std::string& root, const std::vector<std::string>& own,
                           const std::string& schema_folder) {
    constexpr std::size_t kLargest = 4u << 20;
    const auto read = [&](const std::vector<std::string>& paths) -> Result<std::vector<SchemaFile>> {
        std::vector<SchemaFile> all;
        for (const std::string& path : paths) {
            IMS_TRY_ASSIGN(std::string text, files.read(path, kLargest));
            all.push_back({path, std::move(text)});
        }
        return all;
    };
    Schema schema = Schema::built_in();
    if (!schema_folder.empty()) {
        IMS_TRY_ASSIGN(const std::vector<Entry> entries, files.list(schema_folder));
        std::vector<std::string> paths;
        for (const Entry& entry : entries) {
            if (entry.name.ends_with(".schema.json")) paths.push_back(join_path(schema_folder, entry.name));
        }
        std::ranges::sort(paths);
        if (paths.empty()) return Error(schema_folder, "no *.schema.json here");
        IMS_TRY_ASSIGN(const std::vector<SchemaFile> instead, read(paths));
        IMS_TRY_ASSIGN(schema, replace_schema(schema, instead));
    }
    if (!own.empty()) {
        std::vector<std::string> paths;
        for (const std::string& path : own) paths.push_back(join_path(root, path));
        IMS_TRY_ASSIGN(const std::vector<SchemaFile> more, read(paths));
        IMS_TRY_ASSIGN(schema, extend_schema(schema, more));
    }
    return schema;
}

}  // namespace ims
