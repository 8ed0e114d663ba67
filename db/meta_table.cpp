#include "db/meta_table.h"

namespace soleus::db {
namespace {

constexpr std::string_view kDevice = "device";
constexpr std::string_view kScrub = "scrub";

}  // namespace

MetaTable::MetaTable(SQLite::Database& database)
    : get_(database, "SELECT value FROM meta WHERE key = ?"),
      set_(database, "REPLACE INTO meta (key, value) VALUES (?, ?)"),
      remove_(database, "DELETE FROM meta WHERE key = ?") {}

std::optional<DeviceId> MetaTable::device() {
  const Use use{get_};
  Binding{get_}.text(kDevice);
  if (!get_.step()) return std::nullopt;
  const DeviceId device{Columns{get_}.uuid()};
  return device == DeviceId{} ? std::nullopt : std::optional{device};
}

void MetaTable::set_device(DeviceId device) {
  Binding{set_}.text(kDevice).blob(device.value.bytes);
  set_.run();
}

bool MetaTable::scrub_due() {
  const Use use{get_};
  Binding{get_}.text(kScrub);
  return get_.step();
}

void MetaTable::set_scrub_due(bool due) {
  if (!due) {
    Binding{remove_}.text(kScrub);
    return remove_.run();
  }
  Binding{set_}.text(kScrub).integer(1);
  set_.run();
}

}  // namespace soleus::db
