// A rule's page, lib/check/rules/<family>/<rule>.md, as the build understands it.
#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace ims::compiler {

struct Explained {
    std::string rule;    // or else
    std::string family;  // all of its rules that follow from something else: see `follows`
    std::string shared;
    std::string clause;
    std::string field;
    int line = 0;
};

struct Page {
    std::string path;  // as messages name it
    std::string name;
    std::string family;
    std::string grade;
    bool fixed = false;
    std::string summary;
    std::vector<std::string> kinds;
    bool whole_folder = false;
    std::vector<std::string> found_by;
    std::vector<std::string> marks;
    std::string cost;  // empty: that of the discipline
    bool home_is_system = false;
    std::vector<std::string> home_disciplines;
    std::vector<Explained> explains;
    std::string everywhere_says;  // empty: it is told record by record
    std::string everywhere_mend;
    std::string faded;  // empty: no
    std::string prose;  // Markdown without title and examples
    std::string reported;
    std::string mended;

    [[nodiscard]] bool has_code() const { return std::ranges::find(found_by, "check") != found_by.end(); }
    [[nodiscard]] std::string identifier() const {
        std::string out = name;
        std::ranges::replace(out, '-', '_');
        return out;
    }
};

struct Family {
    std::string name;
    std::string says;                // what its rules look at
    std::vector<std::string> order;  // the rules that come first
    std::string profile;             // the smallest one that looks at it
};

// What pages may name besides each other.
struct Known {
    std::vector<Family> families;
    std::set<std::string> kinds;
    std::set<std::string> clauses;  // harmonised keys and themes of all catalogues
    std::string settings_schema;    // names the well-known disciplines

    [[nodiscard]] bool has_family(const std::string& name) const {
        return std::ranges::find(families, name, &Family::name) != families.end();
    }
};

// "a, b, c"
std::string listed(std::span<const std::string> words);

// Stops the build where the page does not hold what it promises. `path`: as messages name it.
Page read_page(const std::string& path, const std::string& text, const Known& known);

}  // namespace ims::compiler
