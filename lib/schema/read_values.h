// A YAML mapping, read by what the schema says of it: typed values, and a finding for everything that does not fit.
#pragma once

#include <span>
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
// `place` is where a missing field is reported, `record` the record's lasting name, for the findings; none where it has
// no id. What the findings say stands in `arena`; what they name are views of the file and of the schema.
void read_fields(const ParsedFile& parsed, const ReadRules& rules, NodeId map, Span place, KindId kind,
                 const RecordName& record, std::vector<Value>& values, std::vector<Finding>& findings, Arena& arena);

}  // namespace ims
