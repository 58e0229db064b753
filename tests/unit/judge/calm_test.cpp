// One small thing that is wrong in a sound folder takes letters only where it is at home.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/analyze_folder.h"
#include "judge/cell_of.h"

using namespace ims;

namespace {

// examples/corner-shop, read once.
const std::map<std::string, std::string>& corner_shop() {
    static const std::map<std::string, std::string> files = [] {
        std::map<std::string, std::string> out;
        const std::filesystem::path root = std::filesystem::path(IMS_EXAMPLES) / "corner-shop";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (!entry.is_regular_file()) continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            out[std::filesystem::relative(entry.path(), root).generic_string()] = text.str();
        }
        return out;
    }();
    return files;
}

std::map<std::string, std::string> cells(const std::map<std::string, std::string>& shop) {
    MemoryFileSystem files;
    for (const auto& [path, text] : shop) files.files["shop/" + path] = text;
    FolderOptions options;
    options.root = "shop";
    options.today = *parse_date("2026-06-01");
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE(analysis.has_value());
    return all_cells(**analysis);
}

// The cells that change when a line of a file does: "process/sell quality: PDCA, PdCA 1".
std::vector<std::string> changed(const std::string& path, const std::string& from, const std::string& to) {
    static const std::map<std::string, std::string> sound = cells(corner_shop());
    std::map<std::string, std::string> shop = corner_shop();
    std::string& text = shop.at(path);
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    std::vector<std::string> out;
    for (const auto& [where, what] : cells(shop)) {
        if (sound.at(where) != what) out.push_back(where + ": " + sound.at(where) + ", " + what);
    }
    return out;
}

std::size_t ending(const std::vector<std::string>& lines, std::string_view in) {
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [&](const std::string& line) { return line.find(in) != std::string::npos; }));
}

}  // namespace

TEST_CASE("one missing deputy costs continuity in that role's processes, and no more") {
    const std::vector<std::string> lines = changed("roles/bookkeeper.yaml", "deputies: [shop-owner]\n", "");
    CHECK(!lines.empty());
    CHECK(ending(lines, " business-continuity: ") == lines.size());
    for (const std::string& line : lines) CHECK_MESSAGE(line.find(", Pd") != std::string::npos, line);
    CHECK(lines.size() <= 3);
}

TEST_CASE("an owner missing at the fire risk costs its own processes, not all in the house") {
    const std::vector<std::string> lines = changed("risks/fire-in-the-shop.yaml", "owner: shop-owner\n", "");
    CHECK(lines.size() == 4);
    for (const std::string& line : lines) CHECK_MESSAGE(line.find(", pD") != std::string::npos, line);
}

TEST_CASE("a drill a year late makes letters small where its plans are at home") {
    const std::vector<std::string> lines = changed("exercises/drill-2026.yaml", "date: 2026-03-09", "date: 2025-03-09");
    for (const std::string& line : lines) CHECK_MESSAGE(line.find(", PDc") != std::string::npos, line);
    CHECK(lines.size() == 9);
}
