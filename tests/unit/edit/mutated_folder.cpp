#include "edit/mutated_folder.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string_view>
#include <vector>

#include "check/example.h"
#include "yaml/tree.h"

namespace ims::test {
namespace {

constexpr std::string_view kFolder = R"(# file: ims.yaml
# What we are.
organisation: Crumb & Crust
top_management: [owner]
disciplines:
  quality: {lead: owner}
  "environment": {lead: 'baker'}   # quoted, as some like it
risk:
  likelihood: [rare, possible, "almost certain"]
  consequence: [minor, major, severe]
check: {fail_on: medium, rules: {unused-output: low, "process-without-output": {grade: low, reason: a small shop}}}
# file: roles.yaml
role: owner
title: "Owner"
holders: 1
deputies: [baker, 'counter-help']
---
role: "baker"
title: 'Baker'
holders: 1
reports_to: owner
deputies:
  - owner          # who else
  - "counter-help"
competences:
  - competence: bake-bread
    level: "skilled"
  - {competence: 'keep-clean', level: basic}
---
role: counter-help
title: >-
  Help at
  the counter
holders: 2
reports_to: 'owner'
---
role: errand-boy
title: Errand boy
status: retired
replaced_by: counter-help
---
competence: bake-bread
title: Bakes bread
levels: [basic, skilled, master]
---
competence: keep-clean
title: Keeps the bakery clean
levels: ["basic", 'thorough']
# file: processes/bake.yaml
process: bake
title: Bake
type: core
owner: baker
responsible: [baker, "counter-help"]
inputs:
  - {item: flour, from: supplier/mill}
  - {item: "order slip", from: 'process/sell'}   # what was asked for
outputs:
  - item: bread
    to: process/sell
  - item: 'rolls: plain'
    to: [process/sell, "interested_party/guests"]
activities:
  - name: Knead
    responsible: [baker]
  - {name: Bake off, responsible: ["baker"], accountable: ['owner']}
clauses: [house-rules:1.1, "house-rules:2"]
# file: processes/sell.yaml
"process": sell
'title': "Sell"
type: core
owner: 'owner'
responsible:
- counter-help
inputs:
- item: bread
  from:
  - process/bake
- item: "rolls: plain"
  from: "process/bake"
outputs: [{item: order slip, to: [process/bake]}, {item: "bread, sliced", to: interested_party/guests}]
clauses:
  - 'house-rules:1.2'
# file: things.yaml
risk: burns
title: "Somebody burns a hand"
disciplines: [environment, quality]
processes: ["bake"]
owner: &baker baker
likelihood: 'possible'
consequence: "major"
treatment: reduce
residual: {likelihood: rare, consequence: major}
review: {last: 2026-03-02}
---
control: gloves
title: Gloves
risks: [burns]
owner: |-
  baker
type: preventive
implementation: "in-place"
---
supplier: mill
title: Mill
provides: Flour
owner: >-
  owner
evaluations: [{disciplines: [quality], date: "2026-02-03", result: approved}]
---
interested_party: guests
title: Guests
needs: [{need: Warm bread, met_by: ["process/bake", 'process/sell']}]
---
document: recipe
title: Recipe
type: "instruction"
owner: baker
location: papers/Recipe Book.pdf
disciplines: [quality, 'environment']
review: {every: 12 months, last: '2026-01-15'}
---
document: oven
title: Oven
type: instruction
location: "papers/oven.txt"
review: {every: "2 years"}
---
standard: house-rules
title: House rules
clauses:
  - {number: '1', title: Bread}
  - {number: '1.1', title: Good bread}
  - {number: "1.2", title: Fresh bread}
  - number: '2'
    title: Order
---
incident: a-burn
title: A burn
date: 2026-04-05 14:30
type: incident
owner: &who baker     # who was there
processes: [bake]
risks: ['burns']
disciplines: [environment]
review: {last: 2026-05-01, by: *who}
)";

// What stands between quotes, on one line.
std::string quoted(char quote, std::string_view text) {
    std::string out(1, quote);
    for (const char c : text) {
        if (quote == '\'' && c == quote) out += quote;
        if (quote == '"' && (c == quote || c == '\\')) out += '\\';
        out += c;
    }
    return out + quote;
}

class Mutation {
public:
    Mutation(std::map<std::string, std::string>& files, std::uint32_t seed) : files_(files), random_(seed) {}

    void run() {
        for (std::size_t left = 1 + below(3); left > 0; --left) slip();
        if (below(4) == 0) comment();
        if (below(4) == 0) end_lines_otherwise();
        if (below(4) == 0) leave_out_the_last_end();
        if (below(8) == 0) begin_with_a_mark();
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string& any_file() {
        std::vector<std::string*> texts;
        for (auto& [path, text] : files_) {
            if (path.ends_with(".yaml")) texts.push_back(&text);
        }
        return *texts[below(texts.size())];
    }

    // One word of one file becomes another, in one or another way of writing.
    void slip() {
        std::string& bytes = any_file();
        const YamlTree tree = parse_yaml(bytes);
        std::vector<NodeId> words;
        for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
            if (tree.nodes[index].type == NodeType::scalar) words.emplace_back(index);
        }
        if (words.empty()) return;
        const NodeId place = words[below(words.size())];
        if (is_key(tree, place) && below(3) > 0) return slip();  // values are more various
        const YamlNode& node = tree[place];
        const std::string_view as_written = std::string_view(bytes).substr(node.begin, node.end - node.begin);
        if (as_written.find('\n') != std::string_view::npos) {
            // Its last letter twice.
            const std::size_t letter = bytes.find_last_not_of(" \r\n", node.end - 1);
            bytes.insert(letter, 1, bytes[letter]);
            return;
        }
        const std::string word = another(std::string(tree.text(place, bytes)));
        std::string text = written(word, node.style);
        if (below(12) == 0 && !node.anchored) text = "&here " + text;
        const std::uint32_t begin = node.begin;
        const std::uint32_t end = node.end;
        bytes.replace(begin, end - begin, text);
    }

