#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/lived_time.h"
#include "core/habits/setup.h"
#include "core/habits/values.h"
#include "core/journal/event.h"
#include "core/tracker/derive.h"
#include "core/tracker/request.h"
#include "core/tracker/store.h"

namespace soleus {

/// The journal and what is kept in memory of it while a file is open: the setup, the offsets seen,
/// and the day written last. Everything kept is dropped when another connection has committed.
/// @thread not shared.
class Ledger {
 public:
  /// `store` must outlive the ledger.
  Ledger(Store& store, IdSource ids) : store_(store), ids_(ids) {}

  Store& store() { return store_; }
  const Setup& setup() const { return setup_; }
  const std::vector<OffsetSpan>& offset_spans() const { return spans_; }
  /// All events but entries, in ruling order.
  std::span<const Event> setup_events() const { return setup_events_; }

  /// The civil day `at` lies in.
  CivilDay today(const Moment& at) const;

  /// Brings what is kept in memory up to date. Inside a transaction only.
  Status refresh();

  /// Forgets everything kept in memory.
  void forget();

  /// Completes `write`, whose events and erasures are given, with everything derived from them,
  /// and commits it. Inside a write transaction only, which has ended afterwards in any case.
  /// `merging`: the events come from elsewhere and may arrive in any order.
  Status commit(Write write, bool merging = false);

  Uuid new_id(std::int64_t utc_ms) { return ids_.next(utc_ms); }

  /// Takes the setup events among `events` into the setup; forget() is the way back if they are not
  /// committed after all.
  void adopt(std::span<const Event> events);

 private:
  Status derive_and_commit(Write& write, bool merging);
  Status derive_days(Write& write, const Setup& before, bool merging);

  Store& store_;
  IdSource ids_;
  std::optional<std::uint64_t> generation_;
  std::vector<Event> setup_events_;  // in ruling order
  Setup setup_;
  std::vector<OffsetSpan> spans_;
  std::optional<StoredDay> last_day_;  // as it is after the last commit
};

/// A read of one unchanging state of the file; ends with the object.
class Reading {
 public:
  /// @errors invalid_value: `at`; those of Store.
  static Result<Reading> begin(Ledger& ledger, const Moment& at);

  Reading(Reading&& other) noexcept
      : ledger_(std::exchange(other.ledger_, nullptr)), today_(other.today_) {}
  Reading& operator=(Reading&&) = delete;
  ~Reading();

  CivilDay today() const { return today_; }

 private:
  Reading(Ledger& ledger, CivilDay today) : ledger_(&ledger), today_(today) {}

  Ledger* ledger_;
  CivilDay today_;
};

/// One command in progress: holds the write lock until it is committed or given up.
class Command {
 public:
  /// Also writes the profile with the first command of a file's life.
  /// @errors invalid_value: `at`; conflict: the id was used for something else; those of Store.
  static Result<Command> begin(Ledger& ledger, const Request& request);

  Command(Command&& other) noexcept;
  Command& operator=(Command&&) = delete;
  ~Command();

  /// The event this request wrote before, if it is a replay: nothing is to be written then.
  const std::optional<Event>& replayed() const { return replayed_; }

  CivilDay today() const { return today_; }
  const Setup& setup() const { return ledger_->setup(); }
  const Moment& at() const { return request_.at; }

  /// Adds an event recorded now, about today; the first one takes the request's id. The reference
  /// holds until the next call.
  Event& record(Payload payload);

  /// Overwrites the content of these events for good.
  void erase(std::vector<EventId> events);

  Status commit();

 private:
  Command(Ledger& ledger, const Request& request, CivilDay today)
      : ledger_(&ledger), request_(request), today_(today) {}

  Status open_journal();
  Event blank_event();
  void tell_again_what_is_ahead();

  Ledger* ledger_;  // null once moved from
  Request request_;
  CivilDay today_;
  std::optional<Event> replayed_;
  Uuid main_id_;
  std::uint32_t further_ = 0;
  bool main_taken_ = false;
  bool told_again_ = false;
  std::int64_t last_seq_ = 0;
  Hlc last_hlc_;
  Write write_;
  bool committed_ = false;
};

}  // namespace soleus
