// Reads the pages of the rules, lib/check/rules/<family>/<rule>.md, and writes the tables that the program makes its
// rules of: OUTPUT_FOLDER RULES_FOLDER SCHEMAS_FOLDER. lib/check/rules/README.md says how a page looks. Everything a
// page promises is looked at here: a name that exists nowhere, a missing example or code that nobody asked for stops
// the build and names the line.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <span>

#include "compiler/files.h"
#include "compiler/page.h"
#include "compiler/page_tables.h"

namespace ims::compiler {
namespace {

namespace fs = std::filesystem;

// As diagnostics/rule_book.h has them: each looks at what those before it look at, and at more.
const std::vector<std::string> kProfiles = {"records", "described", "integrated", "full"};

Known read_known(const fs::path& rules, const fs::path& schemas) {
    Known known;
    const std::string families = (rules / "families.yaml").generic_string();
    const YAML::Node node = YAML::Load(read_file(families));
    for (const auto& entry : node) {
        const YAML::Node& about = entry.second;
        const std::string name = entry.first.as<std::string>();
        if (!about.IsMap() || !about["says"] || !about["profile"])
            stop(families + ": " + name + ": a family is `name: {says: …, profile: …, order: […]}`");
        Family family = {name, about["says"].as<std::string>(), {}, about["profile"].as<std::string>()};
        if (std::ranges::find(kProfiles, family.profile) == kProfiles.end())
            stop(families + ": " + name + ": `profile` is one of " + listed(kProfiles) + ", not `" + family.profile +
                 "`");
        if (about["order"]) family.order = about["order"].as<std::vector<std::string>>();
        known.families.push_back(std::move(family));
    }
    constexpr std::string_view kEnd = ".schema.json";
    for (const auto& entry : fs::directory_iterator(schemas)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(kEnd)) continue;
        const std::string kind = name.substr(0, name.size() - kEnd.size());
        // Shapes that kinds share, and the settings, of which there is no record.
        if (kind != "common" && kind != "ims") known.kinds.insert(kind);
    }
    known.settings_schema = read_file((schemas / "ims.schema.json").string());
    for (const auto& entry : fs::directory_iterator(schemas / "standards")) {
        if (entry.path().extension() != ".yaml") continue;
        for (const YAML::Node& clause : YAML::Load(read_file(entry.path().string()))["clauses"]) {
            for (const char* key : {"harmonised", "theme"})
                if (clause[key]) known.clauses.insert(clause[key].as<std::string>());
        }
    }
    return known;
}

// By family, then in its order. A rule with code has its .cpp beside its page, and no other file is there.
std::vector<Page> read_pages(const fs::path& rules, const Known& known) {
    std::vector<Page> pages;
    for (const Family& family : known.families) {
        if (!fs::is_directory(rules / family.name))
            stop(rules.generic_string() + "/families.yaml: there is no folder `" + family.name + "`");
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(rules / family.name)) files.push_back(entry.path());
        const auto place = [&](const fs::path& file) {
            return std::pair(std::ranges::find(family.order, file.stem().string()), file);
        };
        std::ranges::sort(files, {}, place);
        for (const std::string& name : family.order) {
            if (std::ranges::find(files, name, [](const fs::path& file) { return file.stem().string(); }) ==
                files.end())
                stop(rules.generic_string() + "/families.yaml: " + family.name + " has no rule `" + name + "`");
        }
        for (const fs::path& file : files) {
            const std::string path = file.generic_string();
            if (file.extension() == ".md") {
                Page page = read_page(path, read_file(path), known);
                const fs::path code = fs::path(file).replace_extension(".cpp");
                if (page.has_code() && !fs::exists(code))
                    stop(path + ": `found_by` says check, and " + code.filename().string() + " is not there");
                const std::string space = "namespace ims::rules::" + page.identifier() + " {";
                if (page.has_code() && read_file(code.string()).find(space) == std::string::npos)
                    stop(code.generic_string() + ": nothing would call it without `" + space + "`");
                if (!page.has_code() && fs::exists(code))
                    stop(code.generic_string() +
                         ": `found_by` on the page does not say check, so nothing would call it");
                pages.push_back(std::move(page));
            } else if (file.extension() != ".cpp" || !fs::exists(fs::path(file).replace_extension(".md"))) {
                stop(path + ": no page `" + file.stem().string() + ".md` stands beside it");
            }
        }
    }
    for (const auto& entry : fs::directory_iterator(rules)) {
        if (entry.is_directory() && !known.has_family(entry.path().filename().string()))
            stop(entry.path().generic_string() + ": families.yaml has no such family");
    }
    return pages;
}

