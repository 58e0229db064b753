#include "cli/schema_here.h"

#include <algorithm>
#include <vector>

#include "engine/folder_schema.h"
#include "source/find_root.h"
#include "source/paths.h"

namespace ims {

Result<Schema> schema_here(const FileSystem& files, const std::string& schemas) {
    const Result<Root> root = find_root(files, ".");
    std::vector<std::string> own;
    if (root && files.type(join_path(root->folder, "schemas")) == EntryType::folder) {
        IMS_TRY_ASSIGN(const std::vector<Entry> entries, files.list(join_path(root->folder, "schemas")));
        for (const Entry& entry : entries) {
            if (entry.name.ends_with(".schema.json") && !entry.name.starts_with("."))
                own.push_back("schemas/" + entry.name);
        }
        std::ranges::sort(own);
    }
    IMS_TRY_ASSIGN(const SchemaTexts texts, read_schema_texts(files, root ? root->folder : ".", own, schemas));
    return make_schema(texts);
}

}  // namespace ims
