// Whether a record may name itself, and go round in a circle, is stated wherever it may name its own kind: a field that
// is silent on it would let both pass unseen.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "output/schema_json.h"
#include "schema/read_schema.h"

using namespace ims;
using nlohmann::json;

namespace {

class SilentFields {
public:
    SilentFields(const Schema& schema, KindId kind)
        : kind_(schema[kind].name), schema_(json::parse(bundled_schema(schema, kind))) {
        look_at(schema_["properties"], kind_);
    }

    std::vector<std::string> silent;
    std::size_t stated = 0;

private:
    void look_at(const json& value, const std::string& path) {
        if (value.is_array()) {
            for (const json& each : value) look_at(each, path);
        }
        if (!value.is_object()) return;
        if (value.contains("x-ims-reference")) judge(value["x-ims-reference"], path);
        for (const auto& [key, each] : value.items()) {
            if (key == "$ref") {
                const auto pointer = each.get<std::string>().substr(1);
                if (seen_.insert(path + pointer).second) look_at(schema_.at(json::json_pointer(pointer)), path);
            } else {
                const bool form = key == "anyOf" || key == "allOf" || key == "items" || key == "properties";
                look_at(each, form ? path : path + "." + key);
            }
        }
    }

    void judge(const json& reference, const std::string& path) {
        bool may_be_own = false;
        for (const json& kind : reference["kinds"])
            may_be_own = may_be_own || kind == kind_ || kind == "*" || kind == "=";
        if (!may_be_own) return;
        const auto says = [&](const char* key) { return reference.contains(key) && reference[key].is_boolean(); };
        if (says("not_self") || says("tree")) ++stated;
        else silent.push_back(path);
    }

    std::string kind_;
    json schema_;
    std::set<std::string> seen_;
};

// What the schema says of one field of a kind.
const ReferenceSpec& reference(std::string_view kind, std::string_view path) {
    const Schema& schema = Schema::built_in();
    for (std::size_t index = 0; index < schema.paths().size(); ++index) {
        if (schema.paths()[index] != path) continue;
        for (std::size_t each = 0; each < schema.kinds().size(); ++each) {
            const ReferenceSpec* spec = schema.reference(KindId::from(each), Field::from(index));
            if (schema.kinds()[each].name == kind && spec != nullptr) return *spec;
        }
    }
    static const ReferenceSpec none;
    FAIL("no such field");
    return none;
}

}  // namespace

TEST_CASE("every field that may name its own kind says whether it may name its own record or close a circle") {
    const Schema& schema = Schema::built_in();
    std::size_t stated = 0;
    for (std::size_t index = 0; index < schema.kinds().size(); ++index) {
        const SilentFields fields(schema, KindId::from(index));
        for (const std::string& path : fields.silent) FAIL_CHECK(path << " says neither `not_self` nor `tree`");
        stated += fields.stated;
    }
    // `replaced_by` of each kind, and more.
    CHECK(stated > schema.kinds().size());
}

TEST_CASE("alternatives, repeats and conflicts are never the record itself") {
    CHECK(reference("supplier", "alternatives").not_self);
    CHECK_FALSE(reference("supplier", "alternatives").tree);
    CHECK(reference("process", "needs.alternatives").not_self);
    CHECK(reference("nonconformity", "repeats").not_self);
    CHECK(reference("nonconformity", "repeats").tree);
    CHECK(reference("role", "conflicts_with.role").not_self);
    // What a process gives out may come back to it.
    CHECK_FALSE(reference("process", "inputs.from").not_self);
}
