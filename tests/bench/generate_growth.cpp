// Writes folders that no organisation has, in which one thing grows: what is computed from them has to grow no faster
// than they do. The same bytes for the same arguments. Usage: ims_generate_growth CASE N FOLDER; without arguments it
// tells the cases, as lines of name, N to begin with, what is to be run (check or report) and what the folder is.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "write_file.h"

namespace {

class Folder {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}

    void write(const std::string& name, const std::string& text) const { ims::bench::write_file(path_ / name, text); }

    // `more`: what ims.yaml says besides.
    void settings(const std::string& more = {}) const {
        write("ims.yaml",
              "organisation: Bench\ndisciplines: {quality: {lead: head}, environment: {lead: head}}\n" + more);
        write("roles/head.yaml", "role: head\ntitle: Head of it all\nholders: 1\n");
    }

    // One record a file, in folders of a thousand.
    void record(std::string_view kind, std::size_t number, const std::string& fields) const {
        write(fmt::format("{0}s/{1:03}/{0}-{2:06}.yaml", kind, number / 1000, number),
              fmt::format("{0}: {0}-{1}\ntitle: The {0} of place {1}\n{2}", kind, number, fields));
    }

private:
    std::filesystem::path path_;
};

// `[process-0, process-1, …]`
std::string list(std::string_view prefix, std::size_t count) {
    std::string text = "[";
    for (std::size_t number = 0; number < count; ++number)
        text += fmt::format("{}{}{}", number > 0 ? ", " : "", prefix, number);
    return text + "]";
}

constexpr std::string_view kProcess = "purpose: To see to it\ntype: core\nowner: head\n";

void write_processes(const Folder& folder, std::size_t count, std::string_view more = {}) {
    for (std::size_t number = 0; number < count; ++number)
        folder.record("process", number, fmt::format("{}{}", kProcess, more));
}

// Each part of the one before it; in a ring the first of the last.
void write_parts(const Folder& folder, std::size_t count, bool ring) {
    folder.settings();
    for (std::size_t number = 0; number < count; ++number) {
        const std::string whole =
            number == 0 && !ring ? "" : fmt::format("part_of: process-{}\n", (number + count - 1) % count);
        folder.record("process", number, fmt::format("{}{}", kProcess, whole));
    }
}
void part_of_chain(const Folder& folder, std::size_t count) { write_parts(folder, count, false); }
void part_of_ring(const Folder& folder, std::size_t count) { write_parts(folder, count, true); }

// Each takes over from the next; in a ring the last from the first.
void write_including(const Folder& folder, std::size_t count, bool ring) {
    folder.settings();
    for (std::size_t number = 0; number < count; ++number) {
        const std::string includes =
            number + 1 < count || ring ? fmt::format("includes: [role-{}]\n", (number + 1) % count) : "";
        folder.record("role", number,
                      fmt::format("purpose: To see to it\nholders: 2\n{}responsibilities: [{{does: sees to place {}, "
                                  "disciplines: [quality]}}]\n",
                                  includes, number));
    }
}
void includes_chain(const Folder& folder, std::size_t count) { write_including(folder, count, false); }
void includes_ring(const Folder& folder, std::size_t count) { write_including(folder, count, true); }

// Five roles of which each has one responsibility for 95 processes, told `count` times: 5 bytes each time. As much as
// the aliases of one document may stand for.
void alias(const Folder& folder, std::size_t count) {
    folder.settings();
    for (std::size_t number = 0; number < 95; ++number)
        folder.write(fmt::format("processes/{}.yaml", number),
                     fmt::format("process: p{}\ntitle: The work of place {}\n{}", number, number, kProcess));
    for (std::size_t role = 0; role < 5; ++role) {
        std::string text =
            "purpose: To see to it\nholders: 2\nresponsibilities:\n- &a\n  does: sees to it\n  disciplines: [quality]\n"
            "  processes: " +
            list("p", 95) + "\n";
        for (std::size_t time = 1; time < count; ++time) text += "- *a\n";
        folder.record("role", role, text);
    }
}

// A text of a hundred bytes for each time that it is told.
void alias_text(const Folder& folder, std::size_t count) {
    folder.settings();
    std::string text = "purpose: To see to it\nholders: 2\nauthority:\n- &t >\n";
    for (std::size_t time = 0; time < count; ++time)
        text += fmt::format(
            "  stops delivery {:6} where it is not safe, or where whoever is to get it has not paid for all\n", time);
    for (std::size_t time = 1; time < count; ++time) text += "- *t\n";
    folder.record("role", 0, text);
}

void ignore(const Folder& folder, std::size_t count) {
    std::string patterns = "ignore:\n";
    for (std::size_t number = 0; number < count; ++number) patterns += fmt::format("- \"**/old-{}-*.yaml\"\n", number);
    folder.settings(patterns);
    write_processes(folder, count);
}

void exceptions(const Folder& folder, std::size_t count) {
    folder.settings();
    std::string text = fmt::format("{}exceptions:\n", kProcess);
    for (std::size_t number = 0; number < count; ++number)
        text += fmt::format(
            "- {{rule: process-without-objective, reason: said {} times, by: head, until: 2027-01-01}}\n", number);
    folder.record("process", 0, text);
}

void own_standard(const Folder& folder, std::size_t count) {
    folder.write("ims.yaml", "organisation: Bench\ndisciplines: {quality: {lead: head, standards: [standard-0]}}\n");
    folder.write("roles/head.yaml", "role: head\ntitle: Head of it all\nholders: 1\n");
    std::string text = "edition: 2026\ndiscipline: quality\nclauses:\n";
    for (std::size_t number = 1; number <= count; ++number)
        text += fmt::format("- {{number: \"{}\", title: Main clause {}, evidence: [process]}}\n", number, number);
    folder.record("standard", 0, text);
    write_processes(folder, 10, "clauses: [\"standard-0:1\"]\n");
}

