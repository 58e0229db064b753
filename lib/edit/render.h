// A fix as the bytes that it writes: what whoever shows a fix needs. Nothing is read again here, so that it can be
// asked for every finding; whoever writes files asks edit/apply.h, which also looks at what came of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

// The bytes at `span` become `text`.
struct Edit {
    Span span;
    std::string text;
};

// In the order of their places; none overlaps another. An error says in plain words why a program better keeps its
// hands off: no such value stands there any more, or an alias elsewhere would say something else too.
Result<std::vector<Edit>> render(const Analysis& analysis, const Fix& fix);

// Whether it is an error; takes less time, since the words for what is asked are not written.
bool can_be_rendered(const Analysis& analysis, const Fix& fix);

// The list of which the node is an item; none where it is no item.
NodeId list_of_item(const YamlTree& tree, NodeId node);

// Files of which a part cannot be read: nothing in them is changed (edit/mend.h). Looks at each once.
class HalfReadFiles {
public:
    explicit HalfReadFiles(const Analysis& analysis) : analysis_(analysis) {}
    // The first of those that the fix changes; none where all can be read.
    std::optional<FileId> in(const Fix& fix);

private:
    const Analysis& analysis_;
    std::map<FileId, bool> known_;
};

}  // namespace ims
