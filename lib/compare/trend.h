// How a folder stood on days gone by: each state of it as today's rules judge it for its own day.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "engine/analyze.h"

namespace ims {

// A cell of the matrix as it stood.
struct CellThen {
    std::string process;      // `process/take-orders`; `ims` of the system as a whole
    std::string title;        // as the process was called then
    std::string discipline;   // by its name in ims.yaml
    std::string letters;      // `PdCA`, as `Cell::text`
    std::string code;         // as `Cell::code`
    std::size_t weighty = 0;  // findings of medium grade or worse that were at home in it
    bool operator==(const CellThen&) const = default;
};

struct StateThen {
    std::string commit;        // its hash; empty: the folder as it lies on the disk
    Date day;                  // that it was judged for: the committer's
    std::string trouble = {};  // why it could not be read, so that nothing below is known; empty: it could
    std::size_t records = 0;
    std::array<std::size_t, 4> by_grade = {};  // findings that are told, by Grade
    // Those of medium grade or worse, by the disciplines then in force that they or their records are about; and those
    // that are about none in particular.
    std::map<std::string, std::size_t> by_discipline = {};
    std::size_t without_discipline = 0;
    std::vector<CellThen> cells = {};  // the system, then the processes in force; by discipline
    [[nodiscard]] bool judged() const { return trouble.empty(); }
    // Of medium grade or worse; of high grade or worse.
    [[nodiscard]] std::size_t red() const { return by_grade[1] + high(); }
    [[nodiscard]] std::size_t high() const { return by_grade[2] + by_grade[3]; }
};

// The earliest first; the last one is that of now.
using Trend = std::vector<StateThen>;

// `analysis`: of the state, for its day.
StateThen stood(const Analysis& analysis, std::string commit);

// How far apart the days are that are looked at; the last commit of each stands for it.
enum class Every : std::uint8_t { commit, week, month, quarter, year };

struct CommitOfDay {
    std::string hash;
    Date day;
};
// Of commits, the newest first, those that are looked at, the earliest first: of those from `since` to `until` the last
// one of each week (from Monday), month, quarter or year; and before them the last one up to `since`, where there is
// one.
std::vector<CommitOfDay> choose_states(std::span<const CommitOfDay> commits, Date since, Date until, Every every);

}  // namespace ims
