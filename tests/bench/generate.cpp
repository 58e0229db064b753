// Writes a made-up management system of any size, the same for the same arguments: records of 15 to 30 lines with 5 to
// 10 references each, the kinds in a plausible mix, one record in a hundred with a fault.
// Usage: ims_generate RECORDS FOLDER
// An organisation is made of departments of about a hundred records; most references stay within one, as they do in
// life, so that the folder grows in breadth and not in depth.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "write_file.h"

namespace {

struct Kind {
    std::string_view name;
    std::string_view folder;
    int share;  // of a hundred records
};
constexpr Kind kKinds[] = {
    {"process", "processes", 9},
    {"role", "roles", 8},
    {"person", "people", 6},
    {"risk", "risks", 23},
    {"control", "controls", 17},
    {"obligation", "obligations", 8},
    {"objective", "objectives", 5},
    {"supplier", "suppliers", 5},
    {"asset", "assets", 8},
    {"document", "documents", 5},
    {"plan", "plans", 2},
    {"site", "sites", 1},
    {"exercise", "exercises", 1},
    {"competence", "competences", 1},
    {"interested_party", "parties", 1},
};
constexpr std::string_view kDisciplines[] = {"quality", "environment", "health-and-safety", "information-security",
                                             "business-continuity"};
constexpr std::string_view kWords[] = {"order",   "delivery", "stock", "payment", "customer", "machine", "waste",
                                       "fire",    "data",     "noise", "late",    "wrong",    "lost",    "broken",
                                       "missing", "safe",     "clean", "daily",   "yearly",   "spare"};

class Generator {
public:
    Generator(std::size_t records, std::filesystem::path folder) : records_(records), folder_(std::move(folder)) {}

    void run() {
        ims::bench::write_file(folder_ / "ims.yaml", settings());
        std::size_t written = 0;
        for (department_ = 0; written < records_; ++department_) {
            for (const Kind& kind : kKinds) {
                for (int number = 0; number < kind.share && written < records_; ++number, ++written) {
                    number_ = number;
                    const std::string text = record(kind.name);
                    ims::bench::write_file(
                        folder_ / fmt::format("{}/d{}/{}.yaml", kind.folder, department_, id(kind.name, number)), text);
                }
            }
        }
    }

private:
    std::size_t random(std::size_t below) { return static_cast<std::size_t>(random_() % below); }

    std::string id(std::string_view kind, int number, std::size_t department) const {
        return fmt::format("{}-{}-{}", kind, department, number);
    }
    std::string id(std::string_view kind, int number) const { return id(kind, number, department_); }

    static int share(std::string_view kind) {
        for (const Kind& each : kKinds) {
            if (each.name == kind) return each.share;
        }
        return 1;
    }

    // Some record of a kind, mostly of this department. Departments are filled in order, so an earlier one is whole.
    std::string some(std::string_view kind) {
        const std::size_t department = department_ > 0 && random(20) == 0 ? random(department_) : department_;
        const bool last = (department_ + 1) * 100 > records_;
        return id(kind, static_cast<int>(random(static_cast<std::size_t>(share(kind)))),
                  last && department_ > 0 ? random(department_) : department);
    }

    // Some other record of the kind that is being written.
    std::string another(std::string_view kind) {
        const std::string own = id(kind, number_);
        std::string chosen = some(kind);
        return chosen == own ? id(kind, (number_ + 1) % share(kind)) : chosen;
    }

    std::string several(std::string_view kind, std::size_t count) {
        std::string text = "[";
        for (std::size_t index = 0; index < count; ++index) text += (index > 0 ? ", " : "") + some(kind);
        return text + "]";
    }

    std::string discipline() { return std::string(kDisciplines[random(std::size(kDisciplines))]); }
    static std::string disciplines() { return fmt::format("[{}]", fmt::join(kDisciplines, ", ")); }
    std::string continuity() {
        if (random(2) == 0) return "{prioritised: no, reason: it can wait}";
        return "{prioritised: no, reason: others come first, mtpd: 5 d, rto: 3 d}";
    }
    std::string words(std::size_t count) {
        std::string text;
        for (std::size_t index = 0; index < count; ++index)
            text += fmt::format("{}{}", index > 0 ? " " : "", kWords[random(std::size(kWords))]);
        return text;
    }
    std::string date() { return fmt::format("2026-{:02}-{:02}", 1 + random(5), 1 + random(28)); }
    bool fault() { return random(100) == 0; }

