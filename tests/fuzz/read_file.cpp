#include "fuzz/read_file.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/text.h"
#include "diagnostics/voice.h"
#include "schema/valid_id.h"
#include "yaml/rewrite.h"

namespace ims::fuzz {
namespace {

// What findings name by number, before anything is linked.
class UnlinkedNames final : public Names {
public:
    UnlinkedNames(const Schema& schema, const Settings& settings) : schema_(schema), settings_(settings) {}
    [[nodiscard]] RecordName record(RecordId) const override { return {}; }
    [[nodiscard]] std::string_view kind(KindId kind, bool plural) const override {
        return plural ? schema_[kind].plural : schema_[kind].name;
    }
    [[nodiscard]] std::string_view field(Field field) const override { return schema_.path(field); }
    [[nodiscard]] std::string_view choice(Choice choice) const override { return schema_.word(choice); }
    [[nodiscard]] std::string_view discipline(Discipline discipline) const override {
        return settings_.name(discipline);
    }

private:
    const Schema& schema_;
    const Settings& settings_;
};

class Check {
public:
    Check(const ReadFile& file, const ParsedFile& settings_file, const Schema& schema, const Settings& settings)
        : file_(file), settings_file_(settings_file), schema_(schema), settings_(settings), names_(schema, settings) {}

    std::string run() {
        std::uint32_t at = 0;
        for (const Record& record : file_.records) {
            if (record.first < at || record.last < record.first || record.last > file_.values.size())
                return "a record's values are out of order";
            // Between them stand those of records that have no id, and are none.
            if (std::string flaw = flaw_of_values(at, record.first); !flaw.empty()) return flaw;
            if (std::string flaw = flaw_of_record(record); !flaw.empty()) return flaw;
            if (std::string flaw = flaw_of_values(record.first, record.last); !flaw.empty()) return flaw;
            at = record.last;
        }
        if (std::string flaw = flaw_of_values(at, static_cast<std::uint32_t>(file_.values.size())); !flaw.empty())
            return flaw;
        if (references_ != file_.references) return "references are not counted";
        return flaw_of_troubles();
    }

private:
    [[nodiscard]] std::size_t size() const { return file_.parsed->bytes.size(); }

    std::string flaw_of_record(const Record& record) const {
        if (record.kind.index() >= schema_.kinds().size()) return "a record is of no kind";
        if (record.id_begin > record.id_end || record.id_end > size()) return "an id stands outside the file";
        if (!is_valid_id(record.id)) return "a record has an id that no record may have";
        return {};
    }

    // The values [begin, end), each followed by what stands below it.
    std::string flaw_of_values(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t index = begin; index < end; index = file_.values[index].next) {
            const Value& value = file_.values[index];
            const std::string name = "value " + std::to_string(index) + ": ";
            if (value.next <= index || value.next > end) return name + "the one after it is out of bounds";
            const bool holds = value.type == ValueType::list || value.type == ValueType::map;
            // What is not typed may be of any form, and what is invalid may have been a map.
            const bool open = value.type == ValueType::any || value.type == ValueType::invalid;
            if (!holds && !open && value.next != index + 1) return name + "values stand below a single one";
            const YamlTree& tree = value.inherited ? settings_file_.tree : file_.parsed->tree;
            if (!value.node.known() || value.node.index() >= tree.nodes.size()) return name + "it stands nowhere";
            if (value.key.known() && value.key.index() >= tree.nodes.size()) return name + "its key stands nowhere";
            if (value.field.known() && value.field.index() >= schema_.paths().size()) return name + "it is no field";
            if (std::string flaw = flaw_of_payload(value); !flaw.empty()) return name + flaw;
            if (std::string flaw = flaw_of_values(index + 1, value.next); !flaw.empty()) return flaw;
        }
        return {};
    }

