// What is said of references that lead nowhere: a mistake that one reference may make in each function. They are asked
// while the graph is made, when all records have their numbers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/nearest.h"
#include "link/graph.h"

namespace ims {

// The ids of a kind by what they look like.
class LookAlikeIds {
public:
    // The one of `ids` that looks like `id`; none where there is none, or several.
    std::optional<std::string_view> find(const std::unordered_map<std::string_view, RecordId>& ids,
                                         std::string_view id);

private:
    // By skeleton; empty where several ids have it. Made when it is first asked for.
    using BySkeleton = std::unordered_map<std::string, std::string_view>;
    BySkeleton seen_;
    BySkeleton folded_;
};

class DeadReferences {
public:
    // What is said stands in `arena`. All of them outlive it.
    DeadReferences(const Graph& graph, const FolderFiles& files, std::vector<Finding>& findings, Arena& arena);

    // `value`, of `record`, is a reference of the field that `spec` is about.
    // It names a kind that does not exist.
    void unknown_kind(const Record& record, const ReferenceSpec& spec, FieldView value);
    // It does not say which of several kinds it means.
    void no_kind(const Record& record, const ReferenceSpec& spec, FieldView value);
    // It names a record of a kind that the field does not take.
    void wrong_kind(const Record& record, const ReferenceSpec& spec, FieldView value, KindId kind);
    // No record of the kind has the id, which is a part of the value.
    void unknown(const Record& record, const ReferenceSpec& spec, FieldView value, KindId kind, std::string_view id);
    // The same of the standard of a clause.
    void unknown_standard(const Record& record, FieldView value, std::string_view id);

private:
    // A record that a reference names, by whichever kind.
    struct Named {
        KindId kind;
        std::string_view id;  // as the reference has it
        RecordId record;      // none where nobody looked for it
    };
    template <class... Types>
    [[nodiscard]] Message say(Template<Types...> text, const Types&... arguments) {
        return make_message(arena_, text, arguments...);
    }
    // Of `record`, for what its `value` says.
    Finding& report(RuleId rule, const Record& record, FieldView value, Message message);
    // It is there by other kinds than `due`, which the reference means.
    void report_wrong_kind(const Record& record, const ReferenceSpec& spec, FieldView value, KindId due,
                           const std::vector<Named>& named);
    void report_standard(const Record& record, FieldView value, std::string_view id);

    [[nodiscard]] bool stands_beside(const Record& record, FieldView value, std::string_view id);
    // "a role or a person": what a reference of the record may name.
    [[nodiscard]] Message taken(const Record& record, const ReferenceSpec& spec);
    // "`a`, `b` or `c`"
    template <class Texts>
    [[nodiscard]] Message either(const Texts& texts) {
        return say("{:all}", listed_by(Joined::by_or, quoted_each(texts)));
    }
    [[nodiscard]] std::string written(const Named& named) const;
    // The records of an id, of the kinds that `spec` takes; of any kind where it is null or takes any.
    [[nodiscard]] std::vector<Named> kinds_with(std::string_view id, const ReferenceSpec* spec) const;
    [[nodiscard]] bool may_be_in_opaque_file(std::string_view id);
    [[nodiscard]] std::optional<std::string_view> nearest_id(KindId kind, std::string_view id);
    // Those that a reference may name, in byte order, each once.
    [[nodiscard]] const std::vector<std::string_view>& standards();

    const Graph& graph_;
    const Schema& schema_;
    const FolderFiles& files_;
    std::vector<Finding>& findings_;
    Arena& arena_;
    std::vector<std::unique_ptr<NearestNames>> nearest_;  // by kind, once one of its ids was not found
    std::vector<LookAlikeIds> look_alikes_;               // likewise
    std::vector<std::string_view> standards_;             // likewise
    std::unique_ptr<NearestNames> nearest_standard_;      // with these
    std::unordered_set<std::string_view> opaque_;         // what files that cannot be opened are named like
    // The list that was looked at last, and what it names.
    struct Beside {
        FileId file;
        std::vector<NodeId> around;  // of each node of the file, the collection
        NodeId list;
        std::unordered_set<std::string_view> ids;
    };
    Beside beside_;
    Message all_standards_;
};

}  // namespace ims
