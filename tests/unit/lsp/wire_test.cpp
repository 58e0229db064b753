#include "lsp/transport/wire.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace ims {
namespace {

// All messages in these bytes, which come so many at a time.
std::vector<std::string> messages_in(std::string_view bytes, std::size_t at_a_time) {
    MessageReader reader([&](char* to, std::size_t most) {
        const std::size_t count = std::min({most, at_a_time, bytes.size()});
        std::memcpy(to, bytes.data(), count);
        bytes.remove_prefix(count);
        return count;
    });
    std::vector<std::string> all;
    while (auto message = reader.next()) all.push_back(*std::move(message));
    return all;
}

void check(std::string_view bytes, const std::vector<std::string>& expected) {
    CAPTURE(bytes);
    for (const std::size_t at_a_time : {std::size_t{1}, std::size_t{7}, bytes.size() + 1})
        CHECK(messages_in(bytes, at_a_time) == expected);
}

TEST_CASE("messages are told from each other however they arrive") {
    check(framed("{}") + framed("[1]") + framed(""), {"{}", "[1]", ""});
    check("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}", {"{}"});
    check("content-length:2\n\n{}", {"{}"});
}

TEST_CASE("what is no message is skipped up to the next one") {
    check("hello\r\n\r\n" + framed("{}"), {"{}"});
    check("Content-Length: much\r\n\r\n" + framed("{}"), {"{}"});
    check("Content-Length: -1\r\n\r\n" + framed("{}"), {"{}"});
    check("Content-Length: 99999999999999999999\r\n\r\n" + framed("{}"), {"{}"});
}

TEST_CASE("half a message is none") {
    check("Content-Length: 10\r\n\r\n{}", {});
    check("Content-Le", {});
    check("", {});
}

}  // namespace
}  // namespace ims
