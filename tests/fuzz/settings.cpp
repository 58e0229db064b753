#include "settings/settings.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "fuzz/read_file.h"
#include "fuzz/targets.h"
#include "model/records.h"
#include "settings/risk_criteria.h"

namespace ims::fuzz {
namespace {

// A record of several kinds, so that whatever has a default is read with it.
constexpr std::string_view kRecords =
    "process: bake\ntitle: Bake\nowner: baker\nrisks: [burn]\nneeds: [{what: asset/oven}]\n"
    "continuity: {prioritised: yes, reason: R, rto: 1 d}\n---\n"
    "risk: burn\ntitle: Burn\ntype: hazard\ndisciplines: [quality]\nlikelihood: likely\nconsequence: 4\n---\n"
    "role: baker\ntitle: Baker\nresponsibilities: [{does: Bakes, disciplines: quality}]\n---\n"
    "document: recipe\ntitle: Recipe\nlocation: a.pdf\nreview: {every: 1 y, last: 2026-01-01}\n---\n"
    "asset: oven\ntitle: Oven\nclassification: {availability: high}\n";

std::string flaw_of_risk(const Settings& settings) {
    const std::size_t levels = settings.vocabulary.risk_levels.size();
    const std::size_t rows = settings.vocabulary.scale(Scale::likelihood).size();
    const std::size_t columns = settings.vocabulary.scale(Scale::consequence).size();
    if (levels == 0) return "there are no levels of risk";
    for (const auto& level : settings.risk.appetite) {
        if (level && *level >= levels) return "the appetite is no level";
    }
    if (settings.risk.general_appetite && *settings.risk.general_appetite >= levels) return "the appetite is no level";
    if (settings.risk.appetite.size() != settings.disciplines.size()) return "a discipline has no word on appetite";
    if (!rates(settings.risk)) return {};
    for (std::uint32_t row = 1; row <= rows; ++row) {
        for (std::uint32_t column = 1; column <= columns; ++column) {
            const RiskLevel level = settings.risk.level(row, column);
            if (level >= levels) return "a risk has no level";
            const bool falls = (row > 1 && settings.risk.level(row - 1, column) > level) ||
                               (column > 1 && settings.risk.level(row, column - 1) > level);
            if (falls) return "a higher risk has a lower level";
        }
    }
    return {};
}

std::string flaw_of(const Settings& settings, const RuleBook& book, std::size_t size) {
    const auto& names = settings.vocabulary.disciplines;
    if (names.size() != settings.disciplines.size()) return "disciplines are counted twice";
    if (names.size() > kMostDisciplines) return "more disciplines are in force than can be";
    for (std::size_t index = 0; index < names.size(); ++index) {
        const DisciplineInForce& discipline = settings.disciplines[index];
        if (discipline.name != names[index] || settings.find(names[index]) != Discipline::from(index))
            return "a discipline has two numbers: " + names[index];
        if (discipline.span.begin > discipline.span.end || discipline.span.end > size)
            return "a discipline stands outside the file";
    }
    for (std::size_t index = 1; index < kScales; ++index) {
        if (settings.vocabulary.scales[index].empty()) return "a scale has no steps";
    }
    for (const auto& [rule, setting] : settings.rules) {
        if (book[rule].fixedness == Fixedness::fixed) return "a fixed rule has another grade";
        if (setting.span.begin > setting.span.end || setting.span.end > size) return "a grade stands outside the file";
    }
    return flaw_of_risk(settings);
}

// What is ignored is looked up before the settings are read: all of that, and nothing that nobody wrote.
std::string flaw_of_ignored(const ParsedFile& parsed, const Settings& settings) {
    const std::vector<std::string> ignored = read_ignore(parsed);
    for (const std::string& each : settings.ignore) {
        if (std::ranges::find(ignored, each) == ignored.end()) return "it is not ignored: " + visible(each);
    }
    std::set<std::string_view> written;
    for (std::uint32_t index = 0; index < parsed.tree.nodes.size(); ++index) {
        if (parsed.tree.nodes[index].type == NodeType::scalar) written.insert(parsed.text(NodeId(index)));
    }
    for (const std::string& each : ignored) {
        if (!written.contains(each)) return "it is ignored, and nobody wrote it: " + visible(each);
    }
    return {};
}

}  // namespace

std::string settings(std::string_view input) {
    static const RuleBook book = RuleBook::built_in();
    static const auto records = std::make_shared<const ParsedFile>(parse_file(std::string(kRecords)));
    const Schema& schema = Schema::built_in();
    const auto parsed = std::make_shared<const ParsedFile>(parse_file(std::string(input)));
    FileTroubles found;
    const Settings settings = read_settings(*parsed, schema, book, found.findings, found.arena);
    if (std::string flaw = flaw_of(settings, book, input.size()); !flaw.empty()) return flaw;
    if (std::string flaw = flaw_of_ignored(*parsed, settings); !flaw.empty()) return flaw;
    const ReadFile record = record_of_settings(parsed, schema, settings, std::move(found));
    if (std::string flaw = find_flaw(record, *parsed, schema, settings); !flaw.empty()) return "ims.yaml: " + flaw;
    const ReadFile read = read_records(records, schema, settings);
    if (read.records.size() != 5) return "records are lost";
    if (std::string flaw = find_flaw(read, *parsed, schema, settings); !flaw.empty()) return "records: " + flaw;
    return {};
}

}  // namespace ims::fuzz
