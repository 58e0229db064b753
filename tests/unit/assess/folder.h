// A folder of records in memory with its graph and facts, for tests of what is computed from them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyze.h"

namespace ims::test {

class Folder {
public:
    // Files as in the examples of rules: `# file: path` lines, several records of a file split by `---`; the standard
    // ims.yaml unless there is another. Today is 2026-06-01. Fails the test where a record is wrong in itself, unless
    // `faulty`.
    enum class Records { sound, faulty };
    explicit Folder(std::string_view files, Records records = Records::sound);
    // The same with the findings of one rule.
    Folder(std::string_view files, RuleId rule);

    [[nodiscard]] const Graph& graph() const { return analysis_->graph; }
    [[nodiscard]] const Facts& facts() const { return analysis_->facts; }
    // Each in a line, "high risk `fire` is …", in the order of the files.
    [[nodiscard]] std::string findings() const;
    // A record by its lasting name: `role/cashier`.
    [[nodiscard]] RecordId id(std::string_view name) const;
    [[nodiscard]] RecordView operator[](std::string_view name) const { return graph()[id(name)]; }
    [[nodiscard]] Discipline discipline(std::string_view name) const;
    // The same with where and by which rule: a line `path:line rule: message` each, with `; help` where there is one.
    [[nodiscard]] std::string placed_findings() const;
    // A message as who edits the records reads it.
    [[nodiscard]] std::string said(const Message& message) const;
    // "role/cashier, role/driver"
    [[nodiscard]] std::string names(const std::vector<RecordId>& records) const;
    // "quality, environment", in the order of ims.yaml.
    [[nodiscard]] std::string names(DisciplineSet disciplines) const;

private:
    void analyze_files(std::string_view files, RuleId rule);
    // Those of the rule, and of what is wrong in records themselves.
    [[nodiscard]] std::vector<Finding> wanted() const;

    RuleId rule_{};
    std::unique_ptr<Analysis> analysis_;
};

}  // namespace ims::test
