// Any bytes as a request: there is always a reply, it is JSON, and a refused request writes
// nothing.
#include <unistd.h>

#include <boost/json/parse.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "platform/c/soleus.h"

namespace {

void insist(bool what_must_hold) {
  if (!what_must_hold) std::abort();
}

/// One diary for all inputs of a run: a new file for each would leave little time for them.
class Diary {
 public:
  Diary()
      : path_(std::filesystem::temp_directory_path() /
              ("soleus-fuzz-" + std::to_string(getpid()))) {
    soleus_open_options options{};
    options.struct_size = sizeof(options);
    const std::string path = path_.string();
    options.path = path.c_str();
    options.synchronous = SOLEUS_SYNCHRONOUS_NORMAL;
    soleus_buf reply;
    insist(soleus_open(&options, &handle_, &reply) == SOLEUS_OK);
    soleus_buffer_free(&reply);
  }
  ~Diary() {
    soleus_close(handle_);
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }
  Diary(const Diary&) = delete;
  Diary& operator=(const Diary&) = delete;

  boost::json::value call(std::string_view request, soleus_status& status) {
    soleus_buf reply;
    status = soleus_call(handle_, request.data(), request.size(), &reply);
    insist(reply.data != nullptr && reply.data[reply.size] == '\0');
    boost::json::error_code error;
    boost::json::value value = boost::json::parse({reply.data, reply.size}, error);
    insist(!error);
    soleus_buffer_free(&reply);
    return value;
  }

  std::int64_t commits() {
    soleus_status status = SOLEUS_OK;
    const boost::json::value reply = call(
        R"({"v":1,"op":"changes","at":{"utc_ms":1795172400000,"offset_s":0},"params":{"since_commit":0}})",
        status);
    return reply.at("commit").as_int64();
  }

 private:
  std::filesystem::path path_;
  soleus_handle* handle_ = nullptr;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Diary diary;
  const std::int64_t before = diary.commits();
  soleus_status status = SOLEUS_OK;
  const boost::json::value reply = diary.call({reinterpret_cast<const char*>(data), size}, status);
  insist(reply.at("ok").as_bool() == (status == SOLEUS_OK));
  insist(status != SOLEUS_INTERNAL);
  if (status != SOLEUS_OK) {
    insist(reply.at("error").at("code").as_string() == soleus_code_name(status));
    insist(diary.commits() == before);
  }
  insist(soleus_live_objects() == 1);
  return 0;
}
