// Days and ids as people and files write them: whatever is read is written back as the same thing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/ids.h"
#include "core/calendar/civil_day.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto day = soleus::parse_iso_day(text); day && soleus::iso_text(*day) != text) {
    std::abort();
  }
  // Not compared with the text: an id may be written in capitals.
  if (const auto id = soleus::Uuid::parse(text); id && soleus::Uuid::parse(id->text()) != id) {
    std::abort();
  }
  return 0;
}
