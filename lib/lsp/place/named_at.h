// What the places of a document mean, as its text stands now: which record an id, a reference or a clause names.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/judged/asked.h"
#include "model/records.h"

namespace ims {

// A record by its name, whether there is one or not.
struct RecordMeant {
    KindId kind;
    std::string id;
    bool operator==(const RecordMeant&) const = default;
};

struct NamedAt {
    enum class What : std::uint8_t {
        id,         // of the record itself
        reference,  // to a record
        clause,     // of a standard
        rule,       // in a field that takes rules
        key,        // of a field
        value,      // any other one
        word,       // in a document that cannot be read
    };
    What what = What::value;
    ByteRange range;                    // quotes included
    ByteRange id_range;                 // of the id alone, without quotes and `kind/`; `range` where there is none
    std::optional<RecordMeant> record;  // that is named
    std::string text;                   // what stands there, without quotes
    KindId of;                          // the kind of the record in which it stands
    Field field;                        // the field that the value stands in, or that the key names; none of a word
};

// A document as it stands now, read by the schema and the settings of what was judged last. Both outlive it.
class ReadDocument {
public:
    ReadDocument(const JudgedState& judged, const OpenDocument& document);

    [[nodiscard]] const ReadFile& file() const { return *file_; }
    [[nodiscard]] const ParsedFile& parsed() const { return *file_->parsed; }
    [[nodiscard]] bool is_settings() const { return is_settings_; }
    // What stands at an offset; none where nothing does.
    [[nodiscard]] std::optional<NamedAt> at(std::uint32_t offset) const;
    // All places that name a record, in the order of the text, its own id among them.
    [[nodiscard]] std::vector<NamedAt> naming(const RecordMeant& record) const;
    // Of the document within the file that the record stands in: without the blanks and marks around it.
    [[nodiscard]] ByteRange range_of(const Record& record) const;

private:
    void read_settings_anew(std::shared_ptr<const ParsedFile> parsed);
    [[nodiscard]] ByteRange bytes_of(NodeId node) const;
    [[nodiscard]] NamedAt own_id(const Record& record) const;
    [[nodiscard]] NamedAt named_by(KindId of, const Value& value) const;
    void look_at(KindId of, const Value& value, std::uint32_t offset, std::optional<NamedAt>& found) const;
    [[nodiscard]] std::optional<NamedAt> word_at(std::uint32_t offset) const;
    [[nodiscard]] std::optional<RecordMeant> meant_by(std::string_view word) const;

    const Graph& graph_;
    std::shared_ptr<const ReadFile> file_;
    bool is_settings_ = false;
    std::map<KindId, std::vector<Value>> defaults_;  // of ims.yaml
};

// Where the cursor is. Requires: a document.
std::optional<NamedAt> named_at(const Asked& asked);

// The record of that name as it was judged; none where there is none.
std::optional<RecordId> find_record(const JudgedState& judged, const RecordMeant& record);

}  // namespace ims