    std::string settings() const {
        std::string text = "organisation: Bench\ntop_management: [role-0-0]\ndisciplines:\n";
        for (const std::string_view name : kDisciplines) text += fmt::format("  {}: {{lead: role-0-0}}\n", name);
        return text;
    }

    std::string head(std::string_view kind) {
        return fmt::format(
            "{}: {}\ntitle: The {} of department {}\ndescription: >\n  What is meant here is {},\n  and whatever comes "
            "with {}.\n",
            kind, id(kind, number_), words(4), department_, words(6), words(5));
    }
    std::string tail() {
        return fmt::format("owner: {}\nreview:\n  last: {}\n  every: 12 months\ndocuments: [{}]\ntags: [d{}, {}]\n",
                           fault() ? "role-nobody" : some("role"), fault() ? "2026-02-30" : date(), some("document"),
                           department_, words(1));
    }

    std::string record(std::string_view kind) {
        std::string text = head(kind);
        if (kind == "process") {
            text += fmt::format(
                "purpose: To see to {}\ntype: {}\nresponsible: {}\nroles: {}\nrisks: {}\nassets: {}\nsites: "
                "[{}]\nactivities:\n"
                "  - name: {}\n    accountable: [{}]\n    responsible: [{}]\n  - name: {}\n    accountable: [{}]\n    "
                "responsible: [{}]\n"
                "outputs: [{{item: {}, to: [interested_party/{}]}}]\ncontinuity: {}\nneeds:\n  - {{what: supplier/{}, "
                "workaround: 2 d}}\n",
                words(4), random(3) == 0 ? "support" : "core", several("role", 1), several("role", 1),
                several("risk", 2), several("asset", 1), id("site", 0), words(2), some("role"), some("role"), words(3),
                some("role"), some("role"), words(2), id("interested_party", 0), continuity(), some("supplier"));
        } else if (kind == "role") {
            text += fmt::format(
                "purpose: To answer for {}\ndeputies: [{}]\nresponsibilities:\n  - does: Looks after {}\n    "
                "disciplines: [{}]\n    processes: [{}]\n"
                "  - does: Keeps {}\n    disciplines: [{}, {}]\n    about: [risk/{}]\nauthority: [stop {}]\n"
                "competences: [{{competence: {}}}]\n",
                words(5), another("role"), words(4), discipline(), some("process"), words(4), discipline(),
                discipline(), some("risk"), words(1), id("competence", 0));
        } else if (kind == "person") {
            text += fmt::format(
                "roles: {}\ncompetences: [{{competence: {}, valid_until: 2028-12-31}}]\nx_note: {}\nx_since: 2019\n",
                several("role", 2), id("competence", 0), words(8));
        } else if (kind == "risk") {
            text += fmt::format(
                "type: {}\ncause: {}\neffect: {}\ndisciplines: [{}]\nprocesses: {}\nassets: [{}]\nlikelihood: "
                "{}\nconsequence: {}\ncontrols: {}\n"
                "residual:\n  likelihood: 1\n  consequence: {}\ntreatment: [reduce]\n",
                random(3) == 0 ? "hazard\nconditions: [normal, abnormal, emergency]" : "threat", words(5), words(5),
                discipline(), several("process", 2), some("asset"), 2 + random(2), 2 + random(2), several("control", 2),
                1 + random(2));
        } else if (kind == "control") {
            text += fmt::format(
                "type: preventive\nhierarchy: engineering\nimplementation: {}\nrisks: {}\nprocesses: [{}]\nassets: "
                "[{}]\nverify_every: 6 months\n"
                "verifications:\n  - {{date: {}, what: {}, result: effective}}\n",
                random(10) == 0 ? "planned" : "in-place", several("risk", 2), some("process"), some("asset"), date(),
                words(3));
        } else if (kind == "obligation") {
            text += fmt::format(
                "source: law\nreference: Act {}\nrequires: That {} be kept\ndisciplines: [{}]\nprocesses: "
                "{}\ncontrols: {}\nevaluate_every: 12 months\n"
                "evaluations:\n  - {{date: {}, result: met}}\nsince: 2020-01-01\n",
                random(900), words(5), discipline(), several("process", 2), several("control", 1), date());
        } else if (kind == "objective") {
            text += fmt::format(
                "measure: Share of {}\nunit: percent\nbaseline: 80\ntarget: 95\ndirection: at-least\ndue: "
                "2026-12-31\ndisciplines: [{}]\nprocesses: {}\n"
                "actions:\n  - {{does: {}, owner: {}, due: 2026-09-30}}\nmeasurements:\n  - {{date: {}, value: {}}}\n",
                words(3), discipline(), several("process", 2), words(4), some("role"), date(), 80 + random(15));
        } else if (kind == "supplier") {
            text += fmt::format(
                "provides: {}\ncritical: {}\nrisks: [{}]\nevaluations:\n  - disciplines: {}\n    date: {}\n    "
                "result: approved\nevaluate_every: 12 months\n"
                "recovery:\n  agreed: 4 h\nalternatives: [{}]\n",
                words(5), random(2) == 0 ? "yes" : "no", some("risk"), disciplines(), date(), another("supplier"));
        } else if (kind == "asset") {
            text += fmt::format(
                "type: {}\nlocation: {}\nprovider: {}\nconfidentiality: {}\nintegrity: {}\navailability: {}\nrisks: "
                "{}\nrecovery:\n  agreed: {} h\n",
                random(2) == 0 ? "system" : "equipment", id("site", 0), some("supplier"), 1 + random(3), 1 + random(3),
                1 + random(3), several("risk", 2), 1 + random(20));
        } else if (kind == "document") {
            text += fmt::format(
                "type: procedure\nversion: {}\napproved:\n  by: {}\n  date: {}\ndisciplines: [{}, {}]\nretention: 10 "
                "y\nx_shelf: {}\n",
                1 + random(9), some("role"), date(), discipline(), discipline(), words(2));
        } else if (kind == "plan") {
            text += fmt::format(
                "disciplines: [business-continuity]\nrisks: {}\nprocesses: [{}]\nactivation: When {} happens\nteam: "
                "{}\nsteps:\n  - {}\n  - {}\n  - {}\nexercise_every: 12 months\n",
                several("risk", 2), some("process"), words(4), several("role", 2), words(5), words(5), words(5));
        } else if (kind == "exercise") {
            text += fmt::format(
                "tests: [{}, {}]\ndate: {}\ntype: tabletop\nresult: passed\ndisciplines: [business-continuity]\n",
                id("plan", 0), id("plan", 1), date());
        } else if (kind == "interested_party") {
            text += fmt::format("disciplines: [{}]\nneeds: [{{need: {}, met_by: [obligation/{}]}}]\n", discipline(),
                                words(4), some("obligation"));
        } else if (kind == "competence") {
            text +=
                fmt::format("levels: [learns, knows, teaches]\nrenew_every: 3 y\ndisciplines: [{}]\n", discipline());
        } else {
            text += fmt::format(
                "address: {} street {}\nrecovery: {{agreed: 8 h}}\nrisks: {}\nneeds:\n  - {{what: "
                "supplier/{}}}\nx_area: {}\nx_doors: 4\n",
                words(1), random(90), several("risk", 3), some("supplier"), random(900));
        }
        text += tail();
        if (fault()) text += fmt::format("ovner: {}\n", some("role"));
        return text;
    }

    std::size_t records_;
    std::filesystem::path folder_;
    std::size_t department_ = 0;
    int number_ = 0;
    std::mt19937 random_{20260601};  // its numbers are the same everywhere
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: ims_generate RECORDS FOLDER\n");
        return 2;
    }
    Generator(std::strtoul(arguments[1], nullptr, 10), arguments[2]).run();
    return 0;
}
