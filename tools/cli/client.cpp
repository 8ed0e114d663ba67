#include "tools/cli/client.h"

#include "platform/c/soleus.h"
#include "tools/cli/errors.h"
#include "tools/cli/reply.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

/// Gives a reply back to the library that made it.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { soleus_buffer_free(&buffer_); }

  soleus_buf* fill() { return &buffer_; }
  std::string text() const {
    return buffer_.data == nullptr ? std::string() : std::string(buffer_.data, buffer_.size);
  }

 private:
  soleus_buf buffer_{nullptr, 0};
};

}  // namespace

struct Client::Handle {
  soleus_handle* diary = nullptr;
};

Client::Client(const OpenOptions& options) {
  soleus_open_options raw{};
  raw.struct_size = sizeof(raw);
  raw.path = options.path.c_str();
  raw.device_id = options.device_id.empty() ? nullptr : options.device_id.c_str();
  raw.synchronous = options.wait_for_the_disk ? SOLEUS_SYNCHRONOUS_FULL : SOLEUS_SYNCHRONOUS_NORMAL;
  handle_ = std::make_unique<Handle>();
  const auto open = [&] {
    Buffer reply;
    const soleus_status status = soleus_open(&raw, &handle_->diary, reply.fill());
    opening_ = reply.text();
    return status;
  };
  soleus_status status = open();
  if (status == SOLEUS_READ_ONLY) {
    raw.read_only = 1;
    status = open();
  }
  if (status != SOLEUS_OK) {
    const std::string why = error_sentence(opening_);
    throw CannotOpen(printable(options.path) + ": " + (why.empty() ? "it cannot be opened." : why),
                     opening_);
  }
}

Client::~Client() { soleus_close(handle_->diary); }

std::string Client::call(std::string_view request) {
  Buffer reply;
  soleus_call(handle_->diary, request.data(), request.size(), reply.fill());
  return reply.text();
}

}  // namespace soleus_cli
