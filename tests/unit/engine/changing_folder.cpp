#include "engine/changing_folder.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace ims::test {
namespace {

// Some of everything that makes reading depend on more than a file's own bytes: defaults, standards, locations of
// documents, links of two sides, aliases, records that are called the same.
const std::map<std::string, std::string> kFiles = {
    {"roles.yaml", "role: boss\ntitle: Boss\ndeputies: driver\n---\nrole: driver\ntitle: Driver\nreports_to: boss\n"},
    {"processes/bake.yaml",
     "process: bake\ntitle: Bake\nrisks: [burn, flood]\noutputs: [{item: bread, to: sell}]\nneeds: [{what: "
     "asset/oven}]\n"
     "continuity: {prioritised: yes, reason: R, rto: 1 d, mtpd: 2 d}\n"},
    {"processes/sell.yaml",
     "process: sell\ntitle: Sell\nowner: driver\ninputs: [{item: bred, from: bake}]\nclauses: [iso-9001-2026:8.5.1]\n"},
    {"risks/burn.yaml",
     "risk: burn\ntitle: Burn\ntype: hazard\ndisciplines: [health-and-safety]\nlikelihood: likely\nconsequence: 4\n"
     "status: active\ncontrols: gloves\n"},
    {"risks/flood.yaml", "risk: flood\ntitle: Flood\nprocesses: [bake, sell]\ntags: &t [a, b]\nx_tags: [*t, *t, *t]\n"},
    {"controls.yaml", "control: gloves\ntitle: Gloves\nhierarchy: ppe\nverify_every: 6 months\n"},
    {"assets.yaml", "asset: oven\ntitle: Oven\ntype: equipment\nprovider: smith\nrecovery: {agreed: 4 d}\n"},
    {"suppliers.yaml", "supplier: smith\ntitle: Smith\nprovides: ovens\ncritical: yes\nneeds: [{what: site/yard}]\n"},
    {"sites.yaml", "site: yard\ntitle: Yard\nx_many: &m [1, 2, 3, 4, 5]\nx_more: [*m, *m]\nprocesses: bake\n"},
    {"documents.yaml",
     "document: policy\ntitle: Policy\ntype: policy\nlocation: docs/policy.md\nreview: {last: 2025-01-01}\n---\n"
     "document: plan\ntitle: Plan\ntype: plan\nlocation: docs/Plan.md\n"},
    {"obligations.yaml", "obligation: law\ntitle: Law\nsource: law\nrequires: X\nprocesses: [sell]\n"},
    {"docs/policy.md", "# Policy\n"},
    {"notes.txt", "nothing\n"},
};

const std::vector<std::string> kSettings = {
    "organisation: Bakery\ndisciplines: {quality: {standards: [iso-9001-2026]}, health-and-safety: {}}\n",
    "organisation: Bakery\ndisciplines: {quality: {}, health-and-safety: {}}\ndefaults: {process: {owner: boss}}\n",
    "organisation: Bakery\ndisciplines: {quality: {}}\nignore: [risks/]\n",
    "organisation: Bakery\ndisciplines: {quality: {}, health-and-safety: {}}\n"
    "defaults:\n  risk: {status: draft}\n  document: {location: docs/none.md}\nignore: ['*.tmp.yaml', moved/**]\n",
    "organisation: Bakery\ndisciplines: {quality: {standards: iso-9001-2015}}\n"
    "check: {rules: {process-without-owner: off, continuity: low}}\nrisk: {levels: {low: 1, high: 9}}\n",
    "organisation: [Bakery\n",
    "organisation: Bakery\ndisciplines: {qualty: {}}\nreview: {history: git}\nwrong: 1\n",
};

const std::vector<std::string> kSchemas = {
    R"({"x-ims-kind": "process", "properties": {"colour": {"x-ims-type": "enum", "enum": ["red", "blue"]}}})",
    R"({"x-ims-kind": "oven", "properties": {"oven": {"x-ims-type": "id"}, "title": {"x-ims-type": "line"}}})",
    R"({"x-ims-kind": )",
};

const std::vector<std::string> kWords = {
    "bake",   "sell",       "boss",          "driver", "burn",  "flood",        "gloves",  "oven",    "smith", "yard",
    "policy", "law",        "bread",         "active", "draft", "quality",      "retired", "process", "role",  "risk",
    "1 d",    "2026-05-01", "iso-9001-2026", "*t",     "&t x",  "docs/plan.md", "\"q\"",   "yes"};

// What keeps a line from being what it was: YAML that is broken, or is read otherwise.
const std::vector<std::string> kLines = {"colour: red\n",
                                         "status: retired\n",
                                         "tags: [a\n",
                                         "---\n",
                                         "x_a: &a [1, 2]\nx_b: [*a, *a, *a]\n",
                                         "title: T\n",
                                         "owner: boss\n",
                                         "oven: o\n",
                                         "owner: *none\n",
                                         "\t- tab\n",
                                         "review: {last: 2025-02-30}\n",
                                         "standard: iso-9001-2026\ntitle: Mine\n"};

}  // namespace

ChangingFolder::ChangingFolder(std::uint32_t seed) : random_(seed) {
    for (const auto& [path, bytes] : kFiles) text(path) = bytes;
    text("ims.yaml") = kSettings[0];
}

