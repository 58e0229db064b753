#include "lsp/protocol/uri.h"

#include <fmt/format.h>

namespace ims {
namespace {

constexpr std::string_view kScheme = "file://";

int digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

// What may stand in the path of a URI as it is (RFC 3986), but for what clients write encoded all the same.
bool stays(char letter) {
    const bool word =
        (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    return word || std::string_view("/-._~").find(letter) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
    if (!uri.starts_with(kScheme)) return std::nullopt;
    uri.remove_prefix(kScheme.size());
    uri = uri.substr(0, uri.find_first_of("?#"));
    // The name of the machine may stand there: ours.
    const std::size_t slash = uri.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string_view machine = uri.substr(0, slash);
    if (!machine.empty() && machine != "localhost") return std::nullopt;
    uri.remove_prefix(slash);
    std::string path;
    for (std::size_t at = 0; at < uri.size(); ++at) {
        const int high = uri[at] == '%' && at + 2 < uri.size() ? digit(uri[at + 1]) : -1;
        const int low = high < 0 ? -1 : digit(uri[at + 2]);
        if (low < 0) {
            path += uri[at];
        } else {
            path += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
}

std::string uri_of_path(std::string_view path) {
    std::string uri(kScheme);
    for (const char letter : path) {
        if (stays(letter)) uri += letter;
        else uri += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return uri;
}

}  // namespace ims