    std::string another(std::string word) {
        if (is_time(word) && below(2) == 0) return as_another_time(word);
        switch (below(13)) {
            case 0: return with_another_kind(word);
            case 1: return below(2) == 0 ? "errand-boy" : "role/errand-boy";
            case 2: return "honey: cake";  // what nothing else is called
            case 3: std::ranges::replace(word, '/', '\\'); return word;
            case 4: {
                const auto to_small = [](char c) {
                    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                };
                std::ranges::transform(word, word.begin(), to_small);
                return word;
            }
            case 5: return word + ".";
            case 6: return as_a_word_processor(word);
            case 7: return word + ", " + misspelt(word);
            case 8: return "-" + word;
            default: return misspelt(word);
        }
    }

    // With hyphens that do not break, in capitals, between curly quotes.
    std::string as_a_word_processor(std::string word) {
        for (std::size_t at = word.find('-'); at != std::string::npos; at = word.find('-', at + 3))
            word.replace(at, 1, "\u2011");
        if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
        return below(2) == 0 ? word : "\u201c" + word + "\u201d";
    }

    static bool is_key(const YamlTree& tree, NodeId node) {
        for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
            if (tree.nodes[index].type != NodeType::map) continue;
            for (const YamlEntry& entry : tree.entries(NodeId(index))) {
                if (entry.key == node) return true;
            }
        }
        return false;
    }

    std::string with_another_kind(const std::string& word) {
        const std::size_t slash = word.find('/');
        if (slash == std::string::npos) return "risk/" + word;
        return below(2) == 0 ? word.substr(slash + 1) : "asset" + word.substr(slash);
    }

    std::string misspelt(std::string word) {
        if (word.size() < 3) return word + "x";
        const std::size_t place = 1 + below(word.size() - 2);
        switch (below(4)) {
            case 0: word.erase(place, 1); break;
            case 1: word.insert(place, 1, word[place]); break;
            case 2: std::swap(word[place], word[place + 1]); break;
            default: word[place] = 'q'; break;
        }
        return word;
    }

    static bool is_day(const std::string& word) { return word.size() >= 10 && word[4] == '-' && word[7] == '-'; }
    static bool is_time(const std::string& word) { return is_day(word) || word.ends_with("months"); }

    std::string as_another_time(const std::string& word) {
        if (!is_day(word)) return "yearly";
        const std::string year = word.substr(0, 4);
        const std::string month = word.substr(5, 2);
        const std::string day = word.substr(8, 2);
        const std::string rest = word.substr(10);
        return (below(2) == 0 ? day + "." + month + "." + year : year + "/" + month + "/" + day) + rest;
    }

    std::string written(const std::string& word, ScalarStyle style) {
        const bool plain = word.find_first_of(":#,[]{}\"'\\&*") == std::string::npos;
        switch (below(5)) {
            case 0: return quoted('\'', word);
            case 1: return quoted('"', word);
            case 2:
                if (plain) return word;
                break;
            default: break;
        }
        if (style == ScalarStyle::plain && plain) return word;
        return quoted(style == ScalarStyle::double_quoted ? '"' : '\'', word);
    }

    // Behind a line, and on a line of its own before it.
    void comment() {
        std::string& bytes = any_file();
        const std::size_t end = bytes.find('\n', below(bytes.size()));
        if (end == std::string::npos) return;
        bytes.insert(end, "   # a word: \"on\" this [one");
        if (below(2) == 0) bytes.insert(0, "# said before\n");
    }

    void end_lines_otherwise() {
        std::string& bytes = any_file();
        std::string out;
        for (const char c : bytes) {
            if (c == '\n') out += '\r';
            out += c;
        }
        bytes = out;
    }

    void leave_out_the_last_end() {
        std::string& bytes = any_file();
        while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.pop_back();
    }

    void begin_with_a_mark() { any_file().insert(0, "\xef\xbb\xbf"); }

    std::map<std::string, std::string>& files_;
    std::mt19937 random_;
};

}  // namespace

std::map<std::string, std::string> folder_to_mutate() {
    std::map<std::string, std::string> files = example_files(kFolder);
    files["papers/Recipe Book.pdf"] = "%PDF";
    files["papers/oven.txt"] = "Mind the oven.\n";
    return files;
}

std::map<std::string, std::string> mutated(std::map<std::string, std::string> files, std::uint32_t seed) {
    Mutation(files, seed).run();
    return files;
}

}  // namespace ims::test