std::vector<std::string> ChangingFolder::change() {
    // What nothing can be read of is soon mended.
    if (text("ims.yaml") == kSettings[5] && below(3) == 0) return change_settings();
    for (const std::string path : {"schemas/0.schema.json", "schemas/1.schema.json"}) {
        const auto found = files_.files.find("folder/" + path);
        if (found == files_.files.end() || found->second != kSchemas[2] || below(3) != 0) continue;
        files_.files.erase(found);
        return {path};
    }
    switch (below(24)) {
        case 0: return rename();
        case 1: return rename();
        case 2: return copy();
        case 3: return remove();
        case 4: return move_folder();
        case 5: return change_settings();
        case 6: return change_schema();
        case 7: return change_document();
        case 8: return nest_or_lift();
        case 9: return lock_or_unlock();
        case 10:
        case 11:
        case 12:
        case 13:
        case 14:
        case 15: return put_back();
        default: return edit_file();
    }
}

std::string ChangingFolder::any_file() {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files_.files) {
        const std::string name = path.substr(std::string_view("folder/").size());
        if (name != "ims.yaml" && !name.starts_with("schemas/")) paths.push_back(name);
    }
    return paths.empty() ? "" : paths[below(paths.size())];
}

std::string ChangingFolder::free_path() {
    static const std::vector<std::string> kFolders = {"", "moved/", "processes/", "a b/c/", ".hidden/", "0/"};
    static const std::vector<std::string> kEndings = {".yaml", ".yaml", ".yml", ".tmp.yaml", ".txt"};
    return kFolders[below(kFolders.size())] + "new-" + std::to_string(next_++) + kEndings[below(kEndings.size())];
}

std::vector<std::string> ChangingFolder::write(const std::string& path, std::string bytes) {
    text(path) = std::move(bytes);
    return {path};
}

void ChangingFolder::edit(std::string& bytes) {
    const std::size_t before = bytes.rfind('\n', below(bytes.size() + 1));
    const std::size_t line = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(bytes.find('\n', line), bytes.size());
    switch (below(5)) {
        case 0: bytes.erase(line, end - line + 1); break;
        case 1: bytes.insert(line, kLines[below(kLines.size())]); break;
        case 2: bytes.insert(line, bytes.substr(line, end - line) + "\n"); break;
        case 3:
            if (!bytes.empty()) bytes.erase(below(bytes.size()), 1);
            break;
        default: {
            const std::string& from = kWords[below(kWords.size())];
            const std::size_t at = bytes.find(from, below(bytes.size() + 1));
            if (at != std::string::npos) bytes.replace(at, from.size(), kWords[below(kWords.size())]);
            break;
        }
    }
}

std::vector<std::string> ChangingFolder::edit_file() {
    const std::string path = any_file();
    if (path.empty()) return put_back();
    for (std::size_t left = 1 + below(2); left > 0; --left) edit(text(path));
    return {path};
}

std::vector<std::string> ChangingFolder::put_back() {
    auto file = kFiles.begin();
    std::advance(file, static_cast<std::ptrdiff_t>(below(kFiles.size())));
    return write(file->first, file->second);
}

std::vector<std::string> ChangingFolder::rename() {
    const std::string from = any_file();
    if (from.empty()) return put_back();
    const std::string to = free_path();
    text(to) = text(from);
    files_.files.erase("folder/" + from);
    return {from, to};
}

std::vector<std::string> ChangingFolder::copy() {
    const std::string from = any_file();
    return from.empty() ? put_back() : write(free_path(), text(from));
}

std::vector<std::string> ChangingFolder::remove() {
    const std::string path = any_file();
    files_.files.erase("folder/" + path);
    return {path};
}

// Both are told as folders, without what is in them.
std::vector<std::string> ChangingFolder::move_folder() {
    const std::string path = any_file();
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos) return put_back();
    const std::string from = path.substr(0, slash);
    const std::string to = "folder-" + std::to_string(next_++);
    std::map<std::string, std::string> moved;
    std::erase_if(files_.files, [&](const auto& each) {
        const std::string prefix = "folder/" + from + "/";
        if (!each.first.starts_with(prefix)) return false;
        moved["folder/" + to + "/" + each.first.substr(prefix.size())] = each.second;
        return true;
    });
    files_.files.merge(moved);
    return {from + "/", "./" + to};
}

std::vector<std::string> ChangingFolder::change_settings() {
    return write("ims.yaml", kSettings[below(kSettings.size())]);
}

std::vector<std::string> ChangingFolder::change_schema() {
    const std::string path = "schemas/" + std::to_string(below(2)) + ".schema.json";
    if (below(2) == 0) return write(path, kSchemas[below(kSchemas.size())]);
    files_.files.erase("folder/" + path);
    return {path};
}

std::vector<std::string> ChangingFolder::change_document() {
    static const std::vector<std::string> kNames = {"docs/policy.md", "docs/Policy.md", "docs/plan.md", "docs/Plan.md"};
    const std::string& path = kNames[below(kNames.size())];
    if (files_.files.erase("folder/" + path) == 0) return write(path, "text\n");
    return {path};
}

// A folder with an ims.yaml of its own is another's.
std::vector<std::string> ChangingFolder::nest_or_lift() {
    const std::string path = "processes/ims.yaml";
    if (files_.files.erase("folder/" + path) == 0) return write(path, "organisation: Other\n");
    return {path};
}

// A file, or the folder that it is in.
std::vector<std::string> ChangingFolder::lock_or_unlock() {
    std::string path = files_.unreadable.empty() ? any_file() : files_.unreadable.back().substr(7);
    if (!files_.unreadable.empty()) {
        files_.unreadable.clear();
        return {path};
    }
    const std::size_t slash = path.rfind('/');
    if (slash != std::string::npos && below(2) == 0) path.resize(slash);
    files_.unreadable.push_back("folder/" + path);
    return {path};
}

}  // namespace ims::test
