// Where documents say that they lie. Text alone: what is really there the engine looks up, since nobody else may.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace ims {

enum class LocationSort : std::uint8_t {
    path,       // from the folder of ims.yaml; or plain words, which look no different
    outside,    // a path that leaves the folder: `/docs`, `~/docs`, `../docs`
    web,        // an address that is not looked up: `https://…`, `mailto:…`
    bare_web,   // `www.…`, without `https://`
    mail,       // `office@example.org`
    elsewhere,  // a share, a drive, a program of its own: `\\server\…`, `C:\…`, `file:///…`, `sharepoint:…`
    no_place,   // `javascript:…`: neither a file nor an address, and never a link
};
LocationSort sort_of_location(std::string_view location);

// Locations at which nothing is, and for each the path that was likely meant; empty where none is like it.
using MissingFiles = std::map<std::string, std::string, std::less<>>;

}  // namespace ims