    std::string flaw_of_payload(const Value& value) {
        static const Date first = *parse_date("0001-01-01");
        static const Date last = *parse_date("9999-12-31");
        const auto is_day = [](Date day) { return day >= first && day <= last; };
        switch (value.type) {
            case ValueType::date: return is_day(value.date()) ? "" : "it is no day";
            case ValueType::point_in_time:
                return is_day(value.point_in_time().day) && value.point_in_time().minute ? "" : "it is no time of day";
            case ValueType::duration:
                return value.duration().minutes >= 0 && value.duration().calendar_months >= 0 ? "" : "it is negative";
            case ValueType::number: return std::isfinite(value.number()) ? "" : "it is no number";
            case ValueType::choice: return value.choice().index() < schema_.words().size() ? "" : "it is no word";
            case ValueType::discipline:
                return value.discipline().index() < settings_.disciplines.size() ? "" : "it is not in force";
            case ValueType::step: return value.step() >= 1 ? "" : "it is no step";
            case ValueType::reference:
                return value.reference() == references_++ ? "" : "references are numbered otherwise than they stand";
            default: return {};
        }
    }

    [[nodiscard]] bool is_inside(const Span& span) const { return span.begin <= span.end && span.end <= size(); }

    std::string flaw_of_words(const Message& message) const {
        const std::string words = for_editors(message, names_);
        if (first_invalid_utf8(words) != std::string::npos) return "something is said that is no UTF-8";
        const auto unsafe = [](char c) { return (c >= '\0' && c < ' ' && c != '\n') || c == '\x7f'; };
        if (std::ranges::any_of(words, unsafe)) return "something is said with a control character: " + visible(words);
        return {};
    }

    std::string flaw_of_finding(const Finding& finding) const {
        if (finding.message.empty()) return "a finding says nothing";
        if (!is_inside(finding.span)) return "a finding stands outside the file";
        if (std::string flaw = flaw_of_words(finding.message); !flaw.empty()) return flaw;
        if (std::string flaw = flaw_of_words(finding.help); !flaw.empty()) return flaw;
        for (const Message& note : finding.notes) {
            if (std::string flaw = flaw_of_words(note); !flaw.empty()) return flaw;
        }
        for (const Label& label : finding.labels) {
            if (!is_inside(label.span)) return "a related place is outside the file";
            if (std::string flaw = flaw_of_words(label.says); !flaw.empty()) return flaw;
        }
        return finding.fix ? flaw_of_fix(*finding.fix) : std::string();
    }

    std::string flaw_of_fix(const Fix& fix) const {
        if (fix.operations.empty()) return "a fix does nothing";
        if (std::string flaw = flaw_of_words(fix.title); !flaw.empty()) return flaw;
        for (const Operation& operation : fix.operations) {
            const Span& place = place_of(operation);
            if (!is_inside(place)) return "a fix writes outside the file";
            if (!node_at(file_.parsed->tree, place.begin, place.end).known())
                return "a fix writes where no value stands: " +
                       visible(std::string_view(file_.parsed->bytes).substr(place.begin, place.end - place.begin));
        }
        return {};
    }

    std::string flaw_of_troubles() const {
        const FileTroubles& troubles = file_.troubles();
        if (troubles.unread.size() != troubles.unread_ids.size()) return "unread records are not all named";
        for (const Record& record : troubles.unread) {
            if (record.id_begin > record.id_end || record.id_end > size()) return "an unread id is outside the file";
        }
        for (const Finding& finding : troubles.findings) {
            if (std::string flaw = flaw_of_finding(finding); !flaw.empty()) return flaw;
        }
        return {};
    }

    const ReadFile& file_;
    const ParsedFile& settings_file_;
    const Schema& schema_;
    const Settings& settings_;
    UnlinkedNames names_;
    std::uint32_t references_ = 0;
};

}  // namespace

std::string find_flaw(const ReadFile& file, const ParsedFile& settings_file, const Schema& schema,
                      const Settings& settings) {
    return Check(file, settings_file, schema, settings).run();
}

}  // namespace ims::fuzz
