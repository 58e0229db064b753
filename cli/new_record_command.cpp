// `ims new`: a record that asks for what the rules will ask for, where records of its kind stand.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "cli/analysis_options.h"
#include "cli/file_changes.h"
#include "cli/interrupted_change.h"
#include "cli/names.h"
#include "cli/new_line.h"
#include "cli/new_slips.h"
#include "cli/new_words.h"
#include "cli/paths.h"
#include "edit/new_id.h"
#include "edit/new_record.h"
#include "schema/valid_id.h"
#include "source/overlay.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims::commands::new_record {
namespace {

struct Options {
    AnalysisOptions analysis;
    std::vector<std::string> words;  // [KIND] [ID] [PATH]
    std::vector<std::string> set;
    std::vector<std::string> links;
    std::string file;
    bool dry_run = false;
};

class NewCommand {
public:
    NewCommand(const Options& options, const Environment& environment, const Analysis& analysis)
        : options_(options), environment_(environment), analysis_(analysis) {
        way_ = relative_path(environment.files->real_path(".").value_or(""), analysis.root);
    }

    Result<Exit> run(const NewLine& words) {
        IMS_TRY_ASSIGN(file_, file_of_new(environment_, analysis_, options_.file));
        Result<KindId> kind = read_kind(analysis_.schema, words.kind);
        if (const std::string type = kind ? "" : type_called(analysis_.schema, words.kind, words.id); !type.empty())
            return Error{type};
        IMS_TRY_ASSIGN(wish_.kind, std::move(kind));
        IMS_TRY_ASSIGN(wish_.set, read_sets(options_.set, analysis_.schema[wish_.kind]));
        IMS_TRY(read_links());
        IMS_TRY_ASSIGN(wish_.id, choose_id(words.id));
        if (const auto there = same_but_for_capitals(analysis_.graph, wish_.kind, wish_.id)) return refuse_id(*there);
        IMS_TRY_ASSIGN(record_, begin_record(analysis_, wish_));
        const Result<NewPlace> place = choose_place();
        if (!place) return refuse(place.error());
        place_ = *place;
        Result<NewFiles> files = write_record(analysis_, wish_, record_, place_);
        if (!files) return refuse(files.error());
        files_ = std::move(*files);
        IMS_TRY_ASSIGN(const std::unique_ptr<Analysis> after, read_again());
        if (const auto errors = errors_of(*after, wish_); !errors.empty())
            return words_of_errors(*after, wish_, errors);
        const Result<NewRecordSeen> seen = look_at(analysis_, *after, wish_);
        if (!seen) return refuse(seen.error());
        IMS_TRY(write());
        tell(*seen);
        return Exit::clean;
    }

private:
    Outcome read_links() {
        for (const std::string& word : options_.links) {
            Result<RecordId> other = read_record(analysis_.graph, word);
            if (!other) return Error{fmt::format("--for: {}", other.error().message())};
            Result<NewLink> link = find_link(analysis_, wish_.kind, *other);
            if (!link) return Error{fmt::format("--for {}: {}", visible(word), link.error().message())};
            wish_.links.push_back(std::move(*link));
        }
        return Nothing{};
    }

    [[nodiscard]] std::optional<std::string> title() const {
        const auto set = std::ranges::find(wish_.set, "title", [](const auto& each) { return each.first; });
        return set == wish_.set.end() ? std::nullopt : std::optional(set->second.front());
    }

    [[nodiscard]] Result<std::string> choose_id(const std::string& given) const {
        const KindSpec& kind = analysis_.schema[wish_.kind];
        if (!given.empty()) {
            if (is_valid_id(given)) return given;
            return no_id(given);
        }
        if (auto number = next_number(analysis_.graph, wish_.kind)) return std::move(*number);
        if (const auto text = title()) {
            if (std::string id = id_of_title(*text); !id.empty()) return id;
        }
        const std::string example = example_of(kind, "title");
        std::string id = example_of(kind, kind.name);
        if (id == "…") id = id_of_title(example);
        return Error{fmt::format(
            "which id is the {} to have?{}\n     or give a title, of "
            "which one is made: ims new {} --set title=\"{}\"",
            in_words(kind.name), id.empty() ? "" : fmt::format(" For example: ims new {} {}", kind.name, id), kind.name,
            example)};
    }

    Result<Exit> refuse_id(RecordId there) const {
        const RecordView record = analysis_.graph[there];
        const bool built_in = record.built_in();
        const Positions positions(analysis_.sources);
        const std::string where = built_in
                                      ? "is built in"
                                      : fmt::format("stands in {}:{}", shown(analysis_.sources[record.file()].path),
                                                    positions.position(record.file(), record.id_span().begin).line);
        environment_.err->write(fmt::format("ims: there is {} `{}` already{}: it {}\n     free is: ims new {} {}\n",
                                            with_article(in_words(record.kind_name())), visible(record.id()),
                                            record.id() == wish_.id ? "" : ", and capitals alone tell no records apart",
                                            where, record.kind_name(),
                                            nearest_free_id(analysis_.graph, wish_.kind, wish_.id)));
        return Exit::findings;
    }

    Result<Exit> refuse(const Error& why) const {
        environment_.err->write(fmt::format("ims: nothing was written: {}\n",
                                            why.path.empty() ? why.reason : shown(why.path) + ": " + why.reason));
        return Exit::findings;
    }

