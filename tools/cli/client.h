#pragma once

#include <memory>
#include <string>
#include <string_view>

// The one door to the diary: everything the command line knows comes through it.
namespace soleus_cli {

struct OpenOptions {
  std::string path;
  std::string device_id;          // empty: the diary's own
  bool wait_for_the_disk = true;  // off only while a demo is written, which can be made again
};

/// An open diary.
class Client {
 public:
  /// A write-protected file is opened to be read.
  /// @errors CannotOpen; what() is the sentence, `reply` the whole of it.
  explicit Client(const OpenOptions& options);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// One JSON request, one JSON reply.
  std::string call(std::string_view request);

  /// What opening said, as JSON.
  const std::string& opening() const { return opening_; }

 private:
  struct Handle;  // keeps the C header to client.cpp

  std::string opening_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace soleus_cli
