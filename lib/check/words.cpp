#include "check/words.h"

#include "base/text.h"
#include "schema/fields.h"

namespace ims {

std::string ticked(const RecordView& record) { return '`' + visible(record.id()) + '`'; }

std::string ticked_holder(const RecordView& role_or_person) {
    return role_or_person.is(kinds::role) ? ticked(role_or_person) : '`' + visible(role_or_person.name()) + '`';
}

std::vector<std::string_view> ids_of(const Graph& graph, std::span<const RecordId> records) {
    std::vector<std::string_view> ids;
    ids.reserve(records.size());
    for (const RecordId each : records) ids.push_back(graph[each].id());
    return ids;
}

std::string told_interval(const FieldView& every, const Settings& settings) {
    if (const auto own = every.duration()) return "its interval is " + to_string(*own);
    return "its interval is " + to_string(settings.review_every) + ", which is `review.every` of ims.yaml";
}

}  // namespace ims
