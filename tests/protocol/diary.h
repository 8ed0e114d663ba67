#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/c/soleus.h"

namespace soleus::testing {

/// A reply that was copied and given back to the library.
struct Answer {
  soleus_status status = SOLEUS_OK;
  std::string text;
};

/// How a host sees the library: soleus.h and nothing else.
class Diary {
 public:
  /// The installation all tests play, unless they say otherwise.
  static constexpr const char* kDevice = "d0d0d0d0-0000-4000-8000-000000000001";

  /// Opens `path`. See opening() for how that went.
  explicit Diary(const std::string& path, const char* device = kDevice, bool read_only = false);
  ~Diary() { soleus_close(handle_); }
  Diary(const Diary&) = delete;
  Diary& operator=(const Diary&) = delete;

  const Answer& opening() const { return opening_; }
  soleus_handle* handle() const { return handle_; }

  Answer call(std::string_view request) const;
  /// The same with a usual envelope: a Friday noon in Berlin. `params` is JSON, `id` may be empty.
  Answer ask(std::string_view op, std::string_view params = "{}", std::string_view id = {}) const;
  /// How many commits this handle has seen.
  std::int64_t commits() const;

 private:
  soleus_handle* handle_ = nullptr;
  Answer opening_;
};

/// 2026-11-20 12:00 in Berlin.
inline constexpr std::string_view kAt =
    R"({"utc_ms":1795172400000,"offset_s":3600,"zone":"Europe/Berlin"})";

/// Copies a reply and gives it back.
std::string take(soleus_buf& reply);

/// A whole number among a reply's fields, the first with that name; -1 if there is none.
std::int64_t number_in(std::string_view reply, std::string_view name);

}  // namespace soleus::testing
