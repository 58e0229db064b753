// What goes to the client: answers, notifications, and questions of our own. From several threads at once.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "lsp/protocol/reply.h"

namespace ims {

class Outbox final : public ToClient {
public:
    using Send = std::function<void(std::string_view message)>;
    explicit Outbox(Send send) : send_(std::move(send)) {}

    void notify(std::string_view method, Json params) override;
    // With parameters that are JSON already.
    void notify_text(std::string_view method, std::string_view params);
    void ask(std::string_view method, Json params) override { ask(method, std::move(params), {}); }
    // `then` gets the result; not called where the client refuses.
    void ask(std::string_view method, Json params, std::function<void(const Json& result)> then);
    // To a request of this id.
    void answer(const Json& id, const Reply& answer);
    // To a request whose answer is JSON already.
    void answer_text(const Json& id, std::string_view result);

    // The client answers a question of ours.
    void take_answer(const Json& message);

private:
    void send(std::string_view message);
    Send send_;
    std::mutex sending_;
    std::mutex asking_;
    std::int64_t asked_ = 0;
    std::map<std::int64_t, std::function<void(const Json&)>> open_;
};

}  // namespace ims
