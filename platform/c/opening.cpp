#include "platform/c/opening.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "db/open.h"
#include "platform/c/json_text.h"
#include "platform/c/json_writer.h"

namespace soleus {
namespace {

/// The size of the struct in the first version of the header; hosts built with it say so.
constexpr std::size_t kFirstSize =
    offsetof(soleus_open_options, read_only) + sizeof(soleus_open_options::read_only);

/// A host built with another version of the header has a shorter or a longer struct: what it does
/// not know is zero, what this library does not know must be.
Result<soleus_open_options> known_options(const soleus_open_options* given) {
  if (given == nullptr || given->struct_size < kFirstSize) {
    return fail(Code::invalid_value, "struct_size",
                "struct_size must be sizeof(soleus_open_options).");
  }
  soleus_open_options known{};
  std::memcpy(&known, given, std::min(given->struct_size, sizeof(known)));
  const char* bytes = reinterpret_cast<const char*>(given);
  for (std::size_t i = sizeof(known); i < given->struct_size; ++i) {
    if (bytes[i] != 0) {
      return fail(Code::unsupported, "struct_size", "An option is newer than this Soleus.");
    }
  }
  return known;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

Result<db::OpenOptions> file_options(const soleus_open_options& given) {
  db::OpenOptions options;
  if (given.path == nullptr || *given.path == '\0') {
    return fail(Code::invalid_value, "path", "A path is needed.");
  }
  options.path = given.path;
  if (!is_utf8(options.path)) return fail(Code::invalid_value, "path", "The path is not UTF-8.");
  if (given.device_id != nullptr) {
    const std::optional<Uuid> id = Uuid::parse(given.device_id);
    if (!id) return fail(Code::invalid_value, "device_id", "The device id must be a UUID.");
    options.device = DeviceId{*id};
  }
  if (given.synchronous != SOLEUS_SYNCHRONOUS_FULL &&
      given.synchronous != SOLEUS_SYNCHRONOUS_NORMAL) {
    return fail(Code::invalid_value, "synchronous", "synchronous must be 0 (full) or 1 (normal).");
  }
  options.synchronous = given.synchronous == SOLEUS_SYNCHRONOUS_FULL ? db::Synchronous::full
                                                                     : db::Synchronous::normal;
  options.read_only = given.read_only != 0;
  return options;
}

std::string opened_reply(const db::OpenedFile& file, bool read_only) {
  std::string text = R"({"v":1,"ok":true,"result":)";
  JsonWriter writer{text};
  writer.begin_object();
  writer.field("device", file.store->device());
  writer.field("commit", 0);
  writer.field("schema", file.schema);
  writer.field("fresh", file.fresh);
  writer.field("read_only", read_only);
  writer.field("backup_due", false);  // until there is a backup to be made
  writer.field("recovered", file.recovered);
  writer.end_object();
  text += '}';
  return text;
}

}  // namespace

Result<OpenedDiary> open_diary(const soleus_open_options* options) {
  SOLEUS_TRY_ASSIGN(const soleus_open_options known, known_options(options));
  SOLEUS_TRY_ASSIGN(const db::OpenOptions wanted, file_options(known));
  SOLEUS_TRY_ASSIGN(db::OpenedFile file, db::open_file(wanted));
  OpenedDiary opened;
  opened.reply = opened_reply(file, wanted.read_only);
  opened.session = std::make_unique<Session>(std::move(file.store));
  return opened;
}

}  // namespace soleus
