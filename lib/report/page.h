// A report while it is written: what it reads, the links it makes, and the beginning and end that every report has.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/rule_book.h"
#include "report/report.h"

namespace ims {

class Page {
public:
    // A report begins with organisation, scope, disciplines with their standards, and the day, and ends with what could
    // not be judged; a view that answers one question does not.
    enum class Frame { report, none };
    Page(const ReportInput& input, std::string_view report, std::string title, Frame frame = Frame::report);

    const Analysis& analysis;
    const Graph& graph;
    const Facts& facts;
    const Settings& settings;
    const RuleBook& rules;
    const RecordId subject;

    // Links to a record: by its title, by its id, by its lasting name.
    [[nodiscard]] Inline titled(RecordId record) const;
    [[nodiscard]] Inline named(RecordId record) const;
    [[nodiscard]] Inline full(RecordId record) const;
    // "Cashier" with `cashier` behind it where the title does not give the id away; for the first column of a table.
    [[nodiscard]] Words introduced(RecordId record) const;
    // A link to where something stands, in the reader's words.
    [[nodiscard]] Inline placed(Span span, std::string_view text) const;
    // All records that a field of a record names, by title.
    [[nodiscard]] Words titles(const LinkedRecords& records) const;
    [[nodiscard]] Words titles(std::span<const RecordId> records) const;
    [[nodiscard]] Words ids(const LinkedRecords& records) const;

    void heading(int level, std::string_view words);
    void say(Words words);
    void note(Words words);
    void add(Block block);
    void add(std::vector<Block> blocks);
    // Nothing where it has no rows.
    void add_filled(Table table);
    // Under its title; `none` where it has no rows. Nothing at all where nothing is to be said then.
    void add_titled(int level, Table table, Words none = {});

    Document finish();

private:
    void begin(const std::string& commit);
    Frame frame_;
    Positions positions_;
    Document document_;
    std::map<std::string, std::size_t> anchors_;
};

// "information security": a discipline's name as people write it, and at the beginning of a sentence.
std::string spoken(std::string_view discipline);
std::string capitalised(std::string_view text);
// "quality, information security"
std::string spoken(const Settings& settings, DisciplineSet disciplines);

// A message of a finding: what stands between backticks as code, a capital at its beginning, a full stop at its end.
Words sentence(std::string_view message);

}  // namespace ims
