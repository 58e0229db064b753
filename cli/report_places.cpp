#include "cli/report_places.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/unicode.h"
#include "report/site/site.h"

namespace ims {
namespace {

struct Wish {
    const WantedReport* wanted = nullptr;
    std::string place;
};

std::string_view id_of(const WantedReport& wanted, const Graph& graph) {
    return wanted.subject.known() ? graph[wanted.subject].id() : std::string_view();
}

// Of those that would be one file, the one that is named by its id as it is may keep the name.
bool is_plain(const Wish& wish, const std::string& folded, const Graph& graph) {
    const std::string_view id = id_of(*wish.wanted, graph);
    return wish.place == folded && safe_file_name(id) == id;
}

// The place with a few digits made of the id, more where the first are taken.
std::string place_of_its_own(const Wish& wish, const Graph& graph, std::set<std::string>& taken) {
    std::string digits;
    for (const std::uint8_t byte : sha256(id_of(*wish.wanted, graph))) {
        digits += fmt::format("{:02x}", byte);
        if (digits.size() < 6) continue;
        std::string place = fmt::format("{}-{}", wish.place, digits);
        if (taken.insert(folded_file_name(place)).second) return place;
    }
    return fmt::format("{}-{}", wish.place, digits);
}

}  // namespace

ReportPlaces places_of(const std::vector<WantedReport>& reports, const Graph& graph) {
    std::map<std::string, std::vector<Wish>> by_folded;
    ReportPlaces places;
    std::set<std::string> taken;
    for (const std::string& each : targets_of_site(reports, graph)) {
        const std::size_t space = each.find(' ');
        std::string place = each;
        if (space != std::string::npos)
            place = fmt::format("{}/{}", each.substr(0, space), safe_file_name(each.substr(space + 1)));
        taken.insert(folded_file_name(place));
        places.emplace(each, std::move(place));
    }
    for (const WantedReport& each : reports) {
        const std::string subject = each.subject.known() ? graph[each.subject].name().text() : std::string();
        std::string place = document_place(each.report->name, subject);
        const std::string folded = folded_file_name(place);
        taken.insert(folded);
        by_folded[folded].push_back({&each, std::move(place)});
    }
    for (const auto& [folded, wishes] : by_folded) {
        for (const Wish& wish : wishes) {
            const bool keeps = wishes.size() == 1 || is_plain(wish, folded, graph);
            places.emplace(target_of(*wish.wanted, graph), keeps ? wish.place : place_of_its_own(wish, graph, taken));
        }
    }
    return places;
}

}  // namespace ims