void competences(const Folder& folder, std::size_t count) {
    folder.settings();
    std::string needed;
    for (std::size_t number = 0; number < count; ++number) {
        folder.record("competence", number, "levels: [learns, knows, teaches]\n");
        needed += fmt::format("- {{competence: competence-{}, level: knows}}\n", number);
    }
    folder.record("role", 0, "purpose: To see to it\ncompetences:\n" + needed);
    folder.record("person", 0, "roles: [role-0]\ncompetences:\n" + needed);
}

void plan(const Folder& folder, std::size_t count) {
    folder.settings();
    write_processes(folder, count);
    for (std::size_t number = 0; number < count; ++number)
        folder.record("risk", number, "disciplines: [quality]\nlikelihood: 2\nconsequence: 3\nowner: head\n");
    folder.record(
        "plan", 0,
        fmt::format("disciplines: [quality]\nteam: [head]\nactivation: When it happens\nrisks: {}\nprocesses: {}\n",
                    list("risk-", count), list("process-", count)));
}

// Each process needs an asset, and each asset the next one, and a risk of each is nobody's.
void needs(const Folder& folder, std::size_t count) {
    folder.settings();
    for (std::size_t number = 0; number < count; ++number) {
        folder.record("process", number, fmt::format("{}needs: [{{what: asset/asset-{}}}]\n", kProcess, number));
        const std::string next =
            number + 1 < count ? fmt::format("needs: [{{what: asset/asset-{}}}]\n", number + 1) : "";
        folder.record("asset", number, fmt::format("type: system\nrisks: [risk-{}]\n{}", number, next));
        folder.record("risk", number, "disciplines: [environment]\nlikelihood: 2\nconsequence: 3\n");
    }
}

void responsibility(const Folder& folder, std::size_t count) {
    folder.settings();
    write_processes(folder, count);
    folder.record("role", 0,
                  fmt::format("purpose: To see to it\nholders: 2\nresponsibilities: [{{does: sees to it, disciplines: "
                              "[quality], processes: {}}}]\n",
                              list("process-", count)));
}

void roles(const Folder& folder, std::size_t count) {
    folder.settings();
    for (std::size_t number = 0; number < count; ++number)
        folder.record("role", number, "purpose: To see to it\nholders: 2\n");
    folder.record("process", 0, fmt::format("{}roles: {}\n", kProcess, list("role-", count)));
}

// A tenth of the ids is also referred to with a letter more.
void near_ids(const Folder& folder, std::size_t count) {
    folder.settings();
    std::string dead;
    for (std::size_t number = 0; number < count; ++number) {
        folder.record("process", number, std::string(kProcess));
        if (number % 10 == 0) dead += fmt::format("{}processs-{}", dead.empty() ? "" : ", ", number);
    }
    folder.record("role", 0, fmt::format("purpose: To see to it\nholders: 2\nprocesses: [{}]\n", dead));
}

void disciplines(const Folder& folder, std::size_t count) {
    std::string text = "organisation: Bench\ndisciplines:\n";
    for (std::size_t number = 0; number < count; ++number)
        text += fmt::format("  discipline-{}: {{lead: head}}\n", number);
    folder.write("ims.yaml", text);
    folder.write("roles/head.yaml", "role: head\ntitle: Head of it all\nholders: 1\n");
    write_processes(folder, count);
}

struct Case {
    std::string_view name;
    std::size_t count;  // to begin with
    std::string_view run;
    std::string_view what;
    void (*write)(const Folder&, std::size_t);
};
constexpr Case kCases[] = {
    {"part-of-chain", 1000, "check", "n processes, each part of the one before it", part_of_chain},
    {"part-of-ring", 1000, "check", "n processes, each part of the one before it, in a ring", part_of_ring},
    {"includes-chain", 1000, "check", "n roles, each takes over from the next", includes_chain},
    {"includes-ring", 1000, "check", "n roles, each takes over from the next, in a ring", includes_ring},
    {"alias", 237, "check", "5 roles, each has a responsibility for 95 processes n times, by an alias (950: 26 KB)",
     alias},
    {"alias-text", 500, "report", "a text of 100 n bytes, n times by an alias (2000: 208 KB)", alias_text},
    {"ignore", 1000, "check", "n patterns of ignored files, n files", ignore},
    {"exceptions", 1000, "check", "n exceptions of one record", exceptions},
    {"own-standard", 1000, "check", "a standard of n main clauses", own_standard},
    {"competences", 1000, "check", "one person, one role, n competences", competences},
    {"plan", 1000, "check", "one plan for n risks and n processes", plan},
    {"needs", 250, "check", "n processes that need n assets, each with a risk for which nobody answers", needs},
    {"responsibility", 1000, "check", "one responsibility for n processes", responsibility},
    {"roles", 1000, "check", "n roles in one process", roles},
    {"near-ids", 2000, "check", "n ids that are alike, n/10 references that nearly name one", near_ids},
    {"disciplines", 50, "check", "n disciplines, and as many processes", disciplines},
};

}  // namespace

int main(int count, char** arguments) {
    if (count == 1) {
        for (const Case& each : kCases) fmt::print("{}\t{}\t{}\t{}\n", each.name, each.count, each.run, each.what);
        return 0;
    }
    for (const Case& each : kCases) {
        if (count != 4 || each.name != arguments[1]) continue;
        each.write(Folder(arguments[3]), std::strtoul(arguments[2], nullptr, 10));
        return 0;
    }
    std::fprintf(stderr, "usage: ims_generate_growth CASE N FOLDER; without arguments it tells the cases\n");
    return 2;
}
