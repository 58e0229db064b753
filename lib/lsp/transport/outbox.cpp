#include "lsp/transport/outbox.h"

#include <utility>

#include <fmt/format.h>

#include "lsp/protocol/client.h"

namespace ims {

void Outbox::send(std::string_view message) {
    const std::lock_guard lock(sending_);
    send_(message);
}

void Outbox::notify(std::string_view method, Json params) { notify_text(method, to_text(params)); }

void Outbox::notify_text(std::string_view method, std::string_view params) {
    send(fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params));
}

void Outbox::ask(std::string_view method, Json params, std::function<void(const Json& result)> then) {
    std::int64_t id = 0;
    {
        const std::lock_guard lock(asking_);
        id = ++asked_;
        open_[id] = std::move(then);
    }
    Json message = Json::object({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}});
    if (params.type() != Json::Type::null) message["params"] = std::move(params);
    send(to_text(message));
}

void Outbox::answer(const Json& id, const Reply& answer) {
    if (const Json* const result = std::get_if<Json>(&answer)) return answer_text(id, to_text(*result));
    const Refusal& refusal = std::get<Refusal>(answer);
    const Json error = Json::object({{"code", static_cast<std::int32_t>(refusal.code)}, {"message", refusal.why}});
    send(to_text(Json::object({{"jsonrpc", "2.0"}, {"id", id}, {"error", error}})));
}

void Outbox::answer_text(const Json& id, std::string_view result) {
    send(fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", to_text(id), result));
}

void Outbox::take_answer(const Json& message) {
    const auto id = at(message, {"id"}).as_integer();
    if (!id) return;
    std::function<void(const Json&)> then;
    {
        const std::lock_guard lock(asking_);
        const auto found = open_.find(*id);
        if (found == open_.end()) return;
        then = std::move(found->second);
        open_.erase(found);
    }
    const Json* const result = message.find("result");
    if (then && result != nullptr) then(*result);
}

}  // namespace ims
