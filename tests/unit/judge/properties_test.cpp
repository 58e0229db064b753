// What holds of every picture, whatever the records: of the rules' own examples, of sound folders with something taken
// out, of folders damaged at random (always in the same way).
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include "diagnostics/rules.h"
#include "judge/example_folders.h"
#include "judge/pictures.h"
#include "judge/told.h"
#include "schema/fields.h"

using namespace ims;
using test::analysis_of;
using test::example;
using test::Texts;

namespace {

// Every cell with its traces, those of the system among them.
template <class Visit>
void visit_cells(const Analysis& analysis, const Visit& visit) {
    const Judged judged = test::judged(analysis);
    Arena arena;
    for (const Discipline discipline : analysis.settings.in_force()) {
        visit(RecordId(), discipline, judge_system(judged, discipline, arena));
        for (const ProcessFacts& process : analysis.facts.processes())
            visit(process.process, discipline, judge_cell(judged, process.process, discipline, arena));
    }
}

bool is_weighty(const Finding& finding) { return finding.silence == Silence::none && finding.grade >= Grade::medium; }

// No capital stands where a finding that costs this letter is told and at home.
void check_letters(const Analysis& analysis, const std::string& of) {
    visit_cells(analysis, [&](RecordId, Discipline, const Cell& cell) {
        for (const Trace& trace : cell.traces) {
            if (trace.says != Trace::Says::takes || !trace.finding.known() || !trace.mark) continue;
            if (!is_weighty(analysis.judgement.findings()[trace.finding])) continue;
            CHECK_MESSAGE(cell.letter(*trace.mark) != Letter::capital, of, ": ", cell.text(), " beside ",
                          said(analysis, trace.what));
        }
    });
}

// The record that a row of a table is about: that of its first cell.
std::string row_subject(const std::vector<TableCell>& row) {
    if (row.empty()) return {};
    for (const Inline& part : row.front().words.parts()) {
        if (part.kind == Inline::Kind::record) return part.target;
    }
    return {};
}

// Something grave is found of a thing that has one state. A process and a role have one for each question, and the
// matrix for what is found of them.
bool is_grave(const Analysis& analysis, RecordId record) {
    const RecordView view = analysis.graph[record];
    if (view.is(kinds::process) || view.is(kinds::role)) return false;
    const auto gravest = analysis.judgement.gravest(record);
    return gravest && analysis.judgement.findings()[*gravest].grade >= Grade::high;
}

bool found_in(const Analysis& analysis, RecordId record, Discipline discipline) {
    return std::ranges::any_of(analysis.findings, [&](const Finding& each) {
        return each.on == record && each.grade >= Grade::high && (each.about.empty() || each.about.has(discipline));
    });
}

// No register shows a thing in good state of which something grave is found.
void check_registers(const Analysis& analysis, const std::string& of) {
    for (const Document& document : test::all_documents(analysis)) {
        for (const Block& block : document.blocks) {
            const Table* const table = std::get_if<Table>(&block);
            if (table == nullptr || table->key == "matrix") continue;
            for (const auto& row : table->rows) {
                const std::string subject = row_subject(row);
                const auto name = parse_record_name(subject);
                const auto record = name ? analysis.graph.find(*name) : std::nullopt;
                if (!record || !is_grave(analysis, *record)) continue;
                for (std::size_t column = 0; column < row.size(); ++column) {
                    // A column of one discipline is not about what was found in another.
                    const auto discipline = analysis.settings.find(table->columns[column].key);
                    if (discipline && !found_in(analysis, *record, *discipline)) continue;
                    CHECK_MESSAGE(row[column].tone != Tone::good, of, ": ", document.report, " ", table->key, " ",
                                  subject, " ", table->columns[column].key, ": ", row[column].words.plain());
                }
            }
        }
    }
}

// Takes something out of a folder: a line, an item, a record; or makes a day long past.
class Damage {
public:
    explicit Damage(std::uint32_t seed) : random_(seed) {}

