#include "lsp/offers/begun_records.h"

#include <algorithm>

#include "base/text.h"
#include "schema/valid_id.h"

namespace ims {
namespace {

// The value of a line `key: value`, without quotes and a comment behind it.
std::string_view value_of_line(std::string_view line) {
    std::string_view value = trim(line.substr(line.find(':') + 1));
    if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
        const std::size_t close = value.find(value.front(), 1);
        return close == std::string_view::npos ? std::string_view() : value.substr(1, close - 1);
    }
    return trim(value.substr(0, value.find(" #")));
}

bool is_read(const Graph& graph, KindId kind, std::string_view id) {
    const auto record = graph.find(kind, id);
    return record && !graph[*record].unread();
}

class BegunFinder {
public:
    BegunFinder(const Graph& graph, std::span<const KindId> kinds) : graph_(graph), kinds_(kinds) {}

    void look_at(const OpenDocument& document, std::string_view path) {
        for (std::size_t place = 0; place < document.starts.size(); ++place) {
            const std::uint32_t begin = document.starts[place];
            // Most lines are indented, or empty.
            if (begin >= document.text.size() || document.text[begin] <= ' ') continue;
            const std::string_view line = document.lines().line(place);
            if (line.starts_with("---")) current_ = false;
            else if (line.starts_with("title:") && current_) out_.back().title = value_of_line(line);
            else look_at(line, path);
        }
        current_ = false;
    }

    std::vector<BegunRecord> take() { return std::move(out_); }

private:
    void look_at(std::string_view line, std::string_view path) {
        for (const KindId kind : kinds_) {
            const std::string_view name = graph_.schema()[kind].name;
            if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':') continue;
            const std::string_view id = value_of_line(line);
            current_ = is_valid_id(id) && !is_read(graph_, kind, id);
            if (current_) out_.push_back({kind, id, {}, path});
        }
    }

    const Graph& graph_;
    std::span<const KindId> kinds_;
    std::vector<BegunRecord> out_;
    bool current_ = false;  // the last one stands in the document that is being looked at
};

}  // namespace

std::vector<BegunRecord> begun_records(const Asked& asked, std::span<const KindId> kinds) {
    BegunFinder finder(asked.judged->graph(), kinds);
    const std::string_view root = asked.judged->root;
    for (const auto& [path, document] : asked.documents) {
        if (!path.starts_with(root) || path.size() <= root.size() + 1) continue;
        finder.look_at(*document, std::string_view(path).substr(root.size() + 1));
    }
    return finder.take();
}

}  // namespace ims
