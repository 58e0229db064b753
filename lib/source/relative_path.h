// How one folder is reached from another: by names alone, without a look at the disk.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// `to` as written from the folder `from`: `roles/cashier.yaml`, `../..`; empty where they are the same.
// Requires: both are absolute, or both relative to the same folder; neither holds links nor `..`.
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace ims
