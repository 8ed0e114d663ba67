#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace soleus {

/// How many characters valid UTF-8 holds: every byte but those that continue one.
inline std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

}  // namespace soleus
