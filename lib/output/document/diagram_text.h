// How much room texts take in a drawing: rather too much than cut off, since nobody knows the reader's letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "output/document/diagram_layout.h"

namespace ims {

struct WrappedText {
    std::vector<std::string> lines;
    bool cut = false;
};
WrappedText wrap_label(std::string_view raw, std::size_t columns, std::size_t most);
// How many letters stand beside each other in so much room; at least a few.
std::size_t columns_in(double width, double letters);

double width_of(const std::vector<std::string>& lines, double letters);
double height_of(const std::vector<std::string>& lines, double letters);
// Of the lines and notes of a box.
double text_width(const Drawing::Box& box);
double text_height(const Drawing::Box& box);

}  // namespace ims
