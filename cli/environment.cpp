#include "cli/environment.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

#include "cli/platform/disk.h"

namespace ims {
namespace {

std::optional<std::string> read_variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr && *value != '\0' ? std::optional<std::string>(value) : std::nullopt;
}

// The calendar on the wall of whoever asks.
Date local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    return parse_date(fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday))
        .value_or(Date{});
}

std::uint64_t nanoseconds() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

}  // namespace

std::optional<std::string> variable_of(const Environment& environment, const std::string& name) {
    return environment.variable ? environment.variable(name) : std::nullopt;
}

bool under_actions(const Environment& environment) { return variable_of(environment, "GITHUB_ACTIONS") == "true"; }

Environment environment_of_process(const FileSystem& files, Writer& out, Writer& err) {
    Environment environment;
    environment.files = &files;
    environment.out = &out;
    environment.err = &err;
    environment.in_screen = screen_of_input();
    environment.read_line = read_typed_line;
    environment.out_screen = screen_of_output();
    environment.err_screen = screen_of_errors();
    environment.no_color = read_variable("NO_COLOR").has_value();
    environment.force_color = read_variable("FORCE_COLOR").has_value();
    environment.clock = nanoseconds;
    environment.today = local_date();
    environment.calendar = local_date;
    environment.git = "git";
    environment.variable = read_variable;
    environment.create_output = create_output;
    environment.append_to_file = append_to_file;
    environment.may_replace = may_replace;
    environment.replace_file = replace_file;
    environment.make_new = make_new_file;
    environment.move_file = move_file;
    environment.move_to_free_name = move_to_free_name;
    environment.remove_file = remove_file;
    environment.sync_folder = sync_folder;
    environment.wait_for_folder = [](const std::string& folder, const std::function<void()>& tell_waiting) {
        return wait_for_folder(folder, tell_waiting);
    };
    environment.process = number_of_process();
    environment.may_run = may_run;
    environment.let_run = let_run;
    environment.make_folder = make_folder;
    environment.remove_empty_folder = remove_empty_folder;
    environment.make_folder_beside = make_folder_beside;
    environment.lock_folder = lock_folder;
    environment.take_place = take_place;
    environment.link_file = link_file;
    environment.keep_mode = keep_mode;
    environment.remove_folder = remove_folder;
    return environment;
}

}  // namespace ims
