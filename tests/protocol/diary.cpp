#include "tests/protocol/diary.h"

#include <cstdlib>

namespace soleus::testing {

std::string take(soleus_buf& reply) {
  std::string text(reply.data == nullptr ? "" : reply.data, reply.size);
  soleus_buffer_free(&reply);
  return text;
}

Diary::Diary(const std::string& path, const char* device, bool read_only) {
  soleus_open_options options{};
  options.struct_size = sizeof(options);
  options.path = path.c_str();
  options.device_id = device;
  options.synchronous = SOLEUS_SYNCHRONOUS_NORMAL;
  options.read_only = read_only ? 1 : 0;
  soleus_buf reply;
  opening_.status = soleus_open(&options, &handle_, &reply);
  opening_.text = take(reply);
}

Answer Diary::call(std::string_view request) const {
  soleus_buf reply;
  const soleus_status status = soleus_call(handle_, request.data(), request.size(), &reply);
  return {status, take(reply)};
}

Answer Diary::ask(std::string_view op, std::string_view params, std::string_view id) const {
  std::string request = R"({"v":1,"op":")";
  request.append(op).append(R"(","at":)").append(kAt);
  if (!id.empty()) request.append(R"(,"id":")").append(id).append("\"");
  request.append(R"(,"params":)").append(params).append("}");
  return call(request);
}

std::int64_t Diary::commits() const {
  return number_in(ask("changes", R"({"since_commit":0})").text, "commit");
}

std::int64_t number_in(std::string_view reply, std::string_view name) {
  const std::string key = '"' + std::string{name} + "\":";
  const auto at = reply.find(key);
  return at == std::string_view::npos ? -1
                                      : std::strtoll(reply.data() + at + key.size(), nullptr, 10);
}

}  // namespace soleus::testing
