#include "engine/folder_schema.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "source/paths.h"

namespace ims {
namespace {

Result<std::vector<SchemaFile>> read_texts(const FileSystem& files, const std::vector<std::string>& paths) {
    constexpr std::size_t kLargest = 4u << 20;
    std::vector<SchemaFile> all;
    for (const std::string& path : paths) {
        IMS_TRY_ASSIGN(std::string text, files.read(path, kLargest));
        text = composed(text);  // as records are read
        all.push_back({path, std::move(text)});
    }
    return all;
}

}  // namespace

Result<SchemaTexts> read_schema_texts(const FileSystem& files, const std::string& root,
                                      const std::vector<std::string>& own, const std::string& schema_folder) {
    SchemaTexts texts;
    std::vector<std::string> paths;
    if (!schema_folder.empty()) {
        IMS_TRY_ASSIGN(const std::vector<Entry> entries, files.list(schema_folder));
        for (const Entry& entry : entries) {
            if (entry.name.ends_with(".schema.json")) paths.push_back(join_path(schema_folder, entry.name));
        }
        std::ranges::sort(paths);
        if (paths.empty()) return Error{schema_folder, "no *.schema.json here"};
        IMS_TRY_ASSIGN(texts.instead, read_texts(files, paths));
    }
    paths.clear();
    for (const std::string& path : own) paths.push_back(join_path(root, path));
    IMS_TRY_ASSIGN(texts.more, read_texts(files, paths));
    return texts;
}

Result<Schema> make_schema(const SchemaTexts& texts) {
    Schema schema = Schema::built_in();
    if (!texts.instead.empty()) {
        IMS_TRY_ASSIGN(schema, replace_schema(schema, texts.instead));
    }
    if (!texts.more.empty()) {
        IMS_TRY_ASSIGN(schema, extend_schema(schema, texts.more));
    }
    return schema;
}

}  // namespace ims
