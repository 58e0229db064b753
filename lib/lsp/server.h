// A language server over folders of records: messages of a client in, messages to the client out. Whoever hands in
// messages never waits for a folder to be judged: that is the work of a thread of its own, which always looks at the
// newest state and drops what a newer one makes needless. Requests are answered by what was last judged.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/folders/server_options.h"

namespace ims {

class Server {
public:
    explicit Server(ServerOptions options);
    // Ends what is under way.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // The next message of the client, without its head. Not from several threads at once.
    void receive(std::string_view message);
    // These files or folders changed on the disk, absolute paths; those in no folder of records do not matter. From any
    // thread.
    void changed_on_disk(std::span<const std::string> paths);

    // The client said `exit`: nothing is to be read any more.
    [[nodiscard]] bool ended() const;
    // Whether it said `shutdown` before, as it should.
    [[nodiscard]] bool was_shut_down() const;
    // Waits until all that was received is judged and answered.
    void wait_until_idle();

private:
    class Session;
    std::unique_ptr<Session> session_;
};

}  // namespace ims