    Result<NewPlace> choose_place() const {
        if (options_.file.empty()) return place_of_new(analysis_, wish_.kind, wish_.id);
        return place_at(analysis_, wish_.kind, file_);
    }

    // The folder as it would be.
    Result<std::unique_ptr<Analysis>> read_again() const {
        std::map<std::string, std::string> bytes;
        for (const NewFile& each : files_.files) bytes.emplace(join_path(analysis_.root, each.path), each.bytes);
        const OverlayFileSystem overlay(*environment_.files, std::move(bytes));
        IMS_TRY_ASSIGN(const FolderOptions options, folder_options(environment_, options_.analysis, analysis_.root));
        return analyze_folder(overlay, environment_.rules, options);
    }

    Outcome write() const {
        FileChanges changes(environment_);
        for (const NewFile& each : files_.files) {
            std::optional<std::string> old;
            if (const auto file = analysis_.sources.find(each.path)) old = std::string(analysis_.sources[*file].bytes);
            changes.add(join_path(analysis_.root, each.path), std::move(old), each.bytes);
        }
        return options_.dry_run ? changes.check() : changes.commit();
    }

    void tell(const NewRecordSeen& seen) const {
        const std::string name = fmt::format("{}/{}", analysis_.schema[wish_.kind].name, wish_.id);
        const bool quiet = options_.analysis.quiet;
        if (!quiet || options_.dry_run) {
            environment_.out->write(fmt::format("{}{}: {}{}\n", options_.dry_run ? "would be written: " : "",
                                                shown(place_.path), visible(name),
                                                place_.file == nullptr ? "" : " at its end"));
            for (const NewLink& link : wish_.links) {
                if (!link.at_other) continue;
                const RecordView other = analysis_.graph[link.other];
                environment_.out->write(fmt::format(
                    "{}{}: {} names it under `{}`\n", options_.dry_run ? "would be written: " : "",
                    shown(analysis_.sources[other.file()].path), visible(other.name().text()), link.field->name));
            }
        }
        if (options_.dry_run) environment_.out->write("\n" + files_.written + "\n");
        if (quiet) return;
        environment_.out->flush();
        environment_.err->write(words_of_links(analysis_, wish_));
        environment_.err->write(words_of_what_is_asked(record_, seen));
        const std::string check = fmt::format("ims check {}", shown(place_.path));
        environment_.err->write(options_.dry_run ? "Next: the same without --dry-run\n"
                                : record_.to_fill.empty()
                                    ? fmt::format("Next: {}\n", check)
                                    : fmt::format("Next: fill in the lines that end in a comment, then {}\n", check));
    }

    // A path of the folder as whoever stands here writes it.
    [[nodiscard]] std::string shown(std::string_view path) const { return visible(join_path(way_, path)); }

    const Options& options_;
    const Environment& environment_;
    const Analysis& analysis_;
    std::string way_;   // to the folder of ims.yaml from here
    std::string file_;  // that --file names, from the folder of ims.yaml
    NewRecordWish wish_;
    NewRecord record_;
    NewPlace place_;
    NewFiles files_;
};

Result<Exit> run(const Options& options, const Environment& environment) {
    const NewLine words = line_of_new(environment, options.words);
    IMS_TRY(check_path(environment, words));
    IMS_TRY_ASSIGN(const Place place, find_place(environment, words.path, options.analysis.quiet));
    if (!options.dry_run && !words.kind.empty()) IMS_TRY(finish_interrupted(environment, place.root));
    IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, options.analysis, place.root));
    if (words.kind.empty()) {
        if (!options.set.empty() || !options.links.empty() || !options.file.empty())
            return Error{"which kind of record? `ims list` shows them, and `ims new` alone says which one is lacking"};
        const std::string here = environment.files->real_path(".").value_or("");
        environment.out->write(words_of_lacking(*analysis, relative_path(here, place.root)));
        return Exit::clean;
    }
    return NewCommand(options, environment, *analysis).run(words);
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND", &options->words, "", {.value = "[KIND] [ID] [PATH]", .at_most = 3});
    line.word("KIND", "Of which kind, for example risk; without it: which one the folder lacks most");
    line.word("ID",
              "What it is called by others, for example till-stolen; without it: the next number where records "
              "of the kind are numbered, else made of the title");
    line.word("PATH", "The folder of records, or anything in it; default: that of the nearest ims.yaml");
    line.option("--set", &options->set,
                "Set a field; several times for several. Fields of maps with a dot: review.every=6 months; lists with "
                "commas, or several times: disciplines=quality,environment",
                {.value = "FIELD=VALUE"});
    line.option("--for", &options->links,
                "Link it to this record, by the field that takes it; several times for several", {.value = "KIND/ID"});
    line.option("--file", &options->file,
                "Write it there: to a new file, or to the end of one; default: where most records of the kind stand",
                {.value = "FILE"});
    line.flag("--dry-run", &options->dry_run, "Show what would be written, and write nothing");
    add_analysis_options(line, options->analysis);
    line.example("ims new risk till-stolen --for process/sell --set owner=shop-manager");
    line.example("ims new", "which kind of record the folder lacks most, and what to type");
    line.exit_code(0, "the record is written, or shown");
    line.exit_code(1, "refused because of the records: the id is taken, or the file cannot be added to");
    line.exit_code(2, "wrong use, a value that its field does not take, no ims.yaml, or trouble with files");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::new_record
