// What a rule says, turned into findings: grades from the settings, exceptions of the record taken out.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/finding.h"
#include "link/graph.h"

namespace ims {

// (record, place of the exception in its list) of each exception that kept a finding, or a part of one, silent.
using UsedExceptions = std::set<std::pair<RecordId, std::uint32_t>>;

// A finding being built; it is added when the builder ends. Words: lower case, no full stop, names between backticks.
class FindingBuilder {
public:
    FindingBuilder(std::vector<Finding>* findings, Finding finding)
        : findings_(findings), finding_(std::move(finding)) {}
    FindingBuilder(FindingBuilder&& other) noexcept
        : findings_(std::exchange(other.findings_, nullptr)),
          finding_(std::move(other.finding_)),
          regraded_(other.regraded_) {}
    FindingBuilder(const FindingBuilder&) = delete;
    FindingBuilder& operator=(const FindingBuilder&) = delete;
    FindingBuilder& operator=(FindingBuilder&&) = delete;
    ~FindingBuilder() {
        if (findings_ != nullptr) findings_->push_back(std::move(finding_));
    }

    // What was seen besides, or why it matters; each becomes a line.
    FindingBuilder& note(std::string text) {
        finding_.notes.push_back(std::move(text));
        return *this;
    }
    // What to do.
    FindingBuilder& help(std::string text) {
        finding_.help = std::move(text);
        return *this;
    }
    FindingBuilder& label(Span span, std::string text) {
        finding_.labels.push_back({span, std::move(text)});
        return *this;
    }
    FindingBuilder& fix(Fix fix) {
        finding_.fix = std::move(fix);
        return *this;
    }
    // The dotted path of the field that it is about, items by name: `activities[pack].responsible`.
    FindingBuilder& field(std::string path) {
        finding_.field = std::move(path);
        return *this;
    }
    // Tells findings of one rule on one field apart, in the fingerprint: never a line, a count or a wording.
    FindingBuilder& key(std::string text) {
        finding_.key = std::move(text);
        return *this;
    }
    // Another grade than the rule's own; a grade set in ims.yaml beats it.
    FindingBuilder& grade(Grade grade) {
        if (!regraded_) finding_.grade = grade;
        return *this;
    }
    // For the reporter.
    void regraded(bool yes) { regraded_ = yes; }
    void about(std::string record, std::vector<std::string> disciplines) {
        finding_.record = std::move(record);
        finding_.disciplines = std::move(disciplines);
    }

private:
    std::vector<Finding>* findings_;  // null: a valid exception keeps it silent
    Finding finding_;
    bool regraded_ = false;
};

class Reporter {
public:
    Reporter(const Graph& graph, RuleId rule, Date today, std::vector<Finding>& findings, UsedExceptions& used)
        : graph_(graph), rule_(rule), today_(today), findings_(findings), used_(used) {}

    // A finding on a record, at its id: where a field or link is missing.
    FindingBuilder on(const RecordView& record, std::string message) {
        return at(record, record.id_span(), std::move(message));
    }
    // A finding on a record, at the value that is wrong.
    FindingBuilder at(const RecordView& record, const FieldView& place, std::string message) {
        return at(record, place ? place.span() : record.id_span(), std::move(message));
    }
    FindingBuilder at(const RecordView& record, Span place, std::string message);
    // A finding about the whole folder: no record, and so no exception.
    FindingBuilder whole(Span place, std::string message);

    // For rules that go through disciplines: those of `missed` that no valid exception of the record takes out.
    // Nothing is left: there is nothing to report. The message names what is left; hand it over with `about`.
    [[nodiscard]] DisciplineSet excepted(const RecordView& record, DisciplineSet missed);
    FindingBuilder about(const RecordView& record, DisciplineSet disciplines, Span place, std::string message);

private:
    FindingBuilder build(Span place, std::string message);
    const Graph& graph_;
    RuleId rule_;
    Date today_;
    std::vector<Finding>& findings_;
    UsedExceptions& used_;
};

}  // namespace ims
