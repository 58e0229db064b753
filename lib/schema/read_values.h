// A YAML mapping, read by what the schema says of it: typed values, and a finding for everything that does not fit.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "schema/schema.h"
#include "schema/value.h"
#include "schema/vocabulary.h"
#include "yaml/parsed_file.h"

namespace ims {

struct ReadRules {
    const Schema& schema;
    const Vocabulary& vocabulary;
    // ims.yaml: every fault is an `unknown-setting`, and words of the vocabulary are not judged, since it is made of
    // them.
    bool settings = false;
    // `defaults` hold parts of records: nothing required is missed in them.
    bool partial = false;
    // What a record of this kind has by default: no less required, but not missing.
    std::span<const Value> defaults = {};
};

// Appends the fields of a mapping in the order of the file. What is wrong is reported and kept as `invalid`.
// `place` is where a missing field is reported, `record` the record's lasting name, for the findings.
void read_fields(const ParsedFile& parsed, const ReadRules& rules, NodeId map, Span place,
                 std::span<const FieldSpec> fields, std::string_view kind, std::string_view record,
                 std::vector<Value>& values, std::vector<Finding>& findings);

}  // namespace ims
