#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/tracker/store.h"

namespace soleus::testing {

/// The Store port on plain maps: what it promises and nothing else. Calls out of turn (reading or
/// writing outside a transaction) are answered with `internal`, so that a test sees them.
class MemoryStore final : public Store {
 public:
  explicit MemoryStore(DeviceId device) : device_(device) {}

  Status begin_write() override;
  Status begin_read() override;
  Status commit(const Write& write) override;
  void end() noexcept override { open_ = Transaction::none; }

  Result<std::uint64_t> generation() override { return 0; }
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

  std::size_t event_count() const { return events_.size(); }

 private:
  enum class Transaction { none, reading, writing };
  Status begin(Transaction transaction);
  Status check_open() const;
  template <class Matches>
  Result<std::vector<Event>> events_that(Matches matches) const;

  DeviceId device_;
  Transaction open_ = Transaction::none;
  std::map<EventId, Event> events_;
  std::map<std::pair<CivilDay, HabitId>, DayRow> rows_;
  std::vector<OffsetSpan> spans_;
};

}  // namespace soleus::testing
