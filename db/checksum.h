#pragma once

#include <cstdint>
#include <string_view>

namespace soleus::db {

/// CRC-32C over bytes: every error of up to 32 neighbouring bits shows.
/// @source Castagnoli et al. 1993; check value of "123456789": e3069283.
class Crc32c {
 public:
  Crc32c& add(std::string_view bytes);
  std::uint32_t value() const { return ~state_; }

 private:
  std::uint32_t state_ = 0xffffffffU;
};

}  // namespace soleus::db
