// What the records of a graph are called, for messages that name them by number.
#pragma once

#include "diagnostics/voice.h"
#include "link/graph.h"

namespace ims {

class GraphNames final : public Names {
public:
    // The graph outlives it.
    explicit GraphNames(const Graph& graph) : graph_(graph) {}
    [[nodiscard]] RecordName record(RecordId record) const override;
    [[nodiscard]] std::string_view kind(KindId kind, bool plural) const override;
    [[nodiscard]] std::string_view field(Field field) const override;
    [[nodiscard]] std::string_view choice(Choice choice) const override;
    [[nodiscard]] std::string_view discipline(Discipline discipline) const override;

private:
    const Graph& graph_;
};

// What `check` prints.
std::string for_editors(const Message& message, const Graph& graph);

}  // namespace ims
