#include "link/graph_names.h"

namespace ims {

RecordName GraphNames::record(RecordId record) const { return graph_[record].name(); }

std::string_view GraphNames::kind(KindId kind, bool plural) const {
    const KindSpec& spec = graph_.schema()[kind];
    return plural ? spec.plural : spec.name;
}

std::string_view GraphNames::field(Field field) const { return graph_.schema().path(field); }
std::string_view GraphNames::choice(Choice choice) const { return graph_.schema().word(choice); }
std::string_view GraphNames::discipline(Discipline discipline) const { return graph_.settings().name(discipline); }

std::string for_editors(const Message& message, const Graph& graph) { return for_editors(message, GraphNames(graph)); }

}  // namespace ims