using Numbers = std::map<std::string, std::size_t>;

// Whether findings of the rule may follow from a gap elsewhere. An error never does: that a record cannot be trusted is
// true whatever else is missing.
bool follows(const Page& page) { return page.grade != "error"; }

// Writes out the families that pages explain, rule by rule. No rule explains itself; what a page says of a single rule
// holds for that one.
void expand_families(std::vector<Page>& pages) {
    for (Page& page : pages) {
        std::vector<Explained> all;
        std::set<std::string> named = {page.name};
        for (const Explained& each : page.explains) {
            if (!each.family.empty()) continue;
            all.push_back(each);
            named.insert(each.rule);
        }
        for (const Explained& each : page.explains) {
            if (each.family.empty()) continue;
            for (const Page& other : pages) {
                if (other.family != each.family || !follows(other) || !named.insert(other.name).second) continue;
                all.push_back({other.name, {}, each.shared, each.clause, each.field, each.line});
            }
        }
        page.explains = std::move(all);
    }
}

// A cause explains what follows from it; going round in a circle would explain nothing.
void check_explanations(const std::vector<Page>& pages, const Numbers& numbers) {
    for (const Page& page : pages) {
        for (const Explained& each : page.explains) {
            if (!numbers.contains(each.rule))
                stop(page.path + ":" + std::to_string(each.line) + ": there is no rule `" + each.rule + "`");
        }
    }
    enum class State { fresh, open, done };
    std::vector<State> states(pages.size(), State::fresh);
    std::vector<std::string> way;
    const auto visit = [&](const auto& self, std::size_t number) -> void {
        if (states[number] == State::done) return;
        way.push_back(pages[number].name);
        if (states[number] == State::open) {
            const auto begin = std::ranges::find(way, pages[number].name);
            stop(pages[number].path +
                 ": rules explain each other in a circle: " + listed(std::vector<std::string>(begin, way.end())));
        }
        states[number] = State::open;
        for (const Explained& each : pages[number].explains) self(self, numbers.at(each.rule));
        states[number] = State::done;
        way.pop_back();
    };
    for (std::size_t number = 0; number < pages.size(); ++number) visit(visit, number);
}

}  // namespace

void compile_pages(const std::vector<std::string>& arguments) {
    if (arguments.size() != 3) stop("usage: ims_compiler pages OUTPUT_FOLDER RULES_FOLDER SCHEMAS_FOLDER");
    const Known known = read_known(arguments[1], arguments[2]);
    std::vector<Page> pages = read_pages(arguments[1], known);
    Numbers numbers;
    for (const Page& page : pages) {
        if (!numbers.emplace(page.name, numbers.size()).second)
            stop(page.path + ": another family has a rule of this name");
    }
    expand_families(pages);
    check_explanations(pages, numbers);
    const std::string& folder = arguments[0];
    write_changed(folder + "/diagnostics/rules.h", write_names(pages));
    write_changed(folder + "/diagnostics/built_in_book.cpp", write_book(pages, known));
    write_changed(folder + "/check/built_in_code.cpp", write_code(pages));
    write_changed(folder + "/check/built_in_pages.cpp", write_texts(pages));
}

}  // namespace ims::compiler