    Texts of(Texts files) {
        for (std::size_t left = 1 + below(3); left > 0; --left) {
            auto file = files.begin();
            std::advance(file, static_cast<std::ptrdiff_t>(below(files.size())));
            if (file->first == "ims.yaml" || !file->first.ends_with(".yaml")) continue;
            damage(file->second);
        }
        return files;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    void damage(std::string& text) {
        const std::size_t begin = text.rfind('\n', below(text.size() + 1));
        const std::size_t line = begin == std::string::npos ? 0 : begin + 1;
        const std::size_t end = std::min(text.find('\n', line), text.size());
        switch (below(4)) {
            case 0: text.erase(line, end - line + 1); break;
            case 1: {
                const std::size_t year = text.find("2026", line);
                if (year != std::string::npos) text.replace(year, 4, "2019");
                break;
            }
            case 2: {
                const std::size_t next = text.find("\n---", line);
                text.erase(line, next == std::string::npos ? text.size() - line : next - line);
                break;
            }
            default: text.insert(line, "status: draft\n"); break;
        }
    }

    std::mt19937 random_;
};

bool is_long() { return std::getenv("IMS_LONG_TESTS") != nullptr; }

}  // namespace

TEST_CASE("each rule's own example costs its letter in a cell where it is at home, and the mended one does not") {
    for (const RuleEntry& rule : built_in_book().entries()) {
        const RulePage& page = built_in_rules()[rule.id].page;
        if (rule.marks.empty() || page.reported.empty()) continue;
        CAPTURE(rule.name);
        const auto traced = [&](const Analysis& analysis) {
            bool found = false;
            visit_cells(analysis, [&](RecordId, Discipline, const Cell& cell) {
                for (const Trace& trace : cell.traces) {
                    if (trace.says != Trace::Says::takes || !trace.finding.known() || !trace.mark) continue;
                    const Finding& finding = analysis.judgement.findings()[trace.finding];
                    found = found || (finding.rule == rule.id && is_weighty(finding) &&
                                      std::ranges::find(rule.marks, *trace.mark) != rule.marks.end());
                }
            });
            return found;
        };
        const auto bad = analyzed(page.reported);
        const bool weighty = std::ranges::any_of(
            bad->findings, [&](const Finding& each) { return each.rule == rule.id && is_weighty(each); });
        CHECK(traced(*bad) == weighty);
        CHECK(!traced(*analyzed(page.mended)));
        check_letters(*bad, std::string(rule.name));
    }
}

TEST_CASE("no picture of an example is better than what is found in it") {
    for (const std::string name : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        const auto analysis = analysis_of(example(name));
        REQUIRE(analysis != nullptr);
        check_letters(*analysis, name);
        check_registers(*analysis, name);
    }
}

TEST_CASE("nor is one of a damaged folder") {
    const Texts sound = example("minimal");
    const std::uint32_t folders = is_long() ? 1000 : 100;
    for (std::uint32_t seed = 0; seed < folders; ++seed) {
        const auto analysis = analysis_of(Damage(seed).of(sound));
        if (analysis == nullptr) continue;
        const std::string of = "damage " + std::to_string(seed);
        check_letters(*analysis, of);
        check_registers(*analysis, of);
    }
}

TEST_CASE("a record taken out of a sound folder costs letters only where something is found then") {
    const Texts sound = example("corner-shop");
    const auto before = analysis_of(sound);
    REQUIRE(before != nullptr);
    std::map<std::pair<std::string, std::uint8_t>, Cell> cells;
    visit_cells(*before, [&](RecordId process, Discipline discipline, const Cell& cell) {
        cells.emplace(std::pair(process.known() ? before->graph[process].name().text() : "", discipline.value), cell);
    });
    std::size_t number = 0;
    for (const auto& [path, text] : sound) {
        if (path == "ims.yaml" || !path.ends_with(".yaml") || (number++ % 7 != 0 && !is_long())) continue;
        Texts without = sound;
        without.erase(path);
        const auto after = analysis_of(without);
        REQUIRE(after != nullptr);
        visit_cells(*after, [&](RecordId process, Discipline discipline, const Cell& cell) {
            const auto known =
                cells.find({process.known() ? after->graph[process].name().text() : "", discipline.value});
            if (known == cells.end() || known->second.state != CellState::addressed ||
                cell.state != CellState::addressed)
                return;
            for (const Mark mark : kMarks) {
                const bool lost = known->second.letter(mark) == Letter::capital &&
                                  (cell.letter(mark) == Letter::small || cell.letter(mark) == Letter::none);
                if (!lost) continue;
                const bool told = std::ranges::any_of(cell.traces, [&](const Trace& trace) {
                    return (trace.says == Trace::Says::takes || trace.says == Trace::Says::accepted) &&
                           trace.mark == mark;
                });
                CHECK_MESSAGE(told, path, ": ", known->first.first, " ", known->second.text(), " → ", cell.text());
            }
        });
    }
}
