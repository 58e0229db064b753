#include "engine/damaged_folder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <set>
#include <string_view>
#include <utility>

#include "edit/mutated_folder.h"

namespace ims::test {
namespace {

constexpr std::string_view kOven = R"({
  "x-ims-kind": "oven", "x-ims-plural": "ovens", "description": "What bakes.", "required": ["oven", "title"],
  "definitions": {"place": {"type": "object", "properties": {"room": {"x-ims-type": "line"}, "floor": {"x-ims-type": "whole", "minimum": -2, "maximum": 40}}}},
  "properties": {
    "oven": {"allOf": [{"$ref": "common.schema.json#/definitions/id"}]},
    "title": {"allOf": [{"$ref": "common.schema.json#/definitions/title"}]},
    "fuel": {"x-ims-type": "enum", "enum": ["gas", "wood", "power", "current"], "x-ims-synonyms": {"current": "power"}, "default": "gas"},
    "place": {"allOf": [{"$ref": "oven.schema.json#/definitions/place"}]},
    "doors": {"type": "array", "items": {"allOf": [{"$ref": "oven.schema.json#/definitions/place"}]}},
    "beside": {"x-ims-reference": {"kinds": ["="], "not_self": true, "tree": true}, "allOf": [{"$ref": "common.schema.json#/definitions/reference"}]},
    "bakes_for": {"anyOf": [{"x-ims-type": "reference", "x-ims-reference": {"kinds": ["process"], "inverse": "ovens"}},
                            {"type": "array", "items": {"x-ims-type": "reference", "x-ims-reference": {"kinds": ["process"], "inverse": "ovens"}}}]},
    "heat": {"type": "object", "x-ims-keys": "discipline", "additionalProperties": {"x-ims-type": "step", "x-ims-scale": "consequence"}},
    "swept": {"x-ims-type": "date"}, "sweep_every": {"x-ims-type": "duration"}, "clean": {"x-ims-type": "yes-no"}
  }
}
)";

constexpr std::string_view kProcess = R"({
  "x-ims-kind": "process",
  "properties": {
    "ovens": {"anyOf": [{"x-ims-type": "reference", "x-ims-reference": {"kinds": ["oven"], "inverse": "bakes_for"}},
                        {"type": "array", "items": {"x-ims-type": "reference", "x-ims-reference": {"kinds": ["oven"], "inverse": "bakes_for"}}}]},
    "smells": {"x-ims-type": "yes-no"}
  }
}
)";

constexpr std::string_view kOvens = R"(oven: big
title: "The big one"
fuel: wood
place: {room: bakery, floor: 0}
doors: [{room: yard}, {room: 'shop', floor: 1}]
beside: small
bakes_for: [bake]
heat: {environment: 2}
swept: 2026-03-01
sweep_every: 6 months
clean: yes
---
oven: small
title: The small one
fuel: current
bakes_for: bake
)";

// What makes of YAML or JSON what nobody meant.
constexpr std::array<std::string_view, 40> kPieces = {":",
                                                      ": ",
                                                      "- ",
                                                      "\n- ",
                                                      "\"",
                                                      "'",
                                                      "[",
                                                      "]",
                                                      "{",
                                                      "}",
                                                      ",",
                                                      "#",
                                                      " # ",
                                                      "|\n",
                                                      ">-\n",
                                                      "&x ",
                                                      "*x",
                                                      "? ",
                                                      "!t ",
                                                      "<<: *x\n",
                                                      "---\n",
                                                      "...\n",
                                                      "%YAML 2\n",
                                                      "\t",
                                                      "\r\n",
                                                      "\n\n",
                                                      "~",
                                                      "null",
                                                      "no",
                                                      "0",
                                                      "-1",
                                                      "1e9",
                                                      "\\",
                                                      "\xFF",
                                                      "\x01",
                                                      "\xEF\xBB\xBF",
                                                      "\xC2\xA0",
                                                      "<<<<<<< a\n",
                                                      "\xE2\x80\x8B",
                                                      "999999999999999999999"};

bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '/' || c == '.' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// The word at or behind a place; empty at the end of the text.
std::pair<std::size_t, std::size_t> word_from(std::string_view text, std::size_t at) {
    while (at > 0 && at <= text.size() && is_of_word(text[at - 1])) --at;
    while (at < text.size() && !is_of_word(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end])) ++end;
    return {at, end - at};
}

class Damage {
public:
    Damage(FolderTexts& files, const std::vector<std::string>& words, std::uint32_t seed)
        : files_(files), words_(words), random_(seed) {}

    void run() {
        for (std::size_t left = 1 + below(5); left > 0; --left) {
            if (below(6) == 0) damage_files();
            else damage_text(any_file());
        }
    }

private:
    // Not a distribution of the standard library: those differ between libraries.
    std::size_t below(std::size_t limit) { return random_() % limit; }

    // What all else is read by is one file among many, and hit more often.
    std::string& any_file() {
        if (const auto settings = files_.find("ims.yaml"); settings != files_.end() && below(5) == 0)
            return settings->second;
        std::vector<std::string*> schemas;
        for (auto& [path, text] : files_) {
            if (path.ends_with(".schema.json")) schemas.push_back(&text);
        }
        if (!schemas.empty() && below(4) == 0) return *schemas[below(schemas.size())];
        auto file = files_.begin();
        std::advance(file, static_cast<std::ptrdiff_t>(below(files_.size())));
        return file->second;
    }

    void damage_files() {
        std::string& one = any_file();
        std::string& other = any_file();
        switch (below(6)) {
            case 0: std::swap(one, other); break;
            case 1: one.resize(below(one.size() + 1)); break;
            case 2: one += other; break;
            case 3: one += "\n---\n" + std::string(one); break;
            case 4: files_["copies/" + std::to_string(below(3)) + ".yaml"] = one; break;
            default: one.clear(); break;
        }
    }

    void damage_text(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        switch (below(9)) {
            case 0: text.erase(at, 1 + below(3)); break;
            case 1: text.erase(at, below(60)); break;
            case 2:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 3: text.insert(at, kPieces[below(kPieces.size())]); break;
            case 4: move_line(text); break;
            case 5: text.insert(at, text.substr(below(text.size() + 1), below(60))); break;
            default: {
                const auto [begin, length] = word_from(text, at);
                text.replace(begin, length, words_[below(words_.size())]);
                break;
            }
        }
    }

    // Out of one file, or a copy of it, to a line of another.
    void move_line(std::string& text) {
        const auto line_from = [](const std::string& lines, std::size_t at) {
            const std::size_t before = at == 0 ? std::string::npos : lines.rfind('\n', at - 1);
            return before == std::string::npos ? 0 : before + 1;
        };
        const std::size_t begin = line_from(text, below(text.size() + 1));
        const std::size_t length = std::min(text.find('\n', begin), text.size() - 1) + 1 - begin;
        const std::string line = text.substr(begin, length);
        if (below(2) == 0) text.erase(begin, length);
        std::string& other = below(2) == 0 ? text : any_file();
        other.insert(line_from(other, below(other.size() + 1)), line);
    }

    FolderTexts& files_;
    const std::vector<std::string>& words_;
    std::mt19937 random_;
};

}  // namespace

FolderTexts folder_with_schemas() {
    FolderTexts files = folder_to_mutate();
    files["schemas/oven.schema.json"] = kOven;
    files["schemas/process.schema.json"] = kProcess;
    files["ovens.yaml"] = kOvens;
    files["processes/bake.yaml"] += "ovens: [big, small]\nsmells: yes\n";
    return files;
}

DamagedFolders::DamagedFolders(FolderTexts sound) : sound_(std::move(sound)) {
    std::set<std::string> words;
    for (const auto& [path, text] : sound_) {
        for (std::size_t at = 0; at < text.size();) {
            const auto [begin, length] = word_from(text, at);
            if (length > 0) words.insert(text.substr(begin, length));
            at = begin + length + 1;
        }
    }
    words_.assign(words.begin(), words.end());
}

FolderTexts DamagedFolders::damaged(std::uint32_t seed) const {
    FolderTexts files = sound_;
    Damage(files, words_, seed).run();
    return files;
}

}  // namespace ims::test
