#include "source/built_in.h"

namespace ims {

std::vector<std::string_view> built_in_ids(const SourceMap& sources) {
    std::vector<std::string_view> ids;
    for (std::size_t index = 0; index < sources.size(); ++index) {
        const FileId file = FileId::from(index);
        if (!sources.is_built_in(file)) continue;
        std::string_view id = sources[file].path;
        id.remove_prefix(kBuiltIn.size());
        ids.push_back(id.substr(0, id.rfind('.')));
    }
    return ids;
}

}  // namespace ims
