#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/tracker/store.h"

namespace soleus {

/// The store of an open file, watched for what a reply tells beside an op's result: whether the
/// command wrote, and whether its id was known already.
class WatchedStore final : public Store {
 public:
  explicit WatchedStore(std::unique_ptr<Store> store) : store_(std::move(store)) {}

  /// From here on committed() and replayed() are about the request with this id.
  void watch(const std::optional<EventId>& request);
  bool committed() const { return committed_; }
  bool replayed() const { return found_ && !committed_; }

  Status begin_write() override { return store_->begin_write(); }
  Status begin_read() override { return store_->begin_read(); }
  Status commit(const Write& write) override;
  void end() noexcept override { store_->end(); }
  Result<std::uint64_t> generation() override { return store_->generation(); }
  DeviceId device() const override { return store_->device(); }
  Result<std::int64_t> last_seq() override { return store_->last_seq(); }
  Result<Hlc> latest_hlc(Hlc horizon) override { return store_->latest_hlc(horizon); }
  Result<std::optional<Event>> find(EventId id) override;
  Result<std::vector<Event>> versions(EventId root) override { return store_->versions(root); }
  Result<std::vector<Event>> entries(CivilDay from, CivilDay to) override {
    return store_->entries(from, to);
  }
  Result<std::optional<EventId>> find_source(Source source, const std::string& source_id) override {
    return store_->find_source(source, source_id);
  }
  Result<std::vector<Event>> newest_own_entries(std::size_t count) override {
    return store_->newest_own_entries(count);
  }
  Result<std::vector<Event>> setup_events() override { return store_->setup_events(); }
  Status visit(const std::function<Status(Event&&)>& each) override { return store_->visit(each); }
  Result<std::vector<DayRow>> rows(CivilDay from, CivilDay to) override {
    return store_->rows(from, to);
  }
  Result<std::optional<CivilDay>> first_row_day() override { return store_->first_row_day(); }
  Result<std::vector<OffsetSpan>> offset_spans() override { return store_->offset_spans(); }

 private:
  std::unique_ptr<Store> store_;
  std::optional<EventId> request_;
  bool committed_ = false;
  bool found_ = false;
};

}  // namespace soleus
