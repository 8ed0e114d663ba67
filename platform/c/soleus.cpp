#include "platform/c/soleus.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "platform/c/handles.h"
#include "platform/c/opening.h"
#include "platform/c/session.h"

// The wall between C and C++: the only extern "C" and the only catch (...) of the project.
namespace {

using soleus::Code;
using soleus::Reply;

std::atomic<std::int64_t> live_objects{0};

// What is left to say when something threw: memory may be gone, so it is not asked for.
char last_words[] =
    R"({"v":1,"ok":false,"error":{"code":"internal","message":"Something went wrong inside Soleus."}})";

soleus_status give_last_words(soleus_buf* reply) noexcept {
  *reply = {last_words, sizeof(last_words) - 1};
  ++live_objects;
  return SOLEUS_INTERNAL;
}

soleus_status give(soleus_buf* reply, const Reply& answer) noexcept {
  const std::size_t size = answer.text.size();
  char* data = static_cast<char*>(std::malloc(size + 1));
  if (data == nullptr) return give_last_words(reply);
  std::memcpy(data, answer.text.c_str(), size + 1);
  *reply = {data, size};
  ++live_objects;
  return answer.status;
}

/// Runs `work`, which makes a Reply, and gives its reply to the host whatever happens.
template <class Work>
soleus_status answer(soleus_buf* reply, const Work& work) noexcept {
  if (reply == nullptr) return SOLEUS_INVALID_VALUE;
  *reply = {nullptr, 0};
  try {
    return give(reply, work());
  } catch (...) {
    return give_last_words(reply);
  }
}

Reply closed() { return soleus::reply_of({Code::closed, {}, "This diary is closed."}); }

/// A call that threw leaves the diary as the file has it; if even that fails, closed.
Reply guarded_call(soleus::Handle& handle, std::string_view request) {
  try {
    return handle.session->call(request);
  } catch (...) {
    try {
      handle.session->recover();
    } catch (...) {
      handle.session.reset();
    }
    throw;
  }
}

}  // namespace

extern "C" {

int32_t soleus_abi_version(void) noexcept { return SOLEUS_ABI_VERSION; }

soleus_status soleus_open(const soleus_open_options* options, soleus_handle** out,
                          soleus_buf* reply) noexcept {
  if (out != nullptr) *out = nullptr;
  const soleus_status status = answer(reply, [&]() -> Reply {
    if (out == nullptr) {
      return soleus::reply_of({Code::invalid_value, "out", "There is no place for the handle."});
    }
    auto opened = soleus::open_diary(options);
    if (!opened) return soleus::reply_of(opened.error());
    *out = soleus::handles().add(std::move(opened->session));
    ++live_objects;
    return {SOLEUS_OK, std::move(opened->reply)};
  });
  if (status != SOLEUS_OK && out != nullptr && *out != nullptr) {
    // The diary was open, but there was no memory to say so.
    soleus_close(*out);
    *out = nullptr;
  }
  return status;
}

soleus_status soleus_call(soleus_handle* handle, const char* request, size_t size,
                          soleus_buf* reply) noexcept {
  return answer(reply, [&]() -> Reply {
    const auto found = soleus::handles().find(handle);
    if (found == nullptr) return closed();
    const std::lock_guard lock{found->mutex};
    if (found->session == nullptr) return closed();
    return guarded_call(*found, request == nullptr ? "" : std::string_view{request, size});
  });
}

void soleus_buffer_free(soleus_buf* reply) noexcept {
  if (reply == nullptr || reply->data == nullptr) return;
  if (reply->data != last_words) std::free(reply->data);
  *reply = {nullptr, 0};
  --live_objects;
}

const char* soleus_code_name(soleus_status status) noexcept {
  switch (status) {
    case SOLEUS_OK: return "ok";
#define X(name, number) \
  case number:          \
    return #name;
#include "core/base/error_codes.def"
#undef X
    default: return "internal";
  }
}

int64_t soleus_live_objects(void) noexcept { return live_objects; }

soleus_status soleus_close(soleus_handle* handle) noexcept {
  if (handle == nullptr) return SOLEUS_OK;
  try {
    const auto found = soleus::handles().remove(handle);
    if (found == nullptr) return SOLEUS_CLOSED;
    const std::lock_guard lock{found->mutex};
    found->session.reset();
    --live_objects;
    return SOLEUS_OK;
  } catch (...) {
    return SOLEUS_INTERNAL;
  }
}

}  // extern "C"
