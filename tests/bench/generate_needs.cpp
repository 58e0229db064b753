// Writes processes that need each other, as many and as deep as no organisation has them, the same for the same
// arguments: what is computed from needs has to stay linear in them.
// Usage: ims_generate_needs chain|dense PROCESSES FOLDER
// chain: each process needs the next, and the last one a server. dense: each needs 50 others, in circles all
// over.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "write_file.h"

namespace {

using ims::bench::write_file;

std::string process(std::size_t number, const std::string& needs, std::size_t role) {
    return fmt::format(
        "process: process-{}\ntitle: The work of place {}\ntype: {}\npurpose: To see to what comes to place {}\nowner: "
        "role-{}\ncontinuity:\n  prioritised: {}\n  reason: said by those who work there\n  impact:\n    - {{after: 4 "
        "h, "
        "level: 2}}\n    - {{after: 2 d, level: 4}}\n  mtpd: 4 d\n  rto: {}\n  rpo: 4 h\nneeds:\n{}",
        number, number, number % 3 == 0 ? "core" : "support", number, role, number % 2 == 0 ? "yes" : "no",
        number % 100 == 0 ? "12 h" : "2 d", needs);
}

// What the needs lead to in the end, and a role for each hundred processes.
void write_rest(const std::filesystem::path& folder, std::size_t processes) {
    write_file(folder / "ims.yaml",
               "organisation: Bench\ndisciplines: {business-continuity: {lead: role-0}, information-security: {}}\n");
    for (std::size_t role = 0; role * 100 < processes; ++role) {
        write_file(
            folder / "roles" / fmt::format("{}.yaml", role),
            fmt::format("role: role-{}\ntitle: Head of hundred {}\nholders: 2\nresponsibilities:\n  - {{does: sees to "
                        "it, disciplines: [business-continuity], about: [risk/no-power]}}\n",
                        role, role));
    }
    write_file(
        folder / "assets" / "server.yaml",
        "asset: server\ntitle: The server\ntype: system\nprovider: host\nrecovery: {agreed: 4 h}\nbackup: {every: 24 "
        "h, restore_tested: 2026-01-15}\nneeds: [{what: supplier/power}]\n");
    write_file(folder / "suppliers" / "host.yaml",
               "supplier: host\ntitle: The host\nprovides: servers\nrecovery: {agreed: 1 d}\n");
    write_file(folder / "suppliers" / "power.yaml",
               "supplier: power\ntitle: The utility\nprovides: power\nrecovery: {agreed: 8 h}\n");
    write_file(folder / "risks" / "no-power.yaml",
               "risk: no-power\ntitle: No power\ndisciplines: [business-continuity]\nsuppliers: [power]\nlikelihood: "
               "2\nconsequence: 2\nowner: role-0\n");
}

void write_chain(const std::filesystem::path& folder, std::size_t processes) {
    for (std::size_t number = 0; number < processes; ++number) {
        const std::string next =
            number + 1 < processes ? fmt::format("process/process-{}", number + 1) : std::string("asset/server");
        write_file(folder / "processes" / fmt::format("{:06}.yaml", number),
                   process(number, fmt::format("  - what: {}\n", next), number / 100));
    }
}

void write_dense(const std::filesystem::path& folder, std::size_t processes) {
    std::mt19937 random{20260601};  // its numbers are the same everywhere
    for (std::size_t number = 0; number < processes; ++number) {
        std::set<std::size_t> others;
        while (others.size() < 49 && others.size() + 1 < processes) {
            const std::size_t other = random() % processes;
            if (other != number) others.insert(other);
        }
        std::string needs = "  - what: asset/server\n";
        for (const std::size_t other : others) needs += fmt::format("  - what: process/process-{}\n", other);
        write_file(folder / "processes" / fmt::format("{:06}.yaml", number), process(number, needs, number / 100));
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view shape = count == 4 ? arguments[1] : "";
    if (shape != "chain" && shape != "dense") {
        std::fprintf(stderr, "usage: ims_generate_needs chain|dense PROCESSES FOLDER\n");
        return 2;
    }
    const std::filesystem::path folder = arguments[3];
    const std::size_t processes = std::strtoul(arguments[2], nullptr, 10);
    write_rest(folder, processes);
    if (shape == "chain") write_chain(folder, processes);
    else write_dense(folder, processes);
    return 0;
}
