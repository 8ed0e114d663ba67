#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/tracker/store.h"
#include "db/day_table.h"
#include "db/journal_end.h"
#include "db/journal_table.h"
#include "db/meta_table.h"
#include "db/span_table.h"
#include "db/statement.h"
#include "db/words.h"

namespace soleus::db {

/// The journal and what is derived from it, in one SQLite file. Made by open_file().
/// @thread not shared.
class SqliteStore final : public Store {
 public:
  SqliteStore(SQLite::Database&& database, DeviceId device, bool read_only);

  Status begin_write() override;
  Status begin_read() override;
  Status commit(const Write& write) override;
  void end() noexcept override;

  Result<std::uint64_t> generation() override;

  DeviceId device() const override { return device_; }
  Result<std::int64_t> last_seq() override;
  Result<Hlc> latest_hlc(Hlc horizon) override;

  Result<std::optional<Event>> find(EventId id) override;
  Result<std::vector<Event>> versions(EventId root) override;
  Result<std::vector<Event>> entries(CivilDay from, CivilDay to) override;
  Result<std::optional<EventId>> find_source(Source source, const std::string& source_id) override;
  Result<std::vector<Event>> newest_own_entries(std::size_t count) override;
  Result<std::vector<Event>> setup_events() override;
  Status visit(const std::function<Status(Event&&)>& each) override;

  Result<std::vector<DayRow>> rows(CivilDay from, CivilDay to) override;
  Result<std::optional<CivilDay>> first_row_day() override;
  Result<std::vector<OffsetSpan>> offset_spans() override;

 private:
  Status begin(Statement& how);
  Status put(const Write& write);
  /// Forgets what is remembered if another connection has written since. Not needed inside a
  /// transaction, where nothing can change.
  void notice_other_writers();
  void forget();

  SQLite::Database database_;
  DeviceId device_;
  bool read_only_;
  bool writing_ = false;
  std::uint64_t generation_ = 0;

  Statement begin_write_;
  Statement begin_read_;
  Statement commit_;
  Statement rollback_;
  Statement data_version_;

  Words words_;
  JournalTable journal_;
  JournalEnd end_;
  DayTable days_;
  SpanTable spans_;
  MetaTable meta_;
};

}  // namespace soleus::db
